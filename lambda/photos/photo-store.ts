import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { ownerPrefix, photoKey, readPhotoKey } from './photo-key.ts';

export interface Photo {
  readonly id: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** ISO 8601, UTC. */
  readonly uploadedAt: string;
}

/** A form that uploads exactly one photo: every field goes into the multipart body, the file last. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface PhotoStore {
  /** Undefined when the content type is not stored. `size` in bytes is what the upload must have. */
  uploadForm(
    subject: string,
    id: string,
    upload: { contentType: string; size: number },
  ): Promise<UploadForm | undefined>;
  /** Newest first, at most 1,000; `truncated` tells that there are more. */
  list(subject: string): Promise<{ readonly photos: readonly Photo[]; readonly truncated: boolean }>;
  /** A URL that reads the photo, or undefined if the subject has no such photo. */
  downloadUrl(subject: string, id: string): Promise<string | undefined>;
}

/**
 * The photos bucket. URLs name the regional host, so that no redirect breaks a browser's preflight
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html), and expire after `seconds`.
 */
export function openPhotoStore(bucket: string, seconds: number, s3: S3Client = new S3Client({})): PhotoStore {
  return {
    async uploadForm(subject, id, { contentType, size }) {
      const key = photoKey(subject, id, contentType);
      if (key === undefined) return undefined;
      // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
      const form = await createPresignedPost(s3, {
        Bucket: bucket,
        Key: key,
        Expires: seconds,
        Fields: { 'Content-Type': contentType, 'x-amz-server-side-encryption': 'AES256' },
        Conditions: [['content-length-range', size, size]],
      });
      return { url: form.url, fields: form.fields };
    },

    async list(subject) {
      const page = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: ownerPrefix(subject) }));
      const photos = (page.Contents ?? []).flatMap(({ Key, Size, LastModified }) => {
        const photo = readPhotoKey(Key ?? '');
        if (photo === undefined) return [];
        return [{ ...photo, size: Size ?? 0, uploadedAt: (LastModified ?? new Date(0)).toISOString() }];
      });
      photos.sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt) || a.id.localeCompare(b.id));
      return { photos, truncated: page.IsTruncated ?? false };
    },

    async downloadUrl(subject, id) {
      const found = await s3.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: `${ownerPrefix(subject)}${id}.`, MaxKeys: 1 }),
      );
      const key = found.Contents?.[0]?.Key;
      if (key === undefined) return undefined;
      return getSignedUrl(s3, new GetObjectCommand({ Bucket: bucket, Key: key }), { expiresIn: seconds });
    },
  };
}
