import { mkdir } from 'node:fs/promises';
import { loadEnvironments, loadSystem } from '../../config/load.ts';
import { buildHere } from '../../deployment/choose-release.ts';
import { uploadRelease } from '../../deployment/upload-release.ts';
import { UserError } from '../../errors/slipway-error.ts';
import type { CopyResult } from '../../release/copy-release.ts';
import { FolderStore } from '../../release/folder-store.ts';
import { openRelease } from '../../release/open-release.ts';
import type { Release } from '../../release/release.ts';
import { webOf } from '../../session/web.ts';
import { short } from '../../runtime/sha256.ts';
import type { Action } from '../action.ts';
import { readRun } from '../run.ts';
import { releaseMarkdown } from '../../report/release-markdown.ts';

export interface ReleaseInputs {
  readonly system: string;
  readonly upload: boolean;
  /** Absolute. */
  readonly folder: string;
  /** One that another job has built into the folder. */
  readonly release: string | null;
}

/**
 * Builds a release into the folder, or takes the one that lies there, and copies it to every environment's buckets: as
 * `preview` in a pull request, as `plan` elsewhere.
 *
 * @throws UserError RELEASE_OF_OTHER_SYSTEM, and what building, opening and copying throw
 */
export async function release(action: Action, inputs: ReleaseInputs): Promise<Release> {
  const system = await loadSystem(action.root, inputs.system);
  const environments = await loadEnvironments(action.root, system);
  await mkdir(inputs.folder, { recursive: true });
  const made =
    inputs.release === null
      ? await buildHere(action.root, system, {
          logger: action.log,
          web: webOf(action.io.env, action.io.signal),
          folder: inputs.folder,
        })
      : await openRelease(inputs.release, new FolderStore(inputs.folder));
  if (made.manifest.system !== system.system) {
    throw new UserError(
      'RELEASE_OF_OTHER_SYSTEM',
      `release ${short(made.id)} is of the system ${made.manifest.system}, not of ${system.system}`,
    );
  }
  let copies: readonly CopyResult[] = [];
  if (inputs.upload) {
    const role = readRun(action.io.env).pullRequest === null ? 'plan' : 'preview';
    copies = await uploadRelease(made, environments, await action.openSession(), role);
  }
  action.log.info(`release ${system.system} ${short(made.id)}   ${made.id}`);
  action.summarize(releaseMarkdown(made, copies));
  return made;
}
