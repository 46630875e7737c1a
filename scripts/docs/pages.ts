import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { listSystems } from '../../src/config/load.ts';
import { cliPage } from './cli-page.ts';
import { systemPage } from './system-page.ts';

export interface Page {
  /** Relative to the repository. */
  readonly file: string;
  readonly text: string;
}

/** The documents that are made from the code, wholly or in part, formatted like the rest. */
export async function pages(root: string): Promise<readonly Page[]> {
  const made: Page[] = [{ file: 'docs/cli.md', text: await cliPage() }];
  for (const system of await listSystems(root)) {
    const file = `docs/systems/${system}.md`;
    made.push({ file, text: await systemPage(root, system, await readFile(join(root, file), 'utf8')) });
  }
  const style = await resolveConfig(join(root, 'docs', 'cli.md'));
  return Promise.all(
    made.map(async ({ file, text }) => ({
      file,
      text: await format(text, { ...style, parser: 'markdown' }),
    })),
  );
}
