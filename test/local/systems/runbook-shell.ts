import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Credentials } from '../front/hands.ts';
import { python } from '../front/local.ts';

const root = join(import.meta.dirname, '../../..');

/** The shell blocks of a runbook, those below one of its headings of the second level. */
export function shellBlocks(runbook: string, heading: string): readonly string[] {
  const source = readFileSync(join(root, 'docs/runbooks', runbook), 'utf8');
  const section = source.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`${runbook} has no section "${heading}".`);
  return [...section.matchAll(/^```sh\n(?<commands>[^`]*)^```$/gm)].map(
    ({ groups }) => groups?.['commands'] ?? '',
  );
}

/** How a block ended. */
export interface ShellRun {
  readonly exitCode: number;
  readonly out: string;
  readonly errors: string;
}

export interface RunbookShell {
  /** Where `aws` is put. */
  readonly folder: string;
  readonly endpoint: string;
  readonly keys: Credentials;
}

/** Runs commands as somebody at a terminal would, `aws` being `aws_command.py` and `node` this one: where one fails, the next one runs all the same. */
export function runbookShell({ folder, endpoint, keys }: RunbookShell) {
  mkdirSync(folder, { recursive: true });
  const aws = join(folder, 'aws');
  writeFileSync(aws, `#!/bin/sh\nexec ${python} ${join(import.meta.dirname, 'aws_command.py')} "$@"\n`);
  chmodSync(aws, 0o755);
  return (commands: string, variables: Readonly<Record<string, string>> = {}): Promise<ShellRun> =>
    new Promise((resolve) => {
      const env = {
        ...variables,
        PATH: `${folder}:${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
        AWS_ENDPOINT_URL: endpoint,
        AWS_ACCESS_KEY_ID: keys.accessKeyId,
        AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      };
      const child = execFile('bash', ['-u'], { env }, (error, out, errors) => {
        resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, out, errors });
      });
      child.stdin?.end(commands);
    });
}
