import type { StaticPlan } from '../../../src/plan/static-plan.ts';
import type { Performed } from '../../actions/recorded.ts';
import { node, property, resource, stack } from '../../report/plan-samples.ts';
import { useReportWorld } from './world.ts';

export const it = useReportWorld();

export const forkSha = 'f'.repeat(40);

export function staticPlan(environment: 'dev' | 'sit' | 'prod', over: Partial<StaticPlan> = {}): StaticPlan {
  return {
    schema: 1,
    kind: 'static',
    system: 'companycam',
    environment,
    account: '111111111111',
    comparedWith: 'b'.repeat(40),
    stacks: [
      stack(
        'app',
        node([], {
          status: 'change',
          changes: [
            resource('Topic', 'AWS::SNS::Topic', { properties: [property('DisplayName', 'old', 'new')] }),
          ],
        }),
        { certainty: 'partial', changeSet: null },
      ),
    ],
    remarks: [],
    gate: { verdict: 'pass', stops: [] },
    hasChanges: true,
    ...over,
  };
}

export const report = (entries: readonly unknown[], over: object = {}): unknown => ({
  schema: 1,
  kind: 'fork-report',
  system: 'companycam',
  entries,
  ...over,
});

export const good = () =>
  report(
    (['dev', 'sit', 'prod'] as const).map((environment) => ({ environment, plan: staticPlan(environment) })),
  );

/** Leaves the file of a fork's run, and reports it. */
export async function reportOf(
  data: unknown,
  over?: Readonly<Record<string, unknown>>,
  run?: number,
): Promise<Performed> {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  it.world.write('out/fork/companycam.fork.json', text);
  return it.world.ofFork(over, run === undefined ? {} : { run });
}

export function openForkPull(): void {
  it.world.github.addPull({
    number: 21,
    headSha: forkSha,
    headRef: 'gift',
    headRepository: 'mallory/app',
  });
}

export const shown = () =>
  it.world.comments.map(({ number, body }) => [number, body.split('\n').slice(0, 3)]);
