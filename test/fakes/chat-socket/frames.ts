import { createHash } from 'node:crypto';

/** RFC 6455, 4.2.2: what a server answers to a client's key. */
export function acceptKey(key: string): string {
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}

/** A text frame of a server, unmasked (RFC 6455, 5.2). Up to 65,535 bytes. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = payload.length < 126 ? Buffer.from([0x81, payload.length]) : Buffer.from([0x81, 126, 0, 0]);
  if (payload.length >= 126) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

export const closeFrame = Buffer.from([0x88, 0]);

export interface Frame {
  readonly kind: 'text' | 'close' | 'other';
  readonly text: string;
}

/** Takes the whole frames of a client, which are masked, from the beginning of what has come; returns the rest, too. */
export function readFrames(bytes: Buffer): { readonly frames: readonly Frame[]; readonly rest: Buffer } {
  const frames: Frame[] = [];
  let rest = bytes;
  for (;;) {
    const [first = 0, second = 0] = rest;
    const isLong = (second & 0x7f) === 126;
    const maskAt = isLong ? 4 : 2;
    if (rest.length < maskAt + 4) return { frames, rest };
    const length = isLong ? rest.readUInt16BE(2) : second & 0x7f;
    const end = maskAt + 4 + length;
    if (rest.length < end) return { frames, rest };
    const mask = rest.subarray(maskAt, maskAt + 4);
    const payload = Buffer.from(rest.subarray(maskAt + 4, end)).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
    const kinds: Readonly<Record<number, Frame['kind']>> = { 1: 'text', 8: 'close' };
    frames.push({ kind: kinds[first & 0x0f] ?? 'other', text: Buffer.from(payload).toString() });
    rest = rest.subarray(end);
  }
}
