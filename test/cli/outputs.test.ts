import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { repository, type Repository } from '../bad-input/repository.ts';
import { FakeClock } from '../fakes/cloudformation/stacks/fake-clock.ts';
import { FakeS3 } from '../fakes/s3/fake-s3.ts';
import { draft } from '../ledger/ledger-fixture.ts';
import { startAws, type AwsServer } from './aws-server.ts';

const outputs = {
  'shop-dev-edge': { LogBucket: 'logs.s3.amazonaws.com' },
  'shop-dev-app': {
    Bucket: 'shop-bucket',
    SiteUrl: 'https://shop.example/?a=1&b=2',
    Greeting: 'it\'s $(whoami) `id` "$HOME"',
    Lines: 'one\nshop-Injected=two',
    Empty: '',
  },
};

interface Deployed extends AsyncDisposable {
  readonly repo: Repository;
  readonly aws: AwsServer;
  readonly release: string;
}

/** A repository whose release runs in dev (or not yet), and the AWS that says so. */
async function deployed(runs = true): Promise<Deployed> {
  const repo = await repository();
  const { out } = await repo.run('release', 'shop', '--no-upload', '--json');
  const { release } = JSON.parse(out) as { release: string };
  const artifacts = 'slipway-artifacts-111111111111-eu-west-1';
  const ledgerBucket = 'slipway-ledger-111111111111-eu-west-1';
  const s3 = new FakeS3({ buckets: { [artifacts]: {}, [ledgerBucket]: {} } });
  const folder = join(repo.root, 'out', 'releases');
  for (const name of await readdir(folder))
    if (/^[0-9a-f]{64}$/.test(name)) s3.plant(artifacts, name, await readFile(join(folder, name)));
  const ledger = openLedger({
    s3,
    bucket: ledgerBucket,
    system: 'shop',
    environment: 'dev',
    clock: new FakeClock(),
    logger: silentLogger,
  });
  if (runs) await ledger.append({ holder: 'test', record: { ...draft('one'), release } });
  const aws = await startAws({ s3, stacks: outputs });
  return {
    repo,
    aws,
    release,
    [Symbol.asyncDispose]: async () => {
      await aws[Symbol.asyncDispose]();
      await repo[Symbol.asyncDispose]();
    },
  };
}

describe('outputs', () => {
  test('as JSON are what the stacks give, and nothing else stands on either stream', async () => {
    await using at = await deployed();
    const wanted = { edge: outputs['shop-dev-edge'], app: outputs['shop-dev-app'] };
    for (const options of [['--json'], ['--format', 'json'], ['--format', 'env', '--json']]) {
      const { exitCode, out, err } = await at.repo.run('outputs', 'shop', 'dev', ...options);
      expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
      expect(JSON.parse(out)).toEqual(wanted);
    }
  });

  test('for a shell keep their values to the letter, whatever stands in them', async () => {
    await using at = await deployed();
    const { exitCode, out } = await at.repo.run('outputs', 'shop', 'dev');
    expect(exitCode).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'EDGE_LOG_BUCKET=logs.s3.amazonaws.com',
      'APP_BUCKET=shop-bucket',
    ]);
    const file = join(at.repo.root, 'outputs.env');
    await writeFile(file, out);
    const names = ['APP_SITE_URL', 'APP_GREETING', 'APP_LINES', 'APP_EMPTY'];
    const script = `set -eu; . "$0"; printf '%s\\0' ${names.map((name) => `"$${name}"`).join(' ')}`;
    const read = execFileSync('/bin/sh', ['-c', script, file], { encoding: 'utf8' });
    const { SiteUrl, Greeting, Lines, Empty } = outputs['shop-dev-app'];
    expect(read.split('\0')).toEqual([SiteUrl, Greeting, Lines, Empty, '']);
  });

  test('for GitHub are one output each; a value of two lines makes no second one', async () => {
    await using at = await deployed();
    const { out } = await at.repo.run('outputs', 'shop', 'dev', '--format', 'github');
    expect(githubOutputs(out)).toEqual({
      'edge-LogBucket': 'logs.s3.amazonaws.com',
      'app-Bucket': 'shop-bucket',
      'app-SiteUrl': 'https://shop.example/?a=1&b=2',
      'app-Greeting': outputs['shop-dev-app'].Greeting,
      'app-Lines': outputs['shop-dev-app'].Lines,
      'app-Empty': '',
    });
  });

  test('of an environment that runs nothing say so', async () => {
    await using at = await deployed(false);
    expect(await at.repo.run('outputs', 'shop', 'dev')).toEqual({
      exitCode: 2,
      out: '',
      err: ' shop dev runs nothing yet  [NOTHING_DEPLOYED]\n   Next: slipway deploy shop dev\n',
    });
  });
});

describe('--json', () => {
  test('of status prints the board of every environment, with what stands in the way', async () => {
    await using at = await deployed();
    const { exitCode, out, err } = await at.repo.run('status', '--json');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const { shop } = JSON.parse(out) as {
      shop: { environment: string; head: object | null; problem: string | null }[];
    };
    expect(shop).toEqual([
      expect.objectContaining({
        environment: 'dev',
        problem: null,
        head: expect.objectContaining({ release: at.release, state: 'green' }),
      }),
      expect.objectContaining({
        environment: 'sit',
        head: null,
        problem: expect.stringContaining('222222222222'),
      }),
      expect.objectContaining({
        environment: 'prod',
        head: null,
        problem: expect.stringContaining('333333333333'),
      }),
    ]);
  });

  test('and --out write the same; progress stays on the second stream', async () => {
    await using repo = await repository();
    const { exitCode, out, err } = await repo.run(
      ...['release', 'shop', '--no-upload', '--json', '--out', join(repo.root, 'out/result.json')],
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(await readFile(join(repo.root, 'out/result.json'), 'utf8')));
    expect(err).not.toContain('{');
  });

  test('of a command that fails prints nothing on the first stream', async () => {
    await using repo = await repository();
    expect(await repo.run('plan', 'shopp', '--json')).toMatchObject({ exitCode: 2, out: '' });
  });
});

/** Reads a `$GITHUB_OUTPUT` file as the runner does: `name=value`, or `name<<delimiter`, lines, `delimiter`. */
function githubOutputs(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const lines = text.replace(/\n$/, '').split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name = '', delimiter] = /^([^=]+?)<<(.+)$/.exec(line) ?? [];
    if (delimiter === undefined) {
      const at = line.indexOf('=');
      found[line.slice(0, at)] = line.slice(at + 1);
      continue;
    }
    const end = lines.indexOf(delimiter);
    found[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n');
  }
  return found;
}
