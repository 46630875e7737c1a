import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Invocation } from '../../src/cli/command.ts';
import { deployOne, type DeployOptions } from '../../src/cli/deploy-one.ts';
import type { DeploymentResult } from '../../src/deployment/result.ts';
import type { Target } from '../../src/deployment/target.ts';
import { World, failureOf } from '../deployment/world.ts';
import { recordedIo } from './record.ts';

let world: World;
let written: ReturnType<typeof recordedIo>['written'];
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world[Symbol.asyncDispose]());

async function deploy(
  target: Target,
  options: DeployOptions & { readonly json?: boolean } = {},
  answer: string | null = null,
): Promise<DeploymentResult> {
  const { io, written: streams } = recordedIo({
    ask: answer === null ? null : () => Promise.resolve(answer),
    signal: world.session.signal,
  });
  written = streams;
  const invocation: Invocation<DeployOptions> = {
    io,
    root: '/',
    options,
    talks: options.json !== true,
  };
  return deployOne({ invocation, session: world.session, target, kind: 'deploy', planned: null });
}

/** The release runs in dev and sit; the target is prod. */
async function beforeProd(): Promise<Target> {
  const release = await world.release();
  await world.run(release);
  await world.run(release, 'sit');
  return world.target(release, 'prod');
}

describe('an environment that a person approves', () => {
  test('shows its plan and stops where nobody can be asked; nothing is changed', async () => {
    const target = await beforeProd();
    const failure = await failureOf(deploy(target));
    expect(failure.code).toBe('NOT_APPROVED');
    expect(written.out).toContain('photos');
    expect(failure.next).toMatch(/--approve [0-9a-f]{8}$/);
    expect(world.accounts.prod.home.executed).toEqual([]);
    expect(world.accounts.prod.writes).toEqual([]);
  });

  test('is deployed with the fingerprint that was shown', async () => {
    const target = await beforeProd();
    const failure = await failureOf(deploy(target));
    const shown = /--approve ([0-9a-f]{8})$/.exec(failure.next ?? '')?.[1] ?? '';
    expect(written.out).toContain(shown);
    expect(await deploy(target, { approve: shown })).toMatchObject({ outcome: 'succeeded' });
  });

  test('asks nobody where nothing would change', async () => {
    const target = await beforeProd();
    await deploy(target, { yes: true });
    expect(await deploy(target)).toMatchObject({ outcome: 'no-changes', record: null });
  });

  test('with --yes says that it approved itself', async () => {
    await deploy(await beforeProd(), { yes: true });
    expect(written.err).toMatch(/approval {2}photos prod: plan [0-9a-f]{8} approves itself \(--yes\)/);
  });
});

describe('an environment that nobody has to approve', () => {
  test('tells the plan and the end on the first stream, what happens on the second', async () => {
    const target = await world.target(await world.release());
    expect(await deploy(target)).toMatchObject({ outcome: 'succeeded' });
    expect(written.err).toContain('photos-dev-app');
    expect(written.out).toContain(target.release.id.slice(0, 8));
  });

  test('says nothing with --json but what the command prints itself', async () => {
    await deploy(await world.target(await world.release()), { json: true });
    expect(written).toEqual({ out: '', err: '' });
  });

  test('takes the gate’s word with --allow and writes down who gave it', async () => {
    await world.run(await world.release());
    const target = await world.target(await world.release({ withoutBucket: true }));
    const failure = await failureOf(deploy(target));
    expect(failure.code).toBe('GATE_STOPPED');
    const word = /--allow ([0-9a-f]{16})/.exec(failure.message)?.[1] ?? '';
    const result = await deploy(target, { allow: [word] });
    expect(result).toMatchObject({
      outcome: 'succeeded',
      record: { overrides: [{ override: word, path: 'app/Storage/Photos', action: 'remove', by: 'ada' }] },
    });
  });
});

test('what a killed run left under way is followed to its end before the plan is made', async () => {
  await world.run(await world.release());
  const { home } = world.accounts.dev;
  const killed = await world.plan(await world.target(await world.release({ memory: 512 })));
  await home.executeChangeSet({
    ChangeSetName: killed.stacks.find(({ stack }) => stack === 'app')?.changeSet ?? '',
  });
  expect(home.statusOf('photos-dev-app')).toBe('UPDATE_IN_PROGRESS');
  const target = await world.target(await world.release({ memory: 640 }));
  const result = await deploy(target);
  expect(result).toMatchObject({ outcome: 'succeeded' });
  expect(JSON.stringify(result.plan)).toContain('"before":"512","after":"640"');
});
