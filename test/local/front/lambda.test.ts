import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Lambda } from '@aws-sdk/client-lambda';
import { build } from 'esbuild';
import { strToU8, zipSync } from 'fflate';
import { fetch, FormData, request } from 'undici';
import { home, settled, startTestAws, type TestAws } from './local.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(30_000);

/** The second of two accounts, so that a route to the first would show. */
const account = '222222222222';
const code = 'lambda-test-code';

const template = `
Resources:
  Data: { Type: AWS::S3::Bucket }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: data
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: [s3:PutObject, s3:GetObject], Resource: !Sub '\${Data.Arn}/*' }]
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Timeout: 20
      Role: !GetAtt Role.Arn
      Code: { S3Bucket: ${code}, S3Key: presign.zip }
      Environment: { Variables: { BUCKET: !Ref Data } }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: lambda-test } }
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
      Integration:
        Type: AWS_PROXY
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Function.Arn}/invocations
  Deployment: { Type: AWS::ApiGateway::Deployment, DependsOn: Method, Properties: { RestApiId: !Ref Api } }
  Stage: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, DeploymentId: !Ref Deployment, StageName: dev } }
  Permission:
    Type: AWS::Lambda::Permission
    Properties: { FunctionName: !Ref Function, Action: lambda:InvokeFunction, Principal: apigateway.amazonaws.com }
Outputs:
  Url: { Value: !Sub 'https://\${Api}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}/dev' }
`;

interface Seen {
  readonly caller: string;
  readonly endpoint: string | null;
  readonly issuer: number;
  readonly outside: string;
  readonly put: string;
  readonly get: string;
  readonly post: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
}

let aws: TestAws;
let url = '';
let seen: Seen;

beforeAll(async () => {
  aws = await startTestAws(['111111111111', account]);
  const bundled = await build({
    entryPoints: [join(import.meta.dirname, 'presign-function.ts')],
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    write: false,
  });
  const s3 = aws.s3(account);
  await s3.createBucket({ Bucket: code, CreateBucketConfiguration: { LocationConstraint: home } });
  const zip = zipSync({ 'index.js': bundled.outputFiles[0]?.contents ?? new Uint8Array() });
  await s3.putObject({ Bucket: code, Key: 'presign.zip', Body: zip });
  const cloudFormation = aws.cloudFormation(account);
  await cloudFormation.createStack({
    StackName: 'lambda',
    TemplateBody: template,
    Capabilities: ['CAPABILITY_IAM'],
  });
  const stack = await settled(cloudFormation, 'lambda');
  expect(stack.StackStatus).toBe('CREATE_COMPLETE');
  url = stack.Outputs?.[0]?.OutputValue ?? '';
  const answer = await fetch(url, { dispatcher: aws.network });
  expect(answer.status).toBe(200);
  seen = (await answer.json()) as Seen;
});

afterAll(() => aws.end());

test('a function acts as its role, without an endpoint of its own, and reaches only the local AWS', () => {
  expect(seen.caller).toMatch(/^arn:aws:sts::222222222222:assumed-role\/lambda-Role-/);
  expect(seen).toMatchObject({ endpoint: null, issuer: 200, outside: 'not reached' });
});

test('an error that a function throws is told by its name', async () => {
  const lambda = new Lambda({
    endpoint: aws.local.endpoint,
    region: home,
    credentials: { accessKeyId: account, secretAccessKey: 'root' },
  });
  const source =
    'exports.handler = async ({ name }) => { const e = new Error("no"); e.name = name; throw e; };';
  await lambda.createFunction({
    FunctionName: 'throws',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: `arn:aws:iam::${account}:role/${seen.caller.split('/')[1] ?? ''}`,
    Code: { ZipFile: zipSync({ 'index.js': strToU8(source) }) },
  });
  for (const name of ['Busy', 'Gone']) {
    const Payload = strToU8(JSON.stringify({ name }));
    const answer = await lambda.invoke({ FunctionName: 'throws', Payload });
    expect(answer.FunctionError).toBe('Unhandled');
    expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toMatchObject({
      errorType: name,
      errorMessage: 'no',
    });
  }
});

test('URLs that it presigns name the real host and work from outside', async () => {
  expect(new URL(seen.put).hostname).toMatch(/^lambda-data-[a-z0-9]+\.s3\.eu-west-1\.amazonaws\.com$/);
  const put = await fetch(seen.put, { method: 'PUT', body: 'hello', dispatcher: aws.network });
  expect(put.status).toBe(200);
  expect(await (await fetch(seen.get, { dispatcher: aws.network })).text()).toBe('hello');
  const forged = seen.get.replace(/X-Amz-Signature=..../, 'X-Amz-Signature=0000');
  expect((await fetch(forged, { dispatcher: aws.network })).status).toBe(403);
});

test.each([
  ['within the size range', 'data', 204],
  ['over the size range', 'much too long', 400],
])('a presigned POST %s', async (_what, content, status) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(seen.post.fields)) form.append(name, value);
  form.append('file', new Blob([content]), 'b.txt');
  expect((await fetch(seen.post.url, { method: 'POST', body: form, dispatcher: aws.network })).status).toBe(
    status,
  );
});

test('click addresses answer without a proxy, and names in headers and JSON become click addresses', async () => {
  const clicked = aws.local.clickAddress(url);
  expect(clicked).toMatch(
    new RegExp(`^http://[a-f0-9]+\\.execute-api\\.eu-west-1\\.amazonaws\\.localhost:${aws.local.port}/dev$`),
  );
  const { hostname, pathname, port } = new URL(clicked);
  // Node does not resolve *.localhost as browsers do, so the name goes into the Host header.
  const answer = await request(`http://127.0.0.1:${port}${pathname}`, {
    headers: { host: `${hostname}:${port}` },
  });
  const translated = (await answer.body.json()) as Seen;
  expect(answer.statusCode).toBe(200);
  const get = new URL(translated.get);
  expect(get.host).toMatch(/\.s3\.eu-west-1\.amazonaws\.localhost:\d+$/);
  const object = await request(`http://127.0.0.1:${port}${get.pathname}${get.search}`, {
    headers: { host: get.host },
  });
  expect([object.statusCode, await object.body.text()]).toEqual([200, 'hello']);
});
