// What a terminal shows after it was written to, as far as our own output goes: text, colours, and the few movements with
// which a live tree is redrawn (ECMA-48: CUU, CUD, CHA, EL, ED, SGR; private modes such as synchronised output show nothing).

/** Some text in one style. `colour` is one of the terminal's names. */
export interface Run {
  readonly text: string;
  readonly colour: Colour | null;
  readonly isBold: boolean;
  readonly isDim: boolean;
}

export type Colour = 'red' | 'green' | 'yellow' | 'cyan';

interface Cell extends Run {
  /** One character. */
  readonly text: string;
}

type Style = Omit<Run, 'text'>;

const colours: Readonly<Record<number, Colour | null>> = {
  31: 'red',
  32: 'green',
  33: 'yellow',
  36: 'cyan',
  39: null,
};
const plain: Style = { colour: null, isBold: false, isDim: false };

/**
 * The lines that are left when all has been written. Nothing scrolls away and nothing wraps: the recording's terminal must be
 * as wide as its lines.
 */
export function screenLines(recording: string): readonly (readonly Run[])[] {
  const lines: Cell[][] = [[]];
  let row = 0;
  let column = 0;
  let style = plain;
  const line = (): Cell[] => {
    while (lines.length <= row) lines.push([]);
    return lines[row] ?? [];
  };
  const tokens =
    // eslint-disable-next-line no-control-regex -- control sequences are what is read here
    /\u001b\[(?<parameters>[?0-9;]*)(?<final>[A-Za-z])|(?<control>[\r\n])|(?<text>[^\u001b\r\n])/gu;
  for (const { groups } of recording.matchAll(tokens)) {
    const { parameters = '', final, control, text } = groups ?? {};
    const count = Math.max(Number.parseInt(parameters, 10) || 1, 1);
    if (text !== undefined) {
      const cells = line();
      while (cells.length < column) cells.push({ text: ' ', ...plain });
      cells[column++] = { text, ...style };
    } else if (control === '\n') row += 1;
    else if (control === '\r') column = 0;
    else if (final === 'A') row = Math.max(row - count, 0);
    else if (final === 'B') row += count;
    else if (final === 'G') column = count - 1;
    else if (final === 'K') {
      if (parameters === '2') line().length = 0;
      else line().splice(column);
    } else if (final === 'J') {
      line().splice(column);
      lines.splice(row + 1);
    } else if (final === 'm') style = styled(style, parameters);
    else if (!parameters.startsWith('?'))
      throw new Error(
        `the recording holds a control sequence that is not known here: ${parameters}${final ?? ''}`,
      );
  }
  return lines.map(runs);
}

function styled(style: Style, parameters: string): Style {
  return parameters.split(';').reduce((now, parameter) => {
    const code = Number(parameter);
    if (code === 0) return plain;
    if (code === 1) return { ...now, isBold: true };
    if (code === 2) return { ...now, isDim: true };
    if (code === 22) return { ...now, isBold: false, isDim: false };
    const colour = colours[code];
    if (colour === undefined)
      throw new Error(`the recording holds a style that is not known here: ${parameter}`);
    return { ...now, colour };
  }, style);
}

function runs(cells: readonly Cell[]): readonly Run[] {
  const joined: Run[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    const isSame = last?.colour === cell.colour && last.isBold === cell.isBold && last.isDim === cell.isDim;
    if (isSame) joined[joined.length - 1] = { ...last, text: last.text + cell.text };
    else joined.push(cell);
  }
  return joined;
}

/** The same without styles, for looking something up. */
export function lineText(line: readonly Run[]): string {
  return line
    .map(({ text }) => text)
    .join('')
    .trimEnd();
}
