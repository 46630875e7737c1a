import type { OAuthDefinition } from '../config/system.ts';
import type { SecretFields } from './check-value.ts';
import type { SendSecret } from './http-request.ts';
import { judged } from './judge-answer.ts';

/** What a token endpoint gives (RFC 6749, section 5.1); the access token itself is of no use here. */
export interface Tokens {
  /** A new one, which takes the place of the old one; `null` where the old one stays. */
  readonly refreshToken: string | null;
}

/**
 * Exchanges the refresh token (RFC 6749, section 6), with the client's credentials in the body (section 2.3.1).
 * @throws UserError SECRET_REFUSED, SECRET_UNTRIED
 */
export function refresh(
  oauth: OAuthDefinition,
  fields: SecretFields,
  send: SendSecret,
  key: string,
): Promise<Tokens> {
  return exchange(oauth, fields, send, key, {
    grant_type: 'refresh_token',
    refresh_token: textOf(fields[oauth.refreshTokenField]),
  });
}

/**
 * Exchanges the code of a consent (RFC 6749, section 4.1.3) and its PKCE verifier (RFC 7636, section 4.5).
 * @throws UserError SECRET_REFUSED, SECRET_UNTRIED
 */
export function redeem(
  oauth: OAuthDefinition,
  fields: SecretFields,
  send: SendSecret,
  key: string,
  code: { readonly code: string; readonly verifier: string; readonly redirectUri: string },
): Promise<Tokens> {
  return exchange(oauth, fields, send, key, {
    grant_type: 'authorization_code',
    code: code.code,
    redirect_uri: code.redirectUri,
    code_verifier: code.verifier,
  });
}

async function exchange(
  { tokenUrl, clientIdField, clientSecretField }: OAuthDefinition,
  fields: SecretFields,
  send: SendSecret,
  key: string,
  grant: Readonly<Record<string, string>>,
): Promise<Tokens> {
  const form = new URLSearchParams({ ...grant, client_id: textOf(fields[clientIdField]) });
  // a public client has none
  const clientSecret = textOf(fields[clientSecretField]);
  if (clientSecret !== '') form.set('client_secret', clientSecret);
  const { status, body } = await send({
    method: 'POST',
    url: tokenUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  const answer = parsed(body);
  const { origin } = new URL(tokenUrl);
  if (status < 200 || status > 299) throw judged(key, origin, status, errorWord(answer['error']));
  if (typeof answer['access_token'] !== 'string' || answer['access_token'] === '')
    throw judged(key, origin, status, 'without an access token');
  const { refresh_token: fresh } = answer;
  return { refreshToken: typeof fresh === 'string' && fresh !== '' ? fresh : null };
}

/** One of the words of RFC 6749, section 5.2, and nothing else: an answer could repeat what was sent. */
function errorWord(word: unknown): string | null {
  const known = [
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
  ];
  return known.find((each) => each === word) ?? null;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
