import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudFormation, waitUntilStackCreateComplete } from '@aws-sdk/client-cloudformation';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import type { LocalAws } from '../../local/local-aws.ts';
import { repositorySubject, subjectOf } from './identity.ts';
import type { EnvironmentDefinition } from '../../src/config/system.ts';

/**
 * What a person does once an account before the first pull request: deploys the bootstrap in each region, and fills the
 * secrets that smoke checks need. Only this uses an account's root key (any secret goes with a 12-digit key id here).
 */
export async function prepareAccounts(
  local: LocalAws,
  root: string,
  environments: readonly EnvironmentDefinition[],
): Promise<void> {
  const template = await readFile(join(root, 'templates', 'bootstrap.yml'), 'utf8');
  await Promise.all(
    environments.map(async (environment) => {
      const regions = new Set([environment.regions.home, environment.regions.edge]);
      for (const region of regions) await deployBootstrap(environment, region, template);
      await fillSecrets(local, environment);
    }),
  );
}

function rootCredentials(environment: EnvironmentDefinition): {
  accessKeyId: string;
  secretAccessKey: string;
} {
  return { accessKeyId: environment.account, secretAccessKey: 'root' };
}

async function deployBootstrap(
  environment: EnvironmentDefinition,
  region: string,
  template: string,
): Promise<void> {
  const cloudFormation = new CloudFormation({ region, credentials: rootCredentials(environment) });
  const parameters = {
    IsHomeRegion: String(region === environment.regions.home),
    RepositorySubject: repositorySubject,
    DeploySubjects: subjectOf('deploy', environment),
    GitHubOidcProviderArn: `arn:aws:iam::${environment.account}:oidc-provider/token.actions.githubusercontent.com`,
  };
  await cloudFormation.createStack({
    StackName: 'slipway-bootstrap',
    TemplateBody: template,
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
  });
  await waitUntilStackCreateComplete(
    { client: cloudFormation, maxWaitTime: 60, minDelay: 1, maxDelay: 1 },
    { StackName: 'slipway-bootstrap' },
  );
  cloudFormation.destroy();
}

/** Dev and sit trust a test issuer, whose key is a secret; prod has an OAuth client of its own. */
async function fillSecrets(local: LocalAws, environment: EnvironmentDefinition): Promise<void> {
  const secrets = new SecretsManager({
    region: environment.regions.home,
    credentials: rootCredentials(environment),
  });
  const client = { clientId: 'slipway-smoke-companycam', clientSecret: `local-${environment.account}` };
  const scope = 'photos/read photos/write';
  const { tokenUrl } = await local.registerClient(environment.environment, {
    ...client,
    audience: 'companycam',
    scope,
  });
  await secrets.createSecret({
    Name: 'slipway/companycam/smoke-client',
    SecretString: JSON.stringify({ tokenUrl, ...client, scope }),
  });
  if (environment.environment !== 'prod') {
    const { issuer, kid, privateKeyJwk } = await local.smokeIssuer(environment.environment);
    await secrets.createSecret({
      Name: 'slipway/companycam/smoke-issuer',
      SecretString: JSON.stringify({
        issuer,
        kid,
        privateKeyJwk,
        audience: 'companycam',
        clientId: 'companycam-smoke',
      }),
    });
  }
  secrets.destroy();
}
