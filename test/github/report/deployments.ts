import type { Plan } from '../../../src/plan/plan.ts';
import { node, plan, stack } from '../../report/plan-samples.ts';

/** Two stacks, `app` and `edge`, of which those named change. */
export function planOf(
  environment: Plan['environment'],
  changes: readonly string[],
  over: Partial<Plan> = {},
): Plan {
  const stacks = ['edge', 'app'].map((name) =>
    stack(name, node([]), { outcome: changes.includes(name) ? 'change' : 'none' }),
  );
  return plan(environment, stacks, { hasChanges: changes.length > 0, ...over });
}

export const olderRelease = `5b0e77aa${'0'.repeat(56)}`;
export const newerRelease = `77d0a1c2${'0'.repeat(56)}`;
export const deployedAt = '2026-11-21T12:00:00.000Z';

/** What `deploy` leaves of a deployment that went well; it changed the stack `app`. */
export function resultOf(
  environment: Plan['environment'],
  over: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    system: 'companycam',
    environment,
    release: newerRelease,
    plan: planOf(environment, ['app'], { release: newerRelease, baseRelease: olderRelease }),
    outcome: 'succeeded',
    failure: null,
    siteFailure: null,
    outputs: { app: { Url: 'https://example.org' } },
    site: null,
    smoke: null,
    record: { sequence: 2, finishedAt: deployedAt },
    times: [],
    ...over,
  };
}
