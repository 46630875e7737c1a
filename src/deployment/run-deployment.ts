import type { ParameterEdit } from '../config/edit-parameter.ts';
import type { AppliedOverride } from '../ledger/ledger.ts';
import { defaultPolicy, gate } from '../plan/gate.ts';
import type { Plan } from '../plan/plan.ts';
import type { Logger } from '../runtime/logger.ts';
import { gateStopped } from './check-plan.ts';
import { deployEnvironment } from './deploy-environment.ts';
import { guardTarget } from './guard-target.ts';
import { planEnvironment } from './plan-environment.ts';
import type { OnDeploymentEvent } from './progress.ts';
import { requireProven } from './require-proven.ts';
import type { DeploymentResult } from './result.ts';
import { settleStacks } from './settle-stacks.ts';
import type { Session, Target } from './target.ts';

/** Watches one deployment. */
export interface DeploymentObserver {
  readonly onEvent: OnDeploymentEvent;
  readonly logger: Logger;
  stop(): void;
}

export interface RunDeploymentOptions {
  readonly target: Target;
  readonly session: Session;
  /** `deploy` alone wants the release proven in the environment before. */
  readonly kind: 'deploy' | 'rollback' | 'switch';
  /** A plan that was made before, to be executed if it still holds; made now without it. */
  readonly planned: Plan | null;
  /** Words of the gate's overrides that were given. */
  readonly words: readonly string[];
  /** The emergency switch that this deployment turns; it is written down like a word. */
  readonly turned?: ParameterEdit;
  /** Who gave a word, where that is known to be somebody else than who runs this. */
  readonly givenBy?: ReadonlyMap<string, string>;
  /** Shows the plan, before the gate judges it. */
  readonly show: (plan: Plan) => void;
  /** Asks for the approval of a plan that changes an environment which needs one; throws where there is none. */
  readonly approve: (plan: Plan) => Promise<void>;
  readonly observe: (plan: Plan) => DeploymentObserver;
}

/**
 * One deployment from the release to the ledger: proof of the environment before, the plan, the gate, the approval where
 * one is needed, and then what `deployEnvironment` does.
 *
 * @throws UserError what `requireProven`, `planEnvironment`, `approve` and `deployEnvironment` throw, GATE_STOPPED
 */
export async function runDeployment(options: RunDeploymentOptions): Promise<DeploymentResult> {
  const { target, session, kind, planned, words } = options;
  const { environment } = target.environment;
  await guardTarget(target, session.clients(target.environment, 'deploy'));
  // before anybody is asked: a release that has not passed before this environment, or was overtaken, goes no further
  if (kind === 'deploy') await requireProven(target, session);
  await settleStacks(target, session, () => undefined);
  const needsApproval = target.system.promotion.approval.includes(environment);
  const purpose = { kind: needsApproval ? 'run' : 'deployment' } as const;
  const plan = planned ?? (await planEnvironment({ target, session, purpose, overrides: words }));
  options.show(plan);
  const by = session.by ?? session.runner;
  const overrides = [...appliedOverrides(plan, options, by), ...turning(options.turned, by)];
  const { verdict, stops } = gate(plan, defaultPolicy, words);
  if (verdict === 'stop') throw gateStopped(plan, stops);
  if (needsApproval && plan.hasChanges) await options.approve(plan);
  const observer = options.observe(plan);
  try {
    const { onEvent, logger } = observer;
    return await deployEnvironment({
      target,
      session: { ...session, logger },
      plan,
      kind,
      overrides,
      onEvent,
    });
  } finally {
    observer.stop();
  }
}

function turning(turned: ParameterEdit | undefined, by: string): readonly AppliedOverride[] {
  if (turned === undefined) return [];
  const { stack, parameter, value } = turned;
  return [{ override: `${parameter}=${value}`, path: `${stack}/${parameter}`, action: 'switch', by }];
}

/** Which of the words that were given this plan needs, and what each lets through. */
function appliedOverrides(
  plan: Plan,
  { words, givenBy }: Pick<RunDeploymentOptions, 'words' | 'givenBy'>,
  by: string,
): readonly AppliedOverride[] {
  return plan.gate.stops
    .filter(({ override }) => words.includes(override))
    .map(({ override, stack, path, action }) => ({
      override,
      path: `${stack}/${path}`,
      action,
      by: givenBy?.get(override) ?? by,
    }));
}
