import { access, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { environmentNames, type EnvironmentName } from '../../config/environment-name.ts';
import { environmentFile } from '../../config/load.ts';
import { SlipwayError } from '../../errors/slipway-error.ts';
import { parsePlan } from '../../plan/parse-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import type { PlanEntry } from '../../report/plan-markdown.ts';
import { short } from '../../runtime/sha256.ts';

/** What `change-set` leaves where it could make no plan (`steps/problem-file.ts`). */
const problemSchema = v.object({
  schema: v.literal(1),
  system: v.string(),
  environment: v.string(),
  code: v.nullable(v.string()),
  message: v.string(),
  next: v.nullable(v.string()),
});

export interface PlansFolder {
  /** Absolute; it may be missing. */
  readonly folder: string;
  /** The folder that holds params/, absolute. */
  readonly root: string;
  readonly system: string;
}

/**
 * The plans of a system's environments, in promotion order: the plan file of each, or why there is none. Files lie anywhere
 * in the folder. A file that is no plan, or that is of another system, environment or release, counts as a problem: what a
 * report says must be true of one release.
 */
export async function gatherPlans({ folder, root, system }: PlansFolder): Promise<readonly PlanEntry[]> {
  const files = await filesIn(folder);
  const wanted = await environmentsOf(root, system);
  const entries: PlanEntry[] = [];
  for (const environment of environmentNames) {
    const plans = files.filter((file) => basename(file) === `${system}-${environment}.json`);
    const problems = files.filter((file) => basename(file) === `${system}-${environment}.problem.json`);
    if (plans.length + problems.length === 0 && !wanted.includes(environment)) continue;
    entries.push(await readEntry({ system, environment, plans, problems }));
  }
  return ofOneRelease(entries);
}

/** The environments that a system has parameters for, in promotion order. */
export async function environmentsOf(root: string, system: string): Promise<readonly EnvironmentName[]> {
  const found: EnvironmentName[] = [];
  for (const environment of environmentNames) {
    if (await exists(join(root, environmentFile(system, environment)))) found.push(environment);
  }
  return found;
}

interface Found {
  readonly system: string;
  readonly environment: EnvironmentName;
  readonly plans: readonly string[];
  readonly problems: readonly string[];
}

async function readEntry({ system, environment, plans, problems }: Found): Promise<PlanEntry> {
  const [problemFile] = problems;
  if (problemFile !== undefined) {
    return { environment, plan: null, problem: await problemText(problemFile) };
  }
  const [planFile, other] = plans;
  if (planFile === undefined) return { environment, plan: null };
  if (other !== undefined) {
    return {
      environment,
      plan: null,
      problem: `There are ${plans.length} plan files, of which one is right.`,
    };
  }
  const name = basename(planFile);
  try {
    const plan = parsePlan(await readFile(planFile, 'utf8'), name);
    if (plan.system !== system || plan.environment !== environment) {
      const problem = `${name} is a plan of ${plan.system} ${plan.environment}.`;
      return { environment, plan: null, problem };
    }
    return { environment, plan };
  } catch (error) {
    if (error instanceof SlipwayError) return { environment, plan: null, problem: sentence(error.message) };
    throw error;
  }
}

async function problemText(file: string): Promise<string> {
  const read = v.safeParse(problemSchema, parsed(await readFile(file, 'utf8')));
  if (!read.success) return `${basename(file)} can't be read; the job's log says why there is no plan.`;
  const { code, message, next } = read.output;
  const told = sentence(code === null ? message : `${message} [${code}]`);
  return next === null ? told : `${told} Next: ${next}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function ofOneRelease(entries: readonly PlanEntry[]): readonly PlanEntry[] {
  const release = releaseOf(entries);
  return entries.map((entry) => {
    const plan = entry.plan as Plan | null;
    if (plan === null || plan.release === release) return entry;
    const problem = `Its plan is of release ${short(plan.release)}, the others are of ${short(release)}.`;
    return { environment: entry.environment, plan: null, problem };
  });
}

/** The release of the first plan; empty where there is none. */
export function releaseOf(entries: readonly PlanEntry[]): string {
  for (const { plan } of entries) if (plan !== null && 'release' in plan) return plan.release;
  return '';
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** A message as a sentence of its own; one that begins with a file's name keeps it as it is. */
function sentence(message: string): string {
  const isWord = /^[a-z]+ /.test(message);
  const first = isWord ? message.slice(0, 1).toUpperCase() + message.slice(1) : message;
  return /[.!?\]]$/.test(first) ? first : `${first}.`;
}
