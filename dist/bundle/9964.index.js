export const id = 9964;
export const ids = [9964];
export const modules = {

/***/ 9964:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1367);


await (0,_src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)('deploy', _main_js__WEBPACK_IMPORTED_MODULE_1__/* .main */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5906);
/* harmony import */ var _src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7610);
/* harmony import */ var _src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9025);
/* harmony import */ var _src_github_steps_deployed_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3098);




/** Deploys one release to one environment. */
async function main(action) {
    const { release, ...inputs } = (0,_src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .T)(action.io.env, action, {
        workingDirectory: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .pathInside */ ._l),
        system: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .systemName */ .N9, 'name a system, a folder of params/'),
        environment: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentName */ .VE, 'name dev, sit or prod'),
        release: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseId */ .Bf, 'give the output release of the action release'),
        plan: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .pathInside */ ._l),
        fingerprint: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .fingerprint */ .Rj),
        allow: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)((0,_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .overrideWord */ .D7), []),
        githubToken: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, ''),
    });
    const { deploy } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3243), __webpack_require__.e(1306), __webpack_require__.e(3966), __webpack_require__.e(6097), __webpack_require__.e(2373), __webpack_require__.e(8996), __webpack_require__.e(8521), __webpack_require__.e(2894), __webpack_require__.e(3537), __webpack_require__.e(5447), __webpack_require__.e(3606), __webpack_require__.e(5263), __webpack_require__.e(61), __webpack_require__.e(7974), __webpack_require__.e(3328), __webpack_require__.e(3782)]).then(__webpack_require__.bind(__webpack_require__, 4430));
    return (0,_src_github_steps_deployed_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .tellDeployed */ .k)(action, await deploy(action, { ...inputs, wanted: { kind: 'deploy', release } }));
}


/***/ }),

/***/ 3098:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ tellDeployed)
/* harmony export */ });
/** Hands on what a deployment or a rollback came to. @returns how the action ends */
function tellDeployed(action, { result, siteUrl, outputs, report }) {
    const { outcome, release, plan, smoke } = result;
    action.outputs({
        outcome,
        release,
        fingerprint: plan.fingerprint,
        'site-url': siteUrl,
        outputs: JSON.stringify(outputs),
        'smoke-passed': smoke?.passed ?? 0,
        'smoke-failed': smoke?.failed ?? 0,
        report,
    });
    return outcome === 'succeeded' || outcome === 'no-changes' ? 'succeeded' : 'failed';
}


/***/ })

};
