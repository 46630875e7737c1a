import type { AwsClients } from '../aws/apis.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { Ledger, LedgerDraft } from '../ledger/ledger.ts';
import { withLock } from '../ledger/with-lock.ts';
import { canonicalJson } from '../runtime/canonical-json.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import { sha256 } from '../runtime/sha256.ts';
import { deleteStack } from './delete-stack.ts';
import { emptyBucket } from './empty-bucket.ts';
import {
  planTearDown,
  type PlacedResource,
  type TearDownPlan,
  type TearDownSubject,
} from './plan-tear-down.ts';

export interface TearDownOptions {
  readonly subject: Omit<TearDownSubject, 'clients'>;
  readonly clients: Pick<AwsClients, 'cloudFormation' | 's3'>;
  /** What was shown and agreed to. */
  readonly plan: TearDownPlan;
  readonly ledger: Ledger;
  /** The same for the same person at the same machine, so that a run which was killed goes on. */
  readonly runner: string;
  /** Who is written down. */
  readonly by: string;
  readonly commit: string | null;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

export interface TornDown {
  readonly stacks: readonly string[];
  /** Versions and markers that were deleted, by bucket. */
  readonly emptied: Readonly<Record<string, number>>;
  /** The ledger's record; `null` where nothing had ever been deployed. */
  readonly sequence: number | null;
}

/** Minutes without a sign of life after which another may take the lock. */
const lockMinutes = 6;

/**
 * Deletes an environment's stacks in the reverse order of deployment, under the environment's lock, and marks the ledger. Buckets
 * that go are emptied just before their stack does. What failed or was killed goes on with the same call.
 *
 * @throws UserError LEDGER_LOCKED, TEAR_DOWN_CHANGED where more stands than was agreed to, and what emptying and deleting throw
 */
export async function tearDown(options: TearDownOptions): Promise<TornDown> {
  const { ledger, plan, clock, logger, signal, runner } = options;
  const startedAt = clock.now();
  const request = { holder: `${runner} · tear-down`, release: 'tear-down', minutes: lockMinutes };
  return withLock({ ...request, ledger, clock, logger, signal }, async (held) => {
    // A deployment may have ended while the person read.
    const now = await planTearDown({ ...options.subject, clients: options.clients });
    refuseMore(plan, now);
    const release = await releaseOf(ledger);
    const record = async (outcome: LedgerDraft['outcome'], cause: string | null): Promise<number | null> => {
      if (release === null) return null;
      const { record: written } = await ledger.append({
        holder: request.holder,
        record: {
          kind: 'tear-down',
          release,
          fingerprint: sha256(canonicalJson(plan)),
          outcome,
          startedAt: new Date(startedAt).toISOString(),
          finishedAt: new Date(clock.now()).toISOString(),
          by: options.by,
          commit: options.commit,
          overrides: plan.stacks.map(({ stackName }) => ({
            override: `${plan.system}-${plan.environment}`,
            path: stackName,
            action: 'tear-down',
            by: options.by,
          })),
          smoke: null,
          cause,
        },
      });
      return written.sequence;
    };
    const emptied: Record<string, number> = {};
    try {
      await removeAll(now, { ...options, signal: held }, emptied);
    } catch (error) {
      // where the record fails, too, the first failure is the one to mend
      await record('tear-down-failed', firstLine(error)).catch((failure: unknown) => {
        logger.warn(`the ledger does not say that this failed: ${firstLine(failure)}`);
      });
      throw error;
    }
    return {
      stacks: now.stacks.map(({ stackName }) => stackName),
      emptied,
      sequence: await record('torn-down', null),
    };
  });
}

/** @throws UserError TEAR_DOWN_CHANGED where a stack stands, or a bucket would be emptied, that nobody was shown */
function refuseMore(agreed: TearDownPlan, now: TearDownPlan): void {
  const known = new Set(agreed.stacks.flatMap(({ stackId, emptied }) => [stackId, ...emptied.map(idOf)]));
  const fresh = now.stacks
    .flatMap(({ stackId, stackName, emptied }) => [
      { id: stackId, name: stackName },
      ...emptied.map((bucket) => ({ id: idOf(bucket), name: `the bucket ${idOf(bucket)}` })),
    ])
    .find(({ id }) => !known.has(id));
  if (fresh === undefined) return;
  throw new UserError(
    'TEAR_DOWN_CHANGED',
    `${fresh.name} has been made since this was agreed to; nothing was changed`,
    { next: 'run the same command again and read what it says' },
  );
}

function idOf({ physicalId, path }: PlacedResource): string {
  return physicalId ?? path;
}

async function removeAll(
  plan: TearDownPlan,
  { clients, clock, logger, signal }: TearDownOptions,
  emptied: Record<string, number>,
): Promise<void> {
  for (const each of plan.stacks) {
    const s3 = await clients.s3(each.region);
    for (const { physicalId } of each.emptied) {
      if (physicalId === null) continue;
      emptied[physicalId] = await emptyBucket(s3, physicalId, plan.account, signal);
      logger.info(`${physicalId}: ${emptied[physicalId]} versions deleted`);
    }
    await deleteStack({
      api: await clients.cloudFormation(each.region),
      stackId: each.stackId,
      clientRequestToken: `tear-down-${clock.now()}`,
      clock,
      logger,
      signal,
    });
    logger.info(`${each.stackName} is deleted`);
  }
}

/** What ran there, or ran there last: a record needs a release. */
async function releaseOf(ledger: Ledger): Promise<string | null> {
  const { release } = await ledger.readHead();
  return release ?? (await ledger.records({ limit: 1 }))[0]?.release ?? null;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? text;
}
