import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { AssetSettings } from './settings.ts';

/** A link with the headers that have to go with the request; they are signed. */
export interface PresignedPut {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PostOptions {
  readonly contentType: string;
  /** Bytes, both ends included. */
  readonly sizes: readonly [number, number];
  /** Seconds; 300 unless told. */
  readonly expiresIn?: number;
}

/** How long a link is good for. */
export interface LinkLife {
  /** Seconds; 300 unless told. */
  readonly expiresIn?: number;
  /** From when on: milliseconds since the epoch; now unless told. */
  readonly signedAt?: number;
}

/** Links and forms that let a browser do one thing for a while. Making one calls nobody. */
export interface Presign {
  get(key: string, life?: LinkLife): Promise<string>;
  /** What an asset is, without its bytes. */
  head(key: string, life?: LinkLife): Promise<string>;
  put(key: string, options: LinkLife & { readonly contentType: string }): Promise<PresignedPut>;
  post(key: string, options: PostOptions): Promise<PresignedPost>;
}

const usual = 300;

/**
 * What a client needs that makes links: the checksum of a body that is not known yet would be that of an empty one, and every
 * upload would fail (AWS SDK for JavaScript v3, `requestChecksumCalculation`).
 */
export const linking = { requestChecksumCalculation: 'WHEN_REQUIRED' } as const;

/** @param client made with `linking` */
export function makePresign(
  client: S3Client,
  settings: Pick<AssetSettings, 'bucket' | 'encryption'>,
): Presign {
  const { bucket: Bucket, encryption } = settings;
  const stated = encryptionHeaders(encryption);
  return {
    get: (Key, life = {}) => getSignedUrl(client, new GetObjectCommand({ Bucket, Key }), lasting(life)),
    head: (Key, life = {}) => getSignedUrl(client, new HeadObjectCommand({ Bucket, Key }), lasting(life)),
    put: async (Key, { contentType, ...life }) => {
      const headers = { 'content-type': contentType, ...stated };
      const command = new PutObjectCommand({
        Bucket,
        Key,
        ContentType: contentType,
        ...encryptionInput(encryption),
      });
      const url = await getSignedUrl(client, command, {
        ...lasting(life),
        signableHeaders: new Set(['host', ...Object.keys(headers)]),
        // In the query S3 would not look at them as headers, and the bucket's policy does.
        unhoistableHeaders: new Set(Object.keys(stated)),
      });
      return { url, headers };
    },
    post: (Key, { contentType, sizes, expiresIn = usual }) =>
      createPresignedPost(client, {
        Bucket,
        Key,
        Fields: { 'Content-Type': contentType, ...stated },
        Conditions: [['content-length-range', ...sizes]],
        Expires: expiresIn,
      }),
  };
}

function lasting({ expiresIn = usual, signedAt }: LinkLife) {
  return { expiresIn, ...(signedAt === undefined ? {} : { signingDate: new Date(signedAt) }) };
}

/** The encryption as PutObject takes it. */
export function encryptionInput(encryption: AssetSettings['encryption']) {
  if (encryption === null) return {};
  return encryption.algorithm === 'AES256'
    ? { ServerSideEncryption: encryption.algorithm }
    : { ServerSideEncryption: encryption.algorithm, SSEKMSKeyId: encryption.keyArn };
}

function encryptionHeaders(encryption: AssetSettings['encryption']): Readonly<Record<string, string>> {
  if (encryption === null) return {};
  const algorithm = { 'x-amz-server-side-encryption': encryption.algorithm };
  return encryption.algorithm === 'AES256'
    ? algorithm
    : { ...algorithm, 'x-amz-server-side-encryption-aws-kms-key-id': encryption.keyArn };
}
