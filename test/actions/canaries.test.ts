import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PhotosJob } from './photos-job.ts';
import type { Performed } from './recorded.ts';

let job: PhotosJob;
beforeEach(async () => {
  job = await PhotosJob.start();
});
afterEach(() => job[Symbol.asyncDispose]());

const password = 'canary-of-a-noecho-parameter';

/** Everything that a step leaves where somebody could read it, without the lines that tell the runner what to mask. */
function visible({ log, outputs, summary, state }: Performed): string {
  const lines = log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const files = readdirSync(join(job.workspace, 'out'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  return [lines.join('\n'), JSON.stringify(outputs), summary, JSON.stringify(state), ...files].join('\n');
}

test('a NoEcho parameter, and what is made of it, stands in no log, output, summary, plan or report', async () => {
  const release = await job.release({ password });
  const plan = await job.step('change-set', { environment: 'dev', release: release.id });
  expect(plan.exitCode).toBe(0);
  expect(visible(plan)).toContain('•••• (secret)');
  expect(visible(plan)).not.toContain(password);

  const done = await job.step('deploy', { environment: 'dev', release: release.id });
  expect(done.exitCode).toBe(0);
  const { outputs } = job.world.accounts.dev.home.sets.store.find('photos-dev-app') ?? { outputs: {} };
  expect(JSON.stringify(outputs)).toContain(password);
  expect(visible(done)).not.toContain(password);
  expect(JSON.parse(done.outputs['outputs'] ?? '')).toEqual({
    edge: { LogBucket: 'photos-logs' },
    app: { SiteBucket: 'photos-site-dev', SiteUrl: 'https://photos-dev.example' },
  });
});

test('the token of GitHub is masked before it is used', async () => {
  const release = await job.release();
  const done = await job.step('change-set', {
    environment: 'dev',
    release: release.id,
    'github-token': 'ghs_canary-of-a-token',
  });
  expect(done.masks).toContain('ghs_canary-of-a-token');
  expect(visible(done)).not.toContain('ghs_canary-of-a-token');
});
