import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exitCodeFor } from '../../src/cli/exit-codes.ts';
import { currentOutputs } from '../../src/deployment/current-outputs.ts';
import { environmentLedger } from '../../src/deployment/environment-ledger.ts';
import { publishSite } from '../../src/deployment/publish-site.ts';
import { fingerprint } from '../../src/plan/fingerprint.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { artifactBucket, type Target } from '../../src/deployment/target.ts';
import { World, failureOf } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world[Symbol.asyncDispose]());

/** Whatever is refused changes nothing: no stack, no object but the lock that was taken and given back, no record. */
async function refusal(
  target: Target,
  act: () => Promise<unknown>,
): Promise<{ code: string; message: string; next: string | undefined }> {
  const { home, edge, s3 } = world.accounts[target.environment.environment];
  const executed = [home.executed.length, edge.executed.length];
  const site = s3.keys(`photos-site-${target.environment.environment}`);
  const { code, message, next } = await failureOf(act());
  expect([home.executed.length, edge.executed.length]).toEqual(executed);
  expect(s3.keys(`photos-site-${target.environment.environment}`)).toEqual(site);
  return { code, message, next };
}

describe('a plan', () => {
  test('of another release is refused, with the command that makes the right one', async () => {
    const one = await world.target(await world.release());
    const two = await world.target(await world.release({ memory: 512 }));
    const plan = await world.plan(one);
    const { code, message, next } = await refusal(two, () => world.deploy(two, plan));
    expect(code).toBe('PLAN_MISMATCH');
    expect(message).toMatch(
      /^this is the plan of photos dev \(account 1{12}\) release [0-9a-f]{8}, not of photos dev \(account 1{12}\) release [0-9a-f]{8}$/,
    );
    expect(next).toBe(`slipway plan photos dev --release ${two.release.id.slice(0, 8)}`);
  });

  test('of another environment or account is refused', async () => {
    const release = await world.release();
    const dev = await world.target(release);
    const sit = await world.target(release, 'sit');
    const plan = await world.plan(dev);
    expect(await refusal(sit, () => world.deploy(sit, plan))).toMatchObject({ code: 'PLAN_MISMATCH' });
    const moved = { ...plan, account: '999999999999' };
    const elsewhere = { ...moved, fingerprint: fingerprint(moved) };
    expect(await refusal(dev, () => world.deploy(dev, elsewhere))).toMatchObject({
      code: 'PLAN_MISMATCH',
      message: expect.stringContaining('(account 999999999999)'),
    });
  });

  test('that was altered does not say what its fingerprint says', async () => {
    const target = await world.target(await world.release());
    const plan = await world.plan(target);
    const altered: Plan = { ...plan, site: null };
    expect(fingerprint(altered)).not.toBe(plan.fingerprint);
    const { code, message } = await refusal(target, () => world.deploy(target, altered));
    expect(code).toBe('PLAN_MISMATCH');
    expect(message).toContain('it has been altered');
  });

  test('of an environment that runs something else by now is refused, and says what it runs', async () => {
    const first = await world.release();
    await world.run(first);
    const target = await world.target(await world.release({ memory: 512 }));
    const plan = await world.plan(target);
    const second = await world.release({ memory: 640 });
    await world.run(second);
    const { code, message } = await refusal(target, () => world.deploy(target, plan));
    expect(code).toBe('PLAN_CHANGED');
    expect(exitCodeFor(code)).toBe(4);
    expect(message).toContain(`base dev: release ${first.id.slice(0, 8)} → release ${second.id.slice(0, 8)}`);
  });
});

test('a site that somebody has published meanwhile is not silently put back: the plan did not say so', async () => {
  await world.run(await world.release());
  const target = await world.target(await world.release({ memory: 512 }));
  const plan = await world.plan(target);
  const other = await world.target(await world.release({ text: 'by hand' }));
  await publishSite(
    other,
    world.session,
    await currentOutputs(other.instances, world.accounts.dev.clients()),
    'by-hand',
  );
  const { code, message } = await refusal(target, () => world.deploy(target, plan));
  expect(code).toBe('PLAN_CHANGED');
  expect(message).toContain('site index.html: nothing → changed');
  expect((await world.head(target)).lock).toBeNull();
});

describe('the gate', () => {
  async function destructive(): Promise<Target> {
    await world.run(await world.release());
    return world.target(await world.release({ withoutBucket: true }));
  }

  test('stops what would destroy data, and gives the word for it', async () => {
    const target = await destructive();
    const plan = await world.plan(target);
    const [stop] = plan.gate.stops;
    const { code, message, next } = await refusal(target, () => world.deploy(target, plan));
    expect(code).toBe('GATE_STOPPED');
    expect(exitCodeFor(code)).toBe(3);
    expect(message).toBe(
      `the gate stops photos dev:\n   app/Storage/Photos  AWS::S3::Bucket  remove   --allow ${stop?.override ?? ''}`,
    );
    expect(next).toContain('give the words above with --allow');
  });

  test('lets it through with the word, and the ledger keeps who gave it', async () => {
    const target = await destructive();
    const [stop] = (await world.plan(target)).gate.stops;
    const word = stop?.override ?? '';
    const overrides = [{ override: word, path: 'app/Storage/Photos', action: 'remove', by: 'ada' }];
    const plan = await world.plan(target, [word]);
    const result = await world.deploy(target, plan, { overrides });
    expect(result).toMatchObject({ outcome: 'succeeded', record: { overrides } });
  });

  test('does not take a word of another release', async () => {
    const target = await destructive();
    const [stop] = (await world.plan(target)).gate.stops;
    const other = await world.target(await world.release({ withoutBucket: true, memory: 512 }));
    const overrides = [
      { override: stop?.override ?? '', path: 'app/Storage/Photos', action: 'remove', by: 'ada' },
    ];
    const plan = await world.plan(other);
    expect(await refusal(other, () => world.deploy(other, plan, { overrides }))).toMatchObject({
      code: 'GATE_STOPPED',
    });
  });
});

describe('the lock', () => {
  test('of another run keeps everybody else out, and says who holds it', async () => {
    const target = await world.target(await world.release());
    const plan = await world.plan(target);
    const { environment } = target;
    const ledger = await environmentLedger(
      environment,
      world.session.clients(environment, 'deploy'),
      world.session,
    );
    await ledger.lock({ holder: 'run 6 · 0badcafe', release: target.release.id, minutes: 6 });
    const { code, message } = await refusal(target, () => world.deploy(target, plan));
    expect(code).toBe('LEDGER_LOCKED');
    expect(exitCodeFor(code)).toBe(5);
    expect(message).toContain('run 6 · 0badcafe');
    expect((await world.head(target)).lock?.holder).toBe('run 6 · 0badcafe');

    world.clock.pass(7 * 60_000);
    expect(await world.deploy(target, plan)).toMatchObject({ outcome: 'succeeded' });
  });

  test('of the same runner and release is no obstacle: a killed run goes on at once', async () => {
    const target = await world.target(await world.release());
    const plan = await world.plan(target);
    const { environment } = target;
    const ledger = await environmentLedger(
      environment,
      world.session.clients(environment, 'deploy'),
      world.session,
    );
    const holder = `${world.session.runner} · ${target.release.id.slice(0, 8)}`;
    await ledger.lock({ holder, release: target.release.id, minutes: 6 });
    expect(await world.deploy(target, plan)).toMatchObject({ outcome: 'succeeded' });
    expect((await world.head(target)).lock).toBeNull();
  });
});

test('credentials of another account stop it before anything is read', async () => {
  const target = await world.target(await world.release());
  const plan = await world.plan(target);
  const before = { ...world.accounts.sit.s3.requests };
  const session = { ...world.session, clients: () => world.accounts.sit.clients() };
  expect(await refusal(target, () => world.deploy(target, plan, { session }))).toMatchObject({
    code: 'WRONG_ACCOUNT',
    message:
      'these credentials belong to account 222222222222, but dev is account 111111111111 (params/photos/dev.yml)',
  });
  expect(world.accounts.sit.s3.requests).toEqual(before);
});

test('a release whose artifacts are swept just before its lock is taken changes nothing, and gives the lock back', async () => {
  const target = await world.target(await world.release());
  const plan = await world.plan(target);
  const { s3, id } = world.accounts.dev;
  const { home } = target.environment.regions;
  const [template = { sha256: '' }] = target.release.manifest.templates;
  const stop = s3.before('putObject', async ({ Key }) => {
    if (!String(Key).endsWith('head.json')) return;
    stop();
    const Objects = [{ Key: template.sha256 }];
    await s3.deleteObjects({ Bucket: artifactBucket(id, home), Delete: { Objects } });
  });
  const { code, next } = await refusal(target, () => world.deploy(target, plan));
  expect([code, next]).toEqual(['ARTIFACT_MISSING', expect.stringMatching(/^slipway release photos/)]);
  const clients = world.session.clients(target.environment, 'deploy');
  const head = await (await environmentLedger(target.environment, clients, world.session)).readHead();
  expect(head).toMatchObject({ sequence: 0, lock: null });
});
