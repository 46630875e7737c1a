import { describe, expect, test } from '@jest/globals';
import { provablyEqual, provablySameOutputs } from '../../src/plan/compare-values.ts';
import { evaluate, type Scope } from '../../src/template/evaluate.ts';
import { lineageOf, unresolved } from '../../src/template/evaluated.ts';
import type { TemplateBody } from '../../src/template/template.ts';

/** A nested stack whose parameter `Tier` is fed by an import: its value is not known, and stays what it is. */
function scope(body: Partial<TemplateBody> & Readonly<Record<string, unknown>>): Scope {
  return {
    body: { Resources: {}, ...body },
    parameters: { Tier: unresolved('${export:tier}', lineageOf('export:tier')) },
    pseudo: { region: 'eu-west-1' },
    path: ['alarms'],
    resource: () => undefined,
  };
}

const condition = (definition: unknown): Scope => scope({ Conditions: { Large: definition } });
const tierIs = (name: string) => ({ 'Fn::Equals': [{ Ref: 'Tier' }, name] });
const chosen = { 'Fn::If': ['Large', 512, 256] };

describe('what an import decides', () => {
  test('is the same where it decides by the same rule', () => {
    const side = () => evaluate(chosen, condition(tierIs('gold')));
    expect(provablyEqual(side(), side())).toBe(true);
  });

  test.each([
    ['another value', tierIs('gold'), tierIs('silver')],
    ['the contrary', tierIs('gold'), { 'Fn::Not': [tierIs('gold')] }],
    [
      'one of two instead of both',
      { 'Fn::And': [tierIs('gold'), tierIs('silver')] },
      { 'Fn::Or': [tierIs('gold'), tierIs('silver')] },
    ],
  ])('may be another once its condition asks for %s', (_, before, after) => {
    const [was, is] = [before, after].map((definition) => evaluate(chosen, condition(definition)));
    expect(provablyEqual(was, is)).toBe(false);
  });

  test('may be another once the map says something else, whichever key the import is', () => {
    const side = (size: number) =>
      evaluate(
        { 'Fn::Sub': ['${Size} MB', { Size: { 'Fn::FindInMap': ['Sizes', { Ref: 'Tier' }, 'Memory'] } }] },
        scope({ Mappings: { Sizes: { gold: { Memory: size } } } }),
      );
    expect(provablyEqual(side(256), side(256))).toBe(true);
    expect(provablyEqual(side(256), side(512))).toBe(false);
  });

  test('is whether there is an output at all', () => {
    const side = (tier: string) =>
      scope({
        Conditions: { Large: tierIs(tier) },
        Outputs: { Name: { Condition: 'Large', Value: 'large' } },
      });
    expect(provablySameOutputs(side('gold'), side('gold'))).toBe(true);
    expect(provablySameOutputs(side('gold'), side('silver'))).toBe(false);
  });
});

test('outputs are not the same where one is exported by another name, or no more', () => {
  const side = (Export?: unknown) => scope({ Outputs: { Name: { Value: 'large', Export } } });
  expect(provablySameOutputs(side({ Name: 'tier' }), side({ Name: 'tier' }))).toBe(true);
  expect(provablySameOutputs(side({ Name: 'tier' }), side({ Name: 'class' }))).toBe(false);
  expect(provablySameOutputs(side({ Name: 'tier' }), side())).toBe(false);
});
