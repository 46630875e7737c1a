import type { Dispatcher } from 'undici';
import type { AwsCredentials } from '../../../src/aws/apis.ts';
import type { SmokeLambda, SmokeS3, SmokeSecrets } from '../../../src/smoke/target.ts';
import { answerApi } from './api-endpoint.ts';
import { makeIssuer } from './guard.ts';
import type { Guard } from './guard.ts';
import { limitsOf } from './limits.ts';
import type { Mistake } from './mistakes.ts';
import { S3Endpoint } from './s3-endpoint.ts';
import { serve } from './server.ts';
import type { FakeRequest, FakeResponse } from './server.ts';
import { answerSite } from './site-endpoint.ts';

const region = 'eu-west-1';
const origin = 'https://d111111abcdef8.cloudfront.net';
const credentials: AwsCredentials = { accessKeyId: 'AKIAFAKEFAKEFAKEFAKE', secretAccessKey: 'fake-secret' };
const smokeIssuer = makeIssuer('https://smoke-issuer.dev.companycam.com');
const loginIssuer = makeIssuer('https://login.dev.companycam.com');
const client = { id: 'slipway-smoke-client', secret: 'fake client secret' };

/** The platform as it is deployed: outputs of its stack, and what a run needs to reach it. */
export interface PhotoPlatform {
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly http: Dispatcher;
  readonly aws: {
    s3(region: string): Promise<SmokeS3>;
    secretsManager(region: string): Promise<SmokeSecrets>;
    lambda(region: string): Promise<SmokeLambda>;
    credentials(): Promise<AwsCredentials>;
  };
  readonly release: string;
  /** Every version of every object that lies in a bucket now. */
  readonly versions: readonly { readonly bucket: string; readonly key: string }[];
  /** Everything secret that the platform knows: none of it may stand in a report. */
  readonly secrets: readonly string[];
  /** The mistakes from now on. */
  break(...mistakes: readonly Mistake[]): void;
  /** Answers with `response` until it has done so `times` times, whatever is asked of `host`. */
  lag(host: 'api' | 'site', times: number): void;
  stop(): Promise<void>;
}

const cacheFunction = 'companycam-cache-connectivity-dev';

/** The function in the private subnets: what `lambda/cache-connectivity` answers (API_Invoke: an error of the function is no error of the call). */
function tryCache(name: string | undefined, broken: ReadonlySet<Mistake>): ReturnType<SmokeLambda['invoke']> {
  if (name !== cacheFunction) return Promise.reject(new Error(`no function ${name ?? ''}`));
  if (broken.has('cache-function-fails'))
    return Promise.resolve({ $metadata: {}, FunctionError: 'Unhandled' });
  const endpoint = 'companycam-dev.abc123.0001.euw1.cache.amazonaws.com';
  const answer = broken.has('cache-is-out-of-reach')
    ? { reachable: false, endpoint, reason: 'no answer within 5000 ms', milliseconds: 5000 }
    : { reachable: true, endpoint, protocol: 'TLSv1.3', milliseconds: 3 };
  const Payload = new TextEncoder().encode(JSON.stringify(answer)) as never;
  return Promise.resolve({ $metadata: {}, StatusCode: 200, Payload });
}

/** Starts a platform without a mistake. `now` in milliseconds since the epoch. */
export async function startPhotoPlatform(now: () => number): Promise<PhotoPlatform> {
  const broken = new Set<Mistake>();
  const release = '91cc4e07'.padEnd(64, 'a');
  const lagging = { api: 0, site: 0 };
  const guard: Guard = {
    issuers: [loginIssuer, smokeIssuer],
    audience: 'companycam-web',
    scope: 'photos/read photos/write',
    now,
    broken,
  };
  const bucket = 'companycam-photos-dev';
  const s3 = new S3Endpoint({
    buckets: [bucket, 'companycam-site-dev'],
    origin,
    methods: ['GET', 'HEAD', 'POST', 'PUT'],
    credentials,
    now,
    broken,
  });
  s3.put(bucket, 'photos/somebody/kept.png', Buffer.from('kept'), 'image/png');
  const limits = limitsOf(broken);
  const tokens: string[] = [];

  const answer = async (request: FakeRequest): Promise<FakeResponse> => {
    const authorization = request.headers['authorization'];
    if (authorization !== undefined) tokens.push(authorization.split(' ')[1] ?? '');
    const name = request.host.includes('.execute-api.')
      ? 'api'
      : request.host.includes('cloudfront')
        ? 'site'
        : null;
    if (name !== null && lagging[name] > 0) {
      lagging[name] -= 1;
      return { status: 503 };
    }
    if (name === 'site') return answerSite(request, release, broken);
    if (name === 'api')
      return answerApi(request, { bucket, region, origin, credentials, guard, limits, broken });
    if (request.host.includes('.s3.')) return s3.answer(request);
    if (request.host === 'login.dev.companycam.com') return answerIssuer(request, now);
    return { status: 421 };
  };
  const server = await serve(answer);

  return {
    outputs: {
      app: {
        ApiUrl: `https://photoapi01.execute-api.${region}.amazonaws.com/v1`,
        SiteUrl: origin,
        PhotosBucketName: bucket,
        SiteBucketName: 'companycam-site-dev',
      },
      network: { CacheConnectivityFunctionName: cacheFunction },
    },
    http: server.dispatcher,
    aws: {
      s3: () => Promise.resolve(s3.api),
      secretsManager: () => Promise.resolve({ getSecretValue: readSecret }),
      lambda: () => Promise.resolve({ invoke: ({ FunctionName }) => tryCache(FunctionName, broken) }),
      credentials: () => Promise.resolve(credentials),
    },
    release,
    get versions() {
      return s3.versions;
    },
    get secrets() {
      return [
        credentials.secretAccessKey,
        smokeIssuer.privateKeyJwk.d ?? '',
        client.secret,
        ...new Set(tokens),
      ];
    },
    break: (...mistakes) => {
      broken.clear();
      for (const mistake of mistakes) broken.add(mistake);
    },
    lag: (host, times) => {
      lagging[host] = times;
    },
    stop: () => server.stop(),
  };
}

const secrets: Readonly<Record<string, unknown>> = {
  'slipway/companycam/smoke-issuer': {
    issuer: smokeIssuer.issuer,
    kid: smokeIssuer.kid,
    privateKeyJwk: smokeIssuer.privateKeyJwk,
    audience: 'companycam-web',
    clientId: 'companycam-web',
  },
  'slipway/companycam/smoke-client': {
    tokenUrl: 'https://login.dev.companycam.com/oauth2/token',
    clientId: client.id,
    clientSecret: client.secret,
    scope: 'photos/read photos/write',
  },
  'slipway/companycam/damaged': {
    issuer: 'https://smoke-issuer.dev.companycam.com',
    privateKeyJwk: 'very secret',
  },
};

const readSecret: SmokeSecrets['getSecretValue'] = ({ SecretId = '' }) => {
  const value = secrets[SecretId];
  if (value === undefined) {
    return Promise.reject(Object.assign(new Error('no such secret'), { name: 'ResourceNotFoundException' }));
  }
  return Promise.resolve({ $metadata: {}, SecretString: JSON.stringify(value) });
};

/** The users' issuer: its key set, and tokens for its one client (RFC 6749, 4.4). */
async function answerIssuer(request: FakeRequest, now: () => number): Promise<FakeResponse> {
  if (request.path === '/.well-known/jwks.json') {
    const { kid, publicKey } = loginIssuer;
    return { status: 200, body: JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid }] }) };
  }
  const basic = Buffer.from(`${client.id}:${encodeURIComponent(client.secret)}`).toString('base64');
  if (request.headers['authorization'] !== `Basic ${basic}`) return { status: 401 };
  const { SignJWT, importJWK } = await import('jose');
  const time = Math.floor(now() / 1000);
  const token = await new SignJWT({
    iss: loginIssuer.issuer,
    sub: client.id,
    aud: 'companycam-web',
    token_use: 'access',
    scope: new URLSearchParams(request.body.toString()).get('scope'),
    iat: time,
    exp: time + 600,
  })
    .setProtectedHeader({ alg: 'RS256', kid: loginIssuer.kid })
    .sign(await importJWK({ ...loginIssuer.privateKeyJwk } as { kty: string }, 'RS256'));
  return { status: 200, body: JSON.stringify({ access_token: token, token_type: 'Bearer' }) };
}
