import { crc32, inflateRawSync } from 'node:zlib';

/** What an archive may hold at most. */
export interface UnzipLimits {
  readonly files: number;
  /** Bytes of all files together, unpacked. */
  readonly bytes: number;
}

/** Why an archive is not taken, in words that go on from "it": `is not a ZIP`. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
}

const endLength = 22;
const centralLength = 46;
const localLength = 30;
/** The longest comment after the end record. */
const longestComment = 0xffff;
/** Bytes of UTF-8 in a key (S3 User Guide, "Naming Amazon S3 objects"). */
const longestName = 1024;
/** A Unix mode's kinds (inode(7)): the upper half of the external attributes (APPNOTE.TXT 4.4.15). */
const kindMask = 0o170000;
const kinds: Readonly<Record<number, string>> = { 0o120000: 'a symbolic link' };
const regular = 0o100000;
const directory = 0o040000;
const methods: Readonly<Record<number, string>> = {
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
};

/**
 * Unpacks a ZIP in memory (APPNOTE.TXT 6.3.10), as its central directory lists it: stored and deflated files, folders left
 * out. A hand of our own reads the directory, because fflate's `unzipSync` knows neither modes nor checksums and takes the
 * last of two files of one name; the bytes are inflated by zlib, no further than the directory says.
 *
 * @returns files by name, in the archive's order
 * @throws BadArchive for what is no ZIP, holds nothing, is damaged, encrypted or larger than the limits; and for names that
 *   lead out of a folder, stand twice, or belong to anything but a file or a folder
 */
export function unzip(bytes: Uint8Array, limits: UnzipLimits): ReadonlyMap<string, Uint8Array> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(data, limits);
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.bytes) {
    throw new BadArchive(`holds ${total} bytes unpacked; ${limits.bytes} are the most`);
  }
  if (entries.length === 0) throw new BadArchive('holds no file');
  return new Map(entries.map((entry) => [entry.name, contents(data, entry)]));
}

/** The files that the central directory lists. */
function readDirectory(data: Buffer, limits: UnzipLimits): readonly Entry[] {
  const end = endOf(data);
  const [disk, directoryDisk, here, count] = [4, 6, 8, 10].map((at) => data.readUInt16LE(end + at));
  const [size, offset] = [data.readUInt32LE(end + 12), data.readUInt32LE(end + 16)];
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
    throw new BadArchive('is a ZIP64, which is made of more files or bytes than a site has');
  }
  if (disk !== 0 || directoryDisk !== 0 || here !== count) throw new BadArchive('is one part of several');
  if (offset + size !== end) throw damaged('its directory is not where its end says');
  const files = new Map<string, Entry>();
  let at = offset;
  for (let index = 0; index < (count ?? 0); index++) {
    if (at + centralLength > end || data.readUInt32LE(at) !== 0x02014b50)
      throw damaged('its directory ends early');
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((field) =>
      data.readUInt16LE(at + field),
    );
    const next = at + centralLength + nameLength + extraLength + commentLength;
    if (next > end) throw damaged('its directory ends early');
    const name = checkedName(data.subarray(at + centralLength, at + centralLength + nameLength));
    const entry = readEntry(data, at, name);
    if (entry !== null) {
      if (files.has(name)) throw new BadArchive(`holds ${JSON.stringify(name)} twice`);
      files.set(name, entry);
      if (files.size > limits.files) throw new BadArchive(`holds more than ${limits.files} files`);
    }
    at = next;
  }
  if (at !== end) throw damaged('its directory goes on after its last entry');
  return [...files.values()];
}

/** Where the end record begins: the last one whose comment reaches to the end of the file. */
function endOf(data: Buffer): number {
  for (let at = data.length - endLength; at >= Math.max(0, data.length - endLength - longestComment); at--) {
    if (data.readUInt32LE(at) !== 0x06054b50) continue;
    if (at + endLength + data.readUInt16LE(at + 20) === data.length) return at;
  }
  throw new BadArchive(`is not a ZIP${whatElse(data)}`);
}

function whatElse(data: Buffer): string {
  if (data.length === 0) return ', but empty';
  if (data[0] === 0x1f && data[1] === 0x8b) return ', but gzip; a .tar.gz has to be packed as a ZIP';
  if (data.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return ' that is whole: its end is missing';
  if (/^\s*<(?:!doctype|html)/i.test(data.toString('latin1', 0, 64))) return ', but an HTML page';
  return '';
}

/** One file of the directory; `null` for a folder. */
function readEntry(data: Buffer, at: number, name: string): Entry | null {
  const flags = data.readUInt16LE(at + 8);
  const method = data.readUInt16LE(at + 10);
  const kind = (data.readUInt32LE(at + 38) >>> 16) & kindMask;
  const isFolder = name.endsWith('/');
  if (kind !== 0 && kind !== (isFolder ? directory : regular)) {
    throw new BadArchive(
      `holds ${JSON.stringify(name)}, ${kinds[kind] ?? 'which is no file'}; it may hold files and folders`,
    );
  }
  const entry = {
    name,
    method,
    crc: data.readUInt32LE(at + 16),
    packed: data.readUInt32LE(at + 20),
    size: data.readUInt32LE(at + 24),
    offset: data.readUInt32LE(at + 42),
  };
  if (isFolder) {
    if (entry.size !== 0) throw damaged(`the folder ${JSON.stringify(name)} has contents`);
    return null;
  }
  // bits 0, 6 and 13: encryption (APPNOTE.TXT 4.4.4)
  if ((flags & 0x2041) !== 0) throw new BadArchive(`holds ${JSON.stringify(name)} encrypted`);
  if (method !== 0 && method !== 8) {
    const what = methods[method] ?? `method ${method}`;
    throw new BadArchive(
      `holds ${JSON.stringify(name)} packed by ${what}; stored and deflated files can be read`,
    );
  }
  if ([entry.packed, entry.size, entry.offset].includes(0xffffffff)) {
    throw new BadArchive(`holds ${JSON.stringify(name)} as ZIP64, larger than a site's file is`);
  }
  return entry;
}

/** Relative, below the archive's top, as a key of S3 may be. */
function checkedName(raw: Buffer): string {
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    throw new BadArchive(`holds a file whose name is not UTF-8: ${JSON.stringify(raw.toString('latin1'))}`);
  }
  const steps = name.replace(/\/$/, '').split('/');
  const why =
    name.startsWith('/') || /^[A-Za-z]:/.test(name)
      ? 'which is an absolute path'
      : steps.includes('..')
        ? 'which leads out of its folder'
        : steps.includes('') || steps.includes('.')
          ? 'which is no plain path'
          : name.includes('\\')
            ? 'whose separator is \\; it must be /'
            : // eslint-disable-next-line no-control-regex
              /[\u0000-\u001f\u007f]/.test(name)
              ? 'which holds control characters'
              : raw.length > longestName
                ? `whose name is longer than ${longestName} bytes`
                : null;
  if (why !== null) throw new BadArchive(`holds ${JSON.stringify(name.slice(0, 200))}, ${why}`);
  return name;
}

function contents(data: Buffer, { name, method, crc, packed, size, offset }: Entry): Uint8Array {
  const shown = JSON.stringify(name);
  if (offset + localLength > data.length || data.readUInt32LE(offset) !== 0x04034b50) {
    throw damaged(`${shown} is not where its directory says`);
  }
  const start = offset + localLength + data.readUInt16LE(offset + 26) + data.readUInt16LE(offset + 28);
  const raw = data.subarray(start, start + packed);
  if (raw.length !== packed) throw damaged(`${shown} ends early`);
  let file: Uint8Array;
  try {
    // zlib wants room for a byte at least
    file = method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw damaged(`${shown} can't be inflated to the ${size} bytes that its directory names`);
  }
  if (file.length !== size || crc32(file) !== crc) {
    throw damaged(`${shown} is not the ${size} bytes that its directory describes`);
  }
  return file;
}

function damaged(how: string): BadArchive {
  return new BadArchive(`is damaged: ${how}`);
}
