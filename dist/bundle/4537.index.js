export const id = 4537;
export const ids = [4537];
export const modules = {

/***/ 4537:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   invalidatedMarkdown: () => (/* binding */ invalidatedMarkdown),
/* harmony export */   syncedMarkdown: () => (/* binding */ syncedMarkdown)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4285);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7885);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);



/** A site that was published again, for a job's summary. */
function syncedMarkdown({ target, url, result }) {
    const { kind, written, files, invalidation } = result;
    const paths = invalidation.kind === 'none' ? 0 : invalidation.paths.length;
    const did = kind === 'unchanged'
        ? 'nothing to write'
        : `${written.length} of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(files, 'file')} written, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .hS)(paths, 'path')} invalidated`;
    return siteMarkdown('Site', target, url, did);
}
/** Paths that the edge has forgotten, for a job's summary. */
function invalidatedMarkdown({ target, url, paths }) {
    const some = paths.slice(0, 20).map(_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY).join(', ');
    const rest = paths.length > 20 ? ` and ${paths.length - 20} more` : '';
    return siteMarkdown('Invalidated', target, url, `${some}${rest}`);
}
function siteMarkdown(word, target, url, did) {
    const { system, environment, release } = target;
    return [
        `### ${word} · ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(system.system)} → ${environment.environment}`,
        `${did}. The edge serves release ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(release.id))}: <${encodeURI(url)}>`,
    ].join('\n\n');
}


/***/ }),

/***/ 7885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   KN: () => (/* binding */ ago),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   qo: () => (/* binding */ clockTime),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/** `1 file`, `2 files`. */
function counted(count, singular, plural = `${singular}s`) {
    return `${count} ${count === 1 ? singular : plural}`;
}
/** `a`, `a and b`, `a, b and c`. */
function listed(words) {
    if (words.length < 2)
        return words[0] ?? '';
    return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
/** The first of many words, and how many more there are: `a, b, c and 37 more stacks`. */
function someOf(words, singular, most = 6) {
    if (words.length <= most + 1)
        return listed(words);
    return listed([...words.slice(0, most), counted(words.length - most, `more ${singular}`)]);
}
/** A running clock of milliseconds: `0:41`, `12:05`, `1:00:09`. */
function clockTime(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const rest = String(seconds % 60).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes}:${rest}`;
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}
/** How long something took: `340 ms`, `5.8 s`, `1:02 min`. */
function duration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 59_950)
        return `${(milliseconds / 1000).toFixed(1)} s`;
    return `${clockTime(milliseconds)} min`;
}
/** `512 B`, `12.3 kB`, `4.0 MB`, in powers of ten. */
function bytes(count) {
    if (count < 1000)
        return `${count} B`;
    if (count < 999_950)
        return `${(count / 1000).toFixed(1)} kB`;
    return `${(count / 1_000_000).toFixed(1)} MB`;
}
/** How long ago a moment (ISO 8601) was: `just now`, `2 min ago`, `3 h ago`, `yesterday`, `3 days ago`, then the date. */
function ago(moment, now) {
    const seconds = (now - Date.parse(moment)) / 1000;
    if (seconds < 60)
        return 'just now';
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ago`;
    if (seconds < 86_400)
        return `${Math.floor(seconds / 3600)} h ago`;
    const days = Math.floor(seconds / 86_400);
    if (days === 1)
        return 'yesterday';
    return days < 30 ? `${days} days ago` : moment.slice(0, 10);
}
/** `templates/modules/bucket.yml:31`: what editors and terminals open. */
function place(at) {
    return `${at.file}:${at.line}`;
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
