import type { Stage } from '../rehearsal.ts';
import { applyEdit, revertEdit } from '../work-copy.ts';
import type { Scene } from './acts.ts';
import { edits } from './edits.ts';
import { approval } from './merge-to-main.ts';
import { statusIn, type PromoteResult } from './results.ts';

export async function badRelease(stage: Stage, scene: Scene): Promise<void> {
  await applyEdit(scene.work, edits.anyOrigin);
  await stage.slipway(['release', 'companycam'], { save: 'release' });
  const promote = await stage.slipway(['promote', 'companycam', ...approval(scene)], { save: 'promote' });
  const { release, deployments } = promote.result as PromoteResult;
  const [dev] = deployments;
  stage.expect(
    'the run ends red in dev',
    promote.exitCode === 1 && deployments.length === 1 && dev?.outcome === 'smoke-failed',
  );
  const failures = dev?.smoke?.results.filter(({ outcome }) => outcome === 'failed') ?? [];
  stage.expect(
    'what failed is CORS, and nothing else',
    failures.length > 0 && failures.every(({ group }) => group === 'cors-api'),
    failures.map(({ id }) => id).join(' '),
  );
  const status = await stage.slipway(['status', 'companycam'], { save: 'status' });
  const heads = ['dev', 'sit', 'prod'].map((name) => statusIn(status.result, name));
  stage.expect(
    'the ledger shows dev red with the bad release',
    heads[0]?.head?.state === 'red' && heads[0].head.release === release,
  );
  stage.expect(
    'sit and prod are untouched',
    heads
      .slice(1)
      .every(
        (state) =>
          state?.head?.state === 'green' && state.head.release !== release && state.head.sequence === 2,
      ),
  );
  await revertEdit(scene.work, edits.anyOrigin);
}
