import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replacementTable, sitePackages } from './replacement-table.ts';

// Writes src/plan/replacement-table.ts anew, after an update of cfn-lint: node scripts/replacements/write.ts
const root = join(import.meta.dirname, '..', '..');
await writeFile(
  join(root, 'src/plan/replacement-table.ts'),
  await replacementTable(await sitePackages(root)),
);
