import { describe, expect, test } from '@jest/globals';
import { runDeployment } from '../../src/deployment/run-deployment.ts';
import { turnSwitch, type TurnedSwitch } from '../../src/deployment/turn-switch.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Release } from '../../src/release/release.ts';
import { failureOf, World } from './world.ts';

const on = { parameter: 'Incident', value: 'on' };
const off = { parameter: 'Incident', value: 'off' };
const parameters = (turned: TurnedSwitch): string =>
  JSON.stringify(turned.target.environment.values['app']?.['Incident']);

async function inProd(world: World): Promise<Release> {
  const release = await world.release({ switches: true });
  for (const environment of ['dev', 'sit', 'prod'] as const) await world.run(release, environment);
  return release;
}

async function turn(world: World, turned: TurnedSwitch, approve: (plan: Plan) => Promise<void>) {
  return runDeployment({
    target: turned.target,
    session: world.session,
    kind: 'switch',
    planned: null,
    words: [],
    turned: { stack: 'app', ...on },
    show: () => undefined,
    approve,
    observe: () => ({ onEvent: () => undefined, logger: world.session.logger, stop: () => undefined }),
  });
}

describe('a switch', () => {
  test('is what runs there with one parameter changed, and goes to that environment alone', async () => {
    await using world = await World.start();
    const release = await inProd(world);
    // main is further by now; none of that ships with the switch
    await world.run(await world.release({ switches: true, memory: 1024, text: 'two' }), 'dev');
    const prod = await world.target(release, 'prod');
    const sit = await world.records(await world.target(release, 'sit'));
    const turned = await turnSwitch(prod.environment, world.session, on);

    expect(turned.base.id).toBe(release.id);
    const { environments, ...same } = turned.target.release.manifest;
    const { environments: before, ...old } = release.manifest;
    expect(same).toEqual(old);
    expect({ ...environments, prod: null }).toEqual({ ...before, prod: null });
    expect(parameters(turned)).toBe('{"kind":"literal","value":"on"}');

    let asked: Plan | null = null;
    const result = await turn(world, turned, (plan) => {
      asked = plan;
      return Promise.resolve();
    });
    expect(result).toMatchObject({ outcome: 'succeeded' });
    expect(asked).toMatchObject({ environment: 'prod', baseRelease: release.id });
    const [record] = await world.records(prod);
    expect(record).toMatchObject({
      kind: 'switch',
      release: turned.target.release.id,
      previousRelease: release.id,
      overrides: [{ override: 'Incident=on', path: 'app/Incident', action: 'switch', by: 'ada' }],
    });
    expect(await world.records(await world.target(release, 'sit'))).toEqual(sit);
  });

  test('turned back is the very release from before', async () => {
    await using world = await World.start();
    const release = await inProd(world);
    const { environment } = await world.target(release, 'prod');
    const turned = await turnSwitch(environment, world.session, on);
    await turn(world, turned, () => Promise.resolve());
    const back = await turnSwitch(environment, world.session, off);
    expect(back.base.id).toBe(turned.target.release.id);
    expect(back.target.release.id).toBe(release.id);
    expect(parameters(back)).toBe('{"kind":"literal","value":"off"}');
  });

  test('passes the gate like any deployment: one that would replace data is stopped', async () => {
    await using world = await World.start();
    const release = await inProd(world);
    const { environment } = await world.target(release, 'prod');
    const turned = await turnSwitch(environment, world.session, { parameter: 'Stage', value: 'locked' });
    expect(await failureOf(turn(world, turned, () => Promise.resolve()))).toMatchObject({
      code: 'GATE_STOPPED',
    });
  });

  test('that nobody approves changes nothing', async () => {
    await using world = await World.start();
    const release = await inProd(world);
    const prod = await world.target(release, 'prod');
    const before = await world.records(prod);
    const turned = await turnSwitch(prod.environment, world.session, on);
    await failureOf(turn(world, turned, () => Promise.reject(new Error('no'))));
    expect(await world.records(prod)).toEqual(before);
    expect(await world.head(prod)).toMatchObject({ release: release.id, lock: null });
  });

  test('is no way around the environments before for anything else', async () => {
    await using world = await World.start();
    const release = await inProd(world);
    const { environment } = await world.target(release, 'prod');
    expect(
      await failureOf(turnSwitch(environment, world.session, { parameter: 'LogBucket', value: 'x' })),
    ).toMatchObject({ code: 'SWITCH_UNKNOWN', message: expect.stringContaining('it has Incident, Stage') });
    expect(await failureOf(turnSwitch(environment, world.session, { ...on, value: 'open' }))).toMatchObject({
      code: 'SWITCH_VALUE',
      message: 'Incident is turned to on or off, not to "open"',
    });
    const turned = await turnSwitch(environment, world.session, on);
    // as a deployment, the same release is held back: sit has not seen it
    expect(await failureOf(world.run(turned.target.release, 'prod'))).toMatchObject({ code: 'NOT_PROVEN' });
  });

  test('of an environment that runs nothing, or a release without switches, is refused', async () => {
    await using world = await World.start();
    const release = await world.release();
    const { environment } = await world.target(release, 'dev');
    expect(await failureOf(turnSwitch(environment, world.session, on))).toMatchObject({
      code: 'NOTHING_DEPLOYED',
    });
    await world.run(release, 'dev');
    expect(await failureOf(turnSwitch(environment, world.session, on))).toMatchObject({
      code: 'SWITCH_UNKNOWN',
    });
  });
});
