import { evaluate } from '../template/evaluate.ts';
import { exact, leaves, lineage, type Evaluated } from '../template/evaluated.ts';
import { worse } from './change-details.ts';
import { local, positionOf, type ChangeContext, type ResourceSides } from './clean-change.ts';
import { printed, provablyDifferent, provablyEqual } from './compare-values.ts';
import type { Certainty, PropertyChange, Replacement, ResourceChange } from './plan.ts';
import { policyOf } from './policy-action.ts';
import { hiddenByCloudFormation, looksSecret, masked } from './secret-text.ts';
import { nestedStackType } from './stateful-types.ts';
import { exists } from './template-scope.ts';

/** Attributes of a resource, beside its properties, whose change CloudFormation carries out. */
const attributes = ['DeletionPolicy', 'UpdateReplacePolicy', 'UpdatePolicy', 'CreationPolicy', 'Metadata'];

/**
 * What the templates alone tell of one resource: an addition, a removal, or properties that differ or may differ. Used
 * for a stack that is not there yet, where CloudFormation gave no nested change set, and where sources are compared. Whether
 * a property replaces the resource is not known from templates: `context.replacementOf` says what it counts as.
 */
export function comparedChange(
  resource: ResourceSides & { readonly physicalId: string | null },
  context: ChangeContext,
): ResourceChange | null {
  const [was, is] = [exists(resource.before, context.before), exists(resource.after, context.after)];
  if (was === false && is === false) return null;
  // What goes, or becomes something else, is told as what it was.
  const type = (was === false ? undefined : resource.before?.Type) ?? resource.after?.Type ?? '';
  if (type === nestedStackType && (was === false || is === false)) return null;
  const base = { logicalId: resource.logicalId, type, physicalId: resource.physicalId, renews: null };
  if (was === false) {
    const at = positionOf(resource, [], 'never', context.template);
    const certainty: Certainty = is === null ? 'possible' : 'certain';
    return {
      ...base,
      action: 'add',
      replacement: 'never',
      certainty,
      policyAction: null,
      at,
      properties: [],
    };
  }
  if (is === false) {
    const policyAction = policyOf(resource.before, 'DeletionPolicy', context.before);
    const certainty: Certainty = was === null ? 'possible' : 'certain';
    return {
      ...base,
      action: 'remove',
      replacement: 'never',
      certainty,
      policyAction,
      at: null,
      properties: [],
    };
  }
  const properties = [...comparedType(resource), ...comparedProperties(resource, context)];
  if (properties.length === 0 && was !== null && is !== null) return null;
  const replacement = properties
    .map((each) =>
      each.replacement === 'always' && each.certainty === 'possible' ? 'conditional' : each.replacement,
    )
    .reduce(worse, 'never');
  return {
    ...base,
    action: was === null || is === null ? 'dynamic' : 'modify',
    replacement,
    certainty: properties.some(({ certainty }) => certainty === 'certain') ? 'certain' : 'possible',
    policyAction:
      replacement === 'never'
        ? null
        : `ReplaceAnd${policyOf(resource.after, 'UpdateReplacePolicy', context.after)}`,
    at:
      resource.after !== undefined && resource.after.Type !== type
        ? context.template.locateKey(['Resources', resource.logicalId, 'Type'])
        : positionOf(resource, properties, replacement, context.template),
    properties,
  };
}

/**
 * Another type under the same logical id, which CloudFormation refuses ("Update of resource type is not permitted"): what was
 * there would have to go.
 */
function comparedType({ before, after }: ResourceSides): readonly PropertyChange[] {
  if (before === undefined || after === undefined || before.Type === after.Type) return [];
  const types = { path: 'Type', before: before.Type, after: after.Type };
  return [{ ...types, secret: false, replacement: 'always', certainty: 'certain', lineage: [] }];
}

function comparedProperties(resource: ResourceSides, context: ChangeContext): readonly PropertyChange[] {
  const isNested = resource.after?.Type === nestedStackType;
  const own = (side: ResourceSides['before']): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(side?.Properties ?? {}).filter(
        ([name]) => !isNested || (name !== 'TemplateURL' && name !== 'Parameters'),
      ),
    );
  const [before, after] = [own(resource.before), own(resource.after)];
  const type = resource.after?.Type ?? '';
  const replacementOf = (path: string): Replacement =>
    isNested ? 'never' : context.replacementOf(type, path);
  const properties = [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
    comparedParts(name, before[name], after[name], replacementOf, context),
  );
  return attributes.reduce(
    (found, name) =>
      found.concat(
        comparedParts(name, resource.before?.[name], resource.after?.[name], () => 'never', context),
      ),
    properties,
  );
}

function comparedParts(
  name: string,
  before: unknown,
  after: unknown,
  replacementOf: (path: string) => Replacement,
  context: ChangeContext,
): PropertyChange[] {
  const old = before === undefined || context.before === null ? undefined : evaluate(before, context.before);
  const next = after === undefined ? undefined : evaluate(after, context.after);
  if (provablyEqual(old, next)) return [];
  const [left, right] = [byPath(old, name), byPath(next, name)];
  const paths = [...new Set([...left.keys(), ...right.keys()])].filter(
    (path) =>
      !provablyEqual(left.get(path), right.get(path)) &&
      !(left.has(path) ? isUnknownWithin(right, path) : isUnknownWithin(left, path)),
  );
  return paths.map((path) => {
    const [was, is] = [left.get(path), right.get(path)];
    const secret = [was, is].some(
      (value) =>
        value !== undefined && (lineage(value).secret || looksSecret(printed(value), context.secrets)),
    );
    const isHidden = was !== undefined && exact(was) === hiddenByCloudFormation;
    return {
      path,
      before: masked(local(printed(was), context.path), secret),
      after: masked(local(printed(is), context.path), secret),
      secret,
      replacement: replacementOf(path),
      certainty: !isHidden && provablyDifferent(was, is) ? 'certain' : 'possible',
      lineage:
        is === undefined ? [] : lineage(is).sources.filter((source) => context.systemOutputs.has(source)),
    };
  });
}

/** Whether a path leads into what is not known as a whole: a list that is put together of what a deployment gives. */
function isUnknownWithin(side: ReadonlyMap<string, Evaluated>, path: string): boolean {
  return [...side].some(([each, value]) => value.kind === 'unresolved' && path.startsWith(`${each}.`));
}

/** The scalars of a value; a value without any (an empty list) stands for itself. */
function byPath(value: Evaluated | undefined, name: string): ReadonlyMap<string, Evaluated> {
  if (value === undefined || value.kind === 'none') return new Map();
  const parts = leaves(value, [name]);
  return parts.length === 0
    ? new Map([[name, value]])
    : new Map(parts.map((leaf) => [leaf.path, leaf.value]));
}
