import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentLedger } from '../../src/deployment/environment-ledger.ts';
import { artifactKeys, manifestBytes } from '../../src/release/manifest.ts';
import type { Release } from '../../src/release/release.ts';
import { PhotosJob } from './photos-job.ts';

let job: PhotosJob;
beforeEach(async () => {
  job = await PhotosJob.start();
});
afterEach(() => job[Symbol.asyncDispose]());

const dev = { environment: 'dev' };

async function inDev(): Promise<Release> {
  const release = await job.release();
  await job.world.run(release);
  return release;
}

describe('rollback', () => {
  test('goes back to the last good release, and says why in the log', async () => {
    const good = await inDev();
    job.world.bareSite = true;
    await job.world.run(await job.release({ memory: 512 }));
    job.world.bareSite = false;
    const done = await job.step('rollback', { ...dev, reason: 'uploads fail\n::error::x' });
    expect(done).toMatchObject({
      exitCode: 0,
      errors: [],
      outputs: { outcome: 'succeeded', release: good.id },
    });
    expect(done.log).toContain('rolling back, because: uploads fail\n: :error::x');
    expect([...new Set(job.roles)]).toEqual(['dev deploy']);
  });

  test('where nothing was before, says so and changes nothing', async () => {
    await inDev();
    const done = await job.step('rollback', dev);
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain('[NOTHING_TO_ROLL_BACK]');
  });

  test('of prod wants a plan that was approved', async () => {
    const good = await inDev();
    await job.world.run(good, 'sit');
    await job.world.run(good, 'prod');
    const bad = await job.release({ memory: 512 });
    await job.world.run(bad);
    await job.world.run(bad, 'sit');
    await job.world.run(bad, 'prod');
    job.protect('photos-prod', ['grace']);
    const alone = await job.step('rollback', { environment: 'prod', to: good.id });
    expect(alone.errors[0]).toContain('[PLAN_WANTED]');
    const { outputs } = await job.step('change-set', { environment: 'prod', kind: 'rollback', to: good.id });
    expect(outputs['approval']).toBe('reviewers');
    const { plan = '', fingerprint = '' } = outputs;
    const done = await job.step('rollback', { environment: 'prod', to: good.id, plan, fingerprint });
    expect(done).toMatchObject({ exitCode: 0, outputs: { outcome: 'succeeded', release: good.id } });
  });
});

describe('sync-site', () => {
  test('writes what differs, and nothing where nothing does', async () => {
    await inDev();
    const { s3 } = job.world.accounts.dev;
    await s3.deleteObjects({
      Bucket: 'photos-site-dev',
      Delete: { Objects: s3.keys('photos-site-dev').map((Key) => ({ Key })) },
    });
    const done = await job.step('sync-site', dev);
    expect(done).toMatchObject({ exitCode: 0, errors: [] });
    expect(Number(done.outputs['written'])).toBeGreaterThan(0);
    expect(done.outputs['site-url']).toBe('https://photos-dev.example');
    expect(s3.keys('photos-site-dev')).toContain('index.html');
    const again = await job.step('sync-site', dev);
    expect(again.outputs).toMatchObject({ written: '0', invalidated: '0' });
  });

  test('where nothing runs says so', async () => {
    await job.release();
    const done = await job.step('sync-site', dev);
    expect(done.errors[0]).toContain('[NOTHING_DEPLOYED]');
  });
});

describe('invalidate', () => {
  test('lets the edge forget every page and release.json, and proves what it serves', async () => {
    await inDev();
    const done = await job.step('invalidate', dev);
    expect(done).toMatchObject({ exitCode: 0, errors: [] });
    expect(JSON.parse(done.outputs['paths'] ?? '')).toEqual(['/', '/index.html', '/release.json']);
    expect(done.summary).toContain('### Invalidated · photos → dev');
  });

  test('or the paths that are named', async () => {
    await inDev();
    const done = await job.step('invalidate', { ...dev, paths: '/index.html, /help/*' });
    expect(JSON.parse(done.outputs['paths'] ?? '')).toEqual(['/help/*', '/index.html']);
  });

  test('a path without a slash is no path', async () => {
    await inDev();
    const done = await job.step('invalidate', { ...dev, paths: 'index.html' });
    expect(done.errors).toEqual([
      'input paths is "index.html", of which "index.html" is wrong, which does not begin with a slash [INPUT_INVALID]',
    ]);
  });

  test('an edge that serves something else fails it', async () => {
    await inDev();
    job.world.darkSite = true;
    const done = await job.step('invalidate', dev);
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain('[EDGE_STALE]');
  });
});

describe('smoke', () => {
  test('counts, writes JUnit, and tells of it in the summary', async () => {
    await inDev();
    const done = await job.step('smoke', dev);
    expect(done).toMatchObject({ exitCode: 0, outputs: { failed: '0', junit: 'out/smoke/photos-dev.xml' } });
    expect(Number(done.outputs['passed'])).toBeGreaterThan(0);
    expect(readFileSync(join(job.workspace, 'out/smoke/photos-dev.xml'), 'utf8')).toContain('<testsuites');
    expect(done.summary).toContain('### Smoke · photos · dev · passed');
    expect([...new Set(job.roles)]).toEqual(['dev deploy']);
  });

  test('as the watch takes no other role', async () => {
    await inDev();
    await job.step('smoke', { ...dev, role: 'watch' });
    expect([...new Set(job.roles)]).toEqual(['dev watch']);
  });

  test('fails the job, with an annotation for each failed check', async () => {
    await inDev();
    job.world.bareSite = true;
    const done = await job.step('smoke', { ...dev, groups: 'headers' });
    expect(done.exitCode).toBe(1);
    expect(done.errors.length).toBe(Number(done.outputs['failed']));
    expect(done.errors.length).toBeGreaterThan(0);
  });

  test('a group of which there is no check is no success', async () => {
    await inDev();
    const done = await job.step('smoke', { ...dev, groups: 'headers jwt' });
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain('has no checks of jwt');
    expect(done.errors[0]).toContain('[SMOKE_GROUP_EMPTY]');
  });

  test('the watch has nothing to ask where nothing runs; a person who asks is told', async () => {
    await job.release();
    expect(await job.step('smoke', { ...dev, role: 'watch' })).toMatchObject({
      exitCode: 0,
      outputs: { passed: '0', failed: '0', junit: '' },
    });
    const asked = await job.step('smoke', dev);
    expect(asked.errors[0]).toContain('[NOTHING_DEPLOYED]');
  });
});

describe('release', () => {
  async function built(): Promise<Release> {
    const release = await job.release();
    mkdirSync(join(job.workspace, 'out', 'releases'), { recursive: true });
    for (const key of artifactKeys(release.manifest, 'everything')) {
      const bytes = key === release.id ? manifestBytes(release.manifest) : await release.read(key);
      writeFileSync(join(job.workspace, 'out', 'releases', key), bytes);
    }
    return release;
  }

  test('uploads what another job has built, and builds nothing', async () => {
    const { id } = await built();
    const done = await job.step('release', { release: id });
    expect(done).toMatchObject({
      exitCode: 0,
      errors: [],
      outputs: { release: id, 'release-short': id.slice(0, 8), folder: 'out/releases' },
    });
    expect([...new Set(job.roles)]).toEqual(['dev plan', 'sit plan', 'prod plan']);
  });

  test('what is not the release that its name says is found out', async () => {
    const release = await built();
    writeFileSync(join(job.workspace, 'out', 'releases', release.manifest.definition.sha256), 'planted');
    const { s3 } = job.world.accounts.dev;
    await s3.deleteObjects({
      Bucket: 'slipway-artifacts-111111111111-eu-west-1',
      Delete: { Objects: [{ Key: release.manifest.definition.sha256 }] },
    });
    const done = await job.step('release', { release: release.id });
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain('[ARTIFACT_DIGEST]');
  });

  test('that is not in the folder says so', async () => {
    await job.release();
    const done = await job.step('release', { release: '0'.repeat(64) });
    expect(done.errors[0]).toContain('[ARTIFACT_MISSING]');
    expect(job.roles).toEqual([]);
  });
});

describe('the lock that a killed run has left', () => {
  const holder = (release: Release): string => `run 7 · ${release.id.slice(0, 8)}`;

  async function ledgerOf(release: Release) {
    const { environment } = await job.world.target(release);
    return environmentLedger(
      environment,
      job.world.session.clients(environment, 'deploy'),
      job.world.session,
    );
  }

  test('is given back by the post step', async () => {
    const release = await job.release();
    const { environment } = await job.world.target(release);
    const ledger = await ledgerOf(release);
    await ledger.lock({ holder: holder(release), release: release.id, minutes: 6 });
    const env = { 'STATE_held-lock': JSON.stringify({ environment, holder: holder(release) }) };
    const done = await job.step('deploy-post', {}, { env });
    expect(done.exitCode).toBe(0);
    expect(done.log).toContain(
      'gave back the lock of s3://slipway-ledger-111111111111-eu-west-1/ledger/photos/dev',
    );
    expect((await ledger.readHead()).lock).toBeNull();
  });

  test('is left alone where another run holds it by now', async () => {
    const release = await job.release();
    const { environment } = await job.world.target(release);
    const ledger = await ledgerOf(release);
    await ledger.lock({ holder: 'run 8 · 0badcafe', release: release.id, minutes: 6 });
    const env = { 'STATE_held-lock': JSON.stringify({ environment, holder: holder(release) }) };
    await job.step('deploy-post', {}, { env });
    expect((await ledger.readHead()).lock?.holder).toBe('run 8 · 0badcafe');
  });

  test('a run that ended by itself leaves nothing to do: AWS is not asked', async () => {
    const release = await job.release();
    const done = await job.step('deploy', { ...dev, release: release.id });
    expect(done.state['held-lock']).toBe('');
    job.roles.length = 0;
    await job.step('deploy-post', {}, { env: { 'STATE_held-lock': done.state['held-lock'] ?? '' } });
    expect(job.roles).toEqual([]);
  });

  test('a run that is cancelled says what it holds, and its post step gives it back', async () => {
    const release = await job.release();
    const cancel = new AbortController();
    const { home } = job.world.accounts.dev;
    const execute = home.executeChangeSet.bind(home);
    home.executeChangeSet = (input) => {
      cancel.abort(new Error('received SIGINT'));
      return execute(input);
    };
    const done = await job.step('deploy', { ...dev, release: release.id }, { signal: cancel.signal });
    expect(done.exitCode).toBe(1);
    expect(done.log).toContain('cancelled; run the job again to go on');
    expect(JSON.parse(done.state['held-lock'] ?? '')).toMatchObject({ holder: holder(release) });
    const post = await job.step(
      'deploy-post',
      {},
      { env: { 'STATE_held-lock': done.state['held-lock'] ?? '' } },
    );
    expect(post.exitCode).toBe(0);
    expect((await (await ledgerOf(release)).readHead()).lock).toBeNull();
  });

  test('what fails in the post step fails no job', async () => {
    await job.release();
    const done = await job.step('deploy-post', {}, { env: { 'STATE_held-lock': '{"environment":{}}' } });
    expect(done.exitCode).toBe(0);
    expect(done.log).toContain('could not be given back');
  });
});
