import * as v from 'valibot';
import { FixtureError } from './check.ts';
import type { SmokeSecrets } from './target.ts';

/**
 * A secret's JSON. Throws a `FixtureError` that names the secret and the fields that are not as they should be, never a value.
 */
export async function readSecret<T extends v.GenericSchema>(
  name: string,
  schema: T,
  secrets: () => Promise<SmokeSecrets>,
): Promise<v.InferOutput<T>> {
  let value: string | undefined;
  try {
    value = (await (await secrets()).getSecretValue({ SecretId: name })).SecretString;
  } catch (error) {
    throw new FixtureError(
      `the secret ${name} could not be read: ${error instanceof Error ? error.name : 'no answer'}`,
    );
  }
  const parsed = v.safeParse(schema, parseJson(value ?? ''));
  if (parsed.success) return parsed.output;
  const fields = parsed.issues.map((issue) => v.getDotPath(issue) ?? 'the whole').join(', ');
  throw new FixtureError(`the secret ${name} does not hold what it should (${fields})`);
}

/** A text's JSON; `undefined` where it is none. */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
