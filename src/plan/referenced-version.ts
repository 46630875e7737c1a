/**
 * What stands behind a dynamic reference that a stack takes while it is deployed: which secret (or parameter of SSM), and
 * which version of it; never its value.
 */
export interface ReferencedVersion {
  readonly service: 'secretsmanager' | 'ssm' | 'ssm-secure';
  /** As the reference names it: a name, an ARN, or `<storage/Password>` for one that the stack itself makes. */
  readonly name: string;
  /** The staging label that chooses the version: `AWSCURRENT`; `null` for SSM and where the reference names a version. */
  readonly stage: string | null;
  /** `null` where nobody was asked, or it is not there. */
  readonly arn: string | null;
  /** A version's id, of SSM its number; `null` where it is not there. */
  readonly version: string | null;
  /**
   * `fixed`: the reference names its version, so nobody was asked. `absent`: it is not there, or has no such version.
   * `deferred`: an earlier stack of this deployment makes or changes it.
   */
  readonly state: 'found' | 'fixed' | 'absent' | 'deferred';
  /** Outputs of earlier stacks that went into what names it, as `edge.SecretArn`; of a deferred one, what makes it. Sorted. */
  readonly lineage: readonly string[];
}

/** The same reference of the same stack, whatever version stands behind it now. */
export function referenceKey({ service, name, stage, version, state }: ReferencedVersion): readonly string[] {
  return [service, name, stage ?? (state === 'fixed' ? `version ${version ?? ''}` : 'latest')];
}
