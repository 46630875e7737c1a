export const id = 674;
export const ids = [674];
export const modules = {

/***/ 674:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(153);


await (0,_src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)('lint', _main_js__WEBPACK_IMPORTED_MODULE_1__/* .main */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 153:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5906);
/* harmony import */ var _src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7610);
/* harmony import */ var _src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9025);



/** Lints the systems that a change touches; an error or a warning fails the job. */
async function main(action) {
    const inputs = (0,_src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .T)(action.io.env, action, {
        workingDirectory: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .pathInside */ ._l),
        systems: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)((0,_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq), []),
        since: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .commit */ .cd, ''),
        cfnLint: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    });
    const { lint } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3243), __webpack_require__.e(1306), __webpack_require__.e(5019), __webpack_require__.e(6097), __webpack_require__.e(2373), __webpack_require__.e(2894), __webpack_require__.e(7268)]).then(__webpack_require__.bind(__webpack_require__, 7268));
    const { systems, findings, sarif, stopped } = await lint(action, inputs);
    action.outputs({ systems: JSON.stringify(systems), findings: findings.length, sarif });
    return stopped ? 'failed' : 'succeeded';
}


/***/ })

};
