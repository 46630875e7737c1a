import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { reportPage, type ReportSection } from '../../report/html/report-page.ts';
import { headline, planMarkdown, type PlanComment } from '../../report/plan-markdown.ts';
import { short } from '../../runtime/sha256.ts';
import type { Action } from '../action.ts';
import { summaryLimit } from '../job-summary.ts';

/** Bytes of the summary that are left for what else the step may say: that it failed, and why. */
const summaryReserve = 16_384;

/** Where reports go, absolute. */
export function reportFolder({ workspace }: Pick<Action, 'workspace'>): string {
  return join(workspace, 'out', 'report');
}

/**
 * Writes the report as a page and as Markdown, and into the job's summary.
 * @returns the files' paths, relative to the workspace
 */
export async function writeFiles(
  action: Action,
  comment: PlanComment,
): Promise<{ readonly html: string; readonly markdown: string }> {
  const folder = reportFolder(action);
  const html = join(folder, `${comment.system}.html`);
  const markdown = join(folder, `${comment.system}.md`);
  await mkdir(folder, { recursive: true });
  await writeFile(html, page(comment));
  await writeFile(markdown, `${planMarkdown({ ...comment, limit: Number.POSITIVE_INFINITY })}\n`);
  action.summarize(planMarkdown({ ...comment, limit: summaryLimit - summaryReserve, unit: 'bytes' }));
  return { html: relative(action.workspace, html), markdown: relative(action.workspace, markdown) };
}

function page(comment: PlanComment): string {
  const sections = comment.entries.map((entry): ReportSection =>
    entry.plan === null
      ? {
          kind: 'text',
          title: `${entry.environment} has no plan`,
          text: entry.problem ?? 'Its job did not hand one in.',
        }
      : { kind: 'plan', plan: entry.plan },
  );
  const cautions = (comment.cautions ?? []).map((text): ReportSection => ({
    kind: 'text',
    title: 'Read this first',
    text,
  }));
  return reportPage({
    title: `Slipway · ${comment.system} · ${headline(comment.entries)}`,
    subtitle: [
      comment.release === '' ? '' : `release ${short(comment.release)}`,
      comment.commit === null ? '' : `commit ${comment.commit.slice(0, 7)}`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
    sections: [...cautions, ...sections],
  });
}
