import { FakeS3Error } from './fake-s3-error.ts';
import { byUtf8, type StoredVersion } from './stored-object.ts';

/** One bucket: key → versions, newest first. */
export class FakeBucket {
  readonly versioning: boolean;
  readonly #objects = new Map<string, StoredVersion[]>();

  constructor(options: { readonly versioning: boolean }) {
    this.versioning = options.versioning;
  }

  versions(key: string): readonly StoredVersion[] {
    return this.#objects.get(key) ?? [];
  }

  /** The newest version; `undefined` where there is none or it is a delete marker. */
  current(key: string): (StoredVersion & { readonly bytes: Uint8Array }) | undefined {
    const newest = this.versions(key)[0];
    return newest?.bytes ? { ...newest, bytes: newest.bytes } : undefined;
  }

  add(key: string, version: StoredVersion): void {
    this.#objects.set(key, this.versioning ? [version, ...this.versions(key)] : [version]);
  }

  /** Removes one version for good, or all of an unversioned key. */
  remove(key: string, versionId?: string): StoredVersion | undefined {
    const removed = this.versions(key).find((each) => versionId === undefined || idOf(each) === versionId);
    const left = this.versions(key).filter((each) => each !== removed);
    if (left.length === 0) this.#objects.delete(key);
    else this.#objects.set(key, left);
    return removed;
  }

  /** Keys that have a current object, in S3's order. */
  keys(prefix = ''): string[] {
    return this.allKeys(prefix).filter((key) => this.current(key) !== undefined);
  }

  /** Keys with any version or delete marker, in S3's order. */
  allKeys(prefix = ''): string[] {
    return [...this.#objects.keys()].filter((key) => key.startsWith(prefix)).sort(byUtf8);
  }

  /** What GET and HEAD read. */
  read(
    key: string,
    request: { versionId: string | undefined; head: boolean },
  ): StoredVersion & { readonly bytes: Uint8Array } {
    if (request.versionId === undefined) {
      const current = this.current(key);
      if (current) return current;
      if (request.head) throw new FakeS3Error('NotFound', 404, 'NotFound');
      throw new FakeS3Error('NoSuchKey', 404, 'The specified key does not exist.');
    }
    const version = this.versions(key).find((each) => idOf(each) === request.versionId);
    if (!version) {
      if (request.head) throw new FakeS3Error('NotFound', 404, 'NotFound');
      throw new FakeS3Error('NoSuchVersion', 404, 'The specified version does not exist.');
    }
    if (!version.bytes) {
      throw new FakeS3Error('MethodNotAllowed', 405, 'The specified method is not allowed.');
    }
    return { ...version, bytes: version.bytes };
  }

  /** The conditions of a write: `If-None-Match: *` and `If-Match: <etag>`. */
  checkWrite(
    key: string,
    conditions: { ifNoneMatch: string | undefined; ifMatch: string | undefined },
  ): void {
    const current = this.current(key);
    if (conditions.ifNoneMatch !== undefined) {
      if (conditions.ifNoneMatch !== '*') {
        throw new FakeS3Error('NotImplemented', 501, 'A header you provided implies functionality');
      }
      if (current) throw preconditionFailed();
    }
    if (conditions.ifMatch !== undefined) {
      if (!current) throw new FakeS3Error('NoSuchKey', 404, 'The specified key does not exist.');
      if (!sameEtag(current.etag, conditions.ifMatch)) throw preconditionFailed();
    }
  }
}

export const idOf = (version: StoredVersion): string => version.versionId ?? 'null';

export const sameEtag = (a: string, b: string): boolean => a.replaceAll('"', '') === b.replaceAll('"', '');

export const preconditionFailed = (): FakeS3Error =>
  new FakeS3Error('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold');
