import { createHash } from 'node:crypto';
import { makeBucket } from '../buckets.ts';
import { answerTo } from '../observation.ts';
import type { Scenario } from '../world.ts';

/** What one object's writes, conditions, versions and lists answer. */
export const objects: Scenario = {
  name: 'objects',
  title: 'objects: conditional writes, versions, lists',
  creates: ['a bucket with a few small objects'],
  verifies: [1, 2, 3, 4, 6, 8, 9, 11, 12, 13].map((rule) => `fakes/s3/${rule}`),
  minutes: 1,
  run: async (stage) => {
    const { notes } = stage;
    const { s3 } = stage.clients;
    const Bucket = await makeBucket(stage, 'objects');
    await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } });
    const head = { Bucket, Key: 'head' };
    const refused = (name: string, status: number) => ({ refused: name, status });
    const done = { done: true };

    notes.see(
      ['fakes/s3/1'],
      'a bucket that does not exist',
      [refused('NoSuchBucket', 404), refused('NotFound', 404)],
      [
        await answerTo(s3.getObject({ Bucket: `${Bucket}-none`, Key: 'x' })),
        await answerTo(s3.headBucket({ Bucket: `${Bucket}-none` })),
      ],
    );
    const { ETag, ServerSideEncryption } = await s3.putObject({ ...head, Body: 'one', IfNoneMatch: '*' });
    notes.see(
      ['fakes/s3/8'],
      'the ETag is the MD5 of the bytes',
      `"${createHash('md5').update('one').digest('hex')}"`,
      ETag,
    );
    notes.see(
      ['fakes/s3/9'],
      'an answer to a write names the default encryption',
      'AES256',
      ServerSideEncryption,
      { here: undefined },
    );
    notes.see(
      ['fakes/s3/2'],
      'If-None-Match: * on a key that is there',
      refused('PreconditionFailed', 412),
      await answerTo(s3.putObject({ ...head, Body: 'one', IfNoneMatch: '*' })),
    );
    notes.see(
      ['fakes/s3/4'],
      'If-None-Match with anything else',
      refused('NotImplemented', 501),
      await answerTo(s3.putObject({ ...head, Body: 'one', IfNoneMatch: ETag })),
      { here: refused('PreconditionFailed', 412) },
    );
    notes.see(
      ['fakes/s3/3'],
      'If-Match: another ETag, the right one, an absent key',
      [refused('PreconditionFailed', 412), done, refused('NoSuchKey', 404)],
      [
        await answerTo(s3.putObject({ ...head, Body: 'two', IfMatch: '"00000000000000000000000000000000"' })),
        await answerTo(s3.putObject({ ...head, Body: 'two', IfMatch: ETag })),
        await answerTo(s3.putObject({ Bucket, Key: 'absent', Body: 'two', IfMatch: ETag })),
      ],
    );
    await s3.deleteObject(head);
    notes.see(
      ['fakes/s3/2'],
      'a deletion marker counts as absent',
      done,
      await answerTo(s3.putObject({ ...head, Body: 'three', IfNoneMatch: '*' })),
    );
    notes.see(
      ['fakes/s3/6'],
      'a checksum that is not the body’s',
      refused('BadDigest', 400),
      await answerTo(
        s3.putObject({
          Bucket,
          Key: 'sum',
          Body: 'x',
          ChecksumSHA256: createHash('sha256').update('y').digest('base64'),
        }),
      ),
    );
    const { Versions = [], DeleteMarkers = [] } = await s3.listObjectVersions({ Bucket, Prefix: 'head' });
    notes.see(
      ['fakes/s3/11'],
      'versions and deletion markers',
      [3, 1, [true, false, false]],
      [Versions.length, DeleteMarkers.length, Versions.map(({ IsLatest }) => IsLatest)],
    );
    notes.see(
      ['fakes/s3/12'],
      'what is missing: the key by GET and HEAD, a deletion marker by its version',
      [refused('NoSuchKey', 404), refused('NotFound', 404), refused('MethodNotAllowed', 405)],
      [
        await answerTo(s3.getObject({ Bucket, Key: 'missing' })),
        await answerTo(s3.headObject({ Bucket, Key: 'missing' })),
        await answerTo(s3.getObject({ ...head, VersionId: DeleteMarkers[0]?.VersionId })),
      ],
    );
    const now = await s3.headObject(head);
    notes.see(
      ['fakes/s3/13'],
      'reading on a condition',
      [refused('PreconditionFailed', 412), 304],
      [
        await answerTo(s3.getObject({ ...head, IfMatch: ETag })),
        await s3.getObject({ ...head, IfNoneMatch: now.ETag }).then(
          () => 200,
          (error: unknown) =>
            (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode,
        ),
      ],
    );
  },
};
