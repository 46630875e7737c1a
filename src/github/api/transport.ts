import type { getOctokit } from '@actions/github';
import type { Clock } from '../../runtime/clock.ts';
import type { Logger } from '../../runtime/logger.ts';
import { gitHubError, type Failure, type Purpose } from './github-error.ts';
import { withRetries } from './retry.ts';

export type Octokit = ReturnType<typeof getOctokit>;

export interface TransportOptions {
  readonly token: string;
  /** `https://api.github.com`, or what `GITHUB_API_URL` says. */
  readonly apiUrl: string;
  /** `owner/name`, for messages. */
  readonly repository: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Makes one call, and tells of it in plain words if it fails. */
export type Transport = <T>(purpose: Purpose, call: (octokit: Octokit) => Promise<T>) => Promise<T>;

/** No answer within this many milliseconds counts as none. */
const patience = 30_000;

/** The client; its package loads with the first call. */
export function openTransport(options: TransportOptions): Transport {
  let octokit: Promise<Octokit> | undefined;
  return async (purpose, call) => {
    octokit ??= loadOctokit(options);
    try {
      return await call(await octokit);
    } catch (error) {
      options.signal.throwIfAborted();
      const failure = failureOf(error);
      throw failure === null ? error : gitHubError(failure, purpose, options.repository);
    }
  };
}

async function loadOctokit({ token, apiUrl, clock, logger, signal }: TransportOptions): Promise<Octokit> {
  const { getOctokit: open } = await import('@actions/github');
  const debug = (line: string): void => {
    logger.debug(line);
  };
  const octokit = open(token, {
    baseUrl: apiUrl.replace(/\/+$/, ''),
    userAgent: 'slipway',
    log: { debug, info: debug, warn: debug, error: debug },
  });
  octokit.hook.wrap('request', (request, options) =>
    withRetries(
      async () => {
        // Set in place: the next hook is handed the options of the call, not those that this one hands on.
        options.request = {
          ...options.request,
          signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
        };
        return request(options);
      },
      { clock, logger, signal, failureOf },
    ),
  );
  return octokit;
}

/** Octokit says 500 where no answer came, and hands on the errors of an aborted fetch. */
function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return { status: null, message: `no answer within ${patience / 1000} s`, headers: {} };
  }
  if (error.name === 'GraphqlResponseError') return { status: 400, message: error.message, headers: {} };
  if (error.name !== 'HttpError' || !('status' in error)) return null;
  const response = 'response' in error ? (error.response as Answer | undefined) : undefined;
  return {
    status: response === undefined ? null : Number(error.status),
    message: error.message,
    headers: response?.headers ?? {},
  };
}

interface Answer {
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}
