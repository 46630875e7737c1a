import { posix } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { anchors, linkTargets } from '../../scripts/docs/markdown.ts';
import { isThere, read, repositoryFiles } from './repository-files.ts';

const documents = repositoryFiles(['.'], /\.md$/);

/** Links of a document that lead nowhere. */
function brokenLinks(file: string, markdown: string): readonly string[] {
  return linkTargets(markdown).filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [path = '', anchor] = target.split('#');
    const linked = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), decodeURI(path)));
    if (!isThere(linked)) return true;
    if (anchor === undefined) return false;
    return !anchors(linked === file ? markdown : read(linked)).has(anchor);
  });
}

/** `docs/…` paths that a text names and that are not there. */
function missingDocuments(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\w./-])docs\/[\w./-]*\w\.(?:md|svg|png)\b/g)]
    .map(([path]) => path)
    .filter((path) => !isThere(path));
}

test('there are documents to look at', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/errors.md', 'docs/cli.md']));
});

test.each(documents)('every relative link and anchor of %s leads somewhere', (file) => {
  expect(brokenLinks(file, read(file))).toEqual([]);
});

test('every document that code, templates and documents name is there', () => {
  const files = repositoryFiles(
    ['src', 'local', 'lambda', 'templates', 'params', 'scripts', 'docs', 'README.md', 'CONTRIBUTING.md'],
    /\.(?:ts|mjs|cjs|yml|json|md|py)$/,
  );
  const missing = files.flatMap((file) => missingDocuments(read(file)).map((path) => `${file}: ${path}`));
  expect(files.length).toBeGreaterThan(200);
  expect(missing).toEqual([]);
});

describe('the checks find what they are for', () => {
  test('a link to no file, and one to no heading', () => {
    const text =
      '# Here\n\n[a](nowhere.md) [b](#here) [c](#there) [d](docs/errors.md#no-such) [f](<none.md>) [g](<https://x.example>) `[e](code.md)`';
    const broken = ['nowhere.md', '#there', 'docs/errors.md#no-such', 'none.md'];
    expect(brokenLinks('README.md', text)).toEqual(broken);
  });

  test('a document that is not there', () => {
    expect(missingDocuments('see docs/runbooks/none.md, docs/errors.md.')).toEqual(['docs/runbooks/none.md']);
  });

  test('anchors are made as GitHub makes them', () => {
    const text = '# LEDGER_ABSENT, LEDGER_DENIED\n## If it says `X`\n## A\n## A\n```\n# no heading\n```\n';
    expect([...anchors(text)]).toEqual(['ledger_absent-ledger_denied', 'if-it-says-x', 'a', 'a-1']);
  });
});
