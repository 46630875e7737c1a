import type { DeploymentResult } from '../../../src/deployment/result.ts';
import type { Stage } from '../rehearsal.ts';
import type { Scene } from './acts.ts';
import { statusIn } from './results.ts';

export async function rollBack(stage: Stage, { rootCalls }: Pick<Scene, 'rootCalls'>): Promise<void> {
  const before = await stage.slipway(['status', 'companycam'], { save: 'before' });
  const good = statusIn(before.result, 'sit')?.head?.release;
  const rollback = await stage.slipway(['rollback', 'companycam', 'dev'], { save: 'rollback' });
  const result = rollback.result as DeploymentResult;
  stage.expect(
    'dev is planned, gated and deployed like any deployment',
    rollback.exitCode === 0 && result.outcome === 'succeeded' && result.plan.gate.verdict === 'pass',
  );
  stage.expect('it runs the release before the bad one', result.release === good);
  stage.expect(
    'stacks and site: smoke checks pass, and the edge serves that release',
    result.smoke?.failed === 0 && result.site?.proof !== undefined,
  );
  const status = await stage.slipway(['status', 'companycam'], { save: 'status' });
  const dev = statusIn(status.result, 'dev');
  stage.expect(
    'the ledger shows dev green, by a rollback',
    dev?.head?.state === 'green' && dev.head.release === good && dev.records[0]?.kind === 'rollback',
  );
  const calls = await rootCalls();
  stage.expect('no root key was used since the bootstrap', calls.length === 0, calls[0] ?? '');
}
