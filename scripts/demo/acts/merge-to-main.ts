import type { Stage } from '../rehearsal.ts';
import type { Scene } from './acts.ts';
import { statusIn, type PromoteResult } from './results.ts';

export async function mergeToMain(stage: Stage, scene: Scene): Promise<void> {
  const promote = await stage.slipway(['promote', 'companycam', ...approval(scene)], { save: 'promote' });
  const { release, deployments } = promote.result as PromoteResult;
  stage.expect(
    'dev, sit and prod are deployed in this order',
    promote.exitCode === 0 && deployments.map(({ environment }) => environment).join() === 'dev,sit,prod',
  );
  stage.expect(
    'all three run the same release',
    deployments.every((deployment) => deployment.release === release),
  );
  for (const { environment, smoke, site, record } of deployments) {
    stage.expect(
      `${environment}: smoke checks pass`,
      smoke !== null && smoke.failed === 0 && smoke.passed > 0,
      `${smoke?.failed ?? 'none ran'} failed`,
    );
    stage.expect(
      `${environment}: the site is published and served at the edge`,
      site?.kind === 'published' && site.written.length > 0,
    );
    stage.expect(
      `${environment}: the ledger has its first record`,
      record?.sequence === 1 && record.outcome === 'succeeded',
    );
  }
  const status = await stage.slipway(['status', 'companycam'], { save: 'status' });
  stage.expect(
    'the board shows the release everywhere, green',
    ['dev', 'sit', 'prod'].every((name) => {
      const head = statusIn(status.result, name)?.head;
      return head?.release === release && head.state === 'green';
    }),
  );
}

/** Prod waits for a person where one sits at the terminal; else it approves itself and says so. */
export function approval({ approvesItself }: Pick<Scene, 'approvesItself'>): readonly string[] {
  return approvesItself ? ['--yes'] : [];
}
