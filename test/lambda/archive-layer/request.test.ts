import { expect, test } from '@jest/globals';
import { requestJson } from '../../../lambda/archive-layer/request.ts';

/** A provider that answers with this body. */
const ask = (body: ReadableStream<Uint8Array> | null) =>
  requestJson({
    url: new URL('https://api.example/media'),
    fetch: () => Promise.resolve(new Response(body)),
    now: () => 0,
  });

test('an answer in several pieces is read whole', async () => {
  const pieces = new TextEncoder().encode('{"name":"ä"}');
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      // in the middle of a character
      controller.enqueue(pieces.subarray(0, 10));
      controller.enqueue(pieces.subarray(10));
      controller.close();
    },
  });
  expect(await ask(body)).toEqual({ name: 'ä' });
});

test('an answer without end is not read to its end', async () => {
  let asked = 0;
  let isClosed = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      asked += 1;
      controller.enqueue(new Uint8Array(1024 * 1024).fill(32));
    },
    cancel() {
      isClosed = true;
    },
  });
  await expect(ask(body)).rejects.toMatchObject({ name: 'ProviderAnswerInvalid' });
  expect([asked < 12, isClosed]).toEqual([true, true]);
});

test('an answer that breaks off is one that another try may mend', async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.error(Object.assign(new Error('https://secret.example/'), { code: 'ECONNRESET' }));
    },
  });
  await expect(ask(body)).rejects.toMatchObject({
    name: 'ProviderUnavailable',
    message: "the provider can't be read: ECONNRESET",
  });
});

test('no body is no JSON', async () => {
  await expect(ask(null)).rejects.toMatchObject({ name: 'ProviderAnswerInvalid' });
});
