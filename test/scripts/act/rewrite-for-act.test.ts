import { describe, expect, test } from '@jest/globals';
import { rewriteForAct, type Target } from '../../../scripts/act/rewrite-for-act.ts';

const own: Target = { kind: 'own' };
const called: Target = { kind: 'called', repository: 'owner/slipway', ref: 'v1' };

const workflow = `# uses: $/in/a/comment stays
name: Deploy # queue: max stays in a comment
jobs:
  plan:
    uses: $/.github/workflows/plan.yml # why
    with: { text: 'uses: $/stays', queue: max }
  deploy:
    concurrency:
      group: slipway
      queue: max
      cancel-in-progress: false
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
      - name: Deploy
        uses: $/actions/deploy
      - uses: $/actions/smoke
      - run: |
          echo "costs $/month"
`;

describe('for workflows that run themselves', () => {
  const { text, changes } = rewriteForAct(workflow, own, 'deploy.yml');

  test('$/ becomes ./ where it is used, and the queue is left out', () => {
    expect(changes).toEqual([
      {
        line: 5,
        before: '    uses: $/.github/workflows/plan.yml # why',
        after: '    uses: ./.github/workflows/plan.yml # why',
      },
      { line: 10, before: '      queue: max', after: null },
      { line: 15, before: '        uses: $/actions/deploy', after: '        uses: ./actions/deploy' },
      { line: 16, before: '      - uses: $/actions/smoke', after: '      - uses: ./actions/smoke' },
    ]);
  });

  test('every other line stays as it is', () => {
    const before = workflow.split('\n');
    const after = text.split('\n');
    for (const { line } of changes) before.splice(line - 1, 1, '');
    expect(after.filter((line) => !line.includes('uses: ./'))).toEqual(
      before.filter((_, index) => !changes.some(({ line }) => line === index + 1)),
    );
  });
});

test('for another repository that calls them, $/ becomes the repository at its version', () => {
  const { changes } = rewriteForAct(workflow, called, 'deploy.yml');
  expect(changes.map(({ after }) => after?.trim())).toEqual([
    'uses: owner/slipway/.github/workflows/plan.yml@v1 # why',
    undefined,
    'uses: owner/slipway/actions/deploy@v1',
    '- uses: owner/slipway/actions/smoke@v1',
  ]);
});

test.each([
  ['first', 'concurrency: { queue: max, group: a }', 'concurrency: { group: a }'],
  [
    'between',
    'concurrency: { group: a, queue: max, cancel-in-progress: false }',
    'concurrency: { group: a, cancel-in-progress: false }',
  ],
  ['last', 'concurrency: { group: a, queue: max }', 'concurrency: { group: a }'],
])('a queue that stands %s in one line is left out', (_, before, after) => {
  expect(rewriteForAct(before, own, 'x.yml').text).toBe(after);
});

test('a file that needs nothing is not touched', () => {
  const text = 'name: ci\non: push\njobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: npm test }] } }\n';
  expect(rewriteForAct(text, own, 'ci.yml')).toEqual({ text, changes: [] });
});

test.each([
  ['$/ in quotes', "jobs: { a: { uses: '$/.github/workflows/x.yml' } }"],
  ['a queue of several lines', 'concurrency:\n  group: a\n  queue:\n    max\n'],
  ['a queue that is nobody’s', 'env:\n  queue: max\n'],
  ['$/ in a text that only looks like a step', 'run: |\n  uses: $/actions/x\n'],
])('%s is refused: the copy would be another workflow', (_, text) => {
  expect(() => rewriteForAct(text, own, 'odd.yml')).toThrow('odd.yml says "$/" or "queue" in a form');
});
