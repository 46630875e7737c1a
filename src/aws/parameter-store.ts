import type { AwsCredentials, ParameterMetadata, ParameterStoreApi } from './apis.ts';
import { parseJsonAnswer, refusalCode, signJsonCall } from './signed-call.ts';

export interface ParameterStoreOptions {
  readonly region: string;
  readonly credentials: () => Promise<AwsCredentials>;
  /** Shown in CloudTrail as part of the user agent. */
  readonly userAgent: string;
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** As many names as one filter takes, and as many results as one page holds (API_DescribeParameters). */
const most = 50;
const attempts = 6;

/**
 * What SSM knows of parameters, by signed requests: DescribeParameters is all that is called of it, and tells no value.
 * Throttled requests are made again, more slowly each time. Always the real endpoint: no setting of the SDK moves it.
 */
export function parameterStore(options: ParameterStoreOptions): ParameterStoreApi {
  return {
    describeParameters: async (names) => {
      const found: ParameterMetadata[] = [];
      for (let from = 0; from < names.length; from += most) {
        const filters = [{ Key: 'Name', Option: 'Equals', Values: names.slice(from, from + most) }];
        let token: string | undefined;
        do {
          const page = await ask(options, {
            ParameterFilters: filters,
            MaxResults: most,
            ...(token === undefined ? {} : { NextToken: token }),
          });
          found.push(...((page['Parameters'] ?? []) as readonly ParameterMetadata[]));
          token = typeof page['NextToken'] === 'string' ? page['NextToken'] : undefined;
        } while (token !== undefined);
      }
      return found;
    },
  };
}

async function ask(
  options: ParameterStoreOptions,
  body: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { region, userAgent, fetch: send = fetch, sleep = pause } = options;
  for (let attempt = 1; ; attempt += 1) {
    const { url, headers, text } = await signJsonCall(
      { service: 'ssm', region, target: 'AmazonSSM.DescribeParameters', body },
      { credentials: await options.credentials(), version: '1.1' },
    );
    const answer = await send(url, {
      method: 'POST',
      headers: { ...headers, 'user-agent': userAgent },
      body: text,
      signal: AbortSignal.timeout(30_000),
    });
    const parsed = parseJsonAnswer(await answer.text());
    if (answer.ok) return parsed;
    const code = refusalCode(parsed);
    if (attempt < attempts && (answer.status >= 500 || /Throttl|TooManyRequests/.test(code))) {
      await sleep(200 * 2 ** attempt);
      continue;
    }
    const message = typeof parsed['message'] === 'string' ? parsed['message'] : `HTTP ${answer.status}`;
    throw Object.assign(new Error(message), {
      name: code,
      $metadata: { httpStatusCode: answer.status },
    });
  }
}

async function pause(milliseconds: number): Promise<void> {
  const { setTimeout } = await import('node:timers/promises');
  await setTimeout(milliseconds);
}
