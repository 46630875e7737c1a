import stringWidth from 'string-width';

/** What trees and tables are drawn with: each takes one column, and most lines hold nothing else. */
const plain = /^[ -~│├└─→←…•±↻]*$/;

/** Columns that a terminal takes for a text. */
function columnsOf(text: string): number {
  return plain.test(text) ? text.length : stringWidth(text);
}

/** Cut to a number of columns, in the middle, where values differ least often. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  const characters = Array.from(text);
  const head = Math.ceil((columns - 1) / 2);
  const tail = Math.max(0, columns - 1 - head);
  return `${characters.slice(0, head).join('')}…${tail > 0 ? characters.slice(-tail).join('') : ''}`;
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
