import { describe, expect, test } from '@jest/globals';
import type { DeploymentEvent } from '../../src/deployment/progress.ts';
import type { DeploymentResult } from '../../src/deployment/result.ts';
import { deploymentFrame } from '../../src/report/deployment-live.ts';
import { advance, startOf } from '../../src/report/deployment-state.ts';
import { deploymentText } from '../../src/report/deployment-text.ts';
import { lineView, liveView } from '../../src/report/deployment-view.ts';
import { plainPaint } from '../../src/report/paint.ts';
import { cause } from './failure-samples.ts';
import { readyPlan } from './plan-samples.ts';
import { check, failingSmoke, smokeReport } from './smoke-samples.ts';

const event = (
  path: readonly string[],
  logicalId: string,
  status: string,
  type = 'AWS::Lambda::Function',
): DeploymentEvent => ({
  kind: 'stack-event',
  stack: 'app',
  event: {
    path,
    logicalId,
    type,
    status,
    reason: status.endsWith('FAILED') ? 'no\u001b[31m room' : null,
    at: '',
  },
});
const nested = 'AWS::CloudFormation::Stack';
const started: DeploymentEvent = {
  kind: 'stack-started',
  stack: 'app',
  stackName: 'companycam-dev-app',
  outcome: 'change',
};
const course: readonly (readonly [number, DeploymentEvent])[] = [
  [0, { kind: 'stack-unchanged', stack: 'edge', stackName: 'companycam-dev-edge' }],
  [1000, started],
  [2000, event([], 'companycam-dev-app', 'UPDATE_IN_PROGRESS', nested)],
  [3000, event([], 'Api', 'UPDATE_IN_PROGRESS', nested)],
  [4000, event(['Api'], 'companycam-dev-app-Api-1X', 'UPDATE_IN_PROGRESS', nested)],
  [5000, event(['Api'], 'DetectionsResource', 'CREATE_IN_PROGRESS')],
  [6000, event(['Api'], 'DetectionsResource', 'CREATE_COMPLETE')],
  [7000, event(['Api'], 'PresignFunction', 'UPDATE_IN_PROGRESS')],
];
const rest: readonly (readonly [number, DeploymentEvent])[] = [
  [41_000, event(['Api'], 'PresignFunction', 'UPDATE_COMPLETE')],
  [42_000, event([], 'Api', 'UPDATE_COMPLETE', nested)],
  [
    43_000,
    {
      kind: 'stack-finished',
      stack: 'app',
      stackName: 'companycam-dev-app',
      result: { kind: 'succeeded', outputs: {}, leftovers: [] },
    },
  ],
  [45_000, { kind: 'site-published', written: 12, total: 214, bytes: 12_345, took: 2000 }],
  [54_000, { kind: 'edge-serving', invalidated: 2, took: 9000 }],
  [
    60_000,
    { kind: 'smoke-finished', report: smokeReport([check('a'), check('b', { outcome: 'not-enforceable' })]) },
  ],
];

describe('the live tree', () => {
  const play = (events: typeof course) =>
    events.reduce((state, [time, each]) => advance(state, each, time), startOf(readyPlan('dev'), 0));

  test('whatever a stack that failed does next is its way back', () => {
    const failed: typeof course = [
      ...course,
      [8000, event([], 'Api', 'UPDATE_FAILED', nested)],
      [9000, event([], 'Api', 'UPDATE_IN_PROGRESS', nested)],
    ];
    expect(play(failed).nodes.get('app/Api')?.word).toBe('rolling back');
    const complete = event([], 'Api', 'UPDATE_COMPLETE', nested);
    const settled = play([...failed, [10_000, complete]]);
    expect(settled.nodes.get('app/Api')?.word).toBe('rolled back');
    const told = play([...failed, [10_000, complete], [11_000, complete]]);
    expect(told.nodes.get('app/Api')?.word).toBe('rolled back');
  });

  test('has a line a stack and says only of what moves what it does', () => {
    const text = deploymentFrame(play(course), { paint: plainPaint, width: 100, now: 41_000 });
    expect(text).toBe(` deploy  companycam → dev   release 91cc4e07   plan 7f3ad210
   edge  no changes
   app               updating        0:40   4 stacks, 2 to change
   ├─ Api            updating        0:38   PresignFunction  ▰▱▱▱▱▱
   └─ 2 unchanged`);
  });

  test('ends with the site, the edge and the checks', () => {
    const text = deploymentFrame(play([...course, ...rest]), { paint: plainPaint, width: 100, now: 99_000 });
    expect(text.split('\n').slice(2)).toEqual([
      '   app               done            0:42   4 stacks, 2 to change',
      '   ├─ Api            done            0:39',
      '   └─ 2 unchanged',
      ' site    12 of 214 files, 12.3 kB   0:02',
      ' edge    2 paths invalidated, serving this release after 0:09',
      ' smoke   1 passed, 1 not enforceable here   0:05',
    ]);
  });

  test('shows a rollback as one', () => {
    const state = play([
      ...course,
      [8000, event(['Api'], 'PresignFunction', 'UPDATE_FAILED')],
      [9000, event(['Api'], 'companycam-dev-app-Api-1X', 'UPDATE_ROLLBACK_IN_PROGRESS', nested)],
      [10_000, event([], 'companycam-dev-app', 'UPDATE_ROLLBACK_IN_PROGRESS', nested)],
    ]);
    expect([...state.nodes.values()].map((each) => `${each.path.join('/')} ${each.word}`)).toEqual([
      'app rolling back',
      'app/Api rolling back',
    ]);
  });
});

test('plain lines tell ends, failures and rollbacks, with the time in front', () => {
  let now = 0;
  const written: string[] = [];
  const view = lineView({
    plan: readyPlan('dev'),
    write: (text) => written.push(text),
    clock: { now: () => now },
  });
  const failed: readonly (readonly [number, DeploymentEvent])[] = [
    [61_000, event(['Api'], 'PresignFunction', 'UPDATE_FAILED')],
    [62_000, event([], 'companycam-dev-app', 'UPDATE_ROLLBACK_IN_PROGRESS', nested)],
    [
      3_662_000,
      {
        kind: 'stack-finished',
        stack: 'app',
        stackName: 'companycam-dev-app',
        result: { kind: 'failed', cause: cause(), rolledBack: true, status: 'UPDATE_ROLLBACK_COMPLETE' },
      },
    ],
  ];
  for (const [time, each] of [...course, ...rest, ...failed]) {
    now = time;
    view.onEvent(each);
  }
  view.stop();
  expect(written.join('')).toBe(
    `   0:00  stack  companycam-dev-edge  no changes
   0:01  stack  companycam-dev-app  is changed
   0:06         app/Api/DetectionsResource  AWS::Lambda::Function  create complete
   0:41         app/Api/PresignFunction  AWS::Lambda::Function  update complete
   0:42         app/Api  AWS::CloudFormation::Stack  update complete
   0:43  stack  companycam-dev-app  done
   0:45  site   12 of 214 files, 12.3 kB
   0:54  edge   2 paths invalidated, serving this release after 0:09
   1:00  smoke  1 passed, 1 not enforceable here
   1:01         app/Api/PresignFunction  AWS::Lambda::Function  update failed  no\\u{1b}[31m room
   1:02         app  AWS::CloudFormation::Stack  update rollback in progress
 1:01:02  stack  companycam-dev-app  failed, rolled back
`,
  );
});

test('the live view draws in place and leaves its last frame standing', () => {
  const written: string[] = [];
  const view = liveView({
    plan: readyPlan('dev'),
    write: (text) => written.push(text),
    clock: { now: () => 0 },
    paint: plainPaint,
    width: 100,
  });
  for (const [, each] of [...course, ...rest]) view.onEvent(each);
  view.say('warning  the lock was taken over');
  expect(written.join('')).toContain('warning  the lock was taken over\n');
  view.stop();
  expect(written[0]).toContain('waiting');
  expect(written.at(-1)).toContain('smoke   1 passed');
});

describe('the end of a deployment', () => {
  const result = (rest: Partial<DeploymentResult>): DeploymentResult => ({
    system: 'companycam',
    environment: 'dev',
    release: '91cc4e07'.padEnd(64, '0'),
    plan: readyPlan('dev'),
    outcome: 'succeeded',
    failure: null,
    siteFailure: null,
    outputs: {},
    site: null,
    smoke: null,
    record: null,
    times: [
      { step: 'stacks', took: 41_000 },
      { step: 'smoke', took: 21_000 },
    ],
    ...rest,
  });

  test.each([
    [result({}), ' done  companycam → dev   release 91cc4e07   in 1:02 min   (stacks 41.0 s, smoke 21.0 s)'],
    [
      result({ outcome: 'no-changes' }),
      ' no changes  companycam → dev   release 91cc4e07   dev already runs this',
    ],
    [
      result({ outcome: 'site-failed', siteFailure: 'assets/main.js is not served' }),
      ` failed  companycam → dev   release 91cc4e07   the stacks are deployed, the site is not
   assets/main.js is not served
   Next: slipway rollback companycam dev`,
    ],
  ])('%#', (each, text) => {
    expect(deploymentText(each, plainPaint)).toBe(text);
  });

  test('a failed smoke run lists what failed and offers the way back', () => {
    const lines = deploymentText(
      result({ outcome: 'smoke-failed', smoke: failingSmoke() }),
      plainPaint,
    ).split('\n');
    expect(lines[0]).toBe(
      ' failed  companycam → dev   release 91cc4e07   deployed, but its smoke checks fail: nothing goes on from here',
    );
    expect(lines[2]).toContain('cors-api/reflects-any-origin');
    expect(lines.at(-1)).toBe('   Next: slipway rollback companycam dev');
  });

  test('a failed stack names its cause', () => {
    const failure = { stack: 'app', cause: cause(), rolledBack: true };
    const text = deploymentText(result({ outcome: 'deploy-failed', failure }), plainPaint);
    expect(text).toContain(' failed  companycam → dev   app / Api / PresignFunction\n');
    expect(text).toContain('Next: mend it, or slipway deploy companycam dev --release 5b0e77aa');
  });
});
