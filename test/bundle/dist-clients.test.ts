import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sampleRepository } from '../release/sample-repository.ts';
import { checkoutDist, type DistCheckout } from './dist-checkout.ts';
import { photosWithoutSite } from './photos-without-site.ts';

// The bundle leaves parts of its packages out (scripts/bundle/left-out): what stays has to do.

let checkout: DistCheckout;
beforeAll(async () => {
  checkout = await checkoutDist();
});
afterAll(async () => {
  await checkout[Symbol.asyncDispose]();
});

interface World extends AsyncDisposable {
  readonly url: string;
  /** What was asked for and as whom, oldest first. */
  readonly requests: readonly string[];
}

const token = `e30.${Buffer.from('{"sub":"repo:ada/photos:ref:refs/heads/main"}').toString('base64url')}.sig`;

/**
 * GitHub's API and token endpoint, STS, and an S3 and a CloudFormation that refuse everything: one server. Forms of the
 * answers: API references of the four.
 */
async function startWorld(): Promise<World> {
  const requests: string[] = [];
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then((body) => {
      const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost');
      const { authorization = 'nobody' } = incoming.headers;
      const by = /Credential=(?<key>\w+)\//.exec(authorization)?.groups?.['key'] ?? authorization;
      const form = new URLSearchParams(body);
      const action = form.get('Action');
      const what = action ?? (form.size > 0 ? [...form.keys()].join(' ') : pathname);
      requests.push(`${what} ${searchParams.get('audience') ?? ''} by ${by}`.replace('  ', ' '));
      const send = (status: number, type: string, answer: string): void => {
        outgoing.writeHead(status, { 'content-type': type }).end(answer);
      };
      const xml = (content: string): void => {
        send(200, 'text/xml', `<R><${action ?? ''}Result>${content}</${action ?? ''}Result></R>`);
      };
      if (pathname === '/token') send(200, 'application/json', JSON.stringify({ value: token }));
      else if (pathname.startsWith('/repos/')) send(200, 'application/json', '[]');
      else if (action === 'AssumeRoleWithWebIdentity' && form.get('WebIdentityToken') === token)
        xml(
          `<Credentials><AccessKeyId>ASIAJOB</AccessKeyId><SecretAccessKey>job-secret</SecretAccessKey><SessionToken>job-session</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`,
        );
      else if (action === 'GetCallerIdentity')
        xml('<Account>111111111111</Account><Arn>arn:x</Arn><UserId>u</UserId>');
      else if (action !== null)
        send(403, 'text/xml', '<R><Error><Code>AccessDenied</Code><Message>no</Message></Error></R>');
      else send(403, 'text/xml', '<Error><Code>AccessDenied</Code><Message>no</Message></Error>');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function job(url: string, folder: string): Readonly<Record<string, string>> {
  return {
    GITHUB_WORKSPACE: folder,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'ada/photos',
    GITHUB_RUN_ID: '7',
    GITHUB_ACTOR: 'ada',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_API_URL: url,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
    AWS_ENDPOINT_URL: url,
  };
}

describe('the bundle, away from every node_modules', () => {
  test('asks GitHub for a token and AWS for the role, and signs what follows with what it was given', async () => {
    await using world = await startWorld();
    await using repository = await sampleRepository(photosWithoutSite);
    const { code, output } = await checkout.start('smoke', {
      ...job(world.url, repository.root),
      INPUT_SYSTEM: 'photos',
      INPUT_ENVIRONMENT: 'dev',
    });
    expect(world.requests).toEqual([
      '/token sts.amazonaws.com by bearer request-token',
      'AssumeRoleWithWebIdentity by nobody',
      'GetCallerIdentity by ASIAJOB',
      '/slipway-ledger-111111111111-eu-west-1/ledger/photos/dev/head.json by ASIAJOB',
    ]);
    expect(output).toContain('::add-mask::job-secret');
    expect(output).toContain('::error title=LEDGER_DENIED');
    expect(code).toBe(1);
  });

  test('asks GitHub’s API, as the token that it was given', async () => {
    await using world = await startWorld();
    await using repository = await sampleRepository({
      ...photosWithoutSite,
      'event.json': JSON.stringify({
        pull_request: {
          number: 5,
          state: 'open',
          head: { sha: '1'.repeat(40), ref: 'topic', repo: { full_name: 'ada/photos' } },
          base: { sha: '2'.repeat(40), ref: 'main', repo: { full_name: 'ada/photos' } },
          labels: [],
        },
      }),
    });
    const { output } = await checkout.start('report', {
      ...job(world.url, repository.root),
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: join(repository.root, 'event.json'),
      INPUT_SYSTEM: 'photos',
      'INPUT_GITHUB-TOKEN': 'gh-token',
    });
    expect(output).toContain('::add-mask::gh-token');
    expect(world.requests.filter((request) => request.startsWith('/repos/ada/photos/'))).toContainEqual(
      expect.stringMatching(/by token gh-token$/),
    );
  });
});
