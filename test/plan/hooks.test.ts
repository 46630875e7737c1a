import { describe, expect, test } from '@jest/globals';
import { photos } from './photos.ts';
import { makeWorld } from './world.ts';

const encryption = { TypeName: 'Org::S3::Encryption', FailureMode: 'FAIL' as const };
const naming = { TypeName: 'Org::S3::Naming', FailureMode: 'WARN' as const };

function changed() {
  const world = makeWorld();
  world.deploy(world.release(photos()));
  const release = world.release(photos({ memory: 512, bucketName: 'pictures' }));
  world.api.hooks.set('PhotosBucket', [encryption, naming]).set('PresignFunction', [encryption]);
  return { world, release };
}

const counts = [
  'app/storage: 2 hooks look at it before it changes anything',
  'app/api: 1 hook looks at it before it changes anything',
];

describe('hooks that are going to look at changes', () => {
  test('are told by name, with what they look at and whether they can stop it, all pages', async () => {
    const { world, release } = changed();
    const plan = await world.plan(release);
    expect(plan.warnings).toEqual([
      expect.stringMatching(
        /^app\/storage\/PhotosBucket: the hook Org::S3::Encryption looks at it before it changes, and can stop the deployment, storage\.yml line \d+$/,
      ),
      expect.stringMatching(
        /^app\/storage\/PhotosBucket: the hook Org::S3::Naming looks at it before it changes, and only warns, storage\.yml line \d+$/,
      ),
      expect.stringMatching(/^app\/api\/PresignFunction: the hook Org::S3::Encryption .* api\.yml line \d+$/),
    ]);
    expect(plan).toMatchObject({ certainty: 'full', failures: [] });
  });

  test('are asked for only where a change says that there are some', async () => {
    const { world, release } = changed();
    world.api.hooks.clear();
    await world.plan(release);
    expect(world.api.calls).not.toContain('describeChangeSetHooks');
  });

  test('are waited for while they are planned, and counted where no plan of them comes', async () => {
    const { world, release } = changed();
    world.api.hookRounds = 3;
    expect((await world.plan(release)).warnings).toHaveLength(3);
    world.api.hookRounds = 1000;
    expect((await world.plan(release)).warnings).toEqual(counts);
    world.api.hookRounds = null;
    expect((await world.plan(release)).warnings).toEqual(counts);
  });

  test('are counted without the permission, with its name, and the plan stands', async () => {
    const { world, release } = changed();
    world.api.hooksRefusal = Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' });
    const plan = await world.plan(release);
    expect(plan.warnings).toEqual(
      counts.map((line) => `${line}; which, takes the permission cloudformation:DescribeChangeSetHooks`),
    );
    expect(plan.changeSet).not.toBeNull();
  });

  test('are counted where the endpoint is older than the call; another error is one', async () => {
    const { world, release } = changed();
    world.api.hooksRefusal = Object.assign(new Error('Unknown action'), { name: 'InvalidAction' });
    expect((await world.plan(release)).warnings).toEqual(counts);
    world.api.hooksRefusal = Object.assign(new Error('Internal failure'), { name: 'InternalFailure' });
    await expect(world.plan(release)).rejects.toThrow('Internal failure');
  });
});
