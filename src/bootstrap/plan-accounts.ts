import { environmentNames } from '../config/environment-name.ts';
import type { EnvironmentDefinition } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { AccountBootstrap } from './bootstrap.ts';

/** The name of an environment at GitHub: one a system and environment. */
export function gitHubEnvironmentName({ system, environment }: EnvironmentDefinition): string {
  return `${system}-${environment}`;
}

/**
 * Which accounts and regions need the bootstrap, who may deploy there, and who may read there what has passed.
 *
 * @param wanted the environments that were asked for
 * @param all every environment of every system of the repository: accounts may be shared, and a deployer that is left out
 *   would lose its access
 * @throws UserError BOOTSTRAP_HOME_REGIONS: an account has one home region, where its ledger is
 */
export function planAccounts(
  wanted: readonly EnvironmentDefinition[],
  all: readonly EnvironmentDefinition[],
): readonly AccountBootstrap[] {
  const accounts = [...new Set(wanted.map(({ account }) => account))];
  return accounts.map((account) => {
    const here = all.filter((environment) => environment.account === account);
    const environments = wanted.filter((environment) => environment.account === account);
    const home = homeOf(account, [...environments, ...here]);
    const regions = new Set([home, ...environments.map(({ regions: { edge } }) => edge)]);
    const deployers = new Set([...environments, ...here].map(gitHubEnvironmentName));
    const provers = new Set([...environments, ...here].flatMap((each) => nextOf(each, [...wanted, ...all])));
    return {
      account,
      home,
      regions: [...regions],
      environments,
      deployers: [...deployers].sort(),
      provers: [...provers].sort(),
    };
  });
}

/** The environment that a release of the same system goes to next, by its name at GitHub; none after the last. */
function nextOf(
  { system, environment }: EnvironmentDefinition,
  all: readonly EnvironmentDefinition[],
): readonly string[] {
  const next = environmentNames[environmentNames.indexOf(environment) + 1];
  return all.filter((each) => each.system === system && each.environment === next).map(gitHubEnvironmentName);
}

function homeOf(account: string, environments: readonly EnvironmentDefinition[]): string {
  const files = new Map<string, string>();
  for (const { regions, file } of environments) if (!files.has(regions.home)) files.set(regions.home, file);
  const [first, second] = [...files];
  if (first === undefined) throw new TypeError(`No environment lies in account ${account}.`);
  if (second === undefined) return first[0];
  throw new UserError(
    'BOOTSTRAP_HOME_REGIONS',
    `account ${account} has two home regions, ${first[0]} (${first[1]}) and ${second[0]} (${second[1]}); its ledger and roles are made in one`,
    { next: 'give its environments the same regions.home, or accounts of their own' },
  );
}
