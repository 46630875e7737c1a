import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { wrongInputs } from '../../scripts/bundle/wrong-inputs.ts';
import { actionNames, readAction } from '../../scripts/docs/actions/action-file.ts';
import { Action, type ActionEnd } from '../../src/github/action.ts';
import { isThere, read, repositoryFiles, root } from '../docs/repository-files.ts';
import { OutputReader } from './told-outputs.ts';

const names = await actionNames(root);

function linesOf(file: string): number {
  return read(file).trimEnd().split('\n').length;
}

describe.each(names)('actions/%s', (name) => {
  test('has an entry of at most five lines, and a main of at most sixty', () => {
    const entries = ['index.ts', 'post.ts'].map((file) => `actions/${name}/${file}`).filter(isThere);
    for (const entry of entries) expect([entry, linesOf(entry) <= 5]).toEqual([entry, true]);
    expect(linesOf(`actions/${name}/main.ts`)).toBeLessThanOrEqual(60);
  });

  test('reads the inputs that its action.yml names, each of them and no other', async () => {
    const action = await readAction(root, name);
    expect([...(await inputsRead(name, wrongInputs(action)))].sort()).toEqual(
      Object.keys(action.inputs)
        .map((input) => input.toUpperCase())
        .sort(),
    );
  });
});

/** The inputs that an action asks its environment for until it stops on a wrong one. */
async function inputsRead(name: string, env: Readonly<Record<string, string>>): Promise<ReadonlySet<string>> {
  const asked = new Set<string>();
  const recording = new Proxy<Record<string, string>>(
    { ...env, GITHUB_WORKSPACE: root },
    {
      get: (target, variable) => {
        if (typeof variable !== 'string') return undefined;
        if (variable.startsWith('INPUT_')) asked.add(variable.slice('INPUT_'.length));
        return target[variable];
      },
    },
  );
  const none = (): Promise<never> => Promise.reject(new Error('a wrong input opens nothing'));
  const action = new Action(
    name,
    { env: recording, write: () => undefined, program: 'dist/x.js', signal: new AbortController().signal },
    { openSession: none, openGitHub: none },
  );
  const file = pathToFileURL(join(root, 'actions', name, 'main.ts')).href;
  const { main } = (await import(file)) as { main: (action: Action) => Promise<ActionEnd> };
  await expect(main(action)).rejects.toMatchObject({ code: expect.stringMatching(/^INPUT_/) });
  return asked;
}

test('every action sets the outputs that its action.yml names, each of them and no other', async () => {
  const reader = new OutputReader(root, names);
  for (const name of names) {
    const { outputs } = await readAction(root, name);
    expect([name, reader.outputsOf(name)]).toEqual([name, Object.keys(outputs).sort()]);
  }
}, 90_000);

test('GitHub’s packages are imported by src/github alone', () => {
  const files = repositoryFiles(['src', 'actions'], /\.ts$/).filter(
    (file) => !file.startsWith('src/github/'),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => /['"]@(?:actions|octokit)\//.test(read(file)))).toEqual([]);
});
