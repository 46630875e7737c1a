import { posix } from 'node:path';
import type { SourceTree } from './source-tree.ts';

/** What decides which packages a build finds, and how a compiler reads the sources. */
const decisive =
  /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|\.npmrc|\.yarnrc(?:\.yml)?|\.nvmrc|\.node-version|tsconfig[^/]*\.json)$/;

/** Whether a file is read by every build in a folder: a lock file, say, in the folder or in one above it. */
export function isReadByBuilds(file: string, folder: string): boolean {
  if (!decisive.test(posix.basename(file))) return false;
  return isAtOrBelow(folder, posix.dirname(file));
}

/** Whether a path is a folder, or lies in it. `.` holds all but what begins with `../`. */
export function isAtOrBelow(path: string, folder: string): boolean {
  if (path === folder) return true;
  const away = posix.relative(folder, path);
  return away !== '..' && !away.startsWith('../');
}

/**
 * Folders whose packages a build in `folder` may import by name: npm's workspaces and dependencies by path, in the
 * `package.json` of the folder and of those above it.
 */
export async function localPackages(tree: SourceTree, folder: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (let at = folder; ; at = posix.dirname(at)) {
    for (const path of await pathsIn(tree, posix.join(at, 'package.json'))) {
      found.add(posix.normalize(posix.join(at, path)).replace(/\/$/, ''));
    }
    if (at === '.' || at.startsWith('..')) break;
  }
  return [...found].filter((path) => !path.startsWith('..')).sort();
}

async function pathsIn(tree: SourceTree, file: string): Promise<readonly string[]> {
  let data: unknown;
  try {
    data = JSON.parse(await tree.read(file));
  } catch {
    return []; // None there, or none that npm could read either.
  }
  const { workspaces, ...rest } = record(data);
  const patterns = Array.isArray(workspaces) ? workspaces : record(workspaces)['packages'];
  const named = (Array.isArray(patterns) ? patterns : []).map((pattern) =>
    // `packages/*`: everything in packages
    String(pattern).replace(/\/?[^/]*[*?[{!].*$/, ''),
  );
  const specs = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap(
    (section) => Object.values(record(rest[section])),
  );
  // Yarn and pnpm may say elsewhere which folders are workspaces.
  if (named.length === 0 && specs.some((spec) => String(spec).startsWith('workspace:'))) return ['.'];
  const byPath = specs.flatMap((spec) => /^(?:file|link|portal):(.+)$/.exec(String(spec))?.[1] ?? []);
  return [...named, ...byPath].map((path) => (path === '' ? '.' : path));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
