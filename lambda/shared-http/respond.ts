import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { type CorsPolicy, corsHeaders, preflightHeaders } from './cors.ts';
import { log } from './log.ts';

/** An answer that ends a request early: its status and the sentence the client reads. */
export class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
  }
}

/** What a route returns: a status and a body that becomes JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Route = (event: APIGatewayProxyEvent) => Answer | Promise<Answer>;

/** Routes by method and resource path as API Gateway names them, e.g. `GET /photos/{id}`. */
export type Routes = Readonly<Record<string, Route>>;

/** A header by name, whatever case the client wrote it in. */
function header(event: APIGatewayProxyEvent, name: string): string | undefined {
  const wanted = name.toLowerCase();
  // Tests of the integration in API Gateway's console send `headers: null`.
  const headers = event.headers as APIGatewayProxyEvent['headers'] | null;
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** The body as a JSON object. Throws a 400 for anything else. */
export function jsonBody(event: APIGatewayProxyEvent): Record<string, unknown> {
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : event.body;
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    throw new HttpError(400, 'the body must be a JSON object');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new HttpError(400, 'the body must be a JSON object');
  }
  return value as Record<string, unknown>;
}

/**
 * Makes a handler for API Gateway's Lambda proxy integration: preflights, routing, JSON, CORS, and errors that
 * say nothing of the inside (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html).
 */
export function serve(
  routes: Routes,
  origins: () => readonly string[],
): (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult> {
  return async (event) => {
    const policy: CorsPolicy = { origins: origins(), methods: methodsOf(routes, event.resource) };
    const origin = header(event, 'Origin');
    if (event.httpMethod === 'OPTIONS') {
      return { statusCode: 204, headers: preflightHeaders(policy, origin), body: '' };
    }
    const answer = await answerOf(routes, event);
    return {
      statusCode: answer.status,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Cache-Control': 'no-store',
        ...corsHeaders(policy, origin),
      },
      body: JSON.stringify(answer.body),
    };
  };
}

async function answerOf(routes: Routes, event: APIGatewayProxyEvent): Promise<Answer> {
  const name = `${event.httpMethod} ${event.resource}`;
  const route = routes[name];
  try {
    if (route === undefined) throw new HttpError(404, 'no such route');
    return await route(event);
  } catch (error) {
    if (error instanceof HttpError) return { status: error.status, body: { message: error.message } };
    log('error', 'request failed', { route: name, error: error instanceof Error ? error.name : 'unknown' });
    return { status: 500, body: { message: 'internal error' } };
  }
}

function methodsOf(routes: Routes, resource: string): readonly string[] {
  return Object.keys(routes)
    .filter((name) => name.endsWith(` ${resource}`))
    .map((name) => name.slice(0, name.indexOf(' ')));
}
