import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../actions/cleanup/main.ts';
import { writeMarker } from '../../src/github/api/comment-marker.ts';
import { openGitHub } from '../../src/github/api/open-github.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { Account } from '../cleanup/account.ts';
import {
  readOnlyToken,
  startFakeGitHub,
  workflowToken,
  type FakeGitHub,
} from '../fakes/github/fake-github.ts';
import { perform, type Performed, type Step } from './recorded.ts';

let workspace: string;
let github: FakeGitHub;
let account: Account;
const roles: string[] = [];

beforeEach(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'slipway-cleanup-'));
  mkdirSync(join(workspace, 'params/notes'), { recursive: true });
  mkdirSync(join(workspace, 'templates'));
  writeFileSync(join(workspace, 'templates/app.yml'), 'Resources: {}\n');
  const system =
    'system: notes\ndescription: Notes\nstacks:\n  app:\n    template: templates/app.yml\n    region: home\n';
  writeFileSync(join(workspace, 'params/notes/system.yml'), system);
  for (const name of ['dev', 'sit', 'prod'])
    writeFileSync(
      join(workspace, `params/notes/${name}.yml`),
      "account: '111111111111'\nregions:\n  home: us-east-1\n  edge: us-east-1\nvalues:\n  app: {}\n",
    );
  github = await startFakeGitHub({ repository: 'octo/app' });
  account = new Account();
  roles.length = 0;
});
afterEach(async () => {
  rmSync(workspace, { recursive: true });
  await github.close();
});

function clean(inputs: Readonly<Record<string, string>> = {}, more: Partial<Step> = {}): Promise<Performed> {
  return perform({
    name: 'cleanup',
    main,
    workspace,
    inputs: { 'github-token': workflowToken, ...inputs },
    openers: {
      openSession: () =>
        Promise.resolve(
          account.whole((role) => {
            roles.push(role);
          }),
        ),
      openGitHub: (action, token) =>
        Promise.resolve(
          openGitHub({
            token,
            apiUrl: github.url,
            repository: 'octo/app',
            clock: account.clock,
            logger: action.log,
            signal: action.io.signal,
          }),
        ),
    },
    ...more,
  });
}

function leftovers(): void {
  const app = account.stack();
  account.set(app, 'slipway-pr-7-abc-1', 1);
  account.set(app, 'slipway-pr-8-abc-1', 1);
  account.set(app, 'slipway-run-abc-1', 10);
  github.addPull({ number: 8 });
  github.addPull({ number: 7, state: 'closed' });
}

test('deletes what closed pull requests and old runs have left, and says so in outputs, log and summary', async () => {
  leftovers();
  const done = await clean();
  expect(done).toMatchObject({ exitCode: 0, errors: [], outputs: { deleted: '2', kept: '1' } });
  expect(done.log).toContain('deleted  slipway-pr-7-abc-1: pull request 7 is closed');
  expect(done.summary).toContain('### Clean-up: 2 deleted, 1 kept');
  expect(account.region.left().changeSets).toEqual(['slipway-pr-8-abc-1']);
  expect([...new Set(roles)]).toEqual(['janitor']);
});

test('a dry run says what it would delete', async () => {
  leftovers();
  const done = await clean({ 'dry-run': 'true', systems: 'notes', 'older-than': '11' });
  expect(done).toMatchObject({ exitCode: 0, outputs: { deleted: '1', kept: '2' } });
  expect(done.summary).toContain('1 would be deleted, 2 kept');
  expect(account.region.left().changeSets).toHaveLength(3);
});

test('sweeps artifacts that nothing needs, and keeps what the comment on an open pull request shows', async () => {
  const bucket = 'slipway-artifacts-111111111111-us-east-1';
  account.s3.createBucket(bucket, { versioning: true });
  const [shown, gone] = ['1'.repeat(64), '2'.repeat(64)];
  for (const key of [shown, gone]) account.s3.plant(bucket, key, 'x');
  account.clock.pass(40 * 86_400_000);
  github.addPull({ number: 8 });
  const marker = writeMarker({ system: 'notes', part: 1, parts: 1, run: { id: 7, attempt: 1 } });
  await openGitHub({
    token: workflowToken,
    apiUrl: github.url,
    repository: 'octo/app',
    clock: account.clock,
    logger: silentLogger,
    signal: new AbortController().signal,
  }).createComment(8, `${marker}release \`${shown.slice(0, 8)}\``);
  const said = await clean({ 'dry-run': 'true' });
  expect(said).toMatchObject({ exitCode: 0, outputs: { swept: '1' } });
  expect(account.s3.keys(bucket)).toEqual([shown, gone]);
  const named = await clean({ systems: 'notes' });
  expect(named).toMatchObject({ exitCode: 0, outputs: { swept: '0' } });
  expect(named.summary).toContain('artifacts were not looked at');
  const done = await clean();
  expect(done).toMatchObject({ exitCode: 0, outputs: { deleted: '0', swept: '1' } });
  expect(done.summary).toContain('1 artifact (1 B) deleted');
  expect(account.s3.keys(bucket)).toEqual([shown]);
});

test('what can’t be deleted fails the job, after everything else', async () => {
  leftovers();
  account.region.stubborn.add('slipway-run-abc-1');
  const done = await clean();
  expect(done).toMatchObject({ exitCode: 1, outputs: { deleted: '1', kept: '1' } });
  expect(done.log).toContain('failed   slipway-run-abc-1: it is stubborn');
});

describe('nothing is asked of AWS', () => {
  test.each([
    ['a branch', 'refs/heads/feature'],
    ['a tag of that name', 'refs/tags/main'],
    ['a pull request', 'refs/pull/7/merge'],
  ])('on %s', async (_, ref) => {
    leftovers();
    const done = await clean({}, { env: { GITHUB_REF: ref } });
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain(`cleanup runs on main only, and this job runs on ${ref} [NOT_MAIN]`);
    expect(account.region.calls).toEqual([]);
  });

  test.each([
    ['older-than', '0', 'which is not a whole number of at least 1'],
    ['older-than', 'a week', 'which is not a whole number of at least 1'],
    ['dry-run', 'yes', 'which is neither true nor false'],
    ['systems', 'note', 'Did you mean notes?'],
  ])('with the input %s: %s', async (input, value, says) => {
    leftovers();
    const done = await clean({ [input]: value });
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain(`input ${input} is "${value}"`);
    expect(done.errors[0]).toContain(says);
    expect(account.region.calls).toEqual([]);
  });
});

test('nothing is deleted where GitHub does not say what is open', async () => {
  leftovers();
  github.inject({
    method: 'GET',
    path: /\/pulls/,
    status: 403,
    times: 9,
    message: 'Resource not accessible',
  });
  const done = await clean();
  expect(done.exitCode).toBe(1);
  expect(done.errors[0]).toMatch(/pull-requests: read/);
  expect(account.region.left().changeSets).toHaveLength(3);
});

test('the token of GitHub is masked and never shown', async () => {
  leftovers();
  const done = await clean({ 'github-token': readOnlyToken });
  expect(done.masks).toContain(readOnlyToken);
  const rest = done.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  expect(rest.join('\n') + done.summary).not.toContain(readOnlyToken);
});
