import type { DeployedSite } from './deployed.ts';
import { CONFIG_KEY, MARKER_KEY, sameObject, type SiteObject, type WantedFile } from './files.ts';
import { pathsOf } from './invalidation-paths.ts';
import type { PublishedBuild, SiteManifest } from './manifest.ts';
import { buildOf, keptBuilds } from './retention.ts';

/** What a publication would do, for people and for the plan. `release.json` is left out: it changes with each release. */
export interface SiteChanges {
  /** Keys of the site's bucket. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Names that the release no longer has, and hashed assets of builds that are no longer kept. */
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** Bytes to write. */
  readonly bytes: number;
  /** Paths of the distribution to invalidate. */
  readonly invalidate: readonly string[];
}

/** Everything that a publication does, worked out beforehand. */
export interface SiteWork {
  readonly changes: SiteChanges;
  /** To write, the marker among them. */
  readonly write: readonly WantedFile[];
  /** To delete, once the pages are there. */
  readonly delete: readonly string[];
  /** With the marker's path and what an earlier, interrupted publication still owes. */
  readonly invalidate: readonly string[];
  /** The manifest as it shall be written after the pages. */
  readonly manifest: SiteManifest;
}

const GENERATED: ReadonlySet<string> = new Set([CONFIG_KEY, MARKER_KEY]);

/**
 * Compares what a release wants with what is deployed, by content and headers. Pure.
 *
 * Invalidated are the names that a visitor may have seen with other content: changed ones; removed ones that are no
 * hashed assets; and, where a site was there before, added ones that are none either (their absence may be cached).
 *
 * @param configUnknown the outputs for `config.json` are not known yet: what is deployed stays as it is
 */
export function diffSite(options: {
  readonly release: string;
  readonly wanted: readonly WantedFile[];
  readonly deployed: DeployedSite;
  readonly configUnknown?: boolean;
  readonly keep?: number;
}): SiteWork {
  const { release, wanted, deployed, keep } = options;
  const build = buildOf(release, wanted, GENERATED);
  const builds = keptBuilds(deployed.builds, build, keep);
  const write = wanted.filter((file) => !isThere(deployed.files[file.key], file));
  const gone = goneKeys(wanted, deployed, builds, options.configUnknown ?? false);
  const told = write.filter(({ role }) => role !== 'marker');
  const changed = told.filter(({ key }) => key in deployed.files);
  const added = told.filter(({ key }) => !(key in deployed.files));

  const hashed = new Set(deployed.builds.flatMap(({ assets }) => assets));
  const stale = [
    ...changed.map(({ key }) => key),
    ...(deployed.source === 'nothing'
      ? []
      : added.filter(({ role }) => role !== 'asset').map(({ key }) => key)),
    ...gone.filter((key) => !hashed.has(key)),
  ];
  const markerPaths = write.some(({ key }) => key === MARKER_KEY && key in deployed.files)
    ? pathsOf(MARKER_KEY)
    : [];
  const invalidate = sortedOnce([...stale.flatMap(pathsOf), ...markerPaths, ...deployed.pending.invalidate]);
  const wantedKeys = new Set(wanted.map(({ key }) => key));
  const owed = deployed.pending.delete.filter((key) => !wantedKeys.has(key));
  const toDelete = sortedOnce([...gone, ...owed]);

  return {
    changes: {
      added: keysOf(added),
      changed: keysOf(changed),
      removed: [...gone].sort(),
      unchanged: wanted.length - write.length,
      bytes: told.reduce((sum, { size }) => sum + size, 0),
      invalidate: invalidate.filter((path) => !pathsOf(MARKER_KEY).includes(path)),
    },
    write,
    delete: toDelete,
    invalidate,
    manifest: {
      schema: 1,
      release,
      files: {
        ...without(deployed.files, gone),
        ...Object.fromEntries(wanted.map((file) => [file.key, object(file)])),
      },
      builds,
      pending: { invalidate, delete: toDelete },
    },
  };
}

function isThere(deployed: SiteObject | undefined, file: WantedFile): boolean {
  return deployed !== undefined && sameObject(deployed, file);
}

/** What is deployed, and neither wanted nor an asset of a build that is kept. */
function goneKeys(
  wanted: readonly WantedFile[],
  deployed: DeployedSite,
  builds: readonly PublishedBuild[],
  configUnknown: boolean,
): readonly string[] {
  const stays = new Set([
    ...wanted.map(({ key }) => key),
    ...builds.flatMap(({ assets }) => assets),
    ...(configUnknown ? [CONFIG_KEY] : []),
  ]);
  return Object.keys(deployed.files).filter((key) => !stays.has(key));
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  keys: readonly string[],
): Readonly<Record<string, Value>> {
  const left = new Set(keys);
  return Object.fromEntries(Object.entries(record).filter(([key]) => !left.has(key)));
}

function object({ sha256, size, contentType, cacheControl }: WantedFile): SiteObject {
  return { sha256, size, contentType, cacheControl };
}

const keysOf = (files: readonly WantedFile[]): string[] => files.map(({ key }) => key).sort();
const sortedOnce = (values: readonly string[]): string[] => [...new Set(values)].sort();
