export const id = 9812;
export const ids = [9812];
export const modules = {

/***/ 9812:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3791);


await (0,_src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)('smoke', _main_js__WEBPACK_IMPORTED_MODULE_1__/* .main */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5906);
/* harmony import */ var _src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7610);
/* harmony import */ var _src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9025);
/* harmony import */ var _src_smoke_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2711);





/** Asks an environment what its smoke profile asks; a failed check fails the job. */
async function main(action) {
    const { system, environment, groups, role, ...given } = (0,_src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputs */ .T)(action.io.env, action, {
        workingDirectory: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l),
        system: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .systemName */ .N9, 'name a system, a folder of params/'),
        environment: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentName */ .VE, 'name dev, sit or prod'),
        groups: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)((0,_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)((0,_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(_src_smoke_report_js__WEBPACK_IMPORTED_MODULE_4__/* .smokeGroups */ .K)), []),
        role: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)((0,_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(['deploy', 'watch']), 'deploy'),
        junit: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l),
    });
    const junit = given.junit ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(action.workspace, 'out', 'smoke', `${system}-${environment}.xml`);
    const { smoke } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3243), __webpack_require__.e(1615), __webpack_require__.e(6097), __webpack_require__.e(2373), __webpack_require__.e(8996), __webpack_require__.e(8521), __webpack_require__.e(7974), __webpack_require__.e(5313)]).then(__webpack_require__.bind(__webpack_require__, 7842));
    const report = await smoke(action, { system, environment, groups, role, junit });
    action.outputs({
        passed: report?.passed ?? 0,
        failed: report?.failed ?? 0,
        'not-enforceable': report?.notEnforceable ?? 0,
        junit: report === null ? '' : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(action.workspace, junit),
    });
    return (report?.failed ?? 0) === 0 ? 'succeeded' : 'failed';
}


/***/ }),

/***/ 2711:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ smokeGroups),
/* harmony export */   v: () => (/* binding */ optInGroups)
/* harmony export */ });
/** What a profile can ask for, one section each. */
const smokeGroups = [
    'presigned-put',
    'presigned-post',
    'bucket',
    'service-level',
    'jwt',
    'cors-api',
    'cors-bucket',
    'site',
    'headers',
    'basic-auth',
    'tls',
    'cache-connectivity',
    'state-machine',
    'cdn',
    'websocket',
    'rate-limit',
];
/** Send load, so they run only where they are named. */
const optInGroups = ['rate-limit'];


/***/ })

};
