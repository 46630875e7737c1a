export const id = 730;
export const ids = [730];
export const modules = {

/***/ 9982:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ bundleFunction),
  M: () => (/* binding */ functionInputs)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
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
 * so that the bytes that were tested are the bytes that run. The same sources give the same bytes on every machine:
 * minified code names no path, and no `tsconfig.json` of the surroundings is read.
 *
 * @throws UserError `FUNCTION_MISSING`, `FUNCTION_HANDLER`, `FUNCTION_BUNDLE` (with the place of esbuild's first error)
 */
async function bundleFunction(source, esbuild) {
    const entry = await findEntry(source);
    const result = await bundle(source, entry, esbuild);
    checkHandler(source, Object.values(result.metafile.outputs)[0]?.exports ?? []);
    const code = result.outputFiles[0]?.contents ?? new Uint8Array();
    return zip({ 'index.mjs': code });
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
    const { metafile } = await bundle(source, entry, esbuild, packages === 'external' ? { packages } : {});
    return Object.keys(metafile.inputs).filter((file) => !file.split('/').includes('node_modules'));
}
async function findEntry({ root, folder, at }) {
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(root, folder)).catch(() => null);
    const entry = entries.find((name) => names?.includes(name));
    if (entry !== undefined)
        return entry;
    throw new slipway_error/* UserError */.yo('FUNCTION_MISSING', names === null
        ? `Code names the folder ${folder}, which is not there`
        : `Code names the folder ${folder}, which has no ${entries[0]}`, { at, next: `Write ${folder}/${entries[0]} that exports the handler, or name another folder` });
}
async function bundle({ root, folder, at }, entry, esbuild, more = {}) {
    try {
        return await esbuild.build({
            ...more,
            absWorkingDir: root,
            entryPoints: [`./${folder}/${entry}`],
            outfile: 'index.mjs',
            bundle: true,
            platform: 'node',
            target: 'node24',
            format: 'esm',
            mainFields: ['module', 'main'],
            minify: true,
            keepNames: true,
            charset: 'utf8',
            legalComments: 'none',
            sourcemap: false,
            tsconfigRaw: {},
            banner: { js: banner },
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


/***/ }),

/***/ 9100:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ functionsOf),
  A: () => (/* binding */ packageTemplates)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
// EXTERNAL MODULE: ./src/release/renewal.ts
var renewal = __webpack_require__(5061);
;// CONCATENATED MODULE: ./src/release/package-template.ts


/** CloudFormation reads a template of at most 1 MB from S3 (User Guide, "CloudFormation quotas"). */
const templateLimit = 1024 * 1024;
/**
 * The template as it is uploaded: local paths replaced, in place, by what CloudFormation can reach in any account and
 * region. No line is added or taken away, so that a line of the packaged template is the same line of the source.
 *
 * @throws UserError `TEMPLATE_NEEDS_ARTIFACT_BUCKET` where the parameter is missing that the replacements stand on;
 *   `TEMPLATE_PATH_FORM` where a path is written over several lines; `TEMPLATE_TOO_LARGE`
 */
function packageTemplate(template, parts) {
    const edits = [
        ...[...parts.children].map(([id, digest]) => edit(template, ['Resources', id, 'Properties', 'TemplateURL'], templateUrl(digest))),
        ...[...parts.functions].map(([id, digest]) => edit(template, ['Resources', id, 'Properties', 'Code'], codeLocation(digest))),
        ...(0,renewal/* renewalEdits */.Ih)(template, parts.renewals),
    ];
    const needsBucket = [...parts.children.keys(), ...parts.functions.keys()][0];
    if (needsBucket !== undefined && template.body.Parameters?.['ArtifactBucket'] === undefined) {
        throw new slipway_error/* UserError */.yo('TEMPLATE_NEEDS_ARTIFACT_BUCKET', `${needsBucket} is packaged, but the template has no parameter ArtifactBucket`, {
            at: template.locateKey(['Resources', needsBucket]),
            next: 'Add the parameter ArtifactBucket (Type: String); the parent passes it on with !Ref ArtifactBucket',
        });
    }
    const text = applyEdits(template.source, edits);
    const size = new TextEncoder().encode(text).length;
    if (size > templateLimit) {
        throw new slipway_error/* UserError */.yo('TEMPLATE_TOO_LARGE', `The template is ${size} bytes; CloudFormation takes ${templateLimit}`, { at: template.locate([]), next: 'Move a part of it to a nested template' });
    }
    return text;
}
/** Path style: the local AWS knows no other, and it is valid on AWS. Valid in YAML and in JSON. */
const templateUrl = (digest) => `{ "Fn::Sub": "https://s3.\${AWS::Region}.\${AWS::URLSuffix}/\${ArtifactBucket}/${digest}" }`;
const codeLocation = (digest) => `{ "S3Bucket": { "Ref": "ArtifactBucket" }, "S3Key": "${digest}" }`;
function edit(template, path, text) {
    const range = template.scalarRange(path);
    const at = template.locate(path);
    const source = range === null ? null : template.source.slice(range.start, range.end);
    if (range === null || source === null || source === '' || source.includes('\n')) {
        throw new slipway_error/* UserError */.yo('TEMPLATE_PATH_FORM', `${path.slice(1).join('.')} is not a path on one line`, {
            at,
        });
    }
    return { ...range, text };
}
/** Applies edits that do not overlap. */
function applyEdits(source, edits) {
    let text = '';
    let end = 0;
    for (const each of [...edits].sort((a, b) => a.start - b.start)) {
        if (each.start < end)
            throw new Error(`edits overlap at offset ${each.start}`);
        text += source.slice(end, each.start) + each.text;
        end = each.end;
    }
    return text + source.slice(end);
}

;// CONCATENATED MODULE: ./src/release/package-templates.ts





/**
 * The functions of a template whose `Code` is a path in the sources.
 *
 * @throws UserError `FUNCTION_PATH` where the path leads out of the repository
 */
function functionsOf(template) {
    return Object.entries(template.body.Resources).flatMap(([logicalId, resource]) => {
        const code = resource.Properties?.['Code'];
        if (resource.Type !== 'AWS::Lambda::Function' || typeof code !== 'string')
            return [];
        const handler = resource.Properties?.['Handler'];
        const folder = relativeTo(template, code);
        if (folder === null) {
            throw new slipway_error/* UserError */.yo('FUNCTION_PATH', `Code of ${logicalId} leads out of the repository: ${code}`, {
                at: template.locate(['Resources', logicalId, 'Properties', 'Code']),
                next: 'Name a folder relative to this template, such as ../../lambda/authorizer',
            });
        }
        return [{ template, logicalId, folder, handler: typeof handler === 'string' ? handler : null }];
    });
}
/**
 * Packages a template with all that it nests, from the leaves to the root, so that each parent names the digest of its
 * child. A template that stands in several places of the tree is packaged once.
 *
 * @returns the packaged templates by file; the root's is among them
 * @throws what `packageTemplate` throws, and UserError `TEMPLATE_RENEW_WITH` for a template that is not there
 */
async function packageTemplates(tree, sources, packaged = new Map()) {
    const { template } = tree;
    if (packaged.has(template.file))
        return packaged;
    const children = new Map();
    for (const [logicalId, child] of tree.children) {
        await packageTemplates(child, sources, packaged);
        children.set(logicalId, digestOf(packaged, child.template.file));
    }
    const functions = new Map(functionsOf(template).map(({ logicalId, folder }) => [logicalId, sources.functions.get(folder) ?? '']));
    const renewals = await suffixes(template, sources.readSource);
    const text = packageTemplate(template, { children, functions, renewals });
    packaged.set(template.file, { file: template.file, text, sha256: (0,sha256/* sha256 */.s)(text) });
    return packaged;
}
async function suffixes(template, readSource) {
    const entries = (0,renewal/* renewalsOf */.Z)(template).map(async ({ logicalId, templates, path }) => {
        const texts = templates.map(async (name, index) => {
            if (name === 'self')
                return template.source;
            const file = relativeTo(template, name);
            try {
                if (file !== null)
                    return await readSource(file);
            }
            catch {
                // Said below, with the place.
            }
            throw new slipway_error/* UserError */.yo('TEMPLATE_RENEW_WITH', `RenewWith of ${logicalId} names ${name}, which is not there`, {
                at: template.locate([...path, index]),
                next: 'Name self, or a template by its path relative to this file',
            });
        });
        return [logicalId, (0,renewal/* renewalSuffix */.i$)(await Promise.all(texts))];
    });
    return new Map(await Promise.all(entries));
}
/** A path in a template, relative to the repository; `null` where it leads out. */
function relativeTo(template, path) {
    const joined = external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(template.file), path)).replace(/\/$/, '');
    return joined.startsWith('..') || path.startsWith('/') ? null : joined;
}
function digestOf(packaged, file) {
    const found = packaged.get(file);
    if (!found)
        throw new Error(`${file} is not packaged`);
    return found.sha256;
}


/***/ }),

/***/ 5061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ renewalEdits),
/* harmony export */   Z: () => (/* binding */ renewalsOf),
/* harmony export */   i$: () => (/* binding */ renewalSuffix)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4225);


/** The resources that ask to be renewed. Throws UserError `TEMPLATE_RENEW_WITH` where the list has another form. */
function renewalsOf(template) {
    return Object.entries(template.body.Resources).flatMap(([logicalId, resource]) => {
        const templates = renewWith(resource);
        if (templates === undefined)
            return [];
        const path = ['Resources', logicalId, 'Metadata', 'Slipway', 'RenewWith'];
        if (!isTexts(templates) || templates.length === 0) {
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TEMPLATE_RENEW_WITH', `RenewWith of ${logicalId} is not a list of templates; each is self or a path relative to this file`, { at: template.locate(path) });
        }
        return [{ logicalId, templates, path }];
    });
}
/** What is appended to the logical id: eight hex digits of the sources' digest. */
function renewalSuffix(sources) {
    return (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h)((0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(sources.map((source) => (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(source)).join('\n')));
}
/** Each place that names a renewed resource: its key, `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn`. */
function renewalEdits(template, renewals) {
    if (renewals.size === 0)
        return [];
    const keys = [...renewals].map(([id, suffix]) => keyEdit(template, id, suffix));
    const places = new Map();
    for (const { path, form, ids } of references(template.body, renewals)) {
        const range = template.scalarRange(path);
        if (range)
            places.set(range.start, { end: range.end, form, ids });
    }
    const values = [...places].map(([start, { end, form, ids }]) => {
        const text = ids.reduce((source, id) => source.replaceAll(patterns[form](id), `$<before>${id}${renewals.get(id) ?? ''}`), template.source.slice(start, end));
        return { start, end, text };
    });
    return [...keys, ...values];
}
const patterns = {
    name: (id) => new RegExp(`(?<before>^|[\\s"'])${id}(?![A-Za-z0-9])`, 'g'),
    substitution: (id) => new RegExp(`(?<before>\\$\\{\\s*)${id}(?![A-Za-z0-9])`, 'g'),
};
function keyEdit(template, id, suffix) {
    const { line, column } = template.locateKey(['Resources', id]);
    const start = offsetOf(template.source, line, column);
    const at = template.source.indexOf(id, start);
    return { start: at, end: at + id.length, text: id + suffix };
}
function offsetOf(source, line, column) {
    let start = 0;
    for (let each = 1; each < line; each++)
        start = source.indexOf('\n', start) + 1;
    return start + column - 1;
}
function* references(value, renewals, path = []) {
    if (typeof value !== 'object' || value === null)
        return;
    for (const [key, child] of Object.entries(value)) {
        const here = [...path, Array.isArray(value) ? Number(key) : key];
        if (key === 'Ref' || key === 'DependsOn')
            yield* named(child, renewals, here);
        else if (key === 'Fn::GetAtt' && Array.isArray(child)) {
            for (const reference of named(child[0], renewals, [...here, 0])) {
                // The short form and `A.B` are one scalar, the list form is several.
                yield reference;
                yield { ...reference, path: here };
            }
        }
        else if (key === 'Fn::Sub')
            yield* substituted(child, renewals, here);
        if (key !== 'DependsOn')
            yield* references(child, renewals, here);
    }
}
function* named(value, renewals, path) {
    if (typeof value === 'string' && renewals.has(value))
        yield { path, form: 'name', ids: [value] };
    if (!Array.isArray(value))
        return;
    for (const [index, each] of value.entries())
        yield* named(each, renewals, [...path, index]);
}
function* substituted(value, renewals, path) {
    const list = Array.isArray(value) ? value : [value];
    const own = new Set(Object.keys(typeof list[1] === 'object' && list[1] !== null ? list[1] : {}));
    const ids = [...renewals.keys()].filter((id) => !own.has(id));
    if (typeof list[0] !== 'string' || ids.length === 0)
        return;
    yield { path: Array.isArray(value) ? [...path, 0] : path, form: 'substitution', ids };
}
function renewWith(resource) {
    const slipway = resource.Metadata?.['Slipway'];
    return typeof slipway === 'object' && slipway !== null && 'RenewWith' in slipway
        ? slipway.RenewWith
        : undefined;
}
function isTexts(value) {
    return Array.isArray(value) && value.every((each) => typeof each === 'string');
}


/***/ }),

/***/ 7885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   KN: () => (/* binding */ ago),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   qo: () => (/* binding */ clockTime)
/* harmony export */ });
/** `1 file`, `2 files`. */
function counted(count, singular, plural = `${singular}s`) {
    return `${count} ${count === 1 ? singular : plural}`;
}
/** `a`, `a and b`, `a, b and c`. */
function listed(words) {
    if (words.length < 2)
        return words[0] ?? '';
    return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
/** A running clock of milliseconds: `0:41`, `12:05`, `1:00:09`. */
function clockTime(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const rest = String(seconds % 60).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes}:${rest}`;
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}
/** How long something took: `340 ms`, `5.8 s`, `1:02 min`. */
function duration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 59_950)
        return `${(milliseconds / 1000).toFixed(1)} s`;
    return `${clockTime(milliseconds)} min`;
}
/** `512 B`, `12.3 kB`, `4.0 MB`, in powers of ten. */
function bytes(count) {
    if (count < 1000)
        return `${count} B`;
    if (count < 999_950)
        return `${(count / 1000).toFixed(1)} kB`;
    return `${(count / 1_000_000).toFixed(1)} MB`;
}
/** How long ago a moment (ISO 8601) was: `just now`, `2 min ago`, `3 h ago`, `yesterday`, `3 days ago`, then the date. */
function ago(moment, now) {
    const seconds = (now - Date.parse(moment)) / 1000;
    if (seconds < 60)
        return 'just now';
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ago`;
    if (seconds < 86_400)
        return `${Math.floor(seconds / 3600)} h ago`;
    const days = Math.floor(seconds / 86_400);
    if (days === 1)
        return 'yesterday';
    return days < 30 ? `${days} days ago` : moment.slice(0, 10);
}
/** `templates/modules/bucket.yml:31`: what editors and terminals open. */
function place(at) {
    return `${at.file}:${at.line}`;
}


/***/ })

};
