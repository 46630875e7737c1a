import type { Action, ActionEnd } from '../../src/github/action.ts';
import { parseInputs } from '../../src/github/inputs/parse-inputs.ts';
import { optional, required } from '../../src/github/inputs/reader.ts';
import {
  environmentName,
  listOf,
  pathInside,
  sitePath,
  systemName,
} from '../../src/github/inputs/readers.ts';

/** Lets the edge forget paths of a site, and proves what it serves. */
export async function main(action: Action): Promise<ActionEnd> {
  const inputs = parseInputs(action.io.env, action, {
    workingDirectory: optional(pathInside),
    system: required(systemName, 'name a system, a folder of params/'),
    environment: required(environmentName, 'name dev, sit or prod'),
    paths: optional(listOf(sitePath), []),
  });
  const [{ invalidateSite }, { invalidatedMarkdown }] = await Promise.all([
    import('../../src/deployment/invalidate-site.ts'),
    import('../../src/report/site-markdown.ts'),
  ]);
  const done = await invalidateSite(action.root, inputs, inputs.paths, await action.openSession());
  action.summarize(invalidatedMarkdown(done));
  action.outputs({ paths: JSON.stringify(done.paths), 'site-url': done.url });
  return 'succeeded';
}
