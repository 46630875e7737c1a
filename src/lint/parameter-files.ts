import type { Checked } from '../config/read-checked.ts';
import { artifactBucketParameter } from '../config/parse-system.ts';
import type { EnvironmentDefinition, ParameterSource, StackDefinition } from '../config/system.ts';
import type { Position } from '../errors/position.ts';
import { suggestion } from '../template/nearest.ts';
import type { Template } from '../template/template.ts';
import { violation } from './constraint.ts';
import { finding, type Finding } from './finding.ts';
import type { LintedSystem } from './linted-system.ts';

/**
 * What the parameter files say against what the root templates take: nothing that a template lacks, nothing missing that has
 * no default, no value that the template's constraints refuse, no output that a stack does not have.
 */
export function parameterFiles(system: LintedSystem): readonly Finding[] {
  const { definition, environments, trees } = system;
  return [
    ...definition.value.stacks.flatMap((stack) => {
      const root = trees.get(stack.name)?.template;
      if (root === undefined) return [];
      const wired = Object.entries(stack.parameters).flatMap(([name, source]) =>
        judge(root, name, source, definition, ['stacks', stack.name, 'parameters', name]),
      );
      return [...wired, ...environments.flatMap((environment) => ofEnvironment(root, stack, environment))];
    }),
    ...outputsTaken(system),
  ];
}

function ofEnvironment(
  root: Template,
  stack: StackDefinition,
  environment: Checked<EnvironmentDefinition>,
): readonly Finding[] {
  const values = environment.value.values[stack.name] ?? {};
  const given = { ...stack.parameters, ...values };
  const missing = Object.entries(root.body.Parameters ?? {})
    .filter(
      ([name, parameter]) =>
        parameter.Default === undefined && !(name in given) && name !== artifactBucketParameter,
    )
    .map(([name]) =>
      finding(
        'params/missing',
        `The stack ${stack.name} needs a value for ${name} in ${environment.value.environment}`,
        environment.locateKey(['values', stack.name]),
        `${root.file}:${root.locateKey(['Parameters', name]).line} declares it without a Default`,
      ),
    );
  const judged = Object.entries(values).flatMap(([name, source]) =>
    judge(root, name, source, environment, ['values', stack.name, name]),
  );
  return [...missing, ...judged];
}

interface Places {
  readonly locate: (path: readonly string[]) => Position;
  readonly locateKey: (path: readonly string[]) => Position;
}

function judge(
  root: Template,
  name: string,
  source: ParameterSource,
  places: Places,
  path: readonly string[],
): readonly Finding[] {
  const parameters = root.body.Parameters ?? {};
  const parameter = parameters[name];
  if (parameter === undefined) {
    const names = Object.keys(parameters).filter((each) => each !== artifactBucketParameter);
    return [
      finding(
        'params/unknown',
        `${root.file} has no parameter ${name}`,
        places.locateKey(path),
        suggestion(name, names) ?? `It has ${names.join(', ') || 'none'}`,
      ),
    ];
  }
  if (source.kind === 'output') return [];
  const wrong = violation(parameter, source.value);
  if (wrong === null) return [];
  const place = `${root.file}:${root.locateKey(['Parameters', name]).line}`;
  return [finding('params/value', `${name} ${wrong}`, places.locate(path), `${place} says so`)];
}

/** Every `${stack.Output}` names an output that the stack's root template has. */
function outputsTaken({ definition, environments, trees }: LintedSystem): readonly Finding[] {
  const check = (source: ParameterSource, at: Position): readonly Finding[] => {
    if (source.kind !== 'output') return [];
    const root = trees.get(source.stack)?.template;
    if (root === undefined) return [];
    const outputs = Object.keys(root.body.Outputs ?? {});
    if (outputs.includes(source.output)) return [];
    return [
      finding(
        'wiring/output-unknown',
        `The stack ${source.stack} has no output ${source.output}`,
        at,
        suggestion(source.output, outputs) ?? `${root.file} has ${outputs.join(', ') || 'no outputs'}`,
      ),
    ];
  };
  const { site, stacks } = definition.value;
  return [
    ...stacks.flatMap((stack) =>
      Object.entries(stack.parameters).flatMap(([name, source]) =>
        check(source, definition.locate(['stacks', stack.name, 'parameters', name])),
      ),
    ),
    ...(site === null
      ? []
      : [
          ...(['bucket', 'distribution', 'url'] as const).flatMap((key) =>
            check(site[key], definition.locate(['site', key])),
          ),
          ...Object.entries(site.config).flatMap(([key, source]) =>
            check(source, definition.locate(['site', 'config', key])),
          ),
        ]),
    ...environments.flatMap(({ value, locate }) =>
      Object.entries(value.values).flatMap(([stack, values]) =>
        Object.entries(values).flatMap(([name, source]) => check(source, locate(['values', stack, name]))),
      ),
    ),
  ];
}
