import type { TemplateTree } from '../template/template.ts';
import { unresolvedMarker } from './change-details.ts';
import { noticePosition, noticeText } from './change-set-notices.ts';
import type { ChangeSetFailure } from './plan.ts';
import type { ChangeSetNode } from './read-change-set.ts';
import { hiddenByCloudFormation, withoutSecrets, type SecretTexts } from './secret-text.ts';

/** A change set that failed, and whether it can't be had rather than being wrong. */
export interface FailedChangeSet {
  readonly failure: ChangeSetFailure;
  /** It failed only because values of other nested stacks are not known before they run. */
  readonly forUnresolvedInputs: boolean;
}

/**
 * Every change set of the tree that failed by itself, deepest last; a parent that only names a failed child is left out.
 * What validations and hooks say of it is part of the reason, and the first resource that they name its place.
 */
export function changeSetFailures(
  root: ChangeSetNode,
  released: TemplateTree,
  secrets: SecretTexts,
): readonly FailedChangeSet[] {
  const visit = (
    node: ChangeSetNode,
    path: readonly string[],
    tree: TemplateTree | undefined,
    at: ChangeSetFailure['at'],
  ): FailedChangeSet[] => {
    const below = [...node.children].flatMap(([id, child]) =>
      visit(child, [...path, id], tree?.children.get(id), place(tree, id)),
    );
    const isFailure = node.state === 'failed' || node.state === 'gone';
    if (!isFailure || (below.length > 0 && followsChild(node))) return below;
    const said =
      node.reason ??
      (node.state === 'gone' ? 'It was deleted while it was read' : 'CloudFormation gives no reason');
    const notices = (node.notices ?? []).filter(({ fails }) => fails);
    const reason = [said, ...notices.map((notice) => noticeText(notice, []))].join(' ');
    const named = notices.map((notice) => noticePosition(notice, tree)).find((each) => each !== null);
    const failure = { path, reason: withoutSecrets(reason, secrets), at: named ?? at };
    return [{ failure, forUnresolvedInputs: failsForUnresolvedInputs(said, node) }, ...below];
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
 * patterns, rules, SSM-typed parameters and export names are what trips over the stand-in text. A parameter that has a
 * value by now and breaks its pattern is simply wrong.
 */
function failsForUnresolvedInputs(reason: string, { parameters }: ChangeSetNode): boolean {
  if (/\{\{IntrinsicFunction:|KNOWN_AFTER_APPLY/.test(reason)) return true;
  if (/must match pattern|failed to satisfy constraint/i.test(reason)) {
    const name = /\bparameter:?\s+['"[]?(\w+)/i.exec(reason)?.[1];
    const value = parameters.find(({ ParameterKey }) => ParameterKey === name)?.ParameterValue;
    return value === undefined || value === hiddenByCloudFormation || unresolvedMarker.test(value);
  }
  return [
    /duplicate Export names/i,
    /Fn::(?:Select|Split)\b/,
    /Unable to fetch parameters/i,
    /Template validation error: Rule|Rule .* failed|Assertion failed/i,
  ].some((pattern) => pattern.test(reason));
}
