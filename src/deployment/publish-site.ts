import { missingOutput, resolveSource, type StackOutputs } from '../config/stack-instances.ts';
import type { ParameterSource } from '../config/system.ts';
import { deploySite, type SiteDeployment } from '../site/deploy-site.ts';
import { edgeFetch } from '../site/edge-fetch.ts';
import { siteHeaders } from './site-headers.ts';
import type { Session, Target } from './target.ts';

/**
 * Publishes the release's site to one environment and proves it at the edge; `null` for a system without a site.
 *
 * @param attempt names this deployment among those of the release
 * @throws UserError OUTPUT_MISSING, SITE_CREDENTIAL, and what `deploySite` throws
 */
export async function publishSite(
  target: Target,
  session: Session,
  outputs: StackOutputs,
  attempt: string,
): Promise<SiteDeployment | null> {
  const { site } = target.system;
  if (site === null) return null;
  const value = (what: string, source: ParameterSource): string => {
    const found = resolveSource(source, outputs);
    if (found === undefined) throw missingOutput(what, source, outputs);
    return found;
  };
  const clients = session.clients(target.environment, 'deploy');
  return deploySite({
    release: target.release,
    s3: await clients.s3(target.environment.regions.home),
    cloudFront: await clients.cloudFront(),
    bucket: value('site.bucket', site.bucket),
    distributionId: value('site.distribution', site.distribution),
    url: value('site.url', site.url),
    config: Object.fromEntries(
      Object.entries(site.config).map(([key, source]) => [key, value(`site.config.${key}`, source)]),
    ),
    attempt,
    fetch: edgeFetch(session.http),
    headers: await siteHeaders(target, session),
    clock: session.clock,
    logger: session.logger,
  });
}
