import stringWidth from 'string-width';

/** What trees and tables are drawn with: each takes one column, and most lines hold nothing else. */
const plain = /^[ -~│├└─→←…•±↻×–]*$/;
/** Marks that take no column can stand in any number above one letter: no text is longer than so many characters a column. */
const charactersAColumn = 4;

/** Counting takes long beyond ASCII, and a tree asks for the same texts again and again. */
const counted = new Map<string, number>();
const mostCounted = 5000;

/** Columns that a terminal takes for a text. */
function columnsOf(text: string): number {
  if (plain.test(text)) return text.length;
  const known = counted.get(text);
  if (known !== undefined) return known;
  const columns = stringWidth(text);
  if (counted.size >= mostCounted) counted.clear();
  counted.set(text, columns);
  return columns;
}

/** Cut to a number of columns, in the middle, where values differ least often. */
export function cut(text: string, columns: number): string {
  if (text.length <= columns * charactersAColumn && columnsOf(text) <= columns) return text;
  const characters = Array.from(text);
  const head = Math.ceil((columns - 1) / 2);
  const tail = Math.max(0, columns - 1 - head);
  return `${taken(characters, head)}…${taken(characters.reverse(), tail, true)}`;
}

/** As many characters as have room in so many columns; from the end where they come reversed. */
function taken(characters: readonly string[], columns: number, isReversed = false): string {
  const some: string[] = [];
  let width = 0;
  for (const character of characters) {
    width += columnsOf(character);
    if (width > columns || some.length >= columns * charactersAColumn) break;
    some.push(character);
  }
  return (isReversed ? some.reverse() : some).join('');
}

/** Filled with spaces to a number of columns as a terminal counts them. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** The widest of some texts, in columns, but no more than `most`. */
export function widest(texts: readonly string[], most = Number.POSITIVE_INFINITY): number {
  return Math.min(
    most,
    texts.reduce((width, text) => Math.max(width, columnsOf(text)), 0),
  );
}
