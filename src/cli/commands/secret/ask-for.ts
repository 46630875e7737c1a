import { UserError } from '../../../errors/slipway-error.ts';
import { readField, readFields, type SecretFields } from '../../../secrets/check-value.ts';
import type { PlacedSecret } from '../../../secrets/find-secret.ts';
import type { Invocation } from '../../command.ts';

/** What a person types or a program pipes: the fields that are wanted, or all. */
export async function askFor(
  { io }: Invocation<object>,
  { definition, id }: PlacedSecret,
  only: readonly string[],
): Promise<SecretFields> {
  const { secretInput: input } = io;
  if (input === undefined) {
    throw new UserError('SECRET_INPUT', 'there is neither a terminal to ask at nor standard input to read');
  }
  const [first] = only;
  if (input.kind === 'pipe') {
    const text = await input.read();
    if (only.length > 1)
      throw new UserError('SECRET_INPUT', 'standard input brings one field at a time; give --field once');
    return first === undefined
      ? readFields(definition, text)
      : { [first]: readField(definition, first, text) };
  }
  if (definition.fields === null) return readFields(definition, await input.ask(` ${id}: `, false));
  const fields: Record<string, unknown> = {};
  const asked = only.length === 0 ? Object.keys(definition.fields) : only;
  for (const name of asked) {
    const text = await input.ask(` ${id}, ${name}: `, definition.fields[name] === 'shown');
    fields[name] = readField(definition, name, text);
  }
  return fields;
}
