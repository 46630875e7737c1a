export const id = 3141;
export const ids = [3141];
export const modules = {

/***/ 3141:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8026);


await (0,_src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)('cleanup', _main_js__WEBPACK_IMPORTED_MODULE_1__/* .main */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 8026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main_main)
});

// EXTERNAL MODULE: ./src/github/inputs/parse-inputs.ts
var parse_inputs = __webpack_require__(5906);
// EXTERNAL MODULE: ./src/github/inputs/reader.ts
var reader = __webpack_require__(7610);
// EXTERNAL MODULE: ./src/github/inputs/readers.ts
var readers = __webpack_require__(9025);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
;// CONCATENATED MODULE: ./src/github/require-main.ts

const main = 'refs/heads/main';
/**
 * Stops what may run on the main branch only, before AWS refuses the role for the same reason.
 * @param env the runner's variables: GITHUB_REF
 * @throws UserError NOT_MAIN
 */
function requireMain(action, env) {
    const ref = env['GITHUB_REF'] ?? '';
    if (ref === main)
        return;
    throw new slipway_error/* UserError */.yo('NOT_MAIN', `${action} runs on main only, and this job runs on ${ref || 'no branch'}`, {
        next: 'start the workflow on main, by its schedule or: gh workflow run cleanup.yml --ref main',
    });
}

;// CONCATENATED MODULE: ./actions/cleanup/main.ts




/** Deletes what pull requests and runs have left over; on main only. */
async function main_main(action) {
    const { env, signal } = action.io;
    const inputs = (0,parse_inputs/* parseInputs */.T)(env, action, {
        workingDirectory: (0,reader/* optional */.l)(readers/* pathInside */._l),
        systems: (0,reader/* optional */.l)((0,readers/* listOf */.c3)(readers/* systemName */.N9), []),
        olderThan: (0,reader/* optional */.l)((0,readers/* wholeNumber */.rD)(1), 7),
        dryRun: (0,reader/* optional */.l)(readers/* boolean */.zM, false),
        githubToken: (0,reader/* optional */.l)(readers/* text */.Qq, ''),
    });
    requireMain(action.name, env);
    const [{ cleanedEnvironments }, { cleanUp }, { openPullRequests }, comments, texts, { plainPaint }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3243), __webpack_require__.e(6097), __webpack_require__.e(9943)]).then(__webpack_require__.bind(__webpack_require__, 9943)),
        Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3243), __webpack_require__.e(6097), __webpack_require__.e(8996), __webpack_require__.e(4488)]).then(__webpack_require__.bind(__webpack_require__, 3130)),
        __webpack_require__.e(/* import() */ 9087).then(__webpack_require__.bind(__webpack_require__, 1468)),
        __webpack_require__.e(/* import() */ 851).then(__webpack_require__.bind(__webpack_require__, 851)),
        __webpack_require__.e(/* import() */ 6558).then(__webpack_require__.bind(__webpack_require__, 6558)),
        __webpack_require__.e(/* import() */ 9066).then(__webpack_require__.bind(__webpack_require__, 9066)),
    ]);
    const cleaned = await cleanedEnvironments(action.root, inputs.systems);
    const github = await action.openGitHub(inputs.githubToken);
    const session = await action.openSession();
    const report = await cleanUp({
        cleaned,
        session: {
            clients: (environment) => session.clients(environment, 'janitor'),
            clock: session.clock,
            logger: action.log,
            runner: session.runner,
            signal,
        },
        olderThanDays: inputs.olderThan,
        openPullRequests: () => openPullRequests(github),
        sweep: inputs.systems.length > 0
            ? null
            : { releasesOf: (numbers) => comments.releasesOfComments(github, numbers) },
        isDryRun: inputs.dryRun,
    });
    action.log.text(texts.cleanupText(report, plainPaint));
    action.summarize(texts.cleanupMarkdown(report));
    const swept = (report.sweeps ?? []).reduce((sum, { going }) => sum + going.length, 0);
    action.outputs({ deleted: report.deleted, kept: report.kept, swept });
    return report.failed === 0 ? 'succeeded' : 'failed';
}


/***/ })

};
