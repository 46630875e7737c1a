import { UserError } from '../errors/slipway-error.ts';
import type { Position } from '../errors/position.ts';

/** One stack takes an output of another. */
export interface StackEdge {
  readonly taker: string;
  readonly giver: string;
  readonly output: string;
  /** Where the reference stands, if that is known. */
  readonly at?: Position | undefined;
}

/**
 * Orders stacks so that each stands after those whose outputs it takes, and otherwise as the file has them.
 *
 * @throws UserError `CONFIG_CYCLE`, which shows the circle
 */
export function orderStacks(names: readonly string[], edges: readonly StackEdge[]): readonly string[] {
  const ordered: string[] = [];
  const visit = (name: string, trail: readonly StackEdge[]): void => {
    if (ordered.includes(name)) return;
    const start = trail.findIndex((edge) => edge.taker === name);
    if (start !== -1) throw circle(trail.slice(start));
    for (const edge of edges.filter(({ taker }) => taker === name)) visit(edge.giver, [...trail, edge]);
    ordered.push(name);
  };
  for (const name of names) visit(name, []);
  return ordered;
}

function circle(edges: readonly StackEdge[]): UserError {
  const first = edges[0]?.taker ?? '';
  const path = [first, ...edges.map(({ giver }) => giver)].join(' → ');
  const reasons = edges.map(({ taker, giver, output }) => `${taker} takes ${giver}.${output}`).join(', ');
  return new UserError('CONFIG_CYCLE', `The stacks wait for each other in a circle: ${path} (${reasons})`, {
    at: edges.findLast(({ at }) => at !== undefined)?.at,
  });
}
