import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What the function's secret holds: never a password, only what one can be compared with. */
export interface Credential {
  readonly salt: Buffer;
  /** Scrypt of `user:password` under the salt, one for each that is let in. */
  readonly hashes: readonly Buffer[];
}

const hashBytes = 32;
/**
 * A viewer request has 128 MB and a fourteenth of a processor, so the cost is below scrypt's usual one (RFC 7914, 2); the
 * script that sets the secret refuses passwords that are short enough to be guessed in spite of it.
 */
const cost = { N: 4096, r: 8, p: 1 } as const;

/** Longer than any `user:password` that the script makes. */
const longestHeader = 512;

/** Scrypt of `user:password`, as it stands in the secret. */
export function hashOf(userAndPassword: string | Buffer, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(userAndPassword, salt, hashBytes, cost, (error, hash) => {
      if (error) reject(error);
      else resolve(hash);
    });
  });
}

/**
 * Reads a secret's text: JSON `{salt, hashes}`, all in base64. Throws when it holds anything else; the message has no part of
 * what it holds.
 */
export function parseCredential(text: string | undefined): Credential {
  const read: unknown = JSON.parse(text ?? '');
  if (typeof read !== 'object' || read === null || !('salt' in read) || !('hashes' in read)) {
    throw new Error('the secret holds no salt and no hashes');
  }
  const { salt, hashes } = read;
  if (typeof salt !== 'string' || !Array.isArray(hashes)) throw new Error('the secret has another form');
  const credential = {
    salt: Buffer.from(salt, 'base64'),
    hashes: hashes.map((hash) => Buffer.from(String(hash), 'base64')),
  };
  const sound =
    credential.salt.length >= 16 &&
    credential.hashes.length >= 1 &&
    credential.hashes.length <= 4 &&
    credential.hashes.every(({ length }) => length === hashBytes);
  if (!sound) throw new Error('salt or hashes of the secret are too short, too long or too many');
  return credential;
}

/**
 * `user:password` of an `Authorization` header; `null` unless it is one header of the scheme Basic (RFC 7617) with base64 as
 * RFC 4648, section 4, writes it: padded, of its own alphabet, with no bits left over, so that one text has one spelling.
 */
export function userAndPasswordOf(headers: readonly string[]): Buffer | null {
  const [header, ...others] = headers;
  if (header === undefined || others.length > 0 || header.length > longestHeader) return null;
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header)?.[1];
  if (encoded === undefined) return null;
  const bytes = Buffer.from(encoded, 'base64');
  return bytes.toString('base64') === encoded && bytes.includes(':') ? bytes : null;
}

/** Whether that is one of a credential's. */
export type Judge = (userAndPassword: Buffer, credential: Credential) => Promise<boolean>;

/**
 * Compares in constant time and with every hash, whichever fits. What was let in last is remembered, as a digest under a key of
 * this process alone, so that the next of a page's requests does not pay for scrypt again; another credential forgets it.
 */
export function makeJudge(): Judge {
  const key = randomBytes(32);
  const digest = (bytes: Buffer): Buffer => createHmac('sha256', key).update(bytes).digest();
  let last: { readonly credential: Credential; readonly digest: Buffer } | null = null;
  return async (userAndPassword, credential) => {
    const asked = digest(userAndPassword);
    if (last?.credential === credential && timingSafeEqual(last.digest, asked)) return true;
    const hash = await hashOf(userAndPassword, credential.salt);
    let allowed = false;
    for (const each of credential.hashes) allowed = timingSafeEqual(each, hash) || allowed;
    if (allowed) last = { credential, digest: asked };
    return allowed;
  };
}
