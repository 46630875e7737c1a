import { generated, table, withBlock } from '../markdown.ts';
import { actionNames, readAction } from './action-file.ts';

/** Fills the list of all actions in `docs/actions.md` from what each `action.yml` says of itself. */
export async function actionsPage(root: string, written: string): Promise<string> {
  const rows: string[][] = [];
  for (const name of await actionNames(root)) {
    const { description, inputs, outputs } = await readAction(root, name);
    const needed = Object.entries(inputs).flatMap(([input, { required }]) => (required ? [input] : []));
    rows.push([
      `[${name}](../actions/${name}/README.md)`,
      description,
      names(needed),
      names(Object.keys(outputs)),
    ]);
  }
  return withBlock(
    written,
    table(['action', 'what it does', 'inputs it needs', 'outputs'], rows),
    generated('actions'),
  );
}

function names(list: readonly string[]): string {
  return list.map((name) => `\`${name}\``).join(', ');
}
