import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { slipwayCommands } from '../../scripts/docs/command-lines.ts';
import { loadEnvironment, loadSystem } from '../../src/config/load.ts';
import { findSwitch } from '../../src/deployment/turn-switch.ts';
import { UserError } from '../../src/errors/slipway-error.ts';
import { findSecret } from '../../src/secrets/find-secret.ts';
import { read, repositoryFiles } from './repository-files.ts';

const root = join(import.meta.dirname, '../..');

/** What is wrong with the secret or the switch that a command names; `null` where nothing is, or a reader fills it in. */
async function mistakeIn(words: readonly string[]): Promise<string | null> {
  const named = words
    .filter((word) => !word.startsWith('-'))
    // a runbook's variable stands for any environment
    .map((word) => (word === '$ENV' ? 'prod' : word));
  const [system = '', environment = '', name = '', value = ''] = named.slice(named[0] === 'switch' ? 1 : 2);
  if (name === '' || named.some((word) => word.includes('<') || word.includes('…'))) return null;
  try {
    const definition = await loadSystem(root, system);
    const place = await loadEnvironment(root, definition, environment);
    if (named[0] === 'switch') findSwitch(definition, { parameter: name, value });
    else if (findSecret(definition, place, name).definition.oauth === null && named[1] === 'authorize')
      return `${name} is no secret of OAuth`;
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

test('every secret and every switch that a command of the documents names is declared by its system', async () => {
  const commands = repositoryFiles(['.'], /\.md$/).flatMap((file) =>
    slipwayCommands(read(file))
      .filter(([command]) => command === 'secret' || command === 'switch')
      .map((words) => ({ file, words })),
  );
  const wrong: string[] = [];
  for (const { file, words } of commands) {
    const mistake = await mistakeIn(words);
    if (mistake !== null) wrong.push(`${file}: slipway ${words.join(' ')}: ${mistake}`);
  }
  expect(wrong).toEqual([]);
  expect(commands.length).toBeGreaterThan(20);
});

test.each([
  ['an unknown secret', 'secret set cloud-sync dev gopro'],
  ['a secret of other environments', 'secret set companycam dev smoke-client'],
  ['a secret that nobody consents to', 'secret authorize companycam dev smoke-issuer'],
  ['an unknown switch', 'switch leadshop prod Incident on'],
  ['a position that a switch has not', 'switch leadshop prod SecurityIncident maybe'],
])('%s is found', async (_, line) => {
  expect(await mistakeIn(line.split(' '))).not.toBeNull();
});
