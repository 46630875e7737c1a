import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readOnlyToken } from '../../fakes/github/fake-github.ts';
import { commandsOf } from '../../actions/recorded.ts';
import { node, plan, property, readyPlan, resource, stack, stoppedPlan } from '../../report/plan-samples.ts';
import { headSha, sealed, useReportWorld } from './world.ts';

const it = useReportWorld();

const ready = () => [sealed(readyPlan('dev')), sealed(readyPlan('sit'))];
const prod = () => sealed(readyPlan('prod'));
const stopped = () => sealed(stoppedPlan());

const check = () => it.world.github.state.checkRuns[0];
const body = () => it.world.comments[0]?.body ?? '';

describe('the plans of a pull request', () => {
  test('one comment, a check, the summary, a page and outputs', async () => {
    it.world.writePlans(...ready(), prod());
    const performed = await it.world.inPullRequest();
    expect(performed.errors).toEqual([]);
    expect(performed.exitCode).toBe(0);
    expect(performed.outputs).toEqual({
      verdict: 'pass',
      html: 'out/report/companycam.html',
      markdown: 'out/report/companycam.md',
      data: '',
      'comment-url': expect.stringMatching(/^https:\/\/github\.com\/octo\/app\/pull\/7#issuecomment-\d+$/),
    });
    expect(it.world.comments).toHaveLength(1);
    expect(body().split('\n').slice(0, 6)).toEqual([
      '<!-- slipway:companycam -->',
      '<!-- run 100.1 -->',
      ...['dev', 'sit', 'prod'].map(
        (environment) =>
          `<!-- planned ${environment} 2026-11-21T10:00:00.000Z base 5b0e77aa00000000 stacks app,edge changes @site,app -->`,
      ),
      '### Slipway · companycam · dev, sit and prod are ready',
    ]);
    expect(body()).toContain('commit `aaaaaaa`, merged as `c0ffee0`');
    expect(body()).toContain('[run](<https://github.com/octo/app/actions/runs/100>)');
    expect(check()).toMatchObject({
      name: 'slipway / companycam',
      headSha,
      conclusion: 'success',
      title: 'dev, sit and prod are ready',
    });
    expect(performed.summary).toContain('### Slipway · companycam');
    const page = readFileSync(join(it.world.workspace, 'out/report/companycam.html'), 'utf8');
    expect(page).toContain('PresignFunction');
    expect(readFileSync(join(it.world.workspace, 'out/report/companycam.md'), 'utf8')).toContain(
      'PresignFunction',
    );
  });

  test('the next run updates the same comment and the same check', async () => {
    it.world.writePlans(...ready(), stopped());
    await it.world.inPullRequest({ run: 100 });
    expect(check()).toMatchObject({ conclusion: 'failure', title: 'prod stops, dev and sit are ready' });
    it.world.writePlans(prod());
    await it.world.inPullRequest({ run: 101 });
    expect(it.world.comments).toHaveLength(1);
    expect(body()).toContain('dev, sit and prod are ready');
    expect(it.world.github.state.checkRuns).toHaveLength(1);
    expect(check()).toMatchObject({ conclusion: 'success' });
  });

  test('a stop fails the check, not the job, and is told at the template’s line', async () => {
    it.world.writePlans(...ready(), stopped());
    const performed = await it.world.inPullRequest();
    expect(performed.exitCode).toBe(0);
    expect(performed.outputs['verdict']).toBe('stop');
    expect(commandsOf(performed.log, 'error').map(({ properties }) => properties)).toEqual([
      expect.objectContaining({
        title: 'prod would replace a bucket',
        file: 'templates/modules/bucket.yml',
        line: '31',
      }),
    ]);
  });

  test('a plan that is missing is shown as missing, and fails the check', async () => {
    it.world.writePlans(...ready());
    const performed = await it.world.inPullRequest();
    expect(performed.outputs['verdict']).toBe('stop');
    expect(body()).toContain('> **prod has no plan.** Its job did not hand one in.');
    expect(check()).toMatchObject({
      conclusion: 'failure',
      title: 'prod has no plan, dev and sit are ready',
    });
  });

  test('where planning failed, its reason is shown, as text', async () => {
    it.world.writePlans(...ready());
    it.world.write(
      'out/plans/companycam-prod.problem.json',
      JSON.stringify({
        schema: 1,
        system: 'companycam',
        environment: 'prod',
        code: 'WRONG_ACCOUNT',
        message: 'the account is <b>another</b> one, @octo',
        next: 'slipway doctor',
      }),
    );
    await it.world.inPullRequest();
    expect(body()).toContain(
      '> **prod has no plan.** The account is &#60;b&#62;another&#60;/b&#62; one, &#64;<!-- -->octo &#91;WRONG&#95;ACCOUNT&#93; Next: slipway doctor',
    );
  });

  test.each<[string, () => unknown, RegExp]>([
    ['no JSON', () => 'a text', /\.json is not a plan/],
    [
      'another fingerprint',
      () => ({ ...prod(), fingerprint: 'f'.repeat(64) }),
      /was changed after it was made/,
    ],
    [
      'a gate that was opened',
      () => ({ ...stopped(), gate: { verdict: 'pass', stops: [] } }),
      /says the gate/,
    ],
    ['another system', () => sealed({ ...readyPlan('prod'), system: 'shop' }), /is a plan of shop prod/],
    [
      'another release',
      () => sealed({ ...readyPlan('prod'), release: 'e'.repeat(64) }),
      /of release eeeeeeee, the others are of 91cc4e07/,
    ],
  ])('a plan file with %s is not believed', async (_, made, words) => {
    it.world.writePlans(...ready());
    it.world.write('out/plans/companycam-prod.json', JSON.stringify(made()));
    const performed = await it.world.inPullRequest();
    expect(performed.outputs['verdict']).toBe('stop');
    expect(body()).toContain('**prod has no plan.**');
    expect(body()).toMatch(words);
  });

  test('a head that has moved on is said', async () => {
    it.world.writePlans(...ready(), prod());
    const [pull] = it.world.github.state.pulls;
    if (pull) pull.headSha = 'e'.repeat(40);
    await it.world.inPullRequest();
    expect(body()).toContain('Stale: the branch stands at eeeeeee by now, and this is about aaaaaaa.');
    expect(check()?.headSha).toBe(headSha);
  });

  test('a closed pull request gets no comment', async () => {
    it.world.writePlans(...ready(), prod());
    const [pull] = it.world.github.state.pulls;
    if (pull) pull.state = 'closed';
    const performed = await it.world.inPullRequest();
    expect([performed.exitCode, it.world.comments.length]).toEqual([0, 0]);
  });

  test('a change that is too long for a comment goes on in others, and shrinks again', async () => {
    const large = (environment: 'dev' | 'sit' | 'prod', functions: number) =>
      sealed(
        plan(environment, [
          stack(
            'app',
            node([], {
              status: 'change',
              changes: Array.from({ length: functions }, (__, index) =>
                resource(`Function${environment}${index}`, 'AWS::Lambda::Function', {
                  properties: Array.from({ length: 5 }, (___, number) =>
                    property(
                      `Environment.Variables.NAME_${number}`,
                      'x'.repeat(40),
                      `${'y'.repeat(40)}${index}`,
                    ),
                  ),
                }),
              ),
            }),
          ),
        ]),
      );
    it.world.writePlans(large('dev', 50), large('sit', 51), large('prod', 52));
    await it.world.inPullRequest({ run: 100 });
    expect(it.world.comments.length).toBeGreaterThan(1);
    const shown = it.world.comments.map((comment) => comment.body);
    expect(shown.every((text) => text.length <= 65_536)).toBe(true);
    for (const text of shown) {
      expect(text.match(/^<details/gm)?.length).toBe(text.match(/^<\/details>/gm)?.length);
      expect((text.match(/^```/gm)?.length ?? 0) % 2).toBe(0);
    }
    expect(shown.join('\n')).toContain('Functionprod51');
    expect(Buffer.byteLength(check()?.summary ?? '')).toBeLessThanOrEqual(65_535);
    it.world.writePlans(...ready(), prod());
    await it.world.inPullRequest({ run: 101 });
    expect(it.world.comments).toHaveLength(1);
  });

  test('outside of a pull request there is nobody to tell, so a stop fails the job', async () => {
    it.world.writePlans(...ready(), stopped());
    const performed = await it.world.inPullRequest({ env: { GITHUB_EVENT_NAME: 'push' } });
    expect(performed.exitCode).toBe(1);
    expect(it.world.github.state.requests).toEqual([]);
    expect(performed.summary).toContain('prod stops');
  });
});

describe('a token that may only read', () => {
  test('the plans stand in the summary, one warning says why, the job passes', async () => {
    it.world.writePlans(...ready(), prod());
    const performed = await it.world.inPullRequest({ token: readOnlyToken });
    expect(performed.exitCode).toBe(0);
    expect(performed.summary).toContain('dev, sit and prod are ready');
    expect(commandsOf(performed.log, 'warning').map(({ message }) => message)).toEqual([
      expect.stringMatching(/stand in this job's summary.*may not write comments.*may not write checks/),
    ]);
    expect(it.world.comments).toEqual([]);
    expect(performed.outputs['comment-url']).toBe('');
  });

  test('a stop that no check can tell of fails the job', async () => {
    it.world.writePlans(...ready(), stopped());
    expect((await it.world.inPullRequest({ token: readOnlyToken })).exitCode).toBe(1);
  });
});

test('the token is masked before it could be printed, and stands nowhere else', async () => {
  it.world.writePlans(...ready(), prod());
  const token = 'ghs_unknown-and-secret';
  const performed = await it.world.inPullRequest({ token });
  expect(performed.exitCode).toBe(1);
  expect(performed.masks).toContain(token);
  const rest = performed.log.replaceAll(`::add-mask::${token}`, '');
  expect(`${rest}${performed.summary}${JSON.stringify(performed.outputs)}`).not.toContain(token);
  expect(performed.summary).toContain('dev, sit and prod are ready');
  expect(performed.outputs['html']).toBe('out/report/companycam.html');
});
