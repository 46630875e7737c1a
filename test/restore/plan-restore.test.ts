import { describe, expect, test } from '@jest/globals';
import { parseMoment } from '../../src/restore/moment.ts';
import { planRestore, type KeyVersion } from '../../src/restore/plan-restore.ts';

/** Versions of one key, newest first: `2` a version of second 2, `-3` a deletion at second 3. */
function history(key: string, ...moments: readonly number[]): readonly KeyVersion[] {
  return moments.map((moment, index) => ({
    key,
    versionId: `${key}${Math.abs(moment)}`,
    isDeletion: moment < 0,
    at: Math.abs(moment) * 1000,
    isLatest: index === 0,
    size: 1,
    etag: moment < 0 ? '' : `"${Math.abs(moment)}"`,
  }));
}

describe('as of second 2', () => {
  const plan = (versions: readonly KeyVersion[], removeNewer = false) =>
    planRestore(versions, 2000, { removeNewer });
  const copyOf = (key: string, second: number) => ({
    kind: 'copy',
    key,
    versionId: `${key}${second}`,
    at: second * 1000,
    size: 1,
  });

  test.each([
    ['overwritten later', history('k', 3, 1), [copyOf('k', 1)]],
    ['overwritten in that very second', history('k', 3, 2, 1), [copyOf('k', 2)]],
    ['deleted later', history('k', -3, 1), [copyOf('k', 1)]],
    ['deleted and made again later', history('k', 4, -3, 1), [copyOf('k', 1)]],
  ])('a key that was %s comes back', (_, versions, restorations) => {
    expect(plan(versions)).toEqual({ restorations, unchanged: 0, newer: [] });
  });

  test.each([
    ['as it is', history('k', 1)],
    ['deleted before and still so', history('k', -2, 1)],
    ['made and deleted since', history('k', -4, 3)],
  ])('a key that is %s stays so', (_, versions) => {
    expect(plan(versions)).toEqual({ restorations: [], unchanged: 1, newer: [] });
  });

  test.each([
    ['made later', history('k', 3)],
    ['made again after a deletion', history('k', 3, -2, 1)],
  ])('a key that was %s goes only if that is asked for', (_, versions) => {
    expect(plan(versions)).toEqual({ restorations: [], unchanged: 0, newer: ['k'] });
    expect(plan(versions, true)).toEqual({
      restorations: [{ kind: 'delete', key: 'k' }],
      unchanged: 0,
      newer: [],
    });
  });

  test('a key that was restored already, so that a copy stands where the version stood, is as it was', () => {
    const [newest, ...older] = history('k', 4, 3, 1);
    if (newest === undefined) throw new Error('There is no newest version.');
    expect(plan([{ ...newest, etag: '"1"' }, ...older])).toEqual({
      restorations: [],
      unchanged: 1,
      newer: [],
    });
    expect(plan([{ ...newest, etag: '"1"', size: 2 }, ...older]).restorations).toHaveLength(1);
  });

  test('keys are judged apart', () => {
    const { restorations, unchanged } = plan([
      ...history('a', 3, 1),
      ...history('b', 1),
      ...history('c', -3, 2),
    ]);
    expect(restorations.map(({ key }) => key)).toEqual(['a', 'c']);
    expect(unchanged).toBe(1);
  });
});

describe('a moment', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  test.each([
    ['90m', '2026-11-21T10:30:00.000Z'],
    ['6h', '2026-11-21T06:00:00.000Z'],
    ['2d', '2026-11-19T12:00:00.000Z'],
    ['2026-11-20T09:30:00Z', '2026-11-20T09:30:00.000Z'],
    ['2026-11-20T09:30+02:00', '2026-11-20T07:30:00.000Z'],
  ])('%s', (text, expected) => {
    expect(new Date(parseMoment(text, now)).toISOString()).toBe(expected);
  });

  test.each([
    '',
    'yesterday',
    '2026-11-20',
    '2026-11-20T09:30:00',
    '2026-13-20T09:30:00Z',
    '2026-11-22T00:00:00Z',
    '-1h',
  ])('"%s" is refused', (text) => {
    expect(() => parseMoment(text, now)).toThrow(expect.objectContaining({ code: 'RESTORE_MOMENT' }));
  });
});
