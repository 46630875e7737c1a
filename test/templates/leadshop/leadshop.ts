import { beforeAll } from '@jest/globals';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import { account, deployedSystem, resourcesOf, type Properties, type Resource } from '../evaluated.ts';
import { decide, type PolicyDocument } from '../iam.ts';

export const deployed = new Map<EnvironmentName, readonly Resource[]>();

beforeAll(async () => {
  for (const environment of environmentNames)
    deployed.set(environment, await deployedSystem('leadshop', environment));
});

export const of = (environment: EnvironmentName, path: string): Properties =>
  deployed.get(environment)?.find((each) => each.path === path)?.properties ?? {};

export const list = (value: unknown): readonly Record<string, unknown>[] => value as readonly Record<string, unknown>[];

/** The home stack with some parameters changed. */
export async function withParameters(more: Readonly<Record<string, string>>): Promise<(path: string) => Properties> {
  const resources = await resourcesOf(
    'templates/leadshop/app.yml',
    {
      ArtifactBucket: 'artifacts',
      Environment: 'prod',
      AllowedOrigin: 'https://leadfactory.com',
      Encryption: 'AES256',
      ...more,
    },
    { region: 'us-east-1' },
  );
  return (path) => resources.find((each) => each.path === path)?.properties ?? {};
}

export const bucketArn = 'arn:aws:s3:::assets';

/** A document whose resource parts that only the deployment tells are put in. */
export function document(properties: Properties, ...puts: readonly (readonly [string, string])[]): PolicyDocument {
  const known = [
    ['${AssetBucket.Outputs.BucketName}', 'assets'],
    ['${Key.Outputs.KeyArn}', 'the-key'],
    ['${SecurityLogs.Arn}', 'arn:aws:s3:::logs'],
    ...puts,
  ] as const;
  const text = JSON.stringify(properties['PolicyDocument'] ?? properties);
  return JSON.parse(known.reduce((all, [from, to]) => all.replaceAll(from, to), text)) as PolicyDocument;
}

/** What is decided by the statements that are for everybody. */
export function byBucket(
  policy: PolicyDocument,
  action: string,
  resource: string,
  context: Readonly<Record<string, string>> = {},
): string {
  const everybody = policy.Statement.filter(({ Principal }) => Principal === '*');
  return decide([{ Statement: everybody }], {
    action,
    resource,
    context: { 'aws:SecureTransport': 'true', 'aws:PrincipalArn': `arn:aws:iam::${account}:role/somebody`, ...context },
  });
}
