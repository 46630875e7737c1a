import { randomBytes } from 'node:crypto';
import { cleanUp } from './clean-up.ts';
import { neutralizer } from './neutral.ts';
import { Notebook, type Observation } from './observation.ts';
import { namePrefix, type Scenario, type World } from './world.ts';

/** What one scenario came to. */
export interface Played {
  readonly scenario: Scenario;
  readonly observations: readonly Observation[];
  /** What could not be removed. */
  readonly left: readonly string[];
}

/** A name for one run, which begins the names of all that it makes. */
export function runName(): string {
  return `${namePrefix}${randomBytes(3).toString('hex')}`;
}

/**
 * Plays a scenario and removes what it made, however it ends. A scenario that breaks off is an observation, too: its rules
 * were not seen.
 */
export async function play(world: World, scenario: Scenario, run: string): Promise<Played> {
  const name = `${run}-${scenario.name}`;
  const notes = new Notebook(scenario.name, neutralizer(world.account, name), world.isLocal);
  let reason = '';
  try {
    await scenario.run({ ...world, name, notes });
  } catch (error) {
    reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  notes.missed(scenario.verifies, reason);
  // Also after Ctrl-C. Where even looking fails, the report of the others is still written.
  const left = await cleanUp({ ...world, signal: new AbortController().signal }, `${name}-`).catch(
    (error: unknown) => [
      `what begins with ${name} (${error instanceof Error ? error.message : String(error)})`,
    ],
  );
  return { scenario, observations: notes.observations, left };
}
