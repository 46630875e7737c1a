import type { AwsCredentials, LambdaApi, S3Api, SecretsManagerApi } from '../aws/apis.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Fixture } from './fixture.ts';
import type { ObjectSigner } from './object-signer.ts';
import type { Probe } from './probe.ts';
import type { SiteCredential } from './site-credential.ts';
import type { ProfileContent } from './profile.ts';
import type { TlsConnector } from './tls-connection.ts';
import type { TokenSource } from './tokens.ts';
import type { SocketOpener } from './web-socket.ts';
import type { WrittenObjects } from './written-objects.ts';

/** What the checks call of AWS by API; everything else they ask over HTTP, as a client of the system would. */
export type SmokeS3 = Pick<S3Api, 'headObject' | 'listObjectVersions' | 'deleteObjects'>;
export type SmokeSecrets = Pick<SecretsManagerApi, 'getSecretValue'>;
export type SmokeLambda = Pick<LambdaApi, 'invoke'>;

/** What the groups make their checks from: one environment of one system, and the means to reach it. */
export interface SmokeTarget {
  /** References filled in. */
  readonly profile: ProfileContent;
  readonly environment: string;
  readonly release: string | null;
  /** Unique; stands in every key the run writes. */
  readonly runId: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly signer: ObjectSigner;
  readonly s3: () => Promise<SmokeS3>;
  readonly lambda: () => Promise<SmokeLambda>;
  /** Of the run, for calls that no client is loaded for. */
  readonly credentials: () => Promise<AwsCredentials>;
  readonly written: WrittenObjects;
  /** `null` where the profile has no API or names no token for this environment. */
  readonly tokens: TokenSource | null;
  /** `null` where the profile has no socket or names no token for this environment. */
  readonly socketTokens: TokenSource | null;
  readonly openSocket: SocketOpener;
  /** How to get in; `null` where the site is open to all. */
  readonly siteCredential: () => Promise<SiteCredential | null>;
  /** `null` where no raw TLS connection can be made. */
  readonly tls: TlsConnector | null;
  /** Makes something that several checks share. */
  readonly fixture: <T>(make: (probe: Probe) => Promise<T>) => Fixture<T>;
}
