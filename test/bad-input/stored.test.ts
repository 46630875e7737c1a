import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readStatus } from '../../src/deployment/read-status.ts';
import { releaseToRollBackTo } from '../../src/deployment/rollback.ts';
import { artifactBucket } from '../../src/deployment/target.ts';
import { World, failureOf } from '../deployment/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world[Symbol.asyncDispose]());

const ledger = 'slipway-ledger-111111111111-eu-west-1';
const head = 'ledger/photos/dev/head.json';
const record = 'ledger/photos/dev/records/00000001.json';

/** Everything that the account holds and has done, to compare. */
function state(): unknown {
  const { s3, home, edge } = world.accounts.dev;
  const buckets = [ledger, artifactBucket('111111111111', 'eu-west-1'), 'photos-site-dev'];
  return {
    keys: buckets.map((bucket) => s3.keys(bucket).map((key) => [key, s3.textOf(bucket, key)])),
    executed: [home.executed.length, edge.executed.length],
  };
}

describe('an artifact', () => {
  const planted = (region: string, key: string, text: string, sha256?: string): void => {
    world.accounts.dev.s3.plant(
      artifactBucket('111111111111', region),
      key,
      text,
      sha256 === undefined ? {} : { sha256 },
    );
  };

  test.each(['eu-west-1', 'us-east-1'])('with another digest in %s is not planned with', async (region) => {
    const release = await world.release();
    const target = await world.target(release);
    const template = release.manifest.templates[0]?.sha256 ?? '';
    planted(region, template, '{"Resources":{}}');
    const before = state();
    const failure = await failureOf(world.plan(target));
    expect(failure.code).toBe('ARTIFACT_DIGEST');
    expect(failure.message).toContain(template);
    expect(failure.message).toContain(`s3://slipway-artifacts-111111111111-${region}`);
    expect(state()).toEqual(before);
  });

  test('whose stored checksum is another one is not planned with, without being read', async () => {
    const release = await world.release();
    const target = await world.target(release);
    planted(
      'eu-west-1',
      release.manifest.templates[0]?.sha256 ?? '',
      'x',
      Buffer.alloc(32).toString('base64'),
    );
    const reads = world.accounts.dev.s3.requests.getObject;
    expect(await failureOf(world.plan(target))).toMatchObject({ code: 'ARTIFACT_DIGEST' });
    expect(world.accounts.dev.s3.requests.getObject).toBe(reads);
  });

  test('that was exchanged after the approval is not deployed', async () => {
    await world.run(await world.release());
    const release = await world.release({ text: 'two' });
    const target = await world.target(release);
    const plan = await world.plan(target);
    const asset = release.manifest.site?.find(({ path }) => path.startsWith('assets/'))?.sha256 ?? '';
    planted('eu-west-1', asset, "fetch('https://evil.example')");
    const before = state();
    expect(await failureOf(world.deploy(target, plan))).toMatchObject({ code: 'ARTIFACT_DIGEST' });
    expect(state()).toEqual(before);
  });

  test('that is missing is named, with the command that brings it', async () => {
    const release = await world.release();
    const target = await world.target(release);
    const template = release.manifest.templates[0]?.sha256 ?? '';
    await world.accounts.dev.s3.deleteObjects({
      Bucket: artifactBucket('111111111111', 'us-east-1'),
      Delete: { Objects: [{ Key: template }] },
    });
    expect(await failureOf(world.plan(target))).toMatchObject({
      code: 'ARTIFACT_MISSING',
      message: expect.stringContaining(template),
      next: 'slipway release photos   (copies the release to every environment)',
    });
  });
});

describe('a damaged ledger', () => {
  const damages: readonly (readonly [string, string, string])[] = [
    ['a head that is no JSON', head, '{ "schema": 1,'],
    ['a head of another shape', head, '{ "schema": 2 }'],
    ['a record that is no JSON', record, 'gone'],
  ];

  test.each(damages)('%s is named, and nothing is planned or deployed', async (_what, key, text) => {
    const release = await world.release();
    await world.run(release);
    const target = await world.target(await world.release({ memory: 512 }));
    const plan = await world.plan(target);
    world.accounts.dev.s3.plant(ledger, key, text);
    const before = state();

    if (key === head) {
      const failure = await failureOf(world.plan(target));
      expect(failure).toMatchObject({ code: 'LEDGER_DAMAGED', blame: 'user' });
      expect(failure.message).toContain(key);
      expect(await failureOf(world.deploy(target, plan))).toMatchObject({ code: 'LEDGER_DAMAGED' });
    }
    expect(await failureOf(releaseToRollBackTo(target.environment, world.session, null))).toMatchObject({
      code: 'LEDGER_DAMAGED',
      message: expect.stringContaining(key),
    });
    expect(state()).toEqual(before);
  });

  test('shows on the board as that environment’s problem, not as nothing deployed', async () => {
    const release = await world.release();
    await world.run(release);
    await world.run(release, 'sit');
    world.accounts.dev.s3.plant(ledger, head, 'gone');
    const dev = await world.target(release);
    const sit = await world.target(release, 'sit');
    expect(await readStatus(dev.environment, world.session)).toMatchObject({
      head: null,
      problem: expect.stringContaining(head),
    });
    expect(await readStatus(sit.environment, world.session)).toMatchObject({
      head: { release: release.id },
      problem: null,
    });
  });

  test('keeps a release from the next environment: it is not known what passed', async () => {
    const release = await world.release();
    await world.run(release);
    world.accounts.dev.s3.plant(ledger, head, 'gone');
    expect(await failureOf(world.run(release, 'sit'))).toMatchObject({ code: 'LEDGER_DAMAGED' });
    expect(world.accounts.sit.home.executed).toEqual([]);
  });
});
