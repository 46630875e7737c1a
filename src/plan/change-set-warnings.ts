import type { TemplateTree } from '../template/template.ts';
import { hookLines } from './change-set-hooks.ts';
import { noticePosition, noticeText } from './change-set-notices.ts';
import type { ChangeSetNode } from './read-change-set.ts';

/**
 * The warnings of a change set and all that it nests, a line each that begins with the place in the tree. What a change set
 * has failed for is told with its failure, not here.
 *
 * @param path the root's name, then logical ids
 */
export function changeSetWarnings(
  node: ChangeSetNode,
  path: readonly string[],
  released: TemplateTree | undefined,
): readonly string[] {
  const name = path.join('/');
  const noticed = (node.notices ?? [])
    .filter((notice) => !notice.fails || node.state === 'made')
    .map((notice) => {
      const at = noticePosition(notice, released);
      return `${noticeText(notice, path)}${at === null ? '' : `, ${at.file} line ${at.line}`}`;
    });
  return [
    ...(node.warning === null ? [] : [`${name}: ${node.warning}`]),
    ...hookLines(node.hooks, path, released),
    ...noticed,
    ...[...node.children].flatMap(([id, child]) =>
      changeSetWarnings(child, [...path, id], released?.children.get(id)),
    ),
  ];
}

/** Whether what validations and hooks found of any change set of the tree could not be read. */
export function isWithoutNotices(node: ChangeSetNode): boolean {
  return node.notices === null || [...node.children.values()].some(isWithoutNotices);
}
