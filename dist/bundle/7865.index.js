export const id = 7865;
export const ids = [7865,246,5008,2627,722];
export const modules = {

/***/ 246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   defaultProvider: () => (/* binding */ defaultProvider)
/* harmony export */ });
/**
 * Stands in the bundle for the SDK's default chain of credentials (environment, profiles, single sign-on, processes …). Every
 * client names it, for the case that it is made without credentials; ours never are. Without one the SDK says
 * "`credentials` not provided and no credentialDefaultProvider was configured" when a request is to be signed.
 */
const defaultProvider = undefined;


/***/ })

};
