import type { Json } from '../runtime/canonical-json.ts';

/** The functions that only `Rules` know and that need nothing but parameters (User Guide, "Rule-specific intrinsic functions"). */
export type RuleFunction = 'Fn::Contains' | 'Fn::EachMemberEquals' | 'Fn::EachMemberIn';

/** What a rule's function says of a list and its other argument; `undefined` where the arguments are not what it takes. */
export function ruleFunction(
  name: RuleFunction,
  [list, other]: readonly (Json | undefined)[],
): boolean | undefined {
  if (!Array.isArray(list) || other === undefined) return undefined;
  const members = list.map(String);
  if (name === 'Fn::EachMemberIn') {
    return Array.isArray(other) ? members.every((member) => other.map(String).includes(member)) : undefined;
  }
  if (typeof other === 'object') return undefined;
  return name === 'Fn::Contains'
    ? members.includes(String(other))
    : members.every((member) => member === String(other));
}
