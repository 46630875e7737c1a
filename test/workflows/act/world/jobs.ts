import type { EnvironmentName } from '../../../../src/config/environment-name.ts';
import type { JobResult } from '../runner/log.ts';
import type { Run } from '../runner/act.ts';

/** Jobs that ran, in the order in which they began, as `<name>: <result>`. */
export function results(run: Run): readonly string[] {
  return run.jobs.map(({ name, result }) => `${name}: ${result}`);
}

/** What went wrong in a run, for a test to compare with nothing: failed jobs and what they said. */
export function problems(run: Run): readonly string[] {
  const failed = run.jobs.filter(({ result }) => result !== 'success');
  if (run.exitCode !== 0 && failed.length === 0) return [run.log.slice(-2000)];
  return failed.map(({ path, annotations, output }) => {
    const errors = annotations.filter(({ kind }) => kind === 'error').map(({ message }) => message);
    return `${path}: ${errors.length > 0 ? errors.join('; ') : output.slice(-1000)}`;
  });
}

/**
 * The one job whose path (`<calling job>/<workflow>/<name>`) matches.
 * @throws Error where there is none, or more than one, with what there is
 */
export function job(run: Run, path: RegExp): JobResult {
  const found = run.jobs.filter((one) => path.test(one.path));
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(
      `${found.length} jobs match ${String(path)} among ${run.jobs.map((one) => one.path).join(', ')}`,
    );
  return found[0];
}

/** The planning job of an environment, in a run on main. */
export const planJob = (run: Run, environment: EnvironmentName): JobResult =>
  job(run, new RegExp(`^${environment}/Pipeline of one environment/plan$`));

/** The job that executes it: its name is what a person approves. `undefined` where it was skipped. */
export const deployJob = (run: Run, environment: EnvironmentName): JobResult | undefined =>
  run.jobs.find(({ path }) =>
    path.startsWith(`${environment}/Pipeline of one environment/${environment} · `),
  );
