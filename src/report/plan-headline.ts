import type { Plan } from '../plan/plan.ts';
import { stopTexts } from './plan-notes.ts';
import { totals, verdictOf } from './plan-summary.ts';
import { counted } from './units.ts';

/**
 * The worst news of a plan in a few words, for whoever approves it: what stops it, else what it lets through, replaces and
 * removes, else how much it changes. Names nothing that a template or a person has given.
 */
export function planHeadline(plan: Plan): string {
  switch (verdictOf(plan)) {
    case 'missing':
    case 'failed':
      return 'cannot be planned';
    case 'stopped': {
      const open = stopTexts(plan).filter(({ overridden }) => !overridden);
      const rest = open.length > 1 ? ` and ${open.length - 1} more` : '';
      return `stopped: ${open[0]?.headline ?? 'the gate'}${rest}`;
    }
    case 'no-changes':
      return 'no changes';
    case 'changed':
    case 'ready':
      return changes(plan);
  }
}

function changes(plan: Plan): string {
  const sum = totals(plan.stacks);
  const allowed = plan.gate.stops.filter(({ overridden }) => overridden).length;
  const site = plan.site === null ? 0 : plan.site.added.length + plan.site.changed.length;
  const parts = [
    allowed > 0 ? `${allowed} allowed by word` : '',
    sum.remove > 0 ? `${sum.remove} removed` : '',
    sum.replace > 0 ? `${sum.replace} replaced` : '',
    sum.possibleReplace > 0 ? `${sum.possibleReplace} possibly replaced` : '',
    sum.change > 0 ? `${sum.change} changed` : '',
    sum.add > 0 ? `${sum.add} added` : '',
    site > 0 ? counted(site, 'site file') : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) return parts.join(', ');
  return sum.possible > 0 ? counted(sum.possible, 'possible change') : 'only outputs or tags change';
}

/** Whether anything that exists is, or may be, removed or replaced. */
export function isDestructive(plan: Plan): boolean {
  const sum = totals(plan.stacks);
  return sum.remove + sum.replace + sum.possibleReplace + plan.gate.stops.length > 0;
}
