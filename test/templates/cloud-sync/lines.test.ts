import { beforeAll, describe, expect, test } from '@jest/globals';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import { account, deployedSystem, resourcesOf, type Properties, type Resource } from '../evaluated.ts';
import { decide, type PolicyDocument } from '../iam.ts';
import { definitionOf, statesOf } from './definition.ts';

const deployed = new Map<EnvironmentName, readonly Resource[]>();
beforeAll(async () => {
  for (const environment of environmentNames)
    deployed.set(environment, await deployedSystem('cloud-sync', environment));
});
const all = (environment: EnvironmentName): readonly Resource[] => deployed.get(environment) ?? [];
const of = (environment: EnvironmentName, path: string): Properties =>
  all(environment).find((each) => each.path === path)?.properties ?? {};
const list = (value: unknown): readonly Record<string, unknown>[] => value as readonly Record<string, unknown>[];
const rulesOf = (bucket: Properties) => list((bucket['LifecycleConfiguration'] as Properties)['Rules']);

/** The policies of a role, with ARNs that another stack tells made up. */
function policiesOf(environment: EnvironmentName, path: string): readonly PolicyDocument[] {
  const put = [
    ['${base.TrackerTableName}', 'tracker'],
    ['${base.ArchiveBucketName}', 'archive'],
    ['${base.ArchiveKeyArn}', 'the-key'],
    ['${base.CredentialsSecretArn}', 'the-credentials'],
    ['${base.AccessTokenSecretArn}', 'the-token'],
    ['${base.AlarmTopicArn}', 'the-topic'],
    ['${Functions.Outputs.MediaListerArn}', 'the-lister'],
  ] as const;
  return list(of(environment, path)['Policies']).map(({ PolicyDocument }) => {
    const text = put.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(PolicyDocument));
    return JSON.parse(text) as PolicyDocument;
  });
}
const tracker = `arn:aws:dynamodb:eu-west-1:${account}:table/tracker`;
const object = 'arn:aws:s3:::archive/media/gopro/2026/11/a/a.mp4';

describe.each([
  ['dev', 512, 2, 7200, 2, 7, false],
  ['sit', 1024, 5, 7200, 5, 30, true],
  ['prod', 1024, 10, 43200, 5, 30, true],
] as const)('in %s', (environment, memory, reserved, seconds, concurrency, days, hasNetwork) => {
  test('the table: media_id, the index over status, on demand, point in time, AWS-managed encryption', () => {
    expect(of(environment, 'Tracker/Tracker')).toMatchObject({
      TableName: `gopro-sync-tracker-${environment}`,
      KeySchema: [{ AttributeName: 'media_id', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'status-sync_timestamp-index',
          KeySchema: [
            { AttributeName: 'status', KeyType: 'HASH' },
            { AttributeName: 'sync_timestamp', KeyType: 'RANGE' },
          ],
        },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    });
    expect(of(environment, 'Tracker/Tracker')['SSESpecification']).not.toHaveProperty('KMSMasterKeyId');
  });

  test('the bucket: versions, a key of its own that rotates, nothing public, TLS only', () => {
    const bucket = of(environment, 'ArchiveBucket/Archive');
    expect(bucket).toMatchObject({
      BucketName: `gopro-archive-bucket-${environment}-${account}-eu-west-1`,
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: '${Key.Outputs.KeyArn}' } },
        ],
      },
    });
    expect(of(environment, 'Key/Encryption')['EnableKeyRotation']).toBe(true);
    const key = all(environment).find(({ path }) => path === 'Key/Encryption');
    expect(key?.deletionPolicy).toBe(environment === 'prod' ? 'RetainExceptOnCreate' : 'Delete');
    const policy = of(environment, 'ArchiveBucket/ArchivePolicy')['PolicyDocument'] as PolicyDocument;
    for (const action of ['s3:GetObject', 's3:PutObject', 's3:ListBucket'])
      expect(decide([policy], { action, context: { 'aws:SecureTransport': 'false' } })).toBe('denied');
    const put = (encryption: Readonly<Record<string, string>>) =>
      decide([policy], {
        action: 's3:PutObject',
        resource: '${Archive.Arn}/media/a.mp4',
        context: Object.fromEntries(Object.entries(encryption).map(([name, value]) => [`s3:x-amz-server-side-${name}`, value])),
      });
    // what names no encryption gets the bucket’s; the right to write is given by roles
    expect(put({})).toBe('not allowed');
    expect(put({ encryption: 'aws:kms', 'encryption-aws-kms-key-id': '${Key.Outputs.KeyArn}' })).toBe('not allowed');
    expect(put({ encryption: 'AES256' })).toBe('denied');
    expect(put({ encryption: 'aws:kms' })).toBe('denied');
    expect(put({ encryption: 'aws:kms', 'encryption-aws-kms-key-id': 'another' })).toBe('denied');
    expect(put({ 'encryption-customer-algorithm': 'AES256' })).toBe('denied');
  });

  test('the lifecycle: Instant Retrieval on day 7, Deep Archive on day 97', () => {
    expect(rulesOf(of(environment, 'ArchiveBucket/Archive'))[0]).toMatchObject({
      Status: 'Enabled',
      Transitions: [
        { StorageClass: 'GLACIER_IR', TransitionInDays: '7' },
        { StorageClass: 'DEEP_ARCHIVE', TransitionInDays: '97' },
      ],
    });
  });

  test('the roles are called as they should be, and each does its one task', () => {
    const names = ['Roles/MediaAuthenticator', 'Roles/MediaLister', 'Roles/VideoDownloader', 'OrchestratorRole/Orchestrator'];
    expect(names.map((path) => of(environment, path)['RoleName'])).toEqual([
      `MediaAuthenticatorRole-${environment}`,
      `MediaListerRole-${environment}`,
      `VideoDownloaderRole-${environment}`,
      `OrchestratorRole-${environment}`,
    ]);
    const may = (path: string, action: string, resource: string, context: Readonly<Record<string, string>> = {}) =>
      decide(policiesOf(environment, path), { action, resource, context });
    const [authenticator, lister, downloader, orchestrator] = names as [string, string, string, string];
    for (const action of ['GetSecretValue', 'PutSecretValue', 'UpdateSecret'].map((call) => `secretsmanager:${call}`)) {
      expect(may(authenticator, action, 'the-credentials')).toBe('allowed');
      expect(may(authenticator, action, 'another')).toBe('not allowed');
      for (const other of [lister, downloader, orchestrator])
        expect(may(other, action, 'the-credentials')).toBe('not allowed');
    }
    for (const action of ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']) {
      expect(may(lister, action, tracker)).toBe('allowed');
      expect(may(authenticator, action, tracker)).toBe('not allowed');
    }
    expect(may(lister, 'dynamodb:Query', `${tracker}/index/status-sync_timestamp-index`)).toBe('allowed');
    expect(may(lister, 'dynamodb:UpdateItem', tracker)).toBe('not allowed');
    for (const action of ['s3:PutObject', 's3:PutObjectTagging', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts', 's3:GetObject']) {
      expect(may(downloader, action, object)).toBe('allowed');
      expect(may(downloader, action, 'arn:aws:s3:::archive/slipway-smoke/x')).toBe('not allowed');
      expect(may(lister, action, object)).toBe('not allowed');
    }
    for (const action of ['s3:DeleteObject', 's3:DeleteObjectVersion'])
      expect(may(downloader, action, object)).toBe('not allowed');
    for (const action of ['dynamodb:UpdateItem', 'dynamodb:PutItem', 'dynamodb:GetItem'])
      expect(may(downloader, action, tracker)).toBe('allowed');
    const metrics = (namespace: string) =>
      may(downloader, 'cloudwatch:PutMetricData', '*', { 'cloudwatch:namespace': namespace });
    expect([metrics('CloudSync'), metrics('AWS/Lambda')]).toEqual(['allowed', 'not allowed']);
    for (const action of ['kms:Decrypt', 'kms:GenerateDataKey']) {
      expect(may(downloader, action, 'the-key', { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' })).toBe('allowed');
      expect(may(downloader, action, 'the-key')).toBe('not allowed');
    }
    expect(may(orchestrator, 'lambda:InvokeFunction', 'the-lister')).toBe('allowed');
    expect(may(orchestrator, 'lambda:InvokeFunction', 'another')).toBe('not allowed');
    expect(may(orchestrator, 'sns:Publish', 'the-topic')).toBe('allowed');
    expect(may(orchestrator, 'sns:Publish', 'another')).toBe('not allowed');
  });

  test('X-Ray and basic logs for every role, each in its own log group', () => {
    const roles = ['Roles/MediaAuthenticator', 'Roles/MediaLister', 'Roles/VideoDownloader'];
    const groups = ['authenticator', 'lister', 'downloader'].map(
      (name) =>
        `arn:aws:logs:eu-west-1:${account}:log-group:/aws/lambda/cloud-sync-media-${name}-${environment}:log-stream:x`,
    );
    for (const [index, path] of roles.entries()) {
      const decisions = groups.map((resource) =>
        decide(policiesOf(environment, path), { action: 'logs:PutLogEvents', resource }),
      );
      expect(decisions).toEqual(groups.map((_, at) => (at === index ? 'allowed' : 'not allowed')));
    }
    const orchestrator = 'OrchestratorRole/Orchestrator';
    // AWS Step Functions Developer Guide, "Using CloudWatch Logs to log execution history": what the machine's role needs.
    const deliveries = ['CreateLogDelivery', 'GetLogDelivery', 'UpdateLogDelivery', 'DeleteLogDelivery', 'ListLogDeliveries'];
    const calls = [...deliveries, 'PutResourcePolicy', 'DescribeResourcePolicies', 'DescribeLogGroups'];
    for (const call of calls)
      expect([call, decide(policiesOf(environment, orchestrator), { action: `logs:${call}`, resource: '*' })]).toEqual([
        call,
        'allowed',
      ]);
    for (const path of [...roles, orchestrator])
      for (const call of ['PutTraceSegments', 'PutTelemetryRecords'])
        expect(decide(policiesOf(environment, path), { action: `xray:${call}`, resource: '*' })).toBe('allowed');
  });

  test('the schedule starts the one state machine, and a function’s code makes no interface in the network', () => {
    const starter = policiesOf(environment, 'Schedule/Starter');
    const start = (resource: string) => decide(starter, { action: 'states:StartExecution', resource });
    expect([start('${StateMachine.Outputs.StateMachineArn}'), start('another')]).toEqual(['allowed', 'not allowed']);
    const given = of(environment, 'NetworkPolicy/HaveNetworkInterface')['PolicyDocument'] as PolicyDocument | undefined;
    if (given === undefined) return;
    const make = (context: Readonly<Record<string, string>>) =>
      decide([given], { action: 'ec2:CreateNetworkInterface', resource: '*', context });
    const fromCode = `arn:aws:lambda:eu-west-1:${account}:function:cloud-sync-media-lister-${environment}`;
    expect([make({}), make({ 'lambda:SourceFunctionArn': fromCode })]).toEqual(['allowed', 'denied']);
  });

  test('the functions: memory, fifteen minutes, reserved concurrency, the layer, X-Ray, logs that end', () => {
    const functions = all(environment).filter(({ type }) => type === 'AWS::Lambda::Function');
    expect(functions.map(({ properties }) => properties['FunctionName'])).toEqual(
      ['authenticator', 'lister', 'downloader'].map((name) => `cloud-sync-media-${name}-${environment}`),
    );
    for (const { properties } of functions) {
      expect(properties).toMatchObject({
        MemorySize: String(memory),
        Timeout: '900',
        ReservedConcurrentExecutions: String(reserved),
        Layers: ['${Layer.Outputs.LayerArn}'],
        TracingConfig: { Mode: 'Active' },
      });
    }
    const groups = all(environment).filter(({ type }) => type === 'AWS::Logs::LogGroup');
    expect(groups.map(({ properties }) => properties['RetentionInDays'])).toEqual(groups.map(() => String(days)));
  });

  test('the state machine: its time, how many downloads at once, tracing, a log without data', () => {
    const machine = of(environment, 'StateMachine/Sync');
    expect(machine).toMatchObject({
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    });
    const definition = definitionOf(machine);
    expect(definition.TimeoutSeconds).toBe(seconds);
    expect(definition.States['Download']?.MaxConcurrency).toBe(concurrency);
  });

  test('the schedule starts a sync every night, where it is at work', () => {
    expect(of(environment, 'Schedule/Sync')).toMatchObject({
      ScheduleExpression: 'cron(0 2 * * ? *)',
      State: environment === 'dev' ? 'DISABLED' : 'ENABLED',
      Target: { Arn: '${StateMachine.Outputs.StateMachineArn}', Input: '{"mode":"sync"}' },
    });
    expect(Object.keys(of(environment, 'Alarms/SyncNotStarted')).length > 0).toBe(environment !== 'dev');
  });

  test('the secret of the provider is there, empty', () => {
    expect(of(environment, 'Secrets/Credentials')).toEqual({
      Name: `cloud-sync/gopro-oauth-${environment}`,
      Description: expect.any(String),
    });
  });

  test(hasNetwork ? 'the network is there' : 'there is no network', () => {
    const inNetwork = all(environment).filter(({ type }) => type.startsWith('AWS::EC2::'));
    expect(inNetwork.length > 0).toBe(hasNetwork);
    if (!hasNetwork) return;
    const cidrs = inNetwork.filter(({ type }) => type === 'AWS::EC2::Subnet').map(({ properties }) => properties['CidrBlock']);
    expect(cidrs).toEqual(['10.1.0.0/24', '10.1.1.0/24', '10.1.2.0/24', '10.1.3.0/24']);
    const nats = inNetwork.filter(({ type }) => type === 'AWS::EC2::NatGateway');
    expect(nats).toHaveLength(environment === 'prod' ? 2 : 1);
    const endpoints = inNetwork.filter(({ type }) => type === 'AWS::EC2::VPCEndpoint').map(({ properties }) => [
      String(properties['ServiceName']).split('.').at(-1),
      properties['VpcEndpointType'],
    ]);
    expect(endpoints).toEqual([
      ['s3', 'Gateway'],
      ['dynamodb', 'Gateway'],
      ['secretsmanager', 'Interface'],
      ['logs', 'Interface'],
      ['monitoring', 'Interface'],
    ]);
    expect(of(environment, 'PrivateEndpoints/Functions')).toMatchObject({
      SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }],
    });
    expect(of(environment, 'PrivateEndpoints/Functions')).not.toHaveProperty('SecurityGroupIngress');
    expect(of(environment, 'PrivateEndpoints/Endpoints')['SecurityGroupIngress']).toEqual([
      expect.objectContaining({ FromPort: 443, ToPort: 443, SourceSecurityGroupId: '${Functions}' }),
    ]);
  });
});

describe('the steps', () => {
  const steps = () => statesOf(definitionOf(of('prod', 'StateMachine/Sync')));

  test('that call a function try again with back-off and jitter, and end in a state that says so', () => {
    const tasks = steps().filter(([, { Type, Resource }]) => Type === 'Task' && Resource?.endsWith('lambda:invoke'));
    expect(tasks.map(([name]) => name)).toEqual([
      'Authenticate', 'List', 'Fetch', 'RenewToken', 'FetchAgain', 'Record', 'Ask',
    ]);
    for (const [name, { Retry = [], Catch = [], TimeoutSeconds = 0 }] of tasks) {
      expect([name, TimeoutSeconds > 0]).toEqual([name, true]);
      expect([name, Catch.length > 0, Retry.length > 0]).toEqual([name, true, true]);
      const jitters = Retry.filter(({ BackoffRate = 2 }) => BackoffRate > 1).map(({ JitterStrategy }) => JitterStrategy);
      expect([name, ...jitters]).toEqual([name, ...jitters.map(() => 'FULL')]);
    }
  });

  test('lead somewhere, each', () => {
    const all = steps();
    const targets = all.flatMap(([, { Next, Default, Choices = [], Catch = [] }]) => [
      Next, Default, ...[...Choices, ...Catch].map((each) => each.Next),
    ]);
    const names = all.map(([name]) => name);
    expect(targets.filter((name) => name !== undefined && !names.includes(name))).toEqual([]);
    const begun = ['Mode', 'Fetch', 'Ask'];
    expect(names.filter((name) => !begun.includes(name) && !targets.includes(name))).toEqual([]);
  });

  test('tell the alarm topic of a failure and of media that failed', () => {
    const telling = steps().filter(([, { Resource }]) => Resource?.endsWith('sns:publish'));
    expect(telling.map(([name]) => name)).toEqual(['TellOfItems', 'TellOfFailure']);
  });
});

describe('by parameter', () => {
  const base = { ArtifactBucket: 'artifacts', Environment: 'prod', HasNetwork: 'false', LogRetentionDays: '30' };
  const bucketOf = async (more: Readonly<Record<string, string>>): Promise<Properties> => {
    const resources = await resourcesOf('templates/cloud-sync/base.yml', { ...base, ...more });
    return resources.find(({ path }) => path === 'ArchiveBucket/Archive')?.properties ?? {};
  };

  test('Deep Archive begins on day 14, without Instant Retrieval', async () => {
    expect(rulesOf(await bucketOf({ InstantRetrieval: 'off' }))[0]?.['Transitions']).toEqual([
      { StorageClass: 'DEEP_ARCHIVE', TransitionInDays: '14' },
    ]);
  });

  test.each(['true', 'false'])('functions and their roles are in the network: %s', async (HasNetwork) => {
    const made = await resourcesOf('templates/cloud-sync/app.yml', {
      ...{ ArtifactBucket: 'artifacts', Environment: 'sit', LogRetentionDays: '30', ScheduleState: 'ENABLED' },
      ...{ MemoryMegabytes: '1024', SyncTimeoutSeconds: '7200', MapConcurrency: '5' },
      ...{ CredentialsSecretArn: 'c', AccessTokenSecretArn: 't', TrackerTableName: 'tracker', ArchiveBucketName: 'a' },
      ...{ ArchiveKeyArn: 'k', AlarmTopicArn: 'topic', HasNetwork, NetworkPolicyArn: 'policy' },
      ...{ SubnetIds: 'subnet-1,subnet-2', SecurityGroupId: 'group' },
    });
    const functions = made.filter(({ type }) => type === 'AWS::Lambda::Function');
    const roles = made.filter(({ path }) => path.startsWith('Roles/'));
    expect([functions.length, roles.length]).toEqual([3, 3]);
    const network = { SubnetIds: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['group'] };
    for (const { properties } of functions)
      expect(properties['VpcConfig']).toEqual(HasNetwork === 'true' ? network : undefined);
    for (const { properties } of roles)
      expect(properties['ManagedPolicyArns']).toEqual(HasNetwork === 'true' ? ['policy'] : undefined);
  });

  test('names end in no environment, or the bucket’s in the account', async () => {
    expect((await bucketOf({ EnvironmentInNames: 'false' }))['BucketName']).toBe(`gopro-archive-bucket-${account}-eu-west-1`);
    expect((await bucketOf({ BucketSuffix: '' }))['BucketName']).toBe(`gopro-archive-bucket-prod-${account}`);
  });
});
