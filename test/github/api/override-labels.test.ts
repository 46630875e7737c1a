import { describe, expect, test } from '@jest/globals';
import { openPullRequests } from '../../../src/github/api/open-pull-requests.ts';
import { overrideLabels } from '../../../src/github/api/override-labels.ts';
import { useWorld } from './world.ts';

const it = useWorld();
const word = '4be1c02d77a9f310';
const other = '0123456789abcdef';
const label = `slipway:allow ${word}`;
const merge = 'd'.repeat(40);

describe('the words of labels', () => {
  test('of an open pull request, with who set each last', async () => {
    it.world.github.addPull({ number: 7, labels: ['bug', label] });
    it.world.github.state.labelings.push(
      { number: 7, label, by: 'bob', event: 'labeled' },
      { number: 7, label, by: 'bob', event: 'unlabeled' },
      { number: 7, label, by: 'ada', event: 'labeled' },
      { number: 7, label: 'bug', by: 'eve', event: 'labeled' },
    );
    expect(await overrideLabels(it.world.api(), { kind: 'pull-request', number: 7 })).toEqual([
      { override: word, by: 'ada', pullRequest: 7 },
    ]);
  });

  test('on main, of the pull request that was merged as the commit, and of no other', async () => {
    it.world.github.addPull({ number: 5, labels: [`slipway:allow ${other}`], commits: [merge] });
    it.world.github.addPull({
      number: 6,
      state: 'closed',
      labels: [label],
      mergedAt: '2026-11-21T11:00:00Z',
      mergeCommitSha: merge,
    });
    it.world.github.addPull({
      number: 8,
      state: 'closed',
      baseRef: 'feature',
      labels: [`slipway:allow ${other}`],
      mergedAt: '2026-11-21T11:00:00Z',
      mergeCommitSha: merge,
    });
    expect(await overrideLabels(it.world.api(), { kind: 'commit', sha: merge })).toEqual([
      { override: word, by: null, pullRequest: 6 },
    ]);
  });

  test('a token that may not read who set them loses the name, not the word', async () => {
    it.world.github.addPull({ number: 7, labels: [label] });
    it.world.github.inject({
      method: 'GET',
      path: /\/events/,
      status: 403,
      message: 'Resource not accessible',
    });
    expect(await overrideLabels(it.world.api(), { kind: 'pull-request', number: 7 })).toEqual([
      { override: word, by: null, pullRequest: 7 },
    ]);
  });

  test('a label that is meant as a word and is none is an error, here as on main', async () => {
    it.world.github.addPull({ number: 7, labels: [label, 'slipway:allow 4be1'] });
    await expect(overrideLabels(it.world.api(), { kind: 'pull-request', number: 7 })).rejects.toMatchObject({
      code: 'OVERRIDE_MALFORMED',
    });
  });

  test('a commit without a pull request has none', async () => {
    expect(await overrideLabels(it.world.api(), { kind: 'commit', sha: merge })).toEqual([]);
  });
});

test('the pull requests that are open', async () => {
  for (const number of [4, 12, 9]) it.world.github.addPull({ number });
  it.world.github.addPull({ number: 10, state: 'closed' });
  expect(await openPullRequests(it.world.api())).toEqual([4, 9, 12]);
});
