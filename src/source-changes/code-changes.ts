import { posix } from 'node:path';
import { worse } from '../plan/change-details.ts';
import type { Certainty, PropertyChange, ResourceChange, StackNode, StackPlan } from '../plan/plan.ts';
import { codeProperties } from '../release/package-template.ts';
import { importedFiles } from './import-scan.ts';
import { codeDigest } from './packaged-side.ts';
import { isAtOrBelow, isReadByBuilds, localPackages } from './package-files.ts';
import type { SourceTree } from './source-tree.ts';

/**
 * Whether a function's code changes: surely, where a file that it names by paths does; possibly, where another one of its
 * folder does, or a package.
 */
export type CodeChange = Certainty | null;

/**
 * What becomes of a function's or layer's code, told without bundling it.
 *
 * @param folder its own, relative to the repository
 * @param layers the folders of layers: what changes in another one is no part of this code
 * @param sides the sources before and after
 */
export async function codeChange(
  folder: string,
  all: ReadonlySet<string>,
  sides: readonly SourceTree[],
  layers: readonly string[],
): Promise<CodeChange> {
  const others = layers.filter((each) => each !== folder);
  const changed = new Set([...all].filter((file) => !others.some((each) => isAtOrBelow(file, each))));
  let possible = [...changed].some((file) => isReadByBuilds(file, folder));
  for (const side of sides) {
    const entries = [...(await side.files())].filter(
      (file) => posix.dirname(file) === folder && posix.basename(file).startsWith('index.'),
    );
    const named = await importedFiles(side, entries);
    if ([...changed].some((file) => named.has(file))) return 'certain';
    const folders = [folder, ...(await localPackages(side, folder))];
    possible ||= [...changed].some((file) => folders.some((each) => isAtOrBelow(file, each)));
  }
  return possible ? 'possible' : null;
}

/** What stands for a function's code before or after; the same where it stays. */
export function codeMark(folder: string, change: CodeChange, side: 'before' | 'after'): string {
  return change === null ? folder : `${folder} ${side}`;
}

/** Shows changes of functions' code by their folders instead of by digests that nothing has. */
export function withCodeNamed(
  stacks: readonly StackPlan[],
  functions: ReadonlyMap<string, CodeChange>,
): readonly StackPlan[] {
  const byDigest = new Map(
    [...functions].flatMap(([folder, change]) =>
      (['before', 'after'] as const).map(
        (side) => [codeDigest(codeMark(folder, change, side)), { folder, change }] as const,
      ),
    ),
  );
  const named = (property: PropertyChange): PropertyChange => {
    const [was, is] = [byDigest.get(property.before ?? ''), byDigest.get(property.after ?? '')];
    const [code, key] = property.path.split('.');
    if (code === undefined || key !== 'S3Key' || is === undefined) return property;
    return {
      ...property,
      path: code,
      before: was?.folder ?? property.before,
      after: was?.folder === is.folder ? 'its sources change' : is.folder,
      certainty: was?.folder === is.folder ? (is.change ?? 'possible') : 'certain',
    };
  };
  const change = (each: ResourceChange): ResourceChange => {
    if (!(each.type in codeProperties) || each.action !== 'modify') return each;
    const properties = each.properties.map(named);
    const isSure = properties.some(({ certainty }) => certainty === 'certain');
    return {
      ...each,
      properties,
      replacement: properties.map(({ replacement }) => replacement).reduce(worse, 'never'),
      certainty: isSure ? 'certain' : 'possible',
    };
  };
  const node = (each: StackNode): StackNode => ({
    ...each,
    changes: each.changes.map(change),
    children: each.children.map(node),
  });
  return stacks.map((stack) => ({ ...stack, root: node(stack.root) }));
}
