import { describe, expect, test } from '@jest/globals';
import { denied } from '../../fakes/cloudformation/drift/fake-drift.ts';
import { photos } from '../photos.ts';
import { deployed, driftOf, given, presign } from './drift-world.ts';

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
