/**
 * `npm run demo`: the life of one system from a pull request to prod and back, on a local AWS of three accounts.
 *   --yes    approves prod without asking
 *   --keep   stays up afterwards until Ctrl-C, so that the addresses can be opened
 *   --out    the folder for reports, work copy and the local AWS (default: out/rehearsal); two folders, two rehearsals at once
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { startLocalAws, type LocalAws } from '../../local/local-aws.ts';
import { environmentNames } from '../../src/config/environment-name.ts';
import { loadEnvironment, loadSystem } from '../../src/config/load.ts';
import { SlipwayError } from '../../src/errors/slipway-error.ts';
import { playActs } from './acts/acts.ts';
import { profilePattern, writeProfiles } from './identity.ts';
import { prepareAccounts } from './prepare-accounts.ts';
import { Rehearsal } from './rehearsal.ts';
import { addressesOf, writeReports } from './reports.ts';
import { makeWorkCopy } from './work-copy.ts';

const root = join(import.meta.dirname, '..', '..');
const python = process.env['SLIPWAY_VENV_PYTHON'] ?? join(root, '.venv', 'bin', 'python');
const print = (text: string): void => void process.stdout.write(text);

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupt.abort(new Error(`received ${signal}`));
  });
}

interface DemoOptions {
  readonly yes: boolean;
  readonly keep: boolean;
  readonly out: string;
}

async function demo(options: DemoOptions): Promise<boolean> {
  const out = resolve(options.out);
  const work = join(out, 'work');
  const started = performance.now();
  const startedAt = new Date();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  await mkdir(out, { recursive: true });
  await makeWorkCopy(root, work);
  const system = await loadSystem(work, 'companycam');
  const environments = await Promise.all(environmentNames.map((name) => loadEnvironment(work, system, name)));

  const local = await startLocalAws({
    stateDir: join(out, 'local'),
    accounts: environments.map((environment) => environment.account),
    python,
    logger: {
      info: (line) => {
        print(` local   ${line}\n`);
      },
      warn: (line) => {
        print(` local   ${line}\n`);
      },
      debug: () => undefined,
    },
  });
  try {
    // the SDK's own setting: every client of this process speaks to the local AWS
    process.env['AWS_ENDPOINT_URL'] = local.endpoint;
    process.env['AWS_REGION'] = 'eu-west-1';
    print(` local   three accounts behind ${local.endpoint} (${seconds()})\n`);
    await prepareAccounts(local, root, environments);
    const bootstrapped = new Date();
    print(
      ` local   bootstrap deployed in each account and region; no root key is used from here on (${seconds()})\n`,
    );

    process.env['AWS_CONFIG_FILE'] = await writeProfiles(local, join(out, 'identity'), environments);
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = '/dev/null';
    const rehearsal = new Rehearsal({
      folder: work,
      env: {
        PATH: process.env['PATH'],
        SLIPWAY_VENV_PYTHON: python,
        SLIPWAY_PROFILES: profilePattern,
        HTTPS_PROXY: local.proxyUrl,
        HTTP_PROXY: local.proxyUrl,
        NODE_EXTRA_CA_CERTS: local.caCertificate.path,
        GITHUB_ACTOR: 'ada',
      },
      print,
      isTerminal: process.stdout.isTTY && process.env['CI'] === undefined,
      width: process.stdout.isTTY ? process.stdout.columns : 110,
      ask: options.yes || !process.stdin.isTTY ? null : question,
      signal: interrupt.signal,
    });
    const approvesItself = options.yes || !process.stdin.isTTY;
    const rootCalls = (): Promise<readonly string[]> =>
      rootCallsSince(join(out, 'local', 'front.log'), bootstrapped);
    await playActs(rehearsal, { root, work, local, environments, rootCalls, approvesItself });
    print('\n');
    const board = await rehearsal.show(['status', 'companycam']);
    const addresses = addressesOf(local, rehearsal.steps);
    const files = await writeReports({
      out,
      ok: rehearsal.ok,
      steps: rehearsal.steps,
      addresses,
      board: stripVTControlCharacters(board),
      placeholders: await placeholdersOf(local),
      startedAt,
      took: performance.now() - started,
    });
    print('\n');
    for (const { name, url } of addresses) print(` site    ${name.padEnd(6)} ${url}\n`);
    print(` report  ${relative(process.cwd(), files.html)}   ${relative(process.cwd(), files.json)}\n`);
    print(` ${rehearsal.ok ? 'all went as it should' : 'NOT all went as it should'} in ${seconds()}\n`);
    if (options.keep && !interrupt.signal.aborted) {
      print(' it stays up until Ctrl-C\n');
      await new Promise<void>((resolve) => {
        interrupt.signal.addEventListener('abort', () => {
          resolve();
        });
      });
    }
    return rehearsal.ok;
  } finally {
    await local.stop();
  }
}

/** What the local AWS could not hold and put an inert resource in for. */
async function placeholdersOf(local: LocalAws): Promise<unknown> {
  return (await fetch(`${local.endpoint}/_slipway/placeholders`)).json();
}

/** Requests that an account's root key signed, from the log of the local AWS: each line begins with its time. */
async function rootCallsSince(log: string, since: Date): Promise<readonly string[]> {
  const lines = (await readFile(log, 'utf8')).split('\n');
  return lines.filter((line) => line.endsWith(' by the root key') && line.slice(0, 24) > since.toISOString());
}

async function question(text: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await prompt.question(text, { signal: interrupt.signal });
  } finally {
    prompt.close();
  }
}

const { values } = parseArgs({
  options: {
    yes: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    out: { type: 'string', default: join(root, 'out', 'rehearsal') },
  },
});
try {
  process.exitCode = (await demo(values)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof SlipwayError)) throw error;
  process.stderr.write(
    ` ${error.message}  [${error.code}]\n${error.next === undefined ? '' : `   Next: ${error.next}\n`}`,
  );
  process.exitCode = 1;
}
