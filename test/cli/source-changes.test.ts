import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gitRepository, type GitRepository } from '../source-changes/git-repository.ts';
import { validator } from '../plan/published-schema.ts';
import { slipway, type Recorded } from './record.ts';

let repo: GitRepository;
let tools: string;
beforeAll(async () => {
  repo = await gitRepository();
  await repo.commit({ 'templates/docs.yml': ['LogBucket: logs', 'LogBucket: other'] });
  tools = await mkdtemp(join(tmpdir(), 'slipway-tools-'));
  // One finding for each template that it is given.
  const script = `#!${process.execPath}
const { readFileSync } = require('node:fs');
const files = process.argv.slice(process.argv.indexOf('--deployment-files') + 1);
const names = files.map((file) => JSON.parse(readFileSync(file, 'utf8'))['template-file-path'].slice(process.cwd().length + 1));
const at = { LineNumber: 2, ColumnNumber: 1 };
process.stdout.write(JSON.stringify([...new Set(names)].map((Filename) => ({ Filename, Level: 'Warning', Message: 'Seen', Location: { Start: at }, Rule: { Id: 'W9999' } }))));
`;
  for (const level of ['Warning', 'Informational']) {
    await mkdir(join(tools, level));
    await writeFile(join(tools, level, 'cfn-lint'), script.replace("'Warning'", `'${level}'`));
    await chmod(join(tools, level, 'cfn-lint'), 0o755);
  }
});
afterAll(async () => {
  await repo[Symbol.asyncDispose]();
  await rm(tools, { recursive: true });
});

const runWith = (level: string, ...argv: readonly string[]): Promise<Recorded> =>
  slipway(repo.root, argv, { env: { SLIPWAY_VENV_PYTHON: join(tools, level, 'python') } });
const run = (...argv: readonly string[]): Promise<Recorded> => runWith('Warning', ...argv);

test('slipway lint tells notes and fails by them only where it is strict', async () => {
  const told = await runWith('Informational', 'lint');
  expect(told).toMatchObject({ exitCode: 0, err: '' });
  expect(told.out).toMatch(/note {5}Seen.*\n\n {1}\d+ notes?\n$/s);
  expect(await runWith('Informational', 'lint', '--strict')).toEqual({ ...told, exitCode: 1 });
});

describe('slipway lint --since', () => {
  test('lints what the change touches, says why, and writes SARIF', async () => {
    const file = join(tools, 'out', 'lint.sarif');
    const { exitCode, out, err } = await run('lint', '--since', 'HEAD^1', '--sarif', file);
    expect(exitCode).toBe(1);
    expect(err).toBe(' docs is touched by templates/docs.yml\n');
    expect(out).toContain('templates/docs.yml');
    expect(out).not.toContain('templates/shop');
    const log = JSON.parse(await readFile(file, 'utf8')) as { runs: { results: { ruleId: string }[] }[] };
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain('W9999');
  });

  test('as JSON names the systems, and nothing else stands on either stream', async () => {
    const { out, err } = await run('lint', '--since', 'HEAD^1', '--json');
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      systems: ['docs'],
      touched: { because: { docs: ['templates/docs.yml'] }, all: null },
    });
  });

  test('that touches nothing looks at nothing, and is fine', async () => {
    expect(await run('lint', '--since', 'HEAD')).toEqual({
      exitCode: 0,
      out: ' lint  the change touches no system: nothing to look at\n',
      err: '',
    });
    expect(JSON.parse((await run('lint', 'shop', '--since', 'HEAD^1', '--json')).out)).toMatchObject({
      systems: [],
      findings: [],
    });
  });

  test('without it lints everything', async () => {
    const { out, err } = await run('lint', '--json');
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({ systems: ['docs', 'shop'] });
  });

  test('of garbage is a mistake of the command line', async () => {
    expect(await run('lint', '--since', 'mian')).toEqual({
      exitCode: 2,
      out: '',
      err: ' "mian" is no commit, branch or tag of this repository  [COMMIT_UNKNOWN]\n   Next: git log --oneline -5\n',
    });
  });
});

describe('slipway plan --static', () => {
  test('shows what the sources would change, and that it is no plan', async () => {
    const { exitCode, out, err } = await run('plan', 'docs', 'dev', '--static', 'HEAD^1');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    expect(out).toMatch(
      / plan {2}docs → dev {3}changes\n {3}Compared with the base \([0-9a-f]{12}\), not with what runs; made from the sources, without credentials\.\n {3}1 change in 1 of 2 stacks\n/,
    );
    expect(out).toContain('logs → other');
  });

  test('as Markdown, HTML and JSON', async () => {
    const markdown = await run('plan', 'docs', '--static', 'HEAD^1', '--format', 'markdown');
    expect(markdown.out).toMatch(
      /^### Slipway · docs · dev, sit and prod change\n\n> Compared with the base/,
    );
    const page = await run('plan', 'docs', '--static', 'HEAD^1', '--format', 'html');
    expect(page.out).toContain('not with what runs');
    expect(page.out).not.toContain('release <code>');
    const json: unknown = JSON.parse((await run('plan', 'docs', '--static', 'HEAD^1', '--json')).out);
    expect(validator('plans')(json)).toEqual([]);
    const { entries } = json as { entries: { plan: { kind: string } }[] };
    expect(entries.map(({ plan }) => plan.kind)).toEqual(['static', 'static', 'static']);
  });

  test('ends as the gate says', async () => {
    await using other = await gitRepository();
    await other.commit({
      'templates/modules/storage.yml': ['    Properties:', '    Properties:\n      BucketName: x'],
    });
    const { exitCode, out } = await slipway(other.root, ['plan', 'docs', 'prod', '--static', 'HEAD^1']);
    expect(exitCode).toBe(3);
    expect(out).toContain('prod would replace a bucket');
    expect(out).not.toContain('--allow');
  });

  test('takes no option of a plan that runs', async () => {
    const { exitCode, err } = await run('plan', 'docs', '--static', 'HEAD^1', '--save-plans', 'x');
    expect(exitCode).toBe(2);
    expect(err).toContain("'--static <commit>' cannot be used with option '--save-plans <folder>'");
  });
});
