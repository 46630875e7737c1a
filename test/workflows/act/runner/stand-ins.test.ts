import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-stand-ins-'));
  mkdirSync(join(folder, 'workspace'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string): void {
  const path = join(folder, 'workspace', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file);
}

interface Ended {
  readonly status: number | null;
  readonly said: string;
}

function run(
  name: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Ended {
  const given: Record<string, string> = {};
  for (const [input, value] of Object.entries(inputs)) given[`INPUT_${input.toUpperCase()}`] = value;
  const main = join(import.meta.dirname, 'standins', name, 'main.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main], {
    cwd: join(folder, 'workspace'),
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      ACT_ARTIFACTS: join(folder, 'artifacts'),
      ACT_TOKEN_PERMISSIONS: 'contents:read',
      GITHUB_RUN_ID: '7',
      ...given,
      ...env,
    },
  });
  return { status, said: stdout + stderr };
}

const upload = (
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Ended => run('upload-artifact', { 'if-no-files-found': 'warn', ...inputs }, env);

test("a folder's files come back where they lay", () => {
  write('out/plans/a.json');
  write('out/plans/deep/b.json');
  write('out/other.json');
  expect(upload({ name: 'plans', path: 'out/plans' }).status).toBe(0);
  expect(run('download-artifact', { name: 'plans', path: 'back' }).status).toBe(0);
  expect(readFileSync(join(folder, 'workspace/back/deep/b.json'), 'utf8')).toBe('out/plans/deep/b.json');
  expect(existsSync(join(folder, 'workspace/back/a.json'))).toBe(true);
  expect(existsSync(join(folder, 'workspace/back/other.json'))).toBe(false);
});

test('one file lies at the root, several below what they share', () => {
  write('out/a/x.json');
  write('out/b/y.json');
  upload({ name: 'one', path: 'out/a/x.json' });
  upload({ name: 'two', path: 'out/a/x.json\nout/b' });
  expect(existsSync(join(folder, 'artifacts/7/one/x.json'))).toBe(true);
  expect(existsSync(join(folder, 'artifacts/7/two/a/x.json'))).toBe(true);
  expect(existsSync(join(folder, 'artifacts/7/two/b/y.json'))).toBe(true);
});

test('a name is taken once a run, unless it may be replaced', () => {
  write('a.json');
  write('.hidden/b.json');
  upload({ name: 'x', path: 'a.json' });
  const ended = upload({ name: 'x', path: 'a.json' });
  expect(ended.status).toBe(1);
  expect(ended.said).toContain('(409)');
  expect(upload({ name: 'x', path: 'a.json', overwrite: 'true' }).status).toBe(0);
});

test('nothing found is said, and an error where that is asked for; names with a dot do not count', () => {
  write('.hidden/b.json');
  const ended = upload({ name: 'x', path: '.hidden' });
  expect(ended.status).toBe(0);
  expect(ended.said).toContain('::warning::No files');
  expect(upload({ name: 'x', path: 'absent', 'if-no-files-found': 'error' }).status).toBe(1);
});

test('a missing artifact is an error by name, and nothing by pattern', () => {
  expect(run('download-artifact', { name: 'x' }).status).toBe(1);
  expect(run('download-artifact', { pattern: 'plan-*' })).toMatchObject({
    status: 0,
    said: '0 artifacts: \n',
  });
});

test('artifacts found by a pattern have folders of their own, or one', () => {
  write('a.json');
  write('b.json');
  upload({ name: 'plan-a', path: 'a.json' });
  upload({ name: 'plan-b', path: 'b.json' });
  run('download-artifact', { pattern: 'plan-*', path: 'apart' });
  run('download-artifact', { pattern: 'plan-*', path: 'merged', 'merge-multiple': 'true' });
  expect(existsSync(join(folder, 'workspace/apart/plan-a/a.json'))).toBe(true);
  expect(existsSync(join(folder, 'workspace/merged/b.json'))).toBe(true);
});

test("another run's artifacts need a token that may read actions", () => {
  write('a.json');
  upload({ name: 'x', path: 'a.json' }, { GITHUB_RUN_ID: '6' });
  const inputs = { name: 'x', path: 'got', 'run-id': '6' };
  const ended = run('download-artifact', inputs);
  expect(ended.status).toBe(1);
  expect(ended.said).toContain('actions: read');
  expect(run('download-artifact', inputs, { ACT_TOKEN_PERMISSIONS: 'actions:read' }).status).toBe(0);
});

test('a checkout that would keep its token is refused', () => {
  const env = { GITHUB_WORKSPACE: join(folder, 'workspace'), GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: 'main' };
  const ended = run('checkout', { 'persist-credentials': 'true', 'fetch-depth': '1' }, env);
  expect(ended.status).toBe(1);
  expect(ended.said).toContain('would keep the token');
});
