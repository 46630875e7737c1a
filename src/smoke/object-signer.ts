import type { PresignedPost } from '@aws-sdk/s3-presigned-post';
import type { S3Client } from '@aws-sdk/client-s3';
import type { AwsCredentials } from '../aws/apis.ts';

export interface SignedObject {
  readonly bucket: string;
  readonly key: string;
  /** Seconds from `signedAt` on. */
  readonly expiresIn: number;
  /** Milliseconds since the epoch; now, unless told. */
  readonly signedAt?: number;
}

export interface SignedForm extends Pick<SignedObject, 'bucket' | 'key'> {
  readonly contentType: string;
  /** Bytes, both ends included. */
  readonly sizes: readonly [number, number];
  /** Seconds from now on; negative makes a form that has expired already. */
  readonly expiresIn: number;
}

/** Signs requests to S3 with the credentials of the run, without sending any. Addresses are regional. */
export interface ObjectSigner {
  put(object: SignedObject & { readonly contentType: string }): Promise<string>;
  get(object: SignedObject): Promise<string>;
  head(object: SignedObject): Promise<string>;
  form(form: SignedForm): Promise<PresignedPost>;
}

/**
 * A signer for one region. The endpoint is named, so that no setting of the environment (`AWS_ENDPOINT_URL`) gets into
 * a signed address. Checksums are left out unless S3 demands them: a checksum of an empty body in a presigned PUT makes
 * every upload fail (AWS SDK for JavaScript v3, "requestChecksumCalculation").
 */
export function makeObjectSigner(region: string, credentials: () => Promise<AwsCredentials>): ObjectSigner {
  let made: S3Client | undefined;
  const client = async () => {
    const { S3Client: Client } = await import('@aws-sdk/client-s3');
    made ??= new Client({
      region,
      credentials,
      endpoint: `https://s3.${region}.${urlSuffix(region)}`,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    return made;
  };
  const options = ({ expiresIn, signedAt }: SignedObject) => ({
    expiresIn,
    ...(signedAt === undefined ? {} : { signingDate: new Date(signedAt) }),
  });
  return {
    put: async (object) => {
      const [{ PutObjectCommand }, { getSignedUrl }] = await Promise.all([
        import('@aws-sdk/client-s3'),
        import('@aws-sdk/s3-request-presigner'),
      ]);
      const command = new PutObjectCommand({
        Bucket: object.bucket,
        Key: object.key,
        ContentType: object.contentType,
      });
      return getSignedUrl(await client(), command, {
        ...options(object),
        signableHeaders: new Set(['content-type', 'host']),
      });
    },
    get: async (object) => {
      const [{ GetObjectCommand }, { getSignedUrl }] = await Promise.all([
        import('@aws-sdk/client-s3'),
        import('@aws-sdk/s3-request-presigner'),
      ]);
      const command = new GetObjectCommand({ Bucket: object.bucket, Key: object.key });
      return getSignedUrl(await client(), command, options(object));
    },
    head: async (object) => {
      const [{ HeadObjectCommand }, { getSignedUrl }] = await Promise.all([
        import('@aws-sdk/client-s3'),
        import('@aws-sdk/s3-request-presigner'),
      ]);
      const command = new HeadObjectCommand({ Bucket: object.bucket, Key: object.key });
      return getSignedUrl(await client(), command, options(object));
    },
    form: async ({ bucket, key, contentType, sizes, expiresIn }) => {
      const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post');

      return createPresignedPost(await client(), {
        Bucket: bucket,
        Key: key,
        Fields: { 'Content-Type': contentType },
        Conditions: [['content-length-range', ...sizes]],
        Expires: expiresIn,
      });
    },
  };
}

/** The domain that a region's endpoints end with (AWS General Reference, "AWS service endpoints"). */
export function urlSuffix(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}
