import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exitCodeFor } from '../../src/cli/exit-codes.ts';
import { World, failureOf, stackOf } from './world.ts';

const canary = 'canary-value-4c';
/** A parameter of `app` that is a dynamic reference, as a file of parameters holds it. */
const password = '"{{resolve:secretsmanager:photos/db:SecretString:canary-key-4c}}"';

let world: World;
beforeEach(async () => {
  world = await World.start();
  world.accounts.dev.secrets.store.set('photos/db', canary);
});
afterEach(() => world[Symbol.asyncDispose]());

const told = (...more: unknown[]): string => JSON.stringify([world.lines, ...more]);

describe('a secret that a plan refers to', () => {
  test('stops the deployment by its name where it was rotated after the approval, and a new plan passes', async () => {
    await world.run(await world.release({ password }));
    const target = await world.target(await world.release({ password, memory: 512 }));
    const plan = await world.plan(target);
    const [head, executed] = [await world.head(target), world.accounts.dev.home.executed.length];
    world.accounts.dev.secrets.store.set('photos/db', `next-${canary}`);

    const error = await failureOf(world.deploy(target, plan));
    expect(error).toMatchObject({
      code: 'PLAN_CHANGED',
      message: expect.stringMatching(
        /the secret photos\/db that app takes has another version than was approved: version [0-9a-f-]{36} of arn:\S+ → version [0-9a-f-]{36} of arn:\S+$/m,
      ),
    });
    expect(exitCodeFor(error.code)).toBe(4);
    expect(world.accounts.dev.home.executed).toHaveLength(executed);
    expect(await world.head(target)).toEqual(head);

    const next = await world.plan(target);
    expect(next.fingerprint).not.toBe(plan.fingerprint);
    const result = await world.deploy(target, next);
    expect(result.outcome).toBe('succeeded');
    expect(told(plan, next, error.message, await world.records(target))).not.toMatch(/canary/);
  });

  test('keeps the fingerprint where it was not rotated: the approved change set itself is executed', async () => {
    await world.run(await world.release({ password }));
    const target = await world.target(await world.release({ password, memory: 512 }));
    const plan = await world.plan(target);
    expect((await world.plan(target)).fingerprint).toBe(plan.fingerprint);
    expect((await world.deploy(target, plan)).outcome).toBe('succeeded');
    expect(world.accounts.dev.home.executed.at(-1)?.changeSet).toBe(stackOf(plan, 'app').changeSet);
  });

  test('stops as well where the change set has to be made anew', async () => {
    await world.run(await world.release({ password }));
    const target = await world.target(await world.release({ password, memory: 512 }));
    const plan = await world.plan(target);
    const { home, secrets } = world.accounts.dev;
    await home.deleteChangeSet({ ChangeSetName: stackOf(plan, 'app').changeSet ?? '' });
    secrets.store.set('photos/db', `next-${canary}`);
    const executed = home.executed.length;
    expect(await failureOf(world.deploy(target, plan))).toMatchObject({
      code: 'PLAN_CHANGED',
      message: expect.stringContaining('the secret photos/db that app takes has another version'),
    });
    expect(home.executed).toHaveLength(executed);
    // Set back to the version that was approved, it is what was approved.
    const versions = await secrets.describeSecret({ SecretId: 'photos/db' });
    const staged = Object.entries(versions.VersionIdsToStages ?? {});
    const [previous = '', current = ''] = ['AWSPREVIOUS', 'AWSCURRENT'].map(
      (stage) => staged.find(([, stages]) => stages.includes(stage))?.[0],
    );
    secrets.store.answer('UpdateSecretVersionStage', {
      SecretId: 'photos/db',
      MoveToVersionId: previous,
      RemoveFromVersionId: current,
    });
    expect((await world.deploy(target, plan)).outcome).toBe('succeeded');
  });

  test('stops a first creation, and one that nobody may describe stops the plan', async () => {
    const target = await world.target(await world.release({ password }));
    const plan = await world.plan(target);
    world.accounts.dev.secrets.store.set('photos/db', `next-${canary}`);
    expect(await failureOf(world.deploy(target, plan))).toMatchObject({
      code: 'PLAN_CHANGED',
      message: expect.stringContaining('the secret photos/db that app takes has another version'),
    });
    expect(world.accounts.dev.home.executed).toEqual([]);
    world.accounts.dev.secrets.store.denied.add('DescribeSecret');
    const error = await failureOf(world.plan(target));
    expect(error).toMatchObject({ code: 'REFERENCE_UNREADABLE' });
    expect(error.message).toContain('the secret photos/db');
    expect(told(error.message, error.next)).not.toMatch(/canary/);
  });
});
