import type { AnyPlan } from '../../plan/static-plan.ts';
import { costText, dollars } from '../cost-text.ts';
import { totals, verdictOf } from '../plan-summary.ts';
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
  const cost = costText(plan.stacks);
  const usd = plan.stacks.reduce((sum, stack) => sum + (stack.cost?.usd ?? 0), 0);
  const hasPrice = plan.stacks.some((stack) => (stack.cost?.items.length ?? 0) > 0);
  return html`<b>${plan.environment}</b> ${verdictBadge(verdictOf(plan))}
    <small>${plan.system} · ${regions.join(', ')}</small>
    ${tally(totals(plan.stacks))}
    ${cost === null || !hasPrice ? '' : html`<small>${dollars(usd)} a month</small>`}`;
}
