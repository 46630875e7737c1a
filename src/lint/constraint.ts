import { isListType, isNoEcho } from '../template/parameter-values.ts';
import type { TemplateParameter } from '../template/template.ts';

/**
 * What is wrong with a value by the parameter's own constraints, to stand behind the parameter's name; `null` where nothing
 * is. Constraints of a list hold for each item (CloudFormation User Guide, "Parameters"). A value with a dynamic reference is
 * judged when it is deployed. A secret, or a `NoEcho` parameter's value, is not repeated.
 */
export function violation(parameter: TemplateParameter, value: string, secret = false): string | null {
  if (value.includes('{{resolve:')) return null;
  const items = isListType(parameter.Type) ? value.split(',').map((item) => item.trim()) : [value];
  for (const item of items) {
    const wrong = itemViolation(parameter, item);
    if (wrong !== null)
      return `is ${secret || isNoEcho(parameter) ? 'a value (not shown) that' : `"${item}", which`} ${wrong}`;
  }
  return null;
}

function itemViolation(parameter: TemplateParameter, item: string): string | null {
  const { AllowedValues: allowed, AllowedPattern: pattern } = parameter;
  if (/^(List<)?Number>?$/.test(parameter.Type)) {
    if (item.trim() === '' || !Number.isFinite(Number(item))) return 'is no number';
    const least = limit(parameter['MinValue']);
    const most = limit(parameter['MaxValue']);
    if (least !== null && Number(item) < least) return `is less than ${least}`;
    if (most !== null && Number(item) > most) return `is more than ${most}`;
  }
  if (allowed !== undefined && !allowed.map(String).includes(item)) {
    return `is not one of ${allowed.map((each) => `"${String(each)}"`).join(', ')}`;
  }
  const shortest = limit(parameter['MinLength']);
  const longest = limit(parameter['MaxLength']);
  if (shortest !== null && item.length < shortest) return `is shorter than ${shortest} characters`;
  if (longest !== null && item.length > longest) return `is longer than ${longest} characters`;
  if (typeof pattern === 'string' && wholePattern(pattern)?.test(item) === false) {
    return `does not match ${pattern}`;
  }
  return null;
}

function limit(value: unknown): number | null {
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? null : number;
}

/** CloudFormation matches the whole value, by Java's rules; `null` for what JavaScript cannot read. */
function wholePattern(pattern: string): RegExp | null {
  try {
    return new RegExp(`^(?:${pattern})$`, 'su');
  } catch {
    try {
      return new RegExp(`^(?:${pattern})$`, 's');
    } catch {
      return null;
    }
  }
}
