import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
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

describe('an identity token', () => {
  const answered = (form: URLSearchParams): string =>
    `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>
<AccessKeyId>ASIA-${form.get('WebIdentityToken') ?? ''}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>
<SessionToken>${form.get('RoleArn') ?? ''} ${form.get('RoleSessionName') ?? ''}</SessionToken>
<Expiration>2000-01-01T00:00:00Z</Expiration>
</Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;
  const refused =
    '<ErrorResponse><Error><Code>InvalidIdentityToken</Code><Message>No OpenIDConnect provider</Message></Error></ErrorResponse>';

  async function exchange(
    answer: (form: URLSearchParams, signed: boolean) => readonly [number, string],
    use: (provider: ReturnType<typeof credentialsFor>) => Promise<void>,
  ): Promise<void> {
    const server = createServer((incoming, outgoing) => {
      void text(incoming).then((body) => {
        const isSigned = incoming.headers.authorization !== undefined;
        const [status, xml] = answer(new URLSearchParams(body), isSigned);
        outgoing.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const environment = awsEnvironment({ AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` });
    let tokens = 0;
    const token = (): Promise<string> => Promise.resolve(`token-${(tokens += 1)}`);
    try {
      await use(credentialsFor({ kind: 'web-identity', token, sessionName: 'slipway-run-7' }, target));
    } finally {
      environment[Symbol.dispose]();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  test('is exchanged for the role, unsigned, with a fresh token each time that credentials have expired', async () => {
    const seen: boolean[] = [];
    await exchange(
      (form, isSigned) => {
        seen.push(isSigned);
        return [200, answered(form)];
      },
      async (provider) => {
        expect(await provider()).toEqual({
          accessKeyId: 'ASIA-token-1',
          secretAccessKey: 'secret',
          sessionToken: 'arn:aws:iam::333333333333:role/slipway-plan slipway-run-7',
          expiration: new Date('2000-01-01T00:00:00Z'),
        });
        expect((await provider()).accessKeyId).toBe('ASIA-token-2');
      },
    );
    expect(seen).toEqual([false, false]);
  });

  test('that STS refuses keeps the SDK’s name of the refusal', async () => {
    await exchange(
      () => [400, refused],
      async (provider) => {
        await expect(provider()).rejects.toMatchObject({ name: 'InvalidIdentityTokenException' });
      },
    );
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
