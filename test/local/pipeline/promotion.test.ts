import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { waitUntilChangeSetCreateComplete } from '@aws-sdk/client-cloudformation';
import { applyEdit } from '../../../scripts/demo/work-copy.ts';
import type { EnvironmentName } from '../../../src/config/environment-name.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import { workTime } from './edits.ts';
import { startNotes, type Credentials, type Notes } from './notes.ts';

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

describe('what the roles may not do', () => {
  const stack = 'notes-dev-app';
  const denied = { name: expect.stringMatching(/^AccessDenied/) };
  let keys: Record<'preview' | 'plan' | 'deploy', Credentials>;

  beforeAll(async () => {
    const [preview, plan, deploy] = await Promise.all(
      (['preview', 'plan', 'deploy'] as const).map((role) => notes.roleKeys('dev', role)),
    );
    if (!preview || !plan || !deploy) throw new Error('A role gave no keys.');
    keys = { preview, plan, deploy };
  });

  /** An update of the stack's own parameters, made and not executed. */
  async function changeSet(by: Credentials, name: string, retention: string): Promise<string> {
    const { Id = '' } = await notes.cloudFormation('dev', by).createChangeSet({
      StackName: stack,
      ChangeSetName: name,
      UsePreviousTemplate: true,
      Parameters: [
        ...['ArtifactBucket', 'Environment', 'TopicName'].map((ParameterKey) => ({
          ParameterKey,
          UsePreviousValue: true,
        })),
        { ParameterKey: 'Retention', ParameterValue: retention },
      ],
    });
    await waitUntilChangeSetCreateComplete(
      { client: notes.cloudFormation('dev'), maxWaitTime: 30, minDelay: 1, maxDelay: 1 },
      { ChangeSetName: Id },
    );
    return Id;
  }

  test.each([
    ['preview', 'slipway-pr-1-abc-1'],
    ['plan', 'slipway-run-abc-1'],
  ] as const)(
    '%s makes change sets and executes none, deletes no stack, writes no ledger',
    async (role, name) => {
      const cloudFormation = notes.cloudFormation('dev', keys[role]);
      const made = await changeSet(keys[role], name, '7200');
      const before = await notes.appStack('dev');
      await expect(
        cloudFormation.executeChangeSet({ ChangeSetName: made, StackName: stack }),
      ).rejects.toMatchObject(denied);
      await expect(cloudFormation.deleteStack({ StackName: stack })).rejects.toMatchObject(denied);
      await expect(
        cloudFormation.updateStack({ StackName: stack, UsePreviousTemplate: true }),
      ).rejects.toMatchObject(denied);
      const s3 = notes.s3('dev', keys[role]);
      const { account, regions } = notes.environments.dev;
      const Bucket = `slipway-ledger-${account}-${regions.home}`;
      const Key = 'ledger/notes/dev/head.json';
      await expect(s3.putObject({ Bucket, Key, Body: '{}' })).rejects.toMatchObject(denied);
      await expect(s3.deleteObject({ Bucket, Key })).rejects.toMatchObject(denied);
      expect(await (await s3.getObject({ Bucket, Key })).Body?.transformToString()).toContain('"notes"');
      const after = await notes.appStack('dev');
      expect([after.StackStatus, after.LastUpdatedTime]).toEqual([
        before.StackStatus,
        before.LastUpdatedTime,
      ]);
      await cloudFormation.deleteChangeSet({ ChangeSetName: made, StackName: stack });
    },
  );

  test('not even deploy deletes history', async () => {
    const { account, regions } = notes.environments.dev;
    await expect(
      notes.s3('dev', keys.deploy).deleteObject({
        Bucket: `slipway-ledger-${account}-${regions.home}`,
        Key: 'ledger/notes/dev/records/00000001.json',
      }),
    ).rejects.toMatchObject(denied);
  });

  test('deploy executes no change set of a pull request, by name or by ARN', async () => {
    const name = 'slipway-pr-2-abc-1';
    const made = await changeSet(keys.preview, name, '10800');
    const before = await notes.executed('dev');
    const cloudFormation = notes.cloudFormation('dev', keys.deploy);
    for (const ChangeSetName of [made, name]) {
      const request = { ChangeSetName, StackName: stack };
      await expect(cloudFormation.executeChangeSet(request)).rejects.toMatchObject(denied);
      await expect(cloudFormation.deleteChangeSet(request)).rejects.toMatchObject(denied);
    }
    expect(await notes.executed('dev')).toBe(before);
  });

  test.each([
    ['preview', 'slipway-run-3-abc-1'],
    ['plan', 'slipway-pr-3-abc-1'],
    ['deploy', 'slipway-pr-3-abc-2'],
    ['deploy', 'by-hand'],
  ] as const)('%s makes no change set named %s', async (role, name) => {
    await expect(changeSet(keys[role], name, '10800')).rejects.toMatchObject(denied);
  });
});
