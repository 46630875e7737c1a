import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RoleName } from '../aws/identity.ts';
import { readSystemFile } from '../config/load.ts';
import type { FilePath } from '../config/read-checked.ts';
import type { EnvironmentDefinition, SystemDefinition } from '../config/system.ts';
import { environmentLedger } from './environment-ledger.ts';
import { homeStore } from './stores.ts';
import type { Session } from './target.ts';
import { SlipwayError, UserError } from '../errors/slipway-error.ts';
import { buildRelease } from '../release/build-release.ts';
import { FolderStore } from '../release/folder-store.ts';
import { openRelease } from '../release/open-release.ts';
import type { Release } from '../release/release.ts';
import type { Logger } from '../runtime/logger.ts';
import { short } from '../runtime/sha256.ts';
import type { Web } from '../runtime/web.ts';
import { parseSmokeProfile } from '../smoke/parse-profile.ts';

/** How many builds of a system are remembered by name; the artifacts themselves stay. */
const remembered = 50;

/** Where releases are built in a repository. */
export function releasesFolder(root: string): string {
  return join(root, 'out', 'releases');
}

function historyFile(folder: string, system: string): string {
  return join(folder, `${system}.json`);
}

export interface BuildHere {
  readonly logger: Logger;
  /** Needed where the site's build lies at an address. */
  readonly web: Web;
  /** Where the release's artifacts go; `out/releases` unless given. */
  readonly folder?: string;
}

/** What of `site.build` an error is about. */
const siteFields: Readonly<Record<string, FilePath>> = {
  SITE_BUILD_MISSING: ['site', 'build'],
  SITE_ARTIFACT_MISSING: ['site', 'build', 'artifact'],
  SITE_ARTIFACT_UNREACHABLE: ['site', 'build', 'artifact'],
  SITE_ARTIFACT_TOO_LARGE: ['site', 'build', 'artifact'],
  SITE_ARTIFACT_INVALID: ['site', 'build', 'artifact'],
  SITE_ARTIFACT_DIGEST: ['site', 'build', 'sha256'],
};

/**
 * Builds a release from the working tree and remembers it as the newest.
 * @throws UserError what reading the smoke profile and `buildRelease` throw, at the line that is to be changed
 */
export async function buildHere(
  root: string,
  system: SystemDefinition,
  { logger, web, folder = releasesFolder(root) }: BuildHere,
): Promise<Release> {
  // A profile that can't be read would otherwise come to light once the stacks have changed.
  if (system.smoke !== null)
    parseSmokeProfile(await readFile(join(root, system.smoke), 'utf8'), system.smoke);
  const store = new FolderStore(folder);
  const release = await buildRelease({ root, system, store, logger, web }).catch(async (error: unknown) => {
    const field = error instanceof UserError ? siteFields[error.code] : undefined;
    if (!(error instanceof UserError) || field === undefined) throw error;
    const { locate } = await readSystemFile(root, system.system);
    const { code, message, next } = error;
    throw new UserError(code, message, { at: locate(field), next, cause: error });
  });
  const history = await readHistory(folder, system.system);
  const file = historyFile(folder, system.system);
  await mkdir(dirname(file), { recursive: true });
  const kept = [release.id, ...history.filter((id) => id !== release.id)].slice(0, remembered);
  await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`);
  return release;
}

export interface ReleaseWish {
  readonly root: string;
  readonly system: string;
  /** The first digits of an id, at least four; the newest build without it. */
  readonly wanted: string | undefined;
  /** Where else to look: in this environment's ledger and artifacts. */
  readonly environment: EnvironmentDefinition;
  readonly session: Session;
  /** Who reads there: `plan` unless given. */
  readonly role?: RoleName;
  /** Where releases were built; `out/releases` unless given. */
  readonly folder?: string;
}

/**
 * The release that a command is about: one that was built here, or one of the environment's history.
 * @throws UserError RELEASE_NOT_BUILT, RELEASE_UNKNOWN, RELEASE_AMBIGUOUS with the choices
 */
export async function chooseRelease({
  root,
  system,
  wanted,
  environment,
  session,
  role = 'plan',
  folder = releasesFolder(root),
}: ReleaseWish): Promise<Release> {
  const history = await readHistory(folder, system);
  const local = new FolderStore(folder);
  if (wanted === undefined) {
    const [newest] = history;
    if (newest !== undefined) return openRelease(newest, local);
    throw new UserError('RELEASE_NOT_BUILT', `no release of ${system} has been built here`, {
      next: `slipway release ${system}, or name one with --release (slipway status ${system} lists what runs)`,
    });
  }
  const prefix = wanted.toLowerCase();
  const found = prefix.length < 4 ? [] : history.filter((id) => id.startsWith(prefix));
  const [only, second] = found;
  if (second !== undefined) {
    throw new UserError(
      'RELEASE_AMBIGUOUS',
      `"${wanted}" begins several releases: ${found.map((id) => id.slice(0, 16)).join(', ')}`,
      {
        next: 'give more digits',
      },
    );
  }
  if (only !== undefined) return openRelease(only, local);
  // built by another job, whose folder was handed over
  const isWhole = /^[0-9a-f]{64}$/.test(prefix);
  if (isWhole && (await local.missing([prefix])).length === 0) return openRelease(prefix, local);
  return fromEnvironment({ system, wanted, environment, session, role, history });
}

async function fromEnvironment(
  wish: Omit<ReleaseWish, 'root' | 'wanted' | 'folder'> & {
    readonly wanted: string;
    readonly role: RoleName;
    readonly history: readonly string[];
  },
): Promise<Release> {
  const { system, wanted, environment, session, role, history } = wish;
  const clients = session.clients(environment, role);
  const store = await homeStore(environment, clients, session.clock);
  if (/^[0-9a-f]{64}$/.test(wanted)) return openRelease(wanted, store);
  const ledger = await environmentLedger(environment, clients, session);
  try {
    return await openRelease((await ledger.findRelease(wanted)).release, store);
  } catch (error) {
    if (!(error instanceof SlipwayError) || error.code !== 'RELEASE_UNKNOWN') throw error;
    const built =
      history.length === 0
        ? 'none was built here'
        : `built here: ${history.slice(0, 5).map(short).join(', ')}`;
    throw new UserError('RELEASE_UNKNOWN', `${error.message}; ${built}`, {
      next: `slipway status ${system}`,
      cause: error,
    });
  }
}

async function readHistory(folder: string, system: string): Promise<readonly string[]> {
  try {
    const value: unknown = JSON.parse(await readFile(historyFile(folder, system), 'utf8'));
    if (Array.isArray(value))
      return value.filter((id): id is string => typeof id === 'string' && /^[0-9a-f]{64}$/.test(id));
  } catch {
    // no build yet, or a file that says nothing: artifacts are content-addressed, so building again costs only time
  }
  return [];
}
