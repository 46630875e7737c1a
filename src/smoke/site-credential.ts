import * as v from 'valibot';
import type { SiteProfile } from './profile.ts';
import { readSecret } from './read-secret.ts';
import type { SmokeSecrets } from './target.ts';

/** How to get in where a site asks its visitors for a credential. It never leaves the process but as an Authorization header. */
export interface SiteCredential {
  readonly user: string;
  readonly password: string;
}

const secretSchema = v.object({
  // RFC 7617, 2: a user has no colon.
  user: v.pipe(v.string(), v.nonEmpty(), v.regex(/^[^:]+$/)),
  password: v.pipe(v.string(), v.nonEmpty()),
});

/**
 * The credential of the checks where the environment's site asks for one; `null` where it asks for none.
 *
 * @throws FixtureError where the secret can't be read or holds something else
 */
export async function readSiteCredential(
  site: Pick<SiteProfile, 'basicAuth'> | undefined,
  environment: string,
  secrets: () => Promise<SmokeSecrets>,
): Promise<SiteCredential | null> {
  const environments: readonly string[] = site?.basicAuth?.environments ?? [];
  if (site?.basicAuth === undefined || !environments.includes(environment)) return null;
  return readSecret(site.basicAuth.secret, secretSchema, secrets);
}

/** The value of an Authorization header (RFC 7617). */
export function authorizationOf({ user, password }: SiteCredential): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
