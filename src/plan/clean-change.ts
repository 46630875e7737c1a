import type { ResourceChange as StatedResource } from '@aws-sdk/client-cloudformation';
import type { Position } from '../errors/position.ts';
import { evaluate, type Scope } from '../template/evaluate.ts';
import { exact, lineage } from '../template/evaluated.ts';
import type { Template, TemplateResource } from '../template/template.ts';
import { statedChanges, textOf, unresolvedMarker, worse, type StatedChange } from './change-details.ts';
import { printed, provablyDifferent, provablyEqual, sideOf, type Side } from './compare-values.ts';
import { finerChanges } from './finer-changes.ts';
import type { ChangeAction, PropertyChange, Replacement, ResourceChange } from './plan.ts';
import { policyOf } from './policy-action.ts';
import type { ReplacementOf } from './schema-replacement.ts';
import { looksSecret, masked, type SecretTexts } from './secret-text.ts';
import { nestedStackType } from './stateful-types.ts';

/** What a resource's change is judged by. */
export interface ChangeContext {
  /** Logical ids from the root to the stack. */
  readonly path: readonly string[];
  /** The released template, for positions. */
  readonly template: Template;
  /** `null` where the deployed template is not there or can't be read: then nothing is provable. */
  readonly before: Scope | null;
  readonly after: Scope;
  readonly systemOutputs: ReadonlySet<string>;
  readonly secrets: SecretTexts;
  /** What a change of a property does where CloudFormation does not say it. */
  readonly replacementOf: ReplacementOf;
}

export interface ResourceSides {
  readonly logicalId: string;
  readonly before: TemplateResource | undefined;
  readonly after: TemplateResource | undefined;
}

/** What is decided of one resource; `dropped` where all that CloudFormation said of it came from unresolved inputs. */
export interface Outcome {
  readonly change: ResourceChange | null;
  readonly dropped: boolean;
}

const actions: Readonly<Record<string, ChangeAction>> = {
  Add: 'add',
  Modify: 'modify',
  Remove: 'remove',
  Import: 'import',
  Dynamic: 'dynamic',
  SyncWithActual: 'sync',
};

const replacements: Readonly<Record<string, Replacement>> = {
  True: 'always',
  Conditional: 'conditional',
  False: 'never',
};

/**
 * Turns what a change set says of one resource into a change of the plan: values put in where their producer is
 * unchanged, secrets masked, and what comes only from unresolved inputs of unchanged producers dropped. A nested stack
 * itself shows only in what is not its wiring: its own node tells the rest.
 */
export function cleanChange(
  stated: StatedResource,
  resource: ResourceSides,
  context: ChangeContext,
): Outcome {
  const action = actions[stated.Action ?? ''] ?? 'dynamic';
  const type = stated.ResourceType ?? resource.after?.Type ?? resource.before?.Type ?? '';
  const isNested = type === nestedStackType;
  if (isNested && action !== 'modify') return { change: null, dropped: false };
  const all = action === 'modify' || action === 'sync' || action === 'dynamic' ? statedChanges(stated) : [];
  const relevant = isNested ? all.filter((change) => !isWiring(change)) : all;
  const parts = relevant.flatMap((change) => finerChanges(change, resource, context));
  const properties = parts.flatMap((change) => propertyChange(change, resource, context) ?? []);
  const isDropped = action === 'modify' && relevant.length > 0 && properties.length === 0;
  if (isDropped || (isNested && properties.length === 0)) return { change: null, dropped: isDropped };

  const replacement = replacementOf(stated, action, properties, properties.length < parts.length);
  const isSure =
    action !== 'dynamic' &&
    (properties.length === 0 || properties.some((each) => each.certainty === 'certain'));
  const change: ResourceChange = {
    logicalId: resource.logicalId,
    type,
    physicalId: nameToShow(stated.PhysicalResourceId ?? null, resource, context),
    action,
    replacement,
    certainty: isSure ? 'certain' : 'possible',
    policyAction: policyActionOf(stated, action, replacement, resource, context),
    at: positionOf(resource, properties, replacement, context.template),
    properties,
    renews: null,
  };
  return { change, dropped: false };
}

/** The name of the resource as it stands; none where a secret went into it. */
function nameToShow(
  physicalId: string | null,
  { logicalId, before }: ResourceSides,
  context: ChangeContext,
): string | null {
  if (looksSecret(physicalId, context.secrets)) return null;
  if (before === undefined || context.before === null) return physicalId;
  return lineage(evaluate({ Ref: logicalId }, context.before)).secret ? null : physicalId;
}

/** What a parent tells a nested stack, and CloudFormation's word for "its template may have changed". */
function isWiring({ pointer: [attribute, name] }: StatedChange): boolean {
  return (
    attribute === 'Properties' && (name === undefined || name === 'TemplateURL' || name === 'Parameters')
  );
}

function propertyChange(
  stated: StatedChange,
  resource: ResourceSides,
  context: ChangeContext,
): PropertyChange | null {
  const before = sideOf(resource.before, stated.pointer, context.before);
  const after = sideOf(resource.after, stated.pointer, context.after);
  const isKnown = context.before !== null && resource.before !== undefined && resource.after !== undefined;
  const saysDifferent =
    !stated.dynamicOnly &&
    !stated.unresolved &&
    stated.before !== undefined &&
    stated.after !== undefined &&
    stated.before !== stated.after;
  if (isKnown && !saysDifferent && provablyEqual(before.value, after.value)) return null;

  const { secrets, systemOutputs } = context;
  const secret =
    isSecret(before, stated.before) ||
    isSecret(after, stated.after) ||
    looksSecret(stated.before ?? null, secrets) ||
    looksSecret(stated.after ?? null, secrets);
  // Where the deployed template can't be read, nobody knows what the old value came from.
  const isHiddenBefore = secret || (context.before === null && typeof stated.before === 'string');
  const printedAfter = printed(after.value);
  const lineage = after.sources.filter((source) => systemOutputs.has(source));
  const isOpen =
    stated.unresolved ||
    (after.value?.kind === 'unresolved' && (stated.after === undefined || lineage.length > 0));
  const isOpenBefore = stated.before === undefined || unresolvedMarker.test(stated.before ?? '');
  const beforeText = isOpenBefore ? printed(before.value) : stated.before;
  const openText = printedAfter === beforeText ? null : printedAfter;
  const knownText = stated.after === undefined ? printedAfter : stated.after;
  const afterText = isOpen ? (openText ?? knownAfterApply) : knownText;
  const certain =
    (isKnown && provablyDifferent(before.value, after.value)) || (!isOpen && !stated.dynamicOnly);
  return {
    path: stated.path,
    before: masked(local(beforeText, context.path), isHiddenBefore),
    after: masked(local(afterText, context.path), secret),
    secret,
    replacement: stated.replacement,
    certainty: certain ? 'certain' : 'possible',
    lineage,
  };
}

/**
 * Whether a value is secret by its lineage. CloudFormation counts the items of a list as they stand, which need not be as the
 * template has them: a text other than the template makes in that place may be any of its neighbours.
 */
function isSecret(side: Side, stated: string | null | undefined): boolean {
  if (side.secret || !side.secretNearby || typeof stated !== 'string') return side.secret;
  const data = side.value === undefined ? undefined : exact(side.value);
  return data === undefined || textOf(data) !== stated;
}

/** Names of the stack's own resources without the path to the stack: `${PhotosBucket}`, not `${storage/PhotosBucket}`. */
export function local(text: string | null, path: readonly string[]): string | null {
  return path.length === 0 || text === null ? text : text.replaceAll(`\${${path.join('/')}/`, '${');
}

/** How a value prints that neither CloudFormation nor the templates know yet. */
const knownAfterApply = '(known after apply)';

/**
 * CloudFormation's own word, unless some of what it is made of was dropped. Then the worst of the rest, by the rule of the
 * API reference (ResourceChange, Replacement): always and certain is a replacement, always and possible is conditional.
 */
function replacementOf(
  stated: StatedResource,
  action: ChangeAction,
  properties: readonly PropertyChange[],
  someDropped: boolean,
): Replacement {
  if (action !== 'modify') return 'never';
  const said = replacements[stated.Replacement ?? ''] ?? 'never';
  if (!someDropped) return said;
  const rest = properties
    .map(({ replacement, certainty }) =>
      certainty === 'possible' && replacement === 'always' ? 'conditional' : replacement,
    )
    .reduce(worse, 'never');
  return worse(said, rest) === said ? rest : said;
}

function policyActionOf(
  stated: StatedResource,
  action: ChangeAction,
  replacement: Replacement,
  resource: ResourceSides,
  context: ChangeContext,
): string | null {
  if (action === 'remove')
    return stated.PolicyAction ?? policyOf(resource.before, 'DeletionPolicy', context.before);
  if (action !== 'modify' || replacement === 'never') return null;
  const policy = policyOf(resource.after, 'UpdateReplacePolicy', context.after);
  return stated.PolicyAction ?? `ReplaceAnd${policy}`;
}

/** The property that causes a replacement, else the resource; `null` for what the released template does not hold. */
export function positionOf(
  resource: ResourceSides,
  properties: readonly PropertyChange[],
  replacement: Replacement,
  template: Template,
): Position | null {
  if (resource.after === undefined) return null;
  const place = ['Resources', resource.logicalId];
  const cause =
    replacement === 'never'
      ? undefined
      : (properties.find((property) => property.replacement === 'always') ??
        properties.find((property) => property.replacement === 'conditional'));
  if (cause === undefined) return template.locateKey(place);
  return template.locateKey([...place, 'Properties', ...cause.path.split('.')]);
}
