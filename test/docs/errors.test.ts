import { expect, test } from '@jest/globals';
import { read, repositoryFiles } from './repository-files.ts';

/**
 * Error codes of a source text. They stand where the error is made (`new UserError('CODE', …)`), or as the first of several
 * arguments in a call that hands them on (`this.#fail('CODE', …)`).
 */
function codesIn(source: string): readonly string[] {
  return [
    ...source.matchAll(
      /(?:Errors?\(\s*'(?<made>[A-Z0-9_]+)'|\(\s*'(?<handed>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)',)/g,
    ),
  ].map((match) => match.groups?.['made'] ?? match.groups?.['handed'] ?? '');
}

/** First cells of the tables' rows. */
function documentedIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^\| `(?<code>[A-Z0-9_]+)`/gm)].map((match) => match.groups?.['code'] ?? '');
}

const sources = repositoryFiles(['src', 'local'], /\.ts$/);

test('docs/errors.md explains every error code, each once, and no other', () => {
  const codes = [...new Set(sources.flatMap((file) => codesIn(read(file))))].sort();
  expect(codes.length).toBeGreaterThan(80);
  expect([...documentedIn(read('docs/errors.md'))].sort()).toEqual(codes);
});

test('every code is a constant text where the error is made, or handed on from one', () => {
  const elsewhere = sources.flatMap((file) =>
    [...read(file).matchAll(/new (?:UserErrors?|SlipwayError)\(\s*(?![\s'])(?<code>[^,]*),/g)].map(
      (match) => match.groups?.['code']?.trim() ?? '',
    ),
  );
  const handedOn = ['code', 'error.code', 'failure.code'];
  expect(elsewhere.filter((code) => !handedOn.includes(code))).toEqual([]);
});

test('codes are found over lines', () => {
  expect(
    codesIn(
      "throw new UserError(\n  'SITE_BUILD_MISSING',\n  `x`)\nisA('UPDATE_FAILED'); new UserError('GONE', x); fail('NO_KEY', x)",
    ),
  ).toEqual(['SITE_BUILD_MISSING', 'GONE', 'NO_KEY']);
});
