import type { AwsClients, AwsCredentials } from './apis.ts';

/** Hands out credentials when asked; asked again, it may hand out fresher ones. */
export type CredentialsProvider = () => Promise<AwsCredentials>;

export interface ClientOptions {
  readonly credentials: CredentialsProvider;
  /** Shown in CloudTrail as part of the user agent. */
  readonly userAgent?: string;
}

/**
 * Makes the clients of one identity. A client is made once a region, when it is first asked for, and its SDK package is
 * loaded then and not before: an action that fails on a bad input never loads one. Endpoints follow the SDK's own
 * settings (`AWS_ENDPOINT_URL`, shared config). Retries are adaptive: CloudFormation throttles whole accounts.
 */
export function makeClients({ credentials, userAgent = 'slipway' }: ClientOptions): AwsClients {
  const made = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const known = made.get(key) as Promise<T> | undefined;
    const client = known ?? make();
    if (!known) made.set(key, client);
    return client;
  };
  const config = (region: string) => ({
    region,
    credentials,
    customUserAgent: userAgent,
    retryMode: 'adaptive',
    maxAttempts: 6,
  });

  const cloudFormation = (region: string) =>
    once(`cloudformation ${region}`, async () => {
      const { CloudFormation } = await import('@aws-sdk/client-cloudformation');
      return new CloudFormation(config(region));
    });
  const s3 = (region: string) =>
    once(`s3 ${region}`, async () => {
      const { S3 } = await import('@aws-sdk/client-s3');
      return new S3({ ...config(region), requestChecksumCalculation: 'WHEN_REQUIRED' });
    });
  const secretsManager = (region: string) =>
    once(`secretsmanager ${region}`, async () => {
      const { SecretsManager } = await import('@aws-sdk/client-secrets-manager');
      return new SecretsManager(config(region));
    });

  return {
    cloudFormation,
    drift: cloudFormation,
    stackLimits: cloudFormation,
    s3,
    bucketSettings: s3,
    cloudFront: () =>
      once('cloudfront', async () => {
        const { CloudFront } = await import('@aws-sdk/client-cloudfront');
        return new CloudFront(config('us-east-1'));
      }),
    secretsManager,
    secretStore: secretsManager,
    parameterStore: (region) =>
      once(`ssm ${region}`, async () => {
        const { parameterStore } = await import('./parameter-store.ts');
        return parameterStore({ region, credentials, userAgent });
      }),
    sts: (region) =>
      once(`sts ${region}`, async () => {
        const { STS } = await import('@aws-sdk/client-sts');
        return new STS(config(region));
      }),
    iam: () =>
      once('iam', async () => {
        const { IAM } = await import('@aws-sdk/client-iam');
        return new IAM(config('us-east-1'));
      }),
    lambda: (region) =>
      once(`lambda ${region}`, async () => {
        const { Lambda } = await import('@aws-sdk/client-lambda');
        return new Lambda(config(region));
      }),
    acm: (region) =>
      once(`acm ${region}`, async () => {
        const { ACM } = await import('@aws-sdk/client-acm');
        return new ACM(config(region));
      }),
    credentials,
  };
}
