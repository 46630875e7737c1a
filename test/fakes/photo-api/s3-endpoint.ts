import { randomUUID } from 'node:crypto';
import type { AwsCredentials } from '../../../src/aws/apis.ts';
import type { SmokeS3 } from '../../../src/smoke/target.ts';
import { corsHeaders, letsIn } from './cors.ts';
import type { Mistake } from './mistakes.ts';
import { judgeForm, readForm } from './post-form.ts';
import type { FakeRequest, FakeResponse } from './server.ts';
import { judgePresigned } from './sigv4.ts';

interface Version {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly body: Buffer;
  readonly contentType: string;
}

export interface S3Options {
  readonly buckets: readonly string[];
  /** The bucket's CORS rule: one origin, these methods, any header. */
  readonly origin: string;
  readonly methods: readonly string[];
  readonly credentials: AwsCredentials;
  readonly now: () => number;
  readonly broken: ReadonlySet<Mistake>;
}

/** Versioned, private, TLS-only buckets: their HTTP face and as much of their API as the smoke checks call. */
export class S3Endpoint {
  readonly #options: S3Options;
  #versions: Version[] = [];

  constructor(options: S3Options) {
    this.#options = options;
  }

  get versions(): readonly { readonly bucket: string; readonly key: string }[] {
    return this.#versions;
  }

  put(bucket: string, key: string, body: Buffer, contentType: string): void {
    this.#versions.push({ bucket, key, versionId: randomUUID(), body, contentType });
  }

  answer(request: FakeRequest): FakeResponse {
    const { broken, origin } = this.#options;
    const response = this.#respond(request);
    const error = response.status >= 400;
    const from = request.headers['origin'];
    const cors = error && broken.has('cors-not-on-errors') ? {} : corsHeaders(from, origin, broken);
    return { ...response, headers: { ...cors, ...response.headers } };
  }

  #respond(request: FakeRequest): FakeResponse {
    const { broken, buckets, origin, methods } = this.#options;
    const bucket = /^(.+)\.s3\./.exec(request.host)?.[1] ?? '';
    if (!buckets.includes(bucket)) return refuse(404, 'NoSuchBucket');
    if (broken.has('s3-redirects') || !/\.s3\.[a-z]+-[a-z]+-\d\./.test(request.host)) {
      return { ...refuse(307, 'TemporaryRedirect'), headers: { location: 'https://elsewhere.example/' } };
    }
    if (request.method === 'OPTIONS') {
      const asked = request.headers['access-control-request-method'] ?? '';
      if (!letsIn(request.headers['origin'] ?? '', origin, broken) || !methods.includes(asked)) {
        return broken.has('cors-wildcard-with-credentials')
          ? { status: 200 }
          : refuse(403, 'AccessForbidden');
      }
      return {
        status: 200,
        headers: {
          'access-control-allow-methods': methods.join(', '),
          'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
        },
      };
    }
    if (request.scheme === 'http' && !broken.has('plain-http-is-open')) return refuse(403, 'AccessDenied');
    return request.method === 'POST' ? this.#post(request, bucket) : this.#object(request, bucket);
  }

  #object(request: FakeRequest, bucket: string): FakeResponse {
    const { broken, credentials, now } = this.#options;
    const key = decodeURIComponent(request.path.slice(1));
    const signed = judgePresigned(request, credentials, now());
    const reading = request.method === 'GET' || request.method === 'HEAD';
    const open =
      (reading && key === '' && broken.has('public-list')) ||
      (reading && key !== '' && broken.has('public-read')) ||
      (!reading && broken.has('public-write'));
    if (signed === 'none' && !open) return refuse(403, 'AccessDenied');
    if (signed === 'mismatch' && !broken.has('s3-skips-signatures'))
      return refuse(403, 'SignatureDoesNotMatch');
    if (signed === 'expired' && !broken.has('s3-ignores-expiry')) return refuse(403, 'AccessDenied');
    if (reading && broken.has('prefix-is-not-readable')) return refuse(403, 'AccessDenied');
    if (!reading && broken.has('prefix-is-not-writable')) return refuse(403, 'AccessDenied');
    if (request.method === 'PUT') {
      const type = broken.has('put-loses-type') ? '' : (request.headers['content-type'] ?? '');
      const body = broken.has('put-stores-nothing') ? Buffer.alloc(0) : request.body;
      this.put(bucket, key, body, type === '' ? 'binary/octet-stream' : type);
      return { status: 200, headers: { etag: '"0"' } };
    }
    if (key === '') return { status: 200, body: '<ListBucketResult/>' };
    const found = this.#newest(bucket, key);
    if (found === undefined) return refuse(404, 'NoSuchKey');
    const encryption = broken.has('encrypts-otherwise') ? 'aws:kms' : 'AES256';
    return {
      status: 200,
      headers: {
        'content-type': found.contentType,
        etag: '"0"',
        ...(broken.has('hides-encryption') ? {} : { 'x-amz-server-side-encryption': encryption }),
      },
      body: found.body,
    };
  }

  #post(request: FakeRequest, bucket: string): FakeResponse {
    const { broken, credentials, now } = this.#options;
    const form = readForm(request.body, request.headers['content-type'] ?? '');
    if (form === null) return refuse(400, 'MalformedPOSTRequest');
    const refusal = judgeForm(form, bucket, credentials, now(), broken);
    if (refusal !== null) return refuse(refusal.status, refusal.code);
    const key = form.fields.get('key') ?? '';
    if (broken.has('prefix-is-not-writable') && !key.startsWith('photos/'))
      return refuse(403, 'AccessDenied');
    const type = broken.has('post-stores-other-type') ? 'text/html' : form.fields.get('content-type');
    this.put(bucket, key, form.file, type ?? 'binary/octet-stream');
    return { status: Number(form.fields.get('success_action_status') ?? 204) };
  }

  #newest(bucket: string, key: string): Version | undefined {
    return this.#versions.findLast((version) => version.bucket === bucket && version.key === key);
  }

  /** What the SDK's client would answer. */
  get api(): SmokeS3 {
    const { broken } = this.#options;
    return {
      headObject: ({ Bucket = '', Key = '' }) => {
        const found = this.#newest(Bucket, Key);
        if (!found) return Promise.reject(new Error('NotFound'));
        return Promise.resolve({
          $metadata: {},
          ContentLength: found.body.length,
          ContentType: found.contentType,
        });
      },
      listObjectVersions: ({ Bucket, Prefix = '', KeyMarker }) => {
        // Two a page, so that a listing that does not go on is noticed.
        const all = this.#versions.filter(({ bucket, key }) => bucket === Bucket && key.startsWith(Prefix));
        const start = Number(KeyMarker ?? 0);
        const page = all.slice(start, start + 2);
        const more = start + 2 < all.length;
        return Promise.resolve({
          $metadata: {},
          IsTruncated: more,
          ...(more ? { NextKeyMarker: String(start + 2) } : {}),
          Versions: page.map(({ key, versionId }) => ({ Key: key, VersionId: versionId })),
        });
      },
      deleteObjects: ({ Bucket, Delete }) => {
        const wanted = new Set(
          Delete?.Objects?.map(({ Key, VersionId }) => `${Key ?? ''} ${VersionId ?? ''}`),
        );
        if (broken.has('deleting-is-denied')) {
          const Errors = (Delete?.Objects ?? []).map(({ Key = '' }) => ({ Key, Code: 'AccessDenied' }));
          return Promise.resolve({ $metadata: {}, Errors });
        }
        if (!broken.has('versions-stay')) {
          this.#versions = this.#versions.filter(
            ({ bucket, key, versionId }) => bucket !== Bucket || !wanted.has(`${key} ${versionId}`),
          );
        }
        return Promise.resolve({ $metadata: {} });
      },
    };
  }
}

function refuse(status: number, code: string): FakeResponse {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
  };
}
