import { restorePrevious as putPreviousBack } from '../../../secrets/secret-store.ts';
import type { CommandOutcome, Invocation } from '../../command.ts';
import { exitCodes } from '../../exit-codes.ts';
import { open } from './open.ts';

export async function restorePrevious(
  invocation: Invocation<object>,
  ...names: [string, string, string]
): Promise<CommandOutcome> {
  const { secret, store, place } = await open(invocation, names);
  await putPreviousBack(store, secret);
  return {
    exitCode: exitCodes.ok,
    result: { ...place, name: secret.id, region: secret.region },
    text: ` restored  ${secret.id} (${secret.region}): the value before is current again, and the same command turns it back`,
  };
}
