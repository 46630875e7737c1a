import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyForAct } from '../../../scripts/act/copy-for-act.ts';
import type { ChangedLine } from '../../../scripts/act/rewrite-for-act.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'slipway-copy-for-act-'));

function filesOf(base: string): readonly string[] {
  return ['.github/workflows', 'actions', 'dist']
    .filter((part) => existsSync(join(base, part)))
    .flatMap((part) =>
      readdirSync(join(base, part), { recursive: true }).map((name) => join(part, String(name))),
    )
    .filter((name) => statSync(join(base, name)).isFile());
}

describe('the copy of this repository', () => {
  let changes: ReadonlyMap<string, readonly ChangedLine[]>;

  beforeAll(async () => {
    changes = await copyForAct(root, folder, { kind: 'own' });
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('holds the workflows, the actions and their bundle', () => {
    const files = filesOf(root);
    expect(files).toContain('.github/workflows/pr.yml');
    expect(files).toContain('actions/deploy/action.yml');
    expect(filesOf(folder)).toEqual(files);
  });

  test('differs from it just in lines that act does not know', () => {
    const differing = filesOf(root).filter(
      (file) => !readFileSync(join(root, file)).equals(readFileSync(join(folder, file))),
    );
    expect(differing.sort()).toEqual([...changes.keys()].sort());
    expect(differing).not.toEqual([]);
    for (const file of differing) {
      const before = readFileSync(join(root, file), 'utf8').split('\n');
      const after = readFileSync(join(folder, file), 'utf8').split('\n');
      const changed = new Map(changes.get(file)?.map((one) => [one.line, one]));
      const expected = before.flatMap(
        (line, index) => changed.get(index + 1)?.after ?? (changed.has(index + 1) ? [] : [line]),
      );
      expect(after).toEqual(expected);
      for (const one of changed.values())
        expect(one.before).toMatch(
          /^\s*queue: max$|^\s*(- )?uses: \$\/(actions\/[a-z-]+|\.github\/workflows\/[a-z-]+\.yml)( #.*)?$/,
        );
    }
  });
});
