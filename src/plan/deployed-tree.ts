import type { Stack, StackResourceSummary } from '@aws-sdk/client-cloudformation';
import pLimit, { type LimitFunction } from 'p-limit';
import type { CloudFormationApi } from '../aws/apis.ts';
import { isAbsent } from '../stacks/read-stack.ts';
import { nestedStacks } from '../template/read-template-tree.ts';
import { parseTemplate } from '../template/parse-template.ts';
import type { Template, TemplateTree } from '../template/template.ts';

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

/**
 * Calls at once: as many as the SDK's client has sockets, so that a stack's children are read side by side. Above a
 * service's rate, the client's adaptive retries slow all of them down.
 */
const concurrency = 50;

/**
 * Reads a stack and what it nests; `null` where there is none.
 *
 * @param described the stack, where it has been described already
 */
export async function readDeployedTree(
  api: Reading,
  stackId: string,
  described?: Stack,
): Promise<DeployedTree | null> {
  return readBelow(api, stackId, pLimit(concurrency), described);
}

/**
 * The templates of a tree as it is deployed, without nested stacks whose template can't be read; `null` where that is the
 * root's.
 */
export function deployedTemplates({ template, children }: DeployedTree): TemplateTree | null {
  if (template === null) return null;
  const below = [...children].flatMap(([id, child]) => {
    const tree = deployedTemplates(child);
    return tree === null ? [] : [[id, tree] as const];
  });
  return { template, children: new Map(below) };
}

/** Describes one stack; `null` where there is none. */
export async function describeStack(
  api: Pick<CloudFormationApi, 'describeStacks'>,
  nameOrArn: string,
): Promise<Stack | null> {
  const described = await unlessAbsent(api.describeStacks({ StackName: nameOrArn }));
  return described?.Stacks?.[0] ?? null;
}

/** Description, template and resources do not need each other: they are asked for side by side. */
async function readBelow(
  api: Reading,
  id: string,
  limit: LimitFunction,
  described?: Stack,
): Promise<DeployedTree | null> {
  const [stack, template, resources] = await Promise.all([
    described ?? limit(() => describeStack(api, id)),
    limit(() => readTemplate(api, id)),
    limit(() => listResources(api, id)),
  ]);
  if (stack === null) return null;
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
    stackId: stack.StackId ?? stack.StackName ?? '',
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

/** The original template; `null` where there is none, as of a stack that is not there. */
async function readTemplate(api: Reading, stackId: string): Promise<Template | null> {
  const found = await unlessAbsent(api.getTemplate({ StackName: stackId, TemplateStage: 'Original' }));
  if (found?.TemplateBody === undefined || found.TemplateBody === '') return null;
  try {
    return parseTemplate(found.TemplateBody, stackId);
  } catch {
    return null; // It was deployed by something else, in a form we don't read: nothing about it is provable then.
  }
}

/** All of a stack's resources; none of one that is not there. */
async function listResources(api: Reading, stackId: string): Promise<StackResourceSummary[]> {
  const found: StackResourceSummary[] = [];
  let token: string | undefined;
  do {
    const page = await unlessAbsent(
      api.listStackResources({ StackName: stackId, ...(token === undefined ? {} : { NextToken: token }) }),
    );
    found.push(...(page?.StackResourceSummaries ?? []));
    token = page?.NextToken;
  } while (token !== undefined);
  return found;
}

async function unlessAbsent<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}
