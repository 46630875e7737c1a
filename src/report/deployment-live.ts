import { short } from '../runtime/sha256.ts';
import type { DeploymentState, MovingNode } from './deployment-state.ts';
import type { Paint } from './paint.ts';
import { smokeCounts } from './smoke-text.ts';
import { bytes, clockTime, counted } from './units.ts';
import { cut, padded, widest } from './columns.ts';
import { visible } from './visible.ts';

export interface FrameOptions {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** One frame of the live view: a line a stack; only what moves says what it is doing. */
export function deploymentFrame(state: DeploymentState, { paint, width, now }: FrameOptions): string {
  const { plan } = state;
  const rows = treeRows(state);
  const left = widest(rows.map((row) => row.left)) + 2;
  const lines = [
    ` ${paint.bold('deploy')}  ${visible(plan.system)} → ${plan.environment}   release ${short(plan.release)}   plan ${short(plan.fingerprint)}`,
    ...rows.map(({ left: name, node, rest }) => {
      if (!node) return `   ${padded(name, left)}`.trimEnd();
      const time = node.began === null ? '' : clockTime((node.ended ?? now) - node.began);
      const what = cut(
        rest === '' ? activity(node) : [rest, activity(node)].filter((part) => part !== '').join('   '),
        Math.max(10, width - left - 26),
      );
      return `   ${padded(name, left)}${wordPaint(paint, node)(padded(node.word, 13))}${time.padStart(7)}   ${what}`.trimEnd();
    }),
  ];
  if (state.site) {
    const { written, total, bytes: size, took } = state.site;
    lines.push(` site    ${written} of ${counted(total, 'file')}, ${bytes(size)}   ${clockTime(took)}`);
  }
  if (state.edge) {
    const { invalidated, took } = state.edge;
    lines.push(
      ` edge    ${counted(invalidated, 'path')} invalidated, serving this release after ${clockTime(took)}`,
    );
  }
  if (state.smoke) {
    const { report } = state.smoke;
    const text = `${smokeCounts(report)}   ${clockTime(report.took)}`;
    lines.push(` smoke   ${report.failed > 0 ? paint.red(text) : text}`);
  }
  return lines.join('\n');
}

interface FrameRow {
  readonly left: string;
  readonly node: MovingNode | null;
  readonly rest: string;
}

function treeRows(state: DeploymentState): readonly FrameRow[] {
  return state.plan.stacks.flatMap((stack): readonly FrameRow[] => {
    const root = state.nodes.get(stack.stack);
    if (!root) return [{ left: `${visible(stack.stack)}  no changes`, node: null, rest: '' }];
    const unchanged = state.unchanged.get(stack.stack) ?? 0;
    const own = [...state.nodes.values()].filter((node) => node.path[0] === stack.stack);
    const size = own.length + unchanged;
    const rest = size > 1 ? `${size} stacks, ${own.length} to change` : '';
    return [{ left: visible(stack.stack), node: root, rest }, ...below(root, own, unchanged, '')];
  });
}

function below(
  parent: MovingNode,
  all: readonly MovingNode[],
  unchanged: number,
  lead: string,
): readonly FrameRow[] {
  const children = all.filter(
    (node) =>
      node.path.length === parent.path.length + 1 &&
      parent.path.every((name, index) => node.path[index] === name),
  );
  const rows = children.flatMap((node, index) => {
    const last = index === children.length - 1 && unchanged === 0;
    const name = visible(node.path.at(-1) ?? '');
    return [
      { left: `${lead}${last ? '└─ ' : '├─ '}${name}`, node, rest: '' },
      ...below(node, all, 0, `${lead}${last ? '   ' : '│  '}`),
    ];
  });
  return unchanged > 0 ? [...rows, { left: `${lead}└─ ${unchanged} unchanged`, node: null, rest: '' }] : rows;
}

/** `PresignFunction  ▰▰▱▱▱▱`: what moves now, and how far the stack is. */
function activity(node: MovingNode): string {
  if (node.ended !== null || node.moving.length === 0) return '';
  const [newest = ''] = node.moving.slice(-1);
  const more = node.moving.length > 1 ? ` and ${node.moving.length - 1} more` : '';
  if (node.planned === 0) return visible(newest) + more;
  const done = Math.min(6, Math.floor((6 * node.settled.size) / node.planned));
  return `${visible(newest)}${more}  ${'▰'.repeat(done)}${'▱'.repeat(6 - done)}`;
}

function wordPaint(paint: Paint, node: MovingNode): (text: string) => string {
  switch (node.word) {
    case 'waiting':
      return paint.dim;
    case 'creating':
    case 'updating':
    case 'removing':
      return paint.cyan;
    case 'done':
      return paint.green;
    case 'rolling back':
    case 'rolled back':
    case 'failed':
      return paint.red;
  }
}
