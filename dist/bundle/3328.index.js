export const id = 3328;
export const ids = [3328];
export const modules = {

/***/ 1401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ checkArtifacts)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _release_open_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2057);
/* harmony import */ var _stores_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6753);



/**
 * Compares every artifact of the release with its digest, as each bucket of the environment holds it, before anything uses
 * one: a key could have been planted.
 * @throws UserError ARTIFACT_DIGEST; ARTIFACT_MISSING with the command that copies the release there
 */
async function checkArtifacts(target, clients, clock) {
    const { release, environment, system } = target;
    const stores = await (0,_stores_js__WEBPACK_IMPORTED_MODULE_2__/* .artifactStores */ .j)(environment, clients, clock);
    const checks = await Promise.allSettled(stores.map(({ store, contents }) => (0,_release_open_release_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyRelease */ .VA)(release.manifest, store, contents)));
    for (const check of checks) {
        if (check.status === 'fulfilled')
            continue;
        const error = check.reason;
        if (!(error instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || error.code !== 'ARTIFACT_MISSING')
            throw error;
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(error.code, error.message, {
            cause: error,
            next: `slipway release ${system.system}   (copies the release to every environment)`,
        });
    }
}


/***/ }),

/***/ 3155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ checkPlan),
/* harmony export */   f: () => (/* binding */ gateStopped)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _plan_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5122);
/* harmony import */ var _plan_gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2037);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4225);
/* harmony import */ var _plan_changed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3081);





/**
 * Whether a plan may be executed here and now: it is of this release and environment, says what its fingerprint says, the
 * gate passes it with these overrides, and the environment still runs what it was planned against.
 *
 * @throws UserError PLAN_MISMATCH, GATE_STOPPED, PLAN_CHANGED
 */
function checkPlan({ target, plan, overrides }, head) {
    const { release, system, environment } = target;
    const wanted = `${system.system} ${environment.environment} (account ${environment.account}) release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .short */ .h)(release.id)}`;
    const found = `${plan.system} ${plan.environment} (account ${plan.account}) release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .short */ .h)(plan.release)}`;
    if (wanted !== found || plan.release !== release.id) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PLAN_MISMATCH', `this is the plan of ${found}, not of ${wanted}`, {
            next: `slipway plan ${system.system} ${environment.environment} --release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .short */ .h)(release.id)}`,
        });
    }
    if ((0,_plan_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .Rj)(plan) !== plan.fingerprint) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PLAN_MISMATCH', `the plan does not say what its fingerprint ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .short */ .h)(plan.fingerprint)} says; it has been altered`, {
            next: `slipway plan ${system.system} ${environment.environment} --release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .short */ .h)(release.id)}`,
        });
    }
    const words = overrides.map(({ override }) => override);
    const { verdict, stops } = (0,_plan_gate_js__WEBPACK_IMPORTED_MODULE_2__/* .gate */ .Gj)(plan, _plan_gate_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultPolicy */ .G4, words);
    if (verdict === 'stop')
        throw gateStopped(plan, stops);
    if (head.release !== plan.baseRelease && head.release !== release.id) {
        const name = (id) => (id === null ? 'nothing' : `release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .short */ .h)(id)}`);
        throw (0,_plan_changed_js__WEBPACK_IMPORTED_MODULE_4__/* .planChanged */ .c)(plan, [
            { kind: 'base', where: plan.environment, approved: name(plan.baseRelease), now: name(head.release) },
        ]);
    }
}
/** The error of a plan that the gate stops: what would be lost, and the word for each. */
function gateStopped(plan, stops) {
    const open = stops.filter(({ overridden }) => !overridden);
    const lines = open.map(({ stack, path, type, action, override }) => `   ${stack}/${path}  ${type}  ${action}   --allow ${override}`);
    const failures = plan.stacks.flatMap(({ stackName, failures: failed }) => failed.map(({ path, reason }) => `   ${[stackName, ...path].join('/')}: ${reason}`));
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('GATE_STOPPED', [`the gate stops ${plan.system} ${plan.environment}:`, ...lines, ...failures].join('\n'), {
        next: open.length === 0
            ? 'mend what CloudFormation refuses, and plan again'
            : 'if you mean it, give the words above with --allow; each covers this release, environment, resource and action alone',
    });
}


/***/ }),

/***/ 3081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ planChanged)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4225);


/** As many differences as are shown; the rest is counted. */
const shown = 20;
/** The error for a plan that is not what was approved any more: it says what differs. Secrets are masked in plans already. */
function planChanged(approved, differences) {
    const lines = differences
        .slice(0, shown)
        .map(({ kind, where, approved: was, now }) => `   ${subjectOf(kind, where)}: ${was ?? 'nothing'} → ${now ?? 'nothing'}`);
    const rest = differences.length > shown ? [`   … and ${differences.length - shown} more`] : [];
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PLAN_CHANGED', [
        `what would happen to ${approved.environment} is not what was approved as plan ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h)(approved.fingerprint)} (approved → now):`,
        ...lines,
        ...rest,
    ].join('\n'), {
        next: `slipway plan ${approved.system} ${approved.environment} --release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h)(approved.release)}   (and approve that)`,
    });
}
/** What a reference leads to says by itself what has happened: somebody set or rotated it. */
function subjectOf(kind, where) {
    const [stack = '', ...name] = where.split(' ');
    if (kind === 'secret' || kind === 'ssm') {
        const what = kind === 'secret' ? 'the secret' : 'the parameter';
        return `${what} ${name.join(' ')} that ${stack} takes has another version than was approved`;
    }
    return `${kind} ${where}`;
}


/***/ }),

/***/ 5818:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ changeSetName),
  R: () => (/* binding */ planEnvironment)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/plan/fingerprint.ts + 1 modules
var fingerprint = __webpack_require__(5122);
// EXTERNAL MODULE: ./src/plan/gate.ts + 1 modules
var gate = __webpack_require__(2037);
;// CONCATENATED MODULE: ./src/plan/compose-plan.ts


/** Puts the parts together: gate, fingerprint, and whether there is anything to do. */
function composePlan(options) {
    const { system, environment, account, release, baseRelease, stacks, site } = options;
    const content = { schema: 1, system, environment, account, release, baseRelease, stacks, site };
    return {
        ...content,
        gate: (0,gate/* gate */.Gj)({ release, system, environment, stacks }, options.policy ?? gate/* defaultPolicy */.G4, options.overrides),
        hasChanges: stacks.some((stack) => stack.outcome !== 'none') || siteChanges(site),
        fingerprint: (0,fingerprint/* fingerprint */.Rj)(content),
        createdAt: new Date(options.clock.now()).toISOString(),
    };
}
function siteChanges(site) {
    return site !== null && site.added.length + site.changed.length + site.removed.length > 0;
}

// EXTERNAL MODULE: ./src/release/open-release.ts
var open_release = __webpack_require__(2057);
// EXTERNAL MODULE: ./src/template/evaluate-tree.ts
var evaluate_tree = __webpack_require__(4416);
// EXTERNAL MODULE: ./src/template/evaluated.ts
var evaluated = __webpack_require__(607);
// EXTERNAL MODULE: ./src/plan/assemble-stack-plan.ts + 30 modules
var assemble_stack_plan = __webpack_require__(6688);
;// CONCATENATED MODULE: ./src/plan/made-names.ts




const made = new Set(['AWS::SecretsManager::Secret', 'AWS::SSM::Parameter']);
/**
 * The secrets and parameters of SSM that a stack makes under a name of their own, each with what makes it:
 * `photos/dev/db` → `data/storage/Password`. What a later stack of the same deployment takes by that name is not decided yet.
 */
async function madeNames(instance, release, planned) {
    const parameters = Object.entries(planned).map(([name, { value, lineage, deferred }]) => {
        const source = lineage ?? name;
        const isOpen = value === null || deferred;
        return [name, isOpen ? (0,evaluated/* unresolved */.II)(`\${${source}}`, (0,evaluated/* lineageOf */.bQ)(source)) : (0,evaluated/* known */.eO)(value)];
    });
    const stack = (0,evaluate_tree/* evaluateTree */.q)(await (0,open_release/* releasedTemplates */.tS)(release, instance.name), {
        parameters: Object.fromEntries(parameters),
        pseudo: { ...(0,assemble_stack_plan/* pseudoParameters */.zo)(instance), stackName: instance.stackName },
    });
    return new Map(namesIn(stack, instance.name));
}
function namesIn(stack, root) {
    const own = stack.resources.flatMap(({ logicalId, type, properties }) => {
        const named = made.has(type) && properties.kind === 'map' ? properties.entries.get('Name') : undefined;
        const name = named === undefined ? undefined : (0,evaluated/* exact */.e0)(named);
        return typeof name === 'string' ? [[name, [root, ...stack.path, logicalId].join('/')]] : [];
    });
    return [...own, ...[...stack.children.values()].flatMap((child) => namesIn(child, root))];
}

// EXTERNAL MODULE: ./src/plan/plan-parameters.ts
var plan_parameters = __webpack_require__(3185);
// EXTERNAL MODULE: ./src/plan/plan-stack.ts + 11 modules
var plan_stack = __webpack_require__(9087);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
// EXTERNAL MODULE: ./src/deployment/check-artifacts.ts
var check_artifacts = __webpack_require__(1401);
// EXTERNAL MODULE: ./src/deployment/current-outputs.ts
var current_outputs = __webpack_require__(7017);
// EXTERNAL MODULE: ./src/deployment/environment-ledger.ts
var environment_ledger = __webpack_require__(1814);
// EXTERNAL MODULE: ./src/deployment/guard-target.ts
var guard_target = __webpack_require__(4986);
// EXTERNAL MODULE: ./src/deployment/plan-site-of.ts
var plan_site_of = __webpack_require__(2134);
// EXTERNAL MODULE: ./src/deployment/stores.ts
var stores = __webpack_require__(6753);
// EXTERNAL MODULE: ./src/deployment/system-secrecy.ts
var system_secrecy = __webpack_require__(7447);
// EXTERNAL MODULE: ./src/deployment/target.ts
var deployment_target = __webpack_require__(442);
;// CONCATENATED MODULE: ./src/deployment/plan-environment.ts














/**
 * Plans what a release would do to one environment: its stacks in order, then its site. Creates nothing but change sets on
 * stacks that exist.
 *
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT, ARTIFACT_MISSING, ARTIFACT_DIGEST, LEDGER_DAMAGED, STACK_BUSY,
 *   STACK_STUCK, TEMPLATE_REJECTED, OUTPUT_MISSING, REFERENCE_UNREADABLE, and what planning the site throws
 */
async function planEnvironment(options) {
    const { target, session, purpose, overrides } = options;
    const { release, system, environment, instances } = target;
    const role = roleFor(purpose);
    const clients = session.clients(environment, role);
    await (0,guard_target/* guardTarget */.j)(target, clients);
    await (0,check_artifacts/* checkArtifacts */.E)(target, clients, session.clock);
    const ledger = await (0,environment_ledger.environmentLedger)(environment, clients, session);
    const [head, outputs] = await Promise.all([ledger.readHead(), (0,current_outputs/* currentOutputs */.s)(instances, clients)]);
    const stacks = await planStacks(options, clients, { base: head.release, outputs });
    return composePlan({
        system: system.system,
        environment: environment.environment,
        account: environment.account,
        release: release.id,
        baseRelease: head.release,
        stacks,
        site: await (0,plan_site_of/* planSiteOf */.KC)({ target, session, clients }, outputs, (0,plan_site_of/* pendingOf */.lc)(stacks)),
        overrides,
        clock: session.clock,
    });
}
async function planStacks(options, clients, { base, outputs }) {
    const { target, session, purpose } = options;
    const { release, environment, instances } = target;
    const store = await (0,stores/* homeStore */.X)(environment, clients, session.clock);
    const secrecy = await (0,system_secrecy/* systemSecrecy */.i)(target, base, { store, logger: session.logger });
    const stacks = [];
    const makes = new Map();
    for (const instance of instances) {
        const parameters = (0,plan_parameters/* planParameters */.m)(instance, outputs, (0,plan_site_of/* pendingOf */.lc)(stacks), secrecy.outputs);
        stacks.push(await (0,plan_stack/* planStack */.qz)({
            instance,
            parameters,
            formerSecrets: secrecy.formerSecrets(instance.name),
            references: clients,
            makes,
            release,
            artifactBucket: (0,deployment_target/* artifactBucket */.Vc)(environment.account, instance.region),
            changeSetName: changeSetName(purpose, release.id, session.commit),
            api: await clients.cloudFormation(instance.region),
            clock: session.clock,
            logger: session.logger,
            signal: session.signal,
            drift: options.drift === true ? driftLook(options, instance.region) : undefined,
        }));
        if (!(0,plan_site_of/* pendingOf */.lc)(stacks).has(instance.name))
            continue;
        for (const [name, maker] of await madeNames(instance, release, parameters))
            makes.set(name, maker);
    }
    return stacks;
}
/**
 * Detection reads resources with the rights of whoever asks. Only `watch` has them, and only main may take that role: a pull
 * request reads what the last detection has found.
 */
function driftLook({ target, session, purpose }, region) {
    const isPullRequest = purpose.kind === 'pull-request';
    const role = isPullRequest ? roleFor(purpose) : 'watch';
    return {
        look: isPullRequest ? 'last' : 'now',
        api: async () => session.clients(target.environment, role).drift(region),
    };
}
function roleFor(purpose) {
    switch (purpose.kind) {
        case 'pull-request':
            return 'preview';
        case 'run':
            return 'plan';
        case 'deployment':
            return 'deploy';
    }
}
/** Unique for a stack, and telling: a fixed name would make concurrent runs collide. */
function changeSetName(purpose, release, commit) {
    const unique = (0,external_node_crypto_.randomUUID)().slice(0, 8);
    if (purpose.kind !== 'pull-request')
        return `slipway-run-${(0,sha256/* short */.h)(release)}-${unique}`;
    return `slipway-pr-${purpose.number}-${commit === null ? (0,sha256/* short */.h)(release) : commit.slice(0, 12)}-${unique}`;
}


/***/ }),

/***/ 8147:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ writePlanFile),
/* harmony export */   wr: () => (/* binding */ readPlanFile)
/* harmony export */ });
/* unused harmony export planFile */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6505);
/* harmony import */ var _plan_parse_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7461);




/** Where the plan of one environment lies in a folder of plans. */
function planFile(folder, system, environment) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${system}-${environment}.json`);
}
/** Writes a plan into a folder of plans. @returns its path */
async function writePlanFile(folder, plan) {
    const file = planFile(folder, plan.system, plan.environment);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, `${JSON.stringify(plan, null, 2)}\n`);
    return file;
}
/**
 * Reads a plan file back.
 * @param shown how messages name it
 * @throws UserError PLAN_FILE_MISSING, and what `parsePlan` throws
 */
async function readPlanFile(path, shown) {
    const source = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch((cause) => {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('PLAN_FILE_MISSING', `there is no plan file ${shown}`, {
            next: 'slipway plan <system> <environment> --save-plans <folder>',
            cause,
        });
    });
    return (0,_plan_parse_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePlan */ .vS)(source, shown);
}


/***/ }),

/***/ 2134:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ei: () => (/* binding */ siteDifferences),
/* harmony export */   KC: () => (/* binding */ planSiteOf),
/* harmony export */   lc: () => (/* binding */ pendingOf)
/* harmony export */ });
/* harmony import */ var _config_stack_instances_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7275);
/* harmony import */ var _site_plan_site_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5447);


/** The stacks whose outputs a deployment may still change. */
function pendingOf(stacks) {
    return new Set(stacks.filter(({ outcome }) => outcome !== 'none').map(({ stack }) => stack));
}
/**
 * The site's diff against what its bucket holds now; outputs of stacks that are still to change are taken as they are.
 * `null` for a system without a site.
 *
 * @throws UserError OUTPUT_MISSING, and what `planSite` throws
 */
async function planSiteOf({ target, session, clients, }, outputs, pending) {
    const { site } = target.system;
    if (site === null)
        return null;
    const bucket = (0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveSource */ .ev)(site.bucket, outputs) ?? null;
    const config = Object.entries(site.config).map(([key, source]) => [key, (0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveSource */ .ev)(source, outputs)]);
    const known = config.every(([, value]) => value !== undefined);
    // A bucket that is still to be made: everything is new, and config.json is written once the outputs are known.
    if (bucket === null && pending.size === 0)
        throw (0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_0__/* .missingOutput */ .av)('site.bucket', site.bucket, outputs);
    const planned = await (0,_site_plan_site_js__WEBPACK_IMPORTED_MODULE_1__/* .planSite */ .h)({
        release: target.release,
        s3: await clients.s3(target.environment.regions.home),
        bucket,
        config: known ? Object.fromEntries(config) : null,
        logger: session.logger,
    });
    return planned.changes;
}
/**
 * What publishing the site would do now that was not approved. A run that was killed may have published part of it: what is
 * there already is no difference.
 */
function siteDifferences(approved, now) {
    return ['added', 'changed', 'removed'].flatMap((kind) => {
        const known = new Set(approved === null ? [] : [...approved.added, ...approved.changed, ...approved.removed]);
        return (now?.[kind] ?? [])
            .filter((key) => !known.has(key))
            .map((key) => ({ kind: 'site', where: key, approved: null, now: kind }));
    });
}


/***/ }),

/***/ 8937:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ requireProven)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _ledger_head_after_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2700);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4225);
/* harmony import */ var _environment_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1814);
/* harmony import */ var _guard_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4986);
/* harmony import */ var _read_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9753);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(442);







/**
 * A release goes to an environment only after the one before it runs that very release with its smoke checks passed.
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT for the environment before; NOT_PROVEN where it has not passed there; SUPERSEDED where a newer release has taken its place
 */
async function requireProven(target, session) {
    const { release, system, environment } = target;
    const before = (0,_target_js__WEBPACK_IMPORTED_MODULE_5__/* .previousEnvironment */ .xw)(environment.environment);
    if (before === null)
        return;
    const { environment: previous } = await (0,_read_target_js__WEBPACK_IMPORTED_MODULE_4__/* .readTarget */ ._)(release, before);
    const clients = session.clients(previous, 'plan');
    await (0,_guard_target_js__WEBPACK_IMPORTED_MODULE_3__/* .guardTarget */ .j)({ environment: previous }, clients);
    const ledger = await (0,_environment_ledger_js__WEBPACK_IMPORTED_MODULE_2__.environmentLedger)(previous, clients, session);
    const head = await ledger.readHead();
    if (head.release === release.id && head.goodRelease === release.id && head.state === 'green')
        return;
    if (head.release !== release.id && head.release !== null) {
        const passed = (await ledger.records({ limit: 100 })).some((record) => record.release === release.id && (0,_ledger_head_after_js__WEBPACK_IMPORTED_MODULE_6__/* .hasPassed */ .Pc)(record));
        if (passed) {
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('SUPERSEDED', `${before} runs release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h)(head.release)} by now, so ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h)(release.id)} has been overtaken and does not go to ${environment.environment}`, { next: `slipway promote ${system.system} --release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h)(head.release)}` });
        }
    }
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('NOT_PROVEN', `release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h)(release.id)} can't go to ${environment.environment}: ${whyNot(head, release.id, before)}`, { next: `slipway deploy ${system.system} ${before} --release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h)(release.id)}` });
}
function whyNot(head, release, before) {
    if (head.release === null)
        return `${before} runs nothing yet`;
    if (head.release !== release)
        return `${before} runs release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h)(head.release)}`;
    return head.goodRelease === release
        ? `${before} is red: a deployment after this one did not end well there`
        : `its smoke checks have not passed in ${before}`;
}


/***/ }),

/***/ 275:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ releaseToRollBackTo)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _release_open_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2057);
/* harmony import */ var _ledger_head_after_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2700);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4225);
/* harmony import */ var _environment_ledger_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1814);
/* harmony import */ var _guard_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4986);
/* harmony import */ var _stores_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6753);







/**
 * Finds the release that an environment goes back to and opens it from the environment's own artifacts: the newest good
 * one before what runs now, or the one of its history that `to` begins.
 *
 * @param environment where, from any release or from the repository: only account and regions are taken
 * @param role who reads the ledger and the artifacts: `plan` before an approval, `deploy` in the run that goes back
 * @throws UserError NOTHING_TO_ROLL_BACK, RELEASE_UNKNOWN, RELEASE_AMBIGUOUS, LEDGER_DAMAGED, ARTIFACT_MISSING
 */
async function releaseToRollBackTo(environment, session, to, role = 'deploy') {
    const clients = session.clients(environment, role);
    await (0,_guard_target_js__WEBPACK_IMPORTED_MODULE_4__/* .guardTarget */ .j)({ environment }, clients);
    const ledger = await (0,_environment_ledger_js__WEBPACK_IMPORTED_MODULE_3__.environmentLedger)(environment, clients, session);
    const store = await (0,_stores_js__WEBPACK_IMPORTED_MODULE_5__/* .homeStore */ .X)(environment, clients, session.clock);
    if (to !== null)
        return (0,_release_open_release_js__WEBPACK_IMPORTED_MODULE_1__/* .openRelease */ .gS)((await ledger.findRelease(to)).release, store);
    const head = await ledger.readHead();
    if (head.goodRelease !== null && head.goodRelease !== head.release)
        return (0,_release_open_release_js__WEBPACK_IMPORTED_MODULE_1__/* .openRelease */ .gS)(head.goodRelease, store);
    const records = await ledger.records({ limit: 200 });
    const earlier = records.find((record) => record.release !== head.release && (0,_ledger_head_after_js__WEBPACK_IMPORTED_MODULE_6__/* .hasPassed */ .Pc)(record));
    if (earlier === undefined)
        throw nothingEarlier(environment.system, environment.environment, head.release);
    return (0,_release_open_release_js__WEBPACK_IMPORTED_MODULE_1__/* .openRelease */ .gS)(earlier.release, store);
}
function nothingEarlier(system, environment, current) {
    const runs = current === null
        ? 'nothing has been deployed there'
        : `it runs ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h)(current)}, and no earlier release has passed its smoke checks there`;
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('NOTHING_TO_ROLL_BACK', `${system} ${environment} has nothing to go back to: ${runs}`, {
        next: `slipway status ${system}`,
    });
}


/***/ }),

/***/ 7447:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ systemSecrecy)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _plan_secret_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2372);
/* harmony import */ var _release_open_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2057);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4225);
/* harmony import */ var _read_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9753);





/**
 * Follows secrets through the wiring of the release and of the one before. Where that can't be read any more (swept, or in a
 * form of another version of Slipway), every parameter whose value changes is taken for a secret.
 *
 * @param base the release that the environment runs; `null`: none that is known, so that nothing is known to be a secret
 */
async function systemSecrecy(target, base, { store, logger }) {
    const outputs = await (0,_plan_secret_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .outputSecrecy */ .I)(target.instances, target.release);
    if (base === null)
        return { outputs, formerSecrets: () => new Set() };
    if (base === target.release.id)
        return withFormer(outputs, { instances: target.instances, outputs });
    const former = await formerWiring(base, target, store).catch((error) => {
        if (!(error instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ))
            throw error;
        logger.warn(`what release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_3__/* .short */ .h)(base)} wired can't be read, so changed parameters are masked: ${error.message}`);
        return null;
    });
    return former === null ? { outputs, formerSecrets: () => 'all' } : withFormer(outputs, former);
}
async function formerWiring(base, { environment }, store) {
    const { instances, release } = await (0,_read_target_js__WEBPACK_IMPORTED_MODULE_4__/* .readTarget */ ._)(await (0,_release_open_release_js__WEBPACK_IMPORTED_MODULE_2__/* .openRelease */ .gS)(base, store), environment.environment);
    return { instances, outputs: await (0,_plan_secret_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .outputSecrecy */ .I)(instances, release) };
}
function withFormer(outputs, former) {
    const either = new Map(outputs);
    for (const [output, isSecret] of former.outputs)
        if (isSecret)
            either.set(output, true);
    return {
        outputs: either,
        formerSecrets: (stack) => {
            const instance = former.instances.find(({ name }) => name === stack);
            return instance === undefined ? new Set() : (0,_plan_secret_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .secretParameters */ .B)(instance, former.outputs);
        },
    };
}


/***/ }),

/***/ 1531:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ requireNewestCommit)
/* harmony export */ });
/* harmony import */ var _deployment_environment_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1814);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4225);



/**
 * Stops a release whose commit was overtaken: where builds take their time, the run of an older push may come after that
 * of a newer one, and a run of last week may be started again. The ledger says which commit was there last; GitHub, which
 * of the two is older. Going back is what a rollback is for.
 *
 * @throws UserError SUPERSEDED, and what reading the ledger and GitHub's API throw
 */
async function requireNewestCommit(action, options) {
    const { target, session, run, role, githubToken } = options;
    const { environment, system } = target;
    const ledger = await (0,_deployment_environment_ledger_js__WEBPACK_IMPORTED_MODULE_0__.environmentLedger)(environment, session.clients(environment, role), session);
    const [last] = await ledger.records({ limit: 1 });
    const there = last?.commit ?? null;
    if (last === undefined || there === null || there === run.sha || githubToken === '')
        return;
    const api = await action.openGitHub(githubToken);
    if ((await api.compareCommits(there, run.sha)) !== 'behind')
        return;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('SUPERSEDED', `${environment.environment} has had release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_2__/* .short */ .h)(last.release)} of commit ${there.slice(0, 12)}, which is newer than this run's ${run.sha.slice(0, 12)}; nothing was changed`, {
        next: `nothing, if the newer one is meant; back to an earlier release: slipway rollback ${system.system} ${environment.environment}`,
    });
}


/***/ }),

/***/ 203:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ noteUnmatched),
  m: () => (/* binding */ overrideWords)
});

// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
;// CONCATENATED MODULE: ./src/plan/gate-override.ts

/** What the label of an override begins with. */
const labelStart = 'slipway:allow';
/**
 * Reads one override as a person gives it: its 16 hex digits, or the label that holds them, in either case.
 *
 * @returns the 16 digits in lower case
 * @throws UserError `OVERRIDE_MALFORMED` for anything else
 */
function readOverride(text) {
    const word = /^(?:slipway:allow\s+)?([0-9a-f]{16})$/i.exec(text.trim())?.[1];
    if (word === undefined)
        throw malformed(text);
    return word.toLowerCase();
}
/**
 * The overrides among the labels of a pull request: `slipway:allow 4be1c02d77a9f310`, exactly as the comment prints it.
 *
 * @throws UserError `OVERRIDE_MALFORMED` for a label that is meant as one (it begins with `slipway:allow`) and is none:
 *   whoever set it believes that it lets something through
 */
function overridesOfLabels(labels) {
    const words = labels
        .filter((label) => label.trim().toLowerCase().startsWith(labelStart))
        .map((label) => {
        const word = /^slipway:allow ([0-9a-f]{16})$/.exec(label)?.[1];
        if (word === undefined)
            throw malformed(label);
        return word;
    });
    return [...new Set(words)];
}
/** The words that name no stop of any of these verdicts: given for another release or environment, or mistyped. */
function unmatchedOverrides(words, verdicts) {
    const asked = new Set(verdicts.flatMap(({ stops }) => stops.map(({ override }) => override)));
    return [...new Set(words)].filter((word) => !asked.has(word));
}
/**
 * Refuses words that match nothing: each was worked out from one release, system, environment, path and action, and falls
 * with the next release.
 *
 * @throws UserError `OVERRIDE_UNMATCHED`, with the words that these plans do ask for
 */
function requireMatched(words, verdicts) {
    const unmatched = unmatchedOverrides(words, verdicts);
    if (unmatched.length === 0)
        return;
    const asked = verdicts.flatMap(({ stops }) => stops);
    const choices = asked.map(({ stack, path, action, override }) => `   ${override}  ${action}  ${stack}/${path}`);
    throw new UserError('OVERRIDE_UNMATCHED', [
        `the gate asks for no ${unmatched.join(', ')}: a word is good for one release, environment, resource and action`,
        ...(choices.length === 0 ? ['nothing stops here'] : ['it asks for', ...choices]),
    ].join('\n'), { next: choices.length === 0 ? 'leave the words out' : 'give a word of the list above' });
}
function malformed(text) {
    const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
    return new slipway_error/* UserError */.yo('OVERRIDE_MALFORMED', `${shown} is no override of the gate: it is the label "slipway:allow" with one blank and 16 hex digits (0-9, a-f), or the digits alone`, { next: 'copy the label from the plan: it stands below what the gate stops' });
}

// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
;// CONCATENATED MODULE: ./src/github/api/override-labels.ts


/**
 * The overrides that labels give, and who gave them. On main these are the labels of the pull requests that were merged
 * as the commit (GET /repos/{owner}/{repo}/commits/{sha}/pulls).
 * @throws UserError OVERRIDE_MALFORMED, the codes of github-error.ts
 */
async function overrideLabels(api, source) {
    const pullRequests = source.kind === 'pull-request'
        ? [await api.getPullRequest(source.number)]
        : (await api.listPullRequestsOfCommit(source.sha)).filter(({ isMerged, baseRef }) => isMerged && baseRef === 'main');
    const given = [];
    for (const { number, labels } of pullRequests) {
        const overrides = overridesOfLabels(labels).filter((word) => given.every(({ override }) => override !== word));
        if (overrides.length === 0)
            continue;
        const setters = await labelSetters(api, number);
        given.push(...overrides.map((override) => ({
            override,
            by: setters.get(`slipway:allow ${override}`) ?? null,
            pullRequest: number,
        })));
    }
    return given;
}
/** Who set each label last; a token that may not read it loses the name, not the override. */
async function labelSetters(api, number) {
    try {
        return new Map((await api.listLabelings(number)).map(({ label, by }) => [label, by]));
    }
    catch (error) {
        if (error instanceof slipway_error/* SlipwayError */.GQ && error.code === 'GITHUB_PERMISSION')
            return new Map();
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/github/steps/override-words.ts




/**
 * The words that an input gives, and those of labels: of the pull request that the run is about, or of the one that was
 * merged as its commit. Labels that can't be read give nothing, which is said; the gate then stops what they would let
 * through.
 *
 * @throws UserError OVERRIDE_MALFORMED for a label that is meant as a word and is none
 */
async function overrideWords(action, run, { allow, githubToken }) {
    const givenBy = new Map();
    const words = new Set(allow);
    const { pullRequest } = run;
    for (const word of overridesOfLabels(pullRequest?.labels ?? []))
        words.add(word);
    if (githubToken === '')
        return { words: [...words], givenBy };
    try {
        const source = pullRequest === null
            ? { kind: 'commit', sha: run.sha }
            : { kind: 'pull-request', number: pullRequest.number };
        for (const { override, by } of await overrideLabels(await action.openGitHub(githubToken), source)) {
            words.add(override);
            if (by !== null)
                givenBy.set(override, by);
        }
    }
    catch (error) {
        if (!(error instanceof slipway_error/* SlipwayError */.GQ) || error.code === 'OVERRIDE_MALFORMED')
            throw error;
        action.log.warn(`labels give no word of the gate: ${error.message} [${error.code}]`);
    }
    return { words: [...words], givenBy };
}
/**
 * Says which words let nothing through here. That is no error: labels stay when a new release makes them void, and one run
 * hands the words of all its environments to each of them.
 */
function noteUnmatched(action, { words }, plan) {
    for (const word of unmatchedOverrides(words, [plan.gate])) {
        action.log.warn(`the word ${word} matches nothing in ${plan.system} ${plan.environment} with release ${(0,sha256/* short */.h)(plan.release)}: it was given for another release, environment, resource or action`);
    }
}


/***/ }),

/***/ 3185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ planParameters)
/* harmony export */ });
/* harmony import */ var _config_stack_instances_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7275);

/**
 * What the parameters of a stack are at the time of planning.
 *
 * @param outputs stack → output → value, as deployed now; a stack that does not exist has no entry
 * @param pending the stacks that this deployment will still create or change; what they feed is deferred
 * @param secrecy which outputs hold a secret; what they feed is masked as if its parameter were `NoEcho`
 * @throws UserError `OUTPUT_MISSING` where a stack that will not run any more lacks the output
 */
function planParameters(instance, outputs, pending, secrecy) {
    const entries = Object.entries(instance.parameters).map(([name, source]) => {
        if (source.kind === 'literal')
            return [name, { value: source.value, lineage: null, deferred: false, secret: false }];
        const lineage = `${source.stack}.${source.output}`;
        const value = (0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveSource */ .ev)(source, outputs) ?? null;
        const deferred = pending.has(source.stack);
        if (value === null && !deferred)
            throw (0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_0__/* .missingOutput */ .av)(`the parameter ${name} of ${instance.stackName}`, source, outputs);
        return [name, { value, lineage, deferred, secret: secrecy.get(lineage) === true }];
    });
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 4604:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ withReferences)
});

// EXTERNAL MODULE: ./src/plan/deployed-tree.ts
var deployed_tree = __webpack_require__(6906);
// EXTERNAL MODULE: ./src/template/dynamic-references.ts
var dynamic_references = __webpack_require__(7106);
// EXTERNAL MODULE: ./src/template/evaluate-tree.ts
var evaluate_tree = __webpack_require__(4416);
// EXTERNAL MODULE: ./src/template/evaluated.ts
var evaluated = __webpack_require__(607);
// EXTERNAL MODULE: ./src/plan/assemble-stack-plan.ts + 30 modules
var assemble_stack_plan = __webpack_require__(6688);
;// CONCATENATED MODULE: ./src/plan/find-references.ts




/**
 * Resources whose `Ref` names a secret or a parameter of SSM, as a dynamic reference takes it (resource reference of each,
 * "Return values"). It is their physical id as well.
 */
const named = new Set([
    'AWS::SecretsManager::Secret',
    'AWS::SecretsManager::SecretTargetAttachment',
    'AWS::SecretsManager::RotationSchedule',
    'AWS::SSM::Parameter',
]);
/**
 * Every dynamic reference that the release's templates hold with the stack's parameters, of the whole tree: whichever way it
 * got there. Each comes once, in a fixed order. One whose name is not known before an earlier stack has run is left out, and
 * so is one that is named by what a resource will be.
 */
function findReferences({ instance, planned, released, inputs, }) {
    const parameters = Object.entries(inputs.evaluated).map(([name, value]) => {
        const { deferred = false, lineage = null } = planned[name] ?? {};
        const source = lineage ?? name;
        return [name, deferred ? (0,evaluated/* unresolved */.II)(`\${${source}}`, (0,evaluated/* lineageOf */.bQ)(source)) : value];
    });
    const stack = (0,evaluate_tree/* evaluateTree */.q)(released.tree, {
        parameters: Object.fromEntries(parameters),
        pseudo: { ...(0,assemble_stack_plan/* pseudoParameters */.zo)(instance), stackName: instance.stackName },
        resource: (path, logicalId, attribute) => attribute === null && named.has(typeOf(released.tree, path, logicalId))
            ? (0,evaluated/* known */.eO)(`<${[...path, logicalId].join('/')}>`)
            : undefined,
    });
    const outputs = new Set(Object.values(planned).flatMap(({ lineage }) => lineage ?? []));
    const found = new Map();
    for (const sources of sourcesIn(stack)) {
        const lineage = sources.filter((source) => outputs.has(source));
        for (const source of sources) {
            const reference = (0,dynamic_references/* parseDynamicReference */.AY)(source);
            if (reference === null)
                continue;
            const { service, name, stage, version } = reference;
            const key = JSON.stringify([service, name, stage, version]);
            const before = found.get(key)?.lineage;
            found.set(key, {
                ...reference,
                resource: /^<(.+)>$/.exec(name)?.[1]?.split('/') ?? null,
                // What one place takes as it stands needs no earlier stack.
                lineage: before === undefined ? lineage : before.filter((each) => lineage.includes(each)),
            });
        }
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reference]) => reference);
}
function sourcesIn(stack) {
    return [
        ...stack.resources.flatMap(({ properties }) => (0,evaluated/* leaves */.FQ)(properties).map(({ value }) => value.lineage.sources)),
        ...[...stack.children.values()].flatMap(sourcesIn),
    ];
}
function typeOf(tree, path, logicalId) {
    let at = tree;
    for (const id of path)
        at = at?.children.get(id);
    return at?.template.body.Resources[logicalId]?.Type ?? '';
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/stacks/transient-error.ts
var transient_error = __webpack_require__(2336);
// EXTERNAL MODULE: ./src/plan/secret-text.ts
var secret_text = __webpack_require__(7884);
;// CONCATENATED MODULE: ./src/plan/referenced-versions.ts




/** Requests at once; Secrets Manager allows far more in a second ("Quotas"). */
const concurrency = 8;
const absent = { arn: null, versions: new Map() };
/**
 * Asks which version stands behind each reference, once for a secret and once for all parameters of a region. No value is
 * read: DescribeSecret gives the ARN and the versions by staging label (API_DescribeSecret, VersionIdsToStages),
 * DescribeParameters the newest version, which is what a reference without one takes. A reference that names its version is
 * answered by itself.
 *
 * @throws UserError REFERENCE_UNREADABLE where there is no telling: what can't be told can't be approved
 */
async function referencedVersions(options) {
    const limit = (0,p_limit/* default */.A)(concurrency);
    const asked = new Map();
    const once = (key, ask) => {
        const known = asked.get(key) ?? limit(ask);
        asked.set(key, known);
        return known;
    };
    const parameters = parametersOf(options);
    const answers = options.references.map(async (reference) => {
        const { service, stage, version: fixed, lineage } = reference;
        const common = { service, name: shownName(reference, options.secrets), stage, lineage };
        const shown = (text) => (0,secret_text/* withoutSecrets */.cT)(text, nameable(options.secrets));
        if (fixed !== null)
            return { ...common, arn: null, version: fixed, state: 'fixed' };
        const id = idOf(reference, options.deployed);
        if (id === null)
            return { ...common, arn: null, version: null, state: 'absent' };
        const { arn, versions } = service === 'secretsmanager'
            ? await once(`secret ${id}`, () => askSecret(id, options))
            : parameterAnswer(await parameters(), id);
        const version = versions.get(stage) ?? null;
        return version === null
            ? { ...common, arn: null, version, state: 'absent' }
            : { ...common, arn: arn === null ? null : shown(arn), version, state: 'found' };
    });
    return Promise.all(answers);
}
/** The physical id of what the stack makes; otherwise the name that the reference has. */
function idOf({ name, resource }, deployed) {
    if (resource === null)
        return name;
    let at = deployed;
    for (const id of resource.slice(0, -1))
        at = at?.children.get(id) ?? null;
    return at?.physicalIds.get(resource.at(-1) ?? '') ?? null;
}
async function askSecret(id, { clients, region, secrets }) {
    try {
        const api = await clients.secretsManager(regionOf(id) ?? region);
        const { ARN = null, DeletedDate, VersionIdsToStages = {} } = await api.describeSecret({ SecretId: id });
        // What is about to be deleted can't be resolved any more (API_DeleteSecret).
        if (DeletedDate !== undefined)
            return absent;
        const versions = Object.entries(VersionIdsToStages).flatMap(([version, stages]) => stages.map((stage) => [stage, version]));
        return { arn: ARN, versions: new Map(versions) };
    }
    catch (error) {
        if (error instanceof Error && error.name === 'ResourceNotFoundException')
            return absent;
        throw unreadable(`the secret ${id}`, 'secretsmanager:DescribeSecret', { error, secrets });
    }
}
/** Asks for all parameters without a version together, when the first is wanted. */
function parametersOf(options) {
    const { references, clients, region, deployed, secrets } = options;
    let asked = null;
    const ask = async () => {
        const ids = references.flatMap((reference) => {
            const isAsked = reference.service !== 'secretsmanager' && reference.version === null;
            return isAsked ? (idOf(reference, deployed) ?? []) : [];
        });
        const names = [...new Set(ids.map(parameterName))].sort();
        try {
            const found = await (await clients.parameterStore(region)).describeParameters(names);
            return new Map(found.map((parameter) => [parameter.Name ?? '', parameter]));
        }
        catch (error) {
            throw unreadable(`the parameters ${names.join(', ')} of SSM`, 'ssm:DescribeParameters', {
                error,
                secrets,
            });
        }
    };
    return () => (asked ??= ask());
}
function parameterAnswer(parameters, id) {
    const { ARN = null, Version } = parameters.get(parameterName(id)) ?? {};
    return Version === undefined ? absent : { arn: ARN, versions: new Map([[null, String(Version)]]) };
}
/** The name in an ARN: one with a path begins with a slash, which the ARN leaves out (Systems Manager User Guide, "Parameter names"). */
function parameterName(id) {
    const name = /^arn:[^:]*:ssm:[^:]*:\d*:parameter\/(.+)$/.exec(id)?.[1];
    if (name === undefined)
        return id;
    return name.includes('/') ? `/${name}` : name;
}
function regionOf(id) {
    return /^arn:[^:]+:secretsmanager:([^:]+):/.exec(id)?.[1] ?? null;
}
/** What hides whole references hides no name: only what is secret in a name itself is taken out. */
function nameable(secrets) {
    return secrets.filter((text) => !text.includes('{{resolve:'));
}
function shownName({ name }, secrets) {
    return (0,secret_text/* withoutSecrets */.cT)(name, nameable(secrets));
}
function unreadable(what, permission, { error, secrets }) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const isDenied = /^(?:AccessDenied|Unauthorized|Forbidden)/.test(name);
    const why = isDenied ? `it may not be described (${name})` : `${name}: ${message}`;
    const text = `no telling which version of ${what} the deployment would take: ${why}`;
    const again = (0,transient_error/* isTransient */.d)(error) ? 'plan again in a while' : 'see that the reference names it rightly';
    return new slipway_error/* UserError */.yo('REFERENCE_UNREADABLE', (0,secret_text/* withoutSecrets */.cT)(text, nameable(secrets)), {
        next: isDenied
            ? `let the role that plans call ${permission} on it (slipway bootstrap does, within an account), or name its version in the reference`
            : again,
    });
}

;// CONCATENATED MODULE: ./src/plan/plan-references.ts



/**
 * Puts to the plan of a stack which version of each secret its deployment would take. A stack that neither changes nor waits
 * for an earlier one never runs, so nothing is asked for it. Of one that runs, every reference counts, not only those of the
 * resources that change: what an earlier stack decides may still change others.
 *
 * @throws UserError REFERENCE_UNREADABLE
 */
async function withReferences(plan, options) {
    const { basis, api, references: clients, makes = new Map() } = options;
    const { instance, current, inputs } = basis;
    const mayRun = plan.outcome !== 'none' || plan.parameters.some(({ deferred }) => deferred !== null);
    const found = mayRun ? findReferences(basis) : [];
    if (found.length === 0)
        return plan;
    const isOwn = found.some(({ resource }) => resource !== null);
    const deployed = options.deployed ??
        (isOwn && current !== null
            ? await (0,deployed_tree/* readDeployedTree */.Vx)(api, current.StackId ?? instance.stackName, current)
            : null);
    const [open, ready] = [
        found.filter(({ name }) => makes.has(name)),
        found.filter(({ name }) => !makes.has(name)),
    ];
    const deferred = open.map(({ service, name, stage, version }) => ({
        ...{ service, name, stage, arn: null, version, state: 'deferred' },
        lineage: [makes.get(name) ?? ''],
    }));
    const versions = await referencedVersions({
        ...{ references: ready, clients, region: instance.region, deployed },
        secrets: inputs.secrets,
    });
    const missing = versions.filter(({ state, name }) => state === 'absent' && !name.startsWith('<'));
    return {
        ...plan,
        references: [...deferred, ...versions],
        warnings: [...plan.warnings, ...missing.map((each) => `${instance.name}: ${notThere(each)}`)],
    };
}
function notThere({ service, name, stage }) {
    const what = service === 'secretsmanager' ? `the secret ${name}` : `the parameter ${name} of SSM`;
    const version = stage === null ? '' : `, or has no version ${stage}`;
    return `${what} is not there yet${version}; unless this stack makes it before it takes it, the deployment fails. Set it and plan again: this plan covers no version of it.`;
}


/***/ }),

/***/ 9087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qz: () => (/* binding */ planStack),
  iA: () => (/* binding */ prepare),
  Fj: () => (/* binding */ secretsOf)
});

// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/release/open-release.ts
var open_release = __webpack_require__(2057);
// EXTERNAL MODULE: ./src/stacks/stack-status.ts
var stack_status = __webpack_require__(1308);
// EXTERNAL MODULE: ./src/plan/assemble-stack-plan.ts + 30 modules
var assemble_stack_plan = __webpack_require__(6688);
// EXTERNAL MODULE: ./src/plan/change-details.ts
var change_details = __webpack_require__(6432);
// EXTERNAL MODULE: ./src/plan/change-set-notices.ts
var change_set_notices = __webpack_require__(7662);
// EXTERNAL MODULE: ./src/plan/secret-text.ts
var secret_text = __webpack_require__(7884);
;// CONCATENATED MODULE: ./src/plan/change-set-failures.ts



/**
 * Every change set of the tree that failed by itself, deepest last; a parent that only names a failed child is left out.
 * What validations and hooks say of it is part of the reason, and the first resource that they name its place.
 */
function changeSetFailures(root, released, secrets) {
    const visit = (node, path, tree, at) => {
        const below = [...node.children].flatMap(([id, child]) => visit(child, [...path, id], tree?.children.get(id), place(tree, id)));
        const isFailure = node.state === 'failed' || node.state === 'gone';
        if (!isFailure || (below.length > 0 && followsChild(node)))
            return below;
        const said = node.reason ??
            (node.state === 'gone' ? 'It was deleted while it was read' : 'CloudFormation gives no reason');
        const notices = (node.notices ?? []).filter(({ fails }) => fails);
        const reason = [said, ...notices.map((notice) => (0,change_set_notices/* noticeText */.ut)(notice, []))].join(' ');
        const named = notices.map((notice) => (0,change_set_notices/* noticePosition */.aB)(notice, tree)).find((each) => each !== null);
        const failure = { path, reason: (0,secret_text/* withoutSecrets */.cT)(reason, secrets), at: named ?? at };
        return [{ failure, forUnresolvedInputs: failsForUnresolvedInputs(said, node) }, ...below];
    };
    return visit(root, [], released, null);
}
function place(tree, logicalId) {
    return tree?.template.body.Resources[logicalId] === undefined
        ? null
        : tree.template.locateKey(['Resources', logicalId]);
}
function followsChild(node) {
    return node.reason?.startsWith('Nested change set ') === true;
}
/**
 * Whether a nested set failed only because values of other nested stacks are not known before they run: the template is
 * not wrong, the change set just can't be had. Forms seen in the wild, see `unresolvedMarker`; `Select`, `Split`,
 * patterns, rules, SSM-typed parameters and export names are what trips over the stand-in text. A parameter that has a
 * value by now and breaks its pattern is simply wrong.
 */
function failsForUnresolvedInputs(reason, { parameters }) {
    if (/\{\{IntrinsicFunction:|KNOWN_AFTER_APPLY/.test(reason))
        return true;
    if (/must match pattern|failed to satisfy constraint/i.test(reason)) {
        const name = /\bparameter:?\s+['"[]?(\w+)/i.exec(reason)?.[1];
        const value = parameters.find(({ ParameterKey }) => ParameterKey === name)?.ParameterValue;
        return value === undefined || value === secret_text/* hiddenByCloudFormation */.wl || change_details/* unresolvedMarker */._6.test(value);
    }
    return [
        /duplicate Export names/i,
        /Fn::(?:Select|Split)\b/,
        /Unable to fetch parameters/i,
        /Template validation error: Rule|Rule .* failed|Assertion failed/i,
    ].some((pattern) => pattern.test(reason));
}

;// CONCATENATED MODULE: ./src/plan/create-change-set.ts


/**
 * Asks for a change set and returns at once; `readChangeSetTree` waits for it.
 *
 * Nested stacks need no capability of their own; `CAPABILITY_NAMED_IAM` covers named and unnamed roles (API reference,
 * CreateChangeSet, Capabilities). `CAPABILITY_AUTO_EXPAND` is not given: no template of ours has a transform.
 *
 * @throws UserError `CHANGE_SET_NAME` for a name that CloudFormation would refuse, `TEMPLATE_REJECTED` with
 *   CloudFormation's words for a template or parameter that it refuses at once, `CHANGE_SET_LIMIT`
 */
async function createChangeSet(request) {
    if (!/^[A-Za-z][-A-Za-z0-9]{0,127}$/.test(request.name)) {
        throw new slipway_error/* UserError */.yo('CHANGE_SET_NAME', `"${request.name}" can't name a change set: it must begin with a letter and hold at most 128 letters, digits and hyphens`);
    }
    const input = {
        StackName: request.stack,
        ChangeSetName: request.name,
        ChangeSetType: request.type,
        TemplateURL: request.templateUrl,
        Parameters: Object.entries(request.parameters)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
        Tags: Object.entries(request.tags)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([Key, Value]) => ({ Key, Value })),
        Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'],
        IncludeNestedStacks: request.scope === 'nested',
        Description: request.description,
        // Lets the SDK try again after a lost answer without a second change set (API reference, ClientToken).
        ClientToken: request.name,
        ...(request.executionRoleArn === undefined ? {} : { RoleARN: request.executionRoleArn }),
    };
    try {
        const { Id, StackId } = await request.api.createChangeSet(input);
        return { arn: required(Id, 'Id'), stackId: required(StackId, 'StackId') };
    }
    catch (error) {
        throw explained(error, request);
    }
}
function explained(error, { stack, name, secrets }) {
    if (!(error instanceof Error))
        return error;
    const words = (0,secret_text/* withoutSecrets */.cT)(error.message, secrets);
    const cause = words === error.message ? { cause: error } : {};
    if (error.name === 'ValidationError' || error.name.startsWith('InsufficientCapabilities')) {
        return new slipway_error/* UserError */.yo('TEMPLATE_REJECTED', `CloudFormation refuses ${stack}: ${words}`, {
            ...cause,
            next: 'slipway lint finds most of these before',
        });
    }
    if (error.name.startsWith('LimitExceeded')) {
        return new slipway_error/* UserError */.yo('CHANGE_SET_LIMIT', `${stack} takes no further change set: ${words}`, {
            ...cause,
            next: `Change sets of earlier plans have piled up, also on its nested stacks. Delete those that begin with ${name.split('-').slice(0, 2).join('-')}-, then plan again.`,
        });
    }
    return error;
}
/** The path-style URL of a packaged template; the domain's suffix follows the partition of the region. */
function templateUrl(bucket, region, sha256) {
    const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    return `https://s3.${region}.${suffix}/${bucket}/${sha256}`;
}
function required(value, field) {
    if (value === undefined)
        throw new TypeError(`CreateChangeSet answered without ${field}`);
    return value;
}

// EXTERNAL MODULE: ./src/plan/deployed-tree.ts
var deployed_tree = __webpack_require__(6906);
// EXTERNAL MODULE: ./src/template/evaluate-tree.ts
var evaluate_tree = __webpack_require__(4416);
// EXTERNAL MODULE: ./src/template/evaluated.ts
var evaluated = __webpack_require__(607);
// EXTERNAL MODULE: ./src/template/parameter-values.ts
var parameter_values = __webpack_require__(7832);
;// CONCATENATED MODULE: ./src/plan/mask-texts.ts



/** What is computed from a secret, or chosen by one, may be a common word: only a longer text is looked for everywhere. */
const shortest = { given: 4, computed: 8 };
/**
 * Every clear text in a tree that must not be printed: what `NoEcho` parameters of any stack are given or have by default,
 * and what templates compute from them (`Base64`, `Join`, …), so that CloudFormation's own words can be searched for it.
 *
 * @param parameters what the root is given
 */
function secretTextsOf(tree, parameters, pseudo) {
    return [...new Set(stackTexts((0,evaluate_tree/* evaluateTree */.q)(tree, { parameters, pseudo })))];
}
function stackTexts(stack) {
    const declared = stack.template.body.Parameters ?? {};
    const given = Object.entries(stack.parameters).flatMap(([name, value]) => {
        const parameter = declared[name];
        return parameter !== undefined && (0,parameter_values/* isNoEcho */.jm)(parameter)
            ? [...texts(value, shortest.given), ...defaultOf(parameter.Default)]
            : [];
    });
    const computed = [...stack.resources.map(({ properties }) => properties), ...Object.values(stack.outputs)];
    return [
        ...given,
        ...computed.flatMap((value) => texts(value, shortest.computed)),
        ...[...stack.children.values()].flatMap(stackTexts),
    ];
}
function texts(value, least) {
    return (0,evaluated/* leaves */.FQ)(value).flatMap(({ value: leaf }) => {
        const text = leaf.kind === 'value' && leaf.lineage.secret ? (0,evaluated/* scalarText */.ws)(leaf.value) : '';
        return text.length >= least ? [text] : [];
    });
}
function defaultOf(value) {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return text.length >= shortest.given ? [text] : [];
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/stacks/pacer.ts
var stacks_pacer = __webpack_require__(3026);
// EXTERNAL MODULE: ./src/stacks/transient-error.ts
var transient_error = __webpack_require__(2336);
;// CONCATENATED MODULE: ./src/plan/drift/read-drifts.ts
/** All pages of what detections have found of a stack's resources, not older than `since` (milliseconds). */
async function readDrifts(api, stackId, since) {
    const found = [];
    let token;
    do {
        const page = await api.describeStackResourceDrifts({
            StackName: stackId,
            ...(token === undefined ? {} : { NextToken: token }),
        });
        found.push(...(page.StackResourceDrifts ?? []));
        token = page.NextToken;
    } while (token !== undefined);
    return found.filter(({ Timestamp }) => (Timestamp?.getTime() ?? 0) >= since);
}
/**
 * What the last detection found of a stack, whoever ran it. Of what was compared before the stack's last update nothing is
 * known any more: it was compared with other values.
 */
async function lastDrifts(api, stackId) {
    const { Stacks: [stack] = [] } = await api.describeStacks({ StackName: stackId });
    const since = (stack?.LastUpdatedTime ?? stack?.CreationTime)?.getTime() ?? 0;
    return {
        kind: 'read',
        drifts: await readDrifts(api, stackId, since),
        absent: 'no detection has looked at it since its stack was last updated',
    };
}
/** How a refusal reads; throws what is no answer of AWS: a call that was broken off, a mistake of ours. */
function refusal(error, signal) {
    signal?.throwIfAborted();
    if (!(error instanceof Error) || ours.some((kind) => error instanceof kind))
        throw error;
    return { kind: 'unknown', because: `${error.name}: ${error.message}` };
}
const ours = [TypeError, RangeError, ReferenceError, SyntaxError];

;// CONCATENATED MODULE: ./src/plan/drift/detect-drift.ts




/** "Maximum number of 200 items" (API reference, DetectStackDrift, LogicalResourceIds). */
const mostIds = 200;
/** Calls at once in a round: detection is throttled like every other call. */
const concurrency = 4;
/**
 * Detects drift in stacks, each by itself: DetectStackDrift does not go into nested stacks (API reference). Only what is to be
 * looked at is compared, unless that is more than one call takes. A stack that someone else is looking at is waited for and then
 * looked at. One poller asks for all, with pauses that grow. What is refused, fails or takes too long is unknown, with
 * the reason; nothing is thrown for it.
 *
 * @returns a finding for each stack, in their order
 */
async function detectDrift(stacks, options) {
    const { clock, signal, until, jitter: random = Math.random } = options;
    const pacer = (0,stacks_pacer/* createPacer */.g)({ clock, random, signal });
    const limit = (0,p_limit/* default */.A)(concurrency);
    const watches = stacks.map((stack) => new Detection(stack, options));
    for (;;) {
        signal?.throwIfAborted();
        const open = watches.filter(({ finding }) => finding === null);
        const rounds = await Promise.all(open.map((watch) => limit(() => watch.advance())));
        const left = open.filter(({ finding }) => finding === null);
        if (left.length === 0 || clock.now() >= until)
            return watches.map((watch) => watch.finding ?? tooLong);
        if (rounds.includes('throttled'))
            await pacer.backOff();
        else
            await pacer.rest({ moved: rounds.includes('moved'), stacks: left.length });
    }
}
const tooLong = {
    kind: 'unknown',
    because: 'detection had not ended after the time it was given',
};
/** One stack's detection: started, asked for, read. */
class Detection {
    finding = null;
    #stack;
    #options;
    #id = null;
    constructor(stack, options) {
        this.#stack = stack;
        this.#options = options;
    }
    async advance() {
        try {
            return this.#id === null ? await this.#start() : await this.#ask(this.#id);
        }
        catch (error) {
            if ((0,transient_error/* isTransient */.d)(error))
                return 'throttled';
            // Words of the service, as clients of it match them: "Drift detection is already in progress for stack […]".
            if (error instanceof Error && /already in progress/i.test(error.message))
                return 'waiting';
            this.finding = refusal(error, this.#options.signal);
            return 'moved';
        }
    }
    async #start() {
        const { stackId, targets } = this.#stack;
        const ids = targets.map(({ logicalId }) => logicalId);
        const { StackDriftDetectionId } = await this.#options.api.detectStackDrift({
            StackName: stackId,
            ...(ids.length <= mostIds ? { LogicalResourceIds: ids } : {}),
        });
        this.#id = StackDriftDetectionId ?? '';
        return 'moved';
    }
    async #ask(id) {
        const { api } = this.#options;
        const told = await api.describeStackDriftDetectionStatus({ StackDriftDetectionId: id });
        if (told.DetectionStatus === 'DETECTION_IN_PROGRESS')
            return 'waiting';
        // A detection that failed has results all the same, of the resources for which it did not (API reference).
        const drifts = await readDrifts(api, this.#stack.stackId, told.Timestamp?.getTime() ?? 0);
        const absent = told.DetectionStatus === 'DETECTION_COMPLETE'
            ? 'drift detection does not know its type'
            : (told.DetectionStatusReason ?? 'detection failed, for no reason that is given');
        this.finding = { kind: 'read', drifts, absent };
        return 'moved';
    }
}

// EXTERNAL MODULE: ./src/plan/drift/drift.ts
var drift = __webpack_require__(8262);
// EXTERNAL MODULE: ./src/plan/stateful-types.ts
var stateful_types = __webpack_require__(2883);
;// CONCATENATED MODULE: ./src/plan/drift/drift-targets.ts

/**
 * What drift could be overwritten in: resources that stand and that the plan modifies, replaces or removes, also as a mere
 * possibility, and those that it could not see. What nothing changes keeps its drift and is not looked at. Nested stacks are
 * no targets themselves: each is looked at as a stack of its own, since DetectStackDrift does not go into them.
 */
function driftTargets(root, deployed) {
    const targets = [
        ...root.changes.flatMap((change) => meetsDrift(change) ? [{ logicalId: change.logicalId, type: change.type, change, at: change.at }] : []),
        ...root.unseen
            .filter(({ type }) => type !== stateful_types/* nestedStackType */.k)
            .map(({ logicalId, type, at }) => ({ logicalId, type, change: null, at })),
    ];
    const hidden = root.unseen
        .filter(({ type }) => type === stateful_types/* nestedStackType */.k)
        .map(({ logicalId }) => ({
        path: [...root.path, logicalId],
        resources: [],
        because: 'the plan could not see what changes in it',
    }));
    const own = targets.length === 0
        ? { stacks: [], unknown: hidden }
        : deployed === null
            ? { stacks: [], unknown: [...hidden, unread(root, targets)] }
            : { stacks: [{ path: root.path, stackId: deployed.stackId, targets }], unknown: hidden };
    const below = root.children
        .filter(({ status }) => status !== 'create')
        .map((child) => driftTargets(child, deployed?.children.get(child.path.at(-1) ?? '') ?? null));
    return {
        stacks: [...own.stacks, ...below.flatMap(({ stacks }) => stacks)],
        unknown: [...own.unknown, ...below.flatMap(({ unknown }) => unknown)],
    };
}
/** An addition has nothing that could have drifted, an import and a synchronization take what is there. */
function meetsDrift({ action, type }) {
    return type !== stateful_types/* nestedStackType */.k && (action === 'modify' || action === 'remove' || action === 'dynamic');
}
function unread({ path }, targets) {
    return {
        path,
        resources: targets.map(({ logicalId }) => logicalId),
        because: 'the stack could not be read',
    };
}

;// CONCATENATED MODULE: ./src/plan/drift/property-steps.ts
/**
 * The steps of a drifted property's path, `/Environment/Variables/LOG_LEVEL` (API reference, PropertyDifference): a JSON
 * pointer (RFC 6901) below the resource's properties.
 */
function propertySteps(pointer) {
    return pointer
        .replace(/^\//, '')
        .split('/')
        .filter((step) => step !== '')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

;// CONCATENATED MODULE: ./src/plan/drift/judge-drift.ts



const differences = {
    ADD: 'add',
    REMOVE: 'remove',
};
/** What a plan's change does to a resource that was changed, or deleted, outside CloudFormation. */
function judgeDrift(found, target, path, show) {
    const { change, type, at } = target;
    const base = {
        path: [...path, target.logicalId],
        type,
        at,
        checkedAt: found.Timestamp?.toISOString() ?? '',
    };
    if (found.StackResourceDriftStatus === 'DELETED')
        return { ...base, status: 'deleted', effect: effectOnDeleted(change), properties: [] };
    const properties = (found.PropertyDifferences ?? []).map((difference) => {
        const steps = propertySteps(difference.PropertyPath ?? '');
        const kind = differences[difference.DifferenceType ?? ''] ?? 'not-equal';
        const values = {
            expected: judge_drift_valueOf(difference.ExpectedValue, kind === 'add'),
            actual: judge_drift_valueOf(difference.ActualValue, kind === 'remove'),
        };
        const shown = show(steps, values);
        const setter = change === null ? undefined : setterOf(change, steps);
        return {
            path: (0,change_details/* printablePath */.Vj)(steps),
            difference: kind,
            ...shown,
            becomes: setter?.path === (0,change_details/* printablePath */.Vj)(steps) ? setter.after : null,
            effect: effectOn(change, setter, { kind, steps, actual: values.actual }),
        };
    });
    const effects = properties.length > 0 ? properties.map(({ effect }) => effect) : [effectOn(change, undefined, null)];
    return {
        ...base,
        status: 'modified',
        effect: (0,drift/* worstEffect */.R)(effects),
        properties: properties.toSorted((a, b) => rank(a.effect) - rank(b.effect)),
    };
}
const rank = (effect) => drift/* driftEffects */.s.indexOf(effect);
/** CloudFormation writes `null` for what is not there. */
function judge_drift_valueOf(text, isAbsent) {
    return text === undefined || (isAbsent && (text === 'null' || text === '')) ? null : text;
}
/**
 * A resource that is gone can't be changed in place: the type's handler answers NotFound (CloudFormation CLI User Guide,
 * "Resource type handler contract", update handlers), and the update rolls back. Removing it, or making another in its place, needs nothing of it.
 */
function effectOnDeleted(change) {
    if (change === null || change.action === 'dynamic')
        return 'may-fail';
    if (change.action === 'remove' || !touchesProperties(change))
        return 'gone';
    if (change.certainty === 'possible')
        return 'may-fail';
    if (change.replacement === 'always')
        return 'gone';
    return change.replacement === 'conditional' ? 'may-fail' : 'fails';
}
function effectOn(change, setter, drifted) {
    if (change === null || change.action === 'dynamic')
        return 'possible';
    if (change.action === 'remove')
        return change.policyAction?.includes('Retain') === true ? 'stays' : 'lost';
    // Only policies and metadata change: CloudFormation keeps those itself and asks the service nothing.
    if (!touchesProperties(change))
        return 'stays';
    const isSure = change.certainty === 'certain';
    if (setter?.certainty === 'certain' && drifted !== null) {
        const isExact = setter.path === (0,change_details/* printablePath */.Vj)(drifted.steps);
        if (isExact && !setter.secret && setter.after === drifted.actual)
            return 'adopted';
        if (change.replacement === 'always' && isSure)
            return 'lost';
        // An item that was put into a list has a place of its own there, which is not the template's.
        return drifted.kind === 'add' && isInList(drifted.steps) ? 'possible' : 'overwritten';
    }
    return change.replacement === 'always' && isSure ? 'lost' : 'possible';
}
/** Attributes of a resource that are no properties (User Guide, "Resource attribute reference"). */
const attributes = new Set([
    'DeletionPolicy',
    'UpdateReplacePolicy',
    'Metadata',
    'CreationPolicy',
    'UpdatePolicy',
    'DependsOn',
]);
function touchesProperties({ properties }) {
    return properties.length === 0 || properties.some(({ path }) => !attributes.has(path));
}
/** The change that sets a drifted property, or what it is a part of, or a part of it; a certain one before a possible one. */
function setterOf({ properties }, steps) {
    const setters = properties.filter(({ path }) => !attributes.has(path) && overlaps(path, (0,change_details/* printablePath */.Vj)(steps)));
    return (setters.find(({ path }) => path === (0,change_details/* printablePath */.Vj)(steps)) ??
        setters.find(({ certainty }) => certainty === 'certain') ??
        setters[0]);
}
function overlaps(one, other) {
    return one === other || other.startsWith(`${one}.`) || one.startsWith(`${other}.`);
}
function isInList(steps) {
    return steps.some((step) => /^\d+$/.test(step));
}

;// CONCATENATED MODULE: ./src/plan/drift/mask-drift.ts



/** What a value prints as that no template makes: it was set by hand, and may be a secret. */
const notShown = '(not shown)';
/**
 * Masks what drift detection tells by lineage, as the plan's own values are: a property that a secret goes into in the deployed
 * template or in the released one, and every text that looks like a secret. A value is shown only where the deployed
 * template makes that property from what is no secret; of anything else nobody knows where it comes from. Where a template has
 * but a stand-in for a credential, what was put there by hand is not shown either.
 *
 * @param deployed `null` where the deployed template can't be read: then nothing is shown
 */
function driftMask(deployed, released, secrets) {
    let sides = null;
    const evaluated = () => (sides ??= [deployed, released].map((side) => side && (0,evaluate_tree/* evaluateTree */.q)(side.tree, side)));
    return {
        show: ({ path, logicalId, steps }, { expected, actual }) => {
            const [before, after] = evaluated().map((root) => root && partOf(root, path, logicalId, steps));
            const secret = before?.secret === true ||
                after?.secret === true ||
                (0,secret_text/* looksSecret */.n0)(expected, secrets) ||
                (0,secret_text/* looksSecret */.n0)(actual, secrets);
            if (secret)
                return { expected: (0,secret_text/* masked */.Iv)(expected, true), actual: (0,secret_text/* masked */.Iv)(actual, true), secret };
            if (before?.made !== true)
                return { expected: expected && notShown, actual: actual && notShown, secret };
            const isHidden = actual !== null && (holdsMore(expected, actual) || mayBeCredential(before.type, steps, actual));
            return { expected, actual: isHidden ? notShown : actual, secret };
        },
    };
}
/** Names that a credential goes by, as the last step of a property's path. */
const credential = /pass(?:word|wd|phrase)|secret|token|credential|(?:api|access|private|signing)[_-]?key/i;
/** A number, a switch and an ARN are no credentials, whatever they are called. */
function mayBeCredential(type, steps, actual) {
    if (/^(?:-?[\d.]+|true|false|arn:.*)$/.test(actual))
        return false;
    const name = steps.findLast((step) => !/^\d+$/.test(step)) ?? '';
    return credential.test(name) || (type === 'AWS::SSM::Parameter' && name === 'Value');
}
function partOf(root, path, logicalId, steps) {
    const stack = path.reduce((at, id) => at?.children.get(id), root);
    const resource = stack?.resources.find((each) => each.logicalId === logicalId);
    if (resource === undefined)
        return { made: false, secret: false, type: null };
    const { type } = resource;
    let part = resource.properties;
    for (const step of steps) {
        // Items of a list as it is need not stand where the template has them: any of them may be meant.
        if (part.kind !== 'map')
            break;
        const next = part.entries.get(step);
        // Beside a secret, what was put there by hand is as likely to be one.
        if (next === undefined || next.kind === 'none')
            return { made: false, secret: (0,evaluated/* lineage */.OZ)(part).secret, type };
        part = next;
    }
    return { made: part.kind !== 'none', secret: (0,evaluated/* lineage */.OZ)(part).secret, type };
}
/** Whether a value holds anything in a place where the expected one has nothing. */
function holdsMore(expected, actual) {
    const is = parsed(actual);
    if (typeof is !== 'object' || is === null)
        return expected === null;
    return exceeds(expected === null ? undefined : parsed(expected), is);
}
function exceeds(expected, actual) {
    if (typeof actual !== 'object' || actual === null)
        return expected === undefined;
    if (typeof expected !== 'object' || expected === null)
        return true;
    return Object.entries(actual).some(([key, value]) => exceeds(expected[key], value));
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text; // A text as it is, not JSON.
    }
}

;// CONCATENATED MODULE: ./src/plan/drift/plan-drift.ts







/** "Can take up to several minutes, depending on the number of resources" (API reference, DetectStackDrift). */
const longest = 10 * 60_000;
/**
 * Which of a root stack's changes would overwrite what was changed outside CloudFormation. Never fails for what AWS refuses:
 * drift is unknown then, and the plan says so.
 */
async function planDrift(options) {
    const { look, root, deployed, sides, secrets } = options;
    const { stacks, unknown } = driftTargets(root, deployed);
    const findings = await findingsOf(stacks, options);
    const mask = driftMask(sides.deployed, sides.released, secrets);
    const judged = stacks.map((stack, index) => judgeStack(stack, findings[index], mask));
    const checked = judged.flatMap((each) => each.checked);
    return {
        looked: look,
        checked: checked.length,
        checkedAt: checked.toSorted()[0] ?? null,
        drifted: judged
            .flatMap(({ drifted }) => drifted)
            .toSorted((a, b) => drift/* driftEffects */.s.indexOf(a.effect) - drift/* driftEffects */.s.indexOf(b.effect)),
        unknown: [...unknown, ...judged.flatMap((each) => each.unknown)].map((each) => ({
            ...each,
            because: (0,secret_text/* withoutSecrets */.cT)(each.because, secrets),
        })),
    };
}
async function findingsOf(stacks, { look, api: open, clock, signal, jitter }) {
    if (stacks.length === 0)
        return [];
    try {
        const api = await open();
        if (look === 'now')
            return await detectDrift(stacks, { api, clock, signal, jitter, until: clock.now() + longest });
        return await Promise.all(stacks.map(({ stackId }) => lastDrifts(api, stackId).catch((error) => refusal(error, signal))));
    }
    catch (error) {
        const finding = refusal(error, signal);
        return stacks.map(() => finding);
    }
}
function judgeStack({ path, targets }, finding, mask) {
    if (finding?.kind !== 'read') {
        const because = finding?.because ?? 'nothing was found out';
        return { checked: [], drifted: [], unknown: [{ path, resources: targets.map(idOf), because }] };
    }
    const drifted = [];
    const unknown = new Map();
    const checked = [];
    for (const target of targets) {
        const found = finding.drifts.find(({ LogicalResourceId }) => LogicalResourceId === target.logicalId);
        switch (found?.StackResourceDriftStatus) {
            case 'IN_SYNC':
                checked.push(timeOf(found));
                break;
            case 'MODIFIED':
            case 'DELETED':
                checked.push(timeOf(found));
                drifted.push(judgeDrift(found, target, path, (steps, values) => mask.show({ path, logicalId: target.logicalId, steps }, values)));
                break;
            case 'UNKNOWN':
                add(unknown, found.DriftStatusReason ?? 'it could not be compared, for no reason that is given', target);
                break;
            case 'NOT_CHECKED':
            case 'UNSUPPORTED':
                add(unknown, 'drift detection does not know its type', target);
                break;
            case undefined:
                add(unknown, finding.absent, target);
        }
    }
    return {
        checked,
        drifted,
        unknown: [...unknown].map(([because, resources]) => ({ path, resources, because })),
    };
}
const timeOf = ({ Timestamp }) => Timestamp?.toISOString() ?? '';
function add(unknown, because, target) {
    unknown.set(because, [...(unknown.get(because) ?? []), target.logicalId]);
}
const idOf = ({ logicalId }) => logicalId;

;// CONCATENATED MODULE: ./src/plan/drift/stack-drift.ts




/** The drift that the plan of one root stack meets, by all that the plan stands on. */
function stackDrift(look, { basis, root, deployed, clock, signal, jitter }) {
    const { instance, released, inputs } = basis;
    return planDrift({
        ...look,
        ...{ root, deployed, clock, signal, jitter },
        sides: {
            deployed: deployed === null ? null : deployedSide(basis, deployed),
            released: { tree: released.tree, parameters: inputs.evaluated, pseudo: (0,assemble_stack_plan/* pseudoParameters */.zo)(instance) },
        },
        secrets: inputs.secrets,
    });
}
/** What feeds a parameter with a secret now is taken to have done so before. */
function deployedSide({ instance, inputs }, deployed) {
    const tree = (0,deployed_tree/* deployedTemplates */.WD)(deployed);
    if (tree === null)
        return null;
    const given = Object.entries(deployed.parameters).map(([name, text]) => {
        const now = inputs.evaluated[name];
        const isSecret = inputs.formerSecrets.has(name) || (now !== undefined && (0,evaluated/* lineage */.OZ)(now).secret);
        return [name, isSecret ? (0,evaluated/* asSecret */.BO)((0,evaluated/* known */.eO)(text), name) : (0,evaluated/* known */.eO)(text)];
    });
    const pseudo = { ...(0,assemble_stack_plan/* pseudoParameters */.zo)(instance), stackName: deployed.stackName, stackId: deployed.stackId };
    return { tree, parameters: Object.fromEntries(given), pseudo };
}

// EXTERNAL MODULE: ./src/plan/plan-references.ts + 2 modules
var plan_references = __webpack_require__(4604);
// EXTERNAL MODULE: ./src/plan/read-change-set.ts + 2 modules
var read_change_set = __webpack_require__(5967);
// EXTERNAL MODULE: ./src/plan/stack-inputs.ts
var stack_inputs = __webpack_require__(1265);
;// CONCATENATED MODULE: ./src/plan/plan-stack.ts













/**
 * Plans one root stack with all that it nests.
 *
 * A stack that exists gets a change set over the whole tree. One that is absent (or only in review) is planned from its
 * template and parameters, unless `absent` says otherwise. Where a nested change set can't be had because inputs are not
 * known yet, the root's alone is taken and the nested templates are compared: `certainty` is then `partial`. Any other
 * failed change set is in `failures`, with what could be seen.
 *
 * @throws UserError `STACK_BUSY`, `STACK_STUCK`, `STACK_LEFTOVER` for a stack that can't be planned as it is;
 *   `TEMPLATE_REJECTED`, `CHANGE_SET_NAME`, `REFERENCE_UNREADABLE`, and what reading the release throws
 */
async function planStack(options) {
    const { instance, api, logger } = options;
    const found = await (0,deployed_tree/* describeStack */.GO)(api, instance.stackName);
    const absent = found === null || isAbsentStatus(found.StackStatus ?? '');
    const current = absent ? null : found;
    const basis = await prepare(options, current);
    const warnings = checkState(instance, found, {
        absent: options.absent ?? 'from-template',
        secrets: basis.inputs.secrets,
    });
    if (current === null) {
        const plan = await withLooks(await planAbsent(options, basis), { options, basis, deployed: null });
        return { ...plan, warnings: [...warnings, ...plan.warnings] };
    }
    logger.debug(`${instance.stackName}: making the change set ${options.changeSetName}`);
    return planExisting(options, basis, current);
}
/** Puts to a plan what neither its change set nor its templates tell. */
async function withLooks(plan, looks) {
    return withDrift(await (0,plan_references/* withReferences */.n)(plan, { ...looks, ...looks.options }), looks);
}
/** Puts to a plan what it would overwrite that was changed by hand, where that is asked for. */
async function withDrift(plan, { options, basis, deployed }) {
    const { drift: look, clock, signal, jitter } = options;
    if (look === undefined)
        return plan;
    return {
        ...plan,
        drift: await stackDrift(look, { basis, root: plan.root, deployed, clock, signal, jitter }),
    };
}
/** Clear texts of this stack, as the release would make it, that must not be printed while it is deployed. */
async function secretsOf(options, current) {
    return (await prepare(options, current)).inputs.secrets;
}
/** What every reading of this stack stands on: the release's templates and the inputs. */
async function prepare(options, current) {
    const { instance, release, parameters, formerSecrets, artifactBucket } = options;
    const tree = await (0,open_release/* releasedTemplates */.tS)(release, instance.name);
    const released = { tree, sha256: release.manifest.stacks[instance.name]?.template ?? '' };
    const given = (0,stack_inputs/* stackInputs */.m7)(instance, released.tree.template.body, parameters, artifactBucket, current, formerSecrets);
    const below = secretTextsOf(released.tree, given.evaluated, (0,assemble_stack_plan/* pseudoParameters */.zo)(instance));
    const inputs = { ...given, secrets: [...new Set([...given.secrets, ...below])] };
    return { instance, planned: parameters, released, inputs, current };
}
async function planAbsent(options, basis) {
    if (options.absent !== 'by-change-set') {
        return (0,assemble_stack_plan/* assembleStackPlan */.OM)(basis, {
            source: { kind: 'new' },
            deployed: null,
            changeSet: null,
            failures: [],
        });
    }
    const { root, failures } = await nestedOrRoot(options, basis, 'CREATE', options.instance.stackName);
    return (0,assemble_stack_plan/* assembleStackPlan */.OM)(basis, {
        source: root.state === 'made' ? { kind: 'change-set', node: root } : { kind: 'new' },
        deployed: null,
        changeSet: root,
        failures,
    });
}
async function planExisting(options, basis, current) {
    const stackId = current.StackId ?? options.instance.stackName;
    const result = await nestedOrRoot(options, basis, 'UPDATE', stackId).catch((error) => {
        // A stand-in for an output that does not exist yet may not pass as, say, a subnet id.
        if (basis.inputs.standIns.length > 0 && error instanceof slipway_error/* UserError */.yo && error.code === 'TEMPLATE_REJECTED')
            return null;
        throw error;
    });
    const root = result?.root ?? null;
    if (root?.state === 'empty') {
        const unchanged = (0,assemble_stack_plan/* assembleStackPlan */.OM)(basis, {
            source: { kind: 'unchanged' },
            deployed: null,
            changeSet: null,
            failures: [],
        });
        return withLooks(unchanged, { options, basis, deployed: null });
    }
    const deployed = await (0,deployed_tree/* readDeployedTree */.Vx)(options.api, stackId, current);
    const isReadable = root !== null && (root.state === 'made' || root.changes.length > 0 || root.children.size > 0);
    const plan = (0,assemble_stack_plan/* assembleStackPlan */.OM)(basis, {
        source: isReadable ? { kind: 'change-set', node: root } : { kind: 'unseen' },
        deployed,
        changeSet: root,
        failures: result?.failures ?? [],
    });
    return withLooks(plan, { options, basis, deployed });
}
/** The change set of the whole tree; of the root alone where the nested ones can't be had. */
async function nestedOrRoot(options, basis, type, stack) {
    const { logger, instance } = options;
    const { tree } = basis.released;
    const { secrets } = basis.inputs;
    const nested = await makeAndRead(options, basis, {
        type,
        stack,
        scope: 'nested',
        name: options.changeSetName,
    });
    if (nested.state !== 'failed' && nested.state !== 'gone')
        return { root: nested, failures: [] };
    const failed = changeSetFailures(nested, tree, secrets);
    const failures = failed.map(({ failure }) => failure);
    // What is wrong by itself must be mended whatever the root's own change set says, and the nested ones tell more.
    if (!failed.every(({ forUnresolvedInputs }) => forUnresolvedInputs))
        return { root: nested, failures };
    const reason = failures[0]?.reason ?? 'no reason is given';
    logger.warn(`${instance.stackName}: no nested change set (${reason}); the root's is taken, nested templates are compared`);
    const name = `${options.changeSetName.slice(0, 123)}-root`;
    const root = await makeAndRead(options, basis, { type, stack, scope: 'root', name });
    if (root.state === 'made' || root.state === 'empty')
        return { root, failures: [] };
    const ofRoot = changeSetFailures(root, tree, secrets).map(({ failure }) => failure);
    return { root: nested, failures: [...failures, ...ofRoot] };
}
async function makeAndRead(options, basis, wanted) {
    const { instance, api, clock, signal, jitter } = options;
    const { arn } = await createChangeSet({
        ...wanted,
        api,
        templateUrl: templateUrl(options.artifactBucket, instance.region, basis.released.sha256),
        parameters: basis.inputs.texts,
        secrets: basis.inputs.secrets,
        tags: instance.tags,
        executionRoleArn: options.executionRoleArn,
        description: `Slipway release ${options.release.id}`,
    });
    return (0,read_change_set/* readChangeSetTree */.p)(arn, { api, clock, signal, ...(jitter && { jitter }) });
}
function isAbsentStatus(status) {
    return (0,stack_status/* isReview */.zN)(status) || (0,stack_status/* isDeleted */.oy)(status) || (0,stack_status/* isFailedCreation */.nV)(status);
}
/** Warnings for a state that the deployment mends by itself; an error for one that it must not touch. */
function checkState(instance, found, { absent, secrets }) {
    const status = found?.StackStatus ?? 'DELETE_COMPLETE';
    const { stackName } = instance;
    if ((0,stack_status/* isUpdatable */.Ng)(status) || (0,stack_status/* isReview */.zN)(status) || (0,stack_status/* isDeleted */.oy)(status))
        return [];
    if ((0,stack_status/* isFailedCreation */.nV)(status)) {
        const what = `${stackName} is left over from a first creation that failed (${status})`;
        if (absent === 'from-template')
            return [`${what}; the deployment deletes it and creates it anew.`];
        throw new slipway_error/* UserError */.yo('STACK_LEFTOVER', `${what}; it must be deleted before it can be created`, {
            next: `aws cloudformation delete-stack --stack-name ${stackName} --region ${instance.region}`,
        });
    }
    const why = found?.StackStatusReason === undefined
        ? ''
        : `; CloudFormation says: ${(0,secret_text/* withoutSecrets */.cT)(found.StackStatusReason, secrets)}`;
    if ((0,stack_status/* isInProgress */.LT)(status)) {
        throw new slipway_error/* UserError */.yo('STACK_BUSY', `${stackName} can't be planned while it is ${status}${why}`, {
            next: 'Wait until the operation under way has ended, then plan again',
        });
    }
    throw new slipway_error/* UserError */.yo('STACK_STUCK', `${stackName} can't be planned: it is ${status}${why}`, {
        next: status === 'UPDATE_ROLLBACK_FAILED'
            ? `aws cloudformation continue-update-rollback --stack-name ${stackName} --region ${instance.region}`
            : `aws cloudformation describe-stack-events --stack-name ${stackName} --region ${instance.region}`,
    });
}


/***/ }),

/***/ 5967:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ readChangeSetTree)
});

// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/plan/change-set-hooks.ts
var change_set_hooks = __webpack_require__(7831);
// EXTERNAL MODULE: ./src/plan/change-set-notices.ts
var change_set_notices = __webpack_require__(7662);
;// CONCATENATED MODULE: ./src/plan/describe-change-set.ts

/**
 * Waits until a change set has ended and reads all its pages; `null` where there is none (any more).
 *
 * @throws SlipwayError `CHANGE_SET_TIMEOUT`
 */
async function describeEnded(arn, options) {
    const first = await waitUntilEnded(arn, options);
    return first === null ? null : { first, ...(await completeChanges(arn, first, options)) };
}
/** Polls the first page until the status has ended; waits 0.3 to 5 s between, longer each time. */
async function waitUntilEnded(arn, options) {
    const { api, clock, signal, jitter = Math.random, until } = options;
    for (let pause = 300;; pause = Math.min(pause * 1.6, 5_000)) {
        signal?.throwIfAborted();
        const described = await describe(api, { ChangeSetName: arn, IncludePropertyValues: true });
        if (described === null)
            return null;
        if (!described.Status?.endsWith('_PENDING') && !described.Status?.endsWith('_IN_PROGRESS'))
            return described;
        if (clock.now() >= until) {
            throw new slipway_error/* SlipwayError */.GQ('CHANGE_SET_TIMEOUT', `The change set ${changeSetName(arn)} is still ${described.Status} after the time it was given`, 'slipway', { next: 'Plan again; CloudFormation may be slow or throttling' });
        }
        await clock.sleep(pause * (0.75 + jitter() / 2), signal);
    }
}
async function describe(api, input) {
    try {
        return await api.describeChangeSet(input);
    }
    catch (error) {
        if (error instanceof Error && error.name.startsWith('ChangeSetNotFound'))
            return null;
        throw error;
    }
}
/**
 * All pages. With property values, whole resources can be missing although the change set was made; the reason says so
 * then, and a second reading without them is merged by logical id (aws-cdk-cli#1780).
 */
async function completeChanges(arn, first, { api }) {
    const withValues = await remainingPages(api, arn, first, true);
    const reason = first.StatusReason ?? '';
    if (!incompleteData.test(reason)) {
        const warning = first.Status === 'CREATE_COMPLETE' && reason !== '' ? reason : null;
        return { ...told(withValues), warning };
    }
    const plainFirst = await describe(api, { ChangeSetName: arn });
    const plain = plainFirst === null ? [] : await remainingPages(api, arn, plainFirst, false);
    const seen = new Set(withValues.map((change) => change.ResourceChange?.LogicalResourceId));
    const missing = plain.filter((change) => !seen.has(change.ResourceChange?.LogicalResourceId));
    const rest = reason.replace(incompleteData, '').trim();
    return { ...told([...withValues, ...missing]), warning: rest === '' ? null : rest };
}
/** The sentence that says it, to the end of its line: what it names as the cause is mended by the second reading. */
const incompleteData = /\[WARN\] --include-property-values option can return incomplete[^\n]*/i;
function told(changes) {
    return {
        changes: changes.flatMap((change) => change.ResourceChange ?? []),
        hooks: changes.reduce((sum, change) => sum + (change.HookInvocationCount ?? 0), 0),
    };
}
async function remainingPages(api, arn, first, values) {
    const found = [...(first.Changes ?? [])];
    for (let token = first.NextToken; token !== undefined;) {
        const page = await api.describeChangeSet({
            ChangeSetName: arn,
            NextToken: token,
            ...(values ? { IncludePropertyValues: true } : {}),
        });
        found.push(...(page.Changes ?? []));
        token = page.NextToken;
    }
    return found;
}
/** The name in a change set's ARN: `arn:aws:cloudformation:<region>:<account>:changeSet/<name>/<uuid>`. */
function changeSetName(arn) {
    return arn.split('/')[1] ?? arn;
}

// EXTERNAL MODULE: ./src/plan/stateful-types.ts
var stateful_types = __webpack_require__(2883);
;// CONCATENATED MODULE: ./src/plan/child-change-sets.ts

/**
 * Finds the change sets that one of a stack has below it without its help: those on the nested stacks that stand, by the
 * parent that ListChangeSets names. A nested stack that would be added is not found so.
 */
async function childChangeSets(api, stackId, parent) {
    const found = await Promise.all((await nestedStacks(api, stackId)).map(async ({ logicalId, physicalId }) => {
        const summaries = await changeSetsOf(api, physicalId);
        const id = summaries.find(({ ParentChangeSetId }) => ParentChangeSetId === parent)?.ChangeSetId;
        return id === undefined ? [] : [{ logicalId, id, stackId: physicalId }];
    }));
    return found.flat();
}
async function nestedStacks(api, stackId) {
    const resources = [];
    let token;
    do {
        const page = await api.listStackResources({
            StackName: stackId,
            ...(token === undefined ? {} : { NextToken: token }),
        });
        resources.push(...(page.StackResourceSummaries ?? []));
        token = page.NextToken;
    } while (token !== undefined);
    return resources.flatMap(({ ResourceType, LogicalResourceId: logicalId, PhysicalResourceId: physicalId }) => ResourceType === stateful_types/* nestedStackType */.k && logicalId !== undefined && physicalId !== undefined
        ? [{ logicalId, physicalId }]
        : []);
}
async function changeSetsOf(api, stackId) {
    const summaries = [];
    let token;
    do {
        const page = await api.listChangeSets({
            StackName: stackId,
            ...(token === undefined ? {} : { NextToken: token }),
        });
        summaries.push(...(page.Summaries ?? []));
        token = page.NextToken;
    } while (token !== undefined);
    return summaries;
}

;// CONCATENATED MODULE: ./src/plan/read-change-set.ts






/**
 * Waits for a change set and reads it with all that it nests. Children are followed by the ARN in
 * `ResourceChange.ChangeSetId`, each until it has ended by itself: a failed root names only its first failed child while
 * others are still being made.
 *
 * @throws SlipwayError `CHANGE_SET_TIMEOUT`; `CHANGE_SET_GONE` if the root is not there (any more)
 */
async function readChangeSetTree(arn, options) {
    const until = options.clock.now() + (options.deadlineMilliseconds ?? 15 * 60_000);
    const root = await readNode(arn, { ...options, until }, new Set());
    if (root === null) {
        throw new slipway_error/* SlipwayError */.GQ('CHANGE_SET_GONE', `The change set ${changeSetName(arn)} is not there any more`, 'user', {
            next: 'Plan again: executing one change set of a stack deletes its others',
        });
    }
    return root;
}
/** Whether a reason says "there is nothing to change" (API reference and aws-cdk's `changeSetHasNoChanges`). */
function saysNoChanges(reason) {
    const text = reason?.trimStart() ?? '';
    return (text.startsWith("The submitted information didn't contain changes.") ||
        text.startsWith('No updates are to be performed'));
}
async function readNode(arn, options, above) {
    const ended = await describeEnded(arn, options);
    if (ended === null)
        return null;
    const state = stateOf(ended.first);
    const [notices, { described, children }] = await Promise.all([
        state === 'made' || state === 'failed' ? (0,change_set_notices/* readNotices */.Qe)(options.api, arn) : [],
        readChildren(arn, ended, options, new Set([...above, arn])),
    ]);
    const { first, changes, warning } = described;
    const hooks = state === 'made' ? await (0,change_set_hooks/* readHooks */.by)(described.hooks, arn, options) : change_set_hooks/* noHooks */.sU;
    return {
        arn: first.ChangeSetId ?? arn,
        stackId: first.StackId ?? '',
        stackName: first.StackName ?? '',
        state,
        executionStatus: first.ExecutionStatus ?? null,
        reason: first.StatusReason ?? null,
        warning,
        notices,
        hooks,
        parameters: first.Parameters ?? [],
        tags: Object.fromEntries((first.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
        changes,
        children,
    };
}
/**
 * Reads the change sets of nested stacks, all at once. A parent fails with its first child, while others are still being
 * made, and may come to list them only when they have ended: it is read again until it names no new one.
 */
async function readChildren(arn, ended, options, seen) {
    const children = new Map();
    const known = new Set(seen);
    for (let described = ended;;) {
        const unread = nestedChangeSets(described).filter(({ id }) => !known.has(id));
        const found = [...unread, ...(await unlistedChildren(described, arn, options))].filter(({ id }, index, all) => !known.has(id) && all.findLastIndex((each) => each.id === id) === index);
        const read = await Promise.all(found.map(async ({ logicalId, id, stackId }) => [
            logicalId,
            (await readNode(id, options, seen)) ?? gone(id, stackId),
        ]));
        for (const [logicalId, child] of read)
            children.set(logicalId, child);
        for (const { id } of found)
            known.add(id);
        const isToBeReadAgain = failedChildOf(described) !== null && found.length > 0;
        const again = isToBeReadAgain ? await describeEnded(arn, options) : null;
        if (again === null)
            return { described, children };
        described = again;
    }
}
function stateOf({ Status, StatusReason }) {
    if (Status === 'FAILED')
        return saysNoChanges(StatusReason) ? 'empty' : 'failed';
    return Status === 'CREATE_COMPLETE' ? 'made' : 'gone';
}
/** The children of a change set that failed with one of them and does not list that one. */
async function unlistedChildren(described, arn, { api }) {
    const named = failedChildOf(described);
    if (named === null || listedChangeSets(described).some(({ id }) => id === named))
        return [];
    return childChangeSets(api, described.first.StackId ?? '', arn);
}
/**
 * The change sets of nested stacks. A failed root may list no changes, but its reason names the first child that failed:
 * `Nested change set <ARN> was not successfully created: Currently in FAILED.`
 */
function nestedChangeSets(described) {
    const listed = listedChangeSets(described);
    const named = failedChildOf(described);
    if (named === null || listed.some(({ id }) => id === named))
        return listed;
    const logicalId = `a nested stack of ${described.first.StackName ?? ''}`;
    return [...listed, { logicalId, id: named, stackId: '' }];
}
function listedChangeSets({ changes }) {
    return changes.flatMap(({ ResourceType, ChangeSetId: id, LogicalResourceId: logicalId, PhysicalResourceId }) => ResourceType === stateful_types/* nestedStackType */.k && id !== undefined && logicalId !== undefined
        ? [{ logicalId, id, stackId: PhysicalResourceId ?? '' }]
        : []);
}
/** The child that a failed change set names as its reason; `null` where it has another reason. */
function failedChildOf({ first }) {
    const named = /^Nested change set (arn:\S+) was not successfully created/.exec(first.StatusReason ?? '');
    return named?.[1] ?? null;
}
function gone(arn, stackId) {
    return {
        arn,
        stackId,
        stackName: '',
        state: 'gone',
        executionStatus: null,
        reason: null,
        warning: null,
        notices: [],
        hooks: change_set_hooks/* noHooks */.sU,
        parameters: [],
        tags: {},
        changes: [],
        children: new Map(),
    };
}


/***/ }),

/***/ 2372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ secretParameters),
/* harmony export */   I: () => (/* binding */ outputSecrecy)
/* harmony export */ });
/* harmony import */ var _release_open_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2057);
/* harmony import */ var _template_evaluate_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4416);
/* harmony import */ var _template_evaluated_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(607);
/* harmony import */ var _assemble_stack_plan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6688);




/**
 * Follows secrets through a whole system: from `NoEcho` parameters, dynamic references and secret attributes through every
 * nested stack to the outputs of a root stack, from there into the parameters of the next, and on.
 *
 * @param instances in order of deployment: a stack stands after those that feed it
 */
async function outputSecrecy(instances, release) {
    const secrecy = new Map();
    for (const instance of instances) {
        const tree = await (0,_release_open_release_js__WEBPACK_IMPORTED_MODULE_0__/* .releasedTemplates */ .tS)(release, instance.name);
        const { outputs } = (0,_template_evaluate_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .evaluateTree */ .q)(tree, {
            parameters: parametersOf(instance, secrecy),
            pseudo: { ...(0,_assemble_stack_plan_js__WEBPACK_IMPORTED_MODULE_3__/* .pseudoParameters */ .zo)(instance), stackName: instance.stackName },
        });
        for (const [output, value] of Object.entries(outputs))
            secrecy.set(`${instance.name}.${output}`, (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_2__/* .lineage */ .OZ)(value).secret);
    }
    return secrecy;
}
/** The parameters of a root stack that a secret goes into by the wiring between stacks. */
function secretParameters({ parameters }, secrecy) {
    const names = Object.entries(parameters).flatMap(([name, source]) => source.kind === 'output' && secrecy.get(`${source.stack}.${source.output}`) === true ? [name] : []);
    return new Set(names);
}
function parametersOf({ parameters }, secrecy) {
    const entries = Object.entries(parameters).map(([name, source]) => {
        if (source.kind === 'literal')
            return [name, source.value];
        const from = `${source.stack}.${source.output}`;
        const value = (0,_template_evaluate_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .fedBy */ .f)(source.stack, source.output);
        return [name, secrecy.get(from) === true ? (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_2__/* .asSecret */ .BO)(value, from) : value];
    });
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 3408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ planText)
/* harmony export */ });
/* harmony import */ var _plan_static_plan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6401);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);
/* harmony import */ var _drift_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4061);
/* harmony import */ var _plan_notes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3537);
/* harmony import */ var _plan_rows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5569);
/* harmony import */ var _plan_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6130);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1197);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7885);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(776);









/**
 * A plan for a terminal: what it comes to, why it stops, then the tree.
 *
 * @returns lines without a line end at the last
 */
function planText(plan, { paint, width }) {
    const verdict = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictOf */ .Vj)(plan);
    const title = [
        ` ${paint.bold('plan')}  ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(plan.system)} → ${plan.environment}`,
        ...((0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .isStatic */ .N)(plan) ? [] : [`release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(plan.release)}`, `plan ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(plan.fingerprint)}`]),
        verdictPaint(paint, verdict)(_plan_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictWords */ .L2[verdict]),
    ].join('   ');
    const lines = [title, ...stopsLines((0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .stopTexts */ .lh)(plan), paint)];
    const caution = (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .caveat */ .jf)(plan);
    if (caution !== null)
        lines.push(`   ${paint.dim((0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(caution))}`);
    const drift = (0,_drift_text_js__WEBPACK_IMPORTED_MODULE_1__/* .driftReport */ .CP)(plan);
    if (drift !== null)
        lines.push(...driftLines(drift, paint));
    const site = (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .isStatic */ .N)(plan) ? null : (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .siteText */ .tE)(plan.site);
    if (verdict === 'no-changes') {
        lines.push(...((0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_7__/* .isStatic */ .N)(plan)
            ? [
                '   the templates and parameters give what the base gives',
                ...plan.remarks.map((line) => `   ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(line)}`),
            ]
            : [`   ${plan.environment} already runs this: nothing to do`]), ...(drift === null ? [] : [`   ${paint.dim((0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(drift.note))}`]));
        return lines.join('\n');
    }
    lines.push(`   ${(0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .sizeText */ .lP)((0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .totals */ .Sd)(plan.stacks))}`, '');
    const changed = plan.stacks.filter((stack) => stack.outcome !== 'none');
    const rows = changed.flatMap((stack) => (0,_plan_rows_js__WEBPACK_IMPORTED_MODULE_3__/* .planRows */ .Lq)(stack, { additions: 'folded', possible: 'counted', value: Math.max(20, Math.floor(width / 2)) }));
    lines.push(...rowLines(rows, { paint, width }));
    if (site !== null)
        lines.push(`   ${paint.bold('site')}  ${site}`);
    lines.push('', ...(0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .notes */ .Q2)(plan).map((note) => `   ${paint.dim((0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(note))}`));
    for (const warning of (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .warningsOf */ .nZ)(plan)) {
        lines.push(`   ${paint.yellow('warning')}  ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(warning)}`);
    }
    while (lines.at(-1) === '')
        lines.pop();
    return lines.join('\n');
}
/** So many resources that differ are told; the rest is counted. */
const mostDrifted = 10;
/** What differs from what was deployed and meets the plan, and what nobody knows. */
function driftLines({ headline, isGrave, resources, unknown }, paint) {
    if (headline === null)
        return [];
    const word = isGrave ? paint.red('drift') : paint.yellow('drift');
    const told = resources.slice(0, mostDrifted);
    const more = resources.length - told.length;
    return [
        `   ${word}    ${paint.bold((0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(headline))}`,
        ...told.flatMap(({ subject, place, fate, properties }) => [
            `            ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(subject)} ${fate}${place === null ? '' : `   ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(place)}`}`,
            ...properties.map(({ name, text }) => `              ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(name)} ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)((0,_columns_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(text, 200))}`),
        ]),
        ...(more > 0 ? [`            and ${(0,_units_js__WEBPACK_IMPORTED_MODULE_8__/* .counted */ .hS)(more, 'more resource')}, in --format html`] : []),
        ...unknown.map(({ subjects, because }) => `            unknown: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)((0,_units_js__WEBPACK_IMPORTED_MODULE_8__/* .someOf */ .yU)(subjects, 'resource'))}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)((0,_columns_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(because, 200))}`),
    ];
}
/** The first ones in full; of many, the others are a line each. */
function stopsLines(stops, paint) {
    const told = stops.length > 4 ? 3 : stops.length;
    const rest = stops.slice(told).map((stop) => {
        const word = stop.label === null || stop.overridden ? '' : `   --allow ${wordOf(stop.label)}`;
        return `   ${verdictWord(stop, paint)}  ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(stop.headline)}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(stop.subject)}${word}`;
    });
    return [...stops.slice(0, told).flatMap((stop) => stopLines(stop, paint)), ...rest];
}
const verdictWord = (stop, paint) => stop.overridden ? paint.yellow('allowed') : paint.red('stopped');
/** The sixteen digits of a label. */
const wordOf = (label) => label.split(' ')[1] ?? '';
function stopLines(stop, paint) {
    const subject = (0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(stop.subject) + (stop.property === null ? '' : `: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(stop.property)} changes`);
    const lines = [
        `   ${verdictWord(stop, paint)}  ${paint.bold((0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(stop.headline))}`,
        `            ${subject}${stop.place === null ? '' : `   ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(stop.place)}`}`,
    ];
    lines.push(`            ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_6__/* .visible */ .R)(stop.fate)}`);
    if (stop.label !== null && !stop.overridden) {
        lines.push(`            If you mean it: --allow ${wordOf(stop.label)}`);
    }
    return lines;
}
/** Rows in two columns. What does not fit goes on in the next line after its arrow, and is cut on the right. */
function rowLines(rows, { paint, width }) {
    const left = (0,_columns_js__WEBPACK_IMPORTED_MODULE_5__/* .widest */ .D3)(rows.map((row) => row.left), Math.max(24, Math.floor(width / 2)));
    const room = Math.max(20, width - left - 6);
    return rows.flatMap((row) => {
        const name = (0,_columns_js__WEBPACK_IMPORTED_MODULE_5__/* .padded */ .jC)((0,_columns_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(row.left, left), left);
        const [first = '', ...rest] = inLines(row, room).map((text) => (0,_columns_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(text, room));
        return [
            `   ${tonePaint(paint, row.tone)(name)}  ${row.tone === 'plain' ? paint.dim(first) : first}`.trimEnd(),
            ...rest.map((text) => `   ${' '.repeat(left)}  ${text}`),
        ];
    });
}
/** What stands on the right of a row; of a property, the value after and the notes go on below where they have no room. */
function inLines({ level, right }, room) {
    if (level !== 'property' || (0,_columns_js__WEBPACK_IMPORTED_MODULE_5__/* .widest */ .D3)([right]) <= room)
        return [right];
    const lines = [];
    for (const piece of right.split(/ (?=→ )| {2}(?=\([^()]*\)$)/)) {
        const joined = `${lines.at(-1) ?? ''} ${piece}`;
        if (lines.length > 0 && (0,_columns_js__WEBPACK_IMPORTED_MODULE_5__/* .widest */ .D3)([joined]) <= room)
            lines.splice(-1, 1, joined);
        else
            lines.push(piece);
    }
    return lines;
}
function tonePaint(paint, tone) {
    switch (tone) {
        case 'add':
            return paint.green;
        case 'change':
            return paint.yellow;
        case 'replace':
        case 'remove':
            return paint.red;
        case 'possible':
            return paint.dim;
        case 'plain':
            return paint.bold;
    }
}
function verdictPaint(paint, verdict) {
    switch (verdict) {
        case 'missing':
        case 'failed':
        case 'stopped':
            return paint.red;
        case 'ready':
            return paint.green;
        case 'changed':
            return paint.yellow;
        case 'no-changes':
            return paint.dim;
    }
}


/***/ }),

/***/ 3026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ createPacer)
/* harmony export */ });
const shortest = 400;
const longest = 5_000;
const longestBackOff = 30_000;
/** So that ten nested stacks are not asked for more often than about ten calls a second (*assumed*: no limit is published). */
const perStack = 100;
/**
 * How often to ask: often while things move, seldom while nothing does, much less often once throttled; each wait is
 * moved by up to a fifth, so that many runs do not ask in step.
 * @param random a number in [0, 1)
 */
function createPacer(options) {
    const { clock, random, signal } = options;
    let interval = shortest;
    let penalty = 1;
    const wait = (milliseconds) => clock.sleep(Math.round(milliseconds * (0.8 + 0.4 * random())), signal);
    return {
        rest: async ({ moved, stacks }) => {
            interval = moved ? shortest : Math.min(interval * 1.5, longest);
            penalty = Math.max(1, penalty * 0.8);
            await wait(Math.min(Math.max(interval, perStack * stacks) * penalty, longestBackOff));
        },
        backOff: async () => {
            penalty = Math.min(penalty * 2, longestBackOff / shortest);
            await wait(Math.min(Math.max(interval, 1_000) * penalty, longestBackOff));
        },
    };
}


/***/ }),

/***/ 1308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ isFailedEvent),
/* harmony export */   FV: () => (/* binding */ isCleanup),
/* harmony export */   Gm: () => (/* binding */ isRolledBack),
/* harmony export */   Hd: () => (/* binding */ isTerminal),
/* harmony export */   LT: () => (/* binding */ isInProgress),
/* harmony export */   Ng: () => (/* binding */ isUpdatable),
/* harmony export */   nV: () => (/* binding */ isFailedCreation),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   oy: () => (/* binding */ isDeleted),
/* harmony export */   qJ: () => (/* binding */ isOperationStart),
/* harmony export */   rU: () => (/* binding */ isRollbackStart),
/* harmony export */   zN: () => (/* binding */ isReview)
/* harmony export */ });
/* unused harmony exports stackStatuses, isStuck */
const meanings = {
    CREATE_IN_PROGRESS: 'moving',
    CREATE_COMPLETE: 'updatable',
    CREATE_FAILED: 'stuck',
    DELETE_IN_PROGRESS: 'moving',
    DELETE_COMPLETE: 'deleted',
    DELETE_FAILED: 'stuck',
    IMPORT_IN_PROGRESS: 'moving',
    IMPORT_COMPLETE: 'updatable',
    IMPORT_ROLLBACK_IN_PROGRESS: 'moving',
    IMPORT_ROLLBACK_COMPLETE: 'updatable',
    IMPORT_ROLLBACK_FAILED: 'stuck',
    REVIEW_IN_PROGRESS: 'review',
    ROLLBACK_IN_PROGRESS: 'moving',
    ROLLBACK_COMPLETE: 'failed-creation',
    ROLLBACK_FAILED: 'stuck',
    UPDATE_IN_PROGRESS: 'moving',
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'moving',
    UPDATE_COMPLETE: 'updatable',
    UPDATE_FAILED: 'stuck',
    UPDATE_ROLLBACK_IN_PROGRESS: 'moving',
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'moving',
    UPDATE_ROLLBACK_COMPLETE: 'updatable',
    UPDATE_ROLLBACK_FAILED: 'stuck',
};
/** All statuses that CloudFormation can report for a stack. */
const stackStatuses = Object.keys(meanings);
function meaningOf(status) {
    return Object.hasOwn(meanings, status) ? meanings[status] : null;
}
/** An operation runs. `REVIEW_IN_PROGRESS` is none: nothing moves there until a change set is executed. */
function isInProgress(status) {
    return meaningOf(status) === 'moving';
}
/** The operation is over, well or badly. */
function isTerminal(status) {
    const meaning = meaningOf(status);
    return meaning !== null && meaning !== 'moving' && meaning !== 'review';
}
/** A change set of type UPDATE can be made and executed. */
function isUpdatable(status) {
    return meaningOf(status) === 'updatable';
}
/** A change set of type CREATE is wanted: only review, or nothing there. */
function isReview(status) {
    return meaningOf(status) === 'review';
}
/** A first creation failed and was rolled back: `ROLLBACK_COMPLETE`. */
function isFailedCreation(status) {
    return meaningOf(status) === 'failed-creation';
}
/** Somebody has to act before anything else is possible. */
function isStuck(status) {
    return meaningOf(status) === 'stuck';
}
function isDeleted(status) {
    return meaningOf(status) === 'deleted';
}
/** The operation ended with what was asked for. */
function isSuccess(status) {
    return status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE' || status === 'IMPORT_COMPLETE';
}
/** The operation failed and everything was put back as it was before. */
function isRolledBack(status) {
    return (status === 'ROLLBACK_COMPLETE' ||
        status === 'UPDATE_ROLLBACK_COMPLETE' ||
        status === 'IMPORT_ROLLBACK_COMPLETE');
}
/** A stack's own status that says that it begins to undo: what fails after it is not the cause. */
function isRollbackStart(status) {
    return (status === 'ROLLBACK_IN_PROGRESS' ||
        status === 'UPDATE_ROLLBACK_IN_PROGRESS' ||
        status === 'IMPORT_ROLLBACK_IN_PROGRESS');
}
/** The new resources stand; old ones are being removed. What fails here leaves something behind but fails nothing. */
function isCleanup(status) {
    return (status === 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS' ||
        status === 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
}
/** A stack's own status with which an operation begins. A rollback begins one only when a person asked for it. */
function isOperationStart(status) {
    return (status === 'CREATE_IN_PROGRESS' ||
        status === 'UPDATE_IN_PROGRESS' ||
        status === 'IMPORT_IN_PROGRESS' ||
        status === 'DELETE_IN_PROGRESS');
}
/** A resource's (or stack's) event that something failed. */
function isFailedEvent(status) {
    return status.endsWith('_FAILED');
}


/***/ }),

/***/ 2336:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ isTransient)
/* harmony export */ });
/**
 * Errors of a read that say nothing about the stack: throttling, a service that stumbles, a lost connection. The SDK has
 * retried a few times already when one arrives here; who follows an operation goes on, more slowly.
 * Names: "Common errors" of the CloudFormation API reference and the SDK's own retry classification.
 */
const throttling = new Set([
    'Throttling',
    'ThrottlingException',
    'ThrottledException',
    'RequestThrottled',
    'RequestThrottledException',
    'RequestLimitExceeded',
    'TooManyRequestsException',
    'SlowDown',
]);
const network = new Set([
    'ECONNRESET',
    'ECONNREFUSED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'ENOTFOUND',
    'UND_ERR_SOCKET',
]);
function isThrottling(error) {
    return error instanceof Error && (throttling.has(error.name) || httpStatus(error) === 429);
}
function isTransient(error) {
    if (!(error instanceof Error))
        return false;
    if (isThrottling(error) || error.name === 'TimeoutError')
        return true;
    const code = 'code' in error ? error.code : undefined;
    return (typeof code === 'string' && network.has(code)) || (httpStatus(error) ?? 0) >= 500;
}
function httpStatus(error) {
    const metadata = '$metadata' in error ? error.$metadata : undefined;
    if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata))
        return undefined;
    return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}


/***/ }),

/***/ 4668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ stringWidth)
});

;// CONCATENATED MODULE: ./node_modules/ansi-regex/index.js
// Valid string terminator sequences are ESC\ and 0x9c; OSC also accepts BEL.
const ST = String.raw`(?:\u001B\u005C|\u009C)`;

// OSC sequences only: ESC ] ... BEL/ST (or the C1 introducer 0x9d ... BEL/ST).
// Payloads stop at terminators, cancellations, and C1 controls. An unterminated string cannot swallow the next sequence or repeatedly scan its payload from later introducers. Terminals likewise abort a control string on an unexpected ESC.
const stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
const osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;

// DCS, SOS, PM, APC, and screen window titles have opaque payloads terminated by ST. Nested ESC payloads, such as tmux passthrough, require a parser.
const controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;

// Linux console palette controls have fixed lengths and no string terminator; iTerm2 terminates its palette assignments. Consume an immediately adjacent OSC terminator, but match these controls before OSC so a later BEL cannot consume visible text.
const linuxPalette = String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`;

// CSI: ESC [ or C1 CSI, parameter bytes (0x30–0x3f), intermediate bytes (0x20–0x2f), then a final byte (0x40–0x7e).
// `= < >` are final bytes in two-byte VT52 escapes (`ESC >`) but parameter bytes in a CSI (`ESC [ > 0 ; 276 ; 0 c`, the device attributes reply). Match CSI first to consume the whole sequence, where its introducer makes the two unambiguous.
const csi = String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`;

// Related escapes: ESC, intermediate bytes (0x20–0x2f), then a final byte (0x30–0x7e), or a supported two-byte escape.
// The two-byte final class stays narrow so that ESC followed by an arbitrary character is not read as a sequence. CSI parameters belong only to the CSI form, preventing partial matches and avoiding a second scan with nested repetition.
// Escapes whose final byte is a digit include `ESC 7` and `ESC 8` (save and restore cursor), `ESC ( 0` (line drawing character set), and `ESC # 8` (screen alignment).
// A digit is never a CSI final byte. These escapes end immediately at their final byte, so `ESC 7 l` is read as the escape followed by text rather than a sequence with parameter 7 and final byte `l`.
const ansi_regex_escape = String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`;

const pattern = `${linuxPalette}|${osc}|${controlString}|${csi}|${ansi_regex_escape}`;

function ansiRegex({onlyFirst = false} = {}) {
	return new RegExp(pattern, onlyFirst ? undefined : 'g');
}

;// CONCATENATED MODULE: ./node_modules/strip-ansi/index.js


const regex = ansiRegex();

function stripAnsi(string) {
	if (typeof string !== 'string') {
		throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
	}

	// Fast path: ANSI codes require ESC (7-bit) or CSI (8-bit) introducer
	if (!string.includes('\u001B') && !string.includes('\u009B')) {
		return string;
	}

	// Even though the regex is global, we don't need to reset the `.lastIndex`
	// because unlike `.exec()` and `.test()`, `.replace()` does it automatically
	// and doing it manually has a performance penalty.
	return string.replace(regex, '');
}

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/lookup-data.js
// Generated by scripts/build.js

const ambiguousMinimalCodePoint = 161;
const ambiguousMaximumCodePoint = 1114109;
const ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];

const fullwidthMinimalCodePoint = 12288;
const fullwidthMaximumCodePoint = 65510;
const fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];

const lookup_data_halfwidthMinimalCodePoint = 8361;
const lookup_data_halfwidthMaximumCodePoint = 65518;
const lookup_data_halfwidthRanges = (/* unused pure expression or super */ null && ([8361, 8361, 65377, 65470, 65474, 65479, 65482, 65487, 65490, 65495, 65498, 65500, 65512, 65518]));

const lookup_data_narrowMinimalCodePoint = 32;
const lookup_data_narrowMaximumCodePoint = 10630;
const lookup_data_narrowRanges = (/* unused pure expression or super */ null && ([32, 126, 162, 163, 165, 166, 172, 172, 175, 175, 10214, 10221, 10629, 10630]));

const wideMinimalCodePoint = 4352;
const wideMaximumCodePoint = 262141;
const wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/utilities.js
/**
Binary search on a sorted flat array of [start, end] pairs.

@param {number[]} ranges - Flat array of inclusive [start, end] range pairs, e.g. [0, 5, 10, 20].
@param {number} codePoint - The value to search for.
@returns {boolean} Whether the value falls within any of the ranges.
*/
const utilities_isInRange = (ranges, codePoint) => {
	let low = 0;
	let high = Math.floor(ranges.length / 2) - 1;
	while (low <= high) {
		const mid = Math.floor((low + high) / 2);
		const i = mid * 2;
		if (codePoint < ranges[i]) {
			high = mid - 1;
		} else if (codePoint > ranges[i + 1]) {
			low = mid + 1;
		} else {
			return true;
		}
	}

	return false;
};

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/lookup.js



const commonCjkCodePoint = 0x4E_00;
const [wideFastPathStart, wideFastPathEnd] = /* #__PURE__ */ findWideFastPathRange(wideRanges);

// Use a hot-path range so common `isWide` calls can skip binary search.
// The range containing U+4E00 covers common CJK ideographs;
// fallback to the largest range for resilience to Unicode table changes.
function findWideFastPathRange(ranges) {
	let fastPathStart = ranges[0];
	let fastPathEnd = ranges[1];

	for (let index = 0; index < ranges.length; index += 2) {
		const start = ranges[index];
		const end = ranges[index + 1];

		if (
			commonCjkCodePoint >= start
			&& commonCjkCodePoint <= end
		) {
			return [start, end];
		}

		if ((end - start) > (fastPathEnd - fastPathStart)) {
			fastPathStart = start;
			fastPathEnd = end;
		}
	}

	return [fastPathStart, fastPathEnd];
}

const isAmbiguous = codePoint => {
	if (
		codePoint < ambiguousMinimalCodePoint
		|| codePoint > ambiguousMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(ambiguousRanges, codePoint);
};

const isFullwidth = codePoint => {
	if (
		codePoint < fullwidthMinimalCodePoint
		|| codePoint > fullwidthMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(fullwidthRanges, codePoint);
};

const isHalfwidth = codePoint => {
	if (
		codePoint < halfwidthMinimalCodePoint
		|| codePoint > halfwidthMaximumCodePoint
	) {
		return false;
	}

	return isInRange(halfwidthRanges, codePoint);
};

const isNarrow = codePoint => {
	if (
		codePoint < narrowMinimalCodePoint
		|| codePoint > narrowMaximumCodePoint
	) {
		return false;
	}

	return isInRange(narrowRanges, codePoint);
};

const isWide = codePoint => {
	if (
		codePoint >= wideFastPathStart
		&& codePoint <= wideFastPathEnd
	) {
		return true;
	}

	if (
		codePoint < wideMinimalCodePoint
		|| codePoint > wideMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(wideRanges, codePoint);
};

function lookup_getCategory(codePoint) {
	if (isAmbiguous(codePoint)) {
		return 'ambiguous';
	}

	if (isFullwidth(codePoint)) {
		return 'fullwidth';
	}

	if (isHalfwidth(codePoint)) {
		return 'halfwidth';
	}

	if (isNarrow(codePoint)) {
		return 'narrow';
	}

	if (isWide(codePoint)) {
		return 'wide';
	}

	return 'neutral';
}

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/index.js


function validate(codePoint) {
	if (!Number.isSafeInteger(codePoint)) {
		throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
	}
}

function eastAsianWidthType(codePoint) {
	validate(codePoint);

	return getCategory(codePoint);
}

function eastAsianWidth(codePoint, {ambiguousAsWide = false} = {}) {
	validate(codePoint);

	if (
		isFullwidth(codePoint)
		|| isWide(codePoint)
		|| (ambiguousAsWide && isAmbiguous(codePoint))
	) {
		return 2;
	}

	return 1;
}

// Private exports for https://github.com/sindresorhus/is-fullwidth-code-point


;// CONCATENATED MODULE: ./node_modules/string-width/index.js



/**
Logic:
- Segment graphemes to match how terminals render clusters.
- Width rules:
	1. Skip non-printing clusters (Default_Ignorable, Control, pure nonspacing/enclosing Mark, lone Surrogates). Tabs are ignored by design.
	2. RGI emoji clusters (\p{RGI_Emoji}) are double-width.
	3. Minimally-qualified/unqualified emoji clusters (ZWJ sequences with 2+ Extended_Pictographic, or keycap sequences) are double-width.
	4. Hangul jamo collapse each standard modern Hangul L+V or L+V+T syllable piece to width 2.
	   Unmatched repeated leading/vowel/trailing jamo stay additive because that matches how the terminals we target render them.
	5. Otherwise use East Asian Width of the cluster's first visible code point, and add widths for trailing spacing marks and Halfwidth/Fullwidth Forms within the same cluster (e.g., dakuten/handakuten/prolonged sound mark).
*/

const segmenter = new Intl.Segmenter();

// Matches a visible (printing) character. Used to find the base scalar of a cluster (skipping leading Prepend/Format/Marks) and to detect whole-cluster zero-width.
// Intentionally a single negated class without a quantifier: a repeated pattern like `^(?:…|…)+$` backtracks exponentially on overlapping properties, and even `^[…]+$` overflows V8's backtrack stack (RangeError) on clusters with millions of marks.
const visibleCharacterRegex = /[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/v;
const spacingMarkRegex = /\p{Spacing_Mark}/v;

// RGI emoji sequences
const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;

// Detect minimally-qualified/unqualified emoji sequences (missing VS16 but still render as double-width)
const unqualifiedKeycapRegex = /^[\d#*]\u20E3$/;
const extendedPictographicRegex = /\p{Extended_Pictographic}/gu;

function isDoubleWidthNonRgiEmojiSequence(segment) {
	// Real emoji clusters are < 30 chars; guard against pathological input
	if (segment.length > 50) {
		return false;
	}

	if (unqualifiedKeycapRegex.test(segment)) {
		return true;
	}

	// ZWJ sequences with 2+ Extended_Pictographic
	if (segment.includes('\u200D')) {
		const pictographics = segment.match(extendedPictographicRegex);
		return pictographics !== null && pictographics.length >= 2;
	}

	return false;
}

// Returns the cluster starting at its first visible character, or `undefined` if the whole cluster is zero-width.
function baseVisible(segment) {
	const index = segment.search(visibleCharacterRegex);
	return index === -1 ? undefined : segment.slice(index);
}

function isHangulLeadingJamo(codePoint) {
	return (codePoint >= 0x11_00 && codePoint <= 0x11_5F)
		|| (codePoint >= 0xA9_60 && codePoint <= 0xA9_7C);
}

function isHangulVowelJamo(codePoint) {
	return (codePoint >= 0x11_60 && codePoint <= 0x11_A7)
		|| (codePoint >= 0xD7_B0 && codePoint <= 0xD7_C6);
}

function isHangulTrailingJamo(codePoint) {
	return (codePoint >= 0x11_A8 && codePoint <= 0x11_FF)
		|| (codePoint >= 0xD7_CB && codePoint <= 0xD7_FB);
}

function isHangulJamo(codePoint) {
	return isHangulLeadingJamo(codePoint)
		|| isHangulVowelJamo(codePoint)
		|| isHangulTrailingJamo(codePoint);
}

function hangulClusterWidth(visibleSegment, eastAsianWidthOptions) {
	const codePoints = [];

	for (const character of visibleSegment) {
		if (!visibleCharacterRegex.test(character)) {
			continue;
		}

		codePoints.push(character.codePointAt(0));
	}

	if (codePoints.length === 0) {
		return undefined;
	}

	let width = 0;

	for (let index = 0; index < codePoints.length; index++) {
		const codePoint = codePoints[index];
		if (!isHangulJamo(codePoint)) {
			if (width === 0) {
				return undefined;
			}

			// Mixed cluster (e.g., L + precomposed syllable): use EAW for non-jamo remainder
			for (let remaining = index; remaining < codePoints.length; remaining++) {
				width += eastAsianWidth(codePoints[remaining], eastAsianWidthOptions);
			}

			return width;
		}

		// Modern Hangul L+V(+T) shapes as one syllable block. Unmatched jamo stay additive:
		// U+1100 U+1100 U+1161 => U+1100 + (U+1100 U+1161) => 2 + 2.
		if (
			isHangulLeadingJamo(codePoint)
			&& isHangulVowelJamo(codePoints[index + 1])
		) {
			width += 2;
			index += isHangulTrailingJamo(codePoints[index + 2]) ? 2 : 1;
			continue;
		}

		width += eastAsianWidth(codePoint, eastAsianWidthOptions);
	}

	return width;
}

function trailingWidth(visibleSegment, eastAsianWidthOptions) {
	let extra = 0;
	let first = true;

	for (const character of visibleSegment) {
		if (first) {
			first = false;
			continue;
		}

		if (
			spacingMarkRegex.test(character)
			|| (character >= '\uFF00' && character <= '\uFFEF')
		) {
			extra += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
		}
	}

	return extra;
}

function stringWidth(input, options = {}) {
	if (typeof input !== 'string' || input.length === 0) {
		return 0;
	}

	const {
		ambiguousIsNarrow = true,
		countAnsiEscapeCodes = false,
	} = options;

	let string = input;

	// Avoid calling stripAnsi when there are no ANSI escape sequences (ESC = 0x1B, CSI = 0x9B)
	if (!countAnsiEscapeCodes && (string.includes('\u001B') || string.includes('\u009B'))) {
		string = stripAnsi(string);
	}

	if (string.length === 0) {
		return 0;
	}

	// Fast path: printable ASCII (0x20–0x7E) needs no segmenter, regex, or EAW lookup — width equals length.
	if (/^[\u0020-\u007E]*$/.test(string)) {
		return string.length;
	}

	let width = 0;
	const eastAsianWidthOptions = {ambiguousAsWide: !ambiguousIsNarrow};

	for (const {segment} of segmenter.segment(string)) {
		// Zero-width / non-printing clusters
		const visibleSegment = baseVisible(segment);
		if (visibleSegment === undefined) {
			continue;
		}

		// Emoji width logic
		if (rgiEmojiRegex.test(segment) || isDoubleWidthNonRgiEmojiSequence(segment)) {
			width += 2;
			continue;
		}

		const hangulWidth = hangulClusterWidth(visibleSegment, eastAsianWidthOptions);
		if (hangulWidth !== undefined) {
			width += hangulWidth;
			continue;
		}

		// Everything else: EAW of the cluster’s first visible scalar
		const codePoint = visibleSegment.codePointAt(0);
		width += eastAsianWidth(codePoint, eastAsianWidthOptions);

		// Add width for trailing spacing marks and Halfwidth/Fullwidth Forms (e.g., ﾞ, ﾟ, ｰ)
		width += trailingWidth(visibleSegment, eastAsianWidthOptions);
	}

	return width;
}


/***/ })

};
