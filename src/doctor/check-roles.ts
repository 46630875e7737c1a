import type { IamApi } from '../aws/apis.ts';
import { judged, ok, unknown, warning, wrong, type Check } from './check.ts';
import { accountSubject, bringBack, mend, quoted, type ReadPlace } from './place.ts';
import { parsePolicy, policyDifferences, type Statement } from './policy-document.ts';
import { permit, read, type Reading } from './reading.ts';
import { admitted, trustDifferences } from './trust.ts';
import type { Wanted, WantedPolicy, WantedRole } from './wanted.ts';

/** Compares every role and managed policy of the account with what the template makes. */
export async function checkRoles(place: ReadPlace, wanted: Wanted): Promise<readonly Check[]> {
  const iam = await place.clients.iam();
  const roles = await Promise.all(wanted.roles.map((role) => checkRole(place, iam, role)));
  const policies = await Promise.all(
    [...wanted.policies].map(([arn, policy]) => checkManagedPolicy(place, iam, arn, policy)),
  );
  return [...roles.flat(), ...policies];
}

async function checkRole(place: ReadPlace, iam: IamApi, wanted: WantedRole): Promise<readonly Check[]> {
  const { name } = wanted;
  const exists = accountSubject(place, 'role', name, 'the role is there');
  const reading = await read(async () => (await iam.getRole({ RoleName: name })).Role);
  if (reading.kind === 'absent')
    return [wrong(exists, 'there is no such role', bringBack(place, place.account.home))];
  if (reading.kind === 'unreadable') return [unknown(exists, reading.reason, needs(reading, 'iam:GetRole'))];
  const role = reading.value;
  return [
    ok(exists, role?.Arn ?? name),
    checkTrust(place, wanted, role?.AssumeRolePolicyDocument),
    checkBoundary(place, wanted, role?.PermissionsBoundary?.PermissionsBoundaryArn ?? null),
    await checkPolicies(place, iam, wanted),
  ];
}

function checkTrust(place: ReadPlace, { name, trust }: WantedRole, document: string | undefined): Check {
  const who = admitted(trust.statements).join(', ');
  const subject = accountSubject(place, 'role-trust', name, who);
  const found = document === undefined ? null : parsePolicy(document);
  if (found === null) return unknown(subject, 'its trust policy can’t be read', null);
  const command = `aws iam update-assume-role-policy --role-name ${name} --policy-document ${quoted(trust.document)}`;
  return judged(subject, trustDifferences(found, trust.statements), mend(place, command));
}

function checkBoundary(place: ReadPlace, { name, boundary }: WantedRole, found: string | null): Check {
  const wanted = boundary === null ? 'no permissions boundary' : `the permissions boundary ${boundary}`;
  const subject = accountSubject(place, 'role-boundary', name, wanted);
  if (found === boundary) return ok(subject, wanted);
  if (boundary === null) {
    return warning(
      subject,
      `the permissions boundary ${found ?? ''}: it may keep the role from its work`,
      null,
    );
  }
  const command = `aws iam put-role-permissions-boundary --role-name ${name} --permissions-boundary ${boundary}`;
  return wrong(
    subject,
    found === null ? 'no permissions boundary' : `the permissions boundary ${found}`,
    mend(place, command),
  );
}

async function checkPolicies(place: ReadPlace, iam: IamApi, wanted: WantedRole): Promise<Check> {
  const { name } = wanted;
  const subject = accountSubject(place, 'role-policies', name, 'just the policies of the template');
  const reading = await read(async () => {
    const inline = await Promise.all(
      (await inlineNames(iam, name)).map(async (PolicyName) => {
        const { PolicyDocument = '' } = await iam.getRolePolicy({ RoleName: name, PolicyName });
        return [PolicyName, parsePolicy(PolicyDocument)] as const;
      }),
    );
    return { inline: new Map(inline), attached: await attachedArns(iam, name) };
  });
  if (reading.kind !== 'read') {
    const actions = 'iam:ListRolePolicies, iam:GetRolePolicy and iam:ListAttachedRolePolicies';
    return unknown(subject, whyNot(reading), needs(reading, actions));
  }
  const { inline, attached } = reading.value;
  if ([...inline.values()].includes(null)) return unknown(subject, 'a policy of it can’t be read', null);
  const differences = [
    ...[...wanted.inline].flatMap(([policy, { statements }]) => {
      const found = inline.get(policy);
      if (found === undefined || found === null) return [`its policy ${policy} is missing`];
      return policyDifferences(found, statements).map((difference) => `${policy}: ${difference}`);
    }),
    ...[...inline.keys()].filter((policy) => !wanted.inline.has(policy)).map(oneMore),
    ...wanted.attached.filter((arn) => !attached.includes(arn)).map((arn) => `${arn} is not attached`),
    ...attached.filter((arn) => !wanted.attached.includes(arn)).map(oneMore),
  ];
  return judged(subject, differences, mendPolicies(place, wanted, inline, attached));
}

function oneMore(policy: string): string {
  return `it has one more policy, ${policy}`;
}

/** What is beside the template goes first: no change of the stack takes it away. */
function mendPolicies(
  place: ReadPlace,
  wanted: WantedRole,
  inline: ReadonlyMap<string, readonly Statement[] | null>,
  attached: readonly string[],
): string {
  const role = `--role-name ${wanted.name}`;
  const beside = attached.find((arn) => !wanted.attached.includes(arn));
  if (beside !== undefined) return `aws iam detach-role-policy ${role} --policy-arn ${beside}`;
  const added = [...inline.keys()].find((name) => !wanted.inline.has(name));
  if (added !== undefined) return `aws iam delete-role-policy ${role} --policy-name ${added}`;
  const lost = wanted.attached.find((arn) => !attached.includes(arn));
  if (lost !== undefined) return mend(place, `aws iam attach-role-policy ${role} --policy-arn ${lost}`);
  const [name, policy] =
    [...wanted.inline].find(
      ([each, { statements }]) => policyDifferences(inline.get(each) ?? [], statements).length > 0,
    ) ?? [];
  if (name === undefined) return place.bootstrap;
  return mend(
    place,
    `aws iam put-role-policy ${role} --policy-name ${name} --policy-document ${quoted(policy?.document)}`,
  );
}

async function checkManagedPolicy(
  place: ReadPlace,
  iam: IamApi,
  arn: string,
  wanted: WantedPolicy,
): Promise<Check> {
  const where = arn.split('/').at(-1) ?? arn;
  const subject = accountSubject(place, 'managed-policy', where, 'the policy says what the template says');
  const reading = await read(async () => {
    const { Policy } = await iam.getPolicy({ PolicyArn: arn });
    const VersionId = Policy?.DefaultVersionId;
    return parsePolicy(
      (await iam.getPolicyVersion({ PolicyArn: arn, VersionId })).PolicyVersion?.Document ?? '',
    );
  });
  if (reading.kind === 'absent')
    return wrong(subject, 'there is no such policy', bringBack(place, place.account.home));
  if (reading.kind === 'unreadable') {
    return unknown(subject, reading.reason, needs(reading, 'iam:GetPolicy and iam:GetPolicyVersion'));
  }
  if (reading.value === null) return unknown(subject, 'what it says can’t be read', null);
  const command = `aws iam create-policy-version --policy-arn ${arn} --set-as-default --policy-document ${quoted(wanted.document)}`;
  return judged(subject, policyDifferences(reading.value, wanted.statements), mend(place, command));
}

async function inlineNames(iam: IamApi, RoleName: string): Promise<readonly string[]> {
  const names: string[] = [];
  let Marker: string | undefined;
  do {
    const page = await iam.listRolePolicies({ RoleName, Marker });
    names.push(...(page.PolicyNames ?? []));
    Marker = page.IsTruncated === true ? page.Marker : undefined;
  } while (Marker !== undefined);
  return names;
}

async function attachedArns(iam: IamApi, RoleName: string): Promise<readonly string[]> {
  const arns: string[] = [];
  let Marker: string | undefined;
  do {
    const page = await iam.listAttachedRolePolicies({ RoleName, Marker });
    arns.push(...(page.AttachedPolicies ?? []).map(({ PolicyArn = '' }) => PolicyArn));
    Marker = page.IsTruncated === true ? page.Marker : undefined;
  } while (Marker !== undefined);
  return arns;
}

function whyNot(reading: Exclude<Reading<unknown>, { kind: 'read' }>): string {
  return reading.kind === 'absent' ? 'it was gone while it was read' : reading.reason;
}

function needs(reading: Reading<unknown>, actions: string): string | null {
  return reading.kind === 'unreadable' ? permit(reading, actions) : null;
}
