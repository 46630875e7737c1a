import { allOf, each, expectStatus, failed, notEnforceable, passed, describe } from '../check.ts';
import type { Check, Verdict } from '../check.ts';
import { forge } from '../forgeries.ts';
import type { Forgeries } from '../forgeries.ts';
import type { Probe } from '../probe.ts';
import { splitRoute } from '../profile.ts';
import type { ApiProfile } from '../profile.ts';
import { lagNote, settle } from '../settle.ts';
import type { SmokeTarget } from '../target.ts';
import type { TokenChange } from '../tokens.ts';
import { authorization } from './api-request.ts';

const valid = 'jwt/valid';

/** Who may use the protected route, and who may not. */
export function jwt(target: SmokeTarget, api: ApiProfile): readonly Check[] {
  const { method, path } = splitRoute(api.protected);
  const ask = (probe: Probe, headers: Readonly<Record<string, string>>) =>
    probe.send({ method, url: `${api.url}${path}`, headers });
  const common = { group: 'jwt', severity: 'critical', pairedWith: valid, want: '401' } as const;
  const forgeries = target.fixture(async (probe) => {
    const { authorization: bearer } = await authorization(target, probe);
    const keys = (await target.tokens?.publicKeys(probe)) ?? [];
    return forge(bearer.slice('Bearer '.length), keys);
  });

  const headerCheck = (name: string, hint: string, values: readonly (string | null)[]): Check => ({
    ...common,
    id: `jwt/${name}`,
    hint: `usually: ${hint}`,
    run: (probe) =>
      each(
        probe,
        values,
        () => 'the header',
        async (value, probe) =>
          expectStatus(await ask(probe, value === null ? {} : { authorization: value }), 401),
      ),
  });
  const forged = (name: string, kind: keyof Forgeries, hint: string): Check => ({
    ...common,
    id: `jwt/${name}`,
    hint: `usually: ${hint}`,
    run: async (probe): Promise<Verdict> => {
      const tokens = (await forgeries(probe))[kind];
      if (tokens.length === 0) return notEnforceable('the issuer publishes no RSA key to misuse');
      return each(
        probe,
        tokens.map((token, index) => ({ token, index })),
        ({ index }) => `form ${index + 1} of ${tokens.length}`,
        async ({ token }, probe) => expectStatus(await ask(probe, { authorization: `Bearer ${token}` }), 401),
      );
    },
  });
  const claim = (
    name: string,
    change: (now: number) => TokenChange,
    hint: string,
    wanted: 401 | 403 = 401,
  ): Check => ({
    ...common,
    id: `jwt/${name}`,
    want: String(wanted),
    hint: `usually: ${hint}`,
    run: async (probe) => {
      const sign = target.tokens?.sign ?? null;
      if (sign === null) return notEnforceable(noTrustedKey(target));
      const token = await sign(change(Math.floor(target.clock.now() / 1000)));
      return expectStatus(await ask(probe, { authorization: `Bearer ${token}` }), wanted);
    },
  });

  return [
    {
      ...common,
      id: valid,
      pairedWith: null,
      want: '2xx to a valid token',
      hint: `usually: the authorizer cannot fetch the issuer's keys, or audience and issuer differ`,
      run: async (probe) => {
        const headers = await authorization(target, probe);
        const good = (status: number) => status >= 200 && status < 300;
        const settled = await settle(
          target,
          () => ask(probe, headers),
          (seen) => good(seen.status),
        );
        return good(settled.value.status) ? passed(lagNote(settled)) : failed(describe(settled.value));
      },
    },
    {
      ...common,
      id: 'jwt/open-routes',
      pairedWith: null,
      severity: 'major',
      want: Object.entries(api.open)
        .map(([open, status]) => `${open} → ${status}`)
        .join(', '),
      hint: 'usually: the authorizer was put on every method',
      run: (probe) =>
        each(
          probe,
          Object.entries(api.open),
          ([open]) => open,
          async ([open, status], probe) => {
            const route = splitRoute(open);
            const body = route.method === 'GET' || route.method === 'HEAD' ? {} : { body: Buffer.from('{}') };
            const headers = { 'content-type': 'application/json' };
            const url = `${api.url}${route.path}`;
            const settled = await settle(
              target,
              () => probe.send({ method: route.method, url, headers, ...body }),
              (seen) => seen.status === status,
            );
            return allOf([expectStatus(settled.value, status), passed(lagNote(settled))]);
          },
        ),
    },
    headerCheck('no-token', 'the method has no authorizer', [null]),
    headerCheck('empty-token', 'an empty token is taken for a guest', ['', 'Bearer', 'Bearer ']),
    headerCheck('malformed-token', 'a parse error is let through', [
      'Bearer smoke',
      'Bearer a.b.c',
      'Bearer ..',
    ]),
    {
      ...common,
      id: 'jwt/basic-scheme',
      hint: 'usually: the authorizer cuts off the first word without reading it',
      run: async (probe) => {
        const token = (await authorization(target, probe)).authorization.slice('Bearer '.length);
        const credentials = Buffer.from('smoke:smoke').toString('base64');
        return each(
          probe,
          [`Basic ${credentials}`, `Basic ${token}`],
          () => 'the scheme Basic',
          async (value, probe) => expectStatus(await ask(probe, { authorization: value }), 401),
        );
      },
    },
    forged(
      'alg-none',
      'algNone',
      'the algorithm is taken from the token, or compared with one spelling only',
    ),
    forged('null-signature', 'nullSignature', 'an empty signature skips the verification'),
    forged('blank-hmac-key', 'blankHmacKey', 'HS256 is allowed and the key may be empty'),
    forged(
      'hs256-public-key',
      'hmacWithPublicKey',
      'the algorithm is taken from the token, so the public key becomes a password',
    ),
    forged('tampered-payload', 'tamperedPayload', 'the token is decoded and not verified'),
    forged('unknown-kid', 'unknownKid', 'the token is decoded and not verified'),
    forged('missing-kid', 'missingKid', 'without a key id any key is taken'),
    forged('kid-dev-null', 'kidDevNull', 'the key id is opened as a file'),
    forged('kid-traversal', 'kidTraversal', 'the key id is opened as a file'),
    forged('kid-sql', 'kidSql', 'the key id goes into a query'),
    forged('injected-jwk', 'injectedJwk', 'the key in the header of the token is trusted'),
    forged('injected-jku', 'injectedJku', 'the key set that the token names is fetched and trusted'),
    claim(
      'trusted-unknown-kid',
      () => ({ header: { kid: 'slipway-smoke-unknown' } }),
      'the key is not chosen by its id',
    ),
    claim('trusted-missing-kid', () => ({ header: { kid: undefined } }), 'the key is not chosen by its id'),
    claim(
      'expired',
      (now) => ({ claims: { iat: now - 7200, nbf: now - 7200, exp: now - 3600 } }),
      'exp is not checked',
    ),
    claim('future-nbf', (now) => ({ claims: { nbf: now + 3600, exp: now + 7200 } }), 'nbf is not checked'),
    claim(
      'future-iat',
      (now) => ({ claims: { iat: now + 3600, exp: now + 7200 } }),
      'iat is not checked; most libraries leave it out',
    ),
    claim(
      'wrong-issuer',
      () => ({ claims: { iss: 'https://issuer.slipway.invalid' } }),
      'iss is not checked',
    ),
    claim(
      'wrong-audience',
      () => ({ claims: { aud: 'slipway-smoke-other', client_id: 'slipway-smoke-other' } }),
      'neither aud nor client_id is checked',
    ),
    claim(
      'wrong-token-use',
      () => ({ claims: { token_use: 'id' } }),
      'an identity token passes for an access token',
    ),
    claim(
      'missing-scope',
      () => ({ claims: { scope: 'slipway-smoke/none' } }),
      'scopes are not checked',
      403,
    ),
  ];
}

function noTrustedKey(target: SmokeTarget): string {
  return `a wrong claim means something only under a trusted signature, and ${target.environment} trusts no test issuer`;
}
