import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import type { IssuerDomain } from '../../local/handle.ts';
import type { LocalAws } from '../../local/local-aws.ts';
import { makeClients } from '../../src/aws/clients.ts';
import type { AccountBootstrap, RegionResult } from '../../src/bootstrap/bootstrap.ts';
import {
  applyBootstrap,
  planBootstrap,
  type BootstrapOptions,
} from '../../src/bootstrap/bootstrap-accounts.ts';
import { planAccounts, type NamedEnvironment } from '../../src/bootstrap/plan-accounts.ts';
import { bootstrapTemplates, everyEnvironment } from '../../src/cli/bootstrap-sources.ts';
import type { EnvironmentDefinition } from '../../src/config/system.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { repository } from './identity.ts';

/**
 * What a person does once an account before the first pull request: deploys the bootstrap in each region, and fills the
 * secrets that smoke checks need. Only this uses an account's root key (any secret goes with a 12-digit key id here).
 */
export async function prepareAccounts(
  local: LocalAws,
  root: string,
  environments: readonly EnvironmentDefinition[],
): Promise<void> {
  const templates = await bootstrapTemplates(root);
  await Promise.all([
    ...planAccounts(environments, await named(root, environments)).map((account) =>
      bootstrapAccount(account, templates),
    ),
    ...environments.map((environment) => fillSecrets(local, environment)),
  ]);
}

/** With what else the resources of their systems are called. */
async function named(
  root: string,
  environments: readonly EnvironmentDefinition[],
): Promise<readonly NamedEnvironment[]> {
  const names = new Map((await everyEnvironment(root)).map((each) => [each.system, each.names ?? []]));
  return environments.map((each) => ({ ...each, names: names.get(each.system) ?? [] }));
}

function rootCredentials(account: string): { accessKeyId: string; secretAccessKey: string } {
  return { accessKeyId: account, secretAccessKey: 'root' };
}

/** As `slipway bootstrap --yes` does it, with the same code. */
export async function bootstrapAccount(
  account: AccountBootstrap,
  templates: BootstrapOptions['templates'],
): Promise<readonly RegionResult[]> {
  const clients = makeClients({ credentials: () => Promise.resolve(rootCredentials(account.account)) });
  const options: BootstrapOptions = {
    accounts: [account],
    repository,
    settings: {},
    // the local AWS has one in each account
    hasProvider: true,
    templates,
    session: { clients: () => clients, clock: systemClock, logger: silentLogger },
  };
  const results = await applyBootstrap(await planBootstrap(options), options);
  for (const { region, outcome } of results) {
    if (outcome.kind !== 'failed') continue;
    const { logicalId, reason } = outcome.cause;
    throw new Error(`The bootstrap of ${account.account} in ${region} failed: ${logicalId}: ${reason}`);
  }
  return results;
}

/** What tokens of a system that checks them are made for, and who issues them. */
const tokens: Readonly<
  Record<string, { readonly audience: string; readonly scope: string; readonly domain: IssuerDomain }>
> = {
  companycam: { audience: 'companycam', scope: 'photos/read photos/write', domain: 'companycam.com' },
  'spec-wizard': { audience: 'spec-wizard', scope: 'spec-wizard/chat', domain: 'specwizard.com' },
};

/** Dev and sit trust a test issuer, whose key is a secret; prod has an OAuth client of its own. */
async function fillSecrets(local: LocalAws, target: EnvironmentDefinition): Promise<void> {
  const { system, environment, account } = target;
  const checked = tokens[system];
  if (checked === undefined) return;
  const { audience, scope, domain } = checked;
  const secrets = new SecretsManager({ region: target.regions.home, credentials: rootCredentials(account) });
  const client = { clientId: `slipway-smoke-${system}`, clientSecret: `local-${account}` };
  const { tokenUrl } = await local.registerClient(environment, { ...client, audience, scope }, domain);
  await secrets.createSecret({
    Name: `slipway/${system}/smoke-client`,
    SecretString: JSON.stringify({ tokenUrl, ...client, scope }),
  });
  if (environment !== 'prod') {
    const { issuer, kid, privateKeyJwk } = await local.smokeIssuer(environment, domain);
    await secrets.createSecret({
      Name: `slipway/${system}/smoke-issuer`,
      SecretString: JSON.stringify({ issuer, kid, privateKeyJwk, audience, clientId: `${system}-smoke` }),
    });
  }
  secrets.destroy();
}
