import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserErrors, type UserError } from '../../../src/errors/slipway-error.ts';
import { parseInputs } from '../../../src/github/inputs/parse-inputs.ts';
import { optional, required, type InputField } from '../../../src/github/inputs/reader.ts';
import {
  boolean,
  choice,
  commit,
  environmentName,
  fingerprint,
  listOf,
  overrideWord,
  pathInside,
  releaseId,
  releasePrefix,
  sitePath,
  systemName,
  text,
  wholeNumber,
  wholeReleaseId,
} from '../../../src/github/inputs/readers.ts';

let workspace = '';
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'slipway-inputs-'));
  for (const system of ['companycam', 'buy-page']) {
    mkdirSync(join(workspace, 'params', system), { recursive: true });
    writeFileSync(join(workspace, 'params', system, 'system.yml'), '');
  }
  mkdirSync(join(workspace, 'params', 'no-system'));
});
afterAll(() => {
  rmSync(workspace, { recursive: true });
});

const context = () => ({ workspace, root: workspace });

/** The value that one field reads, or the message of its error. */
function read(field: InputField<unknown>, given: string): unknown {
  try {
    return parseInputs({ 'INPUT_ONE-INPUT': given }, context(), { oneInput: field }).oneInput;
  } catch (error) {
    return (error as UserError).message;
  }
}

describe('one object', () => {
  test('of every field, by its name without hyphens; what is not given is what the field says', () => {
    const env = { INPUT_SYSTEM: ' companycam\n', 'INPUT_WORKING-DIRECTORY': '.', INPUT_ALLOW: '' };
    const inputs = parseInputs(env, context(), {
      system: required(systemName, 'name one'),
      workingDirectory: optional(pathInside),
      allow: optional(listOf(overrideWord), []),
      upload: optional(boolean, true),
      to: optional(releasePrefix),
    });
    expect(inputs).toEqual({
      system: 'companycam',
      workingDirectory: workspace,
      allow: [],
      upload: true,
      to: null,
    });
  });

  test('one that is missing says what to give', () => {
    const parse = () => parseInputs({}, context(), { system: required(systemName, 'name a system') });
    expect(parse).toThrow('input system is missing: name a system');
    expect(parse).toThrow(expect.objectContaining({ code: 'INPUT_MISSING' }));
  });

  test('several that are wrong are told together', () => {
    const env = { INPUT_ENVIRONMENT: 'prd', INPUT_UPLOAD: 'yes' };
    const fields = {
      system: required(systemName, 'name a system'),
      environment: required(environmentName, 'name one'),
      upload: optional(boolean, true),
    };
    const failure = (() => {
      try {
        return parseInputs(env, context(), fields);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(UserErrors);
    expect((failure as UserErrors).errors.map(({ message }) => message)).toEqual([
      'input system is missing: name a system',
      'input environment is "prd", which is not one of dev, sit, prod. Did you mean prod?',
      'input upload is "yes", which is neither true nor false',
    ]);
  });

  test('a long value of several lines is shown in one, and cut', () => {
    expect(read(required(environmentName, ''), `dev\n::error::${'x'.repeat(200)}`)).toMatch(
      /^input one-input is "dev ::error::x{67}…", which is not one of/,
    );
  });
});

describe.each<[string, InputField<unknown>, [string, unknown][]]>([
  [
    'a system',
    required(systemName, ''),
    [
      ['buy-page', 'buy-page'],
      [
        'companycan',
        'input one-input is "companycan", which is not one of buy-page, companycam. Did you mean companycam?',
      ],
      ['no-system', 'input one-input is "no-system", which is not one of buy-page, companycam'],
      ['../params/buy-page', expect.stringContaining('which is not one of')],
    ],
  ],
  [
    'a boolean, as YAML’s core schema writes it',
    required(boolean, ''),
    [
      ['true', true],
      ['True', true],
      ['FALSE', false],
      ['tRue', 'input one-input is "tRue", which is neither true nor false'],
      ['1', expect.stringContaining('neither true nor false')],
    ],
  ],
  [
    'a release',
    required(releaseId, ''),
    [
      ['5B0E77AA', '5b0e77aa'],
      ['5b0e77a', expect.stringContaining('which is not a release: 64 hex digits, or at least the first 8')],
      ['z'.repeat(64), expect.stringContaining('which is not a release')],
      ['0'.repeat(65), expect.stringContaining('which is not a release')],
    ],
  ],
  [
    'a whole release',
    required(wholeReleaseId, ''),
    [
      ['a'.repeat(64), 'a'.repeat(64)],
      ['a'.repeat(63), expect.stringContaining('64 hex digits')],
    ],
  ],
  [
    'the beginning of a release',
    required(releasePrefix, ''),
    [
      ['5b0e', '5b0e'],
      ['5b0', expect.stringContaining('at least 4 hex digits')],
    ],
  ],
  [
    'a fingerprint',
    required(fingerprint, ''),
    [
      ['7F3AD210', '7f3ad210'],
      ['7f3ad21', expect.stringContaining('the fingerprint of a plan')],
    ],
  ],
  [
    'words of the gate',
    required(listOf(overrideWord), ''),
    [
      [`${'a'.repeat(16)},\n ${'B'.repeat(16)}`, ['a'.repeat(16), 'b'.repeat(16)]],
      [
        `${'a'.repeat(16)} abc`,
        expect.stringContaining('of which "abc" is wrong, which is not a word of the gate: 16 hex digits'),
      ],
      [',', []],
    ],
  ],
  [
    'a path',
    required(pathInside, ''),
    [
      ['../secrets', 'input one-input is "../secrets", which lies outside the workspace'],
      ['out/../../x', expect.stringContaining('outside the workspace')],
      ['/etc/passwd', expect.stringContaining('outside the workspace')],
      ['..', expect.stringContaining('outside the workspace')],
    ],
  ],
  [
    'a path of the site',
    required(sitePath, ''),
    [
      ['/help/*', '/help/*'],
      ['help', expect.stringContaining('which does not begin with a slash')],
      ['/a*/b', expect.stringContaining('where a * stands elsewhere than at the end')],
    ],
  ],
  [
    'a commit',
    required(commit, ''),
    [
      ['HEAD^1', 'HEAD^1'],
      ['origin/main', 'origin/main'],
      ['0'.repeat(40), '0'.repeat(40)],
      ['--upload-pack=x', expect.stringContaining('which is not the name of a commit')],
      ['main; rm -rf /', expect.stringContaining('which is not the name of a commit')],
    ],
  ],
  [
    'a whole number',
    required(wholeNumber(1), ''),
    [
      ['7', 7],
      ['0', 'input one-input is "0", which is not a whole number of at least 1'],
      ['1e3', expect.stringContaining('whole number')],
      ['-1', expect.stringContaining('whole number')],
    ],
  ],
  [
    'a choice',
    required(choice(['deploy', 'rollback']), ''),
    [
      ['rollback', 'rollback'],
      ['rolback', expect.stringContaining('Did you mean rollback?')],
    ],
  ],
  ['a text', required(text, ''), [['  any thing ', 'any thing']]],
])('%s', (_, field, cases) => {
  test.each(cases)('%j', (given, expected) => {
    expect(read(field, given)).toEqual(expected);
  });
});

test('a checkout without systems points at working-directory', () => {
  const empty = join(workspace, 'params', 'no-system');
  const parse = () =>
    parseInputs({ INPUT_SYSTEM: 'x' }, { workspace, root: empty }, { system: required(systemName, '') });
  expect(parse).toThrow('but params/no-system has no params/*/system.yml: check working-directory');
});
