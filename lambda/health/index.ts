import { parseOrigins } from '../shared-http/cors.ts';
import { serve } from '../shared-http/respond.ts';

/** `GET /health`: open; says that the API answers and which environment it is. */
export const handler = serve(
  {
    'GET /health': () => ({
      status: 200,
      body: { status: 'ok', environment: process.env['ENVIRONMENT'] ?? '' },
    }),
  },
  () => parseOrigins(process.env['ALLOWED_ORIGINS']),
);
