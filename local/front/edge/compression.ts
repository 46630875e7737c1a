import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { headerOf, withHeaders, type FrontResponse } from '../message.ts';

/** Content types that CloudFront compresses: ServingCompressedFiles.html#compressed-content-cloudfront-file-types */
const compressible = new Set([
  'application/dash+xml',
  'application/eot',
  'application/font',
  'application/font-sfnt',
  'application/javascript',
  'application/json',
  'application/opentype',
  'application/otf',
  'application/pdf',
  'application/pkcs7-mime',
  'application/protobuf',
  'application/rss+xml',
  'application/truetype',
  'application/ttf',
  'application/vnd.apple.mpegurl',
  'application/vnd.mapbox-vector-tile',
  'application/vnd.ms-fontobject',
  'application/wasm',
  'application/xhtml+xml',
  'application/xml',
  'application/x-font-opentype',
  'application/x-font-truetype',
  'application/x-font-ttf',
  'application/x-httpd-cgi',
  'application/x-javascript',
  'application/x-mpegurl',
  'application/x-opentype',
  'application/x-otf',
  'application/x-perl',
  'application/x-ttf',
  'font/eot',
  'font/opentype',
  'font/otf',
  'font/ttf',
  'image/svg+xml',
  'text/css',
  'text/csv',
  'text/html',
  'text/javascript',
  'text/js',
  'text/plain',
  'text/richtext',
  'text/tab-separated-values',
  'text/xml',
  'text/x-component',
  'text/x-java-source',
  'text/x-script',
  'vnd.apple.mpegurl',
]);

export type Encoding = 'br' | 'gzip';

/** What the viewer and the cache policy agree on; Brotli goes first when both do. */
export function encodingFor(
  acceptEncoding: string | undefined,
  allowed: { readonly brotli: boolean; readonly gzip: boolean },
): Encoding | undefined {
  const accepted = new Map(
    (acceptEncoding ?? '').split(',').map((part) => {
      const [name = '', quality] = part
        .trim()
        .toLowerCase()
        .split(/;\s*q=/);
      return [name, Number(quality ?? 1)] as const;
    }),
  );
  const takes = (name: string): boolean => (accepted.get(name) ?? 0) > 0;
  if (allowed.brotli && takes('br')) return 'br';
  return allowed.gzip && takes('gzip') ? 'gzip' : undefined;
}

/** The response compressed, when CloudFront would: 1,000 to 10,000,000 bytes, 200, 403 or 404, not yet encoded. */
export function compress(response: FrontResponse, encoding: Encoding): FrontResponse {
  const type = (headerOf(response, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const { length } = response.body;
  if (![200, 403, 404].includes(response.status) || length < 1000 || length > 10_000_000) return response;
  if (!compressible.has(type) || headerOf(response, 'content-encoding') !== undefined) return response;
  const body =
    encoding === 'br'
      ? brotliCompressSync(response.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : gzipSync(response.body);
  const etag = headerOf(response, 'etag');
  return {
    ...response,
    body,
    headers: withHeaders(response.headers, {
      'content-length': String(body.length),
      'content-encoding': encoding,
      vary: headerOf(response, 'vary') ?? 'Accept-Encoding',
      // A strong ETag would claim byte equality with the uncompressed object.
      etag: etag === undefined || etag.startsWith('W/') ? etag : `W/${etag}`,
    }),
  };
}
