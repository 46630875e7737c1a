export const id = 6078;
export const ids = [6078,1738];
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
// EXTERNAL MODULE: ./src/deployment/choose-release.ts + 3 modules
var choose_release = __webpack_require__(8598);
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


/***/ })

};
