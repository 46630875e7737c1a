import type { Amount, StoredObject, SweepPlan, SweepRules } from './sweep.ts';

const day = 86_400_000;

/** Whether a key is one that `release` writes: the SHA-256 of what lies there, in hex. */
export function isArtifactKey(key: string): boolean {
  return /^[0-9a-f]{64}$/.test(key);
}

export function isYoung({ modifiedAt }: StoredObject, { now, guardDays }: SweepRules): boolean {
  return now - modifiedAt < guardDays * day;
}

/**
 * Decides what of a bucket goes: artifacts that no release needs, and that have lain there for longer than the guard.
 * @param needed keys of everything that some release needs
 */
export function planSweep(
  objects: readonly StoredObject[],
  needed: ReadonlySet<string>,
  rules: SweepRules,
): SweepPlan {
  const fates = Map.groupBy(objects, (object) =>
    !isArtifactKey(object.key)
      ? 'foreign'
      : needed.has(object.key)
        ? 'needed'
        : isYoung(object, rules)
          ? 'young'
          : 'superfluous',
  );
  const superfluous = [...(fates.get('superfluous') ?? [])].sort(
    (a, b) => a.modifiedAt - b.modifiedAt || (a.key < b.key ? -1 : 1),
  );
  return {
    foreign: amountOf(fates.get('foreign') ?? []),
    needed: amountOf(fates.get('needed') ?? []),
    young: amountOf(fates.get('young') ?? []),
    left: amountOf(superfluous.slice(rules.budget)),
    going: superfluous.slice(0, rules.budget),
  };
}

/** Objects and bytes together. */
export function amountOf(objects: readonly StoredObject[]): Amount {
  return { count: objects.length, bytes: objects.reduce((sum, { size }) => sum + size, 0) };
}
