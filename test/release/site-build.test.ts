import { expect, test } from '@jest/globals';
import { cacheControlOf, contentTypeOf, isHashed } from '../../src/release/site-build.ts';

test.each([
  ['assets/index-DkXn3b2A.js', true],
  ['assets/index-C_9-xYzQ.css', true],
  ['app/assets/logo-BqGh2_Kl.svg', true],
  ['assets/main.4be1c02d77a9f310.js', true],
  ['assets/index-DkXn3b2A.js.map', true],
  ['index-DkXn3b2A.js', false],
  ['assets/service-precomposed.png', false],
  ['assets/icon-Download.svg', false],
  ['assets/photo-20240101.jpg', false],
  ['assets/photo.jpg', false],
  ['assets/page-DkXn3b2A.html', false],
])('%s holds a hash of its contents: %s', (path, hashed) => {
  expect(isHashed(path)).toBe(hashed);
});

test.each([
  ['index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['robots.txt', 'text/plain; charset=utf-8', 'public, max-age=300, must-revalidate'],
  ['site.webmanifest', 'application/manifest+json; charset=utf-8', 'public, max-age=300, must-revalidate'],
  ['assets/font-DkXn3b2A.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ['photo.jpg', 'image/jpeg', 'public, max-age=300, must-revalidate'],
  ['data.unknown-type', 'application/octet-stream', 'public, max-age=300, must-revalidate'],
])('%s is sent as %s, %s', (path, contentType, cacheControl) => {
  expect([contentTypeOf(path), cacheControlOf(path)]).toEqual([contentType, cacheControl]);
});
