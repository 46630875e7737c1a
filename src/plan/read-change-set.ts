import type {
  DescribeChangeSetCommandOutput,
  Parameter,
  ResourceChange,
} from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../aws/apis.ts';
import { SlipwayError } from '../errors/slipway-error.ts';
import type { Clock } from '../runtime/clock.ts';
import { noHooks, readHooks, type ChangeSetHooks } from './change-set-hooks.ts';
import { readNotices, type ChangeSetNotices } from './change-set-notices.ts';
import {
  changeSetName,
  describeEnded,
  type DescribedChangeSet,
  type Waiting,
} from './describe-change-set.ts';
import { childChangeSets, type NestedChangeSet } from './child-change-sets.ts';
import { nestedStackType } from './stateful-types.ts';

/** One change set of a tree, read to its end. */
export interface ChangeSetNode {
  readonly arn: string;
  readonly stackId: string;
  readonly stackName: string;
  /** `empty`: CloudFormation says that there is nothing to change. `failed`: it could not be made. */
  readonly state: 'made' | 'empty' | 'failed' | 'gone';
  /** `AVAILABLE`, `OBSOLETE`, `UNAVAILABLE`, …; the children of a healthy root are `UNAVAILABLE`. */
  readonly executionStatus: string | null;
  readonly reason: string | null;
  /** A warning that came with a change set that was made. */
  readonly warning: string | null;
  /** What validations and hooks found; `null` where the caller may not ask. */
  readonly notices: ChangeSetNotices;
  /** What is going to look at its changes before they are made. */
  readonly hooks: ChangeSetHooks;
  readonly parameters: readonly Parameter[];
  readonly tags: Readonly<Record<string, string>>;
  readonly changes: readonly ResourceChange[];
  /** By the logical id of the nested stack. */
  readonly children: ReadonlyMap<string, ChangeSetNode>;
}

export interface ReadChangeSetOptions {
  readonly api: CloudFormationApi;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** Between 0 and 1; spreads the polling of several planners. */
  readonly jitter?: () => number;
  /** How long to wait for the whole tree; 15 minutes unless set. */
  readonly deadlineMilliseconds?: number;
}

/**
 * Waits for a change set and reads it with all that it nests. Children are followed by the ARN in
 * `ResourceChange.ChangeSetId`, each until it has ended by itself: a failed root names only its first failed child while
 * others are still being made.
 *
 * @throws SlipwayError `CHANGE_SET_TIMEOUT`; `CHANGE_SET_GONE` if the root is not there (any more)
 */
export async function readChangeSetTree(arn: string, options: ReadChangeSetOptions): Promise<ChangeSetNode> {
  const until = options.clock.now() + (options.deadlineMilliseconds ?? 15 * 60_000);
  const root = await readNode(arn, { ...options, until }, new Set());
  if (root === null) {
    throw new SlipwayError(
      'CHANGE_SET_GONE',
      `The change set ${changeSetName(arn)} is not there any more`,
      'user',
      {
        next: 'Plan again: executing one change set of a stack deletes its others',
      },
    );
  }
  return root;
}

/** Whether a reason says "there is nothing to change" (API reference and aws-cdk's `changeSetHasNoChanges`). */
function saysNoChanges(reason: string | undefined): boolean {
  const text = reason?.trimStart() ?? '';
  return (
    text.startsWith("The submitted information didn't contain changes.") ||
    text.startsWith('No updates are to be performed')
  );
}

async function readNode(
  arn: string,
  options: Waiting,
  above: ReadonlySet<string>,
): Promise<ChangeSetNode | null> {
  const ended = await describeEnded(arn, options);
  if (ended === null) return null;
  const state = stateOf(ended.first);
  const [notices, { described, children }] = await Promise.all([
    state === 'made' || state === 'failed' ? readNotices(options.api, arn) : [],
    readChildren(arn, ended, options, new Set([...above, arn])),
  ]);
  const { first, changes, warning } = described;
  const hooks = state === 'made' ? await readHooks(described.hooks, arn, options) : noHooks;
  return {
    arn: first.ChangeSetId ?? arn,
    stackId: first.StackId ?? '',
    stackName: first.StackName ?? '',
    state,
    executionStatus: first.ExecutionStatus ?? null,
    reason: first.StatusReason ?? null,
    warning,
    notices,
    hooks,
    parameters: first.Parameters ?? [],
    tags: Object.fromEntries((first.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
    changes,
    children,
  };
}

interface ReadChildren {
  readonly described: DescribedChangeSet;
  readonly children: ReadonlyMap<string, ChangeSetNode>;
}

/**
 * Reads the change sets of nested stacks, all at once. A parent fails with its first child, while others are still being
 * made, and may come to list them only when they have ended: it is read again until it names no new one.
 */
async function readChildren(
  arn: string,
  ended: DescribedChangeSet,
  options: Waiting,
  seen: ReadonlySet<string>,
): Promise<ReadChildren> {
  const children = new Map<string, ChangeSetNode>();
  const known = new Set(seen);
  for (let described = ended; ;) {
    const unread = nestedChangeSets(described).filter(({ id }) => !known.has(id));
    const found = [...unread, ...(await unlistedChildren(described, arn, options))].filter(
      ({ id }, index, all) => !known.has(id) && all.findLastIndex((each) => each.id === id) === index,
    );
    const read = await Promise.all(
      found.map(async ({ logicalId, id, stackId }): Promise<[string, ChangeSetNode]> => [
        logicalId,
        (await readNode(id, options, seen)) ?? gone(id, stackId),
      ]),
    );
    for (const [logicalId, child] of read) children.set(logicalId, child);
    for (const { id } of found) known.add(id);
    const isToBeReadAgain = failedChildOf(described) !== null && found.length > 0;
    const again = isToBeReadAgain ? await describeEnded(arn, options) : null;
    if (again === null) return { described, children };
    described = again;
  }
}

function stateOf({ Status, StatusReason }: DescribeChangeSetCommandOutput): ChangeSetNode['state'] {
  if (Status === 'FAILED') return saysNoChanges(StatusReason) ? 'empty' : 'failed';
  return Status === 'CREATE_COMPLETE' ? 'made' : 'gone';
}

/** The children of a change set that failed with one of them and does not list that one. */
async function unlistedChildren(
  described: DescribedChangeSet,
  arn: string,
  { api }: Waiting,
): Promise<readonly NestedChangeSet[]> {
  const named = failedChildOf(described);
  if (named === null || listedChangeSets(described).some(({ id }) => id === named)) return [];
  return childChangeSets(api, described.first.StackId ?? '', arn);
}

/**
 * The change sets of nested stacks. A failed root may list no changes, but its reason names the first child that failed:
 * `Nested change set <ARN> was not successfully created: Currently in FAILED.`
 */
function nestedChangeSets(described: DescribedChangeSet): readonly NestedChangeSet[] {
  const listed = listedChangeSets(described);
  const named = failedChildOf(described);
  if (named === null || listed.some(({ id }) => id === named)) return listed;
  const logicalId = `a nested stack of ${described.first.StackName ?? ''}`;
  return [...listed, { logicalId, id: named, stackId: '' }];
}

function listedChangeSets({ changes }: DescribedChangeSet): readonly NestedChangeSet[] {
  return changes.flatMap(
    ({ ResourceType, ChangeSetId: id, LogicalResourceId: logicalId, PhysicalResourceId }) =>
      ResourceType === nestedStackType && id !== undefined && logicalId !== undefined
        ? [{ logicalId, id, stackId: PhysicalResourceId ?? '' }]
        : [],
  );
}

/** The child that a failed change set names as its reason; `null` where it has another reason. */
function failedChildOf({ first }: DescribedChangeSet): string | null {
  const named = /^Nested change set (arn:\S+) was not successfully created/.exec(first.StatusReason ?? '');
  return named?.[1] ?? null;
}

function gone(arn: string, stackId: string): ChangeSetNode {
  return {
    arn,
    stackId,
    stackName: '',
    state: 'gone',
    executionStatus: null,
    reason: null,
    warning: null,
    notices: [],
    hooks: noHooks,
    parameters: [],
    tags: {},
    changes: [],
    children: new Map(),
  };
}
