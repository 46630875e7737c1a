import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EnvironmentName } from '../../src/config/environment-name.ts';
import type { GateStop, Plan, ResourceChange, StackNode } from '../../src/plan/plan.ts';
import { planParts } from '../../src/report/plan-parts.ts';
import { node, plan, property, resource, stack, stop } from './plan-samples.ts';

/** Short names, long ones, and ones that would act in Markdown. */
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    '`</details>`',
    '```\n</details>\n```',
    '| a | b |',
    '写真'.repeat(30),
    '@octocat'.repeat(40),
  ),
);

const change = fc
  .record({
    id: name,
    kind: fc.constantFrom('add', 'modify', 'replace', 'remove', 'possible'),
    properties: fc.array(fc.tuple(name, fc.option(name), fc.option(name)), { maxLength: 4 }),
  })
  .map(({ id, kind, properties }): ResourceChange => {
    const rest = properties.map(([path, before, after]) => property(path, before, after));
    switch (kind) {
      case 'add':
      case 'remove':
        return resource(id, 'AWS::SNS::Topic', { action: kind });
      case 'replace':
        return resource(id, 'AWS::SNS::Topic', { replacement: 'always', properties: rest });
      case 'possible':
        return resource(id, 'AWS::SNS::Topic', { certainty: 'possible', properties: rest });
      default:
        return resource(id, 'AWS::SNS::Topic', { properties: rest });
    }
  });

/** A tree of two levels, in which a change may stand many times over. */
const tree = fc
  .array(
    fc.record({
      id: name,
      changes: fc.array(change, { maxLength: 5 }),
      times: fc.integer({ min: 1, max: 40 }),
    }),
    {
      maxLength: 8,
    },
  )
  .map((stacks): StackNode => {
    const children = stacks.map(({ id, changes, times }, index) =>
      node([`${id}${index}`], {
        status: 'change',
        changes: Array.from({ length: times }, (_, time) =>
          changes.map((each) => ({ ...each, logicalId: `R${each.logicalId}${time}` })),
        ).flat(),
      }),
    );
    return node([], { status: 'change', children });
  });

const plans = fc
  .record({
    environment: fc.constantFrom<EnvironmentName>('dev', 'sit', 'prod'),
    root: tree,
    stops: fc.oneof(fc.integer({ max: 6, min: 0 }), fc.integer({ min: 0, max: 400 })),
    failures: fc.array(name, { maxLength: 3 }),
    warnings: fc.array(name, { maxLength: 20 }),
  })
  .map(({ environment, root, stops, failures, warnings }): Plan => {
    const gate: readonly GateStop[] = Array.from({ length: stops }, (_, index) =>
      stop({
        path: `Bucket${index}`,
        overridden: index % 7 === 0,
        override: `${environment.padStart(4, '0').replace(/[^0-9a-f]/g, '0')}${String(index).padStart(12, '0')}`,
      }),
    );
    return plan(
      environment,
      [
        stack('app', root, {
          warnings,
          failures: failures.map((reason) => ({ path: [], reason, at: null })),
        }),
      ],
      { gate: { verdict: stops > 0 ? 'stop' : 'pass', stops: gate } },
    );
  });

const comments = fc.record({
  entry: plans,
  limit: fc.oneof(fc.integer({ min: 1000, max: 6000 }), fc.integer({ min: 1000, max: 70_000 })),
  most: fc.integer({ min: 1, max: 4 }),
  unit: fc.constantFrom('characters' as const, 'bytes' as const),
});

test('whatever the plan and the place: every part has room and is whole, and every stop is told or counted', () => {
  fc.assert(
    fc.property(comments, ({ entry, limit, most, unit }) => {
      const parts = planParts(
        {
          ...{ system: 'companycam', release: entry.release, commit: null, limit, unit },
          entries: [{ environment: entry.environment, plan: entry }],
          links: [{ text: 'full report', url: 'https://example.com/r' }],
        },
        most,
      );
      expect(parts.length).toBeLessThanOrEqual(most);
      for (const part of parts) {
        expect(unit === 'bytes' ? Buffer.byteLength(part) : part.length).toBeLessThanOrEqual(limit);
        expectWhole(part);
      }
      const text = parts.join('\n\n');
      expectStops(text, entry);
      expectGraves(text, entry);
    }),
    { numRuns: 60 },
  );
});

/** Read line by line, as GitHub does: fences first, for nothing in them counts; then folds, then tables. */
function expectWhole(part: string): void {
  let fence: string | null = null;
  let folds = 0;
  let table = 0;
  for (const line of part.split('\n')) {
    const mark = /^(`{3,})(.*)$/.exec(line);
    if (fence !== null) {
      if (mark !== null && (mark[1] ?? '').length >= fence.length && (mark[2] ?? '') === '') fence = null;
      continue;
    }
    if (mark !== null) fence = mark[1] ?? '';
    folds += (line.startsWith('<details>') ? 1 : 0) - (line === '</details>' ? 1 : 0);
    expect([0, 1]).toContain(folds);
    table = line.startsWith('|') ? table + 1 : 0;
    if (table === 2) expect(line).toMatch(/^(?:\| --- )+\|$/);
  }
  expect([fence, folds]).toEqual([null, 0]);
  expect(part).toMatch(/^### Slipway · companycam · /);
}

/** Those told by their label, and those in the sentence about what is left out. */
function expectStops(text: string, { gate, stacks }: Plan): void {
  const failures = stacks.flatMap((each) => each.failures).length;
  const told = new Set(text.match(/slipway:allow [0-9a-f]{16}/g)).size;
  const failed = text.match(/(?:\*\*|> - |^- )[a-z]+ cannot be planned/gm)?.length ?? 0;
  const left = /\*\*Left out here for room: (\d+) (?:more|in all)\.\*\*/.exec(text)?.[1] ?? '0';
  if (text.includes('**Left out here for room:** the table, what stops, and all changes.')) return;
  expect(told + failed + Number(left)).toBe(gate.stops.length + failures);
}

/** What goes or is made anew stands there, or is counted among what does not. */
function expectGraves(text: string, { stacks }: Plan): void {
  const changes = stacks.flatMap(({ root }) => root.children.flatMap((child) => child.changes));
  for (const [action, mark, word] of [
    ['remove', '-', 'removed'],
    ['modify', '±', 'replaced'],
  ] as const) {
    const all = changes.filter(
      (each) => each.action === action && (action === 'remove' || each.replacement === 'always'),
    ).length;
    const shown = text.match(new RegExp(`^- [ │]+ ${mark} \\S`, 'gmu'))?.length ?? 0;
    const left = new RegExp(`Left out here for room, of [^*]+:\\*\\* (?:[^.]*, )?(\\d+) ${word}`).exec(
      text,
    )?.[1];
    if (text.includes('**Left out here for room:** the table, what stops, and all changes.')) return;
    expect(shown + Number(left ?? 0)).toBe(all);
  }
}
