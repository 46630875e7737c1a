import type { Dispatcher } from 'undici';
import { UserError } from '../errors/slipway-error.ts';
import { untried } from './judge-answer.ts';

/** A request that carries a secret; it never follows a redirect, which could take the secret elsewhere. */
export interface SecretRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface SecretAnswer {
  readonly status: number;
  readonly body: string;
}

export type SendSecret = (request: SecretRequest) => Promise<SecretAnswer>;

/** Milliseconds. */
const patience = 20_000;
/** Bytes of an answer that are read; an error's page may be long. */
const mostRead = 1_048_576;

/**
 * Sends by an HTTP client.
 * @returns what throws UserError SECRET_UNTRIED where no answer came
 */
export function sendBy(http: Dispatcher, signal: AbortSignal): SendSecret {
  return async ({ method, url, headers, body }) => {
    const { origin, pathname, search } = new URL(url);
    try {
      const answer = await http.request({
        origin,
        path: `${pathname}${search}`,
        method,
        headers: { accept: 'application/json', 'user-agent': 'slipway', ...headers },
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      });
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of answer.body as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > mostRead) break;
        chunks.push(chunk);
      }
      return { status: answer.statusCode, body: Buffer.concat(chunks).toString('utf8') };
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      // the cause may hold the request, and so the secret
      const reason = cause instanceof Error ? cause.name : 'no answer';
      throw new UserError(
        'SECRET_UNTRIED',
        `${origin} could not be asked whether the value is good: ${reason}; nothing was changed`,
        {
          next: untried,
        },
      );
    }
  };
}
