/**
 * `npm test`: the static checks, then jest's projects; the last line is `N passed, N failed, N skipped`.
 * `--quick` leaves out what needs the local AWS or a browser.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from './checks.ts';
import { runJest } from './run-jest.ts';
import { runCheck, type CheckResult } from './run-check.ts';

const root = join(import.meta.dirname, '..', '..');
const quick = process.argv.includes('--quick');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

mkdirSync(join(root, 'out', 'test'), { recursive: true });

/** Two at once: machines have two cores. */
async function runChecks(): Promise<CheckResult[]> {
  const waiting = checks.filter((check) => !quick || check.quick);
  const results: CheckResult[] = [];
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await runCheck(check, root);
      results.push(result);
      say(
        ` check   ${result.name.padEnd(28)} ${result.ok ? 'ok' : 'FAILED'}   ${(result.took / 1000).toFixed(1)} s`,
      );
      if (!result.ok) say(result.output);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

const results = await runChecks();
const projects = quick ? [['unit']] : [['unit'], ['local', 'workflows', 'e2e']];
let passed = results.filter((result) => result.ok).length;
let failed = results.length - passed;
let skipped = 0;
for (const names of projects) {
  const counts = runJest(names, root);
  passed += counts.passed;
  failed += counts.failed;
  skipped += counts.skipped;
  say(
    ` tests   ${names.join(', ').padEnd(28)} ${counts.passed} passed, ${counts.failed} failed   ${(counts.took / 1000).toFixed(1)} s`,
  );
}
process.exitCode = failed === 0 ? 0 : 1;
say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
