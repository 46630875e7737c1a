import { touchedSystems, type TouchedSystems } from '../../src/source-changes/touched-systems.ts';
import { gitRepository, type Edits } from './git-repository.ts';

export interface Told extends TouchedSystems {
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
}

export async function touched(root: string, since: string, systems?: readonly string[]): Promise<Told> {
  const warnings: string[] = [];
  const infos: string[] = [];
  const logger = {
    info: (line: string) => void infos.push(line),
    warn: (line: string) => void warnings.push(line),
    debug: () => undefined,
  };
  const found = await touchedSystems({ root, since, logger, ...(systems && { systems }) });
  return { ...found, warnings, infos };
}

/** What a commit with these edits touches. */
export async function by(edits: Edits, first: Edits = {}): Promise<readonly string[]> {
  await using repo = await gitRepository(first);
  const base = await repo.git('rev-parse', 'HEAD');
  await repo.commit(edits);
  return (await touched(repo.root, base)).systems;
}

export const line = (text: string): readonly [string, string] => [text, `${text} # changed`];

export const withoutSite = `system: shop
stacks:
  edge: { template: templates/shop/edge.yml, region: edge }
  app: { template: templates/shop/app.yml, region: home, parameters: { LogBucket: '\${edge.LogBucket}' } }
`;
