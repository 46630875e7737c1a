import type { AwsCredentials } from '../../../src/aws/apis.ts';
import type { Mistake } from './mistakes.ts';
import { policySignature } from './sigv4.ts';

export interface PostedForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Buffer;
}

/** Reads a multipart form whose file stands last. Field names in lower case. */
export function readForm(body: Buffer, contentType: string): PostedForm | null {
  const boundary = /boundary=([^;]+)/.exec(contentType)?.[1];
  if (boundary === undefined) return null;
  const fields = new Map<string, string>();
  let file = Buffer.alloc(0);
  const text = body.toString('latin1');
  for (const part of text.split(`--${boundary}`).slice(1, -1)) {
    const split = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/.exec(part.slice(0, split))?.[1] ?? '';
    const value = part.slice(split + 4, -2);
    if (name === 'file') file = Buffer.from(value, 'latin1');
    else fields.set(name.toLowerCase(), Buffer.from(value, 'latin1').toString());
  }
  return { fields, file };
}

export interface Refusal {
  readonly status: number;
  readonly code: string;
}

/** `null` when S3 would store it. */
export function judgeForm(
  { fields, file }: PostedForm,
  bucket: string,
  credentials: AwsCredentials,
  now: number,
  broken: ReadonlySet<Mistake>,
): Refusal | null {
  const denied = { status: 403, code: 'AccessDenied' };
  const policy = fields.get('policy');
  const signature = fields.get('x-amz-signature');
  if (policy === undefined || signature === undefined)
    return broken.has('post-takes-unsigned') ? null : denied;
  const scope = (fields.get('x-amz-credential') ?? '').split('/').slice(1).join('/');
  const right = policySignature(credentials.secretAccessKey, scope, policy);
  if (right !== signature && !broken.has('s3-skips-signatures')) {
    return { status: 403, code: 'SignatureDoesNotMatch' };
  }
  const { expiration, conditions } = JSON.parse(Buffer.from(policy, 'base64').toString()) as {
    expiration: string;
    conditions: (Record<string, string> | [string, string | number, string | number])[];
  };
  if (Date.parse(expiration) < now && !broken.has('s3-ignores-expiry')) return denied;

  const named = new Set(['x-amz-signature', 'policy', 'file']);
  const value = (name: string) => (name === 'bucket' ? bucket : (fields.get(name) ?? ''));
  for (const condition of conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, wanted] of Object.entries(condition)) {
        named.add(name.toLowerCase());
        if (value(name.toLowerCase()) !== wanted && !broken.has('post-ignores-conditions')) return denied;
      }
    } else if (condition[0] === 'content-length-range') {
      if (broken.has('post-ignores-size')) continue;
      if (file.length > Number(condition[2])) return { status: 400, code: 'EntityTooLarge' };
      if (file.length < Number(condition[1])) return { status: 400, code: 'EntityTooSmall' };
    } else {
      const name = String(condition[1]).slice(1).toLowerCase();
      named.add(name);
      if (condition[0] === 'starts-with' && !value(name).startsWith(String(condition[2]))) return denied;
    }
  }
  const extra = [...fields.keys()].some((name) => !named.has(name) && !name.startsWith('x-ignore-'));
  return extra && !broken.has('post-takes-extra-fields') ? denied : null;
}
