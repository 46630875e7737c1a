import type { SmokeReport, SmokeResult } from '../../src/smoke/report.ts';

/** Small pieces of data to render; each is what the core hands over, with fields to override. */

export const check = (id: string, rest: Partial<SmokeResult> = {}): SmokeResult => ({
  id,
  group: 'cors-api',
  severity: 'major',
  outcome: 'passed',
  pairedWith: null,
  took: 120,
  got: null,
  want: 'no such header',
  hint: null,
  reason: null,
  evidence: [],
  ...rest,
});

export const smokeReport = (results: readonly SmokeResult[]): SmokeReport => ({
  schema: 1,
  system: 'companycam',
  environment: 'dev',
  release: `91cc4e07${'0'.repeat(56)}`,
  startedAt: '2026-11-21T10:00:00.000Z',
  took: 5800,
  results,
  passed: results.filter((each) => each.outcome === 'passed').length,
  failed: results.filter((each) => each.outcome === 'failed').length,
  notEnforceable: results.filter((each) => each.outcome === 'not-enforceable').length,
});

export const failingSmoke = (): SmokeReport =>
  smokeReport([
    check('cors-api/preflight'),
    check('cors-api/reflects-any-origin', {
      outcome: 'failed',
      severity: 'critical',
      got: 'Access-Control-Allow-Origin: https://evil.example',
      hint: 'usually: the Lambda echoes the Origin header.',
      pairedWith: 'cors-api/preflight',
      evidence: [
        {
          method: 'GET',
          url: 'https://abc.execute-api.eu-west-1.amazonaws.com/v1/photos',
          requestHeaders: { origin: 'https://evil.example' },
          status: 200,
          responseHeaders: {},
        },
      ],
    }),
    check('bucket/encrypted', {
      group: 'bucket',
      outcome: 'not-enforceable',
      reason: 'HEAD does not show the default encryption',
    }),
  ]);
