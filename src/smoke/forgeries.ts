import { createHmac, createPublicKey, generateKeyPair, randomUUID, sign as signBytes } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { claimsOf, headerOf } from './tokens.ts';

/**
 * Tokens that no API may accept, made from one that it accepts: claims stay sound, so that the signature alone decides.
 * Each kind is a known attack (RFC 8725, "JSON Web Token Best Current Practices"; OWASP WSTG-SESS-10).
 */
export interface Forgeries {
  /** `none` in every case variant, without signature. */
  readonly algNone: readonly string[];
  /** The signature left empty, and all zero bytes. */
  readonly nullSignature: readonly string[];
  readonly blankHmacKey: readonly string[];
  /** HS256 keyed with each form in which the public key is known. */
  readonly hmacWithPublicKey: readonly string[];
  /** The subject changed under the old signature. */
  readonly tamperedPayload: readonly string[];
  readonly kidDevNull: readonly string[];
  readonly kidTraversal: readonly string[];
  readonly kidSql: readonly string[];
  /** Signed with a stranger's key that the header brings along. */
  readonly injectedJwk: readonly string[];
  /** Signed with a stranger's key that the header points to. */
  readonly injectedJku: readonly string[];
  /** Signed with a stranger's key under an unknown and under the known key id, and under none. */
  readonly unknownKid: readonly string[];
  readonly missingKid: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const hmac = (header: Fields, claims: Fields, key: string | Uint8Array): string => {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`;
};

const rs256 = (header: Fields, claims: Fields, key: KeyObject): string => {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${signBytes('sha256', Buffer.from(input), key).toString('base64url')}`;
};

/** `none`, `nonE`, … `NONE`: all sixteen. */
export function caseVariants(word: string): readonly string[] {
  return Array.from(word).reduce<readonly string[]>(
    (starts, letter) =>
      starts.flatMap((start) => [start + letter.toLowerCase(), start + letter.toUpperCase()]),
    [''],
  );
}

/** Forges from a valid token and the public keys of its issuer. Makes one RSA key pair, the stranger's. */
export async function forge(token: string, publicKeys: readonly JsonWebKey[]): Promise<Forgeries> {
  const header = headerOf(token);
  const claims = claimsOf(token);
  const signature = token.split('.')[2] ?? '';
  const [headerPart = '', claimsPart = ''] = token.split('.');
  const { privateKey, publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const strangersJwk = publicKey.export({ format: 'jwk' });
  const withKid = (kid: string): Fields => ({ ...header, alg: 'HS256', kid });
  const withoutKid = Object.fromEntries(Object.entries(header).filter(([name]) => name !== 'kid'));
  const strangersKid = randomUUID();

  return {
    algNone: caseVariants('none').map((alg) => `${encode({ ...header, alg })}.${claimsPart}.`),
    nullSignature: [
      `${headerPart}.${claimsPart}.`,
      `${headerPart}.${claimsPart}.${Buffer.alloc(Buffer.from(signature, 'base64url').length).toString('base64url')}`,
    ],
    blankHmacKey: [hmac({ ...header, alg: 'HS256' }, claims, '')],
    hmacWithPublicKey: publicKeys
      .filter((jwk) => jwk.kty === 'RSA')
      .flatMap((jwk) => {
        const key = createPublicKey({ key: jwk, format: 'jwk' });
        const spki = key.export({ format: 'pem', type: 'spki' }).toString();
        const pkcs1 = key.export({ format: 'pem', type: 'pkcs1' }).toString();
        const der = key.export({ format: 'der', type: 'spki' });
        return [spki, spki.trimEnd(), pkcs1, der, JSON.stringify(jwk)].map((secret) =>
          hmac({ ...header, alg: 'HS256' }, claims, secret),
        );
      }),
    tamperedPayload: [
      `${headerPart}.${encode({ ...claims, sub: 'somebody-else', admin: true })}.${signature}`,
    ],
    kidDevNull: [hmac(withKid('/dev/null'), claims, '')],
    kidTraversal: [
      hmac(withKid('../../../../../../../../dev/null'), claims, ''),
      hmac(withKid('..%2f..%2f..%2f..%2fdev%2fnull'), claims, ''),
    ],
    kidSql: [hmac(withKid("none' UNION SELECT 'slipway' -- "), claims, 'slipway')],
    injectedJwk: [
      rs256(
        { ...header, alg: 'RS256', kid: strangersKid, jwk: { ...strangersJwk, kid: strangersKid } },
        claims,
        privateKey,
      ),
      rs256({ ...header, alg: 'RS256', jwk: { ...strangersJwk, kid: header['kid'] } }, claims, privateKey),
    ],
    injectedJku: [
      rs256(
        { ...header, alg: 'RS256', kid: strangersKid, jku: 'https://keys.slipway.invalid/jwks.json' },
        claims,
        privateKey,
      ),
    ],
    unknownKid: [
      rs256({ ...header, alg: 'RS256', kid: strangersKid }, claims, privateKey),
      rs256({ ...header, alg: 'RS256' }, claims, privateKey),
    ],
    missingKid: [rs256({ ...withoutKid, alg: 'RS256' }, claims, privateKey)],
  };
}
