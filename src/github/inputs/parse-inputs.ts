import { UserError, UserErrors } from '../../errors/slipway-error.ts';
import type { EnvironmentVariables } from '../../runtime/environment-variables.ts';
import type { InputContext, InputField } from './reader.ts';

type Fields = Readonly<Record<string, InputField<unknown>>>;

/** What the fields give when all of them are right. */
export type Inputs<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends InputField<infer Value> ? Value : never;
};

/** As much of a value as a message shows. */
const shown = 80;

/**
 * Reads the inputs of an action into one object: `workingDirectory` is the input `working-directory`.
 *
 * @param env the runner hands inputs over as `INPUT_<NAME>`, in upper case, hyphens and all (Docs, "Metadata syntax")
 * @throws UserError INPUT_MISSING, INPUT_INVALID, each with the input's name, its value and the choices; UserErrors with
 *   all of them where several are wrong
 */
export function parseInputs<const F extends Fields>(
  env: EnvironmentVariables,
  context: InputContext,
  fields: F,
): Inputs<F> {
  const values: Record<string, unknown> = {};
  const errors: UserError[] = [];
  for (const [key, field] of Object.entries(fields)) {
    const name = inputName(key);
    const text = (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
    if (text === '') {
      if ('absent' in field) values[key] = field.absent.value;
      else errors.push(new UserError('INPUT_MISSING', `input ${name} is missing: ${field.needs}`));
      continue;
    }
    const read = field.reader(text, context);
    if ('value' in read) values[key] = read.value;
    else errors.push(new UserError('INPUT_INVALID', `input ${name} is "${cut(text)}", ${read.wrong}`));
  }
  const [first, second] = errors;
  if (first !== undefined && second === undefined) throw first;
  if (second !== undefined)
    throw new UserErrors('INPUT_INVALID', `${errors.length} inputs are wrong; nothing was done`, errors);
  return values as Inputs<F>;
}

function inputName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > shown ? `${line.slice(0, shown)}…` : line;
}
