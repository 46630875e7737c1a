import type {
  Change,
  DescribeChangeSetCommandOutput,
  Parameter,
  ResourceChange,
} from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../aws/apis.ts';
import { SlipwayError } from '../errors/slipway-error.ts';
import type { Clock } from '../runtime/clock.ts';
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
    throw new SlipwayError('CHANGE_SET_GONE', `The change set ${nameOf(arn)} is not there any more`, 'user', {
      next: 'Plan again: executing one change set of a stack deletes its others',
    });
  }
  return root;
}

/** Whether a reason says "there is nothing to change" (API reference and aws-cdk's `changeSetHasNoChanges`). */
function saysNoChanges(reason: string | null | undefined): boolean {
  const text = reason?.trimStart() ?? '';
  return (
    text.startsWith("The submitted information didn't contain changes.") ||
    text.startsWith('No updates are to be performed')
  );
}

type Waiting = ReadChangeSetOptions & { readonly until: number };

async function readNode(
  arn: string,
  options: Waiting,
  above: ReadonlySet<string>,
): Promise<ChangeSetNode | null> {
  const described = await waitUntilEnded(arn, options);
  if (described === null) return null;
  const seen = new Set([...above, arn]);
  const { changes, warning } = await completeChanges(arn, described, options);
  const stackName = described.StackName ?? '';
  const children = await Promise.all(
    nestedChangeSets(changes, described.StatusReason, stackName)
      .filter(({ id }) => !seen.has(id))
      .map(async ({ logicalId, id, stackId }): Promise<[string, ChangeSetNode]> => [
        logicalId,
        (await readNode(id, options, seen)) ?? gone(id, stackId),
      ]),
  );
  const reason = described.StatusReason ?? null;
  return {
    arn: described.ChangeSetId ?? arn,
    stackId: described.StackId ?? '',
    stackName,
    state: described.Status === 'FAILED' ? (saysNoChanges(reason) ? 'empty' : 'failed') : stateOf(described),
    executionStatus: described.ExecutionStatus ?? null,
    reason,
    warning,
    parameters: described.Parameters ?? [],
    tags: Object.fromEntries((described.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
    changes,
    children: new Map(children),
  };
}

function stateOf(described: DescribeChangeSetCommandOutput): ChangeSetNode['state'] {
  return described.Status === 'CREATE_COMPLETE' ? 'made' : 'gone';
}

/**
 * The change sets of nested stacks. A failed root may list no changes, but its reason names the first child that failed:
 * `Nested change set <ARN> was not successfully created: Currently in FAILED.`
 */
function nestedChangeSets(
  changes: readonly ResourceChange[],
  reason: string | undefined,
  stackName: string,
): readonly { readonly logicalId: string; readonly id: string; readonly stackId: string }[] {
  const listed = changes.flatMap(
    ({ ResourceType, ChangeSetId: id, LogicalResourceId: logicalId, PhysicalResourceId }) =>
      ResourceType === nestedStackType && id !== undefined && logicalId !== undefined
        ? [{ logicalId, id, stackId: PhysicalResourceId ?? '' }]
        : [],
  );
  const named = /^Nested change set (arn:\S+) was not successfully created/.exec(reason ?? '')?.[1];
  if (named === undefined || listed.some(({ id }) => id === named)) return listed;
  return [...listed, { logicalId: `a nested stack of ${stackName}`, id: named, stackId: '' }];
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
    parameters: [],
    tags: {},
    changes: [],
    children: new Map(),
  };
}

/** Polls the first page until the status has ended; waits 0.3 to 5 s between, longer each time. */
async function waitUntilEnded(arn: string, options: Waiting): Promise<DescribeChangeSetCommandOutput | null> {
  const { api, clock, signal, jitter = Math.random, until } = options;
  for (let pause = 300; ; pause = Math.min(pause * 1.6, 5_000)) {
    signal?.throwIfAborted();
    const described = await describe(api, { ChangeSetName: arn, IncludePropertyValues: true });
    if (described === null) return null;
    if (!described.Status?.endsWith('_PENDING') && !described.Status?.endsWith('_IN_PROGRESS'))
      return described;
    if (clock.now() >= until) {
      throw new SlipwayError(
        'CHANGE_SET_TIMEOUT',
        `The change set ${nameOf(arn)} is still ${described.Status} after the time it was given`,
        'slipway',
        { next: 'Plan again; CloudFormation may be slow or throttling' },
      );
    }
    await clock.sleep(pause * (0.75 + jitter() / 2), signal);
  }
}

async function describe(
  api: CloudFormationApi,
  input: { ChangeSetName: string; NextToken?: string; IncludePropertyValues?: boolean },
): Promise<DescribeChangeSetCommandOutput | null> {
  try {
    return await api.describeChangeSet(input);
  } catch (error) {
    if (error instanceof Error && error.name.startsWith('ChangeSetNotFound')) return null;
    throw error;
  }
}

/**
 * All pages. With property values, whole resources can be missing although the change set was made; the reason says so
 * then, and a second reading without them is merged by logical id (aws-cdk-cli#1780).
 */
async function completeChanges(
  arn: string,
  first: DescribeChangeSetCommandOutput,
  { api }: Waiting,
): Promise<{ changes: ResourceChange[]; warning: string | null }> {
  const withValues = await remainingPages(api, arn, first, true);
  const reason = first.StatusReason ?? '';
  const incomplete = /\[WARN\] --include-property-values option can return incomplete/i.test(reason);
  if (!incomplete) {
    const warning = first.Status === 'CREATE_COMPLETE' && reason !== '' ? reason : null;
    return { changes: withValues, warning };
  }
  const plainFirst = await describe(api, { ChangeSetName: arn });
  const plain = plainFirst === null ? [] : await remainingPages(api, arn, plainFirst, false);
  const seen = new Set(withValues.map((change) => change.LogicalResourceId));
  const missing = plain.filter((change) => !seen.has(change.LogicalResourceId));
  const rest = reason
    .replace(/\[WARN\] --include-property-values option can return incomplete[^\n]*?(?:\.|$)/i, '')
    .trim();
  return { changes: [...withValues, ...missing], warning: rest === '' ? null : rest };
}

async function remainingPages(
  api: CloudFormationApi,
  arn: string,
  first: DescribeChangeSetCommandOutput,
  values: boolean,
): Promise<ResourceChange[]> {
  const found: Change[] = [...(first.Changes ?? [])];
  for (let token = first.NextToken; token !== undefined;) {
    const page = await api.describeChangeSet({
      ChangeSetName: arn,
      NextToken: token,
      ...(values ? { IncludePropertyValues: true } : {}),
    });
    found.push(...(page.Changes ?? []));
    token = page.NextToken;
  }
  return found.flatMap((change) => change.ResourceChange ?? []);
}

/** The name in a change set's ARN: `arn:aws:cloudformation:<region>:<account>:changeSet/<name>/<uuid>`. */
function nameOf(arn: string): string {
  return arn.split('/')[1] ?? arn;
}
