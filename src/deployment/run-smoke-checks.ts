import type { RoleName } from '../aws/identity.ts';
import type { StackOutputs } from '../config/stack-instances.ts';
import type { SmokeGroup, SmokeReport } from '../smoke/report.ts';
import { runSmoke } from '../smoke/run-smoke.ts';
import type { Session, Target } from './target.ts';

export interface SmokeRun {
  /** Only these; all without. */
  readonly groups?: readonly SmokeGroup[] | undefined;
  /** Who reads what the checks need: `deploy` after a deployment, `watch` on a schedule. */
  readonly role?: RoleName;
}

/**
 * Runs the smoke profile that the release carries against one environment; `null` for a system without a profile.
 *
 * @throws UserError SMOKE_OUTPUT_MISSING
 */
export async function runSmokeChecks(
  target: Target,
  session: Session,
  outputs: StackOutputs,
  { groups, role = 'deploy' }: SmokeRun = {},
): Promise<SmokeReport | null> {
  const { smoke: profile } = target;
  if (profile === null) return null;
  const { http, tls, clock, logger, signal } = session;
  return runSmoke({
    profile,
    outputs,
    environment: target.environment,
    release: target.release.id,
    http,
    tls,
    aws: session.clients(target.environment, role),
    clock,
    logger,
    signal,
    ...(groups === undefined ? {} : { groups }),
  });
}
