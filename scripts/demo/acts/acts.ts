import type { LocalAws } from '../../../local/local-aws.ts';
import type { EnvironmentDefinition } from '../../../src/config/system.ts';
import type { Rehearsal } from '../rehearsal.ts';
import { badRelease } from './bad-release.ts';
import { failingResource } from './failing-resource.ts';
import { mergeToMain } from './merge-to-main.ts';
import { noChanges } from './no-changes.ts';
import { pullRequest } from './pull-request.ts';
import { rollBack } from './roll-back.ts';
import { secondRelease } from './second-release.ts';

export interface Scene {
  /** The repository itself. */
  readonly root: string;
  /** The copy that the acts edit. */
  readonly work: string;
  readonly local: LocalAws;
  readonly environments: readonly EnvironmentDefinition[];
  /** Requests that were signed with an account's root key since the bootstrap, as the local AWS logged them. */
  readonly rootCalls: () => Promise<readonly string[]>;
  /** False where a person sits at the terminal and is asked. */
  readonly approvesItself: boolean;
}

/** The life of one system, in order: each act starts from what the one before left. */
export async function playActs(rehearsal: Rehearsal, scene: Scene): Promise<void> {
  await rehearsal.play('A pull request: lint, release, and the plans as its comment would read', (stage) =>
    pullRequest(stage, scene),
  );
  await rehearsal.play(
    'Merge: dev, then sit with the same bytes, then prod after a person’s approval',
    (stage) => mergeToMain(stage, scene),
  );
  await rehearsal.play(
    'A second release: one property deep in a nested stack, one asset of the site',
    (stage) => secondRelease(stage, scene),
  );
  await rehearsal.play('A release without changes', (stage) => noChanges(stage));
  await rehearsal.play('A bad release: CORS opened to any origin', (stage) => badRelease(stage, scene));
  await rehearsal.play('A resource that fails in a nested stack', (stage) => failingResource(stage, scene));
  await rehearsal.play('Rollback: dev goes back to the release before the bad one', (stage) =>
    rollBack(stage, scene),
  );
}
