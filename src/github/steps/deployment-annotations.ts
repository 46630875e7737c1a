import type { DeploymentResult } from '../../deployment/result.ts';
import type { Position } from '../../errors/position.ts';
import { aftermath, subject } from '../../report/failure-text.ts';
import type { Annotation } from '../annotations.ts';
import { smokeAnnotations } from './smoke-annotations.ts';

/** What failed, at the line of the template where one is to blame. */
export function deploymentAnnotations(
  result: DeploymentResult,
  place: (at: Position | null) => Position | null,
): readonly Annotation[] {
  const { system, environment, failure, siteFailure, smoke, plan } = result;
  const title = `${system} ${environment}`;
  if (failure !== null) {
    const { cause, rolledBack } = failure;
    const view = {
      ...failure,
      system,
      environment,
      previousRelease: plan.baseRelease,
      rolledBack,
      next: null,
    };
    const others = cause.others.map((other): Annotation => ({
      kind: 'error',
      title: `${title}: ${[failure.stack, ...other.path, other.logicalId].join(' / ')}`,
      message: other.reason,
      at: null,
    }));
    return [
      {
        kind: 'error',
        title: `${title}: ${subject(view)}`,
        message: `${cause.type}: ${cause.reason}\n${aftermath(view)}`,
        at: place(cause.at),
        severity: 10,
      },
      ...others,
    ];
  }
  if (siteFailure !== null)
    return [{ kind: 'error', title: `${title}: site`, message: siteFailure, at: null, severity: 10 }];
  return smoke === null ? [] : smokeAnnotations(smoke);
}
