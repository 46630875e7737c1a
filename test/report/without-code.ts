/** What GitHub renders as more than code: fenced blocks and code spans are taken out (CommonMark 4.5, 6.1). */
export function withoutCode(markdown: string): string {
  return markdown
    .replace(/^(`{3,})[a-z]*\n[\s\S]*?^\1$/gm, '')
    .replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
}
