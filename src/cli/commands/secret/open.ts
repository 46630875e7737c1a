import { guardAccount } from '../../../aws/account-guard.ts';
import type { SecretStoreApi } from '../../../aws/apis.ts';
import { loadEnvironment, loadSystem } from '../../../config/load.ts';
import type { EnvironmentDefinition } from '../../../config/system.ts';
import { findSecret, type PlacedSecret } from '../../../secrets/find-secret.ts';
import { sendBy, type SendSecret } from '../../../secrets/http-request.ts';
import { clientsBy } from '../../../session/clients-by.ts';
import { makeDispatcher } from '../../../session/http.ts';
import type { Invocation } from '../../command.ts';
import { identityOf } from '../../context.ts';

/** One secret in its environment, with what it is read and written by. */
export interface Opened {
  readonly secret: PlacedSecret;
  readonly store: SecretStoreApi;
  readonly send: SendSecret;
  readonly place: { readonly system: string; readonly environment: string; readonly secret: string };
}

export async function openEnvironment(
  { io, root, options }: Invocation<object>,
  systemName: string,
  environmentName: string,
) {
  const system = await loadSystem(root, systemName);
  const environment = await loadEnvironment(root, system, environmentName);
  const clients = clientsBy(identityOf(options, io))(environment, 'administrator');
  const guard = async (definition: EnvironmentDefinition): Promise<void> => {
    await guardAccount(await clients.sts(definition.regions.home), definition);
  };
  return { system, environment, clients, guard };
}

export async function open(
  invocation: Invocation<object>,
  names: readonly [string, string, string],
): Promise<Opened> {
  const { io } = invocation;
  const { system, environment, clients, guard } = await openEnvironment(invocation, names[0], names[1]);
  const secret = findSecret(system, environment, names[2]);
  await guard(environment);
  return {
    secret,
    store: await clients.secretStore(secret.region),
    send: sendBy(makeDispatcher(io.env), io.signal),
    place: { system: system.system, environment: environment.environment, secret: names[2] },
  };
}
