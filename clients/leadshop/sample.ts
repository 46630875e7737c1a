import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { makeAssetClient, readSettings } from './index.ts';

/**
 * Uploads every file of a folder below `samples/`, after what an earlier run had to leave behind, and prints a link to each:
 *
 *     node clients/leadshop/sample.ts pictures
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('a folder is missing: node clients/leadshop/sample.ts <folder>\n');
  process.exit(2);
}
const logger = {
  error: (message: string) => {
    process.stderr.write(`${message}\n`);
  },
};
const assets = makeAssetClient({ settings: readSettings(process.env), logger });
const { stored, pending } = await assets.flush();
if (stored + pending > 0) process.stdout.write(`from earlier: ${stored} stored, ${pending} still waiting\n`);

const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
const results = await assets.uploadAll(
  await Promise.all(
    files.map(async ({ name }) => ({
      key: `samples/${basename(name)}`,
      body: await readFile(join(folder, name)),
    })),
  ),
);
for (const result of results) {
  const link = result.outcome === 'stored' ? await assets.presign.get(result.key) : '';
  process.stdout.write(`${result.outcome.padEnd(8)} ${result.key} ${link}\n`);
}
assets.close();
process.exitCode = results.every(({ outcome }) => outcome === 'stored') ? 0 : 1;
