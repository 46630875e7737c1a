import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import type { Json } from '../../src/runtime/canonical-json.ts';
import type { Failed } from './judge.ts';

/** What checkov 3.3 prints with `-o json`, as far as it is read. */
const answerSchema = v.object({
  summary: v.object({ parsing_errors: v.number(), resource_count: v.number() }),
  results: v.object({
    failed_checks: v.array(
      v.object({
        check_id: v.string(),
        check_name: v.string(),
        file_path: v.string(),
        resource: v.string(),
      }),
    ),
  }),
});

/**
 * Runs checkov over templates, without a network.
 *
 * @param program its executable
 * @throws Error where it answers with something else, cannot read a template, or looked at no resource
 */
export function runCheckov(
  program: string,
  templates: readonly { readonly name: string; readonly body: Json }[],
): readonly Failed[] {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-checkov-'));
  try {
    const inputs = join(folder, 'templates');
    mkdirSync(inputs);
    for (const { name, body } of templates)
      writeFileSync(join(inputs, `${name}.json`), JSON.stringify(body, null, 1));
    const options = [
      '--framework',
      'cloudformation',
      '--skip-download',
      '--compact',
      '--quiet',
      '-o',
      'json',
    ];
    const { error, status, stdout, stderr } = spawnSync(program, ['-d', inputs, ...options], {
      // where no configuration file of somebody else has a say
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, CKV_SKIP_PACKAGE_UPDATE_CHECK: 'true', LOG_LEVEL: 'ERROR' },
    });
    if (error !== undefined) throw error;
    return failedChecks(stdout, `exit code ${String(status)}: ${stderr.trim().split('\n').at(-1) ?? ''}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param otherwise what to tell of a run whose answer can't be read */
export function failedChecks(stdout: string, otherwise: string): readonly Failed[] {
  const answer = v.safeParse(v.pipe(v.string(), v.parseJson(), answerSchema), stdout);
  if (!answer.success) throw new Error(`checkov gave no findings to read; ${otherwise}`);
  const { summary, results } = answer.output;
  if (summary.parsing_errors > 0)
    throw new Error(`checkov could not read ${summary.parsing_errors} templates`);
  if (summary.resource_count === 0) throw new Error('checkov looked at no resource');
  return results.failed_checks.map(({ check_id: check, check_name: says, file_path: file, resource }) => ({
    name: basename(file, '.json'),
    check,
    says,
    logicalId: resource.split('.').at(-1) ?? resource,
  }));
}
