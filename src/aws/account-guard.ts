import { UserError } from '../errors/slipway-error.ts';
import type { StsApi } from './apis.ts';

export interface Caller {
  readonly account: string;
  /** Who it is: an ARN, without session secrets. */
  readonly arn: string;
}

/**
 * Asks AWS who is calling and stops unless it is the account that the environment's file names, so that the right plan
 * never runs in the wrong place.
 * @param expected the environment's account (12 digits), its name and the file that says so
 * @throws UserError NO_CREDENTIALS when there are none or AWS refuses them, or what the credentials' provider throws; WRONG_ACCOUNT when they belong elsewhere
 */
export async function guardAccount(
  sts: StsApi,
  expected: { readonly account: string; readonly environment: string; readonly file: string },
): Promise<Caller> {
  const identity = await sts.getCallerIdentity({}).catch((cause: unknown) => {
    // whoever hands out the credentials may know better why there are none
    if (cause instanceof UserError) throw cause;
    throw noCredentials(expected.environment, cause);
  });
  const account = identity.Account ?? '';
  if (account !== expected.account) {
    throw new UserError(
      'WRONG_ACCOUNT',
      `these credentials belong to account ${account}, but ${expected.environment} is account ${expected.account} (${expected.file})`,
      { next: `use credentials of account ${expected.account}; nothing was changed` },
    );
  }
  return { account, arn: identity.Arn ?? account };
}

/** The error for credentials that are missing, expired or refused; keeps the reason that the SDK or STS gives. */
function noCredentials(environment: string, cause: unknown): UserError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UserError('NO_CREDENTIALS', `no usable AWS credentials for ${environment}: ${reason}`, {
    next: 'sign in (`aws sso login`), set AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; nothing was changed',
    cause,
  });
}
