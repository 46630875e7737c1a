import { changeSetsOf, allStacks } from '../find-leftovers.ts';
import type { CleanupApi, FoundChangeSet } from '../cleanup.ts';
import type { Patience } from '../patiently.ts';
import { isOurs } from '../plan-cleanup.ts';
import { isDeleted } from '../../stacks/stack-status.ts';
import { SweepPostponed, type NeededReleases } from './sweep.ts';

export interface AwaitedOptions extends Patience {
  readonly api: CleanupApi;
  /** ARNs of change sets that are taken for gone: those that a dry run would delete. */
  readonly without: ReadonlySet<string>;
}

/**
 * The releases whose change sets stand in a region, on whatever stack: plans of pull requests, plans that wait for an
 * approval, and what was executed last. One that failed is nobody's: it can't be executed.
 * @throws SweepPostponed for a change set of ours that does not say of which release it is
 */
export async function awaitedReleases(options: AwaitedOptions): Promise<NeededReleases> {
  const { api, without } = options;
  const needed = new Map<string, string>();
  for (const stack of await allStacks(options)) {
    const { StackId = '', StackName = '', StackStatus = '', RootId } = stack;
    // what is nested hangs on its root's, which says it
    if (RootId !== undefined || isDeleted(StackStatus)) continue;
    for (const set of await changeSetsOf(api, StackId, options)) {
      const isNeedless = set.rootId !== null || set.status === 'FAILED' || without.has(set.arn);
      if (!isOurs(set.name) || isNeedless) continue;
      needed.set(releaseOf(set, StackName), `the change set ${set.name} on ${StackName}`);
    }
  }
  return needed;
}

/** By its description; where that is somebody's own, a run's name still tells the first digits. */
function releaseOf({ name, release }: FoundChangeSet, stackName: string): string {
  const found = release ?? /^slipway-run-([0-9a-f]{8})-/.exec(name)?.[1];
  if (found !== undefined) return found;
  throw new SweepPostponed(`the change set ${name} on ${stackName} does not say of which release it is`);
}
