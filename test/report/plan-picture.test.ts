import { describe, expect, test } from '@jest/globals';
import { planPicture } from '../../src/report/plan-picture.ts';
import { planMarkdown } from '../../src/report/plan-markdown.ts';
import { emptyPlan, node, parameter, plan, property, resource, stack, stoppedPlan } from './plan-samples.ts';

const changed = (name: string, id = 'Function'): ReturnType<typeof node> =>
  node([name], {
    status: 'change',
    template: 'templates/worker.yml',
    changes: [resource(id, 'AWS::Lambda::Function')],
  });

/** What a flowchart of ours may hold, line by line (Mermaid, "Flowcharts - Basic Syntax"); nothing else is let through. */
const line =
  /^(?:flowchart LR| {2}(?:(?:s\d+|unchanged)\["(?:[\p{L}\p{N} ,…]|#\d+;|<br\/>)*"\]:::[a-z]+|s\d+ --> s\d+|s\d+ -\. "(?:[\p{L}\p{N} ,…]|#\d+;)*" \.-> s\d+|classDef [a-z]+ [a-z0-9#:,\- ]+))$/u;

describe('the picture of the stacks', () => {
  test('has a box for each stack that changes, with what changes in it, and one for all others', () => {
    expect(planPicture(stoppedPlan())).toEqual([
      'flowchart LR',
      '  s0["app"]:::calm',
      '  s1["Storage<br/>stops, 1 replaced"]:::stops',
      '  s2["Api<br/>2 changed, 1 added, 1 possible"]:::changed',
      '  unchanged["1 unchanged"]:::calm',
      '  s0 --> s1',
      '  s0 --> s2',
      expect.stringMatching(/^ {2}classDef calm fill:/),
      expect.stringMatching(/^ {2}classDef stops fill:/),
      expect.stringMatching(/^ {2}classDef changed fill:/),
    ]);
  });

  test('tells of each stack that cannot be planned before others, whatever was seen of it', () => {
    const children = [changed('Api'), changed('Jobs'), node(['Mail']), node(['Alarms'])];
    const failures = [['Jobs'], ['Mail']].map((path) => ({
      path,
      reason: 'Template format error',
      at: null,
    }));
    const lines = planPicture(
      plan('dev', [stack('app', node([], { status: 'change', children }), { failures })]),
    );
    expect(lines.slice(1, 6)).toEqual([
      '  s0["app"]:::calm',
      '  s1["Jobs<br/>cannot be planned, 1 changed"]:::failed',
      '  s2["Mail<br/>cannot be planned"]:::failed',
      '  s3["Api<br/>1 changed"]:::changed',
      '  unchanged["1 unchanged"]:::calm',
    ]);
  });

  test('has an arrow from a stack whose outputs another waits for', () => {
    const root = node([], { status: 'change', changes: [resource('Bucket', 'AWS::S3::Bucket')] });
    const waits = node([], {
      status: 'change',
      changes: [
        resource('Log', 'AWS::Logs::LogGroup', {
          properties: [property('Name', null, null, { lineage: ['edge.B', 'gone.C'] })],
        }),
      ],
    });
    const one = stack('app', waits, { parameters: [parameter('P', null, null, { deferred: 'edge.B' })] });
    const two = stack('jobs', waits, { parameters: [parameter('P', null, null, { deferred: 'edge.A' })] });
    const lines = planPicture(plan('dev', [stack('edge', root), one, two]));
    expect(lines.filter((each) => each.includes('.->'))).toEqual([
      '  s0 -. "B" .-> s1',
      '  s0 -. "2 values" .-> s2',
    ]);
  });

  test('tells stacks that are alike once', () => {
    const children = Array.from({ length: 40 }, (_, index) => changed(`Worker${index}`));
    const own = [resource('Topic', 'AWS::SNS::Topic', { action: 'add' })];
    const root = node([], { status: 'change', changes: own, children });
    const lines = planPicture(plan('dev', [stack('app', root)]));
    expect(lines[1]).toBe('  s0["app<br/>1 added"]:::new');
    expect(lines[2]).toBe('  s1["Worker0 … Worker39<br/>1 changed<br/>40 alike, each so"]:::changed');
    expect(lines).toHaveLength(6);
    const around = node([], { status: 'change', children });
    expect(planPicture(plan('dev', [stack('app', around)]))).toEqual([]);
  });

  test('of many draws those that lose something, and counts the others', () => {
    const children = Array.from({ length: 60 }, (_, index) => changed(`Worker${index}`, `F${index}`));
    const last = node(['Old'], { status: 'remove', changes: [resource('A', 'T', { action: 'remove' })] });
    const lines = planPicture(
      plan('dev', [stack('app', node([], { status: 'change', children: [...children, last] }))]),
    );
    expect(lines[2]).toBe('  s1["Old<br/>removed with 1 resource"]:::gone');
    expect(lines).toContain('  s20["42 more stacks<br/>42 changed"]:::changed');
    expect(lines).toContain('  s0 --> s20');
  });

  test('is none of a single stack, and of nothing', () => {
    const single = plan('dev', [stack('app', node([], { status: 'change', changes: [resource('A', 'T')] }))]);
    expect([planPicture(single), planPicture(emptyPlan())]).toEqual([[], []]);
  });

  test('takes names from outside for letters', () => {
    const nasty = '1. `</details>` | "]; end\n%% <img src=x> #35; style x:#f; __a__ - 写真😀 --> s0 :::calm';
    const children = Array.from({ length: 30 }, (_, index) => changed(`${index}${nasty}`, nasty));
    const evil = plan('dev', [
      stack('edge', changed('x')),
      stack(nasty, node([], { status: 'change', children }), {
        parameters: [parameter('P', null, null, { deferred: `edge.${nasty}` })],
      }),
    ]);
    const lines = planPicture(evil);
    for (const each of lines) expect(each).toMatch(line);
    expect(lines.join('\n').length).toBeLessThan(50_000);
  });
});

describe('a comment', () => {
  const comment = (limit: number): string =>
    planMarkdown({
      system: 'companycam',
      release: '',
      commit: null,
      entries: [{ environment: 'prod', plan: stoppedPlan() }],
      limit,
    });

  test('has the picture folded away, below the changes', () => {
    const text = comment(65_536);
    expect(text.match(/<details>/g)).toHaveLength(1);
    expect(text).toContain('\n```mermaid\nflowchart LR\n  s0["app"]:::calm\n');
    expect(text).toMatch(/:::changed[^]*\n```\n\n<\/details>/);
    expect(text.indexOf('mermaid')).toBeGreaterThan(text.indexOf('```diff'));
  });

  test('says that it is left out where it has no room', () => {
    expect(comment(2000)).not.toContain('mermaid');
    expect(comment(2000)).toContain('Left out here for room: the picture of the stacks.');
  });
});
