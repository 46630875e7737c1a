import type { AwsClients } from '../../src/aws/apis.ts';
import { environmentNames, type EnvironmentName } from '../../src/config/environment-name.ts';
import { deployEnvironment, type DeployEnvironmentOptions } from '../../src/deployment/deploy-environment.ts';
import { environmentLedger } from '../../src/deployment/environment-ledger.ts';
import { planEnvironment } from '../../src/deployment/plan-environment.ts';
import type { DeploymentEvent } from '../../src/deployment/progress.ts';
import { readTarget } from '../../src/deployment/read-target.ts';
import type { DeploymentResult } from '../../src/deployment/result.ts';
import { artifactBucket, type Session, type Target } from '../../src/deployment/target.ts';
import type { SlipwayError } from '../../src/errors/slipway-error.ts';
import type { LedgerHead, LedgerRecord } from '../../src/ledger/ledger.ts';
import type { Plan, StackPlan } from '../../src/plan/plan.ts';
import type { Release } from '../../src/release/release.ts';
import { FakeDrift } from '../fakes/cloudformation/drift/fake-drift.ts';
import { FakeCloudFront } from '../fakes/cloudfront/fake-cloudfront.ts';
import { serve, type FakeRequest, type FakeResponse, type FakeServer } from '../fakes/photo-api/server.ts';
import { FakeParameters, FakeSecrets } from '../fakes/secrets-manager/fake-references.ts';
import { FakeS3 } from '../fakes/s3/fake-s3.ts';
import { DeploymentClock } from './deployment-clock.ts';
import { FakeRegion } from './fake-region.ts';
import { accounts, photos, type Version } from './photos.ts';

/** One AWS account as the bootstrap leaves it, with the bucket of the site that `app` is to have. */
class Account {
  readonly id: string;
  readonly s3: FakeS3;
  readonly cloudFront: FakeCloudFront;
  readonly home: FakeRegion;
  readonly edge: FakeRegion;
  readonly secrets = new FakeSecrets();
  readonly parameters = new FakeParameters();
  /** What was changed by hand in the home region. */
  readonly drift: FakeDrift;
  /** Every write to a bucket, in order: `putObject <bucket>/<key>`. */
  readonly writes: string[] = [];

  constructor(id: string, environment: EnvironmentName, clock: DeploymentClock) {
    this.id = id;
    const artifacts = artifactBucket(this.id, 'eu-west-1');
    this.s3 = new FakeS3({
      now: () => clock.now(),
      buckets: {
        [artifacts]: { versioning: true },
        [artifactBucket(this.id, 'us-east-1')]: { versioning: true },
        [`slipway-ledger-${this.id}-eu-west-1`]: { versioning: true },
        [`photos-site-${environment}`]: {},
      },
    });
    for (const operation of ['putObject', 'deleteObjects', 'copyObject'] as const)
      this.s3.before(operation, ({ Bucket, Key }) => {
        this.writes.push(`${operation} ${String(Bucket)}/${String(Key)}`);
      });
    this.cloudFront = new FakeCloudFront({ clock, distributions: ['E1'] });
    const texts = (url: string): string => this.s3.textOf(artifacts, url.split('/').at(-1) ?? '') ?? '';
    this.home = new FakeRegion({ clock, texts });
    this.edge = new FakeRegion({ clock, texts });
    this.drift = new FakeDrift(this.home.sets.store, () => clock.now());
  }

  clients(): AwsClients {
    return {
      cloudFormation: (region) => Promise.resolve(region === 'us-east-1' ? this.edge : this.home),
      s3: () => Promise.resolve(this.s3),
      cloudFront: () => Promise.resolve(this.cloudFront),
      secretsManager: () => Promise.resolve(this.secrets),
      secretStore: () => Promise.reject(new Error('a deployment sets no secrets')),
      parameterStore: () => Promise.resolve(this.parameters),
      iam: () => Promise.reject(new Error('a deployment asks IAM nothing')),
      bucketSettings: () => Promise.reject(new Error('a deployment asks for no settings of a bucket')),
      drift: () => Promise.resolve(this.drift),
      stackLimits: () => Promise.reject(new Error('a deployment asks for no limits')),
      lambda: () => Promise.reject(new Error('a deployment asks for no limits')),
      acm: () => Promise.reject(new Error('a deployment asks for no certificates')),
      sts: () =>
        Promise.resolve({
          getCallerIdentity: () =>
            Promise.resolve({
              $metadata: {},
              Account: this.id,
              Arn: `arn:aws:sts::${this.id}:assumed-role/slipway-deploy/test`,
            }),
        }),
      credentials: () => Promise.resolve({ accessKeyId: 'AKIATEST', secretAccessKey: 'secret' }),
    };
  }
}

/** Three accounts, an edge in front of their sites, and a session that acts on them. */
export class World implements AsyncDisposable {
  readonly clock = new DeploymentClock();
  readonly accounts = {
    dev: new Account(accounts.dev, 'dev', this.clock),
    sit: new Account(accounts.sit, 'sit', this.clock),
    prod: new Account(accounts.prod, 'prod', this.clock),
  };
  readonly events: DeploymentEvent[] = [];
  readonly lines: string[] = [];
  /** The site answers without its security headers, which smoke checks notice. */
  bareSite = false;
  /** The edge serves nothing. */
  darkSite = false;
  readonly session: Session;
  readonly #server: FakeServer;

  static async start(): Promise<World> {
    const worlds: World[] = [];
    const server = await serve((request) => worlds[0]?.answer(request) ?? Promise.resolve({ status: 503 }));
    const world = new World(server);
    worlds.push(world);
    return world;
  }

  private constructor(server: FakeServer) {
    this.#server = server;
    const say = (line: string): void => void this.lines.push(line);
    this.session = {
      clients: ({ environment }) => this.accounts[environment].clients(),
      http: server.dispatcher,
      tls: ({ maxVersion }) =>
        Promise.resolve(
          maxVersion === 'TLSv1' || maxVersion === 'TLSv1.1'
            ? { kind: 'refused', code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }
            : {
                kind: 'connected',
                protocol: 'TLSv1.3',
                alpn: 'h2',
                notAfter: this.clock.now() + 90 * 86_400_000,
              },
        ),
      clock: this.clock,
      logger: { info: say, warn: say, debug: () => undefined },
      signal: new AbortController().signal,
      by: 'ada',
      runner: 'run 7',
      commit: null,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.stop();
  }

  /** Makes a release and puts its artifacts where they belong in every account. */
  async release(version: Version = {}): Promise<Release> {
    const { release, artifacts } = photos(version);
    for (const name of environmentNames) {
      const { s3, id } = this.accounts[name];
      for (const region of ['eu-west-1', 'us-east-1'])
        for (const [key, bytes] of artifacts)
          s3.plant(artifactBucket(id, region), key, bytes, {
            sha256: Buffer.from(key, 'hex').toString('base64'),
          });
    }
    return Promise.resolve(release);
  }

  target(release: Release, environment: EnvironmentName = 'dev'): Promise<Target> {
    return readTarget(release, environment);
  }

  plan(target: Target, overrides: readonly string[] = []): Promise<Plan> {
    return planEnvironment({ target, session: this.session, purpose: { kind: 'run' }, overrides });
  }

  deploy(
    target: Target,
    plan: Plan,
    more: Partial<DeployEnvironmentOptions> = {},
  ): Promise<DeploymentResult> {
    return deployEnvironment({
      target,
      plan,
      session: this.session,
      kind: 'deploy',
      overrides: [],
      onEvent: (event) => void this.events.push(event),
      ...more,
    });
  }

  /** Plans and deploys at once. */
  async run(release: Release, environment: EnvironmentName = 'dev'): Promise<DeploymentResult> {
    const target = await this.target(release, environment);
    return this.deploy(target, await this.plan(target));
  }

  async head(target: Target): Promise<LedgerHead> {
    return (await this.#ledger(target)).readHead();
  }

  async records(target: Target): Promise<readonly LedgerRecord[]> {
    return (await this.#ledger(target)).records({ limit: 100 });
  }

  #ledger({ environment }: Target) {
    return environmentLedger(environment, this.session.clients(environment, 'deploy'), this.session);
  }

  /** The edge in front of the three sites: a route is the page, http leads to https, nothing is cached. */
  async answer({ host, path, scheme }: FakeRequest): Promise<FakeResponse> {
    const environment = environmentNames.find((name) => host === `photos-${name}.example`);
    if (environment === undefined || this.darkSite) return { status: 503 };
    if (scheme === 'http') return { status: 301, headers: { location: `https://${host}${path}` } };
    const protection = {
      'strict-transport-security': 'max-age=31536000',
      'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    };
    const headers = this.bareSite ? {} : protection;
    const key = path.includes('.') ? path.slice(1) : 'index.html';
    const { s3 } = this.accounts[environment];
    const bucket = `photos-site-${environment}`;
    const bytes = s3.bytesOf(bucket, key);
    if (bytes === undefined)
      return { status: 404, headers: { ...headers, 'content-type': 'application/xml' }, body: '<Error/>' };
    const { ContentType = '', CacheControl = '' } = await s3.headObject({ Bucket: bucket, Key: key });
    return {
      status: 200,
      headers: { ...headers, 'content-type': ContentType, 'cache-control': CacheControl },
      body: Buffer.from(bytes),
    };
  }
}

/** The error of what is to fail. */
export async function failureOf(act: Promise<unknown>): Promise<SlipwayError> {
  return act.then(
    () => {
      throw new Error('expected a failure');
    },
    (error: unknown) => error as SlipwayError,
  );
}

export function stackOf(plan: Plan, stack: string): StackPlan {
  const found = plan.stacks.find((each) => each.stack === stack);
  if (found === undefined) throw new Error(`the plan has no stack ${stack}`);
  return found;
}
