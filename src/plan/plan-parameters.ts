import { missingOutput, resolveSource, type StackOutputs } from '../config/stack-instances.ts';
import type { StackInstance } from '../config/system.ts';
import type { OutputSecrecy } from './secret-outputs.ts';

/** One parameter of a root stack, as a plan is given it. */
export interface PlannedParameter {
  /** `null`: an output that does not exist yet. */
  readonly value: string | null;
  /** `edge.LogBucketDomainName` for what comes from another stack's output. */
  readonly lineage: string | null;
  /** The stack it comes from is still to run in this deployment and may change it. */
  readonly deferred: boolean;
  /** A secret went into the output that it comes from, whatever the template that receives it says of the parameter. */
  readonly secret: boolean;
}

/**
 * What the parameters of a stack are at the time of planning.
 *
 * @param outputs stack → output → value, as deployed now; a stack that does not exist has no entry
 * @param pending the stacks that this deployment will still create or change; what they feed is deferred
 * @param secrecy which outputs hold a secret; what they feed is masked as if its parameter were `NoEcho`
 * @throws UserError `OUTPUT_MISSING` where a stack that will not run any more lacks the output
 */
export function planParameters(
  instance: StackInstance,
  outputs: StackOutputs,
  pending: ReadonlySet<string>,
  secrecy: OutputSecrecy,
): Readonly<Record<string, PlannedParameter>> {
  const entries = Object.entries(instance.parameters).map(([name, source]): [string, PlannedParameter] => {
    if (source.kind === 'literal')
      return [name, { value: source.value, lineage: null, deferred: false, secret: false }];
    const lineage = `${source.stack}.${source.output}`;
    const value = resolveSource(source, outputs) ?? null;
    const deferred = pending.has(source.stack);
    if (value === null && !deferred)
      throw missingOutput(`the parameter ${name} of ${instance.stackName}`, source, outputs);
    return [name, { value, lineage, deferred, secret: secrecy.get(lineage) === true }];
  });
  return Object.fromEntries(entries);
}
