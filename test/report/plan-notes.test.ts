import { describe, expect, test } from '@jest/globals';
import { reportPage } from '../../src/report/html/report-page.ts';
import { plainPaint } from '../../src/report/paint.ts';
import { notes, sizeText, stopTexts } from '../../src/report/plan-notes.ts';
import { planMarkdown } from '../../src/report/plan-markdown.ts';
import { totals } from '../../src/report/plan-summary.ts';
import { planText } from '../../src/report/plan-terminal.ts';
import { node, plan, property, resource, stack, stop, stoppedPlan } from './plan-samples.ts';

const possible = resource('PresignFunction', 'AWS::Lambda::Function', { certainty: 'possible' });
const unseen = { logicalId: 'Table', type: 'AWS::DynamoDB::Table', at: null };
const failure = { path: ['Storage'], reason: 'Template format error', at: null };

describe('the stacks that are called unchanged', () => {
  test('are none in which something is possible, is not seen, or cannot be planned', () => {
    const children = [
      node(['Api'], { status: 'change', changes: [possible] }),
      node(['Tables'], { status: 'change', unseen: [unseen] }),
      node(['Storage']),
      node(['Alarms']),
    ];
    const of = plan('prod', [
      stack('app', node([], { status: 'change', children }), { failures: [failure] }),
    ]);
    // the root and Alarms
    expect(notes(of)).toContain('Unchanged: 2 stacks.');
  });

  test('are not all where only a part could be seen', () => {
    const children = [node(['Tables'], { status: 'change', unseen: [unseen] })];
    const of = plan('prod', [stack('app', node([], { status: 'change', children }))]);
    expect(sizeText(totals(of.stacks))).toBe('no certain change in 2 stacks, 1 resource not seen');
  });
});

describe('a stop', () => {
  test('for what only may be made anew does not say that it will be', () => {
    const [app] = stoppedPlan().stacks;
    const bucket = (rest: object): ReturnType<typeof plan> =>
      plan(
        'prod',
        [
          stack(
            'app',
            node([], {
              status: 'change',
              children: [
                node(['Storage'], {
                  status: 'change',
                  changes: [
                    resource('PhotosBucket', 'AWS::S3::Bucket', {
                      properties: [property('BucketName', 'a', 'b')],
                      ...rest,
                    }),
                  ],
                }),
              ],
            }),
            { region: app?.region ?? '' },
          ),
        ],
        { gate: { verdict: 'stop', stops: [stop()] } },
      );
    const headlineOf = (rest: object): string | undefined => stopTexts(bucket(rest))[0]?.headline;
    expect(headlineOf({ replacement: 'always' })).toBe('prod would replace a bucket');
    expect(headlineOf({ replacement: 'conditional' })).toBe('prod may replace a bucket');
    expect(headlineOf({ replacement: 'always', certainty: 'possible' })).toBe('prod may replace a bucket');
    expect(headlineOf({ action: 'dynamic' })).toBe('prod may replace a bucket');
  });
});

test('a failure is told once, not as a warning again', () => {
  const warnings = ['app/Storage: Template format error', 'app/Api: a hook warns'];
  const of = plan('prod', [
    stack('app', node([], { status: 'change', children: [node(['Storage'])] }), {
      changeSet: null,
      failures: [failure],
      warnings,
    }),
  ]);
  const texts = [
    planText(of, { paint: plainPaint, width: 100 }),
    reportPage({ title: 'x', subtitle: '', sections: [{ kind: 'plan', plan: of }] }),
    planMarkdown({
      ...{ system: 'companycam', release: '', commit: null },
      entries: [{ environment: 'prod', plan: of }],
    }),
  ];
  for (const text of texts) {
    expect(text.split('Template format error')).toHaveLength(2);
    expect(text).toContain('app/Api: a hook warns');
  }
});
