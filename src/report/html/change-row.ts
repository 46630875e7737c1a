import type { DriftEffect } from '../../plan/drift/drift.ts';
import type { ParameterChange, PropertyChange, ResourceChange, StackNode } from '../../plan/plan.ts';
import { dollars } from '../cost-text.ts';
import { marks, propertyNotes, tones, valueText, wordFor } from '../plan-rows.ts';
import { kindOf, type ChangeKind } from '../plan-summary.ts';
import { place } from '../units.ts';
import { html, type Markup } from './markup.ts';
import { pathOf, type PlanContext } from './plan-context.ts';
import { risksOf, type Risk } from './risks.ts';

/** A value in the page is never cut. */
const whole = Number.POSITIVE_INFINITY;

const verbs: Readonly<Record<ChangeKind, string>> = {
  add: 'add',
  change: 'modify',
  replace: 'replace',
  remove: 'remove',
  renew: 'renew',
  import: 'import',
  possible: 'possible',
};

/** What the change does to what somebody did by hand. */
const driftWords: Readonly<Record<DriftEffect, string>> = {
  fails: 'deleted by hand, fails',
  'may-fail': 'deleted by hand, may fail',
  overwritten: 'overwrites drift',
  lost: 'drift is lost',
  possible: 'may overwrite drift',
  adopted: 'drift adopted',
  stays: 'drift stays',
  gone: 'deleted by hand',
};

/** Whether what was done by hand is certainly lost, or in the way. */
const isMet = (drift: DriftEffect): boolean => ['fails', 'overwritten', 'lost'].includes(drift);

/** One change of a resource: what, how bad, where it stands in the sources, and each property before and after. */
export function changeRow(change: ResourceChange, node: StackNode, context: PlanContext): Markup {
  const kind = kindOf(change);
  const path = pathOf(node, change.logicalId);
  const stop = context.stops.get(path);
  const cost = context.costs.get(path);
  const drift = context.drift.get(path);
  const word = wordFor(change, kind);
  const head = html`<span class="mark" aria-hidden="true">${marks[kind]}</span
    ><span class="sr">${verbs[kind]}</span> <span class="name">${change.logicalId}</span>
    <span class="type">${change.type}</span>
    ${stop === undefined ? '' : html`<span class="badge ${stop.overridden ? 'open' : 'solid'}">${stop.overridden ? 'data at stake, allowed' : 'data at stake'}</span>`}
    ${drift === undefined ? '' : html`<span class="badge ${isMet(drift) ? 'remove' : 'change'}">${driftWords[drift]}</span>`}
    ${word === '' ? '' : html`<span class="badge">${word}</span>`}
    ${cost === undefined ? '' : html`<span class="cost">${dollars(cost.after - cost.before)} a month</span>`}
    ${change.at ? html`<span class="where">${place(change.at)}</span>` : ''}`;
  return row({
    head,
    body: [...change.properties.map(propertyRow), ...facts(change)],
    isOpen: kind === 'change' || kind === 'replace',
    tone: tones[kind],
    risks: [...risksOf(change, stop !== undefined), ...(drift === undefined ? [] : (['drift'] as const))],
    words: [
      context.stack.stack,
      path,
      change.type,
      verbs[kind],
      ...change.properties.map((each) => each.path),
      ...(drift === undefined ? [] : [driftWords[drift]]),
    ],
    anchor: stop?.target,
  });
}

export interface RowOptions {
  readonly head: Markup;
  /** What opens below it; without any it is a line. */
  readonly body: readonly Markup[];
  readonly isOpen: boolean;
  readonly tone: string;
  readonly risks: readonly Risk[];
  /** What it is found by. */
  readonly words: readonly string[];
  readonly anchor?: string | undefined;
}

/** A line of the tree that can be searched, filtered and walked to. */
export function row({ head, body, isOpen, tone, risks, words, anchor }: RowOptions): Markup {
  const attributes = html`class="item ${tone}" data-risk="${risks.join(' ')}"
  data-text="${words.join(' ').toLowerCase()}"${anchor === undefined ? '' : html` id="${anchor}"`}`;
  if (body.length === 0) return html`<div ${attributes} tabindex="-1"><div class="head">${head}</div></div>`;
  return html`<details ${attributes}${isOpen ? html` open` : ''}>
    <summary><span class="head">${head}</span></summary>
    ${body}
  </details>`;
}

function propertyRow(property: PropertyChange): Markup {
  return pair(property.path, property, propertyNotes(property));
}

/** A name with its value before and after. */
export function pair(
  name: string,
  values: Pick<ParameterChange, 'before' | 'after' | 'secret'>,
  notes: readonly string[],
): Markup {
  const value = values.secret
    ? html`<b class="secret">•••• (secret) changed</b>`
    : html`<del>${valueText(values.before, whole)}</del> <i aria-label="becomes">→</i>
        <ins>${valueText(values.after, whole)}</ins>`;
  return html`<div class="property">
    <span>${name}</span><span>${value}${notes.map((note) => html` <em>${note}</em>`)}</span>
  </div>`;
}

/** What CloudFormation knows of the resource that is there. */
function facts({ physicalId, policyAction, action, properties }: ResourceChange): readonly Markup[] {
  if (action === 'add' || (properties.length === 0 && policyAction === null)) return [];
  const told = [
    physicalId === null ? '' : html`now <code>${physicalId}</code>`,
    policyAction === null ? '' : html`policy of CloudFormation: <code>${policyAction}</code>`,
  ].filter((each) => each !== '');
  return told.length === 0
    ? []
    : [html`<div class="facts">${told.map((each, index) => [index > 0 ? ' · ' : '', each])}</div>`];
}
