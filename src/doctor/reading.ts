import { SlipwayError } from '../errors/slipway-error.ts';

/** What came of asking: what is there, that it is not there, or that it could not be read. */
export type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'absent' }
  | ({ readonly kind: 'unreadable' } & Refusal);

export interface Refusal {
  readonly reason: string;
  readonly next: string | null;
  /** The caller may not read it; anything else went wrong in another way. */
  readonly isDenied: boolean;
}

/**
 * How services say that there is none: IAM, Secrets Manager and S3 by the error's name (API references of GetRole,
 * DescribeSecret, HeadBucket, GetBucketPolicy, GetPublicAccessBlock, GetBucketEncryption, GetBucketOwnershipControls),
 * CloudFormation by its words alone.
 */
const absentNames: ReadonlySet<string> = new Set([
  'NoSuchEntityException',
  'ResourceNotFoundException',
  'NoSuchBucket',
  'NotFound',
  'NoSuchBucketPolicy',
  'NoSuchPublicAccessBlockConfiguration',
  'ServerSideEncryptionConfigurationNotFoundError',
  'OwnershipControlsNotFoundError',
]);

/** Asks, and never rejects: whatever goes wrong is "could not be read", which is no pass. */
export async function read<T>(ask: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { kind: 'read', value: await ask() };
  } catch (error) {
    if (isAbsent(error)) return { kind: 'absent' };
    return { kind: 'unreadable', ...reasonOf(error) };
  }
}

function isAbsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    absentNames.has(error.name) ||
    (error.name === 'ValidationError' && error.message.includes('does not exist'))
  );
}

/** What to do about it: what the error itself says, or the permissions where they are what is missing. */
export function permit({ next, isDenied }: Refusal, actions: string): string | null {
  if (next !== null || !isDenied) return next;
  return `${actions} ${/ and |, /.test(actions) ? 'are' : 'is'} needed to read it`;
}

/** Why, on one line. */
export function reasonOf(error: unknown): Refusal {
  if (error instanceof SlipwayError)
    return { reason: error.message, next: error.next ?? null, isDenied: false };
  if (!(error instanceof Error)) return { reason: String(error), next: null, isDenied: false };
  // HEAD has no body: the SDK knows the status alone and names the error by what it guesses
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  const plain = error.message === '' || error.message === 'UnknownError';
  const message = plain ? `AWS answers ${status ?? 'nothing that can be read'}` : error.message;
  const isDenied = /^(?:AccessDenied|Unauthorized|Forbidden)/.test(error.name) || (plain && status === 403);
  return { reason: `${error.name}: ${message}`.replaceAll(/\s+/g, ' ').slice(0, 300), next: null, isDenied };
}
