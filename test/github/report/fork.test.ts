import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { forkReportLimit } from '../../../src/github/report/fork-report.ts';
import type { StaticPlan } from '../../../src/plan/static-plan.ts';
import { commandsOf, type Performed } from '../../actions/recorded.ts';
import { node, parameter, property, resource, stack, stop } from '../../report/plan-samples.ts';
import { gitRepository } from '../../source-changes/git-repository.ts';
import { useReportWorld } from './world.ts';
import { withoutCode } from '../../report/without-code.ts';

const it = useReportWorld();
const forkSha = 'f'.repeat(40);

function staticPlan(environment: 'dev' | 'sit' | 'prod', over: Partial<StaticPlan> = {}): StaticPlan {
  return {
    schema: 1,
    kind: 'static',
    system: 'companycam',
    environment,
    account: '111111111111',
    comparedWith: 'b'.repeat(40),
    stacks: [
      stack(
        'app',
        node([], {
          status: 'change',
          changes: [
            resource('Topic', 'AWS::SNS::Topic', { properties: [property('DisplayName', 'old', 'new')] }),
          ],
        }),
        { certainty: 'partial', changeSet: null },
      ),
    ],
    remarks: [],
    gate: { verdict: 'pass', stops: [] },
    hasChanges: true,
    ...over,
  };
}

const report = (entries: readonly unknown[], over: object = {}): unknown => ({
  schema: 1,
  kind: 'fork-report',
  system: 'companycam',
  entries,
  ...over,
});

const good = () =>
  report(
    (['dev', 'sit', 'prod'] as const).map((environment) => ({ environment, plan: staticPlan(environment) })),
  );

/** Leaves the file of a fork's run, and reports it. */
async function reportOf(
  data: unknown,
  over?: Readonly<Record<string, unknown>>,
  run?: number,
): Promise<Performed> {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  it.world.write('out/fork/companycam.fork.json', text);
  return it.world.ofFork(over, run === undefined ? {} : { run });
}

function openForkPull(): void {
  it.world.github.addPull({
    number: 21,
    headSha: forkSha,
    headRef: 'gift',
    headRepository: 'mallory/app',
  });
}

const shown = () => it.world.comments.map(({ number, body }) => [number, body.split('\n').slice(0, 3)]);

test('from the fork’s change to the comment: compared there, told here', async () => {
  openForkPull();
  await using repo = await gitRepository();
  await repo.commit({
    'templates/modules/storage.yml': [
      '    Properties:',
      '    Properties:\n      BucketName: !Sub shop-${Stage}',
    ],
  });
  const inFork = await it.world.inFork(repo.root, 'shop');
  expect(inFork.errors).toEqual([]);
  expect(inFork.exitCode).toBe(0);
  expect(inFork.outputs).toMatchObject({
    data: 'out/report/shop.fork.json',
    'comment-url': '',
    verdict: 'stop',
  });
  expect(inFork.summary).toContain('From a fork');
  expect(it.world.github.state.requests).toEqual([]);

  it.world.write('out/fork/shop.fork.json', await readFile(join(repo.root, inFork.outputs['data'] ?? '')));
  const performed = await it.world.ofFork(
    {},
    { inputs: { system: 'shop', data: 'out/fork/shop.fork.json' } },
  );
  expect(performed.errors).toEqual([]);
  expect(it.world.comments).toHaveLength(1);
  expect(it.world.comments[0]?.body).toContain('BucketName');
  expect(it.world.comments[0]?.body).toContain('Compared with the base');
  expect(it.world.github.state.checkRuns).toMatchObject([{ name: 'slipway / shop', conclusion: 'neutral' }]);
});

test('a clone without the base is told with what to do', async () => {
  await using repo = await gitRepository();
  const performed = await it.world.inFork(repo.root, 'shop');
  expect(performed.exitCode).toBe(1);
  expect(performed.errors[0]).toMatch(/\[COMMIT_[A-Z]+\]/);
});

describe('what a fork’s run has left', () => {
  test('is told on its pull request as what it is, with a neutral check', async () => {
    openForkPull();
    const performed = await reportOf(good());
    expect(performed.errors).toEqual([]);
    expect(performed.exitCode).toBe(0);
    expect(shown()).toEqual([
      [
        21,
        [
          '<!-- slipway:companycam -->',
          '<!-- run 500.1 -->',
          expect.stringContaining('### Slipway · companycam · '),
        ],
      ],
    ]);
    const body = it.world.comments[0]?.body ?? '';
    expect(body).toContain('> From a fork: nothing was planned in an account');
    expect(body).toContain('Compared with the base');
    expect(body).toContain('commit `fffffff`');
    expect(body).not.toContain('slipway:allow');
    expect(it.world.github.state.checkRuns).toEqual([
      expect.objectContaining({ headSha: forkSha, conclusion: 'neutral', name: 'slipway / companycam' }),
    ]);
  });

  test('an older run of the fork does not overwrite a newer one’s, in whatever order they are reported', async () => {
    openForkPull();
    await reportOf(good(), { id: 502 });
    await reportOf(report([{ environment: 'dev', plan: null, problem: 'older' }]), { id: 501 });
    expect(it.world.comments).toHaveLength(1);
    expect(it.world.comments[0]?.body).not.toContain('older');
  });

  test('a system that main does not have is told, too', async () => {
    openForkPull();
    it.world.write(
      'out/fork/companycam.fork.json',
      JSON.stringify(report([{ environment: 'dev', plan: null, problem: 'none' }], { system: 'brand-new' })),
    );
    const performed = await it.world.ofFork({}, { inputs: { system: 'brand-new' } });
    expect(performed.exitCode).toBe(0);
    expect(it.world.comments[0]?.body).toContain('<!-- slipway:brand-new -->');
  });

  test('a stop changes nothing of that: nobody has planned it', async () => {
    openForkPull();
    const { override, overridden, ...rest } = stop();
    expect([override.length, overridden]).toEqual([16, false]);
    const performed = await reportOf(
      report([
        { environment: 'prod', plan: staticPlan('prod', { gate: { verdict: 'stop', stops: [rest] } }) },
      ]),
    );
    expect(performed.exitCode).toBe(0);
    expect(it.world.github.state.checkRuns[0]?.conclusion).toBe('neutral');
  });
});

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
