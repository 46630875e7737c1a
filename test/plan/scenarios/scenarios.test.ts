import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { planMarkdown } from '../../../src/report/plan-markdown.ts';
import { planScenario, scenarioFiles } from './plan-scenario.ts';
import { readScenario, withComment, type Scenario } from './read-scenario.ts';

/** `SCENARIOS=write` puts what comes out into the files; what changed is then seen in the diff. */
const isWriting = process.env['SCENARIOS'] === 'write';

test('there is one for each of these', () => {
  expect(scenarioFiles.map((file) => file.slice(3, -3))).toEqual([
    'add',
    'replace',
    'nested-remove',
    'secret',
    'empty',
    'output-only',
    'incomplete-data',
    'failed-child',
    '2000-changes',
    'drift',
  ]);
});

describe.each(scenarioFiles)('%s', (file) => {
  const path = join(import.meta.dirname, file);
  const scenario = readScenario(path);

  test('gives exactly this comment', async () => {
    const comment = await commentOf(scenario);
    if (isWriting) writeFileSync(path, withComment(readFileSync(path, 'utf8'), comment));
    else expect(comment).toBe(scenario.comment);
    for (const text of scenario.hidden) expect(comment).not.toContain(text);
  });
});

async function commentOf(scenario: Scenario): Promise<string> {
  const plan = await planScenario(scenario);
  return planMarkdown({
    system: 'photos',
    release: plan.release,
    commit: 'a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2',
    entries: [{ environment: 'prod', plan }],
    links: [{ text: 'full report', url: 'https://github.com/octo/photos/actions/runs/7#artifacts' }],
  });
}
