import { FixtureError } from '../check.ts';
import type { Probe } from '../probe.ts';
import type { SmokeTarget } from '../target.ts';

/** The header that carries the run's valid token. */
export async function authorization(
  target: SmokeTarget,
  probe: Probe,
): Promise<{ readonly authorization: string }> {
  if (target.tokens === null) {
    throw new FixtureError(`the profile names no source of tokens for ${target.environment}`);
  }
  return { authorization: `Bearer ${await target.tokens.valid(probe)}` };
}
