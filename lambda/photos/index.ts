import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { parseOrigins } from '../shared-http/cors.ts';
import { serve } from '../shared-http/respond.ts';
import { openPhotoStore } from './photo-store.ts';
import { photoRoutes } from './routes.ts';

let served: ((event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>) | undefined;

/**
 * `POST /photos/uploads`, `GET /photos`, `GET /photos/{id}`. From the environment: `PHOTOS_BUCKET`,
 * `URL_SECONDS` (life of a URL), `MAX_UPLOAD_BYTES`, `ALLOWED_ORIGINS`.
 */
export function handler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  served ??= serve(
    photoRoutes(
      openPhotoStore(required('PHOTOS_BUCKET'), Number(required('URL_SECONDS'))),
      Number(required('MAX_UPLOAD_BYTES')),
    ),
    () => parseOrigins(process.env['ALLOWED_ORIGINS']),
  );
  return served(event);
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}
