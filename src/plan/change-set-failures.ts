import type { TemplateTree } from '../template/template.ts';
import type { ChangeSetFailure } from './plan.ts';
import type { ChangeSetNode } from './read-change-set.ts';
import { withoutSecrets, type SecretTexts } from './secret-text.ts';

/** Every change set of the tree that failed by itself, deepest last; a parent that only names a failed child is left out. */
export function changeSetFailures(
  root: ChangeSetNode,
  released: TemplateTree,
  secrets: SecretTexts,
): readonly ChangeSetFailure[] {
  const visit = (
    node: ChangeSetNode,
    path: readonly string[],
    tree: TemplateTree | undefined,
    at: ChangeSetFailure['at'],
  ): ChangeSetFailure[] => {
    const below = [...node.children].flatMap(([id, child]) =>
      visit(child, [...path, id], tree?.children.get(id), place(tree, id)),
    );
    const isFailure = node.state === 'failed' || node.state === 'gone';
    if (!isFailure || (below.length > 0 && followsChild(node))) return below;
    const reason =
      node.reason ??
      (node.state === 'gone' ? 'It was deleted while it was read' : 'CloudFormation gives no reason');
    return [{ path, reason: withoutSecrets(reason, secrets), at }, ...below];
  };
  return visit(root, [], released, null);
}

function place(tree: TemplateTree | undefined, logicalId: string): ChangeSetFailure['at'] {
  return tree?.template.body.Resources[logicalId] === undefined
    ? null
    : tree.template.locateKey(['Resources', logicalId]);
}

function followsChild(node: ChangeSetNode): boolean {
  return node.reason?.startsWith('Nested change set ') === true;
}

/**
 * Whether a nested set failed only because values of other nested stacks are not known before they run: the template is
 * not wrong, the change set just can't be had. Forms seen in the wild, see `unresolvedMarker`; `Select`, `Split`,
 * patterns, rules, SSM-typed parameters and export names are what trips over the stand-in text.
 */
export function failsForUnresolvedInputs({ reason }: ChangeSetFailure): boolean {
  return [
    /\{\{IntrinsicFunction:|KNOWN_AFTER_APPLY/,
    /duplicate Export names/i,
    /Fn::(?:Select|Split)\b/,
    /must match pattern|failed to satisfy constraint/i,
    /Unable to fetch parameters/i,
    /Template validation error: Rule|Rule .* failed|Assertion failed/i,
  ].some((pattern) => pattern.test(reason));
}
