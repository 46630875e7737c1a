import { createHash, createHmac, type BinaryLike } from 'node:crypto';

/** SHA-256 of Node.js, with a key HMAC, in the form that the signer asks for. */
export class Sha256 {
  readonly #sum: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;

  constructor(key?: string | ArrayBuffer | ArrayBufferView) {
    this.#sum = key === undefined ? createHash('sha256') : createHmac('sha256', bytes(key));
  }

  update(chunk: string | ArrayBuffer | ArrayBufferView): void {
    this.#sum.update(bytes(chunk));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#sum.digest()));
  }
}

function bytes(data: string | ArrayBuffer | ArrayBufferView): BinaryLike {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
