import { describe, expect, test } from '@jest/globals';
import { composePlan } from '../../src/plan/compose-plan.ts';
import { maskedSecret } from '../../src/template/evaluated.ts';
import { photos } from './photos.ts';
import { comparePlans } from './stack-plans.ts';
import { changeOf, makeWorld, shown } from './world.ts';

const old = 'canary-old-5f1c';
const next = 'canary-new-8b2e';

function composed(stack: Parameters<typeof composePlan>[0]['stacks'][number], clock: { now(): number }) {
  return composePlan({
    system: 'photos',
    environment: 'dev',
    account: '111111111111',
    release: 'a'.repeat(64),
    baseRelease: null,
    stacks: [stack],
    site: null,
    clock,
  });
}

describe('secrets', () => {
  test('a NoEcho parameter and what derives from it in a nested stack are masked, and shown as changed', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()), { SigningKey: old });
    const plan = await world.plan(world.release(photos()), { SigningKey: next });
    expect(shown(plan)).toEqual(['api/PresignFunction modify Environment.Variables.SIGNING_KEY']);
    expect(changeOf(plan, 'api/PresignFunction').properties[0]).toMatchObject({
      before: maskedSecret,
      after: maskedSecret,
      secret: true,
      certainty: 'certain',
    });
    expect(plan.parameters.find(({ name }) => name === 'SigningKey')).toMatchObject({
      before: maskedSecret,
      after: maskedSecret,
      secret: true,
    });
  });

  test('no canary is in a plan, a comparison or a log, whichever way the change set goes', async () => {
    const ways: ((api: ReturnType<typeof makeWorld>['api']) => void)[] = [
      () => undefined,
      (api) => (api.givesValues = false),
      (api) => api.failures.set('alarms', `Template error: Fn::Select ${next}`),
      (api) => {
        api.failures.set('api', `Hook says: ${next} is no key`);
        api.failedShowChanges = true;
      },
      (api) => api.missingWithValues.add('PresignFunction'),
    ];
    for (const way of ways) {
      const world = makeWorld();
      world.deploy(world.release(photos()), { SigningKey: old });
      way(world.api);
      const release = world.release(photos({ memory: 512 }));
      const plan = composed(await world.plan(release, { SigningKey: next }), world.clock);
      world.api.failures.clear();
      const other = composed(await world.plan(release, { SigningKey: old }), world.clock);
      const all = JSON.stringify([plan, other, comparePlans(plan, other), world.lines]);
      expect(all).not.toContain(next);
      expect(all).toContain(maskedSecret);
      expect(all).not.toContain(old);
    }
  });

  test('a stack that is not there yet keeps them out as well', async () => {
    const world = makeWorld();
    const plan = await world.plan(world.release(photos()), { SigningKey: next });
    expect(JSON.stringify(plan)).not.toContain(next);
  });

  test('dynamic references are masked, with whether they change', async () => {
    const world = makeWorld();
    const sources = (version: string) => ({
      'root.yml': {
        Resources: {
          Database: {
            Type: 'AWS::RDS::DBInstance',
            Properties: {
              MasterUserPassword: `{{resolve:secretsmanager:db:SecretString:password::${version}}}`,
              Port: 5432,
            },
          },
        },
      },
    });
    world.deploy(world.release(sources('v1')));
    const plan = await world.plan(world.release(sources('v2')));
    expect(changeOf(plan, 'Database').properties).toEqual([
      expect.objectContaining({
        path: 'MasterUserPassword',
        before: maskedSecret,
        after: maskedSecret,
        secret: true,
      }),
    ]);
    expect(JSON.stringify(plan)).not.toContain('resolve:');
    expect(await world.plan(world.release(sources('v1')))).toMatchObject({ outcome: 'none' });
  });
});
