import type { Action, ActionEnd } from '../../src/github/action.ts';
import { parseInputs } from '../../src/github/inputs/parse-inputs.ts';
import { optional, required } from '../../src/github/inputs/reader.ts';
import {
  environmentName,
  fingerprint,
  listOf,
  overrideWord,
  pathInside,
  releasePrefix,
  systemName,
  text,
} from '../../src/github/inputs/readers.ts';
import { tellDeployed } from '../../src/github/steps/deployed-outputs.ts';

/** Takes one environment back to an earlier release. */
export async function main(action: Action): Promise<ActionEnd> {
  const { to, reason, ...inputs } = parseInputs(action.io.env, action, {
    workingDirectory: optional(pathInside),
    system: required(systemName, 'name a system, a folder of params/'),
    environment: required(environmentName, 'name dev, sit or prod'),
    to: optional(releasePrefix),
    reason: optional(text, ''),
    plan: optional(pathInside),
    fingerprint: optional(fingerprint),
    allow: optional(listOf(overrideWord), []),
    githubToken: optional(text, ''),
  });
  const { deploy } = await import('../../src/github/steps/deploy.ts');
  return tellDeployed(action, await deploy(action, { ...inputs, wanted: { kind: 'rollback', to, reason } }));
}
