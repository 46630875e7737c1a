import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { CostEstimate } from '../../src/plan/cost/estimate-cost.ts';
import type { StackDrift } from '../../src/plan/drift/drift.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { AnyPlan } from '../../src/plan/static-plan.ts';
import { reportPage } from '../../src/report/html/report-page.ts';
import {
  createPlan,
  node,
  plan,
  property,
  readyPlan,
  resource,
  stack,
  stop,
  stoppedPlan,
} from './plan-samples.ts';
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

test('the picture tells which stacks cannot be planned', () => {
  const children = [node(['Api']), node(['Storage'])];
  const failures = [{ path: ['Api'], reason: 'Template format error', at: null }];
  const of = plan('dev', [
    stack('app', node([], { status: 'change', changes: [resource('A', 'T')], children }), { failures }),
    stack('jobs', node([], { status: 'change', changes: [resource('A', 'T')] })),
  ]);
  const text = textOf(reportPage({ title: 'x', subtitle: '', sections: [{ kind: 'plan', plan: of }] }));
  expect(text).toMatch(/Api cannot be planned\s+1 unchanged/);
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
    expect(textOf(page)).toContain('BucketName companycam-photos-prod → companycam-pictures-prod replaces');
    expect(page).toContain('data-text="app storage/photosbucket aws::s3::bucket replace bucketname"');
    expect(page).toContain('slipway:allow 4be1c02d77a9f310');
    expect(page).toContain('<pre>a\n  b</pre>');
  });

  test('leads from a stop to its change, and from the picture to each stack', () => {
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, target = '']) => target);
    expect(targets.length).toBeGreaterThan(4);
    for (const target of targets) expect(page.split(` id="${target}"`)).toHaveLength(2);
    expect(page).toMatch(
      /<a href="#(s1-stop-0)"><code>app\/Storage\/PhotosBucket<\/code><\/a>[^]*data-risk="stake replace"[^>]* id="\1"/,
    );
  });

  test('opens a step that went wrong', () => {
    expect(page).toMatch(/<details class="step" id="s3-1"\s+open>/);
  });
});

describe('a plan', () => {
  const shown = (...plans: readonly AnyPlan[]): string =>
    reportPage({ title: 't', subtitle: 's', sections: plans.map((each) => ({ kind: 'plan', plan: each })) });

  test('is compared with those of the other environments at the top', () => {
    const text = textOf(shown(readyPlan('dev'), stoppedPlan()));
    expect(text).toMatch(
      /dev ready companycam · us-east-1, eu-west-1 ~ 2 modify \+ 1 add \? 1 only possible/,
    );
    expect(text).toMatch(/prod stopped companycam · eu-west-1 ± 1 replace ~ 2 modify/);
    expect(shown(readyPlan('dev'))).not.toContain('<nav');
  });

  test('says which stacks are new, removed, unchanged, or take from another', () => {
    const text = textOf(shown(createPlan()));
    expect(text).toContain('app +1 takes from edge Api +3');
    expect(text).toContain('Api new stack 3 changes');
    expect(textOf(shown(readyPlan('dev')))).toContain('app Api ~1 ↻1 +1 ?1 2 unchanged');
  });

  test('tells each price with its source, and what has none', () => {
    const priced = (items: CostEstimate['items']): Plan => {
      const one = stoppedPlan();
      const cost: CostEstimate = {
        region: 'eu-west-1',
        usd: 1,
        items,
        byUse: [{ path: 'Api/AccessLog', type: 'AWS::Logs::LogGroup', because: 'gigabytes written' }],
        notPriced: [],
      };
      return { ...one, stacks: one.stacks.map((each) => ({ ...each, cost })) };
    };
    const text = textOf(
      shown(
        priced([
          {
            path: 'Api/PresignFunction',
            type: 'AWS::Lambda::Function',
            before: 1.5,
            after: 2.5,
            source: 'a price list',
            read: '2026-11-01',
            note: 'two at once',
          },
        ]),
      ),
    );
    expect(text).toContain('PresignFunction AWS::Lambda::Function + $1.00 a month');
    expect(text).toContain(
      'app/Api/PresignFunction AWS::Lambda::Function $1.50 $2.50 + $1.00 two at once a price list, read 2026-11-01',
    );
    expect(text).toContain('app/Api/AccessLog AWS::Logs::LogGroup paid by use gigabytes written');
    expect(textOf(shown(stoppedPlan()))).not.toContain('Monthly cost');
    expect(textOf(shown(readyPlan('dev'), priced([])))).toContain(
      '+ 1 add ? 1 only possible monthly cost: by use',
    );
  });

  test('marks each change that meets what was done by hand', () => {
    const one = stoppedPlan();
    const checkedAt = '2026-11-21T10:00:00.000Z';
    const drifted: StackDrift['drifted'] = [
      {
        path: ['Api', 'PresignFunction'],
        type: 'AWS::Lambda::Function',
        at: null,
        status: 'modified',
        effect: 'overwritten',
        checkedAt,
        properties: [],
      },
    ];
    const drift: StackDrift = { looked: 'now', checked: 4, checkedAt, drifted, unknown: [] };
    const text = shown({ ...one, stacks: one.stacks.map((each) => ({ ...each, drift })) });
    expect(textOf(text)).toContain('PresignFunction AWS::Lambda::Function overwrites drift');
    expect(text.match(/data-risk="change drift"/g)).toHaveLength(1);
    expect(text.match(/data-risk="[^"]*drift[^"]*"/g)).toHaveLength(1);
  });

  test('of many stops tells some in full and folds the others, none left out', () => {
    const stops = Array.from({ length: 40 }, (_, index) =>
      stop({ path: `Storage/Bucket${index}`, override: String(index).padStart(16, '0') }),
    );
    const text = shown({ ...stoppedPlan(), gate: { verdict: 'stop', stops } });
    expect(text.match(/<div class="stop/g)).toHaveLength(40);
    expect(textOf(text)).toContain('34 more like this');
    for (const { override } of stops) expect(text).toContain(`data-copy="slipway:allow ${override}"`);
  });

  test('marks a stop that a word lets through, and asks for no word any more', () => {
    const one = stoppedPlan();
    const stops = [stop({ overridden: true })];
    const text = shown({ ...one, gate: { verdict: 'pass', stops } });
    expect(textOf(text)).toContain('PhotosBucket AWS::S3::Bucket data at stake, allowed replaced');
    expect(text).not.toContain('data-copy=');
  });

  test('tells of a removed resource what it is called, and what becomes of it', () => {
    const gone = resource('Jobs', 'AWS::SQS::Queue', {
      action: 'remove',
      physicalId: 'jobs-queue',
      policyAction: 'Delete',
    });
    const text = textOf(shown(plan('dev', [stack('app', node([], { status: 'change', changes: [gone] }))])));
    expect(text).toContain('remove Jobs AWS::SQS::Queue');
    expect(text).toContain('now jobs-queue · policy of CloudFormation: Delete');
  });

  test('counts what was not seen as found by that word', () => {
    const root = node([], {
      status: 'change',
      unseen: [{ logicalId: 'Photos', type: 'AWS::S3::Bucket', at: null }],
    });
    const text = shown(plan('dev', [stack('app', root, { certainty: 'partial' })]));
    expect(text).toMatch(/data-risk="possible"\s+data-text="app photos aws::s3::bucket not seen"/);
    expect(textOf(text)).toContain('certainty: partial.');
  });
});

/** What a reader without style and script reads, in one line. */
function textOf(markup: string): string {
  const body = markup.slice(markup.indexOf('<body>'), markup.indexOf('<script>'));
  return body
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')
    .replace(/ (?=[:,.])/g, '');
}

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
