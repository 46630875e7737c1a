import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environmentNames } from '../../config/environment-name.ts';
import { parseAnswers, type GivenAnswers } from '../../init/answers.ts';
import { initFiles, planInit, type InitPlan } from '../../init/plan-init.ts';
import { readSkeleton } from '../../init/read-skeleton.ts';
import { existingFiles, writeFiles } from '../../init/write-init.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import type { CliIo } from '../io.ts';
import { collect } from './options.ts';

interface InitOptions {
  readonly description?: string;
  readonly region?: string;
  readonly account?: readonly string[];
  readonly slipway?: string;
  readonly workflows: boolean;
}

/** The folder of Slipway itself. */
const home = join(import.meta.dirname, '..', '..', '..');

export const registerInit: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('init [system]')
      .description('begin a new system: parameter files, a minimal template, the workflows')
      .option('--description <text>', 'one line for people')
      .option('--region <region>', 'the home region, such as eu-west-1')
      .option(
        '--account <environment=digits>',
        'the account of an environment, or the digits alone for all (repeatable)',
        collect,
      )
      .option('--slipway <owner/repository@ref>', 'where the reusable workflows come from')
      .option('--no-workflows', 'write no workflows')
      .addHelpText(
        'after',
        '\nAsks in a terminal for what is not given. Overwrites nothing.\n\nExample:\n  slipway init orders --region eu-west-1 --account dev=111111111111 --account sit=222222222222 \\\n    --account prod=333333333333 --slipway example/slipway@v1',
      ),
  ).action(action<[string | undefined], InitOptions>(io, finish, init, ({ root }) => root ?? io.cwd));
};

async function init(
  { io, root, options }: Invocation<InitOptions>,
  name: string | undefined,
): Promise<CommandOutcome> {
  const answers = parseAnswers(await askForMissing(name, options, io));
  const files = initFiles(answers, await readSkeleton(home));
  const plan = planInit(files, existingFiles(root, files));
  await writeFiles(root, plan.write);
  return { exitCode: exitCodes.ok, result: plan, text: text(answers.system, plan) };
}

/** What is not given by an option is asked for where a person can answer. */
async function askForMissing(
  name: string | undefined,
  options: InitOptions,
  { ask }: CliIo,
): Promise<GivenAnswers> {
  const answer = async (given: string | undefined, question: string, fallback = ''): Promise<string> => {
    if (given !== undefined || ask === null) return given ?? fallback;
    const typed = (await ask(` ${question}${fallback === '' ? '' : ` (${fallback})`}: `)).trim();
    return typed === '' ? fallback : typed;
  };
  const system = await answer(name, 'name of the system');
  const description = await answer(options.description, 'what it is, in one line', system);
  const region = await answer(options.region, 'home region, such as eu-west-1');
  const accounts = [...(options.account ?? [])];
  const hasAll = accounts.some((each) => !each.includes('='));
  for (const environment of environmentNames) {
    if (ask === null || hasAll || accounts.some((each) => each.startsWith(`${environment}=`))) continue;
    accounts.push(`${environment}=${await answer(undefined, `account of ${environment}, 12 digits`)}`);
  }
  const question = 'where the workflows come from, owner/repository@ref';
  const slipway = options.workflows ? await answer(options.slipway, question, await ownAddress()) : null;
  return { system, description, region, accounts, slipway };
}

/** Where this copy of Slipway was cloned from, as GitHub names it; empty where that is not known. */
async function ownAddress(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', home, 'remote', 'get-url', 'origin']);
    const repository = /github\.com[/:](?<name>[\w-]+\/[\w.-]+?)(?:\.git)?$/.exec(stdout.trim())?.groups?.[
      'name'
    ];
    return repository === undefined ? '' : `${repository}@v1`;
  } catch {
    return '';
  }
}

function text(system: string, plan: InitPlan): string {
  return [
    ...plan.write.map(({ file }) => ` wrote   ${file}`),
    ...plan.kept.map(
      (file) =>
        ` kept    ${file}   (was there already${file === '.gitignore' ? '; out/ belongs in it' : ''})`,
    ),
    '',
    ' Next:',
    '   slipway lint',
    `   slipway bootstrap ${system} dev --repository <owner/name>`,
    '   docs/adopt.md has the ten steps to the first promotion',
  ].join('\n');
}
