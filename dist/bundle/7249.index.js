export const id = 7249;
export const ids = [7249,1738];
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

/***/ 1731:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   UQ: () => (/* binding */ stackFacts)
/* harmony export */ });
/* unused harmony export planFacts */
/* harmony import */ var _runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2673);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);


/**
 * SHA-256 over the facts of a plan: the release and the one it replaces, the trees of changes, the parameters and the
 * site's diff. Neither the order in which CloudFormation lists things nor ARNs, change sets' names, physical ids,
 * positions or time go in, so a change set that is made anew gives the same digest. What an earlier stack of the same
 * deployment still decides goes in by its lineage (`edge.FunctionVersionArn`), never by a value.
 */
function fingerprint(plan) {
    return (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)((0,_runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(planFacts(plan)
        .map((fact) => (0,_runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)([fact.subject, fact.says]))
        .sort()));
}
/** The facts that the fingerprint digests and that two plans are compared by. Two plans with equal facts are one plan. */
function planFacts(plan) {
    const { schema, system, environment, account, release, baseRelease } = plan;
    return [
        { subject: ['plan'], says: { schema, system, environment, account } },
        { subject: ['release'], says: { release } },
        { subject: ['base'], says: { baseRelease } },
        ...plan.stacks.flatMap(stackFacts),
        ...siteFacts(plan.site),
    ];
}
/** The facts of one stack, for comparing it before and after an earlier stack has run. */
function stackFacts(plan) {
    const { stack, stackName, region, outcome, certainty, template } = plan;
    const deferred = new Set(plan.parameters.flatMap((parameter) => parameter.deferred ?? []));
    const parameters = plan.parameters.map((parameter) => {
        const { name, before, after, secret } = parameter;
        const says = parameter.deferred === null ? { before, after, secret } : { deferred: parameter.deferred, secret };
        return { subject: ['parameter', stack, name], says };
    });
    const failures = plan.failures.map((failure) => ({
        subject: ['failure', stack, ...failure.path],
        says: {},
    }));
    return [
        { subject: ['stack', stack], says: { stackName, region, outcome, certainty, template } },
        ...parameters,
        ...nodeFacts(stack, plan.root, deferred),
        ...failures,
    ];
}
function nodeFacts(stack, node, deferred) {
    const at = [stack, ...node.path];
    const own = node.status === 'unchanged'
        ? []
        : [
            {
                subject: ['nested', ...at],
                says: { status: node.status, template: node.template, outputsOnly: node.outputsOnly },
            },
        ];
    const changes = node.changes.flatMap((change) => {
        const { type, action, replacement, certainty, policyAction, renews } = change;
        return [
            {
                subject: ['change', ...at, change.logicalId],
                says: { type, action, replacement, certainty, policyAction, renews },
            },
            ...change.properties.map((property) => ({
                subject: ['property', ...at, change.logicalId, property.path],
                says: propertySays(property, deferred),
            })),
        ];
    });
    const unseen = node.unseen.map(({ logicalId, type }) => ({
        subject: ['unseen', ...at, logicalId],
        says: { type },
    }));
    return [
        ...own,
        ...changes,
        ...unseen,
        ...node.children.flatMap((child) => nodeFacts(stack, child, deferred)),
    ];
}
function propertySays(property, deferred) {
    const { before, after, secret, replacement, certainty } = property;
    const lineage = property.lineage.filter((output) => deferred.has(output)).sort();
    return lineage.length > 0
        ? { lineage, secret, replacement }
        : { before, after, secret, replacement, certainty };
}
function siteFacts(site) {
    if (site === null)
        return [{ subject: ['site'], says: { planned: false } }];
    const keys = (kind) => site[kind].map((key) => ({ subject: ['site', kind, key], says: {} }));
    return [
        { subject: ['site'], says: { planned: true } },
        ...keys('added'),
        ...keys('changed'),
        ...keys('removed'),
        ...keys('invalidate'),
    ];
}


/***/ }),

/***/ 1476:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G4: () => (/* binding */ defaultPolicy),
/* harmony export */   Gj: () => (/* binding */ gate)
/* harmony export */ });
/* unused harmony export overrideOf */
/* harmony import */ var _runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2673);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);
/* harmony import */ var _stateful_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2883);



const defaultPolicy = { statefulTypes: _stateful_types_js__WEBPACK_IMPORTED_MODULE_1__/* .statefulTypes */ .U };
/**
 * Decides whether a plan destroys data: the removal or replacement (conditional too) of a stateful resource anywhere in
 * the tree, the weakening of what protects one, and a stateful resource that no change set showed. Each stop can be
 * overridden by its own word, which names release, system, environment, path and action, and nothing else.
 *
 * @param overrides the 16-digit words that were given, by label or input; unknown ones change nothing
 */
function gate(input, policy = defaultPolicy, overrides = []) {
    const given = new Set(Array.from(overrides, (word) => word.trim().toLowerCase()));
    const stops = input.stacks
        .flatMap((stack) => nodeStops(stack.root, policy).map((stop) => ({ ...stop, stack: stack.stack })))
        .map((stop) => {
        const override = overrideOf({ ...input, stack: stop.stack, path: stop.path, action: stop.action });
        return { ...stop, override, overridden: given.has(override) };
    });
    const failed = input.stacks.some((stack) => stack.failures.length > 0);
    return { verdict: failed || stops.some((stop) => !stop.overridden) ? 'stop' : 'pass', stops };
}
/** The word that overrides one stop: 16 hex digits, good for this release, environment, resource and action alone. */
function overrideOf(stop) {
    const { release, system, environment, stack, path, action } = stop;
    return (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)((0,_runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .d)([release, system, environment, stack, path, action])).slice(0, 16);
}
function nodeStops(node, policy) {
    const pathOf = (logicalId) => [...node.path, logicalId].join('/');
    const unseen = node.unseen.map((resource) => ({
        path: pathOf(resource.logicalId),
        type: resource.type,
        action: 'unseen',
        reason: lossOf(resource.type, policy),
        at: resource.at,
        property: null,
        policyAction: null,
    }));
    return [
        ...node.changes.flatMap((change) => changeStops(change, pathOf(change.logicalId), policy)),
        ...unseen,
        ...node.children.flatMap((child) => nodeStops(child, policy)),
    ];
}
function changeStops(change, path, policy) {
    const stateful = Object.hasOwn(policy.statefulTypes, change.type);
    if (!stateful && change.type !== _stateful_types_js__WEBPACK_IMPORTED_MODULE_1__/* .nestedStackType */ .k)
        return [];
    const base = {
        path,
        type: change.type,
        reason: lossOf(change.type, policy),
        at: change.at,
        policyAction: change.policyAction,
    };
    const stops = [];
    if (stateful && change.action === 'remove')
        stops.push({ ...base, action: 'remove', property: null });
    if (stateful && isReplacement(change)) {
        const cause = change.properties.find((property) => property.replacement === 'always') ??
            change.properties.find((property) => property.replacement === 'conditional');
        stops.push({ ...base, action: 'replace', property: cause?.path ?? null });
    }
    const weakened = change.action === 'modify' ? change.properties.find(isWeakening) : undefined;
    if (weakened)
        stops.push({ ...base, action: 'weaken', property: weakened.path });
    return stops;
}
/** `Dynamic` means that CloudFormation can't tell the action (API reference, ResourceChange): it counts as a replacement. */
function isReplacement(change) {
    return change.action === 'dynamic' || (change.action === 'modify' && change.replacement !== 'never');
}
/**
 * How much a policy keeps. Absent means `Delete` (User Guide, "DeletionPolicy attribute"). `RetainExceptOnCreate` keeps
 * like `Retain` once the resource is there. What is not known protects nothing.
 */
const protection = {
    Delete: 0,
    Snapshot: 1,
    Retain: 2,
    RetainExceptOnCreate: 2,
};
function isWeakening(property) {
    const { path, before, after } = property;
    if (path === 'DeletionPolicy' || path === 'UpdateReplacePolicy') {
        const kept = protection[before ?? 'Delete'] ?? 2;
        return kept > (protection[after ?? 'Delete'] ?? 0);
    }
    if (path === 'DeletionProtection' || path === 'DeletionProtectionEnabled') {
        const isOn = (text) => /^(true|active)$/i.test(text ?? '');
        return isOn(before) && !isOn(after);
    }
    return false;
}
function lossOf(type, policy) {
    if (type === _stateful_types_js__WEBPACK_IMPORTED_MODULE_1__/* .nestedStackType */ .k)
        return 'what its resources hold';
    return policy.statefulTypes[type] ?? 'what it holds';
}


/***/ }),

/***/ 7461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ stackPlanSchema),
/* harmony export */   Ne: () => (/* binding */ gateStopSchema),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var _config_environment_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5899);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1731);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1476);





const text = valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP();
const nullableText = valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP());
const digest = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(/^[0-9a-f]{64}$/, 'is not 64 lower-case hex digits'));
const texts = valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(text);
const count = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(0));
const replacement = valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['never', 'conditional', 'always']);
const certainty = valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['certain', 'possible']);
const position = valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ file: text, line: count, column: count }));
const propertyChange = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    path: text,
    before: nullableText,
    after: nullableText,
    secret: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    replacement,
    certainty,
    lineage: texts,
});
const resourceChange = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    logicalId: text,
    type: text,
    physicalId: nullableText,
    action: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['add', 'modify', 'remove', 'import', 'dynamic', 'sync']),
    replacement,
    certainty,
    policyAction: nullableText,
    at: position,
    properties: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(propertyChange),
    renews: nullableText,
});
const stackNode = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    path: texts,
    template: nullableText,
    status: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['create', 'change', 'unchanged', 'remove']),
    changes: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(resourceChange),
    outputsOnly: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    dropped: count,
    unseen: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ logicalId: text, type: text, at: position })),
    children: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .lazy */ .RZV(() => stackNode)),
});
/** The shape of one stack of a plan file. */
const stackPlanSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    stack: text,
    stackName: text,
    region: text,
    outcome: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['create', 'change', 'none']),
    certainty: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['full', 'partial']),
    changeSet: nullableText,
    template: digest,
    parameters: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        name: text,
        before: nullableText,
        after: nullableText,
        secret: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
        deferred: nullableText,
    })),
    root: stackNode,
    warnings: texts,
    failures: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ path: texts, reason: text, at: position })),
});
/** The shape of a stop of the gate in a plan file. */
const gateStopSchema = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    stack: text,
    path: text,
    type: text,
    action: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['remove', 'replace', 'weaken', 'unseen']),
    reason: text,
    at: position,
    property: nullableText,
    policyAction: nullableText,
    override: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(/^[0-9a-f]{16}$/, 'is not 16 lower-case hex digits')),
    overridden: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
});
const plan = valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    schema: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    system: text,
    environment: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_config_environment_name_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentNames */ .i),
    account: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(/^\d{12}$/, 'is not 12 digits')),
    release: digest,
    baseRelease: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(digest),
    stacks: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(stackPlanSchema),
    site: valibot__WEBPACK_IMPORTED_MODULE_3__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        added: texts,
        changed: texts,
        removed: texts,
        unchanged: count,
        bytes: count,
        invalidate: texts,
    })),
    gate: valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ verdict: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(['pass', 'stop']), stops: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(gateStopSchema) }),
    hasChanges: valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    fingerprint: digest,
    createdAt: valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .isoTimestamp */ .yhX()),
});
/**
 * Reads a plan file back. What it says is not believed: the fingerprint is made again from the contents, and the gate's
 * verdict again from the changes and the overrides that the file says were given.
 *
 * @param source the file's text
 * @param file its name, for messages
 * @throws UserError `PLAN_UNREADABLE` (no JSON), `PLAN_SHAPE` (names each field), `PLAN_FINGERPRINT` (contents and
 *   fingerprint do not belong together), `PLAN_GATE` (the verdict does not follow from the changes)
 */
function parsePlan(source, file) {
    let data;
    try {
        data = JSON.parse(source);
    }
    catch (error) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PLAN_UNREADABLE', `${file} is not JSON`, { cause: error, next: again });
    }
    const result = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(plan, data);
    if (!result.success) {
        const issues = result.issues
            .slice(0, 5)
            .map((issue) => `${valibot__WEBPACK_IMPORTED_MODULE_3__/* .getDotPath */ .BuJ(issue) ?? 'the plan'}: ${issueText(issue)}`);
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PLAN_SHAPE', `${file} is not a plan. ${issues.join('. ')}.`, { next: again });
    }
    const read = result.output;
    const actual = (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .Rj)(read);
    if (actual !== read.fingerprint) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PLAN_FINGERPRINT', `${file} says fingerprint ${read.fingerprint.slice(0, 8)}, but its contents have ${actual.slice(0, 8)}: it was changed after it was made`, { next: again });
    }
    const overrides = read.gate.stops.filter((stop) => stop.overridden).map((stop) => stop.override);
    const verdict = (0,_gate_js__WEBPACK_IMPORTED_MODULE_2__/* .gate */ .Gj)(read, undefined, overrides);
    if (verdict.verdict !== read.gate.verdict || verdict.stops.length !== read.gate.stops.length) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PLAN_GATE', `${file} says the gate's verdict is "${read.gate.verdict}" with ${read.gate.stops.length} stops, but its changes give "${verdict.verdict}" with ${verdict.stops.length}`, { next: again });
    }
    return read;
}
const again = 'Make the plan again: slipway plan <system> <environment>';
function issueText(issue) {
    const expected = issue.expected === null ? '' : `, expected ${issue.expected}`;
    return issue.message.startsWith('is not') ? issue.message : `received ${issue.received}${expected}`;
}


/***/ }),

/***/ 2883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ statefulTypes),
/* harmony export */   k: () => (/* binding */ nestedStackType)
/* harmony export */ });
/**
 * Resource types that hold what a template can't bring back, and what would be lost. The gate stops at their removal or
 * replacement. Source for each: "Return values" and "Update requires" of the type in the CloudFormation resource
 * reference; the choice of types follows what its own `DeletionPolicy` page names as worth keeping, widened by keys,
 * identities and addresses.
 */
const statefulTypes = {
    'AWS::S3::Bucket': 'its objects',
    'AWS::S3Express::DirectoryBucket': 'its objects',
    'AWS::S3Tables::TableBucket': 'its tables',
    'AWS::DynamoDB::Table': 'its items',
    'AWS::DynamoDB::GlobalTable': 'its items',
    'AWS::RDS::DBInstance': 'its databases',
    'AWS::RDS::DBCluster': 'its databases',
    'AWS::RDS::GlobalCluster': 'its databases',
    'AWS::DocDB::DBCluster': 'its databases',
    'AWS::Neptune::DBCluster': 'its graph',
    'AWS::Redshift::Cluster': 'its warehouse',
    'AWS::RedshiftServerless::Namespace': 'its warehouse',
    'AWS::DSQL::Cluster': 'its databases',
    'AWS::Timestream::Database': 'its tables',
    'AWS::Timestream::Table': 'its records',
    'AWS::Cassandra::Keyspace': 'its tables',
    'AWS::Cassandra::Table': 'its rows',
    'AWS::ElastiCache::CacheCluster': 'its cached data',
    'AWS::ElastiCache::ReplicationGroup': 'its cached data',
    'AWS::ElastiCache::ServerlessCache': 'its cached data',
    'AWS::MemoryDB::Cluster': 'its data',
    'AWS::OpenSearchService::Domain': 'its indices',
    'AWS::OpenSearchServerless::Collection': 'its indices',
    'AWS::Elasticsearch::Domain': 'its indices',
    'AWS::EFS::FileSystem': 'its files',
    'AWS::FSx::FileSystem': 'its files',
    'AWS::EC2::Volume': 'its blocks',
    'AWS::EC2::Instance': 'what lies on its disks',
    'AWS::EC2::EIP': 'its address, which others may have allowed',
    'AWS::KMS::Key': 'the key without which data encrypted with it can not be read',
    'AWS::KMS::ReplicaKey': 'the key without which data encrypted with it can not be read',
    'AWS::SecretsManager::Secret': 'its value',
    'AWS::Cognito::UserPool': 'its users',
    'AWS::Cognito::IdentityPool': 'its identities',
    'AWS::Cognito::UserPoolDomain': 'its sign-in address',
    'AWS::Kinesis::Stream': 'its unread records',
    'AWS::MSK::Cluster': 'its topics',
    'AWS::SQS::Queue': 'its unread messages',
    'AWS::Logs::LogGroup': 'its log history',
    'AWS::ECR::Repository': 'its images',
    'AWS::Route53::HostedZone': 'its name servers and records',
    'AWS::SES::EmailIdentity': 'its verification',
    'AWS::Backup::BackupVault': 'its recovery points',
    'AWS::CodeCommit::Repository': 'its commits',
    'AWS::IAM::User': 'its access keys',
    'AWS::ApiGateway::ApiKey': 'its value, which clients hold',
};
/** Its removal shows as the removal of what it holds; only the policy that protects it as a whole is looked at here. */
const nestedStackType = 'AWS::CloudFormation::Stack';


/***/ }),

/***/ 6401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isStatic)
/* harmony export */ });
function isStatic(plan) {
    return 'kind' in plan;
}


/***/ }),

/***/ 5925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ headline),
/* harmony export */   X: () => (/* binding */ planMarkdown)
/* harmony export */ });
/* harmony import */ var _plan_static_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6401);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4285);
/* harmony import */ var _plan_notes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3537);
/* harmony import */ var _plan_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5569);
/* harmony import */ var _plan_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6130);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7885);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4062);








const commentLimit = 65_536;
/** Columns of the tree's left and right side. */
const leftWidth = 56;
const valueWidth = 32;
/**
 * The plans of one system for a pull request: the verdict, one line an environment, what stops, and the changes folded
 * away. If the place is too small, the trees are left out first, and the comment says so.
 */
function planMarkdown(comment) {
    const limit = comment.limit ?? commentLimit;
    const whole = render(comment, details(comment.entries, 'listed'));
    if (whole.length <= limit)
        return whole;
    const folded = render(comment, details(comment.entries, 'folded'));
    if (folded.length <= limit)
        return folded;
    const bare = render(comment, ['The changes are too many for a comment; the full report lists them.']);
    if (bare.length <= limit)
        return bare;
    const room = bare.slice(0, limit - 3);
    const end = room.lastIndexOf('\n\n');
    return `${end > 0 ? room.slice(0, end) : room}\n\n…`;
}
function render(comment, trees) {
    const problems = comment.entries.filter((entry) => entry.plan === null);
    return [
        `### Slipway · ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(comment.system)} · ${headline(comment.entries)}`,
        ...(comment.cautions ?? []).map((text) => `> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(text)}`),
        ...cautions(comment.entries),
        table(comment.entries),
        ...comment.entries.flatMap(({ plan }) => (plan === null ? [] : stopBlocks((0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .stopTexts */ .lh)(plan)))),
        ...problems.map(({ environment, problem }) => `> **${environment} has no plan.** ${problem === undefined ? 'Its job did not hand one in.' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(problem)}`),
        ...trees,
        footer(comment),
    ].join('\n\n');
}
/** Said before anything else, so that nobody takes a comparison of sources for a plan. */
function cautions(entries) {
    const texts = entries.flatMap(({ plan }) => (plan === null ? [] : ((0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .caveat */ .jf)(plan) ?? [])));
    return [...new Set(texts)].map((text) => `> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(text)}`);
}
/** `prod stops, dev and sit are ready`: the worst first. */
function headline(entries) {
    const phrases = _plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdicts */ .rY.flatMap((verdict) => {
        const names = entries
            .filter(({ plan }) => (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictOf */ .Vj)(plan) === verdict)
            .map(({ environment }) => environment);
        return names.length === 0 ? [] : [`${(0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(names)} ${verbs[verdict][names.length === 1 ? 0 : 1]}`];
    });
    return phrases.length === 0 ? 'nothing planned' : phrases.join(', ');
}
const verbs = {
    missing: ['has no plan', 'have no plan'],
    failed: ['cannot be planned', 'cannot be planned'],
    stopped: ['stops', 'stop'],
    changed: ['changes', 'change'],
    ready: ['is ready', 'are ready'],
    'no-changes': ['has no changes', 'have no changes'],
};
function table(entries) {
    const number = (count) => (count === 0 ? '–' : String(count));
    const grave = (count, possible = 0) => {
        const text = count === 0 ? (possible > 0 ? '' : '–') : `**${count}**`;
        return [text, possible > 0 ? `${possible} possible` : ''].filter((part) => part !== '').join(' + ');
    };
    const rows = entries.map(({ environment, plan }) => {
        const verdict = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictOf */ .Vj)(plan);
        const word = verdict === 'ready' || verdict === 'changed' || verdict === 'no-changes'
            ? _plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictWords */ .L2[verdict]
            : `**${_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictWords */ .L2[verdict]}**`;
        if (plan === null)
            return `| ${environment} | | | | | | ${word} |`;
        const sum = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .totals */ .Sd)(plan.stacks);
        const region = plan.stacks.find((stack) => stack.region !== 'us-east-1')?.region ?? plan.stacks[0]?.region;
        const allowed = (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .isStatic */ .N)(plan) ? 0 : plan.gate.stops.filter((stop) => stop.overridden).length;
        const cells = [
            region === undefined ? environment : `${environment} · ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(region)}`,
            number(sum.add),
            number(sum.change),
            grave(sum.replace, sum.possibleReplace),
            grave(sum.remove),
            siteCell(plan),
            allowed > 0 ? `${word}, ${allowed} allowed` : word,
        ];
        return `| ${cells.map(_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn).join(' | ')} |`;
    });
    return [
        '| environment | add | change | replace | remove | site | verdict |',
        '| --- | --- | --- | --- | --- | --- | --- |',
        ...rows,
    ].join('\n');
}
function siteCell(plan) {
    const site = (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .isStatic */ .N)(plan) ? null : plan.site;
    if (site === null)
        return '–';
    const parts = [
        site.added.length > 0 ? `${site.added.length} new` : '',
        site.changed.length > 0 ? `${site.changed.length} changed` : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? '–' : parts.join(', ');
}
/** The first ones in full; of many, the others are a line each, for nobody reads a wall. */
function stopBlocks(stops) {
    const told = stops.length > 4 ? 3 : stops.length;
    const rest = stops.slice(told).map((stop) => {
        const label = stop.label === null ? '' : ` ${stop.overridden ? 'Allowed by' : 'Label'} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(stop.label)}.`;
        return `> - ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(stop.headline)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(stop.subject)}.${label}`;
    });
    return [...stops.slice(0, told).map(stopBlock), ...(rest.length > 0 ? [rest.join('\n')] : [])];
}
function stopBlock(stop) {
    const cause = stop.property === null ? '' : `: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(stop.property)} changes`;
    const where = stop.place === null ? '' : ` (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(stop.place)})`;
    const lines = [
        `> **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(stop.headline)}${stop.overridden ? ', and may' : ''}.** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(stop.subject)}${cause}${where}.`,
        `> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(stop.fate)}`,
    ];
    if (stop.label !== null) {
        lines.push(stop.overridden
            ? `> Allowed by ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(stop.label)}.`
            : `> If you mean it, add the label ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(stop.label)} (this release, this environment, this resource, this action; nothing else).`);
    }
    return lines.join('\n');
}
/** Environments whose trees read the same share one. */
function details(entries, possible) {
    const groups = new Map();
    for (const { environment, plan } of entries) {
        if (plan === null || (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictOf */ .Vj)(plan) === 'no-changes')
            continue;
        const text = detail(plan, possible);
        groups.set(text, [...(groups.get(text) ?? []), environment]);
    }
    return [...groups].map(([text, environments]) => {
        const plan = entries.find(({ environment }) => environment === environments[0])?.plan;
        const size = plan ? (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeText */ .lP)((0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .totals */ .Sd)(plan.stacks)) : '';
        return `<details><summary>${(0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .listed */ .KE)(environments)}: ${size}</summary>\n\n${text}\n\n</details>`;
    });
}
function detail(plan, mode) {
    const options = { additions: 'folded', possible: 'counted', value: valueWidth };
    const rows = plan.stacks
        .filter((stack) => stack.outcome !== 'none')
        .flatMap((stack) => (0,_plan_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .planRows */ .Lq)(stack, options))
        .filter((row) => mode === 'listed' || row.level !== 'property');
    const site = (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .isStatic */ .N)(plan) ? null : (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .siteText */ .tE)(plan.site);
    const warnings = plan.stacks.flatMap((stack) => stack.warnings);
    const blocks = [
        rows.length > 0 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .fenced */ .OF)('diff', rowLines(rows)) : '',
        mode === 'folded'
            ? 'Properties are left out: the comment would be too long. The full report has them.'
            : '',
        site === null ? '' : `Site: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(site)}.`,
        (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .notes */ .Q2)(plan).map(_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS).join(' '),
        warnings.map((warning) => `- warning: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(warning)}`).join('\n'),
    ];
    return blocks.filter((block) => block !== '').join('\n\n');
}
const gutters = {
    plain: ' ',
    add: '+',
    change: '!',
    replace: '-',
    remove: '-',
    possible: ' ',
};
function rowLines(rows) {
    const left = (0,_visible_js__WEBPACK_IMPORTED_MODULE_7__/* .widest */ .D3)(rows.map((row) => row.left), leftWidth);
    return rows.map((row) => `${gutters[row.tone]} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_7__/* .padded */ .jC)((0,_visible_js__WEBPACK_IMPORTED_MODULE_7__/* .cut */ .Jj)(row.left, left), left)}  ${row.right}`.trimEnd());
}
function footer(comment) {
    const fingerprints = comment.entries.flatMap(({ environment, plan }) => plan === null || (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .isStatic */ .N)(plan) ? [] : [`${environment} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(plan.fingerprint))}`]);
    const parts = [
        comment.release === '' ? '' : `release ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(comment.release))}`,
        fingerprints.length > 0 ? `plan ${fingerprints.join(', ')}` : '',
        comment.commit === null ? '' : `commit ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(comment.commit.slice(0, 7))}${mergeText(comment)}`,
        ...(comment.links ?? []).map(({ text, url }) => `[${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(text)}](<${encodeURI(url).replaceAll('>', '%3E').replaceAll('<', '%3C')}>)`),
    ];
    return parts.filter((part) => part !== '').join(' · ');
}
function mergeText({ merge }) {
    return merge === null || merge === undefined ? '' : `, merged as ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(merge.slice(0, 7))}`;
}


/***/ }),

/***/ 3537:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jf: () => (/* binding */ caveat),
  Q2: () => (/* binding */ notes),
  tE: () => (/* binding */ siteText),
  lP: () => (/* binding */ sizeText),
  lh: () => (/* binding */ stopTexts)
});

// EXTERNAL MODULE: ./src/plan/static-plan.ts
var static_plan = __webpack_require__(6401);
;// CONCATENATED MODULE: ./src/report/gate-words.ts
/** `AWS::S3::Bucket` → `bucket`, `AWS::Cognito::UserPool` → `user pool`. */
function noun(type) {
    const name = type.split('::').at(-1) ?? type;
    return name
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
        .split(' ')
        .map((word) => (/^[A-Z0-9]{2,}$/.test(word) ? word : word.toLowerCase()))
        .join(' ');
}
/** `a bucket`, `an API key`: by the sound of the first letter. */
function withArticle(word) {
    const vowel = /^[A-Z]{2}/.test(word) ? /^[AEFHILMNORSX]/ : /^[aeiou](?!s[aeiou]|ni)/i;
    return `${vowel.test(word) ? 'an' : 'a'} ${word}`;
}
/** `prod would replace a bucket`. */
function stopHeadline(environment, stop) {
    const what = withArticle(noun(stop.type));
    switch (stop.action) {
        case 'replace':
            return `${environment} would replace ${what}`;
        case 'remove':
            return `${environment} would remove ${what}`;
        case 'weaken':
            return `${environment} would take protection from ${what}`;
        case 'unseen':
            return `${environment} may touch ${what} that the plan could not see`;
    }
}
/** What becomes of the resource and of what it holds, from CloudFormation's policy action. */
function fate(stop) {
    const what = noun(stop.type);
    const action = stop.policyAction ?? '';
    if (stop.action === 'weaken' || stop.action === 'unseen')
        return `At stake: ${stop.reason}.`;
    if (action.includes('Retain')) {
        return stop.action === 'replace'
            ? `The old ${what} is kept, but the application would start with an empty one.`
            : `The ${what} is kept, but nothing manages it any more.`;
    }
    if (action.includes('Snapshot'))
        return `A snapshot is taken first. Lost: ${stop.reason}.`;
    return `Lost: ${stop.reason}.`;
}
/** The label that lets exactly this happen. */
function allowLabel(stop) {
    return `slipway:allow ${stop.override}`;
}

// EXTERNAL MODULE: ./src/report/plan-summary.ts
var plan_summary = __webpack_require__(6130);
// EXTERNAL MODULE: ./src/report/units.ts
var units = __webpack_require__(7885);
;// CONCATENATED MODULE: ./src/report/plan-notes.ts




/** `4 changes in 2 of 9 stacks`. */
function sizeText(sum) {
    if ((0,plan_summary/* certain */.pY)(sum) === 0 && sum.touched === 0)
        return `no certain change in ${(0,units/* counted */.hS)(sum.stacks, 'stack')}`;
    return `${(0,units/* counted */.hS)((0,plan_summary/* certain */.pY)(sum), 'change')} in ${sum.touched} of ${(0,units/* counted */.hS)(sum.stacks, 'stack')}`;
}
/** What the tree does not show, in sentences. */
function notes(plan) {
    const sum = (0,plan_summary/* totals */.Sd)(plan.stacks);
    const lines = [];
    if (sum.possible > 0) {
        const where = plan.stacks
            .flatMap((stack) => (0,plan_summary/* nodesOf */.Nh)(stack.root).map((node) => ({ name: [stack.stack, ...node.path].join('/'), node })))
            .map(({ name, node }) => ({
            name,
            count: (0,plan_summary/* shownChanges */.ph)(node).filter((change) => (0,plan_summary/* kindOf */.I)(change) === 'possible').length,
        }))
            .filter(({ count }) => count > 0)
            .map(({ name, count }) => `${count} in ${name}`);
        lines.push(`Only possible, decided while it runs: ${(0,units/* listed */.KE)(where)}.`);
    }
    if (sum.dropped > 0) {
        lines.push(`Left out: ${(0,units/* counted */.hS)(sum.dropped, 'change')} that only seem so because an input is not known before it runs.`);
    }
    const unchanged = sum.stacks - sum.touched;
    if (unchanged > 0)
        lines.push(`Unchanged: ${(0,units/* counted */.hS)(unchanged, 'stack')}.`);
    if ((0,static_plan/* isStatic */.N)(plan))
        return [...lines, ...plan.remarks];
    for (const stack of plan.stacks) {
        if (stack.certainty === 'partial') {
            lines.push(`${stack.stack} is planned in part only: the nested stacks could not be seen in full.`);
        }
        if (stack.outcome === 'create' && stack.changeSet === null) {
            lines.push(`${stack.stack} does not exist yet: planned from its template and parameters.`);
        }
    }
    return lines;
}
/** What a comparison of sources is not; `null` for a plan that AWS made. */
function caveat(plan) {
    if (!(0,static_plan/* isStatic */.N)(plan))
        return null;
    const base = /^[0-9a-f]{40,64}$/.test(plan.comparedWith)
        ? plan.comparedWith.slice(0, 12)
        : plan.comparedWith;
    return `Compared with the base (${base}), not with what runs; made from the sources, without credentials.`;
}
/** `site: 3 new, 2 changed, 209 unchanged, 12.3 kB to write, 2 paths to invalidate`; `null` where nothing changes. */
function siteText(site) {
    if (site === null)
        return null;
    const moved = site.added.length + site.changed.length + site.removed.length;
    if (moved === 0)
        return null;
    const parts = [
        site.added.length > 0 ? `${site.added.length} new` : '',
        site.changed.length > 0 ? `${site.changed.length} changed` : '',
        site.removed.length > 0 ? `${site.removed.length} no longer used` : '',
        site.unchanged > 0 ? `${site.unchanged} unchanged` : '',
        `${(0,units/* bytes */.ee)(site.bytes)} to write`,
        site.invalidate.length > 0
            ? `${(0,units/* counted */.hS)(site.invalidate.length, 'path')} to invalidate`
            : 'nothing to invalidate',
    ];
    return parts.filter((part) => part !== '').join(', ');
}
function stopTexts(plan) {
    const failures = plan.stacks.flatMap((stack) => stack.failures.map((failure) => ({
        headline: `${plan.environment} cannot be planned`,
        subject: [stack.stack, ...failure.path].join('/'),
        property: null,
        place: failure.at ? `${failure.at.file} line ${failure.at.line}` : null,
        fate: failure.reason,
        label: null,
        overridden: false,
    })));
    const stops = plan.gate.stops.map((stop) => ({
        headline: stopHeadline(plan.environment, stop),
        subject: `${stop.stack}/${stop.path}`,
        property: stop.property,
        place: stop.at ? `${stop.at.file} line ${stop.at.line}` : null,
        fate: fate(stop),
        label: 'override' in stop ? allowLabel(stop) : null,
        overridden: 'override' in stop && stop.overridden,
    }));
    return [...failures, ...stops];
}


/***/ }),

/***/ 5569:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ wordFor),
/* harmony export */   Lq: () => (/* binding */ planRows),
/* harmony export */   U$: () => (/* binding */ isParameterChange),
/* harmony export */   Z8: () => (/* binding */ marks),
/* harmony export */   ip: () => (/* binding */ tones),
/* harmony export */   p5: () => (/* binding */ parameterText),
/* harmony export */   pn: () => (/* binding */ propertyText)
/* harmony export */ });
/* harmony import */ var _plan_summary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6130);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7885);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4062);



const marks = {
    add: '+',
    change: '~',
    replace: '±',
    remove: '-',
    renew: '↻',
    import: '←',
    possible: '?',
};
const tones = {
    add: 'add',
    change: 'change',
    replace: 'replace',
    remove: 'remove',
    renew: 'change',
    import: 'add',
    possible: 'possible',
};
/** The tree of one stack's changes, parents first. Stacks without a change are left out. */
function planRows(stack, options) {
    const { root } = stack;
    return [
        nodeRow(root, stack.stack, '', options),
        ...nodeBody(root, '', options, (guide) => parameterRows(stack, guide, options)),
    ];
}
function nodeRow(node, name, lead, options) {
    const row = (tone, mark, said) => ({
        level: 'stack',
        tone,
        left: lead + mark + (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(name),
        right: [said, (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(node.template ?? '')].filter((text) => text !== '').join('  '),
        at: null,
    });
    const resources = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .shownChanges */ .ph)(node).length;
    const size = (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(resources, 'resource');
    switch (node.status) {
        case 'create':
            return row('add', '+ ', options.additions === 'folded' && resources > 0 ? `new stack, ${size}` : 'new stack');
        case 'remove':
            return row('remove', '- ', `removed with ${size}`);
        case 'change':
        case 'unchanged':
            return row('plain', '', '');
    }
}
function nodeBody(node, lead, options, parameters = () => []) {
    const children = node.children.filter((child) => (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesOf */ .Nh)(child).some((each) => isShown(each, options)));
    const guide = `${lead}${children.length > 0 ? '│ ' : '  '}`;
    const row = (tone, left, right, at) => ({
        level: 'change',
        tone,
        left: guide + left,
        right,
        at,
    });
    return [
        ...parameters(guide),
        ...ownChanges(node, options).flatMap((change) => resourceRows(change, guide, options)),
        ...(node.outputsOnly ? [row('change', '~ outputs', 'only outputs or tags change', null)] : []),
        ...node.unseen.map((each) => row('possible', `? ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(each.logicalId)}`, `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(each.type)}  not seen, counted as touched`, each.at)),
        ...children.flatMap((child, index) => {
            const last = index === children.length - 1;
            return [
                nodeRow(child, child.path.at(-1) ?? '', `${lead}${last ? '└─ ' : '├─ '}`, options),
                ...nodeBody(child, `${lead}${last ? '   ' : '│  '}`, options),
            ];
        }),
    ];
}
function ownChanges(node, options) {
    if (options.additions === 'folded' && node.status === 'create')
        return [];
    return (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .shownChanges */ .ph)(node).filter((change) => options.possible === 'listed' || (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(change) !== 'possible');
}
function isShown(node, options) {
    if (!(0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .isTouched */ .Dn)(node))
        return false;
    return (node.status !== 'change' ||
        node.outputsOnly ||
        node.unseen.length > 0 ||
        ownChanges(node, options).length > 0);
}
function resourceRows(change, guide, options) {
    const kind = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(change);
    const tone = tones[kind];
    const head = {
        level: 'change',
        tone,
        left: `${guide}${marks[kind]} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(change.logicalId)}`,
        right: [(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(change.type), wordFor(change, kind)].filter((text) => text !== '').join('  '),
        at: change.at,
    };
    if (kind === 'add' || kind === 'remove' || kind === 'possible')
        return [head];
    const properties = change.properties.map((property) => ({
        level: 'property',
        tone,
        left: `${guide}    ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(property.path)}`,
        right: propertyText(property, options.value),
        at: null,
    }));
    return [head, ...properties];
}
/** What the mark alone may not say. */
function wordFor(change, kind) {
    const words = [];
    if (kind === 'replace')
        words.push('replaced');
    if (kind === 'import')
        words.push('imported');
    if (kind === 'renew')
        words.push(change.type === 'AWS::ApiGateway::Deployment' ? 'API redeployed' : 'renewed');
    if (kind === 'possible')
        words.push('decided while it runs');
    if ((0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_0__/* .mayReplace */ .kA)(change))
        words.push('may be replaced');
    if (change.action === 'sync')
        words.push('drift put right');
    if (kind === 'remove' && change.policyAction?.includes('Retain') === true)
        words.push('kept, no longer managed');
    return words.join(', ');
}
/** `256 → 512`; a secret only says that it changes. */
function propertyText(property, columns) {
    const notes = [
        property.replacement === 'always'
            ? 'replaces'
            : property.replacement === 'conditional'
                ? 'may replace'
                : '',
        property.lineage.length > 0 ? `from ${property.lineage.join(', ')}` : '',
        property.certainty === 'possible' ? 'decided while it runs' : '',
    ].filter((note) => note !== '');
    const change = property.secret
        ? '•••• (secret) changed'
        : changeText(property.before, property.after, columns);
    return notes.length === 0 ? change : `${change}  (${notes.join('; ')})`;
}
function changeText(before, after, columns) {
    return `${valueText(before, columns)} → ${valueText(after, columns)}`;
}
function valueText(value, columns) {
    return value === null ? '(none)' : value === '' ? '(empty)' : (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .cut */ .Jj)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(value), columns);
}
function parameterRows(stack, guide, options) {
    if (stack.outcome === 'create')
        return [];
    return stack.parameters.filter(isParameterChange).map((parameter) => ({
        level: 'property',
        tone: 'change',
        left: `${guide}~ parameter ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(parameter.name)}`,
        right: parameterText(parameter, options.value),
        at: null,
    }));
}
function isParameterChange(parameter) {
    return parameter.before !== parameter.after;
}
function parameterText(parameter, columns) {
    if (parameter.secret)
        return '•••• (secret) changed';
    const text = changeText(parameter.before, parameter.after, columns);
    return parameter.deferred === null ? text : `${text}  (from ${parameter.deferred}, known after it)`;
}


/***/ }),

/***/ 6130:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dn: () => (/* binding */ isTouched),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   L2: () => (/* binding */ verdictWords),
/* harmony export */   Nh: () => (/* binding */ nodesOf),
/* harmony export */   Sd: () => (/* binding */ totals),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   kA: () => (/* binding */ mayReplace),
/* harmony export */   pY: () => (/* binding */ certain),
/* harmony export */   ph: () => (/* binding */ shownChanges),
/* harmony export */   rY: () => (/* binding */ verdicts)
/* harmony export */ });
/* harmony import */ var _plan_static_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6401);

function kindOf(change) {
    if (change.certainty === 'possible' || change.action === 'dynamic')
        return 'possible';
    switch (change.action) {
        case 'add':
            return change.renews === null ? 'add' : 'renew';
        case 'remove':
            return 'remove';
        case 'import':
            return 'import';
        case 'modify':
        case 'sync':
            return change.replacement === 'always' ? 'replace' : 'change';
    }
}
/** A node's own changes as they are shown: without nested stacks (they are nodes) and without a renewal's removed half. */
function shownChanges(node) {
    const nested = new Set(node.children.map((child) => child.path.at(-1)));
    const renewed = new Set(node.changes.map((change) => change.renews));
    return node.changes.filter((change) => !(change.type === 'AWS::CloudFormation::Stack' && nested.has(change.logicalId)) &&
        !(change.action === 'remove' && renewed.has(change.logicalId)));
}
/** A node and all that it nests, parents first. */
function nodesOf(node) {
    return [node, ...node.children.flatMap(nodesOf)];
}
function isTouched(node) {
    return node.status !== 'unchanged' || node.changes.length > 0 || node.outputsOnly || node.unseen.length > 0;
}
function totals(stacks) {
    const nodes = stacks.flatMap((stack) => nodesOf(stack.root));
    const changes = nodes.flatMap(shownChanges);
    const count = (...kinds) => changes.filter((change) => kinds.includes(kindOf(change))).length;
    return {
        add: count('add'),
        change: count('change', 'renew', 'import'),
        replace: count('replace'),
        remove: count('remove'),
        possible: count('possible'),
        possibleReplace: changes.filter(mayReplace).length,
        dropped: nodes.reduce((sum, node) => sum + node.dropped, 0),
        stacks: nodes.length,
        touched: nodes.filter((node) => node.status === 'remove' || node.status === 'create' || isMoved(node))
            .length,
    };
}
/** The number of certain changes. */
function certain(sum) {
    return sum.add + sum.change + sum.replace + sum.remove;
}
function isMoved(node) {
    return shownChanges(node).some((change) => kindOf(change) !== 'possible') || node.outputsOnly;
}
/** A replacement that CloudFormation decides while it runs. */
function mayReplace(change) {
    return (change.replacement === 'conditional' ||
        (change.replacement === 'always' && (change.certainty === 'possible' || change.action === 'dynamic')));
}
/** What a plan means for whoever waits for it; the worst first. `changed` is all that a comparison of sources can say. */
const verdicts = ['missing', 'failed', 'stopped', 'changed', 'ready', 'no-changes'];
function verdictOf(plan) {
    if (plan === null)
        return 'missing';
    if (plan.stacks.some((stack) => stack.failures.length > 0))
        return 'failed';
    if (plan.gate.verdict === 'stop')
        return 'stopped';
    if (!plan.hasChanges)
        return 'no-changes';
    return (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .isStatic */ .N)(plan) ? 'changed' : 'ready';
}
/** As it stands in a table. */
const verdictWords = {
    missing: 'no plan',
    failed: 'cannot be planned',
    stopped: 'stopped',
    changed: 'changes',
    ready: 'ready',
    'no-changes': 'no changes',
};


/***/ })

};
