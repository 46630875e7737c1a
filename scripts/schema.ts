import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from './json-schemas.ts';

// Writes the JSON Schemas of parameter files, plans and fork reports: node scripts/schema.ts. With --check it writes
// nothing and fails where what is there is not what the code makes.
const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
for (const { file, text } of await jsonSchemas(root)) {
  if (!check) await writeFile(join(root, file), text);
  else if ((await readFile(join(root, file), 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${file} is not what the code makes.\n   Next: node scripts/schema.ts\n`);
    process.exitCode = 1;
  }
}
