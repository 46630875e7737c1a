import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isAddress } from '../config/parse-system.ts';
import type { BuildArtifact } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { Logger } from '../runtime/logger.ts';
import { sha256, short } from '../runtime/sha256.ts';
import type { Web } from '../runtime/web.ts';
import { download, shownSize, NoDownload, shownAddress, type DownloadLimits } from './download.ts';
import { BadArchive, unzip, type UnzipLimits } from './unzip.ts';

/** What an artifact may be at most; far more than a site's build is. */
export const artifactLimits: DownloadLimits & { readonly unpacked: UnzipLimits } = {
  bytes: 256_000_000,
  time: 600_000,
  silence: 30_000,
  unpacked: { files: 20_000, bytes: 1_000_000_000 },
};

export interface ArtifactOptions {
  /** The repository's folder. */
  readonly root: string;
  readonly build: BuildArtifact;
  /** The file that names it, for messages. */
  readonly definition: string;
  readonly web: Web | undefined;
  readonly logger: Logger;
  readonly limits?: typeof artifactLimits;
}

/** An artifact for people. */
export function shownArtifact({ artifact }: BuildArtifact): string {
  return isAddress(artifact) ? shownAddress(artifact) : artifact;
}

/** What the Finder packs beside each file. */
const macFolder = '__MACOSX/';

/**
 * Takes the build of another repository: reads its ZIP, compares the SHA-256, and only then unpacks it, in memory. Where all
 * files lie in one folder that holds the `index.html`, that folder is the build.
 *
 * @returns files by name; `index.html` may be missing
 * @throws UserError `SITE_ARTIFACT_MISSING`, `SITE_ARTIFACT_UNREACHABLE`, `SITE_ARTIFACT_TOO_LARGE`,
 *   `SITE_ARTIFACT_DIGEST`, `SITE_ARTIFACT_INVALID`
 */
export async function readSiteArtifact(options: ArtifactOptions): Promise<ReadonlyMap<string, Uint8Array>> {
  const { build, definition, logger, limits = artifactLimits } = options;
  const shown = shownArtifact(build);
  const bytes = isAddress(build.artifact)
    ? await fetchArtifact(options, shown, limits)
    : await readArtifact(options, limits);
  const found = sha256(bytes);
  if (found !== build.sha256) {
    throw mistake(
      'SITE_ARTIFACT_DIGEST',
      `site.build.sha256 is ${build.sha256}, but ${shown} has ${found}; nothing of it is used`,
      definition,
      'ask who publishes it which of the two it has; only then write that into the file',
    );
  }
  logger.info(
    `site build: ${shown}, ${shownSize(bytes.length)}, has the SHA-256 ${short(found)} that is wanted`,
  );
  try {
    return unwrapped(await unzip(bytes, limits.unpacked), logger);
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error;
    throw mistake(
      'SITE_ARTIFACT_INVALID',
      `site.build.artifact names ${shown}, which ${error.message}`,
      definition,
      'pack the files of the build anew, with zip -r from within its folder, and write down the new SHA-256',
    );
  }
}

async function fetchArtifact(
  { build, definition, web, logger }: ArtifactOptions,
  shown: string,
  limits: DownloadLimits,
): Promise<Uint8Array> {
  if (web === undefined) throw new Error('a site build at an address needs a way to the web');
  logger.info(`site build: reading ${shown}`);
  try {
    return await download(build.artifact, web, limits, logger);
  } catch (error) {
    if (!(error instanceof NoDownload)) throw error;
    const what = `site.build.artifact names ${shown}, which ${error.message}`;
    if (error.isTooLarge) throw mistake('SITE_ARTIFACT_TOO_LARGE', what, definition);
    throw mistake(
      'SITE_ARTIFACT_UNREACHABLE',
      what,
      definition,
      'look at the address in a browser without signing in; what only some may read has to lie in the repository when the release is made, and is named by its path',
    );
  }
}

async function readArtifact(
  { root, build, definition }: ArtifactOptions,
  limits: DownloadLimits,
): Promise<Uint8Array> {
  const path = join(root, build.artifact);
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) {
    const what = found === null ? 'which is not there' : 'which is no file';
    throw mistake(
      'SITE_ARTIFACT_MISSING',
      `site.build.artifact names ${build.artifact}, ${what}; it must be a ZIP, by its path in the repository or by its address https://…`,
      definition,
    );
  }
  if (found.size > limits.bytes) {
    const most = shownSize(limits.bytes);
    throw mistake(
      'SITE_ARTIFACT_TOO_LARGE',
      `site.build.artifact names ${build.artifact}, which has more than ${most}, the most that is read`,
      definition,
    );
  }
  return readFile(path);
}

/** Of an archive whose files all lie in one folder, as `zip -r site.zip dist` makes it, the folder's. */
function unwrapped(all: ReadonlyMap<string, Uint8Array>, logger: Logger): ReadonlyMap<string, Uint8Array> {
  const files = new Map([...all].filter(([name]) => !name.startsWith(macFolder)));
  if (files.has('index.html')) return files;
  const tops = new Set([...files.keys()].map((name) => name.slice(0, name.indexOf('/') + 1)));
  const [top = ''] = tops;
  if (tops.size !== 1 || !files.has(`${top}index.html`)) return files;
  logger.info(`site build: its files lie in ${top}, which is taken for the build`);
  return new Map([...files].map(([name, bytes]) => [name.slice(top.length), bytes]));
}

function mistake(code: string, message: string, file: string, next?: string): UserError {
  return new UserError(code, message, { at: { file, line: 1, column: 1 }, next });
}
