import { listSystems } from '../config/load.ts';
import { findEsbuild } from '../release/load-esbuild.ts';
import type { Logger } from '../runtime/logger.ts';
import { bundledParts } from './bundled-parts.ts';
import { gitIn, unknownCommit, type Git } from './git.ts';
import { isAtOrBelow, isReadByBuilds } from './package-files.ts';
import { plainName, type SourceTree } from './source-tree.ts';
import { namedParts, scannedParts, systemSources, type SystemSources } from './system-sources.ts';

export interface TouchedOptions {
  /** The repository's folder, or the folder of a repository that holds `params/`. */
  readonly root: string;
  /** The commit before the change: an id, a branch, `HEAD^1`. Empty, or only zeros (a new branch): all systems. */
  readonly since: string;
  /** The systems that are asked about, sorted; all of them if left out. */
  readonly systems?: readonly string[];
  readonly logger: Logger;
}

/** Which systems a change touches. */
export interface TouchedSystems {
  /** Sorted. */
  readonly systems: readonly string[];
  /** Why all of them count, in words; `null` where the change was looked at. */
  readonly all: string | null;
  /** System → the changed files that it is made of; empty lists where `all` says why. */
  readonly because: Readonly<Record<string, readonly string[]>>;
  /** Systems that were there and are no more; nothing deletes what runs of them. */
  readonly deleted: readonly string[];
  /** Changed templates that no system is made of: the bootstrap's, or one that nothing uses. */
  readonly unclaimed: readonly string[];
}

/**
 * Which systems a change touches: those that are made of a changed file, before the change or after it. Never too few:
 * where that can't be found out, all of them, and the logger is told why. Uncommitted changes count.
 *
 * @throws UserError `COMMIT_UNKNOWN` for a name that git does not know, `GIT_MISSING`, `GIT_FAILED`
 */
export async function touchedSystems(options: TouchedOptions): Promise<TouchedSystems> {
  const { root, since, logger } = options;
  const present = await listSystems(root);
  const asked = present.filter((system) => options.systems?.includes(system) !== false);
  const git = gitIn(root);
  const base = await commitBefore(git, since);
  if (base.kind === 'all') {
    if (base.isSurprise) logger.warn(`all systems count as touched: ${base.why}`);
    else logger.info(`all systems: ${base.why}`);
    const because = Object.fromEntries(asked.map((system) => [system, []]));
    return { systems: asked, all: base.why, because, deleted: [], unclaimed: [] };
  }

  const changed = await git.changedSince(base.commit);
  const [before, after] = [git.at(base.commit), git.workingTree()];
  const [former, isThere] = [systemsIn(await before.files()), await after.files()];
  const sources = await readSources(root, before, after, present, changed);
  const because = new Map(
    [...sources].map(([system, sides]) => [system, touching(sides, changed, system)] as const),
  );
  const claimed = new Set([...sources.values()].flat().flatMap(({ files }) => [...files]));
  const systems = asked.filter((system) => (because.get(system) ?? []).length > 0);
  const deleted = former.filter((system) => !present.includes(system));
  for (const system of deleted) {
    logger.warn(`${system} is no longer in params/: what runs of it stays until its stacks are deleted`);
  }
  for (const system of systems) logger.info(`${system} is touched by ${some(because.get(system) ?? [])}`);
  return {
    systems,
    all: null,
    because: Object.fromEntries(systems.map((system) => [system, because.get(system) ?? []])),
    deleted,
    unclaimed: [...changed]
      .filter(
        (file) => /^templates\/.*\.(?:ya?ml|json)$/.test(file) && isThere.has(file) && !claimed.has(file),
      )
      .sort(),
  };
}

type Before =
  | { readonly kind: 'commit'; readonly commit: string }
  | { readonly kind: 'all'; readonly why: string; readonly isSurprise: boolean };

async function commitBefore(git: Git, since: string): Promise<Before> {
  const name = since.trim();
  if (name === '') return { kind: 'all', why: 'no earlier commit was given', isSurprise: false };
  if (/^0+$/.test(name)) {
    return { kind: 'all', why: 'the branch is new, so there is no commit before it', isSurprise: false };
  }
  const answer = await git.commit(name);
  switch (answer.kind) {
    case 'found':
      return { kind: 'commit', commit: answer.id };
    case 'not-here': {
      const how = answer.isShallow
        ? 'which holds only the newest commits; actions/checkout takes fetch-depth: 2 for the commit before, 0 for all'
        : 'so it may have been overwritten by a forced push';
      return { kind: 'all', why: `the commit ${name} is not in this clone, ${how}`, isSurprise: true };
    }
    case 'no-such-name':
      throw unknownCommit(name);
  }
}

/** By system, what it is made of now and what it was made of. */
async function readSources(
  root: string,
  before: SourceTree,
  after: SourceTree,
  systems: readonly string[],
  changed: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly SystemSources[]>> {
  if (changed.size === 0) return new Map();
  const found = await findEsbuild(root).catch(() => null);
  const [nowParts, thenParts] =
    found === null ? [scannedParts, scannedParts] : [bundledParts(root, found.esbuild), namedParts];
  const sources = new Map<string, readonly SystemSources[]>();
  for (const system of systems) {
    const now = (await systemSources(after, system, nowParts)) ?? notListed;
    const then = await systemSources(before, system, thenParts);
    sources.set(system, then === null ? [now] : [now, then]);
  }
  return sources;
}

/** Of a system that git ignores nothing can be said. */
const notListed: SystemSources = {
  files: new Set(),
  folders: new Set(),
  builds: new Set(),
  unreadable: 'git ignores its files',
};

/** The changed files that a system is made of, sorted; what can't be read may be made of any. */
function touching(
  sides: readonly SystemSources[],
  changed: ReadonlySet<string>,
  system: string,
): readonly string[] {
  const found = [...changed].filter((file) => sides.some((side) => isMadeOf(side, file)));
  const unreadable = sides.find((side) => side.unreadable !== null);
  if (found.length === 0 && unreadable !== undefined && changed.size > 0) return [`params/${system}`];
  return found.sort();
}

function isMadeOf({ files, folders, builds }: SystemSources, changed: string): boolean {
  return (
    files.has(changed) ||
    [...folders].some((folder) => isAtOrBelow(changed, folder)) ||
    [...builds].some((folder) => isReadByBuilds(changed, folder)) ||
    // A changed folder is a submodule of git.
    [...files, ...folders].some((each) => each.startsWith(`${changed}/`))
  );
}

function systemsIn(files: ReadonlySet<string>): readonly string[] {
  return [...files].flatMap((file) => /^params\/([^/]+)\/system\.yml$/.exec(file)?.[1] ?? []).sort();
}

function some(files: readonly string[]): string {
  const [first = '', ...more] = files;
  return more.length === 0 ? plainName(first) : `${plainName(first)} and ${more.length} more`;
}
