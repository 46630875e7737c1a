import { describe, expect, test } from '@jest/globals';
import { deployedBy } from '../../../src/github/report/deployed.ts';
import { deployedAt, newerRelease, planOf, resultOf } from './deployments.ts';

const site = { added: [], changed: ['index.html'], removed: [], unchanged: 1, bytes: 1, invalidate: [] };
const both = { release: newerRelease, baseRelease: `5b0e77aa${'0'.repeat(56)}` };

const file = { system: 'companycam', environment: 'dev', file: 'out/companycam-dev.json' } as const;

const read = (over: Readonly<Record<string, unknown>>) =>
  deployedBy({ ...file, text: JSON.stringify(resultOf('dev', over)) }, 12);

describe('a deployment changes', () => {
  test('its environment, from the moment when it ended', () => {
    expect(read({})).toEqual({
      environment: 'dev',
      at: deployedAt,
      release: newerRelease.slice(0, 16),
      pull: 12,
      changed: ['app'],
      arrived: true,
    });
  });

  test.each<[string, Readonly<Record<string, unknown>>, readonly string[], boolean]>([
    ['the site', { plan: planOf('dev', ['app'], { ...both, site }) }, ['app', '@site'], true],
    ['what it did before its smoke checks failed', { outcome: 'smoke-failed' }, ['app'], true],
    [
      'its stacks, also where the site fails, and maybe the site',
      { outcome: 'site-failed', plan: planOf('dev', ['app'], { ...both, site }) },
      ['app', '@site'],
      true,
    ],
    ['the release alone', { outcome: 'no-changes', plan: planOf('dev', [], both) }, [], true],
    [
      'stacks on the release that was there',
      { plan: planOf('dev', ['app'], { ...both, baseRelease: newerRelease }) },
      ['app'],
      true,
    ],
    [
      'the stacks before the one that failed, and not the site',
      {
        outcome: 'deploy-failed',
        plan: planOf('dev', ['app', 'edge'], { ...both, site }),
        failure: { stack: 'app', rolledBack: true },
      },
      ['edge'],
      false,
    ],
    [
      'the stack that failed and stands in between, but none after it',
      {
        outcome: 'deploy-failed',
        plan: planOf('dev', ['app', 'edge'], both),
        failure: { stack: 'edge', rolledBack: false },
      },
      ['edge'],
      false,
    ],
  ])('%s', (_, over, changed, arrived) => {
    expect(read(over)).toMatchObject({ changed, arrived });
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['that had nothing to do', { outcome: 'no-changes', record: null }],
    [
      'whose first stack failed and was rolled back',
      { outcome: 'deploy-failed', failure: { stack: 'app', rolledBack: true } },
    ],
    [
      'that published again what was there',
      { outcome: 'no-changes', plan: planOf('dev', [], { ...both, baseRelease: newerRelease }) },
    ],
  ])('nothing, one %s', (_, over) => {
    expect(read(over)).toBeNull();
  });
});

test.each([
  ['{', 'it is not JSON'],
  ['[]', 'system: '],
  [JSON.stringify(resultOf('dev', { release: 'latest' })), 'release: is not 64 lower-case hex digits'],
  [JSON.stringify(resultOf('dev', { record: { finishedAt: 'today' } })), 'record.finishedAt: is not a time'],
  [JSON.stringify(resultOf('dev', { outcome: 'odd' })), 'outcome: '],
  [JSON.stringify(resultOf('prod')), 'it is of companycam prod'],
])('a file that is none is refused by name and field: %s', (text, words) => {
  const found = (() => {
    try {
      return deployedBy({ ...file, text }, null);
    } catch (error) {
      return error;
    }
  })();
  expect(found).toMatchObject({ code: 'DEPLOYMENT_RESULT_INVALID' });
  expect((found as Error).message).toContain('out/companycam-dev.json is not the result of that deployment');
  expect((found as Error).message).toContain(words);
});
