import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { credentialsFor, profileName, roleArn, type IdentityTarget } from '../../src/aws/identity.ts';
import { awsEnvironment } from '../cli/aws-server.ts';

const target: IdentityTarget = {
  system: 'companycam',
  environment: 'prod',
  account: '333333333333',
  region: 'eu-west-1',
  role: 'plan',
};

describe('a profile pattern', () => {
  test.each([
    ['{system}-{environment}-{role}', 'companycam-prod-plan'],
    ['{account}/{role}', '333333333333/plan'],
    ['fixed', 'fixed'],
    ['{role}{role}', 'planplan'],
    ['{region}-{role}', '{region}-plan'],
  ])('%s means %s', (pattern, name) => {
    expect(profileName(pattern, target)).toBe(name);
  });
});

test('a role’s ARN is the one that the bootstrap gives it', () => {
  expect(roleArn('333333333333', 'execution')).toBe('arn:aws:iam::333333333333:role/slipway-execution');
});

describe('credentials', () => {
  let folder: string;
  let environment: Disposable;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slipway-identity-'));
    await writeFile(
      join(folder, 'credentials'),
      `[companycam-prod-plan]
aws_access_key_id = AKIAPLAN
aws_secret_access_key = plan-secret
[companycam-prod-deploy]
aws_access_key_id = AKIADEPLOY
aws_secret_access_key = deploy-secret
`,
    );
    environment = awsEnvironment({
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
      AWS_ACCESS_KEY_ID: 'AKIAAMBIENT',
      AWS_SECRET_ACCESS_KEY: 'ambient-secret',
    });
  });
  afterEach(async () => {
    environment[Symbol.dispose]();
    await rm(folder, { recursive: true });
  });

  const pattern = '{system}-{environment}-{role}';

  test('of a profile are those of the step’s own role, not the surroundings’', async () => {
    const plan = credentialsFor({ kind: 'profiles', pattern }, target);
    const deploy = credentialsFor({ kind: 'profiles', pattern }, { ...target, role: 'deploy' });
    expect((await plan()).accessKeyId).toBe('AKIAPLAN');
    expect((await deploy()).accessKeyId).toBe('AKIADEPLOY');
  });

  test('of the surroundings are taken as they are', async () => {
    expect((await credentialsFor({ kind: 'ambient' }, target)()).accessKeyId).toBe('AKIAAMBIENT');
  });

  test('of a profile that is not there name it', async () => {
    const preview = credentialsFor({ kind: 'profiles', pattern }, { ...target, role: 'preview' });
    await expect(preview()).rejects.toThrow(/companycam-prod-preview/);
  });
});

test('no role is assumed to change the bootstrap itself; a profile is taken for it', () => {
  expect(() => credentialsFor({ kind: 'assume' }, { ...target, role: 'administrator' })).toThrow(
    expect.objectContaining({ code: 'IDENTITY_ADMINISTRATOR' }),
  );
  expect(profileName('{environment}-{role}', { ...target, role: 'administrator' })).toBe(
    'prod-administrator',
  );
});
