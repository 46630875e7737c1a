import { readFileSync } from 'node:fs';
import { bootstrapStacks, type BootstrapTemplate } from '../../src/bootstrap/bootstrap.ts';
import { takenBy } from '../../src/bootstrap/stack-parameters.ts';
import { resourcesOf, root, type Resource } from './evaluated.ts';

export const templates: readonly BootstrapTemplate[] = bootstrapStacks.map((each) => ({
  ...each,
  text: readFileSync(`${root}${each.file}`, 'utf8'),
}));

/** What the bootstrap's stacks make in a region, in the order in which they are made. */
export async function bootstrapped(
  given: Readonly<Record<string, string>> & { readonly IsHomeRegion: 'true' | 'false' },
): Promise<readonly Resource[]> {
  const made = templates
    .filter(({ isHomeOnly }) => !isHomeOnly || given.IsHomeRegion === 'true')
    .map((template) => resourcesOf(template.file, takenBy(template, given)));
  return (await Promise.all(made)).flat();
}
