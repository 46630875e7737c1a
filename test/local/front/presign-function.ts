import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

/** What a Lambda function sees of the network; bundled and deployed by `lambda.test.ts`. */
export async function handler(): Promise<object> {
  const Bucket = process.env['BUCKET'];
  const s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  const { Arn } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
  const keys = await fetch('https://login.dev.companycam.com/.well-known/jwks.json');
  const outside = await fetch('https://example.com/').then(
    () => 'reached',
    () => 'not reached',
  );
  const body = {
    caller: Arn,
    endpoint: process.env['AWS_ENDPOINT_URL'] ?? null,
    issuer: keys.status,
    outside,
    put: await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: 'a.txt' }), { expiresIn: 60 }),
    get: await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'a.txt' }), { expiresIn: 60 }),
    // The package brings a copy of the client of its own, one version behind.

    post: await createPresignedPost(s3, {
      Bucket: Bucket ?? '',
      Key: 'b.txt',
      Conditions: [['content-length-range', 1, 10]],
    }),
  };
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
