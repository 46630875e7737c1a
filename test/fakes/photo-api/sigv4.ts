import { createHash, createHmac } from 'node:crypto';
import type { AwsCredentials } from '../../../src/aws/apis.ts';
import type { FakeRequest } from './server.ts';

const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

/** The key that signs for a day, region and service (AWS SigV4, "Derive a signing key"). */
function signingKey(secret: string, scope: string): Buffer {
  const [date = '', region = '', service = ''] = scope.split('/');
  return hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request');
}

/** The hexadecimal signature of a POST policy. */
export function policySignature(secret: string, scope: string, policy: string): string {
  return hmac(signingKey(secret, scope), policy).toString('hex');
}

export type Presigned = 'none' | 'valid' | 'expired' | 'mismatch';

/** Judges a request's query signature. `now` in milliseconds since the epoch. */
export function judgePresigned(request: FakeRequest, credentials: AwsCredentials, now: number): Presigned {
  const { query } = request;
  const signature = query.get('X-Amz-Signature');
  if (signature === null) return 'none';
  const date = query.get('X-Amz-Date') ?? '';
  const [accessKey = '', ...scopeParts] = (query.get('X-Amz-Credential') ?? '').split('/');
  const scope = scopeParts.join('/');
  const names = (query.get('X-Amz-SignedHeaders') ?? '').split(';');
  const canonical = [
    request.method,
    request.path,
    canonicalQuery(query),
    ...names.map((name) => `${name}:${(request.headers[name] ?? '').trim()}`),
    '',
    names.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  const text = ['AWS4-HMAC-SHA256', date, scope, digest].join('\n');
  const right = hmac(signingKey(credentials.secretAccessKey, scope), text).toString('hex');
  if (accessKey !== credentials.accessKeyId || right !== signature) return 'mismatch';
  const until = readDate(date) + Number(query.get('X-Amz-Expires')) * 1000;
  return until < now ? 'expired' : 'valid';
}

function canonicalQuery(query: URLSearchParams): string {
  const escape = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${escape(name)}=${escape(value)}`)
    .sort()
    .join('&');
}

/** `20261121T101112Z` as milliseconds. */
function readDate(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
