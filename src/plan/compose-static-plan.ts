import { gate } from './gate.ts';
import type { StackPlan } from './plan.ts';
import type { StaticPlan } from './static-plan.ts';

export interface ComposeStaticPlanOptions extends Pick<
  StaticPlan,
  'system' | 'environment' | 'account' | 'comparedWith' | 'remarks'
> {
  readonly stacks: readonly StackPlan[];
  /** Stacks of which the base may have more than could be read of it. */
  readonly unread: ReadonlySet<string>;
  /** Something changes that no stack shows: the site's sources. */
  readonly changesElsewhere: boolean;
}

/** Puts a static plan together; the gate is that of every plan, but no word opens it. */
export function composeStaticPlan({
  changesElsewhere,
  unread,
  ...rest
}: ComposeStaticPlanOptions): StaticPlan {
  const { system, environment, stacks } = rest;
  // Partial, since nothing was asked of CloudFormation; but of the templates none is unseen, unless it could not be read.
  const seen = stacks.map((stack): StackPlan => {
    return unread.has(stack.stack) ? { ...stack, outcome: 'change' } : { ...stack, certainty: 'full' };
  });
  const { verdict, stops } = gate({ release: '', system, environment, stacks: seen });
  return {
    schema: 1,
    kind: 'static',
    ...rest,
    gate: {
      verdict,
      stops: stops.map(({ stack, path, type, action, reason, at, property, policyAction }) => ({
        ...{ stack, path, type, action, reason, at, property, policyAction },
      })),
    },
    hasChanges: changesElsewhere || stacks.some((stack) => stack.outcome !== 'none'),
  };
}
