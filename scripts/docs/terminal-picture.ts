import { lineText, type Colour, type Run } from './terminal-screen.ts';

type Line = readonly Run[];

/** A part of what was shown: from the first line that matches, seen from where the part before ended, to the next that does. */
export interface Excerpt {
  readonly from: RegExp;
  readonly to: RegExp;
}

/**
 * Cuts excerpts out of a screen, in order, with a line of three dots between those that do not touch, but not below a heading.
 * @throws Error where an excerpt is not found: the recording shows something else by now
 */
export function cut(lines: readonly Line[], excerpts: readonly Excerpt[]): readonly Line[] {
  const kept: Line[] = [];
  let at = 0;
  for (const { from, to } of excerpts) {
    const first = find(lines, from, at);
    const last = find(lines, to, first);
    if (first > at && !isHeading(kept.at(-1))) kept.push(gap);
    kept.push(...lines.slice(first, last + 1));
    at = last + 1;
  }
  return kept;
}

/** A rehearsal's headings begin with a rule. `undefined` is the picture's upper edge. */
const isHeading = (line: Line | undefined): boolean => line === undefined || lineText(line).startsWith('──');

const gap: Line = [{ text: ' ⋮', colour: null, isBold: false, isDim: true }];

function find(lines: readonly Line[], pattern: RegExp, start: number): number {
  const found = lines.findIndex((line, index) => index >= start && pattern.test(lineText(line)));
  if (found === -1) throw new Error(`the recording has no line ${String(pattern)} after line ${start}`);
  return found;
}

const fills: Readonly<Record<Colour, string>> = {
  red: '#ff7b72',
  green: '#56d364',
  yellow: '#e3b341',
  cyan: '#76e3ea',
};
const character = { width: 7.3, height: 17 };
const margin = 14;

/** An SVG of the lines, as a terminal with a dark background shows them. Each run has its exact width, whatever the font. */
export function terminalSvg(lines: readonly Line[], title: string): string {
  const columns = Math.max(...lines.map((line) => lineText(line).length));
  const width = Math.ceil(columns * character.width + 2 * margin);
  const height = Math.ceil(lines.length * character.height + 2 * margin);
  const texts = lines.flatMap((line, row) => {
    const y = margin + row * character.height + 12.5;
    let column = 0;
    return line.flatMap((run) => {
      const x = margin + column * character.width;
      const { length } = run.text;
      column += length;
      return run.text.trim() === '' ? [] : [text(run, x, y, length * character.width)];
    });
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="12" fill="#e6edf3">`,
    ...texts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function text({ text: content, colour, isBold, isDim }: Run, x: number, y: number, width: number): string {
  const fill = colour === null ? (isDim ? ' fill="#8d96a0"' : '') : ` fill="${fills[colour]}"`;
  const weight = isBold ? ' font-weight="700"' : '';
  return `<text x="${round(x)}" y="${round(y)}" textLength="${round(width)}"${fill}${weight}>${escaped(content)}</text>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Spaces become no-break spaces: browsers collapse others, also where `xml:space` says that they should not. */
function escaped(content: string): string {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(' ', '\u00a0');
}
