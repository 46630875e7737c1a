import type { AwsClients } from '../../aws/apis.ts';
import { artifactBucketName } from '../../aws/bucket-names.ts';
import type { EnvironmentDefinition } from '../../config/system.ts';
import { SlipwayError } from '../../errors/slipway-error.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { Logger } from '../../runtime/logger.ts';
import { cleanupLock } from '../cleanup-lock.ts';
import { awaitedReleases } from './awaited-releases.ts';
import { deleteArtifacts } from './delete-artifacts.ts';
import { findBuckets, listObjects, type FoundBuckets } from './find-buckets.ts';
import { ManifestReader, type OpenBucket } from './manifest-reader.ts';
import { isYoung, planSweep } from './plan-sweep.ts';
import { LedgerReader, ledgersIn, type LedgerPlace } from './read-ledgers.ts';
import { nothingSwept, type SweepPlan, type SweepReport, type SweepRules } from './sweep.ts';
import { withLocks } from './with-locks.ts';

export interface SweepAccountOptions {
  /** All environments in the account, of whatever system; at least one. */
  readonly environments: readonly [EnvironmentDefinition, ...EnvironmentDefinition[]];
  /** The janitor's. */
  readonly clients: AwsClients;
  readonly rules: SweepRules;
  /** What comments on open pull requests name: ids, or the digits that begin them; `null` where nobody could be asked. */
  readonly ofPullRequests: ReadonlySet<string> | null;
  /** ARNs of change sets that are taken for gone. */
  readonly without: ReadonlySet<string>;
  /** Says what would go, and takes no lock. */
  readonly isDryRun: boolean;
  readonly runner: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal?: AbortSignal | undefined;
}

/** What one look at an account has found. */
interface Look {
  readonly ledgers: readonly Ledger[];
  /** Bucket → plan. */
  readonly plans: ReadonlyMap<string, SweepPlan>;
}

/**
 * Deletes the artifacts of one account that no release needs which a ledger, a lock, a change set or an open pull request names,
 * or which is young. It is decided a second time under the locks of all ledgers of the account, since a deployment looks after
 * its artifacts under its lock: either it comes first, and its release is seen here; or it comes after, and sees what is gone
 * before it changes anything.
 *
 * Whatever can't be read stops it for the account, and is told of; it throws for an interruption alone.
 */
export async function sweepAccount(options: SweepAccountOptions): Promise<readonly SweepReport[]> {
  const { environments, clients, clock, logger, runner, signal } = options;
  const [{ account, regions }] = environments;
  const swept = [...new Set(environments.flatMap((each) => [each.regions.home, each.regions.edge]))].map(
    (region) => ({ region, name: artifactBucketName(account, region) }),
  );
  const report = (
    wanted: readonly (typeof swept)[number][],
    of: (bucket: string) => Partial<SweepReport>,
  ): readonly SweepReport[] =>
    wanted.map(({ region, name }) => ({
      ...nothingSwept,
      account,
      region,
      bucket: name,
      outcome: 'swept',
      why: null,
      ...of(name),
    }));
  let there: typeof swept = swept;
  try {
    const buckets = await findBuckets(await clients.s3(regions.home), account);
    there = swept.filter(({ name }) => buckets.artifacts.some((each) => each.name === name));
    if (options.ofPullRequests === null)
      return report(there, () => ({
        outcome: 'skipped',
        why: 'nobody could be asked which pull requests are open',
      }));
    const eye = new Eye(options, buckets);
    const first = await eye.look(there.map(({ name }) => name));
    const isIdle = [...first.plans.values()].every(({ going }) => going.length === 0);
    if (options.isDryRun || isIdle) return report(there, (name) => first.plans.get(name) ?? {});
    return await withLocks(first.ledgers, { ...cleanupLock(runner), clock, logger, signal }, async (held) => {
      const { plans } = await eye.look(there.map(({ name }) => name));
      const reports: SweepReport[] = [];
      for (const bucket of there) {
        const outcome = await carryOut(options, bucket, plans.get(bucket.name) ?? nothingSwept, held);
        reports.push(...report([bucket], () => outcome));
      }
      return reports;
    });
  } catch (error) {
    signal?.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    const isLocked = error instanceof SlipwayError && error.code === 'LEDGER_LOCKED';
    return report(there, () => ({ outcome: isLocked ? 'skipped' : 'failed', why }));
  }
}

async function carryOut(
  { environments: [{ account }], clients }: SweepAccountOptions,
  { name, region }: { readonly name: string; readonly region: string },
  plan: SweepPlan,
  signal: AbortSignal,
): Promise<Partial<SweepReport>> {
  const keys = plan.going.map(({ key }) => key);
  const s3 = await clients.s3(region);
  const { deleted, refused } = await deleteArtifacts(s3, { bucket: name, account }, keys, signal);
  const going = plan.going.filter(({ key }) => deleted.has(key));
  const [first] = refused;
  if (first === undefined) return { ...plan, going };
  const more = refused.size === 1 ? '' : `, and ${refused.size - 1} more`;
  return { ...plan, going, outcome: 'failed', why: `${first[0].slice(0, 12)}… stays: ${first[1]}${more}` };
}

/** Looks at an account, the second time with what it has learnt the first time. */
class Eye {
  readonly #options: SweepAccountOptions;
  readonly #buckets: FoundBuckets;
  readonly #ledgers = new LedgerReader();
  readonly #manifests: ManifestReader;

  constructor(options: SweepAccountOptions, buckets: FoundBuckets) {
    this.#options = options;
    this.#buckets = buckets;
    this.#manifests = new ManifestReader(options.clock);
  }

  /** @throws SweepBlocked, and what S3 and CloudFormation refuse */
  async look(swept: readonly string[]): Promise<Look> {
    const { rules, signal } = this.#options;
    // artifacts before what names them: one that is put there meanwhile is not among those that could go
    const open = await this.#openBuckets();
    const { ledgers, needed } = await this.#needed();
    const keys = await this.#manifests.keysOf(needed, open);
    const plans = new Map<string, SweepPlan>();
    for (const bucket of open.filter(({ name }) => swept.includes(name))) {
      signal?.throwIfAborted();
      const young = bucket.objects.filter((object) => isYoung(object, rules));
      const ofYoung = await this.#manifests.keysOfManifests(bucket, young);
      plans.set(bucket.name, planSweep(bucket.objects, new Set([...keys, ...ofYoung]), rules));
    }
    return { ledgers, plans };
  }

  async #openBuckets(): Promise<readonly OpenBucket[]> {
    const { clients, environments } = this.#options;
    const [{ account }] = environments;
    const open: OpenBucket[] = [];
    for (const { name, region } of this.#buckets.artifacts) {
      const s3 = await clients.s3(region);
      open.push({ name, s3, objects: await listObjects(s3, name, account) });
    }
    return open;
  }

  async #needed(): Promise<{ readonly ledgers: readonly Ledger[]; readonly needed: Map<string, string> }> {
    const { clients, environments, ofPullRequests, without, clock, signal } = this.#options;
    const [{ account }] = environments;
    const needed = new Map<string, string>();
    for (const release of ofPullRequests ?? []) needed.set(release, 'a comment on an open pull request');
    // change sets before ledgers: a plan that is executed in between leaves the one and enters the other
    for (const region of new Set(environments.flatMap(({ regions }) => [regions.home, regions.edge]))) {
      const api = await clients.cloudFormation(region);
      for (const [release, who] of await awaitedReleases({ api, without, clock, signal }))
        needed.set(release, who);
    }
    const ledgers: Ledger[] = [];
    for (const { name, region } of this.#buckets.ledgers) {
      signal?.throwIfAborted();
      const found = ledgersIn(await listObjects(await clients.s3(region), name, account, 'ledger/'), name);
      for (const place of everyLedger(found, environments, region)) {
        const ledger = await this.#openLedger(place, name, region);
        ledgers.push(ledger);
        for (const [release, who] of await this.#ledgers.neededBy(ledger, place)) needed.set(release, who);
      }
    }
    return { ledgers, needed };
  }

  async #openLedger(place: LedgerPlace, bucket: string, region: string): Promise<Ledger> {
    const { clients, clock, logger } = this.#options;
    return openLedger({ s3: await clients.s3(region), bucket, ...place, clock, logger });
  }
}

/** Those that are there, and those that a first deployment would begin. */
function everyLedger(
  found: readonly LedgerPlace[],
  environments: readonly EnvironmentDefinition[],
  region: string,
): readonly LedgerPlace[] {
  const begun = environments
    .filter(
      ({ system, environment, regions }) =>
        regions.home === region &&
        !found.some((each) => each.system === system && each.environment === environment),
    )
    .map(({ system, environment }) => ({ system, environment }));
  return [...found, ...begun];
}
