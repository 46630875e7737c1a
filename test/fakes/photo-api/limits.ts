import type { Mistake } from './mistakes.ts';

/** How much each subject may still ask for. */
export interface Limits {
  takes(subject: string, authorization: string): boolean;
}

const burst = 20;

export function limitsOf(broken: ReadonlySet<Mistake>): Limits {
  const buckets = new Map<string, { left: number; authorization: string }>();
  return {
    takes: (subject, authorization) => {
      if (broken.has('limits-nobody')) return true;
      const together = broken.has('limits-all-together');
      const key = together ? 'all' : subject;
      const known = buckets.get(key);
      // Everybody's bucket is filled by the one who sends most.
      const mayFill = !broken.has('limits-for-ever') && (!together || subject.endsWith('busy'));
      const fills = known === undefined || (mayFill && known.authorization !== authorization);
      const bucket = fills ? { left: burst, authorization } : known;
      bucket.left -= 1;
      buckets.set(key, bucket);
      return bucket.left >= 0;
    },
  };
}
