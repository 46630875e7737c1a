import { stackInstances } from '../../../src/config/stack-instances.ts';
import { evaluateStacks, withNested } from '../../../src/lint/evaluated-stacks.ts';
import type { LintedSystem } from '../../../src/lint/linted-system.ts';
import { fedParameters, reference } from '../../../src/lint/origin.ts';
import { references } from '../../../src/template/references.ts';
import type { EvaluatedStack } from '../../../src/template/evaluate-tree.ts';
import type { TemplateParameter } from '../../../src/template/template.ts';

/** A parameter of a root that a parameter file may set. */
export interface RootParameter {
  readonly stack: string;
  readonly name: string;
}

export const kinds = [
  'AllowedValues',
  'AllowedPattern',
  'MinLength',
  'MaxLength',
  'MinValue',
  'MaxValue',
  'Type',
] as const;
export type Kind = (typeof kinds)[number];

/** One constraint of a parameter, of a root or of a template that the root nests, whose value a file can give. */
export interface Constraint {
  readonly template: string;
  readonly name: string;
  readonly kind: Kind;
  readonly parameter: TemplateParameter;
  /** Logical ids from the root; empty for the root's own, which may be stricter than what it nests. */
  readonly path: readonly string[];
  readonly from: RootParameter;
}

/** One assertion of a rule, with the parameters of the root that it depends on and that a file can give. */
export interface RuleAssertion {
  readonly template: string;
  readonly rule: string;
  readonly index: number;
  readonly description: string;
  readonly from: readonly RootParameter[];
  /** The texts and numbers that it compares with. */
  readonly literals: readonly string[];
}

/** All constraints of a system's templates that a value of a file meets; each once, however often its template is nested. */
export function constraintsOf(system: LintedSystem): readonly Constraint[] {
  return distinct(
    everyStack(system).flatMap(({ root, name, stack }) =>
      Object.entries(stack.template.body.Parameters ?? {}).flatMap(([parameterName, parameter]) => {
        const from = rootParameter(root, name, stack, parameterName);
        if (from === null) return [];
        return constraintKinds(parameter).map((kind) => ({
          template: stack.template.file,
          name: parameterName,
          kind,
          parameter,
          path: stack.path,
          from,
        }));
      }),
    ),
    ({ template, name, kind }) => `${template} ${name} ${kind}`,
  );
}

/** All assertions of the rules of a system's templates, each once. */
export function assertionsOf(system: LintedSystem): readonly RuleAssertion[] {
  return distinct(
    everyStack(system).flatMap(({ root, name, stack }) =>
      Object.entries(stack.template.body.Rules ?? {}).flatMap(([rule, value]) => {
        const { RuleCondition: condition, Assertions: assertions } = value as {
          readonly RuleCondition?: unknown;
          readonly Assertions: readonly { readonly Assert: unknown; readonly AssertDescription?: string }[];
        };
        return assertions.map(({ Assert: assert, AssertDescription: description = '' }, index) => ({
          template: stack.template.file,
          rule,
          index,
          description,
          from: distinct(
            [...references(assert), ...references(condition)].flatMap((each) => {
              const from = each.kind === 'ref' ? rootParameter(root, name, stack, each.name) : null;
              return from === null ? [] : [from];
            }),
            (each) => each.name,
          ),
          literals: literalsIn([assert, condition]),
        }));
      }),
    ),
    ({ template, rule, index }) => `${template} ${rule} ${index}`,
  );
}

interface OneStack {
  readonly root: EvaluatedStack;
  /** The root's, in `system.yml`. */
  readonly name: string;
  readonly stack: EvaluatedStack;
}

function everyStack(system: LintedSystem): readonly OneStack[] {
  return evaluateStacks(system).stacks.flatMap(({ instance, stack: root }) =>
    withNested(root).map((stack) => ({ root, name: instance.name, stack })),
  );
}

/** The root's parameter that a stack's parameter is handed on from, unless another stack feeds that; `null` where it is made otherwise. */
function rootParameter(
  root: EvaluatedStack,
  stackName: string,
  stack: EvaluatedStack,
  name: string,
): RootParameter | null {
  const [logicalId] = stack.path.slice(-1);
  if (logicalId === undefined) return name === 'ArtifactBucket' ? null : { stack: stackName, name };
  const above = stack.path.slice(0, -1);
  const parent = withNested(root).find(({ path }) => path.join('/') === above.join('/'));
  const handedOn = parent && reference(fedParameters(parent, logicalId)[name]);
  if (!parent || !handedOn || parent.template.body.Parameters?.[handedOn] === undefined) return null;
  return rootParameter(root, stackName, parent, handedOn);
}

export function constraintKinds(parameter: TemplateParameter): readonly Kind[] {
  return kinds.filter((kind) => (kind === 'Type' ? /Number|^AWS::|<AWS::/.test(parameter.Type) : kind in parameter));
}

function literalsIn(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.entries(value).flatMap(([key, each]) => (key === 'Ref' ? [] : literalsIn(each)));
  return [...new Set(found)];
}

/** True where another stack of the system feeds the parameter: then its value is known only while it is deployed. */
export function isFedByStack(system: LintedSystem, { stack, name }: RootParameter): boolean {
  const [environment] = system.environments;
  if (environment === undefined) return false;
  const instance = stackInstances(system.definition.value, environment.value).find((each) => each.name === stack);
  return instance?.parameters[name]?.kind === 'output';
}

function distinct<T>(list: readonly T[], key: (each: T) => string): readonly T[] {
  return [...new Map(list.map((each) => [key(each), each])).values()];
}
