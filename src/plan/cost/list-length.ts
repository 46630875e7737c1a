import type { EvaluatedStack } from '../../template/evaluate-tree.ts';
import type { Evaluated } from '../../template/evaluated.ts';
import { settledItems } from './settled-property.ts';

/** How many values a list has; `null` where that is not known before the deployment. */
export type ListLength = (value: Evaluated | undefined) => number | null;

/**
 * Counts the values of lists of a tree. What they are may wait for the deployment: two subnets that are still to be made
 * are two subnets. An output of another nested stack is followed to the list that it is made of.
 */
export function listLengths(root: EvaluatedStack): ListLength {
  const lengthOf = (value: Evaluated | undefined, seen: ReadonlySet<string>): number | null => {
    if (value?.kind === 'value') return lengthOfText(String(value.value));
    if (value?.kind !== 'unresolved') return settledItems(value)?.length ?? null;
    if (value.lineage.secret) return null;
    if (value.text.includes(',')) return lengthOfText(value.text);
    const [source, ...more] = value.lineage.sources;
    if (
      source === undefined ||
      more.length > 0 ||
      seen.has(source) ||
      value.text !== `\${${lastName(source)}}`
    )
      return null;
    const output = findOutput(root, source);
    return output === undefined ? null : lengthOf(output, new Set([...seen, source]));
  };
  return (value) => lengthOf(value, new Set());
}

function lengthOfText(text: string): number | null {
  const values = text.split(',');
  return values.some((each) => each.trim() === '') ? null : values.length;
}

/** `Network.Outputs.SubnetIds` of `Site/Network.Outputs.SubnetIds`. */
function lastName(source: string): string {
  return source.split('/').at(-1) ?? source;
}

function findOutput(root: EvaluatedStack, source: string): Evaluated | undefined {
  const [, logicalId, output] = /^([^.]+)\.Outputs\.([^.]+)$/.exec(lastName(source)) ?? [];
  if (logicalId === undefined || output === undefined) return undefined;
  const path = [...source.split('/').slice(0, -1), logicalId];
  const stack = path.reduce<EvaluatedStack | undefined>((above, id) => above?.children.get(id), root);
  return stack?.outputs[output];
}
