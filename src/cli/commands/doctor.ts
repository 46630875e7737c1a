import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { planAccounts } from '../../bootstrap/plan-accounts.ts';
import { parseRepository } from '../../bootstrap/repository.ts';
import { loadEnvironment, loadEnvironments, loadSystem } from '../../config/load.ts';
import { diagnose } from '../../doctor/diagnose.ts';
import type { RepositoryReader } from '../../doctor/repository-reader.ts';
import { UserError } from '../../errors/slipway-error.ts';
import { environmentProtection } from '../../github/api/environment-protection.ts';
import { openGitHub } from '../../github/api/open-github.ts';
import { doctorText } from '../../report/doctor-text.ts';
import { systemClock } from '../../runtime/clock.ts';
import { clientsBy } from '../../session/clients-by.ts';
import { parseSmokeProfile } from '../../smoke/parse-profile.ts';
import { bootstrapTemplates, everyEnvironment } from '../bootstrap-sources.ts';
import {
  action,
  withOutputOptions,
  type CommandOutcome,
  type Invocation,
  type Register,
} from '../command.ts';
import { identityOf, makeLogger } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { paintFor } from '../paint-for.ts';

interface DoctorOptions {
  readonly repository: string;
  readonly repositoryId?: string;
  readonly ownerId?: string;
  readonly githubTokenFile?: string;
}

export const registerDoctor: Register = (program, io, finish) => {
  withOutputOptions(
    program
      .command('doctor <system> [environments...]')
      .description('look at the accounts and the repository, and say what is missing and how to mend it')
      .requiredOption('--repository <owner/name>', 'the GitHub repository whose workflows take the roles')
      .option('--repository-id <number>', 'the number that the roles should check')
      .option('--owner-id <number>', 'the owner’s number, where the subject of its tokens holds both')
      .option(
        '--github-token-file <file>',
        'a token that may read the repository’s settings (or GITHUB_TOKEN)',
      )
      .addHelpText(
        'after',
        '\nChanges nothing. Reads as the administrator of each account, or with other credentials that may read:\nthe default credentials, or --profiles for several accounts ({role} is administrator). Exit code 1 where\nanything is wrong, or could not be read.\n\nExample:\n  slipway doctor companycam dev --repository example/photo-platform',
      ),
  ).action(action<[string, readonly string[]], DoctorOptions>(io, finish, doctor));
};

async function doctor(
  invocation: Invocation<DoctorOptions>,
  name: string,
  names: readonly string[],
): Promise<CommandOutcome> {
  const { io, root, options } = invocation;
  const repository = parseRepository(options);
  const system = await loadSystem(root, name);
  const environments =
    names.length === 0
      ? await loadEnvironments(root, system)
      : await Promise.all([...new Set(names)].map((each) => loadEnvironment(root, system, each)));
  const clients = clientsBy(identityOf(options, io));
  const { smoke } = system;
  const diagnosis = await diagnose({
    system,
    environments,
    accounts: planAccounts(environments, await everyEnvironment(root)),
    repository,
    reader: await repositoryReader(invocation),
    smoke:
      smoke === null ? null : parseSmokeProfile(await readFile(resolve(root, smoke), 'utf8'), smoke).content,
    templates: await bootstrapTemplates(root),
    clients: (environment) => clients(environment, 'administrator'),
    readSource: (file) => readFile(resolve(root, file), 'utf8'),
    clock: systemClock,
  });
  return {
    exitCode: diagnosis.isHealthy ? exitCodes.ok : exitCodes.failed,
    result: diagnosis,
    text: doctorText(diagnosis, paintFor(io)),
  };
}

/** `null` without a token: then nothing of the repository is known. */
async function repositoryReader({
  io,
  options,
}: Invocation<DoctorOptions>): Promise<RepositoryReader | null> {
  const token = await gitHubToken(options, io);
  if (token === null) return null;
  const api = openGitHub({
    token,
    apiUrl: io.env['GITHUB_API_URL'] ?? 'https://api.github.com',
    repository: options.repository,
    clock: systemClock,
    logger: makeLogger(options, io),
    signal: io.signal,
  });
  return {
    getRepository: () => api.getRepository(),
    getWorkflowPermissions: () => api.getWorkflowPermissions(),
    getSubjectForm: () => api.getSubjectForm(),
    getBranch: (branch) => api.getBranch(branch),
    listBranchRules: (branch) => api.listBranchRules(branch),
    environmentProtection: (environment) => environmentProtection(api, environment),
  };
}

/** From a file, or from where `gh` and workflows have it; never from the command line, which others can read. */
async function gitHubToken(
  { githubTokenFile: file }: DoctorOptions,
  io: Invocation<DoctorOptions>['io'],
): Promise<string | null> {
  const token =
    file === undefined
      ? (io.env['GITHUB_TOKEN'] ?? io.env['GH_TOKEN'] ?? '')
      : await readFile(resolve(io.cwd, file), 'utf8').catch((cause: unknown) => {
          throw new UserError('GITHUB_TOKEN_FILE', `--github-token-file ${file} can't be read`, { cause });
        });
  return token.trim() === '' ? null : token.trim();
}
