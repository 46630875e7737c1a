export const id = 3162;
export const ids = [3162];
export const modules = {

/***/ 4088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ lockRequest)
/* harmony export */ });
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);

/** After so long without a sign of life a run's lock may be taken over; it is renewed three times as often. */
const minutes = 6;
/**
 * The lock of one run. The holder is the same when the same runner starts the same release again, so that a run which was
 * killed goes on at once instead of waiting for its own lock to run out.
 */
function lockRequest(session, release) {
    return { holder: `${session.runner} · ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(release)}`, release, minutes };
}


/***/ }),

/***/ 3162:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   heldLockState: () => (/* binding */ heldLockState),
/* harmony export */   noteLock: () => (/* binding */ noteLock),
/* harmony export */   noteUnlocked: () => (/* binding */ noteUnlocked)
/* harmony export */ });
/* harmony import */ var _deployment_lock_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4088);

const heldLockState = 'held-lock';
/** Notes which lock is about to be taken. */
function noteLock(action, { environment, release }, session) {
    const held = { environment, holder: (0,_deployment_lock_request_js__WEBPACK_IMPORTED_MODULE_0__/* .lockRequest */ .h)(session, release.id).holder };
    action.saveState(heldLockState, JSON.stringify(held));
}
/** Notes that the run has come to its end by itself, and has given back what it held. */
function noteUnlocked(action) {
    if (!action.io.signal.aborted)
        action.saveState(heldLockState, '');
}


/***/ }),

/***/ 4225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ short),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** The SHA-256 of bytes or of a text's UTF-8 bytes, as 64 lower-case hex digits. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}
/** The first eight digits: how a release or a plan is named to people. */
function short(digest) {
    return digest.slice(0, 8);
}


/***/ })

};
