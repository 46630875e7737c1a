import { allOf, describe, each, failed, notEnforceable, passed } from '../check.ts';
import type { Check, Verdict } from '../check.ts';
import type { Probe, Seen } from '../probe.ts';
import { splitRoute } from '../profile.ts';
import type { ApiCorsProfile, ApiProfile, RouteMethod } from '../profile.ts';
import { lagNote, settle } from '../settle.ts';
import type { SmokeTarget } from '../target.ts';
import { authorization } from './api-request.ts';
import {
  allowsExactly,
  hostileOriginChecks,
  listOf,
  lists,
  noWildcardWithCredentials,
  originOf,
} from './cors-origins.ts';

const preflightId = 'cors-api/preflight';
const answerId = 'cors-api/allowed-origin';

/** Pages of the allowed origin may read the API's answers, errors too; no other page may. */
export function corsApi(target: SmokeTarget, api: ApiProfile, cors: ApiCorsProfile): readonly Check[] {
  const origin = originOf(cors.origin);
  const { method, path } = splitRoute(api.protected);
  const common = { group: 'cors-api', severity: 'major', pairedWith: answerId } as const;

  /** The routes that the application calls across origins. */
  const routes = [api.protected, ...(api.upload === undefined ? [] : [api.upload.route])];
  const preflight = (probe: Probe, from: string, route = splitRoute(api.protected)) =>
    probe.send({
      method: 'OPTIONS',
      url: `${api.url}${route.path}`,
      headers: {
        origin: from,
        'access-control-request-method': route.method,
        'access-control-request-headers': cors.headers.join(',').toLowerCase(),
      },
    });
  const call = async (probe: Probe, from: string) =>
    probe.send({
      method,
      url: `${api.url}${path}`,
      headers: { origin: from, ...(await authorization(target, probe)) },
    });
  const error = (
    name: string,
    want: string,
    ask: (probe: Probe) => Promise<Seen | Verdict>,
    judge: (seen: Seen) => Verdict,
  ): Check => ({
    ...common,
    id: `cors-api/on-${name}`,
    want: `${want} with Access-Control-Allow-Origin: ${origin}`,
    hint: 'usually: the gateway response of this error carries no CORS header, so the client sees no status',
    run: async (probe) => {
      const seen = await ask(probe);
      return 'outcome' in seen ? seen : allOf([judge(seen), allowsExactly(seen, origin)]);
    },
  });
  const status = (test: (value: number) => boolean) => (seen: Seen) =>
    test(seen.status) ? passed() : failed(describe(seen));
  const unknown = `${api.url}/slipway-smoke-unknown-route`;

  return [
    {
      ...common,
      id: preflightId,
      severity: 'critical',
      pairedWith: null,
      want: `2xx, ${origin}, the method, ${cors.headers.join(', ')} (${routes.join(', ')})`,
      hint: 'usually: the origin of the site is not the one the API was given, or OPTIONS has an authorizer',
      run: (probe) =>
        each(
          probe,
          routes,
          (route) => `preflight of ${route}`,
          async (route, probe) => {
            const asked = splitRoute(route);
            const settled = await settle(target, () => preflight(probe, origin, asked), is2xx);
            const seen = settled.value;
            if (!is2xx(seen)) return failed(describe(seen));
            return allOf([
              allowsExactly(seen, origin),
              lists(seen, 'access-control-allow-methods', [asked.method]),
              lists(seen, 'access-control-allow-headers', cors.headers),
              passed(lagNote(settled)),
            ]);
          },
        ),
    },
    {
      ...common,
      id: answerId,
      severity: 'critical',
      pairedWith: null,
      want: `2xx with Access-Control-Allow-Origin: ${origin}`,
      hint: 'usually: the Lambda proxy integration must set the header itself and does not',
      run: async (probe) => {
        const settled = await settle(target, () => call(probe, origin), is2xx);
        const seen = settled.value;
        if (!is2xx(seen)) return failed(describe(seen));
        return allOf([allowsExactly(seen, origin), passed(lagNote(settled))]);
      },
    },
    ...hostileOriginChecks({
      common,
      allowed: origin,
      want: 'no such header, or the allowed origin',
      hint: (mistake) => `usually: ${mistake}`,
      preflight: (probe, from) => preflight(probe, from),
      request: call,
    }),
    {
      ...common,
      id: 'cors-api/wildcard-with-credentials',
      want: 'never * together with credentials',
      hint: null,
      run: (probe) =>
        each(
          probe,
          [origin, 'https://evil.example'],
          (from) => `Origin: ${from}`,
          async (from, probe) =>
            allOf([
              noWildcardWithCredentials(await preflight(probe, from)),
              noWildcardWithCredentials(await call(probe, from)),
            ]),
        ),
    },
    error(
      '401',
      '401',
      (probe) => probe.send({ method, url: `${api.url}${path}`, headers: { origin } }),
      status((value) => value === 401),
    ),
    error(
      '403',
      '403',
      async (probe) => {
        const sign = target.tokens?.sign ?? null;
        if (sign === null) {
          return notEnforceable(
            `no token without scope can be made: ${target.environment} trusts no test issuer`,
          );
        }
        const token = await sign({ claims: { scope: 'slipway-smoke/none' } });
        const headers = { origin, authorization: `Bearer ${token}` };
        return probe.send({ method, url: `${api.url}${path}`, headers });
      },
      status((value) => value === 403),
    ),
    error(
      '404',
      '404',
      async (probe) =>
        probe.send({ url: unknown, headers: { origin, ...(await authorization(target, probe)) } }),
      status((value) => value === 404),
    ),
    error(
      '5xx',
      '5xx',
      async (probe) => {
        if (api.serverError === undefined) return notEnforceable('no route answers 5xx on purpose');
        const route = splitRoute(api.serverError);
        return probe.send({
          method: route.method,
          url: `${api.url}${route.path}`,
          headers: { origin, 'content-type': 'application/json', ...(await authorization(target, probe)) },
          ...(bodiless(route.method) ? {} : { body: Buffer.from('{}') }),
        });
      },
      status((value) => value >= 500 && value < 600),
    ),
    {
      ...common,
      id: 'cors-api/vary-origin',
      want: 'Vary: Origin',
      hint: 'usually: forgotten; a shared cache then serves the answer to one origin to another',
      run: async (probe) => {
        const vary = listOf(await call(probe, origin), 'vary');
        return vary.includes('origin') || vary.includes('*')
          ? passed()
          : failed(`Vary: ${vary.join(', ') || 'absent'}`);
      },
    },
    ...(cors.exposes.length === 0
      ? []
      : [
          {
            ...common,
            id: 'cors-api/exposed-headers',
            want: `Access-Control-Expose-Headers: ${cors.exposes.join(', ')}`,
            hint: null,
            run: async (probe: Probe) =>
              lists(await call(probe, origin), 'access-control-expose-headers', cors.exposes),
          },
        ]),
  ];
}

const is2xx = (seen: Seen) => seen.status >= 200 && seen.status < 300;

const bodiless = (method: RouteMethod) => method === 'GET' || method === 'HEAD';
