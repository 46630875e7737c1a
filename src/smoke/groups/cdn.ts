import { allOf, describe, expectStatus, failed, passed } from '../check.ts';
import type { Check } from '../check.ts';
import type { Fixture } from '../fixture.ts';
import type { Seen } from '../probe.ts';
import type { BucketProfile, CdnProfile } from '../profile.ts';
import { lagNote, settle, type Settled } from '../settle.ts';
import type { SmokeTarget } from '../target.ts';
import { securityHeaders } from './headers.ts';
import { storedObject, type StoredObject } from './stored-object.ts';

const served = 'cdn/serves';
const contentType = 'application/pdf';

/** What is stored in the bucket is read through the CDN: whole, over TLS, from the cache, with security headers. */
export function cdn(
  target: SmokeTarget,
  { url }: CdnProfile,
  bucket: BucketProfile,
): { readonly cdn: readonly Check[]; readonly headers: readonly Check[] } {
  const base = url.replace(/\/+$/, '');
  const missing = `${base}/${bucket.prefix}${target.runId}/missing.pdf`;
  const stored = storedObject(target, bucket, 'cdn.pdf', contentType);
  const document: Fixture<{ readonly object: StoredObject; readonly answer: Settled<Seen> }> = target.fixture(
    async (probe) => {
      const object = await stored(probe);
      const answer = await settle(
        target,
        () => probe.send({ url: `${base}/${object.key}` }),
        ({ status }) => status === 200,
      );
      return { object, answer };
    },
  );
  const common = { group: 'cdn', severity: 'critical', pairedWith: served } as const;

  return {
    cdn: [
      {
        ...common,
        id: served,
        pairedWith: null,
        want: `200, ${contentType} and the bytes that were stored`,
        hint: "usually: the bucket's policy or its key's does not let this distribution read (aws:SourceArn)",
        run: async (probe) => {
          const { object, answer } = await document(probe);
          const type = answer.value.headers['content-type'] ?? 'no type';
          if (answer.value.status !== 200) return failed(describe(answer.value));
          if (type !== contentType) return failed(type);
          return Buffer.compare(answer.value.body, object.bytes) === 0
            ? allOf([passed(object.note), passed(lagNote(answer))])
            : failed(`${answer.value.body.length} other bytes`);
        },
      },
      {
        ...common,
        id: 'cdn/missing',
        severity: 'major',
        want: '403 or 404 where nothing is stored',
        hint: 'usually: a custom error response turns errors into a page',
        run: async (probe) => expectStatus(await probe.send({ url: missing }), 403, 404),
      },
      {
        ...common,
        id: 'cdn/redirects-to-https',
        severity: 'major',
        want: '301 or 308 to https:// at the first hop',
        hint: 'usually: ViewerProtocolPolicy is allow-all',
        run: async (probe) => {
          const { object } = await document(probe);
          const answer = await probe.send({ url: `${base}/${object.key}`.replace(/^https:/, 'http:') });
          const location = answer.headers['location'] ?? 'nowhere';
          if (answer.status !== 301 && answer.status !== 308) return failed(describe(answer));
          return location === `${base}/${object.key}` ? passed() : failed(`to ${location}`);
        },
      },
      {
        ...common,
        id: 'cdn/caches',
        severity: 'minor',
        want: 'X-Cache: Hit from cloudfront on a second reading',
        hint: 'usually: the behaviour for PDFs has a cache policy without a time, or the path pattern does not match',
        run: async (probe) => {
          const { object } = await document(probe);
          // Each edge has a cache of its own, so the second answer need not be the first one's.
          const settled = await settle(
            target,
            () => probe.send({ url: `${base}/${object.key}` }),
            ({ headers }) => (headers['x-cache'] ?? '').startsWith('Hit'),
          );
          const cache = settled.value.headers['x-cache'] ?? 'absent';
          return cache.startsWith('Hit') ? passed(lagNote(settled)) : failed(`X-Cache: ${cache}`);
        },
      },
    ],
    headers: securityHeaders({
      id: (name) => `headers/cdn-${name}`,
      pairedWith: served,
      where: 'a document and an error',
      pages: target.fixture(async (probe) => {
        const { answer } = await document(probe);
        return [
          { path: 'a document', seen: answer.value },
          { path: 'an error', seen: await probe.send({ url: missing }) },
        ];
      }),
    }),
  };
}
