import type { Certainty, ResourceChange } from './plan.ts';

/** The changes of a stack and the properties of each: what is certain first, then what is only possible; else as given. */
export function certainFirst(changes: readonly ResourceChange[]): readonly ResourceChange[] {
  return sorted(changes).map((change) => ({ ...change, properties: sorted(change.properties) }));
}

function sorted<T extends { readonly certainty: Certainty }>(items: readonly T[]): readonly T[] {
  return [
    ...items.filter(({ certainty }) => certainty === 'certain'),
    ...items.filter(({ certainty }) => certainty === 'possible'),
  ];
}
