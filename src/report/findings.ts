import type { Finding } from '../lint/finding.ts';
import { cell, code, prose } from './markdown.ts';
import type { Paint } from './paint.ts';
import { counted } from './units.ts';
import { padded, widest } from './columns.ts';
import { visible } from './visible.ts';

/** Grouped by file, in the order of lines, with the rule at the end. */
export function findingsText(findings: readonly Finding[], paint: Paint): string {
  if (findings.length === 0) return ` ${paint.green('lint')}  nothing found`;
  const sorted = inOrder(findings);
  const files = [...new Set(sorted.map((finding) => finding.at.file))];
  const lines = files.flatMap((file) => {
    const own = sorted.filter((finding) => finding.at.file === file);
    const width = widest(own.map((finding) => `${finding.at.line}:${finding.at.column}`));
    return [
      ` ${paint.bold(visible(file))}`,
      ...own.flatMap((finding) => [
        `   ${padded(`${finding.at.line}:${finding.at.column}`, width)}  ${word(finding, paint)}  ${visible(finding.message)}  ${paint.dim(visible(finding.rule))}`,
        ...(finding.hint === null
          ? []
          : [`   ${' '.repeat(width)}           ${paint.dim(visible(finding.hint))}`]),
      ]),
    ];
  });
  return [...lines, '', ` ${summary(findings)}`].join('\n');
}

/** So many stand open; of more, the files stand first, and the list is folded away. */
const openFindings = 20;

/** @param systems what was linted; told so that nothing found is seen to be nothing found in these */
export function findingsMarkdown(findings: readonly Finding[], systems: readonly string[] = []): string {
  const linted = systems.length === 0 ? [] : [`Linted: ${systems.map(code).join(', ')}.`];
  if (findings.length === 0) return ['### Lint · nothing found', ...linted].join('\n\n');
  const rows = inOrder(findings).map((finding) => {
    const cells = [
      finding.severity === 'error' ? '**error**' : finding.severity,
      code(`${finding.at.file}:${finding.at.line}:${finding.at.column}`),
      prose(finding.message) + (finding.hint === null ? '' : `<br>${prose(finding.hint)}`),
      code(finding.rule),
    ];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  const list = ['| | where | what | rule |', '| --- | --- | --- | --- |', ...rows].join('\n');
  const shown =
    findings.length <= openFindings
      ? [list]
      : [
          filesTable(findings),
          `<details><summary>All ${findings.length} findings</summary>\n\n${list}\n\n</details>`,
        ];
  return [`### Lint · ${summary(findings)}`, ...linted, ...shown].join('\n\n');
}

/** Files with what was found in each, the worst first. */
function filesTable(findings: readonly Finding[]): string {
  const files = [...new Set(inOrder(findings).map(({ at }) => at.file))].map((file) => {
    const own = findings.filter(({ at }) => at.file === file);
    return { file, counts: severities.map((each) => own.filter(({ severity }) => severity === each).length) };
  });
  const rows = files
    .sort((a, b) => worse(a.counts, b.counts))
    .map(({ file, counts }) => {
      const cells = [code(file), ...counts.map((count) => (count === 0 ? '–' : String(count)))];
      return `| ${cells.map(cell).join(' | ')} |`;
    });
  return ['| file | errors | warnings | notes |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

const severities = ['error', 'warning', 'info'] as const;

function worse(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((count, index) => count !== b[index]);
  return differs === -1 ? 0 : (b[differs] ?? 0) - (a[differs] ?? 0);
}

function summary(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return [
    count('error') > 0 ? counted(count('error'), 'error') : '',
    count('warning') > 0 ? counted(count('warning'), 'warning') : '',
    count('info') > 0 ? counted(count('info'), 'note') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function word(finding: Finding, paint: Paint): string {
  switch (finding.severity) {
    case 'error':
      return paint.red('error  ');
    case 'warning':
      return paint.yellow('warning');
    case 'info':
      return paint.cyan('note   ');
  }
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : 0) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column,
  );
}
