import { runSmoke } from '../../src/smoke/run-smoke.ts';
import type { SmokeOptions } from '../../src/smoke/run-smoke.ts';
import type { SmokeReport, SmokeResult } from '../../src/smoke/report.ts';
import type { TlsConnector } from '../../src/smoke/tls-connection.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import type { PhotoPlatform } from '../fakes/photo-api/photo-platform.ts';
import { profileOfCompanycam } from './profile-of-companycam.ts';
import { virtualClock } from './virtual-clock.ts';

/** A server that speaks TLS 1.2 and up, HTTP/2, with a certificate for 90 days. */
export const soundTls: TlsConnector = ({ maxVersion }) =>
  Promise.resolve(
    maxVersion === 'TLSv1' || maxVersion === 'TLSv1.1'
      ? { kind: 'refused', code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }
      : { kind: 'connected', protocol: 'TLSv1.3', alpn: 'h2', notAfter: Date.now() + 90 * 86_400_000 },
  );

/** Runs the profile of companycam against the platform, as dev unless told. */
export function check(platform: PhotoPlatform, change: Partial<SmokeOptions> = {}): Promise<SmokeReport> {
  return runSmoke({
    profile: profileOfCompanycam(),
    outputs: platform.outputs,
    environment: {
      system: 'companycam',
      environment: 'dev',
      regions: { home: 'eu-west-1', edge: 'us-east-1' },
    },
    release: platform.release,
    http: platform.http,
    tls: soundTls,
    aws: platform.aws,
    clock: virtualClock(),
    logger: silentLogger,
    signal: new AbortController().signal,
    ...change,
  });
}

export const failures = (report: SmokeReport): readonly string[] =>
  report.results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);

export function resultOf(report: SmokeReport, id: string): SmokeResult {
  const found = report.results.find((result) => result.id === id);
  if (!found)
    throw new Error(`${id} was not run; there are ${report.results.map((result) => result.id).join(', ')}`);
  return found;
}
