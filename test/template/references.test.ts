import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fullName, references, subPieces } from '../../src/template/references.ts';

const named = (value: unknown): string[] =>
  references(value).map((each) =>
    each.kind === 'attribute' ? `attribute ${each.name}.${each.attribute}` : `${each.kind} ${each.name}`,
  );

describe('references', () => {
  test('Ref, GetAtt, Sub, If, FindInMap and Condition, in order', () => {
    expect(
      named({
        A: { Ref: 'Stage' },
        B: [{ 'Fn::GetAtt': ['Child', 'Outputs.Url'] }],
        C: { 'Fn::Sub': '${Stage}/${Bucket.Arn}/${!Literal}' },
        D: { 'Fn::If': ['IsProd', { Ref: 'Yes' }, { Ref: 'AWS::NoValue' }] },
        E: { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'Large'] },
        F: { 'Fn::And': [{ Condition: 'HasSite' }] },
      }),
    ).toEqual([
      'ref Stage',
      'attribute Child.Outputs.Url',
      'ref Stage',
      'attribute Bucket.Arn',
      'condition IsProd',
      'ref Yes',
      'ref AWS::NoValue',
      'mapping Sizes',
      'ref Stage',
      'condition HasSite',
    ]);
  });

  test('names that Fn::Sub gives itself are not references', () => {
    expect(named({ 'Fn::Sub': ['${x}-${Stage}', { x: { Ref: 'Name' } }] })).toEqual([
      'ref Stage',
      'ref Name',
    ]);
  });

  test('the path leads to the place', () => {
    expect(references({ A: [{ 'Fn::If': ['Is', { Ref: 'B' }, 1] }] })).toEqual([
      { kind: 'condition', name: 'Is', path: ['A', 0, 'Fn::If', 0] },
      { kind: 'ref', name: 'B', path: ['A', 0, 'Fn::If', 1] },
    ]);
  });

  test('the Condition of a policy statement is no condition of the template', () => {
    expect(named({ Condition: { StringEquals: { 'aws:SourceArn': { Ref: 'Topic' } } } })).toEqual([
      'ref Topic',
    ]);
  });
});

describe('the pieces of Fn::Sub', () => {
  test('put together again they are the text', () => {
    const piece = fc.oneof(
      fc.stringMatching(/^[a-z/:. -]+$/).map((text) => ({ written: text, literal: text })),
      fc.stringMatching(/^[A-Z][A-Za-z0-9]*$/).map((name) => ({ written: `\${${name}}`, literal: null })),
      fc
        .stringMatching(/^[A-Z][a-z]*\.[A-Z][a-z]*$/)
        .map((name) => ({ written: `\${${name}}`, literal: null })),
      fc.stringMatching(/^[a-z]+$/).map((name) => ({ written: `\${!${name}}`, literal: `\${${name}}` })),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const read = subPieces(pieces.map((each) => each.written).join(''));
        const back = read
          .map((each) => (each.kind === 'text' ? each.text : `\${${fullName(each)}}`))
          .join('');
        expect(back).toBe(pieces.map((each) => each.literal ?? each.written).join(''));
        expect(read.filter((each) => each.kind === 'name')).toHaveLength(
          pieces.filter((each) => each.literal === null).length,
        );
      }),
    );
  });
});
