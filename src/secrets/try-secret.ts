import type { SecretDefinition } from '../config/system.ts';
import type { SecretFields } from './check-value.ts';
import type { SendSecret } from './http-request.ts';
import { judged } from './judge-answer.ts';
import { refresh } from './oauth-tokens.ts';

/** How trying a value went. */
export type Trial =
  /** The definition names no way to try it. */
  | { readonly kind: 'none' }
  /** It is good. A provider may have replaced its refresh token: these fields are what counts from now on. */
  | { readonly kind: 'good'; readonly fields: SecretFields; readonly replaced: boolean };

/**
 * Tries a value where its definition says how: a GET with the value in a header, or a refresh of OAuth credentials. The
 * answer is judged by its status alone; nothing of it is shown.
 * @throws UserError SECRET_REFUSED where it is not good, SECRET_UNTRIED where nobody could say
 */
export async function trySecret(
  definition: SecretDefinition,
  fields: SecretFields,
  send: SendSecret,
): Promise<Trial> {
  const { key, test, oauth } = definition;
  if (oauth !== null) {
    const { refreshToken } = await refresh(oauth, fields, send, key);
    const replaced = refreshToken !== null && refreshToken !== fields[oauth.refreshTokenField];
    return {
      kind: 'good',
      fields: replaced ? { ...fields, [oauth.refreshTokenField]: refreshToken } : fields,
      replaced,
    };
  }
  if (test === null) return { kind: 'none' };
  const headers = Object.fromEntries(
    Object.entries(test.headers).map(([name, template]) => [
      name,
      template.replace(/\{([^{}]*)\}/g, (_, field: string) => String(fields[field])),
    ]),
  );
  const { status } = await send({ method: 'GET', url: test.url, headers });
  if (status >= 200 && status < 300) return { kind: 'good', fields, replaced: false };
  throw judged(key, new URL(test.url).origin, status);
}
