import type { DeploymentEvent } from '../deployment/progress.ts';
import type { Plan } from '../plan/plan.ts';
import type { StackEvent } from '../stacks/stack-event.ts';
import { isOwn } from './deployment-lines.ts';
import { isTouched, nodesOf } from './plan-summary.ts';

/** One stack of a tree while it moves. */
export interface MovingNode {
  /** The stack's name in `system.yml`, then logical ids. */
  readonly path: readonly string[];
  readonly word:
    'waiting' | 'creating' | 'updating' | 'removing' | 'rolling back' | 'done' | 'failed' | 'rolled back';
  /** Milliseconds since the epoch. */
  readonly began: number | null;
  readonly ended: number | null;
  /** Resources that move now, the newest last. */
  readonly moving: readonly string[];
  /** Resources that have ended. */
  readonly settled: ReadonlySet<string>;
  /** Resources that the plan changes. */
  readonly planned: number;
}

/** Everything a live view shows, kept by `advance`. */
export interface DeploymentState {
  readonly plan: Plan;
  readonly began: number;
  /** By path joined with `/`; the stacks that the plan touches, parents first. */
  readonly nodes: ReadonlyMap<string, MovingNode>;
  /** Nested stacks that the plan leaves alone, by stack. */
  readonly unchanged: ReadonlyMap<string, number>;
  readonly site: Extract<DeploymentEvent, { kind: 'site-published' }> | null;
  readonly edge: Extract<DeploymentEvent, { kind: 'edge-serving' }> | null;
  readonly smoke: Extract<DeploymentEvent, { kind: 'smoke-finished' }> | null;
}

export function startOf(plan: Plan, now: number): DeploymentState {
  const changed = plan.stacks.filter((stack) => stack.outcome !== 'none');
  const nodes = changed.flatMap((stack) =>
    nodesOf(stack.root)
      .filter((node) => node.path.length === 0 || isTouched(node) || node.children.some(isTouched))
      .map((node): [string, MovingNode] => {
        const path = [stack.stack, ...node.path];
        const fresh = {
          word: 'waiting',
          began: null,
          ended: null,
          moving: [],
          settled: new Set<string>(),
        } as const;
        return [path.join('/'), { path, ...fresh, planned: node.changes.length }];
      }),
  );
  const unchanged = changed.map((stack): [string, number] => {
    const all = nodesOf(stack.root).length;
    return [stack.stack, all - nodes.filter(([, node]) => node.path[0] === stack.stack).length];
  });
  return {
    plan,
    began: now,
    nodes: new Map(nodes),
    unchanged: new Map(unchanged),
    site: null,
    edge: null,
    smoke: null,
  };
}

/** The state after one more event. */
export function advance(state: DeploymentState, event: DeploymentEvent, now: number): DeploymentState {
  switch (event.kind) {
    case 'stack-started':
      return change(state, [event.stack], (node) => ({
        ...node,
        word: event.outcome === 'create' ? 'creating' : 'updating',
        began: now,
      }));
    case 'stack-unchanged':
      return change(state, [event.stack], (node) => ({
        ...node,
        word: 'done',
        began: node.began ?? now,
        ended: now,
      }));
    case 'stack-event':
      return moved(state, event.stack, event.event, now);
    case 'stack-finished':
      return change(state, [event.stack], (node) => ({
        ...node,
        word: event.result.kind !== 'failed' ? 'done' : event.result.rolledBack ? 'rolled back' : 'failed',
        ended: now,
        moving: [],
      }));
    case 'site-published':
      return { ...state, site: event };
    case 'edge-serving':
      return { ...state, edge: event };
    case 'smoke-finished':
      return { ...state, smoke: event };
  }
}

function moved(state: DeploymentState, stack: string, event: StackEvent, now: number): DeploymentState {
  const of = [stack, ...event.path];
  if (isOwn(event)) return change(state, of, (node) => stackMoved(node, event.status, now));
  const nested = state.nodes.get([...of, event.logicalId].join('/'));
  if (nested && event.type === 'AWS::CloudFormation::Stack') {
    return change(state, nested.path, (node) => stackMoved(node, event.status, now));
  }
  return change(state, of, (node) => {
    const moving = node.moving.filter((id) => id !== event.logicalId);
    if (event.status.endsWith('_IN_PROGRESS')) return { ...node, moving: [...moving, event.logicalId] };
    return { ...node, moving, settled: new Set([...node.settled, event.logicalId]) };
  });
}

const waysBack: ReadonlySet<MovingNode['word']> = new Set(['failed', 'rolling back', 'rolled back']);

function stackMoved(node: MovingNode, status: string, now: number): MovingNode {
  const began = node.began ?? now;
  // Whatever a stack that has failed does next is its way back.
  const goesBack = status.includes('ROLLBACK') || waysBack.has(node.word);
  if (status.endsWith('_IN_PROGRESS')) {
    if (status.includes('CLEANUP')) return node;
    const word = goesBack
      ? 'rolling back'
      : status.startsWith('CREATE')
        ? 'creating'
        : status.startsWith('DELETE')
          ? 'removing'
          : 'updating';
    return { ...node, word, began, ended: null };
  }
  const word = status.endsWith('_FAILED') ? 'failed' : goesBack ? 'rolled back' : 'done';
  return { ...node, word, began, ended: node.ended ?? now, moving: [] };
}

function change(
  state: DeploymentState,
  path: readonly string[],
  update: (node: MovingNode) => MovingNode,
): DeploymentState {
  const key = path.join('/');
  const node = state.nodes.get(key);
  return node ? { ...state, nodes: new Map(state.nodes).set(key, update(node)) } : state;
}
