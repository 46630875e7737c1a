import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
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

/** Links and forms that let a browser do one thing for a while. Making one calls nobody. */
export interface Presign {
  get(key: string, options?: { readonly expiresIn?: number }): Promise<string>;
  put(
    key: string,
    options: { readonly contentType: string; readonly expiresIn?: number },
  ): Promise<PresignedPut>;
  post(key: string, options: PostOptions): Promise<PresignedPost>;
}

const usual = 300;

/** @param client without checksums by default: a browser's body is not known when the link is made */
export function makePresign(client: S3Client, settings: AssetSettings): Presign {
  const { bucket: Bucket, encryption } = settings;
  const stated = encryptionHeaders(encryption);
  return {
    get: (Key, { expiresIn = usual } = {}) =>
      getSignedUrl(client, new GetObjectCommand({ Bucket, Key }), { expiresIn }),
    put: async (Key, { contentType, expiresIn = usual }) => {
      const headers = { 'content-type': contentType, ...stated };
      const command = new PutObjectCommand({
        Bucket,
        Key,
        ContentType: contentType,
        ...encryptionInput(encryption),
      });
      const url = await getSignedUrl(client, command, {
        expiresIn,
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
