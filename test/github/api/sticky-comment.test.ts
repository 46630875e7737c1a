import { beforeEach, describe, expect, test } from '@jest/globals';
import { readMarker } from '../../../src/github/api/comment-marker.ts';
import { writeStickyComment, type StickyComment } from '../../../src/github/api/sticky-comment.ts';
import { readOnlyToken, workflowToken } from '../../fakes/github/fake-github.ts';
import type { FakeComment } from '../../fakes/github/state.ts';
import { useWorld } from './world.ts';

const it = useWorld();

beforeEach(() => {
  it.world.github.addPull({ number: 7 });
});

function comment(text: string | readonly string[], run: number, system = 'app'): StickyComment {
  return {
    pullRequest: { number: 7, state: 'open' },
    system,
    parts: typeof text === 'string' ? [text] : text,
    planned: [],
    run: { id: run, attempt: 1 },
  };
}

const write = (text: string | readonly string[], run: number, system?: string) =>
  writeStickyComment(it.world.api(), comment(text, run, system));

const comments = (): readonly FakeComment[] => it.world.github.state.comments;
const writes = (): number =>
  it.world.github.state.requests.filter(({ method, path }) => method !== 'GET' && path.includes('comments'))
    .length;

/** Puts a comment there as if it had been written long ago. */
function plant(body: string, author: string): FakeComment {
  const planted = {
    id: comments().length + 1,
    number: 7,
    author,
    body,
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
  };
  it.world.github.state.comments.push(planted);
  return planted;
}

describe('one comment a system', () => {
  test('three runs: created, then updated in place', async () => {
    expect(await write('first', 1)).toMatchObject({ kind: 'created' });
    const [{ id } = { id: 0 }] = comments();
    expect(await write('second', 2)).toMatchObject({ kind: 'updated' });
    expect(await write('third', 3)).toMatchObject({
      kind: 'updated',
      url: `https://github.com/octo/app/pull/7#issuecomment-${id}`,
    });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toMatchObject({ id, author: 'github-actions[bot]' });
    expect(comments()[0]?.body).toBe('<!-- slipway:app -->\n<!-- run 3.1 -->\nthird');
  });

  test('another system has its own', async () => {
    await write('of app', 1);
    await write('of shop', 1, 'shop');
    await write('of app again', 2);
    expect(comments().map(({ body }) => body.split('\n').at(-1))).toEqual(['of app again', 'of shop']);
  });

  test('the same text makes no request that writes', async () => {
    await write('same', 1);
    const before = writes();
    expect(await write('same', 2)).toMatchObject({ kind: 'unchanged' });
    expect(writes()).toBe(before);
  });

  test('a text with the line ends of a browser is the same text', async () => {
    await write('one\ntwo', 1);
    const [only] = comments();
    if (only) only.body = only.body.replaceAll('\n', '\r\n');
    expect(await write('one\ntwo', 2)).toMatchObject({ kind: 'unchanged' });
  });

  test('it is found behind 300 others, which stay as they are', async () => {
    for (let index = 0; index < 150; index += 1) plant(`talk ${index}`, 'ada');
    await write('first', 1);
    for (let index = 0; index < 150; index += 1) plant(`more ${index}`, 'github-actions[bot]');
    expect(await write('second', 2)).toMatchObject({ kind: 'updated' });
    expect(comments()).toHaveLength(301);
    expect(comments().filter(({ body }) => body.includes('slipway:app'))).toHaveLength(1);
  });

  test('comments of others with our marker, and ours that only quote it, are not touched', async () => {
    const forged = plant('<!-- slipway:app -->\n<!-- run 99.1 -->\nforged', 'mallory');
    const quoting = plant('see:\n<!-- slipway:app -->\n<!-- run 99.1 -->\nquoted', 'github-actions[bot]');
    expect(await write('true', 1)).toMatchObject({ kind: 'created' });
    expect(await write('true again', 2)).toMatchObject({ kind: 'updated' });
    expect(forged.body).toContain('forged');
    expect(quoting.body).toContain('quoted');
    expect(comments()).toHaveLength(3);
  });

  test('a closed pull request gets none', async () => {
    const outcome = await writeStickyComment(it.world.api(), {
      ...comment('late', 1),
      pullRequest: { number: 7, state: 'closed' },
    });
    expect(outcome).toEqual({ kind: 'closed' });
    expect(comments()).toHaveLength(0);
  });

  test('a token that may only read changes nothing, and the reason names the permission', async () => {
    const outcome = await writeStickyComment(it.world.api(readOnlyToken), comment('text', 1));
    expect(outcome.kind).toBe('refused');
    expect(outcome).toMatchObject({ reason: expect.stringContaining('may not write comments') });
    expect(comments()).toHaveLength(0);
  });
});

describe('runs that meet', () => {
  test('two at once leave one comment, that of the newer run', async () => {
    for (const [older, newer] of [
      ['first', 'second'],
      ['second', 'first'],
    ]) {
      it.world.github.state.comments.length = 0;
      it.world.github.gather(2, 'GET', /\/comments/);
      const runs = { first: write('text of 1', 1), second: write('text of 2', 2) };
      await Promise.all([runs[older as 'first'], runs[newer as 'second']]);
      expect(comments().map(({ body }) => body)).toEqual([
        '<!-- slipway:app -->\n<!-- run 2.1 -->\ntext of 2',
      ]);
    }
  });

  test('five at once leave one comment', async () => {
    it.world.github.gather(5, 'GET', /\/comments/);
    await Promise.all([1, 2, 3, 4, 5].map((run) => write(`text of ${run}`, run)));
    expect(comments()).toHaveLength(1);
  });

  test('doubles that an earlier run left behind are healed: the oldest stays', async () => {
    const oldest = plant('<!-- slipway:app -->\n<!-- run 1.1 -->\none', 'github-actions[bot]');
    plant('<!-- slipway:app -->\n<!-- run 2.1 -->\ntwo', 'github-actions[bot]');
    expect(await write('three', 3)).toMatchObject({ kind: 'updated' });
    expect(comments()).toEqual([expect.objectContaining({ id: oldest.id })]);
    expect(oldest.body).toContain('three');
  });

  test('an older run does not overwrite what a newer one wrote', async () => {
    await write('newer', 12);
    expect(await write('older', 11)).toEqual(expect.objectContaining({ kind: 'superseded' }));
    expect(comments()[0]?.body).toContain('newer');
  });

  test('another attempt of the same run is newer', async () => {
    await write('first', 12);
    const again = { ...comment('second', 12), run: { id: 12, attempt: 2 } };
    expect(await writeStickyComment(it.world.api(), again)).toMatchObject({ kind: 'updated' });
    expect(readMarker(comments()[0]?.body ?? '')?.run).toEqual({ id: 12, attempt: 2 });
  });

  test('a comment that was deleted since it was found is made anew', async () => {
    await write('first', 1);
    const api = it.world.api();
    const outcome = await writeStickyComment(
      {
        ...api,
        viewer: () => api.viewer(),
        listComments: async (number) => {
          const found = await api.listComments(number);
          if (found[0]?.body.includes('first') === true) await api.deleteComment(found[0].id);
          return found;
        },
      },
      comment('second', 2),
    );
    expect(outcome).toMatchObject({ kind: 'created' });
    expect(comments().map(({ body }) => body.split('\n').at(-1))).toEqual(['second']);
  });

  test('a write that took effect though GitHub answered 502 leaves one comment', async () => {
    it.world.github.inject({ method: 'POST', path: /\/comments/, status: 502, afterwards: true });
    const outcome = await write('text', 1);
    expect(outcome.kind).toBe('updated');
    expect(comments().map(({ body }) => body.split('\n').at(-1))).toEqual(['text']);
  });
});

describe('plans that a deployment has overtaken', () => {
  const planned = (at: string): StickyComment['planned'] => [
    { environment: 'dev', at, base: 'a'.repeat(16), stacks: ['app', 'edge'], changes: ['app'] },
  ];
  const mark = '<!-- stale dev 2026-11-21T12:00:00.000Z release bbbbbbbbbbbbbbbb pull 12 changed app -->';
  const marked = (at: string): string =>
    [
      '<!-- slipway:app -->',
      '<!-- run 1.1 -->',
      `<!-- planned dev ${at} base aaaaaaaaaaaaaaaa stacks app,edge changes app -->`,
      mark,
      '> **Stale.** told before',
      '<!-- end of stale -->',
      'old',
    ].join('\n');
  const next = (at: string) => ({ ...comment('new', 2), planned: planned(at) });
  const body = (): string => comments()[0]?.body ?? '';

  test('say when they were planned, in lines that GitHub does not show, in the first part alone', async () => {
    await writeStickyComment(it.world.api(), {
      ...comment(['a', 'b'], 1),
      planned: planned('2026-11-21T11:00:00.000Z'),
    });
    expect(comments().map((each) => each.body)).toEqual([
      [
        '<!-- slipway:app part 1/2 -->',
        '<!-- run 1.1 -->',
        '<!-- planned dev 2026-11-21T11:00:00.000Z base aaaaaaaaaaaaaaaa stacks app,edge changes app -->',
        'a',
      ].join('\n'),
      '<!-- slipway:app part 2/2 -->\n<!-- run 1.1 -->\nb',
    ]);
  });

  test('a plan that was made after the deployment takes its mark away', async () => {
    plant(marked('2026-11-21T11:00:00.000Z'), 'github-actions[bot]');
    await writeStickyComment(it.world.api(), next('2026-11-21T12:00:01.000Z'));
    expect(body()).not.toMatch(/stale/i);
    expect(body()).toMatch(/ changes app -->\nnew$/);
  });

  test('one that was made before it and told after it keeps the mark', async () => {
    plant(marked('2026-11-21T11:00:00.000Z'), 'github-actions[bot]');
    await writeStickyComment(it.world.api(), next('2026-11-21T11:59:59.000Z'));
    expect(body()).toContain(
      `${mark}\n> **Stale.** dev was deployed since (release \`bbbbbbbb\`, pull request 12)`,
    );
    expect(body()).toMatch(/<!-- end of stale -->\nnew$/);
    expect(body()).not.toContain('told before');
  });

  test('an environment that has no plan any more has no mark either', async () => {
    plant(marked('2026-11-21T11:00:00.000Z'), 'github-actions[bot]');
    await write('new', 2);
    expect(body()).toBe('<!-- slipway:app -->\n<!-- run 2.1 -->\nnew');
  });
});

describe('parts', () => {
  const parts = (): readonly string[] =>
    [...comments()].sort((left, right) => left.id - right.id).map(({ body }) => body);

  test('grow and shrink in place, in their order', async () => {
    await write(['a', 'b'], 1);
    expect(parts()).toEqual([
      '<!-- slipway:app part 1/2 -->\n<!-- run 1.1 -->\na',
      '<!-- slipway:app part 2/2 -->\n<!-- run 1.1 -->\nb',
    ]);
    await write(['a', 'b', 'c'], 2);
    expect(parts().map((body) => body.split('\n')[0])).toEqual([
      '<!-- slipway:app part 1/3 -->',
      '<!-- slipway:app part 2/3 -->',
      '<!-- slipway:app part 3/3 -->',
    ]);
    expect(await write('whole', 3)).toMatchObject({ kind: 'updated' });
    expect(parts()).toEqual(['<!-- slipway:app -->\n<!-- run 3.1 -->\nwhole']);
  });

  test('of which the first was deleted are made anew, so that they stand in order', async () => {
    await write(['a', 'b'], 1);
    it.world.github.state.comments.shift();
    await write(['a2', 'b2'], 2);
    expect(parts().map((body) => body.split('\n').at(-1))).toEqual(['a2', 'b2']);
    expect(comments()).toHaveLength(2);
  });

  test('the workflow’s own token is meant where two bots write', async () => {
    it.world.github.state.tokens.set('other', {
      login: 'other[bot]',
      permissions: { pull_requests: 'write' },
    });
    await write('of actions', 1);
    await writeStickyComment(it.world.api('other'), comment('of the other', 2));
    await writeStickyComment(it.world.api(workflowToken), comment('of actions again', 3));
    expect(comments().map(({ author, body }) => [author, body.split('\n').at(-1)])).toEqual([
      ['github-actions[bot]', 'of actions again'],
      ['other[bot]', 'of the other'],
    ]);
  });
});
