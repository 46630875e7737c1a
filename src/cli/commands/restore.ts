import { guardAccount } from '../../aws/account-guard.ts';
import { loadEnvironment, loadSystem } from '../../config/load.ts';
import { stackInstances } from '../../config/stack-instances.ts';
import { currentOutputs } from '../../deployment/current-outputs.ts';
import { UserError } from '../../errors/slipway-error.ts';
import { listVersions } from '../../restore/list-versions.ts';
import { parseMoment } from '../../restore/moment.ts';
import { planRestore, type RestorePlan } from '../../restore/plan-restore.ts';
import { restore as carryOut } from '../../restore/restore.ts';
import { systemClock } from '../../runtime/clock.ts';
import { clientsBy } from '../../session/clients-by.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { identityOf } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import type { CliIo } from '../io.ts';

interface RestoreOptions {
  readonly asOf: string;
  readonly key?: string;
  readonly prefix?: string;
  readonly removeNewer?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

export const registerRestore: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('restore <system> <environment> <bucket>')
      .description('bring a key, or all below a prefix, back to a moment, from the versions of a bucket')
      .requiredOption(
        '--as-of <moment>',
        'a time with its zone (2026-11-20T09:30:00Z), or how long ago (90m, 6h, 2d)',
      )
      .option('--key <key>', 'this key alone')
      .option('--prefix <prefix>', 'all keys that begin so; an empty text for the whole bucket')
      .option('--remove-newer', 'also delete keys that were not there then; their versions stay')
      .option('--dry-run', 'say what would be done, and do nothing')
      .option('--yes', 'restore without asking, and say so')
      .addHelpText(
        'after',
        '\n<bucket> is the output that names it. Acts as the administrator of the account: the default credentials, or --profiles\n({role} is administrator). No version is lost: what is there now stays below what is restored.\n\nExample:\n  slipway restore leadshop dev app.AssetBucketName --prefix leads/ --as-of 2h',
      ),
  ).action(action<[string, string, string], RestoreOptions>(io, finish, restore));
};

async function restore(
  { io, root, options, talks }: Invocation<RestoreOptions>,
  systemName: string,
  environmentName: string,
  reference: string,
): Promise<CommandOutcome> {
  const wanted = wantedKeys(options);
  const moment = parseMoment(options.asOf, systemClock.now());
  const system = await loadSystem(root, systemName);
  const environment = await loadEnvironment(root, system, environmentName);
  const instances = stackInstances(system, environment);
  const [stackName = '', outputName = ''] = reference.split('.');
  const instance = instances.find(({ name }) => name === stackName);
  const clients = clientsBy(identityOf(options, io))(environment, 'administrator');
  await guardAccount(await clients.sts(environment.regions.home), environment);
  const bucket = (await currentOutputs(instances, clients))[stackName]?.[outputName];
  if (instance === undefined || bucket === undefined) {
    throw new UserError(
      'RESTORE_BUCKET',
      `${reference} is no output of ${systemName} ${environment.environment}; a bucket is named as stack.Output`,
      { next: `slipway outputs ${systemName} ${environment.environment} --format json` },
    );
  }

  const s3 = await clients.s3(instance.region);
  const plan = planRestore(await listVersions(s3, bucket, wanted), moment, {
    removeNewer: options.removeNewer === true,
  });
  const asOf = new Date(moment).toISOString();
  const told = { bucket, asOf, plan };
  const summary = planText(bucket, asOf, plan);
  if (options.dryRun === true || plan.restorations.length === 0)
    return { exitCode: exitCodes.ok, result: { ...told, restored: null }, text: summary };
  if (talks) io.out(`${summary}\n\n`);
  await requireYes(options, io);
  const restored = await carryOut(s3, bucket, plan.restorations, { signal: io.signal });
  return {
    exitCode: restored.failed.length === 0 ? exitCodes.ok : exitCodes.failed,
    result: { ...told, restored },
    text: [
      ` restored  ${restored.copied} copied, ${restored.deleted} deleted, ${restored.failed.length} failed`,
      ...restored.failed.map(({ key, reason }) => `   ${key}  ${reason}`),
      ...(restored.failed.length === 0 ? [] : ['   Next: the same command again']),
    ].join('\n'),
  };
}

/** @throws UserError RESTORE_WHAT: exactly one of --key and --prefix */
function wantedKeys({ key, prefix }: RestoreOptions): { readonly key: string } | { readonly prefix: string } {
  if (key !== undefined && key !== '' && prefix === undefined) return { key };
  if (key === undefined && prefix !== undefined) return { prefix };
  throw new UserError(
    'RESTORE_WHAT',
    "what to restore is said by one of --key and --prefix; --prefix '' means the whole bucket",
  );
}

const shown = 20;

function planText(bucket: string, asOf: string, { restorations, unchanged, newer }: RestorePlan): string {
  const rows = restorations
    .slice(0, shown)
    .map((each) =>
      each.kind === 'copy'
        ? `   copy    ${each.key}  of ${new Date(each.at).toISOString()}`
        : `   delete  ${each.key}`,
    );
  return [
    ` restore  ${bucket} as of ${asOf}: ${restorations.length} to restore, ${unchanged} as they were, ${newer.length} newer and left alone`,
    ...rows,
    ...(restorations.length > shown ? [`   and ${restorations.length - shown} more (--json names all)`] : []),
  ].join('\n');
}

/** @throws UserError NOT_APPROVED */
async function requireYes({ yes }: RestoreOptions, io: CliIo): Promise<void> {
  if (yes === true) {
    io.err(' restore  done without asking (--yes)\n');
    return;
  }
  if (io.ask === null) {
    throw new UserError('NOT_APPROVED', 'the restoration needs a yes and nobody can be asked here', {
      next: 'the same command with --yes',
    });
  }
  const answer = await io.ask(' restore  type yes to do this: ');
  if (answer.trim().toLowerCase() !== 'yes')
    throw new UserError('NOT_APPROVED', 'the restoration was not approved; nothing was changed');
}
