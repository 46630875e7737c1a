import { guardAccount } from '../../aws/account-guard.ts';
import { loadEnvironment, loadSystem } from '../../config/load.ts';
import { stackInstances } from '../../config/stack-instances.ts';
import type { EnvironmentDefinition, SystemDefinition } from '../../config/system.ts';
import { environmentLedger } from '../../deployment/environment-ledger.ts';
import { UserError } from '../../errors/slipway-error.ts';
import { tearDownPlanText } from '../../report/tear-down-text.ts';
import { secretsOf } from '../../secrets/find-secret.ts';
import { clientsBy } from '../../session/clients-by.ts';
import { planTearDown } from '../../tear-down/plan-tear-down.ts';
import { tearDown as carryOut } from '../../tear-down/tear-down.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { identityOf, makeSession } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import type { CliIo } from '../io.ts';

interface TearDownCommandOptions {
  readonly dryRun?: boolean;
  readonly confirm?: string;
  readonly evenProd?: string;
}

export const registerTearDown: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('tear-down <system> <environment>')
      .description(
        'delete an environment: its stacks in reverse order, its buckets emptied before (never those of prod)',
      )
      .option('--dry-run', 'say what would go and what would stay, and do nothing')
      .option('--confirm <name>', 'agree without being asked, by the name <system>-<environment>')
      .option('--even-prod <name>', 'prod is refused without this, <system>-prod, beside the confirmation')
      .addHelpText(
        'after',
        '\nActs as the administrator of the account: the default credentials, or --profiles ({role} is administrator). Stacks go\nwith the role that they were made with. What a deletion policy keeps stays, and so do the ledger, the artifacts and\nsecrets that people made. Killed or failed, it goes on when it is run again.\n\nExample:\n  slipway tear-down companycam dev --dry-run',
      ),
  ).action(action<[string, string], TearDownCommandOptions>(io, finish, tearDown));
};

async function tearDown(
  { io, root, options, talks }: Invocation<TearDownCommandOptions>,
  systemName: string,
  environmentName: string,
): Promise<CommandOutcome> {
  const system = await loadSystem(root, systemName);
  const environment = await loadEnvironment(root, system, environmentName);
  const name = `${system.system}-${environment.environment}`;
  if (options.dryRun !== true) refuseProd(environment, options.evenProd, name);
  const clients = clientsBy(identityOf(options, io))(environment, 'administrator');
  const caller = await guardAccount(await clients.sts(environment.regions.home), environment);
  const subject = {
    system: system.system,
    environment: environment.environment,
    account: environment.account,
    instances: stackInstances(system, environment),
  };
  const plan = await planTearDown({ ...subject, clients });
  const left = leftBehind(system, environment);
  const text = tearDownPlanText(plan, left);
  if (options.dryRun === true || plan.stacks.length === 0)
    return { exitCode: exitCodes.ok, result: { plan, left, done: null }, text };
  if (talks) io.out(`${text}\n\n`);
  await requireName(name, options.confirm, io);
  const session = await makeSession(options, io, root);
  const { clock, logger, signal, runner, commit } = session;
  const ledger = await environmentLedger(environment, clients, session);
  const done = await carryOut({
    subject,
    clients,
    plan,
    ledger,
    runner,
    by: session.by ?? caller.arn,
    commit,
    clock,
    logger,
    signal,
  });
  return {
    exitCode: exitCodes.ok,
    result: { plan, left, done },
    text: ` torn down  ${name}: ${done.stacks.length} stacks`,
  };
}

/** @throws UserError TEAR_DOWN_PROD unless it is named once more */
function refuseProd(environment: EnvironmentDefinition, word: string | undefined, name: string): void {
  if (environment.environment !== 'prod') {
    if (word === undefined) return;
    throw new UserError('TEAR_DOWN_PROD', `--even-prod is for prod, and this is ${environment.environment}`, {
      next: `slipway tear-down ${environment.system} ${environment.environment}`,
    });
  }
  if (word === name) return;
  throw new UserError('TEAR_DOWN_PROD', `${name} is prod, which is not torn down without a word for it`, {
    next: `slipway tear-down ${environment.system} prod --dry-run, and --even-prod ${name} if it has to be`,
  });
}

/** @throws UserError NOT_APPROVED */
async function requireName(name: string, given: string | undefined, io: CliIo): Promise<void> {
  if (given === undefined && io.ask === null) {
    throw new UserError(
      'NOT_APPROVED',
      `a tear-down is agreed to by the name ${name}, and nobody can be asked here`,
      {
        next: `the same command with --confirm ${name}`,
      },
    );
  }
  const answer = given ?? (await io.ask?.(` tear-down  type ${name} to delete all this: `)) ?? '';
  if (answer.trim() !== name)
    throw new UserError('NOT_APPROVED', `"${answer.trim()}" is not ${name}; nothing was changed`);
}

/** What no stack holds, and a person may want to delete, too. */
function leftBehind(system: SystemDefinition, environment: EnvironmentDefinition): readonly string[] {
  const byHand = secretsOf(system, environment).filter(({ definition }) => definition.madeBy === 'person');
  return [
    'the ledger and the artifacts of the account',
    ...byHand.map(({ id, region }) => `the secret ${id} (${region})`),
  ];
}
