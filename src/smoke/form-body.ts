import { randomUUID } from 'node:crypto';

/**
 * A form with a file as a browser would send it (RFC 7578). The file stands last: S3 ignores every field after it
 * (Amazon S3 API Reference, "POST Object").
 */
export function formBody(
  fields: Readonly<Record<string, string>>,
  file: Uint8Array,
): { readonly body: Uint8Array; readonly contentType: string } {
  const boundary = `slipway-${randomUUID()}`;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `${parts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="smoke"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    body: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}
