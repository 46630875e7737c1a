import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from './json-schemas.ts';

// Writes the JSON Schemas of the parameter files: node scripts/schema.ts. A test compares what is written with the code.
const root = join(import.meta.dirname, '..');
for (const { file, text } of await jsonSchemas(root)) await writeFile(join(root, file), text);
