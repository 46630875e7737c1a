import type { CertificateDetail, DomainValidation } from '@aws-sdk/client-acm';
import type { CertificateUse } from './certificate-uses.ts';
import { ok, unknown, warning, wrong, type Check, type Subject } from './check.ts';
import type { SystemStacks } from './system-stacks.ts';

/** With fewer days left the smoke checks fail (docs/runbooks/tls.md). */
export const leastDays = 21;
/** By then ACM tells of the end of a certificate itself (ACM User Guide, "Amazon EventBridge support for ACM"). */
const soonDays = 45;
const day = 24 * 60 * 60 * 1000;

export interface CertificateReading {
  readonly certificate: CertificateDetail;
  readonly uses: readonly CertificateUse[];
  /** Why its users can't be told. */
  readonly problem: SystemStacks['problem'];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What to do about one that won't do any more. */
  readonly renew: string;
}

/** What ACM says of a certificate (API_CertificateDetail), against what it is for. */
export function judgeCertificate(subject: Subject, reading: CertificateReading): Check {
  const { certificate, uses, problem, now, renew } = reading;
  const { Status, FailureReason, NotAfter, Type, RenewalSummary } = certificate;
  if (Status === undefined) return unknown(subject, 'ACM names no status', null);
  if (Status === 'PENDING_VALIDATION') {
    const next = recordsOf(certificate.DomainValidationOptions) ?? renew;
    return wrong(subject, 'it waits for its validation', next);
  }
  if (Status !== 'ISSUED') {
    const why = FailureReason === undefined ? '' : ` (${FailureReason})`;
    return wrong(subject, `its status is ${Status}${why}`, renew);
  }
  const names = namesOf(certificate);
  const missing = uses.flatMap(({ domains }) => domains ?? []).filter((domain) => !covers(names, domain));
  if (missing.length > 0) {
    const lacks = [...new Set(missing)].join(', ');
    return wrong(subject, `it is for ${names.join(', ')}, not for ${lacks}`, renew);
  }
  if (NotAfter === undefined) return unknown(subject, 'ACM names no end of it', null);
  const days = Math.floor((NotAfter.getTime() - now) / day);
  const until = `issued for ${names.join(', ')}, good until ${NotAfter.toISOString().slice(0, 10)}`;
  const renewal = RenewalSummary?.RenewalStatus;
  const validate = recordsOf(RenewalSummary?.DomainValidationOptions) ?? renew;
  if (days < 0) return wrong(subject, `it ended on ${NotAfter.toISOString().slice(0, 10)}`, validate);
  if (days < leastDays) return wrong(subject, `${until}: ${days} days`, validate);
  if (problem !== null) {
    return unknown(subject, `${until}; what it serves can’t be told: ${problem.reason}`, problem.next);
  }
  if (renewal === 'FAILED' || renewal === 'PENDING_VALIDATION') {
    return warning(subject, `${until}; its renewal is ${renewal}`, validate);
  }
  if (Type === 'IMPORTED' && days < soonDays) {
    return warning(subject, `${until}; ACM renews none that was imported`, renew);
  }
  return unless(subject, until, uses);
}

/** Good, unless nobody knows what it has to be good for. */
function unless(subject: Subject, until: string, uses: readonly CertificateUse[]): Check {
  if (uses.length === 0) return warning(subject, `${until}; no resource takes it`, null);
  const waiting = uses.filter(({ domains }) => domains === null).map(({ name }) => name);
  return waiting.length === 0
    ? ok(subject, until)
    : warning(subject, `${until}; only the deployment tells what ${waiting.join(', ')} serves`, null);
}

function namesOf({ DomainName, SubjectAlternativeNames = [] }: CertificateDetail): readonly string[] {
  return [...new Set([...(DomainName === undefined ? [] : [DomainName]), ...SubjectAlternativeNames])];
}

/** Names without regard to case; an asterisk stands for one label (RFC 6125, 6.4). */
function covers(names: readonly string[], domain: string): boolean {
  const wanted = domain.toLowerCase();
  const parent = wanted.slice(wanted.indexOf('.'));
  return names.some((name) => [wanted, `*${parent}`].includes(name.toLowerCase()));
}

/** The DNS records that ACM still waits for; `null` where it waits for none. */
function recordsOf(validations: readonly DomainValidation[] = []): string | null {
  const records = validations.flatMap(({ ValidationStatus, ResourceRecord: record }) =>
    ValidationStatus === 'SUCCESS' || record === undefined
      ? []
      : [`${record.Name ?? ''} ${record.Type ?? ''} ${record.Value ?? ''}`],
  );
  return records.length === 0 ? null : `write into the zone: ${[...new Set(records)].join(', ')}`;
}
