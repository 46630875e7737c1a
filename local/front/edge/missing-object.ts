import type { Distribution } from '../directory.ts';
import type { Emulators } from '../emulators.ts';
import { headerOf, xmlResponse, type FrontResponse } from '../message.ts';
import type { Origin } from './distribution-config.ts';

interface Statement {
  readonly Effect?: string;
  readonly Principal?: { readonly Service?: string | readonly string[] } | string;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: unknown;
}

/**
 * What S3 says of an object that is not there: 404 to whom the bucket policy lets list the bucket, else 403
 * (API_GetObject.html, Permissions). The emulator always says 403 to CloudFront.
 *
 * @param key the object's key, with the origin's path
 * @returns `undefined` when the 403 stands
 */
export async function missingObject(
  emulators: Emulators,
  { account, id }: Distribution,
  { bucket, region }: Origin,
  key: string,
  answer: FrontResponse,
): Promise<FrontResponse | undefined> {
  if (answer.status !== 403 || bucket === undefined) return undefined;
  if (
    !(headerOf(answer, 'content-type') ?? '').includes('xml') ||
    !answer.body.includes('<Code>AccessDenied</Code>')
  )
    return undefined;
  const call = { service: 's3', region };
  const path = key.split('/').map(encodeURIComponent).join('/');
  const head = await emulators.asRoot(account, { ...call, method: 'HEAD', target: `/${bucket}/${path}` });
  if (head.status !== 404) return undefined;
  const policy = await emulators.asRoot(account, { ...call, method: 'GET', target: `/${bucket}?policy` });
  if (policy.status !== 200 || !mayList(policy.body.toString(), bucket, id)) return undefined;
  return xmlResponse(
    404,
    '<?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>',
  );
}

/** Whether a bucket policy lets CloudFront list the bucket on behalf of that distribution. */
export function mayList(policy: string, bucket: string, distribution: string): boolean {
  const { Statement = [] } = JSON.parse(policy) as { readonly Statement?: Statement | readonly Statement[] };
  const statements: readonly Statement[] = 'length' in Statement ? Statement : [Statement];
  return statements.some(({ Effect, Principal, Action, Resource, Condition }) => {
    const services = typeof Principal === 'object' ? listOf(Principal.Service) : [];
    const condition = JSON.stringify(Condition ?? null);
    return (
      Effect === 'Allow' &&
      services.includes('cloudfront.amazonaws.com') &&
      listOf(Action).some((action) => ['s3:ListBucket', 's3:List*', 's3:*'].includes(action)) &&
      listOf(Resource).includes(`arn:aws:s3:::${bucket}`) &&
      (Condition === undefined ||
        condition.includes(`distribution/${distribution}"`) ||
        condition.includes('distribution/*"'))
    );
  });
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
