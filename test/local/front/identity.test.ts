import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { S3 } from '@aws-sdk/client-s3';
import { STS, type Credentials } from '@aws-sdk/client-sts';
import { createLocalJWKSet, importJWK, jwtVerify, SignJWT, type JSONWebKeySet } from 'jose';
import { fetch } from 'undici';
import { home, settled, startTestAws, type TestAws } from './local.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(30_000);

const [dev, prod] = ['111111111111', '333333333333'];
const subject = 'repo:acme/photos:environment:companycam-prod';

const template = `
Parameters: { Subject: { Type: String } }
Resources:
  Provider:
    Type: AWS::IAM::OIDCProvider
    Properties: { Url: https://token.actions.githubusercontent.com, ClientIdList: [sts.amazonaws.com] }
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      RoleName: deploy
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Federated: !Ref Provider }
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals:
                token.actions.githubusercontent.com:aud: sts.amazonaws.com
                token.actions.githubusercontent.com:sub: !Ref Subject
      Policies:
        - PolicyName: own-bucket
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: s3:*, Resource: ['arn:aws:s3:::data-*', 'arn:aws:s3:::data-*/*'] }]
`;

let aws: TestAws;

beforeAll(async () => {
  aws = await startTestAws([dev, prod]);
  for (const account of [dev, prod]) {
    const cloudFormation = aws.cloudFormation(account);
    await cloudFormation.createStack({
      StackName: 'roles',
      TemplateBody: template,
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      Parameters: [
        {
          ParameterKey: 'Subject',
          ParameterValue: account === prod ? subject : subject.replace('prod', 'dev'),
        },
      ],
    });
    expect((await settled(cloudFormation, 'roles')).StackStatus).toBe('CREATE_COMPLETE');
    await aws
      .s3(account)
      .createBucket({ Bucket: `data-${account}`, CreateBucketConfiguration: { LocationConstraint: home } });
  }
});

afterAll(() => aws.end());

async function assume(account: string, token: string): Promise<Credentials> {
  const sts = new STS({
    endpoint: aws.local.endpoint,
    region: home,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
  const { Credentials } = await sts.assumeRoleWithWebIdentity({
    RoleArn: `arn:aws:iam::${account}:role/deploy`,
    RoleSessionName: 'test',
    WebIdentityToken: token,
  });
  if (Credentials === undefined) throw new Error('STS gave no credentials.');
  return Credentials;
}

async function keysOf(issuer: string) {
  const answer = await fetch(`${issuer}/.well-known/jwks.json`, { dispatcher: aws.network });
  return createLocalJWKSet((await answer.json()) as JSONWebKeySet);
}

async function clientsOf(account: string, tokenSubject: string) {
  const {
    AccessKeyId = '',
    SecretAccessKey = '',
    SessionToken = '',
  } = await assume(account, await aws.local.issueGithubToken({ subject: tokenSubject }));
  const credentials = {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  };
  const config = { endpoint: aws.local.endpoint, region: home, credentials };
  return { sts: new STS(config), s3: new S3(config), cloudFormation: new CloudFormation(config) };
}

test('a role taken with an identity token acts in its own account, and only as its policy says', async () => {
  const { sts, s3, cloudFormation } = await clientsOf(prod, subject);
  expect((await sts.getCallerIdentity({})).Arn).toBe(`arn:aws:sts::${prod}:assumed-role/deploy/test`);
  await s3.putObject({ Bucket: `data-${prod}`, Key: 'a', Body: 'b' });
  await expect(cloudFormation.describeStacks({})).rejects.toMatchObject({
    $metadata: { httpStatusCode: 403 },
  });
  await expect(s3.putObject({ Bucket: `data-${dev}`, Key: 'a', Body: 'b' })).rejects.toMatchObject({
    $metadata: { httpStatusCode: 404 },
  });
});

test('the trust policy decides who takes a role', async () => {
  const token = await aws.local.issueGithubToken({ subject });
  await expect(assume(dev, token)).rejects.toMatchObject({ name: 'AccessDenied' });
  const elsewhere = await aws.local.issueGithubToken({ subject, audience: 'elsewhere' });
  await expect(assume(prod, elsewhere)).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('a token that is altered, expired or of another issuer takes no role', async () => {
  const token = await aws.local.issueGithubToken({ subject });
  const [header = '', , signature = ''] = token.split('.');
  const claims = Buffer.from(
    JSON.stringify({
      iss: 'https://token.actions.githubusercontent.com',
      sub: subject,
      aud: 'sts.amazonaws.com',
    }),
  );
  const altered = [header, claims.toString('base64url'), signature].join('.');
  await expect(assume(prod, altered)).rejects.toMatchObject({ name: 'InvalidIdentityTokenException' });
  const expired = await aws.local.issueGithubToken({ subject, lifetimeSeconds: -60 });
  await expect(assume(prod, expired)).rejects.toMatchObject({ name: 'ExpiredTokenException' });
  const foreign = await aws.local.signToken('https://login.dev.companycam.com', {
    sub: subject,
    aud: 'sts.amazonaws.com',
  });
  await expect(assume(prod, foreign)).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('the login issuer gives tokens to a registered client, which its published keys verify', async () => {
  const client = { clientId: 'smoke', clientSecret: 'secret', audience: 'companycam', scope: 'photos' };
  const { tokenUrl } = await aws.local.registerClient('dev', client);
  const ask = (secret: string) =>
    fetch(tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'smoke',
        client_secret: secret,
      }),
      dispatcher: aws.network,
    });
  expect((await ask('wrong')).status).toBe(401);
  const { access_token } = (await (await ask('secret')).json()) as { access_token: string };
  const keys = await keysOf('https://login.dev.companycam.com');
  const { payload } = await jwtVerify(access_token, keys, {
    issuer: 'https://login.dev.companycam.com',
    audience: 'companycam',
  });
  expect(payload).toMatchObject({ sub: 'smoke', client_id: 'smoke', scope: 'photos' });
});

test('the smoke issuer signs with the key that it hands out', async () => {
  const { issuer, kid, privateKeyJwk } = await aws.local.smokeIssuer('dev');
  const token = await new SignJWT({ sub: 'smoke' })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(issuer)
    .sign(await importJWK(privateKeyJwk, 'RS256'));
  const keys = await keysOf(issuer);
  expect((await jwtVerify(token, keys, { issuer })).payload.sub).toBe('smoke');
});

test('what stands in for a refused type is listed', async () => {
  expect(await aws.local.placeholders()).toContainEqual({
    account: dev,
    region: home,
    type: 'AWS::IAM::OIDCProvider',
    stack: 'roles',
    logicalId: 'Provider',
  });
});
