import { expect, test } from '@jest/globals';
import { alarmsOf } from '../../scripts/docs/system-page.ts';
import { listSystems } from '../../src/config/load.ts';
import type { SmokeGroup } from '../../src/smoke/report.ts';
import { linkTargets } from '../../scripts/docs/markdown.ts';
import { namesIn, read, root } from './repository-files.ts';

const index = read('docs/runbooks/README.md');

test('every alarm of every system has a runbook of its name, listed', async () => {
  const alarms = (await Promise.all((await listSystems(root)).map((name) => alarmsOf(root, name)))).flat();
  expect(alarms.length).toBeGreaterThanOrEqual(6);
  const linked = linkTargets(index);
  expect(alarms.map(({ name }) => `${name}.md`).filter((file) => !linked.includes(file))).toEqual([]);
});

test('every group of smoke checks has a runbook, listed', () => {
  const groups: Readonly<Record<SmokeGroup, true>> = {
    'presigned-put': true,
    'presigned-post': true,
    bucket: true,
    'service-level': true,
    jwt: true,
    'cors-api': true,
    'cors-bucket': true,
    site: true,
    headers: true,
    'basic-auth': true,
    tls: true,
    'cache-connectivity': true,
    'state-machine': true,
    cdn: true,
    websocket: true,
    'rate-limit': true,
    cleanup: true,
  };
  expect(Object.keys(groups).filter((group) => !index.includes(`\`${group}\``))).toEqual([]);
});

test('every runbook is listed, and says how to prove that it is mended', () => {
  const runbooks = namesIn('docs/runbooks').filter((name) => name !== 'README.md');
  expect(runbooks.filter((name) => !linkTargets(index).includes(name))).toEqual([]);
  expect(runbooks.filter((name) => !/^## Prove$/m.test(read(`docs/runbooks/${name}`)))).toEqual([]);
});
