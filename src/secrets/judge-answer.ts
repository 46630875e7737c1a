import { UserError } from '../errors/slipway-error.ts';

/** What helps where nobody could say whether a value is good. */
export const untried =
  'the same command later; slipway secret set --no-test writes a value without trying it';

/** A refusal by the value's fault, or an answer that says nothing about it. */
export function judged(key: string, origin: string, status: number, word: string | null = null): UserError {
  const said = `${origin} answers ${status}${word === null ? '' : ` (${word})`}`;
  if (status === 400 || status === 401 || status === 403) {
    return new UserError('SECRET_REFUSED', `${key} is not taken: ${said}; nothing was changed`, {
      next: 'slipway secret set with a value that the provider has given',
    });
  }
  return new UserError(
    'SECRET_UNTRIED',
    `${said}, which does not say whether ${key} is good; nothing was changed`,
    {
      next: untried,
    },
  );
}
