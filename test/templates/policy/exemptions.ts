import type { Exemption } from './rule.ts';

const edge = { template: 'templates/modules/viewer-request-function.yml', logicalId: 'ViewerRequest' };

/** What Lambda@Edge lacks: Amazon CloudFront Developer Guide, "Restrictions on Lambda@Edge". */
export const exemptions: readonly Exemption[] = [
  {
    ...edge,
    rule: 'a function runs on arm64 with Node.js 24',
    reason: 'Lambda@Edge runs x86_64 only; its runtime is a parameter, for it takes new ones later',
  },
  { ...edge, rule: 'a function is traced', reason: 'Lambda@Edge takes no X-Ray tracing' },
  {
    ...edge,
    rule: 'a function writes JSON to a log group of its own template',
    reason: 'Lambda@Edge takes no logging configuration; it writes to a group in the region of each visitor',
  },
  {
    template: 'templates/modules/access-log-bucket.yml',
    logicalId: 'AccessLogs',
    rule: 'a bucket keeps versions and cleans up after uploads that were broken off',
    reason: 'CloudFront writes each log once and nothing overwrites it; it expires with its retention',
  },
];
