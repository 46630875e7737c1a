import { UserError } from '../errors/slipway-error.ts';
import type { Release, Sha256, SiteFile } from '../release/release.ts';
import { sha256 } from '../runtime/sha256.ts';

/** Values that the application reads from `/config.json`: key → value, from stack outputs. Nothing secret goes there. */
export type SiteConfig = Readonly<Record<string, string>>;

/** What is known of one object of the site's bucket. Two are equal when bytes and headers are. */
export interface SiteObject {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  readonly contentType: string;
  readonly cacheControl: string;
}

/**
 * What a file is to its visitors. `asset`: its name changes with its content (`immutable`). `page`: HTML. `marker`:
 * `release.json`, which says what release the site is. `file`: everything else, under a name that stays.
 */
export type FileRole = 'asset' | 'page' | 'file' | 'marker';

/** A file as it shall lie in the bucket. */
export interface WantedFile extends SiteObject {
  readonly key: string;
  readonly role: FileRole;
  /** From the release, digest verified, or made here. Never from the working tree. */
  bytes(): Promise<Uint8Array>;
}

/** Under this prefix lies what Slipway knows about the bucket. */
export const BOOKKEEPING_PREFIX = '.slipway/';
export const CONFIG_KEY = 'config.json';
export const MARKER_KEY = 'release.json';

/**
 * The files of a release's site in one environment: the build, `config.json` (where the system wants one) and
 * `release.json`. `config` is `null` while the outputs are not known yet; `config.json` is then left out.
 *
 * @throws UserError `SITE_MISSING`: the release holds no site.
 * @throws UserError `SITE_RESERVED_NAME`: the build holds a file of a name that Slipway writes itself.
 */
export function wantedFiles(release: Release, config: SiteConfig | null): readonly WantedFile[] {
  const site = release.manifest.site;
  if (!site) {
    throw new UserError('SITE_MISSING', `release ${release.id.slice(0, 8)} holds no site`, {
      next: `name the site's build in params/${release.manifest.system}/system.yml and make a new release`,
    });
  }
  const writesConfig = config === null || Object.keys(config).length > 0;
  for (const { path } of site) refuseReservedName(path, writesConfig);
  const files = site.map((file) => releasedFile(release, file));
  if (config && writesConfig) files.push(generatedFile(CONFIG_KEY, 'file', sorted(config)));
  files.push(generatedFile(MARKER_KEY, 'marker', { release: release.id }));
  return files;
}

export function sameObject(a: SiteObject, b: SiteObject): boolean {
  return a.sha256 === b.sha256 && a.contentType === b.contentType && a.cacheControl === b.cacheControl;
}

function refuseReservedName(path: string, writesConfig: boolean): void {
  const taken =
    path === MARKER_KEY || path.startsWith(BOOKKEEPING_PREFIX) || (writesConfig && path === CONFIG_KEY);
  if (!taken) return;
  throw new UserError(
    'SITE_RESERVED_NAME',
    `the site's build holds ${path}, a name that Slipway writes itself`,
    {
      next:
        path === CONFIG_KEY
          ? `remove it from the build, or remove site.config from system.yml to keep the build's own`
          : 'rename it in the build',
    },
  );
}

function releasedFile(release: Release, file: SiteFile): WantedFile {
  return {
    key: file.path,
    role: roleOf(file),
    sha256: file.sha256,
    size: file.size,
    contentType: file.contentType,
    cacheControl: file.cacheControl,
    bytes: () => release.read(file.sha256),
  };
}

function roleOf(file: { readonly contentType: string; readonly cacheControl: string }): FileRole {
  if (mediaType(file.contentType) === 'text/html') return 'page';
  return /\bimmutable\b/i.test(file.cacheControl) ? 'asset' : 'file';
}

function generatedFile(key: string, role: FileRole, value: object): WantedFile {
  const bytes = new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
  return {
    key,
    role,
    sha256: sha256(bytes),
    size: bytes.length,
    contentType: 'application/json',
    cacheControl: 'no-cache',
    bytes: () => Promise.resolve(bytes),
  };
}

/** `text/html` of `Text/HTML; charset=utf-8`. */
export function mediaType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

function sorted(config: SiteConfig): SiteConfig {
  return Object.fromEntries(Object.entries(config).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
