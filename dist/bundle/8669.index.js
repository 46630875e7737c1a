export const id = 8669;
export const ids = [8669];
export const modules = {

/***/ 1082:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ guardAccount)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/**
 * Asks AWS who is calling and stops unless it is the account that the environment's file names, so that the right plan
 * never runs in the wrong place.
 * @param expected the environment's account (12 digits), its name and the file that says so
 * @throws UserError NO_CREDENTIALS when there are none or AWS refuses them, or what the credentials' provider throws; WRONG_ACCOUNT when they belong elsewhere
 */
async function guardAccount(sts, expected) {
    const identity = await sts.getCallerIdentity({}).catch((cause) => {
        // whoever hands out the credentials may know better why there are none
        if (cause instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            throw cause;
        throw noCredentials(expected.environment, cause);
    });
    const account = identity.Account ?? '';
    if (account !== expected.account) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('WRONG_ACCOUNT', `these credentials belong to account ${account}, but ${expected.environment} is account ${expected.account} (${expected.file})`, { next: `use credentials of account ${expected.account}; nothing was changed` });
    }
    return { account, arn: identity.Arn ?? account };
}
/** The error for credentials that are missing, expired or refused; keeps the reason that the SDK or STS gives. */
function noCredentials(environment, cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('NO_CREDENTIALS', `no usable AWS credentials for ${environment}: ${reason}`, {
        next: 'sign in (`aws sso login`), set AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; nothing was changed',
        cause,
    });
}


/***/ }),

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
    const { STS } = await Promise.all(/* import() */[__webpack_require__.e(5118), __webpack_require__.e(1328), __webpack_require__.e(1695), __webpack_require__.e(722)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
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

/***/ 8669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanUp: () => (/* binding */ cleanUp)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/aws/account-guard.ts
var account_guard = __webpack_require__(1082);
// EXTERNAL MODULE: ./src/aws/identity.ts
var identity = __webpack_require__(6367);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
;// CONCATENATED MODULE: ./src/cleanup/cleanup.ts
/** @param results `null` in a dry run */
function cleanupReport(items, results) {
    const lines = items.map((item) => {
        if (item.verdict === 'keep')
            return { item, fate: 'kept', why: item.why };
        if (results === null)
            return { item, fate: 'deleted', why: item.why };
        const outcome = results.find((result) => result.item === item)?.outcome;
        switch (outcome?.kind) {
            case 'deleted':
                return { item, fate: 'deleted', why: item.why };
            case 'kept':
                return { item, fate: 'kept', why: outcome.why };
            case 'failed':
                return { item, fate: 'failed', why: outcome.reason };
            case undefined:
                throw new TypeError(`${item.name} was to be deleted, and nobody says how that ended.`);
        }
    });
    const count = (fate) => lines.filter((line) => line.fate === fate).length;
    return {
        isDryRun: results === null,
        lines,
        deleted: count('deleted'),
        kept: count('kept'),
        failed: count('failed'),
    };
}

// EXTERNAL MODULE: ./src/config/stack-instances.ts
var stack_instances = __webpack_require__(7275);
// EXTERNAL MODULE: ./src/stacks/read-stack.ts
var read_stack = __webpack_require__(7992);
// EXTERNAL MODULE: ./src/stacks/stack-status.ts
var stack_status = __webpack_require__(1308);
// EXTERNAL MODULE: ./src/stacks/transient-error.ts
var transient_error = __webpack_require__(2336);
;// CONCATENATED MODULE: ./src/cleanup/patiently.ts

/** Pauses in milliseconds between attempts, beyond those of the SDK itself. */
const pauses = [1_000, 2_000, 4_000, 8_000, 16_000];
/** Asks again after throttling and lost connections, more slowly each time; rejects with the last error. */
async function patiently(ask, { clock, signal, jitter = Math.random }) {
    for (const pause of pauses) {
        try {
            return await ask();
        }
        catch (error) {
            if (!(0,transient_error/* isTransient */.d)(error))
                throw error;
            await clock.sleep(Math.round(pause * (0.75 + 0.5 * jitter())), signal);
        }
    }
    return ask();
}

;// CONCATENATED MODULE: ./src/cleanup/find-leftovers.ts




/**
 * Reads what one environment has in one region: its stacks, nested ones too, with their change sets. A stack belongs to it if
 * its tags say so; without tags, if its name, or its root's, is one that `system.yml` gives. A stack in review that carries
 * the environment's name and nothing else is told of, too, so that it can be said why it stays.
 */
async function findLeftovers(options) {
    const { cleaned, region, api } = options;
    const { system, environment } = cleaned;
    const place = {
        system: system.system,
        environment: environment.environment,
        account: environment.account,
        region,
    };
    const defined = new Set((0,stack_instances/* stackInstances */.f7)(system, environment).map(({ stackName }) => stackName));
    const found = [];
    for (const stack of await allStacks(options)) {
        const { StackName = '', StackId = '', StackStatus: status = '' } = stack;
        const evidence = evidenceOf(stack, place, defined);
        const isOurs = evidence !== undefined && evidence !== null;
        if (evidence === undefined || (0,stack_status/* isDeleted */.oy)(status) || (!isOurs && !(0,stack_status/* isReview */.zN)(status)))
            continue;
        found.push({
            place,
            stackId: StackId,
            stackName: StackName,
            status,
            createdAt: stack.CreationTime?.getTime() ?? 0,
            evidence,
            needsApproval: system.promotion.approval.includes(environment.environment),
            changeSets: await changeSetsOf(api, StackId, options),
            resources: (0,stack_status/* isReview */.zN)(status) ? await countResources(api, StackId, options) : 0,
        });
    }
    return found.sort((a, b) => (a.stackName < b.stackName ? -1 : 1));
}
/** `undefined` for a stack of somebody else. */
function evidenceOf({ StackName = '', Tags = [], RootId }, { system, environment }, defined) {
    const tag = (name) => Tags.find(({ Key }) => Key === name)?.Value;
    const [ofSystem, ofEnvironment] = [tag('slipway:system'), tag('slipway:environment')];
    const hasName = StackName.startsWith(`${system}-${environment}-`);
    if (ofSystem !== undefined || ofEnvironment !== undefined) {
        return hasName && ofSystem === system && ofEnvironment === environment ? 'tags' : undefined;
    }
    const root = RootId?.split('/')[1] ?? StackName;
    if (defined.has(root))
        return 'definition';
    return hasName ? null : undefined;
}
async function allStacks({ api, ...patience }) {
    return everyPage(async (NextToken) => {
        const page = await patiently(() => api.describeStacks(NextToken === undefined ? {} : { NextToken }), patience);
        return { items: page.Stacks, next: page.NextToken };
    });
}
/** The change sets that are on a stack now, oldest first; none where it is gone meanwhile. */
async function changeSetsOf(api, StackName, patience) {
    const summaries = await unlessAbsent(() => everyPage(async (NextToken) => {
        const input = NextToken === undefined ? { StackName } : { StackName, NextToken };
        const page = await patiently(() => api.listChangeSets(input), patience);
        return { items: page.Summaries, next: page.NextToken };
    }));
    return (summaries ?? []).map(changeSetOf).sort((a, b) => a.createdAt - b.createdAt);
}
function changeSetOf(summary) {
    const arn = summary.ChangeSetId ?? '';
    const rootId = summary.RootChangeSetId ?? '';
    return {
        arn,
        name: summary.ChangeSetName ?? '',
        status: summary.Status ?? '',
        executionStatus: summary.ExecutionStatus ?? '',
        createdAt: summary.CreationTime?.getTime() ?? 0,
        rootId: rootId === '' || rootId === arn ? null : rootId,
    };
}
/** How many resources a stack has; 0 where it is gone meanwhile. */
async function countResources(api, StackName, patience) {
    const resources = await unlessAbsent(() => everyPage(async (NextToken) => {
        const input = NextToken === undefined ? { StackName } : { StackName, NextToken };
        const page = await patiently(() => api.listStackResources(input), patience);
        return { items: page.StackResourceSummaries, next: page.NextToken };
    }));
    return resources?.length ?? 0;
}
async function everyPage(ask) {
    const all = [];
    let token;
    do {
        const { items = [], next } = await ask(token);
        all.push(...items);
        token = next === '' ? undefined : next;
    } while (token !== undefined);
    return all;
}
async function unlessAbsent(read) {
    try {
        return await read();
    }
    catch (error) {
        if ((0,read_stack/* isAbsent */.W0)(error))
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/cleanup/delete-leftovers.ts




/** Milliseconds between two looks at what is being deleted, growing. */
const [shortest, longest] = [500, 8_000];
/** Deletes a change set with those nested in it, and waits until it is gone; one that is gone already is deleted. */
async function deleteChangeSet(options) {
    const { item, api } = options;
    try {
        await patiently(() => api.deleteChangeSet({ ChangeSetName: item.arn, StackName: item.stackId }), options);
    }
    catch (error) {
        if (isNotFound(error))
            return { kind: 'deleted' };
        // API reference, DeleteChangeSet: it is being made or executed
        if (error instanceof Error && error.name.startsWith('InvalidChangeSetStatus'))
            return { kind: 'kept', why: 'it is in use by now' };
        return failed(error, options);
    }
    return waitUntilGone(options, async () => {
        try {
            const set = await patiently(() => api.describeChangeSet({ ChangeSetName: item.arn }), options);
            if (set.Status !== 'DELETE_FAILED')
                return null;
            return { kind: 'failed', reason: set.StatusReason ?? 'CloudFormation gives no reason' };
        }
        catch (error) {
            return isNotFound(error) ? { kind: 'deleted' } : failed(error, options);
        }
    });
}
/**
 * Deletes a stack that was only reviewed, by its ARN and with the rights of a role that has none, after one more look: it
 * must still be in review, without change sets and without resources.
 */
async function deleteReviewStack(options) {
    const { item, api, emptyHandsArn } = options;
    try {
        const before = await patiently(() => (0,read_stack/* readStack */.bA)(api, item.stackId), options);
        if (before === null || (0,stack_status/* isDeleted */.oy)(before.status))
            return { kind: 'deleted' };
        if (!(0,stack_status/* isReview */.zN)(before.status))
            return { kind: 'kept', why: `it is ${before.status} by now` };
        const [newest] = await changeSetsOf(api, item.stackId, options);
        if (newest !== undefined)
            return { kind: 'kept', why: `it holds the change set ${newest.name} by now` };
        if ((await countResources(api, item.stackId, options)) > 0)
            return { kind: 'kept', why: 'it holds resources by now' };
        await patiently(() => api.deleteStack({ StackName: item.stackId, RoleARN: emptyHandsArn }), options);
    }
    catch (error) {
        return failed(error, options);
    }
    return waitUntilGone(options, async () => {
        try {
            const after = await patiently(() => (0,read_stack/* readStack */.bA)(api, item.stackId), options);
            if (after === null || (0,stack_status/* isDeleted */.oy)(after.status))
                return { kind: 'deleted' };
            if ((0,stack_status/* isReview */.zN)(after.status) || (0,stack_status/* isInProgress */.LT)(after.status))
                return null;
            return { kind: 'failed', reason: `it is ${after.status}: ${after.statusReason ?? 'no reason given'}` };
        }
        catch (error) {
            return failed(error, options);
        }
    });
}
async function waitUntilGone({ clock, signal, patience }, look) {
    const deadline = clock.now() + patience;
    for (let pause = shortest;; pause = Math.min(pause * 2, longest)) {
        const outcome = await look();
        if (outcome !== null)
            return outcome;
        if (clock.now() + pause > deadline)
            return { kind: 'failed', reason: `it is still there after ${Math.round(patience / 1_000)} s` };
        await clock.sleep(pause, signal);
    }
}
/** API reference, DescribeChangeSet, Errors; a change set whose stack is gone is told of as that. */
function isNotFound(error) {
    return (error instanceof Error &&
        (error.name.startsWith('ChangeSetNotFound') || /does not exist/i.test(error.message)));
}
/** Why it could not be deleted; an interruption is no such reason, and goes on. */
function failed(error, { signal }) {
    signal?.throwIfAborted();
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { kind: 'failed', reason };
}

;// CONCATENATED MODULE: ./src/cleanup/plan-cleanup.ts

const day = 86_400_000;
const hour = 3_600_000;
/** GitHub fails a job that has waited so long for its approval (Docs, "Reviewing deployments"). */
const longestApproval = 30 * day;
/** A change set that failed can never be executed; whoever made it has read why by then. */
const readingTime = hour;
/**
 * Decides what is left over: change sets that carry our name, and stacks that hold nothing. Everything of ours is in the
 * answer, with what becomes of it and why; what somebody else made is not, unless a stack is kept for its sake.
 */
function planCleanup(found, rules) {
    const all = found.flatMap(({ changeSets }) => changeSets);
    const known = {
        arns: new Set(all.map(({ arn }) => arn)),
        rootsOfNested: new Set(all.flatMap(({ rootId }) => (rootId === null ? [] : [rootId]))),
        crowding: new Set(found.flatMap((stack) => crowdingRoots(stack, rules.failedPerStack))),
    };
    const candidates = found.flatMap((stack) => {
        const sets = stack.changeSets.flatMap((set) => changeSetItem(set, stack, known, rules));
        return (0,stack_status/* isReview */.zN)(stack.status) ? [...sets, stackItem(stack, sets, rules)] : sets;
    });
    return withinBudget(candidates, rules.budget);
}
/** Nested change sets go through their roots only; those are named whose failed ones are beyond the newest that may stay. */
function crowdingRoots({ changeSets }, most) {
    return changeSets
        .filter(({ name, status }) => status === 'FAILED' && isOurs(name))
        .sort((a, b) => b.createdAt - a.createdAt)
        .flatMap(({ rootId }) => (rootId === null ? [] : [rootId]))
        .slice(most);
}
function isOurs(name) {
    return /^slipway-(?:pr|run)-/.test(name);
}
function changeSetItem(set, stack, known, rules) {
    if (!isOurs(set.name) || stack.evidence === null)
        return [];
    // a nested one goes with its root
    if (set.rootId !== null && known.arns.has(set.rootId))
        return [];
    const judgement = set.rootId === null
        ? judgeChangeSet(set, stack, known, rules)
        : keep('it is nested and its root is gone; CloudFormation deletes nested ones through their root only');
    const { place, stackId, stackName } = stack;
    const item = { kind: 'change-set', place, stackId, stackName, name: set.name, arn: set.arn };
    return [{ item: { ...item, ...judgement }, createdAt: set.createdAt }];
}
function judgeChangeSet(set, stack, known, rules) {
    const { name, status, executionStatus, createdAt } = set;
    const age = rules.now - createdAt;
    if (executionStatus === 'EXECUTE_COMPLETE')
        return judgeExecuted(set, known, age, rules);
    if (executionStatus === 'EXECUTE_IN_PROGRESS')
        return keep('it is being executed');
    if (/^(?:CREATE|DELETE)_(?:PENDING|IN_PROGRESS)$/.test(status) && age < day)
        return keep(status.startsWith('CREATE') ? 'it is being made' : 'it is being deleted already');
    if (status === 'FAILED' && age >= readingTime)
        return remove('it failed, so nobody can execute it');
    if (known.crowding.has(set.arn) && age >= readingTime && isOvertaken(set, stack))
        return remove(`it is overtaken, and ${crowded(rules)}`);
    return name.startsWith('slipway-pr-')
        ? judgePreview(name, rules.openPullRequests)
        : judgeRun(set, stack, age, rules);
}
/**
 * The one that a stack executed last tells what it runs. But failed ones of children that did not change stay on them until
 * there are too many, and only their root takes them along (copilot-cli#5614).
 */
function judgeExecuted(set, known, age, rules) {
    if (!known.rootsOfNested.has(set.arn))
        return keep('the stack executed it last');
    if (known.crowding.has(set.arn) && age >= readingTime)
        return remove(`it was executed, and ${crowded(rules)}`);
    return age < rules.olderThanDays * day
        ? keep(`it is ${inDays(age)} old`)
        : remove('it was executed, and has left change sets on nested stacks');
}
function judgePreview(name, open) {
    const digits = /^slipway-pr-(\d+)-/.exec(name)?.[1];
    if (digits === undefined)
        return keep('its name tells no pull request');
    if (open === null)
        return keep(`nobody could be asked whether pull request ${digits} is open`);
    return open.has(Number(digits))
        ? keep(`pull request ${digits} is open`)
        : remove(`pull request ${digits} is closed`);
}
function judgeRun(set, stack, age, rules) {
    if (age < rules.olderThanDays * day)
        return keep(`it is ${inDays(age)} old`);
    const isAwaited = stack.needsApproval &&
        set.executionStatus === 'AVAILABLE' &&
        age < longestApproval &&
        newestRun(stack) === set;
    return isAwaited ? keep('it may wait for an approval') : remove(`it is ${inDays(age)} old`);
}
function crowded({ failedPerStack }) {
    return `a nested stack holds more than ${failedPerStack} failed change sets`;
}
/** Whether the stack has a newer one of the same pull request, or of runs, that can be executed. */
function isOvertaken({ name, createdAt }, { changeSets }) {
    const origin = /^slipway-(?:pr-[^-]*|run)-/.exec(name)?.[0];
    return (origin !== undefined &&
        changeSets.some((other) => other.rootId === null &&
            other.executionStatus === 'AVAILABLE' &&
            other.createdAt > createdAt &&
            other.name.startsWith(origin)));
}
/** The newest of the stack's change sets that a run made and that can be executed: the plan of an earlier run is overtaken. */
function newestRun({ changeSets }) {
    return changeSets
        .filter(({ name, executionStatus }) => name.startsWith('slipway-run-') && executionStatus === 'AVAILABLE')
        .sort((a, b) => b.createdAt - a.createdAt)[0];
}
/** A stack in review holds change sets only: it goes once nothing but what is deleted here is on it. */
function stackItem(stack, sets, rules) {
    const { place, stackId, stackName, createdAt } = stack;
    const going = new Set(sets.flatMap(({ item }) => (item.verdict === 'delete' ? [item.arn] : [])));
    const staying = stack.changeSets.find(({ arn, rootId }) => !going.has(arn) && !(rootId !== null && going.has(rootId)));
    const age = rules.now - createdAt;
    const judge = () => {
        if (stack.evidence === null)
            return keep('its tags do not say that Slipway made it');
        if (stack.resources > 0)
            return keep('it holds resources');
        if (staying !== undefined)
            return keep(`it holds the change set ${staying.name}`);
        if (age < rules.olderThanDays * day)
            return keep(`it is ${inDays(age)} old`);
        return remove('it was reviewed only, and holds nothing');
    };
    const item = { kind: 'stack', place, stackId, stackName, name: stackName, arn: stackId };
    return { item: { ...item, ...judge() }, createdAt };
}
/** Change sets before stacks, since a stack goes only once its change sets have; the oldest first. */
function withinBudget(candidates, budget) {
    const going = candidates
        .filter(({ item }) => item.verdict === 'delete')
        .sort((a, b) => rank(a) - rank(b) || a.createdAt - b.createdAt);
    const late = new Set(going.slice(budget).map(({ item }) => item));
    const why = `it is left for the next run; one run deletes ${budget} at most`;
    return candidates.map(({ item }) => (late.has(item) ? { ...item, ...keep(why) } : item));
}
function rank({ item }) {
    return item.kind === 'change-set' ? 0 : 1;
}
function keep(why) {
    return { verdict: 'keep', why };
}
function remove(why) {
    return { verdict: 'delete', why };
}
function inDays(age) {
    const days = Math.floor(age / day);
    return days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
}

;// CONCATENATED MODULE: ./src/cleanup/clean-up.ts








/** Deletions of one run, and how many at once: CloudFormation throttles whole accounts. */
const budget = 200;
const atOnce = 4;
/** Failed change sets that a nested stack keeps, however young. */
const failedPerStack = 50;
/** Deleting a change set over a large nested tree takes CloudFormation this long at most: an estimate. */
const patience = 120_000;
/**
 * Finds what is left over in the environments and deletes it, and says what it kept and why. Again, later, it finds nothing.
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT, CLEANUP_DENIED before anything is deleted; and what `openPullRequests` throws
 */
async function cleanUp(options) {
    const items = await findAndPlan(options);
    return cleanupReport(items, options.isDryRun ? null : await carryOut(items, options));
}
async function findAndPlan(options) {
    const { cleaned, session, olderThanDays, openPullRequests } = options;
    const found = [];
    for (const each of cleaned) {
        const { environment } = each;
        const clients = session.clients(environment);
        await (0,account_guard/* guardAccount */.F)(await clients.sts(environment.regions.home), environment);
        for (const region of new Set([environment.regions.home, environment.regions.edge])) {
            const { clock, signal } = session;
            const api = await clients.cloudFormation(region);
            found.push(...(await findLeftovers({ cleaned: each, region, api, clock, signal }).catch((error) => {
                throw isDenied(error) ? denied(error, environment, region) : error;
            })));
        }
    }
    // asked for after the change sets were read: one that was opened in between has no change set among them
    const open = openPullRequests === null ? null : new Set(await openPullRequests());
    const now = session.clock.now();
    return planCleanup(found, { now, olderThanDays, openPullRequests: open, failedPerStack, budget });
}
/** CloudFormation User Guide, "Common errors": `AccessDenied`, by some endpoints `AccessDeniedException`. */
function isDenied(error) {
    return error instanceof Error && /^(?:AccessDenied|UnauthorizedOperation)/.test(error.name);
}
function denied(cause, { account, environment, system }, region) {
    return new slipway_error/* UserError */.yo('CLEANUP_DENIED', `these credentials may not read what is left over of ${system} ${environment} in ${account} ${region}: ${cause.message}`, {
        cause,
        next: `slipway cleanup ${system} --assume-roles, with credentials that may take ${(0,identity/* roleArn */.w3)(account, 'janitor')}`,
    });
}
/** Change sets before stacks. One that can't be deleted keeps nothing else from it. */
async function carryOut(items, { cleaned, session, onResult }) {
    const limit = (0,p_limit/* default */.A)(atOnce);
    const remove = async (item) => {
        session.signal?.throwIfAborted();
        const { account, region } = item.place;
        const outcome = await (item.kind === 'change-set' ? deleteChangeSet : deleteReviewStack)({
            item,
            api: await session.clients(environmentOf(item, cleaned)).cloudFormation(region),
            emptyHandsArn: (0,identity/* roleArn */.w3)(account, 'empty-hands'),
            patience,
            clock: session.clock,
            signal: session.signal,
        });
        onResult?.({ item, outcome });
        return { item, outcome };
    };
    const results = [];
    for (const kind of ['change-set', 'stack']) {
        const going = items.filter((item) => item.verdict === 'delete' && item.kind === kind);
        results.push(...(await Promise.all(going.map((item) => limit(() => remove(item))))));
    }
    return results;
}
function environmentOf({ place }, cleaned) {
    const found = cleaned.find(({ environment: { system, environment } }) => system === place.system && environment === place.environment);
    if (found === undefined)
        throw new TypeError(`${place.system} ${place.environment} was not looked at.`);
    return found.environment;
}


/***/ }),

/***/ 7275:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   av: () => (/* binding */ missingOutput),
/* harmony export */   ev: () => (/* binding */ resolveSource),
/* harmony export */   f7: () => (/* binding */ stackInstances)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _stack_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5259);
/* harmony import */ var _parse_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6097);



/** How a stack is called in its account: `companycam-dev-app`. */
function deployedStackName(system, environment, stack) {
    return `${system}-${environment}-${stack}`;
}
/**
 * The stacks of one environment in order of deployment: what `system.yml` and the environment's file say, put together. The
 * tags get `slipway:system` and `slipway:environment`.
 *
 * @throws UserError `CONFIG_CYCLE`
 */
function stackInstances(system, environment) {
    const tags = {
        ...environment.tags,
        'slipway:system': system.system,
        'slipway:environment': environment.environment,
    };
    const instances = system.stacks.map((stack) => ({
        name: stack.name,
        stackName: deployedStackName(system.system, environment.environment, stack.name),
        account: environment.account,
        region: environment.regions[stack.region],
        template: stack.template,
        parameters: { ...stack.parameters, ...environment.values[stack.name] },
        tags,
    }));
    const order = (0,_stack_order_js__WEBPACK_IMPORTED_MODULE_1__/* .orderStacks */ .S)(instances.map(({ name }) => name), instances.flatMap(({ name, parameters }) => (0,_parse_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .takes */ .ny)(name, parameters)));
    return instances.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}
/** A parameter's text, or `undefined` where its stack or output is not there (yet). */
function resolveSource(source, outputs) {
    return source.kind === 'literal' ? source.value : outputs[source.stack]?.[source.output];
}
/** The error for a reference that cannot be resolved. `what` takes it, in words. */
function missingOutput(what, source, outputs) {
    if (source.kind === 'literal')
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('OUTPUT_MISSING', `There is no value for ${what}`);
    const there = outputs[source.stack];
    const state = there === undefined
        ? `the stack ${source.stack} is not deployed`
        : `the stack has ${Object.keys(there).length === 0 ? 'no outputs' : `the outputs ${Object.keys(there).sort().join(', ')}`}`;
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('OUTPUT_MISSING', `There is no output ${source.stack}.${source.output} for ${what}; ${state}`);
}


/***/ }),

/***/ 7992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   bA: () => (/* binding */ readStack)
/* harmony export */ });
/* unused harmony export describeOutputs */
/**
 * Describes a stack by name or ARN; `null` where there is none. A deleted stack is found by its ARN only
 * (API reference, DescribeStacks).
 */
async function readStack(api, nameOrArn) {
    try {
        const { Stacks } = await api.describeStacks({ StackName: nameOrArn });
        const stack = Stacks?.[0];
        return stack ? stateOf(stack) : null;
    }
    catch (error) {
        if (isAbsent(error))
            return null;
        throw error;
    }
}
/** The stack's outputs by name; empty where the stack is absent. */
async function describeOutputs(api, nameOrArn) {
    return (await readStack(api, nameOrArn))?.outputs ?? {};
}
function stateOf(stack) {
    return {
        stackId: stack.StackId ?? '',
        stackName: stack.StackName ?? '',
        status: stack.StackStatus ?? '',
        statusReason: nonEmpty(stack.StackStatusReason),
        changeSetId: nonEmpty(stack.ChangeSetId),
        outputs: Object.fromEntries((stack.Outputs ?? []).map((output) => [output.OutputKey ?? '', output.OutputValue ?? ''])),
        parentId: nonEmpty(stack.ParentId),
        createdAt: stack.CreationTime?.getTime() ?? 0,
    };
}
/** CloudFormation has no error of its own for an absent stack: a ValidationError that says so. */
function isAbsent(error) {
    return error instanceof Error && /does not exist/i.test(error.message);
}
function nonEmpty(text) {
    return text === undefined || text === '' ? null : text;
}


/***/ }),

/***/ 1308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ isFailedEvent),
/* harmony export */   FV: () => (/* binding */ isCleanup),
/* harmony export */   Gm: () => (/* binding */ isRolledBack),
/* harmony export */   Hd: () => (/* binding */ isTerminal),
/* harmony export */   LT: () => (/* binding */ isInProgress),
/* harmony export */   Ng: () => (/* binding */ isUpdatable),
/* harmony export */   nV: () => (/* binding */ isFailedCreation),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   oy: () => (/* binding */ isDeleted),
/* harmony export */   qJ: () => (/* binding */ isOperationStart),
/* harmony export */   rU: () => (/* binding */ isRollbackStart),
/* harmony export */   zN: () => (/* binding */ isReview)
/* harmony export */ });
/* unused harmony exports stackStatuses, isStuck */
const meanings = {
    CREATE_IN_PROGRESS: 'moving',
    CREATE_COMPLETE: 'updatable',
    CREATE_FAILED: 'stuck',
    DELETE_IN_PROGRESS: 'moving',
    DELETE_COMPLETE: 'deleted',
    DELETE_FAILED: 'stuck',
    IMPORT_IN_PROGRESS: 'moving',
    IMPORT_COMPLETE: 'updatable',
    IMPORT_ROLLBACK_IN_PROGRESS: 'moving',
    IMPORT_ROLLBACK_COMPLETE: 'updatable',
    IMPORT_ROLLBACK_FAILED: 'stuck',
    REVIEW_IN_PROGRESS: 'review',
    ROLLBACK_IN_PROGRESS: 'moving',
    ROLLBACK_COMPLETE: 'failed-creation',
    ROLLBACK_FAILED: 'stuck',
    UPDATE_IN_PROGRESS: 'moving',
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'moving',
    UPDATE_COMPLETE: 'updatable',
    UPDATE_FAILED: 'stuck',
    UPDATE_ROLLBACK_IN_PROGRESS: 'moving',
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'moving',
    UPDATE_ROLLBACK_COMPLETE: 'updatable',
    UPDATE_ROLLBACK_FAILED: 'stuck',
};
/** All statuses that CloudFormation can report for a stack. */
const stackStatuses = Object.keys(meanings);
function meaningOf(status) {
    return Object.hasOwn(meanings, status) ? meanings[status] : null;
}
/** An operation runs. `REVIEW_IN_PROGRESS` is none: nothing moves there until a change set is executed. */
function isInProgress(status) {
    return meaningOf(status) === 'moving';
}
/** The operation is over, well or badly. */
function isTerminal(status) {
    const meaning = meaningOf(status);
    return meaning !== null && meaning !== 'moving' && meaning !== 'review';
}
/** A change set of type UPDATE can be made and executed. */
function isUpdatable(status) {
    return meaningOf(status) === 'updatable';
}
/** A change set of type CREATE is wanted: only review, or nothing there. */
function isReview(status) {
    return meaningOf(status) === 'review';
}
/** A first creation failed and was rolled back: `ROLLBACK_COMPLETE`. */
function isFailedCreation(status) {
    return meaningOf(status) === 'failed-creation';
}
/** Somebody has to act before anything else is possible. */
function isStuck(status) {
    return meaningOf(status) === 'stuck';
}
function isDeleted(status) {
    return meaningOf(status) === 'deleted';
}
/** The operation ended with what was asked for. */
function isSuccess(status) {
    return status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE' || status === 'IMPORT_COMPLETE';
}
/** The operation failed and everything was put back as it was before. */
function isRolledBack(status) {
    return (status === 'ROLLBACK_COMPLETE' ||
        status === 'UPDATE_ROLLBACK_COMPLETE' ||
        status === 'IMPORT_ROLLBACK_COMPLETE');
}
/** A stack's own status that says that it begins to undo: what fails after it is not the cause. */
function isRollbackStart(status) {
    return (status === 'ROLLBACK_IN_PROGRESS' ||
        status === 'UPDATE_ROLLBACK_IN_PROGRESS' ||
        status === 'IMPORT_ROLLBACK_IN_PROGRESS');
}
/** The new resources stand; old ones are being removed. What fails here leaves something behind but fails nothing. */
function isCleanup(status) {
    return (status === 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS' ||
        status === 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
}
/** A stack's own status with which an operation begins. A rollback begins one only when a person asked for it. */
function isOperationStart(status) {
    return (status === 'CREATE_IN_PROGRESS' ||
        status === 'UPDATE_IN_PROGRESS' ||
        status === 'IMPORT_IN_PROGRESS' ||
        status === 'DELETE_IN_PROGRESS');
}
/** A resource's (or stack's) event that something failed. */
function isFailedEvent(status) {
    return status.endsWith('_FAILED');
}


/***/ }),

/***/ 2336:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ isTransient)
/* harmony export */ });
/**
 * Errors of a read that say nothing about the stack: throttling, a service that stumbles, a lost connection. The SDK has
 * retried a few times already when one arrives here; who follows an operation goes on, more slowly.
 * Names: "Common errors" of the CloudFormation API reference and the SDK's own retry classification.
 */
const throttling = new Set([
    'Throttling',
    'ThrottlingException',
    'ThrottledException',
    'RequestThrottled',
    'RequestThrottledException',
    'RequestLimitExceeded',
    'TooManyRequestsException',
    'SlowDown',
]);
const network = new Set([
    'ECONNRESET',
    'ECONNREFUSED',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'ENOTFOUND',
    'UND_ERR_SOCKET',
]);
function isThrottling(error) {
    return error instanceof Error && (throttling.has(error.name) || httpStatus(error) === 429);
}
function isTransient(error) {
    if (!(error instanceof Error))
        return false;
    if (isThrottling(error) || error.name === 'TimeoutError')
        return true;
    const code = 'code' in error ? error.code : undefined;
    return (typeof code === 'string' && network.has(code)) || (httpStatus(error) ?? 0) >= 500;
}
function httpStatus(error) {
    const metadata = '$metadata' in error ? error.$metadata : undefined;
    if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata))
        return undefined;
    return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}


/***/ }),

/***/ 370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};
