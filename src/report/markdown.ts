import { visible } from './visible.ts';

/**
 * Text from outside, in GitHub's Markdown (GFM). Everything that could format, link, mention or close what it stands in is
 * shown as it is: code spans where it is a name or a value, entities elsewhere.
 */

/** A code span: its fence is longer than any run of backticks in it (CommonMark 6.1). */
export function code(text: string): string {
  const plain = visible(text);
  if (plain.trim() === '') return '` `';
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space =
    plain.startsWith('`') || plain.endsWith('`') || (plain.startsWith(' ') && plain.endsWith(' ')) ? ' ' : '';
  return `${fence}${space}${plain}${space}${fence}`;
}

/** Text for a table's cell: a pipe would end the cell, in code spans too (GFM 4.10). */
export const cell = (markdown: string): string => markdown.replaceAll('|', '\\|');

/**
 * Prose: characters with a meaning in Markdown or HTML become entities. `@` and `#` are kept from mentioning by an empty
 * comment, as GitHub looks for mentions after entities are resolved.
 */
export function prose(text: string): string {
  return visible(text)
    .replace(/[&<>"'`*_{}[\]()\\~|$@#]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/&#(?:64|35);/g, '$&<!-- -->')
    .replace(/^[-+=]/, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/:\/\//g, ':<!-- -->//')
    .replace(/\bwww\./gi, 'www<!-- -->.');
}

/** A fenced block whose fence is longer than any in it (CommonMark 4.5). */
export function fenced(language: string, lines: readonly string[]): string {
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)),
  );
  const fence = '`'.repeat(longest + 1);
  return [fence + language, ...lines, fence].join('\n');
}

/** A text from outside, cut to a number of characters before it is put into any form; says how much is gone. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  return `${characters.slice(0, most).join('')} … (${characters.length - most} more characters)`;
}
