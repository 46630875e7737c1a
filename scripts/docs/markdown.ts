// What the project's documents use of GitHub Flavored Markdown (https://github.github.com/gfm/), no more.

const fence = /^( {0,3})(`{3,}|~{3,})[^\n]*\n(?<body>[\s\S]*?)^\1\2[ \t]*$/gm;
const span = /(?<!`)(`+)(?!`)(?<body>[\s\S]*?[^`])\1(?!`)/g;

/** The contents of all fenced blocks and code spans. */
export function codeTexts(markdown: string): readonly string[] {
  const bodies = (text: string, pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].map((match) => match.groups?.['body'] ?? '');
  return [...bodies(markdown, fence), ...bodies(markdown.replace(fence, ''), span)];
}

function prose(markdown: string): string {
  return markdown.replace(fence, '').replace(span, '`code`');
}

/** The targets of inline links and images, and of `src` and `href` in HTML. */
export function linkTargets(markdown: string): readonly string[] {
  const text = prose(markdown);
  const inline = [...text.matchAll(/\]\((?:<(?=[^<>]*>\)))?(?<target>[^()<>\s]+)>?(?:\s"[^"]*")?\)/g)];
  const html = [...text.matchAll(/\b(?:src|href)="(?<target>[^"]+)"/g)];
  return [...inline, ...html].map((match) => match.groups?.['target'] ?? '');
}

/** The anchors that GitHub gives to the headings. */
export function anchors(markdown: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const found = new Set<string>();
  for (const match of markdown.replace(fence, '').matchAll(/^#{1,6} +(?<title>.*?)\s*#*$/gm)) {
    const title = (match.groups?.['title'] ?? '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
    const slug = title
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\p{Mark}_ -]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    found.add(times === 0 ? slug : `${slug}-${times}`);
  }
  return found;
}

/** Comments between which something is generated. */
export interface Markers {
  readonly begin: string;
  readonly end: string;
}

/** The markers of a block in a written page. */
export function generated(name: string): Markers {
  return { begin: `<!-- generated: ${name} -->`, end: '<!-- end of generated -->' };
}

/**
 * Replaces what stands between two markers.
 * @throws Error if the text has no such block
 */
export function withBlock(markdown: string, content: string, { begin, end }: Markers): string {
  const from = markdown.indexOf(begin);
  const to = markdown.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`there is no block "${begin}" that ends with "${end}"`);
  return `${markdown.slice(0, from + begin.length)}\n\n${content}\n\n${markdown.slice(to)}`;
}

/** A table, with its cells escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}
