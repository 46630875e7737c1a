export const id = 5899;
export const ids = [5899];
export const modules = {

/***/ 5899:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ environmentNames)
/* harmony export */ });
/** The environments in promotion order. */
const environmentNames = ['dev', 'sit', 'prod'];


/***/ })

};
