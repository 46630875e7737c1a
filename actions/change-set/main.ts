import { join } from 'node:path';
import type { Action, ActionEnd } from '../../src/github/action.ts';
import { parseInputs } from '../../src/github/inputs/parse-inputs.ts';
import { optional, required } from '../../src/github/inputs/reader.ts';
import {
  boolean,
  choice,
  environmentName,
  fingerprint,
  listOf,
  overrideWord,
  pathInside,
  releaseId,
  releasePrefix,
  systemName,
  text,
} from '../../src/github/inputs/readers.ts';
import { UserError } from '../../src/errors/slipway-error.ts';

/** Plans one environment. A stop of the gate fails the job, but in a pull request, where `report` tells of it. */
export async function main(action: Action): Promise<ActionEnd> {
  const inputs = parseInputs(action.io.env, action, {
    workingDirectory: optional(pathInside),
    system: required(systemName, 'name a system, a folder of params/'),
    environment: required(environmentName, 'name dev, sit or prod'),
    release: optional(releaseId),
    folder: optional(pathInside),
    kind: optional(choice(['deploy', 'rollback']), 'deploy'),
    to: optional(releasePrefix),
    allow: optional(listOf(overrideWord), []),
    approve: optional(fingerprint),
    drift: optional(boolean, false),
    plans: optional(pathInside, join(action.workspace, 'out', 'plans')),
    githubToken: optional(text, ''),
  });
  if (inputs.kind === 'deploy' && inputs.release === null)
    throw new UserError(
      'INPUT_MISSING',
      'input release is missing: give the output release of the action release',
    );
  const [{ changeSet }, { isDestructive, planHeadline }] = await Promise.all([
    import('../../src/github/steps/change-set.ts'),
    import('../../src/report/plan-headline.ts'),
  ]);
  const { plan, file, approval, stop, drift } = await changeSet(action, inputs);
  action.outputs({
    'has-changes': plan.hasChanges,
    fingerprint: plan.fingerprint,
    'fingerprint-short': plan.fingerprint.slice(0, 8),
    destructive: isDestructive(plan),
    verdict: plan.gate.verdict,
    headline: planHeadline(plan),
    plan: file,
    release: plan.release,
    approval,
    drift,
  });
  if (stop !== null) throw stop;
  return 'succeeded';
}
