/**
 * Cuts Markdown into parts of at most `limit` characters, between blocks only: never inside a table, a quotation, a fence or
 * a `<details>`. `null`: a block is longer than a part, or more than `most` parts were needed.
 */
export function splitMarkdown(
  markdown: string,
  { limit, most }: { readonly limit: number; readonly most: number },
): readonly string[] | null {
  const parts: string[] = [];
  let part = '';
  for (const block of blocksOf(markdown)) {
    if (block.length > limit) return null;
    const joined = part === '' ? block : `${part}\n\n${block}`;
    if (joined.length <= limit) {
      part = joined;
    } else {
      parts.push(part);
      part = block;
    }
  }
  if (part !== '') parts.push(part);
  return parts.length > most ? null : parts;
}

/** Blocks that blank lines part (CommonMark 4.9), a fence and a `<details>` being one with all that they hold. */
export function blocksOf(markdown: string): readonly string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  let fence: string | null = null;
  let depth = 0;
  const close = (): void => {
    if (block.length > 0) blocks.push(block.join('\n'));
    block = [];
  };
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(?<mark>`{3,}|~{3,})(?<rest>.*)$/.exec(line)?.groups;
    if (fence !== null) {
      const ends = mark?.['mark']?.startsWith(fence) === true && mark['rest']?.trim() === '';
      if (ends) fence = null;
    } else if (mark?.['mark'] !== undefined) {
      fence = mark['mark'];
    } else {
      depth = Math.max(0, depth + opens(line) - closes(line));
      if (line.trim() === '' && depth === 0) {
        close();
        continue;
      }
    }
    block.push(line);
  }
  close();
  return blocks;
}

/** At the start of a line only: elsewhere it is text that somebody wrote. */
const opens = (line: string): number => (/^<details\b/.test(line) ? 1 : 0);
const closes = (line: string): number => (line.startsWith('</details>') ? 1 : 0);
