import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseSources, readSources } from './static/read-workflows.ts';

const { workflows } = parseSources(readSources(join(import.meta.dirname, '..', '..')));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-scripts-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function make(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
}

/** Runs a step's script as the runner would: `bash` named is `bash -eo pipefail`, no shell named is `bash -e`. */
function run(
  file: string,
  name: string,
  env: Readonly<Record<string, string>> = {},
): { readonly status: number | null; readonly output: string; readonly said: string } {
  const step = Object.values(workflows.get(file)?.jobs ?? {})
    .flatMap(({ steps }) => steps)
    .find((one) => one.name === name);
  if (step?.run === undefined) throw new Error(`${file} has no script "${name}"`);
  const output = join(folder, 'github-output');
  writeFileSync(output, '');
  const script = join(folder, 'script.sh');
  writeFileSync(script, step.run);
  const shell = step.shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
  const done = spawnSync('bash', [...shell, script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], GITHUB_OUTPUT: output, ...env },
  });
  return { status: done.status, output: readFileSync(output, 'utf8'), said: done.stdout + done.stderr };
}

describe('the watch finds the systems of params/', () => {
  const find = () => run('pipeline-watch.yml', 'Read which systems there are');

  test('all of them', () => {
    make(
      'params/buy-page/system.yml',
      'params/companycam/system.yml',
      'params/notes/README.md',
      'params/x.json',
    );
    expect(find()).toMatchObject({ status: 0, output: 'systems=["buy-page","companycam"]\n' });
  });

  test('none', () => {
    expect(find()).toMatchObject({ status: 0, output: 'systems=[]\n' });
  });
});

test.each([
  ['success success', 0],
  ['success skipped', 0],
  ['skipped skipped', 0],
  ['success failure', 1],
  ['failure skipped', 1],
  ['success cancelled', 1],
  ['', 1],
])('a pull request whose jobs ended "%s" ends with %i', (results, status) => {
  const name = 'Every job before has succeeded, or had nothing to do';
  expect(run('pipeline-pr.yml', name, { RESULTS: results }).status).toBe(status);
});

test.each([
  ['pass', 0],
  ['stop', 1],
  ['', 1],
])('a report whose verdict is "%s" ends with %i', (verdict, status) => {
  const name = 'The gate stops nothing, and no plan is missing';
  expect(run('pipeline-preview.yml', name, { VERDICT: verdict }).status).toBe(status);
});

describe('a fork names the reports that it left', () => {
  const find = () => run('pipeline-fork-comment.yml', 'Read which systems they are of');
  const report = (system: string) => `fork/slipway-fork-report-${system}/report.json`;

  test('those that can be systems go on', () => {
    make(report('buy-page'), report('companycam'), 'fork/other/report.json');
    expect(find()).toMatchObject({ status: 0, output: 'systems=["buy-page","companycam"]\n' });
  });

  test('none', () => {
    expect(find()).toMatchObject({ status: 0, output: 'systems=[]\n' });
  });

  test.each([
    'a"],"x":["b',
    '$(touch planted)',
    '`touch planted`',
    'a;touch planted',
    'a b',
    'a\nsystems=["evil"]',
    '-n',
    'Ä',
    'a'.repeat(41),
    '..',
  ])('a name that can be none does not: %j', (name) => {
    make(report(name), report('companycam'));
    const found = find();
    expect(found).toMatchObject({ status: 0, output: 'systems=["companycam"]\n', said: '' });
    expect(spawnSync('ls', [join(folder, 'planted')]).status).not.toBe(0);
  });

  test('not more than twenty', () => {
    make(...Array.from({ length: 30 }, (_, index) => report(`system-${index + 10}`)));
    const list = find().output.slice('systems='.length);
    expect(JSON.parse(list)).toHaveLength(20);
  });
});

describe('a build takes what the workflow is given', () => {
  test('the packages of a lock file, without their scripts, and nothing where there is none', () => {
    npm('echo "npm $*"');
    const env = { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` };
    const install = () => run('pipeline-system.yml', 'Install the packages of the lock file', env);
    expect(install()).toMatchObject({ status: 0, said: '' });
    make('package-lock.json');
    expect(install()).toMatchObject({ status: 0, said: 'npm ci --ignore-scripts --no-audit --no-fund\n' });
    npm('exit 3');
    expect(install()).toMatchObject({ status: 3 });
  });

  test('a command of several lines that knows the system and fails where one of them does', () => {
    const build = (command: string) =>
      run('pipeline-system.yml', 'Build', { BUILD_COMMAND: command, SYSTEM: 'companycam' });
    expect(build('echo "one"\necho "$SYSTEM" | tr a-z A-Z')).toMatchObject({
      status: 0,
      said: 'one\nCOMPANYCAM\n',
    });
    expect(build('false\necho on')).toMatchObject({ status: 1, said: '' });
    expect(build('false | cat')).toMatchObject({ status: 1 });
  });

  function npm(script: string): void {
    make('bin/npm');
    writeFileSync(join(folder, 'bin/npm'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'bin/npm'), 0o755);
  }
});

describe('a version is published', () => {
  function git(...args: readonly string[]): string {
    const identity = [
      '-c',
      'user.name=test',
      '-c',
      'user.email=test@example.org',
      '-c',
      'commit.gpgsign=false',
    ];
    const done = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
    return done.stdout.trim();
  }

  beforeEach(() => {
    git('init', '--quiet', '--initial-branch=main');
    git('commit', '--quiet', '--allow-empty', '--message=first');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    make('bin/gh');
    writeFileSync(join(folder, 'bin/gh'), '#!/bin/sh\necho "gh $*"\n');
    chmodSync(join(folder, 'bin/gh'), 0o755);
  });

  const publish = (step: string, tag: string) =>
    run('publish.yml', step, {
      PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
      GITHUB_REF_NAME: tag,
      GITHUB_REPOSITORY: 'owner/slipway',
    });

  test('from main only', () => {
    expect(publish('The tag is on main', 'v1.2.3')).toMatchObject({ status: 0, said: '' });
    git('commit', '--quiet', '--allow-empty', '--message=beside main');
    expect(publish('The tag is on main', 'v1.2.3')).toMatchObject({
      status: 1,
      said: '::error::the tag v1.2.3 is not on main: only what main holds is published\n',
    });
  });

  test('and the major version is made, then moved, to its commit', () => {
    git('tag', '--annotate', '--message=x', 'v1.2.3');
    const commit = git('rev-parse', 'HEAD');
    const move = () => publish('Move it, if this is the newest version', 'v1.2.3').said;
    expect(move()).toBe(
      `gh api --method POST repos/owner/slipway/git/refs -f ref=refs/tags/v1 -f sha=${commit}\n`,
    );
    git('tag', 'v1');
    expect(move()).toBe(
      `gh api --method PATCH repos/owner/slipway/git/refs/tags/v1 -f sha=${commit} -F force=true\n`,
    );
  });

  test('and it stays where a newer version is out', () => {
    for (const tag of ['v1.2.3', 'v1.10.0', 'v1.11.0-rc.1', 'v2.0.0', 'v1']) git('tag', tag);
    expect(publish('Move it, if this is the newest version', 'v1.2.3')).toMatchObject({
      status: 0,
      said: '::notice::v1 stays at v1.10.0, which is newer than v1.2.3\n',
    });
    expect(publish('Move it, if this is the newest version', 'v1.10.0').said).toContain('git/refs/tags/v1 ');
  });
});
