import { readOnlyToken } from '../../fakes/github/fake-github.ts';
import { describe, expect, test } from '@jest/globals';
import { commandsOf, pushToMain } from '../../actions/recorded.ts';
import { newerRelease, olderRelease, planOf, resultOf } from './deployments.ts';
import { sealed, useReportWorld } from './world.ts';

const it = useReportWorld();

const body = () => it.world.comments[0]?.body ?? '';

/** The report of pull request 7, planned two hours before what `resultOf` tells of. */
async function reportPlans(run = 100, createdAt = '2026-11-21T10:00:00.000Z'): Promise<void> {
  const plans = (['dev', 'sit', 'prod'] as const).map((environment) =>
    sealed(
      planOf(environment, environment === 'sit' ? ['edge'] : ['app'], {
        baseRelease: olderRelease,
        createdAt,
      }),
    ),
  );
  it.world.writePlans(...plans);
  expect((await it.world.inPullRequest({ run })).errors).toEqual([]);
}

function leave(environment: 'dev' | 'sit' | 'prod', over: Readonly<Record<string, unknown>> = {}): void {
  it.world.write(
    `out/deployments/companycam-${environment}.json`,
    JSON.stringify(resultOf(environment, over)),
  );
}

/** The pull request 12 that the push has merged. */
function merge(): void {
  it.world.github.addPull({
    number: 12,
    state: 'closed',
    mergedAt: '2026-11-21T11:00:00Z',
    mergeCommitSha: pushToMain.GITHUB_SHA,
  });
}

test('a report, a deployment, and a report again: marked in between, and not before or after', async () => {
  merge();
  await reportPlans();
  const before = body();
  leave('dev');
  leave('sit');
  const performed = await it.world.onMain();
  expect(performed.errors).toEqual([]);
  expect(performed.exitCode).toBe(0);
  expect(performed.outputs).toEqual({ marked: '1' });
  expect(performed.summary).toContain(
    '1 plan of companycam is stale since dev and sit were deployed: [pull request 7](<https://github.com/octo/app/pull/7#',
  );
  expect(body()).toContain(
    [
      '> **Stale.** dev was deployed since (release `77d0a1c2`, pull request 12) and changed `app`, as this plan would.  ',
      '> sit was deployed since (release `77d0a1c2`, pull request 12); nothing was changed there that this plan changes, but it starts from before.  ',
    ].join('\n'),
  );
  expect(body().slice(body().indexOf('###'))).toBe(before.slice(before.indexOf('###')));
  expect(it.world.github.state.checkRuns).toMatchObject([{ conclusion: 'success' }]);

  await reportPlans(101, '2026-11-21T13:00:00.000Z');
  expect(body()).not.toContain('Stale');
});

test('a report of plans from before, written after the mark, is marked still', async () => {
  await reportPlans(100);
  leave('dev');
  await it.world.onMain();
  await reportPlans(101, '2026-11-21T11:59:00.000Z');
  expect(body()).toContain('<!-- run 101.1 -->');
  expect(body()).toContain('> **Stale.** dev was deployed since (release `77d0a1c2`)');
});

test('a first report that comes after dev’s mark is marked by that of sit, for both', async () => {
  leave('dev');
  expect((await it.world.onMain()).outputs).toEqual({ marked: '0' });
  await reportPlans();
  leave('sit');
  expect((await it.world.onMain()).outputs).toEqual({ marked: '1' });
  expect(body()).toContain('dev was deployed since');
  expect(body()).toContain('sit was deployed since');
});

test.each([
  ['that changed nothing', { outcome: 'no-changes', record: null }],
  [
    'that failed and was rolled back',
    { outcome: 'deploy-failed', failure: { stack: 'app', rolledBack: true } },
  ],
])('a deployment %s marks nothing, and asks GitHub nothing', async (_, over) => {
  await reportPlans();
  const before = [body(), it.world.github.state.requests.length];
  leave('dev', over);
  const performed = await it.world.onMain();
  expect([performed.exitCode, performed.outputs]).toEqual([0, { marked: '0' }]);
  expect([body(), it.world.github.state.requests.length]).toEqual(before);
  expect(performed.log).toContain('every plan is as good as before');
});

test('nothing that was left behind is nothing to tell, and results of another system are none', async () => {
  await reportPlans();
  it.world.write('out/deployments/companycam-replica-dev.json', JSON.stringify(resultOf('dev')));
  const performed = await it.world.onMain();
  expect([performed.exitCode, performed.outputs]).toEqual([0, { marked: '0' }]);
  expect(body()).not.toContain('Stale');
});

test('a rollback names no pull request: its commit is not what was deployed', async () => {
  merge();
  await reportPlans();
  leave('prod', { release: `ed0a1c25${newerRelease.slice(8)}` });
  await it.world.onMain({ env: { GITHUB_EVENT_NAME: 'workflow_dispatch' } });
  expect(body()).toContain('> **Stale.** prod was deployed since (release `ed0a1c25`) and changed `app`');
});

test('a token that may not write is a warning, and the run stays green', async () => {
  await reportPlans();
  leave('dev');
  const performed = await it.world.onMain({ token: readOnlyToken });
  expect(performed.exitCode).toBe(0);
  expect(performed.outputs).toEqual({ marked: '0' });
  expect(commandsOf(performed.log, 'warning').map(({ message }) => message)).toEqual([
    expect.stringMatching(/whose plans of companycam are stale may not say so: .*may not write comments/),
  ]);
});

describe('bad input', () => {
  test('a result that is none is named, and nothing is written', async () => {
    await reportPlans();
    const before = body();
    it.world.write('out/deployments/companycam-dev.json', '{"system": "companycam"}');
    const performed = await it.world.onMain();
    expect(performed.exitCode).toBe(1);
    expect(performed.errors[0]).toMatch(
      /out\/deployments\/companycam-dev\.json.*\[DEPLOYMENT_RESULT_INVALID\]/,
    );
    expect(body()).toBe(before);
  });

  test('a result of another system under this one’s name is refused', async () => {
    leave('dev', { system: 'shop' });
    const performed = await it.world.onMain();
    expect(performed.errors[0]).toMatch(/is of shop dev.*\[DEPLOYMENT_RESULT_INVALID\]/);
  });

  test('plans of a fork and deployments can’t be reported in one', async () => {
    const performed = await it.world.onMain({ inputs: { data: 'out/fork/companycam.fork.json' } });
    expect(performed.exitCode).toBe(1);
    expect(performed.errors[0]).toMatch(/deployments.*data/);
  });
});

test('a fork’s comparison is stale, too, by when its run began', async () => {
  it.world.github.addPull({
    number: 21,
    headSha: 'f'.repeat(40),
    headRef: 'gift',
    headRepository: 'mallory/app',
  });
  const plans = ['dev', 'prod'].map((environment) => ({
    environment,
    plan: {
      schema: 1,
      kind: 'static',
      system: 'companycam',
      environment,
      account: '111111111111',
      comparedWith: 'b'.repeat(40),
      stacks: planOf('dev', ['app']).stacks,
      remarks: [],
      gate: { verdict: 'pass', stops: [] },
      hasChanges: true,
    },
  }));
  const data = { schema: 1, kind: 'fork-report', system: 'companycam', entries: plans };
  it.world.write('out/fork/companycam.fork.json', JSON.stringify(data));
  await it.world.ofFork({ created_at: '2026-11-21T11:00:00Z' });
  expect(body()).toContain(
    '<!-- planned dev 2026-11-21T11:00:00.000Z base - stacks app,edge changes app -->',
  );
  leave('dev');
  await it.world.onMain();
  expect(body()).toContain('> **Stale.** dev was deployed since (release `77d0a1c2`) and changed `app`');
  expect(body()).toContain('gh pr update-branch 21');
});
