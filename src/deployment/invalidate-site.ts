import { randomUUID } from 'node:crypto';
import { missingOutput, resolveSource, type StackOutputs } from '../config/stack-instances.ts';
import type { ParameterSource } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import { edgeFetch } from '../site/edge-fetch.ts';
import { wantedFiles, type WantedFile } from '../site/files.ts';
import { callerReference, invalidate } from '../site/invalidate.ts';
import { pathMistake, pathsOf } from '../site/invalidation-paths.ts';
import { proveAtEdge, visitedPath, type EdgeProof } from '../site/prove.ts';
import { deployedTarget } from './deployed-target.ts';
import { siteHeaders } from './site-headers.ts';
import { noSite } from './sync-site.ts';
import type { Session, Target } from './target.ts';

export interface InvalidatedSite {
  readonly target: Target;
  /** `https://…` of the site. */
  readonly url: string;
  /** As CloudFront was asked to forget them. */
  readonly paths: readonly string[];
  readonly proof: EdgeProof;
}

/**
 * Lets the edge forget paths of an environment's site, waits until it has, and proves that it serves the release.
 *
 * @param paths each begins with `/`, with a `*` at most at its end; none: every page and `release.json`
 * @throws UserError PATH_INVALID, NO_SITE, OUTPUT_MISSING, SITE_CREDENTIAL, and what `deployedTarget`, `invalidate` and `proveAtEdge` throw
 */
export async function invalidateSite(
  root: string,
  names: { readonly system: string; readonly environment: string },
  paths: readonly string[],
  session: Session,
): Promise<InvalidatedSite> {
  for (const path of paths) {
    const mistake = pathMistake(path);
    if (mistake !== null)
      throw new UserError('PATH_INVALID', `the path to invalidate is "${path}", ${mistake}`);
  }
  const { target, outputs } = await deployedTarget(root, names, session, 'deploy');
  const { site } = target.system;
  if (site === null) throw noSite(target);
  const url = outputOf('site.url', site.url, outputs);
  // what config.json holds is known to the deployment alone
  const files = wantedFiles(target.release, Object.keys(site.config).length === 0 ? {} : null);
  const wanted = paths.length > 0 ? paths : files.filter(isServedByName).flatMap(({ key }) => pathsOf(key));
  const { clock, logger } = session;
  const result = await invalidate({
    distributionId: outputOf('site.distribution', site.distribution, outputs),
    paths: wanted,
    callerReference: callerReference({ release: target.release.id, attempt: randomUUID(), paths: wanted }),
    api: await session.clients(target.environment, 'deploy').cloudFront(),
    clock,
    logger,
  });
  const proven = files.filter((file) => file.role === 'marker' || pathsOf(file.key).some(isAmong(wanted)));
  const proof = await proveAtEdge({
    url,
    expected: proven.map((file) => ({
      path: visitedPath(file),
      sha256: file.sha256,
      contentType: file.contentType,
    })),
    fetch: edgeFetch(session.http),
    headers: await siteHeaders(target, session),
    clock,
    logger,
  });
  return { target, url, paths: result.kind === 'none' ? [] : result.paths, proof };
}

/** Assets change their name with their content: no edge holds an old one under a new name. */
function isServedByName({ role }: WantedFile): boolean {
  return role === 'page' || role === 'marker';
}

/** As CloudFront compares: a `*` at the end stands for anything. */
function isAmong(wanted: readonly string[]): (path: string) => boolean {
  return (path) =>
    wanted.some((each) => (each.endsWith('*') ? path.startsWith(each.slice(0, -1)) : path === each));
}

function outputOf(what: string, source: ParameterSource, outputs: StackOutputs): string {
  const found = resolveSource(source, outputs);
  if (found === undefined) throw missingOutput(what, source, outputs);
  return found;
}
