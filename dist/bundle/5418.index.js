export const id = 5418;
export const ids = [5418];
export const modules = {

/***/ 5418:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/** Stands in the bundle for a package that only the command line asks for. */
throw new Error('this part of Slipway is for the command line; it is not in the bundle of the actions');



/***/ })

};
