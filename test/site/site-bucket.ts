import type { SlipwayError } from '../../src/errors/slipway-error.ts';
import type { Release } from '../../src/release/release.ts';
import { silentLogger as logger } from '../../src/runtime/logger.ts';
import { namedAssets } from '../../src/site/html-assets.ts';
import { planSite } from '../../src/site/plan-site.ts';
import { publishSite, settleSite, type PublishResult } from '../../src/site/publish.ts';
import { FakeS3 } from '../fakes/s3/fake-s3.ts';

export const bucket = 'site';
export const config = { apiUrl: 'https://api.example/v1' };
export const empty = (): FakeS3 => new FakeS3({ buckets: { [bucket]: {} } });

export async function publish(s3: FakeS3, release: Release, settled = true): Promise<PublishResult> {
  const planned = await planSite({ release, s3, bucket, config, logger });
  const published = await publishSite({ planned, s3, logger });
  if (settled && published.kind === 'published') await settleSite({ published, s3, bucket });
  return published;
}

export const failure = async (act: Promise<unknown>): Promise<SlipwayError> =>
  act.then(
    () => {
      throw new Error('expected a failure');
    },
    (error: unknown) => error as SlipwayError,
  );

/** The keys of all writes, in order. */
export function recordWrites(s3: FakeS3): string[] {
  const writes: string[] = [];
  s3.before('putObject', ({ Key }) => void writes.push(String(Key)));
  s3.before('deleteObjects', () => void writes.push('delete'));
  return writes;
}

/** What a visitor would miss who loads a page of the bucket now. */
export function missingOfPages(s3: FakeS3): string[] {
  return s3
    .keys(bucket)
    .filter((key) => key.endsWith('.html'))
    .flatMap((key) => namedAssets(s3.textOf(bucket, key) ?? '', key))
    .map(({ key }) => key)
    .filter((key) => !s3.bytesOf(bucket, key));
}
