import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SlipwayError } from '../../errors/slipway-error.ts';

/** Why there is no plan of one environment, for the report of the pull request. */
export interface PlanProblem {
  readonly schema: 1;
  readonly system: string;
  readonly environment: string;
  /** `null` where Slipway does not know the error. */
  readonly code: string | null;
  readonly message: string;
  readonly next: string | null;
}

/** Writes `<folder>/<system>-<environment>.problem.json`. */
export function writeProblem(
  folder: string,
  { system, environment }: { readonly system: string; readonly environment: string },
  error: unknown,
): void {
  const problem: PlanProblem = {
    schema: 1,
    system,
    environment,
    ...(error instanceof SlipwayError
      ? { code: error.code, message: error.message, next: error.next ?? null }
      : {
          code: null,
          message: 'the job failed in a way that Slipway does not know; its log says more',
          next: null,
        }),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${system}-${environment}.problem.json`),
    `${JSON.stringify(problem, null, 2)}\n`,
  );
}
