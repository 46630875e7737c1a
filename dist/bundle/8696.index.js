export const id = 8696;
export const ids = [8696];
export const modules = {

/***/ 8696:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isDestructive: () => (/* binding */ isDestructive),
/* harmony export */   planHeadline: () => (/* binding */ planHeadline)
/* harmony export */ });
/* harmony import */ var _plan_notes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3537);
/* harmony import */ var _plan_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6130);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7885);



/**
 * The worst news of a plan in a few words, for whoever approves it: what stops it, else what it lets through, replaces and
 * removes, else how much it changes. Names nothing that a template or a person has given.
 */
function planHeadline(plan) {
    switch ((0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(plan)) {
        case 'missing':
        case 'failed':
            return 'cannot be planned';
        case 'stopped': {
            const open = (0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_0__/* .stopTexts */ .lh)(plan).filter(({ overridden }) => !overridden);
            const rest = open.length > 1 ? ` and ${open.length - 1} more` : '';
            return `stopped: ${open[0]?.headline ?? 'the gate'}${rest}`;
        }
        case 'no-changes':
            return 'no changes';
        case 'changed':
        case 'ready':
            return changes(plan);
    }
}
function changes(plan) {
    const sum = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .totals */ .Sd)(plan.stacks);
    const allowed = plan.gate.stops.filter(({ overridden }) => overridden).length;
    const site = plan.site === null ? 0 : plan.site.added.length + plan.site.changed.length;
    const parts = [
        allowed > 0 ? `${allowed} allowed by word` : '',
        sum.remove > 0 ? `${sum.remove} removed` : '',
        sum.replace > 0 ? `${sum.replace} replaced` : '',
        sum.possibleReplace > 0 ? `${sum.possibleReplace} possibly replaced` : '',
        sum.change > 0 ? `${sum.change} changed` : '',
        sum.add > 0 ? `${sum.add} added` : '',
        site > 0 ? (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(site, 'site file') : '',
    ].filter((part) => part !== '');
    if (parts.length > 0)
        return parts.join(', ');
    return sum.possible > 0 ? (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(sum.possible, 'possible change') : 'only outputs or tags change';
}
/** Whether anything that exists is, or may be, removed or replaced. */
function isDestructive(plan) {
    const sum = (0,_plan_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .totals */ .Sd)(plan.stacks);
    return sum.remove + sum.replace + sum.possibleReplace + plan.gate.stops.length > 0;
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


/***/ })

};
