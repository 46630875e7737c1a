import { describe, expect, test } from '@jest/globals';
import { ansiPaint, plainPaint } from '../../src/report/paint.ts';
import { planText } from '../../src/report/plan-terminal.ts';
import {
  createPlan,
  emptyPlan,
  node,
  plan,
  property,
  readyPlan,
  resource,
  stack,
  stop,
  stoppedPlan,
} from './plan-samples.ts';

const wide = { paint: plainPaint, width: 120 };

describe('a plan in a terminal', () => {
  test('shows what it comes to, then the tree', () => {
    expect(planText(readyPlan('dev'), wide)).toBe(
      ` plan  companycam → dev   release 91cc4e07   plan 7f3ad210   ready
   3 changes in 1 of 5 stacks

   app                                         templates/companycam/app.yml
   │ ~ parameter LogLevel                      info → debug
   └─ Api                                      templates/Api.yml
        + DetectionsResource                   AWS::ApiGateway::Resource
        ~ PresignFunction                      AWS::Lambda::Function
            MemorySize                         256 → 512
            Environment.Variables.SIGNING_KEY  •••• (secret) changed
        ↻ Deployment1a2b3c4d                   AWS::ApiGateway::Deployment  API redeployed
   site  1 new, 1 changed, 212 unchanged, 12.3 kB to write, 2 paths to invalidate

   Only possible, decided while it runs: 1 in app/Api.
   Left out: 3 changes that only seem so because an input is not known before it runs.
   Unchanged: 4 stacks.`,
    );
  });

  test('says first why it stops, and how to go on', () => {
    const lines = planText(stoppedPlan(), wide).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      ' plan  companycam → prod   release 91cc4e07   plan c0ffee11   stopped',
      '   stopped  prod would replace a bucket',
      '            app/Storage/PhotosBucket: BucketName changes   templates/modules/bucket.yml line 31',
      '            The old bucket is kept, but the application would start with an empty one.',
      '            If you mean it: --allow 4be1c02d77a9f310',
    ]);
    expect(lines).toContain('        ± PhotosBucket                         AWS::S3::Bucket  replaced');
  });

  test('is short for new stacks and for none', () => {
    expect(planText(createPlan(), wide)).toBe(
      ` plan  companycam → sit   release 91cc4e07   plan 7f3ad210   ready
   4 changes in 2 of 2 stacks

   + app     new stack, 1 resource  templates/companycam/app.yml
   └─ + Api  new stack, 3 resources  templates/Api.yml

   app does not exist yet: planned from its template and parameters.`,
    );
    expect(planText(emptyPlan(), wide)).toBe(
      ` plan  companycam → dev   release 91cc4e07   plan 7f3ad210   no changes
   dev already runs this: nothing to do`,
    );
  });

  test('says the same words with and without colour', () => {
    for (const each of [readyPlan('dev'), stoppedPlan(), createPlan(), emptyPlan()]) {
      const painted = planText(each, { paint: ansiPaint, width: 120 });
      // eslint-disable-next-line no-control-regex -- the colours are what is taken away
      expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(planText(each, wide));
      expect(painted).toContain('\u001b[');
    }
  });

  test('keeps to the width of the terminal', () => {
    const long = plan('dev', [
      stack(
        'app',
        node([], {
          status: 'change',
          changes: [
            resource('X'.repeat(90), 'AWS::Lambda::Function', {
              properties: [property('Code', 'a'.repeat(300), 'b'.repeat(300))],
            }),
          ],
        }),
      ),
    ]);
    const lines = planText(long, { paint: plainPaint, width: 80 }).split('\n').slice(3);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('gives a value before and one after a line each where both have no room in one', () => {
    const lines = planText(stoppedPlan(), { paint: plainPaint, width: 80 }).split('\n');
    const at = lines.findIndex((line) => line.trim().startsWith('BucketName'));
    expect(lines.slice(at, at + 3)).toEqual([
      '            BucketName                       companycam-photos-prod',
      '                                             → companycam-pictures-prod',
      '                                             (replaces)',
    ]);
  });

  test('does not let names and values from outside act on the terminal', () => {
    const nasty = '\u001b[2J\u001b]0;owned\u0007\nline\u202etxt';
    const evil = plan('dev', [
      stack(
        'app',
        node([], {
          status: 'change',
          changes: [resource(nasty, nasty, { properties: [property(nasty, nasty, nasty)] })],
        }),
        { warnings: [nasty] },
      ),
    ]);
    const text = planText(evil, { paint: plainPaint, width: 400 });
    // eslint-disable-next-line no-control-regex -- none may be left
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(text).toContain('\\u{1b}[2J\\u{1b}]0;owned\\u{7}⏎line\\u{202e}txt');
  });

  test('tells many stops in a line each', () => {
    const stops = Array.from({ length: 5 }, (_, index) => stop({ path: `Bucket${index}` }));
    const lines = planText({ ...stoppedPlan(), gate: { verdict: 'stop', stops } }, wide).split('\n');
    expect(lines.filter((line) => line.includes('If you mean it'))).toHaveLength(3);
    expect(lines).toContain(
      '   stopped  prod would replace a bucket: app/Bucket4   --allow 4be1c02d77a9f310',
    );
  });

  test('tells a failed change set apart from a stop that a word lifts', () => {
    const failed = plan(
      'dev',
      [
        stack('app', node([]), {
          changeSet: null,
          failures: [
            {
              path: ['Api'],
              reason: 'Template format error',
              at: { file: 'templates/app.yml', line: 9, column: 3 },
            },
          ],
        }),
      ],
      { gate: { verdict: 'stop', stops: [stop({ overridden: true })] } },
    );
    expect(planText(failed, wide).split('\n').slice(0, 7)).toEqual([
      ' plan  companycam → dev   release 91cc4e07   plan 7f3ad210   cannot be planned',
      '   stopped  dev cannot be planned',
      '            app/Api   templates/app.yml line 9',
      '            Template format error',
      '   allowed  dev would replace a bucket',
      '            app/Storage/PhotosBucket: BucketName changes   templates/modules/bucket.yml line 31',
      '            The old bucket is kept, but the application would start with an empty one.',
    ]);
  });
});
