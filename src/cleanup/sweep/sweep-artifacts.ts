import { artifactBucketName } from '../../aws/bucket-names.ts';
import type { AwsClients } from '../../aws/apis.ts';
import type { EnvironmentDefinition } from '../../config/system.ts';
import { SlipwayError } from '../../errors/slipway-error.ts';
import { cleanupLock } from '../cleanup-lock.ts';
import { deleteArtifacts } from './delete-artifacts.ts';
import { Eye, type LookOptions, type SweptAccount } from './look.ts';
import { nothingSwept, SweepPostponed, type SweepPlan, type SweepReport } from './sweep.ts';
import { withLocks } from './with-locks.ts';

/**
 * Longer than anything waits that a release is on its way to: GitHub fails a job that has waited 30 days for its approval (Docs,
 * "Reviewing deployments").
 */
const guardDays = 35;

/** Deletions of one run in a bucket. */
const budget = 10_000;

export interface SweepArtifactsOptions extends Omit<LookOptions, 'accounts' | 'rules' | 'ofPullRequests'> {
  /** Every environment of every system. */
  readonly environments: readonly EnvironmentDefinition[];
  readonly clients: (environment: EnvironmentDefinition) => AwsClients;
  /** `null` where nobody could be asked. */
  readonly ofPullRequests: ReadonlySet<string> | null;
  /** Says what would go, and takes no lock. */
  readonly isDryRun: boolean;
  readonly runner: string;
}

interface SweptBucket {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

/**
 * Deletes the artifacts that no release needs which a ledger, a lock, a change set or an open pull request names, or which is
 * young. It is decided a second time, account by account, under the locks of all ledgers there, since a deployment looks after its
 * artifacts under its lock: either it comes first, and its release is seen here; or it comes after, and sees what is gone
 * before it changes anything.
 *
 * Whatever can't be read keeps everything, and is told of; it throws for an interruption alone.
 */
export async function sweepArtifacts(options: SweepArtifactsOptions): Promise<readonly SweepReport[]> {
  const { ofPullRequests, clock, isDryRun } = options;
  const accounts = accountsOf(options);
  const all = accounts.flatMap(bucketsOf);
  if (ofPullRequests === null) {
    const why = 'nobody could be asked which pull requests are open';
    return all.map((bucket) => reportOf(bucket, { outcome: 'skipped', why }));
  }
  const rules = { now: clock.now(), guardDays, budget };
  const eye = new Eye({ ...options, accounts, ofPullRequests, rules });
  try {
    const { plans, ledgers } = await eye.look();
    const reports: SweepReport[] = [];
    for (const place of accounts) {
      const there = bucketsOf(place).filter(({ name }) => plans.has(name));
      const isIdle = there.every(({ name }) => plans.get(name)?.going.length === 0);
      if (isDryRun || isIdle)
        reports.push(...there.map((bucket) => reportOf(bucket, plans.get(bucket.name))));
      else reports.push(...(await sweepAccount(options, place, eye, ledgers.get(place.account) ?? [])));
    }
    return reports;
  } catch (error) {
    const why = stopped(error, options);
    return all
      .filter(({ account, name }) => eye.mayExist(account, name))
      .map((bucket) => reportOf(bucket, why));
  }
}

/** One account, under the locks of its ledgers. */
async function sweepAccount(
  options: SweepArtifactsOptions,
  place: SweptAccount,
  eye: Eye,
  ledgers: Parameters<typeof withLocks>[0],
): Promise<readonly SweepReport[]> {
  const { runner, clock, logger, signal } = options;
  const locks = { ...cleanupLock(runner), clock, logger, signal };
  const reports: SweepReport[] = [];
  try {
    await withLocks(ledgers, locks, async (held) => {
      const { plans } = await eye.look();
      for (const bucket of bucketsOf(place)) {
        const plan = plans.get(bucket.name);
        if (plan !== undefined) reports.push(reportOf(bucket, await carryOut(place, bucket, plan, held)));
      }
    });
    return reports;
  } catch (error) {
    const why = stopped(error, options);
    const done = new Set(reports.map(({ bucket }) => bucket));
    const rest = bucketsOf(place).filter(({ name }) => !done.has(name));
    return [...reports, ...rest.map((bucket) => reportOf(bucket, why))];
  }
}

async function carryOut(
  { clients }: SweptAccount,
  { account, region, name }: SweptBucket,
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

/** Why nothing, or nothing more, was deleted; an interruption is no such reason, and goes on. */
function stopped(error: unknown, { signal }: SweepArtifactsOptions): Pick<SweepReport, 'outcome' | 'why'> {
  signal?.throwIfAborted();
  const why = error instanceof Error ? error.message : String(error);
  const isLater =
    error instanceof SweepPostponed || (error instanceof SlipwayError && error.code === 'LEDGER_LOCKED');
  return { outcome: isLater ? 'skipped' : 'failed', why };
}

function reportOf({ account, region, name }: SweptBucket, of: Partial<SweepReport> = {}): SweepReport {
  return { ...nothingSwept, account, region, bucket: name, outcome: 'swept', why: null, ...of };
}

function accountsOf({ environments, clients }: SweepArtifactsOptions): readonly SweptAccount[] {
  return [...Map.groupBy(environments, ({ account }) => account)].flatMap(([account, inIt]) => {
    const [first] = inIt;
    const regions = [...new Set(inIt.flatMap(({ regions: { home, edge } }) => [home, edge]))];
    return first === undefined ? [] : [{ account, environments: inIt, regions, clients: clients(first) }];
  });
}

function bucketsOf({ account, regions }: SweptAccount): readonly SweptBucket[] {
  return regions.map((region) => ({ account, region, name: artifactBucketName(account, region) }));
}
