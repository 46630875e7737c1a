import { decodeJwt } from 'jose';
import type { Emulators } from './emulators.ts';
import type { Issuers } from './issuers.ts';
import { xmlResponse, type FrontResponse } from './message.ts';
import { trusts } from './trust-policy.ts';
import { firstText } from './xml.ts';

/** Why STS refuses AssumeRoleWithWebIdentity; `undefined` when it does not. */
export async function refuseWebIdentity(
  { emulators, issuers }: { readonly emulators: Emulators; readonly issuers: Issuers },
  account: string,
  form: URLSearchParams,
): Promise<FrontResponse | undefined> {
  const token = form.get('WebIdentityToken') ?? '';
  let issuer: string;
  let claims: Record<string, unknown>;
  try {
    issuer = decodeJwt(token).iss ?? '';
    claims = await issuers.verify(issuer, token);
  } catch (reason) {
    const expired = reason instanceof Error && 'code' in reason && reason.code === 'ERR_JWT_EXPIRED';
    return expired
      ? refusal(400, 'ExpiredTokenException', 'Token expired')
      : refusal(
          400,
          'InvalidIdentityToken',
          'Provided Token is not a Login With OIDC token that this provider signed',
        );
  }
  const role = (form.get('RoleArn') ?? '').split('/').at(-1) ?? '';
  const answer = await emulators.asRoot(account, {
    service: 'iam',
    region: 'us-east-1',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: new URLSearchParams({ Action: 'GetRole', Version: '2010-05-08', RoleName: role }).toString(),
  });
  const policy = decodeURIComponent(
    firstText(answer.body.toString(), 'AssumeRolePolicyDocument') ?? '%7B%7D',
  );
  if (answer.status === 200 && trusts(policy, issuer.replace('https://', ''), claims)) return undefined;
  return refusal(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
}

function refusal(status: number, code: string, message: string): FrontResponse {
  return xmlResponse(
    status,
    `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code>` +
      `<Message>${message}</Message></Error></ErrorResponse>`,
  );
}
