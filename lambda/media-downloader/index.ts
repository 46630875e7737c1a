import * as v from 'valibot';
import {
  accessTokens,
  address,
  executionName,
  mediaItemSchema,
  openProvider,
  openTelemetry,
  openTracker,
  Redaction,
  required,
  secretsClient,
  step,
  tableClient,
  waiting,
  wholeNumber,
} from '../archive-layer/index.ts';
import { downloader, failureRecorder, type DownloaderOptions } from './download.ts';
import { s3Client } from './s3-client.ts';

const schema = v.strictObject({
  execution: executionName,
  item: mediaItemSchema,
  /** As `Catch` gives it; `Cause` holds a stack and is not kept. */
  failure: v.optional(v.object({ Error: v.pipe(v.string(), v.regex(/^[\w.]{1,100}$/)) })),
});
const redaction = new Redaction();
const telemetry = openTelemetry(redaction);
/** Milliseconds: before the function's end, when to stop reading; that the next bytes may take. */
const margin = 45_000;
const patience = 30_000;

function open(): DownloaderOptions {
  const { env } = process;
  return {
    provider: openProvider(required(env, 'PROVIDER'), {
      ...waiting,
      baseUrl: address(env, 'PROVIDER_BASE_URL'),
      fetch,
    }),
    withToken: accessTokens(required(env, 'ACCESS_TOKEN_SECRET'), {
      api: secretsClient(),
      redaction,
      now: waiting.now,
    }),
    tracker: openTracker(required(env, 'TABLE'), tableClient(), waiting),
    s3: s3Client(),
    bucket: required(env, 'BUCKET'),
    keyPrefix: env['KEY_PREFIX'] ?? 'media/',
    partSize: wholeNumber(env, 'PART_SIZE_MIB', { least: 5, most: 64, otherwise: 8 }) * 1024 * 1024,
    partsInFlight: wholeNumber(env, 'PARTS_IN_FLIGHT', { least: 1, most: 8, otherwise: 3 }),
    fetch,
    waiting,
    patience,
  };
}

/**
 * The third step of the archive, for one medium: `{execution, item}` → what became of it; with `failure`, only writes that
 * down. From the environment: `PROVIDER`, `PROVIDER_BASE_URL`, `ACCESS_TOKEN_SECRET`, `TABLE`, `BUCKET`, `KEY_PREFIX`,
 * `PART_SIZE_MIB`, `PARTS_IN_FLIGHT`.
 */
export const handler = step({
  ...telemetry,
  redaction,
  schema,
  open,
  work: async ({ execution, item, failure }, context, options) => {
    telemetry.logger.appendKeys({ media_id: item.mediaId });
    telemetry.tracer.putAnnotation('media_id', item.mediaId);
    const { now } = waiting;
    const begun = now();
    const left = context.getRemainingTimeInMillis();
    const done =
      failure === undefined
        ? await downloader(options)({
            execution,
            item,
            deadline: begun + left - margin,
            leaseUntil: begun + left,
          })
        : await failureRecorder(options)({ execution, item, error: failure.Error });
    telemetry.logger.info('the medium is done with', { ...done });
    telemetry.metrics.addMetric(done.outcome === 'STORED' ? 'MediaStored' : 'MediaLeft', 'Count', 1);
    if (done.outcome === 'STORED') {
      telemetry.metrics.addMetric('BytesStored', 'Bytes', done.bytes);
      telemetry.metrics.addMetric('DownloadTime', 'Milliseconds', now() - begun);
    }
    return done;
  },
});
