export type SmokeOutcome = 'passed' | 'failed' | 'not-enforceable';

/** What a profile can ask for, one section each. */
export const smokeGroups = [
  'presigned-put',
  'presigned-post',
  'bucket',
  'service-level',
  'jwt',
  'cors-api',
  'cors-bucket',
  'site',
  'headers',
  'basic-auth',
  'tls',
  'cache-connectivity',
  'state-machine',
  'cdn',
  'websocket',
  'rate-limit',
] as const;

export type SmokeGroup =
  | (typeof smokeGroups)[number]
  /** What the checks wrote is gone again. */
  | 'cleanup';

/** Send load, so they run only where they are named. */
export const optInGroups: readonly SmokeGroup[] = ['rate-limit'];

export type SmokeSeverity = 'critical' | 'major' | 'minor';

/** What was seen: status and the headers that matter; never a token, a signature or a body. */
export interface SmokeEvidence {
  readonly method: string;
  /** Without query. */
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** `null` when no answer came. */
  readonly status: number | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
}

export interface SmokeResult {
  /** `cors-api/reflects-any-origin`. */
  readonly id: string;
  readonly group: SmokeGroup;
  readonly severity: SmokeSeverity;
  readonly outcome: SmokeOutcome;
  /** The positive check that this negative stands beside. */
  readonly pairedWith: string | null;
  /** Milliseconds. */
  readonly took: number;
  /** What was seen: always of a failed check; of a passed one a measurement or how often it was tried. */
  readonly got: string | null;
  readonly want: string;
  /** What it usually is. */
  readonly hint: string | null;
  /** Why a target cannot enforce it. */
  readonly reason: string | null;
  /** The exchange that decided stands first. */
  readonly evidence: readonly SmokeEvidence[];
  /** Of a failed check: the failed check that it merely follows from. Absent where it stands for itself. */
  readonly followsFrom?: string;
}

export interface SmokeReport {
  readonly schema: 1;
  /** The profile's, for headings. */
  readonly title?: string;
  readonly system: string;
  readonly environment: string;
  readonly release: string | null;
  readonly startedAt: string;
  /** Milliseconds. */
  readonly took: number;
  readonly results: readonly SmokeResult[];
  readonly passed: number;
  readonly failed: number;
  readonly notEnforceable: number;
}
