import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import { account, deployedSystem, resourcesOf, type Properties, type Resource } from '../evaluated.ts';
import type { PolicyDocument } from '../iam.ts';

const all = new Map<EnvironmentName, readonly Resource[]>();
for (const environment of environmentNames)
  all.set(environment, await deployedSystem('spec-wizard', environment));

/** Everything that an environment deploys, stack by stack. */
export function resources(environment: EnvironmentName): readonly Resource[] {
  return all.get(environment) ?? [];
}

/** The properties at a path of logical ids, such as `SessionsTable/Sessions`; none where there is no such resource. */
export function of(environment: EnvironmentName, path: string): Properties {
  return resources(environment).find((each) => each.path === path)?.properties ?? {};
}

const defaults: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  account: { SenderIdentity: 'specwizard.com' },
  edge: { Cdn: 'on', AccessLogs: 'on' },
  exports: { Cdn: 'on', AccessLogs: 'on', AllowedOrigin: 'https://specwizard.com', ExportsVersioning: 'on' },
};

/** A stack of prod with some parameters set. */
export async function stackWith(stack: string, more: Readonly<Record<string, string>>): Promise<readonly Resource[]> {
  return resourcesOf(
    `templates/spec-wizard/${stack}.yml`,
    { ArtifactBucket: 'artifacts', Environment: 'prod', ...defaults[stack], ...more },
    { region: 'us-east-1' },
  );
}

export function at(among: readonly Resource[], path: string): Properties {
  return among.find((each) => each.path === path)?.properties ?? {};
}

export const list = (value: unknown): readonly Properties[] => value as readonly Properties[];

const known = [
  ['${ExportsBucket.Outputs.BucketName}', 'exports'],
  ['${ExportsKey.Outputs.KeyArn}', 'key-of-exports'],
  ['${exports.ExportsBucketName}', 'exports'],
  ['${exports.ExportsKeyArn}', 'key-of-exports'],
  ['${ExportsCdn.Outputs.DistributionId}', 'E1'],
  ['${SessionsTable.Outputs.TableArn}', `arn:aws:dynamodb:us-east-1:${account}:table/sessions`],
  ['${TableKey.Outputs.KeyArn}', 'key-of-table'],
  ['${ModelProviderSecrets.Outputs.AnthropicApiKeyArn}', 'anthropic'],
  ['${ModelProviderSecrets.Outputs.OpenAiApiKeyArn}', 'openai'],
  ['${ApplicationLogs.Outputs.ApplicationLogName}', 'application-log'],
  ['${ApplicationLogs.Outputs.ErrorLogName}', 'error-log'],
  ['${account.SenderIdentity}', 'identity'],
  ['${mail.MailConfigurationSetName}', 'mail-set'],
  ['${mail.ExportReadyTemplateName}', 'export-ready'],
  ['${mail.SubmissionConfirmedTemplateName}', 'submission-confirmed'],
] as const;

/** Policies of a resource, with names in place of what only the deployment tells. */
export function policies(properties: Properties): readonly PolicyDocument[] {
  const documents =
    properties['Policies'] === undefined
      ? [properties['PolicyDocument'] ?? properties['KeyPolicy']]
      : list(properties['Policies']).map((policy) => policy['PolicyDocument']);
  const text = known.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(documents));
  return JSON.parse(text) as readonly PolicyDocument[];
}
