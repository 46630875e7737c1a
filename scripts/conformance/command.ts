import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { awsRefusal } from '../../src/cli/aws-refusal.ts';
import { SlipwayError, UserError } from '../../src/errors/slipway-error.ts';
import type { EnvironmentVariables } from '../../src/runtime/environment-variables.ts';
import { asker, clientsOf, openAccount, type Account } from './account.ts';
import { cleanUp, findLeftovers } from './clean-up.ts';
import { replayDeployment } from './deployment.ts';
import type { Observation } from './observation.ts';
import { renderObservation, renderSummary, reportOf } from './report.ts';
import { play, runName, type Played } from './run.ts';
import { scenarios } from './scenarios/all.ts';
import { namePrefix, type Scenario, type World } from './world.ts';

/** What a run may touch of its surroundings. */
export interface ConformanceIo {
  /** The repository. */
  readonly root: string;
  readonly env: EnvironmentVariables;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Asks a person; `null` where nobody can answer. */
  readonly ask: ((question: string) => Promise<string>) | null;
  readonly signal: AbortSignal;
}

/** 0: the same as on the local AWS; 1: differences, or something was left; 2: a mistake of the input; 130: interrupted. */
export type ConformanceExit = 0 | 1 | 2 | 130;

const usage = `npm run conformance -- --profile <profile> [options]

  --profile <profile>   profile of an account of AWS that holds nothing of worth (needed)
  --region <region>     where (default: the profile's)
  --only <name>         one scenario, repeatable: ${scenarios.map(({ name }) => name).join(', ')}
  --with cloudfront     also what takes about 20 minutes: a distribution
  --system <name>       instead of scenarios: dev of this system through the pipeline, twice, and away again
  --yes                 do not ask for the account's number
  --clean-up            only remove what earlier runs have left
  --out <file>          the report as JSON (default: out/conformance/<run>.json)
`;

interface Options {
  readonly profile: string;
  readonly region: string | undefined;
  readonly chosen: readonly Scenario[];
  readonly yes: boolean;
  readonly system: string | undefined;
  readonly cleanUpOnly: boolean;
  readonly out: string | undefined;
}

/** Runs the command; prints its own errors. */
export async function runConformance(args: readonly string[], io: ConformanceIo): Promise<ConformanceExit> {
  try {
    if (args.includes('--help')) {
      io.out(usage);
      return 0;
    }
    return await conformance(parse(args), io);
  } catch (thrown) {
    if (io.signal.aborted) return 130;
    const error = awsRefusal(thrown) ?? thrown;
    if (!(error instanceof SlipwayError)) throw error;
    io.err(` ${error.message}  [${error.code}]\n`);
    if (error.next !== undefined) io.err(`   Next: ${error.next}\n`);
    return 2;
  }
}

function parse(args: readonly string[]): Options {
  const { values } = parsed(args);
  if (values.profile === undefined || values.profile === '') {
    throw new UserError('CONFORMANCE_PROFILE', '--profile is not given, and no account is taken by itself', {
      next: 'npm run conformance -- --profile <profile>',
    });
  }
  const names = scenarios.map(({ name }) => name);
  for (const name of values.only ?? []) {
    if (names.includes(name)) continue;
    throw new UserError('CONFORMANCE_SCENARIO', `--only ${name} is none of ${names.join(', ')}`);
  }
  for (const extra of values.with ?? []) {
    if (extra === 'cloudfront') continue;
    throw new UserError('CONFORMANCE_SCENARIO', `--with ${extra} is not cloudfront`);
  }
  const chosen = scenarios.filter(({ name, onlyWith }) =>
    values.only === undefined
      ? onlyWith === undefined || values.with?.includes(onlyWith) === true
      : values.only.includes(name),
  );
  return {
    profile: values.profile,
    region: values.region,
    chosen,
    system: values.system,
    yes: values.yes ?? false,
    cleanUpOnly: values['clean-up'] ?? false,
    out: values.out,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        profile: { type: 'string' },
        region: { type: 'string' },
        only: { type: 'string', multiple: true },
        with: { type: 'string', multiple: true },
        system: { type: 'string' },
        yes: { type: 'boolean' },
        'clean-up': { type: 'boolean' },
        out: { type: 'string' },
      },
    });
  } catch (cause) {
    throw new UserError('CONFORMANCE_OPTION', cause instanceof Error ? cause.message : String(cause), {
      next: 'npm run conformance -- --help',
      cause,
    });
  }
}

async function conformance(options: Options, io: ConformanceIo): Promise<ConformanceExit> {
  const opened = await openAccount({ ...options, root: io.root, env: io.env });
  const world = worldOf(opened, io);
  const before = await findLeftovers(world);
  const run = runName();
  describe(opened, options, before.stacks.length + before.buckets.length, run, io);
  await confirm(opened, options, io);

  const kept = before.stacks.length + before.buckets.length > 0 ? await cleanUp(world, namePrefix) : [];
  if (options.cleanUpOnly) {
    const found = before.stacks.length + before.buckets.length;
    const removed = found === 0 ? 'nothing was left' : 'removed';
    io.out(` ${kept.length === 0 ? removed : `removed, but for ${kept.join(', ')}`}\n`);
    return kept.length === 0 ? 0 : 1;
  }
  const played =
    options.system === undefined
      ? await playAll(world, options.chosen, run, io)
      : await deploySystem(options.system, opened, options, io);
  const { observations } = played;
  const left = [...kept, ...played.left];
  io.out(`\n${renderSummary(observations)}\n`);
  for (const what of left)
    io.err(` left   ${what}; next: npm run conformance -- --profile ${options.profile} --clean-up\n`);
  const file = options.out ?? join(io.root, 'out/conformance', `${run}.json`);
  await mkdir(dirname(file), { recursive: true });
  const report = reportOf(
    { region: opened.region, run, at: new Date(world.now()).toISOString() },
    observations,
  );
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  io.out(` report  ${relative(process.cwd(), file)}\n`);
  if (io.signal.aborted) return 130;
  return left.length === 0 && observations.every(({ outcome }) => outcome === 'same') ? 0 : 1;
}

interface Outcome {
  readonly observations: readonly Observation[];
  readonly left: readonly string[];
}

async function playAll(
  world: World,
  chosen: readonly Scenario[],
  run: string,
  io: ConformanceIo,
): Promise<Outcome> {
  const played: Played[] = [];
  for (const scenario of chosen) {
    if (io.signal.aborted) break;
    io.out(`\n ${scenario.title}\n`);
    const one = await play(world, scenario, run);
    for (const observation of one.observations) io.out(`${renderObservation(observation)}\n`);
    played.push(one);
  }
  return {
    observations: played.flatMap((one) => one.observations),
    left: played.flatMap((one) => one.left),
  };
}

async function deploySystem(
  system: string,
  { account, credentials }: Account,
  { profile }: Options,
  io: ConformanceIo,
): Promise<Outcome> {
  const observations = await replayDeployment({
    root: io.root,
    system,
    account,
    profile,
    env: io.env,
    clientsIn: (region) => clientsOf(credentials, region, io.env['AWS_ENDPOINT_URL']),
    say: (line) => {
      io.err(` ${line}\n`);
    },
    signal: io.signal,
  });
  for (const observation of observations) io.out(`${renderObservation(observation)}\n`);
  return { observations, left: [] };
}

function worldOf({ account, region, clients }: Account, io: ConformanceIo): World {
  const endpoint = io.env['AWS_ENDPOINT_URL'];
  const isLocal = endpoint !== undefined && ['127.0.0.1', 'localhost'].includes(new URL(endpoint).hostname);
  return {
    isLocal,
    account,
    region,
    clients,
    as: (keys) => clientsOf(keys, region, endpoint),
    ask: asker(io.env),
    pace: isLocal ? { every: 50, within: 30_000 } : { every: 3000, within: 1_200_000 },
    sleep: (ms) => wait(ms),
    now: () => Date.now(),
    signal: io.signal,
  };
}

/** Says what is going to happen before anything does. */
function describe(
  { account, region, caller }: Account,
  { chosen, system, cleanUpOnly }: Options,
  leftovers: number,
  run: string,
  io: ConformanceIo,
): void {
  io.err(` account  ${account}, ${region}, as ${caller}\n`);
  if (leftovers > 0) io.err(` removes  ${leftovers} stacks and buckets of earlier runs (${namePrefix}…)\n`);
  if (cleanUpOnly) return;
  if (system !== undefined) {
    io.err(` makes    dev of ${system} as its own names say, and tears it down at the end\n`);
    io.err(` needs    the account bootstrapped: slipway bootstrap ${system} dev --repository …\n`);
    io.err(` costs    what docs/systems/${system}.md says, for the hour or so that it stands\n`);
    return;
  }
  io.err(` makes    what begins with ${run}, and removes it at the end:\n`);
  for (const { title, creates } of chosen) io.err(`          ${title}: ${creates.join('; ')}\n`);
  const minutes = chosen.reduce((sum, one) => sum + one.minutes, 0);
  io.err(
    ` costs    less than 0.05 USD at list prices (requests and minutes of storage), and about ${minutes} minutes\n`,
  );
}

/** @throws UserError CONFORMANCE_NOT_CONFIRMED */
async function confirm({ account }: Account, { yes }: Options, io: ConformanceIo): Promise<void> {
  if (yes) return;
  if (io.ask === null) {
    throw new UserError('CONFORMANCE_NOT_CONFIRMED', 'nobody can be asked here whether that may be made', {
      next: 'the same command with --yes',
    });
  }
  const answer = await io.ask(` confirm  type the account's number to go on: `);
  if (answer.trim() === account) return;
  throw new UserError('CONFORMANCE_NOT_CONFIRMED', 'the account was not confirmed; nothing was made');
}
