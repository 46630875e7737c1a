import { readdirSync } from 'node:fs';
import { composePlan } from '../../../src/plan/compose-plan.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { makeWorld } from '../world.ts';
import type { Scenario } from './read-scenario.ts';

/** The scenarios' files, in order. */
export const scenarioFiles = readdirSync(import.meta.dirname).filter((file) => /^\d\d-.*\.md$/.test(file));

/** Deploys what was there before, and plans what comes after. */
export async function planScenario(scenario: Scenario): Promise<Plan> {
  const { before, after, parameters, failures, incomplete, drift } = scenario;
  const world = makeWorld();
  const root = 'templates/photos/app.yml';
  const old = world.release(before, root);
  world.deploy(old, parameters.before);
  for (const [child, reason] of Object.entries(failures)) world.api.failures.set(child, reason);
  world.api.failedShowChanges = Object.keys(failures).length > 0;
  for (const resource of incomplete) world.api.missingWithValues.add(resource);
  for (const [path, change] of Object.entries(drift?.byHand ?? {}))
    world.drift.byHand(`${world.instance.stackName}/${path}`, change);
  for (const type of drift?.unsupported ?? []) world.drift.unsupported.add(type);
  const asked = drift && { drift: { look: 'now' as const, api: () => Promise.resolve(world.drift) } };
  const release = world.release(after, root);
  return composePlan({
    system: 'photos',
    environment: 'prod',
    account: '333333333333',
    release: release.id,
    baseRelease: old.id,
    stacks: [await world.plan(release, parameters.after, asked)],
    site: null,
    clock: world.clock,
  });
}
