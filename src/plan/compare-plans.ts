import { canonicalJson } from '../runtime/canonical-json.ts';
import type { PlanFact } from './fingerprint.ts';

/** One fact in which two plans differ. */
export interface PlanDifference {
  /** What kind of fact: `release`, `parameter`, `change`, `property`, `site`, … */
  readonly kind: string;
  /** Its place, to print: `app/storage/PhotosBucket BucketName`. */
  readonly where: string;
  /** What the approved plan says, as text; `null` where it says nothing of this. */
  readonly approved: string | null;
  /** What the plan says now. */
  readonly now: string | null;
}

/**
 * What differs between the facts of the plan that was approved and those of the plan as it is now, in a fixed order. Over
 * all facts (`planFacts`) it is empty exactly when the fingerprints are equal. Secrets are masked in plans already, so
 * nothing here shows one.
 */
export function compareFacts(
  approved: readonly PlanFact[],
  now: readonly PlanFact[],
): readonly PlanDifference[] {
  const left = bySubject(approved);
  const right = bySubject(now);
  return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((key) => {
    const before = left.get(key);
    const after = right.get(key);
    const first = before?.[0] ?? after?.[0];
    if (first === undefined || digest(before) === digest(after)) return [];
    return [{ ...place(first), approved: text(before), now: text(after) }];
  });
}

function bySubject(facts: readonly PlanFact[]): Map<string, PlanFact[]> {
  return Map.groupBy(facts, (fact) => canonicalJson(fact.subject));
}

function digest(facts: readonly PlanFact[] | undefined): string {
  return canonicalJson((facts ?? []).map((fact) => canonicalJson(fact.says)).sort());
}

function place(fact: PlanFact): { kind: string; where: string } {
  const [kind = '', ...rest] = fact.subject;
  if (kind === 'property' || kind === 'parameter' || kind === 'tag') {
    return { kind, where: `${rest.slice(0, -1).join('/')} ${rest.at(-1) ?? ''}`.trim() };
  }
  if (kind === 'secret' || kind === 'ssm') return { kind, where: `${rest[0] ?? ''} ${rest[2] ?? ''}` };
  return { kind, where: rest.join(kind === 'site' ? ' ' : '/') };
}

function text(facts: readonly PlanFact[] | undefined): string | null {
  if (facts === undefined) return null;
  return facts.map((fact) => factText(fact)).join('; ');
}

function factText({ subject, says }: PlanFact): string {
  const [kind] = subject;
  const shown = (value: unknown): string =>
    value === null ? 'none' : typeof value === 'string' ? value : canonicalJson(value);
  if ('lineage' in says || 'deferred' in says)
    return `decided by ${shown(says['lineage'] ?? says['deferred'])}`;
  if (kind === 'secret' || kind === 'ssm') {
    return says['state'] === 'absent' ? 'not there' : `version ${shown(says['version'])}${of(says['arn'])}`;
  }
  if ('before' in says && 'after' in says) {
    const change = `${shown(says['before'])} → ${shown(says['after'])}`;
    const replacement = says['replacement'];
    return replacement === undefined || replacement === 'never'
      ? change
      : `${change} (replacement ${shown(replacement)})`;
  }
  if (kind === 'change') {
    const replacement = says['replacement'] === 'never' ? '' : `, replacement ${shown(says['replacement'])}`;
    return `${shown(says['action'])} ${shown(says['type'])}${replacement}, ${shown(says['certainty'])}`;
  }
  const entries = Object.entries(says);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) return shown(only[1]);
  if (entries.length === 0) return 'yes';
  return entries.map(([name, value]) => `${name} ${shown(value)}`).join(', ');
}

function of(arn: PlanFact['says'][string] | undefined): string {
  return typeof arn === 'string' ? ` of ${arn}` : '';
}
