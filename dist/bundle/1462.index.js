export const id = 1462;
export const ids = [1462];
export const modules = {

/***/ 1462:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2941);


await (0,_src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)('invalidate', _main_js__WEBPACK_IMPORTED_MODULE_1__/* .main */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2941:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5906);
/* harmony import */ var _src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7610);
/* harmony import */ var _src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9025);



/** Lets the edge forget paths of a site, and proves what it serves. */
async function main(action) {
    const inputs = (0,_src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .T)(action.io.env, action, {
        workingDirectory: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .pathInside */ ._l),
        system: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .systemName */ .N9, 'name a system, a folder of params/'),
        environment: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentName */ .VE, 'name dev, sit or prod'),
        paths: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)((0,_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .sitePath */ .l2), []),
    });
    const [{ invalidateSite }, { invalidatedMarkdown }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3243), __webpack_require__.e(6097), __webpack_require__.e(2373), __webpack_require__.e(8996), __webpack_require__.e(8521), __webpack_require__.e(5447), __webpack_require__.e(61), __webpack_require__.e(2465)]).then(__webpack_require__.bind(__webpack_require__, 1248)),
        __webpack_require__.e(/* import() */ 4537).then(__webpack_require__.bind(__webpack_require__, 4537)),
    ]);
    const done = await invalidateSite(action.root, inputs, inputs.paths, await action.openSession());
    action.summarize(invalidatedMarkdown(done));
    action.outputs({ paths: JSON.stringify(done.paths), 'site-url': done.url });
    return 'succeeded';
}


/***/ })

};
