import { leaves, type Evaluated } from '../template/evaluated.ts';
import type { ChangeContext, ResourceSides } from './clean-change.ts';
import { printablePath, textOf, unresolvedMarker, valueAt, type StatedChange } from './change-details.ts';
import { sideOf } from './compare-values.ts';

/**
 * Takes a change of a whole map or list apart into the scalars that differ, or may differ: a policy document reads as the
 * one statement that changes. Values come from the change set where it gives them; where it gives none, the templates tell
 * which parts there are. What can't be taken apart stays whole.
 */
export function finerChanges(
  stated: StatedChange,
  resource: ResourceSides,
  context: ChangeContext,
): readonly StatedChange[] {
  if (stated.after === undefined || stated.unresolved) {
    const parts = byTemplates(stated, resource, context);
    if (parts !== null) return parts;
  }
  const [before, after] = [composite(stated.before), composite(stated.after)];
  if (before === null || after === null || Array.isArray(before) !== Array.isArray(after)) return [stated];
  const parts = [...differing(before, after, stated.pointer)].map(
    ({ pointer, before: old, after: next }) => ({
      ...stated,
      pointer,
      path: printablePath(pointer),
      before: textOf(old),
      after: textOf(next),
      unresolved: unresolvedMarker.test(textOf(next) ?? ''),
    }),
  );
  return parts.length === 0 ? [stated] : parts;
}

function byTemplates(
  stated: StatedChange,
  resource: ResourceSides,
  context: ChangeContext,
): readonly StatedChange[] | null {
  const before = sideOf(resource.before, stated.pointer, context.before).value;
  const after = sideOf(resource.after, stated.pointer, context.after).value;
  if (!isComposite(before) || !isComposite(after) || before.kind !== after.kind) return null;
  const steps = [...leaves(before, ['']), ...leaves(after, [''])].map(({ path }) => path.split('.').slice(1));
  const pointers = new Set(steps.map((each) => JSON.stringify([...stated.pointer, ...each])));
  const given = composite(stated.before);
  return [...pointers].map((key): StatedChange => {
    const pointer = JSON.parse(key) as string[];
    const old = given === null ? undefined : textOf(valueAt(given, pointer.slice(stated.pointer.length)));
    return {
      ...stated,
      pointer,
      path: printablePath(pointer),
      before: old,
      after: undefined,
      unresolved: false,
    };
  });
}

function isComposite(value: Evaluated | undefined): value is Extract<Evaluated, { kind: 'list' | 'map' }> {
  return value?.kind === 'list' || value?.kind === 'map';
}

/** The map or list that a text is in JSON; `null` for any other text, and for one that was cut off. */
function composite(text: string | null | undefined): object | null {
  if (text === null || text === undefined || !/^\s*[[{]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

interface Part {
  readonly pointer: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

function* differing(before: unknown, after: unknown, pointer: readonly string[]): Generator<Part> {
  const [old, next] = [asObject(before), asObject(after)];
  if (old !== null && next !== null && Array.isArray(before) === Array.isArray(after)) {
    for (const key of new Set([...Object.keys(old), ...Object.keys(next)])) {
      yield* differing(old[key], next[key], [...pointer, key]);
    }
    return;
  }
  const [left, right] = [textOf(before) ?? '', textOf(after) ?? ''];
  if (left !== right || unresolvedMarker.test(right)) yield { pointer, before, after };
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
}
