import { createHash } from 'node:crypto';

/** The SHA-256 of bytes or of a text's UTF-8 bytes, as 64 lower-case hex digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The first eight digits: how a release or a plan is named to people. */
export function short(digest: string): string {
  return digest.slice(0, 8);
}
