import pLimit from 'p-limit';
import type { AwsClients, ParameterMetadata, SecretsManagerApi } from '../aws/apis.ts';
import { UserError } from '../errors/slipway-error.ts';
import { isTransient } from '../stacks/transient-error.ts';
import type { DeployedTree } from './deployed-tree.ts';
import type { FoundReference } from './find-references.ts';
import type { ReferencedVersion } from './referenced-version.ts';
import { withoutSecrets, type SecretTexts } from './secret-text.ts';

/** Who is asked what stands behind a reference. */
export interface ReferenceClients {
  secretsManager(region: string): Promise<Pick<SecretsManagerApi, 'describeSecret'>>;
  parameterStore: AwsClients['parameterStore'];
}

export interface ReferencedVersionsOptions {
  readonly references: readonly FoundReference[];
  readonly clients: ReferenceClients;
  /** The stack's. A secret's ARN may name another. */
  readonly region: string;
  /** Physical ids of what the stack itself makes; `null` where it is absent. */
  readonly deployed: DeployedTree | null;
  /** Clear texts that must not be printed; they may be part of a name. */
  readonly secrets: SecretTexts;
}

/** Requests at once; Secrets Manager allows far more in a second ("Quotas"). */
const concurrency = 8;

interface Answer {
  readonly arn: string | null;
  /** Staging label → version; of SSM under `null`. */
  readonly versions: ReadonlyMap<string | null, string>;
}

const absent: Answer = { arn: null, versions: new Map() };

/**
 * Asks which version stands behind each reference, once for a secret and once for all parameters of a region. No value is
 * read: DescribeSecret gives the ARN and the versions by staging label (API_DescribeSecret, VersionIdsToStages),
 * DescribeParameters the newest version, which is what a reference without one takes. A reference that names its version is
 * answered by itself.
 *
 * @throws UserError REFERENCE_UNREADABLE where there is no telling: what can't be told can't be approved
 */
export async function referencedVersions(
  options: ReferencedVersionsOptions,
): Promise<readonly ReferencedVersion[]> {
  const limit = pLimit(concurrency);
  const asked = new Map<string, Promise<Answer>>();
  const once = (key: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const known = asked.get(key) ?? limit(ask);
    asked.set(key, known);
    return known;
  };
  const parameters = parametersOf(options);
  const answers = options.references.map(async (reference): Promise<ReferencedVersion> => {
    const { service, stage, version: fixed, lineage } = reference;
    const common = { service, name: shownName(reference, options.secrets), stage, lineage };
    const shown = (text: string): string => withoutSecrets(text, nameable(options.secrets));
    if (fixed !== null) return { ...common, arn: null, version: fixed, state: 'fixed' };
    const id = idOf(reference, options.deployed);
    if (id === null) return { ...common, arn: null, version: null, state: 'absent' };
    const { arn, versions } =
      service === 'secretsmanager'
        ? await once(`secret ${id}`, () => askSecret(id, options))
        : parameterAnswer(await parameters(), id);
    const version = versions.get(stage) ?? null;
    return version === null
      ? { ...common, arn: null, version, state: 'absent' }
      : { ...common, arn: arn === null ? null : shown(arn), version, state: 'found' };
  });
  return Promise.all(answers);
}

/** The physical id of what the stack makes; otherwise the name that the reference has. */
function idOf({ name, resource }: FoundReference, deployed: DeployedTree | null): string | null {
  if (resource === null) return name;
  let at: DeployedTree | null = deployed;
  for (const id of resource.slice(0, -1)) at = at?.children.get(id) ?? null;
  return at?.physicalIds.get(resource.at(-1) ?? '') ?? null;
}

async function askSecret(
  id: string,
  { clients, region, secrets }: ReferencedVersionsOptions,
): Promise<Answer> {
  try {
    const api = await clients.secretsManager(regionOf(id) ?? region);
    const { ARN = null, DeletedDate, VersionIdsToStages = {} } = await api.describeSecret({ SecretId: id });
    // What is about to be deleted can't be resolved any more (API_DeleteSecret).
    if (DeletedDate !== undefined) return absent;
    const versions = Object.entries(VersionIdsToStages).flatMap(([version, stages]) =>
      stages.map((stage): [string, string] => [stage, version]),
    );
    return { arn: ARN, versions: new Map(versions) };
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return absent;
    throw unreadable(`the secret ${id}`, 'secretsmanager:DescribeSecret', { error, secrets });
  }
}

/** Asks for all parameters without a version together, when the first is wanted. */
function parametersOf(
  options: ReferencedVersionsOptions,
): () => Promise<ReadonlyMap<string, ParameterMetadata>> {
  const { references, clients, region, deployed, secrets } = options;
  let asked: Promise<ReadonlyMap<string, ParameterMetadata>> | null = null;
  const ask = async (): Promise<ReadonlyMap<string, ParameterMetadata>> => {
    const ids = references.flatMap((reference) => {
      const isAsked = reference.service !== 'secretsmanager' && reference.version === null;
      return isAsked ? (idOf(reference, deployed) ?? []) : [];
    });
    const names = [...new Set(ids.map(parameterName))].sort();
    try {
      const found = await (await clients.parameterStore(region)).describeParameters(names);
      return new Map(found.map((parameter) => [parameter.Name ?? '', parameter]));
    } catch (error) {
      throw unreadable(`the parameters ${names.join(', ')} of SSM`, 'ssm:DescribeParameters', {
        error,
        secrets,
      });
    }
  };
  return () => (asked ??= ask());
}

function parameterAnswer(parameters: ReadonlyMap<string, ParameterMetadata>, id: string): Answer {
  const { ARN = null, Version } = parameters.get(parameterName(id)) ?? {};
  return Version === undefined ? absent : { arn: ARN, versions: new Map([[null, String(Version)]]) };
}

/** The name in an ARN: one with a path begins with a slash, which the ARN leaves out (Systems Manager User Guide, "Parameter names"). */
function parameterName(id: string): string {
  const name = /^arn:[^:]*:ssm:[^:]*:\d*:parameter\/(.+)$/.exec(id)?.[1];
  if (name === undefined) return id;
  return name.includes('/') ? `/${name}` : name;
}

function regionOf(id: string): string | null {
  return /^arn:[^:]+:secretsmanager:([^:]+):/.exec(id)?.[1] ?? null;
}

/** What hides whole references hides no name: only what is secret in a name itself is taken out. */
function nameable(secrets: SecretTexts): SecretTexts {
  return secrets.filter((text) => !text.includes('{{resolve:'));
}

function shownName({ name }: FoundReference, secrets: SecretTexts): string {
  return withoutSecrets(name, nameable(secrets));
}

function unreadable(
  what: string,
  permission: string,
  { error, secrets }: { readonly error: unknown; readonly secrets: SecretTexts },
): UserError {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const isDenied = /^(?:AccessDenied|Unauthorized|Forbidden)/.test(name);
  const why = isDenied ? `it may not be described (${name})` : `${name}: ${message}`;
  const text = `no telling which version of ${what} the deployment would take: ${why}`;
  const again = isTransient(error) ? 'plan again in a while' : 'see that the reference names it rightly';
  return new UserError('REFERENCE_UNREADABLE', withoutSecrets(text, nameable(secrets)), {
    next: isDenied
      ? `let the role that plans call ${permission} on it (slipway bootstrap does, within an account), or name its version in the reference`
      : again,
  });
}
