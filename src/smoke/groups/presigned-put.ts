import { expectStatus, failed, passed, describe } from '../check.ts';
import type { Check } from '../check.ts';
import { urlSuffix } from '../object-signer.ts';
import type { BucketProfile } from '../profile.ts';
import type { SmokeTarget } from '../target.ts';
import { freshKey, linkLife, objectType, otherSignature, storedObject } from './stored-object.ts';

const valid = 'presigned-put/valid';

/** A presigned PUT, as the application makes it, does what it was signed for and nothing else. */
export function presignedPut(target: SmokeTarget, bucket: BucketProfile, region: string): readonly Check[] {
  const stored = storedObject(target, bucket, 'put');
  const sign = (key: string) =>
    target.signer.put({ bucket: bucket.name, key, contentType: objectType, expiresIn: linkLife });
  const headers = { 'content-type': objectType };
  const body = Buffer.from('slipway smoke check');
  const common = { group: 'presigned-put', severity: 'critical', pairedWith: valid } as const;

  return [
    {
      ...common,
      id: valid,
      pairedWith: null,
      want: '200, and the same bytes and type come back',
      hint: 'usually: the signer may not write to the bucket, or its clock is off',
      run: async (probe) => {
        const object = await stored(probe);
        const link = await target.signer.get({ bucket: bucket.name, key: object.key, expiresIn: linkLife });
        const back = await probe.send({ url: link });
        if (back.status !== 200) return failed(`reading back: ${describe(back)}`);
        if (Buffer.compare(back.body, object.bytes) !== 0) {
          return failed(`${back.body.length} other bytes came back, ${object.bytes.length} were sent`);
        }
        const type = back.headers['content-type'] ?? 'none';
        return type === object.contentType ? passed(object.note) : failed(`Content-Type ${type}`);
      },
    },
    {
      ...common,
      id: 'presigned-put/expired',
      want: '403',
      hint: 'usually: something in front of the bucket answers instead of S3',
      run: async (probe) => {
        const url = await target.signer.put({
          bucket: bucket.name,
          key: freshKey(target, bucket, 'put-expired'),
          contentType: objectType,
          expiresIn: 60,
          signedAt: target.clock.now() - 3_600_000,
        });
        return expectStatus(await probe.send({ method: 'PUT', url, headers, body }), 403);
      },
    },
    {
      ...common,
      id: 'presigned-put/altered-key',
      want: '403',
      hint: 'usually: the signature is not checked, or covers no path',
      run: async (probe) => {
        const url = new URL(await sign(freshKey(target, bucket, 'put-signed')));
        freshKey(target, bucket, 'put-altered');
        url.pathname = url.pathname.replace('put-signed', 'put-altered');
        return expectStatus(await probe.send({ method: 'PUT', url: url.href, headers, body }), 403);
      },
    },
    {
      ...common,
      id: 'presigned-put/altered-method',
      want: '403',
      hint: 'usually: the signature covers no method, so an upload link reads',
      run: async (probe) => {
        const { key } = await stored(probe);
        return expectStatus(await probe.send({ method: 'GET', url: await sign(key), headers }), 403);
      },
    },
    {
      ...common,
      id: 'presigned-put/altered-signed-header',
      want: '403',
      hint: 'usually: Content-Type is not among the signed headers',
      run: async (probe) => {
        const url = await sign(freshKey(target, bucket, 'put-header'));
        const other = { 'content-type': 'text/html' };
        return expectStatus(await probe.send({ method: 'PUT', url, headers: other, body }), 403);
      },
    },
    {
      ...common,
      id: 'presigned-put/altered-signature',
      want: '403',
      hint: 'usually: something in front of the bucket answers instead of S3',
      run: async (probe) => {
        const url = new URL(await sign(freshKey(target, bucket, 'put-signature')));
        const signature = url.searchParams.get('X-Amz-Signature') ?? '';
        url.searchParams.set('X-Amz-Signature', otherSignature(signature));
        return expectStatus(await probe.send({ method: 'PUT', url: url.href, headers, body }), 403);
      },
    },
    {
      ...common,
      id: 'presigned-put/regional-host',
      severity: 'major',
      want: `a host in ${region}, and no redirect`,
      hint: 'usually: the link names the global endpoint; a 307 breaks the preflight of a browser',
      run: async (probe) => {
        const url = await sign(freshKey(target, bucket, 'put-regional'));
        const { hostname } = new URL(url);
        if (!hostname.endsWith(`s3.${region}.${urlSuffix(region)}`)) return failed(hostname);
        const answer = await probe.send({ method: 'PUT', url, headers, body });
        return answer.status >= 300 && answer.status < 400
          ? failed(describe(answer))
          : expectStatus(answer, 200);
      },
    },
    {
      ...common,
      id: 'presigned-put/no-empty-checksum',
      severity: 'major',
      want: 'no checksum of an empty body in the link',
      hint: 'usually: the signing client lacks requestChecksumCalculation: WHEN_REQUIRED',
      run: async () => {
        const names = [...new URL(await sign('checksum')).searchParams.keys()];
        const checksum = names.find((name) => /^x-amz-(?:checksum|sdk-checksum)/i.test(name));
        return checksum === undefined ? passed() : failed(checksum);
      },
    },
  ];
}
