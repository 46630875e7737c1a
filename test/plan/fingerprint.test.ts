import { describe, expect, test } from '@jest/globals';
import { fingerprint } from '../../src/plan/fingerprint.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import type { Plan, StackPlan } from '../../src/plan/plan.ts';
import { photos } from './photos.ts';
import { change, comparePlans, composed, node, planWith, property, stackPlan } from './stack-plans.ts';
import { makeWorld } from './world.ts';

describe('the fingerprint', () => {
  const base = planWith([change({ properties: [property()] })]);
  const first = base.stacks[0];
  if (!first) throw new Error('no stack');
  const withStack = (more: Partial<StackPlan>): Plan => ({ ...base, stacks: [{ ...first, ...more }] });
  const site = { added: ['a.js'], changed: [], removed: [], unchanged: 1, bytes: 5, invalidate: ['/'] };
  const changed: readonly (readonly [string, Plan])[] = [
    ['the release', { ...base, release: 'd'.repeat(64) }],
    ['the base release', { ...base, baseRelease: null }],
    ['the environment', { ...base, environment: 'sit' }],
    ['the account', { ...base, account: '222222222222' }],
    ['a value', planWith([change({ properties: [property({ after: 'images' })] })])],
    ['an action', planWith([change({ action: 'remove', properties: [property()] })])],
    ['a replacement', planWith([change({ replacement: 'always', properties: [property()] })])],
    ['what is kept', planWith([change({ policyAction: 'Retain', properties: [property()] })])],
    [
      'a resource',
      planWith([change({ properties: [property()] }), change({ logicalId: 'More', action: 'add' })]),
    ],
    [
      'a parameter',
      withStack({ parameters: [{ name: 'P', before: 'a', after: 'b', secret: false, deferred: null }] }),
    ],
    ['certainty', withStack({ certainty: 'partial' })],
    ['the template', withStack({ template: 'd'.repeat(64) })],
    ['the site', { ...base, site }],
  ];
  test.each(changed)('changes with %s', (_what, plan) => {
    expect(fingerprint(plan)).not.toBe(fingerprint(base));
    expect(comparePlans(base, plan)).not.toEqual([]);
  });

  test('takes a deferred input by its lineage, whatever its value', () => {
    const plan = (value: string, deferred: string | null) =>
      composed([
        stackPlan(
          node({ changes: [change({ properties: [property({ after: value, lineage: ['edge.Logs'] })] })] }),
          {
            parameters: [{ name: 'Logs', before: 'x', after: value, secret: false, deferred }],
          },
        ),
      ]).fingerprint;
    expect(plan('logs-1', 'edge.Logs')).toBe(plan('logs-2', 'edge.Logs'));
    expect(plan('logs-1', null)).not.toBe(plan('logs-2', null));
    expect(plan('logs-1', 'edge.Logs')).not.toBe(plan('logs-1', 'edge.Other'));
  });

  test('is the same for a plan that is made anew', async () => {
    const world = makeWorld();
    world.deploy(world.release(photos()));
    const release = world.release(photos({ bucketName: 'pictures' }));
    const [a, b] = [await world.plan(release), await world.plan(release)];
    expect(a.changeSet).not.toBe(b.changeSet);
    expect(composed([a]).fingerprint).toBe(composed([b]).fingerprint);
  });

  test('is fixed: a plan that was approved by an older version still compares', () => {
    expect(base.fingerprint).toBe('e01f97b09b2168bb8d71b6668de186505da4f1cd2a3e59482817b1fb158939ac');
  });
});

describe('differences', () => {
  test('read as what was approved and what is now', () => {
    const approved = planWith([change({ properties: [property()] })]);
    const now = planWith([
      change({ properties: [property({ after: 'images' })] }),
      change({ logicalId: 'Table', type: 'AWS::DynamoDB::Table', action: 'remove' }),
    ]);
    expect(comparePlans(approved, { ...now, release: 'd'.repeat(64) })).toEqual([
      {
        kind: 'change',
        where: 'app/storage/Table',
        approved: null,
        now: 'remove AWS::DynamoDB::Table, certain',
      },
      {
        kind: 'property',
        where: 'app/storage/PhotosBucket BucketName',
        approved: 'photos → pictures',
        now: 'photos → images',
      },
      { kind: 'release', where: '', approved: 'a'.repeat(64), now: 'd'.repeat(64) },
    ]);
  });
});

describe('a plan file', () => {
  const plan = planWith([change({ action: 'remove' })]);
  const read = (more: object) => () => parsePlan(JSON.stringify({ ...plan, ...more }), 'out/plan.json');

  test('that is no JSON, or has another shape, is named with the field', () => {
    expect(() => parsePlan('{', 'out/plan.json')).toThrow(
      expect.objectContaining({ code: 'PLAN_UNREADABLE' }),
    );
    expect(read({ environment: 'production' })).toThrow(
      expect.objectContaining({
        code: 'PLAN_SHAPE',
        message: expect.stringMatching(/environment.*"production".*"dev"/),
      }),
    );
    expect(read({ extra: 1 })).toThrow(
      expect.objectContaining({ code: 'PLAN_SHAPE', message: expect.stringContaining('extra') }),
    );
  });

  test('whose contents were changed after it was made is refused', () => {
    expect(read({ release: 'd'.repeat(64) })).toThrow(expect.objectContaining({ code: 'PLAN_FINGERPRINT' }));
  });

  test('that says its gate passed although it does not is refused', () => {
    expect(read({ gate: { verdict: 'pass', stops: [] } })).toThrow(
      expect.objectContaining({ code: 'PLAN_GATE' }),
    );
    const claimed = plan.gate.stops.map((stop) => ({ ...stop, override: '0'.repeat(16), overridden: true }));
    expect(read({ gate: { verdict: 'pass', stops: claimed } })).toThrow(
      expect.objectContaining({ code: 'PLAN_GATE' }),
    );
  });
});
