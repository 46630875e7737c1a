export const id = 218;
export const ids = [218,1738];
export const modules = {

/***/ 1814:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   environmentLedger: () => (/* binding */ environmentLedger)
/* harmony export */ });
/* harmony import */ var _ledger_open_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7813);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(442);


/** The ledger of one system in one environment, read and written as whom the clients are of. */
async function environmentLedger(environment, clients, { clock, logger }) {
    return (0,_ledger_open_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .openLedger */ .a)({
        s3: await clients.s3(environment.regions.home),
        bucket: (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerBucket */ .SV)(environment),
        system: environment.system,
        environment: environment.environment,
        clock,
        logger,
    });
}


/***/ }),

/***/ 4986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ guardTarget)
/* harmony export */ });
/* harmony import */ var _aws_account_guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1082);

/**
 * Stops unless the credentials are of the environment's account.
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT
 */
async function guardTarget({ environment }, clients) {
    return (0,_aws_account_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .guardAccount */ .F)(await clients.sts(environment.regions.home), environment);
}


/***/ }),

/***/ 6753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ homeStore),
/* harmony export */   j: () => (/* binding */ artifactStores)
/* harmony export */ });
/* harmony import */ var _release_bucket_store_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7511);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(442);


/**
 * Where an environment keeps artifacts: everything in its home region, and what CloudFormation reads in the other region
 * that it uses.
 */
async function artifactStores(environment, clients, clock) {
    const { account, regions } = environment;
    const store = async (region) => new _release_bucket_store_js__WEBPACK_IMPORTED_MODULE_0__/* .BucketStore */ .c({ s3: await clients.s3(region), bucket: (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactBucket */ .Vc)(account, region), clock });
    const home = { store: await store(regions.home), contents: 'everything' };
    return regions.edge === regions.home
        ? [home]
        : [home, { store: await store(regions.edge), contents: 'stacks' }];
}
/** The store that a deployment reads from. */
async function homeStore(environment, clients, clock) {
    const { home } = environment.regions;
    return new _release_bucket_store_js__WEBPACK_IMPORTED_MODULE_0__/* .BucketStore */ .c({
        s3: await clients.s3(home),
        bucket: (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactBucket */ .Vc)(environment.account, home),
        clock,
    });
}


/***/ }),

/***/ 442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SV: () => (/* binding */ ledgerBucket),
/* harmony export */   Vc: () => (/* binding */ artifactBucket),
/* harmony export */   xw: () => (/* binding */ previousEnvironment)
/* harmony export */ });
/* harmony import */ var _aws_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4030);

/** The bucket that holds the artifacts of an account in one region; made by the bootstrap. */
function artifactBucket(account, region) {
    return (0,_aws_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .artifactBucketName */ .m)(account, region);
}
/** The bucket that holds an account's ledgers, in its home region; made by the bootstrap. */
function ledgerBucket(environment) {
    return (0,_aws_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ledgerBucketName */ .B)(environment.account, environment.regions.home);
}
/** The environment before this one in promotion order, or `null` for the first. */
function previousEnvironment(environment) {
    switch (environment) {
        case 'dev':
            return null;
        case 'sit':
            return 'dev';
        case 'prod':
            return 'sit';
    }
}


/***/ }),

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

/***/ 3340:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  release: () => (/* binding */ release)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/config/load.ts
var load = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/deployment/choose-release.ts + 5 modules
var choose_release = __webpack_require__(5263);
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
// EXTERNAL MODULE: ./src/deployment/stores.ts
var deployment_stores = __webpack_require__(6753);
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
;// CONCATENATED MODULE: ./src/session/web.ts
/**
 * The way to the web for what needs no credentials; it obeys what `makeDispatcher` obeys. The HTTP client is loaded when
 * something is asked for.
 */
function webOf(env, signal) {
    return {
        signal,
        open: async () => {
            const { makeDispatcher } = await Promise.all(/* import() */[__webpack_require__.e(4460), __webpack_require__.e(8154)]).then(__webpack_require__.bind(__webpack_require__, 8154));
            return makeDispatcher(env);
        },
    };
}

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
        ? await (0,choose_release/* buildHere */.$Z)(action.root, system, {
            logger: action.log,
            web: webOf(action.io.env, action.io.signal),
            folder: inputs.folder,
        })
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

/***/ 2057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ releaseIn),
/* harmony export */   VA: () => (/* binding */ verifyRelease),
/* harmony export */   dw: () => (/* binding */ readReleasedText),
/* harmony export */   gS: () => (/* binding */ openRelease),
/* harmony export */   tS: () => (/* binding */ releasedTemplates)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4225);
/* harmony import */ var _template_read_template_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(443);
/* harmony import */ var _artifact_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4627);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4776);





/**
 * Opens a release by its id. The manifest is read and its digest compared; its artifacts are read when asked for.
 *
 * @param id 64 hex digits
 * @throws UserError `ARTIFACT_MISSING`, `ARTIFACT_DIGEST`, `RELEASE_MANIFEST`
 */
async function openRelease(id, store) {
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseManifest */ .Ng)(await store.get(id), `${store.location}/${id}`);
    const found = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseId */ .Bf)(manifest);
    if (found !== id)
        throw (0,_artifact_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .digestError */ .D)(id, store.location, found);
    return releaseIn(manifest, store);
}
/** A release whose manifest is at hand and whose bytes lie in a store. */
function releaseIn(manifest, store) {
    return {
        id: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseId */ .Bf)(manifest),
        manifest,
        read: async (key) => {
            const bytes = await store.get(key);
            const found = (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(bytes);
            if (found !== key)
                throw (0,_artifact_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .digestError */ .D)(key, store.location, found);
            return bytes;
        },
    };
}
/**
 * Compares every object of a release with its digest, as the store keeps it, before anything uses the release.
 *
 * @throws UserError `ARTIFACT_MISSING` naming the first object that is not there, `ARTIFACT_DIGEST`
 */
async function verifyRelease(manifest, store, contents = 'everything') {
    const [absent] = await store.missing((0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .artifactKeys */ .VR)(manifest, contents));
    if (absent !== undefined)
        throw (0,_artifact_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .missingError */ .$)(absent, store.location);
}
/** A file of the release as text: the system definition, an environment's parameters, the smoke profile. */
async function readReleasedText(release, file) {
    return new TextDecoder('utf-8', { fatal: true }).decode(await release.read(file.sha256));
}
/**
 * The packaged templates of one stack, as a tree. Their `file` is the source that they were made from, whose lines are
 * the same.
 *
 * @throws UserError `RELEASE_STACK` where the release has no such stack
 */
async function releasedTemplates(release, stack) {
    const { manifest } = release;
    const root = manifest.stacks[stack];
    if (!root) {
        const choices = Object.keys(manifest.stacks).join(', ');
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('RELEASE_STACK', `The release has no stack ${stack}; it has ${choices}`);
    }
    const files = new Map(manifest.templates.map((each) => [each.sha256, each.path]));
    return (0,_template_read_template_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .readPackagedTree */ .PL)(root.template, async (digest) => ({
        file: files.get(digest) ?? digest,
        source: new TextDecoder('utf-8', { fatal: true }).decode(await release.read(digest)),
    }));
}


/***/ }),

/***/ 7032:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ codeProperties),
/* harmony export */   L: () => (/* binding */ packageTemplate)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _template_parse_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6660);
/* harmony import */ var _renewal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5061);



/** Where a template names code: in both, CloudFormation takes `S3Bucket` and `S3Key`. */
const codeProperties = {
    'AWS::Lambda::Function': 'Code',
    'AWS::Lambda::LayerVersion': 'Content',
};
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
        ...(0,_renewal_js__WEBPACK_IMPORTED_MODULE_2__/* .renewalEdits */ .Ih)(template, parts.renewals),
    ];
    const needsBucket = [...parts.children.keys(), ...parts.functions.keys(), ...parts.layers.keys()][0];
    if (needsBucket !== undefined && template.body.Parameters?.['ArtifactBucket'] === undefined) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('TEMPLATE_NEEDS_ARTIFACT_BUCKET', `${needsBucket} is packaged, but the template has no parameter ArtifactBucket`, {
            at: template.locateKey(['Resources', needsBucket]),
            next: 'Add the parameter ArtifactBucket (Type: String); the parent passes it on with !Ref ArtifactBucket',
        });
    }
    const text = applyEdits(template.source, edits);
    (0,_template_parse_template_js__WEBPACK_IMPORTED_MODULE_1__/* .requireSize */ .l)(text, template.locate([]));
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
/* harmony export */   qo: () => (/* binding */ clockTime),
/* harmony export */   yU: () => (/* binding */ someOf)
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
/** The first of many words, and how many more there are: `a, b, c and 37 more stacks`. */
function someOf(words, singular, most = 6) {
    if (words.length <= most + 1)
        return listed(words);
    return listed([...words.slice(0, most), counted(words.length - most, `more ${singular}`)]);
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

/***/ 8948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ referencePattern),
/* harmony export */   J: () => (/* binding */ fillProfile)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/** A whole text that is one reference; the first group is the stack, the second its output. */
const referencePattern = /^\$\{([a-z][a-z0-9-]*)\.([A-Za-z0-9]+)\}$/;
/**
 * Puts the stacks' outputs in place of the profile's references.
 * Throws `SMOKE_OUTPUT_MISSING` at the first reference that no stack answers, naming the outputs there are.
 */
function fillProfile(profile, outputs) {
    for (const { stack, output, at } of profile.references) {
        if (outputs[stack]?.[output] !== undefined)
            continue;
        const choices = Object.keys(outputs[stack] ?? {});
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('SMOKE_OUTPUT_MISSING', outputs[stack] === undefined
            ? `the smoke profile names \${${stack}.${output}}, but there is no stack "${stack}" (stacks: ${Object.keys(outputs).join(', ') || 'none'})`
            : `the smoke profile names \${${stack}.${output}}, but the stack has no such output (outputs: ${choices.join(', ') || 'none'})`, { at });
    }
    const fill = (value) => {
        if (typeof value === 'string') {
            const [, stack = '', output = ''] = referencePattern.exec(value) ?? [];
            return outputs[stack]?.[output] ?? value;
        }
        if (Array.isArray(value))
            return value.map(fill);
        if (value === null || typeof value !== 'object')
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry)]));
    };
    return fill(profile.content);
}


/***/ }),

/***/ 7702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parseSmokeProfile)
/* harmony export */ });
/* harmony import */ var _config_read_checked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6300);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);
/* harmony import */ var _fill_profile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8948);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7184);




/**
 * Reads `params/<system>/smoke.yml`.
 *
 * @param source the file's text
 * @param file its name in positions, relative to the repository
 * @throws UserError `YAML_*` and `CONFIG_*` (see `readChecked`); `SMOKE_REFERENCE` for a reference that is not the whole
 *   text or not `${stack.Output}`; UserErrors `CONFIG_INVALID` where there are several
 */
function parseSmokeProfile(source, file) {
    const checked = (0,_config_read_checked_js__WEBPACK_IMPORTED_MODULE_0__/* .readChecked */ .Y)(_profile_js__WEBPACK_IMPORTED_MODULE_3__/* .smokeProfileSchema */ .c, source, file);
    const references = [];
    const errors = [];
    for (const { path, text } of texts(checked.value, [])) {
        if (!text.includes('${'))
            continue;
        const at = checked.locate(path);
        const [, stack, output] = _fill_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .referencePattern */ .I.exec(text) ?? [];
        if (stack !== undefined && output !== undefined)
            references.push({ stack, output, at });
        else
            errors.push(new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('SMOKE_REFERENCE', `${path.join('.')} is "${text}"; a reference is the whole text and reads \${stack.Output}`, { at }));
    }
    errors.push(...mustBeHttps(checked));
    (0,_config_read_checked_js__WEBPACK_IMPORTED_MODULE_0__/* .throwAll */ .K)(errors, file);
    return { file, content: checked.value, references };
}
/** Addresses that stand in the file itself must be `https://`: the checks send tokens there. */
function mustBeHttps(checked) {
    const { api, site } = checked.value;
    const addresses = [
        { path: ['api', 'url'], value: api?.url },
        { path: ['site', 'url'], value: site?.url },
    ];
    return addresses
        .filter(({ value }) => value !== undefined && !value.includes('${') && !/^https:\/\/[^/]/.test(value))
        .map(({ path, value }) => new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('SMOKE_ADDRESS', `${path.join('.')} is "${value ?? ''}"; it must begin with https://`, {
        at: checked.locate(path),
    }));
}
function texts(value, path) {
    if (typeof value === 'string')
        return [{ path, text: value }];
    if (Array.isArray(value))
        return value.flatMap((entry, index) => texts(entry, [...path, index]));
    if (value === null || typeof value !== 'object')
        return [];
    return Object.entries(value).flatMap(([key, entry]) => texts(entry, [...path, key]));
}


/***/ }),

/***/ 7184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ smokeProfileSchema),
/* harmony export */   q: () => (/* binding */ splitRoute)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

/**
 * A smoke profile says what a system promises, and where. Wherever a text stands, `${stack.Output}` may stand for an
 * output of one of the system's stacks; it is filled in when the checks run.
 */
const described = (schema, description) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(schema, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_(description));
const text = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq());
const route = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?:GET|HEAD|POST|PUT|PATCH|DELETE) \/\S*$/, 'is not a method and a path, such as GET /photos'));
const path = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\/\S*$/, 'is not a path that starts with /'));
const seconds = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0.1), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(600));
const tokens = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    testIssuer: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        secret: described(text, 'Secret with the JSON {issuer, kid, privateKeyJwk, audience, clientId} of an issuer that the API trusts for tests.'),
        environments: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['dev', 'sit'], 'names an environment that may not trust a test issuer')), 'Where the API trusts it. Never prod: who holds the key could make any token.'),
    }), 'An issuer whose key the checks hold, so that they can sign wrong claims.')),
    client: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        secret: described(text, 'Secret with the JSON {tokenUrl, clientId, clientSecret, scope} of an OAuth client (client credentials grant).'),
        environments: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['dev', 'sit', 'prod'])),
    }), 'Where the valid token comes from if no test issuer is trusted.')),
    scope: described(text, 'Scopes of a token that may use the protected route, separated by blanks.'),
});
const apiCors = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    origin: described(text, 'The primary web origin. An address is cut down to its origin.'),
    headers: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text), 'Request headers that its preflight must allow.'),
    exposes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text), 'Response headers that the client reads.'), []),
});
const api = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    url: described(text, 'Base URL with the stage, such as https://abc.execute-api.eu-west-1.amazonaws.com/v1.'),
    protected: described(route, 'A route that needs a token and answers 2xx to a valid one.'),
    open: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(route, valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf())), 'Routes that need no token, and their status.'),
    serverError: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(route, 'A route that answers 5xx on purpose, to see its CORS headers.')),
    upload: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        route,
        contentType: text,
        size: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(2), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(4 * 1024 * 1024)),
    }), 'The route that takes {contentType, size} and answers {id, url, fields}: a presigned POST.')),
    tokens,
    cors: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(apiCors),
    rateLimit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        route: described(route, 'A route that one user may ask for so often.'),
        body: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(text, 'JSON that is sent along.')),
        perSecond: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(100)),
        burst: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(200)), 'Requests that one user may send at once.'),
    }), 'What one user may do. Tried only when the group rate-limit is named, for it sends load.')),
});
const bucket = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: text,
    other: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(text, 'Another bucket that exists, for forms that are sent to the wrong one.')),
    prefix: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[^/].*\/$/, 'does not end with /')), 'Where the checks write. All of it is deleted again, versions too.'),
    encryption: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['AES256', 'aws:kms', 'aws:kms:dsse']), valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .startsWith */ .w1_('${'))], 'is none of AES256, aws:kms, aws:kms:dsse, and no reference ${stack.Output}'), 'As HEAD of an object names it.'),
    form: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        contentType: text,
        size: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(2), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(4 * 1024 * 1024)),
    }), 'What is uploaded by presigned POST where the application signs the forms itself and no API hands them out.')),
    cors: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        origin: text,
        methods: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['GET', 'PUT', 'POST', 'HEAD', 'DELETE'])), 'Methods a browser uses.'),
        headers: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text), 'Request headers a browser sends.'),
        exposes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text), 'Response headers that the client reads.'), []),
    })),
    serviceLevel: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        mebibytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(64)),
        uploadSeconds: seconds,
        downloadSeconds: seconds,
        presignSeconds: seconds,
    })),
});
const site = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    url: text,
    deepLink: described(path, 'A route of the application that is no file.'),
    apiPath: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(path, 'Where the site serves an API on its own origin, if it does.')),
    basicAuth: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        secret: described(text, 'Secret with the JSON {user, password} of a visitor who is let in.'),
        environments: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['dev', 'sit', 'prod'])), 'Where the site asks for a credential; elsewhere it is open to all.'),
    }), 'Basic authentication of the whole site. The proof at the edge after a publication uses the same credential.')),
});
const cache = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    connectivity: described(text, 'Function that answers {reachable, endpoint} of the cache it can reach; none where there is no cache.'),
});
const jsonObject = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y((text) => isJsonObject(text), 'is no JSON object'));
function isJsonObject(text) {
    try {
        const parsed = JSON.parse(text);
        return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    }
    catch {
        return false;
    }
}
const stateMachine = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    arn: described(text, 'The state machine.'),
    accepted: described(jsonObject, 'Input, as JSON, with which an execution touches nothing and succeeds.'),
    refused: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ input: jsonObject, error: described(text, 'The name of the error that it ends with.') }), 'Input, as JSON, that the state machine refuses.'),
});
const cdn = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    url: described(text, "Where the bucket's objects are read by everybody; none where there is no CDN."),
});
const socket = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    url: described(text, 'Address with the stage, such as wss://abc.execute-api.us-east-1.amazonaws.com/dev.'),
    action: described(text, 'The action of a message {action, text, id} that comes back to every connection of the sender, with the same text.'),
    subprotocol: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(text, 'What the server speaks, where a token may stand beside it as bearer.<token>.')),
    tokens,
});
/** `params/<system>/smoke.yml`. The JSON Schema for editors is made from it. */
const smokeProfileSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    title: described(text, 'How reports call it.'),
    seconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(5), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(600)), 'All checks together may take this long.'), 30),
    api: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(api),
    bucket: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(bucket),
    site: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(site),
    cache: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(cache),
    stateMachine: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(stateMachine),
    cdn: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(cdn),
    socket: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(socket),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .title */ .DDF('Smoke profile of a system'));
/** A route in two parts. The schema has seen to it that there are two. */
function splitRoute(route) {
    const blank = route.indexOf(' ');
    return { method: route.slice(0, blank), path: route.slice(blank + 1) };
}


/***/ })

};
