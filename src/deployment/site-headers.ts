import { UserError } from '../errors/slipway-error.ts';
import { authorizationOf, readSiteCredential } from '../smoke/site-credential.ts';
import type { Session, Target } from './target.ts';

/**
 * What the requests that prove a publication carry: where the environment's site asks its visitors for a credential, that of the
 * smoke checks. Which secret that is stands in the smoke profile (`site.basicAuth`).
 *
 * @throws UserError SITE_CREDENTIAL: the secret can't be read, or holds something else
 */
export async function siteHeaders(
  { smoke, environment }: Pick<Target, 'smoke' | 'environment'>,
  session: Session,
): Promise<Readonly<Record<string, string>>> {
  const site = smoke?.content.site;
  try {
    const credential = await readSiteCredential(site, environment.environment, () =>
      session.clients(environment, 'deploy').secretsManager(environment.regions.home),
    );
    return credential === null ? {} : { authorization: authorizationOf(credential) };
  } catch (error) {
    throw new UserError(
      'SITE_CREDENTIAL',
      `the site asks for a credential, but ${error instanceof Error ? error.message : 'it could not be had'}`,
      { cause: error, ...(smoke === null ? {} : { at: { file: smoke.file, line: 1, column: 1 } }) },
    );
  }
}
