import type { SmokeReport, SmokeResult } from '../../smoke/report.ts';
import type { Annotation } from '../annotations.ts';

const severities: Readonly<Record<SmokeResult['severity'], number>> = { critical: 3, major: 2, minor: 1 };

/** Each failed check that stands for itself; what merely follows from another is told with that one. */
export function smokeAnnotations({ system, environment, results }: SmokeReport): readonly Annotation[] {
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  return failed
    .filter(({ followsFrom }) => failed.every(({ id }) => id !== followsFrom))
    .map(({ id, severity, got, want, hint }) => ({
      kind: 'error',
      title: `${system} ${environment}: ${id}`,
      message: [`got ${got ?? 'nothing'}`, `want ${want}`, ...(hint === null ? [] : [hint])].join('\n'),
      at: null,
      severity: severities[severity],
    }));
}
