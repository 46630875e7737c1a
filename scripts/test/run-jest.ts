import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Milliseconds. */
  readonly took: number;
}

interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Runs jest's projects of these names; its own report goes to the terminal. A run that leaves no result counts as one failure. */
export function runJest(names: readonly string[], root: string): TestCounts {
  const started = Date.now();
  const file = join(root, 'out', 'test', `jest-${names.join('-')}.json`);
  rmSync(file, { force: true });
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
  ];
  const options = ['--json', `--outputFile=${file}`, '--silent=false', '--selectProjects', ...names];
  const run = spawnSync(process.execPath, [...args, ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const took = Date.now() - started;
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, took };
  const result = JSON.parse(readFileSync(file, 'utf8')) as JestResult;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && run.status !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
    took,
  };
}
