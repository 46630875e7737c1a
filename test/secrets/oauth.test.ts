import { expect, test } from '@jest/globals';
import type { OAuthDefinition } from '../../src/config/system.ts';
import { addressOf, callbackPort, getConsent } from '../../src/secrets/authorize.ts';
import { redeem } from '../../src/secrets/oauth-tokens.ts';

const oauth: OAuthDefinition = {
  authorizeUrl: 'https://id.example/authorize?tenant=shop',
  tokenUrl: 'https://id.example/token',
  scope: '',
  callback: 'http://127.0.0.1:8765/callback',
  clientIdField: 'client_id',
  clientSecretField: 'client_secret',
  refreshTokenField: 'refresh_token',
};

test('the address holds the challenge of RFC 7636, appendix B, and what stood in it before', () => {
  const address = new URL(
    addressOf(oauth, {
      clientId: 'shop',
      state: 'xyz',
      verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    }),
  );
  expect(Object.fromEntries(address.searchParams)).toEqual({
    tenant: 'shop',
    response_type: 'code',
    client_id: 'shop',
    redirect_uri: 'http://127.0.0.1:8765/callback',
    state: 'xyz',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
});

test('nobody who consents is not waited for without end', async () => {
  const signal = new AbortController().signal;
  const options = {
    oauth: { ...oauth, callback: 'http://127.0.0.1:18765/callback' },
    clientId: 'shop',
    signal,
  };
  await expect(getConsent({ ...options, patience: 20, show: () => undefined })).rejects.toMatchObject({
    code: 'OAUTH_TIMEOUT',
  });
});

test.each([
  ['without an access token', 200, '{"refresh_token":"r"}', 'SECRET_UNTRIED'],
  ['that is no JSON', 200, '<html>', 'SECRET_UNTRIED'],
  ['of a wrong client', 401, '{"error":"invalid_client"}', 'SECRET_REFUSED'],
  ['that repeats what was sent as its error', 400, '{"error":"client-secret-1"}', 'SECRET_REFUSED'],
  ['of a server that is down', 503, '', 'SECRET_UNTRIED'],
])('an answer %s stores nothing and repeats nothing', async (_, status, body, code) => {
  const fields = { client_id: 'shop', client_secret: 'client-secret-1' };
  const exchange = redeem(oauth, fields, () => Promise.resolve({ status, body }), 'provider', {
    code: 'code-1',
    verifier: 'v',
    redirectUri: oauth.callback,
  });
  await expect(exchange).rejects.toMatchObject({ code });
  await expect(exchange).rejects.not.toThrow(/client-secret-1|code-1/);
});

test.each([
  ['http://127.0.0.1:8765/callback', 8765],
  // an address that names the port of its protocol loses it where it is read
  ['http://127.0.0.1:80/callback', 80],
])('the browser comes back to %s at the port %i', (callback, port) => {
  expect(callbackPort(callback)).toBe(port);
});

test('nobody is waited for after an interruption', async () => {
  const consent = getConsent({
    oauth,
    clientId: 'shop',
    patience: 60_000,
    signal: AbortSignal.abort(),
    show: () => {
      throw new Error('an address was shown');
    },
  });
  await expect(consent).rejects.toMatchObject({ name: 'AbortError' });
});
