import type { StackInstance } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';

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
  outputs: Readonly<Record<string, Readonly<Record<string, string>>>>,
  pending: ReadonlySet<string>,
): Readonly<Record<string, PlannedParameter>> {
  const entries = Object.entries(instance.parameters).map(([name, source]): [string, PlannedParameter] => {
    if (source.kind === 'literal') return [name, { value: source.value, lineage: null, deferred: false }];
    const lineage = `${source.stack}.${source.output}`;
    const value = outputs[source.stack]?.[source.output] ?? null;
    const deferred = pending.has(source.stack);
    if (value === null && !deferred) {
      const there = Object.keys(outputs[source.stack] ?? {});
      throw new UserError(
        'OUTPUT_MISSING',
        `${instance.name}.${name} takes \${${lineage}}, but the stack "${source.stack}" has no output "${source.output}". It has ${there.length === 0 ? 'none' : there.join(', ')}.`,
      );
    }
    return [name, { value, lineage, deferred }];
  });
  return Object.fromEntries(entries);
}
