import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import * as v from 'valibot';
import { colors, icons } from './branding.ts';

const sentence = v.pipe(v.string(), v.minLength(10), v.endsWith('.'), v.regex(/^[^\n]*$/, 'one line'));
const id = v.pipe(v.string(), v.regex(/^[a-z]+(?:-[a-z]+)*$/, 'lower case, words joined by hyphens'));
const inDist = v.pipe(v.string(), v.regex(/^\.\.\/\.\.\/dist\/[a-z-]+\.js$/, '../../dist/<name>.js'));

/** `action.yml` as ours are written: stricter than GitHub's, which lets most of it be left out. */
const actionFile = v.strictObject({
  name: v.pipe(v.string(), v.startsWith('Slipway ')),
  description: sentence,
  author: v.literal('Slipway'),
  branding: v.strictObject({ icon: v.picklist(icons), color: v.picklist(colors) }),
  inputs: v.record(
    id,
    v.pipe(
      v.strictObject({
        description: sentence,
        required: v.optional(v.literal(true)),
        default: v.optional(v.string()),
      }),
      v.check(
        (input) => (input.required === true) !== 'default' in input,
        'required: true, or a default, and not both',
      ),
    ),
  ),
  outputs: v.record(id, v.strictObject({ description: sentence })),
  runs: v.strictObject({ using: v.literal('node24'), main: inDist, post: v.optional(inDist) }),
});

export type ActionFile = v.InferOutput<typeof actionFile>;

/** The folders of `actions/` that hold an action, in alphabetical order. */
export async function actionNames(root: string): Promise<readonly string[]> {
  const names = await readdir(join(root, 'actions'));
  return names.filter((name) => existsSync(join(root, 'actions', name, 'action.yml'))).sort();
}

/**
 * Reads `actions/<name>/action.yml`.
 * @throws Error naming the file and each place that is not as it should be
 */
export async function readAction(root: string, name: string): Promise<ActionFile> {
  return parseAction(
    `actions/${name}/action.yml`,
    await readFile(join(root, 'actions', name, 'action.yml'), 'utf8'),
  );
}

/** The same for its text; `file` is for messages. */
export function parseAction(file: string, text: string): ActionFile {
  const read = v.safeParse(actionFile, load(text));
  if (read.success) return read.output;
  const wrong = read.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  throw new Error(`${file} is not as it should be\n  ${wrong.join('\n  ')}`);
}
