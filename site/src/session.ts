import { whyUnusable } from './token.ts';

const KEY = 'site-photos.token';

/** The token lives in this tab only, and no longer than the tab. */
export function currentToken(): string | null {
  const token = sessionStorage.getItem(KEY);
  if (token === null) return null;
  if (whyUnusable(token, Date.now()) === null) return token;
  sessionStorage.removeItem(KEY);
  return null;
}

export function keepToken(token: string): void {
  sessionStorage.setItem(KEY, token);
}

export function forgetToken(): void {
  sessionStorage.removeItem(KEY);
}
