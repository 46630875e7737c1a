import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessIdentity } from './process-identity.ts';

/** What another process needs to find and stop a local AWS. */
export interface LocalAwsState {
  readonly version: 1;
  /** The process that runs the front. */
  readonly front: ProcessIdentity;
  readonly port: number;
  readonly accounts: readonly {
    readonly account: string;
    readonly port: number;
    readonly process: ProcessIdentity;
  }[];
  readonly startedAt: string;
}

function stateFileOf(stateDir: string): string {
  return join(stateDir, 'state.json');
}

/** The state that was written last; `undefined` when there is none or it is damaged. */
export async function readState(stateDir: string): Promise<LocalAwsState | undefined> {
  const file = stateFileOf(stateDir);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(await readFile(file, 'utf8')) as LocalAwsState;
  } catch {
    return undefined;
  }
}

export async function writeState(stateDir: string, state: LocalAwsState): Promise<void> {
  await mkdir(stateDir, { recursive: true });
  const file = stateFileOf(stateDir);
  await writeFile(`${file}.new`, `${JSON.stringify(state, undefined, 2)}\n`);
  await rename(`${file}.new`, file);
}

export async function removeState(stateDir: string): Promise<void> {
  await rm(stateFileOf(stateDir), { force: true });
}
