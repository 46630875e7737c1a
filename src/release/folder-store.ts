import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../runtime/sha256.ts';
import { digestError, missingError } from './artifact-errors.ts';
import type { ArtifactStore, Sha256 } from './release.ts';

/** Artifacts in a folder, one file a digest. */
export class FolderStore implements ArtifactStore {
  readonly location: string;

  constructor(folder: string) {
    this.location = folder;
  }

  /** Written beside its place and linked there, which fails where something is: nobody sees half a file. */
  async put({ sha256: key, bytes }: { sha256: Sha256; bytes: Uint8Array }): Promise<'written' | 'present'> {
    const found = await this.#digest(key);
    if (found !== null) return this.#compare(key, found);
    await mkdir(this.location, { recursive: true });
    const draft = join(this.location, `.${key}.${randomUUID()}`);
    try {
      await writeFile(draft, bytes);
      await link(draft, join(this.location, key));
      return 'written';
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      return this.#compare(key, (await this.#digest(key)) ?? '');
    } finally {
      await rm(draft, { force: true });
    }
  }

  async missing(keys: readonly Sha256[]): Promise<readonly Sha256[]> {
    const absent: Sha256[] = [];
    for (const key of keys) {
      const found = await this.#digest(key);
      if (found === null) absent.push(key);
      else this.#compare(key, found);
    }
    return absent;
  }

  async get(key: Sha256): Promise<Uint8Array> {
    const bytes = await this.#read(key);
    if (!bytes) throw missingError(key, this.location);
    this.#compare(key, sha256(bytes));
    return bytes;
  }

  #compare(key: Sha256, found: string): 'present' {
    if (found !== key) throw digestError(key, this.location, found);
    return 'present';
  }

  async #digest(key: Sha256): Promise<string | null> {
    const bytes = await this.#read(key);
    return bytes && sha256(bytes);
  }

  async #read(key: Sha256): Promise<Uint8Array | null> {
    try {
      return await readFile(join(this.location, key));
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    }
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
