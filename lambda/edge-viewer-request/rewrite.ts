/**
 * Where a visitor's path leads: a deep link to the page, an asset to itself, and `null` for what is nobody's page.
 *
 * A path whose last part has an extension is an asset and stays what it is, found or 404. A path under `/api/` is no page and
 * never answered with one, and what Slipway keeps in the bucket for itself is not for visitors, however it is spelled: the
 * origin undoes percent-encoding. One that can't be undone is no object's key.
 *
 * This file runs in two places: in Lambda@Edge, and as a CloudFront Function, whose JavaScript is a part of ES 12
 * (CloudFront Developer Guide, "JavaScript runtime 2.0 features").
 */
export function destination(uri: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(uri);
  } catch {
    return null;
  }
  if (path === '/api' || path.startsWith('/api/') || path.startsWith('/.slipway/')) return null;
  return path.slice(path.lastIndexOf('/') + 1).includes('.') ? uri : '/index.html';
}

/** The body of the 404 that answers for what is nobody's page. */
export const noRoute = '{"message":"no such route"}';
