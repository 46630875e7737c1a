import { access, mkdtemp, readFile, readdir, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { slipway } from '../cli/record.ts';

const given = [
  ...['--region', 'eu-west-1', '--slipway', 'example/slipway@v1'],
  ...['--account', 'dev=111111111111', '--account', 'sit=222222222222', '--account', 'prod=333333333333'],
];
const env = { SLIPWAY_VENV_PYTHON: join(import.meta.dirname, '..', '..', '.venv', 'bin', 'python') };

// cfn-lint takes some seconds to start.
jest.setTimeout(60_000);

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'slipway-init-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe('a new system in an empty folder', () => {
  test('its first lint is clean, and a second system joins it', async () => {
    expect(await slipway(root, ['init', 'orders', ...given])).toMatchObject({ exitCode: 0 });
    expect(await slipway(root, ['lint'], { env })).toMatchObject({ exitCode: 0 });
    const workflow = join(root, '.github/workflows/deploy.yml');
    await writeFile(workflow, '# ours by now\n');

    const second = await slipway(root, ['init', 'invoices', ...given]);

    expect(second.out).toContain('kept    .github/workflows/deploy.yml   (was there already)');
    expect(await readFile(workflow, 'utf8')).toBe('# ours by now\n');
    expect(await slipway(root, ['lint'], { env })).toMatchObject({ exitCode: 0 });
  });

  test('each environment has its account, and all have the same keys', async () => {
    await slipway(root, ['init', 'orders', ...given]);
    expect(await readFile(join(root, 'params/orders/sit.yml'), 'utf8')).toContain("account: '222222222222'");
    expect(await readFile(join(root, 'params/orders/prod.yml'), 'utf8')).toContain('Environment: prod');
  });

  test('its workflows call the reusable ones by their repository, and nothing is left to fill in', async () => {
    await slipway(root, ['init', 'orders', ...given]);
    const files = await filesIn(root);
    expect(files.filter((file) => file.startsWith('.github/'))).toEqual(
      ['cleanup', 'deploy', 'fork-comment', 'pr', 'rollback', 'watch'].map(
        (name) => `.github/workflows/${name}.yml`,
      ),
    );
    for (const file of files) {
      const text = await readFile(join(root, file), 'utf8');
      expect(`${file}: ${text}`).not.toMatch(/__[a-z]+__|\$\/\.github|vite/);
      if (file.startsWith('.github/'))
        expect(text).toMatch(/uses: example\/slipway\/\.github\/workflows\/pipeline-[\w-]+\.yml@v1/);
    }
  });

  test('without workflows where none are wanted', async () => {
    await slipway(root, [
      'init',
      'orders',
      ...given.slice(0, 2),
      '--account',
      '111111111111',
      '--no-workflows',
    ]);
    expect((await filesIn(root)).filter((file) => file.startsWith('.github/'))).toEqual([]);
  });

  test('a description can hold whatever a person types', async () => {
    const description = 'Orders: "all" of #them {x} & more';
    await slipway(root, ['init', 'orders', '--description', description, ...given]);
    expect(await slipway(root, ['lint'], { env })).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(root, 'params/orders/system.yml'), 'utf8')).toContain(
      `description: ${JSON.stringify(description)}`,
    );
  });

  test('in a terminal it asks for what is not given, and offers the name as description', async () => {
    const asked: string[] = [];
    const answers = [
      'orders',
      '',
      'eu-west-1',
      '111111111111',
      '111111111111',
      '222222222222',
      'example/slipway@v1',
    ];
    const { exitCode } = await slipway(root, ['init'], {
      ask: (question) => {
        asked.push(question.trim());
        return Promise.resolve(answers.shift() ?? '');
      },
    });
    expect(exitCode).toBe(0);
    expect(asked.slice(0, 4)).toEqual([
      'name of the system:',
      'what it is, in one line (orders):',
      'home region, such as eu-west-1:',
      'account of dev, 12 digits:',
    ]);
    expect(await readFile(join(root, 'params/orders/prod.yml'), 'utf8')).toContain("account: '222222222222'");
  });
});

describe('a mistake writes nothing', () => {
  test('wrong answers are all told, with value and form', async () => {
    const { exitCode, err } = await slipway(root, [
      ...['init', 'Orders!', '--region', 'europe', '--slipway', 'here'],
      ...['--account', 'dev=12', '--account', 'production=333333333333'],
    ]);
    expect(exitCode).toBe(2);
    expect(err).toContain('the system’s name "Orders!": it must be lower-case letters');
    expect(err).toContain('--region "europe": it must be a region such as eu-west-1');
    expect(err).toContain('the account of dev "12": it must be the 12 digits');
    expect(err).toContain('There is no environment production; the environments are dev, sit, prod');
    expect(err).toContain('no account is given for sit, prod');
    expect(err).toContain('--slipway "here" is not of the form owner/repository@ref');
    expect(await filesIn(root)).toEqual([]);
  });

  test('where nobody can be asked, all that is missing is told at once', async () => {
    const { exitCode, err } = await slipway(root, ['init', 'orders', '--no-workflows']);
    expect(exitCode).toBe(2);
    expect(err).toContain('--region is not given');
    expect(err).toContain('no account is given for dev, sit, prod');
    expect(err).toContain('2 answers are wrong; nothing was written');
    expect(await filesIn(root)).toEqual([]);
  });

  test('a system that is there is not overwritten', async () => {
    await mkdir(join(root, 'params/orders'), { recursive: true });
    await writeFile(join(root, 'params/orders/dev.yml'), 'mine\n');
    const { exitCode, err } = await slipway(root, ['init', 'orders', ...given]);
    expect(exitCode).toBe(2);
    expect(err).toContain('params/orders/dev.yml is there already; nothing was written');
    expect(await filesIn(root)).toEqual(['params/orders/dev.yml']);
  });

  test('a file that can’t be written takes those before it back', async () => {
    // where the folder of the templates should be, a file stands
    await writeFile(join(root, 'templates'), '');
    const { exitCode } = await slipway(root, ['init', 'orders', ...given]);
    expect(exitCode).not.toBe(0);
    expect(await filesIn(root)).toEqual(['templates']);
    await expect(access(join(root, 'params/orders/system.yml'))).rejects.toThrow();
  });
});
