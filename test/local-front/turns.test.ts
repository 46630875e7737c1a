import { expect, test } from '@jest/globals';
import { turnsOf } from '../../local/front/turns.ts';

test('no more than the places are in at once, all get their turn in order, and a failure frees its place', async () => {
  const turns = turnsOf(2);
  const seen: string[] = [];
  let inside = 0;
  const work =
    (name: string, fails = false) =>
    async () => {
      inside += 1;
      expect(inside).toBeLessThanOrEqual(2);
      seen.push(name);
      await Promise.resolve();
      inside -= 1;
      if (fails) throw new Error(name);
      return name;
    };
  const results = await Promise.allSettled([
    turns.take(work('a', true)),
    turns.take(work('b')),
    turns.take(work('c')),
    turns.take(work('d')),
  ]);
  expect(seen).toEqual(['a', 'b', 'c', 'd']);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(await turns.take(work('e'))).toBe('e');
});
