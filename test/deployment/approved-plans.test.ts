import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exitCodeFor } from '../../src/cli/exit-codes.ts';
import { composePlan } from '../../src/plan/compose-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { World, failureOf, stackOf } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world[Symbol.asyncDispose]());

/** The plan made again, as a second run would. */
const again = async (plan: Plan, target: Parameters<World['plan']>[0]): Promise<Plan> => {
  world.clock.pass(3_600_000);
  const next = await world.plan(target);
  for (const [index, stack] of next.stacks.entries()) {
    const before = plan.stacks[index]?.changeSet ?? null;
    if (stack.changeSet !== null) expect(stack.changeSet).not.toBe(before);
  }
  return next;
};

describe('an approved plan', () => {
  test('has one fingerprint however often it is made, and another for each thing that matters', async () => {
    await world.run(await world.release({ edgeFunction: 'one' }));
    const target = await world.target(await world.release({ edgeFunction: 'two', memory: 512 }));
    const plan = await world.plan(target);
    expect((await again(plan, target)).fingerprint).toBe(plan.fingerprint);
    const others = [
      await world.release({ edgeFunction: 'three', memory: 512 }),
      await world.release({ edgeFunction: 'two', memory: 640 }),
      await world.release({ edgeFunction: 'two', memory: 512, text: 'two' }),
      await world.release({ edgeFunction: 'two', memory: 512, description: 'Pictures' }),
    ];
    const digests = [plan.fingerprint];
    for (const release of others) digests.push((await world.plan(await world.target(release))).fingerprint);
    expect(new Set(digests).size).toBe(digests.length);
  });

  test('stops where a change set with another template was put in the place of a nested one', async () => {
    await world.run(await world.release());
    const target = await world.target(await world.release({ memory: 512 }));
    const plan = await world.plan(target);
    const { home } = world.accounts.dev;
    const nested = [...home.sets.sets.values()].find(({ text }) => text.includes('"MemorySize": 512'));
    if (nested === undefined) throw new Error('no nested change set');
    const planted = '"Planted": { "Type": "AWS::IAM::User" },';
    const text = nested.text.replace('"Resources": {', `"Resources": { ${planted}`);
    home.sets.sets.set(nested.arn, { ...nested, text });
    const [head, executed] = [await world.head(target), home.executed.length];

    const error = await failureOf(world.deploy(target, plan));
    expect(error).toMatchObject({
      code: 'PLAN_CHANGED',
      message: expect.stringMatching(/template app\/Api: [0-9a-f]{64} → /),
    });
    expect(exitCodeFor(error.code)).toBe(4);
    expect(home.executed).toHaveLength(executed);
    expect(await world.head(target)).toEqual(head);
  });

  test('stops where a change set says what was approved, and its template not', async () => {
    await world.run(await world.release());
    const target = await world.target(await world.release({ memory: 512 }));
    const plan = await world.plan(target);
    const { home } = world.accounts.dev;
    const root = home.sets.sets.get(stackOf(plan, 'app').changeSet ?? '');
    if (root === undefined) throw new Error('no change set');
    // Its list of changes is the approved one: only the template tells.
    home.sets.sets.set(root.arn, {
      ...root,
      text: root.text.replace('"Outputs": {', '"Outputs": { "More": { "Value": "x" },'),
    });
    expect(await failureOf(world.deploy(target, plan))).toMatchObject({
      code: 'PLAN_CHANGED',
      message: expect.stringContaining('template app: '),
    });
  });
});

describe('a first creation of two stacks, one of which feeds the other', () => {
  test('is approved by lineage: no value stands in the plan, and the second is made with the real one', async () => {
    const release = await world.release({ edgeFunction: 'one' });
    const target = await world.target(release);
    const plan = await world.plan(target);
    const app = stackOf(plan, 'app');
    expect(plan.stacks.map(({ outcome, changeSet }) => [outcome, changeSet])).toEqual([
      ['create', null],
      ['create', null],
    ]);
    expect(app.parameters.find(({ name }) => name === 'EdgeFunction')).toMatchObject({
      before: null,
      after: null,
      deferred: 'edge.FunctionVersionArn',
    });
    expect((await again(plan, target)).fingerprint).toBe(plan.fingerprint);

    const result = await world.deploy(target, plan);
    expect(result.outcome).toBe('succeeded');
    const made = world.accounts.dev.home.sets.store.find('photos-dev-app')?.parameters['EdgeFunction'];
    expect(made).toContain('photos-dev-edge/1-FunctionVersion');
    expect(made).toBe(result.outputs['edge']?.['FunctionVersionArn']);
  });

  test('stops before the second where it would hold more than was approved', async () => {
    const target = await world.target(await world.release({ edgeFunction: 'one' }));
    const plan = await world.plan(target);
    const [edge, app] = [stackOf(plan, 'edge'), stackOf(plan, 'app')];
    const [storage, ...others] = app.root.children;
    if (storage === undefined) throw new Error('no nested stack');
    const less = { ...app, root: { ...app.root, children: [{ ...storage, changes: [] }, ...others] } };
    const approved = composePlan({ ...plan, stacks: [edge, less], clock: world.clock });
    const error = await failureOf(world.deploy(target, approved));
    expect(error).toMatchObject({
      code: 'PLAN_CHANGED',
      message: expect.stringContaining('change app/Storage/Photos: nothing → add AWS::S3::Bucket'),
    });
    expect(world.accounts.dev.edge.statusOf('photos-dev-edge')).toBe('CREATE_COMPLETE');
    expect(world.accounts.dev.home.executed).toEqual([]);
  });
});

describe('a changed edge function', () => {
  async function approvedChange() {
    await world.run(await world.release({ edgeFunction: 'one' }));
    const target = await world.target(await world.release({ edgeFunction: 'two' }));
    return { target, plan: await world.plan(target) };
  }
  const given = (): string | undefined =>
    world.accounts.dev.home.sets.store.find('photos-dev-app')?.parameters['EdgeFunction'];

  test('is planned by its lineage; once it has its version, the dependent stack is planned with that and executed', async () => {
    const { target, plan } = await approvedChange();
    const before = given();
    expect(stackOf(plan, 'app').parameters.find(({ name }) => name === 'EdgeFunction')).toMatchObject({
      deferred: 'edge.FunctionVersionArn',
    });
    const result = await world.deploy(target, plan);
    expect(result.outcome).toBe('succeeded');
    expect(given()).toBe(result.outputs['edge']?.['FunctionVersionArn']);
    expect(given()).not.toBe(before);
    expect(world.accounts.dev.home.executed).toHaveLength(2);
  });

  test('excuses no other difference in the dependent stack', async () => {
    const { target, plan } = await approvedChange();
    const { home, edge } = world.accounts.dev;
    const { store } = home.sets;
    const api = [...store.stacks.values()].find(({ text }) => text.includes('"MemorySize": 256'));
    if (api === undefined) throw new Error('no nested stack');
    // Somebody changes a nested stack of it while the plan waits for approval.
    store.apply(
      api.name,
      api.text.replace('"MemorySize": 256', '"MemorySize": 1024'),
      api.parameters,
      api.tags,
    );
    const executed = home.executed.length;
    const error = await failureOf(world.deploy(target, plan));
    expect(error).toMatchObject({
      code: 'PLAN_CHANGED',
      message: expect.stringContaining('MemorySize: nothing → 1024 → 256'),
    });
    expect(error.message).not.toContain('EDGE');
    expect(edge.executed).toHaveLength(2);
    expect(home.executed).toHaveLength(executed);
  });
});
