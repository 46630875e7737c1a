import { SlipwayError, UserError } from '../errors/slipway-error.ts';

/** The name of an error as the SDK gives it (`NoSuchKey`, `AccessDenied`, …). */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** HEAD has no body, so S3's `NoSuchKey` arrives as `NotFound` (API Reference, HeadObject). */
export function isAbsent(error: unknown): boolean {
  return errorName(error) === 'NoSuchKey' || errorName(error) === 'NotFound';
}

/**
 * What a failed request to the site's bucket means.
 * `SITE_BUCKET_MISSING` and `SITE_BUCKET_DENIED` are for the user to mend, `SITE_S3` is everything else.
 */
export function bucketError(error: unknown, doing: string, bucket: string): SlipwayError {
  if (error instanceof SlipwayError) return error;
  const name = errorName(error);
  if (name === 'NoSuchBucket') {
    return new UserError('SITE_BUCKET_MISSING', `${doing}: the site's bucket ${bucket} does not exist`, {
      cause: error,
      next: 'deploy the stack that holds it, or mend site.bucket in system.yml',
    });
  }
  if (name === 'AccessDenied' || name === 'Forbidden' || name === '403') {
    return new UserError('SITE_BUCKET_DENIED', `${doing}: access to the site's bucket ${bucket} is denied`, {
      cause: error,
      next: 'check that the role may get, put, delete and list there, and that the bucket lies in this account',
    });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new SlipwayError(
    'SITE_S3',
    `${doing} in ${bucket}: ${name ? `${name}: ` : ''}${reason}`,
    'slipway',
    {
      cause: error,
    },
  );
}
