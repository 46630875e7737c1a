import type { GitHubEnvironment, RegionPlan, RegionResult } from '../../bootstrap/bootstrap.ts';
import {
  applyBootstrap,
  discardBootstrap,
  planBootstrap,
  type BootstrapOptions,
} from '../../bootstrap/bootstrap-accounts.ts';
import { gitHubEnvironments } from '../../bootstrap/github-environments.ts';
import { planAccounts } from '../../bootstrap/plan-accounts.ts';
import { parseRepository } from '../../bootstrap/repository.ts';
import { parseSettings } from '../../bootstrap/stack-parameters.ts';
import { loadEnvironment, loadEnvironments, loadSystem } from '../../config/load.ts';
import type { EnvironmentDefinition } from '../../config/system.ts';
import { UserError } from '../../errors/slipway-error.ts';
import { bootstrapPlanText, bootstrapText } from '../../report/bootstrap-text.ts';
import { systemClock } from '../../runtime/clock.ts';
import { bootstrapTemplates, everyEnvironment } from '../bootstrap-sources.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { clientsBy } from '../../session/clients-by.ts';
import { identityOf, makeLogger } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import type { CliIo } from '../io.ts';
import { paintFor } from '../paint-for.ts';
import { collect } from './options.ts';

interface BootstrapCommandOptions {
  readonly repository: string;
  readonly repositoryId?: string;
  readonly ownerId?: string;
  readonly existingOidcProvider?: boolean;
  readonly set?: readonly string[];
  readonly yes?: boolean;
}

/** What `--json` prints. */
interface BootstrapOutcome {
  readonly plans: readonly RegionPlan[];
  readonly results: readonly RegionResult[];
  readonly github: readonly GitHubEnvironment[];
}

export const registerBootstrap: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('bootstrap <system> [environments...]')
      .description('make what an account needs once: roles, artifact buckets, the ledger’s bucket')
      .requiredOption('--repository <owner/name>', 'the GitHub repository whose workflows may take the roles')
      .option('--repository-id <number>', 'check the repository’s number, too')
      .option('--owner-id <number>', 'the owner’s number, where the subject of its tokens holds both')
      .option('--existing-oidc-provider', 'the account has an OIDC provider for GitHub Actions already')
      .option(
        '--set <name=value>',
        'IsApiGatewayLogging or EnforceConditionalWrites, true or false (repeatable)',
        collect,
      )
      .option('--yes', 'apply without asking, and say so')
      .addHelpText(
        'after',
        '\nActs as the administrator of each account: the default credentials for environments of one account,\n--profiles for more ({role} is administrator). No environment named: all of the system.\n\nExample:\n  slipway bootstrap companycam dev --repository example/photo-platform',
      ),
  ).action(action<[string, readonly string[]], BootstrapCommandOptions>(io, finish, bootstrap));
};

async function bootstrap(
  invocation: Invocation<BootstrapCommandOptions>,
  name: string,
  names: readonly string[],
): Promise<CommandOutcome> {
  const { io, root, options, talks } = invocation;
  const repository = parseRepository(options);
  const settings = parseSettings(options.set ?? []);
  const system = await loadSystem(root, name);
  const wanted =
    names.length === 0
      ? await loadEnvironments(root, system)
      : await Promise.all([...new Set(names)].map((each) => loadEnvironment(root, system, each)));
  const accounts = planAccounts(wanted, await everyEnvironment(root));
  const identity = identityOf(options, io);
  if (accounts.length > 1 && identity.kind === 'ambient') throw severalAccounts(name, wanted);
  const clients = clientsBy(identity);
  const at: BootstrapOptions = {
    accounts,
    repository,
    settings,
    hasProvider: options.existingOidcProvider === true,
    templates: await bootstrapTemplates(root),
    session: {
      clients: (environment) => clients(environment, 'administrator'),
      clock: systemClock,
      logger: makeLogger(options, io),
      signal: io.signal,
    },
  };
  const paint = paintFor(io);
  const plans: RegionPlan[] = [];
  const results: RegionResult[] = [];
  const hasFailed = (): boolean => results.some(({ outcome }) => outcome.kind === 'failed');
  let round: readonly RegionPlan[];
  do {
    round = await planBootstrap(at);
    if (talks) io.out(`${bootstrapPlanText(round, paint)}\n\n`);
    await requireConsent(round, at, options, io);
    plans.push(...round);
    const told = await applyBootstrap(round, at, ({ account, region, stack }, event) => {
      if (talks && /_(?:COMPLETE|FAILED)$/.test(event.status))
        io.err(` ${account} ${region}  ${stack}  ${event.status.padEnd(15)}  ${event.logicalId}\n`);
    });
    results.push(...told);
  } while (!hasFailed() && round.some(({ handsOverTo }) => handsOverTo.length > 0));
  const github = gitHubEnvironments(system, wanted);
  return {
    exitCode: hasFailed() ? exitCodes.failed : exitCodes.ok,
    result: { plans, results, github } satisfies BootstrapOutcome,
    text: bootstrapText(results, github, paint),
  };
}

/**
 * Asks before anything is applied; without consent the change sets go again.
 * @throws UserError NOT_APPROVED
 */
async function requireConsent(
  plans: readonly RegionPlan[],
  at: BootstrapOptions,
  { yes }: BootstrapCommandOptions,
  io: CliIo,
): Promise<void> {
  if (plans.every(({ change }) => change.kind === 'no-changes')) return;
  if (yes === true) {
    io.err(' bootstrap  applied without asking (--yes)\n');
    return;
  }
  try {
    if (io.ask === null) {
      throw new UserError('NOT_APPROVED', 'the bootstrap needs a yes and nobody can be asked here', {
        next: 'the same command with --yes',
      });
    }
    const answer = await io.ask(' bootstrap  type yes to apply this: ');
    if (answer.trim().toLowerCase() === 'yes') return;
    throw new UserError('NOT_APPROVED', 'this was not approved, and nothing of it was done');
  } catch (error) {
    await discardBootstrap(plans, at);
    throw error;
  }
}

function severalAccounts(system: string, wanted: readonly EnvironmentDefinition[]): UserError {
  const places = wanted.map(({ environment, account }) => `${environment} is account ${account}`);
  return new UserError(
    'BOOTSTRAP_ACCOUNTS',
    `${places.join(', ')}; one set of credentials reaches one account`,
    {
      next: `one environment after the other (slipway bootstrap ${system} ${wanted[0]?.environment ?? 'dev'} …), or --profiles with a profile for each`,
    },
  );
}
