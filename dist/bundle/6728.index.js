export const id = 6728;
export const ids = [6728];
export const modules = {

/***/ 6728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cleanupCounts: () => (/* binding */ cleanupCounts),
/* harmony export */   cleanupMarkdown: () => (/* binding */ cleanupMarkdown),
/* harmony export */   cleanupText: () => (/* binding */ cleanupText)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4285);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4062);


/** `12 deleted, 3 kept, 1 failed`. */
function cleanupCounts({ isDryRun, deleted, kept, failed }) {
    return [
        `${deleted} ${isDryRun ? 'would be deleted' : 'deleted'}`,
        `${kept} kept`,
        failed > 0 ? `${failed} failed` : '',
    ]
        .filter((part) => part !== '')
        .join(', ');
}
/** Stack by stack, what was deleted, what was kept, and why. */
function cleanupText(report, paint) {
    const colours = { deleted: paint.green, kept: paint.dim, failed: paint.red };
    const word = report.isDryRun ? { deleted: 'delete', kept: 'keep', failed: 'failed' } : fates;
    const blocks = byStack(report.lines).map(([place, lines]) => [
        ` ${paint.bold((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(place))}`,
        ...lines.map(({ item, fate, why }) => `   ${colours[fate]((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .padded */ .jC)(word[fate], 7))}  ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(nameOf(item))}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(why)}`),
    ].join('\n'));
    return [...blocks, ` ${cleanupCounts(report)}`].join('\n');
}
const fates = { deleted: 'deleted', kept: 'kept', failed: 'failed' };
/** The same for a job's summary; what was kept is folded. */
function cleanupMarkdown(report) {
    const gone = report.lines.filter(({ fate }) => fate !== 'kept');
    const kept = report.lines.filter(({ fate }) => fate === 'kept');
    return [
        `### Clean-up: ${cleanupCounts(report)}`,
        '',
        ...table(gone, report.isDryRun),
        ...(kept.length === 0
            ? []
            : ['<details><summary>Kept, and why</summary>', '', ...table(kept, report.isDryRun), '</details>', '']),
    ].join('\n');
}
function table(lines, isDryRun) {
    if (lines.length === 0)
        return [];
    const rows = lines.map(({ item, fate, why }) => [
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(item.stackName)} ${item.place.region}`,
        item.kind === 'stack' ? 'the stack itself' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(item.name),
        fate === 'deleted' && isDryRun ? 'would be deleted' : fate,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(why),
    ]
        .map(_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)
        .join(' | '));
    return ['| stack | what | | why |', '| --- | --- | --- | --- |', ...rows.map((row) => `| ${row} |`), ''];
}
function nameOf({ kind, name }) {
    return kind === 'stack' ? 'the stack itself' : name;
}
function byStack(lines) {
    const stacks = new Map();
    for (const line of lines) {
        const { place, stackName } = line.item;
        const key = `${place.account} ${place.region}  ${stackName}`;
        stacks.set(key, [...(stacks.get(key) ?? []), line]);
    }
    return [...stacks];
}


/***/ })

};
