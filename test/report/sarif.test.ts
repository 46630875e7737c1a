import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/lint/finding.ts';
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
        { id: 'I1002', helpUri: expect.stringContaining('#I1002') },
        { id: 'W2001', helpUri: expect.stringContaining('#W2001') },
        { id: 'wiring/output-unknown' },
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
