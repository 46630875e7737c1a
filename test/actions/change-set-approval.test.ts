import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Release } from '../../src/release/release.ts';
import { PhotosJob } from './photos-job.ts';

let job: PhotosJob;
beforeEach(async () => {
  job = await PhotosJob.start();
});
afterEach(() => job[Symbol.asyncDispose]());

describe('approval of prod', () => {
  async function inProd(release: Release, inputs: Readonly<Record<string, string>> = {}) {
    await job.world.run(release);
    await job.world.run(release, 'sit');
    return job.step('change-set', { environment: 'prod', release: release.id, ...inputs });
  }

  test('GitHub asks the reviewers where there are some', async () => {
    job.protect('photos-prod', ['grace']);
    const done = await inProd(await job.release());
    expect(done.outputs['approval']).toBe('reviewers');
    expect(done.summary).toMatch(/^### Plan `[0-9a-f]{8}` waits for a reviewer/);
  });

  test('without reviewers somebody has to dispatch it, and the summary has the command', async () => {
    job.protect('photos-prod', []);
    const release = await job.release();
    const done = await inProd(release);
    const print = done.outputs['fingerprint-short'] ?? '';
    expect(done.exitCode).toBe(0);
    expect(done.outputs['approval']).toBe('wanted');
    expect(done.summary).toContain(
      `gh workflow run deploy.yml --ref main -f system=photos -f approve=${print}\n`,
    );
  });

  test('the fingerprint that was typed in approves that plan and no other', async () => {
    job.protect('photos-prod', []);
    const release = await job.release();
    const wanted = await inProd(release);
    const print = wanted.outputs['fingerprint-short'] ?? '';
    const given = await job.step('change-set', { environment: 'prod', release: release.id, approve: print });
    expect(given.outputs['approval']).toBe('given');
    const other = await job.step('change-set', {
      environment: 'prod',
      release: release.id,
      approve: 'ffffffff',
    });
    expect(other.outputs['approval']).toBe('wanted');
    expect(other.summary).toContain('What was approved, `ffffffff`, is another plan.');
  });

  test('where nothing changes nobody is asked', async () => {
    job.protect('photos-prod', ['grace']);
    const release = await job.release();
    await job.world.run(release);
    await job.world.run(release, 'sit');
    await job.world.run(release, 'prod');
    const done = await job.step('change-set', { environment: 'prod', release: release.id });
    expect(done.outputs).toMatchObject({ 'has-changes': 'false', approval: 'none', headline: 'no changes' });
  });

  test('an environment that every branch reaches is refused, with what to set', async () => {
    job.github.state.environments.set('photos-prod', {
      reviewers: [{ type: 'User', name: 'grace' }],
      preventSelfReview: false,
      branches: 'all',
    });
    const done = await inProd(await job.release());
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain('[ENVIRONMENT_UNPROTECTED]');
  });

  test('an environment that is not there is refused: GitHub would make an unprotected one', async () => {
    const done = await inProd(await job.release());
    expect(done.errors[0]).toContain('[ENVIRONMENT_MISSING]');
  });

  test('the token that may not read it stops, too: it fails closed', async () => {
    job.protect('photos-prod', ['grace']);
    const done = await inProd(await job.release(), { 'github-token': 'ghs_nobody' });
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain('[GITHUB_TOKEN_REFUSED]');
  });
});
