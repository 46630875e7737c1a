export const id = 477;
export const ids = [477];
export const modules = {

/***/ 477:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1124);


await (0,_src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)('report', _main_js__WEBPACK_IMPORTED_MODULE_1__/* .main */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1124:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5906);
/* harmony import */ var _src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7610);
/* harmony import */ var _src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9025);




const besideNoFork = () => ({
    wrong: 'but data is given, too: a run reports a fork’s pull request or deployments',
});
/** Tells of the plans of one system, or of its deployments. Where no check can tell that plans stop, the job fails. */
async function main(action) {
    const { env } = action.io;
    const isOfFork = (env['INPUT_DATA'] ?? '').trim() !== '';
    const inputs = (0,_src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputs */ .T)(env, action, {
        workingDirectory: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l),
        // a fork may bring a system that main does not have
        system: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .m)(isOfFork ? _src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .systemWord */ .aI : _src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .systemName */ .N9, 'name a system, a folder of params/'),
        plans: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(action.workspace, 'out', 'plans')),
        data: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l),
        deployments: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(isOfFork ? besideNoFork : _src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l),
        base: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, 'HEAD^1'),
        githubToken: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, ''),
    });
    const { reportDeployments, writeReport } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3243), __webpack_require__.e(1615), __webpack_require__.e(6097), __webpack_require__.e(2373), __webpack_require__.e(2894), __webpack_require__.e(3537), __webpack_require__.e(3606), __webpack_require__.e(5647)]).then(__webpack_require__.bind(__webpack_require__, 6554));
    if (inputs.deployments !== null) {
        const marked = await reportDeployments(action, { ...inputs, deployments: inputs.deployments });
        action.output('marked', marked);
        return 'succeeded';
    }
    const { tell, ...report } = await writeReport(action, inputs);
    action.outputs(report);
    const { commentUrl, hasCheck } = await tell();
    action.output('comment-url', commentUrl);
    return report.verdict === 'stop' && !hasCheck ? 'failed' : 'succeeded';
}


/***/ })

};
