import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/lint/finding.ts';
import { ruleTexts } from '../../src/lint/rule-texts.ts';
import { sarif, type SarifOptions } from '../../src/report/sarif.ts';

const finding = (rest: Partial<Finding> = {}): Finding => ({
  rule: 'wiring/output-unknown',
  severity: 'error',
  message: 'Storage has no output Nmae',
  at: { file: 'templates/shop/app.yml', line: 12, column: 7 },
  hint: 'Did you mean Name?',
  ...rest,
});

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
          readonly region: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

function read(findings: readonly Finding[], options: Partial<SarifOptions> = {}) {
  const log = JSON.parse(sarif(findings, { version: '1.2.3', ...options })) as Log;
  const [run] = log.runs;
  if (run === undefined) throw new Error('a log has one run');
  return { log, run };
}

const prints = (findings: readonly Finding[]): readonly (string | undefined)[] =>
  read(findings).run.results.map((result) => result.partialFingerprints['slipwayFinding/v1']);

describe('SARIF', () => {
  test('tells rule, level, words and place of each finding', () => {
    const { log, run } = read([
      finding(),
      finding({ rule: 'W2001', severity: 'warning', message: 'Parameter A not used.', hint: null }),
      finding({ rule: 'I1002', severity: 'info', message: 'Large.', hint: 'Split it' }),
    ]);
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver).toEqual({
      name: 'Slipway',
      version: '1.2.3',
      rules: [
        expect.objectContaining({ id: 'I1002', helpUri: expect.stringContaining('#I1002') }),
        expect.objectContaining({ id: 'W2001', helpUri: expect.stringContaining('#W2001') }),
        expect.objectContaining({ id: 'wiring/output-unknown' }),
      ],
    });
    expect(run.results[0]).toEqual({
      ruleId: 'wiring/output-unknown',
      ruleIndex: 2,
      level: 'error',
      message: { text: 'Storage has no output Nmae. Did you mean Name?' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'templates/shop/app.yml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 12, startColumn: 7 },
          },
        },
      ],
      partialFingerprints: { 'slipwayFinding/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    expect(run.results.map(({ level, message: { text } }) => `${level}: ${text}`).slice(1)).toEqual([
      'warning: Parameter A not used.',
      'note: Large. Split it',
    ]);
    for (const { ruleId, ruleIndex } of run.results)
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('of nothing found is a run without results', () => {
    expect(read([]).run).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
  });

  test('names files relative to the repository, whatever is in their names', () => {
    const uri = (file: string, prefix?: string): string | undefined =>
      read([finding({ at: { file, line: 1, column: 1 } })], prefix === undefined ? {} : { prefix }).run
        .results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;
    expect(uri('templates/a b#?.yml')).toBe('templates/a%20b%23%3F.yml');
    expect(uri('javascript:alert.yml')).toBe('javascript%3Aalert.yml');
    expect(uri('templates/app.yml', 'infra/')).toBe('infra/templates/app.yml');
  });

  test('a place before the first line is the first', () => {
    const at = { file: 'a.yml', line: 0, column: 0 };
    expect(read([finding({ at })]).run.results[0]?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 1,
      startColumn: 1,
    });
  });
});

describe('the fingerprint of a finding', () => {
  test('stays when lines move, and tells rule, file and words apart', () => {
    const [print] = prints([finding()]);
    expect(prints([finding({ at: { file: 'templates/shop/app.yml', line: 99, column: 1 } })])).toEqual([
      print,
    ]);
    const others = [
      finding({ rule: 'other' }),
      finding({ message: 'other' }),
      finding({ at: { file: 'other.yml', line: 12, column: 7 } }),
    ];
    expect(new Set([print, ...prints(others)]).size).toBe(4);
  });

  test('differs where the same is said twice in one file', () => {
    const [first, second] = prints([finding(), finding()]);
    expect(first).not.toBe(second);
  });
});

describe('a rule', () => {
  const rulesOf = (findings: readonly Finding[]): readonly unknown[] => read(findings).run.tool.driver.rules;

  test('of ours says what it is about, and how bad its findings are', () => {
    expect(rulesOf([finding()])).toEqual([
      {
        id: 'wiring/output-unknown',
        shortDescription: { text: 'An output that is not there' },
        fullDescription: { text: expect.stringContaining('asked for an output that its template') },
        help: { text: expect.stringContaining('asked for an output that its template') },
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['wiring'] },
      },
    ]);
  });

  test('of cfn-lint says it in its words, and where its list has it', () => {
    const about = { short: 'Check if Parameters are Used', full: 'Making sure', uri: 'https://a.example/' };
    const [rule] = rulesOf([finding({ rule: 'W2001', severity: 'warning', about })]);
    expect(rule).toEqual({
      id: 'W2001',
      shortDescription: { text: 'Check if Parameters are Used' },
      fullDescription: { text: 'Making sure' },
      help: { text: 'Making sure\nhttps://a.example/' },
      helpUri: expect.stringMatching(/^https:.*#W2001$/),
      defaultConfiguration: { level: 'warning' },
      properties: { tags: ['cfn-lint'] },
    });
  });

  test('that is a mistake of form says so', () => {
    expect(rulesOf([finding({ rule: 'CONFIG_TYPE' })])).toMatchObject([
      { id: 'CONFIG_TYPE', properties: { tags: ['mistake'] }, shortDescription: expect.anything() },
    ]);
  });

  test('has its words where there is such a rule, and none else has', () => {
    const folder = join(import.meta.dirname, '../../src/lint');
    const named = readdirSync(folder)
      .filter((file) => file !== 'rule-texts.ts')
      .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/'([a-z]+\/[a-z-]+)'/g)])
      .map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual(Object.keys(ruleTexts).sort());
  });
});

describe('the schema of OASIS', () => {
  /** What a JSON Schema validator says; nothing where the log is valid. */
  const mistakes = (log: string): string => {
    const python = join(import.meta.dirname, '../../.venv/bin/python');
    const schema = join(import.meta.dirname, 'fixtures/sarif-schema-2.1.0.json');
    const script = [
      'import json, sys, jsonschema',
      'validator = jsonschema.Draft4Validator(json.load(open(sys.argv[1])))',
      'print("\\n".join(e.json_path + " " + e.message[:200] for e in validator.iter_errors(json.load(sys.stdin))))',
    ];
    return execFileSync(python, ['-c', script.join('\n'), schema], { input: log, encoding: 'utf8' }).trim();
  };

  test('holds for a log of every kind of rule, level and place', () => {
    const about = { short: 'a', full: 'b', uri: 'https://a.example/' };
    const log = sarif([
      finding(),
      finding(),
      finding({ rule: 'W2001', severity: 'warning', about, hint: null }),
      finding({ rule: 'I1002', severity: 'info', at: { file: 'a b#?.yml', line: 0, column: 0 } }),
      finding({ rule: 'YAML_SYNTAX', at: { file: 'javascript:x.yml', line: 3, column: 1 } }),
    ]);
    expect(mistakes(log)).toBe('');
    expect(mistakes(sarif([], { version: '1.2.3', prefix: 'infra/' }))).toBe('');
  });

  test('is one that tells mistakes', () => {
    const log = JSON.parse(sarif([finding()])) as {
      runs: { results: { level: string; ruleIndex: unknown; other?: number }[] }[];
    };
    const [result] = log.runs[0]?.results ?? [];
    Object.assign(result ?? {}, { level: 'fatal', ruleIndex: 'first', other: 1 });
    expect(mistakes(JSON.stringify(log)).split('\n')).toHaveLength(3);
  });
});
