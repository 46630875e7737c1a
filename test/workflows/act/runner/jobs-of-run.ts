import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import { beyond, readPermissions, restricted, type Permissions } from './permissions.ts';

interface StepSource {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface JobSource {
  readonly uses?: string;
  readonly permissions?: unknown;
  readonly environment?: string | { readonly name: string };
  readonly steps?: readonly StepSource[];
}

interface WorkflowSource {
  readonly name?: string;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, JobSource>>;
}

/** A job with steps, as a run of the caller has it. */
export interface JobOfRun {
  /** Of the workflow that holds it: `.github/workflows/<file>`. */
  readonly file: string;
  readonly workflow: string;
  readonly id: string;
  readonly permissions: Permissions;
  /** The name as written, with its expressions. */
  readonly environment: string | null;
  readonly steps: readonly StepSource[];
}

/** Where workflows of another repository lie: `owner/name@ref` to folder. */
export type CalledRepositories = ReadonlyMap<string, string>;

/**
 * Every job with steps that a run of this workflow can have, through all reusable workflows, by `<workflow's name>/<job id>`:
 * that much act tells a step.
 *
 * @throws Error where GitHub would refuse the run: a called workflow asks for more than its caller may give; and where two
 *   jobs cannot be told apart
 */
export function jobsOfRun(
  folder: string,
  file: string,
  called: CalledRepositories = new Map(),
): ReadonlyMap<string, JobOfRun> {
  const found = new Map<string, JobOfRun>();

  function walk(base: string, name: string, ceiling: Permissions | null): void {
    const path = join(base, '.github/workflows', name);
    const source = load(readFileSync(path, 'utf8')) as WorkflowSource;
    for (const [id, job] of Object.entries(source.jobs)) {
      const where = `${name}, job ${id}`;
      const permissions = grant(source, job, ceiling, where);
      if (job.uses !== undefined) {
        const callee = calleeOf(job.uses, base, called, where);
        walk(callee.base, callee.name, permissions);
        continue;
      }
      const environment = typeof job.environment === 'string' ? job.environment : job.environment?.name;
      const workflow = source.name ?? name;
      const key = `${workflow}/${id}`;
      const one: JobOfRun = {
        file: name,
        workflow,
        id,
        permissions,
        environment: environment ?? null,
        steps: job.steps ?? [],
      };
      const other = found.get(key);
      if (other !== undefined && JSON.stringify(other) !== JSON.stringify(one))
        throw new Error(`${key} stands for two different jobs`);
      found.set(key, one);
    }
  }

  walk(folder, basename(file), null);
  return found;
}

function grant(
  source: WorkflowSource,
  job: JobSource,
  ceiling: Permissions | null,
  where: string,
): Permissions {
  const block = job.permissions === undefined ? source.permissions : job.permissions;
  if (block === undefined) return ceiling ?? restricted;
  const asked = readPermissions(block, where);
  const tooMuch = ceiling === null ? [] : beyond(asked, ceiling);
  if (tooMuch.length > 0)
    throw new Error(
      `GitHub refuses this run: ${where} asks for ${tooMuch.join(', ')}, which its caller does not give`,
    );
  return asked;
}

function calleeOf(
  uses: string,
  base: string,
  called: CalledRepositories,
  where: string,
): { readonly base: string; readonly name: string } {
  const local = /^\.\/\.github\/workflows\/([^/]+)$/.exec(uses);
  if (local?.[1] !== undefined) return { base, name: local[1] };
  const remote = /^([^/]+\/[^/]+)\/\.github\/workflows\/([^/@]+)@(.+)$/.exec(uses);
  const folder = called.get(`${remote?.[1] ?? ''}@${remote?.[3] ?? ''}`);
  if (remote?.[2] === undefined || folder === undefined) throw new Error(`${where} calls ${uses}`);
  return { base: folder, name: remote[2] };
}

/**
 * The environment of a running job: its expressions are filled in from the inputs of one of its steps, and only where the
 * step is given the same expression, so that a step cannot claim another environment than its job's.
 * `null` where the job has none, or the step does not tell.
 */
export function environmentOf(
  job: JobOfRun,
  stepId: string,
  env: Readonly<Record<string, string>>,
): string | null {
  if (job.environment === null) return null;
  const step = job.steps.find((one, index) => (one.id ?? String(index)) === stepId);
  const unknown: string[] = [];
  const name = job.environment.replaceAll(/\$\{\{\s*([^}]*?)\s*\}\}/g, (expression, path: string) => {
    const input = path.split('.').at(-1) ?? '';
    const given = step?.with?.[input];
    const value = env[`INPUT_${input.toUpperCase()}`];
    const isSame = typeof given === 'string' && given.replaceAll(' ', '') === expression.replaceAll(' ', '');
    if (!isSame || value === undefined) unknown.push(path);
    return value ?? '';
  });
  return unknown.length === 0 ? name : null;
}
