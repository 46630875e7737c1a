/** Knows the secret texts that a process has read or been given, and takes them out of what is written. */
export class Redaction {
  readonly #hidden = new Set<string>();

  /** From now on none of these is written. Short ones are left: they would be found in innocent words. */
  hide(...texts: readonly (string | null)[]): void {
    for (const text of texts) if (text !== null && text.length >= 8) this.#hidden.add(text);
  }

  /** The text with each secret in it replaced, as it stands and as URLs hold it. */
  clean(text: string): string {
    let cleaned = text;
    for (const secret of this.#hidden) {
      cleaned = cleaned.replaceAll(secret, '***').replaceAll(encodeURIComponent(secret), '***');
    }
    return cleaned;
  }
}
