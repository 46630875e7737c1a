import type { ResourceChange } from '../../plan/plan.ts';
import { kindOf, mayReplace } from '../plan-summary.ts';

/** What a reader filters by, the worst first. The last three are of checks and findings. */
export const risks = [
  { risk: 'stake', label: 'data at stake' },
  { risk: 'remove', label: 'remove' },
  { risk: 'replace', label: 'replace' },
  { risk: 'may-replace', label: 'may replace' },
  { risk: 'drift', label: 'drifted' },
  { risk: 'change', label: 'modify' },
  { risk: 'add', label: 'add' },
  { risk: 'possible', label: 'only possible' },
  { risk: 'around', label: 'parameters, outputs' },
  { risk: 'site', label: 'site' },
  { risk: 'failed', label: 'failed' },
  { risk: 'open', label: 'open' },
  { risk: 'passed', label: 'passed' },
] as const;

export type Risk = (typeof risks)[number]['risk'];

const ofKind: Readonly<Record<ReturnType<typeof kindOf>, Risk>> = {
  add: 'add',
  change: 'change',
  replace: 'replace',
  remove: 'remove',
  renew: 'change',
  import: 'add',
  possible: 'possible',
};

/** What a change is found by: its kind, that it may replace, that the gate stops (or would have stopped) for it. */
export function risksOf(change: ResourceChange, isStopped: boolean): readonly Risk[] {
  return [
    ...(isStopped ? (['stake'] as const) : []),
    ofKind[kindOf(change)],
    ...(mayReplace(change) ? (['may-replace'] as const) : []),
  ];
}

/** The worst of some risks; `null` of none. */
export function worst(found: Iterable<Risk>): Risk | null {
  const set = new Set(found);
  return risks.find(({ risk }) => set.has(risk))?.risk ?? null;
}
