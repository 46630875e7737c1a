import { beforeAll, describe, expect, test } from '@jest/globals';
import { planAccounts } from '../../src/bootstrap/plan-accounts.ts';
import { everyEnvironment } from '../../src/cli/bootstrap-sources.ts';
import { environmentNames } from '../../src/config/environment-name.ts';
import { listSystems } from '../../src/config/load.ts';
import { bootstrapped } from './bootstrapped.ts';
import { account, deployedSystem, region, root } from './evaluated.ts';
import { needs } from './execution-needs.ts';
import { decide, type Decision, type IamRequest, type PolicyDocument } from './iam.ts';

const workloadBoundary = `arn:aws:iam::${account}:policy/slipway-workload-boundary`;
const bounded = { 'iam:PermissionsBoundary': workloadBoundary };
const systems = await listSystems(root);
interface ExecutionRole {
  /** The role's own policies. */
  readonly own: readonly PolicyDocument[];
  readonly attached: readonly PolicyDocument[];
  readonly boundary: PolicyDocument;
  /** Every managed policy that the bootstrap makes. */
  readonly managed: readonly { readonly id: string; readonly document: PolicyDocument }[];
}

/** As the bootstrap makes it for systems whose resources have names that begin so. */
async function executionRole(names: readonly string[]): Promise<ExecutionRole> {
  const bootstrap = await bootstrapped({
    IsHomeRegion: 'true',
    RepositorySubject: 'repo:acme/photos',
    DeploySubjects: 'repo:acme/photos:environment:companycam-dev',
    ProofSubjects: '',
    ResourceNames: names.join(','),
  });
  const managed = bootstrap
    .filter(({ type }) => type === 'AWS::IAM::ManagedPolicy')
    .map(({ logicalId, properties }) => ({ id: logicalId, document: properties['PolicyDocument'] as PolicyDocument }));
  const named = (arn: string): PolicyDocument => {
    const found = managed.find(({ id }) => arn === `arn:aws:iam::${account}:policy/${id}`);
    if (found === undefined) throw new Error(`there is no ${arn}`);
    return found.document;
  };
  const role = bootstrap.find(({ logicalId }) => logicalId === 'ExecutionRole')?.properties as {
    readonly Policies: readonly { readonly PolicyDocument: PolicyDocument }[];
    readonly ManagedPolicyArns: readonly string[];
    readonly PermissionsBoundary: string;
  };
  return {
    own: role.Policies.map(({ PolicyDocument }) => PolicyDocument),
    attached: role.ManagedPolicyArns.map(named),
    boundary: named(role.PermissionsBoundary),
    managed,
  };
}

let ofAll: ExecutionRole;
beforeAll(async () => {
  // every system in one account, which is the most that a policy has to hold
  const all = (await everyEnvironment(root)).map((each) => ({ ...each, account }));
  const [everything] = planAccounts(all, all);
  ofAll = await executionRole(everything?.names ?? []);
});

/** Both the role and its boundary have to allow (IAM User Guide, "Permissions boundaries"). */
function may(request: IamRequest, { own, attached, boundary }: ExecutionRole = ofAll): Decision {
  const decision = decide([...own, ...attached], request);
  return decision === 'allowed' ? decide([boundary], request) : decision;
}

describe.each(systems.flatMap((system) => environmentNames.map((environment) => [system, environment] as const)))(
  '%s in %s',
  (system, environment) => {
    test('has all rights that its resources need', async () => {
      const missing = (await deployedSystem(system, environment)).flatMap(({ path, type, properties }) => {
        const { calls, on } = needs[type] ?? { calls: [`nothing is written down for ${type}`], on: () => '' };
        const resource = on(properties, `${system}-${environment}-app-Child-X1`);
        return calls
          .filter((action) => may({ action, resource, context: bounded }) !== 'allowed')
          .map((action) => `${path}: ${action} on ${resource}`);
      });
      expect(missing).toEqual([]);
    });
  },
);

test('no policy is larger than IAM takes, with the names of every system and room for more', () => {
  // "IAM and AWS STS quotas": characters without whitespace, 6,144 a managed policy and 10,240 for all of a role's own.
  const size = (document: unknown): number => JSON.stringify(document).replaceAll(/\s/g, '').length;
  const tooLarge = ofAll.managed.filter(({ id, document }) => size(document) > (id.startsWith('Execution') ? 5_500 : 6_144));
  expect(tooLarge.map(({ id, document }) => [id, size(document)])).toEqual([]);
  expect(ofAll.own.reduce((sum, each) => sum + size(each), 0)).toBeLessThan(9_500);
});

// DynamoDB Developer Guide, "Encryption at rest: How it works": what whoever makes a table needs of the key, through DynamoDB.
test('makes tables with keys of their own, and uses a key in no other way', () => {
  const use = (call: string, service: string): Decision =>
    may({
      action: `kms:${call}`,
      resource: `arn:aws:kms:${region}:${account}:key/x`,
      context: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
    });
  const calls = ['CreateGrant', 'Decrypt', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'];
  expect(calls.map((call) => use(call, 'dynamodb'))).toEqual(calls.map(() => 'allowed'));
  expect(calls.map((call) => use(call, 's3'))).toEqual(calls.map(() => 'not allowed'));
});

test('reads templates and code of releases, and hands roles to Lambda', () => {
  const key = `arn:aws:s3:::slipway-artifacts-${account}-${region}/${'a'.repeat(64)}`;
  expect(may({ action: 's3:GetObject', resource: key })).toBe('allowed');
  const role = `arn:aws:iam::${account}:role/companycam-photos-function-dev`;
  const pass = (service: string): Decision =>
    may({ action: 'iam:PassRole', resource: role, context: { 'iam:PassedToService': service } });
  expect([pass('lambda.amazonaws.com'), pass('ec2.amazonaws.com')]).toEqual(['allowed', 'not allowed']);
});

describe('a system that was made a moment ago', () => {
  const at = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account}:${resource}`;
  const deeds = (name: string): readonly IamRequest[] => [
    { action: 'iam:CreateRole', resource: `arn:aws:iam::${account}:role/${name}-dev-app-X`, context: bounded },
    { action: 'sqs:CreateQueue', resource: at('sqs', `${name}-work`) },
    { action: 'sns:DeleteTopic', resource: at('sns', `${name}-alarms-dev`) },
    { action: 'dynamodb:DeleteTable', resource: at('dynamodb', `table/${name}-dev`) },
    { action: 'secretsmanager:DeleteSecret', resource: at('secretsmanager', `secret:${name}/dev/key-a1b2c3`) },
    { action: 'states:UpdateStateMachine', resource: at('states', `stateMachine:${name}-dev`) },
    { action: 'elasticache:DeleteReplicationGroup', resource: at('elasticache', `replicationgroup:${name}-dev`) },
    { action: 'events:PutRule', resource: at('events', `rule/${name}-nightly`) },
    { action: 'scheduler:CreateSchedule', resource: at('scheduler', `schedule/default/${name}-nightly`) },
  ];

  test('is let make what it names, and nothing of others', async () => {
    const role = await executionRole(['orders', 'order-archive']);
    const decisions = (name: string): ReadonlySet<Decision> => new Set(deeds(name).map((deed) => may(deed, role)));
    expect(decisions('orders')).toEqual(new Set(['allowed']));
    expect(decisions('order-archive')).toEqual(new Set(['allowed']));
    for (const other of ['companycam', 'ordersomething', 'order', 'my-orders'])
      expect([other, ...decisions(other)]).toEqual([other, 'not allowed']);
  });

  test('gets nothing where no names were given', async () => {
    const role = await executionRole([]);
    expect(new Set(deeds('orders').map((deed) => may(deed, role)))).toEqual(new Set(['not allowed']));
  });
});

describe('does not suffice', () => {
  const role = `arn:aws:iam::${account}:role/companycam-dev-x`;
  const refused: readonly (readonly [string, IamRequest])[] = [
    ['for a role without the boundary', { action: 'iam:CreateRole', resource: role }],
    [
      'for a role with another boundary',
      {
        action: 'iam:CreateRole',
        resource: role,
        context: { 'iam:PermissionsBoundary': `arn:aws:iam::${account}:policy/x` },
      },
    ],
    ['to take a boundary off', { action: 'iam:DeleteRolePermissionsBoundary', resource: role, context: bounded }],
    ...['slipway-deploy', 'slipway-execution', 'admin'].flatMap((name) =>
      ['PutRolePolicy', 'AttachRolePolicy', 'UpdateAssumeRolePolicy', 'DeleteRole', 'PassRole'].map(
        (call): readonly [string, IamRequest] => [
          `for iam:${call} on ${name}`,
          { action: `iam:${call}`, resource: `arn:aws:iam::${account}:role/${name}`, context: bounded },
        ],
      ),
    ),
    [
      'to change a boundary',
      { action: 'iam:CreatePolicyVersion', resource: `arn:aws:iam::${account}:policy/slipway-workload-boundary` },
    ],
    ['to make a user', { action: 'iam:CreateUser', resource: `arn:aws:iam::${account}:user/x` }],
    ['to read a photo', { action: 's3:GetObject', resource: 'arn:aws:s3:::companycam-photos-dev/photos/a/x.jpg' }],
    ['to delete a photo', { action: 's3:DeleteObject', resource: 'arn:aws:s3:::companycam-photos-dev/photos/a/x.jpg' }],
    ['to delete the ledger', { action: 's3:DeleteBucket', resource: `arn:aws:s3:::slipway-ledger-${account}-${region}` }],
    [
      'to open the artifacts',
      { action: 's3:PutBucketPolicy', resource: `arn:aws:s3:::slipway-artifacts-${account}-${region}` },
    ],
    ['to read a secret', { action: 'secretsmanager:GetSecretValue', resource: '*' }],
    ['to read a session', { action: 'dynamodb:GetItem', resource: `arn:aws:dynamodb:${region}:${account}:table/companycam-x` }],
    ['to read a table’s stream', { action: 'dynamodb:GetRecords', resource: '*' }],
    ['to let others read a table', { action: 'dynamodb:PutResourcePolicy', resource: `arn:aws:dynamodb:${region}:${account}:table/companycam-x` }],
    ['to decrypt by itself', { action: 'kms:Decrypt', resource: `arn:aws:kms:${region}:${account}:key/x` }],
    ['to make Slipway’s secrets', { action: 'secretsmanager:CreateSecret', resource: `arn:aws:secretsmanager:${region}:${account}:secret:slipway/companycam/x` }],
    ['to send mail', { action: 'ses:SendEmail', resource: '*' }],
    ['to start what it made', { action: 'states:StartExecution', resource: '*' }],
    ['to read a photo service’s queue', { action: 'sqs:ReceiveMessage', resource: `arn:aws:sqs:${region}:${account}:companycam-x` }],
    [
      'to have a role made for any service',
      {
        action: 'iam:CreateServiceLinkedRole',
        resource: `arn:aws:iam::${account}:role/aws-service-role/x`,
        context: { 'iam:AWSServiceName': 'organizations.amazonaws.com' },
      },
    ],
    ['to connect networks', { action: 'ec2:CreateVpcPeeringConnection', resource: '*' }],
    ['to call what no template uses', { action: 'ec2:RunInstances', resource: '*' }],
  ];
  test.each(refused)('%s', (_, request) => {
    expect(may(request)).not.toBe('allowed');
  });
});
