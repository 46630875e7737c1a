interface Licensed {
  readonly name: string;
  readonly text: string;
}

/**
 * Rewrites what ncc's license plugin makes (for each package its name, its license's SPDX id, the text, an empty line), so
 * that a text which several packages share stands there once, below their names. Nothing is left out: lines that begin no
 * package belong to the one before.
 */
export function groupLicenses(found: string, packages: ReadonlySet<string>): string {
  const byText = new Map<string, string[]>();
  for (const { name, text } of read(found.split('\n'), packages)) {
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  return [...byText]
    .map(([text, names]) => `${names.join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function read(lines: readonly string[], packages: ReadonlySet<string>): readonly Licensed[] {
  const begins = (index: number): boolean =>
    packages.has(lines[index] ?? '') && (index === 0 || lines[index - 1] === '');
  const starts = lines.flatMap((_, index) => (begins(index) ? [index] : []));
  return starts.map((start, at) => ({
    name: lines[start] ?? '',
    text: lines
      .slice(start + 1, starts[at + 1])
      .join('\n')
      .trim(),
  }));
}
