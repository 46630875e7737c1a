import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exitCodeFor } from '../../src/cli/exit-codes.ts';
import { requireProven } from '../../src/deployment/require-proven.ts';
import { releaseToRollBackTo } from '../../src/deployment/rollback.ts';
import type { Release } from '../../src/release/release.ts';
import { artifactBucket } from '../../src/deployment/target.ts';
import { World, failureOf } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world[Symbol.asyncDispose]());

const short = ({ id }: Release): string => id.slice(0, 8);

describe('a release goes to the next environment', () => {
  test('once the one before runs it and its checks passed there', async () => {
    const release = await world.release();
    await world.run(release);
    expect(await world.run(release, 'sit')).toMatchObject({ outcome: 'succeeded', environment: 'sit' });
    expect(await world.run(release, 'prod')).toMatchObject({ outcome: 'succeeded', environment: 'prod' });
    const app = world.accounts.prod.home.sets.store.find('photos-prod-app');
    expect(app?.outputs).toMatchObject({ SiteUrl: 'https://photos-prod.example' });
  });

  test('the same bytes everywhere: the templates that stand are those of dev', async () => {
    const release = await world.release();
    await world.run(release);
    await world.run(release, 'sit');
    const texts = (['dev', 'sit'] as const).map(
      (name) => world.accounts[name].home.sets.store.find(`photos-${name}-app`)?.text,
    );
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).toContain('AWS::CloudFormation::Stack');
  });

  test('not before it was anywhere', async () => {
    const release = await world.release();
    const failure = await failureOf(world.run(release, 'sit'));
    expect(failure).toMatchObject({
      code: 'NOT_PROVEN',
      message: `release ${short(release)} can't go to sit: dev runs nothing yet`,
      next: `slipway deploy photos dev --release ${short(release)}`,
    });
    expect(exitCodeFor(failure.code)).toBe(2);
    expect(world.accounts.sit.home.executed).toEqual([]);
    expect(world.accounts.sit.writes).toEqual([]);
  });

  test('not past an environment: prod asks sit, not dev', async () => {
    const release = await world.release();
    await world.run(release);
    expect(await failureOf(world.run(release, 'prod'))).toMatchObject({
      code: 'NOT_PROVEN',
      message: expect.stringContaining('sit runs nothing yet'),
    });
  });

  test('not while its checks have not passed', async () => {
    const release = await world.release();
    world.bareSite = true;
    await world.run(release);
    world.bareSite = false;
    expect(await failureOf(world.run(release, 'sit'))).toMatchObject({
      code: 'NOT_PROVEN',
      message: `release ${short(release)} can't go to sit: its smoke checks have not passed in dev`,
    });
  });

  test('not while the environment before is red for a later reason', async () => {
    const release = await world.release();
    await world.run(release);
    world.accounts.dev.home.failing.set('Presign', 'no');
    const later = await world.run(await world.release({ memory: 512, logs: 'photos-logs-2' }));
    expect(later).toMatchObject({ outcome: 'deploy-failed', record: { partial: true } });
    expect(await failureOf(world.run(release, 'sit'))).toMatchObject({
      code: 'NOT_PROVEN',
      message: `release ${short(release)} can't go to sit: dev is red: a deployment after this one did not end well there`,
    });
  });

  test('not where another one that never ran there is asked for', async () => {
    const first = await world.release();
    await world.run(first);
    const second = await world.release({ memory: 512 });
    expect(await failureOf(world.run(second, 'sit'))).toMatchObject({
      code: 'NOT_PROVEN',
      message: `release ${short(second)} can't go to sit: dev runs release ${short(first)}`,
    });
  });

  test('not once a newer one has overtaken it', async () => {
    const first = await world.release();
    await world.run(first);
    const second = await world.release({ memory: 512 });
    await world.run(second);
    const failure = await failureOf(world.run(first, 'sit'));
    expect(failure).toMatchObject({
      code: 'SUPERSEDED',
      message: `dev runs release ${short(second)} by now, so ${short(first)} has been overtaken and does not go to sit`,
      next: `slipway promote photos --release ${short(second)}`,
    });
    expect(exitCodeFor(failure.code)).toBe(5);
  });

  test('dev asks nobody', async () => {
    const target = await world.target(await world.release());
    await expect(requireProven(target, world.session)).resolves.toBeUndefined();
  });
});

describe('rollback', () => {
  const choose = async (of: Release, to: string | null = null): Promise<Release> =>
    releaseToRollBackTo((await world.target(of)).environment, world.session, to);

  async function history(): Promise<{ first: Release; second: Release; bad: Release }> {
    const first = await world.release();
    await world.run(first);
    const second = await world.release({ memory: 512 });
    await world.run(second);
    world.bareSite = true;
    const bad = await world.release({ memory: 640, text: 'bad' });
    await world.run(bad);
    world.bareSite = false;
    return { first, second, bad };
  }

  test('goes to the last good release, opened from the environment’s own artifacts', async () => {
    const { second, bad } = await history();
    expect((await choose(bad)).id).toBe(second.id);
  });

  test('goes from a good release to the good one before it', async () => {
    const first = await world.release();
    await world.run(first);
    const second = await world.release({ memory: 512 });
    await world.run(second);
    expect((await choose(second)).id).toBe(first.id);
  });

  test('leaves out releases whose checks failed', async () => {
    const { second } = await history();
    const third = await world.release({ memory: 1024 });
    await world.run(third);
    expect((await choose(third)).id).toBe(second.id);
  });

  test('goes to any release of the history that the first digits name', async () => {
    const { first, bad } = await history();
    expect((await choose(bad, first.id.slice(0, 10))).id).toBe(first.id);
  });

  test('deploys it as any release, with a record of its own kind and no question to the environment before', async () => {
    const { second, bad } = await history();
    const target = await world.target(await choose(bad));
    const result = await world.deploy(target, await world.plan(target), { kind: 'rollback' });
    expect(result).toMatchObject({
      outcome: 'succeeded',
      record: { kind: 'rollback', previousRelease: bad.id },
    });
    expect(await world.head(target)).toMatchObject({
      release: second.id,
      goodRelease: second.id,
      state: 'green',
    });
    const { dev } = world.accounts;
    expect(dev.s3.textOf('photos-site-dev', 'release.json')).toContain(second.id);
    const { store } = dev.home.sets;
    const api = store.find(store.find('photos-dev-app')?.resources.get('Api')?.physicalId ?? '');
    expect(api?.resources.get('Presign')?.properties).toMatchObject({ MemorySize: 512 });
  });

  test('where there is nothing to go back to says what runs', async () => {
    const release = await world.release();
    expect(await failureOf(choose(release))).toMatchObject({
      code: 'NOTHING_TO_ROLL_BACK',
      message: 'photos dev has nothing to go back to: nothing has been deployed there',
    });
    await world.run(release);
    expect(await failureOf(choose(release))).toMatchObject({
      code: 'NOTHING_TO_ROLL_BACK',
      message: `photos dev has nothing to go back to: it runs ${short(release)}, and no earlier release has passed its smoke checks there`,
      next: 'slipway status photos',
    });
  });

  test('to digits that no release of the ledger begins with names those that it has', async () => {
    const { first, second, bad } = await history();
    const failure = await failureOf(choose(bad, 'ffffffff'));
    expect(failure.code).toBe('RELEASE_UNKNOWN');
    for (const release of [first, second, bad]) expect(failure.message).toContain(short(release));
  });

  test('to a release whose artifacts are gone says which', async () => {
    const { first, bad } = await history();
    const { s3, id } = world.accounts.dev;
    await s3.deleteObjects({
      Bucket: artifactBucket(id, 'eu-west-1'),
      Delete: { Objects: [{ Key: first.id }] },
    });
    expect(await failureOf(choose(bad, first.id))).toMatchObject({
      code: 'ARTIFACT_MISSING',
      message: expect.stringContaining(first.id),
    });
  });
});
