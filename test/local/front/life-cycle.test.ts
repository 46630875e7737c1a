import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { S3 } from '@aws-sdk/client-s3';
import {
  resetDetached,
  startDetached,
  startLocalAws,
  statusOf,
  stopDetached,
  type LocalAws,
} from '../../../local/local-aws.ts';
import { isRunning } from '../../../local/life/process-identity.ts';
import { silentLogger } from '../../../src/runtime/logger.ts';
import { eventually, home, python } from './local.ts';

// Each starts several processes, and the machine may be busy.
jest.setTimeout(60_000);

const accounts = ['111111111111'];
let folders: string[] = [];

beforeEach(() => {
  folders = [];
});

afterEach(async () => {
  for (const folder of folders) {
    await stopDetached(folder);
    rmSync(folder, { recursive: true, force: true });
  }
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-life-'));
  folders.push(folder);
  return folder;
}

function s3Of({ endpoint }: LocalAws): S3 {
  return new S3({
    endpoint,
    region: home,
    credentials: { accessKeyId: '111111111111', secretAccessKey: 'root' },
  });
}

async function bucketsOf(local: LocalAws): Promise<readonly (string | undefined)[]> {
  return ((await s3Of(local).listBuckets({})).Buckets ?? []).map(({ Name }) => Name);
}

async function makeBucket(local: LocalAws, name: string): Promise<void> {
  await s3Of(local).createBucket({ Bucket: name, CreateBucketConfiguration: { LocationConstraint: home } });
}

async function runningState(stateDir: string) {
  const status = await statusOf(stateDir);
  if (status.kind !== 'running') throw new Error(`It is ${status.kind}.`);
  return status.state;
}

test('one that was killed leaves no process behind, and the next start is not in its way', async () => {
  const stateDir = newFolder();
  await startDetached({ stateDir, accounts, python });
  const state = await runningState(stateDir);
  process.kill(state.front.pid, 'SIGKILL');
  const [emulator] = state.accounts;
  await eventually(() => Promise.resolve(emulator && !isRunning(emulator.process) ? true : undefined));
  expect((await statusOf(stateDir)).kind).toBe('killed');
  const again = await startDetached({ stateDir, accounts, python, port: state.port });
  expect(again.port).toBe(state.port);
  expect(await bucketsOf(again)).toEqual([]);
});

test('it goes on after the process that started it, is found again, reset and stopped', async () => {
  const stateDir = newFolder();
  const options = { stateDir, accounts, python };
  const first = await startDetached(options);
  await makeBucket(first, 'kept');
  const second = await startDetached(options);
  expect(second.port).toBe(first.port);
  expect(await bucketsOf(second)).toEqual(['kept']);
  const empty = await resetDetached(options);
  expect(empty?.port).toBe(first.port);
  expect(empty === undefined ? 'none' : await bucketsOf(empty)).toEqual([]);
  const state = await runningState(stateDir);
  expect(await stopDetached(stateDir)).toBe(true);
  expect([state.front, ...state.accounts.map(({ process: identity }) => identity)].filter(isRunning)).toEqual(
    [],
  );
  expect(await stopDetached(stateDir)).toBe(false);
  expect((await statusOf(stateDir)).kind).toBe('stopped');
});

test('two at once know nothing of each other', async () => {
  const options = { accounts, python, logger: silentLogger };
  const [one, two] = await Promise.all([
    startLocalAws({ ...options, stateDir: newFolder() }),
    startLocalAws({ ...options, stateDir: newFolder() }),
  ]);
  try {
    await makeBucket(one, 'same-name');
    expect(await bucketsOf(two)).toEqual([]);
    await makeBucket(two, 'same-name');
    expect(one.port).not.toBe(two.port);
  } finally {
    await Promise.all([one.stop(), two.stop()]);
  }
});

test('a port that is taken, a missing Python and a Python without ministack are named', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stateDir = newFolder();
  try {
    await expect(startDetached({ stateDir, accounts, python, port })).rejects.toMatchObject({
      code: 'LOCAL_PORT_TAKEN',
      message: expect.stringContaining(String(port)),
      next: expect.stringContaining('--port'),
    });
  } finally {
    server.close();
  }
  await expect(startDetached({ stateDir, accounts, python: '/nowhere/python' })).rejects.toMatchObject({
    code: 'LOCAL_PYTHON_MISSING',
    message: expect.stringContaining('/nowhere/python'),
  });
  await expect(startDetached({ stateDir, accounts, python: 'python3' })).rejects.toMatchObject({
    code: 'LOCAL_MINISTACK_MISSING',
  });
  expect((await statusOf(stateDir)).kind).toBe('stopped');
});
