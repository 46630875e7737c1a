import { exact, known, type Evaluated } from '../template/evaluated.ts';
import { parameterValues } from '../template/parameter-values.ts';
import type { DeployedTree } from './deployed-tree.ts';
import type { ResourceChange, StackNode } from './plan.ts';
import { keptAs, policyOf } from './policy-action.ts';
import { nestedStackType } from './stateful-types.ts';
import { exists } from './template-scope.ts';

/**
 * A nested stack that is removed, as the removal of all that it holds: CloudFormation makes no change set for it.
 *
 * @param policy the nested stack's own `DeletionPolicy`: `Retain` keeps everything in it
 */
export function removedNode(
  path: readonly string[],
  deployed: DeployedTree,
  policy: Evaluated | undefined,
): StackNode {
  const isKept = policy !== undefined && keptAs(exact(policy)) === 'Retain';
  const { template } = deployed;
  if (template === null) return unreadNode(path, deployed.stackId);
  const scope = {
    body: template.body,
    parameters: parameterValues(template.body, deployed.parameters, path),
    pseudo: { stackName: deployed.stackName, stackId: deployed.stackId },
    path,
    resource: () => known(''),
  };
  const resources = Object.entries(template.body.Resources).filter(
    ([, resource]) => exists(resource, scope) !== false,
  );
  return {
    ...base(path),
    changes: resources
      .filter(([, resource]) => resource.Type !== nestedStackType)
      .map(([logicalId, resource]) =>
        removal(
          logicalId,
          resource.Type,
          deployed.physicalIds.get(logicalId) ?? null,
          isKept ? 'Retain' : policyOf(resource, 'DeletionPolicy', scope),
        ),
      ),
    children: resources.flatMap(([logicalId, resource]) => {
      const child = deployed.children.get(logicalId);
      if (child === undefined) return [];
      const own = isKept ? 'Retain' : policyOf(resource, 'DeletionPolicy', scope);
      return [removedNode([...path, logicalId], child, known(own))];
    }),
  };
}

/** A nested stack that is removed and could not be read: nothing can be said of what it holds, so it holds something. */
export function unreadNode(path: readonly string[], stackId: string | null): StackNode {
  const [logicalId = ''] = path.slice(-1);
  return {
    ...base(path),
    changes: [removal(logicalId, nestedStackType, stackId, 'Delete')],
    unseen: [{ logicalId, type: nestedStackType, at: null }],
  };
}

function base(path: readonly string[]): StackNode {
  return {
    path,
    template: null,
    status: 'remove',
    changes: [],
    outputsOnly: false,
    dropped: 0,
    unseen: [],
    children: [],
  };
}

function removal(
  logicalId: string,
  type: string,
  physicalId: string | null,
  policyAction: string,
): ResourceChange {
  return {
    logicalId,
    type,
    physicalId,
    action: 'remove',
    replacement: 'never',
    certainty: 'certain',
    policyAction,
    at: null,
    properties: [],
    renews: null,
  };
}
