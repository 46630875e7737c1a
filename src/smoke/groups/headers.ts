import { describe, each, expectStatus, failed, passed } from '../check.ts';
import type { Check, Verdict } from '../check.ts';
import type { Fixture } from '../fixture.ts';
import type { Probe, Seen } from '../probe.ts';
import type { SiteProfile } from '../profile.ts';
import type { SmokeTarget } from '../target.ts';

const sixMonths = 15_768_000;

/** Headers that protect a visitor, on the page, on a deep link and on an error alike. */
export function headers(target: SmokeTarget, site: SiteProfile): readonly Check[] {
  const base = site.url.replace(/\/+$/, '');
  const paths = ['/', site.deepLink, `/assets/slipway-smoke-${target.runId}-headers.js`];
  const pages = target.fixture(async (probe) =>
    Promise.all(paths.map(async (path) => ({ path, seen: await probe.send({ url: `${base}${path}` }) }))),
  );
  return [
    {
      id: 'headers/answers',
      group: 'headers',
      severity: 'critical',
      pairedWith: null,
      want: `200, 200, 404 from /, ${site.deepLink} and a missing asset`,
      hint: 'usually: the site was not published',
      run: async (probe) => {
        const [first, deep, missing] = await pages(probe);
        if (!first || !deep || !missing) return failed('no answer');
        return each(
          probe,
          [
            { ...first, status: 200 },
            { ...deep, status: 200 },
            { ...missing, status: 404 },
          ],
          ({ path }) => path.replace(target.runId, '…'),
          ({ seen, status }) =>
            seen.status === status ? expectStatus(seen, status) : failed(describe(seen)),
        );
      },
    },
    ...securityHeaders({
      id: (name) => `headers/${name}`,
      pairedWith: 'headers/answers',
      where: `/, ${site.deepLink} and an error`,
      pages: async (probe) =>
        (await pages(probe)).map(({ path, seen }) => ({ path: path.replace(target.runId, '…'), seen })),
    }),
  ];
}

export interface SecurityHeaders {
  readonly id: (name: string) => string;
  /** The check that says whether the pages answer at all. */
  readonly pairedWith: string;
  /** The pages in words. */
  readonly where: string;
  readonly pages: Fixture<readonly { readonly path: string; readonly seen: Seen }[]>;
}

/** Each header that protects a visitor, on every one of the pages. */
export function securityHeaders({ id, pairedWith, where, pages }: SecurityHeaders): readonly Check[] {
  const onEach = (name: string, want: string, judge: (seen: Seen) => Verdict): Check => ({
    id: id(name),
    group: 'headers',
    severity: 'major',
    pairedWith,
    want: `${want}, on ${where}`,
    hint: 'usually: the behaviour has no response headers policy, or the error comes from another behaviour',
    run: async (probe: Probe) =>
      each(
        probe,
        await pages(probe),
        ({ path }) => path,
        ({ seen }) => judge(seen),
      ),
  });
  const header = (seen: Seen, name: string) => seen.headers[name] ?? '';
  const shown = (name: string, value: string) => failed(`${name}: ${value === '' ? 'absent' : value}`);

  return [
    onEach('hsts', `Strict-Transport-Security: max-age ≥ ${sixMonths}`, (seen) => {
      const value = header(seen, 'strict-transport-security');
      const age = Number(/max-age\s*=\s*"?(\d+)/i.exec(value)?.[1] ?? 0);
      return age >= sixMonths ? passed() : shown('Strict-Transport-Security', value);
    }),
    onEach('csp', 'a Content-Security-Policy that limits scripts', (seen) => {
      const value = header(seen, 'content-security-policy');
      const scripts = directive(value, 'script-src') ?? directive(value, 'default-src');
      const open = scripts === null || /(?:^|\s)(?:\*|'unsafe-inline'|https?:)(?=\s|$)/.test(scripts);
      return open ? shown('Content-Security-Policy', value) : passed();
    }),
    onEach('content-type-options', 'X-Content-Type-Options: nosniff', (seen) => {
      const value = header(seen, 'x-content-type-options');
      return value.toLowerCase() === 'nosniff' ? passed() : shown('X-Content-Type-Options', value);
    }),
    onEach('frame-protection', 'X-Frame-Options DENY or SAMEORIGIN, or frame-ancestors', (seen) => {
      const value = header(seen, 'x-frame-options');
      const ancestors = directive(header(seen, 'content-security-policy'), 'frame-ancestors');
      const closed = ancestors !== null && !/(?:^|\s)\*(?=\s|$)/.test(ancestors);
      return closed || ['DENY', 'SAMEORIGIN'].includes(value.toUpperCase())
        ? passed()
        : shown('X-Frame-Options', value);
    }),
    onEach('referrer-policy', 'a Referrer-Policy that keeps paths from strangers', (seen) => {
      const value = header(seen, 'referrer-policy').toLowerCase();
      return ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'].includes(
        value,
      )
        ? passed()
        : shown('Referrer-Policy', value);
    }),
  ];
}

/** The value of one directive of a Content-Security-Policy; `null` when it is not there. */
function directive(policy: string, name: string): string | null {
  for (const part of policy.split(';')) {
    const [first = '', ...values] = part.trim().split(/\s+/);
    if (first.toLowerCase() === name) return values.join(' ');
  }
  return null;
}
