import type { Check } from '../check.ts';
import type { Probe } from '../probe.ts';
import type { SiteProfile } from '../profile.ts';
import { authorizationOf } from '../site-credential.ts';
import type { SmokeTarget } from '../target.ts';

/** A target and checks whose requests to the site carry its credential; unchanged where the site is open to all. */
export interface LetIn {
  readonly target: SmokeTarget;
  checks(checks: readonly Check[]): readonly Check[];
}

/** Groups that look at what a visitor gets need not know that the site asks for a credential. */
export function letIn(target: SmokeTarget, site: SiteProfile): LetIn {
  if (site.basicAuth === undefined) return { target, checks: (checks) => checks };
  const { origin } = new URL(site.url);
  const withCredential = async (probe: Probe): Promise<Probe> => {
    const credential = await target.siteCredential();
    return credential === null ? probe : carrying(probe, authorizationOf(credential), origin);
  };
  return {
    target: {
      ...target,
      fixture: (make) => target.fixture(async (probe) => make(await withCredential(probe))),
    },
    checks: (checks) =>
      checks.map((check) => ({ ...check, run: async (probe) => check.run(await withCredential(probe)) })),
  };
}

/** Only to that origin, which is an `https:` one: never in the clear, and to nobody else. */
function carrying(probe: Probe, authorization: string, origin: string): Probe {
  return {
    send: (request) =>
      probe.send(
        new URL(request.url).origin === origin
          ? { ...request, headers: { authorization, ...request.headers } }
          : request,
      ),
    attach: (evidence) => {
      probe.attach(evidence);
    },
    fork: () => carrying(probe.fork(), authorization, origin),
    get evidence() {
      return probe.evidence;
    },
  };
}
