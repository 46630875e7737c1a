import { UserError } from '../errors/slipway-error.ts';
import type { Position } from '../errors/position.ts';
import { scalarText, type Scalar } from '../template/evaluated.ts';
import { suggestion, withHint } from '../template/nearest.ts';
import type { ParameterSource } from './system.ts';

/** What a file may hold for a parameter. */
export type FileValue = Scalar | readonly Scalar[];

/** What references may name: the stacks of the system. */
export interface ReferenceScope {
  readonly stacks: readonly string[];
  /** The stack that takes the value, which cannot take its own output; `null` outside of stacks. */
  readonly taker: string | null;
  /** What the value is, for messages: `stacks.app.parameters.Bucket`. */
  readonly field: string;
  readonly at: Position;
}

/**
 * Reads a value. `${stack.Output}` alone is a reference; `$${` stands for `${`; a list becomes text with commas, a number or
 * boolean its text, as CloudFormation takes parameters (API reference, `Parameter.ParameterValue`).
 *
 * @throws UserError `CONFIG_REFERENCE` for a reference in a wrong form or place, or to a stack that the system does not have;
 *   `CONFIG_VALUE` for a list item with a comma
 */
export function parameterSource(value: FileValue, scope: ReferenceScope): ParameterSource {
  const { field, at } = scope;
  if (typeof value === 'object' && value !== null) {
    const items = value.map((item) => parameterSource(item, scope));
    const texts = items.map((item) => {
      if (item.kind === 'literal') return item.value;
      throw new UserError(
        'CONFIG_REFERENCE',
        `${field} is a list with a reference in it; a reference stands alone: $\{${item.stack}.${item.output}}`,
        { at },
      );
    });
    const comma = texts.find((text) => text.includes(','));
    if (comma !== undefined) {
      throw new UserError(
        'CONFIG_VALUE',
        `${field} has the list item "${comma}", which holds a comma; CloudFormation would take it for two items`,
        { at },
      );
    }
    return { kind: 'literal', value: texts.join(',') };
  }
  const text = scalarText(value);
  const reference = /^\$\{([^{}]*)\}$/.exec(text);
  if (reference !== null) return readReference(reference[1] ?? '', scope);
  if (/(?<!\$)\$\{/.test(text)) {
    throw new UserError(
      'CONFIG_REFERENCE',
      `${field} is "${text}"; a reference stands alone, as in \${stack.Output}. Write $\${ for a plain \${.`,
      { at },
    );
  }
  return { kind: 'literal', value: text.replaceAll('$${', '${') };
}

function readReference(inner: string, { stacks, taker, field, at }: ReferenceScope): ParameterSource {
  const [, stack, output] = /^([^.]+)\.([A-Za-z0-9]{1,255})$/.exec(inner.trim()) ?? [];
  if (stack === undefined || output === undefined) {
    throw new UserError(
      'CONFIG_REFERENCE',
      `${field} is "\${${inner}}"; a reference has the form \${stack.Output}`,
      { at },
    );
  }
  if (!stacks.includes(stack)) {
    const hint = suggestion(stack, stacks) ?? `The stacks are ${stacks.join(', ')}.`;
    throw new UserError(
      'CONFIG_REFERENCE',
      withHint(`${field} takes an output of the stack ${stack}, which is not there`, hint),
      {
        at,
      },
    );
  }
  if (stack === taker) {
    throw new UserError(
      'CONFIG_REFERENCE',
      `${field} takes an output of its own stack, ${stack}; a stack can only take outputs of others`,
      { at },
    );
  }
  return { kind: 'output', stack, output };
}

/** A reference as it is written, a literal as its text. */
export function sourceText(source: ParameterSource): string {
  return source.kind === 'literal' ? source.value : `\${${source.stack}.${source.output}}`;
}
