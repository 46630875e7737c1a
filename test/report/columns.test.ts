import { describe, expect, test } from '@jest/globals';
import stringWidth from 'string-width';
import { cut, padded, widest } from '../../src/report/columns.ts';

describe('columns', () => {
  test('of what trees are drawn with are as a terminal counts them', () => {
    for (const text of ['│  ├─ api', '└─ ~ a → b …', '• ± ↻ ←', '']) {
      expect(widest([text])).toBe(stringWidth(text));
    }
  });

  test('of anything else are counted one by one', () => {
    expect(widest(['写真', '│ 写', 'e\u0301'])).toBe(4);
    expect(padded('写', 4)).toBe('写  ');
    expect(cut('a photograph', 5)).toBe('a …ph');
  });
});
