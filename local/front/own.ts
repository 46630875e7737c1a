import type { Emulators } from './emulators.ts';
import { githubIssuer, type Issuers, type OAuthClient, type TokenClaims } from './issuers.ts';
import type { Placeholder } from './placeholders.ts';
import { jsonResponse, pathOf, type FrontRequest, type FrontResponse } from './message.ts';

/** What the handle asks the front for, from whatever process: the addresses under `/_slipway/`. */
export interface OwnParts {
  readonly emulators: Emulators;
  readonly issuers: Issuers;
  readonly placeholders: () => readonly Placeholder[];
}

interface TokenRequest {
  readonly issuer?: string;
  readonly claims: TokenClaims;
  readonly lifetimeSeconds?: number;
}

interface ClientRequest {
  readonly issuer: string;
  readonly client: OAuthClient;
}

export async function answerOwn(
  { emulators, issuers, placeholders }: OwnParts,
  request: FrontRequest,
): Promise<FrontResponse> {
  switch (`${request.method} ${pathOf(request)}`) {
    case 'GET /_slipway/health':
      return jsonResponse(200, { accounts: emulators.accounts });
    case 'GET /_slipway/placeholders':
      return jsonResponse(200, placeholders());
    case 'POST /_slipway/token': {
      const { issuer = githubIssuer, claims, lifetimeSeconds = 300 } = bodyOf(request) as TokenRequest;
      return jsonResponse(200, { token: await issuers.sign(issuer, claims, lifetimeSeconds) });
    }
    case 'POST /_slipway/issuer-key':
      return jsonResponse(200, await issuers.keyOf((bodyOf(request) as { issuer: string }).issuer));
    case 'POST /_slipway/client': {
      const { issuer, client } = bodyOf(request) as ClientRequest;
      issuers.registerClient(issuer, client);
      return jsonResponse(200, {});
    }
    default:
      return jsonResponse(404, { error: 'not found' });
  }
}

function bodyOf(request: FrontRequest): unknown {
  return JSON.parse(request.body.toString());
}
