import { environmentNames } from '../config/environment-name.ts';
import type { EnvironmentDefinition } from '../config/system.ts';
import type { AccountBootstrap } from './bootstrap.ts';

/** An environment with what the names of its system's resources begin with beside the system's own name. */
export type NamedEnvironment = EnvironmentDefinition & { readonly names?: readonly string[] };

/** The name of an environment at GitHub: one a system and environment. */
export function gitHubEnvironmentName({ system, environment }: EnvironmentDefinition): string {
  return `${system}-${environment}`;
}

/**
 * Which accounts and regions need the bootstrap, who may deploy there and under which names, and who may read there what
 * has passed. What an account's home region is where its environments have several is for `withDeployedHome` to find out.
 *
 * @param wanted the environments that were asked for
 * @param all every environment of every system of the repository: accounts may be shared, and a deployer that is left out
 *   would lose its access
 */
export function planAccounts(
  wanted: readonly EnvironmentDefinition[],
  all: readonly NamedEnvironment[],
): readonly AccountBootstrap[] {
  const accounts = [...new Set(wanted.map(({ account }) => account))];
  return accounts.map((account) => {
    const environments = wanted.filter((environment) => environment.account === account);
    const here: readonly NamedEnvironment[] = [
      ...environments,
      ...all.filter((environment) => environment.account === account),
    ];
    const [first] = environments;
    if (first === undefined) throw new TypeError(`No environment lies in account ${account}.`);
    const { home } = first.regions;
    return {
      account,
      home,
      ledgers: sorted(here.map(({ regions }) => regions.home)),
      regions: [...new Set([home, ...environments.flatMap(({ regions }) => [regions.home, regions.edge])])],
      environments,
      deployers: sorted(here.map(gitHubEnvironmentName)),
      provers: sorted(here.flatMap((each) => nextOf(each, [...wanted, ...all]))),
      names: sorted(here.flatMap(({ system, names = [] }) => [system, ...names])),
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

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
