import type { EnvironmentName } from '../config/environment-name.ts';
import { parseEnvironment } from '../config/parse-environment.ts';
import { parseSystem } from '../config/parse-system.ts';
import { stackInstances } from '../config/stack-instances.ts';
import type { SystemDefinition } from '../config/system.ts';
import { readReleasedText } from '../release/open-release.ts';
import { parseSmokeProfile } from '../smoke/parse-profile.ts';
import type { Release } from '../release/release.ts';
import type { Target } from './target.ts';

/**
 * One environment as the release defines it: its system definition, parameter file and smoke profile, never the working
 * tree's. All are read before anything is planned, so that a mistake in one changes nothing.
 * @throws UserError what parsing them throws, `ARTIFACT_DIGEST`, `ARTIFACT_MISSING`
 */
export async function readTarget(release: Release, environment: EnvironmentName): Promise<Target> {
  const system = await readReleasedSystem(release);
  const file = release.manifest.environments[environment];
  const definition = parseEnvironment(await readReleasedText(release, file), file.path, system, environment);
  const { smoke } = release.manifest;
  return {
    release,
    system,
    environment: definition,
    smoke: smoke && parseSmokeProfile(await readReleasedText(release, smoke), smoke.path),
    instances: stackInstances(system, definition),
  };
}

/** The system definition that a release carries. */
async function readReleasedSystem(release: Release): Promise<SystemDefinition> {
  const { definition } = release.manifest;
  return parseSystem(await readReleasedText(release, definition), definition.path);
}
