/**
 * What can be told about a token without its key: whether it is a JWT (RFC 7519) and has not expired. Whether it is
 * genuine is for the API to say. Gives a sentence for the user, or `null`.
 */
export function whyUnusable(token: string, now: number): string | null {
  const parts = token.split('.');
  if (parts.length !== 3 || parts.some((part) => !/^[A-Za-z0-9_-]+$/.test(part))) {
    return 'This is not an access token: one has three parts with dots between them.';
  }
  const expiry = claimsOf(parts[1] ?? '')['exp'];
  if (typeof expiry === 'number' && expiry * 1000 <= now) return 'This token has expired. Ask for a new one.';
  return null;
}

function claimsOf(part: string): Readonly<Record<string, unknown>> {
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
