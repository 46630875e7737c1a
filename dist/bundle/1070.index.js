export const id = 1070;
export const ids = [1070,1738];
export const modules = {

/***/ 1738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readRun: () => (/* binding */ readRun),
/* harmony export */   runUrl: () => (/* binding */ runUrl)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);



const repository = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const sha = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/));
/** As much as is read of the payload of `pull_request` (Docs, "Webhook events and payloads"). */
const payload = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    pull_request: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        number: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(1)),
        head: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ sha, ref: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), repo: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(repository) }),
        base: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ sha, ref: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), repo: repository }),
        labels: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })), []),
    }),
});
/**
 * The run as the runner's variables and the event's payload tell it.
 * @throws UserError GITHUB_EVENT: this is no job of GitHub Actions, or the payload is not what GitHub sends
 */
function readRun(env) {
    const event = variable(env, 'GITHUB_EVENT_NAME');
    return {
        event,
        repository: variable(env, 'GITHUB_REPOSITORY'),
        id: variable(env, 'GITHUB_RUN_ID'),
        attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? '1'),
        actor: variable(env, 'GITHUB_ACTOR'),
        sha: variable(env, 'GITHUB_SHA'),
        ref: env['GITHUB_REF'] ?? '',
        apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
        serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
        pullRequest: event === 'pull_request' ? readPullRequest(env) : null,
    };
}
/** The page of the run. */
function runUrl({ serverUrl, repository, id }) {
    return `${serverUrl}/${repository}/actions/runs/${id}`;
}
function readPullRequest(env) {
    const file = variable(env, 'GITHUB_EVENT_PATH');
    let data;
    try {
        data = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    }
    catch (cause) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('GITHUB_EVENT', `the event's payload ${file} can't be read as JSON`, { cause });
    }
    const read = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(payload, data);
    if (!read.success) {
        const where = read.issues.map((issue) => valibot__WEBPACK_IMPORTED_MODULE_2__/* .getDotPath */ .BuJ(issue) ?? 'the payload').slice(0, 5);
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('GITHUB_EVENT', `the payload of the event pull_request is not what GitHub sends; look at ${where.join(', ')}`);
    }
    const { number, head, base, labels } = read.output.pull_request;
    return {
        number,
        headSha: head.sha,
        headRef: head.ref,
        baseSha: base.sha,
        baseRef: base.ref,
        isFork: head.repo?.full_name !== base.repo.full_name,
        labels: labels.map(({ name }) => name),
    };
}
function variable(env, name) {
    const value = env[name];
    if (value !== undefined && value !== '')
        return value;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('GITHUB_EVENT', `${name} is not set, so this is no job of GitHub Actions`, {
        next: 'the command line does the same elsewhere: slipway --help',
    });
}


/***/ }),

/***/ 6078:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  release: () => (/* binding */ release)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/config/load.ts
var load = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/deployment/choose-release.ts + 2 modules
var choose_release = __webpack_require__(3910);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
// EXTERNAL MODULE: ./src/release/manifest.ts
var manifest = __webpack_require__(4776);
;// CONCATENATED MODULE: ./src/release/copy-release.ts



/**
 * Copies a release to each place that needs it. What is there is compared by the checksum that the
 * store keeps, in all places, before anything is written; then only what is missing is sent. The manifest comes last, so that a release which can be opened is complete.
 *
 * @throws UserError `ARTIFACT_DIGEST`, `ARTIFACT_MISSING`, `ARTIFACT_BUCKET_MISSING`
 */
async function copyRelease(release, targets, { concurrency = 16, logger }) {
    const types = contentTypes(release.manifest);
    const missing = await Promise.all(targets.map(({ store, contents }) => store.missing((0,manifest/* artifactKeys */.VR)(release.manifest, contents))));
    const copies = targets.map(async ({ store, contents }, index) => {
        let bytes = 0;
        let written = 0;
        const send = async (key, body) => {
            const contentType = types.get(key) ?? 'application/json';
            if ((await store.put({ sha256: key, bytes: body, contentType })) === 'present')
                return;
            written++;
            bytes += body.length;
        };
        const artifacts = missing[index]?.filter((key) => key !== release.id) ?? [];
        await eachOf(artifacts, concurrency, async (key) => {
            await send(key, await release.read(key));
        });
        if (missing[index]?.includes(release.id))
            await send(release.id, (0,manifest/* manifestBytes */.T8)(release.manifest));
        const present = (0,manifest/* artifactKeys */.VR)(release.manifest, contents).length - written;
        logger.info(`${store.location}: release ${(0,sha256/* short */.h)(release.id)}, ${written} written, ${present} present`);
        return { location: store.location, written, present, bytes };
    });
    await Promise.allSettled(copies);
    return Promise.all(copies);
}
/** After a failure nothing new is begun, and what was under way has ended before it is thrown. */
async function eachOf(items, concurrency, work) {
    const limit = (0,p_limit/* default */.A)({ concurrency, rejectOnClear: true });
    const running = items.map((item) => limit(() => work(item)));
    try {
        await Promise.all(running);
    }
    catch (error) {
        limit.clearQueue();
        await Promise.allSettled(running);
        throw error;
    }
}
function contentTypes(manifest) {
    const yaml = [
        ...manifest.templates,
        manifest.definition,
        ...Object.values(manifest.environments),
        ...(manifest.smoke ? [manifest.smoke] : []),
    ];
    return new Map([
        ...(manifest.site ?? []).map((file) => [file.sha256, file.contentType]),
        ...yaml.map((file) => [file.sha256, 'application/yaml; charset=utf-8']),
        ...manifest.functions.map((file) => [file.sha256, 'application/zip']),
    ]);
}

// EXTERNAL MODULE: ./src/deployment/guard-target.ts
var guard_target = __webpack_require__(4986);
// EXTERNAL MODULE: ./src/deployment/stores.ts + 1 modules
var deployment_stores = __webpack_require__(4592);
;// CONCATENATED MODULE: ./src/deployment/upload-release.ts



/**
 * Copies a release to the artifact buckets of environments: only what is missing there is sent.
 *
 * @param role who writes: `preview` in a pull request, `plan` on main
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT, and what `copyRelease` throws
 */
async function uploadRelease(release, environments, session, role) {
    const copies = [];
    for (const environment of environments) {
        const clients = session.clients(environment, role);
        await (0,guard_target/* guardTarget */.j)({ environment }, clients);
        const stores = await (0,deployment_stores/* artifactStores */.j)(environment, clients, session.clock);
        copies.push(...(await copyRelease(release, stores, { logger: session.logger })));
    }
    return copies;
}

// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/release/folder-store.ts
var folder_store = __webpack_require__(8913);
// EXTERNAL MODULE: ./src/release/open-release.ts
var open_release = __webpack_require__(2057);
// EXTERNAL MODULE: ./src/github/run.ts
var run = __webpack_require__(1738);
// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
// EXTERNAL MODULE: ./src/report/units.ts
var units = __webpack_require__(7885);
;// CONCATENATED MODULE: ./src/report/release-markdown.ts



/** A release and where it was copied, for a job's summary. */
function releaseMarkdown({ id, manifest }, copies) {
    const { system, templates, functions, site } = manifest;
    const parts = [
        (0,units/* counted */.hS)(templates.length, 'template'),
        (0,units/* counted */.hS)(functions.length, 'function'),
        site === null ? 'no site' : (0,units/* counted */.hS)(site.length, 'site file'),
    ];
    const rows = copies.map(({ location, written, present, bytes: sent }) => {
        const cells = [(0,markdown/* code */.aY)(location), String(written), String(present), (0,units/* bytes */.ee)(sent)];
        return `| ${cells.map(markdown/* cell */.Hn).join(' | ')} |`;
    });
    return [
        `### Release ${(0,markdown/* code */.aY)((0,sha256/* short */.h)(id))} · ${(0,markdown/* prose */.CS)(system)}`,
        `${(0,markdown/* code */.aY)(id)}: ${parts.join(', ')}`,
        ...(rows.length === 0
            ? []
            : [['| copied to | written | present | sent |', '| --- | --- | --- | --- |', ...rows].join('\n')]),
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./src/github/steps/release.ts










/**
 * Builds a release into the folder, or takes the one that lies there, and copies it to every environment's buckets: as
 * `preview` in a pull request, as `plan` elsewhere.
 *
 * @throws UserError RELEASE_OF_OTHER_SYSTEM, and what building, opening and copying throw
 */
async function release(action, inputs) {
    const system = await (0,load/* loadSystem */.sb)(action.root, inputs.system);
    const environments = await (0,load/* loadEnvironments */.H2)(action.root, system);
    await (0,promises_.mkdir)(inputs.folder, { recursive: true });
    const made = inputs.release === null
        ? await (0,choose_release/* buildHere */.$Z)(action.root, system, action.log, inputs.folder)
        : await (0,open_release/* openRelease */.gS)(inputs.release, new folder_store/* FolderStore */.c(inputs.folder));
    if (made.manifest.system !== system.system) {
        throw new slipway_error/* UserError */.yo('RELEASE_OF_OTHER_SYSTEM', `release ${(0,sha256/* short */.h)(made.id)} is of the system ${made.manifest.system}, not of ${system.system}`);
    }
    let copies = [];
    if (inputs.upload) {
        const role = (0,run.readRun)(action.io.env).pullRequest === null ? 'plan' : 'preview';
        copies = await uploadRelease(made, environments, await action.openSession(), role);
    }
    action.log.info(`release ${system.system} ${(0,sha256/* short */.h)(made.id)}   ${made.id}`);
    action.summarize(releaseMarkdown(made, copies));
    return made;
}


/***/ }),

/***/ 7032:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ codeProperties),
/* harmony export */   L: () => (/* binding */ packageTemplate)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _renewal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5061);


/** Where a template names code: in both, CloudFormation takes `S3Bucket` and `S3Key`. */
const codeProperties = {
    'AWS::Lambda::Function': 'Code',
    'AWS::Lambda::LayerVersion': 'Content',
};
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
        ...[...parts.layers].map(([id, digest]) => edit(template, ['Resources', id, 'Properties', 'Content'], codeLocation(digest))),
        ...(0,_renewal_js__WEBPACK_IMPORTED_MODULE_1__/* .renewalEdits */ .Ih)(template, parts.renewals),
    ];
    const needsBucket = [...parts.children.keys(), ...parts.functions.keys(), ...parts.layers.keys()][0];
    if (needsBucket !== undefined && template.body.Parameters?.['ArtifactBucket'] === undefined) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TEMPLATE_NEEDS_ARTIFACT_BUCKET', `${needsBucket} is packaged, but the template has no parameter ArtifactBucket`, {
            at: template.locateKey(['Resources', needsBucket]),
            next: 'Add the parameter ArtifactBucket (Type: String); the parent passes it on with !Ref ArtifactBucket',
        });
    }
    const text = applyEdits(template.source, edits);
    const size = new TextEncoder().encode(text).length;
    if (size > templateLimit) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TEMPLATE_TOO_LARGE', `The template is ${size} bytes; CloudFormation takes ${templateLimit}`, { at: template.locate([]), next: 'Move a part of it to a nested template' });
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
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TEMPLATE_PATH_FORM', `${path.slice(1).join('.')} is not a path on one line`, {
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


/***/ }),

/***/ 8463:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ packageTemplates),
/* harmony export */   TW: () => (/* binding */ functionsOf),
/* harmony export */   w: () => (/* binding */ layersOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4225);
/* harmony import */ var _package_template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7032);
/* harmony import */ var _renewal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5061);





/**
 * The functions of a template whose `Code` is a path in the sources.
 *
 * @throws UserError `FUNCTION_PATH` where the path leads out of the repository
 */
const functionsOf = (template) => codeOf(template, 'AWS::Lambda::Function');
/**
 * The layers of a template whose `Content` is a path in the sources.
 *
 * @throws as `functionsOf`
 */
const layersOf = (template) => codeOf(template, 'AWS::Lambda::LayerVersion');
function codeOf(template, type) {
    const property = _package_template_js__WEBPACK_IMPORTED_MODULE_3__/* .codeProperties */ .F[type];
    return Object.entries(template.body.Resources).flatMap(([logicalId, resource]) => {
        const code = resource.Properties?.[property];
        if (resource.Type !== type || typeof code !== 'string')
            return [];
        const handler = resource.Properties?.['Handler'];
        const folder = relativeTo(template, code);
        if (folder === null) {
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('FUNCTION_PATH', `${property} of ${logicalId} leads out of the repository: ${code}`, {
                at: template.locate(['Resources', logicalId, 'Properties', property]),
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
    const digests = (references) => new Map(references.map(({ logicalId, folder }) => [logicalId, sources.functions.get(folder) ?? '']));
    const [functions, layers] = [digests(functionsOf(template)), digests(layersOf(template))];
    const renewals = await suffixes(template, sources);
    const text = (0,_package_template_js__WEBPACK_IMPORTED_MODULE_3__/* .packageTemplate */ .L)(template, { children, functions, layers, renewals });
    packaged.set(template.file, { file: template.file, text, sha256: (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .s)(text) });
    return packaged;
}
async function suffixes(template, { functions, readSource }) {
    const entries = (0,_renewal_js__WEBPACK_IMPORTED_MODULE_4__/* .renewalsOf */ .Z)(template).map(async ({ logicalId, templates, path }) => {
        const texts = templates.map(async (name, index) => {
            if (name === 'self')
                return template.source;
            const file = relativeTo(template, name);
            // A version of a function is a snapshot of its code.
            const code = file === null ? undefined : functions.get(file);
            if (code !== undefined)
                return code;
            try {
                if (file !== null)
                    return await readSource(file);
            }
            catch {
                // Said below, with the place.
            }
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('TEMPLATE_RENEW_WITH', `RenewWith of ${logicalId} names ${name}, which is not there`, {
                at: template.locate([...path, index]),
                next: 'Name self, or a template or the folder of a function by its path relative to this file',
            });
        });
        return [logicalId, (0,_renewal_js__WEBPACK_IMPORTED_MODULE_4__/* .renewalSuffix */ .i$)(await Promise.all(texts))];
    });
    return new Map(await Promise.all(entries));
}
/** A path in a template, relative to the repository; `null` where it leads out. */
function relativeTo(template, path) {
    const joined = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(template.file), path)).replace(/\/$/, '');
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


/***/ }),

/***/ 6059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ lookup)
/* harmony export */ });
/* unused harmony export mimes */
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




/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};
