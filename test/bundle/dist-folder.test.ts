import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { differences, readFolder, sizeOf, writeFolder } from '../../scripts/bundle/dist-folder.ts';
import { groupLicenses } from '../../scripts/bundle/group-licenses.ts';

const built = new Map([
  ['bundle/index.js', 'export {};\n'],
  ['deploy.js', "import './bundle/index.js';\n"],
]);

describe('a folder and what the sources make', () => {
  test('are compared byte by byte and file by file', () => {
    const there = new Map([
      ['bundle/index.js', 'export { };\n'],
      ['old.js', ''],
    ]);
    expect(differences(built, built)).toEqual([]);
    expect(differences(there, built)).toEqual([
      'bundle/index.js differs',
      'deploy.js is missing',
      'old.js is no longer made',
    ]);
    expect(differences(new Map(), built)).toHaveLength(2);
  });

  test('are the same after writing; what is the same already is not written again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-dist-'));
    try {
      await writeFolder(folder, new Map([...built, ['old.js', 'x']]));
      const before = await stat(join(folder, 'deploy.js'));
      await writeFolder(folder, new Map([...built, ['bundle/index.js', 'new']]));
      expect(differences(await readFolder(folder), new Map([...built, ['bundle/index.js', 'new']]))).toEqual(
        [],
      );
      expect((await stat(join(folder, 'deploy.js'))).mtimeMs).toBe(before.mtimeMs);
      expect(await readdir(folder)).toEqual(['bundle', 'deploy.js']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('sizes count bytes, not characters', () => {
    expect(sizeOf(new Map([['a', 'ö']]))).toBe(2);
  });
});

describe('licenses', () => {
  const mit = 'MIT\nPermission is granted\n\nundici\nis a word in a text as well';
  const found = `a\n${mit}\n\nb\nISC\nAnother text\n\nc\n${mit}\n`;

  test('that are the same stand there once, below the packages that have them', () => {
    expect(groupLicenses(found, new Set(['a', 'b', 'c']))).toBe(
      `a\nc\n\n${mit}\n\n${'-'.repeat(80)}\n\nb\n\nISC\nAnother text\n`,
    );
  });

  test('lose no line where a text is not told from the next package', () => {
    const grouped = groupLicenses(found, new Set(['a']));
    for (const line of found.trim().split('\n')) expect(grouped).toContain(line);
  });
});
