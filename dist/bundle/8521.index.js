export const id = 8521;
export const ids = [8521];
export const modules = {

/***/ 7275:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   av: () => (/* binding */ missingOutput),
/* harmony export */   ev: () => (/* binding */ resolveSource),
/* harmony export */   f7: () => (/* binding */ stackInstances)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _stack_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5259);
/* harmony import */ var _parse_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6097);



/** How a stack is called in its account: `companycam-dev-app`. */
function deployedStackName(system, environment, stack) {
    return `${system}-${environment}-${stack}`;
}
/**
 * The stacks of one environment in order of deployment: what `system.yml` and the environment's file say, put together. The
 * tags get `slipway:system` and `slipway:environment`.
 *
 * @throws UserError `CONFIG_CYCLE`
 */
function stackInstances(system, environment) {
    const tags = {
        ...environment.tags,
        'slipway:system': system.system,
        'slipway:environment': environment.environment,
    };
    const instances = system.stacks.map((stack) => ({
        name: stack.name,
        stackName: deployedStackName(system.system, environment.environment, stack.name),
        account: environment.account,
        region: environment.regions[stack.region],
        template: stack.template,
        parameters: { ...stack.parameters, ...environment.values[stack.name] },
        tags,
    }));
    const order = (0,_stack_order_js__WEBPACK_IMPORTED_MODULE_1__/* .orderStacks */ .S)(instances.map(({ name }) => name), instances.flatMap(({ name, parameters }) => (0,_parse_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .takes */ .ny)(name, parameters)));
    return instances.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}
/** A parameter's text, or `undefined` where its stack or output is not there (yet). */
function resolveSource(source, outputs) {
    return source.kind === 'literal' ? source.value : outputs[source.stack]?.[source.output];
}
/** The error for a reference that cannot be resolved. `what` takes it, in words. */
function missingOutput(what, source, outputs) {
    if (source.kind === 'literal')
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('OUTPUT_MISSING', `There is no value for ${what}`);
    const there = outputs[source.stack];
    const state = there === undefined
        ? `the stack ${source.stack} is not deployed`
        : `the stack has ${Object.keys(there).length === 0 ? 'no outputs' : `the outputs ${Object.keys(there).sort().join(', ')}`}`;
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('OUTPUT_MISSING', `There is no output ${source.stack}.${source.output} for ${what}; ${state}`);
}


/***/ }),

/***/ 7017:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ currentOutputs)
/* harmony export */ });
/* harmony import */ var _stacks_read_stack_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7992);

/** The outputs of an environment's stacks as they are now; a stack that is not there has no entry. */
async function currentOutputs(instances, clients) {
    const entries = await Promise.all(instances.map(async (instance) => {
        const stack = await (0,_stacks_read_stack_js__WEBPACK_IMPORTED_MODULE_0__/* .readStack */ .bA)(await clients.cloudFormation(instance.region), instance.stackName);
        return stack === null || stack.status === 'REVIEW_IN_PROGRESS'
            ? []
            : [[instance.name, stack.outputs]];
    }));
    return Object.fromEntries(entries.flat());
}


/***/ }),

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

/***/ 9753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readTarget)
/* harmony export */ });
/* harmony import */ var _config_parse_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6097);
/* harmony import */ var _config_parse_system_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5059);
/* harmony import */ var _config_stack_instances_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7275);
/* harmony import */ var _release_open_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2057);
/* harmony import */ var _smoke_parse_profile_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7702);





/**
 * One environment as the release defines it: its system definition, parameter file and smoke profile, never the working
 * tree's. All are read before anything is planned, so that a mistake in one changes nothing.
 * @throws UserError what parsing them throws, `ARTIFACT_DIGEST`, `ARTIFACT_MISSING`
 */
async function readTarget(release, environment) {
    const system = await readReleasedSystem(release);
    const file = release.manifest.environments[environment];
    const definition = (0,_config_parse_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEnvironment */ .Nq)(await (0,_release_open_release_js__WEBPACK_IMPORTED_MODULE_3__/* .readReleasedText */ .dw)(release, file), file.path, system, environment);
    const { smoke } = release.manifest;
    return {
        release,
        system,
        environment: definition,
        smoke: smoke && (0,_smoke_parse_profile_js__WEBPACK_IMPORTED_MODULE_4__/* .parseSmokeProfile */ .e)(await (0,_release_open_release_js__WEBPACK_IMPORTED_MODULE_3__/* .readReleasedText */ .dw)(release, smoke), smoke.path),
        instances: (0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_2__/* .stackInstances */ .f7)(system, definition),
    };
}
/** The system definition that a release carries. */
async function readReleasedSystem(release) {
    const { definition } = release.manifest;
    return (0,_config_parse_system_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSystem */ .V)(await (0,_release_open_release_js__WEBPACK_IMPORTED_MODULE_3__/* .readReleasedText */ .dw)(release, definition), definition.path);
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


/***/ }),

/***/ 7992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   bA: () => (/* binding */ readStack)
/* harmony export */ });
/* unused harmony export describeOutputs */
/**
 * Describes a stack by name or ARN; `null` where there is none. A deleted stack is found by its ARN only
 * (API reference, DescribeStacks).
 */
async function readStack(api, nameOrArn) {
    try {
        const { Stacks } = await api.describeStacks({ StackName: nameOrArn });
        const stack = Stacks?.[0];
        return stack ? stateOf(stack) : null;
    }
    catch (error) {
        if (isAbsent(error))
            return null;
        throw error;
    }
}
/** The stack's outputs by name; empty where the stack is absent. */
async function describeOutputs(api, nameOrArn) {
    return (await readStack(api, nameOrArn))?.outputs ?? {};
}
function stateOf(stack) {
    return {
        stackId: stack.StackId ?? '',
        stackName: stack.StackName ?? '',
        status: stack.StackStatus ?? '',
        statusReason: nonEmpty(stack.StackStatusReason),
        changeSetId: nonEmpty(stack.ChangeSetId),
        outputs: Object.fromEntries((stack.Outputs ?? []).map((output) => [output.OutputKey ?? '', output.OutputValue ?? ''])),
        parentId: nonEmpty(stack.ParentId),
        createdAt: stack.CreationTime?.getTime() ?? 0,
    };
}
/** CloudFormation has no error of its own for an absent stack: a ValidationError that says so. */
function isAbsent(error) {
    return error instanceof Error && /does not exist/i.test(error.message);
}
function nonEmpty(text) {
    return text === undefined || text === '' ? null : text;
}


/***/ })

};
