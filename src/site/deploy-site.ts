import type { CloudFrontApi, S3Api } from '../aws/apis.ts';
import type { Release } from '../release/release.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import type { SiteChanges } from './diff.ts';
import type { EdgeFetch } from './edge-fetch.ts';
import type { SiteConfig } from './files.ts';
import { callerReference, invalidate, type InvalidationResult } from './invalidate.ts';
import { planSite } from './plan-site.ts';
import { edgeExpectations, proveAtEdge, type EdgeProof } from './prove.ts';
import { publishSite, settleSite } from './publish.ts';
import { addCounts, type RequestCounts } from './requests.ts';

export interface DeploySiteOptions {
  readonly release: Release;
  readonly s3: S3Api;
  readonly cloudFront: CloudFrontApi;
  readonly bucket: string;
  readonly distributionId: string;
  /** `https://…` of the site as its visitors see it. */
  readonly url: string;
  /** The values of `config.json`, from the outputs of the stacks as they are now. */
  readonly config: SiteConfig;
  /** Names this deployment among those of the release, e.g. the ledger's record; the same when it is resumed. */
  readonly attempt: string;
  readonly fetch: EdgeFetch;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Sent along with the proof's requests, e.g. a site's basic authentication. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly concurrency?: number;
  /** Milliseconds. */
  readonly deadlines?: { readonly invalidation?: number; readonly proof?: number };
}

export interface SiteDeployment {
  /** `unchanged`: bucket and edge had all of this release already; nothing was written. */
  readonly kind: 'published' | 'unchanged';
  readonly changes: SiteChanges;
  /** Keys sent, `release.json` among them. */
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  /** Files of the site in all. */
  readonly files: number;
  /** Bytes sent. */
  readonly bytes: number;
  /** To the site's bucket. */
  readonly requests: RequestCounts;
  readonly invalidation: InvalidationResult;
  readonly proof: EdgeProof;
  /** Milliseconds, by part. */
  readonly took: { readonly publish: number; readonly edge: number };
}

/**
 * Brings a release's site to one environment, or back to it: plan, publish, invalidate, note that nothing is owed, prove
 * at the edge. Killed anywhere it can be run again. Throws what its steps throw.
 */
export async function deploySite(options: DeploySiteOptions): Promise<SiteDeployment> {
  const { s3, bucket, distributionId, clock, logger, deadlines = {} } = options;
  const start = clock.now();
  const planned = await planSite(options);
  const published = await publishSite({ ...options, planned });
  const publishedAt = clock.now();
  const paths = published.kind === 'published' ? published.invalidate : [];
  const invalidation = await invalidate({
    distributionId,
    paths,
    callerReference: callerReference({ release: planned.release, attempt: options.attempt, paths }),
    api: options.cloudFront,
    clock,
    logger,
    ...(deadlines.invalidation === undefined ? {} : { deadline: deadlines.invalidation }),
  });
  const requests = addCounts(planned.requests, published.requests);
  const settled = published.kind === 'published' ? await settleSite({ published, s3, bucket }) : null;
  const proof = await proveAtEdge({
    url: options.url,
    expected: edgeExpectations(planned),
    fetch: options.fetch,
    clock,
    logger,
    ...(options.headers ? { headers: options.headers } : {}),
    ...(deadlines.proof === undefined ? {} : { deadline: deadlines.proof }),
  });
  return {
    kind: published.kind,
    changes: planned.changes,
    written: published.kind === 'published' ? published.written : [],
    deleted: published.kind === 'published' ? published.deleted : [],
    files: planned.wanted.length,
    bytes: published.kind === 'published' ? published.bytes : 0,
    requests: settled ? addCounts(requests, settled) : requests,
    invalidation,
    proof,
    took: { publish: publishedAt - start, edge: clock.now() - publishedAt },
  };
}
