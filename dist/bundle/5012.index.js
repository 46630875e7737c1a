export const id = 5012;
export const ids = [5012];
export const modules = {

/***/ 5012:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(239);


await (0,_src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)('release', _main_js__WEBPACK_IMPORTED_MODULE_1__/* .main */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5906);
/* harmony import */ var _src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7610);
/* harmony import */ var _src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9025);




/** Builds a release, or takes one that was built, and copies it to every environment's artifact buckets. */
async function main(action) {
    const inputs = (0,_src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputs */ .T)(action.io.env, action, {
        workingDirectory: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l),
        system: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .systemName */ .N9, 'name a system, a folder of params/'),
        upload: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, true),
        folder: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(action.workspace, 'out', 'releases')),
        release: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeReleaseId */ .ao),
    });
    const { release } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3243), __webpack_require__.e(1306), __webpack_require__.e(3966), __webpack_require__.e(6097), __webpack_require__.e(2373), __webpack_require__.e(8996), __webpack_require__.e(5263), __webpack_require__.e(218)]).then(__webpack_require__.bind(__webpack_require__, 3340));
    const { id } = await release(action, inputs);
    action.outputs({
        release: id,
        'release-short': id.slice(0, 8),
        folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(action.workspace, inputs.folder),
    });
    return 'succeeded';
}


/***/ })

};
