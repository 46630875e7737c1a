import type {
  ChangeSetSummary,
  ListChangeSetsCommandOutput,
  ListStackResourcesCommandOutput,
  StackResourceSummary,
} from '@aws-sdk/client-cloudformation';
import type { CloudFormationApi } from '../aws/apis.ts';
import { nestedStackType } from './stateful-types.ts';

/** The change set of a nested stack. */
export interface NestedChangeSet {
  /** Of the nested stack in its parent. */
  readonly logicalId: string;
  readonly id: string;
  /** Empty where it is not known. */
  readonly stackId: string;
}

/**
 * Finds the change sets that one of a stack has below it without its help: those on the nested stacks that stand, by the
 * parent that ListChangeSets names. A nested stack that would be added is not found so.
 */
export async function childChangeSets(
  api: CloudFormationApi,
  stackId: string,
  parent: string,
): Promise<readonly NestedChangeSet[]> {
  const found = await Promise.all(
    (await nestedStacks(api, stackId)).map(async ({ logicalId, physicalId }) => {
      const summaries = await changeSetsOf(api, physicalId);
      const id = summaries.find(({ ParentChangeSetId }) => ParentChangeSetId === parent)?.ChangeSetId;
      return id === undefined ? [] : [{ logicalId, id, stackId: physicalId }];
    }),
  );
  return found.flat();
}

async function nestedStacks(
  api: CloudFormationApi,
  stackId: string,
): Promise<readonly { readonly logicalId: string; readonly physicalId: string }[]> {
  const resources: StackResourceSummary[] = [];
  let token: string | undefined;
  do {
    const page: ListStackResourcesCommandOutput = await api.listStackResources({
      StackName: stackId,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    resources.push(...(page.StackResourceSummaries ?? []));
    token = page.NextToken;
  } while (token !== undefined);
  return resources.flatMap(
    ({ ResourceType, LogicalResourceId: logicalId, PhysicalResourceId: physicalId }) =>
      ResourceType === nestedStackType && logicalId !== undefined && physicalId !== undefined
        ? [{ logicalId, physicalId }]
        : [],
  );
}

async function changeSetsOf(api: CloudFormationApi, stackId: string): Promise<readonly ChangeSetSummary[]> {
  const summaries: ChangeSetSummary[] = [];
  let token: string | undefined;
  do {
    const page: ListChangeSetsCommandOutput = await api.listChangeSets({
      StackName: stackId,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    summaries.push(...(page.Summaries ?? []));
    token = page.NextToken;
  } while (token !== undefined);
  return summaries;
}
