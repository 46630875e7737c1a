import { describe, expect, test } from '@jest/globals';
import type { OperationEvent } from '@aws-sdk/client-cloudformation';
import { makeWorld } from './world.ts';
import { photos } from './photos.ts';

const notEmpty: OperationEvent = {
  EventType: 'VALIDATION_ERROR',
  LogicalResourceId: 'PhotosBucket',
  ValidationName: 'AWS::EarlyValidation::BucketEmptiness',
  ValidationFailureMode: 'WARN',
  ValidationStatus: 'FAILED',
  ValidationStatusReason: 'The bucket is not empty',
  ValidationPath: '/Resources/PhotosBucket',
};
const progress: OperationEvent = { EventType: 'STACK_EVENT', OperationStatus: 'SUCCEEDED' };
const skipped: OperationEvent = {
  ...notEmpty,
  ValidationStatus: 'SKIPPED',
  ValidationStatusReason: 'skipped',
};
const hook: OperationEvent = {
  EventType: 'HOOK_INVOCATION_ERROR',
  LogicalResourceId: 'PresignFunction',
  HookType: 'Org::Lambda::Memory',
  HookFailureMode: 'WARN',
  HookStatus: 'HOOK_COMPLETE_FAILED',
  HookStatusReason: 'wants at least 1024 MB',
};

function changed() {
  const world = makeWorld();
  world.deploy(world.release(photos()));
  return { world, release: world.release(photos({ memory: 512, bucketName: 'pictures' })) };
}

describe('what validations and hooks only warn of, although the change set is made', () => {
  test('is told with its place in the tree and in the template, from every page', async () => {
    const { world, release } = changed();
    world.api.events.set('storage', [progress, skipped, notEmpty, notEmpty]);
    world.api.events.set('api', [progress, hook]);
    const plan = await world.plan(release);
    expect(plan.warnings).toEqual([
      expect.stringMatching(
        /^app\/storage\/PhotosBucket: The bucket is not empty \(AWS::EarlyValidation::BucketEmptiness\), storage\.yml line \d+$/,
      ),
      expect.stringMatching(
        /^app\/api\/PresignFunction: wants at least 1024 MB \(Org::Lambda::Memory\), api\.yml line \d+$/,
      ),
    ]);
    expect(plan).toMatchObject({ certainty: 'full', failures: [] });
    expect(plan.changeSet).not.toBeNull();
  });

  test('keeps known secrets to itself', async () => {
    const { world, release } = changed();
    world.api.events.set('', [{ ...notEmpty, ValidationStatusReason: 'found canary-4711 in it' }]);
    const plan = await world.plan(release, { SigningKey: 'canary-4711' });
    expect(plan.warnings.join()).toContain('found •••• (secret) in it');
    expect(JSON.stringify(plan)).not.toContain('canary-4711');
  });

  test('is asked of each change set that was made, and not of an empty one', async () => {
    const { world, release } = changed();
    await world.plan(release);
    const made = [...world.api.sets.values()].filter((set) => set.status === 'CREATE_COMPLETE');
    expect(world.api.calls.filter((call) => call === 'describeEvents')).toHaveLength(made.length);
  });

  test('is missing without the permission, which the plan says once, and stands all the same', async () => {
    const { world, release } = changed();
    world.api.eventsRefusal = Object.assign(new Error('not authorized'), { name: 'AccessDenied' });
    const plan = await world.plan(release);
    expect(plan.warnings).toEqual([expect.stringContaining('cloudformation:DescribeEvents')]);
    expect(plan.outcome).toBe('change');
  });

  test('is nothing where the endpoint is older than the API; another error is one', async () => {
    const { world, release } = changed();
    world.api.eventsRefusal = Object.assign(new Error('Unknown action'), { name: 'InvalidAction' });
    expect((await world.plan(release)).warnings).toEqual([]);
    world.api.eventsRefusal = Object.assign(new Error('Internal failure'), { name: 'InternalFailure' });
    await expect(world.plan(release)).rejects.toThrow('Internal failure');
  });
});

describe('a validation that fails a nested change set', () => {
  test('is told in full, at the line of the property that it names, with the changes that could be seen', async () => {
    const { world, release } = changed();
    world.api.failures.set(
      'api',
      'The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation].',
    );
    world.api.failedShowChanges = true;
    world.api.events.set('api', [
      progress,
      {
        EventType: 'VALIDATION_ERROR',
        ValidationName: 'AWS::EarlyValidation::PropertyValidation',
        ValidationFailureMode: 'FAIL',
        ValidationStatus: 'FAILED',
        ValidationStatusReason: '512 is more than 256',
        ValidationPath: '/Resources/PresignFunction/Properties/MemorySize',
      },
    ]);
    const plan = await world.plan(release);
    expect(plan.failures).toEqual([
      {
        path: ['api'],
        reason: expect.stringContaining(
          'PresignFunction.MemorySize: 512 is more than 256 (AWS::EarlyValidation::PropertyValidation)',
        ),
        at: expect.objectContaining({ file: 'api.yml' }),
      },
    ]);
    const api = photos({ memory: 512, bucketName: 'pictures' })['api.yml'];
    const line = JSON.stringify(api, null, 2).split('\n')[(plan.failures[0]?.at?.line ?? 0) - 1];
    expect(line).toContain('"MemorySize": 512');
    expect(plan.warnings.filter((each) => each.includes('512 is more'))).toHaveLength(1);
  });
});

describe('children that fail together', () => {
  test('are all named, although the root names the first and lists none until all have ended', async () => {
    const { world, release } = changed();
    world.api.listsLate = true;
    world.api.polls = 4;
    world.api.failures.set('storage', 'Internal failure');
    world.api.failures.set('api', 'Access denied for operation X');
    const plan = await world.plan(release);
    expect(plan.failures.map(({ path, reason }) => [path.join('/'), reason])).toEqual([
      ['storage', 'Internal failure'],
      ['api', 'Access denied for operation X'],
    ]);
    expect(plan.failures.every(({ at }) => at?.file === 'root.yml')).toBe(true);
    expect(plan).toMatchObject({ changeSet: null, certainty: 'partial' });
  });

  test('one for unresolved inputs and one for real: the real one is not lost in the fallback', async () => {
    const { world, release } = changed();
    world.api.failures.set('alarms', 'Template error: Fn::Select cannot select nonexistent value at index 1');
    world.api.failures.set('api', 'Access denied for operation X');
    const plan = await world.plan(release);
    expect(plan.failures.map(({ path }) => path.join('/')).sort()).toEqual(['alarms', 'api']);
    expect(plan.changeSet).toBeNull();
  });

  test('a value that is known and breaks its pattern is wrong, not unknown: nothing falls back', async () => {
    const world = makeWorld();
    const sources = photos();
    const release = world.release(sources);
    world.deploy(release);
    world.api.failures.set('storage', "Parameter 'Stage' must match pattern prod|sit");
    const plan = await world.plan(world.release(photos({ memory: 512 })));
    expect(plan.failures).toHaveLength(1);
    expect(plan.changeSet).toBeNull();
    expect([...world.api.sets.values()].some(({ name }) => name.endsWith('-root'))).toBe(false);
  });
});
