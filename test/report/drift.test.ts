import { describe, expect, test } from '@jest/globals';
import type { DriftedProperty, DriftedResource, StackDrift } from '../../src/plan/drift/drift.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { reportPage } from '../../src/report/html/report-page.ts';
import { plainPaint } from '../../src/report/paint.ts';
import { headline, planMarkdown } from '../../src/report/plan-markdown.ts';
import { planText } from '../../src/report/plan-terminal.ts';
import { node, plan, resource, stack } from './plan-samples.ts';

const property = (rest: Partial<DriftedProperty> = {}): DriftedProperty => ({
  path: 'MemorySize',
  difference: 'not-equal',
  expected: '256',
  actual: '1024',
  becomes: '512',
  secret: false,
  effect: 'overwritten',
  ...rest,
});

const drifted = (rest: Partial<DriftedResource> = {}): DriftedResource => ({
  path: ['Api', 'PresignFunction'],
  type: 'AWS::Lambda::Function',
  at: { file: 'templates/Api.yml', line: 12, column: 3 },
  status: 'modified',
  effect: 'overwritten',
  checkedAt: '2026-11-21T09:59:00.000Z',
  properties: [property()],
  ...rest,
});

function planWith(drift: Partial<StackDrift>): Plan {
  const root = node([], {
    status: 'change',
    changes: [resource('PresignFunction', 'AWS::Lambda::Function')],
  });
  const whole: StackDrift = {
    looked: 'now',
    checked: 1,
    checkedAt: '2026-11-21T09:59:00.000Z',
    drifted: [],
    unknown: [],
    ...drift,
  };
  return plan('prod', [stack('app', root, { drift: whole })]);
}

const markdown = (of: Plan, limit?: number): string =>
  planMarkdown({
    system: 'companycam',
    release: of.release,
    commit: null,
    entries: [{ environment: 'prod', plan: of }],
    ...(limit === undefined ? {} : { limit }),
  });
const terminal = (of: Plan): string => planText(of, { paint: plainPaint, width: 100 });
/** The plan's own part of the page, without styles, scripts and filters. */
const page = (of: Plan): string => {
  const whole = reportPage({ title: 'x', subtitle: '', sections: [{ kind: 'plan', plan: of }] });
  return whole.slice(whole.indexOf('<section'), whole.indexOf('</section>')).replace(/\s+/g, ' ');
};
const all = (of: Plan): readonly string[] => [markdown(of), terminal(of), page(of)];

describe('drift in every rendering', () => {
  test('what is overwritten, in which property, and where', () => {
    for (const text of all(planWith({ drifted: [drifted()] }))) {
      expect(text).toContain('prod would overwrite drift in 1 resource');
      expect(text).toContain('app/Api/PresignFunction');
      expect(text).toContain('is 1024, was deployed as 256, becomes 512');
      expect(text).toContain('templates/Api.yml line 12');
    }
  });

  test('as a terminal shows it', () => {
    const text = terminal(
      planWith({
        checked: 3,
        drifted: [
          drifted({ path: ['Api', 'Jobs'], status: 'deleted', effect: 'fails', properties: [] }),
          drifted({
            properties: [property(), property({ path: 'Timeout', becomes: null, effect: 'possible' })],
          }),
          drifted({ path: ['Old'], effect: 'gone', status: 'deleted', properties: [] }),
        ],
        unknown: [{ path: ['Api'], resources: ['Stage'], because: 'drift detection does not know its type' }],
      }),
    );
    expect(text.split('\n').slice(1, 9)).toEqual([
      '   drift    prod would fail on 1 resource deleted by hand and overwrite drift in 1 resource; drift of 1 resource in prod is unknown',
      '            app/Api/Jobs was deleted by hand: the update fails there and rolls back   templates/Api.yml line 12',
      '            app/Api/PresignFunction is overwritten   templates/Api.yml line 12',
      '              MemorySize is 1024, was deployed as 256, becomes 512',
      '              Timeout is 1024, was deployed as 256 (may be overwritten, too)',
      '            app/Old was deleted by hand already, and the plan does not need it   templates/Api.yml line 12',
      '            unknown: app/Api/Stage: drift detection does not know its type',
      '   1 change in 1 of 1 stack',
    ]);
    expect(text).toContain('Drift: 3 of 4 changed resources compared with what was deployed, 3 differ.');
  });

  test('beside the verdict, so that nobody takes a plan that fails for one that is ready', () => {
    const verdictOf = (effect: DriftedResource['effect']): string =>
      /^\| prod .*\| ([^|]*) \|$/m.exec(markdown(planWith({ drifted: [drifted({ effect })] })))?.[1] ?? '';
    expect(verdictOf('fails')).toBe('ready, **fails on drift**');
    expect(verdictOf('overwritten')).toBe('ready, **overwrites drift**');
    expect(verdictOf('possible')).toBe('ready, **may overwrite drift**');
    expect(verdictOf('adopted')).toBe('ready');
  });

  test('in the first line, where what is ready is certain to fail', () => {
    const prod = planWith({ drifted: [drifted({ effect: 'fails' })] });
    const first = (...plans: readonly Plan[]): string => {
      const entries = plans.map((each) => ({ environment: each.environment, plan: each }));
      return headline(entries);
    };
    expect(first(prod)).toBe('prod is ready, but fails on drift');
    expect(first({ ...prod, environment: 'sit' }, planWith({ drifted: [drifted()] }))).toBe(
      'sit and prod are ready, but sit fails on drift',
    );
    const stopped: Plan = { ...prod, gate: { verdict: 'stop', stops: [] } };
    expect(first(stopped)).toBe('prod stops');
  });

  test('as a comment shows it: a line for each property', () => {
    const properties = [property(), property({ path: 'Timeout', becomes: null, effect: 'possible' })];
    expect(markdown(planWith({ drifted: [drifted({ properties })] }))).toContain(
      [
        '> **prod would overwrite drift in 1 resource.**',
        '> - `app/Api/PresignFunction` (templates/Api.yml line 12) is overwritten',
        '>   - `MemorySize` is 1024, was deployed as 256, becomes 512',
        '>   - `Timeout` is 1024, was deployed as 256 &#40;may be overwritten, too&#41;',
      ].join('\n'),
    );
  });

  test('a secret is told as changed and not told', () => {
    const masked = { expected: '•••• (secret)', actual: '•••• (secret)', becomes: null, secret: true };
    for (const text of all(planWith({ drifted: [drifted({ properties: [property(masked)] })] })))
      expect(text).toMatch(/•••• (?:\(|&#40;)secret(?:\)|&#41;) was changed by hand/);
  });

  test('a detection that was refused is never silent', () => {
    const because = 'AccessDenied: slipway-plan is not authorized to perform cloudformation:DetectStackDrift';
    const of = planWith({
      checked: 0,
      checkedAt: null,
      unknown: [{ path: ['Api'], resources: ['A', 'B'], because }],
    });
    for (const text of all(of)) {
      expect(text).toContain('drift of 2 resources in prod is unknown');
      expect(text).toContain('slipway-plan is not authorized to perform');
      expect(text).toContain(
        '0 of 2 changed resources compared with what was deployed, so nothing is known.',
      );
    }
  });

  test('no drift is said, too, and where it is known from', () => {
    for (const text of all(planWith({ looked: 'last', checked: 4 }))) {
      expect(text).toContain('4 changed resources compared with what was deployed, by the last detection');
      expect(text).toContain('2026-11-21 09:59 UTC at the earliest');
      expect(text).toContain('none differs');
      expect(text).not.toContain('overwrite drift');
    }
  });

  test('a plan that was not asked says nothing of it', () => {
    const root = node([], {
      status: 'change',
      changes: [resource('PresignFunction', 'AWS::Lambda::Function')],
    });
    for (const text of all(plan('prod', [stack('app', root)]))) expect(text).not.toMatch(/drift/i);
  });

  test('a plan without changes says that there was nothing to overwrite', () => {
    const none = planWith({ checked: 0, checkedAt: null });
    const text = terminal({ ...none, hasChanges: false });
    expect(text).toContain('Drift: nothing that stands is changed, so nothing can be overwritten.');
  });

  test('what stays as it is makes no news', () => {
    const text = markdown(planWith({ drifted: [drifted({ effect: 'stays' })] }));
    expect(text).not.toContain('**prod');
    expect(text).toContain('1 differs');
  });

  test('names and values from outside format nothing', () => {
    const wild = property({ path: 'a`b', actual: '<u>**x** @all', expected: '</li>' });
    const of = planWith({ drifted: [drifted({ properties: [wild] })] });
    expect(markdown(of)).not.toMatch(/<u>|\*\*x|@all/);
    expect(page(of)).not.toContain('<u>');
  });

  test('of very much, a comment tells the worst and counts the rest', () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      drifted({
        path: ['Api', `Function${index}`],
        properties: Array.from({ length: 30 }, (__, each) =>
          property({ path: `P${each}`, actual: 'x'.repeat(500) }),
        ),
      }),
    );
    const of = planWith({ checked: 400, drifted: many });
    const text = markdown(of);
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain('prod would overwrite drift in 400 resources');
    expect(text).toContain('and 395 more resources, in the full report');
    expect(text).toContain('and 26 more properties');
    expect(page(of)).toContain('Function399');
    expect(markdown(of, 1_500).length).toBeLessThanOrEqual(1_500);
  });
});
