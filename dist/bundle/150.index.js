export const id = 150;
export const ids = [150];
export const modules = {

/***/ 150:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3165);


await (0,_src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)('change-set', _main_js__WEBPACK_IMPORTED_MODULE_1__/* .main */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5906);
/* harmony import */ var _src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7610);
/* harmony import */ var _src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9025);
/* harmony import */ var _src_errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6505);





/** Plans one environment. A stop of the gate fails the job, but in a pull request, where `report` tells of it. */
async function main(action) {
    const inputs = (0,_src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputs */ .T)(action.io.env, action, {
        workingDirectory: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l),
        system: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .systemName */ .N9, 'name a system, a folder of params/'),
        environment: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentName */ .VE, 'name dev, sit or prod'),
        release: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseId */ .Bf),
        folder: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l),
        kind: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .l)((0,_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .choice */ .Yq)(['deploy', 'rollback']), 'deploy'),
        to: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .releasePrefix */ .sE),
        allow: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .l)((0,_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .overrideWord */ .D7), []),
        approve: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .fingerprint */ .Rj),
        drift: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, false),
        plans: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(action.workspace, 'out', 'plans')),
        githubToken: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, ''),
    });
    if (inputs.kind === 'deploy' && inputs.release === null)
        throw new _src_errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('INPUT_MISSING', 'input release is missing: give the output release of the action release');
    const [{ changeSet }, { isDestructive, planHeadline }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3243), __webpack_require__.e(1306), __webpack_require__.e(3966), __webpack_require__.e(6097), __webpack_require__.e(2373), __webpack_require__.e(8996), __webpack_require__.e(8521), __webpack_require__.e(2894), __webpack_require__.e(3537), __webpack_require__.e(5447), __webpack_require__.e(3606), __webpack_require__.e(5263), __webpack_require__.e(3328), __webpack_require__.e(9156)]).then(__webpack_require__.bind(__webpack_require__, 9156)),
        Promise.all(/* import() */[__webpack_require__.e(3537), __webpack_require__.e(8696)]).then(__webpack_require__.bind(__webpack_require__, 8696)),
    ]);
    const { plan, file, approval, stop, drift } = await changeSet(action, inputs);
    action.outputs({
        'has-changes': plan.hasChanges,
        fingerprint: plan.fingerprint,
        'fingerprint-short': plan.fingerprint.slice(0, 8),
        destructive: isDestructive(plan),
        verdict: plan.gate.verdict,
        headline: planHeadline(plan),
        plan: file,
        release: plan.release,
        approval,
        drift,
    });
    if (stop !== null)
        throw stop;
    return 'succeeded';
}


/***/ })

};
