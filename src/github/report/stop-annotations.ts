import type { Plan } from '../../plan/plan.ts';
import { stopTexts } from '../../report/plan-notes.ts';
import type { AnyPlan } from '../../plan/static-plan.ts';
import type { PlanEntry } from '../../report/plan-markdown.ts';
import type { Annotation } from '../annotations.ts';
import type { Position } from '../../errors/position.ts';

/** What stops the plans, at the lines of the templates; what several environments have in common is told once. */
export function stopAnnotations(
  entries: readonly PlanEntry[],
  place: (at: Position | null) => Position | null,
): readonly Annotation[] {
  const told = new Map<string, Annotation>();
  for (const { plan } of entries) {
    if (plan === null) continue;
    const positions = positionsOf(plan);
    for (const [index, stop] of stopTexts(plan).entries()) {
      if (stop.overridden) continue;
      const at = place(positions[index] ?? null);
      const label = stop.label === null ? '' : ` If you mean it, add the label "${stop.label}".`;
      const key = [stop.subject, at?.file, at?.line, stop.fate].join('\n');
      const known = told.get(key);
      told.set(key, {
        kind: 'error',
        title: known ? `${known.title}, and ${plan.environment} as well` : stop.headline,
        message: known ? `${known.message}${label}` : `${stop.subject}: ${stop.fate}${label}`,
        at,
        severity: 50,
      });
    }
  }
  return [...told.values()];
}

/** In the order of `stopTexts`. */
function positionsOf(plan: AnyPlan): readonly (Position | null)[] {
  return [
    ...plan.stacks.flatMap((stack) => stack.failures.map(({ at }) => at)),
    ...(plan.gate.stops as Plan['gate']['stops']).map(({ at }) => at),
  ];
}
