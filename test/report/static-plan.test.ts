import { describe, expect, test } from '@jest/globals';
import type { StaticPlan } from '../../src/plan/static-plan.ts';
import { reportPage } from '../../src/report/html/report-page.ts';
import { plainPaint } from '../../src/report/paint.ts';
import { planMarkdown } from '../../src/report/plan-markdown.ts';
import { planText } from '../../src/report/plan-terminal.ts';
import { readyPlan, stoppedPlan } from './plan-samples.ts';

/** What a comparison says where a plan with AWS's help would have said the same. */
function comparison(rest: Partial<StaticPlan> = {}): StaticPlan {
  const { system, environment, account, stacks } = readyPlan('dev');
  return {
    ...{ schema: 1, kind: 'static', system, environment, account, stacks },
    comparedWith: 'a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2',
    remarks: [],
    gate: { verdict: 'pass', stops: [] },
    hasChanges: true,
    ...rest,
  };
}

const stopped = (): StaticPlan => {
  const { stacks, gate } = stoppedPlan();
  const stops = gate.stops.map(({ stack, path, type, action, reason, at, property, policyAction }) => ({
    ...{ stack, path, type, action, reason, at, property, policyAction },
  }));
  return comparison({ environment: 'prod', stacks, gate: { verdict: 'stop', stops } });
};
const unchanged = (): StaticPlan => comparison({ stacks: [], hasChanges: false, remarks: ['edge moves.'] });

const caution =
  'Compared with the base (a1b2c3d4e5f6), not with what runs; made from the sources, without credentials.';

describe('a comparison of sources', () => {
  test('in a terminal says so below its verdict, and is never called ready', () => {
    const lines = planText(comparison(), { paint: plainPaint, width: 100 }).split('\n');
    expect(lines.slice(0, 2)).toEqual([' plan  companycam → dev   changes', `   ${caution}`]);
    expect(planText(unchanged(), { paint: plainPaint, width: 100 }).split('\n')).toEqual([
      ' plan  companycam → dev   no changes',
      `   ${caution}`,
      '   the templates and parameters give what the base gives',
      '   edge moves.',
    ]);
  });

  test('stops without offering a word', () => {
    const text = planText(stopped(), { paint: plainPaint, width: 100 });
    expect(text).toContain('stopped  prod would replace a bucket');
    expect(text).not.toMatch(/allow|[0-9a-f]{16}/);
  });

  test('in Markdown says it once, before anything else, whatever the environments', () => {
    const text = planMarkdown({
      system: 'companycam',
      release: '',
      commit: 'a1b2c3d4e5f6',
      entries: [
        { environment: 'dev', plan: comparison() },
        { environment: 'sit', plan: unchanged() },
        { environment: 'prod', plan: stopped() },
      ],
    });
    expect(text.split('\n')[0]).toBe(
      '### Slipway · companycam · prod stops, dev changes, sit has no changes',
    );
    expect(text.split('Compared with the base')).toHaveLength(2);
    expect(text.indexOf('Compared with the base')).toBeLessThan(text.indexOf('| environment |'));
    expect(text).not.toMatch(/slipway:allow|release `|plan dev/);
  });

  test('in a page has neither release nor plan nor time, and says what it is', () => {
    const text = reportPage({ title: 'x', subtitle: 'y', sections: [{ kind: 'plan', plan: stopped() }] });
    expect(text).toContain(caution);
    expect(text).not.toMatch(/release <code>|· plan <code>|made \d|slipway:allow/);
  });

  test('of a folder calls it by its name', () => {
    const text = planText(comparison({ comparedWith: 'main' }), { paint: plainPaint, width: 100 });
    expect(text).toContain('Compared with the base (main), not');
  });
});
