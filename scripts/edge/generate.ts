/** Writes the CloudFront Function into the template that deploys it: `node scripts/edge/generate.ts`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { functionText, templateFile, withFunction } from './function-text.ts';

const root = join(import.meta.dirname, '../..');
const path = join(root, templateFile);
await writeFile(path, withFunction(await readFile(path, 'utf8'), await functionText(root)));
