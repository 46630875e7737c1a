import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, readdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** An upload that waits on disk for the bucket. */
export interface PendingUpload {
  /** Names sort in the order in which the uploads were made. */
  readonly name: string;
  readonly key: string;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** Uploads on disk, one file each, whole or not there: a crash at any moment loses none that was accepted. */
export interface PendingFolder {
  /** Returns once the upload is on the disk, file and folder synchronised. */
  add(upload: Omit<PendingUpload, 'name'>): Promise<void>;
  /** The names in order; an empty list where there is no folder yet. */
  names(): Promise<readonly string[]>;
  /** Which key a waiting upload is for, without reading its bytes into memory twice. */
  read(name: string): Promise<PendingUpload>;
  /** To be called once the bucket has it. */
  remove(name: string): Promise<void>;
  /** The newest that waits for a key. */
  newest(key: string): Promise<PendingUpload | null>;
  /**
   * Runs with nobody else at the folder, in this process or another of this machine. A lock of a process that is gone counts as
   * none.
   */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

const ending = '.pending';

/** Milliseconds that a flush waits for another one to end. */
const patience = 120_000;

/**
 * @param now milliseconds since the epoch, for the order
 * @param wait resolves after so many milliseconds
 */
export function openPendingFolder(
  folder: string,
  now: () => number,
  wait: (milliseconds: number) => Promise<void>,
): PendingFolder {
  let last = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const lock = join(folder, 'lock');

  /** Two uploads of one millisecond keep their order, too. */
  const nextName = (): string => {
    last = Math.max(last + 1, Math.floor(now()) * 1000);
    return `${String(last).padStart(20, '0')}-${randomUUID()}${ending}`;
  };

  const names: PendingFolder['names'] = async () => {
    const all = await readdir(folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    });
    return all.filter((name) => name.endsWith(ending)).sort();
  };

  const read: PendingFolder['read'] = async (name) => {
    const bytes = await readFile(join(folder, name));
    const end = bytes.indexOf(0x0a);
    const head = JSON.parse(bytes.subarray(0, end).toString('utf8')) as Pick<
      PendingUpload,
      'key' | 'contentType'
    >;
    return { name, key: head.key, contentType: head.contentType, body: bytes.subarray(end + 1) };
  };

  async function acquire(): Promise<void> {
    await mkdir(folder, { recursive: true });
    const until = now() + patience;
    for (;;) {
      try {
        const file = await open(lock, 'wx', 0o600);
        await file.writeFile(String(process.pid));
        await file.close();
        return;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
      const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
      // An empty lock is being written at this moment.
      if (owner > 0 && !isAlive(owner)) await takeAway(owner);
      else if (now() > until) {
        throw new Error(
          `${lock} has been held by process ${owner} for ${patience / 1000} s; delete it if that is another program`,
        );
      } else await wait(20);
    }
  }

  /** Takes a dead process's lock away. If somebody else has, and it is a living one's by now, that one gets it back. */
  async function takeAway(owner: number): Promise<void> {
    const dead = `${lock}-${randomUUID()}.dead`;
    try {
      await rename(lock, dead);
      if ((await readFile(dead, 'utf8')) !== String(owner)) await link(dead, lock);
      await unlink(dead);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
    }
  }

  return {
    add: async ({ key, contentType, body }) => {
      await mkdir(folder, { recursive: true });
      const name = nextName();
      const partial = join(folder, `${name}.partial`);
      const file = await open(partial, 'wx', 0o600);
      try {
        await file.writeFile(`${JSON.stringify({ key, contentType })}\n`);
        await file.writeFile(body);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(partial, join(folder, name));
      await synchronise(folder);
    },
    names,
    read,
    remove: async (name) => {
      await unlink(join(folder, name));
      await synchronise(folder);
    },
    newest: async (key) => {
      for (const name of [...(await names())].reverse()) {
        const found = await read(name);
        if (found.key === key) return found;
      }
      return null;
    },
    alone: (work) => {
      const mine = turn.then(async () => {
        await acquire();
        try {
          return await work();
        } finally {
          await unlink(lock);
        }
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** A rename is on the disk once its folder is (fsync(2)). */
async function synchronise(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
