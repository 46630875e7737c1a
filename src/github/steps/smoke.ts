import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deployedTarget } from '../../deployment/deployed-target.ts';
import { runSmokeChecks } from '../../deployment/run-smoke-checks.ts';
import { SlipwayError, UserError } from '../../errors/slipway-error.ts';
import { plainPaint } from '../../report/paint.ts';
import { smokeJunit } from '../../report/smoke-junit.ts';
import { smokeMarkdown, smokeText } from '../../report/smoke-text.ts';
import { smokeGroups, type SmokeGroup, type SmokeReport } from '../../smoke/report.ts';
import type { Action } from '../action.ts';
import { smokeAnnotations } from './smoke-annotations.ts';

export interface SmokeInputs {
  readonly system: string;
  readonly environment: string;
  readonly groups: readonly SmokeGroup[];
  readonly role: 'deploy' | 'watch';
  /** The JUnit file, absolute. */
  readonly junit: string;
}

/**
 * Asks one environment what its smoke profile asks. A watch has nothing to ask of an environment that runs nothing yet,
 * or of a system without a profile: then `null`, which it says.
 *
 * @throws UserError NO_SMOKE_PROFILE, NOTHING_DEPLOYED, SMOKE_GROUP_EMPTY, and what reading the deployed release throws
 */
export async function smoke(action: Action, inputs: SmokeInputs): Promise<SmokeReport | null> {
  try {
    return await report(action, inputs);
  } catch (error) {
    const isNothing =
      error instanceof SlipwayError && ['NO_SMOKE_PROFILE', 'NOTHING_DEPLOYED'].includes(error.code);
    if (!isNothing || inputs.role !== 'watch') throw error;
    action.log.info(`nothing to watch: ${error.message}`);
    return null;
  }
}

async function report(action: Action, inputs: SmokeInputs): Promise<SmokeReport> {
  const { system, environment, groups, role, junit } = inputs;
  const session = await action.openSession();
  const { target, outputs } = await deployedTarget(action.root, { system, environment }, session, role);
  const chosen = groups.length === 0 ? undefined : groups;
  const made = await runSmokeChecks(target, session, outputs, { groups: chosen, role });
  if (made === null) {
    throw new UserError(
      'NO_SMOKE_PROFILE',
      `${system} has no smoke profile: ${target.system.file} names none`,
    );
  }
  const empty = groups.filter((group) => made.results.every((result) => result.group !== group));
  if (empty.length > 0) {
    const filled = smokeGroups.filter((group) => made.results.some((result) => result.group === group));
    throw new UserError(
      'SMOKE_GROUP_EMPTY',
      `the smoke profile of ${system} has no checks of ${empty.join(', ')}${filled.length === 0 ? '' : `; of those that were asked for it has ${filled.join(', ')}`}`,
    );
  }
  await mkdir(dirname(junit), { recursive: true });
  await writeFile(junit, smokeJunit(made));
  action.log.text(smokeText(made, plainPaint));
  action.annotate(...smokeAnnotations(made));
  action.summarize(smokeMarkdown(made));
  return made;
}
