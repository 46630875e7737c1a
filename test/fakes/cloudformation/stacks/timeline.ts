/** What is to happen when: a queue of deeds in the order of time. Deeds may plan further ones. */
export class Timeline {
  /** The moment of the deed that runs, or of the last call. */
  now: number;
  #next = 0;
  #queue: { readonly time: number; readonly order: number; readonly deed: () => void }[] = [];

  constructor(now: number) {
    this.now = now;
  }

  after(milliseconds: number, deed: () => void): void {
    this.#queue.push({ time: this.now + milliseconds, order: this.#next++, deed });
    this.#queue.sort((a, b) => a.time - b.time || a.order - b.order);
  }

  /** Runs all that is due. */
  advanceTo(moment: number): void {
    for (let first = this.#queue[0]; first && first.time <= moment; first = this.#queue[0]) {
      this.#queue.shift();
      this.now = first.time;
      first.deed();
    }
    this.now = Math.max(this.now, moment);
  }
}
