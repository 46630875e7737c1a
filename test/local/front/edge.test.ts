import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { CloudFront } from '@aws-sdk/client-cloudfront';
import { strToU8, zipSync } from 'fflate';
import { fetch, request } from 'undici';
import { brotliDecompressSync } from 'node:zlib';
import { eventually, settled, startTestAws, type TestAws } from './local.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(30_000);

const account = '111111111111';
const bucket = 'edge-test-site';
const page = `<!doctype html><title>one</title>${'<p>text that compresses</p>'.repeat(80)}`;
const region = 'us-east-1';

const template = `
Resources:
  Access:
    Type: AWS::CloudFront::OriginAccessControl
    Properties:
      OriginAccessControlConfig: { Name: edge-test, OriginAccessControlOriginType: s3, SigningBehavior: always, SigningProtocol: sigv4 }
  Routing:
    Type: AWS::CloudFront::Function
    Properties:
      Name: edge-test-routing
      AutoPublish: true
      FunctionConfig: { Comment: routing, Runtime: cloudfront-js-2.0 }
      FunctionCode: |
        function handler(event) {
          var request = event.request;
          if (!request.uri.split('/').pop().includes('.')) request.uri = '/index.html';
          return request;
        }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: [lambda.amazonaws.com, edgelambda.amazonaws.com] }, Action: sts:AssumeRole }]
  Guard:
    Type: AWS::Lambda::Function
    Properties: { Runtime: nodejs24.x, Handler: index.handler, Role: !GetAtt Role.Arn, Code: { S3Bucket: ${bucket}, S3Key: guard.zip } }
  GuardVersion: { Type: AWS::Lambda::Version, Properties: { FunctionName: !Ref Guard } }
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        DefaultRootObject: index.html
        Origins:
          - Id: site
            DomainName: ${bucket}.s3.us-east-1.amazonaws.com
            OriginAccessControlId: !Ref Access
            S3OriginConfig: { OriginAccessIdentity: '' }
          - Id: absent
            DomainName: absent.invalid
            CustomOriginConfig: { OriginProtocolPolicy: https-only }
        OriginGroups:
          Quantity: 3
          Items:
            - Id: absent-or-site
              FailoverCriteria: { StatusCodes: { Quantity: 2, Items: [500, 502] } }
              Members: { Quantity: 2, Items: [{ OriginId: absent }, { OriginId: site }] }
            - Id: site-or-absent
              FailoverCriteria: { StatusCodes: { Quantity: 2, Items: [500, 502] } }
              Members: { Quantity: 2, Items: [{ OriginId: site }, { OriginId: absent }] }
            - Id: absent-or-nothing
              FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [500] } }
              Members: { Quantity: 2, Items: [{ OriginId: absent }, { OriginId: site }] }
        CacheBehaviors:
          - { PathPattern: /second/*, TargetOriginId: absent-or-site, ViewerProtocolPolicy: https-only, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }
          - { PathPattern: /first/*, TargetOriginId: site-or-absent, ViewerProtocolPolicy: https-only, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }
          - { PathPattern: /none/*, TargetOriginId: absent-or-nothing, ViewerProtocolPolicy: https-only, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }
          - PathPattern: /guarded/*
            TargetOriginId: site
            ViewerProtocolPolicy: https-only
            CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
            LambdaFunctionAssociations: [{ EventType: viewer-request, LambdaFunctionARN: !Ref GuardVersion }]
        DefaultCacheBehavior:
          TargetOriginId: site
          Compress: true
          ViewerProtocolPolicy: redirect-to-https
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
          FunctionAssociations: [{ EventType: viewer-request, FunctionARN: !GetAtt Routing.FunctionARN }]
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: ${bucket}
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Principal: { Service: cloudfront.amazonaws.com }, Action: s3:GetObject, Resource: 'arn:aws:s3:::${bucket}/*' }
          - { Effect: Allow, Principal: { Service: cloudfront.amazonaws.com }, Action: s3:ListBucket, Resource: 'arn:aws:s3:::${bucket}' }
Outputs:
  Domain: { Value: !GetAtt Site.DomainName }
  Id: { Value: !Ref Site }
`;

const guard = `exports.handler = async (event) => {
  const { request } = event.Records[0].cf;
  if (request.headers['x-pass']) return { ...request, uri: '/guarded/inside.txt' };
  return { status: '403', statusDescription: 'Forbidden', headers: { 'x-guard': [{ key: 'X-Guard', value: 'stopped' }] }, body: 'stopped' };
};`;

let aws: TestAws;
let site = '';
let id = '';
let cloudFront: CloudFront;

beforeAll(async () => {
  aws = await startTestAws([account]);
  const s3 = aws.s3(account, region);
  const cloudFormation = aws.cloudFormation(account, region);
  cloudFront = new CloudFront({
    endpoint: aws.local.endpoint,
    region,
    credentials: { accessKeyId: account, secretAccessKey: 'root' },
  });
  await s3.createBucket({ Bucket: bucket });
  await s3.putObject({ Bucket: bucket, Key: 'guard.zip', Body: zipSync({ 'index.js': strToU8(guard) }) });
  await put('index.html', page, 'text/html', 'public, max-age=0, s-maxage=3600');
  await put('app.js', 'let one;', 'text/javascript', 'public, max-age=31536000, immutable');
  await put('guarded/inside.txt', 'inside', 'text/plain');
  await cloudFormation.createStack({
    StackName: 'edge',
    TemplateBody: template,
    Capabilities: ['CAPABILITY_IAM'],
  });
  const stack = await settled(cloudFormation, 'edge');
  expect(stack.StackStatus).toBe('CREATE_COMPLETE');
  const output = (key: string) =>
    stack.Outputs?.find(({ OutputKey }) => OutputKey === key)?.OutputValue ?? '';
  site = `https://${output('Domain')}`;
  id = output('Id');
});

afterAll(() => aws.end());

async function put(key: string, body: string, type: string, cacheControl?: string): Promise<void> {
  await aws
    .s3(account, region)
    .putObject({ Bucket: bucket, Key: key, Body: body, ContentType: type, CacheControl: cacheControl });
}

async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await request(`${site}${path}`, { dispatcher: aws.network, headers });
  const body = Buffer.from(await answer.body.arrayBuffer());
  return { status: answer.statusCode, headers: answer.headers, body };
}

async function invalidate(...paths: string[]): Promise<string> {
  const { Invalidation } = await cloudFront.createInvalidation({
    DistributionId: id,
    InvalidationBatch: {
      CallerReference: `${Date.now()}-${paths.join()}`,
      Paths: { Quantity: paths.length, Items: paths },
    },
  });
  expect(Invalidation?.Status).toBe('InProgress');
  return Invalidation?.Id ?? '';
}

test('the second request is a hit, and a new object is seen only after its invalidation is complete', async () => {
  expect((await get('/')).headers['x-cache']).toBe('Miss from cloudfront');
  const hit = await get('/');
  expect(hit.headers['x-cache']).toBe('Hit from cloudfront');
  expect(Number(hit.headers['age'])).toBeGreaterThanOrEqual(0);
  await put('index.html', page.replace('one', 'two'), 'text/html', 'public, max-age=0, s-maxage=3600');
  expect((await get('/albums/7')).body.toString()).toContain('one');
  const invalidation = await invalidate('/index.html');
  expect((await get('/')).body.toString()).toContain('one');
  await eventually(async () => {
    const { Invalidation } = await cloudFront.getInvalidation({ DistributionId: id, Id: invalidation });
    return Invalidation?.Status === 'Completed' ? true : undefined;
  });
  const fresh = await get('/albums/7');
  expect(fresh.headers['x-cache']).toBe('Miss from cloudfront');
  expect(fresh.body.toString()).toContain('two');
});

test('a missing object is 404, and stays so for the error time even once it is there', async () => {
  expect((await get('/late.js')).status).toBe(404);
  await put('late.js', 'let late;', 'text/javascript');
  expect((await get('/late.js')).status).toBe(404);
  await invalidate('/late*');
  await eventually(async () => ((await get('/late.js')).status === 200 ? true : undefined));
});

test('text is compressed for those who accept it, Brotli first, with a weak ETag', async () => {
  const plain = await get('/index.html');
  expect(plain.headers['content-encoding']).toBeUndefined();
  const packed = await get('/index.html', { 'accept-encoding': 'gzip, br' });
  expect(packed.headers['content-encoding']).toBe('br');
  expect(packed.headers['etag']).toBe(`W/${String(plain.headers['etag'])}`);
  expect(brotliDecompressSync(packed.body)).toEqual(plain.body);
  expect((await get('/index.html', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
});

test('an object that the viewer has already is 304', async () => {
  const { headers } = await get('/app.js');
  const again = await get('/app.js', { 'if-none-match': String(headers['etag']) });
  expect(again.status).toBe(304);
  expect(again.body).toHaveLength(0);
});

test('a Lambda function at the edge answers or changes a viewer request', async () => {
  const stopped = await get('/guarded/anything');
  expect([stopped.status, stopped.headers['x-guard'], stopped.body.toString()]).toEqual([
    403,
    'stopped',
    'stopped',
  ]);
  expect(stopped.headers['x-cache']).toBe('LambdaGeneratedResponse from cloudfront');
  const passed = await get('/guarded/anything', { 'x-pass': '1' });
  expect([passed.status, passed.body.toString()]).toEqual([200, 'inside']);
});

test('plain HTTP is redirected or refused as the behaviour says', async () => {
  const redirected = await fetch(`${site.replace('https:', 'http:')}/app.js`, {
    dispatcher: aws.network,
    redirect: 'manual',
  });
  expect([redirected.status, redirected.headers.get('location')]).toEqual([301, `${site}/app.js`]);
  const refused = await fetch(`${site.replace('https:', 'http:')}/guarded/x`, {
    dispatcher: aws.network,
    redirect: 'manual',
  });
  expect(refused.status).toBe(403);
});

test('an origin group answers from its first member, and from the second where the first fails as the group says', async () => {
  for (const folder of ['first', 'second', 'none']) await put(`${folder}/a.txt`, folder, 'text/plain');
  const seen = async (path: string) => {
    const { status, body } = await get(path);
    return status === 200 ? body.toString() : status;
  };
  expect(await seen('/first/a.txt')).toBe('first');
  expect(await seen('/second/a.txt')).toBe('second');
  expect(await seen('/none/a.txt')).toBe(502);
  // What is missing in the first member is missing: 404 is no reason to ask the second.
  expect(await seen('/first/missing.txt')).toBe(404);
});
