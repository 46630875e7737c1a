import { beforeAll, describe, expect, test } from '@jest/globals';
import { bootstrapped } from './bootstrapped.ts';
import { account, region, type Resource } from './evaluated.ts';
import { decide, type IamRequest, type PolicyDocument } from './iam.ts';

let resources: readonly Resource[];
beforeAll(async () => {
  resources = await bootstrapped({
    IsHomeRegion: 'true',
    RepositorySubject: 'repo:acme/photos',
    RepositoryId: '',
    DeploySubjects: 'repo:acme/photos:environment:companycam-dev',
    ProofSubjects: '',
    ResourceNames: 'companycam,cloud-sync',
  });
});

function resource(logicalId: string): Resource {
  const found = resources.find((each) => each.logicalId === logicalId);
  if (found === undefined) throw new Error(`there is no ${logicalId}`);
  return found;
}

/** Its own, and those that it shares. */
function policies(role: string): readonly PolicyDocument[] {
  const { Policies = [], ManagedPolicyArns = [] } = resource(role).properties as {
    Policies?: readonly { PolicyDocument: PolicyDocument }[];
    ManagedPolicyArns?: readonly string[];
  };
  const shared = ManagedPolicyArns.map(
    (arn) => resource(arn.split('/')[1] ?? '').properties['PolicyDocument'] as PolicyDocument,
  );
  return [...Policies.map(({ PolicyDocument }) => PolicyDocument), ...shared];
}

const stack = `arn:aws:cloudformation:${region}:${account}:stack/companycam-dev-app/1`;
const artifact = `arn:aws:s3:::slipway-artifacts-${account}-us-east-1/${'a'.repeat(64)}`;
const head = `arn:aws:s3:::slipway-ledger-${account}-${region}/ledger/companycam/dev/head.json`;
const record = `arn:aws:s3:::slipway-ledger-${account}-${region}/ledger/companycam/dev/records/00000001.json`;
const photo = 'arn:aws:s3:::companycam-photos-dev/photos/alice/x.jpg';
const secret = `arn:aws:secretsmanager:${region}:${account}:secret:slipway/companycam/smoke-client-a1`;
const emptyHands = `arn:aws:iam::${account}:role/slipway-empty-hands`;
const execution = `arn:aws:iam::${account}:role/slipway-execution`;
const machine = `arn:aws:states:${region}:${account}:stateMachine`;
const runs = `arn:aws:states:${region}:${account}:execution:cloud-sync-dev`;
const named = (name: string) => ({ 'cloudformation:ChangeSetName': name });
const toCloudFormation = { 'iam:PassedToService': 'cloudformation.amazonaws.com' };

/** What neither may do: change anything that is deployed, or write what others rely on. */
const nowhere: readonly IamRequest[] = [
  { action: 'cloudformation:CreateChangeSet', resource: stack, context: named('slipway-run-1') },
  { action: 'cloudformation:ExecuteChangeSet', resource: stack, context: named('slipway-run-1') },
  { action: 'cloudformation:CreateStack', resource: stack },
  { action: 'cloudformation:UpdateStack', resource: stack },
  { action: 'cloudformation:ContinueUpdateRollback', resource: stack },
  { action: 'cloudformation:DeleteStack', resource: stack },
  { action: 'cloudformation:DeleteStack', resource: stack, context: { 'cloudformation:RoleArn': execution } },
  { action: 's3:PutObject', resource: artifact },
  { action: 's3:DeleteObjectVersion', resource: artifact },
  { action: 's3:PutObject', resource: record },
  { action: 's3:DeleteObject', resource: head },
  { action: 's3:DeleteObject', resource: record },
  { action: 's3:DeleteObject', resource: photo },
  { action: 's3:GetObject', resource: photo },
  { action: 'secretsmanager:GetSecretValue', resource: secret.replace('slipway/', '') },
  { action: 's3:PutObject', resource: photo },
  { action: 'logs:GetLogEvents', resource: '*' },
  { action: 'sqs:ReceiveMessage', resource: `arn:aws:sqs:${region}:${account}:companycam-dev` },
  { action: 'lambda:InvokeFunction', resource: `arn:aws:lambda:${region}:${account}:function:companycam-dev` },
  { action: 'states:StartExecution', resource: `${machine}:payroll-dev` },
  { action: 'states:DescribeExecution', resource: `${runs}:nightly-1` },
  { action: 'states:StopExecution', resource: `${runs}:slipway-smoke-1` },
  { action: 'iam:PassRole', resource: execution, context: toCloudFormation },
  { action: 'iam:PutRolePolicy', resource: emptyHands },
  { action: 'sts:AssumeRole', resource: execution },
];

describe.each(['WatchRole', 'JanitorRole'])('%s', (role) => {
  test.each(nowhere)('not: $action $resource $context', (request) => {
    expect(decide(policies(role), request)).toBe('not allowed');
  });

  test('sees stacks', () => {
    for (const action of ['DescribeStacks', 'ListStacks', 'ListStackResources'])
      expect(decide(policies(role), { action: `cloudformation:${action}`, resource: '*' })).toBe('allowed');
  });
});

describe('the watch', () => {
  test.each([
    ['s3:PutObject', head],
    ['s3:DeleteObject', artifact],
  ])('takes no lock and sweeps nothing: %s', (action, on) => {
    expect(decide(policies('WatchRole'), { action, resource: on })).toBe('not allowed');
  });

  // `handlers.read.permissions` of the types' schemas in the CloudFormation registry
  test.each([
    ['cloudformation:DetectStackDrift', stack],
    ['cloudformation:DetectStackResourceDrift', stack],
    ['cloudformation:DescribeStackDriftDetectionStatus', '*'],
    ['cloudformation:DescribeStackResourceDrifts', stack],
    ['s3:GetObject', artifact],
    ['s3:GetObject', head],
    ['secretsmanager:GetSecretValue', secret],
    ['states:StartExecution', `${machine}:cloud-sync-dev`],
    ['states:DescribeExecution', `${runs}:slipway-smoke-1`],
    ['s3:GetBucketPolicy', 'arn:aws:s3:::companycam-photos-dev'],
    ['s3:GetLifecycleConfiguration', 'arn:aws:s3:::companycam-photos-dev'],
    ['apigateway:GET', `arn:aws:apigateway:${region}::/restapis/a1/stages/live`],
    ['lambda:GetFunction', `arn:aws:lambda:${region}:${account}:function:companycam-dev-photos`],
    ['iam:GetRolePolicy', `arn:aws:iam::${account}:role/companycam-dev-photos`],
    ['cloudfront:GetDistributionConfig', `arn:aws:cloudfront::${account}:distribution/E1`],
    ['cloudwatch:DescribeAlarms', '*'],
    ['logs:DescribeLogGroups', '*'],
    ['sqs:GetQueueAttributes', `arn:aws:sqs:${region}:${account}:companycam-dev`],
    ['sns:GetTopicAttributes', `arn:aws:sns:${region}:${account}:companycam-dev`],
  ])('may %s %s', (action, on) => {
    expect(decide(policies('WatchRole'), { action, resource: on })).toBe('allowed');
  });

  test('deletes nothing, not even change sets', () => {
    const request = { action: 'cloudformation:DeleteChangeSet', resource: stack, context: named('slipway-pr-1') };
    expect(decide(policies('WatchRole'), request)).toBe('not allowed');
  });
});

describe('the janitor', () => {
  test.each([
    ['slipway-pr-12-abc', 'allowed'],
    ['slipway-run-12', 'allowed'],
    ['slipway-bootstrap-12', 'not allowed'],
    ['mine', 'not allowed'],
  ])('and a change set named %s: %s', (name, decision) => {
    const arn = `arn:aws:cloudformation:${region}:${account}:changeSet/${name}/1`;
    for (const each of [name, arn]) {
      const request = { action: 'cloudformation:DeleteChangeSet', resource: stack, context: named(each) };
      expect(decide(policies('JanitorRole'), request)).toBe(decision);
    }
  });

  test('deletes a stack only with the rights of a role that has none', () => {
    const context = { 'cloudformation:RoleArn': emptyHands };
    const request = { action: 'cloudformation:DeleteStack', resource: stack, context };
    expect(decide(policies('JanitorRole'), request)).toBe('allowed');
    const pass = { action: 'iam:PassRole', resource: emptyHands, context: toCloudFormation };
    expect(decide(policies('JanitorRole'), pass)).toBe('allowed');
    const { Policies, ManagedPolicyArns } = resource('EmptyHandsRole').properties;
    expect([Policies, ManagedPolicyArns]).toEqual([undefined, undefined]);
    expect(resource('EmptyHandsRole').properties['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [{ Principal: { Service: 'cloudformation.amazonaws.com' } }],
    });
  });

  test.each([
    ['s3:GetObject', head],
    ['s3:GetObject', record],
    ['s3:PutObject', head],
    ['s3:GetObject', artifact],
    ['s3:DeleteObject', artifact],
    ['s3:ListBucket', artifact.split('/')[0] ?? ''],
    ['s3:ListBucket', head.split('/')[0] ?? ''],
    ['s3:ListAllMyBuckets', '*'],
  ])('sweeps what nothing needs, as far as ledgers tell: %s %s', (action, on) => {
    expect(decide(policies('JanitorRole'), { action, resource: on })).toBe('allowed');
  });

  test.each([
    ['s3:PutObject', `arn:aws:s3:::slipway-ledger-${account}-${region}/head.json`],
    ['s3:PutObject', head.replace(account, '222222222222')],
    ['s3:GetObject', head.replace(account, '222222222222')],
    ['s3:DeleteObject', artifact.replace(account, '222222222222')],
    ['s3:GetObjectVersion', artifact],
    ['s3:ListBucket', photo.split('/')[0] ?? ''],
    ['secretsmanager:GetSecretValue', secret],
  ])('no more than that: %s %s', (action, on) => {
    expect(decide(policies('JanitorRole'), { action, resource: on })).toBe('not allowed');
  });
});

test('no role that GitHub may take deletes from the ledger, whatever its own policies come to say', () => {
  const { Statement } = resource('LedgerPolicy').properties['PolicyDocument'] as PolicyDocument;
  const roles = resources.filter(
    ({ type, properties }) =>
      type === 'AWS::IAM::Role' && JSON.stringify(properties).includes('AssumeRoleWithWebIdentity'),
  );
  expect(roles.length).toBe(5);
  const deletes = (name: string, action: string): string =>
    decide([{ Statement }], {
      action,
      resource: `arn:aws:s3:::slipway-ledger-${account}-${region}/ledger/companycam/dev/head.json`,
      context: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/${name}` },
    });
  for (const action of ['s3:DeleteObject', 's3:DeleteObjectVersion']) {
    for (const { properties } of roles) expect(deletes(String(properties['RoleName']), action)).toBe('denied');
    expect(deletes('slipway-execution', action)).toBe('denied');
    expect(deletes('administrator', action)).toBe('not allowed');
  }
});
