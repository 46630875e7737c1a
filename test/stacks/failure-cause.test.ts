import { describe, expect, test } from '@jest/globals';
import { findFailureCause, findLeftovers } from '../../src/stacks/failure-cause.ts';
import { mergeEvents } from '../../src/stacks/merge-events.ts';
import { nowhere } from '../../src/stacks/operation-outcome.ts';
import { plainReason } from '../../src/stacks/plain-reason.ts';
import { nestedStackType, type TreeEvent } from '../../src/stacks/tree-event.ts';

const root = 'arn:aws:cloudformation:eu-west-1:111111111111:stack/root/1';
const child = 'arn:aws:cloudformation:eu-west-1:111111111111:stack/root-api-X/2';

/** `seconds place status reason`, place being `root`, `Logical`, `api:` (the nested stack itself) or `api/Logical`. */
function events(...lines: readonly (readonly [number, string, string, string?])[]): TreeEvent[] {
  return lines.map(([seconds, place, status, reason], index) => {
    const nested = place.startsWith('api/') || place === 'api:';
    const self = place === 'root' || place === 'api:';
    const stackId = nested ? child : root;
    const logicalId = place === 'root' ? 'root' : place === 'api:' ? 'root-api-X' : place.replace('api/', '');
    return {
      path: nested ? ['api'] : [],
      logicalId,
      type: self || place === 'api' ? nestedStackType : 'AWS::SNS::Topic',
      status,
      reason: reason ?? null,
      at: new Date(seconds * 1000).toISOString(),
      time: seconds * 1000,
      eventId: String(index),
      stackId,
      stackName: nested ? 'root-api-X' : 'root',
      physicalId: self ? stackId : place === 'api' ? child : null,
      self,
      clientRequestToken: null,
      hook: null,
    };
  });
}

describe('the cause of a failure', () => {
  test('is what failed before the rollback, not what failed in it', () => {
    const cause = findFailureCause(
      events(
        [0, 'root', 'UPDATE_IN_PROGRESS', 'User Initiated'],
        [1, 'One', 'UPDATE_FAILED', 'the real one'],
        [2, 'root', 'UPDATE_ROLLBACK_IN_PROGRESS', 'The following resource(s) failed to update: [One]. '],
        [3, 'Two', 'UPDATE_FAILED', 'could not be put back'],
      ),
      nowhere,
    );
    expect(cause).toMatchObject({ logicalId: 'One', reason: 'the real one', others: [] });
  });

  test('survives a nested stack whose failure its parent repeats word for word', () => {
    const cause = findFailureCause(
      events(
        [0, 'root', 'UPDATE_IN_PROGRESS'],
        [1, 'api', 'UPDATE_IN_PROGRESS'],
        [1, 'api/Queue', 'UPDATE_FAILED', 'Invalid value'],
        [1, 'api', 'UPDATE_FAILED', 'Invalid value'],
      ),
      nowhere,
    );
    expect(cause).toMatchObject({ path: ['api'], logicalId: 'Queue', others: [] });
  });

  test('of a nested stack that fails by itself is shown where its parent makes it', () => {
    const cause = findFailureCause(
      events(
        [0, 'root', 'CREATE_IN_PROGRESS'],
        [1, 'api', 'CREATE_IN_PROGRESS'],
        [
          2,
          'api:',
          'CREATE_FAILED',
          'Unresolved resource dependencies [X] in the Outputs block of the template',
        ],
        [3, 'api', 'CREATE_FAILED', `Embedded stack ${child} was not successfully created: Unresolved`],
        [
          4,
          'root',
          'ROLLBACK_IN_PROGRESS',
          'The following resource(s) failed to create: [api]. Rollback requested by user.',
        ],
      ),
      nowhere,
    );
    expect(cause).toMatchObject({
      path: [],
      logicalId: 'api',
      reason: expect.stringContaining('Unresolved resource dependencies'),
      others: [],
    });
  });

  test('is the stack where only it gives a reason', () => {
    const exported = 'Export with name X is already exported by stack other. Rollback requested by user.';
    const cause = findFailureCause(
      events([0, 'root', 'UPDATE_IN_PROGRESS'], [1, 'root', 'UPDATE_ROLLBACK_IN_PROGRESS', exported]),
      nowhere,
    );
    expect(cause).toMatchObject({ path: [], logicalId: 'root', reason: exported });
  });

  test('is a person who cancelled, where nothing else is', () => {
    const cause = findFailureCause(
      events(
        [0, 'root', 'UPDATE_IN_PROGRESS'],
        [1, 'One', 'UPDATE_FAILED', 'Resource update cancelled'],
        [2, 'root', 'UPDATE_ROLLBACK_IN_PROGRESS', 'User Initiated'],
      ),
      nowhere,
    );
    expect(cause).toMatchObject({ logicalId: 'root', reason: 'User Initiated', cancelled: 1 });
  });

  test('is admitted to be unknown', () => {
    expect(findFailureCause([], nowhere)).toMatchObject({
      reason: 'CloudFormation gives no reason',
      cancelled: 0,
    });
  });

  test('counts what was cancelled once, through nested stacks', () => {
    const cause = findFailureCause(
      events(
        [0, 'root', 'CREATE_IN_PROGRESS'],
        [1, 'api', 'CREATE_IN_PROGRESS'],
        [2, 'One', 'CREATE_FAILED', 'no'],
        [3, 'Two', 'CREATE_FAILED', 'Resource creation cancelled'],
        [3, 'api/A', 'CREATE_FAILED', 'Resource creation cancelled'],
        [3, 'api/B', 'CREATE_FAILED', 'Resource creation cancelled'],
        [4, 'api:', 'CREATE_FAILED', 'The following resource(s) failed to create: [A, B]. '],
        [5, 'api', 'CREATE_FAILED', 'Resource creation cancelled'],
      ),
      nowhere,
    );
    expect(cause).toMatchObject({ logicalId: 'One', cancelled: 3, others: [] });
  });
});

describe('leftovers', () => {
  test('are what could not be removed while cleaning up, unless a later try did', () => {
    expect(
      findLeftovers(
        events(
          [0, 'root', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'],
          [1, 'Old', 'DELETE_FAILED', 'busy'],
          [1, 'Full', 'DELETE_FAILED', 'not empty'],
          [2, 'Old', 'DELETE_COMPLETE'],
        ),
      ),
    ).toEqual(['Full: not empty']);
  });
});

describe('the order of events of one millisecond', () => {
  test('puts a nested stack between the beginning and the end that its parent tells', () => {
    const parent = events(
      [5, 'root', 'UPDATE_IN_PROGRESS'],
      [5, 'api', 'UPDATE_IN_PROGRESS'],
      [5, 'api', 'UPDATE_FAILED', 'x'],
      [5, 'root', 'UPDATE_ROLLBACK_IN_PROGRESS'],
    );
    const nested = events([5, 'api:', 'UPDATE_IN_PROGRESS'], [5, 'api/Queue', 'UPDATE_FAILED', 'x']);
    for (const order of [
      [...parent, ...nested],
      [...nested, ...parent],
    ]) {
      expect(mergeEvents(order).map(({ logicalId, status }) => `${logicalId} ${status}`)).toEqual([
        'root UPDATE_IN_PROGRESS',
        'api UPDATE_IN_PROGRESS',
        'root-api-X UPDATE_IN_PROGRESS',
        'Queue UPDATE_FAILED',
        'api UPDATE_FAILED',
        'root UPDATE_ROLLBACK_IN_PROGRESS',
      ]);
    }
  });
});

describe('a plain reason', () => {
  test.each([
    [
      'Resource handler returned message: "The role defined for the function cannot be assumed by Lambda. (Service: Lambda, Status Code: 400, Request ID: 4f1c)" (RequestToken: 7d, HandlerErrorCode: InvalidRequest)',
      'The role defined for the function cannot be assumed by Lambda.',
    ],
    [
      'photos already exists (Service: Amazon S3; Status Code: 409; Error Code: BucketAlreadyExists; Request ID: X; S3 Extended Request ID: Y=; Proxy: null)',
      'photos already exists',
    ],
    [
      'Invalid value for the parameter VisibilityTimeout.',
      'Invalid value for the parameter VisibilityTimeout.',
    ],
  ])('%s', (reason, plain) => {
    expect(plainReason(reason)).toBe(plain);
  });
});
