import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseSources, readSources, type Sources } from './read-workflows.ts';
import type { Rule } from './rules/rule.ts';

const sources = readSources(join(import.meta.dirname, '..', '..', '..'));

/** A change of one workflow that breaks a rule, and what the rule says then. */
export interface Fault {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  readonly says: string;
}

/** A rule by its name, with changes that break it. */
export type Held = readonly [name: string, rule: Rule, faults: readonly Fault[]];

/** Tests that all workflows hold to the rules, and that each rule says where one does not. */
export function holdTo(rules: readonly Held[]): void {
  describe.each(rules)('%s', (_, rule, faults) => {
    test('in all workflows', () => {
      expect(rule(parseSources(sources))).toEqual([]);
    });

    test.each(faults)('and says where not: $says', ({ says, ...fault }) => {
      expect(rule(parseSources(withFault(fault)))).toContain(says);
    });
  });
}

/** The workflows with one change. */
export function withFault({ file, from, to }: Pick<Fault, 'file' | 'from' | 'to'>): Sources {
  const text = sources.workflows.get(file) ?? '';
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`${file} does not hold ${String(from)}`);
  return { ...sources, workflows: new Map([...sources.workflows, [file, changed]]) };
}
