import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EnvironmentName } from '../config/environment-name.ts';
import { UserError } from '../errors/slipway-error.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';

/** Where the plan of one environment lies in a folder of plans. */
export function planFile(folder: string, system: string, environment: EnvironmentName): string {
  return join(folder, `${system}-${environment}.json`);
}

/** Writes a plan into a folder of plans. @returns its path */
export async function writePlanFile(folder: string, plan: Plan): Promise<string> {
  const file = planFile(folder, plan.system, plan.environment);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify(plan, null, 2)}\n`);
  return file;
}

/**
 * Reads a plan file back.
 * @param shown how messages name it
 * @throws UserError PLAN_FILE_MISSING, and what `parsePlan` throws
 */
export async function readPlanFile(path: string, shown: string): Promise<Plan> {
  const source = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UserError('PLAN_FILE_MISSING', `there is no plan file ${shown}`, {
      next: 'slipway plan <system> <environment> --save-plans <folder>',
      cause,
    });
  });
  return parsePlan(source, shown);
}
