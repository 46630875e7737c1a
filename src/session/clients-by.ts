import type { AwsClients } from '../aws/apis.ts';
import { makeClients, type CredentialsProvider } from '../aws/clients.ts';
import { credentialsFor, type Identity, type IdentityTarget } from '../aws/identity.ts';
import type { EnvironmentDefinition } from '../config/system.ts';

/** Looks after the credentials of one step, e.g. to mask them before anything can print them. */
export type CredentialsGuard = (provider: CredentialsProvider, target: IdentityTarget) => CredentialsProvider;

/** Clients of each environment's account for one way to come by credentials; each is made once. */
export function clientsBy(
  identity: Identity,
  guard: CredentialsGuard = (provider) => provider,
): (environment: EnvironmentDefinition, role: IdentityTarget['role']) => AwsClients {
  const made = new Map<string, AwsClients>();
  return (environment, role) => {
    const key = `${environment.system} ${environment.environment} ${role}`;
    const known = made.get(key);
    if (known) return known;
    const target = {
      system: environment.system,
      environment: environment.environment,
      account: environment.account,
      region: environment.regions.home,
      role,
    };
    const fresh = makeClients({ credentials: guard(credentialsFor(identity, target), target) });
    made.set(key, fresh);
    return fresh;
  };
}
