import { gate } from './gate.ts';
import type { StackPlan } from './plan.ts';
import type { StaticPlan } from './static-plan.ts';

export interface ComposeStaticPlanOptions extends Pick<
  StaticPlan,
  'system' | 'environment' | 'account' | 'comparedWith' | 'remarks'
> {
  readonly stacks: readonly StackPlan[];
  /** Something changes that no stack shows: the site's sources. */
  readonly changesElsewhere: boolean;
}

/** Puts a static plan together; the gate is that of every plan, but no word opens it. */
export function composeStaticPlan({ changesElsewhere, ...rest }: ComposeStaticPlanOptions): StaticPlan {
  const { system, environment, stacks } = rest;
  // Partial, since nothing was asked of CloudFormation; but of the templates none is unseen.
  const seen = stacks.map((stack) => ({ ...stack, certainty: 'full' as const }));
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
