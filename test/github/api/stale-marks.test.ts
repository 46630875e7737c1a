import { describe, expect, test } from '@jest/globals';
import { bodyOverhead, readBody, withoutMarkerOf, writeBody } from '../../../src/github/api/comment-body.ts';
import { readPlanned, writePlanned, type PlannedEnvironment } from '../../../src/github/api/comment-plans.ts';
import {
  isStaleBy,
  marksThatHold,
  readMark,
  staleBanner,
  withMarks,
  writeMark,
  type Deployed,
  type StaleMark,
} from '../../../src/github/api/stale-marks.ts';

const at = (hour: number): string => `2026-11-21T${String(hour).padStart(2, '0')}:00:00.000Z`;

const planned = (over: Partial<PlannedEnvironment> = {}): PlannedEnvironment => ({
  environment: 'dev',
  at: at(10),
  base: 'a'.repeat(16),
  stacks: ['app', 'edge'],
  changes: ['app'],
  ...over,
});

const mark = (over: Partial<StaleMark> = {}): StaleMark => ({
  environment: 'dev',
  at: at(12),
  release: 'b'.repeat(16),
  pull: 12,
  changed: ['app'],
  ...over,
});

const deployed = (over: Partial<Deployed> = {}): Deployed => ({ ...mark(), arrived: true, ...over });

describe('a plan is stale by a deployment', () => {
  test.each<[boolean, string, Partial<PlannedEnvironment>, Partial<Deployed>]>([
    [true, 'that changed what it changes', {}, {}],
    [true, 'that changed a stack that it only covers', {}, { changed: ['edge'] }],
    [true, 'that brought another release and changed no stack', {}, { changed: [] }],
    [true, 'where it changes nothing itself', { changes: [] }, {}],
    [true, 'that failed halfway, once a stack was changed', {}, { arrived: false }],
    [true, 'that published the site', { changes: ['@site'] }, { changed: ['@site'], arrived: false }],
    [true, 'of the release that it was planned on, done once more', { base: 'b'.repeat(16) }, {}],
    [true, 'where sources were compared', { base: null }, { changed: [] }],
    [true, 'that changed more than can be listed', {}, { changed: ['*'], arrived: false }],
    [false, 'that ended before it was planned', { at: at(13) }, {}],
    [false, 'that ended when it was planned', { at: at(12) }, {}],
    [false, 'of another environment', { environment: 'sit' }, {}],
    [false, 'that failed and changed stacks of no concern', {}, { arrived: false, changed: ['replica'] }],
    [
      false,
      'that changed nothing on the release it was planned on',
      { base: 'b'.repeat(16) },
      { changed: [] },
    ],
  ])('%s: %s', (expected, _, plan, deployment) => {
    expect(isStaleBy(planned(plan), deployed(deployment))).toBe(expected);
  });

  test('times are compared as times, however they are written', () => {
    const plan = planned({ at: '2026-11-21T12:00:00.5Z' });
    expect(isStaleBy(plan, deployed({ at: '2026-11-21T12:00:00Z' }))).toBe(false);
    expect(isStaleBy(plan, deployed({ at: '2026-11-21T12:00:01Z' }))).toBe(true);
  });
});

describe('marks', () => {
  test('of one environment become one: the newest deployment, and what all of them changed', () => {
    const later = mark({ at: at(14), release: 'c'.repeat(16), pull: 13, changed: ['edge', 'app'] });
    const merged = [{ ...later, changed: ['app', 'edge'] }];
    expect(withMarks([mark()], [later])).toEqual(merged);
    expect(withMarks([later], [mark()])).toEqual(merged);
    expect(withMarks(merged, [later])).toEqual(merged);
  });

  test('stand in promotion order', () => {
    const all = (['prod', 'dev', 'sit'] as const).map((environment) => mark({ environment }));
    expect(withMarks([], all).map(({ environment }) => environment)).toEqual(['dev', 'sit', 'prod']);
  });

  test('hold for older plans alone', () => {
    const marks = [mark(), mark({ environment: 'sit' }), mark({ environment: 'prod' })];
    const plans = [planned(), planned({ environment: 'sit', at: at(13) })];
    expect(marksThatHold(marks, plans)).toEqual([mark()]);
  });
});

describe('what a stale comment says', () => {
  const again =
    '> Plan again: `gh pr update-branch 7`, or push to the branch. A run that is started again plans the old merge.';

  test('names environment, release, pull request and what both change', () => {
    const plan = planned({ changes: ['app', 'edge', '@site'] });
    expect(staleBanner([mark({ changed: ['@site', 'app'] })], [plan], 7).split('  \n')).toEqual([
      '> **Stale.** dev was deployed since (release `bbbbbbbb`, pull request 12) and changed `app` and the site, as this plan would.',
      again,
    ]);
  });

  test('says what concerns the plan first, and the rest without alarm', () => {
    const plans = [planned({ changes: ['edge'] }), planned({ environment: 'sit' })];
    expect(staleBanner([mark({ pull: null }), mark({ environment: 'sit' })], plans, 7).split('  \n')).toEqual(
      [
        '> **Stale.** sit was deployed since (release `bbbbbbbb`, pull request 12) and changed `app`, as this plan would.',
        '> dev was deployed since (release `bbbbbbbb`); nothing was changed there that this plan changes, but it starts from before.',
        again,
      ],
    );
  });

  test('mentions nobody and links to no other conversation', () => {
    expect(staleBanner([mark()], [planned()], 7)).not.toMatch(/[#@]|https?:/);
  });
});

describe('hidden lines', () => {
  test.each([
    planned(),
    planned({ base: null, stacks: [], changes: [] }),
    planned({ environment: 'prod', changes: ['@site', 'a-b-c'] }),
  ])('say of a plan what they were told: %j', (plan) => {
    expect(readPlanned(writePlanned(plan))).toEqual(plan);
  });

  test.each([mark(), mark({ pull: null, changed: [] })])('and of a mark: %j', (one) => {
    expect(readMark(writeMark(one))).toEqual(one);
  });

  test.each([
    ['that would end the line', ['app --> <b>']],
    ['of two lines', ['app\nedge']],
    ['that CloudFormation would not take', ['@everybody']],
    ['that are too many', Array.from({ length: 200 }, (_, index) => `stack-${index}`)],
  ])('names %s stand as anything', (_, stacks) => {
    const line = writePlanned(planned({ stacks }));
    expect(line).toContain(' stacks * changes app -->');
    expect(isStaleBy(readPlanned(line) ?? planned(), deployed({ arrived: false, changed: ['other'] }))).toBe(
      true,
    );
  });

  test.each([
    '<!-- planned test 2026-11-21T10:00:00Z base - stacks - changes - -->',
    '<!-- planned dev 2026-13-41T10:00:00Z base - stacks - changes - -->',
    '<!-- planned dev 2026-11-21T10:00:00Z base ABCDEF0123456789 stacks - changes - -->',
    '<!-- planned dev 2026-11-21T10:00:00Z base - stacks a b changes - -->',
    ' <!-- planned dev 2026-11-21T10:00:00Z base - stacks - changes - -->',
    '<!-- planned dev 2026-11-21T10:00:00Z base - stacks - changes - --> **more**',
    '<!-- stale dev 2026-11-21T10:00:00Z release abc pull 1 changed - -->',
    '<!-- stale dev 2026-99-21T10:00:00Z release aaaaaaaaaaaaaaaa pull 1 changed - -->',
    '<!-- stale dev 2026-11-21T10:00:00Z release aaaaaaaaaaaaaaaa pull #1 changed - -->',
  ])('of another form are none: %s', (line) => {
    expect([readPlanned(line), readMark(line)]).toEqual([null, null]);
  });
});

describe('a comment', () => {
  const marker = { system: 'app', part: 1, parts: 1, run: { id: 3, attempt: 1 } };
  const text = '### Slipway · app\n\n<!-- end of stale -->\n> **Stale.** somebody’s words\n\nmore';

  test.each([
    ['as it was written', []],
    ['marked', [mark(), mark({ environment: 'prod' })]],
  ])('is read %s', (_, marks) => {
    const comment = { marker, planned: [planned(), planned({ environment: 'prod' })], marks, text };
    expect(readBody(writeBody(comment, 7))).toEqual(comment);
    expect(readBody(writeBody(comment, 7).replaceAll('\n', '\r\n'))).toEqual(comment);
  });

  test('a mark whose end somebody took away leaves the text as it is', () => {
    const body = writeBody({ marker, planned: [planned()], marks: [mark()], text: 'text' }, 7);
    expect(readBody(body.replace('<!-- end of stale -->\n', ''))?.text).toMatch(/^> \*\*Stale.*text$/s);
  });

  test('says less about itself than is kept free for it, whatever is deployed', () => {
    // the shortest names that can differ so often take the most room, each with its own quotes
    const stacks = Array.from(
      { length: 98 },
      (_, index) => `${'abcdefghij'[index % 10] ?? ''}${Math.floor(index / 10)}`,
    ).concat('@site');
    const each = (['dev', 'sit', 'prod'] as const).map((environment) => ({ environment }));
    const plans = each.map((one) => planned({ ...one, stacks, changes: stacks }));
    const marks = each.map((one) => mark({ ...one, changed: stacks, pull: 999_999_999 }));
    const overhead = withoutMarkerOf({ planned: plans, marks, text: '' }, 999_999_999);
    expect(overhead.length).toBeGreaterThan(5_000);
    expect(overhead.length).toBeLessThanOrEqual(bodyOverhead);
  });
});
