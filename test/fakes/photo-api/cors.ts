import type { Mistake } from './mistakes.ts';

/** Whether `origin` is let in, as an implementation with these mistakes would decide. */
export function letsIn(origin: string, allowed: string, broken: ReadonlySet<Mistake>): boolean {
  if (broken.has('cors-missing')) return false;
  if (origin === allowed) return true;
  const host = allowed.slice('https://'.length);
  return (
    broken.has('cors-reflects') ||
    (broken.has('cors-null') && origin === 'null') ||
    (broken.has('cors-compares-start') && origin.startsWith(allowed)) ||
    (broken.has('cors-compares-end') && origin.endsWith(host)) ||
    (broken.has('cors-dot-is-any') && new RegExp(`^https://${host.replaceAll('.', '.?')}$`).test(origin)) ||
    (broken.has('cors-dot-is-any') && new RegExp(`^https://${host}$`).test(origin)) ||
    (broken.has('cors-underscore') && origin.replace('_', '') === allowed) ||
    (broken.has('cors-backtick') && origin.split('`')[0] === allowed) ||
    (broken.has('cors-any-scheme') && origin.replace('http:', 'https:') === allowed) ||
    (broken.has('cors-subdomains') && origin.endsWith(`.${host}`))
  );
}

/** The headers of an answer to `origin`; none for a stranger. */
export function corsHeaders(
  origin: string | undefined,
  allowed: string,
  broken: ReadonlySet<Mistake>,
): Record<string, string> {
  const vary: Record<string, string> = broken.has('cors-without-vary') ? {} : { vary: 'Origin' };
  if (origin === undefined) return vary;
  if (broken.has('cors-wildcard-with-credentials')) {
    return { ...vary, 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' };
  }
  if (!letsIn(origin, allowed, broken)) return vary;
  return {
    ...vary,
    'access-control-allow-origin': origin,
    ...(broken.has('cors-without-expose') ? {} : { 'access-control-expose-headers': 'ETag' }),
  };
}
