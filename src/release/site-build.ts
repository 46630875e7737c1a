import { lookup } from 'mrmime';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { BuildArtifact } from '../config/system.ts';
import { UserError } from '../errors/slipway-error.ts';
import type { Logger } from '../runtime/logger.ts';
import { sha256 } from '../runtime/sha256.ts';
import type { Web } from '../runtime/web.ts';
import type { SiteFile } from './release.ts';
import { readSiteArtifact, shownArtifact } from './site-artifact.ts';

export interface SiteArtifact {
  readonly file: SiteFile;
  readonly bytes: Uint8Array;
}

/** What Slipway writes into the site's bucket itself, per environment; a build's own files of these names stay out. */
const generated = [/^config\.json$/, /^release\.json$/, /^\.slipway\//];
/** What file managers leave behind. */
const droppings = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/;

export interface SiteBuildOptions {
  /** The repository's folder. */
  readonly root: string;
  /** A folder relative to the repository, or another repository's build. */
  readonly build: string | BuildArtifact;
  /** The file that names the build, for messages. */
  readonly definition: string;
  /** Needed where the build lies at an address. */
  readonly web: Web | undefined;
}

/**
 * Reads a finished site build: every file with its digest, content type and cache rule. The same files give the same,
 * whether they lie in a folder or come as an artifact.
 *
 * @throws UserError `SITE_BUILD_MISSING` where the folder or the build's `index.html` is not there; what `readSiteArtifact`
 *   throws
 */
export async function readSiteBuild(
  { root, build, definition, web }: SiteBuildOptions,
  logger: Logger,
): Promise<readonly SiteArtifact[]> {
  const isFolder = typeof build === 'string';
  const shown = isFolder ? build : shownArtifact(build);
  const files = isFolder
    ? await listFolder(join(root, build))
    : inMemory(await readSiteArtifact({ root, build, definition, web, logger }));
  const names = [...(files?.keys() ?? [])].filter((name) => !droppings.test(name)).sort(byCodeUnits);
  if (!names.includes('index.html')) {
    const what = files === null ? 'is not there' : 'has no index.html';
    throw new UserError(
      'SITE_BUILD_MISSING',
      `The site build ${shown} ${what} (site.build in ${definition})`,
      {
        at: { file: definition, line: 1, column: 1 },
        next: isFolder
          ? `npx vite build ${dirname(build)}`
          : 'pack the build with its index.html at the top of the ZIP, and write down the new SHA-256',
      },
    );
  }
  const left = names.filter((name) => generated.some((pattern) => pattern.test(name)));
  for (const name of left)
    logger.info(`${shown}/${name} stays out of the release: Slipway writes it per environment`);
  const published = names.filter((name) => !left.includes(name));
  return Promise.all(
    published.map(async (path): Promise<SiteArtifact> => {
      const bytes = (await files?.get(path)?.()) ?? new Uint8Array();
      const file = {
        path,
        sha256: sha256(bytes),
        size: bytes.length,
        contentType: contentTypeOf(path),
        cacheControl: cacheControlOf(path),
      };
      return { file, bytes };
    }),
  );
}

/** Files by name, each with how its bytes are read. */
type BuildFiles = ReadonlyMap<string, () => Promise<Uint8Array> | Uint8Array>;

async function listFolder(folder: string): Promise<BuildFiles | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).split(sep).join('/'), () => readFile(path)]),
  );
}

function inMemory(files: ReadonlyMap<string, Uint8Array>): BuildFiles {
  return new Map([...files].map(([name, bytes]) => [name, () => bytes]));
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The media type by extension (mime-db, by mrmime), with UTF-8 named for everything that is text. */
export function contentTypeOf(path: string): string {
  const type = lookup(path) ?? 'application/octet-stream';
  const text =
    type.startsWith('text/') ||
    /^application\/(json|xml|.*\+json|.*\+xml)$/.test(type) ||
    type === 'image/svg+xml';
  return text ? `${type}; charset=utf-8` : type;
}

/**
 * How long browsers and the edge may keep a file. A name that holds a hash of the contents never changes its contents; a
 * page must name the newest ones; anything else is looked at again after five minutes.
 */
export function cacheControlOf(path: string): string {
  if (isHashed(path)) return 'public, max-age=31536000, immutable';
  if (/\.html?$/.test(path)) return 'no-cache';
  return 'public, max-age=300, must-revalidate';
}

/**
 * Whether a file's name holds a hash of its contents as Vite and its like write it: below a folder `assets`, before the
 * extension, `-` or `.`, then eight characters of base64url or eight or more hex digits. A word of eight letters is no
 * hash: there must be a digit beside a letter, or a capital after the first character.
 */
export function isHashed(path: string): boolean {
  if (!path.split('/').slice(0, -1).includes('assets') || /\.html?$/.test(path)) return false;
  const name = path.split('/').at(-1) ?? '';
  const hash = /[-.]([A-Za-z0-9_-]{8}|[0-9a-f]{8,64})(?:\.[a-z0-9]+){1,2}$/.exec(name)?.[1];
  if (hash === undefined) return false;
  return (/[0-9]/.test(hash) && /[A-Za-z]/.test(hash)) || /.[A-Z]/.test(hash);
}
