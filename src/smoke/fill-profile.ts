import { UserError } from '../errors/slipway-error.ts';
import type { ProfileContent, SmokeProfile } from './profile.ts';

/** Stack → output → value, of one environment. */
export type StackOutputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A whole text that is one reference; the first group is the stack, the second its output. */
export const referencePattern = /^\$\{([a-z][a-z0-9-]*)\.([A-Za-z0-9]+)\}$/;

/**
 * Puts the stacks' outputs in place of the profile's references.
 * Throws `SMOKE_OUTPUT_MISSING` at the first reference that no stack answers, naming the outputs there are.
 */
export function fillProfile(profile: SmokeProfile, outputs: StackOutputs): ProfileContent {
  for (const { stack, output, at } of profile.references) {
    if (outputs[stack]?.[output] !== undefined) continue;
    const choices = Object.keys(outputs[stack] ?? {});
    throw new UserError(
      'SMOKE_OUTPUT_MISSING',
      outputs[stack] === undefined
        ? `the smoke profile names \${${stack}.${output}}, but there is no stack "${stack}" (stacks: ${Object.keys(outputs).join(', ') || 'none'})`
        : `the smoke profile names \${${stack}.${output}}, but the stack has no such output (outputs: ${choices.join(', ') || 'none'})`,
      { at },
    );
  }
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const [, stack = '', output = ''] = referencePattern.exec(value) ?? [];
      return outputs[stack]?.[output] ?? value;
    }
    if (Array.isArray(value)) return value.map(fill);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry)]));
  };
  return fill(profile.content) as ProfileContent;
}
