/** GitHub refuses the whole summary of a step beyond this (Docs, "Adding a job summary", limits), in bytes. */
export const summaryLimit = 1024 * 1024;

const cutText = (left: number): string =>
  `_The summary ends here: ${left === 1 ? 'one more section has' : `${left} more sections have`} no room in it. The log and the report hold everything._\n`;

/** Sections of Markdown as one summary; those that do not fit are left out whole, and it says so. */
export function fitSummary(sections: readonly string[], limit: number = summaryLimit): string {
  const size = (text: string): number => Buffer.byteLength(text);
  const parts = sections.map((section) => `${section.trimEnd()}\n\n`);
  const whole = parts.join('');
  if (size(whole) <= limit) return whole;
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (size(text) + size(part) + size(cutText(parts.length)) > limit)
      return text + cutText(parts.length - index);
    text += part;
  }
  return text;
}
