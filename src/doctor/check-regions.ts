import { guardAccount } from '../aws/account-guard.ts';
import type { EnvironmentDefinition } from '../config/system.ts';
import { SlipwayError } from '../errors/slipway-error.ts';
import { ok, unknown, wrong, type Check } from './check.ts';
import { accountSubject, type AccountPlace } from './place.ts';
import { reasonOf } from './reading.ts';

/** Whether the credentials for an environment are of its account; nothing else is asked with others. */
export async function checkCredentials(
  place: AccountPlace,
  environment: EnvironmentDefinition,
): Promise<Check> {
  const { account } = place.account;
  const subject = accountSubject(
    place,
    'credentials',
    environment.environment,
    `credentials of account ${account}`,
  );
  try {
    const sts = await place.clients.sts(environment.regions.home);
    const { arn } = await guardAccount(sts, environment);
    return ok(subject, arn);
  } catch (error) {
    const { reason, next } = reasonOf(error);
    const isOther = error instanceof SlipwayError && error.code === 'WRONG_ACCOUNT';
    return isOther
      ? wrong(
          subject,
          reason,
          `credentials of account ${account}, or --profiles '{environment}-{role}' for several accounts`,
        )
      : unknown(subject, reason, next);
  }
}

/**
 * Whether a region is enabled in the account: where it is not, its STS takes no token of the account (IAM User Guide,
 * "Managing AWS STS in an AWS Region").
 */
export async function checkRegion(place: AccountPlace, region: string): Promise<Check> {
  const subject = accountSubject(place, 'region', region, 'the region is enabled');
  try {
    await (await place.clients.sts(region)).getCallerIdentity({});
    return ok(subject, 'enabled');
  } catch (error) {
    const isRefused =
      error instanceof Error && /^(?:InvalidClientTokenId|RegionDisabledException)/.test(error.name);
    if (!isRefused) return unknown(subject, reasonOf(error).reason, null);
    return wrong(
      subject,
      'the region takes no token of this account: it is not enabled',
      `aws account enable-region --region-name ${region}`,
    );
  }
}
