import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { settleStacks } from '../../src/deployment/settle-stacks.ts';
import { World, failureOf } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world[Symbol.asyncDispose]());

const refused = 'The runtime parameter of nodejs8.10 is no longer supported';

describe('a resource that fails in a nested stack', () => {
  test('is the result, with its template and line, and the release before stays', async () => {
    const good = await world.release();
    await world.run(good);
    const release = await world.release({ memory: 512 });
    world.accounts.dev.home.failing.set('Presign', refused);
    const result = await world.run(release);

    expect(result).toMatchObject({
      outcome: 'deploy-failed',
      failure: {
        stack: 'app',
        rolledBack: true,
        cause: {
          path: ['Api'],
          logicalId: 'Presign',
          reason: refused,
          at: { file: 'templates/modules/api.yml', line: 8 },
        },
      },
      site: null,
      smoke: null,
      record: {
        outcome: 'deploy-failed',
        release: release.id,
        partial: false,
        cause: `Api/Presign: ${refused}`,
      },
    });
    const target = await world.target(release);
    expect(await world.head(target)).toMatchObject({
      release: good.id,
      goodRelease: good.id,
      state: 'green',
      lock: null,
    });
    expect(world.accounts.dev.home.statusOf('photos-dev-app')).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(world.accounts.dev.s3.textOf('photos-site-dev', 'release.json')).toContain(good.id);
  });

  test('after another stack has changed leaves the environment red: it is of two releases', async () => {
    const good = await world.release();
    await world.run(good);
    world.accounts.dev.home.failing.set('Presign', refused);
    const result = await world.run(await world.release({ memory: 512, logs: 'photos-logs-2' }));
    expect(result).toMatchObject({
      outcome: 'deploy-failed',
      record: { partial: true },
      outputs: { edge: { LogBucket: 'photos-logs-2' } },
    });
    expect(await world.head(await world.target(good))).toMatchObject({ release: good.id, state: 'red' });
  });

  test('can be put right: the next release goes where it was to go', async () => {
    await world.run(await world.release());
    const { home } = world.accounts.dev;
    home.failing.set('Presign', refused);
    await world.run(await world.release({ memory: 512 }));
    home.failing.clear();
    expect(await world.run(await world.release({ memory: 640 }))).toMatchObject({ outcome: 'succeeded' });
  });

  test('in a first creation is cleaned away before the next attempt', async () => {
    const { home } = world.accounts.dev;
    home.failing.set('Presign', refused);
    const release = await world.release();
    const target = await world.target(release);
    expect(await world.run(release)).toMatchObject({
      outcome: 'deploy-failed',
      failure: { rolledBack: true },
    });
    expect(home.statusOf('photos-dev-app')).toBe('ROLLBACK_COMPLETE');

    home.failing.clear();
    await settleStacks(target, world.session, () => undefined);
    expect(home.statusOf('photos-dev-app')).toBe('DELETE_COMPLETE');
    expect((await world.head(target)).lock).toBeNull();
    expect(await world.run(release)).toMatchObject({ outcome: 'succeeded' });
  });
});

describe('after the stacks', () => {
  test('a site that the edge does not serve is a result and leaves the environment red', async () => {
    world.darkSite = true;
    const release = await world.release();
    const result = await world.run(release);
    expect(result).toMatchObject({
      outcome: 'site-failed',
      siteFailure: expect.stringContaining('photos-dev.example'),
      smoke: null,
      record: { outcome: 'site-failed', cause: result.siteFailure },
    });
    expect(await world.head(await world.target(release))).toMatchObject({
      release: release.id,
      goodRelease: null,
      state: 'red',
      lock: null,
    });
  });

  test('failed checks are a result; the release before stays the good one', async () => {
    const good = await world.release();
    await world.run(good);
    world.bareSite = true;
    const bad = await world.release({ text: 'two' });
    const result = await world.run(bad);
    expect(result.outcome).toBe('smoke-failed');
    expect(result.smoke?.failed).toBeGreaterThan(0);
    expect(result.record).toMatchObject({
      outcome: 'smoke-failed',
      smoke: { failed: result.smoke?.failed, failures: expect.arrayContaining(['headers/hsts']) },
    });
    expect(result.record?.cause).toMatch(/\d+ smoke checks failed/);
    expect(await world.head(await world.target(bad))).toMatchObject({
      release: bad.id,
      goodRelease: good.id,
      state: 'red',
      lock: null,
    });
  });
});

test('checks that can’t be made after a site alone has changed leave the environment red', async () => {
  const good = await world.release();
  await world.run(good);
  const release = await world.release({ text: 'two', smokeOutput: 'SiteAddress' });
  expect(await failureOf(world.run(release))).toMatchObject({
    code: 'SMOKE_OUTPUT_MISSING',
    message: expect.stringContaining('SiteAddress'),
  });
  const target = await world.target(release);
  expect((await world.records(target))[0]).toMatchObject({
    release: release.id,
    outcome: 'deploy-failed',
    partial: true,
  });
  expect(await world.head(target)).toMatchObject({ release: good.id, state: 'red', lock: null });
  expect(world.accounts.dev.s3.textOf('photos-site-dev', 'release.json')).toContain(release.id);
});

describe('a run that is interrupted while a stack changes', () => {
  test('is written down, gives the lock back, and goes on when it starts again', async () => {
    await world.run(await world.release());
    const release = await world.release({ memory: 512 });
    const target = await world.target(release);
    const plan = await world.plan(target);
    const interrupt = new AbortController();
    const { home } = world.accounts.dev;

    const failure = await failureOf(
      world.deploy(target, plan, {
        session: { ...world.session, signal: interrupt.signal },
        onEvent: (event) => {
          if (event.kind === 'stack-event') interrupt.abort(new Error('received SIGTERM'));
        },
      }),
    );
    expect(failure.message).toBe('received SIGTERM');
    expect((await world.records(target))[0]).toMatchObject({
      outcome: 'interrupted',
      partial: true,
      cause: 'received SIGTERM',
    });
    expect(await world.head(target)).toMatchObject({ state: 'red', lock: null });
    expect(home.statusOf('photos-dev-app')).toBe('UPDATE_IN_PROGRESS');

    expect(await world.deploy(target, plan)).toMatchObject({ outcome: 'succeeded' });
    expect(home.executed).toHaveLength(2);
    expect(await world.head(target)).toMatchObject({ release: release.id, state: 'green' });
  });

  test('before any stack changed leaves no record', async () => {
    const target = await world.target(await world.release());
    const plan = await world.plan(target);
    const interrupt = new AbortController();
    interrupt.abort(new Error('received SIGINT'));
    const session = { ...world.session, signal: interrupt.signal };
    expect((await failureOf(world.deploy(target, plan, { session }))).message).toBe('received SIGINT');
    expect(await world.records(target)).toEqual([]);
    expect(await world.head(target)).toMatchObject({ state: 'empty', lock: null });
    expect(world.accounts.dev.home.executed).toEqual([]);
  });

  test('and killed before it could write anything is gone on with: the operation is followed, not repeated', async () => {
    await world.run(await world.release());
    const release = await world.release({ memory: 512 });
    const target = await world.target(release);
    const plan = await world.plan(target);
    const { home } = world.accounts.dev;
    // The killed run got as far as executing the approved change set.
    await home.executeChangeSet({
      ChangeSetName: plan.stacks.find(({ stack }) => stack === 'app')?.changeSet ?? '',
    });
    expect(await world.deploy(target, plan)).toMatchObject({ outcome: 'succeeded' });
    expect(home.executed).toHaveLength(2);
    expect(world.lines).toContainEqual(expect.stringContaining('an earlier run executed this change set'));
  });
});
