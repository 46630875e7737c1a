export const id = 938;
export const ids = [938,1738,9842,68,7687,8154];
export const modules = {

/***/ 6367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Og: () => (/* binding */ credentialsFor),
/* harmony export */   w3: () => (/* binding */ roleArn)
/* harmony export */ });
/* unused harmony export profileName */
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/** The ARN of one of the bootstrap's roles. */
function roleArn(account, role) {
    return `arn:aws:iam::${account}:role/slipway-${role}`;
}
/** The profile that a pattern means for one step. */
function profileName(pattern, target) {
    return pattern.replace(/\{(system|environment|account|role)\}/g, (_, key) => target[key]);
}
/**
 * The credentials of one step in one account; packages load when they are first asked for, and what is handed out is kept
 * until five minutes before it expires.
 * @throws UserError IDENTITY_ADMINISTRATOR: no role of the bootstrap may change the bootstrap, or read all of it
 */
function credentialsFor(identity, target) {
    const { role } = target;
    if ((identity.kind === 'assume' || identity.kind === 'web-identity') && role === 'administrator') {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('IDENTITY_ADMINISTRATOR', '--assume-roles takes the roles that the bootstrap makes; none of them may change the bootstrap, or read all that the doctor looks at', {
            next: 'leave it out, with the credentials of the account’s administrator (the doctor does with those of anybody who may read), or give --profiles',
        });
    }
    const load = async () => {
        if (identity.kind === 'web-identity')
            return webIdentityProvider(identity, target, role);
        const providers = await __webpack_require__.e(/* import() */ 5418).then(__webpack_require__.bind(__webpack_require__, 5418));
        const clientConfig = { region: target.region };
        switch (identity.kind) {
            case 'ambient':
                return providers.fromNodeProviderChain({ clientConfig });
            case 'assume':
                return providers.fromTemporaryCredentials({
                    clientConfig,
                    params: {
                        RoleArn: roleArn(target.account, role),
                        RoleSessionName: `slipway-${role}`,
                    },
                });
            case 'profiles':
                return providers.fromIni({ clientConfig, profile: profileName(identity.pattern, target) });
        }
    };
    let provider;
    let current;
    return async () => {
        if (current && current.until > Date.now())
            return current.value;
        provider ??= load();
        const value = await (await provider)();
        const expiration = 'expiration' in value && value.expiration instanceof Date ? value.expiration.getTime() : null;
        current = { value, until: expiration === null ? Number.POSITIVE_INFINITY : expiration - 5 * 60_000 };
        return value;
    };
}
/**
 * Exchanges a token for the role's credentials. By the client itself, not by `fromWebToken`: its package brings all of the
 * SDK's default chain, half a megabyte that no action needs.
 */
async function webIdentityProvider({ token, sessionName }, { account, region }, role) {
    const { STS } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(1328), __webpack_require__.e(1695), __webpack_require__.e(246)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const sts = new STS({ region });
    return async () => {
        const { Credentials: given } = await sts.assumeRoleWithWebIdentity({
            RoleArn: roleArn(account, role),
            RoleSessionName: sessionName,
            WebIdentityToken: await token(),
        });
        if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined)
            throw new Error('STS answered AssumeRoleWithWebIdentity without credentials');
        return {
            accessKeyId: given.AccessKeyId,
            secretAccessKey: given.SecretAccessKey,
            ...(given.SessionToken === undefined ? {} : { sessionToken: given.SessionToken }),
            ...(given.Expiration === undefined ? {} : { expiration: given.Expiration }),
        };
    };
}


/***/ }),

/***/ 5899:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ environmentNames)
/* harmony export */ });
/** The environments in promotion order. */
const environmentNames = ['dev', 'sit', 'prod'];


/***/ }),

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


/***/ }),

/***/ 938:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSession: () => (/* binding */ openSession)
});

// UNUSED EXPORTS: runnerOf

// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/runtime/clock.ts
var clock = __webpack_require__(9842);
// EXTERNAL MODULE: ./src/session/http.ts + 1 modules
var session_http = __webpack_require__(8154);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/aws/clients.ts
/**
 * Makes the clients of one identity. A client is made once a region, when it is first asked for, and its SDK package is
 * loaded then and not before: an action that fails on a bad input never loads one. Endpoints follow the SDK's own
 * settings (`AWS_ENDPOINT_URL`, shared config). Retries are adaptive: CloudFormation throttles whole accounts.
 */
function makeClients({ credentials, userAgent = 'slipway' }) {
    const made = new Map();
    const once = (key, make) => {
        const known = made.get(key);
        const client = known ?? make();
        if (!known)
            made.set(key, client);
        return client;
    };
    const config = (region) => ({
        region,
        credentials,
        customUserAgent: userAgent,
        retryMode: 'adaptive',
        maxAttempts: 6,
    });
    const cloudFormation = (region) => once(`cloudformation ${region}`, async () => {
        const { CloudFormation } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(1328), __webpack_require__.e(3805), __webpack_require__.e(246)]).then(__webpack_require__.t.bind(__webpack_require__, 3805, 19));
        return new CloudFormation(config(region));
    });
    const s3 = (region) => once(`s3 ${region}`, async () => {
        const { S3 } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(1328), __webpack_require__.e(3711), __webpack_require__.e(246)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
        return new S3({ ...config(region), requestChecksumCalculation: 'WHEN_REQUIRED' });
    });
    const secretsManager = (region) => once(`secretsmanager ${region}`, async () => {
        const { SecretsManager } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(1328), __webpack_require__.e(2994), __webpack_require__.e(246)]).then(__webpack_require__.t.bind(__webpack_require__, 2994, 19));
        return new SecretsManager(config(region));
    });
    return {
        cloudFormation,
        drift: cloudFormation,
        stackLimits: cloudFormation,
        s3,
        bucketSettings: s3,
        cloudFront: () => once('cloudfront', async () => {
            const { CloudFront } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(1328), __webpack_require__.e(3169), __webpack_require__.e(246)]).then(__webpack_require__.t.bind(__webpack_require__, 3169, 19));
            return new CloudFront(config('us-east-1'));
        }),
        secretsManager,
        secretStore: secretsManager,
        parameterStore: (region) => once(`ssm ${region}`, async () => {
            const { parameterStore } = await __webpack_require__.e(/* import() */ 1218).then(__webpack_require__.bind(__webpack_require__, 1218));
            return parameterStore({ region, credentials, userAgent });
        }),
        sts: (region) => once(`sts ${region}`, async () => {
            const { STS } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(1328), __webpack_require__.e(1695), __webpack_require__.e(246)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
            return new STS(config(region));
        }),
        iam: () => once('iam', async () => {
            const { IAM } = await __webpack_require__.e(/* import() */ 5418).then(__webpack_require__.bind(__webpack_require__, 5418));
            return new IAM(config('us-east-1'));
        }),
        lambda: (region) => once(`lambda ${region}`, async () => {
            const { Lambda } = await __webpack_require__.e(/* import() */ 5418).then(__webpack_require__.bind(__webpack_require__, 5418));
            return new Lambda(config(region));
        }),
        acm: (region) => once(`acm ${region}`, async () => {
            const { ACM } = await __webpack_require__.e(/* import() */ 5418).then(__webpack_require__.bind(__webpack_require__, 5418));
            return new ACM(config(region));
        }),
        credentials,
    };
}

// EXTERNAL MODULE: ./src/aws/identity.ts
var aws_identity = __webpack_require__(6367);
;// CONCATENATED MODULE: ./src/session/clients-by.ts


/** Clients of each environment's account for one way to come by credentials; each is made once. */
function clientsBy(identity, guard = (provider) => provider) {
    const made = new Map();
    return (environment, role) => {
        const key = `${environment.system} ${environment.environment} ${role}`;
        const known = made.get(key);
        if (known)
            return known;
        const target = {
            system: environment.system,
            environment: environment.environment,
            account: environment.account,
            region: environment.regions.home,
            role,
        };
        const fresh = makeClients({ credentials: guard((0,aws_identity/* credentialsFor */.Og)(identity, target), target) });
        made.set(key, fresh);
        return fresh;
    };
}

;// CONCATENATED MODULE: ./src/session/make-session.ts





/**
 * What the steps of a deployment act with, made from the surroundings of a process.
 * @throws UserError PROXY_INVALID, CA_UNREADABLE
 */
function makeSession({ identity, guard, env, ...rest }) {
    return {
        ...rest,
        clients: clientsBy(identity, guard),
        http: (0,session_http.makeDispatcher)(env),
        tls: (0,session_http/* makeTls */.i)(env),
        clock: clock.systemClock,
    };
}
/** The commit that is checked out, or `null` outside a git checkout. */
async function headCommit(root) {
    try {
        const { stdout } = await promisify(execFile)('git', ['-C', root, 'rev-parse', 'HEAD']);
        return stdout.trim();
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./src/github/run.ts
var github_run = __webpack_require__(1738);
;// CONCATENATED MODULE: ./src/github/session/identity-token.ts

const audience = 'sts.amazonaws.com';
/** Milliseconds between tries, and for one answer. */
const pauses = [500, 2000, 5000];
const answerWithin = 15_000;
/**
 * Asks GitHub for an identity token of this job for AWS (Docs, "OpenID Connect reference", requesting the token by the
 * environment variables).
 * @throws UserError OIDC_ABSENT: the job may not have one; OIDC_FORK; OIDC_REFUSED: GitHub gives none
 */
async function identityToken(options) {
    const { env, clock, signal } = options;
    const url = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
    const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
    if (url === '' || bearer === '')
        throw absent(options.isFork);
    for (const pause of [...pauses, null]) {
        const answer = await ask(options, url, bearer);
        if ('token' in answer)
            return answer.token;
        if (pause === null || !answer.mayPass)
            throw refused(answer.said);
        await clock.sleep(pause, signal);
    }
    throw refused('nothing');
}
async function ask({ http, signal }, url, bearer) {
    const { request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 68, 23));
    const address = new URL(url);
    address.searchParams.set('audience', audience);
    try {
        const response = await request(address, {
            dispatcher: http,
            headers: { authorization: `bearer ${bearer}`, accept: 'application/json' },
            signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithin)]),
        });
        const text = await response.body.text();
        if (response.statusCode !== 200) {
            return { said: `status ${response.statusCode}`, mayPass: response.statusCode >= 429 };
        }
        const token = tokenIn(text);
        return token === null ? { said: 'an answer without a token', mayPass: false } : { token };
    }
    catch (error) {
        signal.throwIfAborted();
        return { said: error instanceof Error ? error.message : String(error), mayPass: true };
    }
}
function tokenIn(text) {
    try {
        const data = JSON.parse(text);
        const value = typeof data === 'object' && data !== null && 'value' in data ? data.value : null;
        return typeof value === 'string' && value !== '' ? value : null;
    }
    catch {
        return null;
    }
}
function absent(isFork) {
    return isFork
        ? new slipway_error/* UserError */.yo('OIDC_FORK', 'a pull request from a fork gets no identity token, so it can reach no AWS account', {
            next: 'nothing: the workflow for forks compares the sources without an account',
        })
        : new slipway_error/* UserError */.yo('OIDC_ABSENT', 'this job has no identity token, so it can reach no AWS account', {
            next: 'give the job "permissions: id-token: write"; a reusable workflow has no more than the job that calls it',
        });
}
function refused(said) {
    return new slipway_error/* UserError */.yo('OIDC_REFUSED', `GitHub gives this job no identity token: ${said}`, {
        next: 'run the job again; https://www.githubstatus.com tells whether GitHub knows of a problem',
    });
}
/** What a token says of its job, for messages; nothing that would let anybody use it. */
function subjectOf(token) {
    try {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
        const subject = typeof claims === 'object' && claims !== null && 'sub' in claims ? claims.sub : null;
        return typeof subject === 'string' ? subject : null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/github/session/masked-session.ts
/** Masks what makes credentials work. */
function maskCredentials(credentials, masks) {
    masks.add(credentials.accessKeyId);
    masks.add(credentials.secretAccessKey);
    masks.add(credentials.sessionToken);
}
/** The same session, whose clients mask every credential and every secret's value before they hand it on. */
function maskedSession(session, masks) {
    return {
        ...session,
        clients: (environment, role) => maskedClients(session.clients(environment, role), masks),
    };
}
function maskedClients(clients, masks) {
    return {
        ...clients,
        credentials: async () => {
            const credentials = await clients.credentials();
            maskCredentials(credentials, masks);
            return credentials;
        },
        secretsManager: async (region) => {
            const secrets = await clients.secretsManager(region);
            return {
                describeSecret: (input) => secrets.describeSecret(input),
                getSecretValue: async (input) => {
                    const answer = await secrets.getSecretValue(input);
                    masks.addSecret(answer.SecretString);
                    if (answer.SecretBinary !== undefined)
                        masks.addSecret(Buffer.from(answer.SecretBinary).toString('utf8'));
                    return answer;
                },
            };
        },
    };
}

// EXTERNAL MODULE: ./src/config/environment-name.ts
var environment_name = __webpack_require__(5899);
;// CONCATENATED MODULE: ./src/github/session/role-refused.ts



/** What STS says where it does not take the token for the role (API_AssumeRoleWithWebIdentity, Errors). */
const refusals = new Set([
    'AccessDenied',
    'AccessDeniedException',
    'InvalidIdentityToken',
    'InvalidIdentityTokenException',
    'IDPRejectedClaim',
    'IDPRejectedClaimException',
    'ExpiredTokenException',
]);
/**
 * The error for a role that STS does not give, in words that tell what to compare; anything else as it is.
 * @param job the subject of the token that was shown to STS, and the repository, `owner/name`
 */
function roleRefused(error, target, job) {
    if (!(error instanceof Error) || !refusals.has(error.name))
        return error;
    const { role, account, environment, system } = target;
    const arn = (0,aws_identity/* roleArn */.w3)(account, role);
    return new slipway_error/* UserError */.yo('ROLE_REFUSED', `AWS does not give this job the role ${arn}. Its token says "${job.subject ?? 'nothing'}"; ${wanted(target)}. STS: ${error.name}`, {
        next: `slipway doctor ${system} ${environment} --repository ${job.repository}   (the role's trust, the OIDC provider, the repository's form of the subject)`,
        cause: error,
    });
}
/** Whom the bootstrap lets the role trust, in words. */
function wanted({ role, system, environment }) {
    switch (role) {
        case 'preview':
            return 'the role trusts pull requests: "…:pull_request"';
        case 'deploy':
            return `the role trusts jobs in the GitHub environment "${system}-${environment}": "…:environment:${system}-${environment}"`;
        case 'plan': {
            const next = environment_name/* environmentNames */.i[environment_name/* environmentNames */.i.findIndex((name) => name === environment) + 1];
            const after = next === undefined ? '' : `, and those in the GitHub environment "${system}-${next}"`;
            return `the role trusts jobs of main: "…:ref:refs/heads/main"${after}`;
        }
        case 'watch':
        case 'janitor':
            return 'the role trusts jobs of main: "…:ref:refs/heads/main"';
        case 'administrator':
            return 'no workflow may be administrator';
    }
}

;// CONCATENATED MODULE: ./src/github/session/open-session.ts








/**
 * What the steps of a deployment act with, as the job that runs: its identity token becomes the role of the bootstrap that
 * a step needs, when it needs it, and each credential is masked before anything else can print it.
 *
 * @throws UserError GITHUB_EVENT, PULL_REQUEST_TARGET, PROXY_INVALID, CA_UNREADABLE; its clients' calls also OIDC_ABSENT,
 *   OIDC_FORK, OIDC_REFUSED, ROLE_REFUSED
 */
async function openSession(action) {
    const run = (0,github_run.readRun)(action.io.env);
    if (run.event === 'pull_request_target') {
        throw new slipway_error/* UserError */.yo('PULL_REQUEST_TARGET', 'the event pull_request_target gives what a pull request brings the rights of main; Slipway takes no credentials there', { next: 'start the workflow on pull_request' });
    }
    const { env, signal } = action.io;
    const http = (0,session_http.makeDispatcher)(env);
    const isFork = run.pullRequest?.isFork ?? false;
    let subject = null;
    const session = makeSession({
        identity: {
            kind: 'web-identity',
            token: async () => {
                const token = await identityToken({ env, http, clock: clock.systemClock, signal, isFork });
                action.masks.add(token);
                subject = subjectOf(token);
                return token;
            },
            sessionName: sessionName(run),
        },
        guard: (provider, target) => async () => {
            try {
                const credentials = await provider();
                maskCredentials(credentials, action.masks);
                return credentials;
            }
            catch (error) {
                throw roleRefused(error, target, { subject, repository: run.repository });
            }
        },
        env,
        logger: action.log,
        signal,
        by: run.actor,
        runner: runnerOf(run),
        commit: run.sha,
    });
    return Promise.resolve(maskedSession(session, action.masks));
}
/** The same when the run is started again. */
function runnerOf({ id }) {
    return `run ${id}`;
}
/** What CloudTrail shows: 2 to 64 of `[\w+=,.@-]`. */
function sessionName({ id, attempt }) {
    return `slipway-${id}-${attempt}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}


/***/ }),

/***/ 9842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   systemClock: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = {
    now: () => Date.now(),
    sleep: async (milliseconds, signal) => {
        const { setTimeout } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8500, 23));
        await setTimeout(milliseconds, undefined, signal ? { signal } : {});
    },
};


/***/ }),

/***/ 8154:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeDispatcher: () => (/* binding */ makeDispatcher),
  i: () => (/* binding */ makeTls)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./scripts/bundle/left-out/undici.cjs
var undici = __webpack_require__(68);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./src/smoke/tls-connection.ts



/**
 * A connector over Node's own TLS. Old versions are offered with OpenSSL's security level 0, since level 1 and above
 * leave TLS 1.0 and 1.1 out (OpenSSL 3, SSL_CTX_set_security_level).
 */
function makeTlsConnector(options) {
    return async (attempt, signal) => {
        const socket = await reach(attempt.host, options, signal);
        try {
            return await shakeHands(attempt, socket, options, signal);
        }
        finally {
            socket.destroy();
        }
    };
}
async function reach(host, { proxyFor, port = 443 }, signal) {
    const proxy = proxyFor(host);
    if (proxy === null) {
        const { connect } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7030, 23));
        const socket = connect({ host, port });
        await (0,external_node_events_.once)(socket, 'connect', { signal }).catch((error) => {
            socket.destroy();
            throw error;
        });
        return socket;
    }
    const request = (0,external_node_http_.request)({
        host: proxy.hostname,
        port: proxy.port === '' ? 80 : Number(proxy.port),
        method: 'CONNECT',
        path: `${host}:${port}`,
        headers: { host: `${host}:${port}` },
        signal,
    });
    request.end();
    const [answer, socket] = (await (0,external_node_events_.once)(request, 'connect', { signal }));
    if (answer.statusCode === 200)
        return socket;
    socket.destroy();
    throw new Error(`the proxy answered ${answer.statusCode ?? 'nothing'} for ${host}`);
}
function shakeHands(attempt, socket, { extraCa }, signal) {
    const old = attempt.maxVersion === 'TLSv1' || attempt.maxVersion === 'TLSv1.1';
    return new Promise((resolve, reject) => {
        const refuse = (error) => {
            const code = error.code ?? error.message;
            // OpenSSL's own words when the client itself has nothing to offer, before a byte is sent.
            const own = /NO_PROTOCOLS_AVAILABLE|NO_CIPHERS_AVAILABLE|UNSUPPORTED_PROTOCOL_VERSION/.test(code);
            resolve({ kind: own ? 'cannot-offer' : 'refused', code });
        };
        try {
            const secure = (0,external_node_tls_.connect)({
                socket,
                servername: attempt.host,
                minVersion: attempt.minVersion,
                maxVersion: attempt.maxVersion,
                ca: attempt.trust === 'all' ? [...external_node_tls_.rootCertificates, ...extraCa] : [...external_node_tls_.rootCertificates],
                ...(attempt.alpn === undefined ? {} : { ALPNProtocols: [...attempt.alpn] }),
                ...(old ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
            });
            secure.once('error', refuse);
            secure.once('close', () => {
                resolve({ kind: 'refused', code: 'connection closed' });
            });
            secure.once('secureConnect', () => {
                resolve({
                    kind: 'connected',
                    protocol: secure.getProtocol() ?? 'unknown',
                    alpn: secure.alpnProtocol === false ? null : secure.alpnProtocol,
                    notAfter: Date.parse(secure.getPeerCertificate().valid_to),
                });
                secure.destroy();
            });
            signal.addEventListener('abort', () => {
                secure.destroy();
                reject(new Error('the handshake was interrupted'));
            }, { once: true });
        }
        catch (error) {
            refuse(error);
        }
    });
}

;// CONCATENATED MODULE: ./src/session/http.ts





/**
 * The HTTP client of smoke checks and of the proof at the edge. It obeys HTTPS_PROXY, HTTP_PROXY and NO_PROXY in upper
 * or lower case, and trusts NODE_EXTRA_CA_CERTS (PEM) beside the usual roots.
 * @throws UserError PROXY_INVALID, CA_UNREADABLE
 */
function makeDispatcher(env) {
    const extra = extraCertificates(env);
    const tls = extra.length === 0 ? {} : { ca: [...external_node_tls_.rootCertificates, ...extra] };
    const httpsProxy = proxyAddress(env, 'HTTPS_PROXY');
    const httpProxy = proxyAddress(env, 'HTTP_PROXY');
    const noProxy = setting(env, 'NO_PROXY');
    if (httpsProxy === undefined && httpProxy === undefined)
        return new undici.Agent({ connect: tls });
    return new undici.EnvHttpProxyAgent({
        ...(httpsProxy === undefined ? {} : { httpsProxy }),
        ...(httpProxy === undefined ? {} : { httpProxy }),
        ...(noProxy === undefined ? {} : { noProxy }),
        requestTls: tls,
        connect: tls,
    });
}
/** Raw handshakes by the same way: HTTPS_PROXY, NO_PROXY (names and their subdomains) and NODE_EXTRA_CA_CERTS. */
function makeTls(env) {
    const proxy = proxyAddress(env, 'HTTPS_PROXY');
    const direct = (setting(env, 'NO_PROXY') ?? '').split(',').map((name) => name.trim().replace(/^\./, ''));
    const isDirect = (host) => direct.some((name) => name === '*' || (name !== '' && (host === name || host.endsWith(`.${name}`))));
    return makeTlsConnector({
        proxyFor: (host) => (proxy === undefined || isDirect(host) ? null : new URL(proxy)),
        extraCa: extraCertificates(env),
    });
}
/** In upper or lower case; an empty one is none. */
function setting(env, name) {
    return [env[name], env[name.toLowerCase()]].find((value) => value !== undefined && value !== '');
}
function proxyAddress(env, name) {
    const address = setting(env, name);
    if (address === undefined || /^https?:$/.test(URL.parse(address)?.protocol ?? ''))
        return address;
    throw new slipway_error/* UserError */.yo('PROXY_INVALID', `${name} is not the address of a proxy, such as http://proxy:3128`);
}
function extraCertificates(env) {
    const file = setting(env, 'NODE_EXTRA_CA_CERTS');
    if (file === undefined)
        return [];
    try {
        return [(0,external_node_fs_.readFileSync)(file, 'utf8')];
    }
    catch (cause) {
        throw new slipway_error/* UserError */.yo('CA_UNREADABLE', `NODE_EXTRA_CA_CERTS names ${file}, which can't be read`, { cause });
    }
}


/***/ }),

/***/ 68:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

/**
 * Stands in the bundle for undici's entry, which loads all that undici has: mocks, caches, cookies, interceptors, event
 * sources. Here is what Slipway and @actions/github import; test/bundle/undici.test.ts holds it against their sources.
 */
const { URL } = __webpack_require__(3136);
const api = __webpack_require__(6615);
const Agent = __webpack_require__(7405);
const Dispatcher = __webpack_require__(883);
const EnvHttpProxyAgent = __webpack_require__(3137);
const ProxyAgent = __webpack_require__(6672);
const { getGlobalDispatcher } = __webpack_require__(2581);
const { fetch } = __webpack_require__(4398);
const { WebSocket } = __webpack_require__(3726);

// as undici's entry does: a proxy's agent asks for `connect` of its own
Object.assign(Dispatcher.prototype, api);

/** As undici's own `request`, for an address as text or `URL`. */
function request(url, options = {}) {
  const { dispatcher = getGlobalDispatcher(), method = 'GET', ...rest } = options;
  const { origin, pathname, search } = new URL(url);
  return dispatcher.request({ ...rest, method, origin, path: `${pathname}${search}` });
}

module.exports = { Agent, EnvHttpProxyAgent, ProxyAgent, WebSocket, fetch, request };


/***/ })

};
