import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { reportPage } from '../../src/report/html/report-page.ts';
import { node, plan, property, resource, stack, stop, stoppedPlan } from './plan-samples.ts';
import { failingSmoke } from './smoke-samples.ts';

const page = reportPage({
  title: 'Slipway · companycam',
  subtitle: 'release 91cc4e07',
  sections: [
    { kind: 'plan', plan: stoppedPlan() },
    { kind: 'smoke', report: failingSmoke() },
    {
      kind: 'steps',
      steps: [
        {
          title: 'First',
          ok: false,
          took: 1200,
          expectations: [{ text: 'it works', ok: false, detail: 'it does not' }],
          sections: [{ kind: 'text', title: 'Printed', text: 'a\n  b' }],
        },
      ],
    },
  ],
});

describe('the page', () => {
  test('needs nothing from elsewhere and says so to the browser', () => {
    expect(page).not.toMatch(/(?:src|href)="(?!#)|url\(|@import|https?:\/\/(?!abc\.|evil\.)/);
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1] ?? '';
    const digest = (tag: string): string => {
      const body = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
      return createHash('sha256').update(body).digest('base64');
    };
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${digest('style')}'; script-src 'sha256-${digest('script')}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/ style="| on[a-z]+="/);
  });

  test('holds the whole tree, with values that are never cut, and what to search by', () => {
    expect(page).toContain('companycam-photos-prod → companycam-pictures-prod  (replaces)');
    expect(page).toContain('data-text="storage photosbucket aws::s3::bucket bucketname"');
    expect(page).toContain('slipway:allow 4be1c02d77a9f310');
    expect(page).toContain('<pre>a\n  b</pre>');
  });

  test('opens a step that went wrong', () => {
    expect(page).toMatch(/<details class="step" id="s3-1"\s+open>/);
  });
});

test('nothing from outside becomes markup', () => {
  const nasty = `"><script>alert(1)</script><img src=x onerror='1'>&amp;\u0000`;
  const evil = plan(
    'dev',
    [
      stack(
        nasty,
        node([], {
          status: 'change',
          template: nasty,
          changes: [
            resource(nasty, nasty, {
              at: { file: nasty, line: 1, column: 1 },
              properties: [property(nasty, nasty, nasty)],
            }),
          ],
        }),
        { warnings: [nasty], stackName: nasty },
      ),
    ],
    {
      system: nasty,
      gate: {
        verdict: 'stop',
        stops: [stop({ path: nasty, reason: nasty, property: nasty, policyAction: null })],
      },
    },
  );
  const text = reportPage({
    title: nasty,
    subtitle: nasty,
    sections: [
      { kind: 'plan', plan: evil },
      { kind: 'text', title: nasty, text: nasty },
    ],
  });
  expect(text.match(/<script/g)).toHaveLength(1);
  expect(text).not.toMatch(/<img|onerror='/);
  expect(text).toContain('&#34;&#62;&#60;script&#62;alert(1)');
});
