import type { Clock } from '../../../src/runtime/clock.ts';
import type { EdgeFetch } from '../../../src/site/edge-fetch.ts';
import type { FakeS3 } from '../s3/fake-s3.ts';
import type { FakeCloudFront } from './fake-cloudfront.ts';

interface Cached {
  readonly status: number;
  readonly body: Uint8Array;
  readonly type: string;
  readonly at: number;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** One point of presence in front of a bucket; its rules are in README.md beside it. */
export class FakeEdge {
  /** Paths that visitors asked for, in order. */
  readonly fetched: string[] = [];
  readonly #options: {
    readonly s3: FakeS3;
    readonly bucket: string;
    readonly cloudFront: FakeCloudFront;
    readonly clock: Clock;
    /** Milliseconds; above 0 even `no-cache` is cached. */
    readonly minTtl?: number;
    /** Milliseconds that a missing object stays missing. */
    readonly errorTtl?: number;
  };
  readonly #cache = new Map<string, Cached>();

  constructor(options: {
    readonly s3: FakeS3;
    readonly bucket: string;
    readonly cloudFront: FakeCloudFront;
    readonly clock: Clock;
    readonly minTtl?: number;
    readonly errorTtl?: number;
  }) {
    this.#options = options;
  }

  readonly fetch: EdgeFetch = async (url) => {
    const asked = new URL(url).pathname;
    this.fetched.push(asked);
    // The cache key is the path after the viewer-request function.
    const path = asked !== '/' && !(asked.split('/').at(-1) ?? '').includes('.') ? '/index.html' : asked;
    const cached = this.#cache.get(path);
    const { clock, cloudFront } = this.#options;
    const fresh = cached && cached.until > clock.now() && !cloudFront.forgotten(path, cached.at);
    const answer = fresh ? cached : await this.#ask(path);
    const headers = new Map([
      ['content-type', answer.type],
      ['x-cache', fresh ? 'Hit from cloudfront' : 'Miss from cloudfront'],
    ]);
    return {
      status: answer.status,
      headers: { get: (name) => headers.get(name.toLowerCase()) ?? null },
      arrayBuffer: () => Promise.resolve(Uint8Array.from(answer.body).buffer),
    };
  };

  /** As a browser: fetches a path and gives the body's text. */
  async visit(
    path: string,
  ): Promise<{ readonly status: number; readonly text: string; readonly hit: boolean }> {
    const answer = await this.fetch(`https://site.example${path}`, {
      headers: {},
      signal: new AbortController().signal,
    });
    return {
      status: answer.status,
      text: new TextDecoder().decode(await answer.arrayBuffer()),
      hit: answer.headers.get('x-cache') === 'Hit from cloudfront',
    };
  }

  async #ask(path: string): Promise<Cached> {
    const { s3, bucket, clock, minTtl = 0, errorTtl = 10_000 } = this.#options;
    const name = decodeURIComponent(path.slice(1));
    const key = name === '' ? 'index.html' : name;
    const at = clock.now();
    let answer: Cached;
    try {
      const object = await s3.headObject({ Bucket: bucket, Key: key });
      const maxAge = Number(/max-age=(\d+)/.exec(object.CacheControl ?? '')?.[1] ?? 0) * 1000;
      const body = s3.bytesOf(bucket, key) ?? new Uint8Array();
      const until = at + Math.max(maxAge, minTtl);
      answer = { status: 200, body, type: object.ContentType ?? '', at, until };
    } catch {
      const body = new TextEncoder().encode('<Error/>');
      answer = { status: 404, body, type: 'application/xml', at, until: at + errorTtl };
    }
    this.#cache.set(path, answer);
    return answer;
  }
}
