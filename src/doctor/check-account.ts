import type { AwsClients } from '../aws/apis.ts';
import type { AccountBootstrap } from '../bootstrap/bootstrap.ts';
import { withDeployedHome } from '../bootstrap/deployed-home.ts';
import type { Repository } from '../bootstrap/repository.ts';
import { stackParameters } from '../bootstrap/stack-parameters.ts';
import type { EnvironmentDefinition } from '../config/system.ts';
import type { Clock } from '../runtime/clock.ts';
import type { ProfileContent } from '../smoke/profile.ts';
import { checkBucket } from './check-buckets.ts';
import { checkCertificates } from './check-certificates.ts';
import { checkConcurrency } from './check-concurrency.ts';
import { checkLimits } from './check-limits.ts';
import { checkProvider } from './check-provider.ts';
import { checkCredentials, checkRegion } from './check-regions.ts';
import { checkRoles } from './check-roles.ts';
import { checkSecret, smokeSecrets } from './check-secrets.ts';
import { checkParameters, checkStack, type StackReading } from './check-stack.ts';
import type { DeployedTrust } from './check-subjects.ts';
import { unknown, warning, type Check } from './check.ts';
import { accountSubject, type AccountPlace, type ReadPlace } from './place.ts';
import { reasonOf } from './reading.ts';
import type { SystemStacks } from './system-stacks.ts';
import { wantedOf, type Wanted } from './wanted.ts';

export interface AccountOptions {
  readonly account: AccountBootstrap;
  readonly repository: Repository;
  readonly systemFile: string;
  /** Of the account's environments. */
  readonly stacks: SystemStacks;
  readonly smoke: ProfileContent | null;
  readonly template: { readonly text: string; readonly file: string };
  readonly clients: (environment: EnvironmentDefinition) => AwsClients;
  /** The command that puts the bootstrap right. */
  readonly bootstrap: string;
  readonly clock: Clock;
}

export interface AccountReading {
  readonly checks: readonly Check[];
  /** `null` where the bootstrap's parameters are not known. */
  readonly trust: DeployedTrust | null;
}

/** Everything that is looked at in one account. With credentials of another one nothing further is asked. */
export async function checkAccount(options: AccountOptions): Promise<AccountReading> {
  const { account: planned, clients, bootstrap } = options;
  const [first] = planned.environments;
  if (first === undefined) throw new TypeError(`No environment lies in account ${planned.account}.`);
  const place: AccountPlace = { account: planned, clients: clients(first), bootstrap };
  const credentials = await Promise.all(
    planned.environments.map((each) => checkCredentials({ ...place, clients: clients(each) }, each)),
  );
  const bad = credentials.find(({ state }) => state !== 'ok');
  if (bad !== undefined) return { checks: [...credentials, notLookedAt(place, bad)], trust: null };
  // what can't be read there is told where the stack is looked at
  const account = await withDeployedHome(planned, (region) => place.clients.cloudFormation(region)).catch(
    () => planned,
  );
  return lookAt({ ...options, account }, { ...place, account }, credentials);
}

async function lookAt(
  options: AccountOptions,
  place: AccountPlace,
  credentials: readonly Check[],
): Promise<AccountReading> {
  const { account, bootstrap, smoke, stacks } = options;
  const regions = await Promise.all(account.regions.map((region) => checkRegion(place, region)));
  const { checks, parameters } = await checkBootstrap(options, place, regions);
  const further = await Promise.all([
    checkLimits(place),
    checkConcurrency(place, stacks),
    ...account.environments.map(async (environment) => [
      ...(await Promise.all(
        smokeSecrets(smoke, environment).map((name) => checkSecret(place, environment, name)),
      )),
      ...(await checkCertificates(place, { ...options, environment })),
    ]),
  ]);
  return {
    checks: [...credentials, ...regions, ...checks, ...further.flat()],
    trust: parameters === null ? null : { account: account.account, parameters, bootstrap },
  };
}

/** The stacks, and all that they make, each region; what is global stands in the home region. */
async function checkBootstrap(
  options: AccountOptions,
  place: AccountPlace,
  regions: readonly Check[],
): Promise<{ readonly checks: readonly Check[]; readonly parameters: StackReading['parameters'] }> {
  const { account, template } = options;
  const asked = account.regions.filter((_, index) => regions[index]?.state === 'ok');
  const stacks = await Promise.all(
    asked.map(async (region) => {
      const stack = await checkStack(place, region, template);
      const wanted = wantedParameters(options, region, stack.parameters);
      const checked =
        stack.parameters === null ? [] : [checkParameters(place, region, stack.parameters, wanted)];
      return { region, stack, wanted, checks: [...stack.checks, ...checked] };
    }),
  );
  const parameters = stacks.find(({ region }) => region === account.home)?.stack.parameters ?? null;
  const readPlace: ReadPlace = {
    ...place,
    isCurrent: stacks.every(({ checks }) => checks.every(({ state }) => state === 'ok')),
    parameterNames: Object.keys(parameters ?? {}),
  };
  const made = await Promise.all(
    stacks
      .filter(({ stack }) => stack.mayExist)
      .map(({ region, wanted }) => checkMade(options, readPlace, region, wanted)),
  );
  return {
    checks: [
      ...stacks.flatMap(({ checks }) => checks),
      ...stacks.flatMap(({ region, stack }) => overwriting(place, region, stack)),
      ...made.flat(),
    ],
    parameters,
  };
}

function wantedParameters(
  { account, repository }: AccountOptions,
  region: string,
  deployed: Readonly<Record<string, string>> | null,
): Readonly<Record<string, string>> {
  return stackParameters({ account, region, repository, settings: {}, hasProvider: false, deployed });
}

async function checkMade(
  { account, template }: AccountOptions,
  place: ReadPlace,
  region: string,
  parameters: Readonly<Record<string, string>>,
): Promise<readonly Check[]> {
  const isHome = region === account.home;
  let wanted: Wanted;
  try {
    wanted = wantedOf({ template, parameters, account: account.account, region });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const subject = accountSubject(place, 'stack-template', region, 'what the template makes can be told');
    return [unknown(subject, reasonOf(error).reason, null)];
  }
  return [
    ...(isHome ? [await checkProvider(place)] : []),
    ...(isHome ? await checkRoles(place, wanted) : []),
    ...(await Promise.all(wanted.buckets.map((bucket) => checkBucket(place, region, bucket)))).flat(),
  ];
}

/** A setting of the bootstrap that a person should remember having thrown. */
function overwriting(place: AccountPlace, region: string, { parameters }: StackReading): readonly Check[] {
  if (parameters?.['EnforceConditionalWrites'] !== 'false') return [];
  const subject = accountSubject(
    place,
    'stack-parameters',
    region,
    'nothing in the artifact bucket is overwritten',
  );
  return [
    warning(
      subject,
      'EnforceConditionalWrites is false: whoever may add an artifact may overwrite one',
      `${place.bootstrap} --set EnforceConditionalWrites=true`,
    ),
  ];
}

function notLookedAt(place: AccountPlace, { found }: Check): Check {
  const subject = accountSubject(place, 'stack', place.account.home, 'the account can be looked at');
  return unknown(subject, `nothing else was asked: ${found}`, null);
}
