import { workflowCommand } from './workflow-commands.ts';

/** Shorter texts are no secrets, and masking them would garble the log. */
const shortest = 4;

/** Tells the runner what must never stand in a log, before anything else can print it. Each text is told once. */
export class Masks {
  readonly #write: (text: string) => void;
  readonly #known = new Set<string>();

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** Masks a text and each of its lines: the runner looks for one line at a time. */
  add(text: string | undefined): void {
    if (text === undefined) return;
    for (const part of [text, ...text.split(/\r\n|\r|\n/).map((line) => line.trim())]) {
      if (part.trim().length < shortest || this.#known.has(part)) continue;
      this.#known.add(part);
      this.#write(workflowCommand('add-mask', {}, part));
    }
  }

  /** Masks a secret's value: the whole, and each text in it where it is JSON. */
  addSecret(value: string | undefined): void {
    this.add(value);
    if (value === undefined) return;
    try {
      for (const leaf of leavesOf(JSON.parse(value))) this.add(leaf);
    } catch {
      // a secret that is not JSON is one text
    }
  }
}

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(leavesOf);
}
