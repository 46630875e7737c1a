import type { EnvironmentDefinition } from '../config/system.ts';
import type { Clock } from '../runtime/clock.ts';
import { usesOf, type CertificateUse } from './certificate-uses.ts';
import { unknown, wrong, type Check } from './check.ts';
import { judgeCertificate, leastDays } from './judge-certificate.ts';
import { accountSubject, type AccountPlace } from './place.ts';
import { permit, read } from './reading.ts';
import type { SystemStacks } from './system-stacks.ts';

/** A certificate that a parameter names by its ARN. */
interface NamedCertificate {
  readonly parameter: string;
  readonly arn: string;
  readonly region: string;
  readonly account: string;
  /** The file that names it. */
  readonly file: string;
}

const certificateArn =
  /^arn:aws[a-z-]*:acm:(?<region>[a-z0-9-]+):(?<account>\d{12}):certificate\/[A-Za-z0-9-]+$/;

export interface CertificateOptions {
  readonly environment: EnvironmentDefinition;
  /** The system's file, which may name one, too. */
  readonly systemFile: string;
  readonly stacks: SystemStacks;
  readonly clock: Clock;
}

/**
 * Certificates that parameters of an environment name: of this account, in the region that their users take them from,
 * issued, for every name that is served with them, and not about to end (API_DescribeCertificate).
 */
export async function checkCertificates(
  place: AccountPlace,
  options: CertificateOptions,
): Promise<readonly Check[]> {
  return Promise.all(certificatesOf(options).map((named) => checkCertificate(place, named, options)));
}

function certificatesOf({
  environment,
  systemFile,
  stacks,
}: CertificateOptions): readonly NamedCertificate[] {
  return ownStacks(environment, stacks).flatMap(({ instance: { name, parameters } }) =>
    Object.entries(parameters).flatMap(([parameter, source]) => {
      if (source.kind !== 'literal') return [];
      const parts = certificateArn.exec(source.value)?.groups;
      const { region = '', account = '' } = parts ?? {};
      const file = environment.values[name]?.[parameter] === undefined ? systemFile : environment.file;
      return parts === undefined
        ? []
        : [{ parameter: `${name}.${parameter}`, arn: source.value, region, account, file }];
    }),
  );
}

function ownStacks(environment: EnvironmentDefinition, { stacks }: SystemStacks): SystemStacks['stacks'] {
  return stacks.filter((stack) => stack.environment.environment === environment.environment);
}

async function checkCertificate(
  place: AccountPlace,
  { parameter, arn, region, account, file }: NamedCertificate,
  { environment, stacks, clock }: CertificateOptions,
): Promise<Check> {
  const own = ownStacks(environment, stacks);
  const uses = usesOf(arn, own);
  const domains = [...new Set(uses.flatMap((use) => use.domains ?? []))];
  const serves = domains.length === 0 ? '' : ` for ${domains.join(', ')}`;
  const wanted = `${arn} is issued${serves}, and good for ${leastDays} days and more (${environment.environment})`;
  const subject = accountSubject(place, 'certificate', parameter, wanted);
  const other = `name another one in ${file}`;
  if (account !== environment.account) return wrong(subject, `it is of account ${account}`, other);
  const misplaced = whyMisplaced(region, uses, environment);
  if (misplaced !== null) return wrong(subject, misplaced, other);

  const acm = await place.clients.acm(region);
  const reading = await read(() => acm.describeCertificate({ CertificateArn: arn }));
  if (reading.kind === 'absent') return wrong(subject, `there is no such certificate in ${region}`, other);
  if (reading.kind === 'unreadable') {
    return unknown(subject, reading.reason, permit(reading, 'acm:DescribeCertificate'));
  }
  return judgeCertificate(subject, {
    certificate: reading.value.Certificate ?? {},
    uses,
    problem: own.some(({ resources }) => resources === null) ? stacks.problem : null,
    now: clock.now(),
    renew: `request or import another one in ${region}, and name it in ${file}`,
  });
}

/** `null` where everything that takes it can. */
function whyMisplaced(
  region: string,
  uses: readonly CertificateUse[],
  { regions }: EnvironmentDefinition,
): string | null {
  const use = uses.find((each) => each.region !== region);
  if (use !== undefined) return `it lies in ${region}, and ${use.name} takes one of ${use.region}`;
  const isUsable = uses.length > 0 || [regions.edge, regions.home].includes(region);
  return isUsable ? null : `it lies in ${region}`;
}
