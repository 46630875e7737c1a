import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { CloudFormation } from '@aws-sdk/client-cloudformation';
import { IAM } from '@aws-sdk/client-iam';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import type { StackDrift } from '../../../src/plan/drift/drift.ts';
import type { DriftLook } from '../../../src/plan/drift/plan-drift.ts';
import { planStack } from '../../../src/plan/plan-stack.ts';
import type { Release } from '../../../src/release/release.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { makeWorld, type Sources } from '../../plan/world.ts';
import { home, settled, startTestAws, type TestAws } from '../front/local.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

const account = '111111111111';
const artifacts = `slipway-artifacts-${account}-${home}`;
const stackName = 'photos-drift';
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const given = { Key: 'canary-key' };

/** Roles and a secret in a nested stack; the secret's description comes from a `NoEcho` parameter. */
const sources = (seconds: number): Sources => ({
  'root.yml': `
Parameters:
  ArtifactBucket: { Type: String }
  Key: { Type: String, NoEcho: true }
Resources:
  Store:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: store.yml
      Parameters: { Key: !Ref Key }
`,
  'store.yml': `
Parameters:
  Key: { Type: String }
Resources:
  Reader:
    Type: AWS::IAM::Role
    Properties: { RoleName: drift-reader, MaxSessionDuration: ${seconds}, Description: reads, AssumeRolePolicyDocument: ${trust} }
  Jobs:
    Type: AWS::IAM::Role
    Properties: { RoleName: drift-jobs, MaxSessionDuration: ${seconds}, AssumeRolePolicyDocument: ${trust} }
  Same:
    Type: AWS::IAM::Role
    Properties: { RoleName: drift-same, MaxSessionDuration: 3600, AssumeRolePolicyDocument: ${trust} }
  Login:
    Type: AWS::SecretsManager::Secret
    Properties: { Name: drift-login, Description: !Ref Key, Tags: [{ Key: size, Value: '${seconds}' }] }
`,
});

let aws: TestAws;
let client: CloudFormation;
let drift: (look: DriftLook['look']) => Promise<StackDrift>;

beforeAll(async () => {
  aws = await startTestAws([account]);
  client = aws.cloudFormation(account);
  const s3 = aws.s3(account);
  await s3.createBucket({ Bucket: artifacts, CreateBucketConfiguration: { LocationConstraint: home } });
  const world = makeWorld();
  const upload = async (release: Release): Promise<string> => {
    for (const { sha256 } of release.manifest.templates)
      await s3.putObject({ Bucket: artifacts, Key: sha256, Body: await release.read(sha256) });
    return new TextDecoder().decode(await release.read(release.manifest.stacks['app']?.template ?? ''));
  };
  const TemplateBody = await upload(world.release(sources(3600)));
  const next = world.release(sources(7200));
  await upload(next);
  const Parameters = Object.entries({ ArtifactBucket: artifacts, ...given }).map(
    ([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }),
  );
  await client.createStack({
    StackName: stackName,
    TemplateBody,
    Parameters,
    Capabilities: ['CAPABILITY_NAMED_IAM'],
  });
  const { StackStatus } = await settled(client, stackName);
  expect(StackStatus).toBe('CREATE_COMPLETE');

  drift = async (look) => {
    const plan = await planStack({
      ...world.optionsFor(next, given),
      instance: { ...world.instance, stackName, tags: {} },
      api: client,
      clock: systemClock,
      drift: { look, api: () => Promise.resolve(client) },
    });
    if (plan.drift === undefined) throw new Error('the plan tells of no drift');
    return plan.drift;
  };
});
afterAll(() => aws.end());

const config = () => ({
  endpoint: aws.local.endpoint,
  region: home,
  credentials: { accessKeyId: account, secretAccessKey: 'root' },
});

test('the local AWS finds in a nested stack what was changed by hand, and the plan says what becomes of it', async () => {
  const unlooked = await drift('last');
  expect(unlooked).toMatchObject({ checked: 0, drifted: [] });
  expect(unlooked.unknown).toMatchObject([{ path: ['Store'], resources: ['Jobs', 'Login', 'Reader'] }]);

  const before = await drift('now');
  expect(before).toMatchObject({ looked: 'now', checked: 3, drifted: [], unknown: [] });

  const iam = new IAM(config());
  for (const RoleName of ['drift-reader', 'drift-same'])
    await iam.updateRole({ RoleName, MaxSessionDuration: 5400, Description: 'by hand' });
  await iam.deleteRole({ RoleName: 'drift-jobs' });
  await new SecretsManager(config()).updateSecret({ SecretId: 'drift-login', Description: 'canary-by-hand' });

  const after = await drift('now');
  expect(after.unknown).toEqual([]);
  expect(
    after.drifted.map(({ path, status, effect, properties }) => [
      path.join('/'),
      status,
      effect,
      properties.map((each) => [each.path, each.effect, each.expected, each.actual, each.becomes]),
    ]),
  ).toEqual([
    ['Store/Jobs', 'deleted', 'fails', []],
    [
      'Store/Reader',
      'modified',
      'overwritten',
      [
        ['MaxSessionDuration', 'overwritten', '3600', '5400', '7200'],
        ['Description', 'possible', 'reads', 'by hand', null],
      ],
    ],
    [
      'Store/Login',
      'modified',
      'possible',
      [['Description', 'possible', '•••• (secret)', '•••• (secret)', null]],
    ],
  ]);
  expect(JSON.stringify(after)).not.toContain('canary');
  expect((await drift('last')).drifted).toEqual(after.drifted);
});
