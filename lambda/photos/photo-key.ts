import { createHash } from 'node:crypto';

/** The image types that the platform stores, and the extension under which each lies in the bucket. */
const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
};

export const contentTypes = Object.keys(extensions);

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function isPhotoId(id: string | undefined): id is string {
  return id !== undefined && idPattern.test(id);
}

/**
 * Under which prefix a subject's photos lie. A subject is whatever the token issuer says (RFC 7519, 4.1.2), so one
 * that could be read as a path or be mistaken for a digest is replaced by its SHA-256.
 */
export function ownerPrefix(subject: string): string {
  const plain = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,127}$/.test(subject) && !subject.startsWith('sha256-');
  const owner = plain ? subject : `sha256-${createHash('sha256').update(subject).digest('hex')}`;
  return `photos/${owner}/`;
}

/** The object's key, or undefined for a type that is not stored. */
export function photoKey(subject: string, id: string, contentType: string): string | undefined {
  const extension = extensions[contentType];
  return extension === undefined ? undefined : `${ownerPrefix(subject)}${id}.${extension}`;
}

/** What a key says of its photo; undefined for an object that is none. */
export function readPhotoKey(key: string): { readonly id: string; readonly contentType: string } | undefined {
  const name = key.slice(key.lastIndexOf('/') + 1);
  const dot = name.indexOf('.');
  const id = name.slice(0, dot);
  const contentType = contentTypes.find((type) => extensions[type] === name.slice(dot + 1));
  return isPhotoId(id) && contentType !== undefined ? { id, contentType } : undefined;
}
