import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { runbookShell, shellBlocks, type ShellRun } from './runbook-shell.ts';
import { startSystem, type SystemAtWork } from './system-at-work.ts';

jest.setTimeout(300_000);

const runbook = 'spec-wizard-restore.md';
const table = 'spec-wizard-sessions-dev';
const account = '111111111111';
let specWizard: SystemAtWork;
let sessions: DynamoDBDocument;
let shell: (commands: string, variables?: Readonly<Record<string, string>>) => Promise<ShellRun>;

beforeAll(async () => {
  specWizard = await startSystem('spec-wizard');
  // What the functions import is installed in the repository.
  symlinkSync(
    join(import.meta.dirname, '../../../node_modules'),
    join(specWizard.folder, 'node_modules'),
    'dir',
  );
  await specWizard.succeed('release', 'spec-wizard');
  await specWizard.succeed('deploy', 'spec-wizard', 'dev', '--yes');
  const keys = { accessKeyId: account, secretAccessKey: 'root' };
  const { endpoint } = specWizard.local;
  sessions = DynamoDBDocument.from(new DynamoDB({ endpoint, region: 'us-east-1', credentials: keys }));
  shell = runbookShell({ folder: join(specWizard.folder, 'bin'), endpoint, keys });
});
afterAll(() => specWizard.end());

const item = (number: number, text: string) => ({ PK: 'SESSION#42', SK: `ANSWER#${number}`, text });
async function textsIn(TableName: string): Promise<readonly unknown[]> {
  const { Items = [] } = await sessions.query({
    TableName,
    KeyConditionExpression: 'PK = :session',
    ExpressionAttributeValues: { ':session': 'SESSION#42' },
  });
  return Items.map(({ text }) => text as unknown);
}

// The local AWS copies the table as it is now, whatever moment is asked for.
describe('the table as of a moment', () => {
  const [restore = '', oneSession = '', allSessions = '', cleanUp = ''] = shellBlocks(
    runbook,
    'Sessions: the table as of a moment',
  );
  const variables = { ENV: 'dev', TABLE: table };

  test('stands beside the one in use', async () => {
    for (const each of [1, 2, 3])
      await sessions.put({ TableName: table, Item: item(each, `answer ${each}`) });
    const { errors, exitCode } = await shell(restore, variables);
    expect([exitCode, errors]).toEqual([0, '']);
    expect(await textsIn(`${table}-restored`)).toEqual(['answer 1', 'answer 2', 'answer 3']);
  });

  test('gives back one session, and leaves what has been written since', async () => {
    await sessions.delete({ TableName: table, Key: { PK: 'SESSION#42', SK: 'ANSWER#1' } });
    await sessions.put({ TableName: table, Item: item(2, 'answered since') });
    const { errors } = await shell(oneSession, variables);
    expect(errors).toMatch(/^(An error occurred \(ConditionalCheckFailedException\)\n){2}$/);
    expect(await textsIn(table)).toEqual(['answer 1', 'answered since', 'answer 3']);
  });

  test('gives back all sessions, over what is there', async () => {
    const { errors, exitCode } = await shell(allSessions, variables);
    expect([exitCode, errors]).toEqual([0, '']);
    expect(await textsIn(table)).toEqual(['answer 1', 'answer 2', 'answer 3']);
  });

  test('goes when it is not needed any more', async () => {
    const { errors, exitCode } = await shell(cleanUp, variables);
    expect([exitCode, errors]).toEqual([0, '']);
    await expect(textsIn(`${table}-restored`)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('exports as of a moment', () => {
  test('come back from the bucket’s versions', async () => {
    const { ExportsBucketName: Bucket = '' } = await specWizard.outputs('dev', 'exports');
    const s3 = specWizard.s3('dev');
    const Key = 'exports/42.pdf';
    await s3.putObject({ Bucket, Key, Body: 'as it was', ContentType: 'application/pdf' });
    const { LastModified } = await s3.headObject({ Bucket, Key });
    const moment = new Date((LastModified?.getTime() ?? 0) + 1000);
    // S3 tells moments in whole seconds: what comes after has to lie in another one
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await s3.putObject({ Bucket, Key, Body: 'overwritten' });
    const restore = (...more: readonly string[]) =>
      specWizard.asAdministrator(
        'dev',
        'restore',
        'spec-wizard',
        'dev',
        'exports.ExportsBucketName',
        '--prefix',
        'exports/',
        '--as-of',
        moment.toISOString(),
        ...more,
      );
    expect((await restore('--dry-run')).exitCode).toBe(0);
    const body = async () => (await s3.getObject({ Bucket, Key })).Body?.transformToString();
    expect(await body()).toBe('overwritten');
    const { exitCode, errors } = await restore('--yes');
    expect([exitCode, errors]).toEqual([0, expect.any(String)]);
    expect(await body()).toBe('as it was');
  });
});

test('a command that AWS does not have, or an option, is no runbook’s', async () => {
  const codes = async (command: string) => (await shell(command)).exitCode;
  expect(await codes('aws dynamodb restore-table --region us-east-1')).toBe(252);
  expect(await codes('aws dynamodb describe-table --region us-east-1 --table x')).toBe(252);
  expect(await codes('aws nothing describe-table')).toBe(252);
});
