import { join } from 'node:path';
import type { Action, ActionEnd } from '../../src/github/action.ts';
import { parseInputs } from '../../src/github/inputs/parse-inputs.ts';
import { optional, required, type Reader } from '../../src/github/inputs/reader.ts';
import { pathInside, systemName, systemWord, text } from '../../src/github/inputs/readers.ts';

const besideNoFork: Reader<never> = () => ({
  wrong: 'but data is given, too: a run reports a fork’s pull request or deployments',
});

/** Tells of the plans of one system, or of its deployments. Where no check can tell that plans stop, the job fails. */
export async function main(action: Action): Promise<ActionEnd> {
  const { env } = action.io;
  const isOfFork = (env['INPUT_DATA'] ?? '').trim() !== '';
  const inputs = parseInputs(env, action, {
    workingDirectory: optional(pathInside),
    // a fork may bring a system that main does not have
    system: required(isOfFork ? systemWord : systemName, 'name a system, a folder of params/'),
    plans: optional(pathInside, join(action.workspace, 'out', 'plans')),
    data: optional(pathInside),
    deployments: optional(isOfFork ? besideNoFork : pathInside),
    base: optional(text, 'HEAD^1'),
    githubToken: optional(text, ''),
  });
  const { reportDeployments, writeReport } = await import('../../src/github/report/report.ts');
  if (inputs.deployments !== null) {
    const marked = await reportDeployments(action, { ...inputs, deployments: inputs.deployments });
    action.output('marked', marked);
    return 'succeeded';
  }
  const { tell, ...report } = await writeReport(action, inputs);
  action.outputs(report);
  const { commentUrl, hasCheck } = await tell();
  action.output('comment-url', commentUrl);
  return report.verdict === 'stop' && !hasCheck ? 'failed' : 'succeeded';
}
