import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../rehearsal.ts';
import { applyEdit, revertEdit } from '../work-copy.ts';
import type { Scene } from './acts.ts';
import { edits } from './edits.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import { statusIn } from './results.ts';

export async function failingResource(stage: Stage, scene: Scene): Promise<void> {
  const before = await stage.slipway(['status', 'companycam'], { save: 'before' });
  await applyEdit(scene.work, edits.badQueue);
  const source = await readFile(join(scene.work, edits.badQueue.file), 'utf8');
  const line = source.split('\n').findIndex((text) => text.includes(edits.badQueue.to)) + 1;
  await stage.slipway(['release', 'companycam'], { save: 'release' });
  const deploy = await stage.slipway(['deploy', 'companycam', 'dev'], { save: 'deploy' });
  const result = deploy.result as DeploymentResult;
  const failure = result.failure;
  stage.expect(
    'the deployment fails and is rolled back',
    deploy.exitCode === 1 && result.outcome === 'deploy-failed' && failure?.rolledBack === true,
  );
  stage.expect(
    `the cause is named with template file and line: ${edits.badQueue.file}:${line}`,
    failure?.cause.logicalId === 'FailedPhotos' &&
      failure.cause.at?.file === edits.badQueue.file &&
      failure.cause.at.line === line,
    failure
      ? `${failure.cause.path.join('/')}/${failure.cause.logicalId} at ${failure.cause.at?.file ?? '?'}:${failure.cause.at?.line ?? '?'}`
      : 'no cause',
  );
  const after = await stage.slipway(['status', 'companycam'], { save: 'status' });
  stage.expect(
    'dev still runs what it ran before, and its ledger tells of the attempt',
    statusIn(after.result, 'dev')?.head?.release === statusIn(before.result, 'dev')?.head?.release &&
      statusIn(after.result, 'dev')?.records[0]?.outcome === 'deploy-failed',
  );
  await revertEdit(scene.work, edits.badQueue);
}
