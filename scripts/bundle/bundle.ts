import { join } from 'node:path';
import { buildBundle } from './build-bundle.ts';
import { differences, readFolder, sizeOf, writeFolder } from './dist-folder.ts';

// Writes dist/, which actions run from: npm run bundle. With --check it writes nothing and fails where a byte of it, or a file,
// is not what the sources make.
const root = join(import.meta.dirname, '..', '..');
process.chdir(root);
const started = Date.now();
const built = await buildBundle(root);
const folder = join(root, 'dist');
if (process.argv.includes('--check')) {
  const found = differences(await readFolder(folder), built);
  for (const line of found) process.stderr.write(` dist/${line}\n`);
  if (found.length > 0) {
    process.stderr.write('   Next: npm run bundle, and commit dist/\n');
    process.exitCode = 1;
  }
} else {
  await writeFolder(folder, built);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(` dist/ ${built.size} files, ${sizeOf(built)} bytes, ${seconds} s\n`);
}
