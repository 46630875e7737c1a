import type { SmokeReport, SmokeResult } from '../smoke/report.ts';
import { cell, code, prose } from './markdown.ts';
import type { Paint } from './paint.ts';
import { smokeRunbooks } from './smoke-runbooks.ts';
import { duration } from './units.ts';
import { padded, widest } from './columns.ts';
import { visible } from './visible.ts';

/** `41 passed, 1 failed, 2 not enforceable here`. */
export function smokeCounts(report: Pick<SmokeReport, 'passed' | 'failed' | 'notEnforceable'>): string {
  return [
    `${report.passed} passed`,
    report.failed > 0 ? `${report.failed} failed` : '',
    report.notEnforceable > 0 ? `${report.notEnforceable} not enforceable here` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The counts, each failed check with what was seen and wanted, and what could not be enforced with its reason. */
export function smokeText(report: SmokeReport, paint: Paint): string {
  const failed = inOrder(report, 'failed');
  const open = inOrder(report, 'not-enforceable');
  const title = `${visible(report.system)} · ${visible(report.environment)}`;
  const counts = [
    paint.green(`${report.passed} passed`),
    report.failed > 0 ? paint.red(`${report.failed} failed`) : '',
    report.notEnforceable > 0 ? paint.yellow(`${report.notEnforceable} not enforceable here`) : '',
    duration(report.took),
  ].filter((part) => part !== '');
  const lines = [` ${paint.bold('smoke')}  ${title}   ${counts.join('   ')}`];
  for (const result of causes(failed)) lines.push(...failedLines(result, followers(failed, result), paint));
  const width = widest(open.map((result) => result.id));
  for (const result of open) {
    lines.push(
      `   ${paint.yellow('open')}    ${padded(visible(result.id), width)}  ${visible(result.reason ?? 'no reason given')}`,
    );
  }
  return lines.join('\n');
}

/** The failures that stand by themselves; one that only follows from another is told with that one. */
function causes(failed: readonly SmokeResult[]): readonly SmokeResult[] {
  return failed.filter((result) => !failed.some((other) => result.followsFrom === other.id));
}

function followers(failed: readonly SmokeResult[], cause: SmokeResult): readonly SmokeResult[] {
  return failed.filter((result) => result.followsFrom === cause.id);
}

function failedLines(
  result: SmokeResult,
  following: readonly SmokeResult[],
  paint: Paint,
): readonly string[] {
  const request = result.evidence[0];
  const asked = request ? `   ${request.method} ${visible(request.url)}` : '';
  const origin = Object.entries(request?.requestHeaders ?? {}).find(
    ([name]) => name.toLowerCase() === 'origin',
  );
  const lines = [
    `   ${paint.red('failed')}  ${paint.bold(visible(result.id))}  ${result.severity}${asked}${origin ? `   Origin: ${visible(origin[1])}` : ''}`,
    `           got   ${visible(result.got ?? 'nothing')}`,
    `           want  ${visible(result.want)}`,
  ];
  const hint = result.hint === null ? '' : `${visible(result.hint)} · `;
  lines.push(`           ${paint.dim(`${hint}${smokeRunbooks[result.group]}`)}`);
  if (following.length > 0) {
    const names = following.map(({ id }) => visible(id)).join(', ');
    lines.push(`           also failed because of it: ${names}`);
  }
  return lines;
}

export function smokeMarkdown(report: SmokeReport): string {
  const failed = inOrder(report, 'failed');
  const open = inOrder(report, 'not-enforceable');
  const verdict = report.failed === 0 ? 'passed' : 'failed';
  const parts = [
    `### Smoke · ${prose(report.system)} · ${prose(report.environment)} · ${verdict}`,
    `${smokeCounts(report)}, ${duration(report.took)}`,
  ];
  if (failed.length > 0) {
    parts.push(
      [
        '| failed check | severity | got | want | usually |',
        '| --- | --- | --- | --- | --- |',
        ...causes(failed).map((result) => {
          const following = followers(failed, result);
          const cells = [
            code(result.id),
            result.severity,
            code(result.got ?? 'nothing'),
            code(result.want),
            [
              prose(result.hint ?? ''),
              code(smokeRunbooks[result.group]),
              following.length === 0
                ? ''
                : `also failed because of it: ${following.map(({ id }) => code(id)).join(', ')}`,
            ]
              .filter((part) => part !== '')
              .join('<br>'),
          ];
          return `| ${cells.map(cell).join(' | ')} |`;
        }),
      ].join('\n'),
    );
  }
  if (open.length > 0) {
    parts.push(
      `<details><summary>${open.length} not enforceable here</summary>\n\n${open
        .map((result) => `- ${code(result.id)}: ${prose(result.reason ?? 'no reason given')}`)
        .join('\n')}\n\n</details>`,
    );
  }
  return parts.join('\n\n');
}

const severities: readonly SmokeResult['severity'][] = ['critical', 'major', 'minor'];

function inOrder(report: SmokeReport, outcome: SmokeResult['outcome']): readonly SmokeResult[] {
  return report.results
    .filter((result) => result.outcome === outcome)
    .sort(
      (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.id < b.id ? -1 : 1),
    );
}
