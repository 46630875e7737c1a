import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { listSystems } from '../../src/config/load.ts';
import { actionNames, readAction } from './actions/action-file.ts';
import { actionReadme } from './actions/action-readme.ts';
import { actionsPage } from './actions/actions-page.ts';
import { cliPage } from './cli-page.ts';
import { gateAndCostPage } from './gate-and-cost-page.ts';
import { newSystemPage, systemPage } from './system-page.ts';
import { workflowsPage } from './workflows-page.ts';

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
    const written = await readFile(join(root, file), 'utf8').catch(() => newSystemPage(root, system));
    made.push({ file, text: await systemPage(root, system, written) });
  }
  for (const name of await actionNames(root)) {
    const file = `actions/${name}/README.md`;
    const readme = await readFile(join(root, file), 'utf8');
    made.push({ file, text: actionReadme(readme, await readAction(root, name)) });
  }
  const overview = 'docs/actions.md';
  made.push({
    file: overview,
    text: await actionsPage(root, await readFile(join(root, overview), 'utf8')),
  });
  const workflows = 'docs/workflows.md';
  made.push({
    file: workflows,
    text: await workflowsPage(root, await readFile(join(root, workflows), 'utf8')),
  });
  const gateAndCost = 'docs/gate-and-cost.md';
  made.push({ file: gateAndCost, text: gateAndCostPage(await readFile(join(root, gateAndCost), 'utf8')) });
  const style = await resolveConfig(join(root, 'docs', 'cli.md'));
  return Promise.all(
    made.map(async ({ file, text }) => ({
      file,
      text: await format(text, { ...style, parser: 'markdown' }),
    })),
  );
}
