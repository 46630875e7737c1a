import type { CloudFrontRequestEvent, CloudFrontRequestResult, CloudFrontResultResponse } from 'aws-lambda';
import { log } from '../shared-http/log.ts';
import { userAndPasswordOf, type Judge } from './credential.ts';
import type { CredentialSource } from './credential-source.ts';
import { destination, noRoute } from './rewrite.ts';

export interface ViewerRequestParts {
  readonly credential: CredentialSource;
  readonly judge: Judge;
}

/**
 * Answers a viewer-request event: who has the credential gets what the rewrite makes of the address, everybody else 401. When
 * the credential can't be had or anything else fails, nobody is let in: 503, which says that it is not the visitor's fault
 * (CloudFront Developer Guide, "Lambda@Edge event structure").
 */
export function viewerRequest({
  credential,
  judge,
}: ViewerRequestParts): (
  event: CloudFrontRequestEvent,
  context: { readonly functionName: string },
) => Promise<CloudFrontRequestResult> {
  return async (event, { functionName }) => {
    const request = event.Records[0]?.cf.request;
    if (request === undefined) throw new Error('the event holds no request');
    const { authorization = [], ...others } = request.headers;
    try {
      const expected = await credential(functionName);
      if (expected === null) return unavailable();
      const given = userAndPasswordOf(authorization.map(({ value }) => value));
      if (given === null || !(await judge(given, expected))) return unauthorized();
    } catch (error) {
      log('error', 'basic authentication failed', { error: error instanceof Error ? error.name : 'unknown' });
      return unavailable();
    }
    const uri = destination(request.uri);
    if (uri === null) return answer('404', 'Not Found', noRoute, 'application/json');
    // The origin has no use for the credential.
    return { ...request, uri, headers: others };
  };
}

function unauthorized(): CloudFrontResultResponse {
  return answer('401', 'Unauthorized', 'Unauthorized\n', 'text/plain', {
    'WWW-Authenticate': 'Basic realm="preview", charset="UTF-8"',
  });
}

function unavailable(): CloudFrontResultResponse {
  return answer('503', 'Service Unavailable', 'Unavailable\n', 'text/plain', { 'Retry-After': '10' });
}

/** An answer of our own; the response headers policy is the distribution's and may not reach it. */
function answer(
  status: string,
  statusDescription: string,
  body: string,
  type: string,
  more: Readonly<Record<string, string>> = {},
): CloudFrontResultResponse {
  const headers = {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    ...more,
  };
  return {
    status,
    statusDescription,
    headers: Object.fromEntries(
      Object.entries(headers).map(([key, value]) => [key.toLowerCase(), [{ key, value }]]),
    ),
    body,
  };
}
