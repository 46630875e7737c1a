import * as v from 'valibot';
import { BOOKKEEPING_PREFIX } from './files.ts';

/** Where the manifest lies in the site's bucket. */
export const MANIFEST_KEY = `${BOOKKEEPING_PREFIX}site.json`;

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const key = v.pipe(v.string(), v.minLength(1));

const object = v.strictObject({
  sha256: digest,
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  contentType: v.string(),
  cacheControl: v.string(),
});

const build = v.strictObject({ release: digest, site: digest, assets: v.array(key) });

const siteManifest = v.strictObject({
  schema: v.literal(1),
  release: digest,
  files: v.record(key, object),
  builds: v.array(build),
  pending: v.strictObject({ invalidate: v.array(v.string()), delete: v.array(key) }),
});

/** One site build that was published here. */
export interface PublishedBuild {
  /** The latest release that brought it. */
  readonly release: string;
  /** Digest of the build's files and headers: two releases with the same build count once. */
  readonly site: string;
  /** Keys of its hashed assets. */
  readonly assets: readonly string[];
}

/**
 * What Slipway knows about the site's bucket, since a listing tells neither checksums nor headers (aws-notes: S3). It is
 * written after the pages, so whoever is killed earlier starts again from the old one and repeats the rest.
 */
export interface SiteManifest {
  readonly schema: 1;
  readonly release: string;
  /** Every object that Slipway wrote here and that is here, by key. */
  readonly files: Readonly<
    Record<
      string,
      {
        readonly sha256: string;
        readonly size: number;
        readonly contentType: string;
        readonly cacheControl: string;
      }
    >
  >;
  /** Newest first; their assets stay. */
  readonly builds: readonly PublishedBuild[];
  /** What this publication still owes: paths not yet invalidated, keys not yet known to be deleted. */
  readonly pending: { readonly invalidate: readonly string[]; readonly delete: readonly string[] };
}

/** Reads a manifest's text; `null` where it is damaged or of another schema, so that the bucket itself is asked. */
export function parseManifest(text: string): SiteManifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = v.safeParse(siteManifest, value);
  return parsed.success ? parsed.output : null;
}

/** The manifest's text: readable, the same for the same manifest. */
export function printManifest(manifest: SiteManifest): string {
  const files = Object.fromEntries(
    Object.entries(manifest.files).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
  return `${JSON.stringify({ ...manifest, files }, null, 1)}\n`;
}
