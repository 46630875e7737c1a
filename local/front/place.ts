import { isIP } from 'node:net';
import { pathOf, queryOf, headerOf, type FrontRequest } from './message.ts';

/** Which part of AWS a request is for, told from its host and path alone. */
export type Place =
  | { readonly kind: 'own' }
  /** `label` is the first part of a distribution's own name, or a whole alias. */
  | { readonly kind: 'distribution'; readonly label: string }
  | { readonly kind: 'api'; readonly apiId: string; readonly region: string }
  | { readonly kind: 'bucket'; readonly bucket: string }
  | { readonly kind: 'issuer'; readonly issuer: string }
  | { readonly kind: 'service' };

const distribution = /^([a-z0-9]+)\.cloudfront\.net$/;
/** Domain names that a distribution may have as an alias here. */
const aliasHost = /^(?:[a-z0-9-]+\.)?kimmyai\.io$/;
const executeApi = /^([a-z0-9]+)\.execute-api\.([a-z0-9-]+)\.amazonaws\.com$/;
/** Virtual-hosted buckets: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html */
const virtualBucket = /^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com$/;
const pathBucket = /^s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com$/;
const service = /^[a-z0-9.-]+\.amazonaws\.com$/;

/** Hosts of token issuers that the front answers for (`issuers.ts`). */
const issuerHost =
  /^(?:token\.actions\.githubusercontent\.com|(?:login|smoke-issuer)\.[a-z0-9-]+\.(?:companycam|specwizard)\.com)$/;

/** Whether CloudFront answers for a host. */
export function isOfEdge(name: string): boolean {
  return distribution.test(name) || aliasHost.test(name);
}

/** A host without its port. */
export function hostName(host: string): string {
  if (host.startsWith('[')) return host.slice(0, host.indexOf(']') + 1);
  const colon = host.lastIndexOf(':');
  return colon === -1 ? host : host.slice(0, colon);
}

export function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || name === '::1' || /^127\.\d+\.\d+\.\d+$/.test(name);
}

/** Where a request goes; `undefined` when the host is none of those that the local AWS stands for. */
export function placeOf(request: FrontRequest): Place | undefined {
  const name = hostName(request.host);
  if (isLoopback(name)) {
    if (pathOf(request).startsWith('/_slipway/')) return { kind: 'own' };
    return isUnsignedPathStyle(request) ? bucketOfPath(request) : { kind: 'service' };
  }
  if (isIP(name) !== 0) return undefined;
  const label = distribution.exec(name)?.[1];
  if (label !== undefined) return { kind: 'distribution', label };
  if (aliasHost.test(name)) return { kind: 'distribution', label: name };
  const [, apiId, region] = executeApi.exec(name) ?? [];
  if (apiId !== undefined && region !== undefined) return { kind: 'api', apiId, region };
  if (issuerHost.test(name)) return { kind: 'issuer', issuer: `https://${name}` };
  if (pathBucket.test(name)) return bucketOfPath(request);
  const bucket = virtualBucket.exec(name)?.[1];
  if (bucket !== undefined) return { kind: 'bucket', bucket };
  return service.test(name) ? { kind: 'service' } : undefined;
}

/** Whether the front has a certificate and an answer for a host; anything else is refused, nothing leaves the machine. */
export function standsFor(name: string): boolean {
  return (
    placeOf({
      method: 'GET',
      scheme: 'https',
      host: name,
      target: '/',
      headers: [],
      body: Buffer.alloc(0),
    }) !== undefined
  );
}

function bucketOfPath(request: FrontRequest): Place {
  const bucket = pathOf(request).split('/')[1];
  return bucket ? { kind: 'bucket', bucket: decodeURIComponent(bucket) } : { kind: 'service' };
}

/** On the loopback address a request without credentials is S3 by path, unless it is a call to an API (a form or JSON). */
function isUnsignedPathStyle(request: FrontRequest): boolean {
  if (credentialOf(request) !== undefined) return false;
  if (pathOf(request) === '/') return false;
  return headerOf(request, 'x-amz-target') === undefined;
}

/** The access key id that signed a request: in the Authorization header or in a presigned query. */
export function credentialOf(request: FrontRequest): string | undefined {
  const authorization = headerOf(request, 'authorization') ?? '';
  const signed = /Credential=([^/,\s]+)\//.exec(authorization)?.[1];
  if (signed !== undefined) return signed;
  const query = request.target.includes('?') ? queryOf(request) : undefined;
  return query?.get('X-Amz-Credential')?.split('/')[0] ?? query?.get('AWSAccessKeyId') ?? undefined;
}

/** The region in the credential scope of a signed request. */
export function regionOf(request: FrontRequest): string | undefined {
  const authorization = headerOf(request, 'authorization') ?? '';
  const region = /Credential=[^/,\s]+\/\d{8}\/([a-z0-9-]+)\//.exec(authorization)?.[1];
  return region ?? queryOf(request).get('X-Amz-Credential')?.split('/')[2];
}

/** The service in the credential scope of a signed request: `cloudformation`, `s3`. */
export function serviceOf(request: FrontRequest): string | undefined {
  const authorization = headerOf(request, 'authorization') ?? '';
  return /Credential=[^/,\s]+\/\d{8}\/[a-z0-9-]+\/([a-z0-9-]+)\//.exec(authorization)?.[1];
}
