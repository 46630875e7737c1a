import { parseOrigins } from '../shared-http/cors.ts';
import { HttpError, jsonBody, serve } from '../shared-http/respond.ts';

const photoIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * `POST /detections {photoId}`: checks the request and answers 202 with the state that the detection service
 * starts from. The service itself takes its work from the queue of uploaded photos.
 */
export const handler = serve(
  {
    'POST /detections': (event) => {
      const photoId = jsonBody(event)['photoId'];
      if (typeof photoId !== 'string' || !photoIdPattern.test(photoId)) {
        throw new HttpError(400, 'photoId must be the id of a photo, as POST /photos/uploads returns it');
      }
      return { status: 202, body: { photoId, status: 'queued' } };
    },
  },
  () => parseOrigins(process.env['ALLOWED_ORIGINS']),
);
