import type { SitePlan } from '../../plan/plan.ts';
import { isStatic, type AnyPlan } from '../../plan/static-plan.ts';
import { short } from '../../runtime/sha256.ts';
import { caveat, notes, siteText, sizeText, stopTexts, warningsOf, type StopText } from '../plan-notes.ts';
import { totals, verdictOf, verdictWords, type PlanTotals, type Verdict } from '../plan-summary.ts';
import { row } from './change-row.ts';
import { costTable } from './cost-table.ts';
import { driftBox } from './drift-box.ts';
import { html, type Markup } from './markup.ts';
import { contextOf, stopAnchor } from './plan-context.ts';
import { stackTree } from './plan-tree.ts';
import { stackMap } from './stack-map.ts';

/** So many stops are told in full, and the others open on demand. */
const mostStops = 6;

/** One plan: verdict, what stops it, the stacks as a picture, the whole tree with every property, the site's files, the bill. */
export function planSection(plan: AnyPlan, id: string): Markup {
  const sum = totals(plan.stacks);
  const caution = caveat(plan);
  const site = isStatic(plan) ? null : plan.site;
  const siteLine = siteText(site);
  const stops = stopTexts(plan).map((stop) => stopBox(stop, stopLink(plan, stop, id)));
  const told = stops.length > mostStops + 1 ? mostStops : stops.length;
  const warnings = warningsOf(plan);
  return html`<section id="${id}" class="plan">
    <h2>
      <span class="quiet">Plan</span> ${plan.system} → ${plan.environment} ${verdictBadge(verdictOf(plan))}
    </h2>
    <p class="quiet">
      ${isStatic(plan) ? '' : html`release <code>${short(plan.release)}</code> · plan <code>${short(plan.fingerprint)}</code> · `}account
      <code>${plan.account}</code
      >${isStatic(plan) ? '' : html` · made <time datetime="${plan.createdAt}">${plan.createdAt.slice(0, 16).replace('T', ' ')} UTC</time>`}
    </p>
    ${caution === null ? '' : html`<p class="caution">${caution}</p>`} ${stops.slice(0, told)}
    ${
      stops.length > told
        ? html`<details class="fold">
            <summary>${stops.length - told} more like this</summary>
            ${stops.slice(told)}
          </details>`
        : ''
    }
    ${driftBox(plan)} ${warnings.map((warning) => html`<p class="caution">warning: ${warning}</p>`)}
    <p class="size">${tally(sum)} <span>${sizeText(sum)}</span></p>
    ${stackMap(plan, id)}
    <div class="tree">
      ${plan.stacks.map((stack) => stackTree(contextOf(plan, stack, id)))}
      ${site === null || siteLine === null ? '' : siteTree(site, siteLine)}
    </div>
    ${costTable(plan.stacks)}
    <div class="aside quiet">${notes(plan).map((note) => html`<p>${note}</p>`)}</div>
  </section>`;
}

/** A verdict in the colour of its news. */
export function verdictBadge(verdict: Verdict): Markup {
  const tone =
    verdict === 'ready' || verdict === 'no-changes' ? 'good' : verdict === 'changed' ? 'open' : 'solid';
  return html`<span class="badge ${tone}">${verdictWords[verdict]}</span>`;
}

/** `+ 2 add · ~ 1 modify`: what there is of each kind; nothing of those there are none. */
export function tally(sum: PlanTotals): Markup {
  const parts = [
    { tone: 'remove', mark: '-', count: sum.remove, word: 'remove' },
    { tone: 'replace', mark: '±', count: sum.replace, word: 'replace' },
    { tone: 'change', mark: '~', count: sum.change, word: 'modify' },
    { tone: 'add', mark: '+', count: sum.add, word: 'add' },
    { tone: 'possible', mark: '?', count: sum.possible, word: 'only possible' },
  ].filter(({ count }) => count > 0);
  return html`<span class="tally"
    >${parts.map(({ tone, mark, count, word }) => html`<span class="${tone}"><span aria-hidden="true">${mark}</span> ${count} ${word}</span> `)}</span
  >`;
}

function stopBox(stop: StopText, anchor: string | null): Markup {
  return html`<div class="stop ${stop.overridden ? 'allowed' : ''}">
    <p>
      <strong>${stop.headline}${stop.overridden ? ', and may' : ''}.</strong>
      ${anchor === null ? html`<code>${stop.subject}</code>` : html`<a href="#${anchor}"><code>${stop.subject}</code></a>`}${stop.property === null ? '' : html`: <code>${stop.property}</code> changes`}${stop.place === null ? '' : html` <span class="quiet">(${stop.place})</span>`}
    </p>
    <p>${stop.fate}</p>
    ${stop.label === null ? '' : html`<p>${stop.overridden ? 'Allowed by' : 'If you mean it, add the label'} <code class="label">${stop.label}</code>${stop.overridden ? '' : html` <button type="button" class="js" data-copy="${stop.label}">copy</button>`}</p>`}
  </div>`;
}

function stopLink(plan: AnyPlan, { subject }: StopText, id: string): string | null {
  const stack = plan.stacks.find(({ stack: name }) => subject.startsWith(`${name}/`));
  return stack === undefined
    ? null
    : stopAnchor(contextOf(plan, stack, id), subject.slice(stack.stack.length + 1));
}

function siteTree(site: SitePlan, text: string): Markup {
  const kinds = [
    { keys: site.removed, mark: '-', tone: 'remove', verb: 'remove' },
    { keys: site.changed, mark: '~', tone: 'change', verb: 'modify' },
    { keys: site.added, mark: '+', tone: 'add', verb: 'add' },
  ] as const;
  return html`<details class="node">
    <summary>
      <span class="head"><span class="name">site</span> <span class="type">${text}</span></span>
    </summary>
    ${kinds.map(({ keys, mark, tone, verb }) => keys.map((key) => row({ head: html`<span class="mark" aria-hidden="true">${mark}</span><span class="sr">${verb}</span> <span class="name">${key}</span>`, body: [], isOpen: false, tone, risks: ['site'], words: ['site', verb, key] })))}
    ${site.invalidate.length > 0 ? html`<p class="quiet">To invalidate: ${site.invalidate.map((path, index) => html`${index > 0 ? ', ' : ''}<code>${path}</code>`)}</p>` : ''}
  </details>`;
}
