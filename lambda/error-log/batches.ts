export interface LogEntry {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly message: string;
}

/** CloudWatch Logs API Reference, PutLogEvents: what one call takes, and what each entry counts beside its text. */
const limits = { entries: 10_000, bytes: 1_048_576, perEntry: 26, milliseconds: 24 * 3600 * 1000 };

/** Entries in the order of their time, in as few batches as PutLogEvents takes. */
export function batches(entries: readonly LogEntry[]): readonly (readonly LogEntry[])[] {
  const made: LogEntry[][] = [];
  let bytes = 0;
  for (const entry of entries.toSorted((one, other) => one.timestamp - other.timestamp)) {
    const size = Buffer.byteLength(entry.message) + limits.perEntry;
    const last = made.at(-1);
    const [first] = last ?? [];
    const fits =
      last !== undefined &&
      first !== undefined &&
      last.length < limits.entries &&
      bytes + size <= limits.bytes &&
      entry.timestamp - first.timestamp < limits.milliseconds;
    if (fits) last.push(entry);
    else made.push([entry]);
    bytes = fits ? bytes + size : size;
  }
  return made;
}
