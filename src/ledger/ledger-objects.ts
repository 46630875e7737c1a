import type { S3Api } from '../aws/apis.ts';
import { UserError } from '../errors/slipway-error.ts';

export type LedgerS3 = Pick<S3Api, 'getObject' | 'putObject'>;

export interface StoredText {
  readonly text: string;
  readonly etag: string;
}

/** Only if nothing is there, or only if what is there is still what was read. */
export type Condition = { readonly absent: true } | { readonly etag: string };

/** Reads one object; `null` where there is none. */
export async function readText(s3: LedgerS3, bucket: string, key: string): Promise<StoredText | null> {
  try {
    const { Body, ETag } = await s3.getObject({ Bucket: bucket, Key: key });
    return { text: (await Body?.transformToString('utf-8')) ?? '', etag: ETag ?? '' };
  } catch (error) {
    if (isNamed(error, 'NoSuchKey', 'NotFound')) return null;
    throw explained(error, bucket, key);
  }
}

/**
 * Writes one object under a condition (S3 user guide, "Conditional writes"): 412 says that the condition does not hold,
 * 409 that another write to the key is on its way, 404 that what was read is gone.
 * @returns false where somebody else was quicker
 */
export async function writeText(
  s3: LedgerS3,
  bucket: string,
  key: string,
  text: string,
  condition: Condition,
): Promise<boolean> {
  try {
    await s3.putObject({
      Bucket: bucket,
      Key: key,
      Body: text,
      ContentType: 'application/json',
      ...('absent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.etag }),
    });
    return true;
  } catch (error) {
    if (isNamed(error, 'PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey')) return false;
    throw explained(error, bucket, key);
  }
}

function explained(error: unknown, bucket: string, key: string): unknown {
  if (isNamed(error, 'NoSuchBucket')) {
    return new UserError('LEDGER_ABSENT', `there is no ledger bucket ${bucket}`, {
      cause: error,
      next: "deploy templates/bootstrap/foundation.yml in the account's home region: docs/bootstrap.md",
    });
  }
  if (isNamed(error, 'AccessDenied', 'Forbidden')) {
    return new UserError('LEDGER_DENIED', `these credentials may not use s3://${bucket}/${key}`, {
      cause: error,
      next: 'use a role that may read the ledger (s3:GetObject and s3:ListBucket) or, to deploy, write it (s3:PutObject)',
    });
  }
  return error;
}

function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}
