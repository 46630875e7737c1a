import type { PresignedPost } from '@aws-sdk/s3-presigned-post';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Presign } from '../../clients/leadshop/presign.ts';
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
 * A signer for one region: the application client of leadshop, so that what is checked is what applications hand out. The
 * endpoint is named, so that no setting of the environment (`AWS_ENDPOINT_URL`) gets into a signed address.
 */
export function makeObjectSigner(region: string, credentials: () => Promise<AwsCredentials>): ObjectSigner {
  let made: S3Client | undefined;
  const presign = async (bucket: string): Promise<Presign> => {
    const [{ S3Client: Client }, { linking, makePresign }] = await Promise.all([
      import('@aws-sdk/client-s3'),
      import('../../clients/leadshop/presign.ts'),
    ]);
    made ??= new Client({
      region,
      credentials,
      endpoint: `https://s3.${region}.${urlSuffix(region)}`,
      ...linking,
    });
    return makePresign(made, { bucket, encryption: null });
  };
  return {
    put: async ({ bucket, key, ...options }) => (await (await presign(bucket)).put(key, options)).url,
    get: async ({ bucket, key, ...life }) => (await presign(bucket)).get(key, life),
    head: async ({ bucket, key, ...life }) => (await presign(bucket)).head(key, life),
    form: async ({ bucket, key, ...options }) => (await presign(bucket)).post(key, options),
  };
}

/** The domain that a region's endpoints end with (AWS General Reference, "AWS service endpoints"). */
export function urlSuffix(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}
