import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../actions/lint/main.ts';
import { writeShop, type Edits } from '../lint/fixture.ts';
import { commandsOf, perform, type Performed } from './recorded.ts';

let workspace = '';
afterEach(() => {
  rmSync(workspace, { recursive: true, force: true });
});

/** An executable of the workspace. */
function script(name: string, lines: readonly string[]): string {
  const folder = join(workspace, 'bin');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(file, 0o755);
  return file;
}

async function lint(
  edits: Edits,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Performed> {
  workspace = await writeShop(edits);
  const tool = script('cfn-lint', ['echo "[]"']);
  return perform({ name: 'lint', main, workspace, inputs: { 'cfn-lint': tool, ...inputs }, env });
}

test('nothing found: the systems are handed on, and a SARIF file without results', async () => {
  const done = await lint({});
  expect(done).toMatchObject({ exitCode: 0, errors: [] });
  expect(done.outputs).toEqual({ systems: '["shop"]', findings: '0', sarif: 'out/lint/slipway.sarif' });
  const log = JSON.parse(readFileSync(join(workspace, 'out/lint/slipway.sarif'), 'utf8')) as {
    version: string;
    runs: { results: unknown[] }[];
  };
  expect(log.version).toBe('2.1.0');
  expect(log.runs[0]?.results).toEqual([]);
  expect(done.summary).toContain('### Lint · nothing found');
});

test('a note is told as a notice and fails nothing', async () => {
  workspace = await writeShop({});
  const note = {
    Rule: { Id: 'I3011', ShortDescription: '', Description: '' },
    Level: 'Informational',
    Message: "'DeletionPolicy' is a required property",
    Filename: join(workspace, 'templates/shop/app.yml'),
    Location: { Start: { LineNumber: 3, ColumnNumber: 1 }, End: { LineNumber: 3, ColumnNumber: 2 } },
  };
  const tool = script('cfn-lint', [`echo '${JSON.stringify([note]).replaceAll("'", "'\\''")}'`]);
  const done = await perform({ name: 'lint', main, workspace, inputs: { 'cfn-lint': tool } });
  expect(done).toMatchObject({ exitCode: 0, errors: [], outputs: { findings: '1' } });
  expect(commandsOf(done.log, 'notice')[0]?.properties).toMatchObject({ title: 'I3011', line: '3' });
});

test('what is found is annotated on its line, fails the job, and the systems are handed on all the same', async () => {
  const done = await lint({
    'templates/shop/app.yml': [
      ['!GetAtt Storage.Outputs.Name\n        Days', '!GetAtt Storage.Outputs.Nam\n        Days'],
    ],
  });
  expect(done.exitCode).toBe(1);
  expect(done.outputs).toMatchObject({ systems: '["shop"]', findings: '1' });
  const [error] = commandsOf(done.log, 'error');
  expect(error?.properties).toMatchObject({
    title: 'wiring/output-unknown',
    file: 'templates/shop/app.yml',
    line: '20',
  });
  expect(error?.message).toContain('Nam');
});

test('in another folder of the repository, places are those of the repository', async () => {
  workspace = await writeShop({});
  const { renameSync } = await import('node:fs');
  mkdirSync(join(workspace, 'infra'));
  for (const folder of ['params', 'templates'])
    renameSync(join(workspace, folder), join(workspace, 'infra', folder));
  writeFileSync(join(workspace, 'infra/templates/modules/unused.yml'), 'Resources: {}\n');
  const tool = script('cfn-lint', ['echo "[]"']);
  const inputs = { 'cfn-lint': tool, 'working-directory': 'infra' };
  const done = await perform({ name: 'lint', main, workspace, inputs });
  expect(done.outputs['findings']).not.toBe('0');
  expect(done.log).toContain('file=infra/templates/modules/unused.yml');
  expect(readFileSync(join(workspace, 'out/lint/slipway.sarif'), 'utf8')).toContain(
    'infra/templates/modules/unused.yml',
  );
});

test('a system that is not there is an error with the choices', async () => {
  const done = await lint({}, { systems: 'shp' });
  expect(done.errors[0]).toContain(
    'shp matches no system; the systems are shop. Did you mean shop? [LINT_NOTHING]',
  );
});

test('a commit that is an option is refused', async () => {
  const done = await lint({}, { since: '--output=/etc/x' });
  expect(done.errors[0]).toContain('which is not the name of a commit');
});

describe('without a cfn-lint that is named', () => {
  let env: Readonly<Record<string, string>>;
  beforeEach(() => {
    env = {};
  });

  async function unnamed(tools: () => void): Promise<Performed> {
    workspace = await writeShop({});
    tools();
    env = {
      PATH: `${join(workspace, 'bin')}:/usr/bin:/bin`,
      RUNNER_TOOL_CACHE: join(workspace, 'tools'),
    };
    return perform({ name: 'lint', main, workspace, env });
  }

  test('the one on the PATH is taken', async () => {
    const done = await unnamed(() => script('cfn-lint', ['echo "[]"']));
    expect(done).toMatchObject({ exitCode: 0, errors: [] });
  });

  /** A Python whose virtual environment holds a Python that installs what it is told to, and writes down how. */
  const python = (pip: string): void => {
    script('python3', [
      'mkdir -p "$3/bin"',
      `printf '%s\\n' '#!/bin/sh' '${pip}' > "$3/bin/python"`,
      'chmod +x "$3/bin/python"',
    ]);
  };
  const installs =
    'echo "$@" >> "$RUNNER_TOOL_CACHE/pip"; d="$(dirname "$0")"; printf "#!/bin/sh\\necho []\\n" > "$d/cfn-lint"; chmod +x "$d/cfn-lint"';

  test('the pinned one is installed by its hashes, once', async () => {
    const done = await unnamed(() => {
      python(installs);
    });
    expect(done.errors).toEqual([]);
    const told = () =>
      readFileSync(join(workspace, 'tools', 'pip'), 'utf8')
        .trim()
        .split('\n');
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain('--require-hashes --only-binary :all:');
    expect(told()[0]).toMatch(/-r \S+\/actions\/lint\/requirements\.txt$/);
    await perform({ name: 'lint', main, workspace, env });
    expect(told()).toHaveLength(1);
  });

  test('an installation that was cut off is made anew', async () => {
    await unnamed(() => {
      python('exit 1');
    });
    python(installs);
    const again = await perform({ name: 'lint', main, workspace, env });
    expect(again.errors).toEqual([]);
  });

  test('one that can’t be installed says what pip said', async () => {
    const done = await unnamed(() => {
      python('echo "THESE PACKAGES DO NOT MATCH THE HASHES" >&2; exit 1');
    });
    expect(done.exitCode).toBe(1);
    expect(done.errors[0]).toContain('THESE PACKAGES DO NOT MATCH THE HASHES [CFN_LINT_INSTALL]');
  });

  test('a runner without a tool cache is told so', async () => {
    workspace = await writeShop({});
    const done = await perform({ name: 'lint', main, workspace, env: { PATH: join(workspace, 'bin') } });
    expect(done.errors[0]).toContain('[CFN_LINT_INSTALL]');
  });
});

test('every pinned version has its hashes, and is the one that the repository’s own tests use', () => {
  const root = join(import.meta.dirname, '..', '..');
  const pins = readFileSync(join(root, 'actions/lint/requirements.txt'), 'utf8')
    .replace(/^#.*\n/gm, '')
    .split(/\n(?=\S)/);
  const own = readFileSync(join(root, 'scripts/setup/requirements.txt'), 'utf8').split('\n');
  expect(pins.length).toBeGreaterThan(8);
  for (const pin of pins) {
    expect(pin).toMatch(/--hash=sha256:[0-9a-f]{64}/);
    expect(own).toContain(pin.split(' \\')[0]?.trim());
  }
});
