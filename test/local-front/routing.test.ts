import { describe, expect, test } from '@jest/globals';
import { clickAddress, fromClick, toClick } from '../../local/front/click.ts';
import { headerOf, type FrontRequest, type HeaderPairs } from '../../local/front/message.ts';
import { credentialOf, placeOf, regionOf, serviceOf, standsFor } from '../../local/front/place.ts';

function asking(host: string, target = '/', headers: HeaderPairs = []): FrontRequest {
  return { method: 'GET', scheme: 'https', host, target, headers, body: Buffer.alloc(0) };
}

const signature: HeaderPairs = [
  [
    'Authorization',
    'AWS4-HMAC-SHA256 Credential=ASIA1/20261121/eu-west-1/cloudformation/aws4_request, SignedHeaders=host, Signature=0',
  ],
];

describe('a request goes where its host says', () => {
  test.each([
    ['d1abc.cloudfront.net', '/x', { kind: 'distribution', label: 'd1abc' }],
    ['dev.kimmyai.io', '/x', { kind: 'distribution', label: 'dev.kimmyai.io' }],
    ['kimmyai.io', '/', { kind: 'distribution', label: 'kimmyai.io' }],
    [
      '1a2b3c4d.execute-api.eu-west-1.amazonaws.com',
      '/dev/photos',
      { kind: 'api', apiId: '1a2b3c4d', region: 'eu-west-1' },
    ],
    ['photos.s3.eu-west-1.amazonaws.com', '/a', { kind: 'bucket', bucket: 'photos' }],
    ['photos.with.dots.s3.amazonaws.com', '/a', { kind: 'bucket', bucket: 'photos.with.dots' }],
    ['s3.eu-west-1.amazonaws.com', '/photos/a', { kind: 'bucket', bucket: 'photos' }],
    ['secretsmanager.eu-west-1.amazonaws.com', '/', { kind: 'service' }],
    [
      'login.dev.companycam.com',
      '/oauth2/token',
      { kind: 'issuer', issuer: 'https://login.dev.companycam.com' },
    ],
    [
      'smoke-issuer.sit.specwizard.com',
      '/.well-known/jwks.json',
      { kind: 'issuer', issuer: 'https://smoke-issuer.sit.specwizard.com' },
    ],
    [
      'token.actions.githubusercontent.com',
      '/',
      { kind: 'issuer', issuer: 'https://token.actions.githubusercontent.com' },
    ],
    ['127.0.0.1:4566', '/_slipway/health', { kind: 'own' }],
    ['127.0.0.1:4566', '/', { kind: 'service' }],
    ['localhost:4566', '/photos/a.jpg', { kind: 'bucket', bucket: 'photos' }],
  ])('%s%s', (host, target, place) => {
    expect(placeOf(asking(host, target))).toEqual(place);
  });

  test('a signed request on the loopback address is a call to a service, whatever its path', () => {
    expect(placeOf(asking('127.0.0.1:4566', '/photos/a.jpg', signature))).toEqual({ kind: 'service' });
  });

  test.each([
    'example.com',
    'notkimmyai.io',
    'amazonaws.com.evil.org',
    'cloudfront.net',
    '10.0.0.1',
    'github.com',
  ])('%s is nobody here', (host) => {
    expect(placeOf(asking(host))).toBeUndefined();
    expect(standsFor(host)).toBe(false);
  });
});

test('key, region and service are read from header and presigned query', () => {
  const signed = asking('127.0.0.1:1', '/', signature);
  expect([credentialOf(signed), regionOf(signed), serviceOf(signed)]).toEqual([
    'ASIA1',
    'eu-west-1',
    'cloudformation',
  ]);
  const presigned = asking(
    'b.s3.eu-west-1.amazonaws.com',
    '/k?X-Amz-Credential=ASIA2%2F20261121%2Fus-east-1%2Fs3%2Faws4_request',
  );
  expect([credentialOf(presigned), regionOf(presigned)]).toEqual(['ASIA2', 'us-east-1']);
  expect(credentialOf(asking('127.0.0.1:1'))).toBeUndefined();
});

describe('click addresses', () => {
  test('a request to one is a request to the real name over HTTPS, from the real origin', () => {
    const request = fromClick(
      asking('1a2b.execute-api.eu-west-1.amazonaws.localhost:4566', '/dev', [
        ['Origin', 'http://d1.cloudfront.localhost:4566'],
        ['Accept-Encoding', 'br'],
      ]),
    );
    expect(request).toMatchObject({ host: '1a2b.execute-api.eu-west-1.amazonaws.com', scheme: 'https' });
    expect(headerOf(request ?? asking(''), 'origin')).toBe('https://d1.cloudfront.net');
    expect(headerOf(request ?? asking(''), 'accept-encoding')).toBeUndefined();
    expect(fromClick(asking('localhost:4566'))).toBeUndefined();
  });

  test('names in headers and JSON bodies become click addresses, other bodies stay as they are', () => {
    const headers: HeaderPairs = [
      ['content-type', 'application/json'],
      ['access-control-allow-origin', 'https://d1.cloudfront.net'],
      [
        'content-security-policy',
        "default-src 'self'; connect-src https://*.amazonaws.com; upgrade-insecure-requests;",
      ],
    ];
    const body = Buffer.from(
      '{"url":"https://b.s3.eu-west-1.amazonaws.com/k?x=1","other":"https://example.com"}',
    );
    const answer = toClick({ status: 200, headers, body }, ':4566');
    expect(answer.body.toString()).toBe(
      '{"url":"http://b.s3.eu-west-1.amazonaws.localhost:4566/k?x=1","other":"https://example.com"}',
    );
    expect(headerOf(answer, 'access-control-allow-origin')).toBe('http://d1.cloudfront.localhost:4566');
    expect(headerOf(answer, 'content-security-policy')).toBe(
      "default-src 'self'; connect-src http://*.amazonaws.localhost:4566;",
    );
    const page = Buffer.from('<a href="https://d1.cloudfront.net">');
    expect(toClick({ status: 200, headers: [['content-type', 'text/html']], body: page }, ':1').body).toEqual(
      page,
    );
  });

  test('an address of another site stays', () => {
    expect(clickAddress('https://d1.cloudfront.net.evil.org/', 1)).toBe(
      'https://d1.cloudfront.net.evil.org/',
    );
    expect(clickAddress('https://d1.cloudfront.net/a', 80)).toBe('http://d1.cloudfront.localhost:80/a');
  });
});
