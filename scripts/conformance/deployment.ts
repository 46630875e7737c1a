import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentNames } from '../../src/config/environment-name.ts';
import { loadEnvironment, loadSystem } from '../../src/config/load.ts';
import { isAddress } from '../../src/config/parse-system.ts';
import { stackInstances } from '../../src/config/stack-instances.ts';
import type { SiteDefinition } from '../../src/config/system.ts';
import { UserError } from '../../src/errors/slipway-error.ts';
import type { EnvironmentVariables } from '../../src/runtime/environment-variables.ts';
import { neutralizer } from './neutral.ts';
import { Notebook, type Observation } from './observation.ts';
import type { Clients } from './world.ts';

export interface DeploymentWanted {
  /** The repository. */
  readonly root: string;
  readonly system: string;
  readonly account: string;
  readonly profile: string;
  readonly env: EnvironmentVariables;
  /** Clients of the account in a region. */
  readonly clientsIn: (region: string) => Clients;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

/** A copy of a system whose dev is bound to the account; the folder is removed by `end`. */
interface Bound {
  readonly folder: string;
  /** Names of dev's stacks, by region. */
  readonly stacks: readonly { readonly name: string; readonly region: string }[];
  end(): Promise<void>;
}

/**
 * Takes dev of a system through the pipeline in that account, with the same commands as anybody: released, deployed, deployed
 * again, torn down. The account has to be bootstrapped, and nothing of that environment may be there.
 * @throws UserError CONFORMANCE_SITE, CONFORMANCE_DEPLOYED, CONFIG_…
 */
export async function replayDeployment(wanted: DeploymentWanted): Promise<readonly Observation[]> {
  const { system, account, signal } = wanted;
  const bound = await bind(wanted);
  const notes = new Notebook(`deployment of ${system}`, neutralizer(account, bound.folder), false);
  const slipway = (...args: readonly string[]) => runSlipway(wanted, bound.folder, args);
  try {
    const there = await present(wanted, bound);
    if (there.length > 0) {
      throw new UserError(
        'CONFORMANCE_DEPLOYED',
        `${there.join(', ')} stand in ${account} already; a system that is at work there is not touched`,
        {
          next: `another account or system; where a killed run has left them: write ${account} into params/${system}/dev.yml, then slipway tear-down ${system} dev --profiles ${wanted.profile}`,
        },
      );
    }
    try {
      const released = await slipway('release', system);
      notes.see(
        ['architecture/1'],
        'the release is built',
        'built',
        released.exitCode === 0 ? 'built' : released.errors,
      );
      for (const [what, outcome] of [
        ['the first deployment', 'succeeded'],
        ['the second deployment', 'no-changes'],
      ] as const) {
        signal.throwIfAborted();
        const ran = await slipway('deploy', system, 'dev', '--yes');
        const seen = (ran.result as { outcome?: string } | null)?.outcome ?? ran.errors;
        notes.see(['architecture/5'], what, outcome, seen);
      }
    } finally {
      const ran = await slipway('tear-down', system, 'dev', '--confirm', `${system}-dev`);
      const left = await present(wanted, bound);
      // after an interruption nobody sees the observation
      if (left.length > 0) wanted.say(`left  ${left.join(', ')}`);
      notes.see(['architecture/6'], 'dev is torn down and leaves no stack', [0, []], [ran.exitCode, left]);
    }
  } finally {
    await bound.end();
  }
  return notes.observations;
}

async function bind({ root, system, account }: DeploymentWanted): Promise<Bound> {
  const definition = await loadSystem(root, system);
  const build = definition.site === null ? undefined : filesOf(definition.site);
  if (build !== undefined && !existsSync(join(root, build))) {
    throw new UserError('CONFORMANCE_SITE', `${build}, the build of ${system}'s site, is not there`, {
      next: `npm run build:${system}`,
    });
  }
  const base = await mkdtemp(join(tmpdir(), 'slipway-conformance-'));
  const folder = join(base, 'copy');
  await mkdir(folder);
  for (const name of ['templates', 'lambda', `params/${system}`, ...(build === undefined ? [] : [build])])
    if (existsSync(join(root, name))) await cp(join(root, name), join(folder, name), { recursive: true });
  await bindEnvironments(join(folder, 'params', system), account);
  const dev = await loadEnvironment(folder, await loadSystem(folder, system), 'dev');
  return {
    folder,
    stacks: stackInstances(definition, dev).map(({ stackName, region }) => ({ name: stackName, region })),
    end: () => rm(base, { recursive: true, force: true }),
  };
}

/** What of a site's build has to lie in the repository: nothing where it is read from an address. */
function filesOf({ build }: SiteDefinition): string | undefined {
  if (typeof build === 'string') return build;
  return isAddress(build.artifact) ? undefined : build.artifact;
}

/** A release is copied to every environment's account, so all three become this one, with dev's regions and values. */
async function bindEnvironments(folder: string, account: string): Promise<void> {
  const dev = await readFile(join(folder, 'dev.yml'), 'utf8');
  for (const name of environmentNames) {
    const text = dev.replace(/^account: .*$/m, `account: '${account}'`);
    const own = text.replaceAll(/^( +Environment:) dev$/gm, `$1 ${name}`);
    await writeFile(join(folder, `${name}.yml`), own);
  }
}

/** Which of dev's stacks are there. */
async function present({ clientsIn }: DeploymentWanted, { stacks }: Bound): Promise<readonly string[]> {
  const found = await Promise.all(
    stacks.map(async ({ name, region }) => {
      try {
        const { Stacks } = await clientsIn(region).cloudFormation.describeStacks({ StackName: name });
        return (Stacks?.length ?? 0) > 0 ? [name] : [];
      } catch (error) {
        if (error instanceof Error && error.message.includes('does not exist')) return [];
        throw error;
      }
    }),
  );
  return found.flat();
}

interface Ran {
  readonly exitCode: number | null;
  readonly result: unknown;
  readonly errors: string;
}

function runSlipway(
  { root, profile, env, say }: DeploymentWanted,
  folder: string,
  args: readonly string[],
): Promise<Ran> {
  say(`slipway ${args.join(' ')}`);
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(root, 'src/cli/slipway.ts'), ...args, '--json', '--profiles', profile],
      { cwd: folder, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const texts = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.err += text));
    child.on('error', reject);
    child.on('close', (exitCode) => {
      let result: unknown = null;
      try {
        result = JSON.parse(texts.out);
      } catch {
        // The command stopped before it had a result.
      }
      resolve({ exitCode, result, errors: texts.err.trim().split('\n').slice(-4).join(' ') });
    });
  });
}
