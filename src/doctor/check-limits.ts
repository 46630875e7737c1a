import type { StackLimitsApi } from '../aws/apis.ts';
import { ok, unknown, warning, wrong, type Check, type Subject } from './check.ts';
import { accountSubject, type AccountPlace } from './place.ts';
import { permit, read, type Reading } from './reading.ts';

/** A system with its nested stacks takes about this much; less than this is told. */
const roomForASystem = 20;

/** Limits that stop a deployment midway and that an account can be asked for. */
export async function checkLimits(place: AccountPlace): Promise<readonly Check[]> {
  const { account, clients } = place;
  const stacks = account.regions.map(async (region) =>
    checkStacks(
      accountSubject(place, 'limit', `stacks in ${region}`, `room for ${roomForASystem} more`),
      await clients.stackLimits(region),
    ),
  );
  const iam = Promise.all([
    checkSummary(place, 'roles', 'Roles', 'RolesQuota', 'L-FE177D64'),
    checkSummary(place, 'managed policies', 'Policies', 'PoliciesQuota', 'L-E95E4862'),
  ]);
  return [...(await Promise.all(stacks)), ...(await iam)];
}

/** API_DescribeAccountLimits, `StackLimit`; API_ListStacks gives deleted stacks, too. */
async function checkStacks(subject: Subject, api: StackLimitsApi): Promise<Check> {
  const reading = await read(async () => {
    const { AccountLimits = [] } = await api.describeAccountLimits({});
    return {
      limit: AccountLimits.find(({ Name }) => Name === 'StackLimit')?.Value,
      used: await countStacks(api),
    };
  });
  if (reading.kind !== 'read' || reading.value.limit === undefined) {
    return noLimit(subject, reading, 'cloudformation:DescribeAccountLimits and cloudformation:ListStacks');
  }
  const { used, limit } = reading.value;
  return room(
    subject,
    used,
    limit,
    'https://console.aws.amazon.com/servicequotas/home/services/cloudformation/quotas',
  );
}

async function countStacks(api: StackLimitsApi): Promise<number> {
  let count = 0;
  let NextToken: string | undefined;
  do {
    const page = await api.listStacks({ NextToken });
    count += (page.StackSummaries ?? []).filter(
      ({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE',
    ).length;
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return count;
}

async function checkSummary(
  place: AccountPlace,
  what: string,
  count: string,
  quota: string,
  code: string,
): Promise<Check> {
  const subject = accountSubject(place, 'limit', what, `room for ${roomForASystem} more`);
  const iam = await place.clients.iam();
  const reading = await read(
    async () => (await iam.getAccountSummary({})).SummaryMap as Record<string, number> | undefined,
  );
  const summary = reading.kind === 'read' ? reading.value : undefined;
  const [used, limit] = [summary?.[count], summary?.[quota]];
  if (used === undefined || limit === undefined) {
    return noLimit(subject, reading, 'iam:GetAccountSummary');
  }
  return room(
    subject,
    used,
    limit,
    `aws service-quotas request-service-quota-increase --region us-east-1 --service-code iam --quota-code ${code} --desired-value ${limit * 2}`,
  );
}

function noLimit(subject: Subject, reading: Reading<unknown>, actions: string): Check {
  if (reading.kind !== 'unreadable') return unknown(subject, 'AWS names no limit', null);
  return unknown(subject, reading.reason, permit(reading, actions));
}

function room(subject: Subject, used: number, limit: number, next: string): Check {
  const found = `${used} of ${limit}`;
  if (used >= limit) return wrong(subject, found, next);
  return limit - used < roomForASystem ? warning(subject, found, next) : ok(subject, found);
}
