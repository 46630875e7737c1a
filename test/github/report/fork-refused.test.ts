import { describe, expect, test } from '@jest/globals';
import { forkReportLimit } from '../../../src/github/report/fork-report.ts';
import { commandsOf } from '../../actions/recorded.ts';
import { node, parameter, property, resource, stack, stop } from '../../report/plan-samples.ts';
import { withoutCode } from '../../report/without-code.ts';
import { it, forkSha, staticPlan, report, good, reportOf, openForkPull } from './fork-run.ts';

describe('the pull request is found by what GitHub says, never by the file', () => {
  test.each<[string, () => void]>([
    [
      'none that is open',
      () => {
        it.world.github.addPull({
          number: 21,
          state: 'closed',
          headSha: forkSha,
          headRef: 'gift',
          headRepository: 'mallory/app',
        });
      },
    ],
    [
      'one whose head has moved on',
      () => {
        it.world.github.addPull({
          number: 21,
          headSha: 'e'.repeat(40),
          headRef: 'gift',
          headRepository: 'mallory/app',
        });
      },
    ],
    [
      'one of another repository at the same commit',
      () => {
        it.world.github.addPull({
          number: 21,
          headSha: forkSha,
          headRef: 'gift',
          headRepository: 'mallory/other',
        });
      },
    ],
    [
      'one of this repository with a branch of the same name',
      () => {
        it.world.github.addPull({ number: 21, headSha: forkSha, headRef: 'gift' });
      },
    ],
  ])('%s gets nothing', async (_, open) => {
    open();
    const performed = await reportOf(good());
    expect(performed.exitCode).toBe(0);
    expect(performed.log).toContain('no open pull request is at commit fffffff any more');
    expect([it.world.comments.length, it.world.github.state.checkRuns.length]).toEqual([0, 0]);
  });

  test('a number in the file is refused with the file', async () => {
    openForkPull();
    const performed = await reportOf(report([], { pullRequest: 7 }));
    expect(performed.errors[0]).toContain('[FORK_REPORT_INVALID]');
    expect(it.world.comments).toEqual([]);
  });

  test('a branch’s name is no query', async () => {
    openForkPull();
    const performed = await reportOf(good(), { head_branch: 'x&state=all#$(id) `id`' });
    expect(performed.exitCode).toBe(0);
    expect(it.world.comments).toEqual([]);
  });
});

describe('the event', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['of a push', { event: 'push' }],
    ['of this repository', { head_repository: { full_name: 'Octo/App' } }],
    ['without a commit', { head_sha: 'main' }],
    ['without a repository', { head_repository: null }],
  ])('of a run %s is refused', async (_, over) => {
    openForkPull();
    const performed = await reportOf(good(), over);
    expect(performed.exitCode).toBe(1);
    expect(performed.errors[0]).toContain('[FORK_REPORT_EVENT]');
    expect(it.world.github.state.requests).toEqual([]);
  });

  test('pull_request does not take the input data', async () => {
    it.world.write('out/fork/companycam.fork.json', JSON.stringify(good()));
    const performed = await it.world.inPullRequest({ inputs: { data: 'out/fork/companycam.fork.json' } });
    expect(performed.errors[0]).toContain('[FORK_REPORT_EVENT]');
  });

  test('a file that is not there', async () => {
    const performed = await it.world.ofFork();
    expect(performed.errors[0]).toContain('[FORK_REPORT_MISSING]');
  });
});

describe('a file that is no report is refused, and nothing of it is shown', () => {
  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

  test.each<[string, () => unknown]>([
    ['no JSON', () => '<script>canary</script>'],
    ['too large', () => JSON.stringify(good()) + ' '.repeat(forkReportLimit)],
    ['too deep', () => deep(5000)],
    ['an unknown field', () => report([], { canary: 1 })],
    ['another schema', () => report([], { schema: 2 })],
    ['another system', () => report([], { system: 'canary' })],
    ['another environment', () => report([{ environment: 'canary', plan: null, problem: '' }])],
    [
      'an environment twice',
      () => report([1, 2].map(() => ({ environment: 'dev', plan: null, problem: 'canary' }))),
    ],
    ['a plan of another environment', () => report([{ environment: 'dev', plan: staticPlan('prod') }])],
    ['a real plan', () => report([{ environment: 'dev', plan: { ...staticPlan('dev'), kind: 'canary' } }])],
    [
      'an override',
      () =>
        report([
          {
            environment: 'dev',
            plan: { ...staticPlan('dev'), gate: { verdict: 'stop', stops: [stop({ overridden: true })] } },
          },
        ]),
    ],
    ['a list', () => []],
    ['nothing', () => 'null'],
  ])('%s', async (_, data) => {
    openForkPull();
    const performed = await reportOf(data());
    expect(performed.exitCode).toBe(1);
    expect(performed.errors[0]).toContain('[FORK_REPORT_INVALID]');
    expect(`${performed.log}${performed.summary}`).not.toContain('canary');
    expect(it.world.github.state.requests).toEqual([]);
  });
});

test('whatever its texts hold is shown as text', async () => {
  openForkPull();
  const hostile =
    'a\n```\n</details>\n\n<!-- slipway:companycam -->\n<img src=x onerror=alert(1)>\n@octo/everyone #1 GH-2\n[click](http://evil.example) ![x](http://evil.example/x.png) http://evil.example www.evil.example | ::error::x \u202e\u0000 `b` $(id)';
  const at = { file: hostile, line: 1, column: 1 };
  const change = resource(hostile, hostile, {
    physicalId: hostile,
    policyAction: hostile,
    at,
    properties: [property(hostile, hostile, hostile, { lineage: [hostile] })],
  });
  const child = node([hostile], {
    template: hostile,
    status: 'change',
    changes: [change],
    unseen: [{ logicalId: hostile, type: hostile, at }],
  });
  const { override, overridden, ...stopped } = stop({
    stack: hostile,
    path: hostile,
    type: hostile,
    reason: hostile,
    at,
    property: hostile,
    policyAction: hostile,
  });
  expect([override, overridden]).toBeDefined();
  const plan = staticPlan('prod', {
    comparedWith: hostile,
    remarks: [hostile],
    stacks: [
      stack(hostile, node([], { status: 'change', changes: [change], children: [child] }), {
        stackName: hostile,
        region: hostile,
        changeSet: null,
        warnings: [hostile],
        parameters: [parameter(hostile, hostile, `${hostile}2`)],
        failures: [{ path: [hostile], reason: hostile, at }],
      }),
    ],
    gate: { verdict: 'stop', stops: [stopped] },
  });
  const performed = await reportOf(
    report([
      { environment: 'dev', plan: null, problem: hostile },
      { environment: 'prod', plan },
    ]),
  );
  expect(performed.exitCode).toBe(0);
  expect(it.world.comments).toHaveLength(1);
  const { body = '' } = it.world.comments[0] ?? {};
  for (const text of [body, performed.summary, it.world.github.state.checkRuns[0]?.summary ?? '']) {
    const rendered = withoutCode(text);
    expect(rendered).not.toMatch(/<img|<!-- slipway:companycam -->[\s\S]*<!-- slipway:companycam -->/);
    expect(rendered).not.toMatch(/@octo|evil\.example\)|https?:\/\/evil|[^>]www\.evil/);
    expect(rendered).not.toMatch(/(?<!&)#1|!\[/);
    expect(text.match(/^<details>/gm)?.length).toBe(1);
    expect(text.match(/^<\/details>.*/gm)).toEqual(['</details>']);
    expect(text).not.toContain('\u202e');
    expect(text).not.toContain('\u0000');
  }
  expect(commandsOf(performed.log, 'error')).toEqual([]);
  expect(performed.log).not.toContain('evil.example');
});
