import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withParameter, type ParameterEdit } from '../../../config/edit-parameter.ts';
import type { EnvironmentDefinition, SystemDefinition } from '../../../config/system.ts';

/**
 * Brings the working tree's file after what runs.
 * @returns `changed`, `unchanged` where the file says so already, or why it could not be changed: what runs is turned by then, so
 *   a file that can't be read or written must not hide it
 */
export async function writeAlong(
  root: string,
  system: SystemDefinition,
  { file, environment }: EnvironmentDefinition,
  edit: ParameterEdit,
): Promise<string> {
  try {
    const path = join(root, file);
    const before = await readFile(path, 'utf8');
    const after = withParameter(before, file, system, environment, edit);
    if (after === before) return 'unchanged';
    await writeFile(path, after);
    return 'changed';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
