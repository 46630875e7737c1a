import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fingerprint } from '../../src/plan/fingerprint.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { World, stackOf } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world[Symbol.asyncDispose]());

const siteWrites = (): readonly string[] =>
  world.accounts.dev.writes
    .filter((write) => write.includes('photos-site-dev/'))
    .map((write) => write.split('/').slice(1).join('/'));

describe('a first deployment', () => {
  test('brings stacks and site, checks them, and is written down', async () => {
    const release = await world.release();
    const result = await world.run(release);
    expect(result).toMatchObject({
      outcome: 'succeeded',
      failure: null,
      siteFailure: null,
      release: release.id,
    });
    expect(result.outputs).toEqual({
      edge: { LogBucket: 'photos-logs' },
      app: { SiteBucket: 'photos-site-dev', SiteUrl: 'https://photos-dev.example' },
    });
    expect(result.times.map(({ step }) => step)).toEqual(['stacks', 'site', 'smoke']);

    const { dev } = world.accounts;
    expect(dev.edge.statusOf('photos-dev-edge')).toBe('CREATE_COMPLETE');
    expect(dev.home.statusOf('photos-dev-app')).toBe('CREATE_COMPLETE');
    expect(dev.s3.keys('photos-site-dev')).toEqual(
      expect.arrayContaining(['index.html', 'config.json', 'release.json']),
    );
    expect(JSON.parse(dev.s3.textOf('photos-site-dev', 'config.json') ?? '')).toEqual({
      logs: 'photos-logs',
    });

    const target = await world.target(release);
    expect(await world.head(target)).toMatchObject({
      release: release.id,
      goodRelease: release.id,
      state: 'green',
      sequence: 1,
      lock: null,
    });
    expect(await world.records(target)).toEqual([
      expect.objectContaining({
        kind: 'deploy',
        outcome: 'succeeded',
        by: 'ada',
        fingerprint: result.plan.fingerprint,
        smoke: expect.objectContaining({ failed: 0, failures: [] }),
      }),
    ]);
  });

  test('tells what happens in the order in which it does', async () => {
    await world.run(await world.release());
    const told = world.events.flatMap((event) =>
      event.kind === 'stack-event' ? [] : 'stack' in event ? [`${event.kind} ${event.stack}`] : [event.kind],
    );
    expect(told).toEqual([
      'stack-started edge',
      'stack-finished edge',
      'stack-started app',
      'stack-finished app',
      'site-published',
      'edge-serving',
      'smoke-finished',
    ]);
  });

  test('touches no other account', async () => {
    await world.run(await world.release());
    const { sit, prod } = world.accounts;
    expect([...sit.writes, ...prod.writes]).toEqual([]);
    expect([sit, prod].map(({ home }) => home.statusOf('photos-sit-app'))).toEqual([undefined, undefined]);
  });
});

describe('the same release again', () => {
  test('is an outcome, writes nothing and records nothing', async () => {
    const release = await world.release();
    await world.run(release);
    const { dev } = world.accounts;
    const before = [...dev.writes];
    const result = await world.run(release);
    expect(result).toMatchObject({ outcome: 'no-changes', record: null, smoke: null, site: null, times: [] });
    expect(result.plan.hasChanges).toBe(false);
    expect(dev.writes).toEqual(before);
    expect(dev.home.executed).toHaveLength(1);
    expect(await world.records(await world.target(release))).toHaveLength(1);
  });

  test('runs its checks again where they had failed before', async () => {
    const release = await world.release();
    world.bareSite = true;
    expect((await world.run(release)).outcome).toBe('smoke-failed');
    world.bareSite = false;
    const again = await world.run(release);
    expect(again).toMatchObject({ outcome: 'no-changes', smoke: { failed: 0 } });
    expect(world.accounts.dev.home.executed).toHaveLength(1);
    expect(await world.head(await world.target(release))).toMatchObject({
      state: 'green',
      goodRelease: release.id,
    });
  });
});

describe('a release that changes one property of a nested stack', () => {
  test('executes the very change set that was approved, of that stack alone', async () => {
    await world.run(await world.release());
    const target = await world.target(await world.release({ memory: 512 }));
    const plan = await world.plan(target);
    expect(stackOf(plan, 'edge').outcome).toBe('none');
    const before = siteWrites().length;

    expect(await world.deploy(target, plan)).toMatchObject({ outcome: 'succeeded' });
    const { dev } = world.accounts;
    expect(dev.edge.executed).toHaveLength(1);
    expect(dev.home.executed.slice(1)).toEqual([
      { stackName: 'photos-dev-app', changeSet: stackOf(plan, 'app').changeSet },
    ]);
    // The page and its script stay as they are: only what names the release is written.
    expect(
      siteWrites()
        .slice(before)
        .filter((key) => key.endsWith('.html') || key.startsWith('assets/')),
    ).toEqual([]);
  });

  test('plans anew where the approved change set is gone, and executes what says the same', async () => {
    await world.run(await world.release());
    const target = await world.target(await world.release({ memory: 512 }));
    const plan = await world.plan(target);
    const approved = stackOf(plan, 'app').changeSet ?? '';
    const { home } = world.accounts.dev;
    await home.deleteChangeSet({ ChangeSetName: approved });

    expect(await world.deploy(target, plan)).toMatchObject({ outcome: 'succeeded' });
    expect(home.executed).toHaveLength(2);
    expect(home.executed[1]?.changeSet).not.toBe(approved);
    expect(world.lines).toContainEqual(expect.stringMatching(/^photos-dev-app: planned anew\./));
  });

  test('is not taken for deployed where the plan names a change set that another release has executed', async () => {
    await world.run(await world.release());
    const target = await world.target(await world.release({ memory: 512 }));
    const plan = await world.plan(target);
    const { home } = world.accounts.dev;
    const changeSet = home.executed[0]?.changeSet ?? '';
    const stacks = plan.stacks.map((stack) => (stack.stack === 'app' ? { ...stack, changeSet } : stack));
    const altered: Plan = { ...plan, stacks };
    expect(fingerprint(altered)).toBe(plan.fingerprint);

    expect(await world.deploy(target, altered)).toMatchObject({ outcome: 'succeeded' });
    expect(home.executed).toHaveLength(2);
    expect(home.executed[1]?.changeSet).not.toBe(changeSet);
  });

  test('stops before the stack is touched where the change is not the approved one any more', async () => {
    await world.run(await world.release());
    const target = await world.target(await world.release({ memory: 512 }));
    const plan = await world.plan(target);
    const { home } = world.accounts.dev;
    await changeByHand(await world.release({ memory: 1024 }));
    const head = await world.head(target);

    await expect(world.deploy(target, plan)).rejects.toMatchObject({
      code: 'PLAN_CHANGED',
      message: expect.stringMatching(
        /what would happen to dev is not what was approved as plan [0-9a-f]{8} \(approved → now\):\n.*256 → 512/s,
      ),
      next: expect.stringContaining('slipway plan photos dev --release'),
    });
    expect(home.executed).toHaveLength(2);
    expect(await world.head(target)).toEqual(head);
  });

  test('lets only deferred values differ that an earlier stack has decided', async () => {
    await world.run(await world.release());
    const target = await world.target(await world.release({ logs: 'photos-logs-2' }));
    const plan = await world.plan(target);
    expect(stackOf(plan, 'app').parameters).toContainEqual(
      expect.objectContaining({ name: 'LogBucket', deferred: 'edge.LogBucket' }),
    );
    const result = await world.deploy(target, plan);
    expect(result).toMatchObject({ outcome: 'succeeded', outputs: { edge: { LogBucket: 'photos-logs-2' } } });
    expect(world.accounts.dev.home.executed).toHaveLength(2);
    expect(JSON.parse(world.accounts.dev.s3.textOf('photos-site-dev', 'config.json') ?? '')).toEqual({
      logs: 'photos-logs-2',
    });
  });
});

/** Somebody changes the stack past the pipeline. */
async function changeByHand(release: Awaited<ReturnType<World['release']>>): Promise<void> {
  const { home } = world.accounts.dev;
  const app = stackOf(await world.plan(await world.target(release)), 'app');
  await home.executeChangeSet({ ChangeSetName: app.changeSet ?? '' });
  world.clock.pass(60_000);
  expect(home.statusOf('photos-dev-app')).toBe('UPDATE_COMPLETE');
}
