import { evaluate, type Scope } from '../template/evaluate.ts';
import { exact } from '../template/evaluated.ts';
import type { TemplateResource } from '../template/template.ts';

export type KeptAs = 'Delete' | 'Retain' | 'Snapshot';

/**
 * What a policy does to the old resource, as CloudFormation names it in `PolicyAction`. Absent means `Delete`, but for
 * databases, which leave a snapshot where they are removed; `RetainExceptOnCreate` retains what has once been made (User
 * Guide, "DeletionPolicy attribute"). A policy that can't be known counts as `Delete`.
 */
export function policyOf(
  resource: TemplateResource | undefined,
  policy: 'DeletionPolicy' | 'UpdateReplacePolicy',
  scope: Scope | null,
): KeptAs {
  const expression = resource?.[policy];
  if (expression === undefined)
    return policy === 'DeletionPolicy' && leavesSnapshot(resource) ? 'Snapshot' : 'Delete';
  if (scope === null) return 'Delete';
  return keptAs(exact(evaluate(expression, scope)));
}

export function keptAs(policy: unknown): KeptAs {
  if (policy === 'Retain' || policy === 'RetainExceptOnCreate') return 'Retain';
  return policy === 'Snapshot' ? 'Snapshot' : 'Delete';
}

/** An instance of a cluster has no data of its own, and leaves none. */
function leavesSnapshot(resource: TemplateResource | undefined): boolean {
  if (resource?.Type === 'AWS::RDS::DBInstance')
    return resource.Properties?.['DBClusterIdentifier'] === undefined;
  return resource?.Type === 'AWS::RDS::DBCluster';
}
