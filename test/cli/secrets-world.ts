import { expect } from '@jest/globals';
import { createHash } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { repository, type Repository } from '../bad-input/repository.ts';
import { FakeSecretsManager } from '../fakes/secrets-manager/fake-secrets-manager.ts';
import { awsEnvironment } from './aws-server.ts';
import { slipway, type Recorded } from './record.ts';

/** The provider whose keys and tokens are tried: a list of models by key, and the endpoints of OAuth (RFC 6749, RFC 7636). */
export interface Provider {
  readonly url: string;
  readonly keys: Set<string>;
  readonly refreshTokens: Set<string>;
  /** The challenge and the callback of each code that was given out. */
  readonly codes: Map<string, { readonly challenge: string; readonly redirectUri: string }>;
  /** Whether a refresh takes the token out of use and gives a new one (RFC 6749, section 6). */
  rotates: boolean;
  /** What every request gets instead of an answer of its own. */
  status: number | null;
  /** Bodies and headers that came. */
  readonly seen: string[];
}

export interface SecretsWorld extends AsyncDisposable {
  readonly repo: Repository;
  readonly secrets: FakeSecretsManager;
  readonly provider: Provider;
  /** The first match on the second stream of the command that runs, as soon as it stands there. */
  said(pattern: RegExp): Promise<string>;
  /** With what a person types, line by line, or what a pipe holds. */
  run(
    argv: readonly string[],
    input?: readonly string[] | string,
  ): Promise<Recorded & { readonly shown: string }>;
}

export const client = { client_id: 'shop-app', client_secret: 'client-secret-1' };

/** A repository whose system declares secrets, an AWS that keeps them, and the provider. */
export async function secretsWorld(callback = 'http://127.0.0.1:8765/callback'): Promise<SecretsWorld> {
  const secrets = new FakeSecretsManager();
  const provider = makeProvider();
  const aws = await listen(
    createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const operation = String(request.headers['x-amz-target'] ?? '').split('.')[1];
        if (operation === undefined) {
          const identity =
            '<Arn>arn:aws:iam::111111111111:user/ada</Arn><Account>111111111111</Account><UserId>a</UserId>';
          response
            .writeHead(200, { 'content-type': 'text/xml' })
            .end(
              `<GetCallerIdentityResponse><GetCallerIdentityResult>${identity}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
            );
          return;
        }
        try {
          const answer = secrets.answer(operation, JSON.parse(body) as Record<string, unknown>);
          response
            .writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
            .end(JSON.stringify(answer));
        } catch (error) {
          const { name, message } = error as Error;
          response
            .writeHead(400, { 'content-type': 'application/x-amz-json-1.1' })
            .end(JSON.stringify({ __type: name, message }));
        }
      });
    }),
  );
  const stand = await listen(provider.server);
  const environment = awsEnvironment({
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: '111111111111',
    AWS_SECRET_ACCESS_KEY: 'test-secret-key',
  });
  const repo = await repository({
    'params/shop/system.yml': [
      'smoke: params/shop/smoke.yml\n',
      `smoke: params/shop/smoke.yml
secrets:
  model-key:
    name: shop/{env}/model-key
    description: Key of a model provider
    test: { url: '${stand.url}/v1/models', headers: { authorization: 'Bearer {value}' } }
  provider:
    name: shop/{env}/provider
    description: Credentials of a provider
    fields: { client_id: shown, client_secret: hidden, refresh_token: hidden }
    oauth:
      authorizeUrl: ${stand.url}/authorize
      tokenUrl: ${stand.url}/token
      scope: media.read
      callback: ${callback}
  issuer:
    name: slipway/shop/issuer
    description: Issuer of the checks' tokens
    madeBy: person
    environments: [dev, sit]
    fields: { issuer: shown, privateKeyJwk: json }
`,
    ],
  });
  let said = '';
  const told = new EventEmitter();
  return {
    repo,
    secrets,
    said: async (pattern) => {
      for (;;) {
        const found = pattern.exec(said)?.[0];
        if (found !== undefined) return found;
        await once(told, 'told');
      }
    },
    provider: Object.assign(provider.state, { url: stand.url }),
    run: async (argv, input) => {
      let shown = '';
      const lines = typeof input === 'string' ? [] : [...(input ?? [])];
      said = '';
      const ran = await slipway(repo.root, ['secret', ...argv], {
        err: (text) => {
          said += text;
          told.emit('told');
        },
        secretInput:
          typeof input === 'string'
            ? { kind: 'pipe', read: () => Promise.resolve(input) }
            : {
                kind: 'terminal',
                ask: (question, echo) => {
                  const answer = lines.shift() ?? '';
                  shown += `${question}${echo ? answer : ''}\n`;
                  return Promise.resolve(answer);
                },
              },
      });
      return { ...ran, err: said, shown };
    },
    [Symbol.asyncDispose]: async () => {
      environment[Symbol.dispose]();
      await Promise.all([aws.close(), stand.close(), repo[Symbol.asyncDispose]()]);
    },
  };
}

function makeProvider() {
  const state: Omit<Provider, 'url'> = {
    keys: new Set(),
    refreshTokens: new Set(),
    codes: new Map(),
    rotates: false,
    status: null,
    seen: [],
  };
  let count = 0;
  const token = (form: URLSearchParams): readonly [number, object] => {
    const get = (name: string): string => form.get(name) ?? '';
    if (get('client_id') !== client.client_id || get('client_secret') !== client.client_secret)
      return [401, { error: 'invalid_client', error_description: get('client_secret') }];
    const old = get('refresh_token');
    const code = state.codes.get(get('code'));
    const good =
      get('grant_type') === 'refresh_token'
        ? state.refreshTokens.has(old)
        : code?.redirectUri === get('redirect_uri') &&
          code.challenge === createHash('sha256').update(get('code_verifier')).digest('base64url');
    if (!good) return [400, { error: 'invalid_grant' }];
    state.codes.delete(get('code'));
    if (get('grant_type') === 'refresh_token' && !state.rotates) return [200, { access_token: 'access' }];
    state.refreshTokens.delete(old);
    const fresh = `refresh-token-${++count}`;
    state.refreshTokens.add(fresh);
    return [200, { access_token: 'access', refresh_token: fresh }];
  };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { authorization = '' } = request.headers;
      state.seen.push(`${request.method ?? ''} ${request.url ?? ''} ${authorization} ${body}`);
      const [status, answer] =
        request.url === '/token'
          ? token(new URLSearchParams(body))
          : [state.keys.has(authorization.replace('Bearer ', '')) ? 200 : 401, { echo: authorization }];
      response.writeHead(state.status ?? status, { location: '/elsewhere' }).end(JSON.stringify(answer));
    });
  });
  return { state, server };
}

async function listen(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** No value on either stream. */
export function expectSilent(
  ran: { readonly out: string; readonly err: string; readonly shown: string },
  ...values: readonly string[]
): void {
  for (const value of values) expect(`${ran.out}${ran.err}${ran.shown}`).not.toContain(value);
}
