import { createHash } from 'node:crypto';

/** A medium of the stand-in, as a test describes it. */
export interface MediumDescription {
  readonly id: string;
  readonly filename?: string;
  /** Bytes; made up from the id, always the same. */
  readonly size: number;
  readonly capturedAt?: string | null;
  /** What the list says instead of the true size. */
  readonly listedSize?: number | null;
}

/** The bytes of a medium from an offset on: the same for the same id, and nothing like zeros. */
export function bytesOf(id: string, start: number, end: number): Uint8Array {
  const seed = createHash('sha256').update(id).digest();
  const bytes = new Uint8Array(Math.max(0, end - start));
  for (let index = 0; index < bytes.length; index += 1) {
    const position = start + index;
    bytes[index] = (seed[position % 32] ?? 0) ^ (position >>> 5) ^ (position >>> 13);
  }
  return bytes;
}

/** SHA-256 in hex of a whole medium. */
export const digestOf = ({ id, size }: MediumDescription): string =>
  createHash('sha256')
    .update(bytesOf(id, 0, size))
    .digest('hex');
