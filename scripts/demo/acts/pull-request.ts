import type { Stage } from '../rehearsal.ts';
import { buildSite } from '../build-site.ts';
import type { Scene } from './acts.ts';
import type { PlanResult, ReleaseResult } from './results.ts';

export async function pullRequest(stage: Stage, scene: Scene): Promise<void> {
  const lint = await stage.slipway(['lint', 'companycam'], { save: 'lint' });
  stage.expect('lint finds nothing', lint.exitCode === 0);

  await buildSite(scene, stage.say);
  const release = await stage.slipway(['release', 'companycam'], { save: 'release' });
  const { copies } = release.result as ReleaseResult;
  stage.expect(
    'the release is copied to each account and region that needs it',
    release.exitCode === 0 && copies.length === 6,
  );

  const plan = await stage.slipway(['plan', 'companycam', '--pull-request', '7', '--format', 'markdown'], {
    save: 'plan',
  });
  const { entries } = plan.result as PlanResult;
  stage.expect(
    'there is a plan for dev, sit and prod, and none is stopped',
    plan.exitCode === 0 && entries.every((entry) => entry.plan !== null),
  );
  stage.expect(
    'a stack that does not exist is planned from its template; what it takes from the stack before it is deferred',
    entries.every((entry) =>
      entry.plan?.stacks.every(
        (stack) =>
          stack.outcome === 'create' &&
          stack.changeSet === null &&
          (stack.stack !== 'app' ||
            stack.parameters.some(({ deferred }) => deferred === 'edge.AccessLogBucketDomainName')),
      ),
    ),
  );
}
