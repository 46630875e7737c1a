import { gitHubProviderArn } from '../bootstrap/find-provider.ts';
import { evaluateTree, type EvaluatedResource } from '../template/evaluate-tree.ts';
import { exact, known, type Evaluated } from '../template/evaluated.ts';
import { parseTemplate } from '../template/parse-template.ts';
import { canonicalJson, type Json } from '../runtime/canonical-json.ts';
import { statementsOf, type Statement } from './policy-document.ts';

/** A policy of the template: to compare with, and to put back. */
export interface WantedPolicy {
  readonly statements: readonly Statement[];
  readonly document: Json;
}

export interface WantedRole {
  readonly name: string;
  readonly trust: WantedPolicy;
  /** ARN; `null` where the role has none. */
  readonly boundary: string | null;
  /** By name. */
  readonly inline: ReadonlyMap<string, WantedPolicy>;
  /** ARNs. */
  readonly attached: readonly string[];
}

export interface WantedBucket {
  readonly name: string;
  readonly versioned: boolean;
  /** `AES256`, `aws:kms`, …; `null` where the template says nothing. */
  readonly encryption: string | null;
  /** The four switches of the public access block that are on. */
  readonly blocks: readonly string[];
  /** `BucketOwnerEnforced`, …; `null` where the template says nothing. */
  readonly ownership: string | null;
  readonly policy: WantedPolicy;
}

/** What the bootstrap's template makes in one region. */
export interface Wanted {
  readonly roles: readonly WantedRole[];
  /** By ARN. */
  readonly policies: ReadonlyMap<string, WantedPolicy>;
  readonly buckets: readonly WantedBucket[];
}

export interface WantedOptions {
  readonly template: { readonly text: string; readonly file: string };
  /** Of the stack, by `stackParameters`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly account: string;
  readonly region: string;
}

/**
 * Evaluates the bootstrap's template for one region: what has to be there is what it would make, so a check cannot lag
 * behind the template.
 * @throws UserError as `parseTemplate`; TypeError where a name or policy in the template waits for the deployment
 */
export function wantedOf(options: WantedOptions): Wanted {
  const { account } = options;
  const resources = resourcesOf(options);
  const ofType = (type: string): readonly Fields[] =>
    resources.filter((each) => each.type === type).map(propertiesOf);
  const policies = ofType('AWS::S3::BucketPolicy');
  return {
    roles: ofType('AWS::IAM::Role').map(roleOf),
    policies: new Map(
      ofType('AWS::IAM::ManagedPolicy').map((policy) => [
        policyArn(account, text(policy['ManagedPolicyName'])),
        policyOf(policy['PolicyDocument']),
      ]),
    ),
    buckets: ofType('AWS::S3::Bucket').map((bucket) => bucketOf(bucket, policies)),
  };
}

/**
 * Whether two templates make the same, so that CloudFormation has nothing to change from one to the other: a comment, a
 * description or a resource that this region does not have make no difference. Not so where it can't be told.
 * @throws UserError as `parseTemplate`
 */
export function makesTheSame(one: WantedOptions, other: WantedOptions): boolean {
  const [made, wanted] = [one, other].map((each) => {
    const resources = resourcesOf(each).map((resource) => {
      const known = [resource.properties, resource.deletionPolicy, resource.updateReplacePolicy].map(exact);
      return [resource.logicalId, resource.type, ...known];
    });
    const all = resources.flat();
    return all.includes(undefined) ? null : canonicalJson(resources.sort());
  });
  return made !== null && made === wanted;
}

/** The resources with what they say of each other, as far as it can be known before they are made. */
function resourcesOf({ template, parameters, account, region }: WantedOptions): readonly EvaluatedResource[] {
  const tree = { template: parseTemplate(template.text, template.file), children: new Map() };
  const pseudo = { accountId: account, region };
  // first the names, which other resources' ARNs are made of
  const named = new Map(
    evaluateTree(tree, { parameters, pseudo }).resources.map((resource) => [resource.logicalId, resource]),
  );
  const resource = (
    _: readonly string[],
    logicalId: string,
    attribute: string | null,
  ): Evaluated | undefined => {
    const target = named.get(logicalId);
    const value = target === undefined ? null : referenceTo(target, attribute, account);
    return value === null ? undefined : known(value);
  };
  return evaluateTree(tree, { parameters, pseudo, resource }).resources;
}

type Fields = Readonly<Record<string, Json>>;

function propertiesOf({ logicalId, properties }: EvaluatedResource): Fields {
  const data = exact(properties);
  if (data === undefined)
    throw new TypeError(`${logicalId} of the bootstrap can't be told before it is deployed.`);
  return fields(data);
}

function policyArn(account: string, name: string): string {
  return `arn:aws:iam::${account}:policy/${name}`;
}

/** What `Ref` and `GetAtt` of a named resource give (CloudFormation's resource reference, "Return values"). */
function referenceTo(
  { type, properties }: EvaluatedResource,
  attribute: string | null,
  account: string,
): string | null {
  const name = (property: string): string | null => {
    const value = properties.kind === 'map' ? properties.entries.get(property) : undefined;
    const data = value === undefined ? undefined : exact(value);
    return typeof data === 'string' ? data : null;
  };
  const wrap = (property: string, arn: (known: string) => string): string | null => {
    const given = name(property);
    return given === null ? null : arn(given);
  };
  switch (type) {
    case 'AWS::IAM::Role':
      return attribute === 'Arn'
        ? wrap('RoleName', (role) => `arn:aws:iam::${account}:role/${role}`)
        : name('RoleName');
    case 'AWS::IAM::ManagedPolicy':
      return wrap('ManagedPolicyName', (policy) => policyArn(account, policy));
    case 'AWS::S3::Bucket':
      return attribute === 'Arn'
        ? wrap('BucketName', (bucket) => `arn:aws:s3:::${bucket}`)
        : name('BucketName');
    case 'AWS::IAM::OIDCProvider':
      return gitHubProviderArn(account);
    default:
      return null;
  }
}

function roleOf(role: Fields): WantedRole {
  return {
    name: text(role['RoleName']),
    trust: policyOf(role['AssumeRolePolicyDocument']),
    boundary: role['PermissionsBoundary'] === undefined ? null : text(role['PermissionsBoundary']),
    inline: new Map(
      items(role['Policies']).map((policy) => [
        text(fields(policy)['PolicyName']),
        policyOf(fields(policy)['PolicyDocument']),
      ]),
    ),
    attached: items(role['ManagedPolicyArns']).map(text),
  };
}

function bucketOf(bucket: Fields, policies: readonly Fields[]): WantedBucket {
  const name = text(bucket['BucketName']);
  const [encryption] = items(fields(bucket['BucketEncryption'])['ServerSideEncryptionConfiguration']);
  const byDefault = fields(fields(encryption)['ServerSideEncryptionByDefault'])['SSEAlgorithm'];
  const [ownership] = items(fields(bucket['OwnershipControls'])['Rules']);
  const policy = policies.find((each) => each['Bucket'] === name);
  return {
    name,
    versioned: fields(bucket['VersioningConfiguration'])['Status'] === 'Enabled',
    encryption: byDefault === undefined ? null : text(byDefault),
    blocks: Object.entries(fields(bucket['PublicAccessBlockConfiguration']))
      .filter(([, value]) => value === true)
      .map(([key]) => key),
    ownership: ownership === undefined ? null : text(fields(ownership)['ObjectOwnership']),
    policy: policyOf(policy?.['PolicyDocument']),
  };
}

function policyOf(document: Json = {}): WantedPolicy {
  return { statements: statementsOf(document), document };
}

function fields(value: Json | undefined): Fields {
  return value !== undefined && value !== null && typeof value === 'object' ? (value as Fields) : {};
}

function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
