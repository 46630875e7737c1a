import type { AwsClients } from '../../aws/apis.ts';
import type { EnvironmentDefinition } from '../../config/system.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { Logger } from '../../runtime/logger.ts';
import { awaitedReleases } from './awaited-releases.ts';
import { findBuckets, listObjects, type FoundBuckets } from './find-buckets.ts';
import { ManifestReader, type OpenBucket } from './manifest-reader.ts';
import { isYoung, planSweep } from './plan-sweep.ts';
import { LedgerReader, ledgersIn, type LedgerPlace } from './read-ledgers.ts';
import { SweepBlocked, type SweepPlan, type SweepRules } from './sweep.ts';

/** One account with what may be looked at there. */
export interface SweptAccount {
  /** 12 digits. */
  readonly account: string;
  /** All of them in the account, of whatever system; at least one. */
  readonly environments: readonly EnvironmentDefinition[];
  /** The regions that they use. */
  readonly regions: readonly string[];
  /** The janitor's. */
  readonly clients: AwsClients;
}

export interface LookOptions {
  readonly accounts: readonly SweptAccount[];
  readonly rules: SweepRules;
  /** What comments on open pull requests name: ids, or the digits that begin them. */
  readonly ofPullRequests: ReadonlySet<string>;
  /** ARNs of change sets that are taken for gone. */
  readonly without: ReadonlySet<string>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal?: AbortSignal | undefined;
}

/** What one look has found. */
export interface Look {
  /** Account → its ledgers. */
  readonly ledgers: ReadonlyMap<string, readonly Ledger[]>;
  /** Bucket → plan; none for a bucket that is not there. */
  readonly plans: ReadonlyMap<string, SweepPlan>;
}

/**
 * Looks at accounts, and again with what it has learnt before. What a ledger, a change set or a comment names in one account is
 * needed in all of them: a release goes from environment to environment, and the same bytes go to each.
 */
export class Eye {
  readonly #options: LookOptions;
  readonly #buckets = new Map<string, FoundBuckets>();
  readonly #ledgers = new LedgerReader();
  readonly #manifests: ManifestReader;

  constructor(options: LookOptions) {
    this.#options = options;
    this.#manifests = new ManifestReader(options.clock);
  }

  /** @throws SweepBlocked where something can't be read; the signal's reason */
  async look(): Promise<Look> {
    const { accounts, rules, ofPullRequests } = this.#options;
    const needed = new Map<string, string>();
    const ledgers = new Map<string, readonly Ledger[]>();
    const open = new Map<string, readonly OpenBucket[]>();
    // artifacts before what names them: one that is put there meanwhile is not among those that could go
    for (const each of accounts) open.set(each.account, await this.#at(each, () => this.#openBuckets(each)));
    for (const each of accounts)
      ledgers.set(each.account, await this.#at(each, () => this.#addNeeds(each, needed)));
    const keys = await this.#manifests.keysOf(needed, ofPullRequests, [...open.values()].flat());
    const plans = new Map<string, SweepPlan>();
    for (const each of accounts) {
      const swept = (open.get(each.account) ?? []).filter(({ region }) => each.regions.includes(region));
      for (const bucket of swept) {
        const young = bucket.objects.filter((object) => isYoung(object, rules));
        const ofYoung = await this.#at(each, () => this.#manifests.keysOfManifests(bucket, young));
        plans.set(bucket.name, planSweep(bucket.objects, new Set([...keys, ...ofYoung]), rules));
      }
    }
    return { ledgers, plans };
  }

  /** Whether a bucket is there, as far as is known. */
  mayExist(account: string, bucket: string): boolean {
    return this.#buckets.get(account)?.artifacts.some(({ name }) => name === bucket) ?? true;
  }

  /** Whatever can't be read keeps everything; it is said where that was. */
  async #at<T>({ account }: SweptAccount, read: () => Promise<T>): Promise<T> {
    const { signal } = this.#options;
    signal?.throwIfAborted();
    try {
      return await read();
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof SweepBlocked) throw error;
      const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      throw new SweepBlocked(`account ${account} can't be read: ${words}`, { cause: error });
    }
  }

  async #bucketsOf({ account, clients, regions }: SweptAccount): Promise<FoundBuckets> {
    const known = this.#buckets.get(account);
    if (known !== undefined) return known;
    const found = await findBuckets(await clients.s3(regions[0] ?? 'us-east-1'), account);
    this.#buckets.set(account, found);
    return found;
  }

  async #openBuckets(place: SweptAccount): Promise<readonly OpenBucket[]> {
    const open: OpenBucket[] = [];
    for (const { name, region } of (await this.#bucketsOf(place)).artifacts) {
      const s3 = await place.clients.s3(region);
      open.push({ name, region, s3, objects: await listObjects(s3, name, place.account) });
    }
    return open;
  }

  async #addNeeds(place: SweptAccount, needed: Map<string, string>): Promise<readonly Ledger[]> {
    const { account, clients, environments } = place;
    const { without, clock, logger, signal } = this.#options;
    // change sets before ledgers: a plan that is executed in between leaves the one and enters the other
    for (const region of place.regions) {
      const api = await clients.cloudFormation(region);
      for (const [release, who] of await awaitedReleases({ api, without, clock, signal }))
        needed.set(release, who);
    }
    const ledgers: Ledger[] = [];
    for (const { name: bucket, region } of (await this.#bucketsOf(place)).ledgers) {
      const s3 = await clients.s3(region);
      const found = ledgersIn(await listObjects(s3, bucket, account, 'ledger/'), bucket);
      for (const each of [...found, ...begun(found, environments, region)]) {
        const ledger = openLedger({ s3, bucket, ...each, clock, logger });
        ledgers.push(ledger);
        for (const [release, who] of await this.#ledgers.neededBy(ledger, each)) needed.set(release, who);
      }
    }
    return ledgers;
  }
}

/** Ledgers that a first deployment would begin. */
function begun(
  found: readonly LedgerPlace[],
  environments: readonly EnvironmentDefinition[],
  region: string,
): readonly LedgerPlace[] {
  return environments
    .filter(
      ({ system, environment, regions }) =>
        regions.home === region &&
        !found.some((each) => each.system === system && each.environment === environment),
    )
    .map(({ system, environment }) => ({ system, environment }));
}
