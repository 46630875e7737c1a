import { UserError } from '../errors/slipway-error.ts';

/** What services call a caller who may not do something (IAM User Guide, "Troubleshoot access denied error messages"). */
const denied = /^(?:AccessDenied|UnauthorizedOperation|Unauthorized|Forbidden$|403$)/;
/** What they call credentials that are good no more (Common Errors of the query APIs and of JSON ones). */
const signedOut =
  /^(?:ExpiredToken|RequestExpired|TokenRefreshRequired|InvalidClientTokenId|UnrecognizedClient)/;

/**
 * An answer of AWS that nothing in Slipway has put into words, and that is a matter of the caller's credentials: told as AWS says
 * it. `null` for every other error.
 */
export function awsRefusal(error: unknown): UserError | null {
  if (!(error instanceof Error) || !('$metadata' in error)) return null;
  const said = ['', 'UnknownError', error.name].includes(error.message)
    ? error.name
    : `${error.name}: ${error.message}`;
  if (denied.test(error.name)) {
    return new UserError('AWS_DENIED', `AWS does not allow what this command does: ${said}`, {
      next: 'the same command with credentials that may do that',
    });
  }
  if (signedOut.test(error.name)) {
    return new UserError('AWS_SIGNED_OUT', `AWS does not take these credentials any more: ${said}`, {
      next: 'sign in again (`aws sso login`), then the same command, which goes on where this ended',
    });
  }
  return null;
}
