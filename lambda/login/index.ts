import { parseOrigins } from '../shared-http/cors.ts';
import { serve } from '../shared-http/respond.ts';

/**
 * `POST /auth/login` where no login service is named by parameter: says so with 501 (RFC 9110, 15.6.2), so that
 * a client can tell "not here" from "not now".
 */
export const handler = serve(
  {
    'POST /auth/login': () => ({
      status: 501,
      body: { message: 'this environment has no login service; sign in at the token issuer' },
    }),
  },
  () => parseOrigins(process.env['ALLOWED_ORIGINS']),
);
