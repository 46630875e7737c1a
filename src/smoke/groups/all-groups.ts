import type { Check } from '../check.ts';
import type { SmokeGroup } from '../report.ts';
import type { SmokeTarget } from '../target.ts';
import { basicAuth } from './basic-auth.ts';
import { bucketGroup } from './bucket.ts';
import { cacheConnectivity } from './cache-connectivity.ts';
import { cdn } from './cdn.ts';
import { corsApi } from './cors-api.ts';
import { corsBucket } from './cors-bucket.ts';
import { formsOfApi, formsOfApplication } from './forms.ts';
import { headers } from './headers.ts';
import { letIn } from './let-in.ts';
import { jwt } from './jwt.ts';
import { presignedPost } from './presigned-post.ts';
import { presignedPut } from './presigned-put.ts';
import { rateLimit } from './rate-limit.ts';
import { serviceLevel } from './service-level.ts';
import { site } from './site.ts';
import { stateMachine } from './state-machine.ts';
import { tls } from './tls.ts';
import { websocket } from './websocket.ts';

export interface GroupOfChecks {
  readonly group: SmokeGroup;
  readonly checks: readonly Check[];
}

/** The checks that a profile asks for: a group for each section that it fills in. */
export function groupsOf(target: SmokeTarget, region: string): readonly GroupOfChecks[] {
  const { api, bucket, site: web, cache, stateMachine: machine, cdn: edge, socket } = target.profile;
  const groups: GroupOfChecks[] = [];
  const add = (group: SmokeGroup, checks: readonly Check[]) => groups.push({ group, checks });

  if (api) add('jwt', jwt(target, api));
  if (api?.cors) add('cors-api', corsApi(target, api, api.cors));
  if (bucket) add('presigned-put', presignedPut(target, bucket, region));
  if (api?.upload && bucket) {
    add('presigned-post', presignedPost(target, formsOfApi(target, api, api.upload, bucket), bucket, region));
  } else if (bucket?.form) {
    add(
      'presigned-post',
      presignedPost(target, formsOfApplication(target, bucket.form, bucket), bucket, region),
    );
  }
  if (bucket) add('bucket', bucketGroup(target, bucket, region));
  if (bucket?.cors) add('cors-bucket', corsBucket(target, bucket, bucket.cors, region));
  if (web) {
    const visitor = letIn(target, web);
    add('site', visitor.checks(site(visitor.target, web, api)));
    add('headers', visitor.checks(headers(visitor.target, web)));
    const asks: readonly string[] = web.basicAuth?.environments ?? [];
    if (asks.includes(target.environment)) add('basic-auth', basicAuth(target, web));
  }
  const isOn = edge !== undefined && edge.url !== 'none';
  if (bucket && isOn) {
    const checks = cdn(target, edge, bucket);
    add('cdn', checks.cdn);
    add('headers', checks.headers);
  }
  const hosts = {
    ...(api ? { api: new URL(api.url).hostname } : {}),
    ...(web ? { site: new URL(web.url).hostname } : {}),
    ...(isOn ? { cdn: new URL(edge.url).hostname } : {}),
    ...(socket ? { socket: new URL(socket.url).hostname } : {}),
  };
  if (Object.keys(hosts).length > 0) add('tls', tls(target, hosts));
  if (cache && cache.connectivity !== 'none') add('cache-connectivity', cacheConnectivity(target, cache));
  if (machine) add('state-machine', stateMachine(target, machine));
  if (socket) add('websocket', websocket(target, socket));
  if (api?.rateLimit) add('rate-limit', rateLimit(target, api, api.rateLimit));
  if (bucket?.serviceLevel) add('service-level', serviceLevel(target, bucket, bucket.serviceLevel));
  return groups;
}
