import type { Config } from './config.ts';

export interface Photo {
  readonly id: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** ISO 8601. */
  readonly uploadedAt: string;
}

/** A form that uploads one photo straight to the bucket: all fields first, the file last. */
export interface UploadForm {
  readonly id: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The API, or the way there, said no. `status` is 0 where there was no answer. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The photo API with one token. */
export class PhotoApi {
  readonly #config: Config;
  readonly #token: string;

  constructor(config: Config, token: string) {
    this.#config = config;
    this.#token = token;
  }

  async photos(): Promise<readonly Photo[]> {
    const { photos } = (await this.#call('GET', '/photos')) as { photos: readonly Photo[] };
    return photos;
  }

  /** A link to the photo's bytes, good for a few minutes. */
  async photoUrl(id: string): Promise<string> {
    const { url } = (await this.#call('GET', `/photos/${encodeURIComponent(id)}`)) as { url: string };
    return url;
  }

  async uploadForm(file: { readonly type: string; readonly size: number }): Promise<UploadForm> {
    return (await this.#call('POST', '/photos/uploads', {
      contentType: file.type,
      size: file.size,
    })) as UploadForm;
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#config.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new ApiError(0, 'The photo service cannot be reached.');
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw new ApiError(response.status, sentence(response.status, answer));
    return answer;
  }
}

function sentence(status: number, answer: unknown): string {
  if (status === 401) return 'The photo service does not accept this token.';
  if (status === 403) return 'This token does not allow that.';
  if (status === 404) return 'There is no such photo.';
  if (status === 429) return 'Too many requests. Wait a moment and try again.';
  const said = typeof answer === 'object' && answer !== null && 'message' in answer ? answer.message : null;
  return typeof said === 'string'
    ? `The photo service says: ${said}.`
    : `The photo service answers ${status}.`;
}
