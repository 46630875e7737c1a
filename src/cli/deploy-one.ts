import { deployEnvironment } from '../deployment/deploy-environment.ts';
import { gateStopped } from '../deployment/check-plan.ts';
import { guardTarget } from '../deployment/guard-target.ts';
import { planEnvironment } from '../deployment/plan-environment.ts';
import { requireProven } from '../deployment/require-proven.ts';
import type { DeploymentResult } from '../deployment/result.ts';
import { settleStacks } from '../deployment/settle-stacks.ts';
import type { Session, Target } from '../deployment/target.ts';
import type { AppliedOverride } from '../ledger/ledger.ts';
import { defaultPolicy, gate } from '../plan/gate.ts';
import type { Plan } from '../plan/plan.ts';
import { deploymentText } from '../report/deployment-text.ts';
import { lineView, liveView, type DeploymentView } from '../report/deployment-view.ts';
import { planText } from '../report/plan-terminal.ts';
import type { Logger } from '../runtime/logger.ts';
import { requireApproval, type ApprovalOptions } from './approval.ts';
import type { Invocation } from './command.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { paintFor } from './paint-for.ts';

export interface DeployOptions extends ApprovalOptions {
  readonly allow?: readonly string[];
}

export interface DeployOneInput {
  readonly invocation: Invocation<DeployOptions>;
  readonly session: Session;
  readonly target: Target;
  readonly kind: 'deploy' | 'rollback';
  /** A plan that was made before, to be executed if it still holds; made now without it. */
  readonly planned: Plan | null;
}

/** Plans one environment, shows the plan, asks where a person has to approve, deploys and says how it went. */
export async function deployOne(input: DeployOneInput): Promise<DeploymentResult> {
  const { invocation, session, target, kind, planned } = input;
  const { io, options, talks } = invocation;
  const words = options.allow ?? [];
  const paint = paintFor(io);
  const { environment } = target.environment;
  await guardTarget(target, session.clients(target.environment, 'deploy'));
  // before anybody is asked: a release that has not passed before this environment, or was overtaken, goes no further
  if (kind === 'deploy') await requireProven(target, session);
  await settleStacks(target, session, () => undefined);
  const needsApproval = target.system.promotion.approval.includes(environment);
  const purpose = { kind: needsApproval ? 'run' : 'deployment' } as const;
  const plan = planned ?? (await planEnvironment({ target, session, purpose, overrides: words }));
  if (talks) io.out(`${planText(plan, { paint, width: io.width })}\n`);
  const overrides = appliedOverrides(plan, words, session.by ?? session.runner);
  const { verdict, stops } = gate(plan, defaultPolicy, words);
  if (verdict === 'stop') throw gateStopped(plan, stops);
  if (needsApproval && plan.hasChanges) await requireApproval(plan, options, io);
  const write = talks ? io.err : (): undefined => undefined;
  const viewOptions = { plan, write, clock: session.clock };
  const view =
    talks && io.isTerminal && plan.hasChanges
      ? liveView({ ...viewOptions, paint, width: io.width })
      : lineView(viewOptions);
  let result: DeploymentResult;
  try {
    const onEvent = view.onEvent.bind(view);
    const spoken = { ...session, logger: talks ? above(view, session.logger) : session.logger };
    result = await deployEnvironment({ target, session: spoken, plan, kind, overrides, onEvent });
  } finally {
    view.stop();
  }
  if (talks) io.out(`${deploymentText(result, paint)}\n`);
  return result;
}

/** Log lines go above what the view draws in place. */
function above(view: DeploymentView, logger: Logger): Logger {
  return {
    info: (line) => {
      view.say(` ${line}`);
    },
    warn: (line) => {
      view.say(` warning  ${line}`);
    },
    debug: (line) => {
      logger.debug(line);
    },
  };
}

/** Which of the words that were given this plan needs, and what each lets through. */
function appliedOverrides(plan: Plan, words: readonly string[], by: string): readonly AppliedOverride[] {
  return plan.gate.stops
    .filter(({ override }) => words.includes(override))
    .map(({ override, stack, path, action }) => ({ override, path: `${stack}/${path}`, action, by }));
}

export function exitCodeOf(result: DeploymentResult): ExitCode {
  return result.outcome === 'succeeded' || result.outcome === 'no-changes' ? exitCodes.ok : exitCodes.failed;
}
