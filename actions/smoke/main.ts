import { join, relative } from 'node:path';
import type { Action, ActionEnd } from '../../src/github/action.ts';
import { parseInputs } from '../../src/github/inputs/parse-inputs.ts';
import { optional, required } from '../../src/github/inputs/reader.ts';
import { choice, environmentName, listOf, pathInside, systemName } from '../../src/github/inputs/readers.ts';
import { smokeGroups } from '../../src/smoke/report.ts';

/** Asks an environment what its smoke profile asks; a failed check fails the job. */
export async function main(action: Action): Promise<ActionEnd> {
  const { system, environment, groups, role, ...given } = parseInputs(action.io.env, action, {
    workingDirectory: optional(pathInside),
    system: required(systemName, 'name a system, a folder of params/'),
    environment: required(environmentName, 'name dev, sit or prod'),
    groups: optional(listOf(choice(smokeGroups)), []),
    role: optional(choice(['deploy', 'watch']), 'deploy'),
    junit: optional(pathInside),
  });
  const junit = given.junit ?? join(action.workspace, 'out', 'smoke', `${system}-${environment}.xml`);
  const { smoke } = await import('../../src/github/steps/smoke.ts');
  const report = await smoke(action, { system, environment, groups, role, junit });
  action.outputs({
    passed: report?.passed ?? 0,
    failed: report?.failed ?? 0,
    'not-enforceable': report?.notEnforceable ?? 0,
    junit: report === null ? '' : relative(action.workspace, junit),
  });
  return (report?.failed ?? 0) === 0 ? 'succeeded' : 'failed';
}
