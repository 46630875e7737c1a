/**
 * Stands first on the PATH as `node` while act runs, and plays what GitHub's runner adds to a step: before an action starts
 * it asks the test what the step gets (identity, token), then starts the real Node with that. The test may take its time.
 */
import { spawn } from 'node:child_process';

const args = process.argv.slice(2);
const isAction = process.env.GITHUB_ACTIONS === 'true' && process.env.ACT_STEP_KNOWN !== 'true';

async function envOfStep() {
  if (!isAction) return process.env;
  const response = await fetch(`${process.env.ACT_RUNNER_URL}/step`, {
    method: 'POST',
    body: JSON.stringify({ args, env: process.env }),
  });
  if (!response.ok) throw new Error(await response.text());
  return { ...(await response.json()), ACT_STEP_KNOWN: 'true' };
}

const child = spawn(process.execPath, args, { stdio: 'inherit', env: await envOfStep() });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 130);
});
