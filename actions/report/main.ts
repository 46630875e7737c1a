import { join } from 'node:path';
import type { Action, ActionEnd } from '../../src/github/action.ts';
import { parseInputs } from '../../src/github/inputs/parse-inputs.ts';
import { optional, required } from '../../src/github/inputs/reader.ts';
import { pathInside, systemName, systemWord, text } from '../../src/github/inputs/readers.ts';

/** Tells of the plans of one system. Where no check can tell that they stop, the job fails. */
export async function main(action: Action): Promise<ActionEnd> {
  const { env } = action.io;
  const isOfFork = (env['INPUT_DATA'] ?? '').trim() !== '';
  const inputs = parseInputs(env, action, {
    workingDirectory: optional(pathInside),
    // a fork may bring a system that main does not have
    system: required(isOfFork ? systemWord : systemName, 'name a system, a folder of params/'),
    plans: optional(pathInside, join(action.workspace, 'out', 'plans')),
    data: optional(pathInside),
    base: optional(text, 'HEAD^1'),
    githubToken: optional(text, ''),
  });
  const { writeReport } = await import('../../src/github/report/report.ts');
  const { tell, ...report } = await writeReport(action, inputs);
  action.outputs(report);
  const { commentUrl, hasCheck } = await tell();
  action.output('comment-url', commentUrl);
  return report.verdict === 'stop' && !hasCheck ? 'failed' : 'succeeded';
}
