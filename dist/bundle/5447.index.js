export const id = 5447;
export const ids = [5447];
export const modules = {

/***/ 6689:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ readDeployed),
/* harmony export */   C6: () => (/* binding */ headObject),
/* harmony export */   jH: () => (/* binding */ NOTHING_DEPLOYED)
/* harmony export */ });
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1620);
/* harmony import */ var _limited_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(353);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(322);
/* harmony import */ var _s3_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9765);




const NOTHING_DEPLOYED = {
    source: 'nothing',
    release: null,
    files: {},
    builds: [],
    pending: { invalidate: [], delete: [] },
    etag: null,
};
/**
 * Reads what is deployed: one GET where the manifest is there. Where it is missing or damaged, one listing and a HEAD for
 * each wanted file of the right size; objects that nobody wants are left alone then, since they may be anybody's.
 *
 * @throws UserError `SITE_BUCKET_MISSING`, `SITE_BUCKET_DENIED`; SlipwayError `SITE_S3`
 */
async function readDeployed(options) {
    const { s3, bucket, logger } = options;
    const found = await readManifest(s3, bucket);
    if (found?.manifest) {
        const { release, files, builds, pending } = found.manifest;
        return { source: 'manifest', release, files, builds, pending, etag: found.etag };
    }
    if (found)
        logger.warn(`${bucket}/${_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST_KEY */ .mk} is damaged; the objects themselves are compared instead`);
    try {
        const files = await compareObjects(options);
        const source = Object.keys(files).length > 0 ? 'objects' : 'nothing';
        return { ...NOTHING_DEPLOYED, source, files, etag: found?.etag ?? null };
    }
    catch (error) {
        throw (0,_s3_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .bucketError */ .vq)(error, 'comparing the site', bucket);
    }
}
async function readManifest(s3, bucket) {
    try {
        const { Body, ETag } = await s3.getObject({ Bucket: bucket, Key: _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST_KEY */ .mk });
        return { manifest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)((await Body?.transformToString()) ?? ''), etag: ETag ?? null };
    }
    catch (error) {
        if ((0,_s3_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(error))
            return null;
        throw (0,_s3_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .bucketError */ .vq)(error, 'reading what is deployed', bucket);
    }
}
/** A size that differs is proof enough; equal sizes are settled by the checksum that S3 keeps. */
async function compareObjects(options) {
    const { s3, bucket, wanted, logger, concurrency } = options;
    const sizes = await listSizes(s3, bucket);
    const files = {};
    const candidates = wanted.filter(({ key }) => sizes.has(key));
    await (0,_limited_js__WEBPACK_IMPORTED_MODULE_3__/* .forEachLimited */ .v)(candidates, concurrency, async ({ key, size }) => {
        const listed = sizes.get(key) ?? 0;
        files[key] =
            listed === size
                ? ((await headObject(s3, bucket, key)) ?? unknownObject(listed))
                : unknownObject(listed);
    });
    const others = [...sizes.keys()].length - candidates.length;
    if (others > 0)
        logger.warn(`${bucket} holds ${others} objects that this release does not know; they stay`);
    return files;
}
async function listSizes(s3, bucket) {
    const sizes = new Map();
    let token;
    do {
        const page = await s3.listObjectsV2({ Bucket: bucket, ...(token ? { ContinuationToken: token } : {}) });
        for (const { Key, Size } of page.Contents ?? []) {
            if (Key !== undefined && !Key.startsWith(_files_js__WEBPACK_IMPORTED_MODULE_0__/* .BOOKKEEPING_PREFIX */ .C))
                sizes.set(Key, Size ?? 0);
        }
        token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
    return sizes;
}
/** One object by HEAD; `null` where it is absent. An object without a stored SHA-256 equals nothing. */
async function headObject(s3, bucket, key) {
    try {
        const head = await s3.headObject({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' });
        return {
            sha256: head.ChecksumSHA256 ? Buffer.from(head.ChecksumSHA256, 'base64').toString('hex') : '',
            size: head.ContentLength ?? 0,
            contentType: head.ContentType ?? '',
            cacheControl: head.CacheControl ?? '',
        };
    }
    catch (error) {
        if ((0,_s3_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isAbsent */ .W0)(error))
            return null;
        throw error;
    }
}
const unknownObject = (size) => ({ sha256: '', size, contentType: '', cacheControl: '' });


/***/ }),

/***/ 1620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ BOOKKEEPING_PREFIX),
/* harmony export */   JL: () => (/* binding */ mediaType),
/* harmony export */   Qr: () => (/* binding */ sameObject),
/* harmony export */   Tm: () => (/* binding */ MARKER_KEY),
/* harmony export */   l0: () => (/* binding */ wantedFiles),
/* harmony export */   v4: () => (/* binding */ CONFIG_KEY)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4225);


/** Under this prefix lies what Slipway knows about the bucket. */
const BOOKKEEPING_PREFIX = '.slipway/';
const CONFIG_KEY = 'config.json';
const MARKER_KEY = 'release.json';
/**
 * The files of a release's site in one environment: the build, `config.json` (where the system wants one) and
 * `release.json`. `config` is `null` while the outputs are not known yet; `config.json` is then left out.
 *
 * @throws UserError `SITE_MISSING`: the release holds no site.
 * @throws UserError `SITE_RESERVED_NAME`: the build holds a file of a name that Slipway writes itself.
 */
function wantedFiles(release, config) {
    const site = release.manifest.site;
    if (!site) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('SITE_MISSING', `release ${release.id.slice(0, 8)} holds no site`, {
            next: `name the site's build in params/${release.manifest.system}/system.yml and make a new release`,
        });
    }
    const writesConfig = config === null || Object.keys(config).length > 0;
    for (const { path } of site)
        refuseReservedName(path, writesConfig);
    const files = site.map((file) => releasedFile(release, file));
    if (config && writesConfig)
        files.push(generatedFile(CONFIG_KEY, 'file', sorted(config)));
    files.push(generatedFile(MARKER_KEY, 'marker', { release: release.id }));
    return files;
}
function sameObject(a, b) {
    return a.sha256 === b.sha256 && a.contentType === b.contentType && a.cacheControl === b.cacheControl;
}
function refuseReservedName(path, writesConfig) {
    const taken = path === MARKER_KEY || path.startsWith(BOOKKEEPING_PREFIX) || (writesConfig && path === CONFIG_KEY);
    if (!taken)
        return;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('SITE_RESERVED_NAME', `the site's build holds ${path}, a name that Slipway writes itself`, {
        next: path === CONFIG_KEY
            ? `remove it from the build, or remove site.config from system.yml to keep the build's own`
            : 'rename it in the build',
    });
}
function releasedFile(release, file) {
    return {
        key: file.path,
        role: roleOf(file),
        sha256: file.sha256,
        size: file.size,
        contentType: file.contentType,
        cacheControl: file.cacheControl,
        bytes: () => release.read(file.sha256),
    };
}
function roleOf(file) {
    if (mediaType(file.contentType) === 'text/html')
        return 'page';
    return /\bimmutable\b/i.test(file.cacheControl) ? 'asset' : 'file';
}
function generatedFile(key, role, value) {
    const bytes = new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
    return {
        key,
        role,
        sha256: (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(bytes),
        size: bytes.length,
        contentType: 'application/json',
        cacheControl: 'no-cache',
        bytes: () => Promise.resolve(bytes),
    };
}
/** `text/html` of `Text/HTML; charset=utf-8`. */
function mediaType(contentType) {
    return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}
function sorted(config) {
    return Object.fromEntries(Object.entries(config).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}


/***/ }),

/***/ 353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ forEachLimited)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(370);

/**
 * Does something with each item, at most `concurrency` at once. After a failure nothing new starts; what runs is waited
 * for, so that nothing is written behind the caller's back; then the first failure is thrown.
 */
async function forEachLimited(items, concurrency, act) {
    const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(concurrency);
    const failures = [];
    await Promise.all(Array.from(items, (item) => limit(async () => {
        if (failures.length > 0)
            return;
        try {
            await act(item);
        }
        catch (failure) {
            failures.push(failure);
        }
    })));
    if (failures.length > 0)
        throw failures[0];
}


/***/ }),

/***/ 322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L7: () => (/* binding */ printManifest),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   mk: () => (/* binding */ MANIFEST_KEY)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1620);


/** Where the manifest lies in the site's bucket. */
const MANIFEST_KEY = `${_files_js__WEBPACK_IMPORTED_MODULE_0__/* .BOOKKEEPING_PREFIX */ .C}site.json`;
const digest = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .regex */ .yGV(/^[0-9a-f]{64}$/));
const key = valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minLength */ .BpQ(1));
const object = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    sha256: digest,
    size: valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_1__/* .minValue */ .Wwf(0)),
    contentType: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    cacheControl: valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
});
const build = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ release: digest, site: digest, assets: valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(key) });
const siteManifest = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schema: valibot__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    release: digest,
    files: valibot__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(key, object),
    builds: valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(build),
    pending: valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ invalidate: valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()), delete: valibot__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(key) }),
});
/** Reads a manifest's text; `null` where it is damaged or of another schema, so that the bucket itself is asked. */
function parseManifest(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return null;
    }
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(siteManifest, value);
    return parsed.success ? parsed.output : null;
}
/** The manifest's text: readable, the same for the same manifest. */
function printManifest(manifest) {
    const files = Object.fromEntries(Object.entries(manifest.files).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    return `${JSON.stringify({ ...manifest, files }, null, 1)}\n`;
}


/***/ }),

/***/ 5447:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ DEFAULT_CONCURRENCY),
  h: () => (/* binding */ planSite)
});

// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/site/files.ts
var files = __webpack_require__(1620);
;// CONCATENATED MODULE: ./src/site/html-assets.ts
/** `rel` values whose target the browser loads on its own; `canonical`, `alternate` and the like only name a page. */
const LOADED_RELS = {
    stylesheet: 'style',
    modulepreload: 'script',
    preload: 'other',
    prefetch: 'other',
    icon: 'image',
    'apple-touch-icon': 'image',
    'mask-icon': 'image',
    manifest: 'other',
};
const SOURCES = {
    script: [['src', 'script']],
    img: [
        ['src', 'image'],
        ['srcset', 'image'],
    ],
    source: [
        ['src', 'other'],
        ['srcset', 'image'],
    ],
    video: [
        ['src', 'other'],
        ['poster', 'image'],
    ],
    audio: [['src', 'other']],
    track: [['src', 'other']],
    embed: [['src', 'other']],
    object: [['data', 'other']],
    input: [['src', 'image']],
};
/** Comments and the text of raw-text elements first, so that what looks like a tag inside them is none (HTML, 13.2.5). */
const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript|textarea|title)\b((?:[^>"']|"[^"]*"|'[^']*')*)>(?:([\s\S]*?)<\/\1\s*>)?|<([a-z][a-z0-9-]*)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
/** Elements whose content is markup all the same (`noscript` where scripts are off). */
const HOLDS_MARKUP = new Set(['template', 'noscript']);
/**
 * The files of the same site that a page makes the browser load, once each, in the order of the page. Addresses are
 * resolved as a browser does (`<base>` included); other origins, `data:` and `blob:` are left out.
 *
 * @param pageKey the page's own key, e.g. `index.html`; relative addresses start from there
 */
function namedAssets(html, pageKey) {
    const tags = tagsOf(html);
    const page = new URL(pageKey, ORIGIN);
    const base = tags.find(({ name }) => name === 'base')?.attributes.get('href');
    const from = base !== undefined && URL.canParse(base, page.href) ? new URL(base, page) : page;
    const found = new Map();
    for (const tag of tags) {
        for (const { address, kind } of addressesOf(tag)) {
            const key = keyOf(address, from);
            if (key !== null && !found.has(key))
                found.set(key, { key, kind, offset: tag.offset });
        }
    }
    return [...found.values()];
}
/** Whether a media type fits what the tag asks for. Scripts: RFC 9239; the rest by family. */
function fitsKind(mediaType, kind) {
    switch (kind) {
        case 'script':
            return mediaType === 'text/javascript' || mediaType === 'application/javascript';
        case 'style':
            return mediaType === 'text/css';
        case 'image':
            return mediaType.startsWith('image/');
        case 'other':
            return mediaType !== 'text/html';
    }
}
const ORIGIN = 'https://site.invalid/';
function tagsOf(html, shift = 0) {
    return [...html.matchAll(TOKEN)].flatMap((token) => {
        const [text, raw, rawAttributes, content, plain, attributes] = token;
        const name = (raw ?? plain)?.toLowerCase();
        if (name === undefined)
            return [];
        const offset = shift + token.index;
        const tag = { name, attributes: attributesOf(rawAttributes ?? attributes ?? ''), offset };
        if (content === undefined || !HOLDS_MARKUP.has(name))
            return [tag];
        return [tag, ...tagsOf(content, offset + text.indexOf('>') + 1)];
    });
}
function attributesOf(text) {
    const attributes = new Map();
    for (const [, name = '', double, single, bare] of text.matchAll(/([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g)) {
        const value = decodeReferences(double ?? single ?? bare ?? '');
        if (!attributes.has(name.toLowerCase()))
            attributes.set(name.toLowerCase(), value.trim());
    }
    return attributes;
}
function addressesOf(tag) {
    if (tag.name === 'link') {
        const rels = (tag.attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
        const kinds = rels.flatMap((rel) => (rel in LOADED_RELS ? [LOADED_RELS[rel] ?? 'other'] : []));
        const [kind] = kinds;
        const address = tag.attributes.get('href');
        return kind === undefined || address === undefined ? [] : [{ address, kind }];
    }
    return (SOURCES[tag.name] ?? []).flatMap(([attribute, kind]) => {
        const value = tag.attributes.get(attribute);
        if (value === undefined)
            return [];
        const addresses = attribute === 'srcset' ? candidatesOf(value) : [value];
        return addresses.map((address) => ({ address, kind }));
    });
}
/** The addresses of a `srcset`: candidates are parted by commas that a space follows or that end a descriptor. */
function candidatesOf(srcset) {
    return srcset
        .split(/,\s+|(?<=\s\S*[wx]),/)
        .map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')
        .filter((address) => address !== '');
}
function keyOf(address, from) {
    if (address === '' || !URL.canParse(address, from.href))
        return null;
    const url = new URL(address, from);
    if (url.origin !== new URL(ORIGIN).origin || url.pathname.endsWith('/'))
        return null;
    try {
        return decodeURIComponent(url.pathname.slice(1));
    }
    catch {
        return url.pathname.slice(1);
    }
}
const REFERENCES = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };
function decodeReferences(text) {
    return text.replace(/&(?:(amp|quot|apos|lt|gt)|#(\d+)|#x([0-9a-f]+));/gi, (all, name, decimal, hex) => {
        if (typeof name === 'string')
            return REFERENCES[name.toLowerCase()] ?? all;
        const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
    });
}

;// CONCATENATED MODULE: ./src/site/check-pages.ts



/**
 * Checks that every file a page makes the browser load is one of the site's, with a media type the browser will accept
 * (design, rule 10), before anything is written. Gives the keys of the hashed assets that the pages name.
 *
 * @throws UserError `SITE_ASSET_MISSING`, `SITE_ASSET_TYPE`, at the tag in the page
 */
async function checkPages(wanted) {
    const byKey = new Map(wanted.map((file) => [file.key, file]));
    const named = new Set();
    for (const page of wanted.filter(({ role }) => role === 'page')) {
        const html = new TextDecoder().decode(await page.bytes());
        for (const { key, kind, offset } of namedAssets(html, page.key)) {
            const file = byKey.get(key);
            const at = positionAt(page.key, html, offset);
            if (!file) {
                throw new slipway_error/* UserError */.yo('SITE_ASSET_MISSING', `${page.key} loads /${key}, which the site's build does not hold`, {
                    at,
                    next: 'build the site again and make a new release',
                });
            }
            if (!fitsKind((0,files/* mediaType */.JL)(file.contentType), kind)) {
                throw new slipway_error/* UserError */.yo('SITE_ASSET_TYPE', `${page.key} loads /${key} as ${kind === 'other' ? 'a resource' : `a ${kind}`}, but its type is ${file.contentType}`, { at, next: 'give the file the extension of what it is and make a new release' });
            }
            if (file.role === 'asset')
                named.add(key);
        }
    }
    return [...named].sort();
}
function positionAt(file, text, offset) {
    const before = text.slice(0, offset).split('\n');
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

// EXTERNAL MODULE: ./src/site/deployed.ts
var site_deployed = __webpack_require__(6689);
// EXTERNAL MODULE: ./src/site/invalidation-paths.ts
var invalidation_paths = __webpack_require__(950);
// EXTERNAL MODULE: ./src/runtime/canonical-json.ts
var canonical_json = __webpack_require__(2673);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
;// CONCATENATED MODULE: ./src/site/retention.ts


/** How many site builds keep their assets, the current one among them (design, rule 10). */
const KEPT_BUILDS = 3;
/** A build as the manifest remembers it. What Slipway generates is no part of it. */
function buildOf(release, wanted, generated) {
    const files = wanted.filter(({ key }) => !generated.has(key));
    const identity = files
        .map(({ key, sha256: digest, contentType, cacheControl }) => ({ key, digest, contentType, cacheControl }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    return {
        release,
        site: (0,sha256/* sha256 */.s)((0,canonical_json/* canonicalJson */.d)(identity)),
        assets: files
            .filter(({ role }) => role === 'asset')
            .map(({ key }) => key)
            .sort(),
    };
}
/**
 * The builds whose assets stay once `current` is published: it and the ones before it, each counted once. A build that
 * comes back (a rollback) moves to the front; releases that did not touch the site push nobody out.
 */
function keptBuilds(published, current, keep = KEPT_BUILDS) {
    return [current, ...published.filter(({ site }) => site !== current.site)].slice(0, Math.max(1, keep));
}

;// CONCATENATED MODULE: ./src/site/diff.ts



const GENERATED = new Set([files/* CONFIG_KEY */.v4, files/* MARKER_KEY */.Tm]);
/**
 * Compares what a release wants with what is deployed, by content and headers. Pure.
 *
 * Invalidated are the names that a visitor may have seen with other content: changed ones; removed ones that are no
 * hashed assets; and, where a site was there before, added ones that are none either (their absence may be cached).
 *
 * @param configUnknown the outputs for `config.json` are not known yet: what is deployed stays as it is
 */
function diffSite(options) {
    const { release, wanted, deployed, keep } = options;
    const build = buildOf(release, wanted, GENERATED);
    const builds = keptBuilds(deployed.builds, build, keep);
    const write = wanted.filter((file) => !isThere(deployed.files[file.key], file));
    const gone = goneKeys(wanted, deployed, builds, options.configUnknown ?? false);
    const told = write.filter(({ role }) => role !== 'marker');
    const changed = told.filter(({ key }) => key in deployed.files);
    const added = told.filter(({ key }) => !(key in deployed.files));
    const hashed = new Set(deployed.builds.flatMap(({ assets }) => assets));
    const stale = [
        ...changed.map(({ key }) => key),
        ...(deployed.source === 'nothing'
            ? []
            : added.filter(({ role }) => role !== 'asset').map(({ key }) => key)),
        ...gone.filter((key) => !hashed.has(key)),
    ];
    const markerPaths = write.some(({ key }) => key === files/* MARKER_KEY */.Tm && key in deployed.files)
        ? (0,invalidation_paths/* pathsOf */.wG)(files/* MARKER_KEY */.Tm)
        : [];
    const invalidate = sortedOnce([...stale.flatMap(invalidation_paths/* pathsOf */.wG), ...markerPaths, ...deployed.pending.invalidate]);
    const wantedKeys = new Set(wanted.map(({ key }) => key));
    const owed = deployed.pending.delete.filter((key) => !wantedKeys.has(key));
    const toDelete = sortedOnce([...gone, ...owed]);
    return {
        changes: {
            added: keysOf(added),
            changed: keysOf(changed),
            removed: [...gone].sort(),
            unchanged: wanted.length - write.length,
            bytes: told.reduce((sum, { size }) => sum + size, 0),
            invalidate: invalidate.filter((path) => !(0,invalidation_paths/* pathsOf */.wG)(files/* MARKER_KEY */.Tm).includes(path)),
        },
        write,
        delete: toDelete,
        invalidate,
        manifest: {
            schema: 1,
            release,
            files: {
                ...without(deployed.files, gone),
                ...Object.fromEntries(wanted.map((file) => [file.key, object(file)])),
            },
            builds,
            pending: { invalidate, delete: toDelete },
        },
    };
}
function isThere(deployed, file) {
    return deployed !== undefined && (0,files/* sameObject */.Qr)(deployed, file);
}
/** What is deployed, and neither wanted nor an asset of a build that is kept. */
function goneKeys(wanted, deployed, builds, configUnknown) {
    const stays = new Set([
        ...wanted.map(({ key }) => key),
        ...builds.flatMap(({ assets }) => assets),
        ...(configUnknown ? [files/* CONFIG_KEY */.v4] : []),
    ]);
    return Object.keys(deployed.files).filter((key) => !stays.has(key));
}
function without(record, keys) {
    const left = new Set(keys);
    return Object.fromEntries(Object.entries(record).filter(([key]) => !left.has(key)));
}
function object({ sha256, size, contentType, cacheControl }) {
    return { sha256, size, contentType, cacheControl };
}
const keysOf = (files) => files.map(({ key }) => key).sort();
const sortedOnce = (values) => [...new Set(values)].sort();

// EXTERNAL MODULE: ./src/site/requests.ts
var requests = __webpack_require__(3773);
;// CONCATENATED MODULE: ./src/site/plan-site.ts





/** How many requests to the bucket are under way at once. S3 takes 3,500 writes a second and prefix. */
const DEFAULT_CONCURRENCY = 32;
/**
 * Plans a publication: reads what is deployed, compares it with the release and checks that the pages name only files
 * that the release holds. Writes nothing.
 *
 * @throws UserError `SITE_MISSING`, `SITE_RESERVED_NAME`, `SITE_ASSET_MISSING`, `SITE_ASSET_TYPE`, `SITE_BUCKET_MISSING`,
 *   `SITE_BUCKET_DENIED`; SlipwayError `SITE_S3`; and what `release.read` throws
 */
async function planSite(options) {
    const { release, bucket, config, logger, keep, concurrency = DEFAULT_CONCURRENCY } = options;
    const { s3, counts } = (0,requests/* countRequests */.K)(options.s3);
    const wanted = (0,files/* wantedFiles */.l0)(release, config);
    const deployed = bucket === null ? site_deployed/* NOTHING_DEPLOYED */.jH : await (0,site_deployed/* readDeployed */.BJ)({ s3, bucket, wanted, logger, concurrency });
    const work = diffSite({
        release: release.id,
        wanted,
        deployed,
        configUnknown: config === null,
        ...(keep === undefined ? {} : { keep }),
    });
    warnOfRewrittenAssets(wanted, deployed, logger);
    const publishes = work.write.some(({ role }) => role !== 'marker');
    return {
        release: release.id,
        bucket,
        changes: work.changes,
        work,
        wanted,
        named: publishes ? await checkPages(wanted) : [],
        etag: deployed.etag,
        hasWork: work.write.length + work.delete.length + work.invalidate.length > 0 || deployed.source !== 'manifest',
        requests: counts(),
    };
}
/** Browsers keep such a file for a year, whatever is invalidated at the edge. */
function warnOfRewrittenAssets(wanted, deployed, logger) {
    for (const { key, role, sha256 } of wanted) {
        const there = deployed.files[key]?.sha256 ?? '';
        if (role !== 'asset' || there === '' || there === sha256)
            continue;
        logger.warn(`${key} has other content than before under the same name, which browsers keep for a year`);
    }
}


/***/ }),

/***/ 3773:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ countRequests),
/* harmony export */   c: () => (/* binding */ addCounts)
/* harmony export */ });
/** An S3 client that counts what goes through it. */
function countRequests(s3) {
    const counts = { put: 0, head: 0, get: 0, list: 0, delete: 0, copy: 0 };
    return {
        counts: () => ({ ...counts }),
        s3: {
            putObject: (input) => (counts.put++, s3.putObject(input)),
            headObject: (input) => (counts.head++, s3.headObject(input)),
            getObject: (input) => (counts.get++, s3.getObject(input)),
            listObjectsV2: (input) => (counts.list++, s3.listObjectsV2(input)),
            listObjectVersions: (input) => (counts.list++, s3.listObjectVersions(input)),
            deleteObjects: (input) => (counts.delete++, s3.deleteObjects(input)),
            copyObject: (input) => (counts.copy++, s3.copyObject(input)),
            listBuckets: (input) => (counts.list++, s3.listBuckets(input)),
        },
    };
}
function addCounts(a, b) {
    return {
        put: a.put + b.put,
        head: a.head + b.head,
        get: a.get + b.get,
        list: a.list + b.list,
        delete: a.delete + b.delete,
        copy: a.copy + b.copy,
    };
}


/***/ }),

/***/ 9765:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ errorName),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   vq: () => (/* binding */ bucketError)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/** The name of an error as the SDK gives it (`NoSuchKey`, `AccessDenied`, …). */
function errorName(error) {
    return error instanceof Error ? error.name : '';
}
/** HEAD has no body, so S3's `NoSuchKey` arrives as `NotFound` (API Reference, HeadObject). */
function isAbsent(error) {
    return errorName(error) === 'NoSuchKey' || errorName(error) === 'NotFound';
}
/**
 * What a failed request to the site's bucket means.
 * `SITE_BUCKET_MISSING` and `SITE_BUCKET_DENIED` are for the user to mend, `SITE_S3` is everything else.
 */
function bucketError(error, doing, bucket) {
    if (error instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ)
        return error;
    const name = errorName(error);
    if (name === 'NoSuchBucket') {
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('SITE_BUCKET_MISSING', `${doing}: the site's bucket ${bucket} does not exist`, {
            cause: error,
            next: 'deploy the stack that holds it, or mend site.bucket in system.yml',
        });
    }
    if (name === 'AccessDenied' || name === 'Forbidden' || name === '403') {
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('SITE_BUCKET_DENIED', `${doing}: access to the site's bucket ${bucket} is denied`, {
            cause: error,
            next: 'check that the role may get, put, delete and list there, and that the bucket lies in this account',
        });
    }
    const reason = error instanceof Error ? error.message : String(error);
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ('SITE_S3', `${doing} in ${bucket}: ${name ? `${name}: ` : ''}${reason}`, 'slipway', {
        cause: error,
    });
}


/***/ })

};
