/**
 * Every way in which a step of the archive fails, by the name that the state machine's `Retry` and `Catch` go by: Lambda
 * hands an error's `name` on as `errorType`, and Step Functions matches that ("Handling errors in Step Functions workflows").
 *
 * `now`: another try in this execution may help; `later`: one in a later execution may; `never`: a person has to act.
 */
export const errorKinds = {
  InvalidInput: 'never',
  SettingsInvalid: 'never',
  CredentialsInvalid: 'never',
  CredentialsNotSaved: 'never',
  AccessTokenMissing: 'later',
  AccessTokenRejected: 'later',
  RateLimited: 'now',
  ProviderUnavailable: 'now',
  ProviderAnswerInvalid: 'now',
  ProviderRefused: 'later',
  MediaNotFound: 'never',
  MediaUnsupported: 'never',
  SizeMismatch: 'later',
  DownloadInterrupted: 'now',
  StorageUnavailable: 'now',
} as const;

export type ArchiveErrorName = keyof typeof errorKinds;

/** A failure that has a name. Its message stands in logs and in the execution's history: no token, no URL, no body. */
export class ArchiveError extends Error {
  override readonly name: ArchiveErrorName;
  /** Milliseconds that the other side asks to wait. */
  readonly retryAfter: number | null;

  constructor(name: ArchiveErrorName, message: string, { retryAfter = null as number | null } = {}) {
    super(message);
    this.name = name;
    this.retryAfter = retryAfter;
  }
}

/** Whether an error, by its name, leaves hope for a later execution. A name that is none of ours (a crash, a timeout) does. */
export function mayRecover(name: string): boolean {
  return !isOurs(name) || errorKinds[name] !== 'never';
}

/** Whether it is worth trying again at once. */
export function isPassing(error: unknown): error is ArchiveError {
  return error instanceof ArchiveError && errorKinds[error.name] === 'now';
}

const isOurs = (name: string): name is ArchiveErrorName => Object.hasOwn(errorKinds, name);

/** Names of the SDK's errors that another try may mend, beside all with a status of 500 and more. */
const passing =
  /throttl|TooManyRequests|RequestLimitExceeded|ProvisionedThroughputExceeded|SlowDown|Timeout|ECONN|EPIPE|NetworkingError/i;

/** What the archive calls an error of the AWS SDK: `StorageUnavailable` where another try may help, else the error itself. */
export function asArchiveError(error: unknown): unknown {
  if (error instanceof ArchiveError || !(error instanceof Error)) return error;
  const { $metadata, code } = error as { $metadata?: { httpStatusCode?: number }; code?: string };
  const status = $metadata?.httpStatusCode ?? 0;
  if (status >= 500 || passing.test(`${error.name} ${code ?? ''}`)) {
    return new ArchiveError(
      'StorageUnavailable',
      `AWS answered ${error.name}${status ? ` (${status})` : ''}`,
    );
  }
  return error;
}
