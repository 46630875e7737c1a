import { S3 } from '@aws-sdk/client-s3';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import type { LocalAws } from '../../local/local-aws.ts';

const accounts = { dev: '111111111111', sit: '222222222222', prod: '333333333333' } as const;
/** The home region of every environment. */
export const home = 'eu-west-1';

/** What only the smoke checks may know: read where the rehearsal put it, as the accounts' root. */
export async function secretsOf(aws: LocalAws): Promise<readonly string[]> {
  const found: string[] = [];
  for (const account of Object.values(accounts)) {
    const manager = new SecretsManager({ ...root(aws, account) });
    for (const { Name } of (await manager.listSecrets({})).SecretList ?? []) {
      const { SecretString = '{}' } = await manager.getSecretValue({ SecretId: Name });
      const value = JSON.parse(SecretString) as {
        clientSecret?: string;
        privateKeyJwk?: { d: string };
      };
      found.push(value.clientSecret ?? value.privateKeyJwk?.d ?? '');
    }
  }
  return found;
}

/** Every object of the ledgers, as text. */
export async function ledgersOf(aws: LocalAws): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const account of Object.values(accounts)) {
    const s3 = new S3({ ...root(aws, account), forcePathStyle: true });
    const Bucket = `slipway-ledger-${account}-${home}`;
    for (const { Key } of (await s3.listObjectsV2({ Bucket })).Contents ?? [])
      texts.push((await (await s3.getObject({ Bucket, Key })).Body?.transformToString()) ?? '');
  }
  return texts;
}

function root(aws: LocalAws, account: string) {
  return {
    endpoint: aws.endpoint,
    region: home,
    credentials: { accessKeyId: account, secretAccessKey: 'root' },
  };
}
