import { UserError } from '../../../errors/slipway-error.ts';
import { readFields, secretText } from '../../../secrets/check-value.ts';
import { readUsable, readValue, writeValue } from '../../../secrets/secret-store.ts';
import { trySecret } from '../../../secrets/try-secret.ts';
import type { CommandOutcome, Invocation } from '../../command.ts';
import { exitCodes } from '../../exit-codes.ts';
import { keepReplaced } from './keep-replaced.ts';
import { open } from './open.ts';

export async function test(
  invocation: Invocation<object>,
  ...names: [string, string, string]
): Promise<CommandOutcome> {
  const { secret, store, send, place } = await open(invocation, names);
  const { definition, id } = secret;
  await readUsable(store, secret);
  const value = await readValue(store, id);
  if (value === null) {
    throw new UserError('SECRET_EMPTY', `${id} holds nothing yet`, {
      next: `slipway secret set ${names.join(' ')}`,
    });
  }
  const fields = readFields(definition, value, 'kept');
  const trial = await trySecret(definition, fields, send);
  if (trial.kind === 'none') {
    throw new UserError(
      'SECRET_NO_TEST',
      `nothing says how ${definition.key} is tried; its form is as it should be`,
      {
        next: 'name a test in system.yml, or run slipway smoke, which uses it',
      },
    );
  }
  // The provider has taken the old refresh token out of use by answering: the new one must not be lost.
  if (trial.replaced) {
    const { description } = definition;
    const writing = { id, description, value: secretText(definition, trial.fields), create: false };
    await keepReplaced(id, names, () => writeValue(store, writing));
  }
  return {
    exitCode: exitCodes.ok,
    result: { ...place, name: id, region: secret.region, good: true, replaced: trial.replaced },
    text: ` test  ${id} (${secret.region}) is good${trial.replaced ? '; the provider gave a new refresh token, which is written' : ''}`,
  };
}
