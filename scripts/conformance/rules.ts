import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A rule that a stand-in keeps to. */
export interface Rule {
  /** `change-sets/2` (local/README.md), `emulator/usage_keys`, `fakes/s3/3` (the third row of test/fakes/s3/README.md). */
  readonly id: string;
  readonly text: string;
  /** Where it is from: a page, an issue, or that it is assumed. Empty where nothing is said. */
  readonly source: string;
}

/** All rules of the local AWS and of the tests' stand-ins, as their READMEs number them. */
export async function readRules(root: string): Promise<readonly Rule[]> {
  const local = await readFile(join(root, 'local/README.md'), 'utf8');
  return [...frontRules(local), ...(await emulatorRules(root, local)), ...(await fakeRules(root))];
}

/** What names a source in a sentence: a page of a reference, an RFC, an issue, or that it is assumed or a known limit. */
const sourcePattern =
  /API_\w+|RFC \d+|Reference|Guide|\(\S+\.html|[\w-]+#\d+|DeletionPolicy attribute|[_*](?:assumed|limit)[_*]|\((?:[a-z]+-)+[a-z]+\)|\((?:Expiration|CNAMEs|ServingCompressedFiles)\)/i;

function frontRules(markdown: string): readonly Rule[] {
  return markdown
    .split(/^### /m)
    .slice(1)
    .flatMap((section) => {
      const [title = '', ...lines] = section.split('\n');
      const body = lines.join('\n').split(/^## /m)[0] ?? '';
      const slug = title.trim().toLowerCase().replaceAll(' ', '-');
      const ofAll = /^Sources are (?<said>[^\n]+(?:\n[^\n]+)*)/m.exec(body)?.groups?.['said'] ?? '';
      return [...body.matchAll(/^(\d+)\. (.+(?:\n(?!\d+\. |\n[^ ]).*)*)/gm)].map(
        ([, number = '', text = '']) => ({
          id: `${slug}/${number}`,
          text: text.replaceAll(/\s+/g, ' ').trim(),
          source: sourcePattern.exec(text)?.[0] ?? ofAll,
        }),
      );
    });
}

async function emulatorRules(root: string, markdown: string): Promise<readonly Rule[]> {
  const found = [...markdown.matchAll(/^`emulator\/(\w+)\.py`: (.+(?:\n(?!`|\n).*)*)/gm)];
  return Promise.all(
    found.map(async ([, name = '', text = '']) => {
      const code = await readFile(join(root, `local/emulator/${name}.py`), 'utf8');
      const words = /"""([^]*?)"""/.exec(code)?.[1] ?? '';
      return {
        id: `emulator/${name}`,
        text: text.replaceAll(/\s+/g, ' ').trim(),
        source: sourcePattern.exec(words)?.[0] ?? '',
      };
    }),
  );
}

async function fakeRules(root: string): Promise<readonly Rule[]> {
  const folder = join(root, 'test/fakes');
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith('README.md'))
    .sort();
  const each = await Promise.all(
    names.map(async (name) => {
      const rows = (await readFile(join(folder, name), 'utf8'))
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .map((line) => line.slice(2, -1).split(' | '))
        .filter(([text = '']) => !/^(rule|-+)\s*$/.test(text.trim()));
      return rows.map(([text = '', ...source], index) => ({
        id: `fakes/${name.replaceAll('\\', '/').replace('/README.md', '')}/${index + 1}`,
        text: text.trim(),
        source: source.join(' | ').trim(),
      }));
    }),
  );
  return each.flat();
}
