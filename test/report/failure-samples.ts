import type { FailureCause } from '../../src/stacks/failure.ts';

/** A failed deployment's cause, with fields to override. */
export const cause = (rest: Partial<FailureCause> = {}): FailureCause => ({
  path: ['Api'],
  logicalId: 'PresignFunction',
  type: 'AWS::Lambda::Function',
  status: 'CREATE_FAILED',
  reason: 'the role may not be assumed by Lambda',
  at: { file: 'templates/companycam/api.yml', line: 112, column: 7 },
  sourceLine: 'Role: !GetAtt PresignRole.Arn',
  cancelled: 11,
  others: [],
  ...rest,
});
