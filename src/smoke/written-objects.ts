import type { SmokeS3 } from './target.ts';

/** What a run may have written; everything named here is gone after `remove`. */
export interface WrittenObjects {
  /** Call it before the request that may write the key, so that an interrupted run forgets nothing. */
  add(bucket: string, key: string): void;
  readonly count: number;
  /** Deletes every version and delete marker of every key, then looks again. */
  remove(s3: () => Promise<SmokeS3>): Promise<Removal>;
}

export interface Removal {
  /** Versions and markers deleted. */
  readonly removed: number;
  /** What could not be removed, in words. */
  readonly problems: readonly string[];
}

interface Version {
  readonly key: string;
  readonly versionId: string | undefined;
}

export function makeWrittenObjects(): WrittenObjects {
  const keys = new Map<string, Set<string>>();
  return {
    add: (bucket, key) => {
      const known = keys.get(bucket);
      if (known) known.add(key);
      else keys.set(bucket, new Set([key]));
    },
    get count() {
      return [...keys.values()].reduce((sum, entry) => sum + entry.size, 0);
    },
    remove: async (s3) => {
      let removed = 0;
      const problems: string[] = [];
      for (const [bucket, wanted] of keys) {
        try {
          const client = await s3();
          const found = await versionsOf(client, bucket, wanted);
          problems.push(...(await deleteAll(client, bucket, found)));
          const left = found.length === 0 ? [] : await versionsOf(client, bucket, wanted);
          removed += found.length - left.length;
          if (left.length > 0) problems.push(`${left.length} versions are left in ${bucket}`);
        } catch (error) {
          problems.push(
            `${bucket}: ${error instanceof Error ? `${error.name} ${error.message}` : String(error)}`,
          );
        }
      }
      return { removed, problems };
    },
  };
}

/** Lists by the keys' common prefixes: one folder, one listing. */
async function versionsOf(
  s3: SmokeS3,
  bucket: string,
  wanted: ReadonlySet<string>,
): Promise<readonly Version[]> {
  const prefixes = new Set([...wanted].map((key) => key.slice(0, key.lastIndexOf('/') + 1) || key));
  const found: Version[] = [];
  for (const prefix of prefixes) {
    let marker: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
    while (marker) {
      const page = await s3.listObjectVersions({ Bucket: bucket, Prefix: prefix, ...marker });
      for (const entry of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])]) {
        if (entry.Key !== undefined && wanted.has(entry.Key)) {
          found.push({ key: entry.Key, versionId: entry.VersionId });
        }
      }
      marker =
        page.IsTruncated === true && page.NextKeyMarker !== undefined
          ? {
              KeyMarker: page.NextKeyMarker,
              ...(page.NextVersionIdMarker === undefined
                ? {}
                : { VersionIdMarker: page.NextVersionIdMarker }),
            }
          : undefined;
    }
  }
  return found;
}

/** DeleteObjects takes at most 1,000 keys a call (Amazon S3 API Reference). */
async function deleteAll(
  s3: SmokeS3,
  bucket: string,
  versions: readonly Version[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (let start = 0; start < versions.length; start += 1000) {
    const answer = await s3.deleteObjects({
      Bucket: bucket,
      Delete: {
        Quiet: true,
        Objects: versions.slice(start, start + 1000).map(({ key, versionId }) => ({
          Key: key,
          ...(versionId === undefined ? {} : { VersionId: versionId }),
        })),
      },
    });
    for (const error of answer.Errors ?? []) {
      problems.push(`${bucket}/${error.Key ?? '?'}: ${error.Code ?? 'not deleted'}`);
    }
  }
  return problems;
}
