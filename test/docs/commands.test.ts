import { describe, expect, test } from '@jest/globals';
import { commandNames, problemOf, slipwayCommands } from '../../scripts/docs/command-lines.ts';
import { read, repositoryFiles } from './repository-files.ts';

const documents = repositoryFiles(['.'], /\.md$/);
/** What a reader fills in stands for a word that fits, where not every word does. */
const examples: Readonly<Record<string, string>> = { '<port>': '4566', '<fingerprint>': '4be1c02d77a9f310' };
const filledIn = (words: readonly string[]): readonly string[] => words.map((word) => examples[word] ?? word);

test('every slipway command in the documents exists, with its options and arguments', async () => {
  const commands = documents.flatMap((file) =>
    slipwayCommands(read(file)).map((words) => ({ file, words: filledIn(words) })),
  );
  const wrong: string[] = [];
  for (const { file, words } of commands) {
    const problem = await problemOf(words);
    if (problem !== null) wrong.push(`${file}: slipway ${words.join(' ')}: ${problem}`);
  }
  expect(commands.length).toBeGreaterThan(40);
  expect(wrong).toEqual([]);
});

describe('the check finds what it is for', () => {
  test.each([
    ['an unknown command', ['publish', 'companycam']],
    ['an unknown option', ['plan', 'companycam', '--force']],
    ['a missing argument', ['deploy', 'companycam']],
    ['an argument too many', ['release', 'companycam', 'dev']],
    ['a choice that is none', ['promote', 'companycam', '--to', 'staging']],
  ])('%s', async (_, words) => {
    expect(await problemOf(words)).not.toBeNull();
  });

  test('commands are found in blocks and spans, without prompt, comment, pipe and explanation', () => {
    const text = [
      'Run `slipway status companycam`, and not slipway in prose.',
      '```sh',
      ' $ slipway plan companycam dev   # what would change',
      'slipway outputs companycam dev --format json | jq .',
      'npm run slipway -- lint "photo-*"',
      'slipway lint                    all systems',
      '```',
    ].join('\n');
    expect(slipwayCommands(text)).toEqual([
      ['plan', 'companycam', 'dev'],
      ['outputs', 'companycam', 'dev', '--format', 'json'],
      ['lint', 'photo-*'],
      ['lint'],
      ['status', 'companycam'],
    ]);
  });

  test('groups of commands are listed with what is in them', () => {
    expect(commandNames()).toEqual(expect.arrayContaining([['plan'], ['local'], ['local', 'start']]));
  });
});
