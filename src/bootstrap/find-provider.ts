import type { IamApi } from '../aws/apis.ts';
import type { Logger } from '../runtime/logger.ts';

/** The issuer of the identity tokens of GitHub's workflows (GitHub, "OpenID Connect reference"). */
export const gitHubIssuer = 'token.actions.githubusercontent.com';

/** Whom a token is for that is exchanged for a role (AWS, API_AssumeRoleWithWebIdentity; GitHub, "OIDC in AWS"). */
export const gitHubAudience = 'sts.amazonaws.com';

/** The ARN of an account's OIDC provider for GitHub; there can be one only (IAM, CreateOpenIDConnectProvider: a URL is unique). */
export function gitHubProviderArn(account: string): string {
  return `arn:aws:iam::${account}:oidc-provider/${gitHubIssuer}`;
}

/**
 * Whether the account has GitHub's OIDC provider; `null` where that can't be read. A provider that does not admit the
 * audience of AWS is used all the same, for there can be no second one, and warned of: no token would be taken.
 */
export async function findProvider(
  iam: Pick<IamApi, 'listOpenIDConnectProviders' | 'getOpenIDConnectProvider'>,
  account: string,
  logger: Logger,
): Promise<boolean | null> {
  const wanted = gitHubProviderArn(account);
  try {
    const { OpenIDConnectProviderList = [] } = await iam.listOpenIDConnectProviders({});
    if (!OpenIDConnectProviderList.some(({ Arn }) => Arn === wanted)) return false;
  } catch (error) {
    logger.debug(`the OIDC providers of ${account} can't be listed: ${reasonOf(error)}`);
    return null;
  }
  const { ClientIDList } = await iam
    .getOpenIDConnectProvider({ OpenIDConnectProviderArn: wanted })
    .catch(() => ({ ClientIDList: undefined }));
  if (ClientIDList?.includes(gitHubAudience) === false) {
    logger.warn(
      `${account}: GitHub's OIDC provider does not admit the audience ${gitHubAudience}, so no role can be taken; aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${wanted} --client-id ${gitHubAudience}`,
    );
  }
  return true;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
