/** Which jobs follow which: the workflows as they are, under act, with actions that end as the test says. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StubbedRepository, type StubbedRun } from './stubbed-repository.ts';

const limit = 180_000;
const repository = { full_name: 'example/orders' };
const push = { name: 'push', payload: { ref: 'refs/heads/main', before: '1'.repeat(40), repository } };
const built = ['release', 'release'];
// after each deployment, `report` marks what it has made stale
const toDev = [...built, 'change-set dev', 'deploy dev', 'report'];
const toSit = [...toDev, 'change-set sit', 'deploy sit', 'report'];
const toProd = [...toSit, 'change-set prod', 'deploy prod', 'report'];

let stubbed: StubbedRepository;

beforeAll(() => {
  stubbed = new StubbedRepository(mkdtempSync(join(tmpdir(), 'slipway-conditions-')));
});

afterAll(() => {
  stubbed.end();
});

function dispatch(inputs: Readonly<Record<string, string>>, ref = 'refs/heads/main') {
  return { name: 'workflow_dispatch', payload: { ref, inputs, repository } };
}

function pullRequest(action: string, payload: object = {}, head = 'example/orders') {
  const pull_request = { number: 7, head: { repo: { full_name: head } }, base: { repo: repository } };
  return { name: 'pull_request', payload: { action, number: 7, pull_request, repository, ...payload } };
}

describe('a push to main', () => {
  let run: StubbedRun;

  beforeAll(async () => {
    run = await stubbed.run('deploy.yml', push, {
      lint: { systems: '["all","same","wanted","sit-wanted","red","stopped","broken"]' },
      'change-set same': { 'has-changes': 'false', approval: 'none' },
      'deploy same': { outcome: 'no-changes' },
      'change-set wanted prod': { approval: 'wanted' },
      'change-set sit-wanted sit': { approval: 'wanted' },
      'deploy red dev': { outcome: 'smoke-failed', fail: true },
      'change-set stopped prod': { fail: true },
      'release broken': { fail: true },
    });
  }, limit);

  test('takes a release to dev, sit and prod', () => {
    expect(run.of('all')).toEqual(toProd);
  });

  test('lints what the push touches, and hands release, plan and fingerprint on', () => {
    expect(run.calls[0]).toMatchObject({ action: 'lint', inputs: { since: '1'.repeat(40) } });
    const [made, uploaded, ...rest] = run.calls.filter(({ system }) => system === 'all');
    expect(made?.inputs).toMatchObject({ upload: 'false', release: '' });
    expect(uploaded?.inputs).toMatchObject({
      upload: 'true',
      release: 'a'.repeat(64),
      folder: 'out/releases',
    });
    const [marks, steps] = [true, false].map((is) =>
      rest.filter(({ action }) => (action === 'report') === is),
    );
    expect(marks).toHaveLength(3);
    expect(marks?.every(({ inputs }) => inputs['deployments'] === 'out/deployments')).toBe(true);
    expect(steps?.every(({ inputs }) => inputs['release'] === 'a'.repeat(64))).toBe(true);
    expect(steps?.at(-1)?.inputs).toMatchObject({
      plan: 'out/plans/all-prod.json',
      fingerprint: 'f'.repeat(64),
    });
  });

  test('names the job that is approved by fingerprint and worst news', () => {
    expect(run.jobs.map(({ name }) => name)).toContain('prod · ffffffff · replaces Bucket');
  });

  test('asks nobody where nothing changes in prod', () => {
    expect(run.of('same')).toEqual([...toSit, 'change-set prod']);
  });

  test('goes no further than the plan that somebody still has to approve', () => {
    expect(run.of('wanted')).toEqual([...toSit, 'change-set prod']);
    expect(run.of('sit-wanted')).toEqual([...toDev, 'change-set sit']);
  });

  test('ends with a system that fails, and goes on with the others', () => {
    expect(run.exitCode).toBe(1);
    expect(run.of('broken')).toEqual(['release']);
    expect(run.of('red')).toEqual(toDev);
    expect(run.of('stopped')).toEqual([...toSit, 'change-set prod']);
  });
});

test(
  'findings of the linter stop a push; one that touches no system has nothing to do',
  async () => {
    const found = await stubbed.run('deploy.yml', push, { lint: { systems: '["orders"]', fail: true } });
    expect(found).toMatchObject({ exitCode: 1, calls: [{ action: 'lint' }] });
    const untouched = await stubbed.run('deploy.yml', push, { lint: { systems: '[]' } });
    expect(untouched).toMatchObject({ exitCode: 0, calls: [{ action: 'lint' }] });
  },
  limit,
);

test(
  'a dispatch names system, approval and where to stop, and may deploy what changes nothing',
  async () => {
    const nothing = {
      'change-set': { 'has-changes': 'false', approval: 'none' },
      deploy: { outcome: 'no-changes' },
    };
    const again = dispatch({ system: 'orders', to: 'prod', redeploy: 'true', approve: 'ffffffff' });
    const run = await stubbed.run('deploy.yml', again, nothing);
    expect(run.exitCode).toBe(0);
    expect(run.of('orders')).toEqual(toProd);
    expect(run.calls[0]?.inputs).toMatchObject({ systems: 'orders', since: '' });
    expect(run.calls.find(({ action }) => action === 'change-set')?.inputs).toMatchObject({
      approve: 'ffffffff',
    });
    const short = await stubbed.run('deploy.yml', dispatch({ system: 'orders', to: 'dev' }));
    expect(short.of('orders')).toEqual(toDev);
  },
  limit,
);

test(
  'a rollback is planned, then executed unless somebody still has to approve it',
  async () => {
    const inputs = { system: 'orders', environment: 'prod', reason: 'it "burns"; $(rm -r .)' };
    const run = await stubbed.run('rollback.yml', dispatch(inputs));
    expect(run.calls.map(({ action }) => action)).toEqual(['change-set', 'rollback', 'report']);
    expect(run.calls[2]?.inputs).toMatchObject({ deployments: 'out/deployments', system: 'orders' });
    expect(run.calls[0]?.inputs).toMatchObject({ kind: 'rollback', environment: 'prod' });
    expect(run.calls[1]?.inputs).toMatchObject({
      reason: inputs.reason,
      to: 'a'.repeat(64),
      plan: 'out/plans/orders-prod.json',
      fingerprint: 'f'.repeat(64),
    });
    const wanted = await stubbed.run('rollback.yml', dispatch(inputs), {
      'change-set': { approval: 'wanted' },
    });
    expect(wanted.of('orders')).toEqual(['change-set prod']);
  },
  limit,
);

describe('a pull request', () => {
  const plans = ['change-set dev', 'change-set sit', 'change-set prod'];

  test(
    'is planned for each environment, and reported also where lint, build or a plan failed',
    async () => {
      const run = await stubbed.run('pr.yml', pullRequest('synchronize'), {
        lint: { systems: '["good","broken","partly"]', fail: true },
        'release broken': { fail: true },
        'change-set partly sit': { fail: true },
      });
      expect(run.exitCode).toBe(1);
      expect([...run.of('good')].sort()).toEqual([...plans, ...built, 'report'].sort());
      expect(run.of('broken')).toEqual(['release', 'report']);
      expect([...run.of('partly')].sort()).toEqual([...plans, ...built, 'report'].sort());
      expect(run.calls[0]?.inputs).toMatchObject({ since: 'HEAD^1' });
    },
    limit,
  );

  test(
    'ends badly where the gate stops it; is planned again for an override word, and not for another label',
    async () => {
      const stopped = await stubbed.run('pr.yml', pullRequest('opened'), { report: { verdict: 'stop' } });
      expect(stopped.exitCode).toBe(1);
      const word = { label: { name: 'slipway:allow 0123456789abcdef' } };
      const allowed = await stubbed.run('pr.yml', pullRequest('labeled', word));
      expect(allowed.exitCode).toBe(0);
      expect(allowed.of('orders')).toContain('report');
      for (const action of ['labeled', 'unlabeled'])
        expect(await stubbed.run('pr.yml', pullRequest(action, { label: { name: 'bug' } }))).toMatchObject({
          exitCode: 0,
          calls: [],
        });
    },
    limit,
  );

  test(
    'of a fork is built and compared, and main shows what it left',
    async () => {
      const event = pullRequest('opened', {}, 'stranger/orders');
      const data = { report: { data: 'out/report/orders.fork.json', verdict: 'stop' } };
      const run = await stubbed.run('pr.yml', event, data, { isFork: true, runId: '500' });
      expect(run.of('orders')).toEqual(['release', 'report']);
      expect(run.exitCode).toBe(0);

      const workflow_run = {
        id: 500,
        event: 'pull_request',
        head_sha: '2'.repeat(40),
        head_repository: { full_name: 'stranger/orders' },
      };
      const ended = (payload: object) => ({
        name: 'workflow_run',
        payload: { action: 'completed', workflow_run: { ...workflow_run, ...payload }, repository },
      });
      const told = await stubbed.run('fork-comment.yml', ended({}));
      expect(told).toMatchObject({ exitCode: 0, calls: [{ action: 'report', system: 'orders' }] });
      expect(told.calls[0]?.inputs).toMatchObject({ data: 'out/fork/orders.fork.json' });
      // act looks at the matrix of a job that it skips, and ends badly (GitHub looks at `if` first); nothing is called
      for (const payload of [{ head_repository: repository }, { event: 'push' }])
        expect(await stubbed.run('fork-comment.yml', ended(payload))).toMatchObject({ calls: [] });
    },
    limit,
  );
});

test(
  'the watch asks every environment of every system; the clean-up runs once; neither on a branch',
  async () => {
    const schedule = { name: 'schedule', payload: { repository } };
    const watch = await stubbed.run('watch.yml', schedule, { 'smoke orders dev': { fail: true } });
    const asked = ['smoke dev', 'smoke prod', 'smoke sit'];
    expect(watch.exitCode).toBe(1);
    for (const system of ['billing', 'orders']) expect([...watch.of(system)].sort()).toEqual(asked);
    expect(watch.calls[0]?.inputs).toMatchObject({ role: 'watch' });
    const cleanup = await stubbed.run('cleanup.yml', dispatch({ 'dry-run': 'true', 'older-than': '3' }));
    expect(cleanup.calls.map(({ inputs }) => inputs)).toMatchObject([
      { 'dry-run': 'true', 'older-than': '3' },
    ]);
    for (const workflow of ['watch.yml', 'cleanup.yml', 'deploy.yml'])
      expect(await stubbed.run(workflow, dispatch({}, 'refs/heads/other'))).toMatchObject({ calls: [] });
  },
  limit,
);
