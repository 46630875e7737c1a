import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { applyEdit } from '../../../scripts/demo/work-copy.ts';
import { environmentNames } from '../../../src/config/environment-name.ts';
import { dispatchEvent, pullRequestEvent, pushEvent } from './world/events.ts';
import { deployJob, problems, results } from './world/jobs.ts';
import { slipway, startPipeline, type Pipeline } from './world/pipeline.ts';

// A run is a dozen processes, on a machine that may be busy.
jest.setTimeout(240_000);

const root = join(import.meta.dirname, '../../..');
let pipeline: Pipeline;

/** What `docs/adopt.md` tells a person to do in an empty repository. */
async function init(folder: string): Promise<void> {
  const accounts = ['dev=111111111111', 'sit=222222222222', 'prod=333333333333'];
  const args = [
    ...['init', 'notes', '--region', 'eu-west-1'],
    ...['--slipway', `${slipway.repository}@${slipway.ref}`],
    ...accounts.flatMap((account) => ['--account', account]),
  ];
  await promisify(execFile)(process.execPath, [join(root, 'src/cli/slipway.ts'), ...args], { cwd: folder });
}

beforeAll(async () => {
  pipeline = await startPipeline({ kind: 'calls', files: init });
});

afterAll(() => pipeline.end());

test('holds nothing of Slipway but calls', () => {
  const folder = pipeline.remote.filesAt(pipeline.remote.head('main'));
  expect(['actions', 'dist', 'src'].filter((name) => existsSync(join(folder, name)))).toEqual([]);
  const caller = readFileSync(join(folder, '.github/workflows/pr.yml'), 'utf8');
  expect(caller).toContain('uses: slipway-tools/slipway/.github/workflows/pipeline-pr.yml@v1');
});

test('a push takes its system to dev, sit and prod', async () => {
  const { github, remote } = pipeline;
  const event = pushEvent(github, '0'.repeat(40), remote.head('main'));
  const run = await pipeline.run({ workflow: 'deploy.yml', event });
  expect(problems(run)).toEqual([]);
  for (const environment of environmentNames) {
    expect(deployJob(run, environment)?.name).toMatch(
      new RegExp(`^${environment} · [0-9a-f]{8} · \\d+ added$`),
    );
    expect(await pipeline.records(environment)).toMatchObject([{ outcome: 'succeeded' }]);
  }
});

test('a pull request gets its plans in one comment', async () => {
  const { github, remote } = pipeline;
  const pull = github.addPull({ number: 3, headRef: 'longer' });
  pull.headSha = await remote.commit('longer', 'A change', (folder) =>
    applyEdit(folder, {
      file: 'params/notes/prod.yml',
      from: 'NoncurrentDays: 30',
      to: 'NoncurrentDays: 60',
    }),
  );
  pull.mergeCommitSha = remote.tryMerge(3, 'longer');
  const event = pullRequestEvent(github, pull, 'opened', remote.head('main'));
  const run = await pipeline.run({ workflow: 'pr.yml', event });
  expect(problems(run)).toEqual([]);
  expect(github.state.comments.map(({ number }) => number)).toEqual([3]);
  expect(github.state.checkRuns).toMatchObject([{ name: 'slipway / notes', conclusion: 'success' }]);
});

test('a rollback is dispatched, and there is nothing to go back to', async () => {
  const { github, remote } = pipeline;
  const inputs = { system: 'notes', environment: 'dev', reason: 'a try', to: '', approve: '', allow: '' };
  const run = await pipeline.run({
    workflow: 'rollback.yml',
    event: dispatchEvent(github, remote.head('main'), inputs),
  });
  expect(results(run)).toEqual(['plan: failure']);
  expect(problems(run).join('\n')).toMatch(/\[[A-Z_]+\]/);
});
