import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { applyEdit, type Edit } from '../../../scripts/demo/work-copy.ts';
import { environmentNames } from '../../../src/config/environment-name.ts';
import { workTime } from '../../local/pipeline/edits.ts';
import { dispatchEvent, scheduleEvent } from './world/events.ts';
import { deployJob, job, planJob, problems, results } from './world/jobs.ts';
import { openPullRequest, type OpenedPullRequest } from './world/pull-requests.ts';
import { startPipeline, type Pipeline, type WorkflowRun } from './world/pipeline.ts';
import { retention, updateByHand } from './world/by-hand.ts';
import {
  afterApproval,
  executedChangeSet,
  planOf,
  pushToMain,
  runFirstPush,
  type BeforeStep,
} from './world/on-main.ts';

// A run is a dozen processes, on a machine that may be busy.
jest.setTimeout(240_000);

let pipeline: Pipeline;

beforeAll(async () => {
  pipeline = await startPipeline({ kind: 'own' });
});

afterAll(() => pipeline.end());

const push = (message: string, edit: Edit, before?: BeforeStep): Promise<WorkflowRun> =>
  pushToMain(pipeline, message, edit, before);

/** How long a note waits in prod's archive, in seconds. */
const retentionInProd = (from: number, to: number): Edit => ({
  file: 'params/notes/prod.yml',
  from: `Retention: ${from}`,
  to: `Retention: ${to}`,
});

describe('a first push to main', () => {
  let run: WorkflowRun;
  let asked: string[];

  beforeAll(async () => {
    asked = [];
    run = await runFirstPush(pipeline, ({ job: { id }, env }) => {
      if (env['INPUT_ENVIRONMENT'] !== undefined) asked.push(`${id} ${env['INPUT_ENVIRONMENT']}`);
      return Promise.resolve();
    });
  });

  test('builds once, then plans and deploys dev, sit and prod, one after the other', () => {
    expect(problems(run)).toEqual([]);
    expect(results(run).map((result) => result.replace(/ · .*: /, ' · …: '))).toEqual([
      'lint: success',
      'build: success',
      'upload: success',
      'plan: success',
      'dev · …: success',
      'mark stale plans: success',
      'plan: success',
      'sit · …: success',
      'mark stale plans: success',
      'plan: success',
      'prod · …: success',
      'mark stale plans: success',
    ]);
    const order = environmentNames.flatMap((name) => [`plan ${name}`, `deploy ${name}`]);
    expect([...new Set(asked)]).toEqual(order);
  });

  test('all three run the same release, and their ledgers say so', async () => {
    const release = job(run, /^notes\/Pipeline of one system\/build$/).outputs['release']?.['release'];
    expect(release).toMatch(/^[0-9a-f]{64}$/);
    for (const environment of environmentNames) {
      expect(await pipeline.records(environment)).toMatchObject([
        {
          sequence: 1,
          outcome: 'succeeded',
          release,
          previousRelease: null,
          commit: pipeline.remote.head('main'),
          by: 'ada',
          smoke: { failed: 0 },
        },
      ]);
    }
  });

  test('the plan stands in the summary of the planning job, the result in that of the deployment', () => {
    const { summary } = planJob(run, 'prod');
    expect(summary).toContain('waits for a reviewer');
    expect(summary).toContain('Archive  new stack, 1 resource  templates/modules/archive.yml');
    expect(deployJob(run, 'prod')?.summary).toContain(planOf(run, 'prod').release.slice(0, 8));
  });

  test('each job proves who it is, as its environment where it has one; the one that builds cannot', () => {
    const asked = pipeline.github.state.requests
      .filter(({ path }) => path.startsWith('/_token?'))
      .map(({ path, status }) => {
        const query = new URLSearchParams(path.slice(path.indexOf('?')));
        return `${query.get('job') ?? ''} ${query.get('environment') ?? ''}: ${status}`;
      });
    expect([...new Set(asked)]).toEqual([
      'upload : 200',
      'plan : 200',
      'deploy notes-dev: 200',
      'deploy notes-sit: 200',
      'deploy notes-prod: 200',
    ]);
  });

  test('no token stands in the log but where it is masked', () => {
    const lines = run.log.split('\n');
    const isMask = (line: string): boolean => line.includes('"command":"add-mask"');
    const tokens = /eyJ[\w-]{20,}\.|ghs_job\d/;
    expect(lines.filter(isMask).some((line) => tokens.test(line))).toBe(true);
    expect(lines.filter((line) => !isMask(line) && tokens.test(line))).toEqual([]);
  });
});

describe('a change', () => {
  let run: WorkflowRun;
  let nameAtApproval: string | undefined;
  /** Another change of the same stack, in prod alone, which is planned before this one is deployed. */
  let opened: OpenedPullRequest;
  let planned: string;

  const comment = (): string => opened.comments()[0]?.body ?? '';

  beforeAll(async () => {
    opened = await openPullRequest(pipeline, retentionInProd(3600, 4000));
    expect(problems(await opened.run())).toEqual([]);
    planned = comment();
  });

  beforeAll(async () => {
    run = await push('Notes wait longer', workTime(30, 60));
    nameAtApproval = deployJob(run, 'prod')?.name;
  });

  test('is approved by its fingerprint and its worst news', () => {
    expect(problems(run)).toEqual([]);
    const { fingerprint } = planOf(run, 'prod');
    const { headline } = planJob(run, 'prod').outputs['plan'] ?? {};
    expect(headline).toMatch(/\S/);
    expect(nameAtApproval).toBe(`prod · ${fingerprint.slice(0, 8)} · ${headline ?? ''}`);
  });

  test('is executed as the very change set that was planned', async () => {
    for (const environment of environmentNames) {
      const planned = planOf(run, environment).stacks.find(({ stack }) => stack === 'app')?.changeSet;
      expect(planned).toMatch(/:changeSet\/slipway-run-/);
      expect(await executedChangeSet(pipeline, environment)).toBe(planned);
    }
    expect((await pipeline.records('prod')).at(-1)).toMatchObject({
      outcome: 'succeeded',
      fingerprint: planOf(run, 'prod').fingerprint,
    });
  });

  test('marks the comment of a pull request that is open as each environment is deployed, and leaves the rest of it', () => {
    const by = `was deployed since (release \`${planOf(run, 'prod').release.slice(0, 8)}\`)`;
    expect(planned).toContain('\n### Slipway · notes');
    expect(planned).not.toContain('was deployed since');
    expect(opened.comments()).toHaveLength(1);
    expect(comment()).toContain(`> **Stale.** prod ${by} and changed \`app\`, as this plan would.`);
    for (const name of ['dev', 'sit']) {
      expect(comment()).toContain(`> ${name} ${by}; nothing was changed there that this plan changes`);
    }
    expect(comment()).toContain(`gh pr update-branch ${opened.pull.number}`);
    expect(comment().slice(comment().indexOf('### '))).toBe(planned.slice(planned.indexOf('### ')));
    expect(opened.checks()).toMatchObject([{ conclusion: 'success' }]);
  });

  test('which its next plan makes new', async () => {
    await opened.push(retentionInProd(4000, 5000));
    expect(problems(await opened.run())).toEqual([]);
    expect(comment()).toContain('5000');
    expect(comment()).not.toContain('was deployed since');
    opened.pull.state = 'closed';
  });
});

describe('nothing to do', () => {
  test('a push that touches no system runs nothing but lint', async () => {
    const run = await pushToMain(pipeline, 'Say what it is', (folder) =>
      writeFile(join(folder, 'README.md'), '# Notes\n'),
    );
    expect(problems(run)).toEqual([]);
    expect(results(run)).toEqual(['lint: success']);
  });

  test('a release that changes no stack asks nobody: prod is planned and left as it is', async () => {
    const before = await pipeline.records('prod');
    const run = await push('Another title', {
      file: 'params/notes/smoke.yml',
      from: 'title: notes',
      to: 'title: notes, checked',
    });
    expect(problems(run)).toEqual([]);
    expect(planJob(run, 'prod').outputs['plan']).toMatchObject({ 'has-changes': 'false', approval: 'none' });
    expect(deployJob(run, 'sit')?.result).toBe('success');
    expect(deployJob(run, 'prod')).toBeUndefined();
    expect(await pipeline.records('prod')).toEqual(before);
  });
});

describe('after the approval', () => {
  test('a plan that does not hold any more stops, says what differs, and changes nothing', async () => {
    const before = await pipeline.records('prod');
    const run = await push(
      'Notes wait even longer',
      workTime(60, 90),
      afterApproval(() => updateByHand(pipeline, 'prod', '7200')),
    );
    expect(run.exitCode).toBe(1);
    const stopped = deployJob(run, 'prod');
    expect(stopped?.result).toBe('failure');
    expect(stopped?.annotations.map(({ message }) => message).join('\n')).toContain('PLAN_CHANGED');
    expect(await pipeline.records('prod')).toEqual(before);
    expect(await retention(pipeline, 'prod')).toBe('7200');
    await updateByHand(pipeline, 'prod', '3600');
  });

  test('a release that a newer one has overtaken meanwhile stops', async () => {
    const overtaking: string[] = [];
    const planReleases: string[] = [];
    const run = await push(
      'Notes wait for hours',
      workTime(90, 120),
      afterApproval(async () => {
        const newer = await push('Notes wait for half as long', workTime(120, 45));
        overtaking.push(...problems(newer));
        planReleases.push(planOf(newer, 'prod').release);
      }),
    );
    expect(overtaking).toEqual([]);
    expect(run.exitCode).toBe(1);
    const stopped = deployJob(run, 'prod');
    expect(stopped?.annotations.map(({ message }) => message).join('\n')).toContain('SUPERSEDED');
    const newest = (await pipeline.records('prod')).at(-1);
    expect(newest).toMatchObject({ outcome: 'succeeded' });
    expect(newest?.release).toBe(planReleases[0]);
  });
});

describe('a dispatch of the rollback', () => {
  function rollback(): Promise<WorkflowRun> {
    const event = dispatchEvent(pipeline.github, pipeline.remote.head('main'), {
      system: 'notes',
      environment: 'prod',
      reason: 'it was better',
      to: '',
      approve: '',
      allow: '',
    });
    return pipeline.run({ workflow: 'rollback.yml', event });
  }

  test('plans the way back, asks for that very plan, and takes it', async () => {
    const records = await pipeline.records('prod');
    const [back] = records.filter(({ outcome }) => outcome === 'succeeded').slice(-2);
    const run = await rollback();
    expect(problems(run)).toEqual([]);
    const { fingerprint } = planOf(run, 'prod');
    expect(job(run, /Pipeline of a rollback\/prod · /).name).toContain(fingerprint.slice(0, 8));
    expect((await pipeline.records('prod')).at(-1)).toMatchObject({
      kind: 'rollback',
      outcome: 'succeeded',
      release: back?.release,
      fingerprint,
    });
  });

  test.each([
    ['ENVIRONMENT_UNPROTECTED', 'that other branches reach, too', { branches: 'all' }],
    ['ENVIRONMENT_MISSING', 'that does not exist', null],
  ] as const)('%s: nothing is planned for an environment %s', async (code, _, change) => {
    const { environments } = pipeline.github.state;
    const before = environments.get('notes-prod');
    if (before === undefined) throw new Error('notes-prod is missing.');
    if (change === null) environments.delete('notes-prod');
    else environments.set('notes-prod', { ...before, ...change });
    const run = await rollback();
    environments.set('notes-prod', before);
    expect(results(run)).toEqual(['plan: failure']);
    expect(problems(run).join('\n')).toContain(code);
  });
});

describe('where nobody can review', () => {
  test('prod waits for a dispatch that names the plan, and takes no other', async () => {
    const prod = pipeline.github.state.environments.get('notes-prod');
    if (prod === undefined) throw new Error('notes-prod is missing.');
    prod.reviewers = [];
    const approve = (digits: string) =>
      pipeline.run({
        workflow: 'deploy.yml',
        event: dispatchEvent(pipeline.github, pipeline.remote.head('main'), {
          system: 'notes',
          to: 'prod',
          approve: digits,
          allow: '',
          redeploy: 'false',
        }),
      });
    await pipeline.remote.commit('main', 'Notes wait longer', (folder) =>
      applyEdit(folder, workTime(45, 75)),
    );
    const waits = await approve('0123456789abcdef');
    expect(problems(waits)).toEqual([]);
    expect(planJob(waits, 'prod').outputs['plan']).toMatchObject({ approval: 'wanted' });
    expect(deployJob(waits, 'prod')).toBeUndefined();
    const { fingerprint } = planOf(waits, 'prod');
    expect(planJob(waits, 'prod').summary).toContain(fingerprint.slice(0, 8));

    const given = await approve(fingerprint.slice(0, 12));
    expect(planJob(given, 'prod').outputs['plan']).toMatchObject({ approval: 'given' });
    expect(deployJob(given, 'prod')?.result).toBe('success');
    expect((await pipeline.records('prod')).at(-1)).toMatchObject({ fingerprint, outcome: 'succeeded' });
    prod.reviewers = [{ type: 'User', name: 'grace' }];
  });
});

describe('on a schedule', () => {
  test('the watch asks every environment, as a role that changes nothing', async () => {
    const event = scheduleEvent(pipeline.github, pipeline.remote.head('main'));
    const run = await pipeline.run({ workflow: 'watch.yml', event });
    expect(problems(run)).toEqual([]);
    expect(results(run).toSorted()).toEqual([
      'find systems: success',
      'notes dev: success',
      'notes prod: success',
      'notes sit: success',
    ]);
    expect(run.artifacts()).toEqual(['smoke-notes-dev', 'smoke-notes-prod', 'smoke-notes-sit']);
  });
});
