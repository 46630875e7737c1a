import { StackStatus } from '@aws-sdk/client-cloudformation';
import { describe, expect, test } from '@jest/globals';
import {
  isFailedCreation,
  isInProgress,
  isReview,
  isRolledBack,
  isStuck,
  isSuccess,
  isTerminal,
  isUpdatable,
  stackStatuses,
} from '../../src/stacks/stack-status.ts';

describe('stack statuses', () => {
  test('are all 23 that the API has', () => {
    expect([...stackStatuses].sort()).toEqual(Object.values(StackStatus).sort());
    expect(stackStatuses).toHaveLength(23);
  });

  test('each means exactly one thing to somebody who wants to deploy', () => {
    for (const status of stackStatuses) {
      const meanings = [isInProgress, isUpdatable, isReview, isFailedCreation, isStuck].filter((is) =>
        is(status),
      );
      expect({ status, meanings: meanings.length }).toEqual({
        status,
        meanings: status === 'DELETE_COMPLETE' ? 0 : 1,
      });
    }
  });

  test('a stack in review is neither moving nor at its end', () => {
    expect(isInProgress('REVIEW_IN_PROGRESS')).toBe(false);
    expect(isTerminal('REVIEW_IN_PROGRESS')).toBe(false);
    expect(isReview('REVIEW_IN_PROGRESS')).toBe(true);
  });

  test('clean-up still moves, in success as in rollback', () => {
    expect(isTerminal('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS')).toBe(false);
    expect(isTerminal('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS')).toBe(false);
  });

  test('a rollback that ended well is no success', () => {
    expect(isSuccess('UPDATE_ROLLBACK_COMPLETE')).toBe(false);
    expect(isRolledBack('UPDATE_ROLLBACK_COMPLETE')).toBe(true);
    expect(isRolledBack('UPDATE_ROLLBACK_FAILED')).toBe(false);
  });

  test('a status that does not exist means nothing', () => {
    expect([isInProgress, isTerminal, isUpdatable].map((is) => is('toString'))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
