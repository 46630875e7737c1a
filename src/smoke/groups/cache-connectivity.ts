import * as v from 'valibot';
import { failed, FixtureError, notEnforceable, passed } from '../check.ts';
import type { Check } from '../check.ts';
import type { CacheProfile } from '../profile.ts';
import type { SmokeTarget } from '../target.ts';

const answer = v.variant('reachable', [
  v.object({
    reachable: v.literal(true),
    endpoint: v.string(),
    protocol: v.string(),
    milliseconds: v.number(),
  }),
  v.object({ reachable: v.literal(false), endpoint: v.string(), reason: v.string() }),
]);

/** Endpoints of ElastiCache, in all partitions (Amazon ElastiCache User Guide, "Finding connection endpoints"). */
const cacheHost = /\.cache\.amazonaws\.com(?:\.cn)?$/;

/** The cache is in private subnets, so a function there opens the connection and tells how it went. */
export function cacheConnectivity(target: SmokeTarget, cache: CacheProfile): readonly Check[] {
  return [
    {
      id: 'cache-connectivity/reachable',
      group: 'cache-connectivity',
      severity: 'critical',
      pairedWith: null,
      want: 'PONG over TLS from within the network',
      hint: 'usually: the security group of the cache does not admit the services, or the cache is not available yet',
      run: async () => {
        const { FunctionError, Payload } = await (
          await target.lambda()
        ).invoke({ FunctionName: cache.connectivity });
        if (FunctionError !== undefined) return failed(`the function ended with an error (${FunctionError})`);
        const read = v.safeParse(answer, parse(Payload));
        if (!read.success)
          throw new FixtureError(`${cache.connectivity} did not answer whether it reached the cache`);
        const found = read.output;
        if (found.reachable) return passed(`${found.protocol}, ${found.milliseconds} ms`);
        if (!cacheHost.test(found.endpoint)) {
          return notEnforceable(
            `the cache's address, ${found.endpoint}, is none of ElastiCache: there is nothing to reach`,
          );
        }
        return failed(found.reason);
      },
    },
  ];
}

function parse(payload: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(payload ?? new Uint8Array()).toString());
  } catch {
    return undefined;
  }
}
