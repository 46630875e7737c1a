import { beforeEach, describe, expect, test } from '@jest/globals';
import { writeBody } from '../../../src/github/api/comment-body.ts';
import type { PlannedEnvironment } from '../../../src/github/api/comment-plans.ts';
import type { Deployed } from '../../../src/github/api/stale-marks.ts';
import { markStale, type Marked } from '../../../src/github/report/mark-stale.ts';
import { readOnlyToken } from '../../fakes/github/fake-github.ts';
import type { FakeComment } from '../../fakes/github/state.ts';
import { useWorld } from '../api/world.ts';

const it = useWorld();
const bot = 'github-actions[bot]';

const deployed = (over: Partial<Deployed> = {}): Deployed => ({
  environment: 'dev',
  at: '2026-11-21T12:00:00.000Z',
  release: 'b'.repeat(16),
  pull: 3,
  changed: ['app'],
  arrived: true,
  ...over,
});

const plan = (over: Partial<PlannedEnvironment> = {}): PlannedEnvironment => ({
  environment: 'dev',
  at: '2026-11-21T10:00:00.000Z',
  base: 'a'.repeat(16),
  stacks: ['app', 'edge'],
  changes: ['app'],
  ...over,
});

interface Planted {
  readonly author?: string;
  readonly system?: string;
  readonly planned?: readonly PlannedEnvironment[];
  readonly text?: string;
  readonly part?: number;
  readonly parts?: number;
}

/** A comment that an earlier run has left on a pull request, which is opened if it is not there. */
function plant(
  number: number,
  { author = bot, system = 'app', planned = [plan()], ...more }: Planted = {},
): FakeComment {
  const { state } = it.world.github;
  if (!state.pulls.some((pull) => pull.number === number)) it.world.github.addPull({ number });
  const { text = 'the plans', part = 1, parts = 1 } = more;
  const marker = { system, part, parts, run: { id: 1, attempt: 1 } };
  const planted = {
    id: state.comments.length + 1,
    number,
    author,
    body: writeBody({ marker, planned, marks: [], text }, number),
    createdAt: '2026-11-21T10:00:00Z',
    updatedAt: '2026-11-21T10:00:00Z',
  };
  state.comments.push(planted);
  return planted;
}

const mark = (all: readonly Deployed[] = [deployed()], token?: string): Promise<Marked> =>
  markStale({
    api: it.world.api(token),
    clock: it.world.clock,
    signal: new AbortController().signal,
    system: 'app',
    deployed: all,
  });

const writes = (): number =>
  it.world.github.state.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql').length;

describe('the comment of an open pull request', () => {
  let comment: FakeComment;

  beforeEach(() => {
    comment = plant(7);
  });

  test('is marked at its top, and says the same below', async () => {
    const before = comment.body;
    expect(await mark()).toEqual({
      marked: [{ pull: 7, url: 'https://github.com/octo/app/pull/7#issuecomment-1' }],
      known: 0,
      problems: [],
    });
    expect(comment.body).toBe(
      before.replace(
        'the plans',
        [
          '<!-- stale dev 2026-11-21T12:00:00.000Z release bbbbbbbbbbbbbbbb pull 3 changed app -->',
          '> **Stale.** dev was deployed since (release `bbbbbbbb`, pull request 3) and changed `app`, as this plan would.  ',
          '> Plan again: `gh pr update-branch 7`, or push to the branch. A run that is started again plans the old merge.',
          '<!-- end of stale -->',
          'the plans',
        ].join('\n'),
      ),
    );
  });

  test('is marked once, however often that is asked for', async () => {
    await mark();
    const { body } = comment;
    expect(await mark()).toEqual({ marked: [], known: 1, problems: [] });
    expect(comment.body).toBe(body);
    expect(writes()).toBe(1);
  });

  test('is brought up to date by the next deployment', async () => {
    await mark();
    const next = deployed({
      at: '2026-11-21T13:00:00.000Z',
      release: 'c'.repeat(16),
      pull: 4,
      changed: ['edge'],
    });
    expect((await mark([next])).marked).toHaveLength(1);
    expect(comment.body.match(/Stale\./g)).toHaveLength(1);
    expect(comment.body).toContain('(release `cccccccc`, pull request 4) and changed `app`');
    expect(comment.body).toContain('pull 4 changed app,edge -->');
    const { body } = comment;
    await mark();
    expect(comment.body).toBe(body);
  });

  test('gains what another environment’s deployment adds', async () => {
    comment.body = comment.body.replace('the plans', 'rest');
    const both = plant(8, { planned: [plan(), plan({ environment: 'prod', changes: [] })] });
    await mark();
    await mark([deployed(), deployed({ environment: 'prod' })]);
    expect(both.body).toContain('> **Stale.** dev was deployed since');
    expect(both.body).toContain(
      '> prod was deployed since (release `bbbbbbbb`, pull request 3); nothing was changed there',
    );
    expect(comment.body).not.toContain('prod');
  });

  test('is left alone where its plans are newer, of another environment or of another system', async () => {
    const newer = plant(8, { planned: [plan({ at: '2026-11-21T12:00:01.000Z' })] });
    const other = plant(9, { planned: [plan({ environment: 'prod' })] });
    const shop = plant(10, { system: 'shop' });
    const before = [newer, other, shop].map(({ body }) => body);
    expect((await mark()).marked.map(({ pull }) => pull)).toEqual([7]);
    expect([newer, other, shop].map(({ body }) => body)).toEqual(before);
  });

  test('is not touched where somebody else wrote it, or where it only quotes one', async () => {
    const forged = plant(8, { author: 'mallory' });
    const quoting = plant(9);
    quoting.body = `> ${quoting.body}`;
    const before = [forged.body, quoting.body];
    await mark();
    expect([forged.body, quoting.body]).toEqual(before);
  });

  test('is marked in its first part', async () => {
    const first = plant(8, { part: 1, parts: 2 });
    const second = plant(8, { part: 2, parts: 2, planned: [] });
    await mark();
    expect(first.body).toContain('Stale.');
    expect(second.body).not.toContain('Stale.');
  });

  test('of a closed pull request stays as it is', async () => {
    const [pull] = it.world.github.state.pulls;
    if (pull) pull.state = 'closed';
    expect(await mark()).toEqual({ marked: [], known: 0, problems: [] });
    expect(writes()).toBe(0);
  });

  test('that is written anew meanwhile keeps what the newer run says', async () => {
    const api = it.world.api();
    const fresh = comment.body.replace('T10:', 'T13:').replace('the plans', 'newer plans');
    await markStale({
      api: {
        ...api,
        getComment: (id) => {
          comment.body = fresh;
          return api.getComment(id);
        },
      },
      clock: it.world.clock,
      signal: new AbortController().signal,
      system: 'app',
      deployed: [deployed()],
    });
    expect(comment.body).toBe(fresh);
  });

  test('that is deleted meanwhile is no problem', async () => {
    const api = it.world.api();
    const outcome = await markStale({
      api: { ...api, getComment: () => Promise.resolve(null) },
      clock: it.world.clock,
      signal: new AbortController().signal,
      system: 'app',
      deployed: [deployed()],
    });
    expect(outcome).toEqual({ marked: [], known: 0, problems: [] });
  });

  test('without room for a mark is left as it is, and that is said', async () => {
    plant(8, { text: 'x'.repeat(65_300) });
    const { marked, problems } = await mark();
    expect(marked.map(({ pull }) => pull)).toEqual([7]);
    expect(problems).toEqual(['the comment of pull request 8 has no room for a mark']);
  });
});

describe('many pull requests', () => {
  test('are found on all pages, read a few at a time, and written one after the other with a pause', async () => {
    for (let number = 10; number < 130; number += 1)
      plant(number, { planned: number % 10 === 0 ? [plan()] : [] });
    const { marked } = await mark();
    expect(marked.map(({ pull }) => pull).toSorted((left, right) => left - right)).toEqual(
      Array.from({ length: 12 }, (_, index) => 10 * (index + 1)),
    );
    expect(it.world.clock.sleeps).toEqual(Array.from({ length: 11 }, () => 1_000));
  });
});

describe('what GitHub refuses', () => {
  beforeEach(() => {
    for (let number = 7; number < 17; number += 1) plant(number);
  });

  test('a token that may only read is found out after a few tries, and the reason names the permission', async () => {
    const { marked, problems } = await mark([deployed()], readOnlyToken);
    expect(marked).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(/may not write comments on a pull request/)]);
    expect(writes()).toBe(3);
  });

  test('one conversation that is locked keeps no other from being marked', async () => {
    it.world.github.inject({ method: 'PATCH', path: /comments\/10$/, status: 403, message: 'locked' });
    const { marked, problems } = await mark();
    expect(marked).toHaveLength(9);
    expect(problems).toEqual([expect.stringContaining('locked')]);
  });

  test('a limit that does not lift in time ends it, with what was done', async () => {
    await mark([deployed({ environment: 'sit' })]);
    const headers = { 'retry-after': '3600' };
    it.world.github.inject({ method: 'PATCH', path: /comments\/5$/, status: 429, headers, times: 9 });
    const { marked, problems } = await mark();
    expect(marked.length).toBeLessThan(10);
    expect(problems).toEqual([expect.stringContaining('takes no more requests for now')]);
  });

  test('no answer at all ends it before anything is read', async () => {
    it.world.github.inject({ method: 'GET', path: /\/pulls/, status: 503, times: 99 });
    const { marked, problems } = await mark();
    expect([marked, problems]).toEqual([[], [expect.stringContaining('GitHub does not answer')]]);
  });
});
