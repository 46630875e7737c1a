import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeMarker } from '../../../src/github/api/comment-marker.ts';
import { releasesOfComments } from '../../../src/github/api/releases-of-comments.ts';

const marker = writeMarker({ system: 'notes', part: 1, parts: 1, run: { id: 7, attempt: 1 } });
const whole = 'ab'.repeat(32);
const scenario = readFileSync(join(import.meta.dirname, '../../plan/scenarios/01-add.md'), 'utf8');

async function found(comments: Readonly<Record<number, readonly string[]>>, numbers: readonly number[]) {
  const listComments = (number: number) =>
    Promise.resolve((comments[number] ?? []).map((body, id) => ({ id, body, author: 'bot', url: '' })));
  return [...(await releasesOfComments({ listComments }, numbers))];
}

test('the comment that a plan gives names its release', async () => {
  const release = /release `([0-9a-f]{8})`/.exec(scenario)?.[1] ?? 'the scenario shows no release';
  expect(await found({ 7: [marker + scenario] }, [7])).toContain(release);
});

test('of all comments of ours on the pull requests that are asked for, and of no others', async () => {
  const comments = {
    7: [`${marker}release \`11111111\``, `${marker}release \`22222222\``],
    8: [`${marker}${whole}`],
    9: [`${marker}33333333`],
  };
  expect(await found(comments, [7, 8])).toEqual(['11111111', '22222222', whole]);
});

test('nothing else is taken for a release', async () => {
  const words = ['somebody wrote 44444444', `${marker}1234567 123456789 0x1234567g ABCDEF12 ${whole}0`];
  expect(await found({ 7: words }, [7])).toEqual([]);
});
