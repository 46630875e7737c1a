import type { Clients, Stage } from './world.ts';

/** Makes a bucket of the scenario and returns its name. */
export async function makeBucket(stage: Stage, part: string): Promise<string> {
  const Bucket = `${stage.name}-${part}`;
  const { region } = stage;
  await stage.clients.s3.createBucket({
    Bucket,
    ...(region === 'us-east-1'
      ? {}
      : { CreateBucketConfiguration: { LocationConstraint: region as 'eu-west-1' } }),
  });
  const Tagging = { TagSet: [{ Key: 'slipway:conformance', Value: stage.name }] };
  await stage.clients.s3.putBucketTagging({ Bucket, Tagging });
  return Bucket;
}

/** Puts texts into a bucket. */
export async function fill(
  stage: Stage,
  Bucket: string,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [Key, Body] of Object.entries(texts)) await stage.clients.s3.putObject({ Bucket, Key, Body });
}

/** Names of the caller's buckets that begin so. */
export async function bucketsNamed({ s3 }: Clients, prefix: string): Promise<readonly string[]> {
  const names: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.listBuckets({ ContinuationToken });
    names.push(...(page.Buckets ?? []).map(({ Name = '' }) => Name));
    ContinuationToken = page.ContinuationToken;
  } while (ContinuationToken !== undefined);
  return names.filter((name) => name.startsWith(prefix));
}
