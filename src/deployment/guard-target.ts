import { guardAccount, type Caller } from '../aws/account-guard.ts';
import type { AwsClients } from '../aws/apis.ts';
import type { EnvironmentDefinition } from '../config/system.ts';

/**
 * Stops unless the credentials are of the environment's account.
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT
 */
export async function guardTarget(
  { environment }: { readonly environment: EnvironmentDefinition },
  clients: AwsClients,
): Promise<Caller> {
  return guardAccount(await clients.sts(environment.regions.home), environment);
}
