import type { SecretDefinition } from '../../../config/system.ts';
import { UserError } from '../../../errors/slipway-error.ts';
import { readFields, secretText, type SecretFields } from '../../../secrets/check-value.ts';
import type { PlacedSecret } from '../../../secrets/find-secret.ts';
import { readUsable, readValue, writeValue } from '../../../secrets/secret-store.ts';
import { trySecret } from '../../../secrets/try-secret.ts';
import type { CommandOutcome, Invocation } from '../../command.ts';
import { exitCodes } from '../../exit-codes.ts';
import { askFor } from './ask-for.ts';
import { keepReplaced } from './keep-replaced.ts';
import { open } from './open.ts';

export interface SetOptions {
  readonly field?: readonly string[];
  readonly test: boolean;
}

export async function set(
  invocation: Invocation<SetOptions>,
  ...names: [string, string, string]
): Promise<CommandOutcome> {
  const { options } = invocation;
  const { secret, store, send, place } = await open(invocation, names);
  const { definition, id } = secret;
  const state = await readUsable(store, secret);
  const only = wantedFields(secret, options.field ?? []);
  const before = only.length === 0 ? null : await readValue(store, id);
  if (only.length > 0 && before === null) {
    throw new UserError('SECRET_EMPTY', `${id} holds nothing yet, so one field alone can't be set`, {
      next: `slipway secret set ${names.join(' ')}`,
    });
  }
  const kept = before === null ? {} : readFields(without(definition, only), before, 'kept');
  const given: SecretFields = { ...kept, ...(await askFor(invocation, secret, only)) };
  const trial = options.test ? await trySecret(definition, given, send) : null;
  const fields = trial?.kind === 'good' ? trial.fields : given;
  const writing = {
    id,
    description: definition.description,
    value: secretText(definition, fields),
    create: definition.madeBy === 'person',
  };
  const write = (): Promise<void> => writeValue(store, writing);
  await (trial?.kind === 'good' && trial.replaced ? keepReplaced(id, names, write) : write());
  const rotated = state !== null && state.current !== null;
  const tried = trial?.kind === 'good';
  return {
    exitCode: exitCodes.ok,
    result: { ...place, name: id, region: secret.region, tried, rotated },
    text: ` set  ${id} (${secret.region}), ${tried ? 'tried and good' : 'not tried'}${
      rotated ? '; the value before is kept as the previous one' : ''
    }`,
  };
}

/** What the others have to be: a field that is set anew may be as wrong as it is now, or not there. */
function without(definition: SecretDefinition, only: readonly string[]): SecretDefinition {
  const fields = Object.entries(definition.fields ?? {}).filter(([name]) => !only.includes(name));
  return { ...definition, fields: Object.fromEntries(fields) };
}

/** @throws UserError SECRET_FIELD with the choices */
function wantedFields({ definition }: PlacedSecret, wanted: readonly string[]): readonly string[] {
  const choices = Object.keys(definition.fields ?? {});
  const unknown = wanted.find((name) => !choices.includes(name));
  if (unknown === undefined) return wanted;
  throw new UserError(
    'SECRET_FIELD',
    choices.length === 0
      ? `${definition.key} is a plain text and has no fields`
      : `${definition.key} has no field ${unknown}; it has ${choices.join(', ')}`,
  );
}
