import { randomUUID } from 'node:crypto';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { S3Client } from '@aws-sdk/client-s3';
import type { AwsCredentials } from '../../../src/aws/apis.ts';
import { corsHeaders } from './cors.ts';
import { judge } from './guard.ts';
import type { Guard } from './guard.ts';
import type { Limits } from './limits.ts';
import type { Mistake } from './mistakes.ts';
import type { FakeRequest, FakeResponse } from './server.ts';

export interface ApiOptions {
  readonly bucket: string;
  readonly region: string;
  readonly origin: string;
  readonly credentials: AwsCredentials;
  readonly guard: Guard;
  readonly limits: Limits;
  readonly broken: ReadonlySet<Mistake>;
}

const routes: Readonly<Record<string, readonly string[]>> = {
  '/v1/health': ['GET'],
  '/v1/auth/login': ['POST'],
  '/v1/photos': ['GET'],
  '/v1/photos/uploads': ['POST'],
  '/v1/detections': ['POST'],
};
const open = new Set(['/v1/health', '/v1/auth/login']);

/** The photo API behind its gateway and authorizer. */
export async function answerApi(request: FakeRequest, options: ApiOptions): Promise<FakeResponse> {
  const { broken, origin } = options;
  const response = await respond(request, options);
  // The gateway's own errors carry the primary origin whoever asks; a Lambda chooses from its list.
  const gateway = response.status >= 400 && response.status !== 501;
  const from = request.headers['origin'];
  const cors =
    gateway && !broken.has('cors-reflects')
      ? corsHeaders(origin, origin, broken)
      : corsHeaders(from, origin, broken);
  const missing = response.status >= 400 && broken.has('cors-not-on-errors');
  return {
    ...response,
    headers: { 'content-type': 'application/json', ...(missing ? {} : cors), ...response.headers },
  };
}

async function respond(request: FakeRequest, options: ApiOptions): Promise<FakeResponse> {
  const { broken, guard } = options;
  if (broken.has('api-is-dead')) return message(403);
  const methods = routes[request.path];
  if (methods === undefined) {
    return broken.has('api-unknown-route-is-a-page')
      ? { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html>' }
      : message(404);
  }
  if (request.method === 'OPTIONS') {
    if (broken.has('api-preflight-needs-token')) return message(401);
    return {
      status: 204,
      headers: {
        'access-control-allow-methods': ['OPTIONS', ...methods].join(','),
        'access-control-allow-headers': 'Authorization,Content-Type',
      },
    };
  }
  if (!methods.includes(request.method)) return message(404);
  const caller = judge(request.headers['authorization'], guard);
  if (!open.has(request.path) && caller.status !== 200) return message(caller.status);
  if (request.path === '/v1/detections') {
    return message(options.limits.takes(caller.subject, request.headers['authorization'] ?? '') ? 202 : 429);
  }
  switch (request.path) {
    case '/v1/health':
      return broken.has('api-guards-open-routes') ? message(401) : message(200);
    case '/v1/auth/login':
      return message(501);
    case '/v1/photos':
      return { status: 200, body: JSON.stringify({ photos: [] }) };
    default:
      return { status: 200, body: JSON.stringify(await uploadForm(request, caller.subject, options)) };
  }
}

async function uploadForm(request: FakeRequest, subject: string, options: ApiOptions): Promise<unknown> {
  const { contentType, size } = JSON.parse(request.body.toString()) as { contentType: string; size: number };
  const { broken, region } = options;
  const host = broken.has('api-form-of-global-endpoint') ? 's3.amazonaws.com' : `s3.${region}.amazonaws.com`;
  const client = new S3Client({ region, credentials: options.credentials, endpoint: `https://${host}` });
  const id = randomUUID();
  const form = await createPresignedPost(client, {
    Bucket: options.bucket,
    Key: `photos/${subject}/${id}.png`,
    Fields: { 'Content-Type': contentType, success_action_status: '201' },
    Conditions: broken.has('api-form-without-size') ? [] : [['content-length-range', size, size]],
  });
  return { id, url: form.url, fields: form.fields };
}

function message(status: number): FakeResponse {
  return { status, body: JSON.stringify({ message: String(status) }) };
}
