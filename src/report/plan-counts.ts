import type { ResourceChange } from '../plan/plan.ts';
import { kindOf, type ChangeKind } from './plan-summary.ts';

/** What a change has done to its resource, the worst first; imports, renewals and drift put right count as changed. */
const words: readonly (readonly [word: string, kinds: readonly ChangeKind[]])[] = [
  ['removed', ['remove']],
  ['replaced', ['replace']],
  ['changed', ['change', 'renew', 'import']],
  ['added', ['add']],
  ['possible', ['possible']],
];

/** `1 replaced, 12 changed`: how many of which, in the words of the table. */
export function countsText(changes: readonly ResourceChange[]): string {
  const kinds = changes.map(kindOf);
  return words
    .map(([word, those]) => ({ word, count: kinds.filter((kind) => those.includes(kind)).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(', ');
}
