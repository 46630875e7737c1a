import type { Stage } from '../rehearsal.ts';
import type { PromoteResult } from './results.ts';

export async function noChanges(stage: Stage): Promise<void> {
  await stage.slipway(['release', 'companycam'], { save: 'release' });
  // no --yes: nothing to do asks nobody
  const promote = await stage.slipway(['promote', 'companycam'], { save: 'promote' });
  const { deployments } = promote.result as PromoteResult;
  stage.expect(
    '"no changes" is an outcome in every environment, not an error, and nobody is asked',
    promote.exitCode === 0 &&
      deployments.length === 3 &&
      deployments.every(({ outcome }) => outcome === 'no-changes'),
  );
  stage.expect(
    'nothing was written, to the site or the ledger',
    deployments.every(({ site, record }) => site === null && record === null),
  );
}
