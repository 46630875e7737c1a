import { expect, test } from '@jest/globals';
import { beyond, ofFork, readPermissions } from './permissions.ts';

test('what a block does not name is not given', () => {
  const given = readPermissions({ contents: 'read' }, 'pr.yml');
  expect(beyond({ contents: 'read' }, given)).toEqual([]);
  expect(beyond({ contents: 'write', checks: 'read' }, given)).toEqual(['contents: write', 'checks: read']);
});

test('shorthands that give everything are refused', () => {
  expect(() => readPermissions('write-all', 'pr.yml')).toThrow('pr.yml: permissions: "write-all"');
});

test("a fork's run reads only, and has no identity", () => {
  expect(ofFork({ contents: 'read', checks: 'write', 'id-token': 'write' })).toEqual({
    contents: 'read',
    checks: 'read',
  });
});
