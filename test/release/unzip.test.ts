import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync, type ZipOptions, type Zippable } from 'fflate';
import { BadArchive, unzip } from '../../src/release/unzip.ts';
import { zip as releaseZip } from '../../src/release/zip.ts';

const limits = { files: 4, bytes: 1000 };
const page = strToU8('<p>page</p>');

/** The archive's files as text, or why it is not taken. */
async function read(bytes: Uint8Array): Promise<Record<string, string> | string> {
  try {
    const files = await unzip(bytes, limits);
    return Object.fromEntries([...files].map(([name, file]) => [name, Buffer.from(file).toString()]));
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error;
    return error.message;
  }
}

const named = (name: string, options: ZipOptions = {}): Uint8Array => zipSync({ [name]: [page, options] });

/** Another text of the same length in place of each that is there. */
function replaced(bytes: Uint8Array, from: string, to: string): Uint8Array {
  expect(from).toHaveLength(to.length);
  const found = Buffer.from(bytes).toString('latin1');
  expect(found).toContain(from);
  return Buffer.from(found.replaceAll(from, to), 'latin1');
}

/** Fields of the central directory's first entry, by their offset in it (APPNOTE.TXT 4.3.12). */
function patched(bytes: Uint8Array, write: (entry: Buffer, whole: Buffer) => void): Uint8Array {
  const whole = Buffer.from(bytes);
  write(whole.subarray(whole.indexOf('PK\u0001\u0002', 0, 'latin1')), whole);
  return whole;
}

describe('an archive is unpacked', () => {
  test('stored and deflated, without folders, in its own order', async () => {
    const entries: Zippable = {
      'index.html': [page, { level: 0 }],
      'assets/': [new Uint8Array(), { os: 3, attrs: 0o040755 << 16 }],
      'assets/ä.js': [strToU8('x'.repeat(900)), { level: 9, os: 3, attrs: 0o100644 << 16 }],
      'empty.txt': new Uint8Array(),
    };
    expect(await read(zipSync(entries, { comment: 'of a build' }))).toEqual({
      'index.html': '<p>page</p>',
      'assets/ä.js': 'x'.repeat(900),
      'empty.txt': '',
    });
  });

  test('as Slipway packs one itself', async () => {
    expect(await read(releaseZip({ 'b.js': strToU8('b'), 'a.js': strToU8('a') }))).toEqual({
      'a.js': 'a',
      'b.js': 'b',
    });
  });

  test('with names in UTF-8 that are not marked as such, as macOS packs them', async () => {
    const bytes = patched(named('ä'), (entry) => entry.writeUInt16LE(0, 8));
    expect(await read(bytes)).toEqual({ ä: '<p>page</p>' });
  });

  test('as a ZIP64, whose sizes stand in an extra field (APPNOTE.TXT 4.5.3)', async () => {
    const size = Buffer.alloc(8);
    size.writeBigUInt64LE(BigInt(page.length));
    const bytes = patched(named('a', { extra: { 1: size } }), (entry) => entry.writeUInt32LE(0xffffffff, 24));
    expect(await read(bytes)).toEqual({ a: '<p>page</p>' });
  });
});

describe('an archive is not taken', () => {
  test.each<[string, Uint8Array, string]>([
    ['that is empty', new Uint8Array(), 'is not a ZIP, but empty'],
    ['that is a text', strToU8('no archive at all, but a text of some length'), 'is not a ZIP'],
    ['that is a page', strToU8('<!DOCTYPE html><title>Sign in</title>'), 'is not a ZIP, but an HTML page'],
    [
      'that is gzip',
      Uint8Array.from([0x1f, 0x8b, 8, ...new Array<number>(30).fill(0)]),
      'is not a ZIP, but gzip; a .tar.gz has to be packed as a ZIP',
    ],
    [
      'that ends early',
      named('a').slice(0, -10),
      'is not a ZIP that is whole: End of central directory record signature not found. Either not a zip file, or file is truncated.',
    ],
    [
      'that begins late',
      named('a').slice(4),
      "can't be unpacked: invalid central directory file header signature: 0x140014",
    ],
    ['without files', zipSync({}), 'holds no file'],
    ['with folders only', zipSync({ 'assets/': new Uint8Array() }), 'holds no file'],
    [
      'that leads above its folder',
      named('../index.html'),
      'holds "../index.html", which leads out of its folder',
    ],
    [
      'that leads above it on a detour',
      named('a/../../b'),
      'holds "a/../../b", which leads out of its folder',
    ],
    ['with an absolute path', named('/etc/passwd'), 'holds "/etc/passwd", which is an absolute path'],
    ['with a drive', named('C:/x'), 'holds "C:/x", which is an absolute path'],
    ['with backslashes', named('a\\b'), String.raw`holds "a\\b", whose separator is \; it must be /`],
    ['with an empty step', named('a//b'), 'holds "a//b", which is no plain path'],
    ['with a dot for a step', named('./a'), 'holds "./a", which is no plain path'],
    ['with a line break in a name', named('a\nb'), String.raw`holds "a\nb", which holds control characters`],
    [
      'with an endless name',
      named('a'.repeat(1025)),
      `holds "${'a'.repeat(200)}", whose name is longer than 1024 bytes`,
    ],
    [
      'with a name that is not UTF-8',
      replaced(named('a-b'), 'a-b', 'a\u00e4b'),
      'holds a file whose name is not UTF-8: "aäb"',
    ],
    [
      'with a symbolic link',
      named('link', { os: 3, attrs: 0o120777 << 16 }),
      'holds "link", a symbolic link; it may hold files and folders',
    ],
    [
      'with a device',
      named('tty', { os: 3, attrs: 0o020666 << 16 }),
      'holds "tty", which is no file; it may hold files and folders',
    ],
    ['with a name twice', replaced(zipSync({ a1: page, a2: page }), 'a2', 'a1'), 'holds "a1" twice'],
    [
      'of too many files',
      zipSync(Object.fromEntries('abcde'.split('').map((name) => [name, page]))),
      'holds more than 4 files',
    ],
    [
      'of too many bytes, however small it is packed',
      zipSync({ bomb: new Uint8Array(1001) }),
      'holds 1001 bytes unpacked; 1000 are the most',
    ],
    [
      'that unpacks to more than it says',
      patched(zipSync({ bomb: new Uint8Array(100_000) }), (entry) => entry.writeUInt32LE(10, 24)),
      'can\'t be unpacked at "bomb": too many bytes in the stream. expected 10. got at least 16384',
    ],
    [
      'that unpacks to less than it says',
      patched(zipSync({ a: new Uint8Array(50) }), (entry) => entry.writeUInt32LE(60, 24)),
      'can\'t be unpacked at "a": not enough bytes in the stream. expected 60. got only 50',
    ],
    [
      'whose checksum differs',
      patched(named('a'), (entry) => entry.writeUInt32LE(1, 16)),
      'can\'t be unpacked at "a": its checksum differs',
    ],
    [
      'whose bytes lie elsewhere',
      patched(named('a'), (entry) => entry.writeUInt32LE(4, 42)),
      'can\'t be unpacked at "a": invalid local file header signature: 0x14',
    ],
    ['that is encrypted', patched(named('a'), (entry) => entry.writeUInt16LE(1, 8)), 'holds "a" encrypted'],
    [
      'in another packing',
      patched(named('a'), (entry) => entry.writeUInt16LE(14, 10)),
      'can\'t be unpacked at "a": unsupported compression method: 14',
    ],
    [
      'that is one of several parts',
      patched(named('a'), (_, whole) => whole.writeUInt16LE(1, whole.length - 18)),
      'is not a ZIP that is whole: multi-disk zip files are not supported: found disk number: 1',
    ],
    [
      'that counts one entry too many',
      patched(named('a'), (_, whole) => {
        whole.writeUInt16LE(2, whole.length - 14);
        whole.writeUInt16LE(2, whole.length - 12);
      }),
      "can't be unpacked: unexpected EOF",
    ],
  ])('%s', async (_name, bytes, why) => {
    expect(await read(bytes)).toBe(why);
  });
});
