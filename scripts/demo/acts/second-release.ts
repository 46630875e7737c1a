import { buildSite } from '../build-site.ts';
import type { Stage } from '../rehearsal.ts';
import { applyEdit } from '../work-copy.ts';
import type { Scene } from './acts.ts';
import { edits } from './edits.ts';
import { approval } from './merge-to-main.ts';
import { changesOf, type PlanResult, type PromoteResult } from './results.ts';

export async function secondRelease(stage: Stage, scene: Scene): Promise<void> {
  await applyEdit(scene.work, edits.moreMemory);
  await applyEdit(scene.work, edits.newLogo);
  await buildSite(scene, stage.say);
  await stage.slipway(['release', 'companycam'], { save: 'release' });

  const planned = await stage.slipway(['plan', 'companycam', 'dev', '--pull-request', '8'], { save: 'plan' });
  const plan = (planned.result as PlanResult).entries[0]?.plan;
  const changes = plan ? changesOf(plan) : [];
  const [only] = changes;
  stage.expect(
    'the plan shows that one property, and nothing else of the stacks',
    changes.length === 1 &&
      only?.change.properties.length === 1 &&
      only.change.properties[0]?.path === 'MemorySize' &&
      only.change.properties[0].before === '512' &&
      only.change.properties[0].after === '1024',
    changes
      .map(
        ({ where, change }) =>
          `${where} ${change.action} ${change.properties.map(({ path }) => path).join(' ')}`,
      )
      .join('; '),
  );
  const added = plan?.site?.added ?? [];
  stage.expect(
    'of the site it shows the new asset',
    added.some((key) => key.startsWith('assets/logo-')),
    added.join(' '),
  );

  const promote = await stage.slipway(['promote', 'companycam', ...approval(scene)], { save: 'promote' });
  stage.expect('it goes to dev, sit and prod', promote.exitCode === 0);
  const { deployments } = promote.result as PromoteResult;
  for (const { environment, site, plan: executed } of deployments) {
    const expected = [
      ...(executed.site?.added ?? []),
      ...(executed.site?.changed ?? []),
      'release.json',
    ].sort();
    stage.expect(
      `${environment}: only the planned files are written`,
      site !== null &&
        site.written.length < site.files &&
        [...site.written].sort().join() === expected.join(),
      `wrote ${site?.written.join(' ') ?? 'nothing'}`,
    );
    const paths = site?.invalidation.kind === 'completed' ? site.invalidation.paths : [];
    stage.expect(
      `${environment}: only changed paths are invalidated, no hashed asset among them`,
      paths.length > 0 && paths.every((path) => !path.includes('*') && !path.startsWith('/assets/')),
      paths.join(' '),
    );
  }
}
