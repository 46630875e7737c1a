import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { composePlan } from '../../../src/plan/compose-plan.ts';
import { planMarkdown } from '../../../src/report/plan-markdown.ts';
import { makeWorld } from '../world.ts';
import { readScenario, withComment, type Scenario } from './read-scenario.ts';

/** `SCENARIOS=write` puts what comes out into the files; what changed is then seen in the diff. */
const isWriting = process.env['SCENARIOS'] === 'write';

const files = readdirSync(import.meta.dirname).filter((file) => /^\d\d-.*\.md$/.test(file));

test('there is one for each of these', () => {
  expect(files.map((file) => file.slice(3, -3))).toEqual([
    'add',
    'replace',
    'nested-remove',
    'secret',
    'empty',
    'output-only',
    'incomplete-data',
    'failed-child',
    '2000-changes',
  ]);
});

describe.each(files)('%s', (file) => {
  const path = join(import.meta.dirname, file);
  const scenario = readScenario(path);

  test('gives exactly this comment', async () => {
    const comment = await commentOf(scenario);
    if (isWriting) writeFileSync(path, withComment(readFileSync(path, 'utf8'), comment));
    else expect(comment).toBe(scenario.comment);
    for (const text of scenario.hidden) expect(comment).not.toContain(text);
  });
});

/** Deploys what was there before, and plans what comes after. */
async function commentOf(scenario: Scenario): Promise<string> {
  const { before, after, parameters, failures, incomplete } = scenario;
  const world = makeWorld();
  const root = 'templates/photos/app.yml';
  const old = world.release(before, root);
  world.deploy(old, parameters.before);
  for (const [child, reason] of Object.entries(failures)) world.api.failures.set(child, reason);
  world.api.failedShowChanges = Object.keys(failures).length > 0;
  for (const resource of incomplete) world.api.missingWithValues.add(resource);
  const release = world.release(after, root);
  const plan = composePlan({
    system: 'photos',
    environment: 'prod',
    account: '333333333333',
    release: release.id,
    baseRelease: old.id,
    stacks: [await world.plan(release, parameters.after)],
    site: null,
    clock: world.clock,
  });
  return planMarkdown({
    system: 'photos',
    release: release.id,
    commit: 'a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2',
    entries: [{ environment: 'prod', plan }],
    links: [{ text: 'full report', url: 'https://github.com/octo/photos/actions/runs/7#artifacts' }],
  });
}
