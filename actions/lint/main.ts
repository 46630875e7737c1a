import type { Action, ActionEnd } from '../../src/github/action.ts';
import { parseInputs } from '../../src/github/inputs/parse-inputs.ts';
import { optional } from '../../src/github/inputs/reader.ts';
import { commit, listOf, pathInside, text } from '../../src/github/inputs/readers.ts';

/** Lints the systems that a change touches; an error or a warning fails the job. */
export async function main(action: Action): Promise<ActionEnd> {
  const inputs = parseInputs(action.io.env, action, {
    workingDirectory: optional(pathInside),
    systems: optional(listOf(text), []),
    since: optional(commit, ''),
    cfnLint: optional(text),
  });
  const { lint } = await import('../../src/github/steps/lint.ts');
  const { systems, findings, sarif, stopped } = await lint(action, inputs);
  action.outputs({ systems: JSON.stringify(systems), findings: findings.length, sarif });
  return stopped ? 'failed' : 'succeeded';
}
