import { describe, expect, test } from '@jest/globals';
import type { Change, Detail } from '../../local/front/cloudformation/held.ts';
import {
  requirementOf,
  withRecreation,
  type Requirement,
} from '../../local/front/cloudformation/recreation.ts';

const schema = {
  createOnlyProperties: ['/properties/BucketName', '/properties/TableInput/Name', '/properties/Rules/*/Id'],
  conditionalCreateOnlyProperties: ['/properties/KeySchema'],
};

test.each<[string, Requirement]>([
  ['/Properties/BucketName', 'Always'],
  ['/Properties/TableInput', 'Conditionally'],
  ['/Properties/TableInput/Name', 'Always'],
  ['/Properties/TableInput/Description', 'Never'],
  ['/Properties/Rules/0/Id', 'Always'],
  ['/Properties/KeySchema/0', 'Conditionally'],
  ['/Properties/Tags', 'Never'],
])('a change of %s: %s', (path, requirement) => {
  expect(requirementOf(schema, path)).toBe(requirement);
});

function detail(more: Partial<Detail>): Detail {
  return {
    attribute: 'Properties',
    evaluation: 'Static',
    changeSource: 'DirectModification',
    requiresRecreation: 'Conditionally',
    ...more,
  };
}

function modify(logicalId: string, type: string, ...details: Detail[]): Change {
  return { action: 'Modify', logicalId, type, replacement: 'Conditional', scope: ['Properties'], details };
}

describe('replacement by the schemas', () => {
  const recreation = (type: string, path: string): Requirement | undefined =>
    type === 'Known' ? (path === '/Properties/Name' ? 'Always' : 'Never') : undefined;

  test('what refers to a resource that is not replaced does not change', () => {
    const changes = withRecreation(
      [
        modify('Bucket', 'Known', detail({ name: 'Versioning' })),
        modify(
          'Policy',
          'Known',
          detail({
            name: 'Name',
            evaluation: 'Dynamic',
            changeSource: 'ResourceReference',
            causingEntity: 'Bucket',
          }),
        ),
        modify(
          'Alarm',
          'Known',
          detail({
            name: 'X',
            changeSource: 'ResourceAttribute',
            evaluation: 'Dynamic',
            causingEntity: 'Policy.Arn',
          }),
        ),
      ],
      recreation,
    );
    expect(changes.map(({ logicalId, replacement }) => [logicalId, replacement])).toEqual([
      ['Bucket', 'False'],
    ]);
  });

  test('what refers to a resource that is replaced may be replaced', () => {
    const changes = withRecreation(
      [
        modify('Bucket', 'Known', detail({ name: 'Name' })),
        modify(
          'Policy',
          'Known',
          detail({
            name: 'Name',
            evaluation: 'Dynamic',
            changeSource: 'ResourceReference',
            causingEntity: 'Bucket',
          }),
        ),
      ],
      recreation,
    );
    expect(changes.map(({ logicalId, replacement }) => [logicalId, replacement])).toEqual([
      ['Bucket', 'True'],
      ['Policy', 'Conditional'],
    ]);
  });

  test('of a type without a schema the emulator is believed', () => {
    expect(
      withRecreation([modify('It', 'Unknown', detail({ name: 'Name' }))], recreation)[0]?.replacement,
    ).toBe('Conditional');
  });
});
