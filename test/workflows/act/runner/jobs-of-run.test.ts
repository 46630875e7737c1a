import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { environmentOf, jobsOfRun, type JobOfRun } from './jobs-of-run.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-jobs-of-run-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function workflow(name: string, text: string, base = folder): void {
  const file = join(base, '.github/workflows', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const called = `
name: Called
on: workflow_call
permissions: {}
jobs:
  plan: { runs-on: x, permissions: { contents: read, id-token: write }, steps: [] }
  deploy: { runs-on: x, environment: { name: '\${{ inputs.system }}-prod' }, steps: [] }
`;

test('a called job has what it asks for, and nothing where it asks for nothing', () => {
  workflow('called.yml', called);
  workflow(
    'main.yml',
    'jobs: { a: { uses: ./.github/workflows/called.yml, permissions: { contents: read, id-token: write } } }',
  );
  const jobs = jobsOfRun(folder, 'main.yml');
  expect([...jobs.keys()]).toEqual(['Called/plan', 'Called/deploy']);
  expect(jobs.get('Called/plan')?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  expect(jobs.get('Called/deploy')).toMatchObject({
    permissions: {},
    environment: '${{ inputs.system }}-prod',
  });
});

test('a run is refused where a called job asks for more than its caller gives, through every level', () => {
  workflow('called.yml', called);
  workflow(
    'between.yml',
    'jobs: { b: { uses: ./.github/workflows/called.yml, permissions: { contents: read, id-token: write } } }',
  );
  workflow(
    'main.yml',
    'jobs: { a: { uses: ./.github/workflows/between.yml, permissions: { contents: read } } }',
  );
  expect(() => jobsOfRun(folder, 'main.yml')).toThrow(
    'GitHub refuses this run: between.yml, job b asks for id-token: write, which its caller does not give',
  );
});

test('workflows of another repository are looked up at their version', () => {
  const other = join(folder, 'other');
  workflow('called.yml', called, other);
  workflow(
    'main.yml',
    'jobs: { a: { uses: o/r/.github/workflows/called.yml@v1, permissions: { contents: read, id-token: write } } }',
  );
  expect(jobsOfRun(folder, 'main.yml', new Map([['o/r@v1', other]])).has('Called/plan')).toBe(true);
  expect(() => jobsOfRun(folder, 'main.yml', new Map([['o/r@v2', other]]))).toThrow(
    'main.yml, job a calls o/r/.github/workflows/called.yml@v1',
  );
});

test('two jobs that act cannot tell apart are refused', () => {
  workflow('one.yml', 'name: Same\njobs: { a: { runs-on: x, steps: [] } }');
  workflow('two.yml', 'name: Same\njobs: { a: { runs-on: x, steps: [], permissions: { checks: write } } }');
  workflow(
    'main.yml',
    'permissions: { contents: read, packages: read, checks: write }\njobs: { a: { uses: ./.github/workflows/one.yml }, b: { uses: ./.github/workflows/two.yml } }',
  );
  expect(() => jobsOfRun(folder, 'main.yml')).toThrow('Same/a stands for two different jobs');
});

describe("the environment of a step's job", () => {
  const job: JobOfRun = {
    file: 'x.yml',
    workflow: 'X',
    id: 'deploy',
    permissions: {},
    environment: '${{ inputs.system }}-${{ inputs.environment }}',
    steps: [
      { uses: 'actions/checkout@v6' },
      { id: 'deploy', with: { system: '${{ inputs.system }}', environment: '${{inputs.environment}}' } },
      { id: 'other', with: { system: '${{ inputs.system }}', environment: 'prod' } },
    ],
  };
  const env = { INPUT_SYSTEM: 'notes', INPUT_ENVIRONMENT: 'prod' };

  test('is known where the step is given the same', () => {
    expect(environmentOf(job, 'deploy', env)).toBe('notes-prod');
  });

  test('is not known where the step says something of its own, or nothing', () => {
    expect(environmentOf(job, 'other', env)).toBeNull();
    expect(environmentOf(job, '0', env)).toBeNull();
  });

  test('is none where the job has none', () => {
    expect(environmentOf({ ...job, environment: null }, 'deploy', env)).toBeNull();
  });
});
