import { documentedReplacements } from './documented-replacements.ts';
import type { Replacement } from './plan.ts';
import { replacementTable } from './replacement-table.ts';
import { statefulTypes } from './stateful-types.ts';

/** Tells whether a change of a property (`Tags.0.Value`) replaces a resource. */
export type ReplacementOf = (type: string, path: string) => Replacement;

interface Rule {
  readonly path: string;
  readonly replacement: Replacement;
}

let schemas: ReadonlyMap<string, readonly Rule[]> | undefined;
let reference: ReadonlyMap<string, readonly Rule[]> | undefined;

function rules(table: string): ReadonlyMap<string, readonly Rule[]> {
  return new Map(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [type = '', ...paths] = line.split(' ');
        return [`AWS::${type}`, paths.map(rule)] as const;
      }),
  );
}

function rule(text: string): Rule {
  return text.startsWith('?')
    ? { path: text.slice(1), replacement: 'conditional' }
    : { path: text, replacement: 'always' };
}

/**
 * What the type's schema says, or the reference where it says worse. A type without a schema here may be replaced by any
 * change; so may one that holds state and whose schema calls no property create-only, for a schema may be silent about some.
 * Tags replace only where either says so.
 */
export const schemaReplacement: ReplacementOf = (type, path) => {
  const known = (schemas ??= rules(replacementTable)).get(type);
  const documented = (reference ??= rules(documentedReplacements)).get(type) ?? [];
  const steps = path.split('.');
  if (known === undefined || (known.length === 0 && Object.hasOwn(statefulTypes, type))) {
    if (!documented.some((each) => isUnder(steps, each.path.split('.'))))
      return steps[0] === 'Tags' ? 'never' : 'conditional';
  }
  const found = [...(known ?? []), ...documented].filter((each) => isUnder(steps, each.path.split('.')));
  return found.reduce<Replacement>(
    (worst, each) => (worst === 'always' || each.replacement === 'always' ? 'always' : 'conditional'),
    'never',
  );
};

/** Whether one path is the other, or a part of it; `*` stands for each item of a list. */
function isUnder(steps: readonly string[], rulePath: readonly string[]): boolean {
  const shared = rulePath.slice(0, steps.length);
  return shared.every((step, index) => step === '*' || step === steps[index]);
}
