import { describe, expect, test } from '@jest/globals';
import { actionNames, parseAction, readAction } from '../../scripts/docs/actions/action-file.ts';
import { isThere, root } from '../docs/repository-files.ts';

const names = await actionNames(root);

test('the actions of the pipeline are there', () => {
  expect(names).toEqual(
    expect.arrayContaining([
      ...['change-set', 'cleanup', 'deploy', 'invalidate', 'lint'],
      ...['release', 'report', 'rollback', 'smoke', 'sync-site'],
    ]),
  );
});

describe.each(names)('actions/%s/action.yml', (name) => {
  test('describes itself, every input and every output', async () => {
    const action = await readAction(root, name);
    expect(Object.keys(action.inputs)).toContain('working-directory');
    expect(Object.keys(action.outputs).length).toBeGreaterThan(0);
  });

  test('starts files that are in dist/', async () => {
    const { runs } = await readAction(root, name);
    expect(runs.main).toBe(`../../dist/${name}.js`);
    expect([undefined, `../../dist/${name}-post.js`]).toContain(runs.post);
    for (const file of [runs.main, runs.post ?? runs.main])
      expect(isThere(file.replace('../../', ''))).toBe(true);
  });
});

test('no two actions look alike in the list', async () => {
  const all = await Promise.all(names.map((name) => readAction(root, name)));
  expect(new Set(all.map((action) => action.name)).size).toBe(names.length);
});

describe('the schema finds what it is for', () => {
  const good = `name: Slipway deploy
description: Deploys a release.
author: Slipway
branding: { icon: send, color: green }
inputs:
  system: { description: The system to deploy., required: true }
outputs:
  outcome: { description: How it ended. }
runs: { using: node24, main: ../../dist/deploy.js }
`;
  test('nothing in a good one', () => {
    expect(parseAction('action.yml', good).runs.main).toBe('../../dist/deploy.js');
  });

  test.each([
    ['an unknown key', 'author: Slipway', 'author: Slipway\nauthors: Slipway', 'authors'],
    ['no author', 'author: Slipway\n', '', 'author'],
    ['an icon that the Marketplace does not have', 'icon: send', 'icon: github', 'branding.icon'],
    ['a colour of one’s own', 'color: green', 'color: teal', 'branding.color'],
    [
      'an input that is not described',
      'description: The system to deploy., ',
      '',
      'inputs.system.description',
    ],
    [
      'an input that is neither required nor has a default',
      ', required: true',
      '',
      'required: true, or a default',
    ],
    ['a required input with a default', 'required: true', "required: true, default: 'x'", 'and not both'],
    ['an input in upper case', 'system:', 'System:', 'lower case'],
    ['an output that is not described', '{ description: How it ended. }', '{}', 'outputs.outcome'],
    ['a description that is no sentence', 'How it ended.', 'ended', 'outputs.outcome'],
    ['an old Node', 'node24', 'node20', 'runs.using'],
    ['a file outside dist/', '../../dist/deploy.js', 'index.js', 'runs.main'],
  ])('%s', (_, wanted, written, place) => {
    expect(good).toContain(wanted);
    expect(() => parseAction('action.yml', good.replace(wanted, written))).toThrow(place);
  });
});
