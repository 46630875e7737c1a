import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { WebSocket, type Dispatcher } from 'undici';
import { home, settled, startTestAws, type TestAws } from './local.ts';

// Real processes on a machine that may be busy.
jest.setTimeout(30_000);

/** The second of two accounts, so that a route to the first would show. */
const account = '222222222222';
const code = 'socket-test-code';

const uri =
  "!Sub 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Function.Arn}/invocations'";
const template = `
Parameters: { Actions: { Type: String } }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
      Policies:
        - PolicyName: connections
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: !Ref Actions
                Resource: !Sub 'arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/live/POST/@connections/*'
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs24.x
      Handler: index.handler
      Timeout: 20
      Role: !GetAtt Role.Arn
      Code: { S3Bucket: ${code}, S3Key: socket.zip }
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties: { Name: socket-test, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action }
  Authorizer:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties: { ApiId: !Ref Api, Name: token, AuthorizerType: REQUEST, IdentitySource: [], AuthorizerUri: ${uri} }
  Integration:
    Type: AWS::ApiGatewayV2::Integration
    Properties: { ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: ${uri} }
  Connect:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Api
      RouteKey: $connect
      AuthorizationType: CUSTOM
      AuthorizerId: !Ref Authorizer
      Target: !Sub 'integrations/\${Integration}'
  Say:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: say, Target: !Sub 'integrations/\${Integration}' }
  Stage:
    Type: AWS::ApiGatewayV2::Stage
    DependsOn: [Connect, Say]
    Properties: { ApiId: !Ref Api, StageName: live, AutoDeploy: true }
Outputs:
  Url: { Value: !Sub 'wss://\${Api}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}/live' }
`;

let aws: TestAws;
let address: string;

async function deploy(name: string, action: string): Promise<string> {
  const cloudFormation = aws.cloudFormation(account);
  await cloudFormation.createStack({
    StackName: name,
    TemplateBody: template,
    Parameters: [{ ParameterKey: 'Actions', ParameterValue: action }],
    Capabilities: ['CAPABILITY_IAM'],
  });
  const stack = await settled(cloudFormation, name);
  if (stack.StackStatus !== 'CREATE_COMPLETE')
    throw new Error(`${stack.StackStatus ?? ''} ${stack.StackStatusReason ?? ''}`);
  return stack.Outputs?.find(({ OutputKey }) => OutputKey === 'Url')?.OutputValue ?? '';
}

beforeAll(async () => {
  aws = await startTestAws(['111111111111', account]);
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'socket-function.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'silent',
  });
  const s3 = aws.s3(account);
  await s3.createBucket({ Bucket: code, CreateBucketConfiguration: { LocationConstraint: home } });
  const zip = zipSync({ 'index.js': outputFiles[0]?.contents ?? new Uint8Array() });
  await s3.putObject({ Bucket: code, Key: 'socket.zip', Body: zip });
  address = await deploy('socket', 'execute-api:ManageConnections');
});
afterAll(() => aws.end());

/** Opens a connection; resolves to undefined where it is refused. */
function open(url: string, protocols: string[] = []): Promise<WebSocket | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { protocols, dispatcher: aws.network });
    socket.addEventListener('open', () => {
      resolve(socket);
    });
    socket.addEventListener('error', () => {
      resolve(undefined);
    });
  });
}

const next = (socket: WebSocket, patience = 8000): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`No message within ${patience} ms.`));
    }, patience);
    socket.addEventListener('message', ({ data }) => {
      clearTimeout(timer);
      resolve(JSON.parse(String(data)));
    });
  });

test('a WebSocket API is connected to by its real name, through the proxy and TLS', async () => {
  const socket = await open(`${address}?token=good`, ['other', 'chat']);
  expect(socket?.protocol).toBe('chat');
  socket?.close();
});

test('a message reaches the function, and the function reaches the connection by the real management API', async () => {
  const socket = await open(`${address}?token=good`, ['chat']);
  if (socket === undefined) throw new Error('It was refused.');
  const answer = next(socket);
  socket.send('{"action":"say"}');
  expect(await answer).toEqual({ said: '{"action":"say"}', session: 'one', gone: 'GoneException' });
  socket.close();
});

test('whom the authorizer denies is refused with 403', async () => {
  expect(await open(`${address}?token=bad`)).toBeUndefined();
  expect(await statusOf(aws.network, `${address}?token=bad`)).toBe(403);
});

test('a role without the right reaches no connection', async () => {
  const socket = await open(`${await deploy('without-right', 'execute-api:Invoke')}?token=good`, ['chat']);
  if (socket === undefined) throw new Error('It was refused.');
  const answer = next(socket, 3000);
  socket.send('{"action":"say"}');
  await expect(answer).rejects.toThrow('No message');
  socket.close();
});

test.each([
  ['an API that does not exist', 'https://00000000.execute-api.eu-west-1.amazonaws.com/live', 403],
  ['a bucket', 'https://a-bucket.s3.eu-west-1.amazonaws.com/', 400],
])('%s has no WebSocket', async (_name, url, status) => {
  expect(await open(url.replace('https', 'wss'))).toBeUndefined();
  expect(await statusOf(aws.network, url.replace('https', 'wss'))).toBe(status);
});

test('a request that asks for another protocol is answered as it is', async () => {
  const status = await new Promise((resolve, reject) => {
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' };
    request(`${aws.local.endpoint}/_slipway/health`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
});

/** The status of a handshake. A WebSocket does not tell it, so the request below it is watched. */
async function statusOf(network: Dispatcher, url: string): Promise<number> {
  let seen = 0;
  const watching = network.compose(
    (dispatch) => (options, handler) =>
      dispatch(options, {
        onRequestStart: (controller, context: unknown) => handler.onRequestStart?.(controller, context),
        onRequestUpgrade: (controller, status, headers, socket) => {
          seen = status;
          handler.onRequestUpgrade?.(controller, status, headers, socket);
        },
        onResponseStart: (controller, status, headers, text) => {
          seen = status;
          handler.onResponseStart?.(controller, status, headers, text);
        },
        onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
        onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
        onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
      }),
  );
  await new Promise<void>((resolve) => {
    const socket = new WebSocket(url, { dispatcher: watching });
    socket.addEventListener('open', () => {
      resolve();
    });
    socket.addEventListener('error', () => {
      resolve();
    });
  });
  return seen;
}
