import { expect, test } from '@jest/globals';
import { countKeys } from '../../../lambda/key-count/count-keys.ts';
import { account } from '../shared-aws/table-of-keys.ts';

test.each([
  [0, 1],
  [500, 1],
  [501, 2],
  [1200, 3],
])('%i keys are counted on %i pages', async (count, pages) => {
  const { call, calls, keys } = account();
  for (let number = 0; number < count; number += 1) keys.push({ id: `${number}`, name: 'x', value: 'y' });
  expect(await countKeys(call)).toBe(count);
  expect(calls).toHaveLength(pages);
});

test('no answer is no count', async () => {
  const empty = account();
  empty.refuse('GET /apikeys', 'TooManyRequestsException', 429);
  await expect(countKeys(empty.call)).rejects.toThrow('TooManyRequestsException');
});
