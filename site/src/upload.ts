import { ApiError, type UploadForm } from './api.ts';

/**
 * Sends a file with the form that the API handed out. `fetch` cannot tell how far an upload is, hence the older request.
 *
 * @param onProgress is told the share that is sent, from 0 to 1
 */
export function sendFile(form: UploadForm, file: File, onProgress: (share: number) => void): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(loaded / total);
    });
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(new ApiError(request.status, refusal(request.status, request.responseText)));
    });
    request.addEventListener('error', () => {
      reject(new ApiError(0, 'The upload was cut off. Try again.'));
    });
    request.open('POST', form.url);
    request.send(body);
  });
}

/** S3 explains itself in XML: `<Code>EntityTooLarge</Code>`. */
function refusal(status: number, xml: string): string {
  const code = /<Code>(\w+)<\/Code>/.exec(xml)?.[1];
  if (code === 'EntityTooLarge') return 'The photo is larger than announced. Choose it again.';
  if (status === 403) return 'The upload was refused, perhaps because it took too long to start. Try again.';
  return `The upload was refused (${code ?? status}).`;
}
