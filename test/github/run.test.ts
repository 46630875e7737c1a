import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRun, runUrl } from '../../src/github/run.ts';
import { pullRequest, pushToMain } from '../actions/recorded.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-run-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a push to main has no pull request', () => {
  const run = readRun(pushToMain);
  expect(run).toMatchObject({ event: 'push', id: '7', attempt: 1, actor: 'ada', pullRequest: null });
  expect(runUrl(run)).toBe('https://github.com/octo/app/actions/runs/7');
});

describe('a pull request', () => {
  test('is read from the event: number, commits, labels', () => {
    const labels = ['slipway:allow 4be1c02d77a9f310', '`x` $(y)'];
    expect(readRun(pullRequest(folder, { number: 31, labels })).pullRequest).toEqual({
      number: 31,
      headSha: 'a'.repeat(40),
      headRef: 'photos',
      baseSha: 'b'.repeat(40),
      baseRef: 'main',
      isFork: false,
      labels,
    });
  });

  test('from another repository is a fork’s', () => {
    expect(readRun(pullRequest(folder, { head: 'eve/app' })).pullRequest?.isFork).toBe(true);
  });

  test('whose fork is gone is a fork’s', () => {
    const env = pullRequest(folder);
    const event = {
      pull_request: {
        number: 1,
        head: { sha: 'a'.repeat(40), ref: 'x', repo: null },
        base: { sha: 'b'.repeat(40), ref: 'main', repo: { full_name: 'octo/app' } },
      },
    };
    writeFileSync(env['GITHUB_EVENT_PATH'] ?? '', JSON.stringify(event));
    expect(readRun(env).pullRequest).toMatchObject({ isFork: true, labels: [] });
  });

  test.each([
    ['{', 'can’t be read as JSON'.replace('’', "'")],
    ['{}', 'look at pull_request'],
    ['{"pull_request":{"number":"12"}}', 'look at pull_request.number'],
    [
      '{"pull_request":{"number":1,"head":{"sha":"; rm","ref":"x"},"base":{"sha":"x","ref":"x","repo":null}}}',
      'look at pull_request.head.sha',
    ],
  ])('whose payload is %s is refused', (payload, said) => {
    const env = pullRequest(folder);
    writeFileSync(env['GITHUB_EVENT_PATH'] ?? '', payload);
    expect(() => readRun(env)).toThrow(expect.objectContaining({ code: 'GITHUB_EVENT' }));
    expect(() => readRun(env)).toThrow(said);
  });
});

test('outside GitHub Actions it says what is missing', () => {
  expect(() => readRun({})).toThrow('GITHUB_EVENT_NAME is not set, so this is no job of GitHub Actions');
});
