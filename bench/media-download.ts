import { fork } from 'node:child_process';
import { once } from 'node:events';
import { accessTokens } from '../lambda/archive-layer/access.ts';
import { openProvider } from '../lambda/archive-layer/provider.ts';
import { Redaction } from '../lambda/archive-layer/redaction.ts';
import { openTracker } from '../lambda/archive-layer/tracker.ts';
import { waiting } from '../lambda/archive-layer/waiting.ts';
import { downloader } from '../lambda/media-downloader/download.ts';
import type { UploadApi } from '../lambda/media-downloader/upload.ts';
import { startMediaProvider, type MediaProvider } from '../test/fakes/media-provider/server.ts';
import { FakeSecrets } from '../test/fakes/media-storage/fake-secrets.ts';
import { FakeTable } from '../test/fakes/media-storage/fake-table.ts';

/**
 * `npm run bench:download`: the most memory that the archive's downloader takes for media of 20, 200 and 600 MB, beside
 * a function that reads the whole medium and puts it. Each is a process of its own; the provider is another one. Fails where
 * the largest medium takes more than 1.5 times what the smallest does.
 */
const mebibyte = 1024 * 1024;
const sizes = [20, 200, 600];
const mostGrowth = 1.5;

type Way = 'downloader' | 'whole';

const target = { Bucket: 'archive', Key: 'm', Tagging: '', Metadata: {} };
/** A bucket that takes everything, a tenth of a second a part, and keeps nothing. */
const nowhere: UploadApi = {
  putObject: () => Promise.resolve({}),
  headObject: () => Promise.resolve({}),
  createMultipartUpload: () => Promise.resolve({ UploadId: 'upload' }),
  uploadPart: async () => {
    await waiting.sleep(100);
    return { ETag: 'part' };
  },
  listParts: () => Promise.resolve({}),
  completeMultipartUpload: () => Promise.resolve({}),
  abortMultipartUpload: () => Promise.resolve({}),
};

if (process.send === undefined) await bench();
else await measure();

async function bench(): Promise<void> {
  await using server = await startMediaProvider({
    items: sizes.map((size) => ({ id: `m${size}`, size: size * mebibyte })),
  });
  const peaks = new Map<string, number>();
  for (const way of ['downloader', 'whole'] as const) {
    for (const size of sizes) peaks.set(`${way} ${size}`, await peakOf(way, size, server));
  }
  const peak = (way: Way, size: number): number => peaks.get(`${way} ${size}`) ?? 0;
  for (const size of sizes) {
    const [own, whole] = [peak('downloader', size), peak('whole', size)];
    process.stdout.write(
      `${size} MB: downloader ${own} MB, whole ${whole} MB, ratio ${(whole / own).toFixed(1)}\n`,
    );
  }
  const [least = 0, most = 0] = [sizes[0] ?? 0, sizes.at(-1) ?? 0].map((size) => peak('downloader', size));
  process.stdout.write(`largest over smallest: ${(most / least).toFixed(2)} (at most ${mostGrowth})\n`);
  process.exitCode = most / least <= mostGrowth ? 0 : 1;
}

/** The peak of a process's memory in MB. */
async function peakOf(way: Way, size: number, server: MediaProvider): Promise<number> {
  const child = fork(import.meta.filename, [way, String(size), server.url, server.grant()], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [peak] = (await once(child, 'message')) as [number];
  return peak;
}

async function measure(): Promise<void> {
  const [way, size = '', url = '', token = ''] = process.argv.slice(2);
  const provider = openProvider('gopro', { ...waiting, baseUrl: new URL(url), fetch });
  if (way === 'whole') {
    const answer = await fetch(await provider.locate(token, `m${size}`));
    await nowhere.putObject({
      ...target,
      Body: new Uint8Array(await answer.arrayBuffer()),
      ChecksumSHA256: '',
    });
  } else {
    const in2Hours = new Date(Date.now() + 7_200_000).toISOString();
    const api = new FakeSecrets({
      token: { access_token: token, issued_at: new Date().toISOString(), expires_at: in2Hours },
    });
    await downloader({
      provider,
      withToken: accessTokens('token', { api, redaction: new Redaction(), now: waiting.now }),
      tracker: openTracker('tracker', new FakeTable('tracker'), waiting),
      s3: nowhere,
      bucket: 'archive',
      keyPrefix: 'media/',
      partSize: 8 * mebibyte,
      partsInFlight: 3,
      fetch,
      waiting,
      patience: 30_000,
    })({
      execution: 'bench',
      item: { mediaId: `m${size}`, filename: 'm.MP4', size: Number(size) * mebibyte, capturedAt: null },
      deadline: Number.POSITIVE_INFINITY,
      leaseUntil: Number.POSITIVE_INFINITY,
    });
  }
  process.send?.(Math.round(process.resourceUsage().maxRSS / 1024));
  process.disconnect();
}
