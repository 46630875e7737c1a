import { runDeployment, type DeploymentObserver } from '../deployment/run-deployment.ts';
import type { DeploymentResult } from '../deployment/result.ts';
import type { Session, Target } from '../deployment/target.ts';
import type { ParameterEdit } from '../config/edit-parameter.ts';
import { requireMatched } from '../plan/gate-override.ts';
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
  /** Words of the gate, 16 hex digits each. */
  readonly allow?: readonly string[];
}

export interface DeployOneInput {
  readonly invocation: Invocation<DeployOptions>;
  readonly session: Session;
  readonly target: Target;
  readonly kind: 'deploy' | 'rollback' | 'switch';
  /** A plan that was made before, to be executed if it still holds; made now without it. */
  readonly planned: Plan | null;
  /** The emergency switch that this deployment turns. */
  readonly turned?: ParameterEdit;
}

/** Plans one environment, shows the plan, asks where a person has to approve, deploys and says how it went. */
export async function deployOne(input: DeployOneInput): Promise<DeploymentResult> {
  const { invocation, session } = input;
  const { io, options, talks } = invocation;
  const paint = paintFor(io);
  const words = options.allow ?? [];
  const result = await runDeployment({
    ...input,
    words,
    show: (plan) => {
      if (talks) io.out(`${planText(plan, { paint, width: io.width })}\n`);
      requireMatched(words, [plan.gate]);
    },
    approve: (plan) => requireApproval(plan, options, io),
    observe: (plan) => observe(plan, invocation, session),
  });
  if (talks) io.out(`${deploymentText(result, paint)}\n`);
  return result;
}

/** In a terminal a live tree, elsewhere plain lines; silent with `--json`. */
function observe(plan: Plan, { io, talks }: Invocation<DeployOptions>, session: Session): DeploymentObserver {
  const write = talks ? io.err : (): undefined => undefined;
  const viewOptions = { plan, write, clock: session.clock };
  const view =
    talks && io.isTerminal && plan.hasChanges
      ? liveView({ ...viewOptions, paint: paintFor(io), width: io.width })
      : lineView(viewOptions);
  return {
    onEvent: view.onEvent.bind(view),
    logger: talks ? above(view, session.logger) : session.logger,
    stop: () => {
      view.stop();
    },
  };
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

export function exitCodeOf(result: DeploymentResult): ExitCode {
  return result.outcome === 'succeeded' || result.outcome === 'no-changes' ? exitCodes.ok : exitCodes.failed;
}
