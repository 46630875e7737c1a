import pLimit from 'p-limit';
import { guardAccount } from '../aws/account-guard.ts';
import type { AwsClients } from '../aws/apis.ts';
import { ledgerBucketName } from '../aws/bucket-names.ts';
import { roleArn } from '../aws/identity.ts';
import type { EnvironmentDefinition } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import {
  cleanupReport,
  type CleanupItem,
  type CleanupReport,
  type CleanupResult,
  type FoundStack,
} from './cleanup.ts';
import { deleteChangeSet } from './delete-leftovers.ts';
import { deleteReviewStack } from './delete-review-stack.ts';
import { findLeftovers, type CleanedEnvironment } from './find-leftovers.ts';
import { planCleanup } from './plan-cleanup.ts';
import { sweepArtifacts } from './sweep/sweep-artifacts.ts';
import type { SweepReport } from './sweep/sweep.ts';

/** What cleaning up acts with: the janitor's credentials in each account. */
export interface CleanupSession {
  clients(environment: EnvironmentDefinition): AwsClients;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Which run this is, the same when it is started again: `run 1234` at GitHub, `ada@laptop` at a desk. */
  readonly runner: string;
  readonly signal?: AbortSignal | undefined;
}

export interface CleanupOptions {
  readonly cleaned: readonly CleanedEnvironment[];
  readonly session: CleanupSession;
  readonly olderThanDays: number;
  /** Asks which pull requests are open; `null` where nobody can be asked, and then none of theirs is deleted. */
  readonly openPullRequests: (() => Promise<readonly number[]>) | null;
  /**
   * Sweeps artifacts. They are shared by all systems, so `cleaned` must be all of them; `null` leaves artifacts alone.
   * @see SweepWish
   */
  readonly sweep: SweepWish | null;
  /** Says what would be deleted, and deletes nothing. */
  readonly isDryRun: boolean;
  /** Is told of each deletion as it ends. */
  readonly onResult?: ((result: CleanupResult) => void) | undefined;
}

export interface SweepWish {
  /** Asks which releases open pull requests show, by ids or the digits that begin them; `null` where nobody can be asked. */
  readonly releasesOf: ((pullRequests: readonly number[]) => Promise<ReadonlySet<string>>) | null;
}

/** Deletions of one run, and how many at once: CloudFormation throttles whole accounts. */
const budget = 200;
const changeSetsAtOnce = 4;

/** Failed change sets that a nested stack keeps, however young. */
const failedPerStack = 50;

/** Deleting a change set over a large nested tree takes CloudFormation this long at most: an estimate. */
const patience = 120_000;

/**
 * Finds what is left over in the environments and deletes it, and says what it kept and why. Again, later, it finds nothing.
 * Artifacts come last, when the change sets that go no longer name their releases.
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT, CLEANUP_DENIED before anything is deleted; and what `openPullRequests` and
 *   `releasesOf` throw
 */
export async function cleanUp(options: CleanupOptions): Promise<CleanupReport> {
  const found = await findAll(options);
  // asked for after the change sets were read: one that was opened in between has no change set among them
  const open = options.openPullRequests === null ? null : await options.openPullRequests();
  const ofPullRequests = open === null ? null : ((await options.sweep?.releasesOf?.(open)) ?? null);
  const { olderThanDays, session, isDryRun, sweep } = options;
  const items = planCleanup(found, {
    now: session.clock.now(),
    olderThanDays,
    openPullRequests: open === null ? null : new Set(open),
    failedPerStack,
    budget,
  });
  const results = isDryRun ? null : await carryOut(items, options);
  const sweeps = sweep === null ? null : await sweepAll(options, items, ofPullRequests);
  return cleanupReport(items, results, sweeps);
}

async function findAll({ cleaned, session }: CleanupOptions): Promise<readonly FoundStack[]> {
  const found: FoundStack[] = [];
  for (const each of cleaned) {
    const { environment } = each;
    const clients = session.clients(environment);
    await guardAccount(await clients.sts(environment.regions.home), environment);
    for (const region of new Set([environment.regions.home, environment.regions.edge])) {
      const { clock, runner, signal } = session;
      const api = await clients.cloudFormation(region);
      const ledger = await ledgerOf(environment, session);
      found.push(
        ...(await findLeftovers({ cleaned: each, region, api, ledger, runner, clock, signal }).catch(
          (error: unknown) => {
            throw isDenied(error) ? denied(error, environment, region) : error;
          },
        )),
      );
    }
  }
  return found;
}

/** In a dry run the change sets that would go are taken for gone. */
function sweepAll(
  { cleaned, session, isDryRun }: CleanupOptions,
  items: readonly CleanupItem[],
  ofPullRequests: ReadonlySet<string> | null,
): Promise<readonly SweepReport[]> {
  const going = items.filter(({ kind, verdict }) => kind === 'change-set' && verdict === 'delete');
  return sweepArtifacts({
    environments: cleaned.map(({ environment }) => environment),
    ...session,
    clients: (environment) => session.clients(environment),
    ofPullRequests,
    without: new Set(isDryRun ? going.map(({ arn }) => arn) : []),
    isDryRun,
  });
}

/** CloudFormation User Guide, "Common errors": `AccessDenied`, by some endpoints `AccessDeniedException`. */
function isDenied(error: unknown): error is Error {
  return error instanceof Error && /^(?:AccessDenied|UnauthorizedOperation)/.test(error.name);
}

function denied(
  cause: Error,
  { account, environment, system }: EnvironmentDefinition,
  region: string,
): UserError {
  return new UserError(
    'CLEANUP_DENIED',
    `these credentials may not read what is left over of ${system} ${environment} in ${account} ${region}: ${cause.message}`,
    {
      cause,
      next: `slipway cleanup ${system} --assume-roles, with credentials that may take ${roleArn(account, 'janitor')}`,
    },
  );
}

/** Change sets before stacks. One that can't be deleted keeps nothing else from it. */
async function carryOut(
  items: readonly CleanupItem[],
  { cleaned, session, onResult }: CleanupOptions,
): Promise<readonly CleanupResult[]> {
  const { clock, logger, runner, signal } = session;
  const remove = async (item: CleanupItem): Promise<CleanupResult> => {
    signal?.throwIfAborted();
    const environment = environmentOf(item, cleaned);
    const api = await session.clients(environment).cloudFormation(item.place.region);
    const deletion = { item, api, patience, clock, signal };
    const outcome =
      item.kind === 'change-set'
        ? await deleteChangeSet(deletion)
        : await deleteReviewStack({
            ...deletion,
            emptyHandsArn: roleArn(item.place.account, 'empty-hands'),
            ledger: await ledgerOf(environment, session),
            runner,
            logger,
          });
    onResult?.({ item, outcome });
    return { item, outcome };
  };
  const all = async (kind: CleanupItem['kind'], atOnce: number): Promise<readonly CleanupResult[]> => {
    const limit = pLimit(atOnce);
    const going = items.filter((item) => item.verdict === 'delete' && item.kind === kind);
    return Promise.all(going.map((item) => limit(() => remove(item))));
  };
  // stacks one by one: those of one environment share its lock
  return [...(await all('change-set', changeSetsAtOnce)), ...(await all('stack', 1))];
}

async function ledgerOf(environment: EnvironmentDefinition, session: CleanupSession): Promise<Ledger> {
  const { account, regions, system } = environment;
  return openLedger({
    s3: await session.clients(environment).s3(regions.home),
    bucket: ledgerBucketName(account, regions.home),
    system,
    environment: environment.environment,
    clock: session.clock,
    logger: session.logger,
  });
}

function environmentOf(
  { place }: CleanupItem,
  cleaned: readonly CleanedEnvironment[],
): EnvironmentDefinition {
  const found = cleaned.find(
    ({ environment: { system, environment } }) =>
      system === place.system && environment === place.environment,
  );
  if (found === undefined) throw new TypeError(`${place.system} ${place.environment} was not looked at.`);
  return found.environment;
}
