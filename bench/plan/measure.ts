import { planMarkdown } from '../../src/report/plan-markdown.ts';
import { planText } from '../../src/report/plan-terminal.ts';
import { plainPaint } from '../../src/report/paint.ts';
import { reportPage } from '../../src/report/html/report-page.ts';
import { composePlan } from '../../src/plan/compose-plan.ts';
import type { Plan, StackPlan } from '../../src/plan/plan.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { allNodes, makeWorld } from '../../test/plan/world.ts';
import { serve, type Served, type ServedOptions } from './served.ts';
import { tree, type TreeSize } from './tree.ts';

export interface Collected {
  readonly plan: StackPlan;
  readonly served: Served;
  /** Milliseconds. */
  readonly took: number;
  /** Pages that each change set and stack has: what a call may be made for. */
  readonly pages: { readonly changeSet: (arn: string) => number; readonly stack: (id: string) => number };
  /** The most calls of which each needs the answer of the one before. */
  readonly chain: number;
}

export interface CollectOptions extends TreeSize, ServedOptions {
  /** Entries on a page of changes or resources. */
  readonly pageSize: number;
}

/** Deploys one generation of a tree, then plans the next one against the stand-in as it is served. */
export async function collect({ pageSize, ...options }: CollectOptions): Promise<Collected> {
  const world = makeWorld();
  world.api.pageSize = pageSize;
  world.api.polls = -1; // Change sets, also nested ones, are made when they are first asked for.
  world.deploy(world.release(tree(options, 1)));
  const served = await serve(world.api, options);
  const next = world.release(tree(options, 2));
  const start = performance.now();
  const plan = await world.plan(next, {}, { api: served.api, clock: systemClock });
  const took = performance.now() - start;
  const pagesOf = (entries: number): number => Math.max(1, Math.ceil(entries / pageSize));
  const [ofRoot, ofChild] = [pagesOf(options.children), pagesOf(options.changesInEach)];
  return {
    plan,
    served,
    took,
    pages: {
      changeSet: (arn) => pagesOf(world.api.sets.get(arn)?.changes.length ?? 0),
      stack: (id) => pagesOf(world.api.store.find(id)?.resources.size ?? 0),
    },
    // describe, create; the change set, the root's pages and one child's, then that child's events; the deployed tree likewise.
    chain: 3 + 2 * (ofRoot + ofChild),
  };
}

/** What was asked for more often than it has pages. */
export function asksTooMuch({ served, pages }: Collected): readonly string[] {
  const counts = new Map<string, number>();
  for (const { verb, subject } of served.calls) {
    const key = `${verb} ${subject}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].flatMap(([key, count]) => {
    const [verb = '', subject = ''] = key.split(' ');
    const most =
      verb === 'describeChangeSet'
        ? pages.changeSet(subject)
        : verb === 'listStackResources'
          ? pages.stack(subject)
          : 1;
    return count > most ? [`${key}: ${count} calls for ${most}`] : [];
  });
}

export function changesOf(plan: StackPlan): number {
  return allNodes(plan.root).reduce(
    (sum, node) => sum + node.changes.filter(({ type }) => type !== 'AWS::CloudFormation::Stack').length,
    0,
  );
}

/** A plan of one environment that holds this stack alone. */
export function planOf(stack: StackPlan): Plan {
  return composePlan({
    system: 'photos',
    environment: 'dev',
    account: '111111111111',
    release: 'a'.repeat(64),
    baseRelease: 'b'.repeat(64),
    stacks: [stack],
    site: null,
    clock: systemClock,
  });
}

/** Every form a plan has, by its name. */
export function renderings(plan: Plan): Readonly<Record<string, string>> {
  const { system, release, environment } = plan;
  return {
    terminal: planText(plan, { paint: plainPaint, width: 120 }),
    markdown: planMarkdown({ system, release, commit: null, entries: [{ environment, plan }] }),
    html: reportPage({ title: 'Plan', subtitle: '', sections: [{ kind: 'plan', plan }] }),
    json: JSON.stringify(plan, null, 2),
  };
}
