export const id = 1506;
export const ids = [1506];
export const modules = {

/***/ 1082:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ guardAccount)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/**
 * Asks AWS who is calling and stops unless it is the account that the environment's file names, so that the right plan
 * never runs in the wrong place.
 * @param expected the environment's account (12 digits), its name and the file that says so
 * @throws UserError NO_CREDENTIALS when there are none or AWS refuses them, or what the credentials' provider throws; WRONG_ACCOUNT when they belong elsewhere
 */
async function guardAccount(sts, expected) {
    const identity = await sts.getCallerIdentity({}).catch((cause) => {
        // whoever hands out the credentials may know better why there are none
        if (cause instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            throw cause;
        throw noCredentials(expected.environment, cause);
    });
    const account = identity.Account ?? '';
    if (account !== expected.account) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('WRONG_ACCOUNT', `these credentials belong to account ${account}, but ${expected.environment} is account ${expected.account} (${expected.file})`, { next: `use credentials of account ${expected.account}; nothing was changed` });
    }
    return { account, arn: identity.Arn ?? account };
}
/** The error for credentials that are missing, expired or refused; keeps the reason that the SDK or STS gives. */
function noCredentials(environment, cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('NO_CREDENTIALS', `no usable AWS credentials for ${environment}: ${reason}`, {
        next: 'sign in (`aws sso login`), set AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; nothing was changed',
        cause,
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

/***/ 4592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ artifactStores),
  X: () => (/* binding */ homeStore)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
// EXTERNAL MODULE: ./src/release/artifact-errors.ts
var artifact_errors = __webpack_require__(4627);
;// CONCATENATED MODULE: ./src/release/bucket-store.ts




/** A conditional write that meets another one is answered 409 and is to be tried again (S3 User Guide, "Conditional writes"). */
const attempts = 5;
/**
 * Artifacts in a bucket of one account and region. Nothing is overwritten: writes carry `If-None-Match: *` and their
 * SHA-256, which S3 checks and keeps. What is already there counts only if the SHA-256 that S3 keeps is that of its name; an
 * object without one is read and hashed.
 */
class BucketStore {
    location;
    #options;
    constructor(options) {
        this.#options = options;
        this.location = `s3://${options.bucket}`;
    }
    async put(artifact) {
        const { s3, bucket, clock } = this.#options;
        for (let attempt = 1;; attempt++) {
            try {
                await s3.putObject({
                    Bucket: bucket,
                    Key: artifact.sha256,
                    Body: artifact.bytes,
                    ContentType: artifact.contentType,
                    ChecksumSHA256: toBase64(artifact.sha256),
                    IfNoneMatch: '*',
                });
                return 'written';
            }
            catch (error) {
                const name = nameOf(error);
                if (name === 'PreconditionFailed' && (await this.#holds(artifact.sha256)))
                    return 'present';
                const contended = name === 'ConditionalRequestConflict' || name === 'PreconditionFailed';
                if (!contended || attempt === attempts)
                    throw this.#explain(error);
                await clock.sleep(100 * 2 ** attempt);
            }
        }
    }
    async missing(keys) {
        const limit = (0,p_limit/* default */.A)(this.#options.concurrency ?? 16);
        const held = await limit.map(keys, (key) => this.#holds(key));
        return keys.filter((_, index) => !held[index]);
    }
    async get(key) {
        const { s3, bucket } = this.#options;
        let bytes;
        try {
            const { Body } = await s3.getObject({ Bucket: bucket, Key: key });
            bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
        }
        catch (error) {
            if (nameOf(error) === 'NoSuchKey')
                throw (0,artifact_errors/* missingError */.$)(key, this.location, error);
            throw this.#explain(error);
        }
        const found = (0,sha256/* sha256 */.s)(bytes);
        if (found !== key)
            throw (0,artifact_errors/* digestError */.D)(key, this.location, found);
        return bytes;
    }
    /** Whether the key is there with the right bytes. Throws `ARTIFACT_DIGEST` where it is there with others. */
    async #holds(key) {
        const { s3, bucket } = this.#options;
        let stored;
        try {
            const head = await s3.headObject({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' });
            stored = head.ChecksumSHA256;
        }
        catch (error) {
            const name = nameOf(error);
            if (name === 'NotFound' || name === 'NoSuchKey')
                return false;
            throw this.#explain(error);
        }
        if (stored === undefined || !isDigest(stored)) {
            await this.get(key);
            return true;
        }
        if (stored !== toBase64(key))
            throw (0,artifact_errors/* digestError */.D)(key, this.location, toHex(stored));
        return true;
    }
    #explain(error) {
        if (nameOf(error) !== 'NoSuchBucket')
            return error;
        return new slipway_error/* UserError */.yo('ARTIFACT_BUCKET_MISSING', `There is no artifact bucket ${this.location}`, {
            cause: error,
            next: 'Deploy templates/bootstrap.yml in this account and region first',
        });
    }
}
const nameOf = (error) => typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
const toBase64 = (hex) => Buffer.from(hex, 'hex').toString('base64');
const toHex = (base64) => Buffer.from(base64, 'base64').toString('hex');
/** A multipart object's checksum is one of checksums (`…-3`), not the object's digest. */
const isDigest = (base64) => /^[A-Za-z0-9+/]{43}=$/.test(base64);

// EXTERNAL MODULE: ./src/deployment/target.ts
var target = __webpack_require__(442);
;// CONCATENATED MODULE: ./src/deployment/stores.ts


/**
 * Where an environment keeps artifacts: everything in its home region, and what CloudFormation reads in the other region
 * that it uses.
 */
async function artifactStores(environment, clients, clock) {
    const { account, regions } = environment;
    const store = async (region) => new BucketStore({ s3: await clients.s3(region), bucket: (0,target/* artifactBucket */.Vc)(account, region), clock });
    const home = { store: await store(regions.home), contents: 'everything' };
    return regions.edge === regions.home
        ? [home]
        : [home, { store: await store(regions.edge), contents: 'stacks' }];
}
/** The store that a deployment reads from. */
async function homeStore(environment, clients, clock) {
    const { home } = environment.regions;
    return new BucketStore({
        s3: await clients.s3(home),
        bucket: (0,target/* artifactBucket */.Vc)(environment.account, home),
        clock,
    });
}


/***/ }),

/***/ 4627:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ missingError),
/* harmony export */   D: () => (/* binding */ digestError)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/** Somebody or something has written other bytes under this digest. What is there is left as it was. */
function digestError(key, location, found) {
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ARTIFACT_DIGEST', `${location}/${key} does not hold what its name says: its SHA-256 is ${found}. Nothing uses it, and it is left as it is.`, {
        next: 'Find out who wrote it before you delete it; then make the release again: slipway release <system>',
    });
}
function missingError(key, location, cause) {
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ARTIFACT_MISSING', `${location} has no artifact ${key}`, {
        cause,
        next: 'Make the release again, or copy it there: slipway release <system>',
    });
}


/***/ }),

/***/ 4776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ releaseId),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   T8: () => (/* binding */ manifestBytes),
/* harmony export */   VR: () => (/* binding */ artifactKeys)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _config_environment_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5899);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2673);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4225);





const digest = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hex'));
const file = {
    path: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .nonEmpty */ .hq()),
    sha256: digest,
    size: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf()),
};
const releasedFile = valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej(file);
const siteFile = valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...file, contentType: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), cacheControl: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const manifestSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    schema: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    system: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .nonEmpty */ .hq()),
    templates: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(releasedFile),
    stacks: valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ template: digest, region: valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['home', 'edge']) })),
    functions: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(releasedFile),
    definition: releasedFile,
    environments: valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej(valibot__WEBPACK_IMPORTED_MODULE_2__/* .entriesFromList */ .v4Y(_config_environment_name_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentNames */ .i, releasedFile)),
    smoke: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(releasedFile),
    site: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(siteFile)),
});
/** The manifest's bytes: what the release's id is the digest of. */
function manifestBytes(manifest) {
    return new TextEncoder().encode((0,_runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(manifest));
}
/** The release's id. */
function releaseId(manifest) {
    return (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(manifestBytes(manifest));
}
/**
 * Reads a manifest back.
 *
 * @throws UserError `RELEASE_MANIFEST` where the bytes are no manifest that this version of Slipway knows
 */
function parseManifest(bytes, location) {
    let data;
    try {
        data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('RELEASE_MANIFEST', `${location} is not JSON, so it is no release`, { cause });
    }
    const result = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(manifestSchema, data);
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('RELEASE_MANIFEST', `${location} is not a release that this version of Slipway can read: ${valibot__WEBPACK_IMPORTED_MODULE_2__/* .getDotPath */ .BuJ(issue) ?? 'the manifest'}: ${issue.message}`, { next: 'Make the release again: slipway release <system>' });
}
/** The keys of a release's artifacts, each once, the manifest last. */
function artifactKeys(manifest, contents = 'everything') {
    const stacks = [...manifest.templates, ...manifest.functions];
    const rest = [
        manifest.definition,
        ...Object.values(manifest.environments),
        ...(manifest.smoke ? [manifest.smoke] : []),
        ...(manifest.site ?? []),
    ];
    const files = contents === 'stacks' ? stacks : [...stacks, ...rest];
    return [...new Set([...files.map((each) => each.sha256), releaseId(manifest)])];
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
});
const bucket = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: text,
    other: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(text, 'Another bucket that exists, for forms that are sent to the wrong one.')),
    prefix: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[^/].*\/$/, 'does not end with /')), 'Where the checks write. All of it is deleted again, versions too.'),
    encryption: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['AES256', 'aws:kms', 'aws:kms:dsse']), 'As HEAD of an object names it.'),
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
});
/** `params/<system>/smoke.yml`. The JSON Schema for editors is made from it. */
const smokeProfileSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    title: described(text, 'How reports call it.'),
    seconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(5), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(600)), 'All checks together may take this long.'), 30),
    api: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(api),
    bucket: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(bucket),
    site: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(site),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .title */ .DDF('Smoke profile of a system'));
/** A route in two parts. The schema has seen to it that there are two. */
function splitRoute(route) {
    const blank = route.indexOf(' ');
    return { method: route.slice(0, blank), path: route.slice(blank + 1) };
}


/***/ })

};
