import * as v from 'valibot';
import { environmentNames, type EnvironmentName } from '../config/environment-name.ts';
import { parseEnvironmentName } from '../config/parse-environment.ts';
import { environmentSchema, systemSchema } from '../config/schemas.ts';
import { UserError, UserErrors } from '../errors/slipway-error.ts';

/** What a new system is made of. */
export interface InitAnswers {
  readonly system: string;
  /** One line for people. */
  readonly description: string;
  /** The home region of all three environments; a file can be changed afterwards. */
  readonly region: string;
  /** 12 digits each; one account may serve several environments. */
  readonly accounts: Readonly<Record<EnvironmentName, string>>;
  /** Where the reusable workflows come from, as `owner/repository@ref`; `null`: no workflows are written. */
  readonly slipway: string | null;
}

/** The same as a person gives it: by options, or answering questions; empty where nothing was given. */
export interface GivenAnswers {
  readonly system: string;
  readonly description: string;
  readonly region: string;
  /** `dev=111111111111`, or the digits alone for every environment that has none of its own. */
  readonly accounts: readonly string[];
  readonly slipway: string | null;
}

/**
 * Checks the answers, all of them, against the schemas that the files will be read with.
 * @throws UserErrors INIT_ANSWERS, naming each wrong one
 */
export function parseAnswers(given: GivenAnswers): InitAnswers {
  const errors: UserError[] = [];
  const check = (what: string, schema: v.GenericSchema, value: string): void => {
    if (value === '') {
      errors.push(wrong(`${what} is not given`));
      return;
    }
    const result = v.safeParse(schema, value);
    if (!result.success) errors.push(wrong(`${what} "${value}": ${result.issues[0].message}`));
  };
  check('the system’s name', systemSchema.entries.system, given.system);
  check('--region', environmentSchema.entries.regions.entries.home, given.region);
  if (/[\r\n]/.test(given.description)) errors.push(wrong('--description must be one line'));
  const accounts = readAccounts(given.accounts, errors);
  for (const [environment, account] of Object.entries(accounts)) {
    check(`the account of ${environment}`, environmentSchema.entries.account, account);
  }
  const missing = environmentNames.filter((name) => accounts[name] === undefined);
  if (missing.length > 0)
    errors.push(
      wrong(`no account is given for ${missing.join(', ')}`, '--account dev=<12 digits>, and so on'),
    );
  if (given.slipway === '') errors.push(wrong('--slipway (or --no-workflows) is not given'));
  else if (
    given.slipway !== null &&
    !/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+@[A-Za-z0-9._/-]+$/.test(given.slipway)
  ) {
    errors.push(wrong(`--slipway "${given.slipway}" is not of the form owner/repository@ref`));
  }
  if (errors.length > 0)
    throw new UserErrors(
      'INIT_ANSWERS',
      errors.length === 1 ? 'nothing was written' : `${errors.length} answers are wrong; nothing was written`,
      errors,
    );
  return { ...given, accounts: accounts as Record<EnvironmentName, string> };
}

function readAccounts(
  given: readonly string[],
  errors: UserError[],
): Readonly<Partial<Record<EnvironmentName, string>>> {
  const accounts: Partial<Record<EnvironmentName, string>> = {};
  let others: string | undefined;
  for (const each of given) {
    const [name, account] = each.split('=', 2);
    if (account === undefined) {
      others = each;
      continue;
    }
    try {
      accounts[parseEnvironmentName(name ?? '')] = account;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(wrong(`--account ${each}: ${error.message}`));
    }
  }
  if (others !== undefined) for (const name of environmentNames) accounts[name] ??= others;
  return accounts;
}

function wrong(message: string, next?: string): UserError {
  return new UserError('INIT_ANSWERS', message, { next });
}
