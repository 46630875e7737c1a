import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Release } from '../../src/release/release.ts';
import { PhotosJob } from './photos-job.ts';
import { commandsOf } from './recorded.ts';

let job: PhotosJob;
beforeEach(async () => {
  job = await PhotosJob.start();
});
afterEach(() => job[Symbol.asyncDispose]());

const dev = ({ id }: Release) => ({ environment: 'dev', release: id });

/** A release that runs in dev and in sit, and protection for prod. */
async function beforeProd(): Promise<Release> {
  const release = await job.release();
  await job.world.run(release);
  await job.world.run(release, 'sit');
  job.protect('photos-prod', ['grace']);
  return release;
}

describe('deploy', () => {
  test('plans by itself where nobody has to approve, and hands on what came of it', async () => {
    const release = await job.release();
    const done = await job.step('deploy', dev(release));
    expect(done).toMatchObject({ exitCode: 0, errors: [] });
    expect(done.outputs).toMatchObject({
      outcome: 'succeeded',
      release: release.id,
      'site-url': 'https://photos-dev.example',
      'smoke-failed': '0',
      report: 'out/deployments/photos-dev.json',
    });
    expect(done.outputs['fingerprint']).toMatch(/^[0-9a-f]{64}$/);
    expect(Number(done.outputs['smoke-passed'])).toBeGreaterThan(0);
    expect(JSON.parse(done.outputs['outputs'] ?? '')).toEqual({
      edge: { LogBucket: 'photos-logs' },
      app: { SiteBucket: 'photos-site-dev', SiteUrl: 'https://photos-dev.example' },
    });
    expect(
      JSON.parse(readFileSync(join(job.workspace, 'out/deployments/photos-dev.json'), 'utf8')),
    ).toMatchObject({
      outcome: 'succeeded',
      release: release.id,
    });
  });

  test('says in the log what happens, and in the summary how it ended, what it planned and what the checks said', async () => {
    const done = await job.step('deploy', dev(await job.release()));
    expect(done.log).toMatch(/::group::Plan of photos dev\n[\s\S]+?::endgroup::/);
    expect(done.log).toMatch(/photos-dev-app {2}is created/);
    expect(done.summary).toMatch(/^### Deployed · photos → dev/);
    expect(done.summary).toContain('### Smoke · photos · dev · passed');
    expect(done.summary).toContain('### Slipway · photos ·');
  });

  test('takes the deploy role and none of another environment', async () => {
    await job.step('deploy', dev(await job.release()));
    expect([...new Set(job.roles)]).toEqual(['dev deploy']);
  });

  test('proves the environment before as that one’s plan role', async () => {
    const release = await job.release();
    await job.world.run(release);
    await job.step('deploy', { environment: 'sit', release: release.id });
    expect([...new Set(job.roles)].sort()).toEqual(['dev plan', 'sit deploy']);
  });

  test('again changes nothing, and still tells the site’s address', async () => {
    const release = await job.release();
    await job.step('deploy', dev(release));
    const again = await job.step('deploy', dev(release));
    expect(again.outputs).toMatchObject({
      outcome: 'no-changes',
      'site-url': 'https://photos-dev.example',
      'smoke-passed': '0',
    });
    expect(again.exitCode).toBe(0);
  });

  test('a resource that can’t be made is annotated on its line of the template', async () => {
    await job.step('deploy', dev(await job.release()));
    job.world.accounts.dev.home.failing.set('Presign', 'memory is out, 100%\nof it::really');
    const next = await job.release({ memory: 512 });
    const done = await job.step('deploy', dev(next));
    expect(done.exitCode).toBe(1);
    expect(done.outputs['outcome']).toBe('deploy-failed');
    const [first] = commandsOf(done.log, 'error');
    expect(first?.properties).toMatchObject({
      title: 'photos dev: app / Api / Presign',
      file: 'templates/modules/api.yml',
    });
    expect(Number(first?.properties['line'])).toBeGreaterThan(1);
    expect(first?.message).toContain('AWS::Lambda::Function: memory is out');
    expect(done.summary).toMatch(/^### Failed · photos → dev/);
  });

  test('failed smoke checks fail the job, each with its annotation', async () => {
    job.world.bareSite = true;
    const done = await job.step('deploy', dev(await job.release()));
    expect(done).toMatchObject({ exitCode: 1, outputs: { outcome: 'smoke-failed' } });
    expect(Number(done.outputs['smoke-failed'])).toBeGreaterThan(0);
    expect(commandsOf(done.log, 'error')[0]?.properties['title']).toMatch(/^photos dev: headers\//);
  });

  test('goes back by itself where the system says so, and fails all the same', async () => {
    const good = await job.release({ goesBack: true });
    await job.step('deploy', dev(good));
    job.world.bareSite = true;
    const bad = await job.release({ goesBack: true, memory: 512 });
    const done = await job.step('deploy', dev(bad));
    expect(done).toMatchObject({ exitCode: 1, outputs: { outcome: 'smoke-failed', release: bad.id } });
    const head = await job.world.head(await job.world.target(good));
    expect(head.release).toBe(good.id);
    expect(head.lock).toBeNull();
  });

  test('of a release that is nowhere says so, and changes nothing', async () => {
    await job.release();
    const done = await job.step('deploy', { environment: 'dev', release: '0'.repeat(64) });
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain('[ARTIFACT_MISSING]');
    expect(job.world.accounts.dev.home.executed).toEqual([]);
    expect(done.log).not.toContain('    at ');
  });
});

describe('an environment that a person approves', () => {
  async function planned(release: Release) {
    const plan = await job.step('change-set', { environment: 'prod', release: release.id });
    expect(plan.errors).toEqual([]);
    return plan.outputs;
  }

  test('executes the plan whose fingerprint was approved', async () => {
    const release = await beforeProd();
    const { fingerprint = '', plan = '', approval } = await planned(release);
    expect(approval).toBe('reviewers');
    const done = await job.step('deploy', { environment: 'prod', release: release.id, plan, fingerprint });
    expect(done).toMatchObject({ exitCode: 0, outputs: { outcome: 'succeeded', fingerprint } });
  });

  test('wants a plan: without one nothing is done, and it says how to give it', async () => {
    const release = await beforeProd();
    const done = await job.step('deploy', { environment: 'prod', release: release.id });
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain('[PLAN_WANTED]');
    expect(done.errors[0]).toContain('change-set');
    expect(job.world.accounts.prod.home.executed).toEqual([]);
  });

  test('wants its fingerprint: a plan alone is no approval', async () => {
    const release = await beforeProd();
    const { plan = '' } = await planned(release);
    const done = await job.step('deploy', { environment: 'prod', release: release.id, plan });
    expect(done.errors[0]).toContain('[PLAN_WANTED]');
    expect(job.world.accounts.prod.home.executed).toEqual([]);
  });

  test('does not take the fingerprint of another plan', async () => {
    const release = await beforeProd();
    const { plan = '' } = await planned(release);
    const done = await job.step('deploy', {
      environment: 'prod',
      release: release.id,
      plan,
      fingerprint: 'f'.repeat(64),
    });
    expect(done.errors[0]).toContain('[NOT_APPROVED]');
    expect(job.world.accounts.prod.home.executed).toEqual([]);
  });

  test('wants the plan beside its fingerprint', async () => {
    const release = await beforeProd();
    const inputs = { environment: 'prod', release: release.id, fingerprint: 'f'.repeat(64) };
    const done = await job.step('deploy', inputs);
    expect(done.errors[0]).toContain('its plan file was not given');
    expect(done.errors[0]).toContain('[NOT_APPROVED]');
  });

  test('does not take a plan that was altered', async () => {
    const release = await beforeProd();
    const { plan = '', fingerprint = '' } = await planned(release);
    const file = join(job.workspace, plan);
    writeFileSync(file, readFileSync(file, 'utf8').replace('photos-prod-app', 'photos-prod-other'));
    const done = await job.step('deploy', { environment: 'prod', release: release.id, plan, fingerprint });
    expect(done.errors[0]).toMatch(/\[PLAN_(?:FINGERPRINT|SHAPE)\]/);
    expect(job.world.accounts.prod.home.executed).toEqual([]);
  });

  test('stops where prod has changed since', async () => {
    const release = await beforeProd();
    const { plan = '', fingerprint = '' } = await planned(release);
    const other = await job.world.release({ text: 'by hand' });
    await job.world.run(other);
    await job.world.run(other, 'sit');
    await job.world.run(other, 'prod');
    const done = await job.step('deploy', { environment: 'prod', release: release.id, plan, fingerprint });
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toMatch(/\[(?:SUPERSEDED|PLAN_CHANGED)\]/);
  });
});

describe('a run whose commit is older than what the environment has had', () => {
  const older = '1'.repeat(40);
  const newer = '2'.repeat(40);
  const onCommit = (sha: string) => ({ env: { GITHUB_SHA: sha } });

  /** The newer push was built first and is in dev. */
  async function overtaken(): Promise<Release> {
    job.github.state.repository.commits.push(older, newer);
    const late = await job.release();
    const { id } = await job.world.release({ text: 'newer' });
    expect(await job.step('deploy', { environment: 'dev', release: id }, onCommit(newer))).toMatchObject({
      exitCode: 0,
    });
    return late;
  }

  test.each(['change-set', 'deploy'] as const)('%s stops, and says which came first', async (step) => {
    const late = await overtaken();
    const executed = job.world.accounts.dev.home.executed.length;
    const done = await job.step(step, dev(late), onCommit(older));
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toMatch(
      /dev has had release [0-9a-f]{8} of commit 222222222222, which is newer than this run's 111111111111/,
    );
    expect(done.errors[0]).toContain('[SUPERSEDED]');
    expect(job.world.accounts.dev.home.executed).toHaveLength(executed);
  });

  test('a newer one goes on, and one that GitHub does not know is not held up', async () => {
    const late = await overtaken();
    job.github.state.repository.commits.push('3'.repeat(40));
    expect(await job.step('change-set', dev(late), onCommit('3'.repeat(40)))).toMatchObject({ exitCode: 0 });
    expect(await job.step('change-set', dev(late), onCommit('4'.repeat(40)))).toMatchObject({ exitCode: 0 });
  });
});

describe('the gate', () => {
  test('stops what destroys data; the word as an input lets it through, and the ledger keeps who ran it', async () => {
    await job.step('deploy', dev(await job.release()));
    const release = await job.release({ withoutBucket: true });
    const stopped = await job.step('deploy', dev(release));
    expect(stopped.exitCode).toBe(1);
    expect(stopped.errors[0]).toContain('[GATE_STOPPED]');
    const word = /--allow ([0-9a-f]{16})/.exec(stopped.errors[0] ?? '')?.[1] ?? '';
    const done = await job.step('deploy', { ...dev(release), allow: word });
    expect(done.outputs['outcome']).toBe('succeeded');
    const [record] = await job.world.records(await job.world.target(release));
    expect(record?.overrides).toMatchObject([{ override: word, by: 'ada' }]);
  });

  test('takes the word from a label of the merged pull request, and writes down who set it', async () => {
    await job.step('deploy', dev(await job.release()));
    const release = await job.release({ withoutBucket: true });
    const stopped = await job.step('deploy', dev(release));
    const word = /--allow ([0-9a-f]{16})/.exec(stopped.errors[0] ?? '')?.[1] ?? '';
    const label = `slipway:allow ${word}`;
    const sha = 'c0ffee00'.repeat(5);
    job.github.addPull({
      number: 12,
      state: 'closed',
      labels: [label],
      mergedAt: '2026-11-21T10:00:00Z',
      mergeCommitSha: sha,
      baseRef: 'main',
    });
    job.github.state.labelings.push({ number: 12, label, by: 'grace', event: 'labeled' });
    const done = await job.step('deploy', dev(release));
    expect(done.errors).toEqual([]);
    const [record] = await job.world.records(await job.world.target(release));
    expect(record?.overrides).toMatchObject([{ override: word, by: 'grace' }]);
  });
});
