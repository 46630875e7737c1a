import { each, failed, passed } from '../check.ts';
import type { Check, Verdict } from '../check.ts';
import type { Probe, Seen } from '../probe.ts';

/** An origin that must never be allowed, and the mistake that would allow it. */
export interface HostileOrigin {
  /** Last part of the check's id. */
  readonly name: string;
  readonly origins: readonly string[];
  readonly mistake: string;
}

/** The origin that is let in only where any is: what the other hostile origins show then follows from it. */
const reflects = 'reflects-any-origin';

/** Scheme, host and port of an address, as browsers send it (RFC 6454). */
export function originOf(address: string): string {
  return new URL(address).origin;
}

/**
 * What attackers register to get past a careless comparison with the allowed origin (PortSwigger, "Exploiting CORS
 * misconfigurations for Bitcoins and bounties"; OWASP WSTG-CLNT-07).
 */
export function hostileOrigins(allowed: string): readonly HostileOrigin[] {
  const { protocol, hostname, port } = new URL(allowed);
  const at = (host: string) => `${protocol}//${host}${port === '' ? '' : `:${port}`}`;
  // A developer's own machine may be allowed without TLS; then the twin is the other scheme all the same.
  const twin = protocol === 'https:' ? 'http:' : 'https:';
  const dots = [hostname.indexOf('.'), hostname.lastIndexOf('.')];
  const swapped = [...new Set(dots)]
    .filter((index) => index > 0)
    .map((index) => at(`${hostname.slice(0, index)}x${hostname.slice(index + 1)}`));
  return [
    {
      name: reflects,
      origins: ['https://evil.example'],
      mistake: 'the Origin of the request is echoed, or * is sent',
    },
    { name: 'null-origin', origins: ['null'], mistake: 'null is on the list; sandboxed frames send it' },
    {
      name: 'suffixed-origin',
      origins: [at(`${hostname}.evil.example`)],
      mistake: 'the start of the origin is compared',
    },
    {
      name: 'prefixed-origin',
      origins: [at(`evil${hostname}`)],
      mistake: 'the end of the origin is compared',
    },
    { name: 'dot-swapped-origin', origins: swapped, mistake: 'a dot in a pattern is not escaped' },
    {
      name: 'underscore-origin',
      origins: hostname.includes('.') ? [at(hostname.replace('.', '_.'))] : [],
      mistake: 'a pattern ends the host at any non-letter',
    },
    {
      name: 'backtick-origin',
      origins: [at(`${hostname}\`.evil.example`)],
      mistake: 'a pattern ends the host at any non-letter',
    },
    {
      name: 'http-twin',
      origins: [allowed.replace(protocol, twin)],
      mistake: 'the scheme is not compared',
    },
    { name: 'subdomain', origins: [at(`slipway-smoke.${hostname}`)], mistake: 'every subdomain is allowed' },
    // A name without a dot, localhost, has no variant of some kinds: such a check would ask nothing and pass.
  ].filter(({ origins }) => origins.length > 0);
}

/** What the checks of hostile origins need of a group. */
export interface HostileOriginChecks {
  /** The group, and the positive of its checks. */
  readonly common: Pick<Check, 'group' | 'pairedWith'>;
  /** The origin that is allowed. */
  readonly allowed: string;
  readonly want: string;
  /** The hint, given the mistake. */
  readonly hint: (mistake: string) => string;
  readonly preflight: (probe: Probe, origin: string) => Promise<Seen>;
  readonly request: (probe: Probe, origin: string) => Promise<Seen>;
}

/** A check for each kind of hostile origin: neither a preflight nor a request may allow it. */
export function hostileOriginChecks(options: HostileOriginChecks): readonly Check[] {
  const { common, allowed, want, hint, preflight, request } = options;
  return hostileOrigins(allowed).map(({ name, origins, mistake }) => ({
    ...common,
    id: `${common.group}/${name}`,
    severity: 'critical',
    want,
    hint: hint(mistake),
    ...(name === reflects ? {} : { impliedBy: `${common.group}/${reflects}` }),
    run: (probe) =>
      each(
        probe,
        origins.flatMap((from) => [
          { from, asked: 'preflight' },
          { from, asked: 'request' },
        ]),
        ({ asked }) => asked,
        async ({ from, asked }, probe) =>
          notAllowed(await (asked === 'preflight' ? preflight : request)(probe, from), from),
      ),
  }));
}

/** Fails when an answer lets `origin` read it. */
function notAllowed(seen: Seen, origin: string): Verdict {
  const allowed = seen.headers['access-control-allow-origin'];
  if (allowed === undefined) return passed();
  if (allowed === '*' || allowed.toLowerCase() === origin.toLowerCase()) {
    return failed(`Access-Control-Allow-Origin: ${allowed}`);
  }
  return passed();
}

/** Passed when an answer names exactly `origin`. */
export function allowsExactly(seen: Seen, origin: string): Verdict {
  const allowed = seen.headers['access-control-allow-origin'];
  return allowed === origin ? passed() : failed(`Access-Control-Allow-Origin: ${allowed ?? 'absent'}`);
}

/** The members of a header that is a list, in lower case. */
export function listOf(seen: Seen, header: string): readonly string[] {
  return (seen.headers[header] ?? '')
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
}

/** Passed when a list header holds everything wanted, or `*` where no credentials are meant. */
export function lists(seen: Seen, header: string, wanted: readonly string[]): Verdict {
  const listed = listOf(seen, header);
  // Authorization is never covered by * (Fetch Standard, "CORS non-wildcard request-header name").
  const missing = wanted.filter((entry) => {
    const name = entry.toLowerCase();
    return !listed.includes(name) && (name === 'authorization' || !listed.includes('*'));
  });
  return missing.length === 0 ? passed() : failed(`${header} lacks ${missing.join(', ')}`);
}

/** Fails on `*` together with credentials, which browsers refuse and careless clients do not. */
export function noWildcardWithCredentials(seen: Seen): Verdict {
  const wildcard = seen.headers['access-control-allow-origin'] === '*';
  const credentials = seen.headers['access-control-allow-credentials']?.toLowerCase() === 'true';
  return wildcard && credentials
    ? failed('Access-Control-Allow-Origin: * with Access-Control-Allow-Credentials: true')
    : passed();
}
