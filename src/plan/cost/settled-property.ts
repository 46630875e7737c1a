import { type Evaluated } from '../../template/evaluated.ts';

/** A property that stands at a name; nothing where there is none. */
export function entry(value: Evaluated, name: string): Evaluated | undefined {
  const found = value.kind === 'map' ? value.entries.get(name) : undefined;
  return found?.kind === 'none' ? undefined : found;
}

/**
 * A property's text, or what it is where it is left out. `null` where the template does not settle it: it waits for the
 * deployment, CloudFormation looks it up, or it is a secret, which nothing may be said of.
 */
export function settledText(value: Evaluated | undefined, otherwise: string): string | null {
  if (value === undefined) return otherwise;
  if (value.kind !== 'value' || value.lineage.secret || value.lineage.sources.length > 0) return null;
  return String(value.value);
}

/** A property's whole number, 0 or more. `null` where it is none, or not settled. */
export function settledCount(value: Evaluated | undefined, otherwise: number): number | null {
  const text = settledText(value, String(otherwise));
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

/** The items that a list holds, whatever each is. `null` where how many there are is not settled. */
export function settledItems(value: Evaluated | undefined): readonly Evaluated[] | null {
  if (value === undefined) return [];
  return value.kind === 'list' ? value.items.filter(({ kind }) => kind !== 'none') : null;
}

export function isOn(value: Evaluated | undefined): boolean {
  return settledText(value, 'false')?.toLowerCase() === 'true';
}
