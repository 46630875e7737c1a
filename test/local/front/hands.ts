import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { S3 } from '@aws-sdk/client-s3';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { STS } from '@aws-sdk/client-sts';
import type { LocalAws } from '../../../local/local-aws.ts';
import { roleArn, type BootstrapRole } from '../../../src/aws/identity.ts';
import { home } from './local.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What somebody acts with: clients of their credentials, in the home region. */
export interface Hands {
  readonly name: string;
  readonly cloudFormation: CloudFormation;
  readonly s3: S3;
  readonly secrets: SecretsManager;
  readonly sts: STS;
}

export function handsOf(local: LocalAws, name: string, credentials: Credentials): Hands {
  const config = { endpoint: local.endpoint, region: home, credentials };
  return {
    name,
    cloudFormation: new CloudFormation(config),
    s3: new S3({ ...config, forcePathStyle: true }),
    secrets: new SecretsManager(config),
    sts: new STS(config),
  };
}

/** The root key of an account; no policy binds it here. */
export function rootHands(local: LocalAws, account: string): Hands {
  return handsOf(local, 'root', { accessKeyId: account, secretAccessKey: 'root' });
}

/** Exchanges an identity token for one of the bootstrap's roles. */
export async function take(
  local: LocalAws,
  account: string,
  role: BootstrapRole,
  token: string,
): Promise<Credentials> {
  const sts = new STS({
    endpoint: local.endpoint,
    region: home,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
  const { Credentials: given } = await sts.assumeRoleWithWebIdentity({
    RoleArn: roleArn(account, role),
    RoleSessionName: 'roles-test',
    WebIdentityToken: token,
  });
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
}
