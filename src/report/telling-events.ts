import type { DeploymentEvent } from '../deployment/progress.ts';
import type { Plan } from '../plan/plan.ts';
import { isOwn } from './deployment-lines.ts';
import { isTouched, nodesOf } from './plan-summary.ts';

const nestedStack = 'AWS::CloudFormation::Stack';

/**
 * Which events are worth a line in a log: failures and rollbacks; nested stacks that the plan touches; resources that the
 * plan changes in a stack that was there before. What a new stack is made of stands in the plan already, and stacks that
 * CloudFormation only looks at tell nothing.
 */
export function tellingEvents(plan: Plan): (event: DeploymentEvent) => boolean {
  const named = new Set<string>();
  for (const { stack, root } of plan.stacks) {
    for (const node of nodesOf(root)) {
      const path = [stack, ...node.path];
      if (isTouched(node) || node.children.some(isTouched)) named.add(path.join('/'));
      if (node.status !== 'change') continue;
      for (const change of node.changes) {
        if (change.type !== nestedStack) named.add([...path, change.logicalId].join('/'));
      }
    }
  }
  return (event) => {
    if (event.kind !== 'stack-event') return true;
    const { path, logicalId, status } = event.event;
    // The parent tells of a nested stack under its logical id; what the nested stack says of itself is the same again.
    if (isOwn(event.event) && path.length > 0) return false;
    if (status.endsWith('_FAILED') || status.includes('ROLLBACK')) return true;
    return named.has([event.stack, ...path, logicalId].join('/'));
  };
}
