import { createHash } from 'node:crypto';
import type { DeploymentResult } from '../../deployment/result.ts';
import type { AnyPlan } from '../../plan/static-plan.ts';
import type { SmokeReport } from '../../smoke/report.ts';
import type { BoardRow } from '../board.ts';
import type { Finding } from '../../lint/finding.ts';
import { duration } from '../units.ts';
import { contents } from './contents.ts';
import { html, lines, Markup } from './markup.ts';
import { planSection } from './plan-section.ts';
import { boardSection, deploymentSection, findingsSection, smokeSection } from './result-sections.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { keyHelp, tools } from './tools.ts';

/** One part of a report. */
export type ReportSection =
  | { readonly kind: 'plan'; readonly plan: AnyPlan }
  | { readonly kind: 'deployment'; readonly result: DeploymentResult }
  | { readonly kind: 'smoke'; readonly report: SmokeReport }
  | { readonly kind: 'board'; readonly rows: readonly BoardRow[]; readonly now: number }
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  | { readonly kind: 'text'; readonly title: string; readonly text: string }
  | { readonly kind: 'steps'; readonly steps: readonly ReportStep[] };

/** A step of something that was played, with what it showed. */
export interface ReportStep {
  readonly title: string;
  readonly ok: boolean;
  /** Milliseconds. */
  readonly took: number;
  readonly expectations: readonly {
    readonly text: string;
    readonly ok: boolean;
    readonly detail: string | null;
  }[];
  readonly sections: readonly ReportSection[];
}

export interface ReportPage {
  readonly title: string;
  /** One line: release, commit, when. */
  readonly subtitle: string;
  readonly sections: readonly ReportSection[];
}

/**
 * One HTML file that holds all it needs: it opens from a disk or an artifact, reaches no network and runs no script but
 * its own (its content security policy says so).
 */
export function reportPage({ title, subtitle, sections }: ReportPage): string {
  const policy = `default-src 'none'; style-src 'sha256-${digest(style)}'; script-src 'sha256-${digest(script)}'; base-uri 'none'; form-action 'none'`;
  const entries = sections.map((section, index) => ({ section, id: `s${index + 1}` }));
  const body = html`${entries.map(({ section, id }) => renderSection(section, id))}`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}" />
        <title>${title}</title>
        ${new Markup(`<style>${style}</style>`)}
      </head>
      <body>
        <header class="page">
          <h1>${title}</h1>
          <button id="help" type="button" class="js" aria-label="Keys">?</button>
          <button id="theme" type="button" class="js">dark / light</button>
          <span class="quiet">${subtitle}</span>
        </header>
        <main>
          ${contents(entries.map(({ section, id }) => ({ id, title: titleOf(section), plan: section.kind === 'plan' ? section.plan : null })))}
          ${tools(risksIn(body))} ${body}
        </main>
        ${keyHelp()} ${new Markup(`<script>${script}</script>`)}
      </body>
    </html> `;
  return page.text;
}

/** What the items of a page can be filtered by. Whatever comes from outside has no quote in it. */
function risksIn({ text }: Markup): readonly string[] {
  return [...text.matchAll(/ data-risk="([^"]*)"/g)].flatMap(([, words = '']) => words.split(' '));
}

function renderSection(section: ReportSection, id: string): Markup {
  switch (section.kind) {
    case 'plan':
      return planSection(section.plan, id);
    case 'deployment':
      return deploymentSection(section.result, id);
    case 'smoke':
      return smokeSection(section.report, id);
    case 'board':
      return boardSection(section.rows, section.now, id);
    case 'findings':
      return findingsSection(section.findings, id);
    case 'text':
      return html`<section id="${id}">
        <h2>${section.title}</h2>
        <pre>${lines(section.text)}</pre>
      </section>`;
    case 'steps':
      return html`<section id="${id}">
        <h2>Steps</h2>
        ${section.steps.map((step, index) => renderStep(step, `${id}-${index + 1}`, index + 1))}
      </section>`;
  }
}

function renderStep(step: ReportStep, id: string, number: number): Markup {
  return html`<details class="step" id="${id}" ${step.ok ? '' : html` open`}>
    <summary>
      ${number}. ${step.title}
      <span class="badge ${step.ok ? 'good' : 'bad'}"
        >${step.ok ? 'as it should be' : 'not as it should be'}</span
      >
      <span class="quiet">${duration(step.took)}</span>
    </summary>
    <div>
      <ul class="checks">
        ${step.expectations.map(({ text, ok, detail }) => html`<li><span class="${ok ? 'good' : 'bad'}">${ok ? '✓' : '✗'}</span> ${text}${detail === null ? '' : html`<br /><span class="quiet">${detail}</span>`}</li>`)}
      </ul>
      ${step.sections.map((section, index) => renderSection(section, `${id}-${index + 1}`))}
    </div>
  </details>`;
}

function titleOf(section: ReportSection): string {
  switch (section.kind) {
    case 'plan':
      return `Plan ${section.plan.system} → ${section.plan.environment}`;
    case 'deployment':
      return `Deployment ${section.result.system} → ${section.result.environment}`;
    case 'smoke':
      return `Smoke ${section.report.system} · ${section.report.environment}`;
    case 'board':
      return 'Environments';
    case 'findings':
      return 'Lint';
    case 'text':
      return section.title;
    case 'steps':
      return 'Steps';
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');
