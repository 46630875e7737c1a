import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';

/** The repository as GitHub has it: what is pushed, and what it makes of pull requests. */
export interface Remote {
  /** For `git fetch`. */
  readonly address: string;
  /** Commits an edit on top of a branch; a branch that is not there begins at main. Returns the commit. */
  commit(branch: string, message: string, edit: (folder: string) => void | Promise<void>): Promise<string>;
  head(branch: string): string;
  /** The commit that GitHub tries for a pull request, `refs/pull/<number>/merge`. */
  tryMerge(number: number, branch: string): string;
  /** Merges it; main's new head. */
  merge(number: number): string;
  /** The files of a commit, in a new folder. */
  filesAt(commit: string): string;
}

const identity = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};

export function createRemote(base: string): Remote {
  const bare = join(base, 'remote.git');
  const clone = join(base, 'clone');
  const git = (folder: string, ...args: readonly string[]): string =>
    execFileSync('git', args, {
      cwd: folder,
      env: { PATH: process.env['PATH'], ...identity },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  mkdirSync(base, { recursive: true });
  git(base, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
  // as GitHub does: any commit that it has can be fetched
  git(bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  git(base, 'init', '--quiet', '--initial-branch=main', clone);
  git(clone, 'commit', '--quiet', '--allow-empty', '--message=Begin');
  git(clone, 'push', '--quiet', bare, 'main');

  const head = (branch: string): string => git(bare, 'rev-parse', `refs/heads/${branch}`);
  const has = (branch: string): boolean => git(bare, 'branch', '--list', branch) !== '';

  return {
    address: bare,
    head,
    commit: async (branch, message, edit) => {
      git(clone, 'fetch', '--quiet', bare, has(branch) ? branch : 'main');
      git(clone, 'checkout', '--quiet', '--force', '-B', branch, 'FETCH_HEAD');
      await edit(clone);
      git(clone, 'add', '--all', '--force', '.');
      git(clone, 'commit', '--quiet', '--allow-empty', `--message=${message}`);
      git(clone, 'push', '--quiet', bare, branch);
      return head(branch);
    },
    tryMerge: (number, branch) => {
      git(clone, 'fetch', '--quiet', bare, 'main');
      git(clone, 'checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD');
      git(clone, 'fetch', '--quiet', bare, branch);
      git(clone, 'merge', '--quiet', '--no-ff', `--message=Merge ${branch} into main`, 'FETCH_HEAD');
      git(clone, 'push', '--quiet', '--force', bare, `HEAD:refs/pull/${number}/merge`);
      return git(clone, 'rev-parse', 'HEAD');
    },
    merge: (number) => {
      git(bare, 'update-ref', 'refs/heads/main', `refs/pull/${number}/merge`);
      return head('main');
    },
    filesAt: (commit) => {
      const folder = mkdtempSync(join(base, 'files-'));
      git(bare, 'worktree', 'add', '--quiet', '--detach', '--force', folder, commit);
      return folder;
    },
  };
}
