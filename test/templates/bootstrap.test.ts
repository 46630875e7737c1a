import { beforeAll, describe, expect, test } from '@jest/globals';
import { bootstrapped } from './bootstrapped.ts';
import { account, region, type Resource } from './evaluated.ts';
import { decide, type IamRequest, type PolicyDocument } from './iam.ts';

const given = {
  IsHomeRegion: 'true' as const,
  RepositorySubject: 'repo:acme/photos',
  RepositoryId: '',
  DeploySubjects: 'repo:acme/photos:environment:companycam-dev,repo:acme/photos:environment:leadshop-dev',
  ProofSubjects: 'repo:acme/photos:environment:companycam-sit',
  ResourceNames: 'companycam,leadshop,cloud-sync',
};

let resources: readonly Resource[];
beforeAll(async () => {
  resources = await bootstrapped(given);
});

function resource(logicalId: string, among = resources): Resource {
  const found = among.find((each) => each.logicalId === logicalId);
  if (found === undefined) throw new Error(`there is no ${logicalId}`);
  return found;
}

/** A role's own policies with the managed ones that the template makes and attaches. */
function policies(role: string): readonly PolicyDocument[] {
  const { Policies = [], ManagedPolicyArns = [] } = resource(role).properties as {
    Policies?: readonly { PolicyDocument: PolicyDocument }[];
    ManagedPolicyArns?: readonly string[];
  };
  const managed = ManagedPolicyArns.map((arn) => document(arn.split('/')[1] ?? ''));
  return [...Policies.map(({ PolicyDocument }) => PolicyDocument), ...managed];
}

function document(logicalId: string): PolicyDocument {
  return resource(logicalId).properties['PolicyDocument'] as PolicyDocument;
}

const stack = `arn:aws:cloudformation:${region}:${account}:stack/companycam-dev-app/1`;
const artifact = `arn:aws:s3:::slipway-artifacts-${account}-us-east-1/${'a'.repeat(64)}`;
const ledger = `arn:aws:s3:::slipway-ledger-${account}-${region}`;
const secret = `arn:aws:secretsmanager:${region}:${account}:secret:`;
const distribution = `arn:aws:cloudfront::${account}:distribution/E1`;
const named = (name: string) => ({ 'cloudformation:ChangeSetName': name });

test('in a further region makes the artifact bucket and nothing of IAM', async () => {
  const further = await bootstrapped({ ...given, IsHomeRegion: 'false' });
  expect(further.map(({ logicalId }) => logicalId)).toEqual(['Artifacts', 'ArtifactsPolicy']);
});

test('in a further home region makes a ledger and API Gateway’s logging, too, by the role that the first one made', async () => {
  const further = await bootstrapped({ ...given, IsHomeRegion: 'false', IsLedgerRegion: 'true' });
  expect(further.map(({ logicalId }) => logicalId)).toEqual([
    'Artifacts',
    'ArtifactsPolicy',
    'Ledger',
    'LedgerPolicy',
    'ApiGatewayLogging',
  ]);
  expect(resource('ApiGatewayLogging', further).properties).toEqual({
    CloudWatchRoleArn: `arn:aws:iam::${account}:role/slipway-api-gateway-logging`,
  });
});

test('what is bound to names is bound to those that are given, and to none where none is given', async () => {
  const made = async (ResourceNames: string): Promise<readonly string[]> => {
    const all = await bootstrapped({ ...given, ResourceNames });
    const { Statement } = resource('ExecutionFlow', all).properties['PolicyDocument'] as PolicyDocument;
    return [Statement.find(({ Sid }) => Sid === 'QueuesAndTopics')?.Resource ?? []].flat();
  };
  expect(await made('leadshop,gopro')).toEqual([
    'arn:*:sqs:*:*:leadshop-*',
    'arn:*:sqs:*:*:gopro-*',
    'arn:*:sns:*:*:leadshop-*',
    'arn:*:sns:*:*:gopro-*',
  ]);
  expect(await made('')).toEqual(['arn:*:sqs:*:*:-*', 'arn:*:sns:*:*:-*']);
});

test('makes the OIDC provider unless the account has one', async () => {
  expect(resource('GitHubProvider').properties).toMatchObject({ ClientIdList: ['sts.amazonaws.com'] });
  const provider = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
  const others = await bootstrapped({ ...given, GitHubOidcProviderArn: provider });
  expect(others.map(({ logicalId }) => logicalId)).not.toContain('GitHubProvider');
  expect(JSON.stringify(resource('DeployRole', others).properties['AssumeRolePolicyDocument'])).toContain(provider);
});

describe('who may take a role', () => {
  const issuer = 'token.actions.githubusercontent.com';
  const trusts = (role: string, claims: Readonly<Record<string, string>>, among = resources): string =>
    decide([resource(role, among).properties['AssumeRolePolicyDocument'] as PolicyDocument], {
      action: 'sts:AssumeRoleWithWebIdentity',
      context: Object.fromEntries(
        Object.entries({ aud: 'sts.amazonaws.com', ...claims }).map(([key, value]) => [`${issuer}:${key}`, value]),
      ),
    });

  test.each([
    ['PreviewRole', 'repo:acme/photos:pull_request'],
    ['PlanRole', 'repo:acme/photos:ref:refs/heads/main'],
    ['WatchRole', 'repo:acme/photos:ref:refs/heads/main'],
    ['JanitorRole', 'repo:acme/photos:ref:refs/heads/main'],
    ['DeployRole', 'repo:acme/photos:environment:companycam-dev'],
    ['DeployRole', 'repo:acme/photos:environment:leadshop-dev'],
    ['PlanRole', 'repo:acme/photos:environment:companycam-sit'],
  ])('%s: %s', (role, sub) => {
    expect(trusts(role, { sub })).toBe('allowed');
  });

  test.each([
    ['PreviewRole', 'repo:acme/photos:ref:refs/heads/main'],
    ['PreviewRole', 'repo:evil/photos:pull_request'],
    ['PreviewRole', 'repo:acme/photos-fork:pull_request'],
    ['PlanRole', 'repo:acme/photos:pull_request'],
    ['PlanRole', 'repo:acme/photos:ref:refs/heads/main-2'],
    ['PlanRole', 'repo:acme/photos:ref:refs/tags/main'],
    ['PlanRole', 'repo:acme/photos:environment:companycam-dev'],
    ['PlanRole', 'repo:acme/photos:environment:companycam-prod'],
    ['PlanRole', 'repo:acme@1/photos@2:environment:companycam-sit'],
    ['PreviewRole', 'repo:acme/photos:environment:companycam-sit'],
    ['WatchRole', 'repo:acme/photos:environment:companycam-sit'],
    ['DeployRole', 'repo:acme/photos:environment:companycam-sit'],
    ['WatchRole', 'repo:acme/photos:pull_request'],
    ['WatchRole', 'repo:evil/photos:ref:refs/heads/main'],
    ['JanitorRole', 'repo:acme/photos:pull_request'],
    ['JanitorRole', 'repo:acme/photos:environment:companycam-dev'],
    ['EmptyHandsRole', 'repo:acme/photos:ref:refs/heads/main'],
    ['DeployRole', 'repo:acme/photos:environment:companycam-prod'],
    ['DeployRole', 'repo:acme/photos:environment:companycam-dev-2'],
    ['DeployRole', 'repo:acme/photos:ref:refs/heads/main'],
    ['DeployRole', 'repo:acme/photos:pull_request'],
    ['DeployRole', 'repo:acme@1/photos@2:environment:companycam-dev'],
    ['ExecutionRole', 'repo:acme/photos:ref:refs/heads/main'],
  ])('%s: not %s', (role, sub) => {
    expect(trusts(role, { sub })).toBe('not allowed');
  });

  test('nobody for another audience', () => {
    const sub = 'repo:acme/photos:environment:companycam-dev';
    expect(trusts('DeployRole', { sub, aud: 'https://github.com/acme' })).toBe('not allowed');
  });

  test('nobody who deploys from another branch, where the token tells', () => {
    const sub = 'repo:acme/photos:environment:companycam-dev';
    expect(trusts('DeployRole', { sub, ref: 'refs/heads/main' })).toBe('allowed');
    expect(trusts('DeployRole', { sub, ref: 'refs/heads/feature' })).toBe('not allowed');
  });

  test('who comes next proves only from main, too; and nobody comes next after the last environment', async () => {
    const sub = 'repo:acme/photos:environment:companycam-sit';
    expect(trusts('PlanRole', { sub, ref: 'refs/heads/main' })).toBe('allowed');
    expect(trusts('PlanRole', { sub, ref: 'refs/heads/feature' })).toBe('not allowed');
    expect(trusts('PlanRole', { sub, aud: 'https://github.com/acme' })).toBe('not allowed');
    const last = await bootstrapped({ ...given, ProofSubjects: '' });
    const document = resource('PlanRole', last).properties['AssumeRolePolicyDocument'] as PolicyDocument;
    expect(document.Statement.map(({ Sid }) => Sid)).toEqual(['MainBranch']);
    expect(trusts('PlanRole', { sub }, last)).toBe('not allowed');
  });

  test('the subject with numbers, and the number itself, where the repository has that form', async () => {
    const numbered = await bootstrapped({
      ...given,
      RepositorySubject: 'repo:acme@1/photos@2',
      RepositoryId: '2',
      DeploySubjects: 'repo:acme@1/photos@2:environment:companycam-dev',
    });
    const sub = 'repo:acme@1/photos@2:pull_request';
    expect(trusts('PreviewRole', { sub }, numbered)).toBe('allowed');
    expect(trusts('PreviewRole', { sub, repository_id: '2' }, numbered)).toBe('allowed');
    expect(trusts('PreviewRole', { sub, repository_id: '3' }, numbered)).toBe('not allowed');
    expect(trusts('PreviewRole', { sub: 'repo:acme/photos:pull_request' }, numbered)).toBe('not allowed');
  });
});

describe('what a role may do', () => {
  const everywhere: readonly IamRequest[] = [
    { action: 'cloudformation:DescribeStacks', resource: stack },
    { action: 'cloudformation:DescribeChangeSet', resource: '*' },
    { action: 'cloudformation:GetTemplate', resource: stack },
    { action: 's3:GetObject', resource: artifact },
    { action: 's3:PutObject', resource: artifact },
    { action: 's3:ListBucket', resource: `arn:aws:s3:::slipway-artifacts-${account}-us-east-1` },
    { action: 's3:GetObject', resource: `${ledger}/ledger/companycam/dev/head.json` },
    { action: 'cloudfront:GetDistribution', resource: distribution },
    { action: 'secretsmanager:DescribeSecret', resource: `${secret}db-1` },
    { action: 'ssm:DescribeParameters', resource: '*' },
  ];
  const nowhere: readonly IamRequest[] = [
    { action: 's3:DeleteObject', resource: artifact },
    { action: 's3:DeleteObject', resource: `${ledger}/ledger/companycam/dev/head.json` },
    { action: 's3:PutBucketPolicy', resource: ledger },
    { action: 's3:GetObject', resource: 'arn:aws:s3:::companycam-photos-dev/photos/alice/x.jpg' },
    { action: 's3:GetObject', resource: 'arn:aws:s3:::slipway-artifacts-222222222222-eu-west-1/x' },
    { action: 'cloudformation:CreateStack', resource: stack },
    { action: 'cloudformation:UpdateStack', resource: stack },
    { action: 'cloudformation:RollbackStack', resource: stack },
    { action: 'cloudformation:SetStackPolicy', resource: stack },
    { action: 'iam:CreateRole', resource: `arn:aws:iam::${account}:role/x` },
    { action: 'iam:PassRole', resource: `arn:aws:iam::${account}:role/admin` },
    { action: 'lambda:UpdateFunctionCode', resource: '*' },
    { action: 'secretsmanager:GetSecretValue', resource: `${secret}db-1` },
    { action: 'ssm:GetParameter', resource: `arn:aws:ssm:eu-west-1:${account}:parameter/db` },
    { action: 'sts:AssumeRole', resource: `arn:aws:iam::${account}:role/slipway-execution` },
  ];
  const executing: readonly IamRequest[] = [
    { action: 'cloudformation:ExecuteChangeSet', resource: stack, context: named('slipway-run-1') },
    { action: 'cloudformation:DeleteStack', resource: stack },
    { action: 'cloudformation:ContinueUpdateRollback', resource: stack },
    { action: 's3:PutObject', resource: `${ledger}/ledger/companycam/dev/head.json` },
    { action: 'cloudfront:CreateInvalidation', resource: distribution },
    { action: 'cloudfront:GetInvalidation', resource: distribution },
    { action: 'secretsmanager:GetSecretValue', resource: `${secret}slipway/companycam/smoke-issuer-a1` },
    { action: 'states:StartExecution', resource: `arn:aws:states:${region}:${account}:stateMachine:cloud-sync-dev` },
    {
      action: 'iam:PassRole',
      resource: `arn:aws:iam::${account}:role/slipway-execution`,
      context: { 'iam:PassedToService': 'cloudformation.amazonaws.com' },
    },
  ];

  describe.each(['PreviewRole', 'PlanRole', 'DeployRole'])('%s', (role) => {
    test.each(everywhere)('reads and adds: $action $resource', (request) => {
      expect(decide(policies(role), request)).toBe('allowed');
    });
    test.each(nowhere)('not: $action $resource', (request) => {
      expect(decide(policies(role), request)).toBe('not allowed');
    });
    test.each(executing)('only to deploy: $action', (request) => {
      expect(decide(policies(role), request)).toBe(role === 'DeployRole' ? 'allowed' : 'not allowed');
    });
  });

  test.each([
    ['PreviewRole', 'slipway-pr-12-abc', 'allowed'],
    ['PreviewRole', 'slipway-run-12', 'not allowed'],
    ['PreviewRole', 'mine', 'not allowed'],
    ['PlanRole', 'slipway-run-12', 'allowed'],
    ['PlanRole', 'slipway-pr-12', 'not allowed'],
    ['DeployRole', 'slipway-run-12', 'allowed'],
    ['DeployRole', 'slipway-pr-12', 'not allowed'],
  ])('%s and a change set named %s', (role, name, decision) => {
    const arn = `arn:aws:cloudformation:${region}:${account}:changeSet/${name}/1`;
    for (const action of ['CreateChangeSet', 'DeleteChangeSet']) {
      for (const each of [name, arn]) {
        const request = { action: `cloudformation:${action}`, resource: stack, context: named(each) };
        expect(decide(policies(role), request)).toBe(decision);
      }
    }
  });

  test('the execution role is handed to CloudFormation only', () => {
    const request = {
      action: 'iam:PassRole',
      resource: `arn:aws:iam::${account}:role/slipway-execution`,
      context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
    };
    expect(decide(policies('DeployRole'), request)).toBe('not allowed');
  });
});

describe('the buckets', () => {
  const statements = (logicalId: string): PolicyDocument => document(logicalId);

  test.each(['ArtifactsPolicy', 'LedgerPolicy'])('%s refuses plain HTTP', (policy) => {
    const request = { action: 's3:GetObject', resource: artifact, context: { 'aws:SecureTransport': 'false' } };
    const bucket = policy === 'LedgerPolicy' ? { ...request, resource: `${ledger}/x` } : request;
    const here = bucket.resource.replace('us-east-1', region);
    expect(decide([statements(policy)], { ...bucket, resource: here })).toBe('denied');
  });

  test('an artifact cannot be overwritten, and a part of an upload is no overwriting', () => {
    const put = { action: 's3:PutObject', resource: artifact.replace('us-east-1', region) };
    const object = { 's3:ObjectCreationOperation': 'true' };
    const policy = [statements('ArtifactsPolicy')];
    expect(decide(policy, { ...put, context: object })).toBe('denied');
    expect(decide(policy, { ...put, context: { ...object, 's3:if-none-match': '*' } })).toBe('not allowed');
    expect(decide(policy, { ...put, context: { 's3:ObjectCreationOperation': 'false' } })).toBe('not allowed');
  });

  test('that switch can be thrown where S3 does not know the key', async () => {
    const without = await bootstrapped({ ...given, EnforceConditionalWrites: 'false' });
    expect(JSON.stringify(resource('ArtifactsPolicy', without).properties)).not.toContain('if-none-match');
  });

  test('what was swept leaves nothing behind once its last version has gone', () => {
    expect(resource('Artifacts').properties['LifecycleConfiguration']).toMatchObject({
      Rules: [{ NoncurrentVersionExpiration: { NoncurrentDays: 30 }, ExpiredObjectDeleteMarker: true }],
    });
  });

  test.each(['Artifacts', 'Ledger'])('%s outlives the stack, keeps versions and is closed', (bucket) => {
    expect(resource(bucket)).toMatchObject({
      deletionPolicy: 'Retain',
      updateReplacePolicy: 'Retain',
      properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    });
  });
});
