import type {
  DescribeStackResourceDriftsCommandOutput,
  StackResourceDrift,
} from '@aws-sdk/client-cloudformation';
import type { DriftApi } from '../../aws/apis.ts';

/** What is known of the drift of one stack. */
export type DriftFinding =
  | {
      readonly kind: 'read';
      /** Without what is older than what it would be compared with. */
      readonly drifts: readonly StackResourceDrift[];
      /** Why a resource is not among them. */
      readonly absent: string;
    }
  | { readonly kind: 'unknown'; readonly because: string };

/** All pages of what detections have found of a stack's resources, not older than `since` (milliseconds). */
export async function readDrifts(
  api: Pick<DriftApi, 'describeStackResourceDrifts'>,
  stackId: string,
  since: number,
): Promise<readonly StackResourceDrift[]> {
  const found: StackResourceDrift[] = [];
  let token: string | undefined;
  do {
    const page: DescribeStackResourceDriftsCommandOutput = await api.describeStackResourceDrifts({
      StackName: stackId,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    found.push(...(page.StackResourceDrifts ?? []));
    token = page.NextToken;
  } while (token !== undefined);
  return found.filter(({ Timestamp }) => (Timestamp?.getTime() ?? 0) >= since);
}

/**
 * What the last detection found of a stack, whoever ran it. Of what was compared before the stack's last update nothing is
 * known any more: it was compared with other values.
 */
export async function lastDrifts(
  api: Pick<DriftApi, 'describeStackResourceDrifts' | 'describeStacks'>,
  stackId: string,
): Promise<DriftFinding> {
  const { Stacks: [stack] = [] } = await api.describeStacks({ StackName: stackId });
  const since = (stack?.LastUpdatedTime ?? stack?.CreationTime)?.getTime() ?? 0;
  return {
    kind: 'read',
    drifts: await readDrifts(api, stackId, since),
    absent: 'no detection has looked at it since its stack was last updated',
  };
}

/** How a refusal reads; throws what is no answer of AWS: a call that was broken off, a mistake of ours. */
export function refusal(error: unknown, signal: AbortSignal | undefined): DriftFinding {
  signal?.throwIfAborted();
  if (!(error instanceof Error) || ours.some((kind) => error instanceof kind)) throw error;
  return { kind: 'unknown', because: `${error.name}: ${error.message}` };
}

const ours = [TypeError, RangeError, ReferenceError, SyntaxError] as const;
