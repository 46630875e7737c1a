import { environmentLedger } from '../../deployment/environment-ledger.ts';
import type { Session, Target } from '../../deployment/target.ts';
import { UserError } from '../../errors/slipway-error.ts';
import { short } from '../../runtime/sha256.ts';
import type { Action } from '../action.ts';
import type { WorkflowRun } from '../run.ts';

export interface NewestCommitOptions {
  readonly target: Target;
  readonly session: Session;
  readonly run: WorkflowRun;
  /** Who reads the ledger. */
  readonly role: 'plan' | 'deploy';
  readonly githubToken: string;
}

/**
 * Stops a release whose commit was overtaken: where builds take their time, the run of an older push may come after that
 * of a newer one, and a run of last week may be started again. The ledger says which commit was there last; GitHub, which
 * of the two is older. Going back is what a rollback is for.
 *
 * @throws UserError SUPERSEDED, and what reading the ledger and GitHub's API throw
 */
export async function requireNewestCommit(action: Action, options: NewestCommitOptions): Promise<void> {
  const { target, session, run, role, githubToken } = options;
  const { environment, system } = target;
  const ledger = await environmentLedger(environment, session.clients(environment, role), session);
  const [last] = await ledger.records({ limit: 1 });
  const there = last?.commit ?? null;
  if (last === undefined || there === null || there === run.sha || githubToken === '') return;
  const api = await action.openGitHub(githubToken);
  if ((await api.compareCommits(there, run.sha)) !== 'behind') return;
  throw new UserError(
    'SUPERSEDED',
    `${environment.environment} has had release ${short(last.release)} of commit ${there.slice(0, 12)}, which is newer than this run's ${run.sha.slice(0, 12)}; nothing was changed`,
    {
      next: `nothing, if the newer one is meant; back to an earlier release: slipway rollback ${system.system} ${environment.environment}`,
    },
  );
}
