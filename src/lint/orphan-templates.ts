import type { TemplateTree } from '../template/template.ts';
import { finding, type Finding } from './finding.ts';

/** Whether a template sets an account up: it belongs to no system and is linted with all. */
export function standsAlone(file: string): boolean {
  return file.startsWith('templates/bootstrap/');
}

/**
 * A template that nobody nests is dead code that looks alive.
 *
 * @param files all templates of the repository
 * @param trees of all stacks of all systems
 */
export function orphanTemplates(
  files: readonly string[],
  trees: readonly TemplateTree[],
): readonly Finding[] {
  const used = new Set(trees.flatMap(templateFiles));
  return files
    .filter((file) => !used.has(file) && !standsAlone(file))
    .map((file) =>
      finding(
        'wiring/orphan-template',
        `No system deploys ${file}, and no template nests it`,
        { file, line: 1, column: 1 },
        'Name it in a system.yml or a TemplateURL, or delete it',
      ),
    );
}

export function templateFiles(tree: TemplateTree): readonly string[] {
  return [tree.template.file, ...[...tree.children.values()].flatMap(templateFiles)];
}
