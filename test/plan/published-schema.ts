import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';

/**
 * A published schema, read as anybody else's validator reads it.
 * @param name `plan`, `plans`
 * @returns what is wrong with some data; nothing where it is valid
 */
export function validator(name: string): (data: unknown) => readonly string[] {
  const schema: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../schemas', `${name}.schema.json`), 'utf8'),
  );
  const check = new Ajv({ allErrors: true }).compile(schema as object);
  return (data) =>
    check(data) === true
      ? []
      : (check.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`);
}
