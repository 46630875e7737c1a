import { evaluateTree, type EvaluatedStack } from '../template/evaluate-tree.ts';
import type { PseudoParameters } from '../template/evaluate.ts';
import { leaves, scalarText, type Evaluated } from '../template/evaluated.ts';
import { isNoEcho } from '../template/parameter-values.ts';
import type { TemplateTree } from '../template/template.ts';
import type { SecretTexts } from './secret-text.ts';

/** What is computed from a secret, or chosen by one, may be a common word: only a longer text is looked for everywhere. */
const shortest = { given: 4, computed: 8 };

/**
 * Every clear text in a tree that must not be printed: what `NoEcho` parameters of any stack are given or have by default,
 * and what templates compute from them (`Base64`, `Join`, …), so that CloudFormation's own words can be searched for it.
 *
 * @param parameters what the root is given
 */
export function secretTextsOf(
  tree: TemplateTree,
  parameters: Readonly<Record<string, string | Evaluated>>,
  pseudo: PseudoParameters,
): SecretTexts {
  return [...new Set(stackTexts(evaluateTree(tree, { parameters, pseudo })))];
}

function stackTexts(stack: EvaluatedStack): readonly string[] {
  const declared = stack.template.body.Parameters ?? {};
  const given = Object.entries(stack.parameters).flatMap(([name, value]) => {
    const parameter = declared[name];
    return parameter !== undefined && isNoEcho(parameter)
      ? [...texts(value, shortest.given), ...defaultOf(parameter.Default)]
      : [];
  });
  const computed = [...stack.resources.map(({ properties }) => properties), ...Object.values(stack.outputs)];
  return [
    ...given,
    ...computed.flatMap((value) => texts(value, shortest.computed)),
    ...[...stack.children.values()].flatMap(stackTexts),
  ];
}

function texts(value: Evaluated, least: number): readonly string[] {
  return leaves(value).flatMap(({ value: leaf }) => {
    const text = leaf.kind === 'value' && leaf.lineage.secret ? scalarText(leaf.value) : '';
    return text.length >= least ? [text] : [];
  });
}

function defaultOf(value: unknown): readonly string[] {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return text.length >= shortest.given ? [text] : [];
}
