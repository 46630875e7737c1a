import { describe, expect, test } from '@jest/globals';
import { composePlan } from '../../../src/plan/compose-plan.ts';
import { parsePlan } from '../../../src/plan/parse-plan.ts';
import type { Plan, StackPlan } from '../../../src/plan/plan.ts';
import { photos } from '../photos.ts';
import { makeWorld } from '../world.ts';
import { deployed, driftOf, given, presign, told } from './drift-world.ts';

describe('a plan that is asked for drift', () => {
  test('says that it overwrites the property that was changed by hand, deep in a nested stack', async () => {
    const world = deployed();
    world.drift.byHand(presign, { MemorySize: 1024 });
    const drift = await driftOf(world, photos({ memory: 512 }));
    expect(drift.drifted.map(told)).toEqual([
      'api/PresignFunction overwritten: MemorySize overwritten 256→1024 becomes 512',
    ]);
    expect(drift).toMatchObject({ looked: 'now', checked: 1, unknown: [] });
  });

  test('tells what it sets from what only stands in the same resource', async () => {
    const world = deployed();
    world.drift.byHand(presign, {
      MemorySize: 1024,
      Environment: { Variables: { BUCKET: 'by-hand', SIGNING_KEY: given.SigningKey, LOGS: '' } },
    });
    const { drifted } = await driftOf(world, photos({ memory: 512 }));
    expect(drifted.map(told)).toEqual([
      'api/PresignFunction overwritten: MemorySize overwritten 256→1024 becomes 512, Environment.Variables.BUCKET possible photos-dev-app-storage-2-PhotosBucket-4→by-hand',
    ]);
  });

  test('says that nothing is overwritten where the template comes to say what was done by hand', async () => {
    const world = deployed();
    world.drift.byHand(presign, { MemorySize: 512 });
    const { drifted } = await driftOf(world, photos({ memory: 512 }));
    expect(drifted.map(told)).toEqual([
      'api/PresignFunction adopted: MemorySize adopted 256→512 becomes 512',
    ]);
  });

  test('looks at nothing that stays as it is: its drift can’t be overwritten', async () => {
    const world = deployed();
    world.drift.byHand('photos-dev-app/storage/PhotosBucket', { BucketName: 'by-hand' });
    const drift = await driftOf(world, photos({ memory: 512 }));
    expect(drift.drifted).toEqual([]);
    expect(world.drift.asked).toEqual([['PresignFunction']]);
  });

  test('with no changes there is nothing to ask', async () => {
    const world = deployed();
    expect(await driftOf(world, photos())).toEqual({
      looked: 'now',
      checked: 0,
      checkedAt: null,
      drifted: [],
      unknown: [],
    });
    expect(world.drift.calls).toEqual([]);
  });

  test('says that an update fails for a resource that somebody deleted', async () => {
    const world = deployed();
    world.drift.byHand(presign, 'deleted');
    const { drifted } = await driftOf(world, photos({ memory: 512 }));
    expect(drifted).toMatchObject([{ status: 'deleted', effect: 'fails', properties: [] }]);
  });

  test('a replacement loses what was changed by hand, and needs nothing of what was deleted', async () => {
    const world = deployed();
    world.drift.byHand('photos-dev-app/storage/PhotosBucket', { Tags: [{ Key: 'stage', Value: 'by-hand' }] });
    const after = photos({ bucketName: 'pictures' });
    expect((await driftOf(world, after)).drifted.map(told)).toEqual([
      'storage/PhotosBucket lost: Tags.0.Value lost dev→by-hand',
    ]);
    world.drift.byHand('photos-dev-app/storage/PhotosBucket', 'deleted');
    expect((await driftOf(world, after)).drifted.map(told)).toEqual(['storage/PhotosBucket gone']);
  });

  test('a removal loses it, unless the resource is kept', async () => {
    const topic = (policy: string) => ({
      Topic: { Type: 'AWS::SNS::Topic', DeletionPolicy: policy, Properties: { DisplayName: 'photos' } },
    });
    for (const [policy, effect] of [
      ['Delete', 'lost'],
      ['Retain', 'stays'],
    ] as const) {
      const world = deployed(photos({ extra: topic(policy) }));
      world.drift.byHand('photos-dev-app/storage/Topic', { DisplayName: 'by hand' });
      expect((await driftOf(world, photos())).drifted.map(({ effect: told }) => told)).toEqual([effect]);
    }
  });

  test('a change of a policy alone asks the service nothing, so drift stays', async () => {
    const world = deployed();
    world.drift.byHand('photos-dev-app/storage/PhotosBucket', { BucketName: 'by-hand' });
    const { drifted } = await driftOf(world, photos({ bucketPolicy: 'Retain' }));
    expect(drifted.map(told)).toContain('storage/PhotosBucket stays: BucketName stays photos-dev→by-hand');
  });

  test('looks into a nested stack that is removed', async () => {
    const world = deployed();
    world.drift.byHand('photos-dev-app/alarms/ErrorAlarm', { Dimension: 'by-hand' });
    const without = JSON.parse(JSON.stringify(photos())) as {
      'root.yml': { Resources: Record<string, unknown> };
    };
    delete without['root.yml'].Resources['alarms'];
    const { drifted } = await driftOf(world, without);
    expect(drifted.map(({ path, effect }) => [...path, effect])).toEqual([['alarms', 'ErrorAlarm', 'lost']]);
  });

  test('the worst comes first', async () => {
    const sources = (size: number) =>
      photos({
        memory: size,
        extra: { Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: `size ${size}` } } },
      });
    const world = deployed(sources(256));
    world.drift.byHand('photos-dev-app/storage/Topic', { DisplayName: 'by hand' });
    world.drift.byHand(presign, 'deleted');
    const { drifted } = await driftOf(world, sources(512));
    expect(drifted.map(({ effect }) => effect)).toEqual(['fails', 'overwritten']);
  });
});

describe('drift in a plan', () => {
  const after = photos({ memory: 512 });

  function whole(stack: StackPlan): Plan {
    return composePlan({
      system: 'photos',
      environment: 'dev',
      account: '111111111111',
      release: 'a'.repeat(64),
      baseRelease: null,
      stacks: [stack],
      site: null,
      clock: { now: () => 0 },
    });
  }

  test('is not part of the fingerprint: what was approved is what runs, whatever drifts meanwhile', async () => {
    const world = deployed();
    const release = world.release(after);
    const plain = await world.plan(release, given);
    world.drift.byHand(presign, { MemorySize: 1024 });
    const drift = { look: 'now' as const, api: () => Promise.resolve(world.drift) };
    const asked = await world.plan(release, given, { drift });
    expect(asked.drift?.drifted).toHaveLength(1);
    expect(plain.drift).toBeUndefined();
    expect(whole(asked).fingerprint).toBe(whole(plain).fingerprint);
  });

  test('goes through a plan file', async () => {
    const world = deployed();
    world.drift.byHand(presign, { MemorySize: 1024 });
    world.drift.refusals.set('describeStackResourceDrifts', []);
    const drift = { look: 'now' as const, api: () => Promise.resolve(world.drift) };
    const plan = whole(await world.plan(world.release(after), given, { drift }));
    expect(parsePlan(JSON.stringify(plan), 'plan.json')).toEqual(plan);
  });

  test('a stack that is not there has none', async () => {
    const world = makeWorld();
    const drift = { look: 'now' as const, api: () => Promise.resolve(world.drift) };
    const plan = await world.plan(world.release(after), given, { drift });
    expect(plan.drift).toEqual({
      looked: 'now',
      checked: 0,
      checkedAt: null,
      drifted: [],
      unknown: [],
    });
    expect(world.drift.calls).toEqual([]);
  });
});
