import type { CloudFormationApi, StackLimitsApi } from '../../src/aws/apis.ts';

/** One of the bootstrap's stacks, as the API tells it. */
export interface FakeStack {
  status: string;
  parameters: Record<string, string>;
  template: string;
}

/** Told of every request before it is answered; throws where the caller may not make it. */
type Ask = (action: string) => void;

interface CloudFormationWorld {
  /** The bootstrap's stacks in this region, by name. */
  readonly stacks: ReadonlyMap<string, FakeStack>;
  /** Stacks of the system by name or ARN: type and physical id of each resource. */
  readonly resources: ReadonlyMap<string, readonly (readonly [type: string, id: string])[]>;
  readonly ask: Ask;
}

/** What the doctor asks CloudFormation of the bootstrap's stacks and of the system's. */
export function cloudFormationAnswers({ stacks, resources, ask }: CloudFormationWorld): CloudFormationApi {
  const answers: Pick<CloudFormationApi, 'describeStacks' | 'getTemplate' | 'listStackResources'> = {
    describeStacks: ({ StackName = '' }) => {
      ask('cloudformation:DescribeStacks');
      const stack = stacks.get(StackName);
      if (stack === undefined) throw named('ValidationError', `Stack with id ${StackName} does not exist`);
      return Promise.resolve({
        $metadata: {},
        Stacks: [
          {
            StackName,
            CreationTime: new Date(0),
            StackStatus: stack.status as 'CREATE_COMPLETE',
            Parameters: Object.entries(stack.parameters).map(([ParameterKey, ParameterValue]) => ({
              ParameterKey,
              ParameterValue,
            })),
          },
        ],
      });
    },
    getTemplate: ({ StackName = '' }) => {
      ask('cloudformation:GetTemplate');
      return Promise.resolve({ $metadata: {}, TemplateBody: stacks.get(StackName)?.template });
    },
    // pages of one, to see that all are read (API_ListStackResources: a page holds up to 1 MB)
    listStackResources: ({ StackName = '', NextToken = '0' }) => {
      ask('cloudformation:ListStackResources');
      const all = resources.get(StackName);
      if (all === undefined) throw named('ValidationError', `Stack with id ${StackName} does not exist`);
      const at = Number(NextToken);
      return Promise.resolve({
        $metadata: {},
        StackResourceSummaries: all.slice(at, at + 1).map(([ResourceType, PhysicalResourceId]) => ({
          LogicalResourceId: PhysicalResourceId,
          PhysicalResourceId,
          ResourceType,
          LastUpdatedTimestamp: new Date(0),
          ResourceStatus: 'CREATE_COMPLETE' as const,
        })),
        ...(at + 1 < all.length ? { NextToken: String(at + 1) } : {}),
      });
    },
  };
  return answers as CloudFormationApi;
}

/** How many stacks there are, of 2000. */
export function limitAnswers(stackCount: number, ask: Ask): StackLimitsApi {
  return {
    describeAccountLimits: () => {
      ask('cloudformation:DescribeAccountLimits');
      return Promise.resolve({ $metadata: {}, AccountLimits: [{ Name: 'StackLimit', Value: 2000 }] });
    },
    // pages of a thousand, with some that were deleted (API_ListStacks)
    listStacks: ({ NextToken }) => {
      ask('cloudformation:ListStacks');
      const page = Number(NextToken ?? 0);
      const summary = (StackStatus: 'CREATE_COMPLETE' | 'DELETE_COMPLETE') => ({
        StackName: 'x',
        CreationTime: new Date(0),
        StackStatus,
      });
      const left = Math.min(1000, stackCount - page * 1000);
      const StackSummaries = [
        ...Array.from({ length: left }, () => summary('CREATE_COMPLETE')),
        summary('DELETE_COMPLETE'),
      ];
      const more = stackCount > (page + 1) * 1000;
      return Promise.resolve({
        $metadata: {},
        StackSummaries,
        ...(more ? { NextToken: String(page + 1) } : {}),
      });
    },
  };
}

export function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
