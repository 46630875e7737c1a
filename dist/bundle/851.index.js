export const id = 851;
export const ids = [851];
export const modules = {

/***/ 1592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   en: () => (/* binding */ writeMarker),
/* harmony export */   rR: () => (/* binding */ withoutMarker),
/* harmony export */   t7: () => (/* binding */ readMarker)
/* harmony export */ });
const pattern = /^<!-- slipway:(?<system>[A-Za-z0-9-]+)(?: part (?<part>\d{1,3})\/(?<parts>\d{1,3}))? -->\n<!-- run (?<id>\d{1,15})\.(?<attempt>\d{1,6}) -->\n/;
function writeMarker({ system, part, parts, run }) {
    const place = parts === 1 ? '' : ` part ${part}/${parts}`;
    return `<!-- slipway:${system}${place} -->\n<!-- run ${run.id}.${run.attempt} -->\n`;
}
/** The marker that a comment begins with; anywhere else it is somebody's quotation. */
function readMarker(body) {
    const groups = pattern.exec(lines(body))?.groups;
    if (!groups)
        return null;
    return {
        system: groups['system'] ?? '',
        part: Number(groups['part'] ?? 1),
        parts: Number(groups['parts'] ?? 1),
        run: { id: Number(groups['id']), attempt: Number(groups['attempt']) },
    };
}
/** What a comment shows, without the marker. */
function withoutMarker(body) {
    return lines(body).replace(pattern, '').trim();
}
function isNewer(run, other) {
    return run.id > other.id || (run.id === other.id && run.attempt > other.attempt);
}
/** GitHub hands line ends on as they came, from a browser with carriage returns. */
const lines = (text) => text.replaceAll('\r\n', '\n');


/***/ }),

/***/ 851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   releasesOfComments: () => (/* binding */ releasesOfComments)
/* harmony export */ });
/* harmony import */ var _comment_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1592);

/**
 * The releases that Slipway's comments on pull requests name, by their ids or the first eight digits. Any word of so many hex
 * digits counts, whoever wrote the comment: one too many keeps an artifact for longer, one too few would lose it.
 * @throws UserError the codes of github-error.ts
 */
async function releasesOfComments(api, pullRequests) {
    const found = new Set();
    // one after the other: GitHub asks for that of who asks much (Docs, "Best practices for using the REST API")
    for (const number of pullRequests) {
        for (const { body } of await api.listComments(number)) {
            if ((0,_comment_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readMarker */ .t7)(body) === null)
                continue;
            for (const [word] of body.matchAll(/(?<![0-9a-z])(?:[0-9a-f]{64}|[0-9a-f]{8})(?![0-9a-z])/g))
                found.add(word);
        }
    }
    return found;
}


/***/ })

};
