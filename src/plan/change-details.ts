import type { ResourceChange, ResourceChangeDetail } from '@aws-sdk/client-cloudformation';
import type { Replacement } from './plan.ts';

/** All that a change set says of one property, attribute or policy of a resource. */
export interface StatedChange {
  /** From the resource: `['Properties', 'Environment', 'Variables', 'STAGE']`, `['DeletionPolicy']`. */
  readonly pointer: readonly string[];
  /** As it prints: `Environment.Variables.STAGE`. */
  readonly path: string;
  /** `undefined` where the change set gives no value at all; `null` where it says that there is none. */
  readonly before: string | null | undefined;
  readonly after: string | null | undefined;
  readonly replacement: Replacement;
  /** No detail says that the value is known to change. */
  readonly dynamicOnly: boolean;
  /** `after` stands for something that CloudFormation does not know before it runs. */
  readonly unresolved: boolean;
}

/**
 * Texts in place of values that are not known before the change set runs. Seen in the wild:
 * `{{IntrinsicFunction:<stack>/<LogicalId>.Outputs.<Name>/Fn::GetAtt}}`, `{{IntrinsicFunction:<stack>//Fn::ImportValue}}`,
 * `{{IntrinsicFunction://Fn::Join}}` (cloudformation-coverage-roadmap#759, cfn-language-discussion#152, rain#526), and
 * `{{changeSet:KNOWN_AFTER_APPLY}}` (API reference, ResourceTargetDefinition).
 */
export const unresolvedMarker = /\{\{(?:IntrinsicFunction:[^{}]*|changeSet:KNOWN_AFTER_APPLY)\}\}/;

/**
 * Puts the details of one resource's change together, one entry a property. CloudFormation lists the same property twice
 * where a parameter feeds it (static by the parameter, dynamic by direct modification), and without a path where it has
 * no values.
 */
export function statedChanges(change: ResourceChange): readonly StatedChange[] {
  const contexts = { before: parseContext(change.BeforeContext), after: parseContext(change.AfterContext) };
  const groups = Map.groupBy(change.Details ?? [], (detail) => JSON.stringify(pointerOf(detail)));
  const pointers = [...groups.keys()].map((key) => JSON.parse(key) as string[]);
  const changes = [...groups].flatMap(([key, details]) => {
    const pointer = JSON.parse(key) as string[];
    const finer = pointers.some(
      (other) => other.length > pointer.length && pointer.every((step, index) => other[index] === step),
    );
    const valueless = details.every(
      ({ Target }) => Target?.BeforeValue === undefined && Target?.AfterValue === undefined,
    );
    return finer && valueless ? [] : stated(pointer, details, contexts);
  });
  return withOpenLists(changes);
}

/**
 * A list that a parameter feeds is one stand-in while planning, however many items it will have: the first item seems to
 * change, and the others to go. None of that is known, of any item.
 */
function withOpenLists(changes: readonly StatedChange[]): readonly StatedChange[] {
  const listOf = ({ pointer }: StatedChange): string | null =>
    /^\d+$/.test(pointer.at(-1) ?? '') ? JSON.stringify(pointer.slice(0, -1)) : null;
  const open = new Set(changes.filter(({ unresolved }) => unresolved).map(listOf));
  return changes.map((change) => {
    const list = listOf(change);
    return list !== null && open.has(list) ? { ...change, unresolved: true } : change;
  });
}

type Contexts = Readonly<Record<'before' | 'after', unknown>>;

function stated(
  pointer: readonly string[],
  details: readonly ResourceChangeDetail[],
  contexts: Contexts,
): readonly StatedChange[] {
  const replacement = details
    .map((detail) => recreation(detail.Target?.RequiresRecreation))
    .reduce(worse, 'never');
  const dynamicOnly = details.every((detail) => detail.Evaluation === 'Dynamic');
  const make = (
    at: readonly string[],
    before: StatedChange['before'],
    after: StatedChange['after'],
  ): StatedChange => ({
    pointer: at,
    path: printablePath(at),
    before,
    after,
    replacement,
    dynamicOnly,
    unresolved: after !== undefined && after !== null && unresolvedMarker.test(after),
  });
  const givenBefore = details.map(({ Target }) => Target?.BeforeValue).find((value) => value !== undefined);
  const givenAfter = details.map(({ Target }) => Target?.AfterValue).find((value) => value !== undefined);
  const [old, next] = [valueAt(contexts.before, pointer), valueAt(contexts.after, pointer)];
  if (givenBefore !== undefined || givenAfter !== undefined) {
    return [make(pointer, whole(givenBefore, old) ?? null, whole(givenAfter, next) ?? null)];
  }
  if (contexts.before === undefined && contexts.after === undefined)
    return [make(pointer, undefined, undefined)];
  const leaves = [...differingLeaves(old, next, pointer)];
  return leaves.length === 0
    ? [make(pointer, textOf(old), textOf(next))]
    : leaves.map((leaf) => make(leaf.pointer, textOf(leaf.before), textOf(leaf.after)));
}

/** "Large values can be truncated" (API reference, ResourceTargetDefinition): the context has the whole one. */
function whole(given: string | undefined, context: unknown): string | undefined {
  const full = textOf(context);
  if (given === undefined) return full ?? undefined;
  const stem = given.replace(/(?:\.\.\.|…)$/, '');
  return full !== null &&
    full.length > given.length &&
    stem !== '' &&
    full.startsWith(stem) &&
    given.length >= 200
    ? full
    : given;
}

function pointerOf({ Target }: ResourceChangeDetail): readonly string[] {
  if (Target?.Path !== undefined && Target.Path !== '') {
    return Target.Path.replace(/^\//, '')
      .split('/')
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  const attribute: string = Target?.Attribute ?? 'Properties';
  if (attribute === 'Tags') return ['Properties', 'Tags'];
  return Target?.Name === undefined ? [attribute] : [attribute, Target.Name];
}

/** `Environment.Variables.STAGE`; attributes other than properties keep their name: `DeletionPolicy`. */
export function printablePath(pointer: readonly string[]): string {
  const steps = pointer[0] === 'Properties' && pointer.length > 1 ? pointer.slice(1) : pointer;
  return steps.join('.');
}

function parseContext(context: string | undefined): unknown {
  if (context === undefined || context === '') return undefined;
  try {
    return JSON.parse(context) as unknown;
  } catch {
    return undefined; // Cut off: the details' own values have to do.
  }
}

/** The value at a pointer; `undefined` where there is none. */
export function valueAt(value: unknown, pointer: readonly string[]): unknown {
  return pointer.reduce<unknown>((current, step) => {
    if (typeof current !== 'object' || current === null) return undefined;
    return Object.hasOwn(current, step) ? (current as Record<string, unknown>)[step] : undefined;
  }, value);
}

/** A value as text: a string as it is, anything else as JSON; `null` where there is none. */
export function textOf(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function* differingLeaves(
  before: unknown,
  after: unknown,
  pointer: readonly string[],
): Generator<{ readonly pointer: readonly string[]; readonly before: unknown; readonly after: unknown }> {
  if (isComposite(before) && isComposite(after) && Array.isArray(before) === Array.isArray(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      yield* differingLeaves(valueAt(before, [key]), valueAt(after, [key]), [...pointer, key]);
    }
  } else if (JSON.stringify(before) !== JSON.stringify(after)) {
    yield { pointer, before, after };
  }
}

function isComposite(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function recreation(requires: string | undefined): Replacement {
  if (requires === 'Always') return 'always';
  return requires === 'Conditionally' ? 'conditional' : 'never';
}

const severity: readonly Replacement[] = ['never', 'conditional', 'always'];

export function worse(a: Replacement, b: Replacement): Replacement {
  return severity.indexOf(a) >= severity.indexOf(b) ? a : b;
}
