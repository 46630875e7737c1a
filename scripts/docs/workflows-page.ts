import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import * as v from 'valibot';
import { generated, table, withBlock } from './markdown.ts';

const caller = v.object({
  jobs: v.record(
    v.string(),
    v.object({
      uses: v.optional(v.string(), ''),
      permissions: v.optional(v.record(v.string(), v.string()), {}),
    }),
  ),
});

const called = v.object({
  on: v.object({
    workflow_call: v.object({
      inputs: v.record(
        v.string(),
        v.object({
          description: v.string(),
          required: v.optional(v.boolean(), false),
          default: v.optional(v.union([v.string(), v.number(), v.boolean()])),
        }),
      ),
    }),
  }),
});

/**
 * Fills `docs/workflows.md` with what each reusable workflow takes that a workflow of this repository calls, and with the
 * permissions that its caller has to give.
 */
export async function workflowsPage(root: string, written: string): Promise<string> {
  const folder = join(root, '.github', 'workflows');
  const sections: string[] = [];
  for (const file of (await readdir(folder)).sort()) {
    const text = await readFile(join(folder, file), 'utf8');
    for (const { uses, permissions } of Object.values(v.parse(caller, load(text)).jobs)) {
      const name = /\/(pipeline-[a-z-]+\.yml)$/.exec(uses)?.[1];
      if (name === undefined || file.startsWith('pipeline-')) continue;
      sections.push(section(name, file, permissions, await readFile(join(folder, name), 'utf8')));
    }
  }
  return withBlock(written, sections.join('\n\n'), generated('workflows'));
}

function section(
  name: string,
  callerFile: string,
  permissions: Readonly<Record<string, string>>,
  text: string,
): string {
  const { inputs } = v.parse(called, load(text)).on.workflow_call;
  const rows = Object.entries(inputs).map(([input, { description, required, default: value }]) => [
    `\`${input}\``,
    description,
    required ? 'required' : value === '' ? 'empty' : `\`${String(value)}\``,
  ]);
  const scopes = Object.entries(permissions).map(([scope, level]) => `\`${scope}: ${level}\``);
  return [
    `### ${name}`,
    headComment(text),
    `Called by [${callerFile}](../.github/workflows/${callerFile}) with the permissions ${scopes.join(', ')}.`,
    table(['input', 'what it is', 'default'], rows),
  ].join('\n\n');
}

/** The comment that a workflow begins with, as a paragraph. */
function headComment(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('# '));
  return lines
    .slice(0, end)
    .map((line) => line.slice(2))
    .join(' ');
}
