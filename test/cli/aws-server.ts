import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeS3 } from '../fakes/s3/fake-s3.ts';

export interface AwsServer extends AsyncDisposable {
  /** What asked for what, oldest first: `sts GetCallerIdentity`, `s3 GET slipway-ledger-…/…`. */
  readonly requests: readonly string[];
}

export interface AwsServerOptions {
  /** The account of whoever calls. */
  readonly account?: string;
  readonly s3?: FakeS3;
  /** Stack → outputs, for DescribeStacks; any other stack does not exist. */
  readonly stacks?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What the SDK's clients and credential chain read; set by `startAws`, put back afterwards. */
const settings = [
  'AWS_ENDPOINT_URL',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_PROFILE',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_EC2_METADATA_DISABLED',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ROLE_ARN',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];

/** Sets the SDK's environment, nothing of the machine's own shining through, until the end of the block. */
export function awsEnvironment(wanted: Readonly<Record<string, string>>): Disposable {
  const before = new Map(settings.map((name) => [name, process.env[name]]));
  const apply = (values: ReadonlyMap<string, string | undefined>): void => {
    for (const [name, value] of values) {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- assigning undefined would make it a text
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
  const none = {
    AWS_CONFIG_FILE: '/nonexistent',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  apply(new Map(settings.map((name) => [name, { ...none, ...wanted }[name]])));
  return {
    [Symbol.dispose]: () => {
      apply(before);
    },
  };
}

/**
 * As much of AWS over HTTP as commands that only read ask for, on the loopback: STS GetCallerIdentity, S3 GET over a
 * FakeS3, CloudFormation DescribeStacks; anything else is refused. Path-style S3 and the query protocol, as the SDK speaks
 * them to an endpoint that is an address (API references of the three). The SDK finds it by the environment.
 */
export async function startAws(options: AwsServerOptions): Promise<AwsServer> {
  const requests: string[] = [];
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, options, requests).catch((error: unknown) => {
      outgoing.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const environment = awsEnvironment({
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: options.account ?? '111111111111',
    AWS_SECRET_ACCESS_KEY: 'test-secret-key',
  });
  return {
    requests,
    [Symbol.asyncDispose]: async () => {
      environment[Symbol.dispose]();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: AwsServerOptions,
  requests: string[],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
  if (pathname !== '/') {
    requests.push(`s3 ${incoming.method ?? ''} ${pathname.slice(1)}`);
    await answerS3(pathname, incoming.method ?? '', outgoing, options.s3);
    return;
  }
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const action = form.get('Action') ?? '';
  requests.push(`${action === 'GetCallerIdentity' ? 'sts' : 'cloudformation'} ${action}`);
  const account = options.account ?? '111111111111';
  if (action === 'GetCallerIdentity') {
    const arn = `arn:aws:sts::${account}:assumed-role/slipway-plan/test`;
    xml(outgoing, 200, result(action, `<Arn>${arn}</Arn><Account>${account}</Account><UserId>test</UserId>`));
    return;
  }
  const name = form.get('StackName') ?? '';
  const outputs = action === 'DescribeStacks' ? options.stacks?.[name] : undefined;
  if (outputs === undefined) {
    const message = `Stack with id ${name} does not exist`;
    const error = `<Error><Type>Sender</Type><Code>ValidationError</Code><Message>${message}</Message></Error>`;
    xml(outgoing, 400, `<ErrorResponse>${error}</ErrorResponse>`);
    return;
  }
  const members = Object.entries(outputs).map(
    ([key, value]) =>
      `<member><OutputKey>${escaped(key)}</OutputKey><OutputValue>${escaped(value)}</OutputValue></member>`,
  );
  const stack = [
    `<StackId>arn:aws:cloudformation:eu-west-1:${account}:stack/${name}/1</StackId>`,
    `<StackName>${name}</StackName><StackStatus>CREATE_COMPLETE</StackStatus>`,
    '<CreationTime>2026-11-21T10:00:00Z</CreationTime>',
    `<Outputs>${members.join('')}</Outputs>`,
  ].join('');
  xml(outgoing, 200, result(action, `<Stacks><member>${stack}</member></Stacks>`));
}

async function answerS3(
  pathname: string,
  method: string,
  outgoing: ServerResponse,
  s3: FakeS3 | undefined,
): Promise<void> {
  const [bucket = '', ...key] = pathname.slice(1).split('/').map(decodeURIComponent);
  if (method !== 'GET' || s3 === undefined) {
    xml(outgoing, 403, '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>');
    return;
  }
  try {
    const { Body, ETag } = await s3.getObject({ Bucket: bucket, Key: key.join('/') });
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
    outgoing.writeHead(200, { etag: ETag ?? '', 'content-length': bytes.length }).end(bytes);
  } catch (error) {
    const { name } = error as Error;
    xml(outgoing, 404, `<Error><Code>${name}</Code><Message>${name}</Message></Error>`);
  }
}

function result(action: string, content: string): string {
  return `<${action}Response><${action}Result>${content}</${action}Result></${action}Response>`;
}

function xml(outgoing: ServerResponse, status: number, text: string): void {
  outgoing.writeHead(status, { 'content-type': 'text/xml' }).end(text);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
