import stringWidth from 'string-width';

/**
 * Characters that act instead of showing: controls (a terminal would obey them), line and paragraph separators, and
 * those that reorder or hide text (Unicode TR 36, bidirectional text spoofing).
 */
const acting =
  // eslint-disable-next-line no-control-regex -- finding controls is what this is for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** One line that shows all of a text from outside: line ends as `⏎`, whatever would act as its code. */
export function visible(text: string): string {
  return text.replace(/\r\n|\n|\r/g, '⏎').replace(acting, (character) => {
    if (character === '\t') return ' ';
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

/** Cut to a number of columns, in the middle, where values differ least often. */
export function cut(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  const characters = Array.from(text);
  const head = Math.ceil((columns - 1) / 2);
  const tail = Math.max(0, columns - 1 - head);
  return `${characters.slice(0, head).join('')}…${tail > 0 ? characters.slice(-tail).join('') : ''}`;
}

/** Filled with spaces to a number of columns as a terminal counts them. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

/** The widest of some texts, in columns, but no more than `most`. */
export function widest(texts: readonly string[], most = Number.POSITIVE_INFINITY): number {
  return Math.min(
    most,
    texts.reduce((width, text) => Math.max(width, stringWidth(text)), 0),
  );
}
