import * as v from 'valibot';
import type { Position } from '../errors/position.ts';
import { UserError, UserErrors } from '../errors/slipway-error.ts';
import { suggestion, withHint } from '../template/nearest.ts';
import { readYaml, type YamlDocument, type YamlNode } from '../template/yaml.ts';

/** Keys and indices from the root of a file. */
export type FilePath = readonly (string | number)[];

/** What a file says, with where it says it. */
export interface Checked<T> {
  readonly value: T;
  /** Where the value at `path` stands; the nearest enclosing value where the path does not exist. */
  readonly locate: (path: FilePath) => Position;
  /** Where the last key of `path` stands. */
  readonly locateKey: (path: FilePath) => Position;
}

/** Any schema without promises. */
export type FileSchema<T> = v.GenericSchema<unknown, T>;

/**
 * Reads a YAML 1.2 file and checks it against a schema. All mistakes are told at once, each with its place, the field, its
 * value and the choices.
 *
 * @param source the file's text
 * @param file its name in positions, relative to the repository
 * @throws UserError `YAML_*` (see `readYaml`), `CONFIG_TAG`, `CONFIG_UNKNOWN_KEY`, `CONFIG_MISSING_KEY`, `CONFIG_TYPE`,
 *   `CONFIG_VALUE`; UserErrors `CONFIG_INVALID` where there are several
 */
export function readChecked<T>(schema: FileSchema<T>, source: string, file: string): Checked<T> {
  const document = readYaml(source, file, 'core');
  const result = v.safeParse(schema, plainValue(document.root, document));
  const place = places(document);
  if (!result.success) {
    const errors = result.issues.flatMap(choiceOf).map((issue) => explain(issue, schema, place));
    const told = errors.map(({ at, message }) => JSON.stringify([at, message]));
    throwAll(
      errors.filter((_, index) => told.indexOf(told[index] ?? '') === index),
      file,
    );
  }
  return { value: result.output as T, ...place };
}

/** Throws one mistake as it is, several as one `CONFIG_INVALID`; returns when there is none. */
export function throwAll(errors: readonly UserError[], file: string): void {
  const [first, ...rest] = errors;
  if (first === undefined) return;
  if (rest.length === 0) throw first;
  throw new UserErrors('CONFIG_INVALID', `${file} has ${errors.length} mistakes`, errors);
}

type Places = Omit<Checked<unknown>, 'value'>;

function places(document: YamlDocument): Places {
  const find = (path: FilePath): { node: YamlNode; keyStart: number | null } => {
    let found: { node: YamlNode; keyStart: number | null } = { node: document.root, keyStart: null };
    for (const step of path) {
      const next = descend(found.node, step);
      if (next === null) return found;
      found = next;
    }
    return found;
  };
  return {
    locate: (path) => document.position(find(path).node.start),
    locateKey: (path) => {
      const { node, keyStart } = find(path);
      return document.position(keyStart ?? node.start);
    },
  };
}

function descend(node: YamlNode, step: string | number): { node: YamlNode; keyStart: number | null } | null {
  if (node.kind === 'mapping') {
    const entry = node.entries.find(({ key }) => key === String(step));
    return entry ? { node: entry.value, keyStart: entry.keyStart } : null;
  }
  const item = node.kind === 'sequence' ? node.items[Number(step)] : undefined;
  return item ? { node: item, keyStart: null } : null;
}

function plainValue(node: YamlNode, document: YamlDocument): unknown {
  if (node.tag !== null && !node.tag.startsWith('!!')) {
    throw new UserError(
      'CONFIG_TAG',
      `${node.tag} has no meaning in this file; tags such as !Ref stand in templates. An output of a stack is \${stack.Output}.`,
      { at: document.position(node.start) },
    );
  }
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map((item) => plainValue(item, document));
    case 'mapping':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainValue(value, document)]));
  }
}

/**
 * Where a value may be a text or a map and is a map, what is wrong with the map rather than that it is no text.
 */
function choiceOf(issue: v.BaseIssue<unknown>): readonly v.BaseIssue<unknown>[] {
  if (issue.type !== 'union' || typeof issue.input !== 'object' || Array.isArray(issue.input)) return [issue];
  const within = (issue.issues ?? []).filter(({ path }) => path?.[0]?.type === 'object');
  if (within.length === 0) return [issue];
  return within.map(
    (each) => ({ ...each, path: [...(issue.path ?? []), ...(each.path ?? [])] }) as typeof issue,
  );
}

function explain(
  issue: v.BaseIssue<unknown>,
  schema: v.GenericSchema<unknown, unknown>,
  place: Places,
): UserError {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  // valibot takes a list for a map with the keys 0, 1, …
  const list = (issue.path ?? []).findIndex((item) => item.type === 'object' && Array.isArray(item.input));
  if (list !== -1) {
    const subject = path.slice(0, list).join('.') || 'This file';
    return new UserError('CONFIG_TYPE', `${subject} is a list; it takes a map`, {
      at: place.locate(path.slice(0, list)),
    });
  }
  const name = path.join('.');
  const key = path.at(-1);
  const above = path.slice(0, -1);
  const within = above.length === 0 ? 'This file' : above.join('.');
  const aboutKey = issue.path?.at(-1)?.origin === 'key';

  if (issue.type === 'strict_object' && aboutKey) {
    const choices = keysAt(schema, above);
    if (issue.expected === 'never') {
      const unused = choices.filter((choice) => !present(issue, choice));
      const hint = suggestion(String(key), unused) ?? `It takes ${choices.join(', ')}.`;
      return new UserError('CONFIG_UNKNOWN_KEY', withHint(`${within} has no key ${String(key)}`, hint), {
        at: place.locateKey(path),
      });
    }
    return new UserError('CONFIG_MISSING_KEY', `${within} needs the key ${String(key)}`, {
      at: place.locateKey(above),
    });
  }
  if (aboutKey) {
    return new UserError('CONFIG_VALUE', `The name ${name} is not allowed: ${issue.message}`, {
      at: place.locateKey(path),
    });
  }
  const subject = name === '' ? 'This file' : name;
  const choices = issue.type === 'picklist' || issue.type === 'literal' ? quoted(issue.expected ?? '') : null;
  if (choices !== null) {
    const hint = typeof issue.input === 'string' ? suggestion(issue.input, choices) : null;
    const message = withHint(`${subject} is ${shown(issue.input)}; it must be ${oneOf(choices)}`, hint);
    return new UserError('CONFIG_VALUE', message, { at: place.locate(path) });
  }
  const custom = !issue.message.startsWith('Invalid ');
  if (issue.kind === 'schema') {
    const wanted = custom
      ? issue.message
      : `it takes ${kinds[issue.expected ?? ''] ?? issue.expected ?? 'another type'}`;
    const quotes =
      issue.expected === 'string' && (typeof issue.input === 'number' || typeof issue.input === 'boolean')
        ? `Put it in quotes: '${String(issue.input)}'.`
        : null;
    return new UserError('CONFIG_TYPE', withHint(`${subject} is ${shown(issue.input)}; ${wanted}`, quotes), {
      at: place.locate(path),
    });
  }
  const wanted = custom ? issue.message : `it must be ${issue.expected ?? 'another value'}`;
  return new UserError('CONFIG_VALUE', `${subject} is ${shown(issue.input)}; ${wanted}`, {
    at: place.locate(path),
  });
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Object: 'a map',
  Array: 'a list',
};

/** A value as it stands in a message: short, and only its kind where it is long. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value !== 'string') return JSON.stringify(value);
  return value.length > 80 ? `"${value.slice(0, 77)}…"` : `"${value}"`;
}

function quoted(expected: string): readonly string[] {
  return [...expected.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '');
}

function oneOf(choices: readonly string[]): string {
  if (choices.length < 2) return choices.join('');
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;
}

function present(issue: v.BaseIssue<unknown>, key: string): boolean {
  const parent = issue.path?.at(-1)?.input;
  return typeof parent === 'object' && parent !== null && key in parent;
}

/** The keys that a schema's object at `path` takes; none where it is no object with fixed keys. */
function keysAt(schema: unknown, path: FilePath): readonly string[] {
  const object = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(object.entries ?? {});
  const next = object.entries?.[String(step)] ?? object.value ?? object.item;
  return next === undefined ? [] : keysAt(next, rest);
}

interface SchemaShape {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly value?: unknown;
  readonly item?: unknown;
  readonly wrapped?: unknown;
  readonly options?: readonly unknown[];
}

function unwrap(schema: unknown): SchemaShape {
  const shape = schema as SchemaShape;
  if (shape.wrapped !== undefined) return unwrap(shape.wrapped);
  // Of a choice the map: only a map has keys.
  const map = shape.options?.map(unwrap).find(({ entries }) => entries !== undefined);
  return map ?? shape;
}
