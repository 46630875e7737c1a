import { failed, notEnforceable, passed } from '../check.ts';
import type { Check } from '../check.ts';
import type { SmokeTarget } from '../target.ts';
import type { TlsAttempt } from '../tls-connection.ts';

const day = 86_400_000;
/** Time enough to renew it. */
const leastDays = 21;
/** MinimumProtocolVersion is TLSv1 for those, whatever is set (CloudFront API Reference, ViewerCertificate). */
const cloudFrontNames = '.cloudfront.net';

/** Old TLS is refused, and the certificate covers the name for long enough. One set of checks for each host. */
export function tls(target: SmokeTarget, hosts: Readonly<Record<string, string>>): readonly Check[] {
  return Object.entries(hosts).flatMap(([name, host]) => tlsOf(target, name, host));
}

function tlsOf(target: SmokeTarget, name: string, host: string): readonly Check[] {
  const valid = `tls/${name}-handshake`;
  const common = { group: 'tls', severity: 'major', pairedWith: valid } as const;
  const modern: TlsAttempt = { host, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3', trust: 'all' };
  const connect = async (attempt: TlsAttempt) => target.tls?.(attempt, target.signal) ?? null;
  const cannot = notEnforceable('no TLS connection can be made from here');

  return [
    {
      ...common,
      id: valid,
      pairedWith: null,
      want: `TLS 1.2 or 1.3 with a certificate for ${host}`,
      hint: 'usually: the certificate covers another name, or its chain is incomplete',
      run: async () => {
        const answer = await connect(modern);
        if (answer === null) return cannot;
        return answer.kind === 'connected' ? passed(answer.protocol) : failed(answer.code);
      },
    },
    ...(['TLSv1', 'TLSv1.1'] as const).map((version): Check => ({
      ...common,
      id: `tls/${name}-refuses-${version.toLowerCase()}`,
      want: `no handshake with ${version === 'TLSv1' ? 'TLS 1.0' : 'TLS 1.1'}`,
      hint: 'usually: MinimumProtocolVersion or SecurityPolicy is an old one',
      run: async () => {
        const answer = await connect({ ...modern, minVersion: version, maxVersion: version });
        if (answer === null) return cannot;
        if (answer.kind === 'cannot-offer')
          return notEnforceable(`this Node cannot offer ${version} (${answer.code})`);
        if (answer.kind === 'refused') return passed();
        return host.endsWith(cloudFrontNames)
          ? notEnforceable(
              "a name of CloudFront's own takes every version; only a domain name of one's own refuses old ones",
            )
          : failed(`${answer.protocol} was spoken`);
      },
    })),
    {
      ...common,
      id: `tls/${name}-certificate-lasts`,
      want: `${leastDays} days or more`,
      hint: 'usually: the validation record of the certificate is gone, so it was not renewed',
      run: async () => {
        const answer = await connect({ ...modern, trust: 'public' });
        if (answer === null) return cannot;
        if (answer.kind !== 'connected') {
          const all = await connect(modern);
          return all?.kind === 'connected'
            ? notEnforceable(
                'the certificate comes from an authority that was handed in, not from the target',
              )
            : failed(answer.code);
        }
        const days = Math.floor((answer.notAfter - target.clock.now()) / day);
        return days >= leastDays ? passed(`${days} days`) : failed(`${days} days`);
      },
    },
  ];
}
