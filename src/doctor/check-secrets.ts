import type { EnvironmentDefinition } from '../config/system.ts';
import type { ProfileContent } from '../smoke/profile.ts';
import { ok, unknown, wrong, type Check } from './check.ts';
import { accountSubject, type AccountPlace } from './place.ts';
import { permit, read } from './reading.ts';

/** The secrets that the smoke checks of one environment read, by name. */
export function smokeSecrets(
  profile: ProfileContent | null,
  { environment }: EnvironmentDefinition,
): readonly string[] {
  const names = [profile?.api, profile?.socket].flatMap((section) => {
    const { testIssuer, client } = section?.tokens ?? {};
    // the one is what the checks take where there is none of the other
    const issuers: readonly string[] = testIssuer?.environments ?? [];
    if (testIssuer !== undefined && issuers.includes(environment)) return [testIssuer.secret];
    const clients: readonly string[] = client?.environments ?? [];
    return client !== undefined && clients.includes(environment) ? [client.secret] : [];
  });
  return [...new Set(names)];
}

/** Whether a secret is there and has a value, which is not read (API_DescribeSecret). */
export async function checkSecret(
  place: AccountPlace,
  { environment, regions }: EnvironmentDefinition,
  name: string,
): Promise<Check> {
  const subject = accountSubject(
    place,
    'secret',
    name,
    `the smoke checks of ${environment} have their secret`,
  );
  const api = await place.clients.secretsManager(regions.home);
  const reading = await read(() => api.describeSecret({ SecretId: name }));
  const create = `aws secretsmanager create-secret --region ${regions.home} --name ${name} --secret-string file://secret.json`;
  if (reading.kind === 'absent') return wrong(subject, `there is no such secret in ${regions.home}`, create);
  if (reading.kind === 'unreadable') {
    return unknown(subject, reading.reason, permit(reading, 'secretsmanager:DescribeSecret'));
  }
  const { DeletedDate, VersionIdsToStages = {} } = reading.value;
  if (DeletedDate !== undefined) {
    const restore = `aws secretsmanager restore-secret --region ${regions.home} --secret-id ${name}`;
    return wrong(subject, 'it is about to be deleted', restore);
  }
  const hasValue = Object.values(VersionIdsToStages).some((stages) => stages.includes('AWSCURRENT'));
  if (!hasValue) {
    const put = `aws secretsmanager put-secret-value --region ${regions.home} --secret-id ${name} --secret-string file://secret.json`;
    return wrong(subject, 'it has no value', put);
  }
  return ok(subject, 'it has a value, which was not read');
}
