export const id = 3910;
export const ids = [3910];
export const modules = {

/***/ 3910:
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
