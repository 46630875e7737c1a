import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { waitUntilStackUpdateComplete } from '@aws-sdk/client-cloudformation';
import { applyEdit, revertEdit, type Edit } from '../../../scripts/demo/work-copy.ts';
import type { DeploymentResult } from '../../../src/deployment/result.ts';
import { openLedger } from '../../../src/ledger/open-ledger.ts';
import type { ReleaseManifest } from '../../../src/release/release.ts';
import { systemClock } from '../../../src/runtime/clock.ts';
import { silentLogger } from '../../../src/runtime/logger.ts';
import { edits, workTime } from './edits.ts';
import { startNotes, type Notes } from './notes.ts';
import { lockOf, renewed, waiting } from './under-way.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(120_000);

const deployDev = ['deploy', 'notes', 'dev'];
let notes: Notes;
let base: string;
let edited: Edit[] = [];

beforeAll(async () => {
  notes = await startNotes();
  base = await notes.release();
  expect(await notes.slipway(deployDev)).toMatchObject({ exitCode: 0 });
});

afterEach(async () => {
  for (const edit of edited) await revertEdit(notes.folder, edit);
  edited = [];
});

afterAll(() => notes.end());

/** The release of an edit that is taken back after the test. */
async function releaseWith(edit: Edit): Promise<string> {
  await applyEdit(notes.folder, edit);
  edited.push(edit);
  return notes.release();
}

/** What must not change where a command stops: the stack, the newest record, the lock. */
async function standing(): Promise<unknown> {
  const { LastUpdatedTime, StackStatus } = await notes.appStack('dev');
  return { LastUpdatedTime, StackStatus, head: (await notes.status('dev')).head };
}

test('the same sources in two clones are the same release', async () => {
  const other = notes.clone();
  utimesSync(join(other, edits.otherName.file), 0, 0);
  const built = await notes.slipway(['release', 'notes', '--no-upload'], { folder: other });
  expect(built).toMatchObject({ exitCode: 0, result: { release: base, copies: [] } });
});

test('an approved plan that does not hold any more stops, shows what differs, and changes nothing', async () => {
  const release = await releaseWith(workTime(30, 60));
  const { file, plan } = await notes.planFile('dev');
  expect(plan.release).toBe(release);

  const cloudFormation = notes.cloudFormation('dev');
  const StackName = 'notes-dev-app';
  await cloudFormation.updateStack({
    StackName,
    UsePreviousTemplate: true,
    Parameters: [
      ...['ArtifactBucket', 'Environment', 'TopicName'].map((ParameterKey) => ({
        ParameterKey,
        UsePreviousValue: true,
      })),
      { ParameterKey: 'Retention', ParameterValue: '60' },
    ],
  });
  await waitUntilStackUpdateComplete(
    { client: cloudFormation, maxWaitTime: 30, minDelay: 1, maxDelay: 1 },
    { StackName },
  );

  const before = await standing();
  const stopped = await notes.slipway([...deployDev, '--plan', file]);
  expect(stopped).toMatchObject({ exitCode: 4, result: null });
  expect(stopped.errors).toContain('[PLAN_CHANGED]');
  expect(stopped.errors).toContain(plan.fingerprint.slice(0, 8));
  expect(stopped.errors).toMatch(/Retention.*60.*3600/);
  expect(stopped.errors).toMatch(/Next: slipway plan notes dev/);
  expect(await standing()).toEqual(before);
});

test('replacing what holds data, two stacks below the root, takes a word, and the ledger keeps it', async () => {
  // Never taken back: that would be a replacement, too.
  await applyEdit(notes.folder, edits.otherName);
  await notes.release();
  const before = await standing();
  const stopped = await notes.slipway(deployDev);
  expect(stopped).toMatchObject({ exitCode: 3, result: null });
  expect(stopped.errors).toContain('[GATE_STOPPED]');
  const [, word = ''] =
    /app\/Store\/Archive\/Archived {2}AWS::SQS::Queue {2}replace .*--allow ([0-9a-f]{16})/.exec(
      stopped.errors,
    ) ?? [];
  expect(word).not.toBe('');
  expect(await standing()).toEqual(before);

  const wrong = word.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  const mistyped = await notes.slipway([...deployDev, '--allow', wrong]);
  expect(mistyped).toMatchObject({ exitCode: 2, result: null });
  expect(mistyped.errors).toContain('[OVERRIDE_UNMATCHED]');
  expect(mistyped.errors).toContain(word);
  expect(await standing()).toEqual(before);

  const allowed = await notes.slipway([...deployDev, '--allow', word]);
  expect(allowed).toMatchObject({ exitCode: 0 });
  expect((await notes.status('dev')).records[0]).toMatchObject({
    outcome: 'succeeded',
    overrides: [{ override: word, path: 'app/Store/Archive/Archived', action: 'replace', by: 'ada' }],
  });
});

test('an artifact that was planted under the key of another is found out by release, by plan and by deploy', async () => {
  const edit = workTime(30, 45);
  await applyEdit(notes.folder, edit);
  edited.push(edit);
  const built = await notes.slipway(['release', 'notes', '--no-upload']);
  const { manifest } = built.result as { manifest: ReleaseManifest };
  const planted = manifest.templates.find(({ path }) => path === edit.file);
  const Key = planted?.sha256 ?? '';
  expect(Key).toMatch(/^[0-9a-f]{64}$/);
  const { account, regions } = notes.environments.dev;
  const s3 = notes.s3('dev', await notes.roleKeys('dev', 'preview'));
  await s3.putObject({
    Bucket: `slipway-artifacts-${account}-${regions.home}`,
    Key,
    Body: 'Resources: {}',
    IfNoneMatch: '*',
  });

  const before = await standing();
  for (const args of [['release', 'notes'], ['plan', 'notes', 'dev'], deployDev]) {
    const stopped = await notes.slipway(args);
    expect(stopped).toMatchObject({ exitCode: 2, result: null });
    expect(stopped.errors).toContain('[ARTIFACT_DIGEST]');
    expect(stopped.errors).toContain(Key.slice(0, 8));
  }
  expect(await standing()).toEqual(before);
});

test('while one run deploys, another one is told who holds the environment', async () => {
  const release = await releaseWith(workTime(30, 50));
  const { dev } = notes.environments;
  const ledger = openLedger({
    s3: notes.s3('dev', await notes.roleKeys('dev', 'deploy')),
    bucket: `slipway-ledger-${dev.account}-${dev.regions.home}`,
    system: 'notes',
    environment: 'dev',
    clock: systemClock,
    logger: silentLogger,
  });
  const holder = 'run 7';
  await ledger.lock({ holder, release, minutes: 6 });
  const { LastUpdatedTime } = await notes.appStack('dev');
  const refused = await notes.slipway(deployDev);
  expect(refused).toMatchObject({ exitCode: 5, result: null });
  expect(refused.errors).toContain('[LEDGER_LOCKED]');
  expect(refused.errors).toContain(`by ${holder} since`);
  expect((await notes.appStack('dev')).LastUpdatedTime).toEqual(LastUpdatedTime);
  await ledger.unlock(holder);
  expect(await notes.slipway(deployDev)).toMatchObject({ exitCode: 0 });
});

test('a run that was killed while a stack changes goes on where it was, and nobody else deploys meanwhile', async () => {
  const release = await releaseWith(edits.waits);
  const killed = notes.start(deployDev);
  const signal = await waiting(notes, 'dev');
  const underWay = await notes.executed('dev');
  expect(await notes.slipway(deployDev, { by: 'bob' })).toMatchObject({ exitCode: 5, result: null });
  killed.child.kill('SIGKILL');
  expect(await killed.ended).toMatchObject({ exitCode: null });
  const other = await notes.slipway(deployDev, { by: 'bob' });
  expect(other).toMatchObject({ exitCode: 5, result: null });
  expect(other.errors).toContain('[LEDGER_LOCKED]');
  expect(other.errors).toContain('by ada@');

  const before = await lockOf(notes, 'dev');
  const again = notes.start(deployDev);
  // It renews its own lock first, and then follows.
  await renewed(notes, 'dev', before);
  await signal('SUCCESS');
  const ended = await again.ended;
  expect(ended).toMatchObject({ exitCode: 0 });
  expect(ended.errors).toContain(
    'an operation was under way (UPDATE_IN_PROGRESS); it ended as UPDATE_COMPLETE',
  );
  expect((ended.result as DeploymentResult).smoke).toMatchObject({ failed: 0 });
  expect(await notes.executed('dev')).toBe(underWay);
  expect((await notes.status('dev')).head).toMatchObject({ release, state: 'green', lock: null });
});
