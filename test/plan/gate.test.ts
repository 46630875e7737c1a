import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gate, overrideOf } from '../../src/plan/gate.ts';
import { statefulTypes } from '../../src/plan/stateful-types.ts';
import { photos } from './photos.ts';
import { change, composed, node, planWith, property, stackPlan, stopsOf } from './stack-plans.ts';
import { makeWorld } from './world.ts';

describe('the gate', () => {
  test('stops at the removal and replacement of what holds data, conditional too, and names what is lost', () => {
    const plan = planWith([
      change({ action: 'remove', at: null, policyAction: 'Retain' }),
      change({
        logicalId: 'Table',
        type: 'AWS::DynamoDB::Table',
        replacement: 'conditional',
        properties: [property({ path: 'KeySchema', replacement: 'conditional' })],
      }),
      change({ logicalId: 'Key', type: 'AWS::KMS::Key', action: 'dynamic' }),
    ]);
    expect(plan.gate.verdict).toBe('stop');
    expect(plan.gate.stops).toMatchObject([
      {
        stack: 'app',
        path: 'storage/PhotosBucket',
        action: 'remove',
        reason: 'its objects',
        policyAction: 'Retain',
      },
      { path: 'storage/Table', action: 'replace', property: 'KeySchema' },
      { path: 'storage/Key', action: 'replace' },
    ]);
  });

  test('lets pass what holds none, and what only changes or is added', () => {
    const plan = planWith([
      change({ logicalId: 'Function', type: 'AWS::Lambda::Function', action: 'remove' }),
      change({ logicalId: 'Role', type: 'AWS::IAM::Role', replacement: 'always' }),
      change({ properties: [property({ path: 'Tags.0.Value' })] }),
      change({ logicalId: 'More', action: 'add' }),
      change({ logicalId: 'There', action: 'import' }),
    ]);
    expect(plan.gate).toEqual({ verdict: 'pass', stops: [] });
  });

  const weakenings: readonly (readonly [string, string | null, string | null, boolean])[] = [
    ['DeletionPolicy', 'Retain', 'Delete', true],
    ['DeletionPolicy', 'RetainExceptOnCreate', null, true],
    ['DeletionPolicy', 'Retain', 'RetainExceptOnCreate', false],
    ['UpdateReplacePolicy', 'Snapshot', 'Delete', true],
    ['UpdateReplacePolicy', 'Retain', 'Snapshot', true],
    ['DeletionPolicy', 'Delete', 'Retain', false],
    ['DeletionPolicy', null, 'Delete', false],
    ['DeletionPolicy', 'Retain', '(known after apply)', true],
    ['DeletionProtectionEnabled', 'true', 'false', true],
    ['DeletionProtectionEnabled', 'true', null, true],
    ['DeletionProtectionEnabled', 'false', 'true', false],
    ['Replicas.0.DeletionProtectionEnabled', 'true', 'false', true],
    ['DeletionProtection', 'ACTIVE', 'INACTIVE', true],
    ['DeletionProtection', 'true', '(known after apply)', true],
    ['DeletionProtection', 'ENABLED', 'DISABLED', true],
    ['DeletionProtection', '•••• (secret)', 'false', true],
    ['DeletionProtection', '(known after apply)', 'true', false],
    ['DeletionProtection', '${Guard.Outputs.On}', null, true],
    ['DeletionProtection', 'INACTIVE', null, false],
    ['DisableApiTermination', 'true', 'false', true],
    ['TerminationProtectionEnabled', 'true', 'false', true],
    ['TerminationProtectionEnabled', null, 'false', true],
    ['TerminationProtectionEnabled', 'true', null, false],
    ['FinalSnapshotName', 'last', null, true],
    ['FinalSnapshotName', 'last', 'latest', false],
    ['DeleteAutomatedBackups', 'false', 'true', true],
    ['DeleteAutomatedBackups', 'true', null, false],
    ['EmptyOnDelete', null, 'true', true],
    ['EmptyOnDelete', 'false', '(known after apply)', true],
    ['EmptyOnDelete', 'true', 'false', false],
    ['Tags.0.DeletionPolicy', 'Retain', 'Delete', false],
  ];
  test.each(weakenings)('%s from %s to %s is a weakening: %s', (path, before, after, stops) => {
    const plan = planWith([change({ properties: [property({ path, before, after })] })]);
    expect(stopsOf(plan)).toEqual(stops ? ['app storage/PhotosBucket weaken'] : []);
  });

  test.each([
    ['AWS::RDS::DBCluster', null, 'Delete', true],
    ['AWS::RDS::DBCluster', 'Snapshot', null, false],
    ['AWS::RDS::DBCluster', 'Retain', null, true],
    ['AWS::DocDB::DBCluster', 'Snapshot', null, true],
    ['AWS::DocDB::DBCluster', null, 'Delete', false],
  ])('%s without a policy leaves what it does by default: from %s to %s', (type, before, after, stops) => {
    const plan = planWith([
      change({ type, properties: [property({ path: 'DeletionPolicy', before, after })] }),
    ]);
    expect(stopsOf(plan)).toEqual(stops ? ['app storage/PhotosBucket weaken'] : []);
  });

  test('stops at a replacement by whatever action brings it, and at a weakening beside it', () => {
    const properties = [
      property({ path: 'BucketName', replacement: 'always' }),
      property({ path: 'DeletionPolicy', before: 'Retain', after: 'Delete' }),
    ];
    for (const action of ['modify', 'dynamic'] as const) {
      expect(stopsOf(planWith([change({ action, replacement: 'always', properties })]))).toEqual([
        'app storage/PhotosBucket replace',
        'app storage/PhotosBucket weaken',
      ]);
    }
    expect(stopsOf(planWith([change({ action: 'sync', replacement: 'conditional' })]))).toEqual([
      'app storage/PhotosBucket replace',
    ]);
    expect(stopsOf(planWith([change({ action: 'sync' })]))).toEqual([]);
  });

  test('looks at the policy of a nested stack as a whole', () => {
    const weaker = change({
      logicalId: 'storage',
      type: 'AWS::CloudFormation::Stack',
      properties: [property({ path: 'DeletionPolicy', before: 'Retain', after: 'Delete' })],
    });
    expect(stopsOf(composed([stackPlan(node({ changes: [weaker] }))]))).toEqual(['app storage weaken']);
  });

  test('counts what no change set showed as touched', () => {
    const unseen = node({
      path: ['storage'],
      unseen: [{ logicalId: 'PhotosBucket', type: 'AWS::S3::Bucket', at: null }],
    });
    const plan = composed([stackPlan(node({ children: [unseen] }), { certainty: 'partial' })]);
    expect(stopsOf(plan)).toEqual(['app storage/PhotosBucket unseen']);
    expect(plan.gate.verdict).toBe('stop');
  });

  test('a plan that could not see the nested stacks never passes by itself, even where nothing in it stops', () => {
    const blind = [stackPlan(node(), { certainty: 'partial' })];
    const { gate: stopped } = composed(blind);
    expect(stopped).toMatchObject({
      verdict: 'stop',
      stops: [{ stack: 'app', path: 'nested stacks', action: 'unseen', overridden: false }],
    });
    expect(composed(blind, [stopped.stops[0]?.override ?? '']).gate.verdict).toBe('pass');
    expect(composed([stackPlan(node(), { certainty: 'partial', outcome: 'none' })]).gate.verdict).toBe(
      'pass',
    );
  });

  test('stops where it is not known whether a nested stack stays', () => {
    const dynamic = change({ logicalId: 'storage', type: 'AWS::CloudFormation::Stack', action: 'dynamic' });
    expect(stopsOf(composed([stackPlan(node({ changes: [dynamic] }))]))).toEqual(['app storage unseen']);
  });

  test('stops at the removal of a nested stack that could not be read', async () => {
    const world = makeWorld();
    const other = { Type: 'AWS::SNS::Topic' };
    const { Parameters, Resources } = photos()['root.yml'] as Record<string, Record<string, unknown>>;
    const storage = Resources?.['storage'];
    const root = (resources: Record<string, unknown>) => ({
      ...photos(),
      'root.yml': { Parameters, Outputs: {}, Resources: resources },
    });
    world.deploy(world.release(root({ storage, other })));
    // as after a deployment by something whose templates we don't read
    world.api.getTemplate = () => Promise.resolve({ $metadata: {}, TemplateBody: 'not: [a template' });
    const plan = await world.plan(world.release(root({ other })));
    expect(stopsOf(composed([plan]))).toEqual(['app storage/storage unseen']);
  });

  test('stops for a change set that failed, whatever overrides are given', () => {
    const failed = stackPlan(node(), { failures: [{ path: ['api'], reason: 'no', at: null }] });
    expect(gate({ release: 'r', system: 's', environment: 'dev', stacks: [failed] }).verdict).toBe('stop');
  });

  test('passes with the override of each stop, and only with all of them', () => {
    const changes = [
      change({ action: 'remove' }),
      change({ logicalId: 'Table', type: 'AWS::DynamoDB::Table', action: 'remove' }),
    ];
    const words = planWith(changes).gate.stops.map((stop) => stop.override);
    expect(planWith(changes, words.slice(0, 1)).gate).toMatchObject({
      verdict: 'stop',
      stops: [{ overridden: true }, { overridden: false }],
    });
    expect(
      planWith(
        changes,
        words.map((word) => ` ${word.toUpperCase()} `),
      ).gate.verdict,
    ).toBe('pass');
  });

  test('an override is good for its release, system, environment, stack, path and action alone', () => {
    const base = {
      release: 'r',
      system: 's',
      environment: 'prod',
      stack: 'app',
      path: 'storage/Bucket',
      action: 'remove',
    } as const;
    const others = [
      { ...base, release: 'q' },
      { ...base, system: 't' },
      { ...base, environment: 'sit' as const },
      { ...base, stack: 'storage', path: 'Bucket' },
      { ...base, path: 'storage/Table' },
      { ...base, action: 'replace' as const },
    ];
    const words = [base, ...others].map(overrideOf);
    expect(new Set(words).size).toBe(words.length);
    expect(words.every((word) => /^[0-9a-f]{16}$/.test(word))).toBe(true);
  });

  test('no override that was not asked for lets anything pass', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({
            unit: fc.constantFrom(...Array.from({ length: 16 }, (_, digit) => digit.toString(16))),
            minLength: 16,
            maxLength: 16,
          }),
        ),
        (words) => {
          const plan = planWith([change({ action: 'remove' })]);
          fc.pre(!words.includes(plan.gate.stops[0]?.override ?? ''));
          expect(planWith([change({ action: 'remove' })], words).gate.verdict).toBe('stop');
        },
      ),
      { numRuns: 50 },
    );
  });

  test('every type of the table stops with its reason', () => {
    for (const [type, reason] of Object.entries(statefulTypes)) {
      expect(planWith([change({ type, action: 'remove' })]).gate.stops).toMatchObject([{ type, reason }]);
    }
  });

  test('sees what a removed nested stack holds', async () => {
    const world = makeWorld();
    const sources = photos();
    const root = sources['root.yml'] as { Resources: Record<string, unknown> };
    world.deploy(
      world.release({
        ...sources,
        'root.yml': {
          ...root,
          Outputs: {},
          Resources: { storage: root.Resources['storage'], other: { Type: 'AWS::SNS::Topic' } },
        },
      }),
    );
    const plan = await world.plan(
      world.release({
        ...sources,
        'root.yml': { ...root, Outputs: {}, Resources: { other: { Type: 'AWS::SNS::Topic' } } },
      }),
    );
    expect(stopsOf(composed([plan]))).toEqual(['app storage/PhotosBucket remove']);
  });

  test('is not fooled by an unresolved input into stopping for a bucket that stays', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    const plan = await world.plan(world.release(photos({ memory: 512 })));
    expect(composed([plan]).gate.verdict).toBe('pass');
  });
});
