import type { Clock } from '../../../src/runtime/clock.ts';
import type { Directory, Distribution } from '../directory.ts';
import type { Emulators } from '../emulators.ts';
import { headerOf, textResponse, withHeaders, type FrontRequest, type FrontResponse } from '../message.ts';
import { cacheKeyOf, createEdgeCache } from './cache.ts';
import { compress, encodingFor } from './compression.ts';
import { behaviorFor, configReader, type Behavior, type DistributionConfig } from './distribution-config.ts';
import { runLambdaAtEdge, targetAfterFunction } from './edge-functions.ts';
import { defaultErrorSeconds, secondsFresh } from './freshness.ts';
import { createInvalidations, type Invalidations } from './invalidations.ts';
import { missingObject } from './missing-object.ts';

/** CloudFront's edge: cache, compression and Lambda@Edge in front of what the emulator serves. */
export interface Edge {
  readonly invalidations: Invalidations;
  answer(label: string, request: FrontRequest): Promise<FrontResponse>;
}

export interface EdgeParts {
  readonly emulators: Emulators;
  readonly directory: Directory;
  readonly clock: Clock;
}

export function createEdge({ emulators, directory, clock }: EdgeParts): Edge {
  const cache = createEdgeCache();
  const invalidations = createInvalidations(cache, clock);
  const configOf = configReader(emulators, () => clock.now());
  const codes = new Map<string, { readonly until: number; readonly code: Promise<string> }>();

  /** The emulator knows a distribution by its own name only. */
  async function send(found: Distribution, request: FrontRequest): Promise<FrontResponse> {
    const answer = await emulators.send(found.account, { ...request, host: found.domain });
    const location = headerOf(answer, 'location')?.replace(`://${found.domain}`, `://${request.host}`);
    return location === undefined
      ? answer
      : { ...answer, headers: withHeaders(answer.headers, { location }) };
  }

  function codeOf(account: string, arn: string): Promise<string> {
    const kept = codes.get(arn);
    if (kept !== undefined && kept.until > clock.now()) return kept.code;
    const name = arn.split('/').at(-1) ?? '';
    const code = emulators
      .asRoot(account, {
        service: 'cloudfront',
        region: 'us-east-1',
        method: 'GET',
        target: `/2020-05-31/function/${name}?Stage=LIVE`,
      })
      .then(({ body }) => body.toString());
    codes.set(arn, { until: clock.now() + 1000, code });
    return code;
  }

  /** The target under which the answer is kept; `undefined` when it isn't kept. */
  async function keyTarget(
    found: Distribution,
    behavior: Behavior,
    request: FrontRequest,
  ): Promise<string | undefined> {
    if (behavior.viewerRequestFunction === undefined) return request.target;
    const code = await codeOf(found.account, behavior.viewerRequestFunction);
    return targetAfterFunction(code, request, found.id);
  }

  /** What the emulator serves, with the 404 that S3 would give it. */
  async function fromOrigin(
    found: Distribution,
    config: DistributionConfig,
    behavior: Behavior,
    request: FrontRequest,
    target: string,
  ): Promise<FrontResponse> {
    const answer = await send(found, request);
    const path = decodeURIComponent(target.split('?')[0] ?? '/');
    const key = `${behavior.origin.path}${path === '/' ? `/${config.defaultRootObject}` : path}`.slice(1);
    const missing = await missingObject(emulators, found, behavior.origin, key, answer);
    if (missing === undefined) return answer;
    const response = {
      ...missing,
      headers: withHeaders(answer.headers, { 'content-type': 'application/xml' }),
    };
    const instead = config.errorPages.get(404);
    if (instead === undefined) return response;
    const page = await send(found, { ...request, target: instead.page });
    return page.status === 200 ? { ...page, status: instead.status } : response;
  }

  async function serve(
    found: Distribution,
    config: DistributionConfig,
    behavior: Behavior,
    request: FrontRequest,
  ): Promise<FrontResponse> {
    const { cache: policy } = behavior;
    const readable = request.method === 'GET' || request.method === 'HEAD';
    const target = readable ? await keyTarget(found, behavior, request) : undefined;
    if (target === undefined || headerOf(request, 'range') !== undefined) return send(found, request);

    const encoding = behavior.compress
      ? encodingFor(headerOf(request, 'accept-encoding'), policy)
      : undefined;
    const key = cacheKeyOf({ ...request, target }, policy, encoding);
    const hit = cache.get(found.id, key, clock.now());
    if (hit !== undefined) {
      const headers = withHeaders(hit.response.headers, {
        'x-cache': hit.response.status >= 400 ? 'Error from cloudfront' : 'Hit from cloudfront',
        age: String(hit.ageSeconds),
      });
      return notModified(request, { ...hit.response, headers }) ?? { ...hit.response, headers };
    }
    const answer = await fromOrigin(found, config, behavior, request, target);
    const errorSeconds = config.errorSeconds.get(answer.status) ?? defaultErrorSeconds;
    const seconds = secondsFresh(answer, policy.times, errorSeconds, clock.now());
    const mayCompress = encoding !== undefined && request.method === 'GET' && policy.times.maximum > 0;
    const response = mayCompress ? compress(answer, encoding) : answer;
    if (request.method === 'GET' && seconds > 0 && answer.status !== 304)
      cache.put(found.id, key, response, seconds, clock.now());
    return response;
  }

  return {
    invalidations,
    answer: async (label, request) => {
      const found = await directory.distributionOf(label);
      if (found === undefined) return textResponse(404, 'No such distribution in the local AWS.\n');
      // Redirects and refusals of plain HTTP are the emulator's, before any function.
      if (request.scheme === 'http') return send(found, request);
      const config = await configOf(found);
      const path = request.target.split('?')[0] ?? '/';
      const behavior = behaviorFor(config, path);
      if (behavior === undefined) return send(found, request);
      invalidations.settle();
      let viewed = request;
      if (behavior.viewerRequestLambda !== undefined) {
        const decided = await runLambdaAtEdge(emulators, found, behavior.viewerRequestLambda, request);
        if (decided.kind === 'response') return decided.response;
        viewed = decided.request;
      }
      return serve(found, config, behavior, viewed);
    },
  };
}

/** RFC 9110 section 13.1.2: an object in the cache whose ETag the viewer has. */
function notModified(request: FrontRequest, response: FrontResponse): FrontResponse | undefined {
  const wanted = headerOf(request, 'if-none-match');
  const etag = headerOf(response, 'etag');
  if (wanted === undefined || etag === undefined || response.status !== 200) return undefined;
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  if (wanted !== '*' && !wanted.split(',').some((tag) => bare(tag) === bare(etag))) return undefined;
  return {
    status: 304,
    headers: withHeaders(response.headers, { 'content-length': undefined, 'content-encoding': undefined }),
    body: Buffer.alloc(0),
  };
}
