import pLimit from 'p-limit';
import type { Logger } from '../runtime/logger.ts';
import { short } from '../runtime/sha256.ts';
import { artifactKeys, manifestBytes, type ReleaseContents } from './manifest.ts';
import type { ArtifactStore, Release, ReleaseManifest, Sha256 } from './release.ts';

export interface CopyTarget {
  readonly store: ArtifactStore;
  /** `stacks` for a region that only CloudFormation reads in; the home region holds everything. */
  readonly contents: ReleaseContents;
}

/** What a copy did in one place. */
export interface CopyResult {
  readonly location: string;
  readonly written: number;
  readonly present: number;
  /** Bytes written. */
  readonly bytes: number;
}

/**
 * Copies a release to each place that needs it. What is there is compared by the checksum that the
 * store keeps, in all places, before anything is written; then only what is missing is sent. The manifest comes last, so that a release which can be opened is complete.
 *
 * @throws UserError `ARTIFACT_DIGEST`, `ARTIFACT_MISSING`, `ARTIFACT_BUCKET_MISSING`
 */
export async function copyRelease(
  release: Release,
  targets: readonly CopyTarget[],
  { concurrency = 16, logger }: { readonly concurrency?: number; readonly logger: Logger },
): Promise<readonly CopyResult[]> {
  const types = contentTypes(release.manifest);
  const missing = await Promise.all(
    targets.map(({ store, contents }) => store.missing(artifactKeys(release.manifest, contents))),
  );
  const copies = targets.map(async ({ store, contents }, index): Promise<CopyResult> => {
    let bytes = 0;
    let written = 0;
    const send = async (key: Sha256, body: Uint8Array): Promise<void> => {
      const contentType = types.get(key) ?? 'application/json';
      if ((await store.put({ sha256: key, bytes: body, contentType })) === 'present') return;
      written++;
      bytes += body.length;
    };
    const artifacts = missing[index]?.filter((key) => key !== release.id) ?? [];
    await eachOf(artifacts, concurrency, async (key) => {
      await send(key, await release.read(key));
    });
    if (missing[index]?.includes(release.id)) await send(release.id, manifestBytes(release.manifest));
    const present = artifactKeys(release.manifest, contents).length - written;
    logger.info(`${store.location}: release ${short(release.id)}, ${written} written, ${present} present`);
    return { location: store.location, written, present, bytes };
  });
  await Promise.allSettled(copies);
  return Promise.all(copies);
}

/** After a failure nothing new is begun, and what was under way has ended before it is thrown. */
async function eachOf<T>(
  items: readonly T[],
  concurrency: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const limit = pLimit({ concurrency, rejectOnClear: true });
  const running = items.map((item) => limit(() => work(item)));
  try {
    await Promise.all(running);
  } catch (error) {
    limit.clearQueue();
    await Promise.allSettled(running);
    throw error;
  }
}

function contentTypes(manifest: ReleaseManifest): ReadonlyMap<Sha256, string> {
  const yaml = [
    ...manifest.templates,
    manifest.definition,
    ...Object.values(manifest.environments),
    ...(manifest.smoke ? [manifest.smoke] : []),
  ];
  return new Map([
    ...(manifest.site ?? []).map((file) => [file.sha256, file.contentType] as const),
    ...yaml.map((file) => [file.sha256, 'application/yaml; charset=utf-8'] as const),
    ...manifest.functions.map((file) => [file.sha256, 'application/zip'] as const),
  ]);
}
