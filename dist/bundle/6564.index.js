export const id = 6564;
export const ids = [6564];
export const modules = {

/***/ 6564:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8367);


await (0,_src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)('sync-site', _main_js__WEBPACK_IMPORTED_MODULE_1__/* .main */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5906);
/* harmony import */ var _src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7610);
/* harmony import */ var _src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9025);



/** Publishes again the site of the release that an environment runs. */
async function main(action) {
    const inputs = (0,_src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .T)(action.io.env, action, {
        workingDirectory: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .pathInside */ ._l),
        system: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .systemName */ .N9, 'name a system, a folder of params/'),
        environment: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentName */ .VE, 'name dev, sit or prod'),
    });
    const [{ syncSite }, { noteLock, noteUnlocked }, { syncedMarkdown }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3243), __webpack_require__.e(6097), __webpack_require__.e(2373), __webpack_require__.e(8996), __webpack_require__.e(8521), __webpack_require__.e(5447), __webpack_require__.e(61), __webpack_require__.e(3079)]).then(__webpack_require__.bind(__webpack_require__, 5006)),
        __webpack_require__.e(/* import() */ 3162).then(__webpack_require__.bind(__webpack_require__, 3162)),
        __webpack_require__.e(/* import() */ 4537).then(__webpack_require__.bind(__webpack_require__, 4537)),
    ]);
    const session = await action.openSession();
    const synced = await syncSite(action.root, inputs, session, (target) => {
        noteLock(action, target, session);
    }).finally(() => {
        noteUnlocked(action);
    });
    action.summarize(syncedMarkdown(synced));
    const { written, invalidation } = synced.result;
    action.outputs({
        written: written.length,
        invalidated: invalidation.kind === 'none' ? 0 : invalidation.paths.length,
        'site-url': synced.url,
    });
    return 'succeeded';
}


/***/ })

};
