import { UserError } from '../errors/slipway-error.ts';
import type { Checked } from './read-checked.ts';
import type { EnvironmentDefinition } from './system.ts';

/**
 * A parameter that one environment sets, all set: else an environment silently runs with a default that another does not.
 * One error `CONFIG_PARAMETER_KEYS` for each that is missing, at the stack's place in the file that lacks it.
 */
export function compareEnvironments(
  environments: readonly Checked<EnvironmentDefinition>[],
): readonly UserError[] {
  const seen = new Map<string, { stack: string; parameter: string; files: string[] }>();
  for (const { value } of environments) {
    for (const [stack, parameters] of Object.entries(value.values)) {
      for (const parameter of Object.keys(parameters)) {
        const key = `${stack}.${parameter}`;
        const entry = seen.get(key) ?? { stack, parameter, files: [] };
        entry.files.push(value.file);
        seen.set(key, entry);
      }
    }
  }
  return environments.flatMap(({ value, locateKey }) =>
    [...seen.values()]
      .filter(({ files }) => !files.includes(value.file))
      .map(
        ({ stack, parameter, files }) =>
          new UserError(
            'CONFIG_PARAMETER_KEYS',
            `values.${stack} has no ${parameter}, which ${files.join(' and ')} set${files.length === 1 ? 's' : ''}; ` +
              'all environments set the same parameters',
            { at: locateKey(['values', stack]) },
          ),
      ),
  );
}
