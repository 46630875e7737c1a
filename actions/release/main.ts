import { join, relative } from 'node:path';
import type { Action, ActionEnd } from '../../src/github/action.ts';
import { parseInputs } from '../../src/github/inputs/parse-inputs.ts';
import { optional, required } from '../../src/github/inputs/reader.ts';
import { boolean, pathInside, systemName, wholeReleaseId } from '../../src/github/inputs/readers.ts';

/** Builds a release, or takes one that was built, and copies it to every environment's artifact buckets. */
export async function main(action: Action): Promise<ActionEnd> {
  const inputs = parseInputs(action.io.env, action, {
    workingDirectory: optional(pathInside),
    system: required(systemName, 'name a system, a folder of params/'),
    upload: optional(boolean, true),
    folder: optional(pathInside, join(action.workspace, 'out', 'releases')),
    release: optional(wholeReleaseId),
  });
  const { release } = await import('../../src/github/steps/release.ts');
  const { id } = await release(action, inputs);
  action.outputs({
    release: id,
    'release-short': id.slice(0, 8),
    folder: relative(action.workspace, inputs.folder),
  });
  return 'succeeded';
}
