import type { AnyPlan } from '../../plan/static-plan.ts';
import { costCell } from '../cost-text.ts';
import { driftVerdict } from '../drift-text.ts';
import { sizeText } from '../plan-notes.ts';
import { certain, totals, verdictOf } from '../plan-summary.ts';
import { html, type Markup } from './markup.ts';
import { tally, verdictBadge } from './plan-section.ts';

export interface ContentsEntry {
  readonly id: string;
  readonly title: string;
  /** Of a plan, the card says what it comes to. */
  readonly plan: AnyPlan | null;
}

/** The page's parts to jump to; of a plan its verdict, counts and cost, so that environments can be compared at a glance. */
export function contents(entries: readonly ContentsEntry[]): Markup {
  if (entries.length < 2) return html``;
  return html`<nav aria-label="Contents">
    <ul>
      ${entries.map(({ id, title, plan }) => html`<li><a href="#${id}">${plan === null ? title : card(plan)}</a></li>`)}
    </ul>
  </nav>`;
}

function card(plan: AnyPlan): Markup {
  const regions = [...new Set(plan.stacks.map(({ region }) => region))];
  const cost = costCell(plan.stacks);
  const drift = driftVerdict(plan);
  const sum = totals(plan.stacks);
  return html`<b>${plan.environment}</b> ${verdictBadge(verdictOf(plan))}
    <small>${plan.system} · ${regions.join(', ')}</small>
    ${certain(sum) + sum.possible > 0 ? tally(sum) : html`<small>${sizeText(sum)}</small>`}
    ${drift === '' ? '' : html`<small class="remove"><b>${drift}</b></small>`}
    ${cost === '–' ? '' : html`<small>monthly cost: ${cost}</small>`}`;
}
