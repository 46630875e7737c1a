import type { CloudFrontApi } from '../aws/apis.ts';
import { SlipwayError, UserError } from '../errors/slipway-error.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import { sha256 } from '../runtime/sha256.ts';
import { collapsePaths } from './invalidation-paths.ts';
import { errorName } from './s3-errors.ts';

export interface InvalidateOptions {
  readonly distributionId: string;
  /** As the viewers' requests name them, starting with `/`; see `pathsOf`. */
  readonly paths: readonly string[];
  /** See `callerReference`. */
  readonly callerReference: string;
  readonly api: CloudFrontApi;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Milliseconds until it must be completed; 10 minutes unless given. */
  readonly deadline?: number;
}

export type InvalidationResult =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'completed';
      readonly id: string;
      /** As sent: folders with a wildcard where there were too many. */
      readonly paths: readonly string[];
      /** Milliseconds from the first call until CloudFront said `Completed`. */
      readonly took: number;
    };

/**
 * Names one invalidation so that asking twice makes one: CloudFront gives back the first where reference and paths are
 * the same, and refuses the same reference with other paths (API Reference, InvalidationBatch). `attempt` must be
 * another for each deployment, since a release can come back.
 */
export function callerReference(options: {
  readonly release: string;
  readonly attempt: string;
  readonly paths: readonly string[];
}): string {
  const paths = sha256(collapsePaths(options.paths).join('\n')).slice(0, 12);
  return `slipway-${options.release.slice(0, 16)}-${options.attempt}-${paths}`;
}

/**
 * Invalidates paths of a distribution and waits until it is done. Without paths nothing is called. Where CloudFront
 * throttles, is unavailable or has too many invalidations in progress, it is asked again until the deadline.
 *
 * @throws UserError `DISTRIBUTION_MISSING`, `DISTRIBUTION_DENIED`
 * @throws SlipwayError `INVALIDATION_TIMEOUT`: not completed within the deadline
 * @throws SlipwayError `INVALIDATION_REFUSED`: anything else that CloudFront says
 */
export async function invalidate(options: InvalidateOptions): Promise<InvalidationResult> {
  const { distributionId, api, clock } = options;
  const paths = collapsePaths(options.paths);
  if (paths.length === 0) return { kind: 'none' };
  const start = clock.now();
  const patience: Patience = { ...options, until: start + (options.deadline ?? 600_000) };

  const created = await persist(patience, () =>
    api.createInvalidation({
      DistributionId: distributionId,
      InvalidationBatch: {
        CallerReference: options.callerReference,
        Paths: { Quantity: paths.length, Items: [...paths] },
      },
    }),
  );
  const id = created.Invalidation?.Id ?? '';
  let status = created.Invalidation?.Status;
  for (let pause = 1000; status !== 'Completed'; pause = Math.min(pause * 1.5, 10_000)) {
    if (clock.now() + pause > patience.until)
      throw timeout(patience, `invalidation ${id} is ${status ?? 'unknown'}`);
    await clock.sleep(pause);
    const asked = await persist(patience, () =>
      api.getInvalidation({ DistributionId: distributionId, Id: id }),
    );
    status = asked.Invalidation?.Status;
  }
  return { kind: 'completed', id, paths, took: clock.now() - start };
}

interface Patience {
  readonly distributionId: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** Says no for now. The SDK retries the first ones itself; too many in progress it takes for a mistake. */
const PASSING = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'InternalError',
  'TooManyInvalidationsInProgress',
  'TimeoutError',
]);

async function persist<Output>(patience: Patience, call: () => Promise<Output>): Promise<Output> {
  const { clock, logger, distributionId } = patience;
  for (let pause = 1000; ; pause = Math.min(pause * 2, 20_000)) {
    try {
      return await call();
    } catch (error) {
      if (!PASSING.has(errorName(error)) && !isServerError(error)) throw refused(error, distributionId);
      if (clock.now() + pause > patience.until) throw timeout(patience, errorName(error), error);
      logger.debug(`CloudFront says ${errorName(error)}; asking again in ${pause / 1000} s`);
      await clock.sleep(pause);
    }
  }
}

function isServerError(error: unknown): boolean {
  const metadata = error instanceof Error && '$metadata' in error ? error.$metadata : null;
  const status =
    metadata !== null && typeof metadata === 'object' && 'httpStatusCode' in metadata
      ? metadata.httpStatusCode
      : 0;
  return typeof status === 'number' && status >= 500;
}

function timeout({ distributionId }: Patience, state: string, cause?: unknown): SlipwayError {
  return new SlipwayError(
    'INVALIDATION_TIMEOUT',
    `distribution ${distributionId} did not forget the changed paths in time: ${state}`,
    'slipway',
    { cause, next: 'run it again: the site is published, and what is still owed is noted beside it' },
  );
}

function refused(error: unknown, distributionId: string): SlipwayError {
  switch (errorName(error)) {
    case 'NoSuchDistribution':
      return new UserError(
        'DISTRIBUTION_MISSING',
        `distribution ${distributionId} does not exist in this account`,
        {
          cause: error,
          next: 'check site.distribution in system.yml',
        },
      );
    case 'AccessDenied':
      return new UserError(
        'DISTRIBUTION_DENIED',
        `the role may not invalidate distribution ${distributionId}`,
        {
          cause: error,
          next: 'allow cloudfront:CreateInvalidation and cloudfront:GetInvalidation on it',
        },
      );
    default:
      return new SlipwayError(
        'INVALIDATION_REFUSED',
        `CloudFront refused the invalidation of ${distributionId}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
        'slipway',
        { cause: error },
      );
  }
}
