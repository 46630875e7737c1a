export const id = 1248;
export const ids = [1248,5006];
export const modules = {

/***/ 8347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ deployedTarget)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1036);
/* harmony import */ var _current_outputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7017);
/* harmony import */ var _environment_ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2044);
/* harmony import */ var _guard_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4986);
/* harmony import */ var _read_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9753);
/* harmony import */ var _stores_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4592);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6505);
/* harmony import */ var _release_open_release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2057);








/**
 * What one environment runs now, read from its ledger and artifacts, with the outputs of its stacks.
 * @throws UserError NOTHING_DEPLOYED, and what reading them throws
 */
async function deployedTarget(root, names, session, role) {
    const system = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadSystem */ .sb)(root, names.system);
    const environment = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadEnvironment */ .Ye)(root, system, names.environment);
    const clients = session.clients(environment, role);
    await (0,_guard_target_js__WEBPACK_IMPORTED_MODULE_2__/* .guardTarget */ .j)({ environment }, clients);
    const head = await (await (0,_environment_ledger_js__WEBPACK_IMPORTED_MODULE_1__.environmentLedger)(environment, clients, session)).readHead();
    if (head.release === null) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo('NOTHING_DEPLOYED', `${names.system} ${environment.environment} runs nothing yet`, {
            next: `slipway deploy ${names.system} ${environment.environment}`,
        });
    }
    const release = await (0,_release_open_release_js__WEBPACK_IMPORTED_MODULE_6__/* .openRelease */ .gS)(head.release, await (0,_stores_js__WEBPACK_IMPORTED_MODULE_4__/* .homeStore */ .X)(environment, clients, session.clock));
    const target = await (0,_read_target_js__WEBPACK_IMPORTED_MODULE_3__/* .readTarget */ ._)(release, environment.environment);
    return { target, outputs: await (0,_current_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .currentOutputs */ .s)(target.instances, clients) };
}


/***/ }),

/***/ 1248:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   invalidateSite: () => (/* binding */ invalidateSite)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_stack_instances_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7275);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6505);
/* harmony import */ var _site_edge_fetch_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2135);
/* harmony import */ var _site_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1620);
/* harmony import */ var _site_invalidate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2962);
/* harmony import */ var _site_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(950);
/* harmony import */ var _site_prove_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3153);
/* harmony import */ var _deployed_target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8347);
/* harmony import */ var _sync_site_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5006);










/**
 * Lets the edge forget paths of an environment's site, waits until it has, and proves that it serves the release.
 *
 * @param paths each begins with `/`, with a `*` at most at its end; none: every page and `release.json`
 * @throws UserError PATH_INVALID, NO_SITE, OUTPUT_MISSING, and what `deployedTarget`, `invalidate` and `proveAtEdge` throw
 */
async function invalidateSite(root, names, paths, session) {
    for (const path of paths) {
        const mistake = (0,_site_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .pathMistake */ .qr)(path);
        if (mistake !== null)
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('PATH_INVALID', `the path to invalidate is "${path}", ${mistake}`);
    }
    const { target, outputs } = await (0,_deployed_target_js__WEBPACK_IMPORTED_MODULE_6__/* .deployedTarget */ .S)(root, names, session, 'deploy');
    const { site } = target.system;
    if (site === null)
        throw (0,_sync_site_js__WEBPACK_IMPORTED_MODULE_7__.noSite)(target);
    const url = outputOf('site.url', site.url, outputs);
    // what config.json holds is known to the deployment alone
    const files = (0,_site_files_js__WEBPACK_IMPORTED_MODULE_3__/* .wantedFiles */ .l0)(target.release, Object.keys(site.config).length === 0 ? {} : null);
    const wanted = paths.length > 0 ? paths : files.filter(isServedByName).flatMap(({ key }) => (0,_site_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .pathsOf */ .wG)(key));
    const { clock, logger } = session;
    const result = await (0,_site_invalidate_js__WEBPACK_IMPORTED_MODULE_4__/* .invalidate */ .Y)({
        distributionId: outputOf('site.distribution', site.distribution, outputs),
        paths: wanted,
        callerReference: (0,_site_invalidate_js__WEBPACK_IMPORTED_MODULE_4__/* .callerReference */ .H)({ release: target.release.id, attempt: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), paths: wanted }),
        api: await session.clients(target.environment, 'deploy').cloudFront(),
        clock,
        logger,
    });
    const proven = files.filter((file) => file.role === 'marker' || (0,_site_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .pathsOf */ .wG)(file.key).some(isAmong(wanted)));
    const proof = await (0,_site_prove_js__WEBPACK_IMPORTED_MODULE_5__/* .proveAtEdge */ .nB)({
        url,
        expected: proven.map((file) => ({
            path: (0,_site_prove_js__WEBPACK_IMPORTED_MODULE_5__/* .visitedPath */ .uP)(file),
            sha256: file.sha256,
            contentType: file.contentType,
        })),
        fetch: (0,_site_edge_fetch_js__WEBPACK_IMPORTED_MODULE_9__/* .edgeFetch */ .a)(session.http),
        clock,
        logger,
    });
    return { target, url, paths: result.kind === 'none' ? [] : result.paths, proof };
}
/** Assets change their name with their content: no edge holds an old one under a new name. */
function isServedByName({ role }) {
    return role === 'page' || role === 'marker';
}
/** As CloudFront compares: a `*` at the end stands for anything. */
function isAmong(wanted) {
    return (path) => wanted.some((each) => (each.endsWith('*') ? path.startsWith(each.slice(0, -1)) : path === each));
}
function outputOf(what, source, outputs) {
    const found = (0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveSource */ .ev)(source, outputs);
    if (found === undefined)
        throw (0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_1__/* .missingOutput */ .av)(what, source, outputs);
    return found;
}


/***/ }),

/***/ 5006:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   noSite: () => (/* binding */ noSite),
/* harmony export */   syncSite: () => (/* binding */ syncSite)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);
/* harmony import */ var _ledger_with_lock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6557);
/* harmony import */ var _deployed_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8347);
/* harmony import */ var _environment_ledger_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2044);
/* harmony import */ var _lock_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4088);
/* harmony import */ var _publish_site_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5967);
/* harmony import */ var _site_url_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2452);








/**
 * Publishes again the site of the release that an environment runs, under the environment's lock: only what differs is
 * written.
 *
 * @param onLock is told what is about to be locked
 * @throws UserError NO_SITE, LEDGER_LOCKED, and what `deployedTarget` and `publishSite` throw
 */
async function syncSite(root, names, session, onLock = () => undefined) {
    const { target, outputs } = await (0,_deployed_target_js__WEBPACK_IMPORTED_MODULE_2__/* .deployedTarget */ .S)(root, names, session, 'deploy');
    const { release } = target;
    const url = (0,_site_url_js__WEBPACK_IMPORTED_MODULE_6__/* .siteUrl */ .h)(target, outputs);
    if (url === null)
        throw noSite(target);
    const clients = session.clients(target.environment, 'deploy');
    const ledger = await (0,_environment_ledger_js__WEBPACK_IMPORTED_MODULE_3__.environmentLedger)(target.environment, clients, session);
    const { clock, logger } = session;
    const lock = { ...(0,_lock_request_js__WEBPACK_IMPORTED_MODULE_4__/* .lockRequest */ .h)(session, release.id), ledger, clock, logger, signal: session.signal };
    onLock(target);
    const result = await (0,_ledger_with_lock_js__WEBPACK_IMPORTED_MODULE_7__/* .withLock */ .k)(lock, (signal) => (0,_publish_site_js__WEBPACK_IMPORTED_MODULE_5__/* .publishSite */ .b)(target, { ...session, signal }, outputs, `site-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`));
    if (result === null)
        throw noSite(target);
    return { target, url, result };
}
/** The error for a system without a site. */
function noSite({ system }) {
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('NO_SITE', `${system.system} has no site: ${system.file} names none`);
}


/***/ })

};
