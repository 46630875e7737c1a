import { expect, test } from '@jest/globals';
import { reportPage } from '../../src/report/html/report-page.ts';
import { plainPaint } from '../../src/report/paint.ts';
import { planMarkdown } from '../../src/report/plan-markdown.ts';
import { planText } from '../../src/report/plan-terminal.ts';
import { node, parameter, plan, property, resource, stack } from './plan-samples.ts';

/** A value that was not masked on its way must still not print where the data says that it is a secret. */
test('no rendering prints the value of what is marked secret', () => {
  const canary = 'canary-5f1d-do-not-print';
  const leaking = plan('dev', [
    stack(
      'app',
      node([], {
        status: 'change',
        changes: [
          resource('Function', 'AWS::Lambda::Function', {
            properties: [property('Environment.Variables.KEY', canary, `${canary}2`, { secret: true })],
          }),
        ],
      }),
      { parameters: [parameter('Key', canary, `${canary}3`, { secret: true })] },
    ),
  ]);
  const renderings = [
    planText(leaking, { paint: plainPaint, width: 200 }),
    planMarkdown({
      system: 'companycam',
      release: leaking.release,
      commit: null,
      entries: [{ environment: 'dev', plan: leaking }],
    }),
    reportPage({ title: 't', subtitle: 's', sections: [{ kind: 'plan', plan: leaking }] }),
  ];
  for (const text of renderings) {
    expect(text).not.toContain(canary);
    expect(text.match(/•••• \(secret\) changed/g)).toHaveLength(2);
  }
});
