import type { S3Api } from '../aws/apis.ts';
import type { Release } from '../release/release.ts';
import type { Logger } from '../runtime/logger.ts';
import { checkPages } from './check-pages.ts';
import { NOTHING_DEPLOYED, readDeployed, type DeployedSite } from './deployed.ts';
import { diffSite, type SiteChanges, type SiteWork } from './diff.ts';
import { wantedFiles, type SiteConfig, type WantedFile } from './files.ts';
import { countRequests, type RequestCounts } from './requests.ts';

/** How many requests to the bucket are under way at once. S3 takes 3,500 writes a second and prefix. */
export const DEFAULT_CONCURRENCY = 32;

export interface PlanSiteOptions {
  readonly release: Release;
  readonly s3: S3Api;
  /** `null` while the stack that holds the bucket does not exist: everything is new then. */
  readonly bucket: string | null;
  /** The values of `config.json`; `null` while the outputs they come from are not known. */
  readonly config: SiteConfig | null;
  readonly logger: Logger;
  /** Site builds whose assets stay, the new one among them; 3 unless given. */
  readonly keep?: number;
  readonly concurrency?: number;
}

/** A publication worked out, ready for `publishSite`. `changes` is what a plan shows. */
export interface PlannedSite {
  readonly release: string;
  readonly bucket: string | null;
  readonly changes: SiteChanges;
  readonly work: SiteWork;
  /** Every file of the site, written or not. */
  readonly wanted: readonly WantedFile[];
  /** Keys of the hashed assets that the pages name; empty where there is nothing to write. */
  readonly named: readonly string[];
  /** The manifest's ETag when it was read; `null` where there was none. */
  readonly etag: string | null;
  /** `false`: bucket and distribution have all of this release already, and nothing is owed. */
  readonly hasWork: boolean;
  readonly requests: RequestCounts;
}

/**
 * Plans a publication: reads what is deployed, compares it with the release and checks that the pages name only files
 * that the release holds. Writes nothing.
 *
 * @throws UserError `SITE_MISSING`, `SITE_RESERVED_NAME`, `SITE_ASSET_MISSING`, `SITE_ASSET_TYPE`, `SITE_BUCKET_MISSING`,
 *   `SITE_BUCKET_DENIED`; SlipwayError `SITE_S3`; and what `release.read` throws
 */
export async function planSite(options: PlanSiteOptions): Promise<PlannedSite> {
  const { release, bucket, config, logger, keep, concurrency = DEFAULT_CONCURRENCY } = options;
  const { s3, counts } = countRequests(options.s3);
  const wanted = wantedFiles(release, config);
  const deployed =
    bucket === null ? NOTHING_DEPLOYED : await readDeployed({ s3, bucket, wanted, logger, concurrency });
  const work = diffSite({
    release: release.id,
    wanted,
    deployed,
    configUnknown: config === null,
    ...(keep === undefined ? {} : { keep }),
  });
  warnOfRewrittenAssets(wanted, deployed, logger);
  const publishes = work.write.some(({ role }) => role !== 'marker');
  return {
    release: release.id,
    bucket,
    changes: work.changes,
    work,
    wanted,
    named: publishes ? await checkPages(wanted) : [],
    etag: deployed.etag,
    hasWork:
      work.write.length + work.delete.length + work.invalidate.length > 0 || deployed.source !== 'manifest',
    requests: counts(),
  };
}

/** Browsers keep such a file for a year, whatever is invalidated at the edge. */
function warnOfRewrittenAssets(wanted: readonly WantedFile[], deployed: DeployedSite, logger: Logger): void {
  for (const { key, role, sha256 } of wanted) {
    const there = deployed.files[key]?.sha256 ?? '';
    if (role !== 'asset' || there === '' || there === sha256) continue;
    logger.warn(`${key} has other content than before under the same name, which browsers keep for a year`);
  }
}
