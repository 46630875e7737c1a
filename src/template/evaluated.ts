import type { Json } from '../runtime/canonical-json.ts';

/** What a value depends on that is not known before a deployment, and whether a secret is in it. */
export interface Lineage {
  /**
   * Sorted, without repetition. `Bucket.Arn` or `Child.Outputs.Url` of the root, `Child/Bucket.Arn` of a nested stack,
   * `edge.LogBucket` for an output of another stack, a dynamic reference's own text (`{{resolve:…}}`), `export:<name>`,
   * `rule:<condition or map>` for what chooses among values and can't be told yet.
   */
  readonly sources: readonly string[];
  /** True where a `NoEcho` parameter or a dynamic reference to a secret went into it. */
  readonly secret: boolean;
}

export type Scalar = string | number | boolean | null;

/** The outcome of evaluating a part of a template. */
export type Evaluated =
  /** Known. `lineage.sources` may still name dynamic references, which CloudFormation resolves when it deploys. */
  | { readonly kind: 'value'; readonly value: Scalar; readonly lineage: Lineage }
  /** Known only while the stack is deployed. `text` is how it would read, with `${…}` for what is missing and secrets masked. */
  | { readonly kind: 'unresolved'; readonly text: string; readonly lineage: Lineage }
  | { readonly kind: 'list'; readonly items: readonly Evaluated[] }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Evaluated> }
  /** `AWS::NoValue`: the property is not there. */
  | { readonly kind: 'none' };

/** How a secret prints, everywhere. */
export const maskedSecret = '•••• (secret)';

export const noLineage: Lineage = { sources: [], secret: false };

export function lineageOf(...sources: string[]): Lineage {
  return { sources: [...new Set(sources)].sort(), secret: false };
}

/** What a text does not say of how a value comes about: the condition, or the map, that chooses it. */
export function ruleOf(definition: string): Lineage {
  return lineageOf(`rule:${definition}`);
}

export function known(value: Scalar, lineage: Lineage = noLineage): Evaluated {
  return { kind: 'value', value, lineage };
}

export function unresolved(text: string, lineage: Lineage): Evaluated {
  return { kind: 'unresolved', text: lineage.secret ? maskedSecret : text, lineage };
}

/** The same value, known to hold a secret. */
export function asSecret(evaluated: Evaluated, source: string): Evaluated {
  const add = (lineage: Lineage): Lineage => ({ ...unite([lineage, lineageOf(source)]), secret: true });
  switch (evaluated.kind) {
    case 'value':
      return { ...evaluated, lineage: add(evaluated.lineage) };
    case 'unresolved':
      return unresolved(evaluated.text, add(evaluated.lineage));
    case 'list':
      return { kind: 'list', items: evaluated.items.map((item) => asSecret(item, source)) };
    case 'map':
      return {
        kind: 'map',
        entries: new Map([...evaluated.entries].map(([key, entry]) => [key, asSecret(entry, source)])),
      };
    case 'none':
      return evaluated;
  }
}

export function unite(lineages: readonly Lineage[]): Lineage {
  return {
    sources: [...new Set(lineages.flatMap((each) => each.sources))].sort(),
    secret: lineages.some((each) => each.secret),
  };
}

/** The lineage of a value with all that it holds. */
export function lineage(evaluated: Evaluated): Lineage {
  switch (evaluated.kind) {
    case 'value':
    case 'unresolved':
      return evaluated.lineage;
    case 'list':
      return unite(evaluated.items.map(lineage));
    case 'map':
      return unite([...evaluated.entries.values()].map(lineage));
    case 'none':
      return noLineage;
  }
}

/** True where nothing in the value waits for the deployment. */
export function isKnown(evaluated: Evaluated): boolean {
  switch (evaluated.kind) {
    case 'value':
    case 'none':
      return true;
    case 'unresolved':
      return false;
    case 'list':
      return evaluated.items.every(isKnown);
    case 'map':
      return [...evaluated.entries.values()].every(isKnown);
  }
}

/** The value as data to print: secrets masked, `${…}` for what is not known, without what is `AWS::NoValue`. */
export function printable(evaluated: Evaluated): Json {
  return convert(evaluated, (value, from) => (from.secret ? maskedSecret : value));
}

/**
 * The value as data to compare or to hand to AWS: secrets in clear, `undefined` where any of it is unresolved. Never print it.
 */
export function exact(evaluated: Evaluated): Json | undefined {
  return isKnown(evaluated) ? convert(evaluated, (value) => value) : undefined;
}

function convert(evaluated: Evaluated, scalar: (value: Scalar, from: Lineage) => Scalar): Json {
  switch (evaluated.kind) {
    case 'value':
      return scalar(evaluated.value, evaluated.lineage);
    case 'unresolved':
      return evaluated.text;
    case 'list':
      return evaluated.items.filter((item) => item.kind !== 'none').map((item) => convert(item, scalar));
    case 'map':
      return Object.fromEntries(
        [...evaluated.entries]
          .filter(([, entry]) => entry.kind !== 'none')
          .map(([key, entry]) => [key, convert(entry, scalar)]),
      );
    case 'none':
      return null;
  }
}

/** One scalar in a value. */
export interface Leaf {
  /** `Environment.Variables.STAGE`, `Tags.0.Value`: as CloudFormation names property paths. */
  readonly path: string;
  readonly value: Extract<Evaluated, { kind: 'value' | 'unresolved' }>;
}

/** The scalars of a value in order, with their paths. Empty lists and maps have none. */
export function leaves(evaluated: Evaluated, path: readonly string[] = []): readonly Leaf[] {
  switch (evaluated.kind) {
    case 'value':
    case 'unresolved':
      return [{ path: path.join('.'), value: evaluated }];
    case 'list':
      return evaluated.items.flatMap((item, index) => leaves(item, [...path, String(index)]));
    case 'map':
      return [...evaluated.entries].flatMap(([key, entry]) => leaves(entry, [...path, key]));
    case 'none':
      return [];
  }
}

/** A scalar as CloudFormation makes text of it: `true` for a boolean, digits for a number, nothing for null. */
export function scalarText(value: Scalar): string {
  return value === null ? '' : String(value);
}
