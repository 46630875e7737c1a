import { gitHubAudience, gitHubProviderArn } from '../bootstrap/find-provider.ts';
import { ok, unknown, wrong, type Check } from './check.ts';
import { accountSubject, type AccountPlace } from './place.ts';
import { permit, read } from './reading.ts';

/** Whether the account has GitHub's OIDC provider, and whether it admits AWS as audience: else no role can be taken. */
export async function checkProvider(place: AccountPlace): Promise<Check> {
  const arn = gitHubProviderArn(place.account.account);
  const wanted = `GitHub’s OIDC provider is there and admits the audience ${gitHubAudience}`;
  const subject = accountSubject(place, 'provider', 'token.actions.githubusercontent.com', wanted);
  const iam = await place.clients.iam();
  const reading = await read(() => iam.getOpenIDConnectProvider({ OpenIDConnectProviderArn: arn }));
  if (reading.kind === 'absent') {
    return wrong(
      subject,
      'there is none',
      `aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com --client-id-list ${gitHubAudience}`,
    );
  }
  if (reading.kind === 'unreadable') {
    return unknown(subject, reading.reason, permit(reading, 'iam:GetOpenIDConnectProvider'));
  }
  const audiences = reading.value.ClientIDList ?? [];
  if (audiences.includes(gitHubAudience)) return ok(subject, arn);
  return wrong(
    subject,
    audiences.length === 0 ? 'it admits no audience' : `it admits ${audiences.join(', ')} alone`,
    `aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${arn} --client-id ${gitHubAudience}`,
  );
}
