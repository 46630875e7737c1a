import { UserError } from '../errors/slipway-error.ts';
import { sha256 } from '../runtime/sha256.ts';
import { readPackagedTree } from '../template/read-template-tree.ts';
import type { TemplateTree } from '../template/template.ts';
import { digestError, missingError } from './artifact-errors.ts';
import { artifactKeys, parseManifest, releaseId, type ReleaseContents } from './manifest.ts';
import type { ArtifactStore, Release, ReleasedFile, ReleaseManifest, Sha256 } from './release.ts';

/**
 * Opens a release by its id. The manifest is read and its digest compared; its artifacts are read when asked for.
 *
 * @param id 64 hex digits
 * @throws UserError `ARTIFACT_MISSING`, `ARTIFACT_DIGEST`, `RELEASE_MANIFEST`
 */
export async function openRelease(id: Sha256, store: ArtifactStore): Promise<Release> {
  const manifest = parseManifest(await store.get(id), `${store.location}/${id}`);
  const found = releaseId(manifest);
  if (found !== id) throw digestError(id, store.location, found);
  return releaseIn(manifest, store);
}

/** A release whose manifest is at hand and whose bytes lie in a store. */
export function releaseIn(manifest: ReleaseManifest, store: ArtifactStore): Release {
  return {
    id: releaseId(manifest),
    manifest,
    read: async (key) => {
      const bytes = await store.get(key);
      const found = sha256(bytes);
      if (found !== key) throw digestError(key, store.location, found);
      return bytes;
    },
  };
}

/**
 * Compares every object of a release with its digest, as the store keeps it, before anything uses the release.
 *
 * @throws UserError `ARTIFACT_MISSING` naming the first object that is not there, `ARTIFACT_DIGEST`
 */
export async function verifyRelease(
  manifest: ReleaseManifest,
  store: ArtifactStore,
  contents: ReleaseContents = 'everything',
): Promise<void> {
  const [absent] = await store.missing(artifactKeys(manifest, contents));
  if (absent !== undefined) throw missingError(absent, store.location);
}

/** A file of the release as text: the system definition, an environment's parameters, the smoke profile. */
export async function readReleasedText(release: Release, file: ReleasedFile): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await release.read(file.sha256));
}

/**
 * The packaged templates of one stack, as a tree. Their `file` is the source that they were made from, whose lines are
 * the same.
 *
 * @throws UserError `RELEASE_STACK` where the release has no such stack
 */
export async function releasedTemplates(release: Release, stack: string): Promise<TemplateTree> {
  const { manifest } = release;
  const root = manifest.stacks[stack];
  if (!root) {
    const choices = Object.keys(manifest.stacks).join(', ');
    throw new UserError('RELEASE_STACK', `The release has no stack ${stack}; it has ${choices}`);
  }
  const files = new Map(manifest.templates.map((each) => [each.sha256, each.path]));
  return readPackagedTree(root.template, async (digest) => ({
    file: files.get(digest) ?? digest,
    source: new TextDecoder('utf-8', { fatal: true }).decode(await release.read(digest)),
  }));
}
