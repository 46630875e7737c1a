import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { listSystems, loadEnvironments, loadSystem } from '../../config/load.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { makeLogger } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { venvPython } from '../python.ts';

interface LocalOptions {
  readonly port?: number;
}

export const registerLocal: Register = (program, io, finish) => {
  const local = program
    .command('local')
    .description('a local AWS with an account for each environment, to try things on (local/README.md)');
  const verbs: readonly [
    string,
    string,
    (invocation: Invocation<LocalOptions>) => Promise<CommandOutcome>,
  ][] = [
    ['start', 'start it in the background and say how to reach it', start],
    ['stop', 'stop it, also after a crash', stop],
    ['status', 'say whether it runs, and where', status],
    ['reset', 'forget everything and start anew where it ran', reset],
  ];
  for (const [verb, description, run] of verbs) {
    const command: Command = local.command(verb).description(description);
    if (verb === 'start' || verb === 'reset') {
      command.option('--port <port>', 'the loopback port (default: any free one)', portNumber);
    }
    withOutputOptions(command).action(action<[], LocalOptions>(io, finish, run));
  }
};

function stateDir({ root }: Invocation<LocalOptions>): string {
  return join(root, '.local', 'aws');
}

/** The accounts that the repository's environments name. */
async function accountsOf(root: string): Promise<readonly string[]> {
  const accounts = new Set<string>();
  for (const name of await listSystems(root)) {
    for (const { account } of await loadEnvironments(root, await loadSystem(root, name)))
      accounts.add(account);
  }
  return [...accounts].sort();
}

async function optionsOf(invocation: Invocation<LocalOptions>) {
  const { io, root, options } = invocation;
  return {
    stateDir: stateDir(invocation),
    accounts: await accountsOf(root),
    python: venvPython(root, io),
    port: options.port,
    logger: makeLogger(options, io),
  };
}

async function start(invocation: Invocation<LocalOptions>): Promise<CommandOutcome> {
  const { startDetached } = await import('../../../local/local-aws.ts');
  const running = await startDetached(await optionsOf(invocation));
  return described(running);
}

async function reset(invocation: Invocation<LocalOptions>): Promise<CommandOutcome> {
  const { resetDetached } = await import('../../../local/local-aws.ts');
  const running = await resetDetached(await optionsOf(invocation));
  return running === undefined
    ? { exitCode: exitCodes.ok, result: null, text: ' local  nothing ran; it is empty' }
    : described(running);
}

async function stop(invocation: Invocation<LocalOptions>): Promise<CommandOutcome> {
  const { stopDetached } = await import('../../../local/local-aws.ts');
  const stopped = await stopDetached(stateDir(invocation));
  return {
    exitCode: exitCodes.ok,
    result: { stopped },
    text: stopped ? ' local  stopped' : ' local  nothing ran',
  };
}

async function status(invocation: Invocation<LocalOptions>): Promise<CommandOutcome> {
  const { statusOf } = await import('../../../local/local-aws.ts');
  const found = await statusOf(stateDir(invocation));
  if (found.kind === 'running') return described(found.handle);
  const text =
    found.kind === 'killed' ? ' local  was killed; the next start or stop cleans up' : ' local  stopped';
  return { exitCode: exitCodes.ok, result: { kind: found.kind }, text };
}

/** How to point a shell at it; the same for the AWS command line and for every SDK. */
function described(local: {
  readonly endpoint: string;
  readonly proxyUrl: string;
  readonly caCertificate: { readonly path: string };
  readonly accounts: readonly string[];
}): CommandOutcome {
  const settings = {
    AWS_ENDPOINT_URL: local.endpoint,
    HTTPS_PROXY: local.proxyUrl,
    HTTP_PROXY: local.proxyUrl,
    NO_PROXY: '127.0.0.1,localhost',
    NODE_EXTRA_CA_CERTS: local.caCertificate.path,
  };
  const lines = Object.entries(settings).map(([name, value]) => `export ${name}=${value}`);
  return {
    exitCode: exitCodes.ok,
    result: { settings, accounts: local.accounts },
    text: [
      ` local  up, with the accounts ${local.accounts.join(', ')}; an account's id is its root key, with any secret`,
      ...lines,
    ].join('\n'),
  };
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError(`"${text}" is not a port (1 to 65535).`);
  }
  return port;
}
