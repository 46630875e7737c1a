import { describe, expect, test } from '@jest/globals';
import { planMarkdown, type PlanComment } from '../../src/report/plan-markdown.ts';
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
import { withoutCode } from './without-code.ts';

const comment = (entries: PlanComment['entries'], rest: Partial<PlanComment> = {}): string =>
  planMarkdown({
    system: 'companycam',
    release: readyPlan('dev').release,
    commit: 'a1b2c3d4e5f6',
    entries,
    ...rest,
  });

describe('the comment', () => {
  test('gives the verdict, a line an environment, what stops, and folds the rest away', () => {
    const text = comment(
      [
        { environment: 'dev', plan: readyPlan('dev') },
        { environment: 'sit', plan: readyPlan('sit') },
        { environment: 'prod', plan: stoppedPlan() },
      ],
      { links: [{ text: 'full report', url: 'https://example.com/a b?<x>' }] },
    );
    const [top = '', ...details] = text.split('<details>');
    expect(top).toBe(`### Slipway · companycam · prod stops, dev and sit are ready

| environment | add | change | replace | remove | site | monthly cost | verdict |
| --- | --- | --- | --- | --- | --- | --- | --- |
| dev · eu-west-1 | 1 | 2 + 1 possible | – | – | 1 new, 1 changed | – | ready |
| sit · eu-west-1 | 1 | 2 + 1 possible | – | – | 1 new, 1 changed | – | ready |
| prod · eu-west-1 | 1 | 2 + 1 possible | **1** | – | – | – | **stopped** |

> **prod would replace a bucket.** \`app/Storage/PhotosBucket\`: \`BucketName\` changes (templates/modules/bucket.yml line 31).
> The old bucket is kept, but the application would start with an empty one.
> If you mean it, add the label \`slipway:allow 4be1c02d77a9f310\` (this release, this environment, this resource, this action; nothing else).

`);
    expect(details.map((each) => each.slice(0, each.indexOf('\n')))).toEqual([
      '<summary>dev and sit: 3 changes in 1 of 5 stacks</summary>',
      '<summary>prod: 4 changes in 2 of 4 stacks</summary>',
    ]);
    expect(details[1]?.replace(/\n```mermaid\n[^]*?\n```\n/, ''))
      .toBe(`<summary>prod: 4 changes in 2 of 4 stacks</summary>

\`\`\`diff
  app                                         templates/companycam/app.yml
  ├─ Api                                      templates/Api.yml
+ │    + DetectionsResource                   AWS::ApiGateway::Resource
! │    ~ PresignFunction                      AWS::Lambda::Function
! │        MemorySize                         256 → 512
! │        Environment.Variables.SIGNING_KEY  •••• (secret) changed
! │    ↻ Deployment1a2b3c4d                   AWS::ApiGateway::Deployment  API redeployed
  └─ Storage                                  templates/Storage.yml
-      ± PhotosBucket                         AWS::S3::Bucket  replaced
-          BucketName                         companycam-photos-prod → companycam-pictures-prod  (replaces)
\`\`\`

Only possible, decided while it runs: 1 in app/Api. Left out: 3 changes that only seem so because an input is not known before it runs. Unchanged: 2 stacks.

</details>

release \`91cc4e07\` · plan dev \`7f3ad210\`, sit \`7f3ad210\`, prod \`c0ffee11\` · commit \`a1b2c3d\` · [full report](<https://example.com/a%20b?%3Cx%3E>)`);
  });

  test.each([
    [[{ environment: 'dev', plan: emptyPlan() }], 'dev has no changes'],
    [
      [
        { environment: 'dev', plan: emptyPlan() },
        { environment: 'sit', plan: emptyPlan() },
      ],
      'dev and sit have no changes',
    ],
    [
      [
        { environment: 'dev', plan: null },
        { environment: 'sit', plan: createPlan() },
      ],
      'dev has no plan, sit is ready',
    ],
  ] as const)('says the worst first (%#)', (entries, headline) => {
    expect(comment(entries)).toContain(`### Slipway · companycam · ${headline}\n`);
  });

  test('shows a missing plan as missing', () => {
    const text = comment([{ environment: 'prod', plan: null, problem: 'no credentials for 333333333333' }]);
    expect(text).toContain('| prod | | | | | | **no plan** |');
    expect(text).toContain('> **prod has no plan.** no credentials for 333333333333');
  });

  test('tells many stops in a line each, with the word for each', () => {
    const stops = Array.from({ length: 6 }, (_, index) =>
      stop({ path: `Storage/Bucket${index}`, override: String(index).repeat(16) }),
    );
    const text = comment([
      { environment: 'prod', plan: { ...stoppedPlan(), gate: { verdict: 'stop', stops } } },
    ]);
    expect(text.match(/If you mean it/g)).toHaveLength(3);
    expect(text).toContain(
      `> - prod would replace a bucket: \`app/Storage/Bucket3\`. Label \`slipway:allow 3333333333333333\`.
> - prod would replace a bucket: \`app/Storage/Bucket4\`. Label \`slipway:allow 4444444444444444\`.
> - prod would replace a bucket: \`app/Storage/Bucket5\`. Label \`slipway:allow 5555555555555555\`.

`,
    );
  });

  test('says which stops were allowed', () => {
    const allowed = {
      ...stoppedPlan(),
      gate: { verdict: 'pass', stops: [stop({ overridden: true })] },
    } as const;
    const text = comment([{ environment: 'prod', plan: allowed }]);
    expect(text).toContain('| ready, 1 allowed |');
    expect(text).toContain('> Allowed by `slipway:allow 4be1c02d77a9f310`.');
  });
});

describe('text from outside', () => {
  const nasty = '`</details>` | <img src=x onerror=alert(1)> @octocat #1 [x](javascript:1) ```\n# heading';
  const evil = plan(
    'dev',
    [
      stack(
        'app',
        node([], {
          status: 'change',
          template: nasty,
          changes: [resource(nasty, nasty, { properties: [property(nasty, nasty, nasty)] })],
        }),
        { warnings: [nasty], region: nasty, failures: [{ path: [nasty], reason: nasty, at: null }] },
      ),
    ],
    {
      gate: {
        verdict: 'stop',
        stops: [stop({ path: nasty, reason: nasty, property: nasty, policyAction: 'Delete' })],
      },
    },
  );
  const text = comment(
    [
      { environment: 'dev', plan: evil },
      { environment: 'sit', plan: null, problem: nasty },
    ],
    { system: nasty },
  );

  test('closes nothing, formats nothing, mentions nobody', () => {
    const outside = withoutCode(text);
    expect(outside).not.toContain('<img');
    expect(outside.match(/<\/?details>/g)).toEqual(['<details>', '</details>']);
    expect(outside).not.toMatch(/@octocat|#1\b(?!;)|\]\(javascript/);
    expect(text).not.toMatch(/^# heading/m);
  });

  test('cannot leave its fence', () => {
    const fence = /^(`{3,})diff$/m.exec(text)?.[1] ?? '';
    expect(fence.length).toBeGreaterThan(3);
    expect(text.split('\n').filter((line) => line.startsWith(fence))).toEqual([`${fence}diff`, fence]);
  });

  test('adds no cell to a table', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| dev'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.replaceAll('\\|', '').match(/\|/g)).toHaveLength(8);
  });
});
