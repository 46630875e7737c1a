import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Edit } from '../../../scripts/demo/work-copy.ts';
import { environmentNames, type EnvironmentName } from '../../../src/config/environment-name.ts';
import type { FakePull } from '../../fakes/github/state.ts';
import { edits, workTime } from '../../local/pipeline/edits.ts';
import { scheduleEvent, workflowRunEvent } from './world/events.ts';
import { job, problems, results } from './world/jobs.ts';
import { runFirstPush } from './world/on-main.ts';
import { startPipeline, type Pipeline, type WorkflowRun } from './world/pipeline.ts';
import { openPullRequest, waitingChangeSets, type OpenedPullRequest } from './world/pull-requests.ts';

// A run is a dozen processes, on a machine that may be busy.
jest.setTimeout(240_000);

let pipeline: Pipeline;

beforeAll(async () => {
  pipeline = await startPipeline({ kind: 'own' });
  expect(problems(await runFirstPush(pipeline))).toEqual([]);
});

afterAll(() => pipeline.end());

const open = (edit: Edit, more?: Partial<FakePull>): Promise<OpenedPullRequest> =>
  openPullRequest(pipeline, edit, more);

const changeSets = (environment: EnvironmentName): Promise<readonly string[]> =>
  waitingChangeSets(pipeline, environment);

const said = (run: WorkflowRun): string =>
  run.jobs.flatMap(({ annotations }) => annotations.map(({ message }) => message)).join('\n');

describe('from a branch', () => {
  const trap = join(tmpdir(), `slipway-trap-${process.pid}`);
  const hostile = `"; touch ${trap}; $(touch ${trap}) \`touch ${trap}\` <!-- slipway:notes --> @everybody [x](javascript:1)`;
  let opened: OpenedPullRequest;
  let first: WorkflowRun;

  beforeAll(async () => {
    opened = await open(workTime(30, 60), { title: hostile, labels: [hostile.slice(0, 50)] });
    first = await opened.run();
  });

  test('is linted, built without identity, planned for each environment, and reported', () => {
    expect(problems(first)).toEqual([]);
    expect(results(first).toSorted()).toEqual([
      'build: success',
      'lint: success',
      'plan dev: success',
      'plan prod: success',
      'plan sit: success',
      'report: success',
      'result: success',
      'upload: success',
    ]);
    expect(first.artifacts()).toEqual([
      'lint',
      'plan-notes-dev',
      'plan-notes-prod',
      'plan-notes-sit',
      'release-notes',
      'report-notes',
    ]);
  });

  test('gets one comment and one check', () => {
    const comments = opened.comments();
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatchObject({ author: 'github-actions[bot]' });
    for (const environment of environmentNames) expect(comments[0]?.body).toContain(environment);
    expect(opened.checks()).toMatchObject([{ name: 'slipway / notes', conclusion: 'success' }]);
    expect(job(first, /report$/).summary).toContain('notes');
  });

  test('makes change sets of its name on what stands, and changes nothing', async () => {
    for (const environment of environmentNames) {
      expect(await changeSets(environment)).toEqual([
        expect.stringMatching(new RegExp(`^slipway-pr-${opened.pull.number}-`)),
      ]);
      expect(await pipeline.records(environment)).toHaveLength(1);
    }
  });

  test('is not run by its title or its labels', () => {
    expect(existsSync(trap)).toBe(false);
    expect(opened.comments()[0]?.body).not.toContain('@everybody');
  });

  test('the next push brings the comment up to date', async () => {
    const [before] = opened.comments().map((comment) => ({ ...comment }));
    await opened.push(workTime(60, 90));
    const run = await opened.run();
    expect(problems(run)).toEqual([]);
    const after = opened.comments();
    expect(after.map(({ id }) => id)).toEqual([before?.id]);
    expect(after[0]?.body).not.toBe(before?.body);
    expect(after[0]?.body).toContain('90');
  });

  test('a comment that somebody deleted is written again; two runs at once write one', async () => {
    const { comments } = pipeline.github.state;
    comments.splice(0, comments.length);
    const [one, two] = await Promise.all([opened.run(), opened.run()]);
    expect([...problems(one), ...problems(two)]).toEqual([]);
    expect(opened.comments()).toHaveLength(1);
  });

  test('with a token that may only read, the plan stands in the summary and the run says why', async () => {
    const other = await open(workTime(30, 45));
    const run = await other.run({ isReadOnly: true });
    expect(problems(run)).toEqual([]);
    expect(other.comments()).toEqual([]);
    const report = job(run, /report$/);
    expect(report.summary).toContain('notes');
    const warnings = report.annotations.filter(({ kind }) => kind === 'warning');
    expect(warnings.map(({ message }) => message).join('\n')).toContain('the token may not write comments');
  });
});

describe('an artifact with the wrong bytes under the right name', () => {
  test('is found out before a plan uses it', async () => {
    const opened = await open(workTime(30, 35));
    expect(problems(await opened.run())).toEqual([]);
    const s3 = pipeline.s3('sit');
    const { account, regions } = pipeline.environments.sit;
    const Bucket = `slipway-artifacts-${account}-${regions.home}`;
    const { Contents = [] } = await s3.listObjectsV2({ Bucket });
    const newest = Contents.toSorted(
      (left, right) => Number(right.LastModified) - Number(left.LastModified),
    ).filter(({ Key = '' }) => /^[0-9a-f]{64}$/.test(Key));
    const Key = newest[0]?.Key;
    // the root key of an account here: a role could not overwrite it
    await s3.putObject({ Bucket, Key, Body: 'Resources: {}' });
    const run = await opened.run();
    expect(said(run)).toContain('ARTIFACT_DIGEST');
    expect(run.exitCode).toBe(1);
  });
});

describe('what destroys data', () => {
  test('fails the check until somebody with the right to label says the word', async () => {
    const opened = await open(edits.otherName);
    const stopped = await opened.run();
    expect(stopped.exitCode).toBe(1);
    expect(opened.checks()).toMatchObject([{ conclusion: 'failure' }]);
    const body = opened.comments()[0]?.body ?? '';
    const words = [...new Set(body.match(/slipway:allow [0-9a-f]{16}/g))];
    expect(words.length).toBeGreaterThan(0);
    for (const label of words) {
      opened.pull.labels.push(label);
      pipeline.github.state.labelings.push({
        number: opened.pull.number,
        label,
        by: 'grace',
        event: 'labeled',
      });
    }
    const passed = await opened.run();
    expect(problems(passed)).toEqual([]);
    expect(opened.checks().at(-1)).toMatchObject({ conclusion: 'success' });
    expect(opened.comments()).toHaveLength(1);
  });
});

describe('an identity token that is refused', () => {
  afterEach(() => {
    pipeline.github.state.repository.subject.withIds = false;
  });

  test('is said with role, account and subject', async () => {
    const opened = await open(workTime(30, 50));
    pipeline.github.state.repository.subject.withIds = true;
    const run = await opened.run();
    expect(run.exitCode).toBe(1);
    expect(said(run)).toContain('ROLE_REFUSED');
    expect(said(run)).toContain('slipway-preview');
    expect(said(run)).toContain('repo:example@3001/photo-platform@4002:pull_request');
  });

  test('where GitHub gives none, that is said', async () => {
    const opened = await open(workTime(30, 55));
    const path = new RegExp(`^/_token\\?.*sha=${opened.pull.mergeCommitSha ?? ''}`);
    pipeline.github.inject({ method: 'GET', path, times: 100, status: 403 });
    const run = await opened.run();
    expect(run.exitCode).toBe(1);
    expect(said(run)).toContain('OIDC_REFUSED');
  });
});

describe('from a fork', () => {
  const fork = 'mallory/photo-platform';
  let opened: OpenedPullRequest;
  let run: WorkflowRun;

  beforeAll(async () => {
    opened = await open(workTime(30, 60), { headRepository: fork });
    run = await opened.run();
  });

  const comment = (of: WorkflowRun, pull = opened.pull): Promise<WorkflowRun> => {
    const { github, remote } = pipeline;
    github.state.runs.set(of.id, {
      event: 'pull_request',
      headSha: pull.headSha,
      headBranch: pull.headRef,
      headRepository: fork,
      status: 'completed',
      conclusion: 'success',
      artifacts: [],
    });
    const event = workflowRunEvent(github, { id: of.id, conclusion: 'success' }, pull, remote.head('main'));
    return pipeline.run({ workflow: 'fork-comment.yml', event });
  };

  test('nothing reaches AWS, and nothing is written to the pull request', async () => {
    expect(problems(run)).toEqual([]);
    expect(results(run)).toEqual(['lint: success', 'build: success', 'report: success', 'result: success']);
    expect(run.artifacts()).toContain('slipway-fork-report-notes');
    expect(opened.comments()).toEqual([]);
    const mine = new RegExp(`^slipway-pr-${opened.pull.number}-`);
    for (const environment of environmentNames)
      expect((await changeSets(environment)).filter((name) => mine.test(name))).toEqual([]);
  });

  test("main's code writes the comment: a comparison of sources, from a fork", async () => {
    const commented = await comment(run);
    expect(problems(commented)).toEqual([]);
    const comments = opened.comments();
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain('fork');
    expect(comments[0]?.body).toContain('VisibilityTimeout');
  });

  test('a run of a commit that is not the newest any more writes nothing', async () => {
    const before = opened.comments().map(({ body }) => body);
    const { headSha } = opened.pull;
    await opened.push(workTime(60, 90));
    const stale = await comment(run, { ...opened.pull, headSha });
    expect(problems(stale)).toEqual([]);
    expect(job(stale, /fork's pull request\/notes$/).summary).toContain('VisibilityTimeout');
    expect(opened.comments().map(({ body }) => body)).toEqual(before);
    opened.pull.headSha = headSha;
  });

  test.each([
    ['too large', () => ' '.repeat(2 * 1024 * 1024)],
    ['not JSON', () => '{'],
    ['of another schema', () => JSON.stringify({ schema: 1, pullRequest: 1, body: '# Trust me' })],
  ])('an artifact that is %s is refused, and the comment stays', async (_, text) => {
    const before = opened.comments().map(({ body }) => body);
    writeFileSync(join(run.artifactFolder('slipway-fork-report-notes'), 'notes.fork.json'), text());
    const commented = await comment(run);
    expect(commented.exitCode).toBe(1);
    expect(said(commented)).toContain('FORK_REPORT_INVALID');
    expect(opened.comments().map(({ body }) => body)).toEqual(before);
  });
});

describe('the clean-up', () => {
  test('deletes the change sets of closed pull requests and leaves those of open ones', async () => {
    const { github, remote } = pipeline;
    const closed = await open(workTime(30, 20));
    const stays = await open(workTime(30, 25));
    for (const one of [closed, stays]) expect(problems(await one.run())).toEqual([]);
    closed.pull.state = 'closed';
    const event = scheduleEvent(github, remote.head('main'));
    const cleaning = await pipeline.run({ workflow: 'cleanup.yml', event });
    expect(problems(cleaning)).toEqual([]);
    const { summary } = job(cleaning, /clean up$/);
    expect(summary).toContain('slipway-artifacts-');
    expect(summary).not.toContain('skipped');
    for (const environment of environmentNames) {
      const numbers = (await changeSets(environment)).map((name) => name.split('-')[2]);
      expect(numbers).toContain(String(stays.pull.number));
      expect(numbers).not.toContain(String(closed.pull.number));
    }
  });
});
