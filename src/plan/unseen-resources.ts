import type { Scope } from '../template/evaluate.ts';
import type { Template, TemplateBody } from '../template/template.ts';
import type { ResourceChange, UnseenResource } from './plan.ts';
import { statefulTypes } from './stateful-types.ts';
import { exists } from './template-scope.ts';

/** The deployed side of a stack, and what is known to change. */
export interface UnseenResourcesInput {
  /** The deployed template; `null` where it could not be had. */
  readonly before: TemplateBody | null;
  readonly scope: Scope | null;
  /** The released template, which the places are in. */
  readonly template: Template;
  readonly changes: readonly ResourceChange[];
}

/**
 * Deployed resources that hold something, of which no change set tells whether they are replaced or removed. One that
 * stops at the gate by a change that is shown is not listed twice.
 */
export function unseenResources(input: UnseenResourcesInput): readonly UnseenResource[] {
  const { before, scope, template, changes } = input;
  const shown = new Set(changes.filter(stopsByItself).map((change) => change.logicalId));
  return Object.entries(before?.Resources ?? {})
    .filter(([id, resource]) => Object.hasOwn(statefulTypes, resource.Type) && !shown.has(id))
    .filter(([, resource]) => exists(resource, scope) !== false)
    .map(([logicalId, resource]) => ({
      logicalId,
      type: resource.Type,
      at:
        template.body.Resources[logicalId] === undefined
          ? null
          : template.locateKey(['Resources', logicalId]),
    }));
}

function stopsByItself(change: ResourceChange): boolean {
  return change.action === 'remove' || change.action === 'dynamic' || change.replacement !== 'never';
}
