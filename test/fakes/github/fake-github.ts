import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { conversationRoutes } from './conversation-routes.ts';
import { claimsOf, type Claims } from './identity-token.ts';
import { checkRoutes } from './check-routes.ts';
import { deploymentRoutes } from './deployment-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';
import { matchRoute, pageOf, type Answer } from './routing.ts';
import type { FakePull, GitHubState } from './state.ts';
import { mayDo, type Identity } from './tokens.ts';

export interface FakeGitHubOptions {
  /** `owner/name` */
  readonly repository: string;
  /** Signs identity tokens; without it there are none. */
  readonly sign?: (claims: Claims) => Promise<string>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** 0, a free one, unless given. */
  readonly port?: number;
}

/** A failure that is put into the way of requests. */
export interface Injection {
  readonly method: string;
  /** Matched against the path with its query. */
  readonly path: RegExp;
  /** How many requests meet it; 1 unless given. */
  readonly times?: number;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** The request has its effect before it fails. */
  readonly afterwards?: boolean;
}

export interface FakeGitHub {
  /** Goes into GITHUB_API_URL. */
  readonly url: string;
  readonly state: GitHubState;
  /** Goes into ACTIONS_ID_TOKEN_REQUEST_URL; ends with `?`-parameters, to which a client adds `&audience=`. */
  tokenUrl(facts: Readonly<Record<string, string>>): string;
  addPull(pull: Partial<FakePull> & { readonly number: number }): FakePull;
  inject(injection: Injection): void;
  /** Holds the answers of such requests until `count` of them have come: what happens "at once". */
  gather(count: number, method: string, path: RegExp): void;
  close(): Promise<void>;
}

/** The token that a workflow's job has with every permission that Slipway's jobs ask for. */
export const workflowToken = 'ghs_of-a-workflow';
/** The one of a fork's pull request. */
export const readOnlyToken = 'ghs_of-a-fork';
/** What goes with ACTIONS_ID_TOKEN_REQUEST_URL. */
export const idRequestToken = 'request-token-of-a-job';

const bot = 'github-actions[bot]';
const routes = [...conversationRoutes, ...repositoryRoutes, ...checkRoutes, ...deploymentRoutes];

/** Starts the stand-in on a port of the loopback. Its rules stand in README.md. */
export async function startFakeGitHub(options: FakeGitHubOptions): Promise<FakeGitHub> {
  const state = emptyState(options.repository);
  const now = options.now ?? Date.now;
  const injections: { readonly injection: Injection; left: number }[] = [];
  const gatherings: Gathering[] = [];
  let lastId = 1000;

  const server = createServer((request, response) => {
    void respond(request).then(
      (reply) => {
        state.requests.push({
          method: request.method ?? '',
          path: request.url ?? '',
          status: reply.status,
        });
        send(response, reply);
      },
      (error: unknown) => {
        send(response, { status: 599, body: String(error) });
      },
    );
  });

  async function respond(request: IncomingMessage): Promise<Reply> {
    const method = request.method ?? '';
    const address = request.url ?? '';
    const url = new URL(address, `http://${request.headers.host ?? '127.0.0.1'}`);
    const text = await readBody(request);
    await gatherings.find((gathering) => gathering.takes(method, address))?.arrive();
    const injected = injections.find(
      ({ injection, left }) => left > 0 && injection.method === method && injection.path.test(address),
    );
    if (injected) {
      injected.left -= 1;
      if (injected.injection.afterwards === true) await answer(request, method, url, text);
      const { status, headers = {}, message = 'Server Error' } = injected.injection;
      return { status, headers, body: { message } };
    }
    return answer(request, method, url, text);
  }

  async function answer(request: IncomingMessage, method: string, url: URL, text: string): Promise<Reply> {
    if (url.pathname === '/_token') return identityToken(request, url);
    const identity = identityOf(state, request);
    if (identity === null) return { status: 401, body: { message: 'Bad credentials' } };
    if (url.pathname === '/graphql' && method === 'POST') {
      return { status: 200, body: { data: { viewer: { login: identity.login } } } };
    }
    const base = `/repos/${state.repository.fullName}`.toLowerCase();
    if (!`${url.pathname}/`.toLowerCase().startsWith(`${base}/`)) return missing;
    const match = matchRoute(routes, method, url.pathname.slice(base.length).replace(/^\//, ''));
    if (!match) return missing;
    if (!mayDo(identity, match.route.needs)) {
      return { status: 403, body: { message: 'Resource not accessible by integration' } };
    }
    const body = parseBody(text);
    if (body === null) return { status: 400, body: { message: 'Problems parsing JSON' } };
    const result = match.route.answer({
      state,
      identity,
      params: match.params,
      query: url.searchParams,
      body,
      now: () => new Date(now()).toISOString(),
      nextId: () => (lastId += 1),
    });
    return replyOf(result, url);
  }

  async function identityToken(request: IncomingMessage, url: URL): Promise<Reply> {
    if (request.headers.authorization?.toLowerCase() !== `bearer ${idRequestToken}`) {
      return { status: 401, body: { message: 'the request token is not valid' } };
    }
    if (url.searchParams.get('id_token') !== 'write' || options.sign === undefined) {
      return { status: 403, body: { message: 'the job has no permission id-token: write' } };
    }
    return { status: 200, body: { count: 1, value: await options.sign(claimsOf(state, url.searchParams)) } };
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    state,
    tokenUrl: (facts) => `${origin}/_token?${new URLSearchParams(facts).toString()}`,
    addPull: (given) => {
      const pull = { ...emptyPull(state), ...given };
      state.pulls.push(pull);
      return pull;
    },
    inject: (injection) => void injections.push({ injection, left: injection.times ?? 1 }),
    gather: (count, method, path) => void gatherings.push(new Gathering(count, method, path)),
    close: () => close(server),
  };
}

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const missing: Reply = { status: 404, body: { message: 'Not Found' } };

function replyOf(answer: Answer, url: URL): Reply {
  if ('status' in answer) return answer;
  const { items, link } = pageOf(answer.list, url);
  return {
    status: 200,
    headers: link === null ? {} : { link },
    body: answer.key === undefined ? items : { total_count: answer.list.length, [answer.key]: items },
  };
}

/** Requests that wait for each other. */
class Gathering {
  readonly #method: string;
  readonly #path: RegExp;
  readonly #all = Promise.withResolvers<undefined>();
  #left: number;

  constructor(count: number, method: string, path: RegExp) {
    this.#left = count;
    this.#method = method;
    this.#path = path;
  }

  takes(method: string, path: string): boolean {
    return this.#left > 0 && method === this.#method && this.#path.test(path);
  }

  async arrive(): Promise<void> {
    this.#left -= 1;
    if (this.#left === 0) this.#all.resolve(undefined);
    await this.#all.promise;
  }
}

function identityOf(state: GitHubState, request: IncomingMessage): Identity | null {
  const token = /^(?:token|bearer) (?<token>.+)$/i.exec(request.headers.authorization ?? '')?.groups?.[
    'token'
  ];
  return state.tokens.get(token ?? '') ?? null;
}

function emptyState(fullName: string): GitHubState {
  const all = {
    actions: 'read',
    checks: 'write',
    contents: 'read',
    issues: 'write',
    pull_requests: 'write',
    deployments: 'write',
  } as const;
  return {
    repository: {
      fullName,
      id: 4002,
      ownerId: 3001,
      isPrivate: false,
      defaultBranch: 'main',
      branches: new Map([['main', { sha: 'a'.repeat(40), isProtected: true, rules: ['pull_request'] }]]),
      commits: [],
      workflowPermissions: 'read',
      subject: { useDefault: true, claims: [], withIds: false },
    },
    pulls: [],
    comments: [],
    labelings: [],
    checkRuns: [],
    environments: new Map(),
    deployments: [],
    issues: [],
    runs: new Map(),
    tokens: new Map([
      [workflowToken, { login: bot, permissions: all }],
      [
        readOnlyToken,
        {
          login: bot,
          permissions: {
            actions: 'read',
            checks: 'read',
            contents: 'read',
            issues: 'read',
            pull_requests: 'read',
          },
        },
      ],
    ]),
    requests: [],
  };
}

function emptyPull({ repository }: GitHubState): Omit<FakePull, 'number'> {
  return {
    title: 'A change',
    state: 'open',
    labels: [],
    headSha: 'b'.repeat(40),
    headRef: 'change',
    headRepository: repository.fullName,
    baseRef: repository.defaultBranch,
    mergedAt: null,
    mergeCommitSha: 'c'.repeat(40),
    commits: [],
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(text: string): Readonly<Record<string, unknown>> | null {
  if (text === '') return {};
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

function send(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
