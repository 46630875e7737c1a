import { randomBytes } from 'node:crypto';
import { FixtureError, describe } from '../check.ts';
import type { Fixture } from '../fixture.ts';
import type { BucketProfile } from '../profile.ts';
import { lagNote, settle } from '../settle.ts';
import type { SmokeTarget } from '../target.ts';

/** Seconds that a link made for a check is good for. */
export const linkLife = 120;

export const objectType = 'text/plain';

export interface StoredObject {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** How long the bucket lagged, if it did. */
  readonly note: string | null;
}

/** A key for this run alone, noted for deletion. */
export function freshKey(target: SmokeTarget, bucket: BucketProfile, name: string): string {
  const key = `${bucket.prefix}${target.runId}/${name}`;
  target.written.add(bucket.name, key);
  return key;
}

/** An object that a valid presigned PUT has stored, for the checks that try to reach it unduly. */
export function storedObject(
  target: SmokeTarget,
  bucket: BucketProfile,
  name: string,
  contentType = objectType,
): Fixture<StoredObject> {
  return target.fixture(async (probe) => {
    const object = {
      key: freshKey(target, bucket, name),
      bytes: randomBytes(64),
      contentType,
    };
    const url = await target.signer.put({
      bucket: bucket.name,
      key: object.key,
      contentType: object.contentType,
      expiresIn: linkLife,
    });
    const headers = { 'content-type': object.contentType };
    // A bucket policy or a role that was changed a moment ago may lag (IAM User Guide, "eventual consistency").
    const settled = await settle(
      target,
      () => probe.send({ method: 'PUT', url, headers, body: object.bytes }),
      ({ status }) => status === 200,
    );
    const answer = settled.value;
    if (answer.status !== 200) {
      throw new FixtureError(`a valid presigned PUT was answered ${describe(answer)}`);
    }
    return { ...object, note: lagNote(settled) };
  });
}

/** The hexadecimal signature with its last digit changed. */
export function otherSignature(signature: string): string {
  const last = signature.endsWith('0') ? '1' : '0';
  return signature.slice(0, -1) + last;
}
