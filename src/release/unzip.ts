import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';

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

/** Bytes of UTF-8 in a key (S3 User Guide, "Naming Amazon S3 objects"). */
const longestName = 1024;
/** A Unix mode's kinds (inode(7)): the upper half of the external attributes (APPNOTE.TXT 4.4.15). */
const kinds = { mask: 0o170000, link: 0o120000, file: 0o100000, folder: 0o040000 };
/** General purpose bit 11: the name is UTF-8 (APPNOTE.TXT 4.4.4). */
const utf8 = 0x800;

/**
 * Unpacks a ZIP in memory: stored and deflated files, folders left out. Its sizes are what it may unpack to: yauzl ends the
 * inflating of a file that goes beyond its own.
 *
 * @returns files by name, in the archive's order
 * @throws BadArchive for what is no ZIP, holds nothing, is damaged, encrypted or larger than the limits; and for names that
 *   lead out of a folder, stand twice, or belong to anything but a file or a folder
 */
export async function unzip(bytes: Uint8Array, limits: UnzipLimits): Promise<Map<string, Uint8Array>> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // names are decoded below: yauzl would take those of macOS, UTF-8 without saying so, for code page 437
  const zip = await fromBufferPromise(data, { decodeStrings: false }).catch((error: unknown) => {
    throw new BadArchive(`is not a ZIP${whatElse(data, error)}`);
  });
  const entries = await readDirectory(zip, limits);
  const total = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const most = limits.bytes;
  if (total > most) throw new BadArchive(`holds ${total} bytes unpacked; ${most} are the most`);
  if (entries.size === 0) throw new BadArchive('holds no file');
  const files = new Map<string, Uint8Array>();
  for (const [name, entry] of entries) files.set(name, await contents(zip, name, entry));
  return files;
}

function whatElse(data: Buffer, error: unknown): string {
  if (data.length === 0) return ', but empty';
  if (data[0] === 0x1f && data[1] === 0x8b) return ', but gzip; a .tar.gz has to be packed as a ZIP';
  if (data.toString('latin1', 0, 4) === 'PK\u0003\u0004') return ` that is whole: ${reason(error)}`;
  if (/^\s*<(?:!doctype|html)/i.test(data.toString('latin1', 0, 64))) return ', but an HTML page';
  return '';
}

/** The files that the central directory lists. */
async function readDirectory(zip: ZipFile, limits: UnzipLimits): Promise<Map<string, Entry>> {
  const files = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = checkedName(entry);
      if (!isFile(entry, name)) continue;
      const shown = JSON.stringify(name);
      if (entry.isEncrypted()) throw new BadArchive(`holds ${shown} encrypted`);
      if (files.has(name)) throw new BadArchive(`holds ${shown} twice`);
      files.set(name, entry);
      if (files.size > limits.files) throw new BadArchive(`holds more than ${limits.files} files`);
    }
  } catch (error) {
    throw error instanceof BadArchive ? error : new BadArchive(`can't be unpacked: ${reason(error)}`);
  }
  return files;
}

function isFile({ externalFileAttributes }: Entry, name: string): boolean {
  const isFolder = name.endsWith('/');
  const kind = (externalFileAttributes >>> 16) & kinds.mask;
  if (kind === 0 || kind === (isFolder ? kinds.folder : kinds.file)) return !isFolder;
  const what = kind === kinds.link ? 'a symbolic link' : 'which is no file';
  throw new BadArchive(`holds ${JSON.stringify(name)}, ${what}; it may hold files and folders`);
}

/** Relative, below the archive's top, as a key of S3 may be. */
function checkedName({ fileNameRaw, extraFields }: Entry): string {
  const name = getFileNameLowLevel(utf8, fileNameRaw, extraFields, true);
  const raw = JSON.stringify(fileNameRaw.toString('latin1'));
  if (name.includes('\ufffd')) throw new BadArchive(`holds a file whose name is not UTF-8: ${raw}`);
  const why = whyNot(name);
  if (why !== null) throw new BadArchive(`holds ${JSON.stringify(name.slice(0, 200))}, ${why}`);
  return name;
}

function whyNot(name: string): string | null {
  const steps = name.replace(/\/$/, '').split('/');
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'which is an absolute path';
  if (steps.includes('..')) return 'which leads out of its folder';
  if (steps.includes('') || steps.includes('.')) return 'which is no plain path';
  if (name.includes('\\')) return 'whose separator is \\; it must be /';
  if (/\p{Cc}/u.test(name)) return 'which holds control characters';
  if (Buffer.byteLength(name) > longestName) return `whose name is longer than ${longestName} bytes`;
  return null;
}

async function contents(zip: ZipFile, name: string, entry: Entry): Promise<Uint8Array> {
  try {
    const file = await buffer(await zip.openReadStreamPromise(entry));
    if (crc32(file) === entry.crc32) return file;
    throw new Error('its checksum differs');
  } catch (error) {
    throw new BadArchive(`can't be unpacked at ${JSON.stringify(name)}: ${reason(error)}`);
  }
}

/** The library's own words, or zlib's. */
function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
