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
