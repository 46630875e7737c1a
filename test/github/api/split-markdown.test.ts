import { describe, expect, test } from '@jest/globals';
import { blocksOf, splitMarkdown } from '../../../src/github/api/split-markdown.ts';

const table = '| a | b |\n| --- | --- |\n| 1 | 2 |';
const folded =
  '<details><summary>dev</summary>\n\n```diff\n+ a\n\n</details>\n- b\n```\n\ntext\n\n</details>';

describe('blocks', () => {
  test('blank lines part them, but not inside fences and details', () => {
    expect(blocksOf(`# title\n\n${table}\n\n${folded}\n\nend`)).toEqual(['# title', table, folded, 'end']);
  });

  test('a fence ends only with its own mark, at least as long', () => {
    const fence = '````\n```\n\n~~~~~\n````';
    expect(blocksOf(`${fence}\n\nend`)).toEqual([fence, 'end']);
  });

  test('tags inside a line are text', () => {
    expect(blocksOf('see `<details>`\n\nend')).toEqual(['see `<details>`', 'end']);
  });
});

describe('parts', () => {
  test('one where all fits', () => {
    expect(splitMarkdown(`a\n\n${table}`, { limit: 100, most: 3 })).toEqual([`a\n\n${table}`]);
  });

  test('cut between blocks, each within the limit, nothing lost', () => {
    const text = Array.from({ length: 40 }, (_, index) => `${table}\n| ${index} | x |`).join('\n\n');
    const parts = splitMarkdown(text, { limit: 200, most: 40 });
    expect(parts?.every((part) => part.length <= 200)).toBe(true);
    expect(parts?.length).toBeGreaterThan(5);
    expect(parts?.join('\n\n')).toBe(text);
    for (const part of parts ?? []) expect(part.split('\n')[0]).toBe('| a | b |');
  });

  test('none where a block has no room, or parts are too many', () => {
    expect(splitMarkdown(folded, { limit: 20, most: 3 })).toBeNull();
    expect(splitMarkdown('aaaa\n\nbbbb\n\ncccc', { limit: 5, most: 2 })).toBeNull();
  });
});
