import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { STS } from '@aws-sdk/client-sts';
import { described, home, settled, startTestAws, type TestAws } from './local.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(30_000);

const account = '111111111111';
const subject = 'repo:acme/photos:environment:companycam-dev';
const stack = `arn:aws:cloudformation:*:${account}:stack/*`;

/** Who takes a role of the test, with one statement about change sets. */
function role(name: string, ...statements: readonly object[]): object {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: name,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: { Ref: 'Provider' } },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: {
                'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
                'token.actions.githubusercontent.com:sub': subject,
              },
            },
          },
        ],
      },
      Policies: [
        { PolicyName: 'change-sets', PolicyDocument: { Version: '2012-10-17', Statement: statements } },
      ],
    },
  };
}

function named(operator: string, ...names: readonly string[]): object {
  return { [operator]: { 'cloudformation:ChangeSetName': names } };
}

const allow = { Effect: 'Allow', Action: 'cloudformation:*', Resource: stack };
const roles = {
  Provider: {
    Type: 'AWS::IAM::OIDCProvider',
    Properties: { Url: 'https://token.actions.githubusercontent.com', ClientIdList: ['sts.amazonaws.com'] },
  },
  Strict: role('strict', {
    ...allow,
    Condition: named('StringLike', 'run-*', `arn:aws:cloudformation:*:${account}:changeSet/run-*`),
  }),
  Lenient: role('lenient', { ...allow, Condition: named('StringLikeIfExists', 'run-*') }),
  Denied: role('denied', allow, {
    Effect: 'Deny',
    Action: 'cloudformation:ExecuteChangeSet',
    Resource: '*',
    Condition: named('StringLike', '*pr-*'),
  }),
};

let aws: TestAws;
let root: CloudFormation;
let edition = 0;

/** A template that differs from all before. */
function nextTemplate(): string {
  edition += 1;
  const Topic = { Type: 'AWS::SNS::Topic', Properties: { DisplayName: `edition ${edition}` } };
  return JSON.stringify({ Resources: { Topic } });
}

beforeAll(async () => {
  aws = await startTestAws([account]);
  root = aws.cloudFormation(account);
  await root.createStack({
    StackName: 'roles',
    TemplateBody: JSON.stringify({ Resources: roles }),
    Capabilities: ['CAPABILITY_NAMED_IAM'],
  });
  await root.createStack({ StackName: 'app', TemplateBody: nextTemplate() });
  expect((await settled(root, 'roles')).StackStatus).toBe('CREATE_COMPLETE');
  expect((await settled(root, 'app')).StackStatus).toBe('CREATE_COMPLETE');
});

afterAll(() => aws.end());

/** The ARN of a change set of the stack `app`, once it is made. */
async function made(client: CloudFormation, name: string): Promise<string> {
  const { Id = '' } = await client.createChangeSet({
    StackName: 'app',
    ChangeSetName: name,
    TemplateBody: nextTemplate(),
  });
  expect(await described(root, Id)).toMatchObject({ Status: 'CREATE_COMPLETE' });
  return Id;
}

describe('the stack tells which change set its last operation executed', () => {
  const shown = async (): Promise<string | undefined> => (await settled(root, 'app')).ChangeSetId;

  test('none before one was executed, then that one, whatever was made since', async () => {
    const first = await made(root, 'run-first');
    expect(await shown()).toBeUndefined();
    await root.executeChangeSet({ ChangeSetName: first });
    expect(await shown()).toBe(first);

    const second = await made(root, 'run-second');
    expect(await shown()).toBe(first);
    await root.executeChangeSet({ ChangeSetName: 'run-second', StackName: 'app' });
    expect(await shown()).toBe(second);
    const { Stacks: all = [] } = await root.describeStacks({});
    expect(Object.fromEntries(all.map(({ StackName, ChangeSetId }) => [StackName, ChangeSetId]))).toEqual({
      app: second,
      roles: undefined,
    });
  });

  test('none after an update without a change set', async () => {
    await root.executeChangeSet({ ChangeSetName: await made(root, 'run-before') });
    expect(await shown()).toMatch(/run-before/);
    await root.updateStack({ StackName: 'app', TemplateBody: nextTemplate() });
    expect(await shown()).toBeUndefined();
  });
});

describe('a policy binds the name of the change set', () => {
  const denied = { name: expect.stringMatching(/^AccessDenied/), $metadata: { httpStatusCode: 403 } };

  async function as(name: string): Promise<CloudFormation> {
    const config = { endpoint: aws.local.endpoint, region: home };
    const sts = new STS({ ...config, credentials: { accessKeyId: 'none', secretAccessKey: 'none' } });
    const { Credentials: keys } = await sts.assumeRoleWithWebIdentity({
      RoleArn: `arn:aws:iam::${account}:role/${name}`,
      RoleSessionName: 'test',
      WebIdentityToken: await aws.local.issueGithubToken({ subject }),
    });
    return new CloudFormation({
      ...config,
      credentials: {
        accessKeyId: keys?.AccessKeyId ?? '',
        secretAccessKey: keys?.SecretAccessKey ?? '',
        sessionToken: keys?.SessionToken ?? '',
      },
    });
  }

  test.each(['strict', 'lenient'])(
    '%s makes and executes what is named so, and nothing else',
    async (name) => {
      const client = await as(name);
      await expect(made(client, 'pr-1')).rejects.toMatchObject(denied);
      const own = await made(client, `run-${name}`);
      const foreign = await made(root, `pr-${name}`);
      const of = (ChangeSetName: string) => ({ ChangeSetName, StackName: 'app' });
      for (const one of [of(foreign), of(`pr-${name}`)]) {
        await expect(client.describeChangeSet(one)).rejects.toMatchObject(denied);
        await expect(client.executeChangeSet(one)).rejects.toMatchObject(denied);
        await expect(client.deleteChangeSet(one)).rejects.toMatchObject(denied);
      }
      expect(await described(root, foreign)).toMatchObject({ ExecutionStatus: 'AVAILABLE' });
      await client.executeChangeSet(of(`run-${name}`));
      expect((await settled(root, 'app')).ChangeSetId).toBe(own);
    },
  );

  test('by its ARN only where the policy has the form of an ARN', async () => {
    const [strict, lenient] = [await as('strict'), await as('lenient')];
    const one = { ChangeSetName: await made(root, 'run-by-arn'), StackName: 'app' };
    await expect(lenient.executeChangeSet(one)).rejects.toMatchObject(denied);
    await strict.executeChangeSet(one);
    expect((await settled(root, 'app')).ChangeSetId).toBe(one.ChangeSetName);
  });

  test('a denial goes before what allows', async () => {
    const client = await as('denied');
    const foreign = { ChangeSetName: await made(client, 'pr-2'), StackName: 'app' };
    await expect(client.executeChangeSet(foreign)).rejects.toMatchObject(denied);
    await client.deleteChangeSet(foreign);
  });

  test('calls that name no change set are what they were', async () => {
    // The condition can hold for none of them, unless it may be absent.
    await expect((await as('strict')).describeStacks({ StackName: 'app' })).rejects.toMatchObject(denied);
    const { Stacks } = await (await as('lenient')).describeStacks({ StackName: 'app' });
    expect(Stacks).toHaveLength(1);
  });
});
