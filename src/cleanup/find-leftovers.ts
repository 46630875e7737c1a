import type { ChangeSetSummary, Stack } from '@aws-sdk/client-cloudformation';
import { stackInstances } from '../config/stack-instances.ts';
import type { EnvironmentDefinition, SystemDefinition } from '../config/system.ts';
import { isAbsent } from '../stacks/read-stack.ts';
import { isDeleted, isReview } from '../stacks/stack-status.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { CleanupApi, CleanupPlace, FoundChangeSet, FoundLedger, FoundStack } from './cleanup.ts';
import { cleanupLock } from './cleanup-lock.ts';
import { lookIntoLedger } from './look-into-ledger.ts';
import { patiently, type Patience } from './patiently.ts';

/** One environment of one system, whose leftovers are looked for. */
export interface CleanedEnvironment {
  readonly system: SystemDefinition;
  readonly environment: EnvironmentDefinition;
}

export interface FindOptions extends Patience {
  readonly cleaned: CleanedEnvironment;
  readonly region: string;
  readonly api: CleanupApi;
  /** The environment's, in its home region; read where a stack is in review. */
  readonly ledger: Pick<Ledger, 'readHead'>;
  /** Which run this is. */
  readonly runner: string;
}

/**
 * Reads what one environment has in one region: its stacks, nested ones too, with their change sets. A stack belongs to it if
 * its tags say so; without tags, if its name, or its root's, is one that `system.yml` gives. A stack in review that carries
 * the environment's name and nothing else is told of, too, so that it can be said why it stays.
 */
export async function findLeftovers(options: FindOptions): Promise<readonly FoundStack[]> {
  const { cleaned, region, api } = options;
  const { system, environment } = cleaned;
  const place: CleanupPlace = {
    system: system.system,
    environment: environment.environment,
    account: environment.account,
    region,
  };
  const defined = new Set(stackInstances(system, environment).map(({ stackName }) => stackName));
  const found: FoundStack[] = [];
  let ledger: FoundLedger | null = null;
  for (const stack of await allStacks(options)) {
    const { StackName = '', StackId = '', StackStatus: status = '' } = stack;
    const evidence = evidenceOf(stack, place, defined);
    const isOurs = evidence !== undefined && evidence !== null;
    if (evidence === undefined || isDeleted(status) || (!isOurs && !isReview(status))) continue;
    if (isOurs && isReview(status))
      ledger ??= await lookIntoLedger(options.ledger, cleanupLock(options.runner).holder, options.clock);
    found.push({
      place,
      stackId: StackId,
      stackName: StackName,
      status,
      createdAt: stack.CreationTime?.getTime() ?? 0,
      evidence,
      needsApproval: system.promotion.approval.includes(environment.environment),
      changeSets: await changeSetsOf(api, StackId, options),
      resources: isReview(status) ? await countResources(api, StackId, options) : 0,
      ledger: isOurs && isReview(status) ? ledger : null,
    });
  }
  return found.sort((a, b) => (a.stackName < b.stackName ? -1 : 1));
}

/** `undefined` for a stack of somebody else. */
function evidenceOf(
  { StackName = '', Tags = [], RootId }: Stack,
  { system, environment }: CleanupPlace,
  defined: ReadonlySet<string>,
): FoundStack['evidence'] | undefined {
  const tag = (name: string): string | undefined => Tags.find(({ Key }) => Key === name)?.Value;
  const [ofSystem, ofEnvironment] = [tag('slipway:system'), tag('slipway:environment')];
  const hasName = StackName.startsWith(`${system}-${environment}-`);
  if (ofSystem !== undefined || ofEnvironment !== undefined) {
    return hasName && ofSystem === system && ofEnvironment === environment ? 'tags' : undefined;
  }
  const root = RootId?.split('/')[1] ?? StackName;
  if (defined.has(root)) return 'definition';
  return hasName ? null : undefined;
}

/** Every stack of a region, nested ones too. */
export async function allStacks({
  api,
  ...patience
}: Patience & { readonly api: Pick<CleanupApi, 'describeStacks'> }): Promise<readonly Stack[]> {
  return everyPage(async (NextToken) => {
    const page = await patiently(
      () => api.describeStacks(NextToken === undefined ? {} : { NextToken }),
      patience,
    );
    return { items: page.Stacks, next: page.NextToken };
  });
}

/** The change sets that are on a stack now, oldest first; none where it is gone meanwhile. */
export async function changeSetsOf(
  api: Pick<CleanupApi, 'listChangeSets'>,
  StackName: string,
  patience: Patience,
): Promise<readonly FoundChangeSet[]> {
  const summaries = await unlessAbsent(() =>
    everyPage(async (NextToken) => {
      const input = NextToken === undefined ? { StackName } : { StackName, NextToken };
      const page = await patiently(() => api.listChangeSets(input), patience);
      return { items: page.Summaries, next: page.NextToken };
    }),
  );
  return (summaries ?? []).map(changeSetOf).sort((a, b) => a.createdAt - b.createdAt);
}

function changeSetOf(summary: ChangeSetSummary): FoundChangeSet {
  const arn = summary.ChangeSetId ?? '';
  const rootId = summary.RootChangeSetId ?? '';
  return {
    arn,
    name: summary.ChangeSetName ?? '',
    status: summary.Status ?? '',
    executionStatus: summary.ExecutionStatus ?? '',
    createdAt: summary.CreationTime?.getTime() ?? 0,
    release: /^Slipway release ([0-9a-f]{64})$/.exec(summary.Description ?? '')?.[1] ?? null,
    rootId: rootId === '' || rootId === arn ? null : rootId,
  };
}

/** How many resources a stack has; 0 where it is gone meanwhile. */
export async function countResources(
  api: Pick<CleanupApi, 'listStackResources'>,
  StackName: string,
  patience: Patience,
): Promise<number> {
  const resources = await unlessAbsent(() =>
    everyPage(async (NextToken) => {
      const input = NextToken === undefined ? { StackName } : { StackName, NextToken };
      const page = await patiently(() => api.listStackResources(input), patience);
      return { items: page.StackResourceSummaries, next: page.NextToken };
    }),
  );
  return resources?.length ?? 0;
}

async function everyPage<T>(
  ask: (
    token: string | undefined,
  ) => Promise<{ readonly items: readonly T[] | undefined; readonly next: string | undefined }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const { items = [], next } = await ask(token);
    all.push(...items);
    token = next === '' ? undefined : next;
  } while (token !== undefined);
  return all;
}

async function unlessAbsent<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}
