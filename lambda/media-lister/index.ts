import * as v from 'valibot';
import {
  accessTokens,
  address,
  executionName,
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
import { mediaLister } from './list-media.ts';

const schema = v.strictObject({
  execution: executionName,
  cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(2000))), null),
  dryRun: v.optional(v.boolean(), false),
});
const redaction = new Redaction();
const telemetry = openTelemetry(redaction);
/** Milliseconds before the function's end at which no further page is asked for. */
const margin = 60_000;

function open(): ReturnType<typeof mediaLister> {
  const { env } = process;
  return mediaLister({
    provider: openProvider(required(env, 'PROVIDER'), {
      ...waiting,
      baseUrl: address(env, 'PROVIDER_BASE_URL'),
      fetch,
    }),
    tracker: openTracker(required(env, 'TABLE'), tableClient(), waiting),
    withToken: accessTokens(required(env, 'ACCESS_TOKEN_SECRET'), {
      api: secretsClient(),
      redaction,
      now: waiting.now,
    }),
    now: waiting.now,
    pageSize: wholeNumber(env, 'PAGE_SIZE', { least: 1, most: 100, otherwise: 100 }),
    mostItems: wholeNumber(env, 'MAX_ITEMS', { least: 1, most: 500, otherwise: 100 }),
    mostItemsPerRun: wholeNumber(env, 'MAX_ITEMS_PER_RUN', { least: 1, most: 10_000, otherwise: 1000 }),
    mostAttempts: wholeNumber(env, 'MAX_ATTEMPTS', { least: 1, most: 100, otherwise: 5 }),
    onRepeatedPage: () => {
      telemetry.logger.warn('the provider gives the same page again; the listing ends');
    },
  });
}

/**
 * The second step of the archive: `{execution, cursor?, dryRun?}` → the media to fetch, and where to go on. From the
 * environment: `PROVIDER`, `PROVIDER_BASE_URL`, `ACCESS_TOKEN_SECRET`, `TABLE`, `PAGE_SIZE`, `MAX_ITEMS`,
 * `MAX_ITEMS_PER_RUN`, `MAX_ATTEMPTS`.
 */
export const handler = step({
  ...telemetry,
  redaction,
  schema,
  open,
  work: async ({ cursor, dryRun }, context, list) => {
    const deadline = waiting.now() + context.getRemainingTimeInMillis() - margin;
    const listing = await list({ cursor, dryRun, deadline });
    const { listed, wanted, more } = listing;
    telemetry.logger.info('media are listed', { listed, wanted, more, dry_run: dryRun });
    telemetry.metrics.addMetric('MediaListed', 'Count', listed);
    telemetry.metrics.addMetric('MediaWanted', 'Count', wanted);
    return listing;
  },
});
