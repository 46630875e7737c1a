/** One version of a key, or a deletion of it, as ListObjectVersions tells it. */
export interface KeyVersion {
  readonly key: string;
  readonly versionId: string;
  readonly isDeletion: boolean;
  /** Milliseconds since the epoch; S3 tells whole seconds. */
  readonly at: number;
  /** The version that a plain read of the key gives. */
  readonly isLatest: boolean;
  /** Bytes; 0 of a deletion. */
  readonly size: number;
  /** Empty of a deletion. The same for the same bytes, but for parts and keys of KMS (API_Object): then never the same. */
  readonly etag: string;
}

/** What brings one key back to where it was. */
export type Restoration =
  /** The version is copied over whatever there is now; nothing is lost by it. */
  | {
      readonly kind: 'copy';
      readonly key: string;
      readonly versionId: string;
      readonly at: number;
      readonly size: number;
    }
  /** The key was not there at that moment: it is deleted, and its versions stay. */
  | { readonly kind: 'delete'; readonly key: string };

export interface RestorePlan {
  readonly restorations: readonly Restoration[];
  /** Keys that are as they were. */
  readonly unchanged: number;
  /** Keys made after the moment that stay, as they were not asked to go. */
  readonly newer: readonly string[];
}

/**
 * Decides what makes keys what they were at a moment.
 * @param versions of one listing: within a key the newest first, as ListObjectVersions answers
 * @param moment milliseconds since the epoch; a version of that very second counts
 * @param removeNewer also deletes keys that were not there then
 */
export function planRestore(
  versions: readonly KeyVersion[],
  moment: number,
  { removeNewer }: { readonly removeNewer: boolean },
): RestorePlan {
  const byKey = new Map<string, KeyVersion[]>();
  for (const version of versions) {
    const known = byKey.get(version.key);
    if (known) known.push(version);
    else byKey.set(version.key, [version]);
  }
  const restorations: Restoration[] = [];
  const newer: string[] = [];
  let unchanged = 0;
  for (const [key, all] of byKey) {
    const then = all.find(({ at }) => at <= moment);
    const now = all.find(({ isLatest }) => isLatest);
    const wasThere = then !== undefined && !then.isDeletion;
    const isThere = now !== undefined && !now.isDeletion;
    if (wasThere) {
      if (now !== undefined && isSame(then, now)) unchanged += 1;
      else restorations.push({ kind: 'copy', key, versionId: then.versionId, at: then.at, size: then.size });
    } else if (!isThere) unchanged += 1;
    else if (removeNewer) restorations.push({ kind: 'delete', key });
    else newer.push(key);
  }
  return { restorations, unchanged, newer };
}

/** The very version, or a copy of it: an earlier restoration, say. */
function isSame(then: KeyVersion, now: KeyVersion): boolean {
  if (then.versionId === now.versionId) return true;
  return !now.isDeletion && then.etag !== '' && then.etag === now.etag && then.size === now.size;
}
