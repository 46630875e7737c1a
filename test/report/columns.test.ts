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

  test('bound a text, however wide its letters are, or how many marks stand above one', () => {
    for (const text of ['写真'.repeat(20), `e${'\u0301'.repeat(5000)}`, '👩‍👩‍👧‍👦'.repeat(9)]) {
      expect(stringWidth(cut(text, 12))).toBeLessThanOrEqual(12);
      expect(cut(text, 12).length).toBeLessThanOrEqual(120);
      expect(cut(text, 12)).toContain('…');
    }
  });
});
