import type { AwsClients } from '../aws/apis.ts';
import type { AccountBootstrap, BootstrapTemplate } from '../bootstrap/bootstrap.ts';
import { gitHubEnvironments } from '../bootstrap/github-environments.ts';
import type { Repository } from '../bootstrap/repository.ts';
import type { EnvironmentDefinition, SystemDefinition } from '../config/system.ts';
import type { Clock } from '../runtime/clock.ts';
import type { ProfileContent } from '../smoke/profile.ts';
import { checkAccount } from './check-account.ts';
import { checkRepository } from './check-repository.ts';
import type { Check, CheckState } from './check.ts';
import type { RepositoryReader } from './repository-reader.ts';
import { systemStacks } from './system-stacks.ts';

export interface DiagnoseOptions {
  readonly system: SystemDefinition;
  /** Those that were asked for. */
  readonly environments: readonly EnvironmentDefinition[];
  /** Their accounts, by `planAccounts`. */
  readonly accounts: readonly AccountBootstrap[];
  readonly repository: Repository;
  /** `null`: there is no token to read the repository with. */
  readonly reader: RepositoryReader | null;
  readonly smoke: ProfileContent | null;
  /** The bootstrap's templates as this version has them, in the order of `bootstrapStacks`. */
  readonly templates: readonly BootstrapTemplate[];
  /** Credentials that may read: the account's administrator, or somebody with read rights. */
  readonly clients: (environment: EnvironmentDefinition) => AwsClients;
  /** The text of a file of the repository; rejects with code `ENOENT` where there is none. */
  readonly readSource: (file: string) => Promise<string>;
  readonly clock: Clock;
}

export interface Diagnosis {
  readonly system: string;
  readonly repository: string;
  /** Nothing is wrong, and nothing could not be read. */
  readonly isHealthy: boolean;
  readonly counts: Readonly<Record<CheckState, number>>;
  readonly checks: readonly Check[];
}

/**
 * Looks at the accounts of a system's environments and at its repository, and changes nothing. What can't be read is told
 * as such and never counts as good.
 * @throws UserError as `parseTemplate` for the bootstrap's templates, CONFIG_CYCLE for stacks that wait for each other
 */
export async function diagnose(options: DiagnoseOptions): Promise<Diagnosis> {
  const { system, environments, accounts, repository, reader } = options;
  const name = `${repository.owner}/${repository.name}`;
  const readings = await Promise.all(
    accounts.map(async (account) => {
      const names = account.environments.map(({ environment }) => environment).join(' ');
      const bootstrap = `slipway bootstrap ${system.system} ${names} --repository ${name}`;
      const stacks = await systemStacks({ ...options, environments: account.environments });
      return checkAccount({ ...options, account, bootstrap, systemFile: system.file, stacks });
    }),
  );
  const gitHub = await checkRepository({
    repository,
    reader,
    environments: gitHubEnvironments(system, environments),
    trusts: readings.flatMap(({ trust }) => (trust === null ? [] : [trust])),
  });
  const checks = [...readings.flatMap((reading) => reading.checks), ...gitHub];
  const count = (state: CheckState): number => checks.filter((check) => check.state === state).length;
  const counts = {
    ok: count('ok'),
    wrong: count('wrong'),
    warning: count('warning'),
    unknown: count('unknown'),
  };
  return {
    system: system.system,
    repository: name,
    isHealthy: counts.wrong === 0 && counts.unknown === 0,
    counts,
    checks,
  };
}
