import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ACM } from '@aws-sdk/client-acm';
import { IAM } from '@aws-sdk/client-iam';
import { Lambda } from '@aws-sdk/client-lambda';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { makeClients } from '../../../src/aws/clients.ts';
import { applyBootstrap, planBootstrap } from '../../../src/bootstrap/bootstrap-accounts.ts';
import { gitHubProviderArn } from '../../../src/bootstrap/find-provider.ts';
import { planAccounts } from '../../../src/bootstrap/plan-accounts.ts';
import { parseRepository } from '../../../src/bootstrap/repository.ts';
import type { EnvironmentDefinition } from '../../../src/config/system.ts';
import type { Check } from '../../../src/doctor/check.ts';
import { diagnose, type DiagnoseOptions, type Diagnosis } from '../../../src/doctor/diagnose.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { silentLogger } from '../../../src/runtime/logger.ts';
import { dev, goodRepository, smoke, system, templates } from '../../doctor/world.ts';
import { home, startTestAws, type TestAws } from './local.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

const sit: EnvironmentDefinition = { ...dev, environment: 'sit', file: 'params/shop/sit.yml' };
const environments = [dev, sit];
const { account } = dev;
const ledger = `slipway-ledger-${account}-${home}`;
const artifacts = `slipway-artifacts-${account}-us-east-1`;
const boundary = `arn:aws:iam::${account}:policy/slipway-execution-boundary`;
const credentials = { accessKeyId: account, secretAccessKey: 'root' };
const repository = parseRepository({ repository: 'acme/shop', repositoryId: '2' });
const clients = makeClients({ credentials: () => Promise.resolve(credentials) });
const accounts = planAccounts(environments, environments);

let aws: TestAws;
let iam: IAM;
let before: string | undefined;

beforeAll(async () => {
  aws = await startTestAws([account]);
  before = process.env['AWS_ENDPOINT_URL'];
  process.env['AWS_ENDPOINT_URL'] = aws.local.endpoint;
  iam = new IAM({ endpoint: aws.local.endpoint, region: 'us-east-1', credentials });
  await iam.createOpenIDConnectProvider({
    Url: 'https://token.actions.githubusercontent.com',
    ClientIDList: ['sts.amazonaws.com'],
    ThumbprintList: ['0'.repeat(40)],
  });
  const options = {
    accounts,
    repository,
    settings: {},
    hasProvider: false,
    templates,
    session: { clients: () => clients, clock: systemClock, logger: silentLogger },
  };
  const results = await applyBootstrap(await planBootstrap(options), options);
  expect(results.map(({ outcome }) => outcome.kind)).toEqual([
    'succeeded',
    'succeeded',
    'succeeded',
    'succeeded',
  ]);
  // the emulator's CloudFormation leaves boundaries out
  await iam.putRolePermissionsBoundary({ RoleName: 'slipway-execution', PermissionsBoundary: boundary });
  const secrets = new SecretsManager({ endpoint: aws.local.endpoint, region: home, credentials });
  await secrets.createSecret({ Name: 'slipway/shop/smoke-issuer', SecretString: 'never read' });
  secrets.destroy();
});

afterAll(async () => {
  if (before === undefined) delete process.env['AWS_ENDPOINT_URL'];
  else process.env['AWS_ENDPOINT_URL'] = before;
  await aws.end();
});

function examine(more: Partial<DiagnoseOptions> = {}): Promise<Diagnosis> {
  return diagnose({
    system,
    environments,
    accounts,
    repository,
    reader: goodRepository(),
    smoke,
    templates,
    clients: () => clients,
    readSource: (name) => Promise.reject(new Error(`no template is named, and ${name} was asked for`)),
    clock: systemClock,
    ...more,
  });
}

/** What is not good, apart from what the local AWS can't answer. */
async function troubles(): Promise<readonly Check[]> {
  const { checks } = await examine();
  return checks.filter(({ id, state }) => state !== 'ok' && id !== 'limit');
}

/** The JSON that a command of the doctor's hands over. */
function handedOver({ next }: Check): string {
  const json = /'(\{.*\})'$/.exec(next ?? '')?.[1];
  if (json === undefined) throw new Error(`no JSON in ${next ?? 'nothing'}`);
  return json;
}

test('accounts as the bootstrap leaves them are good; what the local AWS can’t answer is not known', async () => {
  const { checks, counts, isHealthy } = await examine();
  expect(await troubles()).toEqual([]);
  expect(counts.ok).toBeGreaterThan(70);
  // DescribeAccountLimits is not there
  expect(checks.filter(({ state }) => state === 'unknown').map(({ where }) => where)).toEqual([
    `stacks in ${home}`,
    'stacks in us-east-1',
  ]);
  expect(isHealthy).toBe(false);
});

test('the provider was found by the bootstrap, and is not the stack’s', async () => {
  const { StackResources } = await aws
    .cloudFormation(account)
    .describeStackResources({ StackName: 'slipway-bootstrap' });
  expect(StackResources?.map(({ LogicalResourceId }) => LogicalResourceId)).not.toContain('GitHubProvider');
  const { OpenIDConnectProviderList } = await iam.listOpenIDConnectProviders({});
  expect(OpenIDConnectProviderList).toEqual([{ Arn: gitHubProviderArn(account) }]);
});

test('a trust policy that was widened is named, and the command that is told mends it', async () => {
  const { Role } = await iam.getRole({ RoleName: 'slipway-deploy' });
  const was = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '');
  await iam.updateAssumeRolePolicy({
    RoleName: 'slipway-deploy',
    PolicyDocument: was.replace('repo:acme/shop:environment:shop-dev', 'repo:evil/shop:environment:shop-dev'),
  });
  const [trouble, ...others] = await troubles();
  expect(others).toEqual([]);
  expect(trouble).toMatchObject({
    id: 'role-trust',
    where: 'slipway-deploy',
    state: 'wrong',
    found:
      'it lets in repo:evil/shop:environment:shop-dev; it does not let in repo:acme/shop:environment:shop-dev',
  });
  if (trouble) {
    await iam.updateAssumeRolePolicy({ RoleName: 'slipway-deploy', PolicyDocument: handedOver(trouble) });
  }
  expect(await troubles()).toEqual([]);
});

test('a boundary that was taken away, a policy beside, and one with more in it', async () => {
  await iam.deleteRolePermissionsBoundary({ RoleName: 'slipway-execution' });
  await iam.putRolePolicy({
    RoleName: 'slipway-watch',
    PolicyName: 'more',
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
    }),
  });
  await iam.putRolePolicy({
    RoleName: 'slipway-preview',
    PolicyName: 'make-change-sets',
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Sid: 'PreviewChangeSets', Effect: 'Allow', Action: 'cloudformation:*', Resource: '*' }],
    }),
  });
  const found = await troubles();
  expect(found.map(({ id, where, state }) => [id, where, state])).toEqual([
    ['role-policies', 'slipway-preview', 'wrong'],
    ['role-policies', 'slipway-watch', 'wrong'],
    ['role-boundary', 'slipway-execution', 'wrong'],
  ]);
  expect(found.map(({ next }) => next)).toEqual([
    expect.stringContaining(
      'aws iam put-role-policy --role-name slipway-preview --policy-name make-change-sets',
    ),
    'aws iam delete-role-policy --role-name slipway-watch --policy-name more',
    `aws iam put-role-permissions-boundary --role-name slipway-execution --permissions-boundary ${boundary}`,
  ]);
  const [preview] = found;
  if (preview) {
    const PolicyDocument = handedOver(preview);
    await iam.putRolePolicy({ RoleName: 'slipway-preview', PolicyName: 'make-change-sets', PolicyDocument });
  }
  await iam.deleteRolePolicy({ RoleName: 'slipway-watch', PolicyName: 'more' });
  await iam.putRolePermissionsBoundary({ RoleName: 'slipway-execution', PermissionsBoundary: boundary });
  expect(await troubles()).toEqual([]);
});

test('a bucket whose policy lost a statement, and one that was opened', async () => {
  const { Policy = '' } = await aws.s3(account).getBucketPolicy({ Bucket: ledger });
  const policy = JSON.parse(Policy) as { Statement: { Sid: string }[] };
  const Statement = policy.Statement.filter(({ Sid }) => Sid !== 'OnlyTls');
  await aws.s3(account).putBucketPolicy({ Bucket: ledger, Policy: JSON.stringify({ ...policy, Statement }) });
  await aws.s3(account, 'us-east-1').deletePublicAccessBlock({ Bucket: artifacts });
  await aws
    .s3(account, 'us-east-1')
    .putBucketVersioning({ Bucket: artifacts, VersioningConfiguration: { Status: 'Suspended' } });
  const found = await troubles();
  expect(found.map(({ id, where, found: there }) => [id, where, there])).toEqual([
    ['bucket-policy', ledger, 'the statement OnlyTls is missing'],
    ['bucket-versions', artifacts, 'versioning is Suspended'],
    [
      'bucket-closed',
      artifacts,
      'BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls, RestrictPublicBuckets are off',
    ],
  ]);
  const [first] = found;
  if (first) await aws.s3(account).putBucketPolicy({ Bucket: ledger, Policy: handedOver(first) });
  expect((await troubles()).map(({ where }) => where)).toEqual([artifacts, artifacts]);
});

test('the concurrency of Lambda, and a certificate', async () => {
  const names = { region: 'us-east-1', endpoint: aws.local.endpoint, credentials };
  const lambda = new Lambda({ ...names, region: home });
  const acm = new ACM(names);
  // the emulator's limit follows the machine's memory, and is 16 at least
  const { AccountLimit } = await lambda.getAccountSettings({});
  const limit = AccountLimit?.ConcurrentExecutions ?? 0;
  const reserved = limit - 12;
  const text = `Parameters:
  CertificateArn: { Type: String }
  Domain: { Type: String }
Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: shop-dev-worker
      Runtime: nodejs24.x
      Handler: index.handler
      Role: arn:aws:iam::${account}:role/shop-dev-worker
      Code: { ZipFile: 'exports.handler = async () => 1;' }
      ReservedConcurrentExecutions: ${reserved}
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Aliases: [!Ref Domain]
        ViewerCertificate: { AcmCertificateArn: !Ref CertificateArn }
`;
  const { CertificateArn = '' } = await acm.requestCertificate({
    DomainName: 'shop.example.com',
    ValidationMethod: 'DNS',
  });
  await aws.cloudFormation(account).createStack({
    StackName: 'shop-dev-app',
    TemplateBody: text.slice(text.indexOf('Resources:'), text.indexOf('  Site:')),
  });
  await lambda.putFunctionConcurrency({
    FunctionName: 'shop-dev-worker',
    ReservedConcurrentExecutions: reserved,
  });

  const look = async (domain: string) => {
    const literal = (value: string) => ({ kind: 'literal', value }) as const;
    const app = { CertificateArn: literal(CertificateArn), Domain: literal(domain) };
    const environment = { ...dev, values: { app } };
    const { checks } = await examine({
      system: {
        ...system,
        stacks: [{ name: 'app', template: 'templates/app.yml', region: 'home', parameters: {} }],
      },
      environments: [environment],
      accounts: planAccounts([environment], [environment]),
      readSource: () => Promise.resolve(text),
    });
    return checks.filter(({ id, where }) => id === 'certificate' || where.startsWith('Lambda'));
  };
  const [concurrency, certificate] = await look('shop.example.com');
  expect(concurrency).toMatchObject({
    state: 'warning',
    found: expect.stringContaining(
      `12 unreserved of ${limit} in all; ${reserved} reserved by the deployed functions; ${reserved} to reserve, which would leave 12`,
    ),
  });
  expect(certificate).toMatchObject({
    state: 'ok',
    found: expect.stringContaining('issued for shop.example.com, good until '),
  });
  expect((await look('www.example.com'))[1]).toMatchObject({
    state: 'wrong',
    found: 'it is for shop.example.com, not for www.example.com',
  });
  await acm.deleteCertificate({ CertificateArn });
  expect((await look('shop.example.com'))[1]).toMatchObject({
    state: 'wrong',
    found: 'there is no such certificate in us-east-1',
  });
  acm.destroy();
  lambda.destroy();
});

test('a role that was deleted past the stack', async () => {
  await iam.deleteRolePolicy({ RoleName: 'slipway-janitor', PolicyName: 'clean-up' });
  await iam.deleteRole({ RoleName: 'slipway-janitor' });
  expect(await troubles()).toContainEqual(
    expect.objectContaining({ id: 'role', where: 'slipway-janitor', state: 'wrong' }),
  );
});
