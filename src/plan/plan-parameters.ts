import { missingOutput, resolveSource, type StackOutputs } from '../config/stack-instances.ts';
import type { StackInstance } from '../config/system.ts';

/** One parameter of a root stack, as a plan is given it. */
export interface PlannedParameter {
  /** `null`: an output that does not exist yet. */
  readonly value: string | null;
  /** `edge.LogBucketDomainName` for what comes from another stack's output. */
  readonly lineage: string | null;
  /** The stack it comes from is still to run in this deployment and may change it. */
  readonly deferred: boolean;
}

/**
 * What the parameters of a stack are at the time of planning.
 *
 * @param outputs stack → output → value, as deployed now; a stack that does not exist has no entry
 * @param pending the stacks that this deployment will still create or change; what they feed is deferred
 * @throws UserError `OUTPUT_MISSING` where a stack that will not run any more lacks the output
 */
export function planParameters(
  instance: StackInstance,
  outputs: StackOutputs,
  pending: ReadonlySet<string>,
): Readonly<Record<string, PlannedParameter>> {
  const entries = Object.entries(instance.parameters).map(([name, source]): [string, PlannedParameter] => {
    if (source.kind === 'literal') return [name, { value: source.value, lineage: null, deferred: false }];
    const lineage = `${source.stack}.${source.output}`;
    const value = resolveSource(source, outputs) ?? null;
    const deferred = pending.has(source.stack);
    if (value === null && !deferred)
      throw missingOutput(`the parameter ${name} of ${instance.stackName}`, source, outputs);
    return [name, { value, lineage, deferred }];
  });
  return Object.fromEntries(entries);
}
