import { UserError } from '../errors/slipway-error.ts';
import { suggestion, withHint } from '../template/nearest.ts';
import { environmentNames, type EnvironmentName } from './environment-name.ts';
import { parameterSource } from './parameter-source.ts';
import { mapValues, reserved } from './parse-system.ts';
import { readChecked, throwAll, type Checked } from './read-checked.ts';
import { environmentSchema } from './schemas.ts';
import { orderStacks, type StackEdge } from './stack-order.ts';
import type { EnvironmentDefinition, ParameterSource, StackDefinition, SystemDefinition } from './system.ts';

/**
 * The environment that a word names.
 *
 * @throws UserError `ENVIRONMENT_UNKNOWN` with the choices
 */
export function parseEnvironmentName(word: string): EnvironmentName {
  const found = environmentNames.find((name) => name === word);
  if (found !== undefined) return found;
  throw new UserError(
    'ENVIRONMENT_UNKNOWN',
    withHint(
      `There is no environment ${word}; the environments are ${environmentNames.join(', ')}`,
      suggestion(word, environmentNames),
    ),
  );
}

/**
 * Reads `params/<system>/<environment>.yml` from its text, out of the repository or a release.
 *
 * @param file its name in positions, relative to the repository
 * @param system the definition it belongs to, from the same place
 * @throws as `readChecked`, and UserError `CONFIG_REFERENCE`, `CONFIG_CYCLE`, `CONFIG_VALUE`, `CONFIG_RESERVED`,
 *   `CONFIG_PARAMETER_TWICE` where the wiring sets the same parameter
 */
export function parseEnvironment(
  source: string,
  file: string,
  system: SystemDefinition,
  environment: EnvironmentName,
): EnvironmentDefinition {
  return readEnvironment(source, file, system, environment).value;
}

/** As `parseEnvironment`, with positions in the file. */
export function readEnvironment(
  source: string,
  file: string,
  system: SystemDefinition,
  environment: EnvironmentName,
): Checked<EnvironmentDefinition> {
  const checked = readChecked(environmentSchema, source, file);
  const { value: read } = checked;
  const stacks = system.stacks.map(({ name }) => name);
  const errors: UserError[] = [];
  const edges: StackEdge[] = [];

  const values = mapValues(read.values, (parameters, name) => {
    const stack = system.stacks.find((each) => each.name === name);
    if (stack === undefined) {
      const hint = suggestion(name, stacks) ?? `The stacks are ${stacks.join(', ')}.`;
      errors.push(
        new UserError(
          'CONFIG_VALUE',
          withHint(`values names the stack ${name}, which ${system.file} does not have`, hint),
          {
            at: checked.locateKey(['values', name]),
          },
        ),
      );
      return {};
    }
    return mapValues(parameters, (value, parameter): ParameterSource => {
      const path = ['values', name, parameter];
      const at = checked.locate(path);
      errors.push(
        ...reserved(parameter, path, checked),
        ...wiredAlready(stack, parameter, path, checked, system),
      );
      try {
        const found = parameterSource(value, { stacks, taker: name, field: path.join('.'), at });
        if (found.kind === 'output')
          edges.push({ taker: name, giver: found.stack, output: found.output, at });
        return found;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        errors.push(error);
        return { kind: 'literal', value: '' };
      }
    });
  });
  throwAll(errors, file);
  orderStacks(stacks, [...wiring(system.stacks), ...edges]);
  return {
    ...checked,
    value: {
      system: system.system,
      environment,
      file,
      account: read.account,
      regions: read.regions,
      tags: read.tags,
      values,
    },
  };
}

/** Which stack takes which output, as `system.yml` wires them. */
function wiring(stacks: readonly StackDefinition[]): readonly StackEdge[] {
  return stacks.flatMap(({ name, parameters }) => takes(name, parameters));
}

export function takes(
  taker: string,
  parameters: Readonly<Record<string, ParameterSource>>,
): readonly StackEdge[] {
  return Object.values(parameters).flatMap((source) =>
    source.kind === 'output' ? [{ taker, giver: source.stack, output: source.output }] : [],
  );
}

function wiredAlready(
  stack: StackDefinition,
  parameter: string,
  path: readonly string[],
  checked: Checked<unknown>,
  system: SystemDefinition,
): readonly UserError[] {
  if (!Object.hasOwn(stack.parameters, parameter)) return [];
  return [
    new UserError(
      'CONFIG_PARAMETER_TWICE',
      `${path.join('.')} is set in ${system.file} too, at stacks.${stack.name}.parameters.${parameter}; keep one of them`,
      { at: checked.locateKey(path) },
    ),
  ];
}
