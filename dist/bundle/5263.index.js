export const id = 5263;
export const ids = [5263];
export const modules = {

/***/ 5263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $Z: () => (/* binding */ buildHere),
  bX: () => (/* binding */ chooseRelease)
});

// UNUSED EXPORTS: releasesFolder

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/config/load.ts
var load = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/deployment/environment-ledger.ts
var environment_ledger = __webpack_require__(1814);
// EXTERNAL MODULE: ./src/deployment/stores.ts
var stores = __webpack_require__(6753);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/config/environment-name.ts
var environment_name = __webpack_require__(5899);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
// EXTERNAL MODULE: ./src/template/read-template-tree.ts
var read_template_tree = __webpack_require__(443);
// EXTERNAL MODULE: ./src/release/bundle-function.ts + 2 modules
var bundle_function = __webpack_require__(1172);
// EXTERNAL MODULE: ./src/release/load-esbuild.ts
var load_esbuild = __webpack_require__(884);
// EXTERNAL MODULE: ./src/release/manifest.ts
var release_manifest = __webpack_require__(4776);
// EXTERNAL MODULE: ./src/release/open-release.ts
var open_release = __webpack_require__(2057);
// EXTERNAL MODULE: ./src/release/package-templates.ts
var package_templates = __webpack_require__(8463);
// EXTERNAL MODULE: ./node_modules/mrmime/index.mjs
var mrmime = __webpack_require__(6059);
// EXTERNAL MODULE: ./src/config/parse-system.ts + 1 modules
var parse_system = __webpack_require__(5059);
;// CONCATENATED MODULE: ./src/release/download.ts
/** Why nothing came, in words that go on from the address: `answered with status 404`. */
class NoDownload extends Error {
    name = 'NoDownload';
    isTooLarge;
    constructor(message, { isTooLarge = false, cause } = {}) {
        super(message, { cause });
        this.isTooLarge = isTooLarge;
    }
}
const mostRedirects = 5;
/** A line of progress after so many bytes. */
const stride = 16 * 1024 * 1024;
/** An address for people: what stands in its query may let others in. */
function shownAddress(address) {
    const { origin, pathname, search } = new URL(address);
    return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}
/**
 * Reads a file over HTTPS, with no credentials, and follows at most five redirects, to HTTPS alone.
 *
 * @param address `https://…`
 * @throws NoDownload where it does not come whole within the limits; the signal's reason where that has aborted
 */
async function download(address, { open, signal }, limits, logger) {
    const http = await open();
    const end = AbortSignal.timeout(limits.time);
    try {
        return await follow(address, { http, signal: AbortSignal.any([signal, end]), limits, logger });
    }
    catch (cause) {
        signal.throwIfAborted();
        if (end.aborted)
            throw new NoDownload(`was not read within ${seconds(limits.time)}`, { cause });
        if (cause instanceof NoDownload)
            throw cause;
        const { code = '' } = textsOf(cause);
        throw new NoDownload(explained[code]?.(limits) ?? `can't be reached: ${reason(cause)}`, { cause });
    }
    finally {
        await http.destroy();
    }
}
const silent = ({ silence }) => `sent nothing for ${seconds(silence)}`;
const explained = {
    UND_ERR_HEADERS_TIMEOUT: silent,
    UND_ERR_BODY_TIMEOUT: silent,
};
async function follow(address, { http, signal, limits, logger }) {
    let url = new URL(address);
    for (let redirects = 0;; redirects++) {
        const answer = await http.request({
            origin: url.origin,
            path: `${url.pathname}${url.search}`,
            method: 'GET',
            headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'slipway' },
            headersTimeout: limits.silence,
            bodyTimeout: limits.silence,
            signal,
        });
        if (![301, 302, 303, 307, 308].includes(answer.statusCode)) {
            if (answer.statusCode === 200)
                return read(answer, limits, logger);
            throw new NoDownload(`answered with status ${answer.statusCode}`);
        }
        await answer.body.dump();
        if (redirects === mostRedirects)
            throw new NoDownload(`redirects more than ${mostRedirects} times`);
        const target = answer.headers['location'];
        const next = typeof target === 'string' ? URL.parse(target, url.href) : null;
        if (next === null)
            throw new NoDownload('redirects to no address');
        if (next.protocol !== 'https:')
            throw new NoDownload(`redirects to ${next.protocol}//${next.host}, which is not https`);
        url = next;
    }
}
async function read(answer, limits, logger) {
    const announced = Number(answer.headers['content-length'] ?? Number.NaN);
    if (announced > limits.bytes)
        throw tooLarge(limits);
    const of = Number.isNaN(announced) ? '' : ` of ${shownSize(announced)}`;
    const chunks = [];
    let size = 0;
    let told = 0;
    for await (const chunk of answer.body) {
        chunks.push(chunk);
        size += chunk.length;
        if (size > limits.bytes)
            throw tooLarge(limits);
        if (size - told < stride)
            continue;
        told = size;
        logger.info(`site build: ${shownSize(size)}${of} read`);
    }
    return Buffer.concat(chunks);
}
function tooLarge({ bytes }) {
    return new NoDownload(`has more than ${shownSize(bytes)}, the most that is read`, { isTooLarge: true });
}
/** Of errors whose message is empty, as of a host all of whose addresses refuse, the code. */
function reason(cause) {
    const { message = '', code } = textsOf(cause);
    return message === '' ? (code ?? 'no answer') : message;
}
/** What an error of Node or undici tells; they need not be made by the same `Error`. */
function textsOf(cause) {
    if (typeof cause !== 'object' || cause === null)
        return {};
    return {
        ...('message' in cause && { message: String(cause.message) }),
        ...('code' in cause && { code: String(cause.code) }),
    };
}
function seconds(milliseconds) {
    return `${milliseconds / 1000} s`;
}
/** Bytes for people, in powers of ten. */
function shownSize(bytes) {
    if (bytes < 1_000_000)
        return `${Math.ceil(bytes / 1000)} kB`;
    return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(663);
;// CONCATENATED MODULE: ./src/release/unzip.ts



/** Why an archive is not taken, in words that go on from "it": `is not a ZIP`. */
class BadArchive extends Error {
    name = 'BadArchive';
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
async function unzip(bytes, limits) {
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // names are decoded below: yauzl would take those of macOS, UTF-8 without saying so, for code page 437
    const zip = await (0,yauzl/* fromBufferPromise */.SY)(data, { decodeStrings: false }).catch((error) => {
        throw new BadArchive(`is not a ZIP${whatElse(data, error)}`);
    });
    const entries = await readDirectory(zip, limits);
    const total = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    const most = limits.bytes;
    if (total > most)
        throw new BadArchive(`holds ${total} bytes unpacked; ${most} are the most`);
    if (entries.size === 0)
        throw new BadArchive('holds no file');
    const files = new Map();
    for (const [name, entry] of entries)
        files.set(name, await contents(zip, name, entry));
    return files;
}
function whatElse(data, error) {
    if (data.length === 0)
        return ', but empty';
    if (data[0] === 0x1f && data[1] === 0x8b)
        return ', but gzip; a .tar.gz has to be packed as a ZIP';
    if (data.toString('latin1', 0, 4) === 'PK\u0003\u0004')
        return ` that is whole: ${unzip_reason(error)}`;
    if (/^\s*<(?:!doctype|html)/i.test(data.toString('latin1', 0, 64)))
        return ', but an HTML page';
    return '';
}
/** The files that the central directory lists. */
async function readDirectory(zip, limits) {
    const files = new Map();
    try {
        for await (const entry of zip.eachEntry()) {
            const name = checkedName(entry);
            if (!isFile(entry, name))
                continue;
            const shown = JSON.stringify(name);
            if (entry.isEncrypted())
                throw new BadArchive(`holds ${shown} encrypted`);
            if (files.has(name))
                throw new BadArchive(`holds ${shown} twice`);
            files.set(name, entry);
            if (files.size > limits.files)
                throw new BadArchive(`holds more than ${limits.files} files`);
        }
    }
    catch (error) {
        throw error instanceof BadArchive ? error : new BadArchive(`can't be unpacked: ${unzip_reason(error)}`);
    }
    return files;
}
function isFile({ externalFileAttributes }, name) {
    const isFolder = name.endsWith('/');
    const kind = (externalFileAttributes >>> 16) & kinds.mask;
    if (kind === 0 || kind === (isFolder ? kinds.folder : kinds.file))
        return !isFolder;
    const what = kind === kinds.link ? 'a symbolic link' : 'which is no file';
    throw new BadArchive(`holds ${JSON.stringify(name)}, ${what}; it may hold files and folders`);
}
/** Relative, below the archive's top, as a key of S3 may be. */
function checkedName({ fileNameRaw, extraFields }) {
    const name = (0,yauzl/* getFileNameLowLevel */.ax)(utf8, fileNameRaw, extraFields, true);
    const raw = JSON.stringify(fileNameRaw.toString('latin1'));
    if (name.includes('\ufffd'))
        throw new BadArchive(`holds a file whose name is not UTF-8: ${raw}`);
    const why = whyNot(name);
    if (why !== null)
        throw new BadArchive(`holds ${JSON.stringify(name.slice(0, 200))}, ${why}`);
    return name;
}
function whyNot(name) {
    const steps = name.replace(/\/$/, '').split('/');
    if (name.startsWith('/') || /^[A-Za-z]:/.test(name))
        return 'which is an absolute path';
    if (steps.includes('..'))
        return 'which leads out of its folder';
    if (steps.includes('') || steps.includes('.'))
        return 'which is no plain path';
    if (name.includes('\\'))
        return 'whose separator is \\; it must be /';
    if (/\p{Cc}/u.test(name))
        return 'which holds control characters';
    if (Buffer.byteLength(name) > longestName)
        return `whose name is longer than ${longestName} bytes`;
    return null;
}
async function contents(zip, name, entry) {
    try {
        const file = await (0,consumers_.buffer)(await zip.openReadStreamPromise(entry));
        if ((0,external_node_zlib_.crc32)(file) === entry.crc32)
            return file;
        throw new Error('its checksum differs');
    }
    catch (error) {
        throw new BadArchive(`can't be unpacked at ${JSON.stringify(name)}: ${unzip_reason(error)}`);
    }
}
/** The library's own words, or zlib's. */
function unzip_reason(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./src/release/site-artifact.ts







/** What an artifact may be at most; far more than a site's build is. */
const artifactLimits = {
    bytes: 256_000_000,
    time: 600_000,
    silence: 30_000,
    unpacked: { files: 20_000, bytes: 1_000_000_000 },
};
/** An artifact for people. */
function shownArtifact({ artifact }) {
    return (0,parse_system/* isAddress */.PW)(artifact) ? shownAddress(artifact) : artifact;
}
/** What the Finder packs beside each file. */
const macFolder = '__MACOSX/';
/**
 * Takes the build of another repository: reads its ZIP, compares the SHA-256, and only then unpacks it, in memory. Where all
 * files lie in one folder that holds the `index.html`, that folder is the build.
 *
 * @returns files by name; `index.html` may be missing
 * @throws UserError `SITE_ARTIFACT_MISSING`, `SITE_ARTIFACT_UNREACHABLE`, `SITE_ARTIFACT_TOO_LARGE`,
 *   `SITE_ARTIFACT_DIGEST`, `SITE_ARTIFACT_INVALID`
 */
async function readSiteArtifact(options) {
    const { build, definition, logger, limits = artifactLimits } = options;
    const shown = shownArtifact(build);
    const bytes = (0,parse_system/* isAddress */.PW)(build.artifact)
        ? await fetchArtifact(options, shown, limits)
        : await readArtifact(options, limits);
    const found = (0,sha256/* sha256 */.s)(bytes);
    if (found !== build.sha256) {
        throw mistake('SITE_ARTIFACT_DIGEST', `site.build.sha256 is ${build.sha256}, but ${shown} has ${found}; nothing of it is used`, definition, 'ask who publishes it which of the two it has; only then write that into the file');
    }
    logger.info(`site build: ${shown}, ${shownSize(bytes.length)}, has the SHA-256 ${(0,sha256/* short */.h)(found)} that is wanted`);
    try {
        return unwrapped(await unzip(bytes, limits.unpacked), logger);
    }
    catch (error) {
        if (!(error instanceof BadArchive))
            throw error;
        throw mistake('SITE_ARTIFACT_INVALID', `site.build.artifact names ${shown}, which ${error.message}`, definition, 'pack the files of the build anew, with zip -r from within its folder, and write down the new SHA-256');
    }
}
async function fetchArtifact({ build, definition, web, logger }, shown, limits) {
    if (web === undefined)
        throw new Error('a site build at an address needs a way to the web');
    logger.info(`site build: reading ${shown}`);
    try {
        return await download(build.artifact, web, limits, logger);
    }
    catch (error) {
        if (!(error instanceof NoDownload))
            throw error;
        const what = `site.build.artifact names ${shown}, which ${error.message}`;
        if (error.isTooLarge)
            throw mistake('SITE_ARTIFACT_TOO_LARGE', what, definition);
        throw mistake('SITE_ARTIFACT_UNREACHABLE', what, definition, 'look at the address in a browser without signing in; what only some may read has to lie in the repository when the release is made, and is named by its path');
    }
}
async function readArtifact({ root, build, definition }, limits) {
    const path = (0,external_node_path_.join)(root, build.artifact);
    const found = await (0,promises_.stat)(path).catch(() => null);
    if (found?.isFile() !== true) {
        const what = found === null ? 'which is not there' : 'which is no file';
        throw mistake('SITE_ARTIFACT_MISSING', `site.build.artifact names ${build.artifact}, ${what}; it must be a ZIP, by its path in the repository or by its address https://…`, definition);
    }
    if (found.size > limits.bytes) {
        const most = shownSize(limits.bytes);
        throw mistake('SITE_ARTIFACT_TOO_LARGE', `site.build.artifact names ${build.artifact}, which has more than ${most}, the most that is read`, definition);
    }
    return (0,promises_.readFile)(path);
}
/** Of an archive whose files all lie in one folder, as `zip -r site.zip dist` makes it, the folder's. */
function unwrapped(all, logger) {
    const files = new Map([...all].filter(([name]) => !name.startsWith(macFolder)));
    if (files.has('index.html'))
        return files;
    const tops = new Set([...files.keys()].map((name) => name.slice(0, name.indexOf('/') + 1)));
    const [top = ''] = tops;
    if (tops.size !== 1 || !files.has(`${top}index.html`))
        return files;
    logger.info(`site build: its files lie in ${top}, which is taken for the build`);
    return new Map([...files].map(([name, bytes]) => [name.slice(top.length), bytes]));
}
function mistake(code, message, file, next) {
    return new slipway_error/* UserError */.yo(code, message, { at: { file, line: 1, column: 1 }, next });
}

;// CONCATENATED MODULE: ./src/release/site-build.ts






/** What Slipway writes into the site's bucket itself, per environment; a build's own files of these names stay out. */
const generated = [/^config\.json$/, /^release\.json$/, /^\.slipway\//];
/** What file managers leave behind. */
const droppings = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/;
/**
 * Reads a finished site build: every file with its digest, content type and cache rule. The same files give the same,
 * whether they lie in a folder or come as an artifact.
 *
 * @throws UserError `SITE_BUILD_MISSING` where the folder or the build's `index.html` is not there; what `readSiteArtifact`
 *   throws
 */
async function readSiteBuild({ root, build, definition, web }, logger) {
    const isFolder = typeof build === 'string';
    const shown = isFolder ? build : shownArtifact(build);
    const files = isFolder
        ? await listFolder((0,external_node_path_.join)(root, build))
        : inMemory(await readSiteArtifact({ root, build, definition, web, logger }));
    const names = [...(files?.keys() ?? [])].filter((name) => !droppings.test(name)).sort(byCodeUnits);
    if (!names.includes('index.html')) {
        const what = files === null ? 'is not there' : 'has no index.html';
        throw new slipway_error/* UserError */.yo('SITE_BUILD_MISSING', `The site build ${shown} ${what} (site.build in ${definition})`, {
            at: { file: definition, line: 1, column: 1 },
            next: isFolder
                ? `npx vite build ${(0,external_node_path_.dirname)(build)}`
                : 'pack the build with its index.html at the top of the ZIP, and write down the new SHA-256',
        });
    }
    const left = names.filter((name) => generated.some((pattern) => pattern.test(name)));
    for (const name of left)
        logger.info(`${shown}/${name} stays out of the release: Slipway writes it per environment`);
    const published = names.filter((name) => !left.includes(name));
    return Promise.all(published.map(async (path) => {
        const bytes = (await files?.get(path)?.()) ?? new Uint8Array();
        const file = {
            path,
            sha256: (0,sha256/* sha256 */.s)(bytes),
            size: bytes.length,
            contentType: contentTypeOf(path),
            cacheControl: cacheControlOf(path),
        };
        return { file, bytes };
    }));
}
async function listFolder(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true }).catch(() => null);
    if (entries === null)
        return null;
    return new Map(entries
        .filter((entry) => entry.isFile())
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name))
        .map((path) => [(0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join('/'), () => (0,promises_.readFile)(path)]));
}
function inMemory(files) {
    return new Map([...files].map(([name, bytes]) => [name, () => bytes]));
}
function byCodeUnits(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** The media type by extension (mime-db, by mrmime), with UTF-8 named for everything that is text. */
function contentTypeOf(path) {
    const type = (0,mrmime/* lookup */.$)(path) ?? 'application/octet-stream';
    const text = type.startsWith('text/') ||
        /^application\/(json|xml|.*\+json|.*\+xml)$/.test(type) ||
        type === 'image/svg+xml';
    return text ? `${type}; charset=utf-8` : type;
}
/**
 * How long browsers and the edge may keep a file. A name that holds a hash of the contents never changes its contents; a
 * page must name the newest ones; anything else is looked at again after five minutes.
 */
function cacheControlOf(path) {
    if (isHashed(path))
        return 'public, max-age=31536000, immutable';
    if (/\.html?$/.test(path))
        return 'no-cache';
    return 'public, max-age=300, must-revalidate';
}
/**
 * Whether a file's name holds a hash of its contents as Vite and its like write it: below a folder `assets`, before the
 * extension, `-` or `.`, then eight characters of base64url or eight or more hex digits. A word of eight letters is no
 * hash: there must be a digit beside a letter, or a capital after the first character.
 */
function isHashed(path) {
    if (!path.split('/').slice(0, -1).includes('assets') || /\.html?$/.test(path))
        return false;
    const name = path.split('/').at(-1) ?? '';
    const hash = /[-.]([A-Za-z0-9_-]{8}|[0-9a-f]{8,64})(?:\.[a-z0-9]+){1,2}$/.exec(name)?.[1];
    if (hash === undefined)
        return false;
    return (/[0-9]/.test(hash) && /[A-Za-z]/.test(hash)) || /.[A-Z]/.test(hash);
}

;// CONCATENATED MODULE: ./src/release/build-release.ts












/**
 * Makes a release of the working tree: packages the templates of every stack, bundles the functions and layers they name, reads the
 * site build, parameter files, definition and smoke profile, and puts all of it into the store under its digests, the
 * manifest last. The same sources give the same release, on any machine.
 *
 * @throws UserError what reading templates, bundling and packaging throw; `ESBUILD_MISSING`; `SITE_BUILD_MISSING`,
 *   `SITE_ARTIFACT_…`; `RELEASE_FILE_MISSING`
 */
async function buildRelease(options) {
    const { root, system, store, logger, web } = options;
    const readSource = (file) => (0,promises_.readFile)((0,external_node_path_.join)(root, file), 'utf8');
    const put = async (path, bytes, contentType) => {
        const key = (0,sha256/* sha256 */.s)(bytes);
        await store.put({ sha256: key, bytes, contentType });
        return { path, sha256: key, size: bytes.length };
    };
    const putText = (path, text) => put(path, new TextEncoder().encode(text), 'application/yaml; charset=utf-8');
    const putFile = async (path) => {
        const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(root, path)).catch((cause) => {
            throw new slipway_error/* UserError */.yo('RELEASE_FILE_MISSING', `${path} is not there, and ${system.file} needs it`, {
                cause,
            });
        });
        return put(path, bytes, 'application/yaml; charset=utf-8');
    };
    const site = system.site &&
        (await readSiteBuild({ root, build: system.site.build, definition: system.file, web }, logger));
    const trees = await Promise.all(system.stacks.map((stack) => (0,read_template_tree/* readTemplateTree */.H_)(stack.template, readSource)));
    const zips = await bundleCode(root, trees, logger);
    const functions = await Promise.all([...zips].map(([folder, bytes]) => put(folder, bytes, 'application/zip')));
    const digests = new Map(functions.map((each) => [each.path, each.sha256]));
    const packaged = new Map();
    for (const tree of trees)
        await (0,package_templates/* packageTemplates */.AG)(tree, { functions: digests, readSource }, packaged);
    const templates = await Promise.all([...packaged.values()].map(({ file, text }) => putText(file, text)));
    for (const { file, bytes } of site ?? []) {
        await store.put({ sha256: file.sha256, bytes, contentType: file.contentType });
    }
    const folder = external_node_path_.posix.dirname(system.file);
    const environments = await Promise.all(environment_name/* environmentNames */.i.map(async (name) => [name, await putFile(`${folder}/${name}.yml`)]));
    const manifest = {
        schema: 1,
        system: system.system,
        templates: byPath(templates),
        stacks: Object.fromEntries(system.stacks.map((stack, index) => [
            stack.name,
            { template: rootDigest(packaged, trees[index]), region: stack.region },
        ])),
        functions: byPath(functions),
        definition: await putFile(system.file),
        environments: Object.fromEntries(environments),
        smoke: system.smoke === null ? null : await putFile(system.smoke),
        site: site?.map(({ file }) => file) ?? null,
    };
    const id = (0,release_manifest/* releaseId */.Bf)(manifest);
    await store.put({ sha256: id, bytes: (0,release_manifest/* manifestBytes */.T8)(manifest), contentType: 'application/json' });
    logger.info(`release ${(0,sha256/* short */.h)(id)}: ${templates.length} templates, ${functions.length} functions, ${site?.length ?? 0} site files`);
    return (0,open_release/* releaseIn */.B8)(manifest, store);
}
/** Each function's and each layer's folder once, with its ZIP. */
async function bundleCode(root, trees, logger) {
    const templates = templatesOf(trees);
    const layers = new Map(templates.flatMap(package_templates/* layersOf */.w).map((each) => [each.folder, each]));
    const functions = new Map();
    for (const each of templates.flatMap(package_templates/* functionsOf */.TW)) {
        functions.set(`${each.folder} ${each.handler ?? ''}`, each);
    }
    const [first] = [...functions.values(), ...layers.values()];
    if (first === undefined)
        return new Map();
    const { esbuild, from } = await (0,load_esbuild/* requireEsbuild */.S)(root, { folder: first.folder, at: placeOf(first) });
    // Another version may make other bytes of the same sources, and so another release.
    logger.info(`functions are bundled by esbuild ${esbuild.version} ${from === 'repository' ? 'of the repository' : 'that came with Slipway'}`);
    const bundles = [...functions.values()].map(async (each) => {
        const source = { root, folder: each.folder, handler: each.handler, at: placeOf(each) };
        const hasLayers = each.template.body.Resources[each.logicalId]?.Properties?.['Layers'] !== undefined;
        const bytes = await (0,bundle_function/* bundleFunction */.tS)({ ...source, layers: [...layers.keys()], hasLayers }, esbuild);
        return [each.folder, bytes];
    });
    const packages = [...layers.values()].map(async (each) => [each.folder, await (0,bundle_function/* bundleLayer */._9)({ root, folder: each.folder, at: placeOf(each) }, esbuild)]);
    return new Map(await Promise.all([...bundles, ...packages]));
}
function placeOf({ template, logicalId }) {
    const type = template.body.Resources[logicalId]?.Type;
    const property = type === 'AWS::Lambda::LayerVersion' ? 'Content' : 'Code';
    return template.locate(['Resources', logicalId, 'Properties', property]);
}
function templatesOf(trees) {
    return trees.flatMap((tree) => [tree.template, ...templatesOf([...tree.children.values()])]);
}
function rootDigest(packaged, tree) {
    const found = tree && packaged.get(tree.template.file);
    if (!found)
        throw new Error('a root template is not packaged');
    return found.sha256;
}
function byPath(files) {
    return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

// EXTERNAL MODULE: ./src/release/folder-store.ts
var folder_store = __webpack_require__(8913);
// EXTERNAL MODULE: ./src/smoke/parse-profile.ts
var parse_profile = __webpack_require__(7702);
;// CONCATENATED MODULE: ./src/deployment/choose-release.ts











/** How many builds of a system are remembered by name; the artifacts themselves stay. */
const remembered = 50;
/** Where releases are built in a repository. */
function releasesFolder(root) {
    return (0,external_node_path_.join)(root, 'out', 'releases');
}
function historyFile(folder, system) {
    return (0,external_node_path_.join)(folder, `${system}.json`);
}
/** What of `site.build` an error is about. */
const siteFields = {
    SITE_BUILD_MISSING: ['site', 'build'],
    SITE_ARTIFACT_MISSING: ['site', 'build', 'artifact'],
    SITE_ARTIFACT_UNREACHABLE: ['site', 'build', 'artifact'],
    SITE_ARTIFACT_TOO_LARGE: ['site', 'build', 'artifact'],
    SITE_ARTIFACT_INVALID: ['site', 'build', 'artifact'],
    SITE_ARTIFACT_DIGEST: ['site', 'build', 'sha256'],
};
/**
 * Builds a release from the working tree and remembers it as the newest.
 * @throws UserError what reading the smoke profile and `buildRelease` throw, at the line that is to be changed
 */
async function buildHere(root, system, { logger, web, folder = releasesFolder(root) }) {
    // A profile that can't be read would otherwise come to light once the stacks have changed.
    if (system.smoke !== null)
        (0,parse_profile/* parseSmokeProfile */.e)(await (0,promises_.readFile)((0,external_node_path_.join)(root, system.smoke), 'utf8'), system.smoke);
    const store = new folder_store/* FolderStore */.c(folder);
    const release = await buildRelease({ root, system, store, logger, web }).catch(async (error) => {
        const field = error instanceof slipway_error/* UserError */.yo ? siteFields[error.code] : undefined;
        if (!(error instanceof slipway_error/* UserError */.yo) || field === undefined)
            throw error;
        const { locate } = await (0,load/* readSystemFile */.Yk)(root, system.system);
        const { code, message, next } = error;
        throw new slipway_error/* UserError */.yo(code, message, { at: locate(field), next, cause: error });
    });
    const history = await readHistory(folder, system.system);
    const file = historyFile(folder, system.system);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    const kept = [release.id, ...history.filter((id) => id !== release.id)].slice(0, remembered);
    await (0,promises_.writeFile)(file, `${JSON.stringify(kept, null, 2)}\n`);
    return release;
}
/**
 * The release that a command is about: one that was built here, or one of the environment's history.
 * @throws UserError RELEASE_NOT_BUILT, RELEASE_UNKNOWN, RELEASE_AMBIGUOUS with the choices
 */
async function chooseRelease({ root, system, wanted, environment, session, role = 'plan', folder = releasesFolder(root), }) {
    const history = await readHistory(folder, system);
    const local = new folder_store/* FolderStore */.c(folder);
    if (wanted === undefined) {
        const [newest] = history;
        if (newest !== undefined)
            return (0,open_release/* openRelease */.gS)(newest, local);
        throw new slipway_error/* UserError */.yo('RELEASE_NOT_BUILT', `no release of ${system} has been built here`, {
            next: `slipway release ${system}, or name one with --release (slipway status ${system} lists what runs)`,
        });
    }
    const prefix = wanted.toLowerCase();
    const found = prefix.length < 4 ? [] : history.filter((id) => id.startsWith(prefix));
    const [only, second] = found;
    if (second !== undefined) {
        throw new slipway_error/* UserError */.yo('RELEASE_AMBIGUOUS', `"${wanted}" begins several releases: ${found.map((id) => id.slice(0, 16)).join(', ')}`, {
            next: 'give more digits',
        });
    }
    if (only !== undefined)
        return (0,open_release/* openRelease */.gS)(only, local);
    // built by another job, whose folder was handed over
    const isWhole = /^[0-9a-f]{64}$/.test(prefix);
    if (isWhole && (await local.missing([prefix])).length === 0)
        return (0,open_release/* openRelease */.gS)(prefix, local);
    return fromEnvironment({ system, wanted, environment, session, role, history });
}
async function fromEnvironment(wish) {
    const { system, wanted, environment, session, role, history } = wish;
    const clients = session.clients(environment, role);
    const store = await (0,stores/* homeStore */.X)(environment, clients, session.clock);
    if (/^[0-9a-f]{64}$/.test(wanted))
        return (0,open_release/* openRelease */.gS)(wanted, store);
    const ledger = await (0,environment_ledger.environmentLedger)(environment, clients, session);
    try {
        return await (0,open_release/* openRelease */.gS)((await ledger.findRelease(wanted)).release, store);
    }
    catch (error) {
        if (!(error instanceof slipway_error/* SlipwayError */.GQ) || error.code !== 'RELEASE_UNKNOWN')
            throw error;
        const built = history.length === 0
            ? 'none was built here'
            : `built here: ${history.slice(0, 5).map(sha256/* short */.h).join(', ')}`;
        throw new slipway_error/* UserError */.yo('RELEASE_UNKNOWN', `${error.message}; ${built}`, {
            next: `slipway status ${system}`,
            cause: error,
        });
    }
}
async function readHistory(folder, system) {
    try {
        const value = JSON.parse(await (0,promises_.readFile)(historyFile(folder, system), 'utf8'));
        if (Array.isArray(value))
            return value.filter((id) => typeof id === 'string' && /^[0-9a-f]{64}$/.test(id));
    }
    catch {
        // no build yet, or a file that says nothing: artifacts are content-addressed, so building again costs only time
    }
    return [];
}


/***/ }),

/***/ 1172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tS: () => (/* binding */ bundleFunction),
  _9: () => (/* binding */ bundleLayer),
  M5: () => (/* binding */ functionInputs)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
;// CONCATENATED MODULE: ./src/release/layer-imports.ts

/** What esbuild calls the modules that stand for layers. */
const layerNamespace = 'layer';
/** The package that a layer's folder becomes. */
const layerPackage = (folder) => external_node_path_.posix.basename(folder);
const index = /^(?:index(?:\.[cm]?[jt]s)?)?$/;
/**
 * Leaves layers out of a function's bundle: an import of a layer's index, by its path in the sources, becomes a `require` of
 * the package that Lambda finds on `NODE_PATH`. What a layer does not export can't be had from it, or it would be there twice.
 *
 * @param root the repository's folder
 * @param layers their folders, relative to the repository
 * @param used told of each layer that is imported
 */
function layerImports(root, layers, used) {
    const layerOf = (path) => {
        const file = (0,external_node_path_.relative)(root, path).split(external_node_path_.sep).join('/');
        const folder = layers.find((each) => file === each || file.startsWith(`${each}/`));
        return folder === undefined ? undefined : { folder, rest: file.slice(folder.length + 1) };
    };
    return {
        name: 'layers',
        setup(build) {
            if (layers.length === 0)
                return;
            build.onResolve({ filter: /^\.{1,2}(?:\/|$)/ }, ({ path, resolveDir }) => {
                const found = layerOf(external_node_path_.posix.join(resolveDir.split(external_node_path_.sep).join('/'), path));
                if (found === undefined)
                    return null;
                if (!index.test(found.rest)) {
                    return {
                        errors: [
                            { text: `${found.folder} is a layer: import its index instead of ${external_node_path_.posix.basename(path)}` },
                        ],
                    };
                }
                used(found.folder);
                return { path: layerPackage(found.folder), namespace: layerNamespace };
            });
            build.onResolve({ filter: /.*/, namespace: layerNamespace }, ({ path }) => ({ path, external: true }));
            build.onLoad({ filter: /.*/, namespace: layerNamespace }, ({ path }) => ({
                contents: `module.exports = require(${JSON.stringify(path)});`,
                loader: 'js',
            }));
        },
    };
}

// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(1306);
;// CONCATENATED MODULE: ./src/release/zip.ts

/** ZIP holds local time without a zone: fflate writes this date's local fields, which are the same in every zone. */
const modified = new Date(1980, 0, 2, 12, 0, 0);
/** Unix `rw-r--r--` of a regular file, in the upper half of the external attributes (APPNOTE.TXT 4.4.15). */
const readable = 0o100644 << 16;
const unix = 3;
/**
 * One ZIP for one set of files: entries in the order of their names' code units, fixed times and modes, and fflate's own
 * deflate, so that the bytes depend neither on the machine nor on Node's zlib.
 */
function zip(files) {
    const names = Object.keys(files).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const entries = {};
    for (const name of names) {
        entries[name] = [
            files[name] ?? new Uint8Array(),
            { mtime: modified, attrs: readable, os: unix, level: 9 },
        ];
    }
    return (0,esm/* zipSync */.L)(entries);
}

;// CONCATENATED MODULE: ./src/release/bundle-function.ts





const entries = ['index.ts', 'index.mts', 'index.mjs', 'index.js'];
/** Packages in CommonJS ask for built-in modules by `require`, which an ES module does not have. */
const banner = "import{createRequire as slipwayRequire}from'node:module';const require=slipwayRequire(import.meta.url);";
/**
 * Bundles a Lambda function's folder into a ZIP that holds one `index.mjs`. Everything it imports is in it, the SDK too,
 * so that the bytes that were tested are the bytes that run; but for what comes from a layer, which is packaged once for
 * all that use it. The same sources give the same bytes on every machine:
 * minified code names no path, and no `tsconfig.json` of the surroundings is read.
 *
 * @throws UserError `FUNCTION_MISSING`, `FUNCTION_HANDLER`, `FUNCTION_BUNDLE` (with the place of esbuild's first error),
 *   `FUNCTION_LAYER` where it imports a layer and has no `Layers`
 */
async function bundleFunction(source, esbuild) {
    const entry = await findEntry(source);
    const used = new Set();
    const plugin = layerImports(source.root, source.layers ?? [], (layer) => used.add(layer));
    const result = await bundle(source, entry, esbuild, { ...moduleFormat, plugins: [plugin] });
    const [layer] = used;
    if (layer !== undefined && source.hasLayers === false) {
        throw new slipway_error/* UserError */.yo('FUNCTION_LAYER', `${source.folder} imports ${layer}, which is packaged as a layer, but the function has no Layers`, { at: source.at, next: 'Name the layer in the Layers of the function' });
    }
    checkHandler(source, Object.values(result.metafile.outputs)[0]?.exports ?? []);
    const code = result.outputFiles[0]?.contents ?? new Uint8Array();
    return zip({ 'index.mjs': code });
}
/**
 * Bundles a layer's folder into a ZIP that holds it as a package: `nodejs/node_modules/<folder's name>`, which Lambda puts
 * on `NODE_PATH` ("Working with layers for Node.js Lambda functions"). In CommonJS, since `import` does not look there
 * (Node.js, "ECMAScript modules: No NODE_PATH"). As deterministic as a function.
 *
 * @throws UserError `FUNCTION_MISSING`, `FUNCTION_BUNDLE`
 */
async function bundleLayer(source, esbuild) {
    const entry = await findEntry({ ...source, property: 'Content' });
    const result = await bundle(source, entry, esbuild, { format: 'cjs' });
    const name = layerPackage(source.folder);
    const folder = `nodejs/node_modules/${name}`;
    return zip({
        [`${folder}/index.js`]: result.outputFiles[0]?.contents ?? new Uint8Array(),
        [`${folder}/package.json`]: new TextEncoder().encode(`${JSON.stringify({ name, main: 'index.js', type: 'commonjs' })}\n`),
    });
}
/**
 * The files that a function's bundle is made of, relative to the repository; what packages bring is left out.
 *
 * @param packages `followed`: as they are installed, so that packages of this repository show by their files; `external`:
 *   none need be installed
 * @throws as `bundleFunction`, but for the handler
 */
async function functionInputs(source, esbuild, packages) {
    const entry = await findEntry(source);
    const plugins = [layerImports(source.root, source.layers ?? [], () => undefined)];
    const { metafile } = await bundle(source, entry, esbuild, {
        ...moduleFormat,
        plugins,
        ...(packages === 'external' ? { packages } : {}),
    });
    return Object.keys(metafile.inputs).filter((file) => !file.split('/').includes('node_modules') && !file.startsWith(`${layerNamespace}:`));
}
async function findEntry({ root, folder, at, property = 'Code' }) {
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(root, folder)).catch(() => null);
    const entry = entries.find((name) => names?.includes(name));
    if (entry !== undefined)
        return entry;
    throw new slipway_error/* UserError */.yo('FUNCTION_MISSING', names === null
        ? `${property} names the folder ${folder}, which is not there`
        : `${property} names the folder ${folder}, which has no ${entries[0]}`, { at, next: `Write ${folder}/${entries[0]} that exports the handler, or name another folder` });
}
const moduleFormat = { format: 'esm', banner: { js: banner } };
async function bundle({ root, folder, at }, entry, esbuild, more) {
    try {
        return await esbuild.build({
            ...more,
            absWorkingDir: root,
            entryPoints: [`./${folder}/${entry}`],
            outfile: 'index.mjs',
            bundle: true,
            platform: 'node',
            target: 'node24',
            mainFields: ['module', 'main'],
            minify: true,
            keepNames: true,
            charset: 'utf8',
            legalComments: 'none',
            sourcemap: false,
            tsconfigRaw: {},
            logLevel: 'silent',
            metafile: true,
            write: false,
        });
    }
    catch (error) {
        if (!isBuildFailure(error))
            throw error;
        throw bundleError(folder, at, error.errors);
    }
}
function bundleError(folder, at, errors) {
    const [first] = errors;
    const place = first?.location;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    return new slipway_error/* UserError */.yo('FUNCTION_BUNDLE', `${folder} cannot be bundled: ${first?.text ?? 'unknown'}${more}`, {
        at: place ? { file: place.file, line: place.line, column: place.column + 1 } : at,
    });
}
function isBuildFailure(error) {
    return typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors);
}
function checkHandler({ folder, handler, at }, exported) {
    if (handler === null)
        return;
    const [file, name, ...rest] = handler.split('.');
    if (file === 'index' && name !== undefined && rest.length === 0 && exported.includes(name))
        return;
    const choices = exported.map((each) => `index.${each}`).join(', ');
    throw new slipway_error/* UserError */.yo('FUNCTION_HANDLER', choices === ''
        ? `Handler is ${handler}, but ${folder} exports nothing`
        : `Handler is ${handler}, but ${folder} offers ${choices}`, { at });
}


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ FolderStore)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4225);
/* harmony import */ var _artifact_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4627);





/** Artifacts in a folder, one file a digest. */
class FolderStore {
    location;
    constructor(folder) {
        this.location = folder;
    }
    /** Written beside its place and linked there, which fails where something is: nobody sees half a file. */
    async put({ sha256: key, bytes }) {
        const found = await this.#digest(key);
        if (found !== null)
            return this.#compare(key, found);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(this.location, { recursive: true });
        const draft = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.location, `.${key}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(draft, bytes);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(draft, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.location, key));
            return 'written';
        }
        catch (error) {
            if (!hasCode(error, 'EEXIST'))
                throw error;
            return this.#compare(key, (await this.#digest(key)) ?? '');
        }
        finally {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(draft, { force: true });
        }
    }
    async missing(keys) {
        const absent = [];
        for (const key of keys) {
            const found = await this.#digest(key);
            if (found === null)
                absent.push(key);
            else
                this.#compare(key, found);
        }
        return absent;
    }
    async get(key) {
        const bytes = await this.#read(key);
        if (!bytes)
            throw (0,_artifact_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .missingError */ .$)(key, this.location);
        this.#compare(key, (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s)(bytes));
        return bytes;
    }
    #compare(key, found) {
        if (found !== key)
            throw (0,_artifact_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .digestError */ .D)(key, this.location, found);
        return 'present';
    }
    async #digest(key) {
        const bytes = await this.#read(key);
        return bytes && (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .s)(bytes);
    }
    async #read(key) {
        try {
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.location, key));
        }
        catch (error) {
            if (hasCode(error, 'ENOENT'))
                return null;
            throw error;
        }
    }
}
function hasCode(error, code) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}


/***/ }),

/***/ 884:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ requireEsbuild),
/* harmony export */   y: () => (/* binding */ findEsbuild)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_module__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6505);



/**
 * The esbuild that a repository's functions are bundled with: the one installed in the repository, so that its lock file
 * says which version makes the bytes; else the one that stands beside Slipway. It is a native program, which is why the
 * actions can't carry it. Loaded when it is asked for, since a repository without functions needs none.
 *
 * @param root the repository's folder
 * @param beside loads the one beside Slipway; rejects with Node's own code where there is none
 * @returns `null` where there is neither
 * @throws UserError `ESBUILD_BROKEN` where the repository's is there but does not load
 */
async function findEsbuild(root, beside = besideSlipway) {
    const own = fromRepository(root);
    if (own !== null)
        return { esbuild: own, from: 'repository' };
    try {
        return { esbuild: await beside(), from: 'slipway' };
    }
    catch (error) {
        if (isNotFound(error))
            return null;
        throw error;
    }
}
/** Found by Node when it is asked for, in the actions' bundle too (`webpackIgnore`): there it is beside Slipway only in our own checkout. */
const besideSlipway = () => import(/* webpackIgnore: true */ 'esbuild');
function fromRepository(root) {
    const load = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'package.json'));
    try {
        load.resolve('esbuild');
    }
    catch {
        return null;
    }
    try {
        return load('esbuild');
    }
    catch (error) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('ESBUILD_BROKEN', `the esbuild of ${root} can't be loaded: ${firstLine(error)}`, {
            cause: error,
            next: 'npm ci',
        });
    }
}
/**
 * @param needs the first function that needs it
 * @throws UserError `ESBUILD_MISSING`, `ESBUILD_BROKEN`
 */
async function requireEsbuild(root, needs, beside) {
    const found = await findEsbuild(root, beside);
    if (found !== null)
        return found;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('ESBUILD_MISSING', `${needs.folder} is bundled by esbuild, which is not installed in the repository`, { at: needs.at, next: 'npm install --save-dev --save-exact esbuild' });
}
function isNotFound(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
}
function firstLine(error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}


/***/ })

};
