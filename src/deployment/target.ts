import type { EnvironmentName } from '../config/environment-name.ts';
import type { EnvironmentDefinition, StackInstance, SystemDefinition } from '../config/system.ts';
import type { Release } from '../release/release.ts';
import type { AwsClients } from '../aws/apis.ts';
import { artifactBucketName, ledgerBucketName } from '../aws/bucket-names.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import type { Dispatcher } from 'undici';
import type { RoleName } from '../aws/identity.ts';
import type { SmokeProfile } from '../smoke/profile.ts';
import type { TlsConnector } from '../smoke/tls-connection.ts';

/** One environment as a release defines it. */
export interface Target {
  readonly release: Release;
  readonly system: SystemDefinition;
  readonly environment: EnvironmentDefinition;
  /** The smoke profile; `null` for a system without one. */
  readonly smoke: SmokeProfile | null;
  /** In order of deployment. */
  readonly instances: readonly StackInstance[];
}

/** What the steps act with. */
export interface Session {
  /** The clients of one role in the account of `environment`. */
  clients(environment: EnvironmentDefinition, role: RoleName): AwsClients;
  /** Requests to what is deployed: the site, the API, presigned links. */
  readonly http: Dispatcher;
  /** Raw TLS handshakes of the smoke checks. */
  readonly tls: TlsConnector;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Who asks, for the ledger; `null`: the ARN of the credentials. */
  readonly by: string | null;
  /** Which run this is, the same when it is started again: `run 1234` at GitHub, `ada@laptop` at a desk. */
  readonly runner: string;
  /** The commit that the release was made from, if known; for the ledger and change set names. */
  readonly commit: string | null;
}

/** The bucket that holds the artifacts of an account in one region; made by the bootstrap. */
export function artifactBucket(account: string, region: string): string {
  return artifactBucketName(account, region);
}

/** The bucket that holds an account's ledgers, in its home region; made by the bootstrap. */
export function ledgerBucket(environment: EnvironmentDefinition): string {
  return ledgerBucketName(environment.account, environment.regions.home);
}

/** The environment before this one in promotion order, or `null` for the first. */
export function previousEnvironment(environment: EnvironmentName): EnvironmentName | null {
  switch (environment) {
    case 'dev':
      return null;
    case 'sit':
      return 'dev';
    case 'prod':
      return 'sit';
  }
}
