export const id = 707;
export const ids = [707];
export const modules = {

/***/ 707:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGitHub: () => (/* binding */ openGitHub)
});

// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
;// CONCATENATED MODULE: ./src/github/api/read-environment.ts
/** Reads an environment; its branches' names are asked for only where it has a list of its own. */
async function readEnvironment(answer, policiesOf) {
    const rules = (answer.protection_rules ?? []).filter(({ type }) => type === 'required_reviewers');
    return {
        name: answer.name,
        reviewers: rules.flatMap(({ reviewers }) => reviewers ?? []).map(reviewerName),
        preventsSelfReview: rules.some((rule) => rule.prevent_self_review === true),
        branches: await readBranches(answer, policiesOf),
    };
}
async function readBranches({ name, deployment_branch_policy: policy }, policiesOf) {
    if (policy === null || policy === undefined)
        return { kind: 'all' };
    if (!policy.custom_branch_policies)
        return { kind: 'protected' };
    const policies = await policiesOf(name);
    return {
        kind: 'selected',
        patterns: policies.map((entry) => ({
            type: entry.type === 'tag' ? 'tag' : 'branch',
            name: entry.name ?? '',
        })),
    };
}
function reviewerName({ type, reviewer = {} }) {
    if (type === 'Team')
        return `team:${'slug' in reviewer ? String(reviewer.slug) : ''}`;
    return 'login' in reviewer ? String(reviewer.login) : 'somebody';
}

;// CONCATENATED MODULE: ./src/github/api/read-answers.ts
/** GitHub's answers, as far as they are used, in our words. */
function readComment(comment) {
    return {
        id: Number(comment.id),
        body: comment.body ?? '',
        author: comment.user?.login ?? 'ghost',
        url: comment.html_url,
    };
}
function readPullRequest(pull) {
    return {
        number: pull.number,
        state: pull.state === 'open' ? 'open' : 'closed',
        isMerged: pull.merged_at !== null,
        url: pull.html_url,
        labels: pull.labels.flatMap(({ name }) => name ?? []),
        headSha: pull.head.sha,
        headRef: pull.head.ref,
        headRepository: pull.head.repo?.full_name ?? null,
        baseRef: pull.base.ref,
        mergeSha: pull.merge_commit_sha,
    };
}
function readCheckRun(check) {
    return {
        id: Number(check.id),
        name: check.name,
        conclusion: check.conclusion,
        externalId: check.external_id ?? '',
        url: check.html_url ?? '',
    };
}

// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(776);
;// CONCATENATED MODULE: ./src/github/api/github-error.ts


/** Whether the answer says that too much was asked (REST reference, "Rate limits for the REST API"). */
function isRateLimit({ status, message, headers }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return (headers['retry-after'] !== undefined ||
        String(headers['x-ratelimit-remaining']) === '0' ||
        /secondary rate limit|abuse detection/i.test(message));
}
/**
 * The error that a person gets for a failed call. Codes: `GITHUB_TOKEN_REFUSED` (401), `GITHUB_RATE_LIMIT`,
 * `GITHUB_PERMISSION` (403), `GITHUB_NOT_FOUND` (404, 410), `GITHUB_REFUSED` (other answers of 400 to 499),
 * `GITHUB_UNAVAILABLE` (no answer, or 500 and above, after retries).
 */
function gitHubError(failure, { to, permission }, repository) {
    const { status } = failure;
    const said = (0,visible/* visible */.R)(failure.message).slice(0, 300);
    const cause = new Error(status === null ? said : `${status} ${said}`);
    const permit = permission === null
        ? 'give a token of an administrator of the repository (GITHUB_TOKEN)'
        : `give the job "permissions: ${permission}"`;
    if (status === 401) {
        return new slipway_error/* UserError */.yo('GITHUB_TOKEN_REFUSED', `GitHub refuses the token that was to ${to}: ${said}`, {
            cause,
            next: 'check github-token, or GITHUB_TOKEN: a workflow’s token ends with its job',
        });
    }
    if (isRateLimit(failure)) {
        return new slipway_error/* UserError */.yo('GITHUB_RATE_LIMIT', `GitHub takes no more requests for now to ${to}: ${said}`, {
            cause,
            next: 'run the job again later',
        });
    }
    if (status === 403) {
        return new slipway_error/* UserError */.yo('GITHUB_PERMISSION', `the token may not ${to} in ${repository} (GitHub answers 403: ${said})`, { cause, next: permit });
    }
    if (status === 404 || status === 410) {
        return new slipway_error/* UserError */.yo('GITHUB_NOT_FOUND', `GitHub finds nothing in ${repository} to ${to} (${status}: ${said}): it is gone, or the token may not see it`, { cause, next: permit });
    }
    if (status !== null && status < 500) {
        return new slipway_error/* UserError */.yo('GITHUB_REFUSED', `GitHub refuses to ${to} in ${repository} (${status}: ${said})`, {
            cause,
        });
    }
    return new slipway_error/* UserError */.yo('GITHUB_UNAVAILABLE', `GitHub does not answer to ${to} in ${repository} (${status === null ? said : `${status}: ${said}`})`, {
        cause,
        next: 'run the job again; https://www.githubstatus.com tells whether GitHub knows of a problem',
    });
}

;// CONCATENATED MODULE: ./src/github/api/retry.ts

/** Milliseconds before each further try of a call that got no answer or one of 500 and above. */
const pauses = [1_000, 3_000, 9_000];
/** Longest wait for a limit to lift: a job waits two minutes, not an hour. */
const longestWait = 120_000;
/**
 * How long to wait before the next try; `null`: there is none. A limit says when it lifts: `retry-after` in seconds, or
 * `x-ratelimit-reset` in seconds since the epoch; a secondary limit without either wants a minute (REST reference, "Best
 * practices for using the REST API", "Handle rate limit errors appropriately").
 *
 * @param tries how often the call was tried already, at least 1
 * @param now milliseconds since the epoch
 */
function waitBeforeRetry(failure, tries, now) {
    const pause = pauses[tries - 1];
    if (pause === undefined)
        return null;
    if (isRateLimit(failure)) {
        const after = Number(failure.headers['retry-after']);
        const reset = Number(failure.headers['x-ratelimit-reset']);
        const isSpent = String(failure.headers['x-ratelimit-remaining']) === '0';
        const wait = Number.isFinite(after)
            ? after * 1000
            : isSpent && Number.isFinite(reset)
                ? reset * 1000 - now
                : 60_000;
        return wait > longestWait ? null : Math.max(wait, 1_000);
    }
    return failure.status === null || failure.status >= 500 ? pause : null;
}
/** Calls until there is an answer that trying again would not change. */
async function withRetries(call, { clock, logger, signal, failureOf }) {
    for (let tries = 1;; tries += 1) {
        try {
            return await call();
        }
        catch (error) {
            signal.throwIfAborted();
            const failure = failureOf(error);
            const wait = failure === null ? null : waitBeforeRetry(failure, tries, clock.now());
            if (failure === null || wait === null)
                throw error;
            logger.debug(`GitHub answers ${failure.status ?? 'nothing'}; trying again in ${Math.ceil(wait / 1000)} s`);
            await clock.sleep(wait, signal);
        }
    }
}

;// CONCATENATED MODULE: ./src/github/api/transport.ts


/** No answer within this many milliseconds counts as none. */
const patience = 30_000;
/** The client; its package loads with the first call. */
function openTransport(options) {
    let octokit;
    return async (purpose, call) => {
        octokit ??= loadOctokit(options);
        try {
            return await call(await octokit);
        }
        catch (error) {
            options.signal.throwIfAborted();
            const failure = failureOf(error);
            throw failure === null ? error : gitHubError(failure, purpose, options.repository);
        }
    };
}
async function loadOctokit({ token, apiUrl, clock, logger, signal }) {
    const { getOctokit: open } = await Promise.all(/* import() */[__webpack_require__.e(4460), __webpack_require__.e(2413), __webpack_require__.e(68)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const debug = (line) => {
        logger.debug(line);
    };
    const octokit = open(token, {
        baseUrl: apiUrl.replace(/\/+$/, ''),
        userAgent: 'slipway',
        log: { debug, info: debug, warn: debug, error: debug },
    });
    octokit.hook.wrap('request', (request, options) => withRetries(async () => {
        // Set in place: the next hook is handed the options of the call, not those that this one hands on.
        options.request = {
            ...options.request,
            signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
        };
        return request(options);
    }, { clock, logger, signal, failureOf }));
    return octokit;
}
/** Octokit says 500 where no answer came, and hands on the errors of an aborted fetch. */
function failureOf(error) {
    if (!(error instanceof Error))
        return null;
    if (error.name === 'AbortError' || error.name === 'TimeoutError') {
        return { status: null, message: `no answer within ${patience / 1000} s`, headers: {} };
    }
    if (error.name === 'GraphqlResponseError')
        return { status: 400, message: error.message, headers: {} };
    if (error.name !== 'HttpError' || !('status' in error))
        return null;
    const response = 'response' in error ? error.response : undefined;
    return {
        status: response === undefined ? null : Number(error.status),
        message: error.message,
        headers: response?.headers ?? {},
    };
}

;// CONCATENATED MODULE: ./src/github/api/open-github.ts




const page = { per_page: 100 };
/**
 * GitHub's API for one repository. Nothing is loaded or asked before the first call.
 *
 * Pages are followed to the end. A call without an answer, or answered by 500 and above, is tried again three times; one
 * that met a rate limit waits for it to lift, two minutes at most.
 * @throws UserError GITHUB_TOKEN_MISSING, GITHUB_REPOSITORY; its methods, the codes of github-error.ts
 */
function openGitHub(options) {
    if (options.token === '') {
        throw new slipway_error/* UserError */.yo('GITHUB_TOKEN_MISSING', 'there is no token for GitHub’s API', {
            next: 'give the input github-token, or set GITHUB_TOKEN: export GITHUB_TOKEN=$(gh auth token)',
        });
    }
    const [owner = '', repo = '', ...rest] = options.repository.split('/');
    if (owner === '' || repo === '' || rest.length > 0) {
        throw new slipway_error/* UserError */.yo('GITHUB_REPOSITORY', `"${options.repository}" is not of the form owner/name`);
    }
    const at = { owner, repo };
    const call = openTransport(options);
    const policiesOf = async (environment_name) => call({ to: `read the branches of the environment ${environment_name}`, permission: 'actions: read' }, (o) => o.paginate('GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies', {
        ...at,
        ...page,
        environment_name,
    }));
    return {
        repository: { owner, name: repo },
        viewer: () => call({ to: 'tell whose it is', permission: 'contents: read' }, async (o) => {
            const { viewer } = await o.graphql('query { viewer { login } }');
            return viewer.login;
        }),
        listComments: (issue_number) => call({ to: 'read comments of a pull request', permission: 'pull-requests: write' }, async (o) => (await o.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            ...at,
            ...page,
            issue_number,
        })).map(readComment)),
        getComment: (comment_id) => orNull(() => call({ to: 'read comments of a pull request', permission: 'pull-requests: write' }, async (o) => readComment((await o.request('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', {
            ...at,
            comment_id,
        })).data))),
        createComment: (issue_number, body) => call(writeComment, async (o) => readComment((await o.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            ...at,
            issue_number,
            body,
        })).data)),
        updateComment: (comment_id, body) => call(writeComment, async (o) => readComment((await o.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
            ...at,
            comment_id,
            body,
        })).data)),
        deleteComment: (comment_id) => call(writeComment, async (o) => {
            await o.request('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...at, comment_id });
        }),
        getPullRequest: (pull_number) => call(readPullRequests, async (o) => readPullRequest((await o.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...at, pull_number })).data)),
        listPullRequests: (query) => call(readPullRequests, async (o) => (await o.paginate('GET /repos/{owner}/{repo}/pulls', { ...at, ...page, ...query })).map(readPullRequest)),
        listPullRequestsOfCommit: (commit_sha) => call(readPullRequests, async (o) => (await o.paginate('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
            ...at,
            ...page,
            commit_sha,
        })).map(readPullRequest)),
        compareCommits: (base, head) => call({ to: 'compare commits', permission: 'contents: read' }, async (o) => {
            const basehead = `${base}...${head}`;
            return (await o.request('GET /repos/{owner}/{repo}/compare/{basehead}', { ...at, basehead })).data
                .status;
        }).catch((error) => {
            if (error instanceof slipway_error/* SlipwayError */.GQ && error.code === 'GITHUB_NOT_FOUND')
                return null;
            throw error;
        }),
        listLabelings: (issue_number) => call({ to: 'read who set a label', permission: 'pull-requests: read' }, async (o) => (await o.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/events', {
            ...at,
            ...page,
            issue_number,
        })).flatMap((event) => event.event === 'labeled' && 'label' in event
            ? [{ label: event.label.name, by: event.actor.login }]
            : [])),
        listCheckRuns: ({ sha, name }) => call({ to: 'read checks', permission: 'checks: write' }, async (o) => (await o.paginate('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
            ...at,
            ...page,
            ref: sha,
            check_name: name,
        })).map(readCheckRun)),
        createCheckRun: (check) => call(writeCheck, async (o) => readCheckRun((await o.request('POST /repos/{owner}/{repo}/check-runs', {
            ...at,
            name: check.name,
            head_sha: check.sha,
            ...checkBody(check),
        })).data)),
        updateCheckRun: (check_run_id, check) => call(writeCheck, async (o) => readCheckRun((await o.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
            ...at,
            check_run_id,
            name: check.name,
            ...checkBody(check),
        })).data)),
        getEnvironment: (environment_name) => orNull(async () => {
            const environment = await call({ to: `read the environment ${environment_name}`, permission: 'actions: read' }, async (o) => (await o.request('GET /repos/{owner}/{repo}/environments/{environment_name}', {
                ...at,
                environment_name,
            })).data);
            return readEnvironment(environment, policiesOf);
        }),
        listEnvironments: async () => {
            const environments = await call({ to: 'read environments', permission: 'actions: read' }, (o) => o.paginate('GET /repos/{owner}/{repo}/environments', { ...at, ...page }));
            return Promise.all(environments.map((environment) => readEnvironment(environment, policiesOf)));
        },
        getRepository: () => call({ to: 'read the repository', permission: 'contents: read' }, async (o) => {
            const { data } = await o.request('GET /repos/{owner}/{repo}', at);
            return {
                id: Number(data.id),
                ownerId: Number(data.owner.id),
                fullName: data.full_name,
                isPrivate: data.private,
                defaultBranch: data.default_branch,
            };
        }),
        getWorkflowPermissions: () => call({ to: 'read what workflows may do by default', permission: null }, async (o) => {
            const { data } = await o.request('GET /repos/{owner}/{repo}/actions/permissions/workflow', at);
            return {
                default: data.default_workflow_permissions,
                canApprovePullRequests: data.can_approve_pull_request_reviews,
            };
        }),
        getSubjectForm: () => call({ to: 'read the form of identity tokens', permission: 'actions: read' }, async (o) => {
            const { data } = await o.request('GET /repos/{owner}/{repo}/actions/oidc/customization/sub', at);
            return {
                isDefault: data.use_default,
                claims: data.include_claim_keys ?? [],
                prefix: data.sub_claim_prefix ?? null,
            };
        }),
        listBranchRules: (branch) => call({ to: `read the rules of the branch ${branch}`, permission: 'contents: read' }, async (o) => (await o.paginate('GET /repos/{owner}/{repo}/rules/branches/{branch}', { ...at, ...page, branch })).map((rule) => rule.type)),
        getBranch: (branch) => orNull(() => call({ to: `read the branch ${branch}`, permission: 'contents: read' }, async (o) => {
            const { data } = await o.request('GET /repos/{owner}/{repo}/branches/{branch}', { ...at, branch });
            return { name: data.name, isProtected: data.protected };
        })),
    };
}
const writeComment = { to: 'write comments on a pull request', permission: 'pull-requests: write' };
const readPullRequests = { to: 'read pull requests', permission: 'pull-requests: read' };
const writeCheck = { to: 'write checks', permission: 'checks: write' };
function checkBody(check) {
    return {
        status: 'completed',
        conclusion: check.conclusion,
        external_id: check.externalId,
        ...(check.detailsUrl === null ? {} : { details_url: check.detailsUrl }),
        output: { title: check.title, summary: check.summary },
    };
}
async function orNull(read) {
    try {
        return await read();
    }
    catch (error) {
        if (error instanceof slipway_error/* SlipwayError */.GQ && error.code === 'GITHUB_NOT_FOUND')
            return null;
        throw error;
    }
}


/***/ })

};
