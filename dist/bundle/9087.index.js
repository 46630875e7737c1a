export const id = 9087;
export const ids = [9087];
export const modules = {

/***/ 1468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openPullRequests: () => (/* binding */ openPullRequests)
/* harmony export */ });
/**
 * The numbers of the pull requests that are open, ascending.
 * @throws UserError the codes of github-error.ts
 */
async function openPullRequests(api) {
    const pullRequests = await api.listPullRequests({ state: 'open' });
    return pullRequests.map(({ number }) => number).sort((left, right) => left - right);
}


/***/ })

};
