import type { AwsClients } from '../aws/apis.ts';
import type { AccountBootstrap, BootstrapTemplate } from '../bootstrap/bootstrap.ts';
import { withDeployedHome } from '../bootstrap/deployed-home.ts';
import type { Repository } from '../bootstrap/repository.ts';
import { stackParameters, takenBy } from '../bootstrap/stack-parameters.ts';
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
import { checkParameters, checkStack, stackPlace, type StackReading } from './check-stack.ts';
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
  readonly templates: readonly BootstrapTemplate[];
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

/** One of the bootstrap's stacks in one region, and what it should be. */
interface LookedAt {
  readonly template: BootstrapTemplate;
  readonly region: string;
  readonly stack: StackReading;
  readonly wanted: Readonly<Record<string, string>>;
  readonly checks: readonly Check[];
}

/** The stacks, and all that they make, each region; what is global stands in the home region. */
async function checkBootstrap(
  options: AccountOptions,
  place: AccountPlace,
  regions: readonly Check[],
): Promise<{ readonly checks: readonly Check[]; readonly parameters: StackReading['parameters'] }> {
  const { account } = options;
  const asked = account.regions.filter((_, index) => regions[index]?.state === 'ok');
  const stacks = (await Promise.all(asked.map((region) => checkStacks(options, place, region)))).flat();
  const inHome = stacks.filter(({ region }) => region === account.home);
  const isCurrent = stacks.every(({ checks }) => checks.every(({ state }) => state === 'ok'));
  const made = await Promise.all([
    ...(inHome.some(({ stack }) => stack.mayExist) ? [checkProvider(place).then((check) => [check])] : []),
    ...stacks
      .filter(({ stack }) => stack.mayExist)
      .map((each) => {
        const { template, stack } = each;
        const parameterNames = Object.keys(stack.parameters ?? {});
        return checkMade(options, { ...place, isCurrent, stack: template.stack, parameterNames }, each);
      }),
  ]);
  return {
    checks: [
      ...stacks.flatMap(({ checks }) => checks),
      ...stacks.flatMap((each) => overwriting(place, each)),
      ...made.flat(),
    ],
    parameters: together(inHome),
  };
}

/** The stacks of one region: each is judged by what is known of all of them. */
async function checkStacks(
  { account, repository, templates }: AccountOptions,
  place: AccountPlace,
  region: string,
): Promise<readonly LookedAt[]> {
  const read = await Promise.all(
    templates
      .filter(({ isHomeOnly }) => !isHomeOnly || region === account.home)
      .map(async (template) => ({ template, stack: await checkStack(place, region, template) })),
  );
  const deployed = together(read);
  const all = stackParameters({ account, region, repository, settings: {}, hasProvider: false, deployed });
  return read.map(({ template, stack }) => {
    const wanted = takenBy(template, all);
    const { parameters } = stack;
    const where = stackPlace(template.stack, region);
    const checked = parameters === null ? [] : [checkParameters(place, where, parameters, wanted)];
    return { template, region, stack, wanted, checks: [...stack.checks, ...checked] };
  });
}

/** The deployed parameters of several stacks; `null` where none is known. */
function together(read: readonly { readonly stack: StackReading }[]): StackReading['parameters'] {
  const known = read.flatMap(({ stack }) => (stack.parameters === null ? [] : [stack.parameters]));
  return known.length === 0 ? null : Object.fromEntries(known.flatMap((each) => Object.entries(each)));
}

async function checkMade(
  { account }: AccountOptions,
  place: ReadPlace,
  { template, region, wanted: parameters }: LookedAt,
): Promise<readonly Check[]> {
  let wanted: Wanted;
  try {
    wanted = wantedOf({ template, parameters, account: account.account, region });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const where = stackPlace(template.stack, region);
    const subject = accountSubject(place, 'stack-template', where, 'what the template makes can be told');
    return [unknown(subject, reasonOf(error).reason, null)];
  }
  return [
    ...(await checkRoles(place, wanted)),
    ...(await Promise.all(wanted.buckets.map((bucket) => checkBucket(place, region, bucket)))).flat(),
  ];
}

/** A setting of the bootstrap that a person should remember having thrown. */
function overwriting(place: AccountPlace, { template, region, stack }: LookedAt): readonly Check[] {
  if (stack.parameters?.['EnforceConditionalWrites'] !== 'false') return [];
  const subject = accountSubject(
    place,
    'stack-parameters',
    stackPlace(template.stack, region),
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
