import type { ResourceChange, SitePlan, StackNode, StackPlan } from '../../plan/plan.ts';
import { isStatic, type AnyPlan } from '../../plan/static-plan.ts';
import { short } from '../../runtime/sha256.ts';
import { caveat, notes, siteText, sizeText, stopTexts } from '../plan-notes.ts';
import { isParameterChange, marks, parameterText, propertyText, tones, wordFor } from '../plan-rows.ts';
import {
  isTouched,
  kindOf,
  nodesOf,
  shownChanges,
  totals,
  verdictOf,
  verdictWords,
} from '../plan-summary.ts';
import { counted, place } from '../units.ts';
import { html, type Markup } from './markup.ts';

/** A value in the page is never cut. */
const whole = Number.POSITIVE_INFINITY;

/** One plan: verdict, what stops it, the whole tree with every property, the site's files. */
export function planSection(plan: AnyPlan, id: string): Markup {
  const verdict = verdictOf(plan);
  const good = verdict === 'ready' || verdict === 'changed' || verdict === 'no-changes';
  const sum = totals(plan.stacks);
  const caution = caveat(plan);
  const site = isStatic(plan) ? null : plan.site;
  const siteLine = siteText(site);
  return html`<section id="${id}">
    <h2>
      Plan: ${plan.system} → ${plan.environment}
      <span class="badge ${good ? 'good' : 'bad'}">${verdictWords[verdict]}</span>
    </h2>
    <p>
      ${sizeText(sum)}.
      <span class="quiet"
        >${isStatic(plan) ? '' : html`release <code>${short(plan.release)}</code> · plan <code>${short(plan.fingerprint)}</code> · `}account
        <code>${plan.account}</code>${isStatic(plan) ? '' : html` · made ${plan.createdAt}`}</span
      >
    </p>
    ${caution === null ? '' : html`<p class="open">${caution}</p>`}
    ${stopTexts(plan).map(
      (stop) =>
        html`<div class="stop ${stop.overridden ? 'allowed' : ''}">
          <p>
            <strong>${stop.headline}${stop.overridden ? ', and may' : ''}.</strong>
            <code>${stop.subject}</code
            >${stop.property === null ? '' : html`: <code>${stop.property}</code> changes`}${stop.place === null ? '' : ` (${stop.place})`}
          </p>
          <p>${stop.fate}</p>
          ${stop.label === null ? '' : html`<p>${stop.overridden ? 'Allowed by' : 'If you mean it, add the label'} <code>${stop.label}</code>.</p>`}
        </div>`,
    )}
    <div class="tree">${plan.stacks.map(stackTree)}</div>
    ${site === null || siteLine === null ? '' : siteDetails(site, siteLine)}
    ${notes(plan).map((note) => html`<p class="quiet">${note}</p>`)}
    ${plan.stacks.flatMap((stack) => stack.warnings).map((warning) => html`<p class="open">warning: ${warning}</p>`)}
  </section>`;
}

function stackTree(stack: StackPlan): Markup {
  if (stack.outcome === 'none')
    return html`<p class="quiet">${stack.stack} · ${stack.stackName}: no changes</p>`;
  const parameters = stack.parameters.filter(isParameterChange).map(
    (parameter) =>
      html`<div
        class="resource change"
        data-kind="change"
        data-text="${`parameter ${parameter.name}`.toLowerCase()}"
      >
        ~ parameter ${parameter.name}
        <div class="property"><span></span><span>${parameterText(parameter, whole)}</span></div>
      </div>`,
  );
  return nodeTree(
    stack.root,
    `${stack.stack} · ${stack.stackName} · ${stack.region}`,
    stack.outcome === 'create' ? [] : parameters,
  );
}

function nodeTree(node: StackNode, name: string, first: readonly Markup[]): Markup {
  const children = node.children.filter((child) => nodesOf(child).some(isTouched));
  const unchanged = node.children.length - children.length;
  const word =
    node.status === 'create'
      ? html` <span class="add">+ new stack</span>`
      : node.status === 'remove'
        ? html` <span class="remove">- removed</span>`
        : '';
  return html`<details${node.status === 'create' ? '' : html` open`}><summary>${name}${word}<span class="where">${node.template ?? ''}</span></summary>
${first}
${shownChanges(node).map((change) => resource(change, node))}
${node.outputsOnly ? html`<div class="resource change">~ outputs <span class="type">only outputs or tags change</span></div>` : ''}
${node.unseen.map((each) => html`<div class="resource possible" data-kind="possible" data-text="${`${each.logicalId} ${each.type}`.toLowerCase()}">? ${each.logicalId}<span class="type">${each.type}, not seen, counted as touched</span></div>`)}
${children.map((child) => nodeTree(child, child.path.at(-1) ?? '', []))}
${unchanged > 0 ? html`<p class="quiet resource">${counted(unchanged, 'nested stack')} unchanged</p>` : ''}
</details>`;
}

function resource(change: ResourceChange, node: StackNode): Markup {
  const kind = kindOf(change);
  const words = [...node.path, change.logicalId, change.type, ...change.properties.map((each) => each.path)];
  return html`<div
    class="resource ${tones[kind]}"
    data-kind="${tones[kind]}"
    data-text="${words.join(' ').toLowerCase()}"
  >
    ${marks[kind]} ${change.logicalId}<span class="type"
      >${[change.type, wordFor(change, kind)].filter((text) => text !== '').join(' · ')}</span
    >${change.at ? html`<span class="where">${place(change.at)}</span>` : ''}
    ${kind === 'add' ? '' : change.properties.map((property) => html`<div class="property"><span>${property.path}</span><span>${propertyText(property, whole)}</span></div>`)}
  </div>`;
}

function siteDetails(site: SitePlan, text: string): Markup {
  const row =
    (mark: string, kind: string) =>
    (key: string): Markup =>
      html`<div class="resource ${kind}" data-kind="${kind}" data-text="${`site ${key}`.toLowerCase()}">
        ${mark} ${key}
      </div>`;
  return html`<h3>Site</h3>
    <p>${text}</p>
    <div class="tree">
      <details>
        <summary>files</summary>
        ${site.added.map(row('+', 'add'))}${site.changed.map(row('~', 'change'))}${site.removed.map(row('-', 'remove'))}
      </details>
    </div>`;
}
