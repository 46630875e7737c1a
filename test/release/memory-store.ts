import { FakeS3 } from '../fakes/s3/fake-s3.ts';
import { BucketStore } from '../../src/release/bucket-store.ts';
import type { Clock } from '../../src/runtime/clock.ts';

export const bucket = 'slipway-artifacts-111111111111-eu-west-1';

/** A clock that never waits and says how long it was asked to. */
class InstantClock implements Clock {
  readonly slept: number[] = [];
  now = (): number => Date.parse('2026-11-21T10:00:00Z') + this.slept.reduce((sum, each) => sum + each, 0);
  sleep = (milliseconds: number): Promise<void> => {
    this.slept.push(milliseconds);
    return Promise.resolve();
  };
}

/** A bucket store on the stand-in for S3. */
export function memoryStore(): {
  readonly s3: FakeS3;
  readonly store: BucketStore;
  readonly clock: InstantClock;
} {
  const s3 = new FakeS3({ buckets: { [bucket]: { versioning: true } } });
  const clock = new InstantClock();
  return { s3, clock, store: new BucketStore({ s3, bucket, clock }) };
}
