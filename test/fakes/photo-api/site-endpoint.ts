import { brotliCompressSync } from 'node:zlib';
import type { Mistake } from './mistakes.ts';
import type { FakeRequest, FakeResponse } from './server.ts';

const page = `<!doctype html><html><head>
<!-- <script src="/assets/commented-out.js"></script> -->
<link rel="canonical" href="/photos"><link rel="icon" href="/assets/logo-Ab3dE5gh.svg">
<link rel="stylesheet" crossorigin href="/assets/index-Qw3rTy12.css">
<script type="module" crossorigin src="/assets/index-Zx8cV6bn.js"></script>
<script src="https://elsewhere.example/x.js"></script></head><body></body></html>`;

const files: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  '/assets/logo-Ab3dE5gh.svg': { type: 'image/svg+xml', body: '<svg/>' },
  '/assets/index-Qw3rTy12.css': { type: 'text/css; charset=utf-8', body: 'a{}' },
  '/assets/index-Zx8cV6bn.js': { type: 'text/javascript; charset=utf-8', body: 'let a = 1;\n'.repeat(200) },
};

/** The site behind its distribution. */
export function answerSite(
  request: FakeRequest,
  release: string,
  broken: ReadonlySet<Mistake>,
): FakeResponse {
  if (request.scheme === 'http' && !broken.has('site-stays-on-http')) {
    return { status: 301, headers: { location: `https://${request.host}${request.path}` } };
  }
  const response = respond(request, release, broken);
  const bare = response.status >= 400 && broken.has('site-without-headers-on-errors');
  return { ...response, headers: { ...(bare ? {} : protection(broken)), ...response.headers } };
}

function respond(request: FakeRequest, release: string, broken: ReadonlySet<Mistake>): FakeResponse {
  if (broken.has('site-is-down')) return { status: 503, body: 'down' };
  const { path } = request;
  const html = {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': broken.has('site-caches-html') ? 'max-age=3600' : 'no-cache',
    },
    body: page,
  };
  if (path === '/release.json') {
    const body = JSON.stringify({
      release: broken.has('site-serves-old-release') ? '0'.repeat(64) : release,
    });
    return {
      status: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
      body,
    };
  }
  if (path === '/' || (!path.includes('.') && !broken.has('site-without-deep-links'))) return html;
  const file = files[path];
  const lost = broken.has('site-lacks-an-asset') && path.endsWith('.css');
  if (file === undefined || lost) {
    if (broken.has('site-turns-errors-into-page')) return html;
    return {
      status: 404,
      headers: { 'content-type': 'application/xml' },
      body: '<Error><Code>NoSuchKey</Code></Error>',
    };
  }
  const asHtml = broken.has('site-serves-script-as-html') && path.endsWith('.js');
  const encode =
    (request.headers['accept-encoding'] ?? '').includes('br') && !broken.has('site-does-not-compress');
  return {
    status: 200,
    headers: {
      'content-type': asHtml ? 'text/html' : file.type,
      ...(broken.has('site-without-asset-caching')
        ? {}
        : { 'cache-control': 'public, max-age=31536000, immutable' }),
      ...(encode ? { 'content-encoding': 'br' } : {}),
    },
    body: encode ? brotliCompressSync(file.body) : file.body,
  };
}

function protection(broken: ReadonlySet<Mistake>): Record<string, string> {
  const frame = broken.has('site-without-frame-protection');
  const csp = `default-src 'self'${frame ? '' : "; frame-ancestors 'none'"}`;
  return {
    ...(broken.has('site-without-hsts') ? {} : { 'strict-transport-security': 'max-age=31536000' }),
    ...(broken.has('site-without-csp') ? {} : { 'content-security-policy': csp }),
    ...(broken.has('site-without-nosniff') ? {} : { 'x-content-type-options': 'nosniff' }),
    ...(frame ? {} : { 'x-frame-options': 'DENY' }),
    ...(broken.has('site-without-referrer-policy') ? {} : { 'referrer-policy': 'same-origin' }),
  };
}
