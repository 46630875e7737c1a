/**
 * actionlint over the workflows, with shellcheck over every script in them: first as they are, then a copy in which `$/` is `./`,
 * because actionlint looks behind `./` (do the inputs exist, are the required ones given, which outputs are there), but not behind `$/`.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyForAct } from '../act/copy-for-act.ts';
import { endCheck, findings, tool } from './tool.ts';

const root = join(import.meta.dirname, '..', '..');

/** What actionlint says of a repository's workflows; empty where it finds nothing. */
export function actionlint(folder: string): string {
  const workflows = join(folder, '.github', 'workflows');
  const files = readdirSync(workflows).map((name) => join(workflows, name));
  if (files.length === 0) return `${workflows} holds no workflow`;
  // without pyflakes: there is no Python in the workflows, and whether the machine has it must not matter
  const options = ['-no-color', '-pyflakes=', `-shellcheck=${tool('shellcheck')}`];
  return findings('actionlint', [...options, ...files], folder);
}

/** The same of a copy in which `$/` is `./` and `queue` is left out. */
async function actionlintOfCopy(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-actionlint-'));
  try {
    await copyForAct(root, folder, { kind: 'own' });
    // by this actionlint knows where a project begins
    mkdirSync(join(folder, '.git'));
    return actionlint(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main)
  await endCheck(async () =>
    [actionlint(root), await actionlintOfCopy()].filter((text) => text !== '').join('\n'),
  );
