import { describe, expect, test } from '@jest/globals';
import type { GateStop, Plan, ResourceChange, StackNode } from '../../src/plan/plan.ts';
import type { PlanComment } from '../../src/report/plan-comment.ts';
import { planParts } from '../../src/report/plan-parts.ts';
import { node, plan, property, readyPlan, resource, stack, stop } from './plan-samples.ts';

const comment = (entries: PlanComment['entries'], rest: Partial<PlanComment> = {}): PlanComment => ({
  system: 'companycam',
  release: readyPlan('dev').release,
  commit: 'a1b2c3d4e5f6',
  entries,
  links: [{ text: 'full report', url: 'https://example.com/r' }],
  ...rest,
});

const functions = (count: number, name: string, value: (index: number) => string): ResourceChange[] =>
  Array.from({ length: count }, (_, index) =>
    resource(`${name}${index}`, 'AWS::Lambda::Function', {
      properties: [property('MemorySize', '256', value(index)), property('Timeout', '3', value(index))],
    }),
  );

/** Eight stacks of fifty functions, no two alike; a topic in the last of them is made anew, and one goes. */
const varied = (): Plan => {
  const children = Array.from({ length: 8 }, (_, index): StackNode => {
    const changes = functions(50, `Job${index}x`, (each) => String(512 + index * 100 + each));
    const grave =
      index === 7
        ? [
            resource('Topic', 'AWS::SNS::Topic', {
              replacement: 'always',
              properties: [property('TopicName', 'old', 'new', { replacement: 'always' })],
            }),
            resource('OldTopic', 'AWS::SNS::Topic', { action: 'remove' }),
          ]
        : [];
    return node([`Worker${index}`], { status: 'change', changes: [...changes, ...grave] });
  });
  return plan('prod', [stack('app', node([], { status: 'change', children }))]);
};

const one = (each: Plan, rest: Partial<PlanComment> = {}): string =>
  planParts(comment([{ environment: each.environment, plan: each }], rest), 1)[0] ?? '';

describe('a large plan', () => {
  test('tells what is alike once, and that it does', () => {
    const changes = functions(200, 'Function', () => '512');
    const alike = plan('dev', [stack('app', node([], { status: 'change', changes }))]);
    const text = one(alike, { limit: 40_000 });
    expect(text).toContain('!   ~ Function0 … Function199  200 × AWS::Lambda::Function\n!       MemorySize');
    expect(text).toContain(
      '\n\nWhat differs in its name alone is told once. The [full report](<https://example.com/r>) has everything.\n\n',
    );
    expect(one(alike, { limit: 400_000 })).toContain('Function117 ');
    const differs = functions(200, 'Function', String);
    const unlike = plan('dev', [stack('app', node([], { status: 'change', changes: differs }))]);
    expect(one(unlike, { limit: 40_000 })).not.toContain('told once');
  });

  test('never tells what destroys as one of many', () => {
    const changes = Array.from({ length: 200 }, (_, index) =>
      resource(`Topic${index}`, 'AWS::SNS::Topic', { action: 'remove' }),
    );
    const text = one(plan('dev', [stack('app', node([], { status: 'change', changes }))]), { limit: 40_000 });
    expect(text).toContain('-   - Topic117 ');
  });

  test('goes on in further parts, each of them whole, and says so', () => {
    const parts = planParts(comment([{ environment: 'prod', plan: varied() }], { limit: 20_000 }), 5);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts[0]).toContain(`The changes go on in the next ${parts.length - 1} comments.\n\nrelease`);
    expect(parts.slice(1).map((part) => part.split('\n')[0])).toEqual(
      parts
        .slice(1)
        .map((_, index) => `### Slipway · companycam · changes, part ${index + 2} of ${parts.length}`),
    );
    const text = parts.join('\n');
    for (const each of functions(50, 'Job3x', String)) expect(text).toContain(`~ ${each.logicalId} `);
    expect(text).toMatch(/ {2}└─ Worker7|├─ Worker\d +goes on/);
    for (const part of parts) expectWhole(part, 20_000);
  });

  test('tells the most important changes, and counts the others by what they are and where', () => {
    const text = one(varied(), { limit: 6000 });
    expect(text.length).toBeLessThanOrEqual(6000);
    expect(text).toContain('± Topic ');
    expect(text).toContain('old → new  (replaces)');
    expect(text).toContain('- OldTopic ');
    const [, left] = /\*\*Left out here for room, of prod:\*\* (\d+) changed, in /.exec(text) ?? [];
    const shown = text.match(/^! .*~ Job/gm)?.length ?? 0;
    expect(shown + Number(left)).toBe(400);
    expect(text).toMatch(/changed, in app\/Worker1, app\/Worker2, /);
    expect(text.indexOf('─ Worker7')).toBeLessThan(text.indexOf('─ Worker0'));
    expect(text).toMatch(/… \d+ more +\d+ changed/);
  });

  test('in a place for little says what is left out, and where it stands', () => {
    const text = one(varied(), { limit: 800 });
    expect(text).toContain('**Left out here for room, of prod:** 1 removed, 1 replaced, 400 changed, in ');
    expect(text).toContain('The [full report](<https://example.com/r>) has everything.');
    expect(text).toContain('| prod · eu-west-1 |');
    const tiny = one(varied(), { limit: 300 });
    expect(tiny.length).toBeLessThanOrEqual(300);
    expect(tiny).toContain('**Left out here for room:** the table, what stops, and all changes.');
  });

  test('in bytes keeps to bytes', () => {
    const changes = functions(900, '写真', (index) => `写真${index}`);
    const wide = plan('dev', [stack('app', node([], { status: 'change', changes }))]);
    const text = one(wide, { limit: 20_000, unit: 'bytes' });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000);
    expect(text).toContain('Left out here for room');
    expect(Buffer.byteLength(one(wide, { limit: 20_000 }))).toBeGreaterThan(20_000);
  });
});

describe('many stops', () => {
  const stops = (count: number): GateStop[] =>
    Array.from({ length: count }, (_, index) =>
      stop({
        path: `Storage/Bucket${index}`,
        action: index % 3 === 0 ? 'remove' : 'replace',
        override: String(index).padStart(16, '0'),
      }),
    );
  const stopped = (count: number): Plan =>
    plan('prod', [stack('app', node([]))], { gate: { verdict: 'stop', stops: stops(count) } });

  test('are three in full and the others folded, each with its label', () => {
    const text = one(stopped(40));
    expect(text.match(/If you mean it/g)).toHaveLength(3);
    expect(text).toContain(
      '<details><summary>37 more: 24 × prod would replace a bucket and 13 × prod would remove a bucket</summary>',
    );
    expect(new Set(text.match(/slipway:allow \d{16}/g)).size).toBe(40);
  });

  test('beyond what has room are counted by what they would do', () => {
    const text = one(stopped(2000));
    expectWhole(text, 65_536);
    const told = new Set(text.match(/slipway:allow \d{16}/g)).size;
    const [, beyond] =
      /> \*\*Left out here for room: (\d+) more\.\*\* (\d+) × prod would replace/.exec(text) ?? [];
    expect(told).toBeGreaterThan(100);
    expect(told + Number(beyond)).toBe(2000);
    expect(text).toContain('names each, with its label.');
  });

  test('say first what no word mends, and last what has one', () => {
    const mixed = plan(
      'prod',
      [stack('app', node([]), { failures: [{ path: ['Api'], reason: 'no such role', at: null }] })],
      {
        gate: {
          verdict: 'stop',
          stops: [stop({ path: 'Allowed', overridden: true }), stop({ path: 'Open' })],
        },
      },
    );
    const text = one(mixed);
    const places = ['no such role', 'app/Open', 'app/Allowed'].map((each) => text.indexOf(each));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  });
});

/** Within the limit; no fence, fold or table is cut. */
function expectWhole(part: string, limit: number): void {
  expect(part.length).toBeLessThanOrEqual(limit);
  expect(part.match(/^<details/gm)?.length).toBe(part.match(/^<\/details>$/gm)?.length);
  expect((part.match(/^`{3,}/gm)?.length ?? 0) % 2).toBe(0);
}
