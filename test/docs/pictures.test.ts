import { describe, expect, test } from '@jest/globals';
import { cut, terminalSvg } from '../../scripts/docs/terminal-picture.ts';
import { lineText, screenLines } from '../../scripts/docs/terminal-screen.ts';

const escape = '\u001b';
const shown = (recording: string): readonly string[] => screenLines(recording).map(lineText);

describe('a recorded terminal', () => {
  test('a line that is drawn again shows its last state', () => {
    expect(
      shown(
        `app  waiting\r\nsite\r\n${escape}[2A${escape}[G${escape}[2K${escape}[Gapp  done${escape}[K\n${escape}[1B\n`,
      ),
    ).toEqual(['app  done', 'site']);
  });

  test('colours and weights are kept, runs of one style joined', () => {
    const [line] = screenLines(`${escape}[1mplan${escape}[22m  ${escape}[32mready${escape}[39m`);
    expect(line).toEqual([
      { text: 'plan', colour: null, isBold: true, isDim: false },
      { text: '  ', colour: null, isBold: false, isDim: false },
      { text: 'ready', colour: 'green', isBold: false, isDim: false },
    ]);
  });

  test('a sequence that is not known is an error, not a wrong picture', () => {
    expect(() => shown(`${escape}[3;4Hx`)).toThrow('not known');
    expect(() => shown(`${escape}[95mx`)).toThrow('95');
  });
});

describe('the picture', () => {
  const lines = screenLines('── 1. A\r\nnoise\r\n $ go\r\nmore\r\n── 2. <B>\r\nend');

  test('excerpts stand in order, with dots where something is left out', () => {
    const kept = cut(lines, [
      { from: /^──/, to: /^──/ },
      { from: / \$ go/, to: / \$ go/ },
      { from: /^── 2/, to: /end/ },
    ]);
    expect(kept.map(lineText)).toEqual(['── 1. A', ' $ go', ' ⋮', '── 2. <B>', 'end']);
  });

  test('an excerpt that is not there is an error', () => {
    expect(() => cut(lines, [{ from: /^── 3/, to: /end/ }])).toThrow('no line');
  });

  test('text is escaped, and spaces hold', () => {
    const svg = terminalSvg(lines, 'Steps');
    expect(svg).toContain('>──\u00a02.\u00a0&lt;B&gt;</text>');
    expect(svg).not.toContain('noise\n');
  });
});
