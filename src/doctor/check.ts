/** What was looked at; the words for each stand in the report (`src/report/doctor-text.ts`). */
export type CheckId =
  | 'credentials'
  | 'region'
  | 'stack'
  | 'stack-template'
  | 'stack-parameters'
  | 'role'
  | 'role-trust'
  | 'role-boundary'
  | 'role-policies'
  | 'managed-policy'
  | 'provider'
  | 'bucket'
  | 'bucket-versions'
  | 'bucket-closed'
  | 'bucket-owner'
  | 'bucket-encryption'
  | 'bucket-policy'
  | 'limit'
  | 'secret'
  | 'certificate'
  | 'repository'
  | 'default-branch'
  | 'main-protected'
  | 'workflow-permissions'
  | 'subject'
  | 'repository-number'
  | 'environment'
  | 'environment-branches'
  | 'environment-reviewers';

/**
 * - `ok`: read, and as it has to be.
 * - `wrong`: read, and not so: something would fail, or somebody could do more than meant.
 * - `warning`: it works, but a person should know.
 * - `unknown`: it could not be read. Never counts as good.
 */
export type CheckState = 'ok' | 'wrong' | 'warning' | 'unknown';

/** What a check is about, before anything was read. */
export interface Subject {
  readonly id: CheckId;
  /** `account 111111111111`, or the repository as `owner/name`. */
  readonly place: string;
  /** What in that place: a region, a role, a bucket, an environment at GitHub. */
  readonly where: string;
  /** What has to be there, in plain words. */
  readonly wanted: string;
}

export interface Check extends Subject {
  readonly state: CheckState;
  /** What is there, in plain words; why it could not be read. */
  readonly found: string;
  /** A command, or what to click or enter; `null` where there is nothing to do. */
  readonly next: string | null;
}

export function ok(subject: Subject, found: string): Check {
  return { ...subject, state: 'ok', found, next: null };
}

export function wrong(subject: Subject, found: string, next: string | null): Check {
  return { ...subject, state: 'wrong', found, next };
}

export function warning(subject: Subject, found: string, next: string | null): Check {
  return { ...subject, state: 'warning', found, next };
}

export function unknown(subject: Subject, reason: string, next: string | null): Check {
  return { ...subject, state: 'unknown', found: reason, next };
}

/** Good where nothing differs; else wrong with what differs. */
export function judged(subject: Subject, differences: readonly string[], next: string | null): Check {
  return differences.length === 0
    ? ok(subject, subject.wanted)
    : wrong(subject, differences.join('; '), next);
}
