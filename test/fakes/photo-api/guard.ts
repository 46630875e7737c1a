import { createHmac, createPublicKey, generateKeyPairSync, randomUUID, verify } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Mistake } from './mistakes.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A token issuer with one key. */
export interface Issuer {
  readonly issuer: string;
  readonly kid: string;
  readonly privateKeyJwk: JsonWebKey;
  readonly publicKey: KeyObject;
}

export function makeIssuer(issuer: string): Issuer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { issuer, kid: randomUUID(), privateKeyJwk: privateKey.export({ format: 'jwk' }), publicKey };
}

export interface Guard {
  readonly issuers: readonly Issuer[];
  readonly audience: string;
  readonly scope: string;
  readonly now: () => number;
  readonly broken: ReadonlySet<Mistake>;
}

/** Seconds that clocks may differ. */
const skew = 60;

/** 200 with the subject, 401 or 403: what the authorizer makes of an `Authorization` header. */
export function judge(authorization: string | undefined, guard: Guard): { status: number; subject: string } {
  const refuse = { status: 401, subject: '' };
  const guest = { status: 200, subject: 'guest' };
  const { broken } = guard;
  if (authorization === undefined) return broken.has('takes-no-token') ? guest : refuse;
  const scheme = broken.has('takes-any-scheme') ? /^\w+ +(\S+)$/ : /^Bearer +(\S+)$/;
  const token = scheme.exec(authorization)?.[1];
  if (token === undefined) return broken.has('takes-empty-token') ? guest : refuse;
  const header = decode(token.split('.')[0]);
  const claims = decode(token.split('.')[1]);
  if (header === null || claims === null) return broken.has('takes-malformed-token') ? guest : refuse;
  if (!isSigned(token, header, guard) || !areSound(claims, guard)) return refuse;
  const subject = typeof claims['sub'] === 'string' ? claims['sub'] : '';
  const scopes = typeof claims['scope'] === 'string' ? claims['scope'].split(' ') : [];
  const allowed =
    broken.has('ignores-scope') || guard.scope.split(' ').every((scope) => scopes.includes(scope));
  return { status: allowed ? 200 : 403, subject };
}

function isSigned(token: string, header: Fields, { issuers, broken }: Guard): boolean {
  const [first = '', second = '', third = ''] = token.split('.');
  const input = `${first}.${second}`;
  const signature = Buffer.from(third, 'base64url');
  const { alg, kid } = header;
  if (typeof alg !== 'string') return false;
  const hmac = (key: string | Buffer) =>
    alg === 'HS256' && createHmac('sha256', key).update(input).digest('base64url') === third;
  const rsa = (key: KeyObject) => alg === 'RS256' && verify('sha256', Buffer.from(input), key, signature);
  const id = typeof kid === 'string' ? kid : '';

  if (broken.has('only-decodes')) return true;
  if (broken.has('takes-alg-none') && alg === 'none') return true;
  if (broken.has('takes-alg-none-in-mixed-case') && alg !== 'none' && alg.toLowerCase() === 'none')
    return true;
  if (broken.has('takes-null-signature') && third === '' && alg === 'RS256') return true;
  if (broken.has('takes-blank-hmac-key') && hmac('')) return true;
  if (broken.has('reads-kid-as-file') && /dev.null$/.test(id) && hmac(readFileSync('/dev/null'))) return true;
  if (broken.has('queries-kid') && hmac(/UNION SELECT '(\w+)'/.exec(id)?.[1] ?? randomUUID())) return true;
  if (broken.has('trusts-jku') && typeof header['jku'] === 'string') return true;
  if (broken.has('trusts-jwk') && isObject(header['jwk'])) {
    return rsa(createPublicKey({ key: header['jwk'], format: 'jwk' }));
  }
  if (broken.has('takes-public-key-as-hmac-key')) {
    if (issuers.some(({ publicKey }) => hmac(publicKey.export({ format: 'pem', type: 'spki' }).toString())))
      return true;
  }
  const chosen = issuers.filter(
    (issuer) =>
      issuer.kid === id ||
      (broken.has('takes-missing-kid') && kid === undefined) ||
      (broken.has('takes-any-kid') && kid !== undefined),
  );
  return chosen.some(({ publicKey }) => rsa(publicKey));
}

function areSound(claims: Fields, { issuers, audience, now, broken }: Guard): boolean {
  const time = now() / 1000;
  const number = (name: string) => (typeof claims[name] === 'number' ? claims[name] : Number.NaN);
  return (
    (broken.has('ignores-exp') || number('exp') + skew > time) &&
    (broken.has('ignores-nbf') || claims['nbf'] === undefined || number('nbf') - skew < time) &&
    (broken.has('ignores-iat') || number('iat') - skew < time) &&
    (broken.has('ignores-iss') || issuers.some(({ issuer }) => issuer === claims['iss'])) &&
    (broken.has('ignores-aud') || claims['aud'] === audience) &&
    (broken.has('ignores-token-use') || claims['token_use'] === 'access')
  );
}

function decode(part: string | undefined): Fields | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
