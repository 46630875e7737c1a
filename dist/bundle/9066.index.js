export const id = 9066;
export const ids = [9066];
export const modules = {

/***/ 9066:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ansiPaint: () => (/* binding */ ansiPaint),
/* harmony export */   plainPaint: () => (/* binding */ plainPaint)
/* harmony export */ });
const same = (text) => text;
/** For files, pipes, CI and `NO_COLOR`. */
const plainPaint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };
const sgr = (on, off) => (text) => text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
/** The sixteen colours that every terminal has, as its owner chose them (ECMA-48, SGR). */
const ansiPaint = {
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    red: sgr(31, 39),
    green: sgr(32, 39),
    yellow: sgr(33, 39),
    cyan: sgr(36, 39),
};


/***/ })

};
