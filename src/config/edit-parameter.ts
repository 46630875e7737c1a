import { UserError } from '../errors/slipway-error.ts';
import type { EnvironmentName } from './environment-name.ts';
import { readEnvironment } from './parse-environment.ts';
import type { SystemDefinition } from './system.ts';

export interface ParameterEdit {
  readonly stack: string;
  readonly parameter: string;
  readonly value: string;
}

/**
 * The text of `params/<system>/<environment>.yml` with another value of one parameter: that one scalar, and no comment, quote or
 * line beside it. What comes out is read again, and must say the same but for that value.
 *
 * @throws UserError PARAMETER_EDIT where the file does not set the parameter, or not by a text on one line; what reading the file throws
 */
export function withParameter(
  source: string,
  file: string,
  system: SystemDefinition,
  environment: EnvironmentName,
  { stack, parameter, value }: ParameterEdit,
): string {
  const checked = readEnvironment(source, file, system, environment);
  const field = `values.${stack}.${parameter}`;
  const before = checked.value.values[stack]?.[parameter];
  if (before === undefined) {
    throw new UserError('PARAMETER_EDIT', `${file} does not set ${field}, so there is nothing to change`, {
      next: `write ${field} into the files of all environments and release that`,
    });
  }
  if (before.kind === 'literal' && before.value === value) return source;
  const at = checked.locate(['values', stack, parameter]);
  const lines = source.split('\n');
  const line = lines[at.line - 1] ?? '';
  const start = at.column - 1;
  const scalar = /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^\s,[\]{}#&*!|>'"%@`][^\s,[\]{}#]*)/.exec(
    line.slice(start),
  )?.[0];
  if (before.kind !== 'literal' || scalar === undefined) {
    throw new UserError(
      'PARAMETER_EDIT',
      `${field} is no text on one line, so it can't be changed by itself`,
      { at },
    );
  }
  const quoted = `'${value.replaceAll("'", "''")}'`;
  lines[at.line - 1] = `${line.slice(0, start)}${quoted}${line.slice(start + scalar.length)}`;
  const text = lines.join('\n');
  const wanted = {
    ...checked.value,
    values: {
      ...checked.value.values,
      [stack]: { ...checked.value.values[stack], [parameter]: { kind: 'literal', value } },
    },
  };
  if (reads(text, wanted)) return text;
  throw new UserError('PARAMETER_EDIT', `${field} can't be changed without changing more`, { at });

  function reads(changed: string, as: unknown): boolean {
    try {
      return JSON.stringify(readEnvironment(changed, file, system, environment).value) === JSON.stringify(as);
    } catch (error) {
      if (error instanceof UserError) return false;
      throw error;
    }
  }
}
