import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { HttpError, type Routes, jsonBody } from '../shared-http/respond.ts';
import { contentTypes, isPhotoId } from './photo-key.ts';
import type { PhotoStore } from './photo-store.ts';

/** The photo routes over a store. `maxBytes` bounds one upload. */
export function photoRoutes(store: PhotoStore, maxBytes: number): Routes {
  return {
    'POST /photos/uploads': async (event) => {
      const { contentType, size } = readUpload(event, maxBytes);
      const id = randomUUID();
      const form = await store.uploadForm(subjectOf(event), id, { contentType, size });
      if (form === undefined)
        throw new HttpError(400, `contentType must be one of ${contentTypes.join(', ')}`);
      return { status: 200, body: { id, url: form.url, fields: form.fields } };
    },

    'GET /photos': async (event) => {
      const { photos, truncated } = await store.list(subjectOf(event));
      return { status: 200, body: { photos, truncated } };
    },

    'GET /photos/{id}': async (event) => {
      const id = event.pathParameters?.['id'];
      const url = isPhotoId(id) ? await store.downloadUrl(subjectOf(event), id) : undefined;
      if (url === undefined) throw new HttpError(404, 'no such photo');
      return { status: 200, body: { url } };
    },
  };
}

/** The authorizer's subject. Absent, the API is wired wrongly: nobody may come here without a token. */
function subjectOf(event: APIGatewayProxyEvent): string {
  const principal: unknown = event.requestContext.authorizer?.['principalId'];
  if (typeof principal !== 'string' || principal === '') throw new Error('the request carries no subject');
  return principal;
}

function readUpload(event: APIGatewayProxyEvent, maxBytes: number): { contentType: string; size: number } {
  const { contentType, size } = jsonBody(event);
  if (typeof contentType !== 'string' || !contentTypes.includes(contentType)) {
    throw new HttpError(400, `contentType must be one of ${contentTypes.join(', ')}`);
  }
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > maxBytes) {
    throw new HttpError(400, `size must be a whole number of bytes from 1 to ${maxBytes}`);
  }
  return { contentType, size };
}
