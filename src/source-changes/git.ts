import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { UserError } from '../errors/slipway-error.ts';
import type { SourceTree } from './source-tree.ts';

/** What is asked of git in one repository, or in a folder of one. */
export interface Git {
  /** The full id of a commit, or why there is none. `revision`: an id, a branch, a tag, `HEAD^1`. */
  commit(revision: string): Promise<CommitAnswer>;
  /**
   * Files that differ between a commit and the working tree, with files that git does not know yet. Of a renamed file both
   * names are told. Relative to the folder, so that a file beside it begins with `../`.
   */
  changedSince(commit: string): Promise<ReadonlySet<string>>;
  /** The sources at a commit. */
  at(commit: string): SourceTree;
  /** The sources as they lie in the folder. */
  workingTree(): SourceTree;
  /** Where the folder lies in its repository: `infra/`; empty for the repository itself. */
  prefix(): Promise<string>;
}

export type CommitAnswer =
  | { readonly kind: 'found'; readonly id: string }
  /** It can't be a commit: no such name, or no id's form. */
  | { readonly kind: 'no-such-name' }
  /** It has the form of an id, but the repository does not hold it. */
  | { readonly kind: 'not-here'; readonly isShallow: boolean };

/** An id in full, in SHA-1 or SHA-256, or as many digits of one as git takes at least. */
const idForm = /^[0-9a-f]{7,64}$/i;

/**
 * Git in a folder. Nothing of the sources runs: contents are read as objects, without filters or text conversion.
 *
 * @param root a folder of a working tree
 * @throws UserError (each function) `GIT_MISSING` where git can't be started, `GIT_FAILED` with git's words
 */
export function gitIn(root: string): Git {
  const git: Ask = async (...args) => {
    const { exitCode, stdout, stderr } = await run(root, args);
    if (exitCode === 0) return stdout;
    throw new UserError('GIT_FAILED', `git ${args[0] ?? ''} failed in ${root}: ${cause(stderr)}`, {
      next: `git -C ${root} status`,
    });
  };
  const prefix = async (): Promise<string> => (await git('rev-parse', '--show-prefix')).replace(/\n$/, '');

  return {
    commit: async (revision) => {
      if (!isRevision(revision)) return { kind: 'no-such-name' };
      const { exitCode, stdout } = await run(root, [
        ...['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
      ]);
      if (exitCode === 0) return { kind: 'found', id: stdout.trim() };
      const shallow = (await git('rev-parse', '--is-shallow-repository')).trim() === 'true';
      if (!idForm.test(revision) && !(shallow && /^HEAD[\^~\d]+$/.test(revision)))
        return { kind: 'no-such-name' };
      return { kind: 'not-here', isShallow: shallow };
    },
    prefix,
    changedSince: async (commit) => {
      const at = await prefix();
      const changed = await git(
        ...['diff', '--name-only', '--no-renames', '--no-relative', '--no-ext-diff', '-z', commit, '--'],
      );
      const unknown = await git(
        ...['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/'],
      );
      return new Set([...names(changed), ...names(unknown)].map((file) => posix.relative(at, file)));
    },
    at: (commit) => commitTree(commit, git),
    workingTree: () => workingTree(root, git),
  };
}

type Ask = (...args: readonly string[]) => Promise<string>;

function workingTree(root: string, git: Ask): SourceTree {
  let listing: Promise<ReadonlySet<string>> | undefined;
  const list = async (): Promise<ReadonlySet<string>> => {
    const [listed, deleted] = await Promise.all([
      git('ls-files', '--cached', '--others', '--exclude-standard', '-z'),
      git('ls-files', '--deleted', '-z'),
    ]);
    const gone = new Set(names(deleted));
    return sources(names(listed).filter((file) => !gone.has(file)));
  };
  return {
    name: 'the working tree',
    read: (file) => readFile(join(root, file), 'utf8'),
    files: () => (listing ??= list()),
  };
}

function sources(files: readonly string[]): ReadonlySet<string> {
  return new Set(files.filter((file) => !file.split('/').includes('node_modules')));
}

/**
 * The id of a commit that must be there.
 * @throws UserError `COMMIT_UNKNOWN` for a name that git does not know, `COMMIT_ABSENT` where the clone lacks the commit
 */
export async function commitId(git: Git, name: string): Promise<string> {
  const answer = await git.commit(name);
  switch (answer.kind) {
    case 'found':
      return answer.id;
    case 'not-here':
      throw new UserError(
        'COMMIT_ABSENT',
        answer.isShallow
          ? `the commit ${name} is not in this clone, which holds only the newest commits; actions/checkout takes fetch-depth: 2 for the commit before, 0 for all`
          : `the commit ${name} is not in this clone`,
        { next: answer.isShallow ? 'git fetch --unshallow' : 'git fetch --all' },
      );
    case 'no-such-name':
      throw unknownCommit(name);
  }
}

/** The mistake of naming a commit that can't be one. */
export function unknownCommit(name: string): UserError {
  return new UserError('COMMIT_UNKNOWN', `"${name}" is no commit, branch or tag of this repository`, {
    next: 'git log --oneline -5',
  });
}

/** Where a folder lies in its repository, with a slash at the end; empty for the repository itself, and outside of one. */
export async function gitPrefix(root: string): Promise<string> {
  return gitIn(root)
    .prefix()
    .catch(() => '');
}

/** Of a tree, one line a file or folder: mode, type, object, name. */
interface Entry {
  readonly type: string;
  readonly object: string;
}

/** One listing of a commit, then one object for each file that is read. */
function commitTree(commit: string, git: Ask): SourceTree {
  let listing: Promise<ReadonlyMap<string, Entry>> | undefined;
  const entries = (): Promise<ReadonlyMap<string, Entry>> =>
    (listing ??= git('ls-tree', '-r', '-z', commit).then(
      (text) =>
        new Map(
          names(text).flatMap((line) => {
            const [, mode, type, object, file] = /^(\d+) (\w+) ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
            // A link's contents are another name: what it points to is read under its own.
            if (type === undefined || object === undefined || file === undefined || mode === '120000')
              return [];
            return [[file, { type, object }] as const];
          }),
        ),
    ));
  return {
    name: commit,
    read: async (file) => {
      const entry = (await entries()).get(posix.normalize(file));
      if (entry?.type !== 'blob') {
        throw Object.assign(new Error(`${file} is not there at ${commit.slice(0, 12)}`), { code: 'ENOENT' });
      }
      return git('cat-file', 'blob', entry.object);
    },
    files: async () => sources([...(await entries()).keys()]),
  };
}

/** What may be handed to git as a revision: no option, no range, no path in a commit, nothing that acts. */
function isRevision(text: string): boolean {
  return /^[A-Za-z0-9][\w./@{}^~+-]{0,254}$/.test(text) && !text.includes('..');
}

function names(text: string): readonly string[] {
  return text.split('\0').filter((name) => name !== '');
}

interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(root: string, args: readonly string[]): Promise<Ran> {
  const options = { cwd: root, maxBuffer: 256 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile('git', ['--no-optional-locks', ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ exitCode: 0, stdout, stderr });
      else if (typeof error.code === 'number') resolve({ exitCode: error.code, stdout, stderr });
      else {
        reject(
          new UserError('GIT_MISSING', `git can't be started in ${root}, so sources can't be compared`, {
            cause: error,
            next: 'git --version',
          }),
        );
      }
    });
  });
}

function cause(stderr: string): string {
  const lines = stderr.trim().split('\n');
  return (lines.find((line) => line.startsWith('fatal: ')) ?? lines.at(-1) ?? '').slice(0, 400);
}
