import type { BucketSettingsApi } from '../aws/apis.ts';
import { judged, ok, unknown, wrong, type Check, type CheckId } from './check.ts';
import { accountSubject, bringBack, mend, quoted, type ReadPlace } from './place.ts';
import { parsePolicy, policyDifferences } from './policy-document.ts';
import { permit, read } from './reading.ts';
import type { WantedBucket } from './wanted.ts';

/** How a setting of a bucket is asked for. */
type Ask<T> = (of: { readonly Bucket: string; readonly ExpectedBucketOwner: string }) => Promise<T>;

interface Setting<T> {
  readonly id: CheckId;
  readonly wanted: string;
  readonly action: string;
  readonly ask: Ask<T>;
  /** What differs; `undefined` where there is no such setting. */
  readonly differences: (value: T | undefined) => readonly string[];
  /** `aws s3api …`, what comes after the bucket's name. */
  readonly mend: readonly [command: string, options: string];
}

/** Compares a bucket in one region with what the template makes; it must be this account's, too: names are global. */
export async function checkBucket(
  place: ReadPlace,
  region: string,
  wanted: WantedBucket,
): Promise<readonly Check[]> {
  const s3 = await place.clients.bucketSettings(region);
  const of = { Bucket: wanted.name, ExpectedBucketOwner: place.account.account };
  const subject = accountSubject(
    place,
    'bucket',
    wanted.name,
    `the bucket is there, this account’s, in ${region}`,
  );
  const reading = await read(() => s3.headBucket(of));
  if (reading.kind === 'absent') return [wrong(subject, 'there is no such bucket', bringBack(place, region))];
  if (reading.kind === 'unreadable') {
    // 403 is the answer for a bucket of another account, too
    return [
      unknown(subject, reading.reason, permit(reading, 's3:ListBucket, in an account that has the bucket,')),
    ];
  }
  const inRegion = reading.value.BucketRegion ?? region;
  const exists = inRegion === region ? ok(subject, region) : wrong(subject, `it lies in ${inRegion}`, null);
  const settings = await Promise.all([
    check(place, wanted, of, versions(s3, wanted)),
    check(place, wanted, of, closed(s3, wanted)),
    check(place, wanted, of, ownership(s3, wanted)),
    check(place, wanted, of, encryption(s3, wanted)),
    check(place, wanted, of, policy(s3, wanted)),
  ]);
  return [exists, ...settings];
}

async function check<T>(
  place: ReadPlace,
  { name }: WantedBucket,
  of: Parameters<Ask<T>>[0],
  { id, wanted, action, ask, differences, mend: [command, options] }: Setting<T>,
): Promise<Check> {
  const subject = accountSubject(place, id, name, wanted);
  const reading = await read(() => ask(of));
  if (reading.kind === 'unreadable') return unknown(subject, reading.reason, permit(reading, action));
  try {
    const value = reading.kind === 'absent' ? undefined : reading.value;
    return judged(
      subject,
      differences(value),
      mend(place, `aws s3api ${command} --bucket ${name} ${options}`),
    );
  } catch (error) {
    return unknown(subject, error instanceof Error ? error.message : String(error), null);
  }
}

function versions(
  s3: BucketSettingsApi,
  { versioned }: WantedBucket,
): Setting<Awaited<ReturnType<BucketSettingsApi['getBucketVersioning']>>> {
  return {
    id: 'bucket-versions',
    wanted: versioned ? 'older versions are kept' : 'no versions',
    action: 's3:GetBucketVersioning',
    ask: (of) => s3.getBucketVersioning(of),
    mend: [
      'put-bucket-versioning',
      `--versioning-configuration Status=${versioned ? 'Enabled' : 'Suspended'}`,
    ],
    differences: (value) => {
      const status = value?.Status ?? 'never enabled';
      return (status === 'Enabled') === versioned ? [] : [`versioning is ${status}`];
    },
  };
}

function closed(
  s3: BucketSettingsApi,
  { blocks }: WantedBucket,
): Setting<Awaited<ReturnType<BucketSettingsApi['getPublicAccessBlock']>>> {
  return {
    id: 'bucket-closed',
    wanted: 'public access is blocked, all four ways',
    action: 's3:GetBucketPublicAccessBlock',
    ask: (of) => s3.getPublicAccessBlock(of),
    mend: [
      'put-public-access-block',
      `--public-access-block-configuration ${blocks.map((block) => `${block}=true`).join(',')}`,
    ],
    differences: (value) => {
      const on = Object.entries(value?.PublicAccessBlockConfiguration ?? {});
      const missing = blocks.filter((block) => !on.some(([key, isOn]) => key === block && isOn));
      return missing.length === 0 ? [] : [`${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} off`];
    },
  };
}

function ownership(
  s3: BucketSettingsApi,
  { ownership: wanted }: WantedBucket,
): Setting<Awaited<ReturnType<BucketSettingsApi['getBucketOwnershipControls']>>> {
  return {
    id: 'bucket-owner',
    wanted:
      wanted === 'BucketOwnerEnforced'
        ? 'access lists have no effect'
        : `object ownership ${wanted ?? 'as it is'}`,
    action: 's3:GetBucketOwnershipControls',
    ask: (of) => s3.getBucketOwnershipControls(of),
    mend: [
      'put-bucket-ownership-controls',
      `--ownership-controls ${quoted({ Rules: [{ ObjectOwnership: wanted }] })}`,
    ],
    differences: (value) => {
      const found = value?.OwnershipControls?.Rules?.[0]?.ObjectOwnership;
      return wanted === null || found === wanted ? [] : [`object ownership is ${found ?? 'not set'}`];
    },
  };
}

function encryption(
  s3: BucketSettingsApi,
  { encryption: wanted }: WantedBucket,
): Setting<Awaited<ReturnType<BucketSettingsApi['getBucketEncryption']>>> {
  return {
    id: 'bucket-encryption',
    wanted: `objects are encrypted by ${wanted ?? 'default'}`,
    action: 's3:GetEncryptionConfiguration',
    ask: (of) => s3.getBucketEncryption(of),
    mend: [
      'put-bucket-encryption',
      `--server-side-encryption-configuration ${quoted({ Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: wanted } }] })}`,
    ],
    differences: (value) => {
      const [rule] = value?.ServerSideEncryptionConfiguration?.Rules ?? [];
      const found = rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm;
      if (wanted === null || found === wanted) return [];
      return [found === undefined ? 'no default encryption is set' : `objects are encrypted by ${found}`];
    },
  };
}

function policy(
  s3: BucketSettingsApi,
  { policy: wanted }: WantedBucket,
): Setting<Awaited<ReturnType<BucketSettingsApi['getBucketPolicy']>>> {
  const names = wanted.statements.map(({ sid }) => sid).join(', ');
  return {
    id: 'bucket-policy',
    wanted: `the policy says what the template says: ${names}`,
    action: 's3:GetBucketPolicy',
    ask: (of) => s3.getBucketPolicy(of),
    mend: ['put-bucket-policy', `--policy ${quoted(wanted.document)}`],
    differences: (value) => {
      if (value === undefined) return ['there is no bucket policy'];
      const found = parsePolicy(value.Policy ?? '');
      if (found === null) throw new Error('the policy can’t be read');
      return policyDifferences(found, wanted.statements);
    },
  };
}
