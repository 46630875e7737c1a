import type { Finding, Severity } from '../lint/finding.ts';
import { mistakeText, ruleTexts } from '../lint/rule-texts.ts';
import { sha256 } from '../runtime/sha256.ts';

export interface SarifOptions {
  /** Slipway's version, if it is known. */
  readonly version?: string;
  /**
   * Where the folder that was linted lies in the repository (`infra/`, with a slash at the end), for places are read
   * relative to the repository. Empty: it is the repository.
   */
  readonly prefix?: string;
}

/** The name that stands for the repository's folder in a SARIF file; the one GitHub documents ("Specifying the root"). */
const root = '%SRCROOT%';

/**
 * Findings as SARIF 2.1.0 (OASIS, sarif-v2.1.0-os), for code scanning. Each result has a fingerprint of its rule, file and
 * words, with a number where the same is said twice in one file, so that it stays the same finding when lines move.
 *
 * @returns JSON text that ends in a line end
 */
export function sarif(findings: readonly Finding[], { version, prefix = '' }: SarifOptions = {}): string {
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const seen = new Map<string, number>();
  const results = findings.map((finding) => {
    const { rule, severity, at } = finding;
    const subject = JSON.stringify([rule, at.file, finding.message]);
    const nth = (seen.get(subject) ?? 0) + 1;
    seen.set(subject, nth);
    return {
      ruleId: rule,
      ruleIndex: ids.indexOf(rule),
      level: levels[severity],
      message: { text: textOf(finding) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(prefix + at.file), uriBaseId: root },
            // SARIF counts from 1 (3.30.5, 3.30.6)
            region: { startLine: Math.max(1, at.line), startColumn: Math.max(1, at.column) },
          },
        },
      ],
      partialFingerprints: { 'slipwayFinding/v1': sha256(`${subject} ${nth}`).slice(0, 32) },
    };
  });
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Slipway',
            ...(version !== undefined && { version }),
            rules: ids.map((id) => ruleOf(id, findings)),
          },
        },
        columnKind: 'unicodeCodePoints',
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** SARIF's levels (3.27.10). */
const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

function textOf({ message, hint }: Finding): string {
  if (hint === null) return message;
  return `${message}${/[.!?]$/.test(message) ? '' : '.'} ${hint}`;
}

/**
 * What code scanning shows of a rule beside a finding (GitHub Docs, "SARIF support for code scanning", `reportingDescriptor`).
 * Rules of cfn-lint bring their own words and are explained in its list; of ours `src/lint/rule-texts.ts` tells.
 */
function ruleOf(id: string, findings: readonly Finding[]): object {
  const own = findings.filter(({ rule }) => rule === id);
  const isCfnLint = /^[EWI]\d{4}$/.test(id);
  const told = own.find(({ about }) => about !== undefined)?.about;
  const fallback = isCfnLint ? { short: id, full: id, uri: null } : mistakeText;
  const { short, full, uri } = told ?? ruleTexts[id] ?? fallback;
  const list = `https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md#${id}`;
  const severity = severities.find((each) => own.some((finding) => finding.severity === each)) ?? 'error';
  return {
    id,
    shortDescription: { text: short },
    fullDescription: { text: full },
    help: { text: uri === null ? full : `${full}\n${uri}` },
    ...(isCfnLint && { helpUri: list }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [isCfnLint ? 'cfn-lint' : id in ruleTexts ? (id.split('/')[0] ?? id) : 'mistake'] },
  };
}

/** The worst first. */
const severities = ['error', 'warning', 'info'] as const;

/** A relative reference of RFC 3986: every segment escaped, and no colon that would make a scheme of the first one (4.2). */
function uriOf(file: string): string {
  return file
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}
