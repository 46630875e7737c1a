export const id = 9156;
export const ids = [9156,9066];
export const modules = {

/***/ 9156:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  changeSet: () => (/* binding */ changeSet)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/config/load.ts
var load = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/deployment/check-plan.ts
var check_plan = __webpack_require__(3155);
// EXTERNAL MODULE: ./src/deployment/choose-release.ts + 5 modules
var choose_release = __webpack_require__(5263);
// EXTERNAL MODULE: ./src/deployment/plan-file.ts
var plan_file = __webpack_require__(8147);
// EXTERNAL MODULE: ./src/deployment/plan-environment.ts + 2 modules
var plan_environment = __webpack_require__(5818);
// EXTERNAL MODULE: ./src/deployment/read-target.ts
var read_target = __webpack_require__(9753);
// EXTERNAL MODULE: ./src/deployment/require-proven.ts
var require_proven = __webpack_require__(8937);
// EXTERNAL MODULE: ./src/deployment/rollback.ts
var rollback = __webpack_require__(275);
// EXTERNAL MODULE: ./src/report/drift-text.ts
var drift_text = __webpack_require__(4061);
// EXTERNAL MODULE: ./src/report/paint.ts
var paint = __webpack_require__(9066);
// EXTERNAL MODULE: ./src/report/plan-markdown.ts
var plan_markdown = __webpack_require__(5925);
// EXTERNAL MODULE: ./src/report/plan-terminal.ts
var plan_terminal = __webpack_require__(3408);
// EXTERNAL MODULE: ./src/github/run.ts
var github_run = __webpack_require__(1738);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
;// CONCATENATED MODULE: ./src/github/api/environment-protection.ts

/** The branch that the bootstrap's roles trust (`templates/bootstrap/`). */
const mainBranch = 'main';
/**
 * Reads what protects an environment. "Protected branches only" does not count as main only: GitHub then admits every
 * branch that a protection rule names, and each one while there is no rule (Docs, "Managing environments for deployment").
 * @throws UserError the codes of github-error.ts
 */
async function environmentProtection(api, name) {
    const environment = await api.getEnvironment(name);
    if (environment === null) {
        return {
            name,
            exists: false,
            mainOnly: false,
            reviewers: [],
            preventsSelfReview: false,
            branches: 'none',
        };
    }
    const { branches, reviewers, preventsSelfReview } = environment;
    return {
        name,
        exists: true,
        mainOnly: isMainOnly(branches),
        reviewers,
        preventsSelfReview,
        branches: branchesText(branches),
    };
}
function isMainOnly(branches) {
    if (branches.kind !== 'selected')
        return false;
    const [only, ...others] = branches.patterns;
    return only?.type === 'branch' && only.name === mainBranch && others.length === 0;
}
function branchesText(branches) {
    switch (branches.kind) {
        case 'all':
            return 'all branches and tags';
        case 'protected':
            return 'protected branches';
        case 'selected':
            return branches.patterns.length === 0
                ? 'no branch'
                : branches.patterns.map(({ type, name }) => `${type} "${name}"`).join(', ');
    }
}
/**
 * Insists that only main reaches an environment: whoever reaches it may deploy.
 * @throws UserError ENVIRONMENT_MISSING: GitHub would make it, without any protection, when a job first names it;
 *   ENVIRONMENT_UNPROTECTED: other branches reach it
 */
function requireMainOnly(protection, repository) {
    const { name, exists, mainOnly, branches } = protection;
    const address = `https://github.com/${repository.owner}/${repository.name}/settings/environments`;
    if (!exists) {
        throw new slipway_error/* UserError */.yo('ENVIRONMENT_MISSING', `${repository.owner}/${repository.name} has no GitHub environment "${name}": GitHub would make one without protection as soon as a job names it`, {
            next: `${address}: New environment "${name}", Deployment branches and tags: Selected branches, add "${mainBranch}"`,
        });
    }
    if (!mainOnly) {
        throw new slipway_error/* UserError */.yo('ENVIRONMENT_UNPROTECTED', `the GitHub environment "${name}" admits ${branches}, and whatever reaches it may deploy; only the branch "${mainBranch}" should`, {
            next: `${address}: "${name}", Deployment branches and tags: Selected branches, just "${mainBranch}"`,
        });
    }
}

;// CONCATENATED MODULE: ./src/github/steps/approval.ts

/**
 * How the plan of an environment gets its approval. Where the system wants one (`promotion.approval`), the protection of
 * the GitHub environment is read: only main may reach it.
 *
 * @throws UserError ENVIRONMENT_MISSING, ENVIRONMENT_UNPROTECTED, and the codes of github-error.ts
 */
async function approvalOf(action, question) {
    const { target, plan, approve, githubToken } = question;
    const { system, environment } = target;
    if (!system.promotion.approval.includes(environment.environment))
        return 'none';
    const api = await action.openGitHub(githubToken);
    const protection = await environmentProtection(api, `${system.system}-${environment.environment}`);
    requireMainOnly(protection, api.repository);
    if (!plan.hasChanges)
        return 'none';
    if (protection.reviewers.length > 0)
        return 'reviewers';
    return approve !== null && plan.fingerprint.startsWith(approve) ? 'given' : 'wanted';
}

// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
;// CONCATENATED MODULE: ./src/github/steps/approval-markdown.ts


/** Who approves the plan, for the job's summary: with `wanted`, the command that does it. */
function approvalMarkdown(plan, approval, { kind, approve }, env) {
    const name = (0,markdown/* code */.aY)(`${plan.system}-${plan.environment}`);
    const print = (0,markdown/* code */.aY)((0,sha256/* short */.h)(plan.fingerprint));
    switch (approval) {
        case 'reviewers':
            return `### Plan ${print} waits for a reviewer\n\nThe next job asks the reviewers of the environment ${name}. It executes this very plan, or stops.`;
        case 'given':
            return `### Plan ${print} is approved by this dispatch`;
        case 'wanted': {
            const given = approve === null ? '' : ` What was approved, ${(0,markdown/* code */.aY)(approve)}, is another plan.`;
            return [
                `### Plan ${print} wants an approval`,
                `The environment ${name} has no required reviewers, so nothing was deployed.${given} Whoever approves the plan below starts the workflow with its fingerprint:`,
                ['```', approvingCommand(plan, kind, env), '```'].join('\n'),
            ].join('\n\n');
        }
    }
}
/** Starts the workflow that runs now, on main. GITHUB_WORKFLOW_REF is `owner/name/.github/workflows/deploy.yml@ref`. */
function approvingCommand(plan, kind, env) {
    const workflow = /\/([\w.-]+\.ya?ml)@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1] ?? `${kind}.yml`;
    const back = kind === 'rollback'
        ? ` -f environment=${plan.environment} -f to=${(0,sha256/* short */.h)(plan.release)} -f reason="…"`
        : '';
    return `gh workflow run ${workflow} --ref main -f system=${plan.system}${back} -f approve=${(0,sha256/* short */.h)(plan.fingerprint)}`;
}

// EXTERNAL MODULE: ./src/github/steps/newest-commit.ts
var newest_commit = __webpack_require__(1531);
// EXTERNAL MODULE: ./src/github/steps/override-words.ts + 2 modules
var override_words = __webpack_require__(203);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/github/steps/problem-file.ts



/** Writes `<folder>/<system>-<environment>.problem.json`. */
function writeProblem(folder, { system, environment }, error) {
    const problem = {
        schema: 1,
        system,
        environment,
        ...(error instanceof slipway_error/* SlipwayError */.GQ
            ? { code: error.code, message: error.message, next: error.next ?? null }
            : {
                code: null,
                message: 'the job failed in a way that Slipway does not know; its log says more',
                next: null,
            }),
    };
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, `${system}-${environment}.problem.json`), `${JSON.stringify(problem, null, 2)}\n`);
}

;// CONCATENATED MODULE: ./src/github/steps/change-set.ts



















/**
 * Plans one environment for a pull request (as `preview`) or for the run that is to execute the plan (as `plan`), writes
 * the plan file and says in the job's summary what it would do.
 *
 * @throws UserError what choosing the release, planning, proving the environment before and reading its protection throw;
 *   in a pull request it then also leaves `<system>-<environment>.problem.json` beside the plans
 */
async function changeSet(action, inputs) {
    const run = (0,github_run.readRun)(action.io.env);
    try {
        return await plan(action, inputs, run);
    }
    catch (error) {
        if (run.pullRequest !== null && !action.io.signal.aborted)
            writeProblem(inputs.plans, inputs, error);
        throw error;
    }
}
async function plan(action, inputs, run) {
    const session = await action.openSession();
    const release = await releaseToPlan(action, inputs, run, session);
    const target = await (0,read_target/* readTarget */._)(release, inputs.environment);
    const isRun = run.pullRequest === null;
    // nobody is asked for a release that has not passed before this environment, or was overtaken
    if (isRun && inputs.kind === 'deploy') {
        await (0,require_proven/* requireProven */.m)(target, session);
        await (0,newest_commit/* requireNewestCommit */.z)(action, { ...inputs, target, session, run, role: 'plan' });
    }
    const given = await (0,override_words/* overrideWords */.m)(action, run, inputs);
    const made = await (0,plan_environment/* planEnvironment */.R)({
        target,
        session,
        purpose: run.pullRequest === null ? { kind: 'run' } : { kind: 'pull-request', number: run.pullRequest.number },
        overrides: given.words,
        drift: inputs.drift,
    });
    (0,override_words/* noteUnmatched */._)(action, given, made);
    const file = (0,external_node_path_.relative)(action.workspace, await (0,plan_file/* writePlanFile */.J)(inputs.plans, made));
    action.log.fold(`Plan of ${inputs.system} ${inputs.environment}`, (0,plan_terminal/* planText */.P)(made, { paint: paint.plainPaint, width: 120 }));
    const stop = made.gate.verdict === 'stop' ? (0,check_plan/* gateStopped */.f)(made, made.gate.stops) : null;
    const approval = isRun && stop === null ? await approvalOf(action, { ...inputs, target, plan: made }) : 'none';
    if (approval !== 'none')
        action.summarize(approvalMarkdown(made, approval, inputs, action.io.env));
    summarize(action, target, made, run);
    return { plan: made, file, approval, stop: isRun ? stop : null, drift: (0,drift_text/* driftWord */.sJ)(made) };
}
async function releaseToPlan(action, inputs, run, session) {
    const { root } = action;
    const system = await (0,load/* loadSystem */.sb)(root, inputs.system);
    const environment = await (0,load/* loadEnvironment */.Ye)(root, system, inputs.environment);
    const role = run.pullRequest === null ? 'plan' : 'preview';
    if (inputs.kind === 'rollback')
        return (0,rollback/* releaseToRollBackTo */.o)(environment, session, inputs.to, role);
    return (0,choose_release/* chooseRelease */.bX)({
        root,
        system: system.system,
        wanted: inputs.release ?? undefined,
        environment,
        session,
        role,
        ...(inputs.folder === null ? {} : { folder: inputs.folder }),
    });
}
function summarize(action, target, made, run) {
    action.summarize((0,plan_markdown/* planMarkdown */.X)({
        system: target.system.system,
        release: made.release,
        commit: run.sha,
        entries: [{ environment: made.environment, plan: made }],
    }));
}


/***/ }),

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
