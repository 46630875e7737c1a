import type { CloudFormationApi, S3Api } from '../../src/aws/apis.ts';
import type { EnvironmentName } from '../../src/config/environment-name.ts';
import type { LedgerHead, LedgerRecord } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { planTearDown, type TearDownPlan } from '../../src/tear-down/plan-tear-down.ts';
import { tearDown, type TornDown } from '../../src/tear-down/tear-down.ts';
import { FakeClock } from '../fakes/cloudformation/stacks/fake-clock.ts';
import { FakeStacks } from '../fakes/cloudformation/stacks/fake-stacks.ts';
import type { FakeTemplate } from '../fakes/cloudformation/stacks/model.ts';
import { FakeS3 } from '../fakes/s3/fake-s3.ts';
import { draft } from '../ledger/ledger-fixture.ts';

const ledgerBucket = 'slipway-ledger-111111111111-eu-west-1';

/**
 * An environment of two stacks: `edge` in us-east-1, and `app`, which nests `storage` with a bucket of versions. FakeStacks
 * deletes; what it has no words for, the templates with their policies, is added here.
 */
export class TearDownWorld {
  readonly clock = new FakeClock('2026-11-21T10:00:00Z');
  readonly environment: EnvironmentName;
  readonly home = new FakeStacks({ clock: this.clock });
  readonly edge = new FakeStacks({ clock: this.clock });
  readonly s3: FakeS3;
  readonly abort = new AbortController();
  /** Stacks and buckets in the order in which they went. */
  readonly order: string[] = [];
  /** As the fake names it, once it is deployed. */
  bucket = '';
  readonly #ledger;

  constructor(environment: EnvironmentName = 'dev') {
    this.environment = environment;
    this.s3 = new FakeS3({
      now: () => this.clock.now(),
      pageSize: 3,
      buckets: { [ledgerBucket]: { versioning: true } },
    });
    this.s3.before('deleteObjects', ({ Bucket }) => void this.order.push(`objects of ${String(Bucket)}`));
    this.#ledger = openLedger({
      s3: this.s3,
      bucket: ledgerBucket,
      system: 'shop',
      environment,
      clock: this.clock,
      logger: silentLogger,
    });
  }

  /** @param more of the bucket, in the fake's own words */
  async deployed(more: Partial<FakeTemplate['resources'][string]> = {}): Promise<void> {
    const retain = this.environment === 'prod';
    this.edge.deployed(`shop-${this.environment}-edge`, { resources: { Topic: {} } });
    this.home.deployed(`shop-${this.environment}-app`, {
      resources: {
        Queue: { type: 'AWS::SQS::Queue' },
        Storage: { stack: { resources: { Photos: { type: 'AWS::S3::Bucket', retain, ...more } } } },
      },
    });
    const { StackResourceSummaries: [photos] = [] } = await this.home.listStackResources({
      StackName: this.home.childArn(`shop-${this.environment}-app`, 'Storage'),
    });
    this.bucket = photos?.PhysicalResourceId ?? '';
    this.s3.createBucket(this.bucket, { versioning: true });
    for (let version = 0; version < 4; version++)
      await this.s3.putObject({ Bucket: this.bucket, Key: 'a.jpg', Body: String(version) });
    await this.s3.deleteObjects({ Bucket: this.bucket, Delete: { Objects: [{ Key: 'a.jpg' }] } });
    this.order.length = 0;
    await this.#ledger.append({ holder: 'test', record: draft('one') });
  }

  async plan(): Promise<TearDownPlan> {
    return planTearDown({ ...this.#subject(), clients: this.#clients() });
  }

  async tearDown(plan?: TearDownPlan): Promise<TornDown> {
    return tearDown({
      subject: this.#subject(),
      clients: this.#clients(),
      plan: plan ?? (await this.plan()),
      ledger: this.#ledger,
      runner: 'ada@laptop',
      by: 'ada',
      commit: null,
      clock: this.clock,
      logger: silentLogger,
      signal: this.abort.signal,
    });
  }

  head(): Promise<LedgerHead> {
    return this.#ledger.readHead();
  }

  async newest(): Promise<LedgerRecord | undefined> {
    return (await this.#ledger.records({ limit: 1 }))[0];
  }

  #subject() {
    const common = { account: '111111111111', template: '', parameters: {}, tags: {} };
    return {
      system: 'shop',
      environment: this.environment,
      account: '111111111111',
      instances: [
        { ...common, name: 'edge', stackName: `shop-${this.environment}-edge`, region: 'us-east-1' },
        { ...common, name: 'app', stackName: `shop-${this.environment}-app`, region: 'eu-west-1' },
      ],
    };
  }

  #clients() {
    return {
      cloudFormation: (region: string): Promise<CloudFormationApi> =>
        Promise.resolve(this.#api(region === 'us-east-1' ? this.edge : this.home)),
      s3: (): Promise<S3Api> => Promise.resolve(this.s3),
    };
  }

  #api(stacks: FakeStacks): CloudFormationApi {
    return new Proxy(stacks, {
      get: (target, name) => {
        if (name === 'getTemplate')
          return ({ StackName = '' }) =>
            Promise.resolve({ $metadata: {}, TemplateBody: templateOf(StackName) });
        if (name === 'deleteStack') {
          return (input: { StackName: string }) => {
            this.order.push(input.StackName.split('/')[1] ?? '');
            return target.deleteStack(input);
          };
        }
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    }) as unknown as CloudFormationApi;
  }
}

/** What stands in the stack's template; policies as the systems write them. */
function templateOf(stack: string): string {
  const environment = /shop-(dev|sit|prod)/.exec(stack)?.[1] ?? '';
  const resources = stack.includes('-edge')
    ? { Topic: { Type: 'AWS::SNS::Topic' } }
    : stack.includes('Storage')
      ? {
          Photos: {
            Type: 'AWS::S3::Bucket',
            DeletionPolicy: { 'Fn::If': ['IsProd', 'RetainExceptOnCreate', 'Delete'] },
          },
        }
      : {
          Queue: { Type: 'AWS::SQS::Queue' },
          Storage: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'storage.yml' } },
        };
  return JSON.stringify({
    Conditions: { IsProd: { 'Fn::Equals': [environment, 'prod'] } },
    Resources: resources,
  });
}
