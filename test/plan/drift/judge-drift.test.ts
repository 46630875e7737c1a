import type { StackResourceDrift } from '@aws-sdk/client-cloudformation';
import { describe, expect, test } from '@jest/globals';
import { judgeDrift } from '../../../src/plan/drift/judge-drift.ts';
import type { ResourceChange } from '../../../src/plan/plan.ts';
import { change, property } from '../stack-plans.ts';

const show = (_: readonly string[], values: { expected: string | null; actual: string | null }) => ({
  ...values,
  secret: false,
});

function judge(made: ResourceChange | null, found: Partial<StackResourceDrift>) {
  const target = { logicalId: 'PhotosBucket', type: 'AWS::S3::Bucket', change: made, at: null };
  const whole: StackResourceDrift = {
    StackId: 'x',
    LogicalResourceId: 'PhotosBucket',
    ResourceType: 'AWS::S3::Bucket',
    StackResourceDriftStatus: 'MODIFIED',
    Timestamp: new Date(0),
    ...found,
  };
  return judgeDrift(whole, target, ['storage'], show);
}

const at = (
  PropertyPath: string,
  ActualValue = 'by-hand',
  DifferenceType: 'ADD' | 'REMOVE' | 'NOT_EQUAL' = 'NOT_EQUAL',
): Partial<StackResourceDrift> => ({
  PropertyDifferences: [{ PropertyPath, ExpectedValue: 'old', ActualValue, DifferenceType }],
});

const modify = (path: string, more: Partial<ResourceChange> = {}): ResourceChange =>
  change({ properties: [property({ path, before: 'old', after: 'new' })], ...more });

describe('what becomes of a property that was changed by hand', () => {
  test.each([
    ['the plan sets it', modify('A'), at('/A'), 'overwritten'],
    ['the plan sets what it is a part of', modify('A'), at('/A/B'), 'overwritten'],
    ['the plan sets a part of it', modify('A.B'), at('/A'), 'overwritten'],
    ['a name that only begins alike', modify('A'), at('/AB'), 'possible'],
    ['the plan sets what stands there', modify('A'), at('/A', 'new'), 'adopted'],
    ['the plan sets another', modify('B'), at('/A'), 'possible'],
    ['an item was put into the list that the plan sets', modify('A'), at('/A/2', 'x', 'ADD'), 'possible'],
    ['it was taken away', modify('A'), at('/A', 'null', 'REMOVE'), 'overwritten'],
    ['a step with a slash', modify('A.b/c'), at('/A/b~1c'), 'overwritten'],
    [
      'the plan may set it',
      change({ certainty: 'possible', properties: [property({ path: 'A', certainty: 'possible' })] }),
      at('/A'),
      'possible',
    ],
    ['the resource is made anew', modify('B', { replacement: 'always' }), at('/A'), 'lost'],
    ['the resource may be made anew', modify('B', { replacement: 'conditional' }), at('/A'), 'possible'],
    ['a removal', change({ action: 'remove', policyAction: 'Delete' }), at('/A'), 'lost'],
    ['a removal after a snapshot', change({ action: 'remove', policyAction: 'Snapshot' }), at('/A'), 'lost'],
    ['a removal that keeps it', change({ action: 'remove', policyAction: 'Retain' }), at('/A'), 'stays'],
    ['only metadata change', modify('Metadata'), at('/A'), 'stays'],
    ['an action that nobody knows yet', change({ action: 'dynamic' }), at('/A'), 'possible'],
    ['no change set showed it', null, at('/A'), 'possible'],
    ['AWS does not say which property', modify('A'), {}, 'possible'],
  ] as const)('%s', (_, made, found, effect) => {
    expect(judge(made, found).effect).toBe(effect);
  });

  test('a secret that the plan sets is never said to stand there already', () => {
    const made = change({ properties: [property({ path: 'A', after: '•••• (secret)', secret: true })] });
    expect(judge(made, at('/A', '•••• (secret)')).effect).toBe('overwritten');
  });

  test('says what it becomes only where the plan sets that very property', () => {
    expect(judge(modify('A'), at('/A')).properties[0]?.becomes).toBe('new');
    expect(judge(modify('A'), at('/A/B')).properties[0]?.becomes).toBeNull();
  });
});

describe('what becomes of a change whose resource was deleted', () => {
  test.each([
    ['in place', modify('A'), 'fails'],
    ['in place, perhaps', modify('A', { certainty: 'possible' }), 'may-fail'],
    ['in place or anew', modify('A', { replacement: 'conditional' }), 'may-fail'],
    ['anew', modify('A', { replacement: 'always' }), 'gone'],
    ['removed', change({ action: 'remove' }), 'gone'],
    ['a policy', modify('DeletionPolicy'), 'gone'],
    ['unknown', change({ action: 'dynamic' }), 'may-fail'],
    ['unseen', null, 'may-fail'],
  ] as const)('%s', (_, made, effect) => {
    expect(judge(made, { StackResourceDriftStatus: 'DELETED' })).toMatchObject({ status: 'deleted', effect });
  });
});
