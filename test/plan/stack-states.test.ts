import { describe, expect, test } from '@jest/globals';
import { makeWorld, shown } from './world.ts';
import { photos } from './photos.ts';

describe('a stack that is not there', () => {
  test('is planned from its template, and nothing is made', async () => {
    const world = makeWorld();
    const plan = await world.plan(world.release(photos()));
    expect(plan).toMatchObject({
      outcome: 'create',
      changeSet: null,
      certainty: 'full',
      root: { status: 'create' },
    });
    expect(shown(plan)).toEqual([
      'storage/PhotosBucket add',
      'storage/BucketPolicy add',
      'api/PresignFunction add',
      'api/PresignRole add',
      'alarms/Topic add',
      'alarms/ErrorAlarm add',
    ]);
    expect(world.api.calls).toEqual([]);
  });

  test('leaves out what conditions switch off', async () => {
    const world = makeWorld();
    const sources = {
      'root.yml': {
        Parameters: { Stage: { Type: 'String' } },
        Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
        Resources: {
          Always: { Type: 'AWS::SQS::Queue' },
          OnlyInProd: { Type: 'AWS::SQS::Queue', Condition: 'IsProd' },
        },
      },
    };
    expect(shown(await world.plan(world.release(sources), { Stage: 'dev' }))).toEqual(['Always add']);
    expect(shown(await world.plan(world.release(sources), { Stage: 'prod' }))).toEqual([
      'Always add',
      'OnlyInProd add',
    ]);
    const deferred = { value: null, lineage: 'edge.Stage', deferred: true, secret: false };
    expect(shown(await world.plan(world.release(sources), { Stage: deferred }))).toEqual([
      'Always add',
      'OnlyInProd add possible',
    ]);
  });

  test('gets a change set of type CREATE when it is to be deployed, with the same additions', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    const approved = await world.plan(release);
    const plan = await world.plan(release, {}, { absent: 'by-change-set' });
    expect(shown(plan)).toEqual(shown(approved));
    expect(plan.changeSet).toMatch(/:changeSet\//);
    await world.api.executeChangeSet({ ChangeSetName: plan.changeSet ?? '' });
    expect(shown(await world.plan(release))).toEqual([]);
  });

  test('and only in review is absent as well', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.api.store.review('photos-dev-app');
    expect(await world.plan(release)).toMatchObject({ outcome: 'create' });
    expect(await world.plan(release, {}, { absent: 'by-change-set' })).toMatchObject({ outcome: 'create' });
  });
});

describe('a stack in a bad state', () => {
  const states: readonly (readonly [string, string])[] = [
    ['UPDATE_IN_PROGRESS', 'STACK_BUSY'],
    ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'STACK_BUSY'],
    ['UPDATE_ROLLBACK_FAILED', 'STACK_STUCK'],
    ['DELETE_FAILED', 'STACK_STUCK'],
  ];
  test.each(states)('%s is %s, with what to do', async (status, code) => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    Object.assign(world.api.store.find('photos-dev-app') ?? {}, { status });
    await expect(world.plan(release)).rejects.toMatchObject({ code, next: expect.stringMatching(/./) });
    expect(world.api.sets.size).toBe(0);
  });

  test('ROLLBACK_COMPLETE is planned as a creation, and said', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    Object.assign(world.api.store.find('photos-dev-app') ?? {}, { status: 'ROLLBACK_COMPLETE' });
    const plan = await world.plan(release);
    expect(plan.outcome).toBe('create');
    expect(plan.warnings[0]).toContain('left over');
    await expect(world.plan(release, {}, { absent: 'by-change-set' })).rejects.toMatchObject({
      code: 'STACK_LEFTOVER',
    });
  });
});
