import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parseTemplate } from '../../../src/template/parse-template.ts';
import { root } from '../evaluated.ts';

const file = 'templates/modules/archive-bucket.yml';
const { Parameters, Rules } = parseTemplate(readFileSync(`${root}${file}`, 'utf8'), file).body;
const allowed = (name: string): readonly number[] => (Parameters?.[name]?.AllowedValues ?? []).map(Number);

/** What the Rules section says of values, as far as this template's rules go (CloudFormation User Guide, "Rules section"). */
function says(expression: unknown, values: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(expression)) return expression.map((each) => says(each, values));
  if (typeof expression !== 'object' || expression === null) return String(expression);
  const [[name, argument] = ['', null]] = Object.entries(expression as Readonly<Record<string, unknown>>);
  if (name === 'Ref') return values[String(argument)];
  const given = says(argument, values) as readonly unknown[];
  if (name === 'Fn::Equals') return given[0] === given[1];
  if (name === 'Fn::Not') return given[0] !== true;
  if (name === 'Fn::And') return given.every((each) => each === true);
  if (name === 'Fn::Contains') return (given[0] as readonly unknown[]).includes(given[1]);
  throw new Error(`no rule of this template has ${name}`);
}

function isRefused(values: Readonly<Record<string, string>>): boolean {
  const rules = Object.values(Rules ?? {}) as readonly {
    readonly RuleCondition: unknown;
    readonly Assertions: readonly { readonly Assert: unknown }[];
  }[];
  return rules.some(
    ({ RuleCondition, Assertions }) =>
      says(RuleCondition, values) === true && Assertions.some(({ Assert }) => says(Assert, values) !== true),
  );
}

const pairs = allowed('InstantRetrievalDay').flatMap((first) =>
  allowed('DeepArchiveDay').map((second) => [first, second] as const),
);

test.each(pairs)('Instant Retrieval on day %d and Deep Archive on day %d: refused if less than 90 apart', (first, second) => {
  const days = { InstantRetrievalDay: String(first), DeepArchiveDay: String(second) };
  expect(isRefused({ ...days, InstantRetrieval: 'on' })).toBe(second < first + 90);
  expect(isRefused({ ...days, InstantRetrieval: 'off' })).toBe(false);
});

test('both kinds of pairs are there, and for each first day a second one', () => {
  const taken = pairs.filter(([first, second]) => second >= first + 90);
  expect(pairs).toHaveLength(42);
  expect(new Set(taken.map(([first]) => first)).size).toBe(6);
  expect(taken.length).toBeLessThan(pairs.length);
});
