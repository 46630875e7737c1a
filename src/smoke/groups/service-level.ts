import { describe, failed, passed } from '../check.ts';
import type { Check, Verdict } from '../check.ts';
import type { BucketProfile } from '../profile.ts';
import type { SmokeTarget } from '../target.ts';
import { freshKey, linkLife } from './stored-object.ts';

const contentType = 'application/octet-stream';

/** How long an upload, its download and the making of a link take, measured when nothing else of the run is on its way. */
export function serviceLevel(
  target: SmokeTarget,
  bucket: BucketProfile,
  promised: NonNullable<BucketProfile['serviceLevel']>,
): readonly Check[] {
  const size = promised.mebibytes * 1024 * 1024;
  const common = { group: 'service-level', severity: 'minor', pairedWith: null, hint: null } as const;
  const within = (milliseconds: number, seconds: number): Verdict => {
    const text = `${(milliseconds / 1000).toFixed(2)} s`;
    return milliseconds < seconds * 1000 ? passed(text) : failed(text);
  };
  const uploaded = target.fixture(async (probe) => {
    const key = freshKey(target, bucket, 'service-level');
    const url = await target.signer.put({ bucket: bucket.name, key, contentType, expiresIn: linkLife });
    const body = Buffer.alloc(size, 'slipway ');
    return {
      key,
      answer: await probe.send({ method: 'PUT', url, headers: { 'content-type': contentType }, body }),
    };
  });

  return [
    {
      ...common,
      id: 'service-level/presign',
      want: `a link made in less than ${promised.presignSeconds} s`,
      run: async () => {
        const started = target.clock.now();
        await target.signer.get({ bucket: bucket.name, key: 'service-level', expiresIn: linkLife });
        return within(target.clock.now() - started, promised.presignSeconds);
      },
    },
    {
      ...common,
      id: 'service-level/upload',
      want: `${promised.mebibytes} MiB up in less than ${promised.uploadSeconds} s`,
      run: async (probe) => {
        const { answer } = await uploaded(probe);
        return answer.status === 200 ? within(answer.took, promised.uploadSeconds) : failed(describe(answer));
      },
    },
    {
      ...common,
      id: 'service-level/download',
      want: `${promised.mebibytes} MiB down in less than ${promised.downloadSeconds} s`,
      run: async (probe) => {
        const { key } = await uploaded(probe);
        const url = await target.signer.get({ bucket: bucket.name, key, expiresIn: linkLife });
        const answer = await probe.send({ url, keep: size });
        if (answer.status !== 200) return failed(describe(answer));
        if (answer.body.length !== size) return failed(`${answer.body.length} of ${size} bytes`);
        return within(answer.took, promised.downloadSeconds);
      },
    },
  ];
}
