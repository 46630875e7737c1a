import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { main } from '../../actions/lint/main.ts';
import { commandsOf, perform } from '../actions/recorded.ts';
import { refusal, repository, type Repository } from './repository.ts';

const file = 'templates/shop/edge.yml';
const topic = '{ Type: AWS::SNS::Topic }';
const noMap = `${file} is not a template: its root is not a map of sections`;
const noResources = `${file} has no Resources; a template needs at least one resource`;

/** What stands where a template should, where that is told, and how. */
const cases: readonly (readonly [string, string | Uint8Array, string, string, string])[] = [
  ['nothing', '', '1:1', 'YAML_EMPTY', `${file} is empty`],
  ['a comment alone', '# later\n', '1:1', 'YAML_EMPTY', `${file} is empty`],
  ['a list', '- a\n- b\n', '1:1', 'TEMPLATE_SHAPE', noMap],
  ['a text', 'hello\n', '1:1', 'TEMPLATE_SHAPE', noMap],
  ['a page', '<!doctype html><html></html>', '1:1', 'TEMPLATE_SHAPE', noMap],
  ['a list in JSON', '[1, 2]', '1:1', 'TEMPLATE_SHAPE', noMap],
  [
    'JSON that was cut off',
    '{ "Resources": {',
    '1:17',
    'YAML_SYNTAX',
    `${file} is not valid YAML: unexpected end of the stream within a flow collection`,
  ],
  [
    'a ZIP',
    Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe, 0x80]),
    '1:5',
    'YAML_SYNTAX',
    `${file} is not valid YAML: null byte is not allowed in input`,
  ],
  [
    'YAML with tabs',
    `Resources:\n\tTopic: ${topic}\n`,
    '2:1',
    'YAML_SYNTAX',
    `${file} is not valid YAML: tab characters must not be used in indentation`,
  ],
  [
    'the same name twice',
    `Resources:\n  Topic: ${topic}\n  Topic: ${topic}\n`,
    '3:3',
    'YAML_DUPLICATE_KEY',
    'The key Topic stands twice; it stands first on line 2',
  ],
  [
    'the same section twice',
    `Resources:\n  A: ${topic}\nResources:\n  B: ${topic}\n`,
    '3:1',
    'YAML_DUPLICATE_KEY',
    'The key Resources stands twice; it stands first on line 1',
  ],
  [
    'two documents',
    `Resources: { A: ${topic} }\n---\nResources: { B: ${topic} }\n`,
    '2:1',
    'YAML_SYNTAX',
    'The file holds more than one YAML document; one is expected',
  ],
  [
    'an alias',
    `Resources:\n  A: &a ${topic}\n  B: *a\n`,
    '3:6',
    'YAML_ALIAS',
    'The alias *a is not supported: CloudFormation takes no YAML aliases. Write the value out.',
  ],
  [
    'an intrinsic function that CloudFormation does not have',
    'Resources:\n  A: { Type: AWS::SNS::Topic, Properties: { TopicName: !Reff B } }\n',
    '2:56',
    'TEMPLATE_TAG',
    'CloudFormation has no !Reff. Did you mean !Ref?',
  ],
  [
    'a section that templates do not have',
    `Resourcez: {}\nResources: { A: ${topic} }\n`,
    '1:1',
    'TEMPLATE_SHAPE',
    'A template has no section Resourcez. Did you mean Resources?',
  ],
  ['no resources', 'Parameters: { A: { Type: String } }\n', '1:1', 'TEMPLATE_SHAPE', noResources],
  ['an empty section', 'Resources: {}\n', '1:12', 'TEMPLATE_SHAPE', noResources],
  ['a list of resources', 'Resources: [a]\n', '1:12', 'TEMPLATE_SHAPE', noResources],
  [
    'a resource that is a text',
    'Resources: { A: b }\n',
    '1:17',
    'TEMPLATE_SHAPE',
    'The resource A is not a map',
  ],
  [
    'a resource without a type',
    'Resources: { A: { Properties: {} } }\n',
    '1:14',
    'TEMPLATE_SHAPE',
    'The resource A has no Type',
  ],
  [
    'an output without a value',
    `Resources: { A: ${topic} }\nOutputs: { LogBucket: {} }\n`,
    '2:12',
    'TEMPLATE_SHAPE',
    'The output LogBucket has no Value',
  ],
  [
    'lists in lists without end',
    `Resources: ${'['.repeat(20_000)}`,
    '1:111',
    'YAML_SYNTAX',
    `${file} is not valid YAML: nesting exceeded maxDepth (100)`,
  ],
  [
    'more than CloudFormation takes',
    `Resources:\n  A: ${topic}\n# ${'x'.repeat(1024 * 1024)}\n`,
    '1:1',
    'TEMPLATE_TOO_LARGE',
    'The template is 1048621 bytes; CloudFormation takes 1048576',
  ],
];

async function withText(text: string | Uint8Array): Promise<Repository> {
  const repo = await repository({ [file]: '' });
  await writeFile(join(repo.root, file), text);
  return repo;
}

describe('a template that is none', () => {
  test.each(cases)('%s: the command makes no release of it', async (_what, text, place, code, message) => {
    await using repo = await withText(text);
    const said = await refusal(repo, 'release', 'shop', '--no-upload');
    expect(said.split('\n')[0]).toBe(` ${file}:${place}  ${message}  [${code}]`);
  });

  test.each(cases)('%s: the lint action tells it at its line', async (_what, text, place, code, message) => {
    await using repo = await withText(text);
    const tool = join(repo.root, 'cfn-lint');
    await writeFile(tool, "#!/bin/sh\necho '[]'\n", { mode: 0o755 });
    const before = await repo.files();
    const done = await perform({ name: 'lint', main, workspace: repo.root, inputs: { 'cfn-lint': tool } });
    expect(done.exitCode).toBe(1);
    const errors = commandsOf(done.log, 'error').map(({ properties, message: words }) => ({
      at: `${properties['file'] ?? ''}:${properties['line'] ?? ''}:${properties['col'] ?? ''}`,
      code: properties['title'],
      says: words.split('\n')[0],
    }));
    expect(errors).toContainEqual({ at: `${file}:${place}`, code, says: message });
    await rm(join(repo.root, 'out'), { recursive: true });
    expect(await repo.files()).toEqual(before);
  });
});
