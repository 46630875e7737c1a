import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { stop } from '../../report/plan-samples.ts';
import { gitRepository } from '../../source-changes/git-repository.ts';
import { it, forkSha, staticPlan, report, good, reportOf, openForkPull, shown } from './fork-run.ts';

test('from the fork’s change to the comment: compared there, told here', async () => {
  openForkPull();
  await using repo = await gitRepository();
  await repo.commit({
    'templates/modules/storage.yml': [
      '    Properties:',
      '    Properties:\n      BucketName: !Sub shop-${Stage}',
    ],
  });
  const inFork = await it.world.inFork(repo.root, 'shop');
  expect(inFork.errors).toEqual([]);
  expect(inFork.exitCode).toBe(0);
  expect(inFork.outputs).toMatchObject({
    data: 'out/report/shop.fork.json',
    'comment-url': '',
    verdict: 'stop',
  });
  expect(inFork.summary).toContain('From a fork');
  expect(it.world.github.state.requests).toEqual([]);

  it.world.write('out/fork/shop.fork.json', await readFile(join(repo.root, inFork.outputs['data'] ?? '')));
  const performed = await it.world.ofFork(
    {},
    { inputs: { system: 'shop', data: 'out/fork/shop.fork.json' } },
  );
  expect(performed.errors).toEqual([]);
  expect(it.world.comments).toHaveLength(1);
  expect(it.world.comments[0]?.body).toContain('BucketName');
  expect(it.world.comments[0]?.body).toContain('Compared with the base');
  expect(it.world.github.state.checkRuns).toMatchObject([{ name: 'slipway / shop', conclusion: 'neutral' }]);
});

test('a clone without the base is told with what to do', async () => {
  await using repo = await gitRepository();
  const performed = await it.world.inFork(repo.root, 'shop');
  expect(performed.exitCode).toBe(1);
  expect(performed.errors[0]).toMatch(/\[COMMIT_[A-Z]+\]/);
});

describe('what a fork’s run has left', () => {
  test('is told on its pull request as what it is, with a neutral check', async () => {
    openForkPull();
    const performed = await reportOf(good());
    expect(performed.errors).toEqual([]);
    expect(performed.exitCode).toBe(0);
    expect(shown()).toEqual([
      [
        21,
        [
          '<!-- slipway:companycam -->',
          '<!-- run 500.1 -->',
          expect.stringContaining('### Slipway · companycam · '),
        ],
      ],
    ]);
    const body = it.world.comments[0]?.body ?? '';
    expect(body).toContain('> From a fork: nothing was planned in an account');
    expect(body).toContain('Compared with the base');
    expect(body).toContain('commit `fffffff`');
    expect(body).not.toContain('slipway:allow');
    expect(it.world.github.state.checkRuns).toEqual([
      expect.objectContaining({ headSha: forkSha, conclusion: 'neutral', name: 'slipway / companycam' }),
    ]);
  });

  test('an older run of the fork does not overwrite a newer one’s, in whatever order they are reported', async () => {
    openForkPull();
    await reportOf(good(), { id: 502 });
    await reportOf(report([{ environment: 'dev', plan: null, problem: 'older' }]), { id: 501 });
    expect(it.world.comments).toHaveLength(1);
    expect(it.world.comments[0]?.body).not.toContain('older');
  });

  test('a system that main does not have is told, too', async () => {
    openForkPull();
    it.world.write(
      'out/fork/companycam.fork.json',
      JSON.stringify(report([{ environment: 'dev', plan: null, problem: 'none' }], { system: 'brand-new' })),
    );
    const performed = await it.world.ofFork({}, { inputs: { system: 'brand-new' } });
    expect(performed.exitCode).toBe(0);
    expect(it.world.comments[0]?.body).toContain('<!-- slipway:brand-new -->');
  });

  test('a stop changes nothing of that: nobody has planned it', async () => {
    openForkPull();
    const { override, overridden, ...rest } = stop();
    expect([override.length, overridden]).toEqual([16, false]);
    const performed = await reportOf(
      report([
        { environment: 'prod', plan: staticPlan('prod', { gate: { verdict: 'stop', stops: [rest] } }) },
      ]),
    );
    expect(performed.exitCode).toBe(0);
    expect(it.world.github.state.checkRuns[0]?.conclusion).toBe('neutral');
  });
});
