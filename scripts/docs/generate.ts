import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pages } from './pages.ts';

// Writes what is generated in docs/: node scripts/docs/generate.ts. With --check it writes nothing and fails if that would
// change a file.
const root = join(import.meta.dirname, '..', '..');
const isCheck = process.argv.includes('--check');
for (const { file, text } of await pages(root)) {
  const written = await readFile(join(root, file), 'utf8').catch(() => '');
  if (written === text) continue;
  if (isCheck) {
    process.stderr.write(` ${file} is not what the code says.\n   Next: node scripts/docs/generate.ts\n`);
    process.exitCode = 1;
  } else {
    await writeFile(join(root, file), text);
    process.stdout.write(` ${file} written\n`);
  }
}
