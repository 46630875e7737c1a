import { UserError } from '../errors/slipway-error.ts';
import { parseTemplate } from '../template/parse-template.ts';
import type { AccountBootstrap, BootstrapTemplate } from './bootstrap.ts';
import { subjectPrefix, withDeployedNumbers, type Repository } from './repository.ts';

/** Parameters of the bootstrap that a person may set; the others follow from the parameter files. */
export const settableParameters = ['IsApiGatewayLogging', 'EnforceConditionalWrites'] as const;
export type SettableParameter = (typeof settableParameters)[number];
export type Settings = Readonly<Partial<Record<SettableParameter, 'true' | 'false'>>>;

/**
 * Reads `Name=value` as given by `--set`.
 * @throws UserError BOOTSTRAP_PARAMETER
 */
export function parseSettings(given: readonly string[]): Settings {
  const settings: Partial<Record<SettableParameter, 'true' | 'false'>> = {};
  for (const each of given) {
    const [name = '', value = ''] = each.split('=', 2);
    const parameter = settableParameters.find((known) => known === name);
    if (parameter === undefined || (value !== 'true' && value !== 'false')) {
      throw new UserError(
        'BOOTSTRAP_PARAMETER',
        `--set ${each} is not ${settableParameters.map((known) => `${known}=true|false`).join(' or ')}`,
      );
    }
    settings[parameter] = value;
  }
  return settings;
}

export interface ParameterOptions {
  readonly account: AccountBootstrap;
  readonly region: string;
  readonly repository: Repository;
  readonly settings: Settings;
  /** The account has GitHub's OIDC provider and it is not the bootstrap's own; there can be only one. */
  readonly hasProvider: boolean;
  /** The parameters of the region's stacks as they stand, all together; `null` where there is none. */
  readonly deployed: Readonly<Record<string, string>> | null;
}

/**
 * The parameters of all of the bootstrap's stacks in one region. What a stack that stands already has stays where nothing else
 * is asked for: the settings, the numbers of the repository, a ledger, and above all who owns the OIDC provider. A provider that
 * the stack itself made would be deleted if it were handed in as one that was there before.
 */
export function stackParameters(options: ParameterOptions): Readonly<Record<string, string>> {
  const { account, region, settings, deployed } = options;
  const repository = withDeployedNumbers(options.repository, deployed ?? {});
  const subject = subjectPrefix(repository);
  const provider = `arn:aws:iam::${account.account}:oidc-provider/token.actions.githubusercontent.com`;
  const kept = settableParameters.flatMap((name): [string, string][] => {
    const value = settings[name] ?? deployed?.[name];
    return value === undefined ? [] : [[name, value]];
  });
  const subjects = (names: readonly string[]): string =>
    names.map((name) => `${subject}:environment:${name}`).join(',');
  return {
    IsHomeRegion: String(region === account.home),
    RepositorySubject: subject,
    RepositoryId: repository.repositoryId ?? '',
    DeploySubjects: subjects(account.deployers),
    ProofSubjects: subjects(account.provers),
    ResourceNames: account.names.join(','),
    IsLedgerRegion: String(deployed?.['IsLedgerRegion'] === 'true' || account.ledgers.includes(region)),
    GitHubOidcProviderArn: deployed?.['GitHubOidcProviderArn'] ?? (options.hasProvider ? provider : ''),
    ...Object.fromEntries(kept),
  };
}

/**
 * Those that one template takes.
 * @throws UserError as `parseTemplate`
 */
export function takenBy(
  { text, file }: Pick<BootstrapTemplate, 'text' | 'file'>,
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const taken = parseTemplate(text, file).body.Parameters ?? {};
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => name in taken));
}
