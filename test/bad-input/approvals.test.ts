import { describe, expect, test } from '@jest/globals';
import { refusal, repository } from './repository.ts';

const withRelease = async () => {
  const repo = await repository();
  expect((await repo.run('release', 'shop', '--no-upload')).exitCode).toBe(0);
  return repo;
};

const asking: readonly (readonly string[])[] = [
  ['deploy', 'shop', 'dev'],
  ['promote', 'shop', '--to', 'dev'],
  ['rollback', 'shop', 'dev'],
  ['switch', 'shop', 'dev', 'Night', 'on'],
];

describe('a word of the gate that is none', () => {
  const words = [
    'slipway:allow',
    'slipway:allow 4be1c02d77a9f31',
    '4be1c02d77a9f310a',
    'allow all',
    'g'.repeat(16),
    '',
  ];

  test.each([['plan', 'shop', 'dev'], ...asking].map((argv) => ({ argv, command: argv[0] })))(
    '$command refuses it before AWS is asked for anything',
    async ({ argv }) => {
      await using repo = await withRelease();
      for (const word of words)
        expect(await refusal(repo, ...argv, '--allow', word)).toBe(
          ` ${JSON.stringify(word)} is no override of the gate: it is the label "slipway:allow" with one blank and 16 hex digits (0-9, a-f), or the digits alone  [OVERRIDE_MALFORMED]\n` +
            '   Next: copy the label from the plan: it stands below what the gate stops\n',
        );
    },
  );
});

describe('a fingerprint of the wrong shape', () => {
  test.each(asking.map((argv) => ({ argv, command: argv[0] })))(
    '$command refuses it before AWS is asked for anything',
    async ({ argv }) => {
      await using repo = await withRelease();
      for (const print of ['7f3ad21', 'plan-7f3ad210', 'f'.repeat(65), '7f3ad210…', '', '7f3ad21o'])
        expect(await refusal(repo, ...argv, '--approve', print)).toBe(
          `error: option '--approve <fingerprint>' argument '${print}' is invalid. "${print}" is not the fingerprint of a plan: its 64 hex digits (0-9, a-f), or at least the first 8.\n` +
            `Next: slipway ${argv[0] ?? ''} --help\n`,
        );
    },
  );
});
