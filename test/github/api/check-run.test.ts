import { expect, test } from '@jest/globals';
import { checkSummaryLimit, writeCheck, type SystemCheck } from '../../../src/github/api/check-run.ts';
import { readOnlyToken } from '../../fakes/github/fake-github.ts';
import { useWorld } from './world.ts';

const it = useWorld();
const sha = 'b'.repeat(40);

function check(run: number, over: Partial<SystemCheck> = {}): SystemCheck {
  return {
    system: 'app',
    sha,
    conclusion: 'success',
    title: 'dev, sit and prod are ready',
    summary: 'plan',
    detailsUrl: 'https://github.com/octo/app/actions/runs/1',
    run: { id: run, attempt: 1 },
    ...over,
  };
}

const runs = () => it.world.github.state.checkRuns;

test('one check a system and commit, updated by newer runs', async () => {
  expect(await writeCheck(it.world.api(), check(1))).toMatchObject({ kind: 'created' });
  expect(
    await writeCheck(it.world.api(), check(2, { conclusion: 'failure', title: 'prod stops' })),
  ).toMatchObject({ kind: 'updated' });
  await writeCheck(it.world.api(), check(2, { system: 'shop', conclusion: 'neutral' }));
  await writeCheck(it.world.api(), check(3, { sha: 'e'.repeat(40) }));
  expect(runs().map((run) => [run.name, run.headSha[0], run.conclusion, run.title])).toEqual([
    ['slipway / app', 'b', 'failure', 'prod stops'],
    ['slipway / shop', 'b', 'neutral', 'dev, sit and prod are ready'],
    ['slipway / app', 'e', 'success', 'dev, sit and prod are ready'],
  ]);
});

test('an older run leaves a newer one’s check alone', async () => {
  await writeCheck(it.world.api(), check(9, { conclusion: 'failure' }));
  expect(await writeCheck(it.world.api(), check(8))).toMatchObject({ kind: 'superseded' });
  expect(runs()).toEqual([expect.objectContaining({ conclusion: 'failure' })]);
});

test('a check of the same name that is not ours is left alone', async () => {
  const api = it.world.api();
  await api.createCheckRun({
    name: 'slipway / app',
    sha,
    conclusion: 'success',
    title: 'theirs',
    summary: 'theirs',
    detailsUrl: null,
    externalId: 'theirs',
  });
  await writeCheck(api, check(1, { conclusion: 'failure' }));
  expect(runs().map(({ title }) => title)).toEqual(['theirs', 'dev, sit and prod are ready']);
});

test('a token that may only read sets none, and says so', async () => {
  expect(await writeCheck(it.world.api(readOnlyToken), check(1))).toEqual({
    kind: 'refused',
    reason: expect.stringContaining('may not write checks'),
  });
  expect(runs()).toEqual([]);
});

test('GitHub takes a summary of that many characters, and no more', async () => {
  await writeCheck(it.world.api(), check(1, { summary: 'x'.repeat(checkSummaryLimit) }));
  expect(runs()).toHaveLength(1);
  await expect(
    writeCheck(it.world.api(), check(2, { summary: 'x'.repeat(checkSummaryLimit + 1) })),
  ).rejects.toMatchObject({ code: 'GITHUB_REFUSED' });
});
