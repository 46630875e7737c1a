import type { Change, DescribeChangeSetCommandOutput, ResourceChange } from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../aws/apis.ts';
import { SlipwayError } from '../errors/slipway-error.ts';
import type { Clock } from '../runtime/clock.ts';

export interface Waiting {
  readonly api: CloudFormationApi;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** Between 0 and 1; spreads the polling of several planners. */
  readonly jitter?: () => number;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** A change set that has ended, with all its pages. */
export interface DescribedChangeSet {
  readonly first: DescribeChangeSetCommandOutput;
  readonly changes: readonly ResourceChange[];
  /** How often hooks are going to look at a change before it is made. */
  readonly hooks: number;
  /** A warning that came with a change set that was made. */
  readonly warning: string | null;
}

/**
 * Waits until a change set has ended and reads all its pages; `null` where there is none (any more).
 *
 * @throws SlipwayError `CHANGE_SET_TIMEOUT`
 */
export async function describeEnded(arn: string, options: Waiting): Promise<DescribedChangeSet | null> {
  const first = await waitUntilEnded(arn, options);
  return first === null ? null : { first, ...(await completeChanges(arn, first, options)) };
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
        `The change set ${changeSetName(arn)} is still ${described.Status} after the time it was given`,
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
): Promise<Omit<DescribedChangeSet, 'first'>> {
  const withValues = await remainingPages(api, arn, first, true);
  const reason = first.StatusReason ?? '';
  if (!incompleteData.test(reason)) {
    const warning = first.Status === 'CREATE_COMPLETE' && reason !== '' ? reason : null;
    return { ...told(withValues), warning };
  }
  const plainFirst = await describe(api, { ChangeSetName: arn });
  const plain = plainFirst === null ? [] : await remainingPages(api, arn, plainFirst, false);
  const seen = new Set(withValues.map((change) => change.ResourceChange?.LogicalResourceId));
  const missing = plain.filter((change) => !seen.has(change.ResourceChange?.LogicalResourceId));
  const rest = reason.replace(incompleteData, '').trim();
  return { ...told([...withValues, ...missing]), warning: rest === '' ? null : rest };
}

/** The sentence that says it, to the end of its line: what it names as the cause is mended by the second reading. */
const incompleteData = /\[WARN\] --include-property-values option can return incomplete[^\n]*/i;

function told(changes: readonly Change[]): Pick<DescribedChangeSet, 'changes' | 'hooks'> {
  return {
    changes: changes.flatMap((change) => change.ResourceChange ?? []),
    hooks: changes.reduce((sum, change) => sum + (change.HookInvocationCount ?? 0), 0),
  };
}

async function remainingPages(
  api: CloudFormationApi,
  arn: string,
  first: DescribeChangeSetCommandOutput,
  values: boolean,
): Promise<readonly Change[]> {
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
  return found;
}

/** The name in a change set's ARN: `arn:aws:cloudformation:<region>:<account>:changeSet/<name>/<uuid>`. */
export function changeSetName(arn: string): string {
  return arn.split('/')[1] ?? arn;
}
