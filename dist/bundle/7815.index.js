export const id = 7815;
export const ids = [7815];
export const modules = {

/***/ 1401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ checkArtifacts)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _release_open_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2057);
/* harmony import */ var _stores_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4592);



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
/* harmony import */ var _plan_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1731);
/* harmony import */ var _plan_gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1476);
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
        .map(({ kind, where, approved: was, now }) => `   ${kind} ${where}: ${was ?? 'nothing'} → ${now ?? 'nothing'}`);
    const rest = differences.length > shown ? [`   … and ${differences.length - shown} more`] : [];
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('PLAN_CHANGED', [
        `what would happen to ${approved.environment} is not what was approved as plan ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h)(approved.fingerprint)} (approved → now):`,
        ...lines,
        ...rest,
    ].join('\n'), {
        next: `slipway plan ${approved.system} ${approved.environment} --release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h)(approved.release)}   (and approve that)`,
    });
}


/***/ }),

/***/ 1567:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ changeSetName),
  R: () => (/* binding */ planEnvironment)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/plan/fingerprint.ts
var fingerprint = __webpack_require__(1731);
// EXTERNAL MODULE: ./src/plan/gate.ts
var gate = __webpack_require__(1476);
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

// EXTERNAL MODULE: ./src/plan/plan-parameters.ts
var plan_parameters = __webpack_require__(3185);
// EXTERNAL MODULE: ./src/plan/plan-stack.ts + 2 modules
var plan_stack = __webpack_require__(7297);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
// EXTERNAL MODULE: ./src/deployment/check-artifacts.ts
var check_artifacts = __webpack_require__(1401);
// EXTERNAL MODULE: ./src/deployment/current-outputs.ts
var current_outputs = __webpack_require__(7017);
// EXTERNAL MODULE: ./src/deployment/environment-ledger.ts + 5 modules
var environment_ledger = __webpack_require__(2044);
// EXTERNAL MODULE: ./src/deployment/guard-target.ts
var guard_target = __webpack_require__(4986);
// EXTERNAL MODULE: ./src/deployment/plan-site-of.ts
var plan_site_of = __webpack_require__(2134);
// EXTERNAL MODULE: ./src/deployment/target.ts
var deployment_target = __webpack_require__(442);
;// CONCATENATED MODULE: ./src/deployment/plan-environment.ts











/**
 * Plans what a release would do to one environment: its stacks in order, then its site. Creates nothing but change sets on
 * stacks that exist.
 *
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT, ARTIFACT_MISSING, ARTIFACT_DIGEST, LEDGER_DAMAGED, STACK_BUSY,
 *   STACK_STUCK, TEMPLATE_REJECTED, OUTPUT_MISSING, and what planning the site throws
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
    const stacks = await planStacks(options, clients, outputs);
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
async function planStacks({ target, session, purpose }, clients, outputs) {
    const { release, environment, instances } = target;
    const stacks = [];
    for (const instance of instances) {
        stacks.push(await (0,plan_stack/* planStack */.q)({
            instance,
            parameters: (0,plan_parameters/* planParameters */.m)(instance, outputs, (0,plan_site_of/* pendingOf */.lc)(stacks)),
            release,
            artifactBucket: (0,deployment_target/* artifactBucket */.Vc)(environment.account, instance.region),
            changeSetName: changeSetName(purpose, release.id, session.commit),
            api: await clients.cloudFormation(instance.region),
            clock: session.clock,
            logger: session.logger,
            signal: session.signal,
        }));
    }
    return stacks;
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
/* harmony import */ var _environment_ledger_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2044);
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
/* harmony import */ var _environment_ledger_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2044);
/* harmony import */ var _guard_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4986);
/* harmony import */ var _stores_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4592);







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

/***/ 6772:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ overrideWords)
});

// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
;// CONCATENATED MODULE: ./src/github/api/override-labels.ts

/** The overrides among labels: `slipway:allow 4be1c02d77a9f310`, exactly; anything else says nothing. */
function overridesIn(labels) {
    const words = labels.flatMap((label) => /^slipway:allow ([0-9a-f]{16})$/.exec(label)?.[1] ?? []);
    return [...new Set(words)];
}
/**
 * The overrides that labels give, and who gave them. On main these are the labels of the pull requests that were merged
 * as the commit (GET /repos/{owner}/{repo}/commits/{sha}/pulls).
 * @throws UserError the codes of github-error.ts
 */
async function overrideLabels(api, source) {
    const pullRequests = source.kind === 'pull-request'
        ? [await api.getPullRequest(source.number)]
        : (await api.listPullRequestsOfCommit(source.sha)).filter(({ isMerged, baseRef }) => isMerged && baseRef === 'main');
    const given = [];
    for (const { number, labels } of pullRequests) {
        const overrides = overridesIn(labels).filter((word) => given.every(({ override }) => override !== word));
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
 */
async function overrideWords(action, run, { allow, githubToken }) {
    const givenBy = new Map();
    const words = new Set(allow);
    const { pullRequest } = run;
    for (const word of overridesIn(pullRequest?.labels ?? []))
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
        if (!(error instanceof slipway_error/* SlipwayError */.GQ))
            throw error;
        action.log.warn(`labels give no word of the gate: ${error.message} [${error.code}]`);
    }
    return { words: [...words], givenBy };
}


/***/ }),

/***/ 1002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  OM: () => (/* binding */ assembleStackPlan)
});

// UNUSED EXPORTS: pseudoParameters, stackReading

// EXTERNAL MODULE: ./src/template/evaluated.ts
var evaluated = __webpack_require__(607);
// EXTERNAL MODULE: ./src/plan/secret-text.ts
var secret_text = __webpack_require__(7884);
// EXTERNAL MODULE: ./src/plan/stack-inputs.ts
var stack_inputs = __webpack_require__(1265);
// EXTERNAL MODULE: ./src/template/evaluate.ts + 1 modules
var evaluate = __webpack_require__(4649);
// EXTERNAL MODULE: ./src/template/parameter-values.ts
var parameter_values = __webpack_require__(7832);
;// CONCATENATED MODULE: ./src/plan/change-source.ts
/** Whether changes may be there that nothing showed: a change set that failed shows some of them, but not all. */
function isBlind(source) {
    return source.kind === 'unseen' || (source.kind === 'change-set' && source.node.state === 'failed');
}
/** The changes that CloudFormation states, by logical id; none where there is no change set. */
function statedById(source) {
    if (source.kind !== 'change-set')
        return new Map();
    return new Map(source.node.changes.map((change) => [change.LogicalResourceId ?? '', change]));
}
/** What CloudFormation found for parameters that name something else (SSM), by parameter. */
function resolvedBy(source) {
    if (source.kind !== 'change-set')
        return {};
    return Object.fromEntries(source.node.parameters.flatMap(({ ParameterKey, ResolvedValue }) => ParameterKey === undefined || ResolvedValue === undefined
        ? []
        : [[ParameterKey, ResolvedValue]]));
}
/** Where the changes of a nested stack are known from, given its parent's source; `null` where it is not to be read. */
function childSource(source, logicalId, { isDeployed, willExist, stated }) {
    const isThere = isDeployed === true;
    switch (source.kind) {
        case 'new':
            return willExist === false ? null : source;
        case 'unchanged':
            // Without a look at the deployed tree, the template tells which nested stacks there are.
            return isThere || (isDeployed === null && willExist !== false) ? source : null;
        case 'unseen':
        case 'compared':
            if (willExist === false)
                return null;
            return isThere ? source : { kind: 'new' };
        case 'change-set': {
            if (stated === undefined)
                return isThere ? { kind: 'unchanged' } : null;
            if (stated.Action === 'Remove')
                return null;
            const node = source.node.children.get(logicalId);
            if (node?.state === 'made' || (node?.state === 'failed' && node.changes.length > 0)) {
                return { kind: 'change-set', node };
            }
            if (node?.state === 'empty')
                return isThere ? { kind: 'unchanged' } : { kind: 'new' };
            return isThere ? { kind: 'unseen' } : { kind: 'new' };
        }
    }
}

;// CONCATENATED MODULE: ./src/plan/change-details.ts
/**
 * Texts in place of values that are not known before the change set runs. Seen in the wild:
 * `{{IntrinsicFunction:<stack>/<LogicalId>.Outputs.<Name>/Fn::GetAtt}}`, `{{IntrinsicFunction:<stack>//Fn::ImportValue}}`,
 * `{{IntrinsicFunction://Fn::Join}}` (cloudformation-coverage-roadmap#759, cfn-language-discussion#152, rain#526), and
 * `{{changeSet:KNOWN_AFTER_APPLY}}` (API reference, ResourceTargetDefinition).
 */
const unresolvedMarker = /\{\{(?:IntrinsicFunction:[^{}]*|changeSet:KNOWN_AFTER_APPLY)\}\}/;
/**
 * Puts the details of one resource's change together, one entry a property. CloudFormation lists the same property twice
 * where a parameter feeds it (static by the parameter, dynamic by direct modification), and without a path where it has
 * no values.
 */
function statedChanges(change) {
    const contexts = { before: parseContext(change.BeforeContext), after: parseContext(change.AfterContext) };
    const groups = Map.groupBy(change.Details ?? [], (detail) => JSON.stringify(pointerOf(detail)));
    const pointers = [...groups.keys()].map((key) => JSON.parse(key));
    return [...groups].flatMap(([key, details]) => {
        const pointer = JSON.parse(key);
        const finer = pointers.some((other) => other.length > pointer.length && pointer.every((step, index) => other[index] === step));
        const valueless = details.every(({ Target }) => Target?.BeforeValue === undefined && Target?.AfterValue === undefined);
        return finer && valueless ? [] : stated(pointer, details, contexts);
    });
}
function stated(pointer, details, contexts) {
    const replacement = details
        .map((detail) => recreation(detail.Target?.RequiresRecreation))
        .reduce(worse, 'never');
    const dynamicOnly = details.every((detail) => detail.Evaluation === 'Dynamic');
    const make = (at, before, after) => ({
        pointer: at,
        path: printablePath(at),
        before,
        after,
        replacement,
        dynamicOnly,
        unresolved: after !== undefined && after !== null && unresolvedMarker.test(after),
    });
    const givenBefore = details.map(({ Target }) => Target?.BeforeValue).find((value) => value !== undefined);
    const givenAfter = details.map(({ Target }) => Target?.AfterValue).find((value) => value !== undefined);
    const [old, next] = [valueAt(contexts.before, pointer), valueAt(contexts.after, pointer)];
    if (givenBefore !== undefined || givenAfter !== undefined) {
        return [make(pointer, whole(givenBefore, old) ?? null, whole(givenAfter, next) ?? null)];
    }
    if (contexts.before === undefined && contexts.after === undefined)
        return [make(pointer, undefined, undefined)];
    const leaves = [...differingLeaves(old, next, pointer)];
    return leaves.length === 0
        ? [make(pointer, textOf(old), textOf(next))]
        : leaves.map((leaf) => make(leaf.pointer, textOf(leaf.before), textOf(leaf.after)));
}
/** "Large values can be truncated" (API reference, ResourceTargetDefinition): the context has the whole one. */
function whole(given, context) {
    const full = textOf(context);
    if (given === undefined)
        return full ?? undefined;
    const stem = given.replace(/(?:\.\.\.|…)$/, '');
    return full !== null &&
        full.length > given.length &&
        stem !== '' &&
        full.startsWith(stem) &&
        given.length >= 200
        ? full
        : given;
}
function pointerOf({ Target }) {
    if (Target?.Path !== undefined && Target.Path !== '') {
        return Target.Path.replace(/^\//, '')
            .split('/')
            .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    }
    const attribute = Target?.Attribute ?? 'Properties';
    if (attribute === 'Tags')
        return ['Properties', 'Tags'];
    return Target?.Name === undefined ? [attribute] : [attribute, Target.Name];
}
/** `Environment.Variables.STAGE`; attributes other than properties keep their name: `DeletionPolicy`. */
function printablePath(pointer) {
    const steps = pointer[0] === 'Properties' && pointer.length > 1 ? pointer.slice(1) : pointer;
    return steps.join('.');
}
function parseContext(context) {
    if (context === undefined || context === '')
        return undefined;
    try {
        return JSON.parse(context);
    }
    catch {
        return undefined; // Cut off: the details' own values have to do.
    }
}
/** The value at a pointer; `undefined` where there is none. */
function valueAt(value, pointer) {
    return pointer.reduce((current, step) => {
        if (typeof current !== 'object' || current === null)
            return undefined;
        return Object.hasOwn(current, step) ? current[step] : undefined;
    }, value);
}
/** A value as text: a string as it is, anything else as JSON; `null` where there is none. */
function textOf(value) {
    if (value === undefined)
        return null;
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function* differingLeaves(before, after, pointer) {
    if (isComposite(before) && isComposite(after) && Array.isArray(before) === Array.isArray(after)) {
        for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
            yield* differingLeaves(valueAt(before, [key]), valueAt(after, [key]), [...pointer, key]);
        }
    }
    else if (JSON.stringify(before) !== JSON.stringify(after)) {
        yield { pointer, before, after };
    }
}
function isComposite(value) {
    return typeof value === 'object' && value !== null;
}
function recreation(requires) {
    if (requires === 'Always')
        return 'always';
    return requires === 'Conditionally' ? 'conditional' : 'never';
}
const severity = ['never', 'conditional', 'always'];
function worse(a, b) {
    return severity.indexOf(a) >= severity.indexOf(b) ? a : b;
}

// EXTERNAL MODULE: ./src/runtime/canonical-json.ts
var canonical_json = __webpack_require__(2673);
;// CONCATENATED MODULE: ./src/plan/template-scope.ts


/** Whether a resource or output is there, by its condition; `null` where that can't be known. */
function exists(part, scope) {
    if (part === undefined || scope === null)
        return false;
    if (part.Condition === undefined)
        return true;
    const decided = (0,evaluate/* evaluateCondition */.F)(part.Condition, scope);
    return typeof decided === 'boolean' ? decided : null;
}
/** What a parent gives to the parameters of a nested stack. */
function parametersOf(resource, scope) {
    if (scope === null)
        return {};
    const parameters = (0,evaluate/* evaluate */._)(resource?.Properties?.['Parameters'] ?? {}, scope);
    return parameters.kind === 'map' ? Object.fromEntries(parameters.entries) : {};
}
/** Values that CloudFormation found for SSM-typed parameters, of which templates hold only the key. */
function withResolved(body, parameters, resolved) {
    const found = Object.entries(body.Parameters ?? {}).flatMap(([name, parameter]) => {
        const value = resolved[name];
        const isSsm = parameter.Type.startsWith('AWS::SSM::Parameter::Value');
        return isSsm && value !== undefined ? [[name, (0,evaluated/* known */.eO)(value)]] : [];
    });
    return { ...parameters, ...Object.fromEntries(found) };
}

;// CONCATENATED MODULE: ./src/plan/compare-values.ts





const nothing = { value: undefined, secret: false, sources: [] };
/**
 * Evaluates the part of a resource that a change set's pointer names: `['Properties', 'Tags', '0', 'Value']`, or an
 * attribute like `['DeletionPolicy']`.
 */
function sideOf(resource, pointer, scope) {
    if (resource === undefined || scope === null)
        return nothing;
    const [attribute = 'Properties', name, ...rest] = pointer;
    const [expression, steps] = attribute === 'Properties' && name !== undefined
        ? [resource.Properties?.[name], rest]
        : [resource[attribute], pointer.slice(1)];
    if (expression === undefined)
        return nothing;
    const whole = (0,evaluate/* evaluate */._)(expression, scope);
    const part = steps.reduce(step, whole);
    const { secret, sources } = (0,evaluated/* lineage */.OZ)(part ?? whole);
    return { value: part, secret, sources };
}
function step(current, key) {
    if (current?.kind === 'map')
        return current.entries.get(key);
    // CloudFormation counts what is left after AWS::NoValue.
    if (current?.kind === 'list')
        return current.items.filter((item) => item.kind !== 'none')[Number(key)];
    // A part of something unresolved is as unresolved as the whole.
    return current?.kind === 'unresolved' ? current : undefined;
}
/** Whether two values are both known and equal. `AWS::NoValue` equals absence. */
function provablyEqual(before, after) {
    const [left, right] = [exactOrAbsent(before), exactOrAbsent(after)];
    return left !== unknown && right !== unknown && left === right;
}
/** Whether two values are both known and differ. */
function provablyDifferent(before, after) {
    const [left, right] = [exactOrAbsent(before), exactOrAbsent(after)];
    return left !== unknown && right !== unknown && left !== right;
}
/** Whether a template's outputs are provably the same on both sides: the same ones, with equal values. */
function provablySameOutputs(before, after) {
    const there = (scope) => Object.entries(scope.body.Outputs ?? {})
        .filter(([, output]) => exists(output, scope) !== false)
        .map(([name]) => name);
    return [...new Set([...there(before), ...there(after)])].every((name) => {
        const [old, next] = [before.body.Outputs?.[name], after.body.Outputs?.[name]];
        if (old === undefined || next === undefined || exists(old, before) !== exists(next, after))
            return false;
        return provablyEqual((0,evaluate/* evaluate */._)(old.Value, before), (0,evaluate/* evaluate */._)(next.Value, after));
    });
}
const unknown = Symbol('unknown');
function exactOrAbsent(value) {
    if (value === undefined || value.kind === 'none')
        return null;
    const data = (0,evaluated/* exact */.e0)(value);
    return data === undefined ? unknown : (0,canonical_json/* canonicalJson */.d)(scalarsAsText(data));
}
/** CloudFormation makes text of booleans and numbers wherever a property or parameter takes text. */
function scalarsAsText(value) {
    if (Array.isArray(value))
        return value.map(scalarsAsText);
    if (typeof value !== 'object' || value === null)
        return value === null ? '' : String(value);
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, scalarsAsText(entry)]));
}
/** The value as text with secrets masked and `${…}` for what is not known; `null` where there is none. */
function printed(value) {
    return value === undefined || value.kind === 'none' ? null : textOf((0,evaluated/* printable */.g$)(value));
}

;// CONCATENATED MODULE: ./src/plan/finer-changes.ts



/**
 * Takes a change of a whole map or list apart into the scalars that differ, or may differ: a policy document reads as the
 * one statement that changes. Values come from the change set where it gives them; where it gives none, the templates tell
 * which parts there are. What can't be taken apart stays whole.
 */
function finerChanges(stated, resource, context) {
    if (stated.after === undefined || stated.unresolved) {
        const parts = byTemplates(stated, resource, context);
        if (parts !== null)
            return parts;
    }
    const [before, after] = [composite(stated.before), composite(stated.after)];
    if (before === null || after === null || Array.isArray(before) !== Array.isArray(after))
        return [stated];
    const parts = [...differing(before, after, stated.pointer)].map(({ pointer, before: old, after: next }) => ({
        ...stated,
        pointer,
        path: printablePath(pointer),
        before: textOf(old),
        after: textOf(next),
        unresolved: unresolvedMarker.test(textOf(next) ?? ''),
    }));
    return parts.length === 0 ? [stated] : parts;
}
function byTemplates(stated, resource, context) {
    const before = sideOf(resource.before, stated.pointer, context.before).value;
    const after = sideOf(resource.after, stated.pointer, context.after).value;
    if (!finer_changes_isComposite(before) || !finer_changes_isComposite(after) || before.kind !== after.kind)
        return null;
    const steps = [...(0,evaluated/* leaves */.FQ)(before, ['']), ...(0,evaluated/* leaves */.FQ)(after, [''])].map(({ path }) => path.split('.').slice(1));
    const pointers = new Set(steps.map((each) => JSON.stringify([...stated.pointer, ...each])));
    const given = composite(stated.before);
    return [...pointers].map((key) => {
        const pointer = JSON.parse(key);
        const old = given === null ? undefined : textOf(valueAt(given, pointer.slice(stated.pointer.length)));
        return {
            ...stated,
            pointer,
            path: printablePath(pointer),
            before: old,
            after: undefined,
            unresolved: false,
        };
    });
}
function finer_changes_isComposite(value) {
    return value?.kind === 'list' || value?.kind === 'map';
}
/** The map or list that a text is in JSON; `null` for any other text, and for one that was cut off. */
function composite(text) {
    if (text === null || text === undefined || !/^\s*[[{]/.test(text))
        return null;
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' ? value : null;
    }
    catch {
        return null;
    }
}
function* differing(before, after, pointer) {
    const [old, next] = [asObject(before), asObject(after)];
    if (old !== null && next !== null && Array.isArray(before) === Array.isArray(after)) {
        for (const key of new Set([...Object.keys(old), ...Object.keys(next)])) {
            yield* differing(old[key], next[key], [...pointer, key]);
        }
        return;
    }
    const [left, right] = [textOf(before) ?? '', textOf(after) ?? ''];
    if (left !== right || unresolvedMarker.test(right))
        yield { pointer, before, after };
}
function asObject(value) {
    return typeof value === 'object' && value !== null ? value : null;
}

;// CONCATENATED MODULE: ./src/plan/policy-action.ts


/**
 * What a policy does to the old resource, as CloudFormation names it in `PolicyAction`. Absent means `Delete`;
 * `RetainExceptOnCreate` retains what has once been made (User Guide, "DeletionPolicy attribute"). A policy that can't be
 * known counts as `Delete`.
 */
function policyOf(resource, policy, scope) {
    const expression = resource?.[policy];
    if (expression === undefined || scope === null)
        return 'Delete';
    return keptAs((0,evaluated/* exact */.e0)((0,evaluate/* evaluate */._)(expression, scope)));
}
function keptAs(policy) {
    if (policy === 'Retain' || policy === 'RetainExceptOnCreate')
        return 'Retain';
    return policy === 'Snapshot' ? 'Snapshot' : 'Delete';
}

// EXTERNAL MODULE: ./src/plan/stateful-types.ts
var stateful_types = __webpack_require__(2883);
;// CONCATENATED MODULE: ./src/plan/clean-change.ts






const actions = {
    Add: 'add',
    Modify: 'modify',
    Remove: 'remove',
    Import: 'import',
    Dynamic: 'dynamic',
    SyncWithActual: 'sync',
};
const replacements = {
    True: 'always',
    Conditional: 'conditional',
    False: 'never',
};
/**
 * Turns what a change set says of one resource into a change of the plan: values put in where their producer is
 * unchanged, secrets masked, and what comes only from unresolved inputs of unchanged producers dropped. A nested stack
 * itself shows only in what is not its wiring: its own node tells the rest.
 */
function cleanChange(stated, resource, context) {
    const action = actions[stated.Action ?? ''] ?? 'dynamic';
    const type = stated.ResourceType ?? resource.after?.Type ?? resource.before?.Type ?? '';
    const isNested = type === stateful_types/* nestedStackType */.k;
    if (isNested && action !== 'modify')
        return { change: null, dropped: false };
    const all = action === 'modify' || action === 'sync' || action === 'dynamic' ? statedChanges(stated) : [];
    const relevant = isNested ? all.filter((change) => !isWiring(change)) : all;
    const parts = relevant.flatMap((change) => finerChanges(change, resource, context));
    const properties = parts.flatMap((change) => propertyChange(change, resource, context) ?? []);
    const isDropped = action === 'modify' && relevant.length > 0 && properties.length === 0;
    if (isDropped || (isNested && properties.length === 0))
        return { change: null, dropped: isDropped };
    const replacement = replacementOf(stated, action, properties, properties.length < parts.length);
    const isSure = action !== 'dynamic' &&
        (properties.length === 0 || properties.some((each) => each.certainty === 'certain'));
    const change = {
        logicalId: resource.logicalId,
        type,
        physicalId: stated.PhysicalResourceId ?? null,
        action,
        replacement,
        certainty: isSure ? 'certain' : 'possible',
        policyAction: policyActionOf(stated, action, replacement, resource, context),
        at: positionOf(resource, properties, replacement, context.template),
        properties,
        renews: null,
    };
    return { change, dropped: false };
}
/** What a parent tells a nested stack, and CloudFormation's word for "its template may have changed". */
function isWiring({ pointer: [attribute, name] }) {
    return (attribute === 'Properties' && (name === undefined || name === 'TemplateURL' || name === 'Parameters'));
}
function propertyChange(stated, resource, context) {
    const before = sideOf(resource.before, stated.pointer, context.before);
    const after = sideOf(resource.after, stated.pointer, context.after);
    const isKnown = context.before !== null && resource.before !== undefined && resource.after !== undefined;
    const saysDifferent = !stated.dynamicOnly &&
        !stated.unresolved &&
        stated.before !== undefined &&
        stated.after !== undefined &&
        stated.before !== stated.after;
    if (isKnown && !saysDifferent && provablyEqual(before.value, after.value))
        return null;
    const { secrets, systemOutputs } = context;
    const secret = before.secret ||
        after.secret ||
        (0,secret_text/* looksSecret */.n0)(stated.before ?? null, secrets) ||
        (0,secret_text/* looksSecret */.n0)(stated.after ?? null, secrets);
    const printedAfter = printed(after.value);
    const lineage = after.sources.filter((source) => systemOutputs.has(source));
    const isOpen = stated.unresolved ||
        (after.value?.kind === 'unresolved' && (stated.after === undefined || lineage.length > 0));
    const isOpenBefore = stated.before === undefined || unresolvedMarker.test(stated.before ?? '');
    const beforeText = isOpenBefore ? printed(before.value) : stated.before;
    const openText = printedAfter === beforeText ? null : printedAfter;
    const knownText = stated.after === undefined ? printedAfter : stated.after;
    const afterText = isOpen ? (openText ?? knownAfterApply) : knownText;
    const certain = (isKnown && provablyDifferent(before.value, after.value)) || (!isOpen && !stated.dynamicOnly);
    return {
        path: stated.path,
        before: (0,secret_text/* masked */.Iv)(local(beforeText, context.path), secret),
        after: (0,secret_text/* masked */.Iv)(local(afterText, context.path), secret),
        secret,
        replacement: stated.replacement,
        certainty: certain ? 'certain' : 'possible',
        lineage,
    };
}
/** Names of the stack's own resources without the path to the stack: `${PhotosBucket}`, not `${storage/PhotosBucket}`. */
function local(text, path) {
    return path.length === 0 || text === null ? text : text.replaceAll(`\${${path.join('/')}/`, '${');
}
/** How a value prints that neither CloudFormation nor the templates know yet. */
const knownAfterApply = '(known after apply)';
/**
 * CloudFormation's own word, unless some of what it is made of was dropped. Then the worst of the rest, by the rule of the
 * API reference (ResourceChange, Replacement): always and certain is a replacement, always and possible is conditional.
 */
function replacementOf(stated, action, properties, someDropped) {
    if (action !== 'modify')
        return 'never';
    const said = replacements[stated.Replacement ?? ''] ?? 'never';
    if (!someDropped)
        return said;
    const rest = properties
        .map(({ replacement, certainty }) => certainty === 'possible' && replacement === 'always' ? 'conditional' : replacement)
        .reduce(worse, 'never');
    return worse(said, rest) === said ? rest : said;
}
function policyActionOf(stated, action, replacement, resource, context) {
    if (action === 'remove')
        return stated.PolicyAction ?? policyOf(resource.before, 'DeletionPolicy', context.before);
    if (action !== 'modify' || replacement === 'never')
        return null;
    const policy = policyOf(resource.after, 'UpdateReplacePolicy', context.after);
    return stated.PolicyAction ?? `ReplaceAnd${policy}`;
}
/** The property that causes a replacement, else the resource; `null` for what the released template does not hold. */
function positionOf(resource, properties, replacement, template) {
    if (resource.after === undefined)
        return null;
    const place = ['Resources', resource.logicalId];
    const cause = replacement === 'never'
        ? undefined
        : (properties.find((property) => property.replacement === 'always') ??
            properties.find((property) => property.replacement === 'conditional'));
    if (cause === undefined)
        return template.locateKey(place);
    return template.locateKey([...place, 'Properties', ...cause.path.split('.')]);
}

;// CONCATENATED MODULE: ./src/plan/compared-change.ts









/** Attributes of a resource, beside its properties, whose change CloudFormation carries out. */
const attributes = ['DeletionPolicy', 'UpdateReplacePolicy', 'UpdatePolicy', 'CreationPolicy', 'Metadata'];
/**
 * What the templates alone tell of one resource: an addition, a removal, or properties that differ or may differ. Used
 * for a stack that is not there yet, where CloudFormation gave no nested change set, and where sources are compared. Whether
 * a property replaces the resource is not known from templates: `context.replacementOf` says what it counts as.
 */
function comparedChange(resource, context) {
    const type = resource.after?.Type ?? resource.before?.Type ?? '';
    const [was, is] = [exists(resource.before, context.before), exists(resource.after, context.after)];
    if (was === false && is === false)
        return null;
    if (type === stateful_types/* nestedStackType */.k && (was === false || is === false))
        return null;
    const base = { logicalId: resource.logicalId, type, physicalId: resource.physicalId, renews: null };
    if (was === false) {
        const at = positionOf(resource, [], 'never', context.template);
        const certainty = is === null ? 'possible' : 'certain';
        return {
            ...base,
            action: 'add',
            replacement: 'never',
            certainty,
            policyAction: null,
            at,
            properties: [],
        };
    }
    if (is === false) {
        const policyAction = policyOf(resource.before, 'DeletionPolicy', context.before);
        const certainty = was === null ? 'possible' : 'certain';
        return {
            ...base,
            action: 'remove',
            replacement: 'never',
            certainty,
            policyAction,
            at: null,
            properties: [],
        };
    }
    const properties = comparedProperties(resource, context);
    if (properties.length === 0 && was !== null && is !== null)
        return null;
    const replacement = properties
        .map((each) => each.replacement === 'always' && each.certainty === 'possible' ? 'conditional' : each.replacement)
        .reduce(worse, 'never');
    return {
        ...base,
        action: was === null || is === null ? 'dynamic' : 'modify',
        replacement,
        certainty: properties.some(({ certainty }) => certainty === 'certain') ? 'certain' : 'possible',
        policyAction: replacement === 'never'
            ? null
            : `ReplaceAnd${policyOf(resource.after, 'UpdateReplacePolicy', context.after)}`,
        at: positionOf(resource, properties, replacement, context.template),
        properties,
    };
}
function comparedProperties(resource, context) {
    const isNested = resource.after?.Type === stateful_types/* nestedStackType */.k;
    const own = (side) => Object.fromEntries(Object.entries(side?.Properties ?? {}).filter(([name]) => !isNested || (name !== 'TemplateURL' && name !== 'Parameters')));
    const [before, after] = [own(resource.before), own(resource.after)];
    const type = resource.after?.Type ?? '';
    const replacementOf = (path) => isNested ? 'never' : context.replacementOf(type, path);
    const properties = [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => comparedParts(name, before[name], after[name], replacementOf, context));
    return attributes.reduce((found, name) => found.concat(comparedParts(name, resource.before?.[name], resource.after?.[name], () => 'never', context)), properties);
}
function comparedParts(name, before, after, replacementOf, context) {
    const old = before === undefined || context.before === null ? undefined : (0,evaluate/* evaluate */._)(before, context.before);
    const next = after === undefined ? undefined : (0,evaluate/* evaluate */._)(after, context.after);
    if (provablyEqual(old, next))
        return [];
    const [left, right] = [byPath(old, name), byPath(next, name)];
    const paths = [...new Set([...left.keys(), ...right.keys()])].filter((path) => !provablyEqual(left.get(path), right.get(path)));
    return paths.map((path) => {
        const [was, is] = [left.get(path), right.get(path)];
        const secret = [was, is].some((value) => value !== undefined && ((0,evaluated/* lineage */.OZ)(value).secret || (0,secret_text/* looksSecret */.n0)(printed(value), context.secrets)));
        const isHidden = was !== undefined && (0,evaluated/* exact */.e0)(was) === secret_text/* hiddenByCloudFormation */.wl;
        return {
            path,
            before: (0,secret_text/* masked */.Iv)(local(printed(was), context.path), secret),
            after: (0,secret_text/* masked */.Iv)(local(printed(is), context.path), secret),
            secret,
            replacement: replacementOf(path),
            certainty: !isHidden && provablyDifferent(was, is) ? 'certain' : 'possible',
            lineage: is === undefined ? [] : (0,evaluated/* lineage */.OZ)(is).sources.filter((source) => context.systemOutputs.has(source)),
        };
    });
}
/** The scalars of a value; a value without any (an empty list) stands for itself. */
function byPath(value, name) {
    if (value === undefined || value.kind === 'none')
        return new Map();
    const parts = (0,evaluated/* leaves */.FQ)(value, [name]);
    return parts.length === 0
        ? new Map([[name, value]])
        : new Map(parts.map((leaf) => [leaf.path, leaf.value]));
}

;// CONCATENATED MODULE: ./src/plan/pair-renewals.ts
/** What packaging appends to a renewed resource's logical id (`src/release/renewal.ts`). */
const suffix = /[0-9a-f]{8}$/;
/**
 * Pairs the addition of a resource that asks to be renewed (`Metadata.Slipway.RenewWith`) with the removal of the one it
 * takes over from: same type, same logical id but for the suffix that packaging gives.
 */
function pairRenewals(changes, body) {
    const removed = changes.filter((change) => change.action === 'remove');
    return changes.map((change) => {
        if (change.action !== 'add' || !asksToBeRenewed(body, change.logicalId))
            return change;
        const name = change.logicalId.replace(suffix, '');
        const former = removed.find(({ type, logicalId }) => type === change.type && (logicalId === name || logicalId.replace(suffix, '') === name));
        return former === undefined ? change : { ...change, renews: former.logicalId };
    });
}
function asksToBeRenewed(body, logicalId) {
    const slipway = body.Resources[logicalId]?.Metadata?.['Slipway'];
    return typeof slipway === 'object' && slipway !== null && 'RenewWith' in slipway;
}

;// CONCATENATED MODULE: ./src/plan/removed-node.ts





/**
 * A nested stack that is removed, as the removal of all that it holds: CloudFormation makes no change set for it.
 *
 * @param policy the nested stack's own `DeletionPolicy`: `Retain` keeps everything in it
 */
function removedNode(path, deployed, policy) {
    const isKept = policy !== undefined && keptAs((0,evaluated/* exact */.e0)(policy)) === 'Retain';
    const { template } = deployed;
    if (template === null) {
        // Nothing can be said of what it holds: it counts as holding something.
        const [logicalId = deployed.stackName] = path.slice(-1);
        return {
            ...base(path),
            changes: [removal(logicalId, 'AWS::CloudFormation::Stack', deployed.stackId, 'Delete')],
            unseen: [{ logicalId, type: stateful_types/* nestedStackType */.k, at: null }],
        };
    }
    const scope = {
        body: template.body,
        parameters: (0,parameter_values/* parameterValues */.oM)(template.body, deployed.parameters, path),
        pseudo: { stackName: deployed.stackName, stackId: deployed.stackId },
        path,
        resource: () => (0,evaluated/* known */.eO)(''),
    };
    const resources = Object.entries(template.body.Resources).filter(([, resource]) => exists(resource, scope) !== false);
    return {
        ...base(path),
        changes: resources
            .filter(([, resource]) => resource.Type !== stateful_types/* nestedStackType */.k)
            .map(([logicalId, resource]) => removal(logicalId, resource.Type, deployed.physicalIds.get(logicalId) ?? null, isKept ? 'Retain' : policyOf(resource, 'DeletionPolicy', scope))),
        children: resources.flatMap(([logicalId, resource]) => {
            const child = deployed.children.get(logicalId);
            if (child === undefined)
                return [];
            const own = isKept ? 'Retain' : policyOf(resource, 'DeletionPolicy', scope);
            return [removedNode([...path, logicalId], child, (0,evaluated/* known */.eO)(own))];
        }),
    };
}
function base(path) {
    return {
        path,
        template: null,
        status: 'remove',
        changes: [],
        outputsOnly: false,
        dropped: 0,
        unseen: [],
        children: [],
    };
}
function removal(logicalId, type, physicalId, policyAction) {
    return {
        logicalId,
        type,
        physicalId,
        action: 'remove',
        replacement: 'never',
        certainty: 'certain',
        policyAction,
        at: null,
        properties: [],
        renews: null,
    };
}

;// CONCATENATED MODULE: ./src/plan/replacement-table.ts
/**
 * Which properties replace a resource when they change, a line a type: those that its provider's schema calls create-only
 * ("Resource type definition schema": `createOnlyProperties`), after a question mark those that it calls so under
 * conditions. Made from the schemas of 2026-10-20 by scripts/replacements/write.ts; not to be edited.
 */
const replacementTable = `
ApiGateway::Account
ApiGateway::ApiKey GenerateDistinctId Name Value
ApiGateway::Authorizer RestApiId
ApiGateway::BasePathMapping DomainName BasePath
ApiGateway::BasePathMappingV2 DomainNameArn BasePath
ApiGateway::ClientCertificate
ApiGateway::Deployment DeploymentCanarySettings RestApiId
ApiGateway::DocumentationPart Location RestApiId
ApiGateway::DocumentationVersion DocumentationVersion RestApiId
ApiGateway::DomainName DomainName
ApiGateway::DomainNameAccessAssociation DomainNameArn AccessAssociationSource AccessAssociationSourceType Tags
ApiGateway::DomainNameV2 DomainName SecurityPolicy EndpointConfiguration
ApiGateway::GatewayResponse ResponseType RestApiId
ApiGateway::Method RestApiId ResourceId HttpMethod
ApiGateway::Model ContentType Name RestApiId
ApiGateway::RequestValidator Name RestApiId
ApiGateway::Resource PathPart ParentId RestApiId
ApiGateway::RestApi
ApiGateway::Stage RestApiId StageName
ApiGateway::UsagePlan
ApiGateway::UsagePlanKey KeyId UsagePlanId KeyType
ApiGateway::VpcLink TargetArns
ApiGatewayV2::Api ProtocolType
ApiGatewayV2::ApiGatewayManagedOverrides ApiId
ApiGatewayV2::ApiMapping DomainName
ApiGatewayV2::Authorizer ApiId
ApiGatewayV2::Deployment ApiId
ApiGatewayV2::DomainName DomainName
ApiGatewayV2::Integration ApiId
ApiGatewayV2::IntegrationResponse ApiId IntegrationId
ApiGatewayV2::Model ApiId
ApiGatewayV2::PortalProduct
ApiGatewayV2::Route ApiId
ApiGatewayV2::RouteResponse ApiId RouteId
ApiGatewayV2::RoutingRule DomainNameArn
ApiGatewayV2::Stage StageName ApiId
ApiGatewayV2::VpcLink SecurityGroupIds SubnetIds
AppSync::Api
AppSync::ApiCache ApiId AtRestEncryptionEnabled TransitEncryptionEnabled
AppSync::ApiKey ApiId
AppSync::ChannelNamespace ApiId Name
AppSync::DataSource ApiId Name
AppSync::DomainName DomainName CertificateArn
AppSync::DomainNameApiAssociation DomainName
AppSync::FunctionConfiguration ApiId
AppSync::GraphQLApi ?LambdaAuthorizerConfig.AuthorizerResultTtlInSeconds ?LambdaAuthorizerConfig.AuthorizerUri ?LambdaAuthorizerConfig.IdentityValidationExpression ?UserPoolConfig.AppIdClientRegex ?UserPoolConfig.AwsRegion ?UserPoolConfig.DefaultAction ?UserPoolConfig.UserPoolId ?OpenIDConnectConfig.AuthTTL ?OpenIDConnectConfig.IatTTL ?OpenIDConnectConfig.Issuer ?OpenIDConnectConfig.ClientId
AppSync::GraphQLSchema
AppSync::Resolver ApiId FieldName TypeName
AppSync::SourceApiAssociation SourceApiIdentifier MergedApiIdentifier
AppSync::Type ApiId
ApplicationAutoScaling::ScalableTarget ResourceId ScalableDimension ServiceNamespace
ApplicationAutoScaling::ScalingPolicy PolicyName ServiceNamespace ResourceId ScalableDimension ScalingTargetId
Athena::CapacityReservation Name
Athena::DataCatalog Name
Athena::NamedQuery Name Database Description QueryString WorkGroup
Athena::PreparedStatement StatementName WorkGroup
Athena::WorkGroup Name
AutoScaling::AutoScalingGroup InstanceId AutoScalingGroupName ?LaunchConfigurationName ?VPCZoneIdentifier ?LaunchTemplate ?MixedInstancesPolicy
AutoScaling::LaunchConfiguration AssociatePublicIpAddress BlockDeviceMappings ClassicLinkVPCId ClassicLinkVPCSecurityGroups EbsOptimized IamInstanceProfile ImageId InstanceId InstanceMonitoring InstanceType KernelId KeyName LaunchConfigurationName MetadataOptions PlacementTenancy RamDiskId SecurityGroups SpotPrice UserData
AutoScaling::LifecycleHook AutoScalingGroupName LifecycleHookName
AutoScaling::ScalingPolicy AutoScalingGroupName
AutoScaling::ScheduledAction AutoScalingGroupName
AutoScaling::WarmPool AutoScalingGroupName
Backup::BackupPlan
Backup::BackupSelection BackupSelection BackupPlanId
Backup::BackupVault BackupVaultName EncryptionKeyArn
Backup::Framework FrameworkName
Backup::LegalHold Title Description RecoveryPointSelection
Backup::LogicallyAirGappedBackupVault BackupVaultName MinRetentionDays MaxRetentionDays EncryptionKeyArn
Backup::ReportPlan ReportPlanName
Backup::RestoreTestingPlan RestoreTestingPlanName
Backup::RestoreTestingSelection ProtectedResourceType RestoreTestingPlanName RestoreTestingSelectionName
Backup::TieringConfiguration TieringConfigurationName
Batch::ComputeEnvironment ComputeResources.SpotIamFleetRole ComputeEnvironmentName Tags Type EksConfiguration.EksClusterArn EksConfiguration.KubernetesNamespace ComputeResources.ManagedInstancesProvider.InstanceLaunchTemplate.CapacityOptionType ComputeResources.ManagedInstancesProvider.InstanceLaunchTemplate.FipsEnabled ?ComputeResources.AllocationStrategy ?ComputeResources.BidPercentage ?ComputeResources.Ec2Configuration ?ComputeResources.Ec2KeyPair ?ComputeResources.ImageId ?ComputeResources.InstanceRole ?ComputeResources.InstanceTypes ?ComputeResources.LaunchTemplate ?ComputeResources.PlacementGroup ?ComputeResources.ScalingPolicy ?ComputeResources.SecurityGroupIds ?ComputeResources.Subnets ?ComputeResources.Tags ?ComputeResources.Type
Batch::ConsumableResource ConsumableResourceName ResourceType
Batch::JobDefinition JobDefinitionName
Batch::JobQueue JobQueueName JobQueueType
Batch::QuotaShare QuotaShareName JobQueue
Batch::SchedulingPolicy Name
Batch::ServiceEnvironment ServiceEnvironmentName ServiceEnvironmentType
Cassandra::Keyspace KeyspaceName
Cassandra::Table KeyspaceName TableName PartitionKeyColumns ClusteringKeyColumns ClientSideTimestampsEnabled
Cassandra::Type KeyspaceName TypeName Fields
CertificateManager::Account
CertificateManager::AcmeDomainValidation AcmeEndpointArn DomainName PrevalidationOptions.DnsPrevalidation.HostedZoneId
CertificateManager::AcmeEndpoint AuthorizationBehavior CertificateTags
CertificateManager::AcmeExternalAccountBinding AcmeEndpointArn RoleArn Expiration
CertificateManager::Certificate SubjectAlternativeNames DomainValidationOptions KeyAlgorithm DomainName CertificateAuthorityArn CertificateExport
CloudFormation::ChangeSet ChangeSetName StackName TemplateBody TemplateURL UsePreviousTemplate Description ChangeSetType Capabilities RoleARN NotificationARNs IncludeNestedStacks OnStackFailure ImportExistingResources DeploymentMode Tags
CloudFormation::CustomResource ServiceToken
CloudFormation::GeneratedTemplate
CloudFormation::GuardHook ExecutionRole Alias
CloudFormation::HookDefaultVersion
CloudFormation::HookTypeConfig ConfigurationAlias
CloudFormation::HookVersion ExecutionRoleArn LoggingConfig SchemaHandlerPackage TypeName
CloudFormation::LambdaHook Alias AutoUpdate LoggingConfig
CloudFormation::Macro Name
CloudFormation::ModuleDefaultVersion Arn ModuleName VersionId
CloudFormation::ModuleVersion ModuleName ModulePackage
CloudFormation::PublicTypeVersion LogDeliveryBucket PublicVersionNumber TypeName Type Arn
CloudFormation::Publisher AcceptTermsAndConditions ConnectionArn
CloudFormation::ResourceDefaultVersion
CloudFormation::ResourceVersion ExecutionRoleArn LoggingConfig SchemaHandlerPackage TypeName
CloudFormation::Stack
CloudFormation::StackSet PermissionModel StackSetName
CloudFormation::TypeActivation LoggingConfig
CloudFormation::WaitCondition
CloudFormation::WaitConditionHandle
CloudFront::AnycastIpList IpCount Name Tags
CloudFront::CachePolicy
CloudFront::CloudFrontOriginAccessIdentity
CloudFront::ConnectionFunction Name ConnectionFunctionConfig.Runtime
CloudFront::ConnectionGroup Name
CloudFront::ContinuousDeploymentPolicy
CloudFront::Distribution
CloudFront::DistributionTenant Name
CloudFront::FieldLevelEncryptionConfig CallerReference
CloudFront::FieldLevelEncryptionProfile FieldLevelEncryptionProfileConfig.CallerReference
CloudFront::Function Name
CloudFront::KeyGroup
CloudFront::KeyValueStore Name
CloudFront::MonitoringSubscription DistributionId
CloudFront::OriginAccessControl
CloudFront::OriginRequestPolicy
CloudFront::PublicKey
CloudFront::RealtimeLogConfig Name
CloudFront::ResponseHeadersPolicy
CloudFront::StreamingDistribution
CloudFront::TrustStore Name
CloudFront::VpcOrigin
CloudTrail::Channel Source
CloudTrail::Dashboard
CloudTrail::EventDataStore
CloudTrail::ResourcePolicy ResourceArn
CloudTrail::Trail TrailName
CloudWatch::Alarm AlarmName
CloudWatch::AlarmMuteRule Name
CloudWatch::AnomalyDetector Dimensions MetricCharacteristics MetricName Namespace SingleMetricAnomalyDetector MetricMathAnomalyDetector Stat
CloudWatch::CompositeAlarm AlarmName
CloudWatch::Dashboard DashboardName
CloudWatch::InsightRule RuleName
CloudWatch::Integration IntegrationType Name
CloudWatch::LogAlarm AlarmName
CloudWatch::MetricStream Name
CloudWatch::OTelEnrichment
CloudWatch::ResourceMetricsConfiguration ResourceArn
CloudWatch::View Name
CodeCommit::Repository
Cognito::IdentityPool
Cognito::IdentityPoolPrincipalTag IdentityPoolId IdentityProviderName
Cognito::IdentityPoolRoleAttachment IdentityPoolId
Cognito::LogDeliveryConfiguration UserPoolId
Cognito::ManagedLoginBranding UserPoolId ClientId
Cognito::Terms UserPoolId ClientId
Cognito::UserPool
Cognito::UserPoolClient GenerateSecret UserPoolId
Cognito::UserPoolDomain UserPoolId Domain
Cognito::UserPoolGroup UserPoolId GroupName
Cognito::UserPoolIdentityProvider UserPoolId ProviderName ProviderType
Cognito::UserPoolRegionalConfigurationAttachment UserPoolId
Cognito::UserPoolReplica UserPoolId RegionName UserPoolTagsAtCreate
Cognito::UserPoolResourceServer UserPoolId Identifier
Cognito::UserPoolRiskConfigurationAttachment UserPoolId ClientId
Cognito::UserPoolUICustomizationAttachment UserPoolId ClientId
Cognito::UserPoolUser DesiredDeliveryMediums ForceAliasCreation UserAttributes Username UserPoolId ValidationData ClientMetadata MessageAction
Cognito::UserPoolUserToGroupAttachment UserPoolId GroupName Username
Config::AggregationAuthorization AuthorizedAccountId AuthorizedAwsRegion
Config::ConfigRule ConfigRuleName
Config::ConfigurationAggregator ConfigurationAggregatorName
Config::ConfigurationRecorder Name StartedOnCreate
Config::ConformancePack ConformancePackName
Config::Connector ConnectorConfiguration
Config::DeliveryChannel Name
Config::OrganizationConfigRule OrganizationConfigRuleName
Config::OrganizationConformancePack OrganizationConformancePackName
Config::RemediationConfiguration ConfigRuleName
Config::StoredQuery QueryName
DSQL::Cluster
DocDB::DBCluster SnapshotIdentifier KmsKeyId MasterUsername SourceDBClusterIdentifier DBClusterIdentifier AvailabilityZones DBSubnetGroupName StorageEncrypted
DocDB::DBClusterParameterGroup Family Description Name
DocDB::DBInstance DBClusterIdentifier AvailabilityZone DBInstanceIdentifier
DocDB::DBSubnetGroup DBSubnetGroupName
DocDB::EventSubscription SnsTopicArn SubscriptionName
DocDB::GlobalCluster Engine EngineVersion GlobalClusterIdentifier SourceDBClusterIdentifier StorageEncrypted
DynamoDB::Backup BackupName TableName
DynamoDB::GlobalTable TableName ?LocalSecondaryIndexes ?GlobalTableSourceArn ?KeySchema
DynamoDB::Table TableName ImportSourceSpecification ?KeySchema
EC2::ApplicationStatusCheck Interval IpScope
EC2::CapacityManagerDataExport S3BucketName S3BucketPrefix OutputFormat Schedule
EC2::CapacityReservation Tenancy InstancePlatform InstanceType AvailabilityZone OutPostArn EphemeralStorage EbsOptimized PlacementGroupArn AvailabilityZoneId
EC2::CapacityReservationFleet InstanceTypeSpecifications AllocationStrategy EndDate Tenancy InstanceMatchCriteria
EC2::CarrierGateway VpcId
EC2::ClientVpnAuthorizationRule ClientVpnEndpointId AuthorizeAllGroups Description AccessGroupId TargetNetworkCidr
EC2::ClientVpnEndpoint TransportProtocol ClientCidrBlock TagSpecifications AuthenticationOptions TransitGatewayConfiguration EndpointIpAddressType TrafficIpAddressType
EC2::ClientVpnRoute ClientVpnEndpointId DestinationCidrBlock TargetVpcSubnetId Description
EC2::ClientVpnTargetNetworkAssociation ClientVpnEndpointId AvailabilityZoneId AvailabilityZone SubnetId
EC2::CustomerGateway CertificateArn BgpAsn BgpAsnExtended Type IpAddress DeviceName
EC2::DHCPOptions NetbiosNameServers NetbiosNodeType NtpServers DomainName DomainNameServers Ipv6AddressPreferredLeaseTime
EC2::EC2Fleet LaunchTemplateConfigs OnDemandOptions ReservedCapacityOptions ReplaceUnhealthyInstances SpotOptions TagSpecifications TerminateInstancesWithExpiration Type ValidFrom ValidUntil TargetCapacitySpecification.TargetCapacityUnitType TargetCapacitySpecification.DefaultTargetCapacityType
EC2::EIP NetworkBorderGroup TransferAddress IpamPoolId Address
EC2::EIPAssociation AllocationId NetworkInterfaceId InstanceId PrivateIpAddress EIP
EC2::EgressOnlyInternetGateway VpcId
EC2::EnclaveCertificateIamRoleAssociation CertificateArn RoleArn
EC2::FlowLog DeliverCrossAccountRole DeliverLogsPermissionArn LogGroupName LogDestination ResourceId TrafficType LogDestinationType ResourceType LogFormat MaxAggregationInterval DestinationOptions TagFieldSpecifications
EC2::FpgaImage InputStorageLocation LogsStorageLocation
EC2::GatewayRouteTableAssociation GatewayId
EC2::Host AvailabilityZone InstanceType InstanceFamily OutpostArn AssetId
EC2::IPAM
EC2::IPAMAllocation IpamPoolId Cidr Description NetmaskLength
EC2::IPAMPool IpamScopeId SourceIpamPoolId Locale AddressFamily PubliclyAdvertisable PublicIpSource AwsService SourceResource
EC2::IPAMPoolCidr IpamPoolId Cidr NetmaskLength
EC2::IPAMPrefixListResolver IpamId AddressFamily
EC2::IPAMPrefixListResolverTarget IpamPrefixListResolverId PrefixListId PrefixListRegion
EC2::IPAMResourceDiscovery
EC2::IPAMResourceDiscoveryAssociation IpamId IpamResourceDiscoveryId
EC2::IPAMScope IpamId
EC2::IPv4Pool
EC2::Instance AvailabilityZone CpuOptions ElasticGpuSpecifications ElasticInferenceAccelerators EnclaveOptions HibernationOptions HostResourceGroupArn ImageId Ipv6AddressCount Ipv6Addresses KeyName LaunchTemplate LicenseSpecifications NetworkInterfaces PlacementGroupName PrivateIpAddress SecurityGroups SubnetId ?AdditionalInfo ?Affinity ?EbsOptimized ?HostId ?InstanceType ?KernelId ?PrivateDnsNameOptions ?RamdiskId ?Tenancy ?UserData ?BlockDeviceMappings ?SecurityGroupIds
EC2::InstanceConnectEndpoint SubnetId ClientToken PreserveClientIp SecurityGroupIds
EC2::InstanceEventWindow
EC2::InternetGateway
EC2::IpPoolRouteTableAssociation PublicIpv4Pool RouteTableId
EC2::IpamExternalResourceVerificationToken IpamId
EC2::IpamInternetRegistryAssociation IpamId Rir OrganizationHandle Description
EC2::KeyPair KeyName KeyType KeyFormat PublicKeyMaterial Tags
EC2::LaunchTemplate LaunchTemplateName
EC2::LocalGatewayRoute DestinationCidrBlock LocalGatewayRouteTableId
EC2::LocalGatewayRouteTable LocalGatewayId Mode
EC2::LocalGatewayRouteTableVPCAssociation LocalGatewayRouteTableId VpcId
EC2::LocalGatewayRouteTableVirtualInterfaceGroupAssociation LocalGatewayRouteTableId LocalGatewayVirtualInterfaceGroupId
EC2::LocalGatewayVirtualInterface LocalGatewayVirtualInterfaceGroupId OutpostLagId Vlan LocalAddress PeerAddress PeerBgpAsn PeerBgpAsnExtended
EC2::LocalGatewayVirtualInterfaceGroup LocalGatewayId LocalBgpAsn LocalBgpAsnExtended
EC2::NatGateway VpcId SubnetId ConnectivityType AllocationId PrivateIpAddress AvailabilityMode
EC2::NetworkAcl VpcId
EC2::NetworkAclEntry Egress RuleNumber NetworkAclId
EC2::NetworkInsightsAccessScope MatchPaths ExcludePaths
EC2::NetworkInsightsAccessScopeAnalysis NetworkInsightsAccessScopeId
EC2::NetworkInsightsAnalysis NetworkInsightsPathId FilterInArns FilterOutArns
EC2::NetworkInsightsPath SourceIp DestinationIp Source Destination Protocol DestinationPort FilterAtSource FilterAtDestination
EC2::NetworkInterface PrivateIpAddress InterfaceType SubnetId ?PrivateIpAddresses ?EnablePrimaryIpv6 ?ConnectionTrackingSpecification
EC2::NetworkInterfaceAttachment DeviceIndex InstanceId NetworkInterfaceId
EC2::NetworkInterfacePermission AwsAccountId Permission NetworkInterfaceId
EC2::NetworkPerformanceMetricSubscription Source Destination Metric Statistic
EC2::PlacementGroup Tags Strategy SpreadLevel PartitionCount ParentGroupId
EC2::PrefixList
EC2::Route RouteTableId DestinationCidrBlock DestinationIpv6CidrBlock DestinationPrefixListId
EC2::RouteServer AmazonSideAsn
EC2::RouteServerAssociation RouteServerId VpcId
EC2::RouteServerEndpoint RouteServerId SubnetId
EC2::RouteServerPeer RouteServerEndpointId PeerAddress BgpOptions
EC2::RouteServerPropagation RouteServerId RouteTableId
EC2::RouteTable VpcId
EC2::SecondaryNetwork Ipv4CidrBlock NetworkType
EC2::SecurityGroup GroupDescription GroupName VpcId
EC2::SecurityGroupEgress IpProtocol DestinationSecurityGroupId ToPort CidrIp FromPort GroupId CidrIpv6 DestinationPrefixListId
EC2::SecurityGroupIngress GroupName IpProtocol SourceSecurityGroupId SourcePrefixListId ToPort CidrIp SourceSecurityGroupName SourceSecurityGroupOwnerId FromPort GroupId CidrIpv6
EC2::SecurityGroupVpcAssociation GroupId VpcId
EC2::SnapshotBlockPublicAccess
EC2::SpotFleet SpotFleetRequestConfigData.AllocationStrategy SpotFleetRequestConfigData.IamFleetRole SpotFleetRequestConfigData.InstanceInterruptionBehavior SpotFleetRequestConfigData.InstancePoolsToUseCount SpotFleetRequestConfigData.LaunchSpecifications SpotFleetRequestConfigData.LoadBalancersConfig SpotFleetRequestConfigData.OnDemandAllocationStrategy SpotFleetRequestConfigData.OnDemandMaxTotalPrice SpotFleetRequestConfigData.ReplaceUnhealthyInstances SpotFleetRequestConfigData.SpotMaintenanceStrategies SpotFleetRequestConfigData.SpotMaxTotalPrice SpotFleetRequestConfigData.SpotPrice SpotFleetRequestConfigData.TagSpecifications SpotFleetRequestConfigData.TerminateInstancesWithExpiration SpotFleetRequestConfigData.Type SpotFleetRequestConfigData.ValidFrom SpotFleetRequestConfigData.ValidUntil
EC2::SqlHaStandbyDetectedInstance InstanceId
EC2::Subnet VpcId AvailabilityZone AvailabilityZoneId CidrBlock OutpostArn Ipv6Native Ipv4IpamPoolId Ipv4NetmaskLength Ipv6IpamPoolId Ipv6NetmaskLength ?Ipv6CidrBlock
EC2::SubnetCidrBlock Ipv6CidrBlock SubnetId Ipv6IpamPoolId Ipv6NetmaskLength
EC2::SubnetCidrReservation SubnetId Cidr ReservationType Description
EC2::SubnetNetworkAclAssociation SubnetId NetworkAclId
EC2::SubnetRouteTableAssociation SubnetId RouteTableId
EC2::TrafficMirrorFilter Description
EC2::TrafficMirrorFilterRule TrafficMirrorFilterId
EC2::TrafficMirrorSession
EC2::TrafficMirrorTarget GatewayLoadBalancerEndpointId NetworkLoadBalancerArn NetworkInterfaceId Description
EC2::TransitGateway AmazonSideAsn MulticastSupport
EC2::TransitGatewayAttachment TransitGatewayId VpcId
EC2::TransitGatewayConnect TransportTransitGatewayAttachmentId Options
EC2::TransitGatewayConnectPeer TransitGatewayAttachmentId ConnectPeerConfiguration ConnectPeerConfiguration.PeerAddress ConnectPeerConfiguration.InsideCidrBlocks ConnectPeerConfiguration.TransitGatewayAddress ConnectPeerConfiguration.BgpConfigurations.*.PeerAsn
EC2::TransitGatewayMeteringPolicy TransitGatewayId
EC2::TransitGatewayMeteringPolicyEntry TransitGatewayMeteringPolicyId PolicyRuleNumber MeteredAccount SourceTransitGatewayAttachmentId SourceTransitGatewayAttachmentType SourceCidrBlock SourcePortRange DestinationTransitGatewayAttachmentId DestinationTransitGatewayAttachmentType DestinationCidrBlock DestinationPortRange Protocol
EC2::TransitGatewayMulticastDomain TransitGatewayId
EC2::TransitGatewayMulticastDomainAssociation TransitGatewayMulticastDomainId TransitGatewayAttachmentId SubnetId
EC2::TransitGatewayMulticastGroupMember TransitGatewayMulticastDomainId GroupIpAddress NetworkInterfaceId
EC2::TransitGatewayMulticastGroupSource TransitGatewayMulticastDomainId GroupIpAddress NetworkInterfaceId
EC2::TransitGatewayPeeringAttachment TransitGatewayId PeerTransitGatewayId PeerRegion PeerAccountId
EC2::TransitGatewayPolicyTable TransitGatewayId
EC2::TransitGatewayPolicyTableAssociation TransitGatewayAttachmentId TransitGatewayPolicyTableId
EC2::TransitGatewayPolicyTableEntry TransitGatewayPolicyTableId PolicyRuleNumber
EC2::TransitGatewayRoute TransitGatewayRouteTableId TransitGatewayAttachmentId DestinationCidrBlock Blackhole
EC2::TransitGatewayRouteTable TransitGatewayId
EC2::TransitGatewayRouteTableAssociation TransitGatewayRouteTableId TransitGatewayAttachmentId
EC2::TransitGatewayRouteTablePropagation TransitGatewayAttachmentId TransitGatewayRouteTableId
EC2::TransitGatewayVpcAttachment TransitGatewayId SubnetIds VpcId
EC2::VPC CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength VpcEncryptionControl ?InstanceTenancy
EC2::VPCBlockPublicAccessExclusion VpcId SubnetId
EC2::VPCBlockPublicAccessOptions
EC2::VPCCidrBlock Ipv6Pool VpcId AmazonProvidedIpv6CidrBlock Ipv6CidrBlock CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength Ipv6IpamPoolId Ipv6NetmaskLength Ipv6CidrBlockNetworkBorderGroup
EC2::VPCDHCPOptionsAssociation DhcpOptionsId VpcId
EC2::VPCEncryptionControl VpcId
EC2::VPCEndpoint ServiceName VpcEndpointType VpcId ServiceNetworkArn ResourceConfigurationArn ServiceRegion DnsOptions.PrivateDnsPreference DnsOptions.PrivateDnsSpecifiedDomains
EC2::VPCEndpointConnectionNotification ServiceId VPCEndpointId
EC2::VPCEndpointService
EC2::VPCEndpointServicePermissions ServiceId
EC2::VPCGatewayAttachment VpcId
EC2::VPCPeeringConnection PeerRegion PeerOwnerId PeerVpcId VpcId
EC2::VPNConcentrator TransitGatewayId Type
EC2::VPNConnection Type VpnConcentratorId EnableAcceleration LocalIpv4NetworkCidr LocalIpv6NetworkCidr OutsideIpAddressType RemoteIpv4NetworkCidr RemoteIpv6NetworkCidr StaticRoutesOnly TransportTransitGatewayAttachmentId TunnelInsideIpVersion PreSharedKeyStorage
EC2::VPNConnectionRoute DestinationCidrBlock VpnConnectionId
EC2::VPNGateway AmazonSideAsn Type
EC2::VPNGatewayRoutePropagation
EC2::VerifiedAccessEndpoint ApplicationDomain AttachmentType DomainCertificateArn EndpointDomainPrefix EndpointType SecurityGroupIds NetworkInterfaceOptions.NetworkInterfaceId LoadBalancerOptions.LoadBalancerArn RdsOptions.Protocol RdsOptions.RdsDbInstanceArn RdsOptions.RdsDbClusterArn RdsOptions.RdsDbProxyArn CidrOptions.Cidr CidrOptions.Protocol CidrOptions.SubnetIds
EC2::VerifiedAccessGroup
EC2::VerifiedAccessInstance
EC2::VerifiedAccessTrustProvider PolicyReferenceName DeviceOptions DeviceTrustProviderType TrustProviderType UserTrustProviderType
EC2::Volume
EC2::VolumeAttachment Device InstanceId VolumeId EbsCardIndex
ECR::PublicRepository RepositoryName
ECR::PullThroughCacheRule EcrRepositoryPrefix UpstreamRegistryUrl CredentialArn UpstreamRegistry CustomRoleArn UpstreamRepositoryPrefix
ECR::PullTimeUpdateExclusion PrincipalArn
ECR::RegistryPolicy
ECR::RegistryScanningConfiguration
ECR::ReplicationConfiguration
ECR::Repository RepositoryName EncryptionConfiguration EncryptionConfiguration.EncryptionType EncryptionConfiguration.KmsKey
ECR::RepositoryCreationTemplate Prefix
ECR::SigningConfiguration
ECS::CapacityProvider AutoScalingGroupProvider.AutoScalingGroupArn Name ClusterName
ECS::Cluster ClusterName
ECS::ClusterCapacityProviderAssociations Cluster
ECS::Daemon DaemonName ClusterArn
ECS::DaemonTaskDefinition Family ContainerDefinitions Cpu Memory ExecutionRoleArn TaskRoleArn Volumes PidMode IpcMode
ECS::ExpressGatewayService ServiceName Cluster InfrastructureRoleArn Tags
ECS::Gateway GatewayName Configuration.HostSharedAlb.NetworkConfiguration.Subnets Configuration.HostSharedAlb.NetworkConfiguration.IpAddressType Configuration.HostSharedAlb.Scheme Configuration.HostSharedAlb.Port Configuration.HostSharedAlb.Protocol
ECS::GatewayClusterAssociations Gateway Cluster
ECS::PrimaryTaskSet Cluster Service
ECS::Service Cluster Role SchedulingStrategy ServiceName ?LaunchType
ECS::TaskDefinition Family ContainerDefinitions Cpu EnableFaultInjection ExecutionRoleArn InferenceAccelerators Memory NetworkMode PlacementConstraints ProxyConfiguration RequiresCompatibilities RuntimePlatform TaskRoleArn Volumes PidMode IpcMode EphemeralStorage
ECS::TaskSet Cluster ExternalId LaunchType LoadBalancers NetworkConfiguration PlatformVersion Service ServiceRegistries TaskDefinition CapacityProviderStrategy
EFS::AccessPoint FileSystemId ClientToken PosixUser PosixUser.Uid PosixUser.Gid PosixUser.SecondaryGids RootDirectory RootDirectory.Path RootDirectory.CreationInfo RootDirectory.CreationInfo.OwnerUid RootDirectory.CreationInfo.OwnerGid RootDirectory.CreationInfo.Permissions
EFS::FileSystem AvailabilityZoneName Encrypted KmsKeyId PerformanceMode
EFS::MountTarget IpAddress Ipv6Address IpAddressType SubnetId FileSystemId
ElastiCache::CacheCluster Port SnapshotArns SnapshotName CacheSubnetGroupName ClusterName Engine NetworkType ?PreferredAvailabilityZones ?IpDiscovery
ElastiCache::GlobalReplicationGroup
ElastiCache::ParameterGroup CacheParameterGroupFamily
ElastiCache::ReplicationGroup AtRestEncryptionEnabled CacheSubnetGroupName DataTieringEnabled GlobalReplicationGroupId KmsKeyId NetworkType Port PreferredCacheClusterAZs ReplicationGroupId SnapshotArns SnapshotName ?AuthToken ?NodeGroupConfiguration
ElastiCache::SecurityGroup
ElastiCache::SecurityGroupIngress
ElastiCache::ServerlessCache ServerlessCacheName KmsKeyId SnapshotArnsToRestore SubnetIds NetworkType ConnectionType
ElastiCache::ServerlessCacheSnapshot ServerlessCacheSnapshotName ServerlessCacheName KmsKeyId
ElastiCache::Snapshot SnapshotName CacheClusterId ReplicationGroupId KmsKeyId
ElastiCache::SubnetGroup CacheSubnetGroupName
ElastiCache::User UserId UserName
ElastiCache::UserGroup UserGroupId
ElasticLoadBalancingV2::Listener LoadBalancerArn
ElasticLoadBalancingV2::ListenerCertificate ListenerArn
ElasticLoadBalancingV2::ListenerRule ListenerArn
ElasticLoadBalancingV2::LoadBalancer Name Type Scheme
ElasticLoadBalancingV2::TargetGroup TargetType ProtocolVersion Port Name VpcId Protocol IpAddressType
ElasticLoadBalancingV2::TrustStore Name
ElasticLoadBalancingV2::TrustStoreRevocation TrustStoreArn RevocationContents
Elasticsearch::Domain DomainName
Events::ApiDestination Name
Events::Archive ArchiveName SourceArn
Events::Connection Name
Events::Endpoint Name
Events::EventBus Name
Events::EventBusPolicy EventBusName StatementId
Events::Rule Name ?EventBusName
FSx::Backup FileSystemId
FSx::DataRepositoryAssociation FileSystemId FileSystemPath DataRepositoryPath BatchImportMetaDataOnCreate
FSx::FileCache FileCacheType FileCacheTypeVersion StorageCapacity SubnetIds SecurityGroupIds KmsKeyId CopyTagsToDataRepositoryAssociations DataRepositoryAssociations LustreConfiguration.PerUnitStorageThroughput LustreConfiguration.DeploymentType LustreConfiguration.MetadataConfiguration
FSx::FileSystem KmsKeyId SecurityGroupIds FileSystemType SubnetIds BackupId
FSx::S3AccessPointAttachment Name Type OntapConfiguration OpenZFSConfiguration S3AccessPoint
FSx::Snapshot VolumeId
FSx::StorageVirtualMachine FileSystemId Name RootVolumeSecurityStyle
FSx::Volume BackupId VolumeType OntapConfiguration.OntapVolumeType OntapConfiguration.StorageVirtualMachineId OntapConfiguration.VolumeStyle OntapConfiguration.AggregateConfiguration OntapConfiguration.AggregateConfiguration.Aggregates OntapConfiguration.AggregateConfiguration.ConstituentsPerAggregate OntapConfiguration.SnaplockConfiguration.SnaplockType OpenZFSConfiguration.OriginSnapshot OpenZFSConfiguration.OriginSnapshot.CopyStrategy OpenZFSConfiguration.OriginSnapshot.SnapshotARN OpenZFSConfiguration.ParentVolumeId
Glue::Blueprint Name
Glue::Catalog Name
Glue::Classifier XMLClassifier.Name CsvClassifier.Name JsonClassifier.Name GrokClassifier.Name
Glue::Connection CatalogId ConnectionInput.Name
Glue::ConnectionType ConnectionType IntegrationType Description RestConfiguration ConnectionProperties ConnectorAuthenticationConfiguration
Glue::Crawler Name
Glue::CustomEntityType Name
Glue::DataCatalogEncryptionSettings CatalogId
Glue::DataQualityRuleset Name
Glue::Database DatabaseName
Glue::DevEndpoint EndpointName
Glue::IdentityCenterConfiguration InstanceArn
Glue::Integration IntegrationName SourceArn TargetArn KmsKeyId AdditionalEncryptionContext IntegrationConfig IntegrationConfig.RefreshInterval
Glue::IntegrationResourceProperty ResourceArn
Glue::Job Name
Glue::MLTransform InputRecordTables TransformEncryption TransformParameters.FindMatchesParameters.PrimaryKeyColumnName
Glue::Partition TableName DatabaseName CatalogId PartitionInput.Values
Glue::Registry Name
Glue::Schema Registry Name DataFormat SchemaDefinition
Glue::SchemaVersion Schema SchemaDefinition
Glue::SchemaVersionMetadata SchemaVersionId Key Value
Glue::SecurityConfiguration Name
Glue::Session Id Description Role Command Timeout IdleTimeout DefaultArguments Connections MaxCapacity NumberOfWorkers WorkerType SecurityConfiguration GlueVersion RequestOrigin
Glue::Table DatabaseName CatalogId TableInput.Name Name
Glue::TableOptimizer TableName DatabaseName Type CatalogId
Glue::Trigger Name WorkflowName Type
Glue::UsageProfile Name
Glue::UserDefinedFunction DatabaseName FunctionName FunctionType
Glue::Workflow Name
IAM::AccessKey UserName Serial
IAM::Group GroupName
IAM::GroupPolicy PolicyName GroupName
IAM::InstanceProfile InstanceProfileName Path
IAM::ManagedPolicy ManagedPolicyName Description Path
IAM::OIDCProvider Url
IAM::Policy
IAM::Role Path RoleName
IAM::RolePolicy PolicyName RoleName
IAM::SAMLProvider Name AddPrivateKey RemovePrivateKey
IAM::ServerCertificate ServerCertificateName PrivateKey CertificateBody CertificateChain
IAM::ServiceLinkedRole CustomSuffix AWSServiceName
IAM::User UserName
IAM::UserPolicy PolicyName UserName
IAM::UserToGroupAddition
IAM::VirtualMFADevice VirtualMfaDeviceName Path
KMS::Alias AliasName
KMS::Key
KMS::ReplicaKey PrimaryKeyArn
Kinesis::Channel ChannelName ServiceExecutionRoleARN StreamConfigurationList EncryptionConfiguration S3DestinationConfiguration.StorageConfiguration S3DestinationConfiguration.DeadLetterQueueS3Configuration S3TablesDestinationConfiguration.S3TablesConfigurationList S3TablesDestinationConfiguration.DeadLetterQueueS3Configuration
Kinesis::ResourcePolicy ResourceArn
Kinesis::Stream Name
Kinesis::StreamConsumer ConsumerName StreamARN Tags
KinesisFirehose::DeliveryStream DeliveryStreamName DeliveryStreamType ElasticsearchDestinationConfiguration.VpcConfiguration AmazonopensearchserviceDestinationConfiguration.VpcConfiguration AmazonOpenSearchServerlessDestinationConfiguration.VpcConfiguration DatabaseSourceConfiguration KinesisStreamSourceConfiguration DirectPutSourceConfiguration MSKSourceConfiguration IcebergDestinationConfiguration.CatalogConfiguration SnowflakeDestinationConfiguration.SnowflakeVpcConfiguration
Lambda::Alias Name FunctionName
Lambda::CapacityProvider CapacityProviderName VpcConfig InstanceRequirements PermissionsConfig KmsKeyArn
Lambda::CodeSigningConfig
Lambda::EventInvokeConfig FunctionName Qualifier
Lambda::EventSourceMapping EventSourceArn StartingPosition StartingPositionTimestamp SelfManagedEventSource
Lambda::Function FunctionName PackageType TenancyConfig ?DurableConfig
Lambda::LayerVersion CompatibleRuntimes LicenseInfo CompatibleArchitectures LayerName Description Content
Lambda::LayerVersionPermission OrganizationId Principal Action LayerVersionArn
Lambda::MicrovmImage Name
Lambda::NetworkConnector Name
Lambda::Permission FunctionName FunctionUrlAuthType InvokedViaFunctionUrl SourceAccount SourceArn Principal PrincipalOrgID Action EventSourceToken
Lambda::ResourcePolicy ResourceArn
Lambda::Url TargetFunctionArn Qualifier
Lambda::Version FunctionName Description CodeSha256 ProvisionedConcurrencyConfig RuntimePolicy
Lambda::WebFunction FunctionName
Lambda::WebFunctionEndpoint FunctionName EndpointName EndpointType Regions
Lambda::WebFunctionRevision FunctionName Description KmsKeyArn BuildConfig ServiceConfig
Logs::AccountPolicy PolicyName PolicyType
Logs::Delivery DeliverySourceName DeliveryDestinationArn
Logs::DeliveryDestination Name OutputFormat DestinationResourceArn DeliveryDestinationType
Logs::DeliverySource Name
Logs::Destination DestinationName
Logs::Integration IntegrationName IntegrationType ResourceConfig
Logs::LogAnomalyDetector
Logs::LogGroup LogGroupName
Logs::LogStream LogGroupName LogStreamName
Logs::MetricFilter FilterName LogGroupName
Logs::QueryDefinition
Logs::ResourcePolicy PolicyName
Logs::ScheduledQuery Name
Logs::StorageTierPolicy
Logs::SubscriptionFilter FilterName LogGroupName
Logs::Transformer LogGroupIdentifier
MSK::BatchScramSecret ClusterArn
MSK::Channel ChannelName ClusterArn TopicConfigurationList EncryptionConfiguration LoggingInfo IcebergDestinationConfiguration.ServiceExecutionRoleArn IcebergDestinationConfiguration.Catalog IcebergDestinationConfiguration.Catalog.CatalogArn IcebergDestinationConfiguration.Catalog.WarehouseLocation IcebergDestinationConfiguration.DeadLetterQueueS3 IcebergDestinationConfiguration.DeadLetterQueueS3.BucketArn IcebergDestinationConfiguration.DeadLetterQueueS3.ErrorOutputPrefix IcebergDestinationConfiguration.DeadLetterQueueS3.ExpectedBucketOwner IcebergDestinationConfiguration.AppendOnly IcebergDestinationConfiguration.SchemaEvolution IcebergDestinationConfiguration.SchemaEvolution.EnableSchemaEvolution IcebergDestinationConfiguration.TableCreation IcebergDestinationConfiguration.TableCreation.EnableTableCreation IcebergDestinationConfiguration.DestinationTableList IcebergDestinationConfiguration.DestinationTableList.*.DestinationDatabaseName IcebergDestinationConfiguration.DestinationTableList.*.DestinationTableName IcebergDestinationConfiguration.DestinationTableList.*.PartitionSpec IcebergDestinationConfiguration.DestinationTableList.*.PartitionSpec.PartitionStrategy IcebergDestinationConfiguration.DestinationTableList.*.PartitionSpec.SourceList IcebergDestinationConfiguration.DestinationTableList.*.PartitionSpec.SourceList.*.SourceName IcebergDestinationConfiguration.CompressionType S3DestinationConfiguration.ServiceExecutionRoleArn S3DestinationConfiguration.DeadLetterQueueS3 S3DestinationConfiguration.DeadLetterQueueS3.BucketArn S3DestinationConfiguration.DeadLetterQueueS3.ErrorOutputPrefix S3DestinationConfiguration.DeadLetterQueueS3.ExpectedBucketOwner S3DestinationConfiguration.Storage S3DestinationConfiguration.Storage.BucketArn S3DestinationConfiguration.Storage.OutputPrefix S3DestinationConfiguration.Storage.OutputKeyTemplate S3DestinationConfiguration.Storage.StorageClass S3DestinationConfiguration.Storage.CompressionType S3DestinationConfiguration.Storage.ExpectedBucketOwner
MSK::Cluster BrokerNodeGroupInfo.BrokerAZDistribution BrokerNodeGroupInfo.ClientSubnets BrokerNodeGroupInfo.SecurityGroups EncryptionInfo.EncryptionAtRest EncryptionInfo.EncryptionInTransit.InCluster ClusterName
MSK::ClusterPolicy ClusterArn
MSK::Configuration KafkaVersionsList Name
MSK::Replicator ReplicatorName Description KafkaClusters ServiceExecutionRoleArn ReplicationInfoList.*.SourceKafkaClusterArn ReplicationInfoList.*.SourceKafkaClusterId ReplicationInfoList.*.TargetKafkaClusterArn ReplicationInfoList.*.TargetKafkaClusterId ReplicationInfoList.*.TargetCompressionType ReplicationInfoList.*.ConsumerGroupReplication.ConsumerGroupOffsetSyncMode ReplicationInfoList.*.TopicReplication.StartingPosition ReplicationInfoList.*.TopicReplication.TopicNameConfiguration
MSK::ServerlessCluster ClusterName VpcConfigs ClientAuthentication Tags
MSK::Topic ClusterArn TopicName ReplicationFactor
MSK::VpcConnection ClientSubnets Authentication SecurityGroups TargetClusterArn VpcId
MemoryDB::ACL ACLName
MemoryDB::Cluster ClusterName TLSEnabled DataTiering KmsKeyId Port SubnetGroupName SnapshotArns MultiRegionClusterName SnapshotName NetworkType
MemoryDB::MultiRegionCluster MultiRegionClusterNameSuffix EngineVersion MultiRegionParameterGroupName TLSEnabled
MemoryDB::ParameterGroup ParameterGroupName Family Description
MemoryDB::Snapshot SnapshotName ClusterName KmsKeyId
MemoryDB::SubnetGroup SubnetGroupName
MemoryDB::User UserName
Neptune::DBCluster AvailabilityZones DBClusterIdentifier DBSubnetGroupName GlobalClusterIdentifier KmsKeyId RestoreToTime RestoreType SnapshotIdentifier SourceDBClusterIdentifier StorageEncrypted UseLatestRestorableTime
Neptune::DBClusterParameterGroup Name Description Family
Neptune::DBInstance AvailabilityZone DBClusterIdentifier DBInstanceIdentifier DBSnapshotIdentifier DBSubnetGroupName ?AutoMinorVersionUpgrade ?DBParameterGroupName ?PreferredMaintenanceWindow
Neptune::DBParameterGroup Name Description Family
Neptune::DBSubnetGroup DBSubnetGroupName
Neptune::EventSubscription SnsTopicArn SubscriptionName
Neptune::GlobalCluster GlobalClusterIdentifier SourceDBClusterIdentifier Engine StorageEncrypted
OpenSearchServerless::AccessPolicy Type Name
OpenSearchServerless::Collection Name Tags Type StandbyReplicas CollectionGroupName EncryptionConfig
OpenSearchServerless::CollectionGroup Name StandbyReplicas Generation
OpenSearchServerless::CollectionIndex Id IndexName
OpenSearchServerless::Index IndexName CollectionEndpoint Settings.Analysis
OpenSearchServerless::LifecyclePolicy Type Name
OpenSearchServerless::SecurityConfig Type Name IamIdentityCenterOptions.InstanceArn
OpenSearchServerless::SecurityPolicy Type Name
OpenSearchServerless::VpcEndpoint Name VpcId
OpenSearchService::Application Name KmsKeyArn
OpenSearchService::Domain DomainName EngineMode ?EncryptionAtRestOptions.Enabled ?EncryptionAtRestOptions.KmsKeyId ?AdvancedSecurityOptions.Enabled
Pipes::Pipe Name Source SourceParameters.DynamoDBStreamParameters.StartingPosition SourceParameters.KinesisStreamParameters.StartingPosition SourceParameters.KinesisStreamParameters.StartingPositionTimestamp SourceParameters.ActiveMQBrokerParameters.QueueName SourceParameters.RabbitMQBrokerParameters.QueueName SourceParameters.RabbitMQBrokerParameters.VirtualHost SourceParameters.ManagedStreamingKafkaParameters.TopicName SourceParameters.ManagedStreamingKafkaParameters.StartingPosition SourceParameters.ManagedStreamingKafkaParameters.ConsumerGroupID SourceParameters.SelfManagedKafkaParameters.TopicName SourceParameters.SelfManagedKafkaParameters.StartingPosition SourceParameters.SelfManagedKafkaParameters.AdditionalBootstrapServers SourceParameters.SelfManagedKafkaParameters.ConsumerGroupID
RDS::ClusterSnapshot DBClusterSnapshotIdentifier DBClusterIdentifier
RDS::CustomDBEngineVersion Engine EngineVersion DatabaseInstallationFilesS3BucketName DatabaseInstallationFilesS3Prefix DatabaseInstallationFiles ImageId KMSKeyId Manifest SourceCustomDbEngineVersionIdentifier UseAwsProvidedLatestImage
RDS::DBCluster ClusterScalabilityType DBClusterIdentifier DBSubnetGroupName DBSystemId DatabaseName EngineMode KmsKeyId PubliclyAccessible RestoreToTime RestoreType SnapshotIdentifier SourceDBClusterIdentifier SourceDbClusterResourceId SourceRegion StorageEncrypted UseLatestRestorableTime ?AvailabilityZones ?Engine ?GlobalClusterIdentifier ?MasterUsername
RDS::DBClusterEndpoint DBClusterEndpointIdentifier DBClusterIdentifier
RDS::DBClusterParameterGroup DBClusterParameterGroupName Description Family
RDS::DBInstance BackupTarget CharacterSetName CustomIAMInstanceProfile DBClusterIdentifier DBInstanceIdentifier DBName DBSubnetGroupName DBSystemId KmsKeyId MasterUsername NcharCharacterSetName SourceRegion StorageEncrypted Timezone ?AutoMinorVersionUpgrade ?AvailabilityZone ?BackupRetentionPeriod ?DBClusterSnapshotIdentifier ?DBParameterGroupName ?DBSnapshotIdentifier ?Engine ?MultiAZ ?PerformanceInsightsKMSKeyId ?PreferredMaintenanceWindow ?RestoreTime ?SourceDBClusterIdentifier ?SourceDBInstanceAutomatedBackupsArn ?SourceDBInstanceIdentifier ?SourceDbiResourceId ?UseLatestRestorableTime
RDS::DBParameterGroup DBParameterGroupName Description Family
RDS::DBProxy DBProxyName EngineFamily EndpointNetworkType TargetConnectionNetworkType VpcSubnetIds
RDS::DBProxyEndpoint DBProxyName DBProxyEndpointName EndpointNetworkType VpcSubnetIds
RDS::DBProxyTargetGroup DBProxyName TargetGroupName
RDS::DBSecurityGroup GroupDescription EC2VpcId
RDS::DBSecurityGroupIngress
RDS::DBShardGroup DBClusterIdentifier DBShardGroupIdentifier PubliclyAccessible
RDS::DBSnapshot DBSnapshotIdentifier DBInstanceIdentifier
RDS::DBSubnetGroup DBSubnetGroupName
RDS::Deployment BlueGreenDeploymentName Source TargetEngineVersion TargetDBParameterGroupName TargetDBClusterParameterGroupName TargetDBInstanceClass UpgradeTargetStorageConfig TargetIops TargetStorageType TargetAllocatedStorage TargetStorageThroughput
RDS::EventSubscription SubscriptionName SnsTopicArn
RDS::GlobalCluster GlobalClusterIdentifier SourceDBClusterIdentifier StorageEncrypted Engine
RDS::Integration SourceArn TargetArn KMSKeyId AdditionalEncryptionContext
RDS::OptionGroup EngineName MajorEngineVersion OptionGroupDescription OptionGroupName
Redshift::Cluster ClusterIdentifier OwnerAccount SnapshotIdentifier DBName SnapshotClusterIdentifier ClusterSubnetGroupName MasterUsername
Redshift::ClusterParameterGroup ParameterGroupName ParameterGroupFamily Description
Redshift::ClusterSecurityGroup Description
Redshift::ClusterSecurityGroupIngress ClusterSecurityGroupName CIDRIP EC2SecurityGroupOwnerId EC2SecurityGroupName
Redshift::ClusterSubnetGroup
Redshift::EndpointAccess EndpointName ClusterIdentifier ResourceOwner SubnetGroupName
Redshift::EndpointAuthorization ClusterIdentifier Account
Redshift::EventSubscription SubscriptionName
Redshift::Integration SourceArn TargetArn KMSKeyId AdditionalEncryptionContext
Redshift::QEV2IdcApplication IdcInstanceArn Qev2IdcApplicationName
Redshift::RedshiftIdcApplication IdcInstanceArn RedshiftIdcApplicationName ApplicationType SsoTagKeys
Redshift::ScheduledAction ScheduledActionName
Redshift::Snapshot SnapshotIdentifier ClusterIdentifier
Redshift::SnapshotCopyGrant SnapshotCopyGrantName KmsKeyId
Redshift::SnapshotSchedule ScheduleIdentifier ScheduleDescription
Redshift::UsageLimit ClusterIdentifier FeatureType LimitType Period
RedshiftServerless::Namespace NamespaceName
RedshiftServerless::Snapshot NamespaceName SnapshotName Tags Tags.*.Key Tags.*.Value
RedshiftServerless::Workgroup WorkgroupName NamespaceName
Route53::CidrCollection Name
Route53::DNSSEC HostedZoneId
Route53::DelegationSet
Route53::HealthCheck HealthCheckConfig.Type HealthCheckConfig.MeasureLatency HealthCheckConfig.RequestInterval
Route53::HostedZone Name DelegationSetId
Route53::KeySigningKey HostedZoneId Name KeyManagementServiceArn
Route53::QueryLoggingConfig HostedZoneId CloudWatchLogsLogGroupArn
Route53::RecordSet HostedZoneName HostedZoneId
Route53::RecordSetGroup HostedZoneName HostedZoneId
Route53::TrafficPolicy Name Document
Route53::TrafficPolicyInstance HostedZoneId Name
S3::AccessGrant S3PrefixType Tags
S3::AccessGrantsInstance Tags
S3::AccessGrantsLocation Tags
S3::AccessPoint Name Bucket BucketAccountId VpcConfiguration
S3::Bucket BucketName BucketNamePrefix BucketNamespace
S3::BucketPolicy Bucket
S3::MultiRegionAccessPoint Name PublicAccessBlockConfiguration Regions
S3::MultiRegionAccessPointPolicy MrapName
S3::StorageLens StorageLensConfiguration.Id
S3::StorageLensGroup Name
S3Express::AccessPoint Name Bucket BucketAccountId VpcConfiguration
S3Express::BucketPolicy Bucket
S3Express::DirectoryBucket BucketName LocationName DataRedundancy
S3Tables::Namespace TableBucketARN Namespace
S3Tables::Table TableBucketARN OpenTableFormat IcebergMetadata WithoutMetadata StorageClassConfiguration
S3Tables::TableBucket TableBucketName
S3Tables::TableBucketPolicy TableBucketARN
S3Tables::TablePolicy TableARN
SES::ConfigurationSet Name
SES::ConfigurationSetEventDestination ConfigurationSetName ?EventDestination.Name
SES::ContactList ContactListName
SES::CustomVerificationEmailTemplate TemplateName
SES::DedicatedIpPool PoolName ?ScalingMode
SES::EmailIdentity EmailIdentity
SES::EmailIdentityCertificate EmailIdentity FromAddress CertificateArn
SES::MailManagerAddonInstance AddonSubscriptionId
SES::MailManagerAddonSubscription AddonName
SES::MailManagerAddressList AddressListName
SES::MailManagerArchive KmsKeyArn
SES::MailManagerIngressPoint NetworkConfiguration Type
SES::MailManagerRelay
SES::MailManagerRuleSet
SES::MailManagerTrafficPolicy
SES::MultiRegionEndpoint EndpointName Details
SES::ReceiptFilter Filter Filter.Name Filter.IpFilter Filter.IpFilter.Policy Filter.IpFilter.Cidr
SES::ReceiptRule Rule.Name RuleSetName
SES::ReceiptRuleSet RuleSetName
SES::Template Template.TemplateName
SES::Tenant TenantName
SES::VdmAttributes
SNS::Subscription Endpoint Protocol TopicArn ?Region
SNS::Topic TopicName FifoTopic
SNS::TopicInlinePolicy TopicArn
SNS::TopicPolicy
SQS::Queue FifoQueue QueueName
SQS::QueueInlinePolicy Queue
SQS::QueuePolicy
SSM::Association InstanceId
SSM::CloudConnector RoleArn ConfigConnectorArn Configuration.AzureConfiguration.TenantId
SSM::Document Name DocumentType ?Content ?Attachments ?VersionName ?DocumentFormat ?TargetType ?Requires
SSM::MaintenanceWindow
SSM::MaintenanceWindowTarget WindowId
SSM::MaintenanceWindowTask WindowId TaskType
SSM::OpsItem Source
SSM::Parameter Name
SSM::PatchBaseline OperatingSystem
SSM::ResourceDataSync KMSKeyArn SyncFormat BucketPrefix SyncName BucketRegion BucketName S3Destination SyncType
SSM::ResourcePolicy ResourceArn
SSM::ServiceSetting SettingId
Scheduler::Schedule Name
Scheduler::ScheduleGroup Name
SecretsManager::ResourcePolicy SecretId
SecretsManager::RotationSchedule SecretId
SecretsManager::Secret Name
SecretsManager::SecretTargetAttachment SecretId
StepFunctions::Activity Name EncryptionConfiguration
StepFunctions::StateMachine StateMachineName StateMachineType
StepFunctions::StateMachineAlias Name
StepFunctions::StateMachineVersion StateMachineArn StateMachineRevisionId Description
Timestream::Database DatabaseName
Timestream::InfluxDBBackup Name DbResourceId RetentionDays
Timestream::InfluxDBCluster Name Username Password Organization Bucket VpcSubnetIds VpcSecurityGroupIds PubliclyAccessible DbStorageType AllocatedStorage DeploymentType NetworkType
Timestream::InfluxDBInstance Name Username Password Organization Bucket VpcSubnetIds VpcSecurityGroupIds PubliclyAccessible NetworkType
Timestream::ScheduledQuery ScheduledQueryName QueryString ScheduleConfiguration NotificationConfiguration ScheduledQueryExecutionRoleArn TargetConfiguration ErrorReportConfiguration KmsKeyId
Timestream::Table DatabaseName TableName
WAFv2::IPSet Name Scope
WAFv2::LoggingConfiguration ResourceArn
WAFv2::RegexPatternSet Name Scope
WAFv2::RuleGroup Name Scope
WAFv2::WebACL Name Scope
WAFv2::WebACLAssociation ResourceArn WebACLArn
`;

;// CONCATENATED MODULE: ./src/plan/schema-replacement.ts


let read;
function rules() {
    return (read ??= new Map(replacementTable
        .trim()
        .split('\n')
        .map((line) => {
        const [type = '', ...paths] = line.split(' ');
        return [`AWS::${type}`, paths.map(rule)];
    })));
}
function rule(text) {
    return text.startsWith('?')
        ? { path: text.slice(1), replacement: 'conditional' }
        : { path: text, replacement: 'always' };
}
/**
 * What the type's schema says. A type without a schema here may be replaced by any change; so may one that holds state and
 * whose schema calls no property create-only, for a schema may be silent about some. Tags replace only where the schema
 * says so.
 */
const schemaReplacement = (type, path) => {
    const known = rules().get(type);
    const steps = path.split('.');
    if (known === undefined || (known.length === 0 && Object.hasOwn(stateful_types/* statefulTypes */.U, type))) {
        return steps[0] === 'Tags' ? 'never' : 'conditional';
    }
    const found = known.filter((each) => isUnder(steps, each.path.split('.')));
    return found.reduce((worst, each) => (worst === 'always' || each.replacement === 'always' ? 'always' : 'conditional'), 'never');
};
/** Whether one path is the other, or a part of it; `*` stands for each item of a list. */
function isUnder(steps, rulePath) {
    const shared = rulePath.slice(0, steps.length);
    return shared.every((step, index) => step === '*' || step === steps[index]);
}

;// CONCATENATED MODULE: ./src/plan/stable-attributes.ts
/**
 * Attributes that keep their value while a resource is updated without being replaced, because they are its identity or
 * derive from it alone. Source: "Return values" and "Update requires" of each type in the CloudFormation resource
 * reference. An attribute that is not here may change with any update (a table's `StreamArn`, a template's
 * `LatestVersionNumber`), so what takes it stays "possible".
 */
const stableAttributes = {
    'AWS::ApiGateway::ApiKey': ['APIKeyId'],
    'AWS::ApiGateway::Authorizer': ['AuthorizerId'],
    'AWS::ApiGateway::Deployment': ['DeploymentId'],
    'AWS::ApiGateway::Resource': ['ResourceId'],
    'AWS::ApiGateway::RestApi': ['RestApiId', 'RootResourceId'],
    'AWS::ApiGatewayV2::Api': ['ApiEndpoint', 'ApiId'],
    'AWS::CloudFront::CachePolicy': ['Id'],
    'AWS::CloudFront::Distribution': ['DomainName', 'Id'],
    'AWS::CloudFront::Function': ['FunctionARN', 'FunctionMetadata.FunctionARN'],
    'AWS::CloudFront::OriginAccessControl': ['Id'],
    'AWS::CloudFront::OriginRequestPolicy': ['Id'],
    'AWS::CloudFront::ResponseHeadersPolicy': ['Id'],
    'AWS::Cognito::UserPool': ['ProviderName', 'ProviderURL', 'UserPoolId'],
    'AWS::EC2::EIP': ['AllocationId'],
    'AWS::EC2::NatGateway': ['NatGatewayId'],
    'AWS::EC2::SecurityGroup': ['GroupId', 'VpcId'],
    'AWS::EC2::Subnet': ['SubnetId', 'VpcId'],
    'AWS::EC2::VPC': ['DefaultNetworkAcl', 'DefaultSecurityGroup', 'VpcId'],
    'AWS::ElasticLoadBalancingV2::LoadBalancer': ['CanonicalHostedZoneID', 'DNSName', 'LoadBalancerFullName'],
    'AWS::IAM::Role': ['RoleId'],
    'AWS::KMS::Key': ['KeyId'],
    'AWS::S3::Bucket': ['DomainName', 'DualStackDomainName', 'RegionalDomainName', 'WebsiteURL'],
    'AWS::SecretsManager::Secret': ['Id'],
    'AWS::SNS::Topic': ['TopicArn', 'TopicName'],
    'AWS::SQS::Queue': ['QueueName', 'QueueUrl'],
};
/** Changes of these leave what a resource answers to references as it was. */
const inertPaths = /^(?:DeletionPolicy|UpdateReplacePolicy|UpdatePolicy|CreationPolicy|Metadata|Tags)(?:\.|$)/;
/** Whether a reference to a resource gives after the change what it gave before; `null`: the resource does not change. */
function keepsAttribute(change, type, attribute) {
    if (change === null || change.action === 'sync')
        return true;
    if (change.action !== 'modify' || change.replacement !== 'never')
        return false;
    const { properties } = change;
    return ((properties.length > 0 && properties.every(({ path }) => inertPaths.test(path))) ||
        survivesUpdate(type, attribute));
}
/**
 * Whether a reference still gives the same after an update without replacement.
 *
 * @param attribute `null` for `Ref`, which gives the physical id; a custom resource may answer any update with a new one
 *   (User Guide, "Custom resource response objects", `PhysicalResourceId`)
 */
function survivesUpdate(type, attribute) {
    if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')
        return false;
    if (attribute === null || attribute === 'Arn')
        return true;
    return stableAttributes[type]?.includes(attribute) ?? false;
}

;// CONCATENATED MODULE: ./src/plan/unseen-resources.ts


/**
 * Deployed resources that hold something, of which no change set tells whether they are replaced or removed. One that
 * stops at the gate by a change that is shown is not listed twice.
 */
function unseenResources(input) {
    const { before, scope, template, changes } = input;
    const shown = new Set(changes.filter(stopsByItself).map((change) => change.logicalId));
    return Object.entries(before?.Resources ?? {})
        .filter(([id, resource]) => Object.hasOwn(stateful_types/* statefulTypes */.U, resource.Type) && !shown.has(id))
        .filter(([, resource]) => exists(resource, scope) !== false)
        .map(([logicalId, resource]) => ({
        logicalId,
        type: resource.Type,
        at: template.body.Resources[logicalId] === undefined
            ? null
            : template.locateKey(['Resources', logicalId]),
    }));
}
function stopsByItself(change) {
    return change.action === 'remove' || change.action === 'dynamic' || change.replacement !== 'never';
}

;// CONCATENATED MODULE: ./src/plan/stack-reading.ts














/**
 * Reads one stack of the tree. Resources are looked at on demand, each after those it refers to: whether a false change
 * can be dropped depends on whether its producer, often a nested stack beside it, really changes. A value that is
 * provably the same before and after is written as the same text on both sides (`${storage/Bucket.Arn}`, or the deployed
 * output), so that equality of evaluated values is the proof.
 */
function readStack(input) {
    const { path, released, deployed, source, given, systemOutputs, secrets } = input;
    const body = released.template.body;
    const oldBody = deployed?.template?.body ?? null;
    const stated = statedById(source);
    const pseudo = {
        ...input.pseudo,
        ...(deployed === null
            ? input.newStackName !== null && { stackName: input.newStackName }
            : { stackName: deployed.stackName, stackId: deployed.stackId }),
    };
    const children = new Map();
    const outcomes = new Map();
    const underWay = new Set();
    const after = {
        body,
        parameters: withResolved(body, (0,parameter_values/* parameterValues */.oM)(body, given.after, path), resolvedBy(source)),
        pseudo,
        path,
        resource: attributeAfter,
    };
    const before = oldBody && {
        body: oldBody,
        parameters: withResolved(oldBody, (0,parameter_values/* parameterValues */.oM)(oldBody, given.before, path), deployed?.parameters ?? {}),
        pseudo,
        path,
        resource: attributeBefore,
    };
    function nameOf(logicalId, attribute) {
        return [...path, logicalId].join('/') + (attribute === null ? '' : `.${attribute}`);
    }
    function token(logicalId, attribute) {
        return (0,evaluated/* known */.eO)(`\${${nameOf(logicalId, attribute)}}`);
    }
    /** Named by its path, so that it still tells what it is in the nested stack that it is handed to. */
    function open(logicalId, attribute) {
        const name = nameOf(logicalId, attribute);
        return (0,evaluated/* unresolved */.II)(`\${${name}}`, (0,evaluated/* lineageOf */.bQ)(name));
    }
    function attributeBefore(logicalId, attribute) {
        if (oldBody?.Resources[logicalId]?.Type !== stateful_types/* nestedStackType */.k || !attribute?.startsWith('Outputs.')) {
            return token(logicalId, attribute);
        }
        const name = attribute.slice('Outputs.'.length);
        const actual = deployed?.children.get(logicalId)?.outputs[name];
        const made = child(logicalId)?.outputBefore(name);
        if (actual === undefined)
            return source.kind === 'compared' ? made : undefined;
        return (0,evaluated/* known */.eO)(actual, { sources: [], secret: made !== undefined && (0,evaluated/* lineage */.OZ)(made).secret });
    }
    function attributeAfter(logicalId, attribute) {
        const type = body.Resources[logicalId]?.Type;
        if (type === stateful_types/* nestedStackType */.k && attribute?.startsWith('Outputs.')) {
            return child(logicalId)?.outputAfter(attribute.slice('Outputs.'.length));
        }
        if (type === undefined || oldBody?.Resources[logicalId]?.Type !== type)
            return open(logicalId, attribute);
        const outcome = outcomeOf(logicalId);
        const isKept = outcome !== 'under way' && keepsAttribute(outcome.change, type, attribute);
        return isKept ? token(logicalId, attribute) : open(logicalId, attribute);
    }
    function child(logicalId) {
        const found = children.get(logicalId);
        if (found !== undefined)
            return found;
        const tree = released.children.get(logicalId);
        const from = sourceOfChild(logicalId);
        const reading = tree === undefined || from === null
            ? null
            : readStack({
                path: [...path, logicalId],
                released: tree,
                deployed: from.kind === 'new' ? null : (deployed?.children.get(logicalId) ?? null),
                source: from,
                given: {
                    before: parametersOf(oldBody?.Resources[logicalId], before),
                    after: parametersOf(body.Resources[logicalId], after),
                },
                pseudo: input.pseudo,
                newStackName: null,
                secrets,
                systemOutputs,
            });
        children.set(logicalId, reading);
        return reading;
    }
    function sourceOfChild(logicalId) {
        return childSource(source, logicalId, {
            isDeployed: deployed === null ? null : deployed.children.has(logicalId),
            willExist: exists(body.Resources[logicalId], after),
            stated: stated.get(logicalId),
        });
    }
    function outcomeOf(logicalId) {
        const found = outcomes.get(logicalId);
        if (found)
            return found;
        if (underWay.has(logicalId))
            return 'under way';
        underWay.add(logicalId);
        const outcome = decide(logicalId);
        underWay.delete(logicalId);
        outcomes.set(logicalId, outcome);
        return outcome;
    }
    function decide(logicalId) {
        const resources = { logicalId, before: oldBody?.Resources[logicalId], after: body.Resources[logicalId] };
        const context = {
            ...{ path, template: released.template, before, after, systemOutputs, secrets },
            replacementOf: source.kind === 'compared' ? schemaReplacement : () => 'conditional',
        };
        switch (source.kind) {
            case 'unchanged':
                return unchanged;
            case 'new':
            case 'unseen':
            case 'compared': {
                const physicalId = deployed?.physicalIds.get(logicalId) ?? null;
                return { change: comparedChange({ ...resources, physicalId }, context), dropped: false };
            }
            case 'change-set': {
                const change = stated.get(logicalId);
                return change === undefined ? unchanged : cleanChange(change, resources, context);
            }
        }
    }
    function outputAfter(name) {
        const output = body.Outputs?.[name];
        if (output === undefined)
            return undefined;
        const actual = deployed?.outputs[name];
        const value = (0,evaluate/* evaluate */._)(output.Value, after);
        if (actual === undefined)
            return value;
        const same = source.kind === 'unchanged' || provablyEqual(outputBefore(name), value);
        return same ? (0,evaluated/* known */.eO)(actual, (0,evaluated/* lineage */.OZ)(value)) : value;
    }
    function outputBefore(name) {
        const output = oldBody?.Outputs?.[name];
        return output === undefined || before === null ? undefined : (0,evaluate/* evaluate */._)(output.Value, before);
    }
    function outputsSame() {
        if (source.kind === 'unchanged')
            return true;
        return before !== null && provablySameOutputs(before, after);
    }
    function isPartial() {
        if (isBlind(source) && node().status !== 'unchanged')
            return true;
        return [...released.children.keys()].some((id) => child(id)?.isPartial() === true);
    }
    function node() {
        const ids = source.kind === 'change-set'
            ? [...stated.keys()]
            : [...new Set([...resourcesOf(oldBody), ...resourcesOf(body)])];
        const decided = ids.map(outcomeOf).filter((outcome) => outcome !== 'under way');
        const changes = pairRenewals(decided.flatMap((outcome) => outcome.change ?? []), body);
        const removed = removedChildren();
        const nodes = [...released.children.keys()].flatMap((id) => child(id)?.node() ?? []).concat(removed);
        const moves = changes.length > 0 || nodes.some((each) => each.status !== 'unchanged');
        const says = source.kind === 'change-set' && source.node.state === 'made' && stated.size === 0;
        const isNew = source.kind === 'new' || (source.kind === 'change-set' && deployed === null);
        const outputsOnly = !isNew && !moves && (says || !outputsSame());
        const status = isNew ? 'create' : moves || outputsOnly ? 'change' : 'unchanged';
        return {
            path,
            template: released.template.file,
            status,
            changes,
            outputsOnly,
            dropped: decided.filter((outcome) => outcome.dropped).length,
            unseen: status === 'change' && isBlind(source) && deployed !== null
                ? unseenResources({ before: oldBody, scope: before, template: released.template, changes })
                : [],
            children: nodes,
        };
    }
    function removedChildren() {
        return [...(deployed?.children ?? [])]
            .filter(([id]) => isRemoved(id))
            .map(([id, tree]) => {
            const policy = before === null ? undefined : (0,evaluate/* evaluate */._)(oldBody?.Resources[id]?.DeletionPolicy, before);
            return removedNode([...path, id], tree, policy);
        });
    }
    function isRemoved(logicalId) {
        if (source.kind === 'change-set')
            return stated.get(logicalId)?.Action === 'Remove';
        return ((source.kind === 'unseen' || source.kind === 'compared') &&
            exists(body.Resources[logicalId], after) === false);
    }
    return { node, isPartial, outputAfter, outputBefore };
}
const unchanged = { change: null, dropped: false };
function resourcesOf(body) {
    return Object.keys(body?.Resources ?? {});
}

;// CONCATENATED MODULE: ./src/plan/assemble-stack-plan.ts




/** Reads one root stack by all that was seen of it. */
function stackReading(basis, { source, deployed, changeSet }) {
    const { instance, released, inputs, current, planned } = basis;
    return readStack({
        path: [],
        released: released.tree,
        deployed,
        source,
        given: {
            before: (0,stack_inputs/* parameterTexts */.ui)(current?.Parameters),
            after: evaluatedInputs(inputs, changeSet, planned),
        },
        pseudo: pseudoParameters(instance),
        newStackName: instance.stackName,
        secrets: inputs.secrets,
        systemOutputs: new Set(Object.values(planned).flatMap(({ lineage }) => lineage ?? [])),
    });
}
/** What the pseudo parameters of a stack are, but for those that name the stack itself. */
function pseudoParameters({ account, region }) {
    return { accountId: account, region, ...partitionOf(region) };
}
/** Puts the plan of one root stack together. Decides nothing by itself but the outcome. */
function assembleStackPlan(basis, seen, reading = stackReading(basis, seen)) {
    const { instance, released, inputs, current, planned } = basis;
    const { source, changeSet, failures } = seen;
    const { body } = released.tree.template;
    const before = (0,stack_inputs/* parameterTexts */.ui)(current?.Parameters);
    const texts = changeSet === null ? inputs.texts : { ...inputs.texts, ...(0,stack_inputs/* parameterTexts */.ui)(changeSet.parameters) };
    const tree = reading.node();
    const parameters = (0,stack_inputs/* parameterChanges */.xI)(body, before, texts, planned, inputs.secrets);
    const touchesOnly = source.kind !== 'unchanged' &&
        current !== null &&
        (parameters.some((parameter) => !parameter.secret && parameter.deferred === null && parameter.before !== parameter.after) ||
            !sameTags(current, instance.tags));
    const isChange = tree.status !== 'unchanged' || touchesOnly || failures.length > 0;
    const outcome = current === null ? 'create' : isChange ? 'change' : 'none';
    const root = touchesOnly && tree.status === 'unchanged'
        ? { ...tree, status: 'change', outputsOnly: true }
        : tree;
    const isExecutable = failures.length === 0 && inputs.standIns.length === 0 && changeSet?.state === 'made';
    return {
        stack: instance.name,
        stackName: instance.stackName,
        region: instance.region,
        outcome,
        certainty: failures.length > 0 || reading.isPartial() ? 'partial' : 'full',
        changeSet: outcome !== 'none' && isExecutable ? changeSet.arn : null,
        template: released.sha256,
        parameters,
        root,
        warnings: [
            ...warningsOf(changeSet).map((line) => (0,secret_text/* withoutSecrets */.cT)(line, inputs.secrets)),
            ...failures.map(({ path, reason }) => `${[instance.name, ...path].join('/')}: ${reason}`),
        ],
        failures,
    };
}
/** What the change set was really given counts, not what was meant; a hidden value can't be read back. */
function evaluatedInputs(inputs, changeSet, planned) {
    const given = Object.entries(inputs.evaluated).map(([name, value]) => {
        const stated = changeSet?.parameters.find((parameter) => parameter.ParameterKey === name)?.ParameterValue;
        const isHidden = stated === undefined || /^\*+$/.test(stated) || inputs.standIns.includes(name);
        const lineage = planned[name]?.lineage;
        return [
            name,
            isHidden ? value : (0,evaluated/* known */.eO)(stated, (0,evaluated/* lineageOf */.bQ)(...(typeof lineage === 'string' ? [lineage] : []))),
        ];
    });
    return Object.fromEntries(given);
}
function sameTags(current, wanted) {
    const there = (current.Tags ?? []).map(({ Key, Value }) => `${Key ?? ''}=${Value ?? ''}`).sort();
    const asked = Object.entries(wanted)
        .map(([key, value]) => `${key}=${value}`)
        .sort();
    return JSON.stringify(there) === JSON.stringify(asked);
}
function warningsOf(node) {
    if (node === null)
        return [];
    return [
        ...(node.warning === null ? [] : [node.warning]),
        ...[...node.children.values()].flatMap(warningsOf),
    ];
}
function partitionOf(region) {
    if (region.startsWith('cn-'))
        return { partition: 'aws-cn', urlSuffix: 'amazonaws.com.cn' };
    return { partition: region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws', urlSuffix: 'amazonaws.com' };
}


/***/ }),

/***/ 6906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ describeStack),
/* harmony export */   V: () => (/* binding */ readDeployedTree)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(370);
/* harmony import */ var _stacks_read_stack_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7992);
/* harmony import */ var _template_read_template_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(443);
/* harmony import */ var _template_parse_template_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6660);




/** Calls at once; CloudFormation throttles early and a plan is not the only caller. */
const concurrency = 6;
/** Reads a stack and what it nests; `null` where there is none. */
async function readDeployedTree(api, stackId) {
    return readBelow(api, stackId, (0,p_limit__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(concurrency));
}
async function readBelow(api, stackId, limit) {
    const stack = await limit(() => describeStack(api, stackId));
    return stack === null ? null : readTree(api, stack, limit);
}
/** Describes one stack; `null` where there is none. */
async function describeStack(api, nameOrArn) {
    try {
        const { Stacks } = await api.describeStacks({ StackName: nameOrArn });
        return Stacks?.[0] ?? null;
    }
    catch (error) {
        if ((0,_stacks_read_stack_js__WEBPACK_IMPORTED_MODULE_3__/* .isAbsent */ .W0)(error))
            return null;
        throw error;
    }
}
async function readTree(api, stack, limit) {
    const stackId = stack.StackId ?? stack.StackName ?? '';
    const [template, resources] = await Promise.all([
        limit(() => readTemplate(api, stackId)),
        limit(() => listResources(api, stackId)),
    ]);
    const physicalIds = new Map(resources.flatMap(({ LogicalResourceId, PhysicalResourceId }) => LogicalResourceId === undefined || PhysicalResourceId === undefined
        ? []
        : [[LogicalResourceId, PhysicalResourceId]]));
    const children = await Promise.all((template === null ? [] : (0,_template_read_template_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .nestedStacks */ .DM)(template)).map(async ({ logicalId }) => {
        const id = physicalIds.get(logicalId);
        return [logicalId, id === undefined ? null : await readBelow(api, id, limit)];
    }));
    return {
        stackId,
        stackName: stack.StackName ?? '',
        status: stack.StackStatus ?? '',
        parameters: Object.fromEntries((stack.Parameters ?? []).map(({ ParameterKey, ParameterValue, ResolvedValue }) => [
            ParameterKey ?? '',
            ResolvedValue ?? ParameterValue ?? '',
        ])),
        outputs: Object.fromEntries((stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? ''])),
        tags: Object.fromEntries((stack.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
        template,
        physicalIds,
        children: new Map(children.flatMap(([id, child]) => (child === null ? [] : [[id, child]]))),
    };
}
async function readTemplate(api, stackId) {
    const { TemplateBody } = await api.getTemplate({ StackName: stackId, TemplateStage: 'Original' });
    if (TemplateBody === undefined || TemplateBody === '')
        return null;
    try {
        return (0,_template_parse_template_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTemplate */ .Q)(TemplateBody, stackId);
    }
    catch {
        return null; // It was deployed by something else, in a form we don't read: nothing about it is provable then.
    }
}
async function listResources(api, stackId) {
    const found = [];
    let token;
    do {
        const page = await api.listStackResources({
            StackName: stackId,
            ...(token === undefined ? {} : { NextToken: token }),
        });
        found.push(...(page.StackResourceSummaries ?? []));
        token = page.NextToken;
    } while (token !== undefined);
    return found;
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
 * @throws UserError `OUTPUT_MISSING` where a stack that will not run any more lacks the output
 */
function planParameters(instance, outputs, pending) {
    const entries = Object.entries(instance.parameters).map(([name, source]) => {
        if (source.kind === 'literal')
            return [name, { value: source.value, lineage: null, deferred: false }];
        const lineage = `${source.stack}.${source.output}`;
        const value = (0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveSource */ .ev)(source, outputs) ?? null;
        const deferred = pending.has(source.stack);
        if (value === null && !deferred)
            throw (0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_0__/* .missingOutput */ .av)(`the parameter ${name} of ${instance.stackName}`, source, outputs);
        return [name, { value, lineage, deferred }];
    });
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 7297:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ planStack),
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/release/open-release.ts
var open_release = __webpack_require__(2057);
// EXTERNAL MODULE: ./src/stacks/stack-status.ts
var stack_status = __webpack_require__(1308);
// EXTERNAL MODULE: ./src/plan/assemble-stack-plan.ts + 15 modules
var assemble_stack_plan = __webpack_require__(1002);
// EXTERNAL MODULE: ./src/plan/secret-text.ts
var secret_text = __webpack_require__(7884);
;// CONCATENATED MODULE: ./src/plan/change-set-failures.ts

/** Every change set of the tree that failed by itself, deepest last; a parent that only names a failed child is left out. */
function changeSetFailures(root, released, secrets) {
    const visit = (node, path, tree, at) => {
        const below = [...node.children].flatMap(([id, child]) => visit(child, [...path, id], tree?.children.get(id), place(tree, id)));
        const isFailure = node.state === 'failed' || node.state === 'gone';
        if (!isFailure || (below.length > 0 && followsChild(node)))
            return below;
        const reason = node.reason ??
            (node.state === 'gone' ? 'It was deleted while it was read' : 'CloudFormation gives no reason');
        return [{ path, reason: (0,secret_text/* withoutSecrets */.cT)(reason, secrets), at }, ...below];
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
 * patterns, rules, SSM-typed parameters and export names are what trips over the stand-in text.
 */
function failsForUnresolvedInputs({ reason }) {
    return [
        /\{\{IntrinsicFunction:|KNOWN_AFTER_APPLY/,
        /duplicate Export names/i,
        /Fn::(?:Select|Split)\b/,
        /must match pattern|failed to satisfy constraint/i,
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
function explained(error, { stack, name }) {
    if (!(error instanceof Error))
        return error;
    if (error.name === 'ValidationError' || error.name.startsWith('InsufficientCapabilities')) {
        return new slipway_error/* UserError */.yo('TEMPLATE_REJECTED', `CloudFormation refuses ${stack}: ${error.message}`, {
            cause: error,
            next: 'slipway lint finds most of these before',
        });
    }
    if (error.name.startsWith('LimitExceeded')) {
        return new slipway_error/* UserError */.yo('CHANGE_SET_LIMIT', `${stack} takes no further change set: ${error.message}`, {
            cause: error,
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
// EXTERNAL MODULE: ./src/plan/read-change-set.ts
var read_change_set = __webpack_require__(3041);
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
 *   `TEMPLATE_REJECTED`, `CHANGE_SET_NAME`, and what reading the release throws
 */
async function planStack(options) {
    const { instance, api, logger } = options;
    const found = await (0,deployed_tree/* describeStack */.G)(api, instance.stackName);
    const absent = found === null || isAbsentStatus(found.StackStatus ?? '');
    const current = absent ? null : found;
    const warnings = checkState(instance, found, options.absent ?? 'from-template');
    const basis = await prepare(options, current);
    if (current === null) {
        const plan = await planAbsent(options, basis);
        return { ...plan, warnings: [...warnings, ...plan.warnings] };
    }
    logger.debug(`${instance.stackName}: making the change set ${options.changeSetName}`);
    return planExisting(options, basis, current);
}
/** What every reading of this stack stands on: the release's templates and the inputs. */
async function prepare(options, current) {
    const { instance, release, parameters, artifactBucket } = options;
    const tree = await (0,open_release/* releasedTemplates */.tS)(release, instance.name);
    const released = { tree, sha256: release.manifest.stacks[instance.name]?.template ?? '' };
    const inputs = (0,stack_inputs/* stackInputs */.m7)(instance, released.tree.template.body, parameters, artifactBucket, current);
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
        return (0,assemble_stack_plan/* assembleStackPlan */.OM)(basis, {
            source: { kind: 'unchanged' },
            deployed: null,
            changeSet: null,
            failures: [],
        });
    }
    const deployed = await (0,deployed_tree/* readDeployedTree */.V)(options.api, stackId);
    const isReadable = root !== null && (root.state === 'made' || root.changes.length > 0 || root.children.size > 0);
    return (0,assemble_stack_plan/* assembleStackPlan */.OM)(basis, {
        source: isReadable ? { kind: 'change-set', node: root } : { kind: 'unseen' },
        deployed,
        changeSet: root,
        failures: result?.failures ?? [],
    });
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
    const failures = changeSetFailures(nested, tree, secrets);
    if (!failures.some(failsForUnresolvedInputs))
        return { root: nested, failures };
    const reason = (0,secret_text/* withoutSecrets */.cT)(failures[0]?.reason ?? '', secrets);
    logger.warn(`${instance.stackName}: no nested change set (${reason}); the root's is taken, nested templates are compared`);
    const name = `${options.changeSetName.slice(0, 123)}-root`;
    const root = await makeAndRead(options, basis, { type, stack, scope: 'root', name });
    if (root.state === 'made' || root.state === 'empty')
        return { root, failures: [] };
    return { root: nested, failures: [...failures, ...changeSetFailures(root, tree, secrets)] };
}
async function makeAndRead(options, basis, wanted) {
    const { instance, api, clock, signal, jitter } = options;
    const { arn } = await createChangeSet({
        ...wanted,
        api,
        templateUrl: templateUrl(options.artifactBucket, instance.region, basis.released.sha256),
        parameters: basis.inputs.texts,
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
function checkState(instance, found, absent) {
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
    const why = found?.StackStatusReason === undefined ? '' : `; CloudFormation says: ${found.StackStatusReason}`;
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

/***/ 3041:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ readChangeSetTree)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _stateful_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2883);


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
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ('CHANGE_SET_GONE', `The change set ${nameOf(arn)} is not there any more`, 'user', {
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
    const described = await waitUntilEnded(arn, options);
    if (described === null)
        return null;
    const seen = new Set([...above, arn]);
    const { changes, warning } = await completeChanges(arn, described, options);
    const stackName = described.StackName ?? '';
    const children = await Promise.all(nestedChangeSets(changes, described.StatusReason, stackName)
        .filter(({ id }) => !seen.has(id))
        .map(async ({ logicalId, id, stackId }) => [
        logicalId,
        (await readNode(id, options, seen)) ?? gone(id, stackId),
    ]));
    const reason = described.StatusReason ?? null;
    return {
        arn: described.ChangeSetId ?? arn,
        stackId: described.StackId ?? '',
        stackName,
        state: described.Status === 'FAILED' ? (saysNoChanges(reason) ? 'empty' : 'failed') : stateOf(described),
        executionStatus: described.ExecutionStatus ?? null,
        reason,
        warning,
        parameters: described.Parameters ?? [],
        tags: Object.fromEntries((described.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
        changes,
        children: new Map(children),
    };
}
function stateOf(described) {
    return described.Status === 'CREATE_COMPLETE' ? 'made' : 'gone';
}
/**
 * The change sets of nested stacks. A failed root may list no changes, but its reason names the first child that failed:
 * `Nested change set <ARN> was not successfully created: Currently in FAILED.`
 */
function nestedChangeSets(changes, reason, stackName) {
    const listed = changes.flatMap(({ ResourceType, ChangeSetId: id, LogicalResourceId: logicalId, PhysicalResourceId }) => ResourceType === _stateful_types_js__WEBPACK_IMPORTED_MODULE_1__/* .nestedStackType */ .k && id !== undefined && logicalId !== undefined
        ? [{ logicalId, id, stackId: PhysicalResourceId ?? '' }]
        : []);
    const named = /^Nested change set (arn:\S+) was not successfully created/.exec(reason ?? '')?.[1];
    if (named === undefined || listed.some(({ id }) => id === named))
        return listed;
    return [...listed, { logicalId: `a nested stack of ${stackName}`, id: named, stackId: '' }];
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
        parameters: [],
        tags: {},
        changes: [],
        children: new Map(),
    };
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
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ('CHANGE_SET_TIMEOUT', `The change set ${nameOf(arn)} is still ${described.Status} after the time it was given`, 'slipway', { next: 'Plan again; CloudFormation may be slow or throttling' });
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
    const incomplete = /\[WARN\] --include-property-values option can return incomplete/i.test(reason);
    if (!incomplete) {
        const warning = first.Status === 'CREATE_COMPLETE' && reason !== '' ? reason : null;
        return { changes: withValues, warning };
    }
    const plainFirst = await describe(api, { ChangeSetName: arn });
    const plain = plainFirst === null ? [] : await remainingPages(api, arn, plainFirst, false);
    const seen = new Set(withValues.map((change) => change.LogicalResourceId));
    const missing = plain.filter((change) => !seen.has(change.LogicalResourceId));
    const rest = reason
        .replace(/\[WARN\] --include-property-values option can return incomplete[^\n]*?(?:\.|$)/i, '')
        .trim();
    return { changes: [...withValues, ...missing], warning: rest === '' ? null : rest };
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
    return found.flatMap((change) => change.ResourceChange ?? []);
}
/** The name in a change set's ARN: `arn:aws:cloudformation:<region>:<account>:changeSet/<name>/<uuid>`. */
function nameOf(arn) {
    return arn.split('/')[1] ?? arn;
}


/***/ }),

/***/ 7884:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iv: () => (/* binding */ masked),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   n0: () => (/* binding */ looksSecret),
/* harmony export */   wl: () => (/* binding */ hiddenByCloudFormation)
/* harmony export */ });
/* harmony import */ var _template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(607);

/** A text that CloudFormation fills in when it deploys, or whose value it hides. */
const reference = /\{\{resolve:[^{}]*\}\}/;
/** What CloudFormation shows in place of a `NoEcho` value (User Guide, "Parameters", NoEcho). */
const hiddenByCloudFormation = '****';
/** Whether a text is a secret by its own looks: a dynamic reference, a hidden value, or one that holds a known secret. */
function looksSecret(text, secrets) {
    if (text === null)
        return false;
    if (reference.test(text) || text === hiddenByCloudFormation)
        return true;
    return secrets.some((secret) => secret !== '' && text.includes(secret));
}
/** The text as it may be printed. */
function masked(text, secret) {
    return secret && text !== null ? _template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .maskedSecret */ .EH : text;
}
/** A line of CloudFormation's own words, with known secrets taken out. */
function withoutSecrets(line, secrets) {
    return secrets
        .filter((secret) => secret !== '')
        .reduce((text, secret) => text.replaceAll(secret, _template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .maskedSecret */ .EH), line);
}


/***/ }),

/***/ 1265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m7: () => (/* binding */ stackInputs),
/* harmony export */   ui: () => (/* binding */ parameterTexts),
/* harmony export */   xI: () => (/* binding */ parameterChanges)
/* harmony export */ });
/* harmony import */ var _template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(607);
/* harmony import */ var _template_parameter_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7832);
/* harmony import */ var _secret_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7884);



/** The parameter through which a template learns where its artifacts lie; Slipway itself feeds it to root stacks. */
const artifactBucketParameter = 'ArtifactBucket';
/**
 * @param current the stack as it stands; its value of a parameter stands in for an output that does not exist yet
 */
function stackInputs(instance, body, planned, artifactBucket, current) {
    const declared = body.Parameters ?? {};
    const all = artifactBucketParameter in declared
        ? { ...planned, [artifactBucketParameter]: { value: artifactBucket, lineage: null, deferred: false } }
        : planned;
    const texts = {};
    const evaluated = {};
    const standIns = [];
    for (const [name, { value, lineage }] of Object.entries(all)) {
        const sources = (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .lineageOf */ .bQ)(...(lineage === null ? [] : [lineage]));
        if (value !== null) {
            texts[name] = value;
            evaluated[name] = (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .known */ .eO)(value, sources);
        }
        else {
            standIns.push(name);
            texts[name] = currentValue(current, name) ?? `decided-by-${instance.name}-${name}`;
            evaluated[name] = (0,_template_evaluated_js__WEBPACK_IMPORTED_MODULE_0__/* .unresolved */ .II)(`\${${lineage ?? name}}`, sources);
        }
    }
    const secrets = Object.entries(declared)
        .filter(([, parameter]) => (0,_template_parameter_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoEcho */ .jm)(parameter))
        .flatMap(([name, parameter]) => [texts[name] ?? '', plainText(parameter.Default)])
        .filter((text) => text.length >= shortestSecret);
    return { texts, evaluated, standIns, secrets };
}
/** Shorter texts would be found in every line; they are still masked by lineage. */
const shortestSecret = 4;
function plainText(value) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : '';
}
function currentValue(current, name) {
    const value = current?.Parameters?.find((parameter) => parameter.ParameterKey === name)?.ParameterValue;
    return value === _secret_text_js__WEBPACK_IMPORTED_MODULE_2__/* .hiddenByCloudFormation */ .wl ? undefined : value;
}
/** The parameters of a plan: every one that the release's template or the deployed stack has. */
function parameterChanges(body, before, after, planned, secrets) {
    const declared = body.Parameters ?? {};
    const names = [...new Set([...Object.keys(declared), ...Object.keys(before)])].sort();
    return names.map((name) => {
        const parameter = declared[name];
        const source = planned[name];
        const old = before[name] ?? null;
        const next = parameter === undefined ? null : (after[name] ?? defaultText(parameter.Default));
        const secret = (parameter !== undefined && (0,_template_parameter_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoEcho */ .jm)(parameter)) ||
            (0,_secret_text_js__WEBPACK_IMPORTED_MODULE_2__/* .looksSecret */ .n0)(old, secrets) ||
            (0,_secret_text_js__WEBPACK_IMPORTED_MODULE_2__/* .looksSecret */ .n0)(next, secrets);
        const deferred = source?.deferred === true ? source.lineage : null;
        const unknownYet = source?.value === null;
        return {
            name,
            before: (0,_secret_text_js__WEBPACK_IMPORTED_MODULE_2__/* .masked */ .Iv)(old, secret),
            after: unknownYet ? null : (0,_secret_text_js__WEBPACK_IMPORTED_MODULE_2__/* .masked */ .Iv)(next, secret),
            secret,
            deferred,
        };
    });
}
function defaultText(value) {
    if (value === undefined || value === null)
        return null;
    return Array.isArray(value) ? value.map(String).join(',') : plainText(value);
}
/** By name; the value that CloudFormation found where the parameter holds an SSM key. */
function parameterTexts(parameters) {
    return Object.fromEntries((parameters ?? []).map(({ ParameterKey, ParameterValue, ResolvedValue }) => [
        ParameterKey ?? '',
        ResolvedValue ?? ParameterValue ?? '',
    ]));
}


/***/ }),

/***/ 3408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ planText)
/* harmony export */ });
/* harmony import */ var _plan_static_plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6401);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);
/* harmony import */ var _plan_notes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3537);
/* harmony import */ var _plan_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5569);
/* harmony import */ var _plan_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6130);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4062);






/**
 * A plan for a terminal: what it comes to, why it stops, then the tree.
 *
 * @returns lines without a line end at the last
 */
function planText(plan, { paint, width }) {
    const verdict = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictOf */ .Vj)(plan);
    const title = [
        ` ${paint.bold('plan')}  ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(plan.system)} → ${plan.environment}`,
        ...((0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .isStatic */ .N)(plan) ? [] : [`release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(plan.release)}`, `plan ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(plan.fingerprint)}`]),
        verdictPaint(paint, verdict)(_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictWords */ .L2[verdict]),
    ].join('   ');
    const lines = [title, ...stopsLines((0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .stopTexts */ .lh)(plan), paint)];
    const caution = (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .caveat */ .jf)(plan);
    if (caution !== null)
        lines.push(`   ${paint.dim((0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(caution))}`);
    const site = (0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .isStatic */ .N)(plan) ? null : (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .siteText */ .tE)(plan.site);
    if (verdict === 'no-changes') {
        lines.push(...((0,_plan_static_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .isStatic */ .N)(plan)
            ? [
                '   the templates and parameters give what the base gives',
                ...plan.remarks.map((line) => `   ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(line)}`),
            ]
            : [`   ${plan.environment} already runs this: nothing to do`]));
        return lines.join('\n');
    }
    lines.push(`   ${(0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .sizeText */ .lP)((0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .totals */ .Sd)(plan.stacks))}`, '');
    const changed = plan.stacks.filter((stack) => stack.outcome !== 'none');
    const rows = changed.flatMap((stack) => (0,_plan_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .planRows */ .Lq)(stack, { additions: 'folded', possible: 'counted', value: Math.max(20, Math.floor(width / 4)) }));
    lines.push(...rowLines(rows, { paint, width }));
    if (site !== null)
        lines.push(`   ${paint.bold('site')}  ${site}`);
    lines.push('', ...(0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_1__/* .notes */ .Q2)(plan).map((note) => `   ${paint.dim((0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(note))}`));
    for (const warning of plan.stacks.flatMap((stack) => stack.warnings)) {
        lines.push(`   ${paint.yellow('warning')}  ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(warning)}`);
    }
    while (lines.at(-1) === '')
        lines.pop();
    return lines.join('\n');
}
/** The first ones in full; of many, the others are a line each. */
function stopsLines(stops, paint) {
    const told = stops.length > 4 ? 3 : stops.length;
    const rest = stops.slice(told).map((stop) => {
        const word = stop.label === null || stop.overridden ? '' : `   --allow ${wordOf(stop.label)}`;
        return `   ${verdictWord(stop, paint)}  ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(stop.headline)}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(stop.subject)}${word}`;
    });
    return [...stops.slice(0, told).flatMap((stop) => stopLines(stop, paint)), ...rest];
}
const verdictWord = (stop, paint) => stop.overridden ? paint.yellow('allowed') : paint.red('stopped');
/** The sixteen digits of a label. */
const wordOf = (label) => label.split(' ')[1] ?? '';
function stopLines(stop, paint) {
    const subject = (0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(stop.subject) + (stop.property === null ? '' : `: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(stop.property)} changes`);
    const lines = [
        `   ${verdictWord(stop, paint)}  ${paint.bold((0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(stop.headline))}`,
        `            ${subject}${stop.place === null ? '' : `   ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(stop.place)}`}`,
    ];
    lines.push(`            ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(stop.fate)}`);
    if (stop.label !== null && !stop.overridden) {
        lines.push(`            If you mean it: --allow ${wordOf(stop.label)}`);
    }
    return lines;
}
/** Rows in two columns; what does not fit is cut on the right. */
function rowLines(rows, { paint, width }) {
    const left = (0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .widest */ .D3)(rows.map((row) => row.left), Math.max(24, Math.floor(width / 2)));
    return rows.map((row) => {
        const name = (0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .padded */ .jC)((0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .cut */ .Jj)(row.left, left), left);
        const right = (0,_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .cut */ .Jj)(row.right, Math.max(20, width - left - 6));
        return `   ${tonePaint(paint, row.tone)(name)}  ${row.tone === 'plain' ? paint.dim(right) : right}`.trimEnd();
    });
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


/***/ })

};
