import { UserError } from '../errors/slipway-error.ts';
import type { PlanDifference } from '../plan/compare-plans.ts';
import type { Plan } from '../plan/plan.ts';
import { short } from '../runtime/sha256.ts';

/** As many differences as are shown; the rest is counted. */
const shown = 20;

/** The error for a plan that is not what was approved any more: it says what differs. Secrets are masked in plans already. */
export function planChanged(approved: Plan, differences: readonly PlanDifference[]): UserError {
  const lines = differences
    .slice(0, shown)
    .map(
      ({ kind, where, approved: was, now }) =>
        `   ${subjectOf(kind, where)}: ${was ?? 'nothing'} → ${now ?? 'nothing'}`,
    );
  const rest = differences.length > shown ? [`   … and ${differences.length - shown} more`] : [];
  return new UserError(
    'PLAN_CHANGED',
    [
      `what would happen to ${approved.environment} is not what was approved as plan ${short(approved.fingerprint)} (approved → now):`,
      ...lines,
      ...rest,
    ].join('\n'),
    {
      next: `slipway plan ${approved.system} ${approved.environment} --release ${short(approved.release)}   (and approve that)`,
    },
  );
}

/** What a reference leads to says by itself what has happened: somebody set or rotated it. */
function subjectOf(kind: string, where: string): string {
  const [stack = '', ...name] = where.split(' ');
  if (kind === 'secret' || kind === 'ssm') {
    const what = kind === 'secret' ? 'the secret' : 'the parameter';
    return `${what} ${name.join(' ')} that ${stack} takes has another version than was approved`;
  }
  return `${kind} ${where}`;
}
