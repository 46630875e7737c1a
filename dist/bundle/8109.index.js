export const id = 8109;
export const ids = [8109];
export const modules = {

/***/ 8109:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _src_github_steps_release_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7692);


await (0,_src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)('rollback', _src_github_steps_release_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseLock */ .x);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};
