import { describe, expect, test } from '@jest/globals';
import { composePlan } from '../../../src/plan/compose-plan.ts';
import type { DriftedResource, StackDrift } from '../../../src/plan/drift/drift.ts';
import { parsePlan } from '../../../src/plan/parse-plan.ts';
import type { Plan, StackPlan } from '../../../src/plan/plan.ts';
import { denied } from '../../fakes/cloudformation/drift/fake-drift.ts';
import { photos } from '../photos.ts';
import { makeWorld, type Sources } from '../world.ts';

type World = ReturnType<typeof makeWorld>;
const given = { SigningKey: 'canary-signing-key' };

function deployed(sources: Sources = photos()): World {
  const world = makeWorld();
  world.deploy(world.release(sources), given);
  return world;
}

async function driftOf(world: World, after: Sources, look: 'now' | 'last' = 'now'): Promise<StackDrift> {
  const plan = await world.plan(world.release(after), given, {
    drift: { look, api: () => Promise.resolve(world.drift) },
  });
  if (plan.drift === undefined) throw new Error('the plan tells of no drift');
  return plan.drift;
}

/** `api/PresignFunction overwritten: MemorySize overwritten 256→1024 becomes 512` */
function told({ path, effect, properties }: DriftedResource): string {
  const each = properties.map(
    (property) =>
      `${property.path} ${property.effect} ${property.expected ?? '-'}→${property.actual ?? '-'}${property.becomes === null ? '' : ` becomes ${property.becomes}`}`,
  );
  return `${path.join('/')} ${effect}${each.length > 0 ? `: ${each.join(', ')}` : ''}`;
}

const presign = 'photos-dev-app/api/PresignFunction';

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

describe('what nobody knows is told as unknown', () => {
  const after = photos({ memory: 512 });

  test('a refused detection, with its reason, for every resource that it was for', async () => {
    const world = deployed();
    world.drift.refusals.set('detectStackDrift', denied('cloudformation:DetectStackDrift'));
    const drift = await driftOf(world, after);
    expect(drift).toMatchObject({ checked: 0, drifted: [] });
    expect(drift.unknown).toMatchObject([{ path: ['api'], resources: ['PresignFunction'] }]);
    expect(drift.unknown[0]?.because).toMatch(/^AccessDenied: .*cloudformation:DetectStackDrift/);
  });

  test('clients that can’t be had', async () => {
    const world = deployed();
    const plan = await world.plan(world.release(after), given, {
      drift: { look: 'now', api: () => Promise.reject(new Error('no credentials for the role watch')) },
    });
    expect(plan.drift?.unknown).toMatchObject([{ because: 'Error: no credentials for the role watch' }]);
    expect(plan.outcome).toBe('change');
  });

  test('a mistake of ours is none of it', async () => {
    const world = deployed();
    const look = { look: 'now' as const, api: () => Promise.reject(new TypeError('x is not a function')) };
    await expect(world.plan(world.release(after), given, { drift: look })).rejects.toThrow(TypeError);
  });

  test('a type that drift detection does not know', async () => {
    const world = deployed();
    world.drift.unsupported.add('AWS::Lambda::Function');
    expect((await driftOf(world, after)).unknown).toEqual([
      { path: ['api'], resources: ['PresignFunction'], because: 'drift detection does not know its type' },
    ]);
  });

  test('a resource that can’t be read, while the others of its stack are told', async () => {
    const world = deployed();
    const both = photos({ memory: 512, apiOutput: 'x' });
    const files = JSON.parse(JSON.stringify(both)) as {
      'api.yml': { Resources: { PresignRole: { Properties: unknown } } };
    };
    files['api.yml'].Resources.PresignRole.Properties = { Resource: 'all' };
    world.drift.unreadable.set('PresignRole', 'not authorized to perform: iam:GetRole');
    world.drift.byHand(presign, { MemorySize: 1024 });
    const drift = await driftOf(world, files);
    expect(drift.drifted.map(({ effect }) => effect)).toEqual(['overwritten']);
    expect(drift.unknown).toEqual([
      { path: ['api'], resources: ['PresignRole'], because: 'not authorized to perform: iam:GetRole' },
    ]);
  });

  test('what an earlier detection found is no answer to one that failed now', async () => {
    const world = deployed();
    world.drift.byHand(presign, { MemorySize: 1024 });
    expect((await driftOf(world, after)).drifted).toHaveLength(1);
    await world.clock.sleep(60_000);
    world.drift.unsupported.add('AWS::Lambda::Function');
    expect(await driftOf(world, after)).toMatchObject({ checked: 0, drifted: [] });
  });

  test('a stack in a state in which drift can’t be detected', async () => {
    const world = deployed();
    for (const stack of world.api.store.stacks.values())
      if (stack.name.includes('-api-')) stack.status = 'IMPORT_COMPLETE';
    const { unknown } = await driftOf(world, after);
    expect(unknown[0]?.because).toMatch(/while it is in \[IMPORT_COMPLETE\] state/);
  });
});

describe('detection', () => {
  const after = photos({ memory: 512, bucketName: 'pictures' });

  test('goes stack by stack, asks for each until it has ended, and reads all pages', async () => {
    const world = deployed();
    Object.assign(world.drift, { polls: 3, pageSize: 1 });
    world.drift.byHand(presign, { MemorySize: 1024 });
    world.drift.byHand('photos-dev-app/storage/PhotosBucket', { BucketName: 'by-hand' });
    const { drifted, unknown } = await driftOf(world, after);
    expect(drifted.map(({ path }) => path[0]).sort()).toEqual(['api', 'storage']);
    expect(unknown).toEqual([]);
    expect(world.drift.calls.filter((call) => call === 'detectStackDrift')).toHaveLength(
      world.drift.asked.length,
    );
  });

  test('gives up after ten minutes, and says so', async () => {
    const world = deployed();
    world.drift.polls = 1_000_000;
    const began = world.clock.now();
    const { unknown } = await driftOf(world, photos({ memory: 512 }));
    expect(unknown).toMatchObject([{ because: 'detection had not ended after the time it was given' }]);
    const took = (world.clock.now() - began) / 60_000;
    expect(took).toBeGreaterThanOrEqual(10);
    expect(took).toBeLessThan(11);
    expect(world.drift.calls.length).toBeLessThan(200);
  });

  test('waits for somebody else’s, and then looks itself', async () => {
    const world = deployed();
    world.drift.byHand(presign, { MemorySize: 1024 });
    const busy = new Error('Drift detection is already in progress for stack [x]');
    world.drift.refusals.set('detectStackDrift', [busy, busy]);
    expect((await driftOf(world, photos({ memory: 512 }))).drifted).toHaveLength(1);
  });

  test('goes on, slower, when it is throttled', async () => {
    const world = deployed();
    world.drift.byHand(presign, { MemorySize: 1024 });
    const throttled = Object.assign(new Error('Rate exceeded'), { name: 'Throttling' });
    world.drift.refusals.set('describeStackDriftDetectionStatus', [throttled, throttled, throttled]);
    expect((await driftOf(world, photos({ memory: 512 }))).drifted).toHaveLength(1);
  });

  test('ends with the run', async () => {
    const world = deployed();
    world.drift.polls = 1_000_000;
    const controller = new AbortController();
    const drift = {
      look: 'now' as const,
      api: () => {
        controller.abort(new Error('broken off'));
        return Promise.resolve(world.drift);
      },
    };
    const planned = world.plan(world.release(after), given, { drift, signal: controller.signal });
    await expect(planned).rejects.toThrow('broken off');
  });
});

describe('the last detection', () => {
  const after = photos({ memory: 512 });

  test('is read, and nothing is detected', async () => {
    const world = deployed();
    world.drift.byHand(presign, { MemorySize: 1024 });
    await driftOf(world, after);
    world.drift.calls.length = 0;
    world.drift.byHand(presign, { MemorySize: 2048 });
    const drift = await driftOf(world, after, 'last');
    expect(drift.looked).toBe('last');
    expect(drift.drifted[0]?.properties[0]?.actual).toBe('1024');
    expect(drift.checkedAt).toBe(drift.drifted[0]?.checkedAt);
    expect(world.drift.calls).not.toContain('detectStackDrift');
  });

  test('what it has not looked at is unknown', async () => {
    const world = deployed();
    const { checked, unknown } = await driftOf(world, after, 'last');
    expect(checked).toBe(0);
    expect(unknown).toMatchObject([
      {
        resources: ['PresignFunction'],
        because: 'no detection has looked at it since its stack was last updated',
      },
    ]);
  });

  test('what it found before the stack was updated counts no more', async () => {
    const world = deployed();
    world.drift.byHand(presign, { MemorySize: 1024 });
    await driftOf(world, after);
    const api = [...world.api.store.stacks.values()].find(({ name }) => name.includes('-api-'));
    world.drift.updated.set(api?.id ?? '', new Date(world.clock.now() + 1));
    expect(await driftOf(world, after, 'last')).toMatchObject({ checked: 0, drifted: [] });
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
