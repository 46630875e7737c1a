import { planMarkdown } from '../../src/report/plan-markdown.ts';
import { planParts } from '../../src/report/plan-parts.ts';
import { planPicture } from '../../src/report/plan-picture.ts';
import { planText } from '../../src/report/plan-terminal.ts';
import { plainPaint } from '../../src/report/paint.ts';
import { reportPage } from '../../src/report/html/report-page.ts';
import { composePlan } from '../../src/plan/compose-plan.ts';
import type { Plan, StackPlan } from '../../src/plan/plan.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { allNodes, makeWorld } from '../../test/plan/world.ts';
import { summaryLimit } from '../../src/github/job-summary.ts';
import { serve, type Served, type ServedOptions } from './served.ts';
import { tree, type TreeSize } from './tree.ts';

/** Comments that a plan is spread over at the most, as on a pull request. */
const mostComments = 5;

export interface Collected {
  readonly plan: StackPlan;
  readonly served: Served;
  /** Milliseconds by the clock. */
  readonly took: number;
  /** Milliseconds of them in which it was ready to work and the processor worked for others. */
  readonly lost: number;
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
  const [start, spent, loop] = [performance.now(), process.cpuUsage(), performance.eventLoopUtilization()];
  const plan = await world.plan(next, {}, { api: served.api, clock: systemClock });
  const took = performance.now() - start;
  const { user, system } = process.cpuUsage(spent);
  const { active } = performance.eventLoopUtilization(loop);
  const pagesOf = (entries: number): number => Math.max(1, Math.ceil(entries / pageSize));
  const [ofRoot, ofChild] = [pagesOf(options.children), pagesOf(options.changesInEach)];
  return {
    plan,
    served,
    took,
    // The processor's time is that of all threads: what others took is never more than this.
    lost: Math.max(0, active - (user + system) / 1_000),
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

/** Every form a plan has, by its name: for a terminal, as comments, a job's summary, a file, a page, a picture and as data. */
export function renderings(plan: Plan): Readonly<Record<string, string>> {
  const { system, release, environment } = plan;
  const comment = { system, release, commit: null, entries: [{ environment, plan }] };
  return {
    terminal: planText(plan, { paint: plainPaint, width: 120 }),
    comments: planParts(comment, mostComments).join('\n'),
    summary: planMarkdown({ ...comment, limit: summaryLimit, unit: 'bytes' }),
    markdown: planMarkdown({ ...comment, limit: Number.POSITIVE_INFINITY }),
    html: reportPage({ title: 'Plan', subtitle: '', sections: [{ kind: 'plan', plan }] }),
    mermaid: planPicture(plan).join('\n'),
    json: JSON.stringify(plan, null, 2),
  };
}

/** Milliseconds that so many calls take, each made when the one before is answered, with the service as slow as now. */
export async function timeChain(calls: number, latency: number): Promise<number> {
  const world = makeWorld();
  world.deploy(world.release(tree({ children: 1, changesInEach: 1 }, 1)));
  const [StackName = ''] = [...world.api.store.stacks.values()].map(({ name }) => name);
  const { api } = await serve(world.api, { latency });
  const start = performance.now();
  for (let call = 0; call < calls; call += 1) await api.describeStacks({ StackName });
  return performance.now() - start;
}
