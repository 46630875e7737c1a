import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { jsonSchemas } from '../../scripts/json-schemas.ts';

const root = join(import.meta.dirname, '../..');

test('the written JSON Schemas are what the code checks; else run node scripts/schema.ts', async () => {
  const written = await Promise.all(
    (await jsonSchemas(root)).map(async ({ file, text }) => ({
      file,
      same: (await readFile(join(root, file), 'utf8')) === text,
    })),
  );
  expect(written).toEqual([
    { file: 'params/system.schema.json', same: true },
    { file: 'params/environment.schema.json', same: true },
    { file: 'params/smoke.schema.json', same: true },
    { file: 'actions/report/fork-report.schema.json', same: true },
    { file: 'schemas/plan.schema.json', same: true },
    { file: 'schemas/plans.schema.json', same: true },
  ]);
});
