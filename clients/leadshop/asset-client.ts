import { setTimeout as sleep } from 'node:timers/promises';
import { GetObjectCommand, PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { isOutOfReach } from './out-of-reach.ts';
import { openPendingFolder, type PendingUpload } from './pending-folder.ts';
import { encryptionInput, linking, makePresign, type Presign } from './presign.ts';
import type { AssetSettings } from './settings.ts';

export interface AssetLogger {
  error(message: string): void;
}

export interface Asset {
  readonly key: string;
  readonly body: Uint8Array | string;
  /** `application/octet-stream` unless told. */
  readonly contentType?: string;
}

/** `stored`: the bucket has it. `pending`: the local folder has it, and `flush` brings it to the bucket. */
export type UploadOutcome = 'stored' | 'pending';

/** What became of one asset of a batch. */
export type BatchResult =
  | { readonly key: string; readonly outcome: UploadOutcome }
  | { readonly key: string; readonly outcome: 'refused'; readonly reason: string };

export interface FlushResult {
  readonly stored: number;
  /** Still in the folder. */
  readonly pending: number;
}

export interface AssetClient {
  /**
   * Stores an asset; while the bucket is out of reach, in the local folder, with an error in the log.
   * @throws what S3 answers to a refused upload
   */
  upload(asset: Asset): Promise<UploadOutcome>;
  /** Uploads several, some at once; one that is refused stops none of the others. Results are in the assets' order. */
  uploadAll(assets: readonly Asset[]): Promise<readonly BatchResult[]>;
  /**
   * The bytes of an asset; while the bucket is out of reach, those that wait in the local folder, with an error in the log.
   * @throws what S3 answers, or why the bucket is out of reach where nothing waits
   */
  download(key: string): Promise<Uint8Array>;
  readonly presign: Presign;
  /** Moves what waits to the bucket, oldest first. A crash in between may store an asset twice, and loses none. */
  flush(): Promise<FlushResult>;
  close(): void;
}

export interface AssetClientOptions {
  readonly settings: AssetSettings;
  readonly logger: AssetLogger;
  /** Further settings of the SDK's client: credentials, endpoint. By default the SDK finds them itself. */
  readonly s3?: S3ClientConfig;
}

/** The client of the asset bucket. Attempts and their back-off are the SDK's own (standard retry mode). */
export function makeAssetClient({ settings, logger, s3 = {} }: AssetClientOptions): AssetClient {
  const client = new S3Client({
    region: settings.region,
    maxAttempts: settings.attempts,
    retryMode: 'standard',
    ...linking,
    ...s3,
  });
  const folder = openPendingFolder(settings.fallbackFolder, Date.now, (milliseconds) => sleep(milliseconds));

  async function put(asset: Omit<PendingUpload, 'name'>): Promise<void> {
    await client.send(
      new PutObjectCommand({
        Bucket: settings.bucket,
        Key: asset.key,
        Body: asset.body,
        ContentType: asset.contentType,
        ...encryptionInput(settings.encryption),
      }),
    );
  }

  /** A key whose older upload stays behind keeps its newer ones behind it: the newest must be stored last. */
  async function flushAlone(only?: string): Promise<FlushResult> {
    let stored = 0;
    let pending = 0;
    const behind = new Set<string>();
    for (const name of await folder.names()) {
      const upload = await folder.read(name);
      if (only !== undefined && upload.key !== only) continue;
      if (behind.has(upload.key)) {
        pending += 1;
        continue;
      }
      try {
        await put(upload);
      } catch (error) {
        behind.add(upload.key);
        pending += 1;
        logger.error(`${upload.key} stays in ${settings.fallbackFolder}: ${wordsOf(error)}`);
        continue;
      }
      await folder.remove(name);
      stored += 1;
    }
    return { stored, pending };
  }

  async function upload({
    key,
    body,
    contentType = 'application/octet-stream',
  }: Asset): Promise<UploadOutcome> {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const asset = { key, contentType, body: bytes };
    // What waits for this key is older, and has to be stored before.
    if ((await folder.newest(key)) !== null) {
      return folder.alone(async () => {
        await folder.add(asset);
        return (await flushAlone(key)).pending === 0 ? 'stored' : 'pending';
      });
    }
    try {
      await put(asset);
      return 'stored';
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
      await folder.add(asset);
      logger.error(
        `${settings.bucket} is out of reach, so ${key} waits in ${settings.fallbackFolder}: ${wordsOf(error)}`,
      );
      return 'pending';
    }
  }

  return {
    upload,
    uploadAll: async (assets) => {
      const results: BatchResult[] = [];
      const queue = assets.entries();
      const work = async (): Promise<void> => {
        for (const [index, asset] of queue) {
          results[index] = await upload(asset).then(
            (outcome): BatchResult => ({ key: asset.key, outcome }),
            (error: unknown): BatchResult => ({ key: asset.key, outcome: 'refused', reason: wordsOf(error) }),
          );
        }
      };
      await Promise.all(Array.from({ length: Math.min(settings.concurrency, assets.length) }, work));
      return results;
    },
    download: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: settings.bucket, Key: key }));
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
      } catch (error) {
        const waiting = isOutOfReach(error) ? await folder.newest(key) : null;
        if (waiting === null) throw error;
        logger.error(
          `${settings.bucket} is out of reach, so ${key} comes from ${settings.fallbackFolder}: ${wordsOf(error)}`,
        );
        return waiting.body;
      }
    },
    presign: makePresign(client, settings),
    flush: () => folder.alone(() => flushAlone()),
    close: () => {
      client.destroy();
    },
  };
}

/** The error's name and first line; an SDK's message holds no secret, and a link or a key is none of it. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.name}: ${error.message.split('\n')[0] ?? ''}`;
}
