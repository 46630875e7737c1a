import type { Stack, StackResourceSummary } from '@aws-sdk/client-cloudformation';
import pLimit, { type LimitFunction } from 'p-limit';
import type { CloudFormationApi } from '../aws/apis.ts';
import { isAbsent } from '../stacks/read-stack.ts';
import { nestedStacks } from '../template/read-template-tree.ts';
import { parseTemplate } from '../template/parse-template.ts';
import type { Template } from '../template/template.ts';

/** A stack as it stands, with all that it nests. */
export interface DeployedTree {
  readonly stackId: string;
  readonly stackName: string;
  readonly status: string;
  /** As given; for SSM-typed parameters the value that was found. `NoEcho` values read `****`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** The original template; `null` where CloudFormation would not give it. */
  readonly template: Template | null;
  /** Logical id → physical id. */
  readonly physicalIds: ReadonlyMap<string, string>;
  /** By logical id of the nested stack; one that could not be described is missing. */
  readonly children: ReadonlyMap<string, DeployedTree>;
}

type Reading = Pick<CloudFormationApi, 'describeStacks' | 'getTemplate' | 'listStackResources'>;

/** Calls at once; CloudFormation throttles early and a plan is not the only caller. */
const concurrency = 6;

/** Reads a stack and what it nests; `null` where there is none. */
export async function readDeployedTree(api: Reading, stackId: string): Promise<DeployedTree | null> {
  return readBelow(api, stackId, pLimit(concurrency));
}

async function readBelow(api: Reading, stackId: string, limit: LimitFunction): Promise<DeployedTree | null> {
  const stack = await limit(() => describeStack(api, stackId));
  return stack === null ? null : readTree(api, stack, limit);
}

/** Describes one stack; `null` where there is none. */
export async function describeStack(
  api: Pick<CloudFormationApi, 'describeStacks'>,
  nameOrArn: string,
): Promise<Stack | null> {
  try {
    const { Stacks } = await api.describeStacks({ StackName: nameOrArn });
    return Stacks?.[0] ?? null;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

async function readTree(api: Reading, stack: Stack, limit: LimitFunction): Promise<DeployedTree> {
  const stackId = stack.StackId ?? stack.StackName ?? '';
  const [template, resources] = await Promise.all([
    limit(() => readTemplate(api, stackId)),
    limit(() => listResources(api, stackId)),
  ]);
  const physicalIds = new Map(
    resources.flatMap(({ LogicalResourceId, PhysicalResourceId }) =>
      LogicalResourceId === undefined || PhysicalResourceId === undefined
        ? []
        : [[LogicalResourceId, PhysicalResourceId] as const],
    ),
  );
  const children = await Promise.all(
    (template === null ? [] : nestedStacks(template)).map(async ({ logicalId }) => {
      const id = physicalIds.get(logicalId);
      return [logicalId, id === undefined ? null : await readBelow(api, id, limit)] as const;
    }),
  );
  return {
    stackId,
    stackName: stack.StackName ?? '',
    status: stack.StackStatus ?? '',
    parameters: Object.fromEntries(
      (stack.Parameters ?? []).map(({ ParameterKey, ParameterValue, ResolvedValue }) => [
        ParameterKey ?? '',
        ResolvedValue ?? ParameterValue ?? '',
      ]),
    ),
    outputs: Object.fromEntries(
      (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']),
    ),
    tags: Object.fromEntries((stack.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
    template,
    physicalIds,
    children: new Map(children.flatMap(([id, child]) => (child === null ? [] : [[id, child]]))),
  };
}

async function readTemplate(api: Reading, stackId: string): Promise<Template | null> {
  const { TemplateBody } = await api.getTemplate({ StackName: stackId, TemplateStage: 'Original' });
  if (TemplateBody === undefined || TemplateBody === '') return null;
  try {
    return parseTemplate(TemplateBody, stackId);
  } catch {
    return null; // It was deployed by something else, in a form we don't read: nothing about it is provable then.
  }
}

async function listResources(api: Reading, stackId: string): Promise<StackResourceSummary[]> {
  const found: StackResourceSummary[] = [];
  let token: string | undefined;
  do {
    const page = await api.listStackResources({
      StackName: stackId,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    found.push(...(page.StackResourceSummaries ?? []));
    token = page.NextToken;
  } while (token !== undefined);
  return found;
}
