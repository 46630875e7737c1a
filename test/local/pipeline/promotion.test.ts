import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { applyEdit } from '../../../scripts/demo/work-copy.ts';
import type { EnvironmentName } from '../../../src/config/environment-name.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import { workTime } from './edits.ts';
import { startNotes, type Notes } from './notes.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(120_000);

let notes: Notes;
let first: string;

beforeAll(async () => {
  notes = await startNotes();
  first = await notes.release();
  const promoted = await notes.slipway(['promote', 'notes', '--yes']);
  expect(promoted).toMatchObject({ exitCode: 0 });
});

afterAll(() => notes.end());

async function runs(environment: EnvironmentName): Promise<string | null | undefined> {
  return (await notes.status(environment)).head?.release;
}

test('a release goes through dev, sit and prod, and all three run the same bytes', async () => {
  for (const environment of ['dev', 'sit', 'prod'] as const) {
    const { head, records } = await notes.status(environment);
    expect(head).toMatchObject({ release: first, goodRelease: first, state: 'green', lock: null });
    expect(records).toMatchObject([{ sequence: 1, outcome: 'succeeded', smoke: { failed: 0 } }]);
  }
});

describe('prod', () => {
  test('an approved release that was overtaken meanwhile stops; what overtook it runs as the change set that was approved', async () => {
    await applyEdit(notes.folder, workTime(30, 60));
    const second = await notes.release();
    expect(await notes.slipway(['promote', 'notes', '--to', 'sit'])).toMatchObject({ exitCode: 0 });
    const overtaken = await notes.planFile('prod');
    expect(overtaken.plan.release).toBe(second);

    await applyEdit(notes.folder, workTime(60, 90));
    const third = await notes.release();
    expect(await notes.slipway(['promote', 'notes', '--to', 'sit'])).toMatchObject({ exitCode: 0 });

    const stopped = await notes.slipway(['deploy', 'notes', 'prod', '--plan', overtaken.file]);
    expect(stopped).toMatchObject({ exitCode: 5, result: null });
    expect(stopped.errors).toContain('[SUPERSEDED]');
    expect(stopped.errors).toContain(`slipway promote notes --release ${third.slice(0, 8)}`);
    expect(await runs('prod')).toBe(first);

    const { file, plan } = await notes.planFile('prod');
    const approved = plan.stacks.find(({ stack }) => stack === 'app')?.changeSet;
    expect(approved).toMatch(/:changeSet\/slipway-run-/);
    expect(await notes.executed('prod')).not.toBe(approved);
    const unasked = await notes.slipway(['deploy', 'notes', 'prod', '--plan', file]);
    expect(unasked).toMatchObject({ exitCode: 3, result: null });
    const approval = ['--approve', plan.fingerprint];
    const deployed = await notes.slipway(['deploy', 'notes', 'prod', '--plan', file, ...approval]);
    expect(deployed).toMatchObject({ exitCode: 0 });
    expect(await notes.executed('prod')).toBe(approved);
    const { record } = deployed.result as DeploymentResult;
    expect(record).toMatchObject({ release: third, previousRelease: first, fingerprint: plan.fingerprint });
  });

  test('nobody to ask, no approval: nothing is changed', async () => {
    const before = await notes.executed('prod');
    const back = await notes.slipway(['rollback', 'notes', 'prod']);
    expect(back).toMatchObject({ exitCode: 3, result: null });
    expect(back.errors).toContain('[NOT_APPROVED]');
    expect(back.errors).toMatch(/--approve [0-9a-f]{8}/);
    expect(await notes.executed('prod')).toBe(before);
  });

  test('a release that sit has not proven does not get there', async () => {
    await applyEdit(notes.folder, workTime(90, 120));
    await notes.release();
    expect(await notes.slipway(['promote', 'notes', '--to', 'dev'])).toMatchObject({ exitCode: 0 });
    const early = await notes.slipway(['deploy', 'notes', 'prod', '--yes']);
    expect(early).toMatchObject({ exitCode: 2, result: null });
    expect(early.errors).toContain('[NOT_PROVEN]');
    expect(early.errors).toMatch(/Next: slipway deploy notes sit --release [0-9a-f]{8}/);
  });
});
