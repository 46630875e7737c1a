import type { SecretDefinition, SecretFieldKind } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import { canonicalJson } from '../runtime/canonical-json.ts';

/** Fields by name; a plain text has the one field `value`. */
export type SecretFields = Readonly<Record<string, unknown>>;

/** Secrets Manager takes so many bytes (quotas, "Secret value"). */
const mostBytes = 65_536;

/**
 * What is wrong with one field's text; `null` for nothing. It never says what the text is.
 * @param kind `json` is any JSON but null and empty ones; the others are texts without blanks around them
 */
export function mistakeIn(text: string, kind: SecretFieldKind): string | null {
  if (text.trim() === '') return 'is empty';
  if (kind === 'json') {
    const value = parsed(text);
    if (value === undefined) return 'is not JSON';
    return isEmpty(value) ? 'is empty' : null;
  }
  if (text !== text.trim()) return 'begins or ends with a blank';
  // eslint-disable-next-line no-control-regex -- an arrow key or a line's end, typed or pasted along
  return /[\u0000-\u001f\u007f]/.test(text) ? 'holds a control character, such as a line’s end' : null;
}

/**
 * The fields of a value as it is kept, or is handed over as a whole: a plain text, or JSON with the declared fields.
 * @param others fields that are not declared; a function may keep some of its own beside them
 * @throws UserError SECRET_VALUE naming fields, never what is in them
 */
export function readFields(
  definition: SecretDefinition,
  text: string,
  others: 'refused' | 'kept' = 'refused',
): SecretFields {
  const { key, fields } = definition;
  if (fields === null) {
    refuse(key, 'value', mistakeIn(text, 'hidden'));
    return { value: text };
  }
  const value = parsed(text);
  const names = Object.keys(fields).join(', ');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UserError('SECRET_VALUE', `${key} is no JSON object; it takes the fields ${names}`);
  }
  const given = value as SecretFields;
  const missing = Object.keys(fields).filter((name) => !Object.hasOwn(given, name));
  if (missing.length > 0) {
    throw new UserError('SECRET_VALUE', `${key} lacks ${missing.join(', ')}; it takes the fields ${names}`);
  }
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(fields, name));
  if (unknown.length > 0 && others === 'refused') {
    throw new UserError(
      'SECRET_VALUE',
      `${key} has no field ${unknown.map(shownName).join(', ')}; it takes the fields ${names}`,
    );
  }
  for (const [name, kind] of Object.entries(fields)) {
    const one = given[name];
    if (kind === 'json') refuse(key, name, isEmpty(one) ? 'is empty' : null);
    else refuse(key, name, typeof one === 'string' ? mistakeIn(one, kind) : 'is no text');
  }
  return given;
}

/**
 * One field that was typed, as it goes into the JSON.
 * @throws UserError SECRET_VALUE
 */
export function readField(definition: SecretDefinition, name: string, text: string): unknown {
  const kind = definition.fields?.[name] ?? 'hidden';
  refuse(definition.key, name, mistakeIn(text, kind));
  return kind === 'json' ? parsed(text) : text;
}

/**
 * The text that is kept: a plain one as it is, fields as JSON in the order of their names.
 * @throws UserError SECRET_VALUE where it is longer than Secrets Manager takes
 */
export function secretText({ key, fields }: SecretDefinition, given: SecretFields): string {
  const text = fields === null ? String(given['value']) : canonicalJson(given);
  if (Buffer.byteLength(text) <= mostBytes) return text;
  throw new UserError(
    'SECRET_VALUE',
    `${key} has more than ${mostBytes} bytes, which is the most that a secret holds`,
  );
}

/** @throws UserError SECRET_VALUE where there is a mistake */
function refuse(key: string, field: string, mistake: string | null): void {
  if (mistake !== null)
    throw new UserError('SECRET_VALUE', `${key}: ${field} ${mistake}; nothing was changed`);
}

/** A key that somebody pasted in the wrong place could be the secret itself. */
function shownName(name: string): string {
  return /^[A-Za-z][A-Za-z0-9_-]{0,24}$/.test(name) ? name : 'of that name';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Nothing, or JSON that holds nothing. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
