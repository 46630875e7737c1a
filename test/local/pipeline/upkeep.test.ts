import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { cleanUp, type CleanupOptions } from '../../../src/cleanup/clean-up.ts';
import { cleanedEnvironments } from '../../../src/cleanup/cleaned-environments.ts';
import type { CleanupReport } from '../../../src/cleanup/cleanup.ts';
import type { RoleName } from '../../../src/aws/identity.ts';
import { deployedTarget } from '../../../src/deployment/deployed-target.ts';
import { runSmokeChecks } from '../../../src/deployment/run-smoke-checks.ts';
import type { Session } from '../../../src/deployment/target.ts';
import { systemClock, type Clock } from '../../../src/runtime/clock.ts';
import { silentLogger } from '../../../src/runtime/logger.ts';
import { makeSession } from '../../../src/session/make-session.ts';
import { applyEdit } from '../../../scripts/demo/work-copy.ts';
import { subjectOf } from '../../../scripts/demo/identity.ts';
import { startFakeGitHub, workflowToken } from '../../fakes/github/fake-github.ts';
import { workTime } from './edits.ts';
import { startNotes, type Notes } from './notes.ts';

// Every command is a process of its own, on a machine that may be busy.
jest.setTimeout(120_000);

const day = 86_400_000;

let notes: Notes;
beforeAll(async () => {
  notes = await startNotes();
  await notes.release();
  expect(await notes.slipway(['promote', 'notes', '--to', 'dev'])).toMatchObject({ exitCode: 0 });
});
afterAll(() => notes.end());

/** A scheduled job of main: each role by an identity token. */
function scheduled(): Session {
  const { local, environments } = notes;
  const dispatcher = {
    HTTPS_PROXY: local.proxyUrl,
    HTTP_PROXY: local.proxyUrl,
    NODE_EXTRA_CA_CERTS: local.caCertificate.path,
  };
  return makeSession({
    identity: {
      kind: 'web-identity',
      token: () => local.issueGithubToken({ subject: subjectOf('watch', environments.dev) }),
      sessionName: 'slipway-1-1',
    },
    env: dispatcher,
    logger: silentLogger,
    signal: new AbortController().signal,
    by: 'ada',
    runner: 'run 1',
    commit: null,
  });
}

describe('the smoke checks on a schedule', () => {
  const names = { system: 'notes', environment: 'dev' };
  async function smokeAs(role: RoleName) {
    const session = scheduled();
    const { target, outputs } = await deployedTarget(notes.folder, names, session, role);
    return runSmokeChecks(target, session, outputs, { role });
  }

  test('run as the watch, pass, and leave nothing behind', async () => {
    const report = await smokeAs('watch');
    expect(report).toMatchObject({ failed: 0 });
    expect(report?.results.filter(({ outcome }) => outcome === 'passed').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['presigned-put/valid', 'bucket/signed-read', 'bucket/anonymous-get']),
    );
    const { account, regions } = notes.environments.dev;
    const { Versions = [], DeleteMarkers = [] } = await notes
      .s3('dev')
      .listObjectVersions({ Bucket: `companycam-notes-dev-${account}-${regions.home}` });
    expect([...Versions, ...DeleteMarkers].filter(({ Key }) => Key?.startsWith('slipway-smoke/'))).toEqual(
      [],
    );
  });

  test('say the same as after the deployment', async () => {
    const [record] = (await notes.status('dev')).records;
    const report = await smokeAs('watch');
    expect({ passed: report?.passed, failed: report?.failed }).toMatchObject({
      passed: record?.smoke?.passed,
      failed: record?.smoke?.failed,
    });
  });

  test('are nothing for a role that may not read the buckets that they check', async () => {
    const report = await smokeAs('janitor');
    expect(report?.failed).toBeGreaterThan(0);
  });
});

describe('the clean-up as the janitor', () => {
  /** So many days later. */
  const later = (days: number): Clock => ({ ...systemClock, now: () => systemClock.now() + days * day });

  async function cleaned(days: number, more: Partial<CleanupOptions> = {}): Promise<CleanupReport> {
    const session = scheduled();
    return cleanUp({
      cleaned: await cleanedEnvironments(notes.folder, ['notes']),
      session: {
        clients: (environment) => session.clients(environment, 'janitor'),
        clock: later(days),
        logger: silentLogger,
        runner: 'run 1',
      },
      olderThanDays: 7,
      openPullRequests: () => Promise.resolve([8]),
      sweep: null,
      isDryRun: false,
      ...more,
    });
  }
  const told = ({ lines }: CleanupReport): readonly string[] =>
    lines.map(
      ({ item, fate, why }) =>
        `${item.stackName} ${item.name.replace(/-[0-9a-f]{8}(?:-.*)?$/, '')} ${fate}: ${why}`,
    );
  const setsOn = async (stack: string): Promise<readonly string[]> =>
    (await notes.cloudFormation('dev').listChangeSets({ StackName: stack })).Summaries?.map(
      ({ ChangeSetName = '' }) => ChangeSetName,
    ) ?? [];

  test('takes what pull requests and runs have left, nested ones too, and stacks that never came to be', async () => {
    await applyEdit(notes.folder, workTime(30, 45));
    for (const number of ['7', '8'])
      expect(await notes.slipway(['plan', 'notes', 'dev', '--pull-request', number])).toMatchObject({
        exitCode: 0,
      });
    const root = notes.cloudFormation('dev');
    // in sit nothing was ever deployed, in dev something was
    const inReview = async (environment: 'dev' | 'sit'): Promise<string> =>
      (
        await notes.cloudFormation(environment).createChangeSet({
          StackName: `notes-${environment}-new`,
          ChangeSetName: 'slipway-run-abc-1',
          ChangeSetType: 'CREATE',
          TemplateBody: JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } }),
          Tags: [
            { Key: 'slipway:system', Value: 'notes' },
            { Key: 'slipway:environment', Value: environment },
          ],
        })
      ).StackId ?? '';
    const [kept, review] = [await inReview('dev'), await inReview('sit')];
    const { Stacks = [] } = await root.describeStacks({});
    const nested = Stacks.flatMap(({ StackName = '' }) =>
      StackName.startsWith('notes-dev-app-') ? [StackName] : [],
    );
    expect(nested).toHaveLength(2);
    for (const stack of nested) expect((await setsOn(stack)).join()).toMatch(/slipway-pr-7-.*slipway-pr-8-/);

    const dry = await cleaned(0, { isDryRun: true });
    expect(dry).toMatchObject({ deleted: 2, failed: 0 });
    expect((await setsOn('notes-dev-app')).join()).toContain('slipway-pr-7-');

    const now = await cleaned(0);
    expect(told(now).filter((line) => line.includes('deleted'))).toEqual([
      'notes-dev-app slipway-pr-7 deleted: pull request 7 is closed',
      'notes-dev-edge slipway-pr-7 deleted: pull request 7 is closed',
    ]);
    expect((await setsOn('notes-dev-app')).join()).toMatch(/slipway-pr-8-/);
    for (const stack of nested) expect((await setsOn(stack)).join()).not.toContain('slipway-pr-7-');

    const next = await cleaned(10);
    expect(told(next)).toContain(
      'notes-sit-new notes-sit-new deleted: it was reviewed only, and holds nothing',
    );
    expect(told(next)).toContain("notes-dev-new notes-dev-new kept: its environment's ledger has an entry");
    expect(told(next)).toContain('notes-dev-edge slipway-run kept: the stack executed it last');
    expect(next.failed).toBe(0);
    const statusOf = async (environment: 'dev' | 'sit', StackName: string) =>
      (await notes.cloudFormation(environment).describeStacks({ StackName })).Stacks?.[0]?.StackStatus;
    expect(await statusOf('sit', review)).toBe('DELETE_COMPLETE');
    expect(await statusOf('dev', kept)).toBe('REVIEW_IN_PROGRESS');
    const { account, regions } = notes.environments.sit;
    const head = await notes
      .s3('sit')
      .getObject({ Bucket: `slipway-ledger-${account}-${regions.home}`, Key: 'ledger/notes/sit/head.json' });
    expect(JSON.parse((await head.Body?.transformToString()) ?? '')).toMatchObject({
      sequence: 0,
      lock: null,
    });
    expect((await notes.appStack('dev')).StackStatus).toBe('CREATE_COMPLETE');
    expect(await cleaned(10)).toMatchObject({ deleted: 0, failed: 0 });
  });

  test('sweeps artifacts that nothing needs, keeps what runs, and gives the locks back', async () => {
    const { account, regions } = notes.environments.dev;
    const [Bucket, s3] = [`slipway-artifacts-${account}-${regions.home}`, notes.s3('dev')];
    const Key = 'e'.repeat(64);
    await s3.putObject({ Bucket, Key, Body: 'left over', IfNoneMatch: '*' });
    await s3.putObject({ Bucket, Key: 'by-hand', Body: 'mine', IfNoneMatch: '*' });
    const sweep = { releasesOf: () => Promise.resolve(new Set<string>()) };
    const of = ({ sweeps }: CleanupReport) => sweeps?.find(({ bucket }) => bucket === Bucket);
    const young = of(await cleaned(10, { sweep, isDryRun: true }));
    expect(young).toMatchObject({ outcome: 'swept', why: null, foreign: { count: 1 } });
    expect(young?.going).toEqual([]);

    // a plan of a release that no ledger names yet
    await applyEdit(notes.folder, {
      file: 'templates/modules/archive.yml',
      from: 'MessageRetentionPeriod: !Ref Retention',
      to: 'MessageRetentionPeriod: !Ref Retention\n      DelaySeconds: 5',
    });
    await notes.release();
    expect(await notes.slipway(['plan', 'notes', 'dev', '--pull-request', '8'])).toMatchObject({
      exitCode: 0,
    });
    const before = (await s3.listObjectsV2({ Bucket })).Contents ?? [];
    const { Summaries = [] } = await notes
      .cloudFormation('dev')
      .listChangeSets({ StackName: 'notes-dev-app' });
    const waiting = Summaries.find(({ ExecutionStatus }) => ExecutionStatus === 'AVAILABLE');
    const awaited = /^Slipway release ([0-9a-f]{64})$/.exec(waiting?.Description ?? '')?.[1];
    expect(before.map((each) => each.Key)).toContain(awaited);
    const dry = of(await cleaned(40, { sweep, isDryRun: true }));
    expect(dry?.going.map(({ key }) => key)).toContain(Key);
    expect((await s3.listObjectsV2({ Bucket })).Contents).toHaveLength(before.length);
    const report = await cleaned(40, { sweep });
    expect(report.sweeps?.map(({ outcome, why }) => why ?? outcome)).toEqual(
      report.sweeps?.map(() => 'swept'),
    );
    expect(of(report)?.going).toEqual(dry?.going);
    const left = ((await s3.listObjectsV2({ Bucket })).Contents ?? []).map((each) => each.Key);
    expect(left).toEqual(expect.arrayContaining(['by-hand']));
    expect(left).not.toContain(Key);
    const { head } = await notes.status('dev');
    expect(head).toMatchObject({ lock: null });
    expect(left).toContain(head?.release);
    expect(left).toContain(awaited);
    expect(awaited).not.toBe(head?.release);
    expect(of(await cleaned(40, { sweep }))?.going).toEqual([]);
    // what runs is still whole: it can be planned, from the bucket
    expect(await notes.slipway(['plan', 'notes', 'dev', '--release', head?.release ?? ''])).toMatchObject({
      exitCode: 0,
    });
  });

  test('by the command line, which asks GitHub what is open', async () => {
    const github = await startFakeGitHub({ repository: 'example/photo-platform' });
    try {
      github.addPull({ number: 9 });
      github.addPull({ number: 10, state: 'closed' });
      await applyEdit(notes.folder, workTime(45, 60));
      for (const number of ['9', '10'])
        expect(await notes.slipway(['plan', 'notes', 'dev', '--pull-request', number])).toMatchObject({
          exitCode: 0,
        });
      const env = { GITHUB_API_URL: github.url, GITHUB_TOKEN: workflowToken };
      const repository = ['--repository', 'example/photo-platform'];
      const said = await notes.slipway(['cleanup', 'notes', ...repository], { env });
      expect(told(said.result as CleanupReport)).toContain(
        'notes-dev-app slipway-pr-10 deleted: pull request 10 is closed',
      );
      expect(said).toMatchObject({ exitCode: 0, result: { isDryRun: true } });
      expect((await setsOn('notes-dev-app')).join()).toContain('slipway-pr-10-');
      const command = ['cleanup', 'notes', ...repository, '--delete'];
      const { exitCode, result } = await notes.slipway(command, { env });
      expect(exitCode).toBe(0);
      expect(told(result as CleanupReport)).toEqual(
        expect.arrayContaining([
          'notes-dev-app slipway-pr-9 kept: pull request 9 is open',
          'notes-dev-app slipway-pr-10 deleted: pull request 10 is closed',
        ]),
      );
      expect((await setsOn('notes-dev-app')).join()).toMatch(/^(?!.*slipway-pr-10-).*slipway-pr-9-/);
      const refused = await notes.slipway(['cleanup', 'notes', ...repository], {
        env: { ...env, GITHUB_TOKEN: 'ghs_wrong' },
      });
      expect(refused).toMatchObject({ exitCode: 2, result: null });
      expect(refused.errors).toMatch(/\[GITHUB_/);
    } finally {
      await github.close();
    }
  });
});
