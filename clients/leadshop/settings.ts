/** How a call may be made again, and where the assets lie; all of it from the environment. */
export interface AssetSettings {
  readonly bucket: string;
  readonly region: string;
  /** What uploads state; `null` leaves it to the bucket's default, which is the expected encryption. */
  readonly encryption: Encryption | null;
  /** The folder that takes what the bucket does not. */
  readonly fallbackFolder: string;
  /** Uploads of a batch that are under way at once. */
  readonly concurrency: number;
  /** How often a request is made at most, the first one included. */
  readonly attempts: number;
}

export type Encryption =
  | { readonly algorithm: 'AES256' }
  /** Both, or S3 would take AWS's own key in place of the bucket's (API_PutObject). */
  | { readonly algorithm: 'aws:kms'; readonly keyArn: string };

/** A setting that is missing or wrong; its message names the variable and what it takes. */
export class AssetSettingError extends Error {
  override readonly name = 'AssetSettingError';
}

/**
 * Reads the settings from `LEADSHOP_BUCKET`, `LEADSHOP_REGION` (or `AWS_REGION`), and, if they are given, `LEADSHOP_ENCRYPTION`
 * (`AES256`, or `aws:kms` with `LEADSHOP_KEY_ARN`), `LEADSHOP_FALLBACK_FOLDER` (`.leadshop-pending`),
 * `LEADSHOP_CONCURRENCY` (4; 1 to 64) and `LEADSHOP_ATTEMPTS` (4; 1 to 10).
 * @throws AssetSettingError
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): AssetSettings {
  return {
    bucket: required(env, 'LEADSHOP_BUCKET'),
    region: env['LEADSHOP_REGION'] ?? required(env, 'AWS_REGION'),
    encryption: encryptionOf(env),
    fallbackFolder: env['LEADSHOP_FALLBACK_FOLDER'] ?? '.leadshop-pending',
    concurrency: whole(env, 'LEADSHOP_CONCURRENCY', 4, 64),
    attempts: whole(env, 'LEADSHOP_ATTEMPTS', 4, 10),
  };
}

type Env = Readonly<Record<string, string | undefined>>;

function encryptionOf(env: Env): Encryption | null {
  const algorithm = env['LEADSHOP_ENCRYPTION'];
  switch (algorithm) {
    case undefined:
    case '':
      return null;
    case 'AES256':
      return { algorithm };
    case 'aws:kms':
      return { algorithm, keyArn: required(env, 'LEADSHOP_KEY_ARN') };
    default:
      throw new AssetSettingError(`LEADSHOP_ENCRYPTION is "${algorithm}"; it takes AES256 or aws:kms`);
  }
}

function required(env: Env, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new AssetSettingError(`${name} is not set`);
  return value;
}

function whole(env: Env, name: string, fallback: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new AssetSettingError(`${name} is "${text}"; it takes a whole number from 1 to ${most}`);
}
