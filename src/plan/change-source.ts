import type { ResourceChange as StatedResource } from '@aws-sdk/client-cloudformation';
import type { ChangeSetNode } from './read-change-set.ts';

/** Where the changes of one stack are known from. */
export type ChangeSource =
  /** CloudFormation's change set. */
  | { readonly kind: 'change-set'; readonly node: ChangeSetNode }
  /** CloudFormation says that nothing changes. */
  | { readonly kind: 'unchanged' }
  /** The stack is not there yet: the template and the parameters tell what is added. */
  | { readonly kind: 'new' }
  /** No change set could be had: the deployed template is compared with the released one. */
  | { readonly kind: 'unseen' }
  /** Nothing was asked of CloudFormation: the sources at one commit are compared with those at another. */
  | { readonly kind: 'compared' };

/** Whether changes may be there that nothing showed: a change set that failed shows some of them, but not all. */
export function isBlind(source: ChangeSource): boolean {
  return source.kind === 'unseen' || (source.kind === 'change-set' && source.node.state === 'failed');
}

/** The changes that CloudFormation states, by logical id; none where there is no change set. */
export function statedById(source: ChangeSource): ReadonlyMap<string, StatedResource> {
  if (source.kind !== 'change-set') return new Map();
  return new Map(source.node.changes.map((change) => [change.LogicalResourceId ?? '', change]));
}

/** What CloudFormation found for parameters that name something else (SSM), by parameter. */
export function resolvedBy(source: ChangeSource): Readonly<Record<string, string>> {
  if (source.kind !== 'change-set') return {};
  return Object.fromEntries(
    source.node.parameters.flatMap(({ ParameterKey, ResolvedValue }) =>
      ParameterKey === undefined || ResolvedValue === undefined
        ? []
        : [[ParameterKey, ResolvedValue] as const],
    ),
  );
}

/** What the templates and the deployed tree tell of one nested stack. */
export interface ChildFacts {
  /** `null` where the deployed tree was not looked at. */
  readonly isDeployed: boolean | null;
  /** By the condition of its resource in the released template; `null` where that can't be known. */
  readonly willExist: boolean | null;
  /** What the parent's change set says of its resource. */
  readonly stated: StatedResource | undefined;
}

/** Where the changes of a nested stack are known from, given its parent's source; `null` where it is not to be read. */
export function childSource(
  source: ChangeSource,
  logicalId: string,
  { isDeployed, willExist, stated }: ChildFacts,
): ChangeSource | null {
  const isThere = isDeployed === true;
  switch (source.kind) {
    case 'new':
      return willExist === false ? null : source;
    case 'unchanged':
      // Without a look at the deployed tree, the template tells which nested stacks there are.
      return isThere || (isDeployed === null && willExist !== false) ? source : null;
    case 'unseen':
    case 'compared':
      if (willExist === false) return null;
      return isThere ? source : { kind: 'new' };
    case 'change-set': {
      if (stated === undefined) return isThere ? { kind: 'unchanged' } : null;
      if (stated.Action === 'Remove') return null;
      const node = source.node.children.get(logicalId);
      if (node?.state === 'made' || (node?.state === 'failed' && node.changes.length > 0)) {
        return { kind: 'change-set', node };
      }
      if (node?.state === 'empty') return isThere ? { kind: 'unchanged' } : { kind: 'new' };
      return isThere ? { kind: 'unseen' } : { kind: 'new' };
    }
  }
}
