import { UserError } from '../errors/slipway-error.ts';
import { orderStacks } from './stack-order.ts';
import { takes } from './parse-environment.ts';
import type {
  EnvironmentDefinition,
  ParameterSource,
  StackInstance,
  StackParameter,
  SystemDefinition,
} from './system.ts';

/** Outputs of deployed stacks: stack → output → value. */
export type StackOutputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** How a stack is called in its account: `companycam-dev-app`. */
function deployedStackName(system: string, environment: string, stack: string): string {
  return `${system}-${environment}-${stack}`;
}

/**
 * The stacks of one environment in order of deployment: what `system.yml` and the environment's file say, put together. The
 * tags get `slipway:system` and `slipway:environment`.
 *
 * @throws UserError `CONFIG_CYCLE`
 */
export function stackInstances(
  system: SystemDefinition,
  environment: EnvironmentDefinition,
): readonly StackInstance[] {
  const tags = {
    ...environment.tags,
    'slipway:system': system.system,
    'slipway:environment': environment.environment,
  };
  const instances = system.stacks.map((stack): StackInstance => ({
    name: stack.name,
    stackName: deployedStackName(system.system, environment.environment, stack.name),
    account: environment.account,
    region: environment.regions[stack.region],
    template: stack.template,
    parameters: { ...stack.parameters, ...environment.values[stack.name] },
    tags,
  }));
  const order = orderStacks(
    instances.map(({ name }) => name),
    instances.flatMap(({ name, parameters }) => takes(name, parameters)),
  );
  return instances.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

/** A parameter's text, or `undefined` where its stack or output is not there (yet). */
export function resolveSource(source: ParameterSource, outputs: StackOutputs): string | undefined {
  return source.kind === 'literal' ? source.value : outputs[source.stack]?.[source.output];
}

/** The error for a reference that cannot be resolved. `what` takes it, in words. */
export function missingOutput(what: string, source: StackParameter, outputs: StackOutputs): UserError {
  if (source.kind === 'literal') return new UserError('OUTPUT_MISSING', `There is no value for ${what}`);
  const there = outputs[source.stack];
  const state =
    there === undefined
      ? `the stack ${source.stack} is not deployed`
      : `the stack has ${Object.keys(there).length === 0 ? 'no outputs' : `the outputs ${Object.keys(there).sort().join(', ')}`}`;
  return new UserError(
    'OUTPUT_MISSING',
    `There is no output ${source.stack}.${source.output} for ${what}; ${state}`,
  );
}
