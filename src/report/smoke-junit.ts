import type { SmokeReport, SmokeResult } from '../smoke/report.ts';
import { visible } from './visible.ts';

/**
 * A smoke report as JUnit XML, as CI systems read it (the Jenkins xUnit schema): a suite a group, a failure with what was
 * seen, and a check that could not be enforced as skipped, with the reason.
 */
export function smokeJunit(report: SmokeReport): string {
  const groups = [...new Set(report.results.map((result) => result.group))];
  const name = `slipway smoke ${report.system} ${report.environment}`;
  const suites = groups.map((group) => suite(group, report));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xml(name)}" tests="${report.results.length}" failures="${report.failed}" time="${seconds(report.took)}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(group: string, report: SmokeReport): string {
  const results = report.results.filter((result) => result.group === group);
  const count = (outcome: SmokeResult['outcome']): number =>
    results.filter((each) => each.outcome === outcome).length;
  const time = seconds(results.reduce((sum, each) => sum + each.took, 0));
  return [
    `  <testsuite name="${xml(group)}" tests="${results.length}" failures="${count('failed')}" skipped="${count('not-enforceable')}" time="${time}" timestamp="${xml(report.startedAt)}">`,
    ...results.map(testcase),
    '  </testsuite>',
  ].join('\n');
}

function testcase(result: SmokeResult): string {
  const head = `    <testcase classname="${xml(result.group)}" name="${xml(result.id)}" time="${seconds(result.took)}"`;
  switch (result.outcome) {
    case 'passed':
      return `${head}/>`;
    case 'failed': {
      const said = [
        `got ${result.got ?? 'nothing'}`,
        `want ${result.want}`,
        ...(result.hint === null ? [] : [result.hint]),
      ];
      return `${head}><failure type="${result.severity}" message="${xml(said.slice(0, 2).join('; '))}">${xml(said.join(' / '))}</failure></testcase>`;
    }
    case 'not-enforceable':
      return `${head}><skipped message="${xml(result.reason ?? 'not enforceable here')}"/></testcase>`;
  }
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);

/** Text for an attribute or an element; control characters are not allowed in XML 1.0 and are shown by their code. */
function xml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
