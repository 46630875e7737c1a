import { allOf, describe, expectStatus, failed, notEnforceable, passed } from '../check.ts';
import type { Check } from '../check.ts';
import { urlSuffix } from '../object-signer.ts';
import type { BucketProfile } from '../profile.ts';
import type { SmokeTarget } from '../target.ts';
import { freshKey, linkLife, storedObject } from './stored-object.ts';

const readable = 'bucket/signed-read';

/** Nobody reaches the bucket without a signature and TLS, and what lies in it is encrypted as declared. */
export function bucketGroup(target: SmokeTarget, bucket: BucketProfile, region: string): readonly Check[] {
  const stored = storedObject(target, bucket, 'bucket');
  const origin = `https://${bucket.name}.s3.${region}.${urlSuffix(region)}`;
  const common = { group: 'bucket', severity: 'critical', pairedWith: readable } as const;
  const open = 'usually: a bucket policy with Principal "*", or the public access block is off';

  return [
    {
      ...common,
      id: readable,
      pairedWith: null,
      want: '200 with a signature',
      hint: 'usually: the signer may not read the bucket',
      run: async (probe) => {
        const { key, note } = await stored(probe);
        const url = await target.signer.get({ bucket: bucket.name, key, expiresIn: linkLife });
        return allOf([expectStatus(await probe.send({ url }), 200), passed(note)]);
      },
    },
    {
      ...common,
      id: 'bucket/anonymous-get',
      want: '403 without a signature',
      hint: open,
      run: async (probe) => {
        const { key } = await stored(probe);
        return expectStatus(await probe.send({ url: `${origin}/${key}` }), 403);
      },
    },
    {
      ...common,
      id: 'bucket/anonymous-list',
      want: '403 without a signature',
      hint: open,
      run: async (probe) => expectStatus(await probe.send({ url: `${origin}/?list-type=2&max-keys=1` }), 403),
    },
    {
      ...common,
      id: 'bucket/anonymous-put',
      want: '403 without a signature',
      hint: open,
      run: async (probe) => {
        const key = freshKey(target, bucket, 'anonymous-put');
        const answer = await probe.send({
          method: 'PUT',
          url: `${origin}/${key}`,
          headers: { 'content-type': 'text/plain' },
          body: Buffer.from('nobody'),
        });
        return expectStatus(answer, 403);
      },
    },
    {
      ...common,
      id: 'bucket/plain-http',
      want: '403 to a signed request over plain HTTP',
      hint: 'usually: the bucket policy lacks Deny on aws:SecureTransport false',
      run: async (probe) => {
        const { key } = await stored(probe);
        const url = await target.signer.get({ bucket: bucket.name, key, expiresIn: linkLife });
        // The scheme is not part of what SigV4 signs, so the signature stays valid.
        return expectStatus(await probe.send({ url: url.replace(/^https:/, 'http:') }), 403);
      },
    },
    {
      ...common,
      id: 'bucket/encryption',
      severity: 'major',
      want: `x-amz-server-side-encryption: ${bucket.encryption}`,
      hint: 'usually: the default encryption of the bucket names another algorithm',
      run: async (probe) => {
        const { key } = await stored(probe);
        const url = await target.signer.head({ bucket: bucket.name, key, expiresIn: linkLife });
        const answer = await probe.send({ method: 'HEAD', url });
        if (answer.status !== 200) return failed(describe(answer));
        const shown = answer.headers['x-amz-server-side-encryption'];
        if (shown === undefined) {
          // S3 names the encryption of every object since it encrypts all of them, January 2023
          // (Amazon S3 User Guide, "Setting default server-side encryption behavior").
          return notEnforceable('no encryption is named at all, which S3 itself always does');
        }
        return shown === bucket.encryption ? passed() : failed(shown);
      },
    },
  ];
}
