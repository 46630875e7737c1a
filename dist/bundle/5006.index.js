export const id = 5006;
export const ids = [5006];
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
