import { expect, test } from '@jest/globals';
import { mergeChunks } from '../../scripts/bundle/merge-chunks.ts';

const chunk = (id: number, ids: readonly number[], body = ''): [string, string] => [
  `bundle/${id}.index.js`,
  `export const id = ${id};\nexport const ids = [${ids.join()}];\n${body}`,
];
const loading = (...ids: readonly number[]): string =>
  ids.map((id) => `__webpack_require__.e(${id});`).join('');

test.each([
  [7, 30],
  [30, 7],
])('of two equal chunks the lower one is loaded, whichever webpack chose (%i, %i)', (one, other) => {
  const files = new Map([
    ['bundle/index.js', loading(one, other, 12)],
    chunk(30, [30, 7]),
    chunk(7, [7, 30]),
    chunk(12, [12], loading(other)),
  ]);
  const merged = mergeChunks(files);
  expect([...merged.keys()]).toEqual(['bundle/index.js', 'bundle/7.index.js', 'bundle/12.index.js']);
  expect(merged.get('bundle/index.js')).toBe(loading(7, 7, 12));
  expect(merged.get('bundle/12.index.js')).toContain(loading(7));
});

test('a chunk that holds more than another one stays beside it', () => {
  const files = new Map([
    ['bundle/index.js', loading(1, 2, 3)],
    chunk(1, [1, 2]),
    chunk(2, [2]),
    chunk(3, [3, 9]),
    ['licenses.txt', 'e(1)'],
  ]);
  expect(mergeChunks(files)).toEqual(files);
});
