/** What goes wrong with one request. */
export type Mistake =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The connection ends after so many bytes of the body. */
  | { readonly kind: 'torn'; readonly after: number }
  /** 200 with something that is no JSON. */
  | { readonly kind: 'no-json' }
  /** A page is given again instead of the next one. */
  | { readonly kind: 'same-page' };

export type Endpoint = 'token' | 'list' | 'locate' | 'bytes';

interface Planned {
  readonly endpoint: Endpoint;
  readonly id: string | null;
  readonly mistake: Mistake;
  left: number;
}

/** Mistakes that wait for their requests. */
export class Mistakes {
  readonly #planned: Planned[] = [];

  /** @param times how often; `Infinity` for ever */
  plan(endpoint: Endpoint, mistake: Mistake, { id = null as string | null, times = 1 } = {}): void {
    this.#planned.push({ endpoint, id, mistake, left: times });
  }

  /** The mistake that is due with a request, and one time less of it. */
  take(endpoint: Endpoint, id: string | null): Mistake | null {
    const due = this.#planned.find(
      (each) => each.endpoint === endpoint && each.left > 0 && (each.id === null || each.id === id),
    );
    if (due === undefined) return null;
    due.left -= 1;
    return due.mistake;
  }
}
