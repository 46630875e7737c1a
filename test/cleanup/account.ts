import { Agent } from 'undici';
import type { AwsClients } from '../../src/aws/apis.ts';
import { cleanUp, type CleanupOptions, type CleanupSession } from '../../src/cleanup/clean-up.ts';
import type { CleanupReport } from '../../src/cleanup/cleanup.ts';
import type { RoleName } from '../../src/aws/identity.ts';
import type { Session } from '../../src/deployment/target.ts';
import type { EnvironmentName } from '../../src/config/environment-name.ts';
import type { EnvironmentDefinition, SystemDefinition } from '../../src/config/system.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { DeploymentClock } from '../deployment/deployment-clock.ts';
import { FakeLeftovers } from '../fakes/cloudformation/leftovers/fake-leftovers.ts';
import { FakeS3 } from '../fakes/s3/fake-s3.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';

export const day = 86_400_000;

/** The system `notes` with one root stack, `notes-<environment>-app`; prod waits for approvals. */
export const system: SystemDefinition = {
  system: 'notes',
  file: 'params/notes/system.yml',
  description: 'Notes',
  names: [],
  stacks: [{ name: 'app', template: 'templates/notes/app.yml', region: 'home', parameters: {} }],
  site: null,
  smoke: null,
  promotion: { approval: ['prod'], rollBackOnSmokeFailure: [] },
  secrets: [],
  switches: [],
};

/** One environment of `notes`, all in one region of one account. */
export class Account {
  readonly clock = new DeploymentClock();
  readonly region = new FakeLeftovers();
  readonly s3: FakeS3;
  readonly environment: EnvironmentDefinition;
  readonly tags: Readonly<Record<string, string>>;
  /** The account that the credentials are of. */
  caller: string;
  readonly id: string;
  open: readonly number[] = [];

  /** @param pageSize entries a page of S3's lists */
  constructor(name: EnvironmentName = 'dev', pageSize = 3, id = '111111111111') {
    this.id = id;
    this.caller = id;
    this.s3 = new FakeS3({
      now: () => this.clock.now(),
      pageSize,
      buckets: { [`slipway-ledger-${id}-eu-west-1`]: { versioning: true } },
    });
    this.environment = {
      system: 'notes',
      environment: name,
      file: `params/notes/${name}.yml`,
      account: id,
      regions: { home: 'eu-west-1', edge: 'eu-west-1' },
      tags: {},
      values: {},
    };
    this.tags = { 'slipway:system': 'notes', 'slipway:environment': name };
  }

  get now(): number {
    return this.clock.now();
  }

  ago(days: number): number {
    return this.now - days * day;
  }

  /** A stack of the environment, a year old. */
  stack(name = 'app', more: Partial<Parameters<FakeLeftovers['stack']>[1]> = {}): string {
    const full = `notes-${this.environment.environment}-${name}`;
    return this.region.stack(full, { createdAt: this.ago(365), tags: this.tags, ...more });
  }

  set(
    stack: string,
    name: string,
    days: number,
    more: Partial<Parameters<FakeLeftovers['changeSet']>[2]> = {},
  ): string {
    return this.region.changeSet(name, stack, { createdAt: this.ago(days), ...more });
  }

  session(): CleanupSession {
    return { clients: () => this.#clients(), clock: this.clock, logger: silentLogger, runner: 'run 7' };
  }

  /** The ledger as those who deploy open it. */
  ledger(of: { readonly system?: string; readonly environment?: EnvironmentName } = {}): Ledger {
    const { clock, s3, environment } = this;
    const names = { system: of.system ?? 'notes', environment: of.environment ?? environment.environment };
    return openLedger({
      s3,
      bucket: `slipway-ledger-${this.id}-eu-west-1`,
      ...names,
      clock,
      logger: silentLogger,
    });
  }

  /** What an action would open; the janitor has clients, and there is nothing else. */
  whole(taken: (role: RoleName) => void): Session {
    return {
      ...this.session(),
      clients: (_, role) => {
        taken(role);
        return this.#clients();
      },
      http: new Agent(),
      tls: () => Promise.reject(new Error('cleaning up shakes no hands')),
      signal: new AbortController().signal,
      by: 'ada',
      runner: 'run 7',
      commit: null,
    };
  }

  async cleanUp(more: Partial<CleanupOptions> = {}): Promise<Cleaned> {
    const report = await cleanUp({
      cleaned: [{ system, environment: this.environment }],
      session: this.session(),
      olderThanDays: 7,
      openPullRequests: () => Promise.resolve(this.open),
      sweep: null,
      isDryRun: false,
      ...more,
    });
    return { report, fates: fatesOf(report) };
  }

  #clients(): AwsClients {
    const none = (): Promise<never> => Promise.reject(new Error('cleaning up asks for nothing of this'));
    const Account = this.caller;
    return {
      // the rest of CloudFormation is out of its reach
      cloudFormation: () => Promise.resolve(this.region as unknown as never),
      sts: () =>
        Promise.resolve({
          getCallerIdentity: () =>
            Promise.resolve({ $metadata: {}, Account, Arn: `arn:aws:iam::${Account}:role/x` }),
        }),
      s3: () => Promise.resolve(this.s3),
      cloudFront: none,
      secretsManager: none,
      secretStore: none,
      parameterStore: none,
      bucketSettings: none,
      drift: none,
      stackLimits: none,
      lambda: none,
      acm: none,
      iam: none,
      credentials: none,
    };
  }
}

export interface Cleaned {
  readonly report: CleanupReport;
  /** Name → what became of it and why. */
  readonly fates: Readonly<Record<string, string>>;
}

function fatesOf({ lines }: CleanupReport): Readonly<Record<string, string>> {
  return Object.fromEntries(lines.map(({ item, fate, why }) => [item.name, `${fate}: ${why}`]));
}
