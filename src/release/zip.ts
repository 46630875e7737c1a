import { zipSync, type Zippable } from 'fflate';

/** ZIP holds local time without a zone: fflate writes this date's local fields, which are the same in every zone. */
const modified = new Date(1980, 0, 2, 12, 0, 0);
/** Unix `rw-r--r--` of a regular file, in the upper half of the external attributes (APPNOTE.TXT 4.4.15). */
const readable = 0o100644 << 16;
const unix = 3;

/**
 * One ZIP for one set of files: entries in the order of their names' code units, fixed times and modes, and fflate's own
 * deflate, so that the bytes depend neither on the machine nor on Node's zlib.
 */
export function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(files).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const entries: Zippable = {};
  for (const name of names) {
    entries[name] = [
      files[name] ?? new Uint8Array(),
      { mtime: modified, attrs: readable, os: unix, level: 9 },
    ];
  }
  return zipSync(entries);
}
