import { ok, unknown, warning, wrong, type Check, type Subject } from './check.ts';
import { accountSubject, type AccountPlace } from './place.ts';
import { permit, read } from './reading.ts';
import { functionsOf, reservationsOf, reservedByDeployed, type Reservation } from './reserved-concurrency.ts';
import type { EnvironmentStack, SystemStacks } from './system-stacks.ts';

/** What new accounts have in all (AWS Lambda Developer Guide, "Lambda quotas"); none of it can be reserved then. */
const newAccount = 10;
/** What most accounts have in all ("Lambda quotas", Concurrent executions). */
const usual = 1000;
/** What has to stay unreserved (Developer Guide, "Configuring reserved concurrency for a function"). */
const keptFree = 100;
/**
 * What has to stay unreserved in any account: Lambda's refusal names 10, 50 or 100 ("below its minimum value of [10]"), and no
 * document says which account has which.
 */
const leastKeptFree = 10;

/**
 * Whether Lambda lets more than a few functions run at once, and lets them reserve what the templates say with the
 * environments' parameters (API_GetAccountSettings). In the home region, and wherever the system has functions.
 */
export async function checkConcurrency(
  place: AccountPlace,
  { stacks, problem }: SystemStacks,
): Promise<readonly Check[]> {
  const withFunctions = stacks.filter((stack) => functionsOf(stack).length > 0);
  const regions = new Set([place.account.home, ...withFunctions.map(({ instance }) => instance.region)]);
  return Promise.all(
    [...regions].map((region) => {
      const here = stacks.filter(({ instance }) => instance.region === region);
      return checkRegion(place, region, here, problem);
    }),
  );
}

async function checkRegion(
  place: AccountPlace,
  region: string,
  stacks: readonly EnvironmentStack[],
  problem: SystemStacks['problem'],
): Promise<Check> {
  const reservations = stacks.flatMap(reservationsOf);
  const wanted =
    reservations.length === 0
      ? `more than ${newAccount} at once, else no function can reserve any`
      : `room for what functions reserve (${listed(reservations)}), and ${keptFree} beside it`;
  const subject = accountSubject(place, 'limit', `Lambda concurrency in ${region}`, wanted);
  const lambda = await place.clients.lambda(region);
  const reading = await read(() => lambda.getAccountSettings({}));
  if (reading.kind === 'unreadable') {
    return unknown(subject, reading.reason, permit(reading, 'lambda:GetAccountSettings'));
  }
  const { ConcurrentExecutions: all, UnreservedConcurrentExecutions: free } =
    reading.kind === 'read' ? (reading.value.AccountLimit ?? {}) : {};
  if (all === undefined || free === undefined) return unknown(subject, 'AWS names no limit', null);
  if (problem !== null) {
    return unknown(subject, `what functions reserve can’t be told: ${problem.reason}`, problem.next);
  }
  const waiting = reservations.filter(({ amount }) => amount === null);
  if (waiting.length > 0) {
    return unknown(subject, `only the deployment tells what is reserved for ${named(waiting)}`, null);
  }
  const toReserve = reservations.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const settings = { region, all, free, toReserve, held: 0 };
  // what the same functions hold already counts only where it makes a difference
  if (toReserve === 0 || free === all || free - toReserve >= keptFree) return judge(subject, settings);
  const names = stacks.map(({ instance }) => instance.stackName);
  const held = await reservedByDeployed(place.clients, region, names);
  if (typeof held === 'number') return judge(subject, { ...settings, held });
  const actions = 'cloudformation:ListStackResources and lambda:GetFunctionConcurrency';
  return unknown(subject, held.reason, permit(held, actions));
}

interface Concurrency {
  readonly region: string;
  /** In executions at once, as all of these. */
  readonly all: number;
  readonly free: number;
  /** By functions of the templates. */
  readonly toReserve: number;
  /** Already reserved by deployed functions of the same stacks; they give it back for what is to be reserved. */
  readonly held: number;
}

function judge(subject: Subject, { region, all, free, toReserve, held }: Concurrency): Check {
  const left = free + held - toReserve;
  const found = [
    `${free} unreserved of ${all} in all`,
    ...(held === 0 ? [] : [`${held} reserved by the deployed functions`]),
    ...(toReserve === 0 ? [] : [`${toReserve} to reserve, which would leave ${Math.max(left, 0)}`]),
  ].join('; ');
  const desired = Math.max(usual, all + keptFree - left);
  const next = `aws service-quotas request-service-quota-increase --region ${region} --service-code lambda --quota-code L-B99A9384 --desired-value ${desired}`;
  if (toReserve === 0) return left > newAccount ? ok(subject, found) : warning(subject, found, next);
  if (left < leastKeptFree) return wrong(subject, found, next);
  return left < keptFree
    ? warning(subject, `${found}; accounts keep 10, 50 or 100 unreserved, and AWS does not tell which`, next)
    : ok(subject, found);
}

function listed(reservations: readonly Reservation[]): string {
  return reservations.map(({ name, amount }) => `${name} ${amount ?? 'not known'}`).join(', ');
}

function named(reservations: readonly Reservation[]): string {
  return reservations.map(({ name }) => name).join(', ');
}
