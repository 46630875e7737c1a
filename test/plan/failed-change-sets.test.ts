import { describe, expect, test } from '@jest/globals';
import { makeWorld, nodeOf, shown } from './world.ts';
import { photos } from './photos.ts';
import { composed } from './stack-plans.ts';

describe('change sets that fail', () => {
  test('for unresolved inputs: the root is taken alone and the nested templates are compared', async () => {
    const world = makeWorld();
    const sources = photos();
    const strict = (memory: number) => {
      const template = photos({ memory })['api.yml'] as { Parameters: Record<string, unknown> };
      return {
        ...sources,
        'api.yml': {
          ...template,
          Parameters: { ...template.Parameters, BucketName: { Type: 'String', AllowedPattern: '[a-z-]+' } },
        },
      };
    };
    world.deploy(world.release(strict(256)));
    const plan = await world.plan(world.release(strict(512)));
    expect(plan).toMatchObject({ certainty: 'partial', outcome: 'change', failures: [] });
    expect(plan.changeSet).toMatch(/slipway-run-1-root/);
    expect(shown(plan)).toEqual([
      // A hidden value can't be compared.
      'api/PresignFunction modify replacement:conditional MemorySize,Environment.Variables.SIGNING_KEY',
      'alarms/ErrorAlarm modify replacement:conditional possible Dimension',
    ]);
    expect(nodeOf(plan, 'storage')).toMatchObject({ status: 'unchanged', unseen: [] });
    expect(world.lines.join('\n')).toContain('must match pattern');
  });

  test('for unresolved inputs, with a stateful child that may change: it counts as unseen', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    world.api.failures.set('alarms', 'Template error: Fn::Select cannot select nonexistent value at index 1');
    const plan = await world.plan(world.release(photos({ bucketPolicy: 'Retain' })));
    expect(plan.certainty).toBe('partial');
    expect(nodeOf(plan, 'storage').unseen).toEqual([
      {
        logicalId: 'PhotosBucket',
        type: 'AWS::S3::Bucket',
        at: expect.objectContaining({ file: 'storage.yml' }),
      },
    ]);
  });

  test('for unresolved inputs: the plan never passes the gate by itself, also where no stateful resource is in it', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos({ noEcho: false })));
    world.api.failures.set('alarms', 'Template error: Fn::Select cannot select nonexistent value at index 1');
    const plan = await world.plan(world.release(photos({ noEcho: false, memory: 512 })));
    expect(plan).toMatchObject({ certainty: 'partial', failures: [] });
    const { gate } = composed([plan]);
    expect(gate.verdict).toBe('stop');
    expect(gate.stops.map(({ path, action }) => `${path} ${action}`)).toEqual([
      'api unseen',
      'alarms unseen',
    ]);
    expect(gate.stops[0]?.at).toMatchObject({ file: 'root.yml' });
    const words = gate.stops.map(({ override }) => override);
    expect(composed([plan], words).gate.verdict).toBe('pass');
  });

  test('a nested stack of which nobody knows what becomes of it counts as unseen', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    world.api.dynamic.add('storage');
    const plan = await world.plan(world.release(photos({ memory: 512 })));
    expect(nodeOf(plan, '').unseen).toMatchObject([{ logicalId: 'storage' }]);
    expect(composed([plan]).gate.stops.map(({ path, action }) => `${path} ${action}`)).toEqual([
      'storage unseen',
    ]);
  });

  test('for unresolved inputs, while nothing changes: comparing proves it, and the plan is whole', async () => {
    const world = makeWorld();
    const release = world.release(photos({ noEcho: false }));
    world.deploy(release);
    world.api.failures.set('alarms', 'Template format error: Output X has duplicate Export names');
    const plan = await world.plan(release);
    expect(plan).toMatchObject({ certainty: 'full', outcome: 'none', changeSet: null, failures: [] });
  });

  test('for other reasons: all reasons are told, with their places, and what could be seen', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    world.api.failures.set(
      'api',
      'The following hook(s)/validation failed: [AWS::EarlyValidation::PropertyValidation].',
    );
    world.api.failures.set(
      'alarms',
      'Template error: instance of Fn::GetAtt references undefined resource X',
    );
    world.api.failedShowChanges = true;
    world.api.polls = 1;
    const plan = await world.plan(world.release(photos({ memory: 512, bucketName: 'pictures' })));
    expect(plan.failures.map(({ path, reason }) => [path.join('/'), reason])).toEqual([
      ['api', expect.stringContaining('EarlyValidation')],
      ['alarms', expect.stringContaining('undefined resource')],
    ]);
    expect(plan.failures[0]?.at).toMatchObject({ file: 'root.yml' });
    expect(plan).toMatchObject({ changeSet: null, certainty: 'partial', outcome: 'change' });
    expect(shown(plan)).toContain('storage/PhotosBucket modify replacement:always BucketName');
    expect(shown(plan).some((line) => line.startsWith('api/PresignFunction modify'))).toBe(true);
  });

  test('without any changes shown are never taken for clean', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    world.api.failures.set('storage', 'Internal failure');
    const plan = await world.plan(release);
    expect(plan).toMatchObject({ outcome: 'change', changeSet: null, certainty: 'partial' });
    expect(plan.failures).toHaveLength(1);
  });

  test('what the service refuses at once is the template’s fault, in its words', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    await expect(world.plan(release, { Typo: 'x' })).rejects.toMatchObject({
      code: 'TEMPLATE_REJECTED',
      blame: 'user',
      message: expect.stringContaining('Typo'),
    });
  });

  test('too many change sets are told, with what to do', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    world.api.refusal = Object.assign(new Error('ChangeSet limit exceeded'), {
      name: 'LimitExceededException',
    });
    await expect(world.plan(release)).rejects.toMatchObject({
      code: 'CHANGE_SET_LIMIT',
      next: expect.stringContaining('slipway-run-'),
    });
  });

  test('a change set that is never made ends with a deadline', async () => {
    const world = makeWorld();
    const release = world.release(photos());
    world.deploy(release);
    world.api.polls = 1_000_000;
    await expect(world.plan(release)).rejects.toMatchObject({ code: 'CHANGE_SET_TIMEOUT' });
  });
});
