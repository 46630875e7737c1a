export const id = 8598;
export const ids = [8598];
export const modules = {

/***/ 8598:
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
// EXTERNAL MODULE: ./src/deployment/environment-ledger.ts + 5 modules
var environment_ledger = __webpack_require__(2044);
// EXTERNAL MODULE: ./src/deployment/stores.ts + 1 modules
var stores = __webpack_require__(4592);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/config/environment-name.ts
var environment_name = __webpack_require__(5899);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
// EXTERNAL MODULE: ./src/template/read-template-tree.ts
var read_template_tree = __webpack_require__(443);
// EXTERNAL MODULE: ./src/release/bundle-function.ts + 1 modules
var bundle_function = __webpack_require__(9982);
// EXTERNAL MODULE: ./src/release/load-esbuild.ts
var load_esbuild = __webpack_require__(884);
// EXTERNAL MODULE: ./src/release/manifest.ts
var release_manifest = __webpack_require__(4776);
// EXTERNAL MODULE: ./src/release/open-release.ts
var open_release = __webpack_require__(2057);
// EXTERNAL MODULE: ./src/release/package-templates.ts + 1 modules
var package_templates = __webpack_require__(9100);
;// CONCATENATED MODULE: ./node_modules/mrmime/index.mjs
const mimes = {
  "3g2": "video/3gpp2",
  "3gp": "video/3gpp",
  "3gpp": "video/3gpp",
  "3mf": "model/3mf",
  "aac": "audio/aac",
  "ac": "application/pkix-attr-cert",
  "adp": "audio/adpcm",
  "adts": "audio/aac",
  "ai": "application/postscript",
  "aml": "application/automationml-aml+xml",
  "amlx": "application/automationml-amlx+zip",
  "amr": "audio/amr",
  "apng": "image/apng",
  "appcache": "text/cache-manifest",
  "appinstaller": "application/appinstaller",
  "appx": "application/appx",
  "appxbundle": "application/appxbundle",
  "asc": "application/pgp-keys",
  "atom": "application/atom+xml",
  "atomcat": "application/atomcat+xml",
  "atomdeleted": "application/atomdeleted+xml",
  "atomsvc": "application/atomsvc+xml",
  "au": "audio/basic",
  "avci": "image/avci",
  "avcs": "image/avcs",
  "avif": "image/avif",
  "aw": "application/applixware",
  "bdoc": "application/bdoc",
  "bin": "application/octet-stream",
  "bmp": "image/bmp",
  "bpk": "application/octet-stream",
  "btf": "image/prs.btif",
  "btif": "image/prs.btif",
  "buffer": "application/octet-stream",
  "ccxml": "application/ccxml+xml",
  "cdfx": "application/cdfx+xml",
  "cdmia": "application/cdmi-capability",
  "cdmic": "application/cdmi-container",
  "cdmid": "application/cdmi-domain",
  "cdmio": "application/cdmi-object",
  "cdmiq": "application/cdmi-queue",
  "cer": "application/pkix-cert",
  "cgm": "image/cgm",
  "cjs": "application/node",
  "class": "application/java-vm",
  "coffee": "text/coffeescript",
  "conf": "text/plain",
  "cpl": "application/cpl+xml",
  "cpt": "application/mac-compactpro",
  "crl": "application/pkix-crl",
  "css": "text/css",
  "csv": "text/csv",
  "cu": "application/cu-seeme",
  "cwl": "application/cwl",
  "cww": "application/prs.cww",
  "davmount": "application/davmount+xml",
  "dbk": "application/docbook+xml",
  "deb": "application/octet-stream",
  "def": "text/plain",
  "deploy": "application/octet-stream",
  "dib": "image/bmp",
  "disposition-notification": "message/disposition-notification",
  "dist": "application/octet-stream",
  "distz": "application/octet-stream",
  "dll": "application/octet-stream",
  "dmg": "application/octet-stream",
  "dms": "application/octet-stream",
  "doc": "application/msword",
  "dot": "application/msword",
  "dpx": "image/dpx",
  "drle": "image/dicom-rle",
  "dsc": "text/prs.lines.tag",
  "dssc": "application/dssc+der",
  "dtd": "application/xml-dtd",
  "dump": "application/octet-stream",
  "dwd": "application/atsc-dwd+xml",
  "ear": "application/java-archive",
  "ecma": "application/ecmascript",
  "elc": "application/octet-stream",
  "emf": "image/emf",
  "eml": "message/rfc822",
  "emma": "application/emma+xml",
  "emotionml": "application/emotionml+xml",
  "eps": "application/postscript",
  "epub": "application/epub+zip",
  "exe": "application/octet-stream",
  "exi": "application/exi",
  "exp": "application/express",
  "exr": "image/aces",
  "ez": "application/andrew-inset",
  "fdf": "application/fdf",
  "fdt": "application/fdt+xml",
  "fits": "image/fits",
  "g3": "image/g3fax",
  "gbr": "application/rpki-ghostbusters",
  "geojson": "application/geo+json",
  "gif": "image/gif",
  "glb": "model/gltf-binary",
  "gltf": "model/gltf+json",
  "gml": "application/gml+xml",
  "gpx": "application/gpx+xml",
  "gram": "application/srgs",
  "grxml": "application/srgs+xml",
  "gxf": "application/gxf",
  "gz": "application/gzip",
  "h261": "video/h261",
  "h263": "video/h263",
  "h264": "video/h264",
  "heic": "image/heic",
  "heics": "image/heic-sequence",
  "heif": "image/heif",
  "heifs": "image/heif-sequence",
  "hej2": "image/hej2k",
  "held": "application/atsc-held+xml",
  "hjson": "application/hjson",
  "hlp": "application/winhlp",
  "hqx": "application/mac-binhex40",
  "hsj2": "image/hsj2",
  "htm": "text/html",
  "html": "text/html",
  "ics": "text/calendar",
  "ief": "image/ief",
  "ifb": "text/calendar",
  "iges": "model/iges",
  "igs": "model/iges",
  "img": "application/octet-stream",
  "in": "text/plain",
  "ini": "text/plain",
  "ink": "application/inkml+xml",
  "inkml": "application/inkml+xml",
  "ipfix": "application/ipfix",
  "iso": "application/octet-stream",
  "its": "application/its+xml",
  "jade": "text/jade",
  "jar": "application/java-archive",
  "jhc": "image/jphc",
  "jls": "image/jls",
  "jp2": "image/jp2",
  "jpe": "image/jpeg",
  "jpeg": "image/jpeg",
  "jpf": "image/jpx",
  "jpg": "image/jpeg",
  "jpg2": "image/jp2",
  "jpgm": "image/jpm",
  "jpgv": "video/jpeg",
  "jph": "image/jph",
  "jpm": "image/jpm",
  "jpx": "image/jpx",
  "js": "text/javascript",
  "json": "application/json",
  "json5": "application/json5",
  "jsonld": "application/ld+json",
  "jsonml": "application/jsonml+json",
  "jsx": "text/jsx",
  "jt": "model/jt",
  "jxl": "image/jxl",
  "jxr": "image/jxr",
  "jxra": "image/jxra",
  "jxrs": "image/jxrs",
  "jxs": "image/jxs",
  "jxsc": "image/jxsc",
  "jxsi": "image/jxsi",
  "jxss": "image/jxss",
  "kar": "audio/midi",
  "ktx": "image/ktx",
  "ktx2": "image/ktx2",
  "less": "text/less",
  "lgr": "application/lgr+xml",
  "list": "text/plain",
  "litcoffee": "text/coffeescript",
  "log": "text/plain",
  "lostxml": "application/lost+xml",
  "lrf": "application/octet-stream",
  "m1v": "video/mpeg",
  "m21": "application/mp21",
  "m2a": "audio/mpeg",
  "m2t": "video/mp2t",
  "m2ts": "video/mp2t",
  "m2v": "video/mpeg",
  "m3a": "audio/mpeg",
  "m4a": "audio/mp4",
  "m4p": "application/mp4",
  "m4s": "video/iso.segment",
  "ma": "application/mathematica",
  "mads": "application/mads+xml",
  "maei": "application/mmt-aei+xml",
  "man": "text/troff",
  "manifest": "text/cache-manifest",
  "map": "application/json",
  "mar": "application/octet-stream",
  "markdown": "text/markdown",
  "mathml": "application/mathml+xml",
  "mb": "application/mathematica",
  "mbox": "application/mbox",
  "md": "text/markdown",
  "mdx": "text/mdx",
  "me": "text/troff",
  "mesh": "model/mesh",
  "meta4": "application/metalink4+xml",
  "metalink": "application/metalink+xml",
  "mets": "application/mets+xml",
  "mft": "application/rpki-manifest",
  "mid": "audio/midi",
  "midi": "audio/midi",
  "mime": "message/rfc822",
  "mj2": "video/mj2",
  "mjp2": "video/mj2",
  "mjs": "text/javascript",
  "mml": "text/mathml",
  "mods": "application/mods+xml",
  "mov": "video/quicktime",
  "mp2": "audio/mpeg",
  "mp21": "application/mp21",
  "mp2a": "audio/mpeg",
  "mp3": "audio/mpeg",
  "mp4": "video/mp4",
  "mp4a": "audio/mp4",
  "mp4s": "application/mp4",
  "mp4v": "video/mp4",
  "mpd": "application/dash+xml",
  "mpe": "video/mpeg",
  "mpeg": "video/mpeg",
  "mpf": "application/media-policy-dataset+xml",
  "mpg": "video/mpeg",
  "mpg4": "video/mp4",
  "mpga": "audio/mpeg",
  "mpp": "application/dash-patch+xml",
  "mrc": "application/marc",
  "mrcx": "application/marcxml+xml",
  "ms": "text/troff",
  "mscml": "application/mediaservercontrol+xml",
  "msh": "model/mesh",
  "msi": "application/octet-stream",
  "msix": "application/msix",
  "msixbundle": "application/msixbundle",
  "msm": "application/octet-stream",
  "msp": "application/octet-stream",
  "mtl": "model/mtl",
  "mts": "video/mp2t",
  "musd": "application/mmt-usd+xml",
  "mxf": "application/mxf",
  "mxmf": "audio/mobile-xmf",
  "mxml": "application/xv+xml",
  "n3": "text/n3",
  "nb": "application/mathematica",
  "nq": "application/n-quads",
  "nt": "application/n-triples",
  "obj": "model/obj",
  "oda": "application/oda",
  "oga": "audio/ogg",
  "ogg": "audio/ogg",
  "ogv": "video/ogg",
  "ogx": "application/ogg",
  "omdoc": "application/omdoc+xml",
  "onepkg": "application/onenote",
  "onetmp": "application/onenote",
  "onetoc": "application/onenote",
  "onetoc2": "application/onenote",
  "opf": "application/oebps-package+xml",
  "opus": "audio/ogg",
  "otf": "font/otf",
  "owl": "application/rdf+xml",
  "oxps": "application/oxps",
  "p10": "application/pkcs10",
  "p7c": "application/pkcs7-mime",
  "p7m": "application/pkcs7-mime",
  "p7s": "application/pkcs7-signature",
  "p8": "application/pkcs8",
  "pdf": "application/pdf",
  "pfr": "application/font-tdpfr",
  "pgp": "application/pgp-encrypted",
  "pkg": "application/octet-stream",
  "pki": "application/pkixcmp",
  "pkipath": "application/pkix-pkipath",
  "pls": "application/pls+xml",
  "png": "image/png",
  "prc": "model/prc",
  "prf": "application/pics-rules",
  "provx": "application/provenance+xml",
  "ps": "application/postscript",
  "pskcxml": "application/pskc+xml",
  "pti": "image/prs.pti",
  "qt": "video/quicktime",
  "raml": "application/raml+yaml",
  "rapd": "application/route-apd+xml",
  "rdf": "application/rdf+xml",
  "relo": "application/p2p-overlay+xml",
  "rif": "application/reginfo+xml",
  "rl": "application/resource-lists+xml",
  "rld": "application/resource-lists-diff+xml",
  "rmi": "audio/midi",
  "rnc": "application/relax-ng-compact-syntax",
  "rng": "application/xml",
  "roa": "application/rpki-roa",
  "roff": "text/troff",
  "rq": "application/sparql-query",
  "rs": "application/rls-services+xml",
  "rsat": "application/atsc-rsat+xml",
  "rsd": "application/rsd+xml",
  "rsheet": "application/urc-ressheet+xml",
  "rss": "application/rss+xml",
  "rtf": "text/rtf",
  "rtx": "text/richtext",
  "rusd": "application/route-usd+xml",
  "s3m": "audio/s3m",
  "sbml": "application/sbml+xml",
  "scq": "application/scvp-cv-request",
  "scs": "application/scvp-cv-response",
  "sdp": "application/sdp",
  "senmlx": "application/senml+xml",
  "sensmlx": "application/sensml+xml",
  "ser": "application/java-serialized-object",
  "setpay": "application/set-payment-initiation",
  "setreg": "application/set-registration-initiation",
  "sgi": "image/sgi",
  "sgm": "text/sgml",
  "sgml": "text/sgml",
  "shex": "text/shex",
  "shf": "application/shf+xml",
  "shtml": "text/html",
  "sieve": "application/sieve",
  "sig": "application/pgp-signature",
  "sil": "audio/silk",
  "silo": "model/mesh",
  "siv": "application/sieve",
  "slim": "text/slim",
  "slm": "text/slim",
  "sls": "application/route-s-tsid+xml",
  "smi": "application/smil+xml",
  "smil": "application/smil+xml",
  "snd": "audio/basic",
  "so": "application/octet-stream",
  "spdx": "text/spdx",
  "spp": "application/scvp-vp-response",
  "spq": "application/scvp-vp-request",
  "spx": "audio/ogg",
  "sql": "application/sql",
  "sru": "application/sru+xml",
  "srx": "application/sparql-results+xml",
  "ssdl": "application/ssdl+xml",
  "ssml": "application/ssml+xml",
  "stk": "application/hyperstudio",
  "stl": "model/stl",
  "stpx": "model/step+xml",
  "stpxz": "model/step-xml+zip",
  "stpz": "model/step+zip",
  "styl": "text/stylus",
  "stylus": "text/stylus",
  "svg": "image/svg+xml",
  "svgz": "image/svg+xml",
  "swidtag": "application/swid+xml",
  "t": "text/troff",
  "t38": "image/t38",
  "td": "application/urc-targetdesc+xml",
  "tei": "application/tei+xml",
  "teicorpus": "application/tei+xml",
  "text": "text/plain",
  "tfi": "application/thraud+xml",
  "tfx": "image/tiff-fx",
  "tif": "image/tiff",
  "tiff": "image/tiff",
  "toml": "application/toml",
  "tr": "text/troff",
  "trig": "application/trig",
  "ts": "video/mp2t",
  "tsd": "application/timestamped-data",
  "tsv": "text/tab-separated-values",
  "ttc": "font/collection",
  "ttf": "font/ttf",
  "ttl": "text/turtle",
  "ttml": "application/ttml+xml",
  "txt": "text/plain",
  "u3d": "model/u3d",
  "u8dsn": "message/global-delivery-status",
  "u8hdr": "message/global-headers",
  "u8mdn": "message/global-disposition-notification",
  "u8msg": "message/global",
  "ubj": "application/ubjson",
  "uri": "text/uri-list",
  "uris": "text/uri-list",
  "urls": "text/uri-list",
  "vcard": "text/vcard",
  "vrml": "model/vrml",
  "vtt": "text/vtt",
  "vxml": "application/voicexml+xml",
  "war": "application/java-archive",
  "wasm": "application/wasm",
  "wav": "audio/wav",
  "weba": "audio/webm",
  "webm": "video/webm",
  "webmanifest": "application/manifest+json",
  "webp": "image/webp",
  "wgsl": "text/wgsl",
  "wgt": "application/widget",
  "wif": "application/watcherinfo+xml",
  "wmf": "image/wmf",
  "woff": "font/woff",
  "woff2": "font/woff2",
  "wrl": "model/vrml",
  "wsdl": "application/wsdl+xml",
  "wspolicy": "application/wspolicy+xml",
  "x3d": "model/x3d+xml",
  "x3db": "model/x3d+fastinfoset",
  "x3dbz": "model/x3d+binary",
  "x3dv": "model/x3d-vrml",
  "x3dvz": "model/x3d+vrml",
  "x3dz": "model/x3d+xml",
  "xaml": "application/xaml+xml",
  "xav": "application/xcap-att+xml",
  "xca": "application/xcap-caps+xml",
  "xcs": "application/calendar+xml",
  "xdf": "application/xcap-diff+xml",
  "xdssc": "application/dssc+xml",
  "xel": "application/xcap-el+xml",
  "xenc": "application/xenc+xml",
  "xer": "application/patch-ops-error+xml",
  "xfdf": "application/xfdf",
  "xht": "application/xhtml+xml",
  "xhtml": "application/xhtml+xml",
  "xhvml": "application/xv+xml",
  "xlf": "application/xliff+xml",
  "xm": "audio/xm",
  "xml": "text/xml",
  "xns": "application/xcap-ns+xml",
  "xop": "application/xop+xml",
  "xpl": "application/xproc+xml",
  "xsd": "application/xml",
  "xsf": "application/prs.xsf+xml",
  "xsl": "application/xml",
  "xslt": "application/xml",
  "xspf": "application/xspf+xml",
  "xvm": "application/xv+xml",
  "xvml": "application/xv+xml",
  "yaml": "text/yaml",
  "yang": "application/yang",
  "yin": "application/yin+xml",
  "yml": "text/yaml",
  "zip": "application/zip"
};

function lookup(extn) {
	let tmp = ('' + extn).trim().toLowerCase();
	let idx = tmp.lastIndexOf('.');
	return mimes[!~idx ? tmp : tmp.substring(++idx)];
}



;// CONCATENATED MODULE: ./src/release/site-build.ts





/** What Slipway writes into the site's bucket itself, per environment; a build's own files of these names stay out. */
const generated = [/^config\.json$/, /^release\.json$/, /^\.slipway\//];
/** What file managers leave behind. */
const droppings = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/;
/**
 * Reads a finished site build: every file with its digest, content type and cache rule.
 *
 * @param root the repository's folder
 * @param build the build's folder, relative to the repository
 * @throws UserError `SITE_BUILD_MISSING` where the folder or its `index.html` is not there
 */
async function readSiteBuild({ root, build, definition }, logger) {
    const folder = (0,external_node_path_.join)(root, build);
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true }).catch(() => null);
    const names = (entries ?? [])
        .filter((entry) => entry.isFile())
        .map((entry) => (0,external_node_path_.relative)(folder, (0,external_node_path_.join)(entry.parentPath, entry.name)).split(external_node_path_.sep).join('/'))
        .filter((name) => !droppings.test(name))
        .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    if (!names.includes('index.html')) {
        const what = entries === null ? 'is not there' : 'has no index.html';
        throw new slipway_error/* UserError */.yo('SITE_BUILD_MISSING', `The site build ${build} ${what} (site.build in ${definition})`, {
            at: { file: definition, line: 1, column: 1 },
            next: `npx vite build ${(0,external_node_path_.dirname)(build)}`,
        });
    }
    const left = names.filter((name) => generated.some((pattern) => pattern.test(name)));
    for (const name of left)
        logger.info(`${build}/${name} stays out of the release: Slipway writes it per environment`);
    const published = names.filter((name) => !left.includes(name));
    return Promise.all(published.map(async (path) => {
        const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(folder, path));
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
/** The media type by extension (mime-db, by mrmime), with UTF-8 named for everything that is text. */
function contentTypeOf(path) {
    const type = lookup(path) ?? 'application/octet-stream';
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
 * Makes a release of the working tree: packages the templates of every stack, bundles the functions they name, reads the
 * site build, parameter files, definition and smoke profile, and puts all of it into the store under its digests, the
 * manifest last. The same sources give the same release, on any machine.
 *
 * @throws UserError what reading templates, bundling and packaging throw; `ESBUILD_MISSING`; `SITE_BUILD_MISSING`;
 *   `RELEASE_FILE_MISSING`
 */
async function buildRelease(options) {
    const { root, system, store, logger } = options;
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
    const site = system.site && (await readSiteBuild({ root, build: system.site.build, definition: system.file }, logger));
    const trees = await Promise.all(system.stacks.map((stack) => (0,read_template_tree/* readTemplateTree */.H_)(stack.template, readSource)));
    const zips = await bundleFunctions(root, trees, logger);
    const functions = await Promise.all([...zips].map(([folder, bytes]) => put(folder, bytes, 'application/zip')));
    const digests = new Map(functions.map((each) => [each.path, each.sha256]));
    const packaged = new Map();
    for (const tree of trees)
        await (0,package_templates/* packageTemplates */.A)(tree, { functions: digests, readSource }, packaged);
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
/** Each function's folder once, with its ZIP. */
async function bundleFunctions(root, trees, logger) {
    const references = new Map();
    for (const template of templatesOf(trees)) {
        for (const each of (0,package_templates/* functionsOf */.T)(template))
            references.set(`${each.folder} ${each.handler ?? ''}`, each);
    }
    const sources = [...references.values()].map(({ folder, handler, template, logicalId }) => {
        const at = template.locate(['Resources', logicalId, 'Properties', 'Code']);
        return { root, folder, handler, at };
    });
    const [first] = sources;
    if (first === undefined)
        return new Map();
    const { esbuild, from } = await (0,load_esbuild/* requireEsbuild */.S)(root, first);
    // Another version may make other bytes of the same sources, and so another release.
    logger.info(`functions are bundled by esbuild ${esbuild.version} ${from === 'repository' ? 'of the repository' : 'that came with Slipway'}`);
    const bundles = await Promise.all(sources.map(async (source) => [source.folder, await (0,bundle_function/* bundleFunction */.t)(source, esbuild)]));
    return new Map(bundles);
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
/**
 * Builds a release from the working tree and remembers it as the newest.
 * @param folder where its artifacts go
 * @throws UserError what reading the smoke profile and `buildRelease` throw, at the line that is to be changed
 */
async function buildHere(root, system, logger, folder = releasesFolder(root)) {
    // A profile that can't be read would otherwise come to light once the stacks have changed.
    if (system.smoke !== null)
        (0,parse_profile/* parseSmokeProfile */.e)(await (0,promises_.readFile)((0,external_node_path_.join)(root, system.smoke), 'utf8'), system.smoke);
    const store = new folder_store/* FolderStore */.c(folder);
    const release = await buildRelease({ root, system, store, logger }).catch(async (error) => {
        if (!(error instanceof slipway_error/* UserError */.yo) || error.code !== 'SITE_BUILD_MISSING')
            throw error;
        const { locate } = await (0,load/* readSystemFile */.Yk)(root, system.system);
        const { code, message, next } = error;
        throw new slipway_error/* UserError */.yo(code, message, { at: locate(['site', 'build']), next, cause: error });
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


/***/ })

};
