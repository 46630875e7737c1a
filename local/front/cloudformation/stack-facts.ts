import { at, textAt } from '../xml.ts';
import { unresolved, type Scope, type Unresolved } from './evaluate.ts';
import { knownAfterApply } from './property-changes.ts';
import type { CloudFormation } from './query.ts';
import { readTemplate, type StackIdentity, type Template } from './template.ts';

/** A deployed stack as it stands. */
export interface StackFacts {
  readonly stackId: string;
  readonly stackName: string;
  readonly template: Template;
  readonly parameters: Readonly<Record<string, string>>;
  readonly physicalIds: ReadonlyMap<string, string>;
  /** Outputs of its nested stacks, by logical id. */
  readonly outputs: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

export const nestedStackType = 'AWS::CloudFormation::Stack';

/** Reads a deployed stack. @throws Refusal when there is none */
export async function readStack(cloudFormation: CloudFormation, nameOrId: string): Promise<StackFacts> {
  const StackName = nameOrId;
  const [template, described, resources] = await Promise.all([
    cloudFormation.call('GetTemplate', { StackName, TemplateStage: 'Original' }),
    cloudFormation.call('DescribeStacks', { StackName }),
    cloudFormation.call('DescribeStackResources', { StackName }),
  ]);
  const stack = at(described, 'Stacks')?.children[0];
  const listed = (at(resources, 'StackResources')?.children ?? []).map((member) => ({
    logicalId: textAt(member, 'LogicalResourceId') ?? '',
    physicalId: textAt(member, 'PhysicalResourceId') ?? '',
    type: textAt(member, 'ResourceType') ?? '',
  }));
  const nested = listed.filter(({ type, physicalId }) => type === nestedStackType && physicalId !== '');
  const outputs = await Promise.all(
    nested.map(
      async ({ logicalId, physicalId }) =>
        [logicalId, await outputsOfStack(cloudFormation, physicalId)] as const,
    ),
  );
  return {
    stackId: textAt(stack, 'StackId') ?? nameOrId,
    stackName: textAt(stack, 'StackName') ?? nameOrId,
    template: readTemplate(textAt(template, 'TemplateBody') ?? ''),
    parameters: Object.fromEntries(
      (at(stack, 'Parameters')?.children ?? []).map((member) => [
        textAt(member, 'ParameterKey') ?? '',
        textAt(member, 'ParameterValue') ?? '',
      ]),
    ),
    physicalIds: new Map(listed.map(({ logicalId, physicalId }) => [logicalId, physicalId])),
    outputs: new Map(outputs),
  };
}

async function outputsOfStack(
  cloudFormation: CloudFormation,
  stackId: string,
): Promise<Readonly<Record<string, string>>> {
  const described = await cloudFormation.call('DescribeStacks', { StackName: stackId });
  const stack = at(described, 'Stacks')?.children[0];
  return Object.fromEntries(
    (at(stack, 'Outputs')?.children ?? []).map((member) => [
      textAt(member, 'OutputKey') ?? '',
      textAt(member, 'OutputValue') ?? '',
    ]),
  );
}

/**
 * The scope in which CloudFormation works out the parameters of nested stacks while it plans: nothing of a resource is
 * known, not even of an unchanged one. The forms were seen in the wild (cloudformation-coverage-roadmap#759,
 * cfn-language-discussion#152, rain#526); those for Ref and Sub are assumed after them.
 */
export function planningScope(identity: StackIdentity): Scope {
  const token = (rest: string): Unresolved => unresolved(`{{IntrinsicFunction:${rest}}}`);
  return {
    ...identity,
    resource: (logicalId, attribute) =>
      attribute === undefined
        ? token(`${identity.stackName}/${logicalId}/Ref`)
        : token(`${identity.stackName}/${logicalId}.${attribute}/Fn::GetAtt`),
    imported: () => token(`${identity.stackName}//Fn::ImportValue`),
    combined: (functionName) => token(`//${functionName}`),
  };
}

/**
 * The scope of values before and after. Physical ids and outputs of nested stacks are known as deployed; those of
 * resources in `unknown` (added, replaced or, for outputs, changed) only after apply. The emulator does not tell other
 * attributes, so they show as known after apply on both sides (assumed: AWS shows the deployed value).
 */
export function valueScope(
  identity: StackIdentity,
  facts: StackFacts | undefined,
  unknown: ReadonlySet<string>,
): Scope {
  const later = unresolved(knownAfterApply);
  return {
    ...identity,
    resource: (logicalId, attribute) => {
      if (unknown.has(logicalId)) return later;
      if (attribute === undefined) return facts?.physicalIds.get(logicalId) ?? later;
      const output = attribute.startsWith('Outputs.') ? attribute.slice('Outputs.'.length) : undefined;
      return output === undefined ? later : (facts?.outputs.get(logicalId)?.[output] ?? later);
    },
    imported: () => later,
    combined: () => later,
  };
}
