import type { Action, ActionEnd } from '../../src/github/action.ts';
import { parseInputs } from '../../src/github/inputs/parse-inputs.ts';
import { optional, required } from '../../src/github/inputs/reader.ts';
import { environmentName, pathInside, systemName } from '../../src/github/inputs/readers.ts';

/** Publishes again the site of the release that an environment runs. */
export async function main(action: Action): Promise<ActionEnd> {
  const inputs = parseInputs(action.io.env, action, {
    workingDirectory: optional(pathInside),
    system: required(systemName, 'name a system, a folder of params/'),
    environment: required(environmentName, 'name dev, sit or prod'),
  });
  const [{ syncSite }, { noteLock, noteUnlocked }, { syncedMarkdown }] = await Promise.all([
    import('../../src/deployment/sync-site.ts'),
    import('../../src/github/steps/held-lock.ts'),
    import('../../src/report/site-markdown.ts'),
  ]);
  const session = await action.openSession();
  const synced = await syncSite(action.root, inputs, session, (target) => {
    noteLock(action, target, session);
  }).finally(() => {
    noteUnlocked(action);
  });
  action.summarize(syncedMarkdown(synced));
  const { written, invalidation } = synced.result;
  action.outputs({
    written: written.length,
    invalidated: invalidation.kind === 'none' ? 0 : invalidation.paths.length,
    'site-url': synced.url,
  });
  return 'succeeded';
}
