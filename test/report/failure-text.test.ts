import { expect, test } from '@jest/globals';
import { failureMarkdown, failureText, type FailureView } from '../../src/report/failure-text.ts';
import { plainPaint } from '../../src/report/paint.ts';
import { cause } from './failure-samples.ts';

const view = (rest: Partial<FailureView> = {}): FailureView => ({
  system: 'companycam',
  environment: 'dev',
  stack: 'app',
  cause: cause(),
  rolledBack: true,
  previousRelease: '5b0e77aa'.padEnd(64, '0'),
  next: 'mend it, or slipway deploy companycam dev --release 5b0e77aa',
  ...rest,
});

test('a failure names the cause, the place and the way out', () => {
  expect(failureText(view(), plainPaint)).toBe(
    ` failed  companycam → dev   app / Api / PresignFunction
   AWS::Lambda::Function could not be created: the role may not be assumed by Lambda
   templates/companycam/api.yml:112      Role: !GetAtt PresignRole.Arn
   Rolled back; dev runs release 5b0e77aa as before. 11 resources were cancelled because of this.
   Next: mend it, or slipway deploy companycam dev --release 5b0e77aa`,
  );
});

test('other failures stand beside it, and a stack that is stuck is said', () => {
  const text = failureText(
    view({
      cause: cause({
        status: 'UPDATE_FAILED',
        at: null,
        cancelled: 1,
        others: [{ path: ['Alarms'], logicalId: 'Topic', reason: 'limit exceeded' }],
      }),
      rolledBack: false,
      next: null,
    }),
    plainPaint,
  );
  expect(text).toBe(
    ` failed  companycam → dev   app / Api / PresignFunction
   AWS::Lambda::Function could not be updated: the role may not be assumed by Lambda
   also  Alarms / Topic: limit exceeded
   It could not be rolled back; the stack needs help before anything else. 1 resource was cancelled because of this.`,
  );
});

test('the first creation leaves nothing', () => {
  expect(failureText(view({ previousRelease: null, cause: cause({ cancelled: 0 }) }), plainPaint)).toContain(
    '\n   Rolled back; nothing of it is left.\n',
  );
});

test('Markdown keeps reasons from formatting anything', () => {
  const text = failureMarkdown(
    view({ cause: cause({ reason: '<b>`x`</b>\n# y', at: null, sourceLine: null }) }),
  );
  expect(text).toBe(
    `### failed: companycam → dev, \`app / Api / PresignFunction\`

\`AWS::Lambda::Function\` could not be created: \`\`<b>\`x\`</b>⏎# y\`\`

Rolled back; dev runs release 5b0e77aa as before. 11 resources were cancelled because of this.

Next: \`mend it, or slipway deploy companycam dev --release 5b0e77aa\``,
  );
});
