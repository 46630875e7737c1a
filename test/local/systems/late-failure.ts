import type { SystemAtWork } from './system-at-work.ts';

/** Puts a queue into a template of the clone that fails in prod, and only after the first resource there has been made. */
export function failLateInProd(at: SystemAtWork, template: string, resource: string): void {
  at.edit(
    template,
    `\nResources:\n  ${resource}:\n`,
    `
Resources:
  # Fails in prod, once the next one has been made.
  Late:
    Type: AWS::SQS::Queue
    DependsOn: ${resource}
    Properties:
      VisibilityTimeout: !If [IsProd, 999999, 30]

  ${resource}:
`,
  );
}

/** Mends that queue. */
export function failNoMore(at: SystemAtWork, template: string): void {
  at.edit(template, '999999', '60');
}
