import type * as S3 from '@aws-sdk/client-s3';
import type { BucketSettingsApi } from '../../../src/aws/apis.ts';

/** How a bucket is set up; `null` for a setting that was never made, or taken away. */
export interface FakeSettings {
  owner: string;
  region: string;
  versioning: S3.BucketVersioningStatus | null;
  publicAccessBlock: S3.PublicAccessBlockConfiguration | null;
  ownership: S3.ObjectOwnership | null;
  encryption: S3.ServerSideEncryption | null;
  policy: unknown;
}

interface Call {
  readonly Bucket?: string | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
}

const metadata = { $metadata: { httpStatusCode: 200 } } as const;

/** Settings of the buckets of all accounts; its rules and their sources are in README.md beside it. */
export class FakeBucketSettings implements BucketSettingsApi {
  /** By name. */
  readonly buckets = new Map<string, FakeSettings>();
  /** Operations that the caller may not use. */
  readonly denied = new Set<keyof BucketSettingsApi>();

  headBucket(call: S3.HeadBucketCommandInput): Promise<S3.HeadBucketCommandOutput> {
    return this.#answer('headBucket', call, 'NotFound', ({ region }) => ({ BucketRegion: region }));
  }

  getBucketVersioning(
    call: S3.GetBucketVersioningCommandInput,
  ): Promise<S3.GetBucketVersioningCommandOutput> {
    return this.#answer('getBucketVersioning', call, 'NoSuchBucket', ({ versioning }) =>
      versioning === null ? {} : { Status: versioning },
    );
  }

  getPublicAccessBlock(
    call: S3.GetPublicAccessBlockCommandInput,
  ): Promise<S3.GetPublicAccessBlockCommandOutput> {
    return this.#answer('getPublicAccessBlock', call, 'NoSuchBucket', ({ publicAccessBlock }) => ({
      PublicAccessBlockConfiguration: present(publicAccessBlock, 'NoSuchPublicAccessBlockConfiguration'),
    }));
  }

  getBucketOwnershipControls(
    call: S3.GetBucketOwnershipControlsCommandInput,
  ): Promise<S3.GetBucketOwnershipControlsCommandOutput> {
    return this.#answer('getBucketOwnershipControls', call, 'NoSuchBucket', ({ ownership }) => ({
      OwnershipControls: {
        Rules: [{ ObjectOwnership: present(ownership, 'OwnershipControlsNotFoundError') }],
      },
    }));
  }

  getBucketEncryption(
    call: S3.GetBucketEncryptionCommandInput,
  ): Promise<S3.GetBucketEncryptionCommandOutput> {
    return this.#answer('getBucketEncryption', call, 'NoSuchBucket', ({ encryption }) => {
      const SSEAlgorithm = present(encryption, 'ServerSideEncryptionConfigurationNotFoundError');
      return {
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm } }],
        },
      };
    });
  }

  getBucketPolicy(call: S3.GetBucketPolicyCommandInput): Promise<S3.GetBucketPolicyCommandOutput> {
    return this.#answer('getBucketPolicy', call, 'NoSuchBucket', ({ policy }) => ({
      Policy: JSON.stringify(present(policy, 'NoSuchBucketPolicy')),
    }));
  }

  #answer<T extends object>(
    operation: keyof BucketSettingsApi,
    { Bucket = '', ExpectedBucketOwner }: Call,
    absent: string,
    work: (settings: FakeSettings) => T,
  ): Promise<T & typeof metadata> {
    return Promise.resolve().then(() => {
      if (this.denied.has(operation)) throw new FakeSettingsError('AccessDenied', 403);
      const settings = this.buckets.get(Bucket);
      if (settings === undefined) throw new FakeSettingsError(absent, 404);
      if (ExpectedBucketOwner !== undefined && settings.owner !== ExpectedBucketOwner) {
        throw new FakeSettingsError('AccessDenied', 403);
      }
      return { ...work(settings), ...metadata };
    });
  }
}

/** An error as the SDK throws it for S3, as far as the code looks at it. */
class FakeSettingsError extends Error {
  override readonly name: string;
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(name: string, status: number) {
    super(name === 'AccessDenied' ? 'Access Denied' : name);
    this.name = name;
    this.$metadata = { httpStatusCode: status };
  }
}

function present<T>(setting: T | null | undefined, error: string): T {
  if (setting === null || setting === undefined) throw new FakeSettingsError(error, 404);
  return setting;
}
