import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { denied } from '../fakes/cloudformation/drift/fake-drift.ts';
import { PhotosJob } from './photos-job.ts';
import { pullRequest } from './recorded.ts';

let job: PhotosJob;
beforeEach(async () => {
  job = await PhotosJob.start();
});
afterEach(() => job[Symbol.asyncDispose]());

const read = (file: string): string => readFileSync(join(job.workspace, file), 'utf8');

describe('on main', () => {
  test('hands on what the plan says, and writes its file', async () => {
    const release = await job.release();
    const done = await job.step('change-set', { environment: 'dev', release: release.id });
    expect(done).toMatchObject({ exitCode: 0, errors: [] });
    const { fingerprint = '' } = done.outputs;
    expect(done.outputs).toMatchObject({
      'has-changes': 'true',
      'fingerprint-short': fingerprint.slice(0, 8),
      destructive: 'false',
      verdict: 'pass',
      plan: 'out/plans/photos-dev.json',
      release: release.id,
      approval: 'none',
    });
    expect(done.outputs['headline']).toMatch(/^\d+ added, 2 site files$/);
    const plan = parsePlan(read('out/plans/photos-dev.json'), 'photos-dev.json');
    expect(plan.fingerprint).toBe(fingerprint);
    expect(done.summary).toContain('### Slipway · photos · dev is ready');
  });

  test('plans as the plan role, and executes nothing', async () => {
    await job.step('change-set', { environment: 'dev', release: (await job.release()).id });
    expect([...new Set(job.roles)]).toEqual(['dev plan']);
    expect(job.world.accounts.dev.home.executed).toEqual([]);
    expect(job.world.accounts.dev.writes).toEqual([]);
  });

  test('a release that has not passed before the environment is not planned there: nobody is asked for it', async () => {
    const release = await job.release();
    await job.world.run(release);
    const done = await job.step('change-set', { environment: 'prod', release: release.id });
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain('[NOT_PROVEN]');
  });

  test('a stop of the gate fails the job, after the outputs', async () => {
    await job.world.run(await job.release());
    const release = await job.release({ withoutBucket: true });
    const done = await job.step('change-set', { environment: 'dev', release: release.id });
    expect(done.exitCode).toBe(1);
    expect(done.outputs).toMatchObject({
      verdict: 'stop',
      destructive: 'true',
      headline: 'stopped: dev would remove a bucket',
      approval: 'none',
    });
    expect(done.errors[0]).toContain('[GATE_STOPPED]');
  });

  test('without a release nothing is asked of AWS', async () => {
    await job.release();
    const done = await job.step('change-set', { environment: 'dev' });
    expect(done.errors).toEqual([
      'input release is missing: give the output release of the action release [INPUT_MISSING]',
    ]);
    expect(job.roles).toEqual([]);
  });

  test('a rollback is planned to the last good release', async () => {
    const good = await job.release();
    await job.world.run(good);
    await job.world.run(await job.release({ memory: 512 }));
    const done = await job.step('change-set', {
      environment: 'dev',
      kind: 'rollback',
      to: good.id.slice(0, 8),
    });
    expect(done.outputs).toMatchObject({ release: good.id, 'has-changes': 'true', headline: '1 changed' });
    expect([...new Set(job.roles)]).toEqual(['dev plan']);
  });
});

describe('drift', () => {
  const api = 'photos-dev-app/Api/Presign';

  test('is looked for by the role that may, which changes nothing; the plan stays with its own', async () => {
    await job.world.run(await job.release());
    job.world.accounts.dev.drift.byHand(api, { MemorySize: 1024 });
    const release = await job.release({ memory: 512 });
    const inputs = { environment: 'dev', release: release.id };
    const plain = await job.step('change-set', inputs);
    expect(plain.outputs['drift']).toBe('');
    expect(job.roles).not.toContain('dev watch');
    const done = await job.step('change-set', { ...inputs, drift: 'true' });
    expect(done).toMatchObject({ exitCode: 0, outputs: { drift: 'overwritten' } });
    expect(done.outputs['fingerprint']).toBe(plain.outputs['fingerprint']);
    expect([...new Set(job.roles)].sort()).toEqual(['dev plan', 'dev watch']);
    expect(done.summary).toContain('dev would overwrite drift in 1 resource');
    expect(done.summary).toContain('is 1024, was deployed as 256, becomes 512');
  });

  test('a pull request detects none: it reads what was found last', async () => {
    await job.world.run(await job.release());
    const { drift } = job.world.accounts.dev;
    drift.byHand(api, { MemorySize: 1024 });
    const release = await job.release({ memory: 512 });
    const inputs = { environment: 'dev', release: release.id, drift: 'true' };
    const first = await job.step('change-set', inputs, { env: pullRequest(job.workspace) });
    expect(first.outputs['drift']).toBe('unknown');
    await job.step('change-set', inputs);
    drift.calls.length = 0;
    job.roles.length = 0;
    const second = await job.step('change-set', inputs, { env: pullRequest(job.workspace) });
    expect(second.outputs['drift']).toBe('overwritten');
    expect(drift.calls).not.toContain('detectStackDrift');
    expect([...new Set(job.roles)]).toEqual(['dev preview']);
  });

  test('what may not be detected fails no plan, and is told', async () => {
    await job.world.run(await job.release());
    job.world.accounts.dev.drift.refusals.set('detectStackDrift', denied('cloudformation:DetectStackDrift'));
    const release = await job.release({ memory: 512 });
    const done = await job.step('change-set', { environment: 'dev', release: release.id, drift: 'true' });
    expect(done).toMatchObject({ exitCode: 0, outputs: { drift: 'unknown', verdict: 'pass' } });
    expect(done.summary).toContain('cloudformation:DetectStackDrift');
  });

  test('neither yes nor no', async () => {
    const done = await job.step('change-set', {
      environment: 'dev',
      release: (await job.release()).id,
      drift: 'maybe',
    });
    expect(done.errors[0]).toContain('neither true nor false');
    expect(job.roles).toEqual([]);
  });
});

describe('in a pull request', () => {
  test('plans as the preview role, in change sets of its number', async () => {
    await job.world.run(await job.release());
    const release = await job.release({ memory: 512 });
    const env = pullRequest(job.workspace);
    const done = await job.step('change-set', { environment: 'dev', release: release.id }, { env });
    expect(done).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', approval: 'none' } });
    expect([...new Set(job.roles)]).toEqual(['dev preview']);
    const plan = parsePlan(read('out/plans/photos-dev.json'), 'photos-dev.json');
    expect(
      plan.stacks
        .map(({ changeSet }) => changeSet)
        .filter(Boolean)
        .join(),
    ).toContain('slipway-pr-12-');
  });

  test('prod is planned without proof and without asking for its protection', async () => {
    const release = await job.release();
    const env = pullRequest(job.workspace);
    const done = await job.step('change-set', { environment: 'prod', release: release.id }, { env });
    expect(done).toMatchObject({ exitCode: 0, outputs: { approval: 'none' } });
    expect(job.github.state.requests.some(({ path }) => path.includes('/environments'))).toBe(false);
  });

  test('a stop of the gate is an output: the report tells of it', async () => {
    await job.world.run(await job.release());
    const release = await job.release({ withoutBucket: true });
    const env = pullRequest(job.workspace);
    const done = await job.step('change-set', { environment: 'dev', release: release.id }, { env });
    expect(done).toMatchObject({ exitCode: 0, errors: [], outputs: { verdict: 'stop' } });
  });

  test('a label of the pull request lets it through', async () => {
    await job.world.run(await job.release());
    const release = await job.release({ withoutBucket: true });
    const stopped = await job.step(
      'change-set',
      { environment: 'dev', release: release.id },
      { env: pullRequest(job.workspace) },
    );
    const word = /slipway:allow ([0-9a-f]{16})/.exec(stopped.summary)?.[1] ?? '';
    const labels = [`slipway:allow ${word}`, '`$(whoami)`', '::error::x'];
    job.github.addPull({ number: 12, labels });
    const done = await job.step(
      'change-set',
      { environment: 'dev', release: release.id },
      { env: pullRequest(job.workspace, { labels }) },
    );
    expect(done.outputs['verdict']).toBe('pass');
    expect(done.outputs['headline']).toContain('1 allowed by word');
  });

  test('a label for another release lets nothing through, and it says so', async () => {
    const labels = ['slipway:allow 0123456789abcdef'];
    const release = await job.release();
    const done = await job.step(
      'change-set',
      { environment: 'dev', release: release.id },
      { env: pullRequest(job.workspace, { labels }) },
    );
    expect(done.exitCode).toBe(0);
    expect(done.log).toContain('::warning::the word 0123456789abcdef matches nothing in ');
  });

  test('a malformed label is an error that says how one looks, and nothing is planned', async () => {
    const labels = ['slipway:allow `$(whoami)`'];
    const release = await job.release();
    const done = await job.step(
      'change-set',
      { environment: 'dev', release: release.id },
      { env: pullRequest(job.workspace, { labels }) },
    );
    expect(done.exitCode).toBe(1);
    expect(done.log).toContain('is no override of the gate');
    expect(done.log).toContain('[OVERRIDE_MALFORMED]');
  });

  test('labels that can’t be read give no word, and it says so', async () => {
    const release = await job.release();
    const env = pullRequest(job.workspace);
    const inputs = { environment: 'dev', release: release.id, 'github-token': 'ghs_nobody' };
    const done = await job.step('change-set', inputs, { env });
    expect(done.exitCode).toBe(0);
    expect(done.log).toContain('::warning::labels give no word of the gate');
  });

  test('what can’t be planned leaves its reason for the report', async () => {
    await job.release();
    const env = pullRequest(job.workspace);
    const done = await job.step('change-set', { environment: 'dev', release: '0'.repeat(64) }, { env });
    expect(done.exitCode).toBe(1);
    expect(JSON.parse(read('out/plans/photos-dev.problem.json'))).toMatchObject({
      schema: 1,
      system: 'photos',
      environment: 'dev',
      code: 'ARTIFACT_MISSING',
    });
  });

  test('a release that another job built is taken from its folder', async () => {
    const release = await job.release();
    const { mkdirSync, writeFileSync } = await import('node:fs');
    const { manifestBytes } = await import('../../src/release/manifest.ts');
    mkdirSync(join(job.workspace, 'built'));
    writeFileSync(join(job.workspace, 'built', release.id), manifestBytes(release.manifest));
    for (const file of [
      release.manifest.definition,
      ...Object.values(release.manifest.environments),
      ...release.manifest.templates,
      ...(release.manifest.site ?? []),
      ...(release.manifest.smoke === null ? [] : [release.manifest.smoke]),
    ])
      writeFileSync(join(job.workspace, 'built', file.sha256), await release.read(file.sha256));
    const env = pullRequest(job.workspace);
    const inputs = { environment: 'dev', release: release.id, folder: 'built' };
    const done = await job.step('change-set', inputs, { env });
    expect(done).toMatchObject({ exitCode: 0, outputs: { release: release.id } });
  });
});
