import { roleArn, type IdentityTarget, type RoleName } from '../../aws/identity.ts';
import { environmentNames } from '../../config/environment-name.ts';
import { UserError } from '../../errors/slipway-error.ts';

/** What STS says where it does not take the token for the role (API_AssumeRoleWithWebIdentity, Errors). */
const refusals = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'InvalidIdentityToken',
  'InvalidIdentityTokenException',
  'IDPRejectedClaim',
  'IDPRejectedClaimException',
  'ExpiredTokenException',
]);

/**
 * The error for a role that STS does not give, in words that tell what to compare; anything else as it is.
 * @param job the subject of the token that was shown to STS, and the repository, `owner/name`
 */
export function roleRefused(
  error: unknown,
  target: IdentityTarget,
  job: { readonly subject: string | null; readonly repository: string },
): unknown {
  if (!(error instanceof Error) || !refusals.has(error.name)) return error;
  const { role, account, environment, system } = target;
  const arn = roleArn(account, role as RoleName);
  return new UserError(
    'ROLE_REFUSED',
    `AWS does not give this job the role ${arn}. Its token says "${job.subject ?? 'nothing'}"; ${wanted(target)}. STS: ${error.name}`,
    {
      next: `slipway doctor ${system} ${environment} --repository ${job.repository}   (the role's trust, the OIDC provider, the repository's form of the subject)`,
      cause: error,
    },
  );
}

/** Whom the bootstrap lets the role trust, in words. */
function wanted({ role, system, environment }: IdentityTarget): string {
  switch (role) {
    case 'preview':
      return 'the role trusts pull requests: "…:pull_request"';
    case 'deploy':
      return `the role trusts jobs in the GitHub environment "${system}-${environment}": "…:environment:${system}-${environment}"`;
    case 'plan': {
      const next = environmentNames[environmentNames.findIndex((name) => name === environment) + 1];
      const after = next === undefined ? '' : `, and those in the GitHub environment "${system}-${next}"`;
      return `the role trusts jobs of main: "…:ref:refs/heads/main"${after}`;
    }
    case 'watch':
    case 'janitor':
      return 'the role trusts jobs of main: "…:ref:refs/heads/main"';
    case 'administrator':
      return 'no workflow may be administrator';
  }
}
