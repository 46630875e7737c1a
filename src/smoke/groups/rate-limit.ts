import { describe, failed, FixtureError, notEnforceable, passed } from '../check.ts';
import type { Check, Verdict } from '../check.ts';
import type { Probe, Seen } from '../probe.ts';
import { splitRoute } from '../profile.ts';
import type { ApiProfile, RateLimitProfile } from '../profile.ts';
import { lagNote, settle } from '../settle.ts';
import type { SmokeTarget } from '../target.ts';

const within = 'rate-limit/within';
/** The same two in every run, so that runs don't use up keys. */
const users = { busy: 'slipway-load-busy', quiet: 'slipway-load-quiet' } as const;
const tooMany = 429;
const isGood = ({ status }: Seen): boolean => status >= 200 && status < 300;

/**
 * One user is held to the limit, and nobody else is. A user who is new shares a rate with others who are, until a key has been
 * made; so the burst is tried again for as long as a target may lag. Each try signs a new token, for a gateway may remember
 * by the token what its authorizer said.
 */
export function rateLimit(target: SmokeTarget, api: ApiProfile, limit: RateLimitProfile): readonly Check[] {
  const { method, path } = splitRoute(limit.route);
  const origin = api.cors === undefined ? null : new URL(api.cors.origin).origin;
  const sign = target.tokens?.sign ?? null;
  const request = (probe: Probe, token: string): Promise<Seen> =>
    probe.send({
      method,
      url: `${api.url}${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(origin === null ? {} : { origin }),
        ...(limit.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(limit.body === undefined ? {} : { body: Buffer.from(limit.body) }),
    });
  const tokenOf = (sub: string): Promise<string> => {
    if (sign === null) throw new FixtureError('nothing here signs tokens');
    return sign({ claims: { sub } });
  };
  const once = async (probe: Probe, sub: string): Promise<Seen> => request(probe, await tokenOf(sub));

  const burst = target.fixture(async (probe) => {
    await once(probe, users.busy);
    await once(probe, users.quiet);
    return settle(
      target,
      async () => {
        const [busy, quiet] = await Promise.all([tokenOf(users.busy), tokenOf(users.quiet)]);
        const own = probe.fork();
        const answers = await Promise.all(
          Array.from({ length: 2 * limit.burst + 2 * limit.perSecond }, () => request(own, busy)),
        );
        return { answers, other: await request(probe, quiet) };
      },
      ({ answers, other }) => answers.some(({ status }) => status === tooMany) && isGood(other),
    );
  });
  const only = (run: (probe: Probe) => Promise<Verdict>) => (probe: Probe) =>
    sign === null
      ? Promise.resolve(
          notEnforceable(
            `two users are needed, and ${target.environment} trusts no test issuer whose key is held here`,
          ),
        )
      : run(probe);
  const common = { group: 'rate-limit', severity: 'major' } as const;

  return [
    {
      ...common,
      id: within,
      pairedWith: null,
      want: '2xx for one request',
      hint: 'usually: the route needs a key (ApiKeyRequired) and the authorizer names none that a usage plan holds',
      run: only(async (probe) => {
        const { value, ...rest } = await settle(target, () => once(probe, users.quiet), isGood);
        return isGood(value) ? passed(lagNote({ value, ...rest })) : failed(describe(value));
      }),
    },
    {
      ...common,
      id: 'rate-limit/burst',
      pairedWith: within,
      want: `429 beyond ${limit.burst} at once`,
      hint: 'usually: the usage plan does not hold this method, or the API takes keys from the header',
      run: only(async (probe) => {
        const { answers } = (await burst(probe)).value;
        const refused = answers.filter(({ status }) => status === tooMany);
        if (refused.length === 0) return failed(`none of ${answers.length} was refused`);
        const strange = answers.find((answer) => answer.status !== tooMany && !isGood(answer));
        if (strange !== undefined) return failed(describe(strange));
        return passed(`${refused.length} of ${answers.length} refused`);
      }),
    },
    {
      ...common,
      id: 'rate-limit/cors',
      pairedWith: within,
      want: 'the 429 names the primary origin, so that a page can read it',
      hint: 'usually: the gateway response DEFAULT_4XX lacks the header',
      run: only(async (probe) => {
        if (origin === null) return notEnforceable('the profile names no origin');
        const refused = (await burst(probe)).value.answers.find(({ status }) => status === tooMany);
        if (refused === undefined) return failed('nothing was refused');
        const named = refused.headers['access-control-allow-origin'];
        return named === origin ? passed() : failed(named ?? 'no such header');
      }),
    },
    {
      ...common,
      id: 'rate-limit/other-user',
      severity: 'critical',
      pairedWith: within,
      want: '2xx for another user meanwhile',
      hint: 'usually: users share one key, since the key provisioner makes none',
      run: only(async (probe) => {
        const { value, ...rest } = await burst(probe);
        return isGood(value.other) ? passed(lagNote({ value, ...rest })) : failed(describe(value.other));
      }),
    },
    {
      ...common,
      id: 'rate-limit/recovers',
      pairedWith: within,
      want: '2xx for the same user a moment later',
      hint: null,
      run: only(async (probe) => {
        await burst(probe);
        const { value } = await settle(target, () => once(probe, users.busy), isGood);
        return isGood(value) ? passed() : failed(describe(value));
      }),
    },
  ];
}
