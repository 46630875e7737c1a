import { expect, test } from '@jest/globals';
import { caveat } from '../../src/report/plan-notes.ts';
import { plainPaint } from '../../src/report/paint.ts';
import { planText } from '../../src/report/plan-terminal.ts';
import { node, plan, readyPlan, resource, stack } from './plan-samples.ts';

const changed = node([], { status: 'change', changes: [resource('Queue', 'AWS::SQS::Queue')] });

test('a plan that saw a part only says so before the tree, with the stacks that it is so of', () => {
  const partial = plan('prod', [
    stack('edge', changed),
    stack('app', changed, { certainty: 'partial' }),
    stack('jobs', changed, { certainty: 'partial' }),
  ]);
  const lines = planText(partial, { paint: plainPaint, width: 160 }).split('\n');
  expect(lines[1]).toContain('certainty: partial. In prod, the nested stacks of app and jobs');
});

test('one that saw all says nothing of the kind', () => {
  expect(caveat(readyPlan('dev'))).toBeNull();
});
