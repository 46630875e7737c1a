import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { publicOutputs } from '../../src/deployment/public-outputs.ts';
import { artifactBucket } from '../../src/deployment/target.ts';
import { maskedSecret } from '../../src/template/evaluated.ts';
import type { Version } from './photos.ts';
import { World, failureOf } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world[Symbol.asyncDispose]());

const canaries = {
  password: 'canary-password-77d1',
  before: 'canary-before-1c9e',
  after: 'canary-after-58ab',
};
const all = Object.values(canaries);
const found = (...texts: readonly unknown[]): readonly string[] =>
  all.filter((canary) => JSON.stringify(texts).includes(canary));

describe('a secret that one root stack gives to another', () => {
  const first = { password: canaries.password, token: canaries.before };

  test('is masked in a plain parameter, in what is computed from it, and in the nested stack that gets it', async () => {
    await world.run(await world.release(first));
    const release = await world.release({ ...first, token: canaries.after, memory: 512 });
    const target = await world.target(release);
    const plan = await world.plan(target);
    expect(found(plan, world.lines)).toEqual([]);
    const app = plan.stacks.find(({ stack }) => stack === 'app');
    expect(app?.parameters.find(({ name }) => name === 'Token')).toEqual({
      name: 'Token',
      before: maskedSecret,
      after: maskedSecret,
      secret: true,
      deferred: 'edge.Token',
    });
    const result = await world.deploy(target, plan);
    expect(result.outcome).toBe('succeeded');
    expect(
      found(
        result.plan,
        result.record,
        world.events.filter(({ kind }) => kind === 'stack-event'),
      ),
    ).toEqual([]);
    expect(found(await publicOutputs(target, result.outputs))).toEqual([]);

    const again = await world.plan(
      await world.target(await world.release({ ...first, token: canaries.after })),
    );
    expect(found(again)).toEqual([]);
    const function_ = again.stacks[1]?.root.children.flatMap(({ changes }) => changes);
    expect(function_).toMatchObject([{ logicalId: 'Presign', properties: [{ path: 'MemorySize' }] }]);
  });

  test('shows that it changes once the stack that gives it has run', async () => {
    await world.run(await world.release(first));
    const release = await world.release({ ...first, token: canaries.after });
    await world.run(release);
    // `app` alone is put back: its next plan reads the output that stands.
    const { store } = world.accounts.dev.home.sets;
    const stack = store.find('photos-dev-app');
    if (stack === undefined) throw new Error('no stack');
    const before = { ...stack.parameters, Token: `token-${canaries.before}` };
    store.apply(stack.name, stack.text, before, stack.tags);
    const plan = await world.plan(await world.target(release));
    expect(found(plan, world.lines)).toEqual([]);
    const [, app] = plan.stacks;
    expect(app?.parameters.find(({ name }) => name === 'Token')).toMatchObject({
      secret: true,
      deferred: null,
    });
    expect(app?.root.children.flatMap(({ changes }) => changes)).toMatchObject([
      {
        logicalId: 'Presign',
        properties: [
          { path: 'Environment.Variables.TOKEN', before: maskedSecret, after: maskedSecret, secret: true },
        ],
      },
    ]);
  });

  test('is asked for again where it has come out otherwise than the approved change set was made with', async () => {
    await world.run(await world.release(first));
    const release = await world.release({ ...first, token: canaries.after, memory: 512 });
    const target = await world.target(release);
    const plan = await world.plan(target);
    const result = await world.deploy(target, plan);
    expect(result.outcome).toBe('succeeded');
    const stack = world.accounts.dev.home.sets.store.find('photos-dev-app');
    expect(stack?.parameters['Token']).toBe(`token-${canaries.after}`);
  });
});

describe('a secret that the release before gave from one root stack to another', () => {
  const before = { password: canaries.password, token: canaries.before };

  test.each<[string, Version]>([
    ['is gone', { password: canaries.password }],
    ['has a value of its own', { ...before, token: 'made-up', tokenFrom: 'value' }],
    ['is no secret any more', { ...before, token: 'made-up', tokenFrom: 'open-edge' }],
  ])('stays masked where the parameter %s', async (_, version) => {
    await world.run(await world.release(before));
    const target = await world.target(await world.release({ ...version, memory: 512 }));
    const plan = await world.plan(target);
    expect(found(plan, world.lines)).toEqual([]);
    const [, app] = plan.stacks;
    expect(app?.parameters.find(({ name }) => name === 'Token')).toMatchObject({ before: maskedSecret });
    const function_ = app?.root.children.flatMap(({ changes }) => changes);
    expect(function_).toMatchObject([{ logicalId: 'Presign' }]);
    expect(function_?.[0]?.properties).toContainEqual(
      expect.objectContaining({ path: 'MemorySize', before: '256', after: '512' }),
    );
    world.events.length = 0;
    const result = await world.deploy(target, plan);
    expect(result.outcome).toBe('succeeded');
    const told = world.events.filter(({ kind }) => kind !== 'stack-finished');
    expect(found(result.plan, result.record, told, world.lines)).toEqual([]);
  });

  test('is looked for in every parameter that changes where that release can’t be read any more', async () => {
    const deployed = await world.release(before);
    await world.run(deployed);
    const target = await world.target(await world.release({ password: canaries.password, memory: 512 }));
    const { s3, id } = world.accounts.dev;
    const Bucket = artifactBucket(id, target.environment.regions.home);
    await s3.deleteObjects({ Bucket, Delete: { Objects: [{ Key: deployed.id }] } });
    const plan = await world.plan(target);
    expect(found(plan, world.lines)).toEqual([]);
    expect(world.lines.join('\n')).toContain(`release ${deployed.id.slice(0, 8)}`);
    const [, app] = plan.stacks;
    expect(app?.parameters.find(({ name }) => name === 'Token')).toMatchObject({ before: maskedSecret });
    expect(app?.parameters.find(({ name }) => name === 'Stage')).toMatchObject({
      before: 'dev',
      after: 'dev',
    });
    expect(await world.deploy(target, plan)).toMatchObject({ outcome: 'succeeded' });
  });
});

describe('what CloudFormation says while it deploys', () => {
  const reason = `Value [${canaries.password}] and bearer token-${canaries.after} are not valid (Service: Lambda)`;

  test('quotes no secret: not in an event, a cause, the ledger or a log', async () => {
    const first = { password: canaries.password, token: canaries.before };
    await world.run(await world.release(first));
    const release = await world.release({ ...first, token: canaries.after, memory: 512 });
    world.accounts.dev.home.failing.set('Presign', reason);
    world.events.length = 0;
    const result = await world.run(release);
    expect(result).toMatchObject({
      outcome: 'deploy-failed',
      failure: { cause: { reason: expect.stringContaining(`Value [${maskedSecret}]`) } },
      record: { cause: expect.stringContaining(maskedSecret) },
    });
    const records = await world.records(await world.target(release));
    expect(found(result.failure, result.record, records, world.lines)).toEqual([]);
    expect(found(world.events.filter(({ kind }) => kind !== 'stack-finished'))).toEqual([]);
    const finished = world.events.filter((event) => event.kind === 'stack-finished' && event.stack === 'app');
    expect(found(finished)).toEqual([]);
  });

  test('nor in a first creation, and not in what is said of its rests afterwards', async () => {
    const version = { password: canaries.password, token: canaries.after };
    world.accounts.dev.home.failing.set('Presign', reason);
    const release = await world.release(version);
    const result = await world.run(release);
    expect(result.outcome).toBe('deploy-failed');
    const plan = await world.plan(await world.target(release));
    expect(found(result.failure, result.record, plan, world.lines)).toEqual([]);
  });

  test('nor in a refusal, which is still known for what it is', async () => {
    const release = await world.release({ password: canaries.password, token: canaries.after });
    const target = await world.target(release);
    const plan = await world.plan(target);
    world.accounts.dev.home.sets.refusal = Object.assign(new Error(reason), { name: 'ValidationError' });
    const error = await failureOf(world.deploy(target, plan));
    expect(error).toMatchObject({
      code: 'TEMPLATE_REJECTED',
      message: expect.stringContaining(maskedSecret),
    });
    expect(found(error.message, String(error.stack), await world.records(target))).toEqual([]);
  });
});
