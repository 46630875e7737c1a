import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { waitUntilStackUpdateComplete } from '@aws-sdk/client-cloudformation';
import { applyEdit } from '../../../scripts/demo/work-copy.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import { edits } from './edits.ts';
import { startNotes, type Notes } from './notes.ts';
import { lockOf, renewed, waiting } from './under-way.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(120_000);

let notes: Notes;
let first: string;
let second: string;

beforeAll(async () => {
  notes = await startNotes();
  first = await notes.release();
  expect(await notes.slipway(['promote', 'notes', '--yes'])).toMatchObject({ exitCode: 0 });
  await applyEdit(notes.folder, edits.waits);
  second = await notes.release();
  const proven = notes.start(['promote', 'notes', '--to', 'sit']);
  for (const environment of ['dev', 'sit'] as const) await (await waiting(notes, environment))();
  expect(await proven.ended).toMatchObject({ exitCode: 0 });
});

afterAll(() => notes.end());

test('a run that was killed after it executed an approved plan goes on with the same plan, under way or over', async () => {
  const { file, plan } = await notes.planFile('prod');
  const approved = plan.stacks.find(({ stack }) => stack === 'app')?.changeSet;
  expect(approved).toMatch(/:changeSet\/slipway-run-/);
  const deploy = ['deploy', 'notes', 'prod', '--plan', file, '--approve', plan.fingerprint];

  const killed = notes.start(deploy);
  const signal = await waiting(notes, 'prod');
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect((await notes.appStack('prod')).ChangeSetId).toBe(approved);

  const before = await lockOf(notes, 'prod');
  const following = notes.start(deploy);
  await renewed(notes, 'prod', before);
  following.child.kill('SIGKILL');
  await following.ended;

  await signal();
  await waitUntilStackUpdateComplete(
    { client: notes.cloudFormation('prod'), maxWaitTime: 30, minDelay: 1, maxDelay: 1 },
    { StackName: 'notes-prod-app' },
  );
  const { LastUpdatedTime } = await notes.appStack('prod');
  expect((await notes.status('prod')).head).toMatchObject({ release: first });

  const again = await notes.slipway(deploy);
  expect(again).toMatchObject({ exitCode: 0 });
  expect(again.errors).toContain('an earlier run executed this change set, which ended as UPDATE_COMPLETE');
  expect((again.result as DeploymentResult).record).toMatchObject({
    outcome: 'succeeded',
    release: second,
    previousRelease: first,
    fingerprint: plan.fingerprint,
    smoke: { failed: 0 },
  });
  const { ChangeSetId, LastUpdatedTime: then } = await notes.appStack('prod');
  expect([ChangeSetId, then]).toEqual([approved, LastUpdatedTime]);
  expect((await notes.status('prod')).head).toMatchObject({ release: second, state: 'green', lock: null });
});
