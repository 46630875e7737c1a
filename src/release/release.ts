import type { EnvironmentName } from '../config/environment-name.ts';
import type { RegionRole } from '../config/system.ts';

/** 64 lower-case hex digits. */
export type Sha256 = string;

export interface ReleasedFile {
  /** The source it was made from, relative to the repository. */
  readonly path: string;
  /** Of the packaged bytes; also the object's key in the artifact bucket. */
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
}

export interface SiteFile extends ReleasedFile {
  /** With charset for text, as it is sent to the browser. */
  readonly contentType: string;
  readonly cacheControl: string;
}

/**
 * What a release consists of. The release's id is the SHA-256 of this manifest's canonical JSON, under which the
 * manifest itself lies in the artifact bucket. It names no account, region, bucket, commit or time.
 */
export interface ReleaseManifest {
  readonly schema: 1;
  readonly system: string;
  /** Every template of every stack's tree, packaged. */
  readonly templates: readonly ReleasedFile[];
  /** Stack → the packaged root template. */
  readonly stacks: Readonly<Record<string, { readonly template: Sha256; readonly region: RegionRole }>>;
  /** Lambda bundles; `path` is the source folder. */
  readonly functions: readonly ReleasedFile[];
  readonly definition: ReleasedFile;
  readonly environments: Readonly<Record<EnvironmentName, ReleasedFile>>;
  readonly smoke: ReleasedFile | null;
  /** `path` is relative to the build folder: the key in the site's bucket. */
  readonly site: readonly SiteFile[] | null;
}

/** A release that can be read, wherever its bytes lie. Every `read` verifies the digest. */
export interface Release {
  /** SHA-256 of the manifest. */
  readonly id: Sha256;
  readonly manifest: ReleaseManifest;
  /** The bytes of one artifact. Throws `ARTIFACT_DIGEST` if they are not what the digest says, `ARTIFACT_MISSING` if absent. */
  read(sha256: Sha256): Promise<Uint8Array>;
}

/** Where artifacts lie: a folder, or a bucket in one account and region. Keys are digests; nothing is ever overwritten. */
export interface ArtifactStore {
  /** For people: `s3://bucket` or a folder. */
  readonly location: string;
  /** Writes if absent (`If-None-Match: *`). If present, compares the stored checksum; throws `ARTIFACT_DIGEST` when it differs. */
  put(artifact: {
    readonly sha256: Sha256;
    readonly bytes: Uint8Array;
    readonly contentType: string;
  }): Promise<'written' | 'present'>;
  /** Which of these are not there. Throws `ARTIFACT_DIGEST` for one whose stored checksum differs from its key. */
  missing(keys: readonly Sha256[]): Promise<readonly Sha256[]>;
  get(sha256: Sha256): Promise<Uint8Array>;
}
