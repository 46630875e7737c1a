/**
 * What the functions of the media archive share, packaged once as a Lambda layer: logs, metrics and traces by Powertools,
 * typed errors, retries, the providers, the secrets and the table.
 */
export { accessTokens, type WithAccessToken } from './access.ts';
export { secretsClient, tableClient } from './clients.ts';
export {
  ArchiveError,
  asArchiveError,
  errorKinds,
  isPassing,
  mayRecover,
  type ArchiveErrorName,
} from './errors.ts';
export {
  openProvider,
  providers,
  type CloudProvider,
  type MediaItem,
  type MediaPage,
  type OAuthCredentials,
  type OpenProvider,
  type ProviderContext,
  type TokenGrant,
} from './provider.ts';
export { Redaction } from './redaction.ts';
export { request, unavailable } from './request.ts';
export { calmly, retrying, type RetryPolicy, type Waiting } from './retry.ts';
export {
  readAccessToken,
  readCredentials,
  writeAccessToken,
  writeCredentials,
  type AccessToken,
  type SecretsApi,
  type SecretsOptions,
} from './secrets.ts';
export { address, required, wholeNumber } from './settings.ts';
export { executionName, step, type StepOptions } from './step.ts';
export { openTelemetry, type Telemetry } from './telemetry.ts';
export {
  described,
  isWanted,
  openTracker,
  type TableApi,
  type TrackedMedia,
  type Tracker,
} from './tracker.ts';
export { mediaItemSchema } from './media-item.ts';
export { waiting } from './waiting.ts';
