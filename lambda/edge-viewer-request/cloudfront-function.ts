import { destination, noRoute } from './rewrite.ts';

/** CloudFront Developer Guide, "CloudFront Functions event structure". */
export interface FunctionRequest {
  uri: string;
}

export interface FunctionAnswer {
  readonly statusCode: number;
  readonly statusDescription: string;
  readonly headers: Readonly<Record<string, { readonly value: string }>>;
  readonly body: { readonly encoding: 'text'; readonly data: string };
}

/**
 * The CloudFront Function of sites without basic authentication. Its text stands in `templates/modules/site-edge.yml`, where
 * `node scripts/edge/generate.ts` puts it; a test says when it is out of date.
 */
export function handler(event: { readonly request: FunctionRequest }): FunctionRequest | FunctionAnswer {
  const request = event.request;
  const uri = destination(request.uri);
  if (uri === null) {
    return {
      statusCode: 404,
      statusDescription: 'Not Found',
      headers: { 'content-type': { value: 'application/json' }, 'cache-control': { value: 'no-store' } },
      body: { encoding: 'text', data: noRoute },
    };
  }
  request.uri = uri;
  return request;
}
