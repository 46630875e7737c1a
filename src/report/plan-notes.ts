import type { GateStop, ResourceChange, SitePlan } from '../plan/plan.ts';
import { isStatic, type AnyPlan, type StaticStop } from '../plan/static-plan.ts';
import { costText } from './cost-text.ts';
import { driftReport } from './drift-text.ts';
import { allowLabel, fate, stopHeadline } from './gate-words.ts';
import {
  certain,
  isOutputsOnly,
  kindOf,
  nodesOf,
  shownChanges,
  totals,
  type PlanTotals,
} from './plan-summary.ts';
import { bytes, counted, listed, someOf } from './units.ts';

/** `4 changes in 2 of 9 stacks`. */
export function sizeText(sum: PlanTotals): string {
  const stacks = counted(sum.stacks, 'stack');
  if (isOutputsOnly(sum)) return `only outputs or tags change, in ${sum.touched} of ${stacks}`;
  if (certain(sum) === 0 && sum.touched === 0) {
    const open = [
      sum.failed > 0 ? `${sum.failed} cannot be planned` : '',
      sum.possible > 0 ? `${sum.possible} possible` : '',
      sum.unseen > 0 ? `${counted(sum.unseen, 'resource')} not seen` : '',
    ].filter((part) => part !== '');
    return open.length > 0
      ? [`no certain change in ${stacks}`, ...open].join(', ')
      : `no change in ${stacks}`;
  }
  return `${counted(certain(sum), 'change')} in ${sum.touched} of ${stacks}`;
}

/** What the tree does not show, in sentences. */
export function notes(plan: AnyPlan): readonly string[] {
  const sum = totals(plan.stacks);
  const lines: string[] = [];
  if (sum.possible > 0) {
    const where = plan.stacks
      .flatMap((stack) =>
        nodesOf(stack.root).map((node) => ({ name: [stack.stack, ...node.path].join('/'), node })),
      )
      .map(({ name, node }) => ({
        name,
        count: shownChanges(node).filter((change) => kindOf(change) === 'possible').length,
      }))
      .filter(({ count }) => count > 0)
      .sort((left, right) => right.count - left.count)
      .map(({ name, count }) => `${count} in ${name}`);
    lines.push(`Only possible, decided while it runs: ${someOf(where, 'stack')}.`);
  }
  if (sum.dropped > 0) {
    lines.push(
      `Left out: ${counted(sum.dropped, 'change')} that only ${sum.dropped === 1 ? 'seems' : 'seem'} so because an input is not known before it runs.`,
    );
  }
  if (sum.unchanged > 0) lines.push(`Unchanged: ${counted(sum.unchanged, 'stack')}.`);
  const cost = costText(plan.stacks);
  if (cost !== null) lines.push(cost);
  if (isStatic(plan)) return [...lines, ...plan.remarks];
  for (const stack of plan.stacks) {
    if (stack.outcome === 'create' && stack.changeSet === null) {
      lines.push(`${stack.stack} does not exist yet: planned from its template and parameters.`);
    }
  }
  const drift = driftReport(plan);
  if (drift !== null) lines.push(drift.note);
  return lines;
}

/** What a reader must know before anything else: what a comparison of sources is not, and that a plan saw a part only. */
export function caveat(plan: AnyPlan): string | null {
  if (!isStatic(plan)) {
    const partial = plan.stacks.filter(({ certainty }) => certainty === 'partial').map(({ stack }) => stack);
    if (partial.length === 0) return null;
    return `certainty: partial. In ${plan.environment}, the nested stacks of ${listed(partial)} could not be seen in full; more may change than is shown.`;
  }
  const base = /^[0-9a-f]{40,64}$/.test(plan.comparedWith)
    ? plan.comparedWith.slice(0, 12)
    : plan.comparedWith;
  return `Compared with the base (${base}), not with what runs; made from the sources, without credentials.`;
}

/** `site: 3 new, 2 changed, 209 unchanged, 12.3 kB to write, 2 paths to invalidate`; `null` where nothing changes. */
export function siteText(site: SitePlan | null): string | null {
  if (site === null) return null;
  const moved = site.added.length + site.changed.length + site.removed.length;
  if (moved === 0) return null;
  const parts = [
    site.added.length > 0 ? `${site.added.length} new` : '',
    site.changed.length > 0 ? `${site.changed.length} changed` : '',
    site.removed.length > 0 ? `${site.removed.length} no longer used` : '',
    site.unchanged > 0 ? `${site.unchanged} unchanged` : '',
    `${bytes(site.bytes)} to write`,
    site.invalidate.length > 0
      ? `${counted(site.invalidate.length, 'path')} to invalidate`
      : 'nothing to invalidate',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** One thing that keeps a plan from running, or that was let through by a word. */
export interface StopText {
  readonly headline: string;
  /** `app/Storage/PhotosBucket`. */
  readonly subject: string;
  readonly property: string | null;
  readonly place: string | null;
  readonly fate: string;
  /** The label that lets it happen; `null` where no word helps. */
  readonly label: string | null;
  readonly overridden: boolean;
}

export function stopTexts(plan: AnyPlan): readonly StopText[] {
  const failures = plan.stacks.flatMap((stack) =>
    stack.failures.map((failure) => ({
      headline: `${plan.environment} cannot be planned`,
      subject: [stack.stack, ...failure.path].join('/'),
      property: null,
      place: failure.at ? `${failure.at.file} line ${failure.at.line}` : null,
      fate: failure.reason,
      label: null,
      overridden: false,
    })),
  );
  const changes = changesByPlace(plan);
  const stops = plan.gate.stops.map((stop: GateStop | StaticStop) => ({
    headline: stopHeadline(plan.environment, stop, changes.get(`${stop.stack}/${stop.path}`)),
    subject: `${stop.stack}/${stop.path}`,
    property: stop.property,
    place: stop.at ? `${stop.at.file} line ${stop.at.line}` : null,
    fate: fate(stop),
    label: 'override' in stop ? allowLabel(stop) : null,
    overridden: 'override' in stop && stop.overridden,
  }));
  return [...failures, ...stops];
}

/** By `app/Storage/PhotosBucket`; of a plan that stops nothing none, as nobody asks. */
function changesByPlace({ stacks, gate }: AnyPlan): ReadonlyMap<string, ResourceChange> {
  if (gate.stops.length === 0) return new Map();
  return new Map(
    stacks.flatMap(({ stack, root }) =>
      nodesOf(root).flatMap(({ path, changes }) =>
        changes.map((change) => [[stack, ...path, change.logicalId].join('/'), change] as const),
      ),
    ),
  );
}

/** What CloudFormation warns of, each once; a failure's reason is told as what stops already. */
export function warningsOf(plan: AnyPlan): readonly string[] {
  const told = plan.stacks.flatMap(({ failures }) => failures.map(({ reason }) => reason));
  return [...new Set(plan.stacks.flatMap(({ warnings }) => warnings))].filter(
    (warning) => !told.some((reason) => warning.endsWith(`: ${reason}`)),
  );
}
