import type { Stack } from '@aws-sdk/client-cloudformation';
import type { StackInstance } from '../config/system.ts';
import { evaluateTree, type EvaluatedStack } from '../template/evaluate-tree.ts';
import { flatten, isNoEcho } from '../template/parameter-values.ts';
import type { TemplateTree } from '../template/template.ts';
import { assembleStackPlan, pseudoParameters, stackReading, type PlanBasis } from './assemble-stack-plan.ts';
import { provablyEqual } from './compare-values.ts';
import type { DeployedTree } from './deployed-tree.ts';
import type { PlannedParameter } from './plan-parameters.ts';
import type { StackPlan } from './plan.ts';
import { hiddenByCloudFormation } from './secret-text.ts';
import { defaultText, stackInputs } from './stack-inputs.ts';
import type { StackReading } from './stack-reading.ts';

/** A root stack as the sources make it in one state. */
export interface StaticSide {
  readonly instance: StackInstance;
  /** Its templates, packaged: code and nested templates are named by digests, renewed resources by their sources'. */
  readonly tree: TemplateTree;
  /** Of the packaged root template. */
  readonly sha256: string;
}

/** One root stack before and after. */
export interface StaticStack {
  /** `null` where it was not there. */
  readonly before: StaticSide | null;
  readonly after: StaticSide;
}

/** Stands for a bucket that is the same on both sides. */
const artifactBucket = '${ArtifactBucket}';

/**
 * What a change of the sources does to stacks, as if what the sources were had been deployed. Attributes of resources have
 * their names for values (`${Storage/Bucket.Arn}`), the same on both sides unless the resource changes; so does what
 * another stack gives.
 *
 * @param stacks in order of deployment
 */
export function staticStacks(stacks: readonly StaticStack[]): readonly StackPlan[] {
  const readings = new Map<string, StackReading>();
  return stacks.map(({ before, after }) => {
    const planned = plannedParameters(after.instance, before?.instance ?? null, readings);
    const given = before === null ? {} : givenBefore(before, after);
    const current = before === null ? null : currentStack(before, given);
    const { body } = after.tree.template;
    const basis: PlanBasis = {
      instance: after.instance,
      planned,
      released: { tree: after.tree, sha256: after.sha256 },
      inputs: stackInputs(after.instance, body, planned, artifactBucket, current),
      current,
    };
    const seen = {
      source: before === null ? ({ kind: 'new' } as const) : ({ kind: 'compared' } as const),
      deployed: before === null ? null : deployedBefore(before, given),
      changeSet: null,
      failures: [],
    };
    const reading = stackReading(basis, seen);
    readings.set(after.instance.name, reading);
    return { ...assembleStackPlan(basis, seen, reading), certainty: 'partial' };
  });
}

/**
 * What comes from another stack is its name while that stack gives the same, and not known once it gives something else. A
 * name is no secret, whatever it stands for.
 */
function plannedParameters(
  instance: StackInstance,
  before: StackInstance | null,
  readings: ReadonlyMap<string, StackReading>,
): Readonly<Record<string, PlannedParameter>> {
  const entries = Object.entries(instance.parameters).map(([name, source]): [string, PlannedParameter] => {
    if (source.kind === 'literal')
      return [name, { value: source.value, lineage: null, deferred: false, secret: false }];
    const { stack, output } = source;
    const [was, is] = [readings.get(stack)?.outputBefore(output), readings.get(stack)?.outputAfter(output)];
    const former = before?.parameters[name];
    const isSameSource = former?.kind === 'output' && former.stack === stack && former.output === output;
    const isSame = isSameSource && is !== undefined && provablyEqual(was, is);
    const lineage = `${stack}.${output}`;
    return [name, { value: isSame ? `\${${lineage}}` : null, lineage, deferred: !isSame, secret: false }];
  });
  return Object.fromEntries(entries);
}

/** What the parameters were given, with defaults. A value that was hidden and is no more reads as CloudFormation shows it. */
function givenBefore({ instance, tree }: StaticSide, after: StaticSide): Readonly<Record<string, string>> {
  const declared = tree.template.body.Parameters ?? {};
  const isHidden = (side: TemplateTree, name: string): boolean => {
    const parameter = side.template.body.Parameters?.[name];
    return parameter !== undefined && isNoEcho(parameter);
  };
  return Object.fromEntries(
    Object.entries(declared).flatMap(([name, parameter]) => {
      if (isHidden(tree, name) && !isHidden(after.tree, name)) return [[name, hiddenByCloudFormation]];
      if (name === 'ArtifactBucket') return [[name, artifactBucket]];
      const source = instance.parameters[name];
      if (source?.kind === 'output') return [[name, `\${${source.stack}.${source.output}}`]];
      if (source !== undefined) return [[name, source.value]];
      const text = defaultText(parameter.Default);
      return text === null ? [] : [[name, text]];
    }),
  );
}

function currentStack({ instance }: StaticSide, given: Readonly<Record<string, string>>): Stack {
  return {
    StackName: instance.stackName,
    StackStatus: 'UPDATE_COMPLETE',
    CreationTime: new Date(0),
    Parameters: Object.entries(given).map(([ParameterKey, ParameterValue]) => ({
      ParameterKey,
      ParameterValue,
    })),
    Tags: Object.entries(instance.tags).map(([Key, Value]) => ({ Key, Value })),
  };
}

/** The tree as it would be deployed, with names for what only a deployment knows. */
function deployedBefore(
  { instance, tree }: StaticSide,
  given: Readonly<Record<string, string>>,
): DeployedTree {
  const pseudo = { ...pseudoParameters(instance), stackName: instance.stackName };
  const evaluated = evaluateTree(tree, { parameters: given, pseudo });
  return deployedAs(tree, evaluated, { stackName: instance.stackName, stackId: '${AWS::StackId}' });
}

function deployedAs(
  tree: TemplateTree,
  evaluated: EvaluatedStack,
  name: Pick<DeployedTree, 'stackName' | 'stackId'>,
): DeployedTree {
  const parameters = Object.entries(evaluated.parameters).map(([parameter, value]) => {
    const flat = flatten(value);
    return [parameter, flat.kind === 'value' ? String(flat.value) : flat.text] as const;
  });
  const children = [...evaluated.children].flatMap(([id, child]) => {
    const below = tree.children.get(id);
    if (below === undefined) return [];
    const at = child.path.join('/');
    const names = { stackName: `\${${at}/AWS::StackName}`, stackId: `\${${at}/AWS::StackId}` };
    return [[id, deployedAs(below, child, names)] as const];
  });
  return {
    ...name,
    status: 'UPDATE_COMPLETE',
    parameters: Object.fromEntries(parameters),
    outputs: {},
    tags: {},
    template: tree.template,
    physicalIds: new Map(),
    children: new Map(children),
  };
}
