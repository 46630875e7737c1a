export { makeAssetClient } from './asset-client.ts';
export type {
  Asset,
  AssetClient,
  AssetClientOptions,
  AssetLogger,
  BatchResult,
  FlushResult,
  UploadOutcome,
} from './asset-client.ts';
export type { LinkLife, PostOptions, Presign, PresignedPut } from './presign.ts';
export { AssetSettingError, readSettings } from './settings.ts';
export type { AssetSettings, Encryption } from './settings.ts';
