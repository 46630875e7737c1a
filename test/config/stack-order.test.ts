import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orderStacks } from '../../src/config/stack-order.ts';

/** Edges that only lead from a later to an earlier number cannot close a circle. */
const graph = fc.integer({ min: 2, max: 8 }).chain((size) =>
  fc.record({
    names: fc.shuffledSubarray(
      Array.from({ length: size }, (_, index) => `s${index}`),
      { minLength: size },
    ),
    edges: fc.array(
      fc
        .tuple(fc.nat(size - 1), fc.nat(size - 1))
        .filter(([taker, giver]) => giver < taker)
        .map(([taker, giver]) => ({ taker: `s${taker}`, giver: `s${giver}`, output: 'X' })),
    ),
  }),
);

test('each stack stands once, after those whose outputs it takes', () => {
  fc.assert(
    fc.property(graph, ({ names, edges }) => {
      const order = orderStacks(names, edges);
      expect([...order].sort()).toEqual([...names].sort());
      for (const { taker, giver } of edges) expect(order.indexOf(giver)).toBeLessThan(order.indexOf(taker));
    }),
  );
});

test('without references the order is that of the file', () => {
  fc.assert(
    fc.property(graph, ({ names }) => {
      expect(orderStacks(names, [])).toEqual(names);
    }),
  );
});

test('a circle is an error wherever it is closed', () => {
  fc.assert(
    fc.property(graph, fc.nat(), ({ names, edges }, pick) => {
      const edge = edges[pick % Math.max(edges.length, 1)];
      fc.pre(edge !== undefined);
      const back = { taker: edge.giver, giver: edge.taker, output: 'Back' };
      expect(() => orderStacks(names, [...edges, back])).toThrow(/in a circle: .*Back/);
    }),
  );
});
