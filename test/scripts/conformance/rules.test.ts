import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { alike, notReplayed } from '../../../scripts/conformance/not-replayed.ts';
import { readRules } from '../../../scripts/conformance/rules.ts';
import { scenarios } from '../../../scripts/conformance/scenarios/all.ts';

const rules = await readRules(join(import.meta.dirname, '../../..'));
const ids = new Set(rules.map(({ id }) => id));
const verified = new Set(
  scenarios.flatMap(({ verifies }) => verifies).flatMap((id) => [id, ...(alike[id] ?? [])]),
);

/** Rules about the stand-in itself, which no page could tell. */
const aboutItself = new Set([
  'accounts-and-names/3',
  'accounts-and-names/4',
  'emulator/nested_attributes',
  'fakes/media-provider/8',
]);

test('every rule of the front, of what is put right in the emulator and of every fake cites its source or is marked assumed', () => {
  expect(rules.length).toBeGreaterThan(150);
  const silent = rules.filter(({ id, source }) => !aboutItself.has(id) && source.length < 3);
  expect(silent.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
});

describe('which rules a real account answers', () => {
  test('a scenario looks at it, or it is said why none does', () => {
    const reasons = Object.keys(notReplayed);
    const forgotten = rules.filter(
      ({ id }) => !verified.has(id) && !reasons.some((part) => id.startsWith(part)),
    );
    expect(forgotten.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  });

  test('scenarios and reasons name rules that are there', () => {
    expect([...verified].filter((id) => !ids.has(id))).toEqual([]);
    const idle = Object.keys(notReplayed).filter(
      (part) => !rules.some(({ id }) => id.startsWith(part) && !verified.has(id)),
    );
    expect(idle).toEqual([]);
  });

  // Rules are known by their place in a list: who puts one in between sees here what no longer fits.
  test.each([
    ['accounts-and-names/3', 'A call by the endpoint counts as HTTPS'],
    ['identity/3', 'Policies know `cloudformation:ChangeSetName`'],
    ['identity/4', 'Who names a role in a request about a stack'],
    ['identity/6', 'Bucket policies know `s3:if-none-match`'],
    ['change-sets/3', '**Nothing of a resource is known while planning**'],
    ['change-sets/6', 'An unchanged child is `FAILED`'],
    ['change-sets/16', 'DescribeStacks says in `ChangeSetId`'],
    ['the-edge/2', '`X-Cache: Hit from cloudfront`'],
    ['the-edge/8', 'Plain HTTP is redirected'],
    ['fakes/cloudformation/change-sets/6', 'nothing to change: `FAILED`'],
    ['fakes/cloudformation/change-sets/22', 'executing needs `AVAILABLE`'],
    ['fakes/cloudformation/stacks/11', 'The root undoes with `ROLLBACK_IN_PROGRESS`'],
    ['fakes/photo-api/8', 'POST: 204, or 201 / 200'],
    ['fakes/photo-api/14', '`POST /detections`: 20 at once'],
    ['fakes/s3/2', '`PutObject` with `If-None-Match: *`'],
    ['fakes/s3/13', 'GET and HEAD with `IfMatch` that differs'],
  ])('%s still says: %s', (id, begins) => {
    expect(rules.find((rule) => rule.id === id)?.text.slice(0, begins.length)).toBe(begins);
  });
});
