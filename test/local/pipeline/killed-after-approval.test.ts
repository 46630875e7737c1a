import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Stack } from '@aws-sdk/client-cloudformation';
import { applyEdit } from '../../../scripts/demo/work-copy.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { edits } from './edits.ts';
import { startNotes, type Notes } from './notes.ts';
import { lockOf, renewed, soon, waiting, type Signal } from './under-way.ts';

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
  for (const environment of ['dev', 'sit'] as const) {
    const signal = await waiting(notes, environment);
    await signal('SUCCESS');
  }
  expect(await proven.ended).toMatchObject({ exitCode: 0 });
});

afterAll(() => notes.end());

/** A deployment of an approved plan to prod that was killed once its stack changed. */
interface Killed {
  readonly plan: Plan;
  /** The same command again. */
  readonly deploy: readonly string[];
  readonly changeSet: string;
  readonly signal: Signal;
}

async function killed(): Promise<Killed> {
  const { file, plan } = await notes.planFile('prod');
  const changeSet = plan.stacks.find(({ stack }) => stack === 'app')?.changeSet ?? '';
  expect(changeSet).toMatch(/:changeSet\/slipway-run-/);
  const deploy = ['deploy', 'notes', 'prod', '--plan', file, '--approve', plan.fingerprint];
  const run = notes.start(deploy);
  const signal = await waiting(notes, 'prod');
  run.child.kill('SIGKILL');
  await run.ended;
  expect((await notes.appStack('prod')).ChangeSetId).toBe(changeSet);
  expect((await notes.status('prod')).head).toMatchObject({ release: first });
  return { plan, deploy, changeSet, signal };
}

/** The stack once its operation is over. */
async function atRest(status: string): Promise<Stack> {
  return soon(async () => {
    const stack = await notes.appStack('prod');
    return stack.StackStatus === status ? stack : undefined;
  });
}

test('where it failed meanwhile, the same plan tells of that failure and changes nothing more', async () => {
  const { deploy, changeSet, signal } = await killed();
  await signal('FAILURE');
  const { LastUpdatedTime } = await atRest('UPDATE_ROLLBACK_COMPLETE');

  const again = await notes.slipway(deploy);
  expect(again).toMatchObject({
    exitCode: 1,
    result: {
      outcome: 'deploy-failed',
      failure: { stack: 'app', rolledBack: true, cause: { logicalId: 'Gate', path: ['Store'] } },
    },
  });
  expect(await notes.appStack('prod')).toMatchObject({ ChangeSetId: changeSet, LastUpdatedTime });
  const { head, records } = await notes.status('prod');
  expect(head).toMatchObject({ release: first, lock: null });
  expect(records[0]).toMatchObject({ outcome: 'deploy-failed', release: second });
});

test('where it is under way or went well meanwhile, the same plan goes on to the end', async () => {
  const { plan, deploy, changeSet, signal } = await killed();
  const before = await lockOf(notes, 'prod');
  const following = notes.start(deploy);
  await renewed(notes, 'prod', before);
  following.child.kill('SIGKILL');
  await following.ended;
  await signal('SUCCESS');
  const { LastUpdatedTime } = await atRest('UPDATE_COMPLETE');

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
  expect(await notes.appStack('prod')).toMatchObject({ ChangeSetId: changeSet, LastUpdatedTime });
  expect((await notes.status('prod')).head).toMatchObject({ release: second, state: 'green', lock: null });
});
