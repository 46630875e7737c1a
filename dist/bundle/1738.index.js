export const id = 1738;
export const ids = [1738];
export const modules = {

/***/ 1738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readRun: () => (/* binding */ readRun),
/* harmony export */   runUrl: () => (/* binding */ runUrl)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);



const repository = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const sha = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[0-9a-f]{40,64}$/));
/** As much as is read of the payload of `pull_request` (Docs, "Webhook events and payloads"). */
const payload = valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    pull_request: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        number: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(1)),
        head: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ sha, ref: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), repo: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(repository) }),
        base: valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ sha, ref: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), repo: repository }),
        labels: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })), []),
    }),
});
/**
 * The run as the runner's variables and the event's payload tell it.
 * @throws UserError GITHUB_EVENT: this is no job of GitHub Actions, or the payload is not what GitHub sends
 */
function readRun(env) {
    const event = variable(env, 'GITHUB_EVENT_NAME');
    return {
        event,
        repository: variable(env, 'GITHUB_REPOSITORY'),
        id: variable(env, 'GITHUB_RUN_ID'),
        attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? '1'),
        actor: variable(env, 'GITHUB_ACTOR'),
        sha: variable(env, 'GITHUB_SHA'),
        ref: env['GITHUB_REF'] ?? '',
        apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
        serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
        pullRequest: event === 'pull_request' ? readPullRequest(env) : null,
    };
}
/** The page of the run. */
function runUrl({ serverUrl, repository, id }) {
    return `${serverUrl}/${repository}/actions/runs/${id}`;
}
function readPullRequest(env) {
    const file = variable(env, 'GITHUB_EVENT_PATH');
    let data;
    try {
        data = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    }
    catch (cause) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('GITHUB_EVENT', `the event's payload ${file} can't be read as JSON`, { cause });
    }
    const read = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(payload, data);
    if (!read.success) {
        const where = read.issues.map((issue) => valibot__WEBPACK_IMPORTED_MODULE_2__/* .getDotPath */ .BuJ(issue) ?? 'the payload').slice(0, 5);
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('GITHUB_EVENT', `the payload of the event pull_request is not what GitHub sends; look at ${where.join(', ')}`);
    }
    const { number, head, base, labels } = read.output.pull_request;
    return {
        number,
        headSha: head.sha,
        headRef: head.ref,
        baseSha: base.sha,
        baseRef: base.ref,
        isFork: head.repo?.full_name !== base.repo.full_name,
        labels: labels.map(({ name }) => name),
    };
}
function variable(env, name) {
    const value = env[name];
    if (value !== undefined && value !== '')
        return value;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('GITHUB_EVENT', `${name} is not set, so this is no job of GitHub Actions`, {
        next: 'the command line does the same elsewhere: slipway --help',
    });
}


/***/ })

};
