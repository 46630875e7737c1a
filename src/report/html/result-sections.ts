import type { DeploymentResult } from '../../deployment/result.ts';
import { environmentNames } from '../../config/environment-name.ts';
import { short } from '../../runtime/sha256.ts';
import type { SmokeReport, SmokeResult } from '../../smoke/report.ts';
import { cellText, remarksOf, type BoardRow } from '../board.ts';
import { aftermath, subject } from '../failure-text.ts';
import type { Finding } from '../../lint/finding.ts';
import { smokeCounts } from '../smoke-text.ts';
import { duration, place } from '../units.ts';
import { html, type Markup } from './markup.ts';

const outcomeWords: Readonly<Record<DeploymentResult['outcome'], string>> = {
  succeeded: 'done',
  'no-changes': 'no changes',
  'deploy-failed': 'failed, stacks',
  'site-failed': 'failed, site',
  'smoke-failed': 'failed, smoke',
};

export function deploymentSection(result: DeploymentResult, id: string): Markup {
  const good = result.outcome === 'succeeded' || result.outcome === 'no-changes';
  const longest = Math.max(1, ...result.times.map((step) => step.took));
  const requests = siteRequests(result);
  return html`<section id="${id}">
      <h2>
        Deployment: ${result.system} → ${result.environment}
        <span class="badge ${good ? 'good' : 'bad'}">${outcomeWords[result.outcome]}</span>
      </h2>
      <p class="quiet">
        release <code>${short(result.release)}</code> · before
        <code>${result.plan.baseRelease === null ? 'nothing' : short(result.plan.baseRelease)}</code>
      </p>
      ${failure(result)}
      ${result.siteFailure === null ? '' : html`<div class="stop"><p>${result.siteFailure}</p></div>`}
      <table>
        <tbody>
          ${result.times.map(
            (step) =>
              html`<tr>
                <td>${step.step}</td>
                <td class="number">${duration(step.took)}</td>
                <td>
                  <svg width="100%" height="10" role="presentation">
                    <rect
                      width="${Math.max(1, Math.round((100 * step.took) / longest))}%"
                      height="10"
                      rx="3"
                      fill="var(--accent)"
                    />
                  </svg>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${requests.length === 0 ? '' : html`<p>Requests for the site: ${requests.map(([verb, count]) => `${count} ${verb}`).join(', ')}.</p>`}
    </section>
    ${result.smoke === null ? '' : smokeSection(result.smoke, `${id}-smoke`)}`;
}

function siteRequests({ site }: DeploymentResult): readonly (readonly [string, number])[] {
  if (site === null) return [];
  return Object.entries({ ...site.requests }).filter(([, count]) => count > 0);
}

function failure({ failure: failed, plan, system, environment }: DeploymentResult): Markup {
  if (failed === null) return html``;
  const { cause } = failed;
  const view = { ...failed, system, environment, previousRelease: plan.baseRelease, next: null };
  return html`<div class="stop">
    <p><strong>${subject(view)}</strong> <code>${cause.type}</code> ${cause.status}</p>
    <p>${cause.reason}</p>
    ${cause.at ? html`<pre>${place(cause.at)}    ${cause.sourceLine ?? ''}</pre>` : ''}
    ${cause.others.map((other) => html`<p>also <code>${[...other.path, other.logicalId].join(' / ')}</code>: ${other.reason}</p>`)}
    <p>${aftermath(view)}</p>
  </div>`;
}

const smokeWords: Readonly<Record<SmokeResult['outcome'], readonly [string, string]>> = {
  passed: ['good', 'passed'],
  failed: ['bad', 'failed'],
  'not-enforceable': ['open', 'not enforceable here'],
};

export function smokeSection(report: SmokeReport, id: string): Markup {
  const rank = { failed: 0, 'not-enforceable': 1, passed: 2 } as const;
  const results = [...report.results].sort(
    (a, b) => rank[a.outcome] - rank[b.outcome] || (a.id < b.id ? -1 : 1),
  );
  return html`<section id="${id}">
    <h2>
      Smoke: ${report.system} · ${report.environment}
      <span class="badge ${report.failed > 0 ? 'bad' : 'good'}">${smokeCounts(report)}</span>
    </h2>
    <p class="quiet">${duration(report.took)}, started ${report.startedAt}</p>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>check</th>
            <th>outcome</th>
            <th>time</th>
            <th>what was seen</th>
          </tr>
        </thead>
        <tbody>
          ${results.map(smokeRow)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function smokeRow(result: SmokeResult): Markup {
  const [tone, word] = smokeWords[result.outcome];
  const said =
    result.outcome === 'failed'
      ? html`got <code>${result.got ?? 'nothing'}</code><br />want
          <code>${result.want}</code
          >${result.hint === null ? '' : html`<br /><span class="quiet">${result.hint}</span>`}`
      : html`${result.outcome === 'passed' ? result.want : (result.reason ?? 'no reason given')}`;
  const pair =
    result.pairedWith === null ? '' : html`<br /><span class="quiet">beside ${result.pairedWith}</span>`;
  const risk = result.outcome === 'not-enforceable' ? 'open' : result.outcome;
  return html`<tr tabindex="-1" data-risk="${risk}" data-text="${`${result.id} ${word}`.toLowerCase()}">
    <td class="mono">${result.id}${pair}</td>
    <td class="${tone}">${word}${result.outcome === 'failed' ? `, ${result.severity}` : ''}</td>
    <td class="number">${duration(result.took)}</td>
    <td>${said}</td>
  </tr>`;
}

export function boardSection(rows: readonly BoardRow[], now: number, id: string): Markup {
  return html`<section id="${id}">
    <h2>Environments</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>system</th>
            ${environmentNames.map((name) => html`<th>${name}</th>`)}
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => {
            const cells = environmentNames.map((environment) => {
              const state = row.cells.find((each) => each.environment === environment)?.head?.state;
              return html`<td class="mono ${state === 'red' ? 'bad' : state === 'green' ? 'good' : 'quiet'}">
                ${cellText(row, environment, now)}
              </td>`;
            });
            return html`<tr>
              <td>${row.system}</td>
              ${cells}
              <td>${remarksOf(row)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </section>`;
}

export function findingsSection(findings: readonly Finding[], id: string): Markup {
  if (findings.length === 0)
    return html`<section id="${id}">
      <h2>Lint <span class="badge good">nothing found</span></h2>
    </section>`;
  const rows = findings.map(
    (finding) =>
      html`<tr
        tabindex="-1"
        data-risk="${finding.severity === 'error' ? 'failed' : 'open'}"
        data-text="${`${finding.at.file} ${finding.rule} ${finding.message}`.toLowerCase()}"
      >
        <td class="${finding.severity === 'error' ? 'bad' : 'open'}">${finding.severity}</td>
        <td class="mono">${place(finding.at)}</td>
        <td>
          ${finding.message}${finding.hint === null ? '' : html`<br /><span class="quiet">${finding.hint}</span>`}
        </td>
        <td class="mono">${finding.rule}</td>
      </tr>`,
  );
  return html`<section id="${id}">
    <h2>Lint <span class="badge bad">${findings.length} found</span></h2>
    <div class="wide">
      <table>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`;
}
