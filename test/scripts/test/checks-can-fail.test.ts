import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { actionlint } from '../../../scripts/test/check-workflows.ts';
import { zizmor } from '../../../scripts/test/check-zizmor.ts';
import { findings, tool } from '../../../scripts/test/tool.ts';

const root = join(import.meta.dirname, '../../..');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-checks-'));
  mkdirSync(join(folder, '.git'));
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  cpSync(join(root, '.github/actionlint.yaml'), join(folder, '.github/actionlint.yaml'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function workflow(step: string, concurrency = 'queue: max'): void {
  const text = [
    'name: Try',
    'on: push',
    'permissions: {}',
    'concurrency:',
    '  group: try',
    '  cancel-in-progress: false',
    `  ${concurrency}`,
    'jobs:',
    '  try:',
    '    name: try',
    '    runs-on: ubuntu-24.04',
    '    timeout-minutes: 5',
    '    steps:',
    `      - ${step}`,
  ].join('\n');
  writeFileSync(join(folder, '.github/workflows/try.yml'), `${text}\n`);
}

describe('actionlint', () => {
  test.each([
    ['a key that there is not', '{ run: echo, runs: echo }', 'unexpected key "runs"'],
    ['a script that shellcheck warns of', 'run: rm -r $FOLDER/', 'SC2086'],
    [
      'an output that there is not',
      'run: echo "${{ steps.none.outputs.x }}"',
      'property "none" is not defined',
    ],
    ['an action without a ref', 'uses: actions/checkout', 'ref is missing'],
    ['a path that only looks like ours', 'uses: $$/actions/lint', 'ref is missing'],
  ])('finds %s', (_, step, said) => {
    workflow(step);
    expect(actionlint(folder)).toContain(said);
  });

  test('says nothing of what GitHub knows and it does not, and finds another unknown key beside it', () => {
    workflow('uses: $/actions/lint');
    expect(actionlint(folder)).toBe('');
    workflow('uses: $/actions/lint', 'queues: max');
    expect(actionlint(folder)).toContain('unexpected key "queues"');
  });

  test('a folder without workflows is no pass', () => {
    expect(actionlint(folder)).toContain('holds no workflow');
  });
});

describe('zizmor', () => {
  test.each([
    ['an expression in a script', 'run: echo "${{ github.head_ref }}"', 'template-injection'],
    ['an action that is not pinned', 'uses: actions/checkout@v6', 'unpinned-uses'],
    [
      'credentials that a checkout leaves',
      'uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd',
      'artipacked',
    ],
  ])('finds %s', (_, step, said) => {
    workflow(step);
    expect(zizmor(['.github'], folder)).toContain(said);
  });

  test('says nothing where there is nothing', () => {
    workflow('{ name: Say, run: echo }');
    expect(zizmor(['.github'], folder)).toBe('');
  });

  test('a file that it cannot read is no pass', () => {
    writeFileSync(join(folder, '.github/workflows/try.yml'), 'name: [');
    expect(zizmor(['.github'], folder)).not.toBe('');
  });
});

test('shellcheck finds what is not quoted', () => {
  writeFileSync(join(folder, 'try.sh'), '#!/bin/sh\necho $1\n');
  expect(findings('shellcheck', ['try.sh'], folder)).toContain('SC2086');
});

test('a check whose tool is missing fails, and says what installs it', () => {
  expect(() => tool('no-such-tool')).toThrow(
    'no-such-tool is not installed\n   Next: npm run setup, which says why',
  );
});
