import { isDeepStrictEqual } from 'node:util';

/** What an observation is written in: JSON, and for an expectation a pattern wherever a text stands. */
export type Expected =
  | string
  | number
  | boolean
  | null
  | undefined
  | RegExp
  | readonly Expected[]
  | { readonly [key: string]: Expected };

/** One look at AWS, beside what the rules of the local AWS and of the tests' stand-ins say. */
export interface Observation {
  readonly scenario: string;
  /** Rules that it bears on: `change-sets/2`, `fakes/s3/3`. */
  readonly rules: readonly string[];
  readonly what: string;
  readonly expected: Expected;
  readonly seen: unknown;
  /** `not-seen`: the scenario ended before it came to it. */
  readonly outcome: 'same' | 'differs' | 'not-seen';
}

/** Whether what was seen is what was expected: equal, with patterns for texts. */
export function agrees(expected: Expected, seen: unknown): boolean {
  if (expected instanceof RegExp) return typeof seen === 'string' && expected.test(seen);
  if (Array.isArray(expected)) {
    return (
      Array.isArray(seen) &&
      seen.length === expected.length &&
      expected.every((each: Expected, index) => agrees(each, seen[index]))
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof seen !== 'object' || seen === null || Array.isArray(seen)) return false;
    const [wanted, found] = [Object.entries(expected), seen as Readonly<Record<string, unknown>>];
    const names = Object.keys(found).filter((name) => found[name] !== undefined);
    return (
      wanted.every(([name, value]) => agrees(value, found[name])) && names.every((name) => name in expected)
    );
  }
  return isDeepStrictEqual(expected, seen);
}

/** What one scenario saw, in order. */
export class Notebook {
  readonly #scenario: string;
  readonly #neutral: (seen: unknown) => unknown;
  readonly #isLocal: boolean;
  readonly #found: Observation[] = [];

  /** `neutral` takes out what differs from run to run and what is nobody's business: account, names, signatures. */
  constructor(scenario: string, neutral: (seen: unknown) => unknown, isLocal: boolean) {
    this.#scenario = scenario;
    this.#neutral = neutral;
    this.#isLocal = isLocal;
  }

  get observations(): readonly Observation[] {
    return this.#found;
  }

  /**
   * Writes down what was seen of rules, beside what they say. `deviation` is what the local AWS does where it is known not to
   * keep to the rule (which is a fake's then); on AWS it means nothing.
   */
  see(
    rules: readonly string[],
    what: string,
    rule: Expected,
    seen: unknown,
    deviation?: { readonly here: Expected },
  ): void {
    const neutral = this.#neutral(seen);
    const expected = this.#isLocal && deviation !== undefined ? deviation.here : rule;
    const outcome = agrees(expected, neutral) ? 'same' : 'differs';
    this.#found.push({ scenario: this.#scenario, rules, what, expected, seen: neutral, outcome });
  }

  /** Writes down which of a scenario's rules it did not come to see, and why. */
  missed(verifies: readonly string[], reason: string): void {
    const looked = new Set(this.#found.flatMap(({ rules }) => rules));
    const rules = verifies.filter((rule) => !looked.has(rule));
    if (rules.length === 0 && reason === '') return;
    this.#found.push({
      scenario: this.#scenario,
      rules,
      what: 'the scenario runs to its end',
      expected: 'the end',
      seen: this.#neutral(reason === '' ? 'nothing about these rules' : reason),
      outcome: 'not-seen',
    });
  }
}

/** How AWS answered a call that is expected to be refused: the error's name and status, or `{ done: true }`. */
export async function answerTo(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return { done: true };
  } catch (error) {
    const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
    if ($metadata === undefined) throw error;
    return { refused: name, status: $metadata.httpStatusCode };
  }
}
