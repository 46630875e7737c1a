export const id = 4488;
export const ids = [4488];
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

/***/ 3130:
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
// EXTERNAL MODULE: ./src/aws/bucket-names.ts
var bucket_names = __webpack_require__(4030);
// EXTERNAL MODULE: ./src/aws/identity.ts
var identity = __webpack_require__(6367);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/ledger/open-ledger.ts + 2 modules
var open_ledger = __webpack_require__(7813);
;// CONCATENATED MODULE: ./src/cleanup/cleanup.ts
/**
 * @param results `null` in a dry run
 * @param sweeps `null` where artifacts were not looked at
 */
function cleanupReport(items, results, sweeps) {
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
        failed: count('failed') + (sweeps ?? []).filter(({ outcome }) => outcome === 'failed').length,
        sweeps,
    };
}

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
/** Looks again and again, more slowly each time, until it is told of an outcome or patience ends. */
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

// EXTERNAL MODULE: ./src/ledger/with-lock.ts
var with_lock = __webpack_require__(6557);
// EXTERNAL MODULE: ./src/stacks/read-stack.ts
var read_stack = __webpack_require__(7992);
// EXTERNAL MODULE: ./src/stacks/stack-status.ts
var stack_status = __webpack_require__(1308);
;// CONCATENATED MODULE: ./src/cleanup/cleanup-lock.ts
/** After so long without a sign of life somebody else may take the lock over. */
const minutes = 6;
/**
 * The lock that cleaning up holds while it deletes what a deployment might begin to use.
 * @param runner which run this is; the same when it is started again, so that one that was killed goes on at once
 */
function cleanupLock(runner) {
    return { holder: `${runner} · clean-up`, release: 'clean-up', minutes };
}

// EXTERNAL MODULE: ./src/config/stack-instances.ts
var stack_instances = __webpack_require__(7275);
// EXTERNAL MODULE: ./src/ledger/lock.ts
var ledger_lock = __webpack_require__(7154);
;// CONCATENATED MODULE: ./src/cleanup/look-into-ledger.ts

/**
 * What a ledger says of an environment in which a stack is in review. One that can't be read is told of, not thrown.
 * @param holder of the lock that cleaning up takes: what it has left itself is no hindrance
 */
async function lookIntoLedger(ledger, holder, clock) {
    try {
        const { sequence, lock } = await ledger.readHead();
        if (sequence > 0)
            return { kind: 'entries', count: sequence };
        const other = (0,ledger_lock/* heldByOther */.hJ)(lock, holder, clock);
        if (other !== null)
            return { kind: 'locked', by: other.holder };
        return { kind: 'empty' };
    }
    catch (error) {
        return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) };
    }
}
/** Why a stack in review stays for the ledger's sake; `null` where it may go. */
function whyLedgerKeeps(ledger) {
    switch (ledger?.kind) {
        case 'empty':
            return null;
        case 'entries':
            return whyEntriesKeep(ledger.count);
        case 'locked':
            return `its ledger is locked by ${ledger.by}`;
        case 'unreadable':
            return `its ledger can't be read: ${ledger.why}`;
        case undefined:
            return 'nobody has looked into its ledger';
    }
}
function whyEntriesKeep(count) {
    return `its environment's ledger has ${count === 1 ? 'an entry' : `${count} entries`}`;
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
    let ledger = null;
    for (const stack of await allStacks(options)) {
        const { StackName = '', StackId = '', StackStatus: status = '' } = stack;
        const evidence = evidenceOf(stack, place, defined);
        const isOurs = evidence !== undefined && evidence !== null;
        if (evidence === undefined || (0,stack_status/* isDeleted */.oy)(status) || (!isOurs && !(0,stack_status/* isReview */.zN)(status)))
            continue;
        if (isOurs && (0,stack_status/* isReview */.zN)(status))
            ledger ??= await lookIntoLedger(options.ledger, cleanupLock(options.runner).holder, options.clock);
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
            ledger: isOurs && (0,stack_status/* isReview */.zN)(status) ? ledger : null,
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
/** Every stack of a region, nested ones too. */
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
        release: /^Slipway release ([0-9a-f]{64})$/.exec(summary.Description ?? '')?.[1] ?? null,
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

;// CONCATENATED MODULE: ./src/cleanup/delete-review-stack.ts









/**
 * Deletes a stack that was only reviewed, under the environment's lock, so that nobody executes on it meanwhile. Under the
 * lock the ledger must hold no entry and the stack must still be in review, without change sets and without resources. The
 * lock is given back whatever happens; where somebody else holds it, the stack is kept.
 */
async function deleteReviewStack(options) {
    const { ledger, clock, logger, signal } = options;
    try {
        return await (0,with_lock/* withLock */.k)({ ...cleanupLock(options.runner), ledger, clock, logger, signal }, async (held) => {
            const { sequence } = await ledger.readHead();
            if (sequence > 0)
                return { kind: 'kept', why: `${whyEntriesKeep(sequence)} by now` };
            return lookAndDelete({ ...options, signal: held });
        });
    }
    catch (error) {
        if (error instanceof slipway_error/* SlipwayError */.GQ && error.code === 'LEDGER_LOCKED')
            return { kind: 'kept', why: `its ledger is locked: ${error.message}` };
        return failed(error, options);
    }
}
/** Deletes it by its ARN and with the rights of a role that has none, after one more look. */
async function lookAndDelete(options) {
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
/** Whether a change set's name is one of ours. */
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
        const why = whyLedgerKeeps(stack.ledger);
        if (why !== null)
            return keep(why);
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

;// CONCATENATED MODULE: ./src/cleanup/sweep/delete-artifacts.ts
/** Keys that DeleteObjects takes at once (API reference). */
const batch = 1000;
/**
 * Deletes artifacts; in a bucket with versions they get a deletion marker, and can be brought back for as long as the bucket
 * keeps versions. A key that S3 refuses keeps no other from it.
 */
async function deleteArtifacts(s3, { bucket, account }, keys, signal) {
    const deleted = new Set();
    const refused = new Map();
    for (let start = 0; start < keys.length; start += batch) {
        signal.throwIfAborted();
        const some = keys.slice(start, start + batch);
        try {
            const { Errors = [] } = await s3.deleteObjects({
                Bucket: bucket,
                ExpectedBucketOwner: account,
                Delete: { Objects: some.map((Key) => ({ Key })), Quiet: true },
            });
            for (const { Key = '', Code = 'it gives no reason', Message = '' } of Errors)
                refused.set(Key, Message === '' ? Code : `${Code}: ${Message}`);
            for (const key of some)
                if (!refused.has(key))
                    deleted.add(key);
        }
        catch (error) {
            signal.throwIfAborted();
            // what went before went; the rest is for the next run
            const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
            for (const key of keys.slice(start))
                refused.set(key, reason);
            break;
        }
    }
    return { deleted, refused };
}

;// CONCATENATED MODULE: ./src/cleanup/sweep/sweep.ts
/** What names a release can't be read, so nothing is known to be superfluous. */
class SweepBlocked extends Error {
    name = 'SweepBlocked';
}
/** Somebody's change set does not say what it needs: nothing goes, and nothing is broken. */
class SweepPostponed extends SweepBlocked {
}
/** What of a bucket is neither read nor deleted. */
const nothingSwept = {
    foreign: { count: 0, bytes: 0 },
    needed: { count: 0, bytes: 0 },
    young: { count: 0, bytes: 0 },
    left: { count: 0, bytes: 0 },
    going: [],
};

;// CONCATENATED MODULE: ./src/cleanup/sweep/awaited-releases.ts




/**
 * The releases whose change sets stand in a region, on whatever stack: plans of pull requests, plans that wait for an
 * approval, and what was executed last. One that failed is nobody's: it can't be executed.
 * @throws SweepPostponed for a change set of ours that does not say of which release it is
 */
async function awaitedReleases(options) {
    const { api, without } = options;
    const needed = new Map();
    for (const stack of await allStacks(options)) {
        const { StackId = '', StackName = '', StackStatus = '', RootId } = stack;
        // what is nested hangs on its root's, which says it
        if (RootId !== undefined || (0,stack_status/* isDeleted */.oy)(StackStatus))
            continue;
        for (const set of await changeSetsOf(api, StackId, options)) {
            const isNeedless = set.rootId !== null || set.status === 'FAILED' || without.has(set.arn);
            if (!isOurs(set.name) || isNeedless)
                continue;
            needed.set(releaseOf(set, StackName), `the change set ${set.name} on ${StackName}`);
        }
    }
    return needed;
}
/** By its description; where that is somebody's own, a run's name still tells the first digits. */
function releaseOf({ name, release }, stackName) {
    const found = release ?? /^slipway-run-([0-9a-f]{8})-/.exec(name)?.[1];
    if (found !== undefined)
        return found;
    throw new SweepPostponed(`the change set ${name} on ${stackName} does not say of which release it is`);
}

;// CONCATENATED MODULE: ./src/cleanup/sweep/find-buckets.ts

/** The buckets that the bootstrap has made in an account, in any region (API reference, ListBuckets: whatever region is asked). */
async function findBuckets(s3, account) {
    const names = [];
    let token;
    do {
        const page = await s3.listBuckets({
            Prefix: 'slipway-',
            ...(token === undefined ? {} : { ContinuationToken: token }),
        });
        names.push(...(page.Buckets ?? []).flatMap(({ Name }) => (Name === undefined ? [] : [Name])));
        token = page.ContinuationToken === '' ? undefined : page.ContinuationToken;
    } while (token !== undefined);
    const beginningWith = (beginning) => names
        .filter((name) => name.startsWith(beginning) && name.length > beginning.length)
        .sort()
        .map((name) => ({ name, region: name.slice(beginning.length) }));
    return {
        artifacts: beginningWith((0,bucket_names/* artifactBucketName */.m)(account, '')),
        ledgers: beginningWith((0,bucket_names/* ledgerBucketName */.B)(account, '')),
    };
}
/** Everything that a bucket holds now below a prefix; of versions, the newest. */
async function listObjects(s3, Bucket, account, Prefix = '') {
    const found = [];
    let token;
    do {
        const page = await s3.listObjectsV2({
            Bucket,
            ExpectedBucketOwner: account,
            ...(Prefix === '' ? {} : { Prefix }),
            ...(token === undefined ? {} : { ContinuationToken: token }),
        });
        for (const { Key, Size = 0, LastModified } of page.Contents ?? []) {
            // without a date it is taken for new, and stays
            const modifiedAt = LastModified?.getTime() ?? Number.POSITIVE_INFINITY;
            if (Key !== undefined)
                found.push({ key: Key, size: Size, modifiedAt });
        }
        token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
    return found;
}

// EXTERNAL MODULE: ./src/release/bucket-store.ts
var bucket_store = __webpack_require__(7511);
// EXTERNAL MODULE: ./src/release/manifest.ts
var manifest = __webpack_require__(4776);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
;// CONCATENATED MODULE: ./src/cleanup/sweep/plan-sweep.ts
const plan_sweep_day = 86_400_000;
/** Whether a key is one that `release` writes: the SHA-256 of what lies there, in hex. */
function isArtifactKey(key) {
    return /^[0-9a-f]{64}$/.test(key);
}
function isYoung({ modifiedAt }, { now, guardDays }) {
    return now - modifiedAt < guardDays * plan_sweep_day;
}
/**
 * Decides what of a bucket goes: artifacts that no release needs, and that have lain there for longer than the guard.
 * @param needed keys of everything that some release needs
 */
function planSweep(objects, needed, rules) {
    const fates = Map.groupBy(objects, (object) => !isArtifactKey(object.key)
        ? 'foreign'
        : needed.has(object.key)
            ? 'needed'
            : isYoung(object, rules)
                ? 'young'
                : 'superfluous');
    const superfluous = [...(fates.get('superfluous') ?? [])].sort((a, b) => a.modifiedAt - b.modifiedAt || (a.key < b.key ? -1 : 1));
    return {
        foreign: amountOf(fates.get('foreign') ?? []),
        needed: amountOf(fates.get('needed') ?? []),
        young: amountOf(fates.get('young') ?? []),
        left: amountOf(superfluous.slice(rules.budget)),
        going: superfluous.slice(0, rules.budget),
    };
}
/** Objects and bytes together. */
function amountOf(objects) {
    return { count: objects.length, bytes: objects.reduce((sum, { size }) => sum + size, 0) };
}

;// CONCATENATED MODULE: ./src/cleanup/sweep/manifest-reader.ts







/** Far more than the manifest of a release with thousands of files has. */
const largestManifest = 16_000_000;
const atOnce = 16;
/** Of those that a comment, or the name of a change set, shows. */
const indexed = 8;
/** Reads what releases consist of, each once: an artifact never changes. */
class ManifestReader {
    #clock;
    #manifests = new Map();
    /** What one bucket holds under a key; `null`: no manifest, which says nothing of other buckets. */
    #looked = new Map();
    constructor(clock) {
        this.#clock = clock;
    }
    /**
     * Keys of everything that releases consist of.
     * @param shown ids or beginnings that somebody wrote somewhere: they are looked for, and not missed
     * @param buckets of all accounts; a release lies whole in the bucket of its environment's home region
     * @throws SweepBlocked for one of `releases` whose manifest is nowhere, or can't be read
     */
    async keysOf(releases, shown, buckets) {
        const limit = (0,p_limit/* default */.A)(atOnce);
        const index = Map.groupBy(buckets.flatMap((bucket) => bucket.objects.map(({ key }) => ({ key, bucket }))), ({ key }) => key.slice(0, indexed));
        const found = await Promise.all([
            ...[...releases].map(([release, who]) => limit(() => isArtifactKey(release)
                ? this.#keysOfRelease(release, who, index)
                : this.#keysOfBeginning(release, index))),
            ...[...shown].map((beginning) => limit(() => this.#keysOfBeginning(beginning, index))),
        ]);
        return new Set(found.flat());
    }
    /**
     * Keys of everything that the manifests among objects of a bucket name: releases that nothing names yet, or any more.
     * Which object is a manifest is told by its type and its content.
     */
    async keysOfManifests({ name, s3 }, among) {
        const limit = (0,p_limit/* default */.A)(atOnce);
        const found = await Promise.all(among
            .filter(({ key, size }) => isArtifactKey(key) && size <= largestManifest)
            .map(({ key }) => limit(() => this.#keysIfManifest(key, name, s3))));
        return new Set(found.flatMap((keys) => keys ?? []));
    }
    async #keysOfRelease(id, who, index) {
        const place = index.get(id.slice(0, indexed))?.find(({ key }) => key === id);
        if (place === undefined)
            throw new SweepBlocked(`release ${(0,sha256/* short */.h)(id)}, which ${who} names, has no manifest in any artifact bucket`);
        try {
            return await this.#parsed(id, place.bucket.name, place.bucket.s3);
        }
        catch (error) {
            throw new SweepBlocked(`release ${(0,sha256/* short */.h)(id)}, which ${who} names, can't be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
        }
    }
    /** What the first digits name may be gone long since, or never have been here. */
    async #keysOfBeginning(beginning, index) {
        const found = (index.get(beginning.slice(0, indexed)) ?? [])
            .filter(({ key }) => isArtifactKey(key) && key.startsWith(beginning))
            .map(async ({ key, bucket: { name, s3 } }) => [
            key,
            ...((await this.#keysIfManifest(key, name, s3)) ?? []),
        ]);
        return (await Promise.all(found)).flat();
    }
    #keysIfManifest(key, bucket, s3) {
        const location = `${bucket}/${key}`;
        const known = this.#looked.get(location);
        if (known !== undefined)
            return known;
        const reading = (async () => {
            try {
                if (!this.#manifests.has(key)) {
                    const { ContentType } = await s3.headObject({ Bucket: bucket, Key: key });
                    if (ContentType?.startsWith('application/json') !== true)
                        return null;
                }
                return await this.#parsed(key, bucket, s3);
            }
            catch (error) {
                if (isNoManifest(error))
                    return null;
                throw error;
            }
        })();
        this.#looked.set(location, reading);
        reading.catch(() => this.#looked.delete(location));
        return reading;
    }
    async #parsed(id, bucket, s3) {
        const known = this.#manifests.get(id);
        if (known !== undefined)
            return known;
        const bytes = await new bucket_store/* BucketStore */.c({ s3, bucket, clock: this.#clock }).get(id);
        const keys = (0,manifest/* artifactKeys */.VR)((0,manifest/* parseManifest */.Ng)(bytes, `s3://${bucket}/${id}`));
        this.#manifests.set(id, keys);
        return keys;
    }
}
/** Some other JSON, of a site say; bytes that are not what the key says, which nothing ever uses; gone meanwhile. */
function isNoManifest(error) {
    if (error instanceof slipway_error/* SlipwayError */.GQ)
        return ['RELEASE_MANIFEST', 'ARTIFACT_DIGEST', 'ARTIFACT_MISSING'].includes(error.code);
    return error instanceof Error && ['NotFound', 'NoSuchKey'].includes(error.name);
}

// EXTERNAL MODULE: ./src/config/environment-name.ts
var environment_name = __webpack_require__(5899);
// EXTERNAL MODULE: ./src/ledger/find-release.ts
var find_release = __webpack_require__(3758);
;// CONCATENATED MODULE: ./src/cleanup/sweep/read-ledgers.ts




/**
 * The ledgers that a bucket holds, by its keys.
 * @throws SweepBlocked for one of an environment that this version does not know
 */
function ledgersIn(objects, bucket) {
    const found = new Map();
    for (const { key } of objects) {
        const [, folder, system, name] = /^(ledger\/([^/]+)\/([^/]+))\//.exec(key) ?? [];
        if (folder === undefined || system === undefined)
            continue;
        const environment = environment_name/* environmentNames */.i.find((each) => each === name);
        if (environment === undefined)
            throw new SweepBlocked(`s3://${bucket}/${folder} is of an environment that is not known here`);
        found.set(folder, { system, environment });
    }
    return [...found.values()];
}
/** Reads which releases ledgers need, and remembers records, which never change. */
class LedgerReader {
    #known = new Map();
    /**
     * The releases that one ledger needs: what runs, what ran well, what is being deployed (also by a run that was killed), and
     * every one that a rollback can name.
     * @throws SweepBlocked where it can't be read
     */
    async neededBy(ledger, { system, environment }) {
        try {
            const head = await ledger.readHead();
            let known = this.#known.get(ledger.location);
            if (known?.sequence !== head.sequence) {
                const records = await ledger.records({ limit: find_release/* rollbackHistory */.P });
                known = { sequence: head.sequence, releases: records.map(({ release }) => release) };
                this.#known.set(ledger.location, known);
            }
            const ids = [head.release, head.goodRelease, head.lock?.release, ...known.releases];
            // what locks for something else than a release names none
            return new Map(ids.flatMap((id) => typeof id === 'string' && isArtifactKey(id) ? [[id, `the ledger of ${system} ${environment}`]] : []));
        }
        catch (error) {
            throw new SweepBlocked(`the ledger of ${system} ${environment} can't be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
        }
    }
}

;// CONCATENATED MODULE: ./src/cleanup/sweep/look.ts







/**
 * Looks at accounts, and again with what it has learnt before. What a ledger, a change set or a comment names in one account is
 * needed in all of them: a release goes from environment to environment, and the same bytes go to each.
 */
class Eye {
    #options;
    #buckets = new Map();
    #ledgers = new LedgerReader();
    #manifests;
    constructor(options) {
        this.#options = options;
        this.#manifests = new ManifestReader(options.clock);
    }
    /** @throws SweepBlocked where something can't be read; the signal's reason */
    async look() {
        const { accounts, rules, ofPullRequests } = this.#options;
        const needed = new Map();
        const ledgers = new Map();
        const open = new Map();
        // artifacts before what names them: one that is put there meanwhile is not among those that could go
        for (const each of accounts)
            open.set(each.account, await this.#at(each, () => this.#openBuckets(each)));
        for (const each of accounts)
            ledgers.set(each.account, await this.#at(each, () => this.#addNeeds(each, needed)));
        const keys = await this.#manifests.keysOf(needed, ofPullRequests, [...open.values()].flat());
        const plans = new Map();
        for (const each of accounts) {
            const swept = (open.get(each.account) ?? []).filter(({ region }) => each.regions.includes(region));
            for (const bucket of swept) {
                const young = bucket.objects.filter((object) => isYoung(object, rules));
                const ofYoung = await this.#at(each, () => this.#manifests.keysOfManifests(bucket, young));
                plans.set(bucket.name, planSweep(bucket.objects, new Set([...keys, ...ofYoung]), rules));
            }
        }
        return { ledgers, plans };
    }
    /** Whether a bucket is there, as far as is known. */
    mayExist(account, bucket) {
        return this.#buckets.get(account)?.artifacts.some(({ name }) => name === bucket) ?? true;
    }
    /** Whatever can't be read keeps everything; it is said where that was. */
    async #at({ account }, read) {
        const { signal } = this.#options;
        signal?.throwIfAborted();
        try {
            return await read();
        }
        catch (error) {
            signal?.throwIfAborted();
            if (error instanceof SweepBlocked)
                throw error;
            const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
            throw new SweepBlocked(`account ${account} can't be read: ${words}`, { cause: error });
        }
    }
    async #bucketsOf({ account, clients, regions }) {
        const known = this.#buckets.get(account);
        if (known !== undefined)
            return known;
        const found = await findBuckets(await clients.s3(regions[0] ?? 'us-east-1'), account);
        this.#buckets.set(account, found);
        return found;
    }
    async #openBuckets(place) {
        const open = [];
        for (const { name, region } of (await this.#bucketsOf(place)).artifacts) {
            const s3 = await place.clients.s3(region);
            open.push({ name, region, s3, objects: await listObjects(s3, name, place.account) });
        }
        return open;
    }
    async #addNeeds(place, needed) {
        const { account, clients, environments } = place;
        const { without, clock, logger, signal } = this.#options;
        // change sets before ledgers: a plan that is executed in between leaves the one and enters the other
        for (const region of place.regions) {
            const api = await clients.cloudFormation(region);
            for (const [release, who] of await awaitedReleases({ api, without, clock, signal }))
                needed.set(release, who);
        }
        const ledgers = [];
        for (const { name: bucket, region } of (await this.#bucketsOf(place)).ledgers) {
            const s3 = await clients.s3(region);
            const found = ledgersIn(await listObjects(s3, bucket, account, 'ledger/'), bucket);
            for (const each of [...found, ...begun(found, environments, region)]) {
                const ledger = (0,open_ledger/* openLedger */.a)({ s3, bucket, ...each, clock, logger });
                ledgers.push(ledger);
                for (const [release, who] of await this.#ledgers.neededBy(ledger, each))
                    needed.set(release, who);
            }
        }
        return ledgers;
    }
}
/** Ledgers that a first deployment would begin. */
function begun(found, environments, region) {
    return environments
        .filter(({ system, environment, regions }) => regions.home === region &&
        !found.some((each) => each.system === system && each.environment === environment))
        .map(({ system, environment }) => ({ system, environment }));
}

;// CONCATENATED MODULE: ./src/cleanup/sweep/with-locks.ts

/**
 * Holds the locks of several ledgers while `work` runs, taken one after the other. Nobody waits for a lock, so two who take
 * them at once can't hold each other up.
 * @throws UserError LEDGER_LOCKED where one is held by somebody else; those that were taken are given back
 */
async function withLocks(ledgers, options, work) {
    const [ledger, ...others] = ledgers;
    if (ledger === undefined)
        return work(options.signal ?? new AbortController().signal);
    return (0,with_lock/* withLock */.k)({ ...options, ledger }, (signal) => withLocks(others, { ...options, signal }, work));
}

;// CONCATENATED MODULE: ./src/cleanup/sweep/sweep-artifacts.ts







/**
 * Longer than anything waits that a release is on its way to: GitHub fails a job that has waited 30 days for its approval (Docs,
 * "Reviewing deployments").
 */
const guardDays = 35;
/** Deletions of one run in a bucket. */
const budget = 10_000;
/**
 * Deletes the artifacts that no release needs which a ledger, a lock, a change set or an open pull request names, or which is
 * young. It is decided a second time, account by account, under the locks of all ledgers there, since a deployment looks after its
 * artifacts under its lock: either it comes first, and its release is seen here; or it comes after, and sees what is gone
 * before it changes anything.
 *
 * Whatever can't be read keeps everything, and is told of; it throws for an interruption alone.
 */
async function sweepArtifacts(options) {
    const { ofPullRequests, clock, isDryRun } = options;
    const accounts = accountsOf(options);
    const all = accounts.flatMap(bucketsOf);
    if (ofPullRequests === null) {
        const why = 'nobody could be asked which pull requests are open';
        return all.map((bucket) => reportOf(bucket, { outcome: 'skipped', why }));
    }
    const rules = { now: clock.now(), guardDays, budget };
    const eye = new Eye({ ...options, accounts, ofPullRequests, rules });
    try {
        const { plans, ledgers } = await eye.look();
        const reports = [];
        for (const place of accounts) {
            const there = bucketsOf(place).filter(({ name }) => plans.has(name));
            const isIdle = there.every(({ name }) => plans.get(name)?.going.length === 0);
            if (isDryRun || isIdle)
                reports.push(...there.map((bucket) => reportOf(bucket, plans.get(bucket.name))));
            else
                reports.push(...(await sweepAccount(options, place, eye, ledgers.get(place.account) ?? [])));
        }
        return reports;
    }
    catch (error) {
        const why = stopped(error, options);
        return all
            .filter(({ account, name }) => eye.mayExist(account, name))
            .map((bucket) => reportOf(bucket, why));
    }
}
/** One account, under the locks of its ledgers. */
async function sweepAccount(options, place, eye, ledgers) {
    const { runner, clock, logger, signal } = options;
    const locks = { ...cleanupLock(runner), clock, logger, signal };
    const reports = [];
    try {
        await withLocks(ledgers, locks, async (held) => {
            const { plans } = await eye.look();
            for (const bucket of bucketsOf(place)) {
                const plan = plans.get(bucket.name);
                if (plan !== undefined)
                    reports.push(reportOf(bucket, await carryOut(place, bucket, plan, held)));
            }
        });
        return reports;
    }
    catch (error) {
        const why = stopped(error, options);
        const done = new Set(reports.map(({ bucket }) => bucket));
        const rest = bucketsOf(place).filter(({ name }) => !done.has(name));
        return [...reports, ...rest.map((bucket) => reportOf(bucket, why))];
    }
}
async function carryOut({ clients }, { account, region, name }, plan, signal) {
    const keys = plan.going.map(({ key }) => key);
    const s3 = await clients.s3(region);
    const { deleted, refused } = await deleteArtifacts(s3, { bucket: name, account }, keys, signal);
    const going = plan.going.filter(({ key }) => deleted.has(key));
    const [first] = refused;
    if (first === undefined)
        return { ...plan, going };
    const more = refused.size === 1 ? '' : `, and ${refused.size - 1} more`;
    return { ...plan, going, outcome: 'failed', why: `${first[0].slice(0, 12)}… stays: ${first[1]}${more}` };
}
/** Why nothing, or nothing more, was deleted; an interruption is no such reason, and goes on. */
function stopped(error, { signal }) {
    signal?.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    const isLater = error instanceof SweepPostponed || (error instanceof slipway_error/* SlipwayError */.GQ && error.code === 'LEDGER_LOCKED');
    return { outcome: isLater ? 'skipped' : 'failed', why };
}
function reportOf({ account, region, name }, of = {}) {
    return { ...nothingSwept, account, region, bucket: name, outcome: 'swept', why: null, ...of };
}
function accountsOf({ environments, clients }) {
    return [...Map.groupBy(environments, ({ account }) => account)].flatMap(([account, inIt]) => {
        const [first] = inIt;
        const regions = [...new Set(inIt.flatMap(({ regions: { home, edge } }) => [home, edge]))];
        return first === undefined ? [] : [{ account, environments: inIt, regions, clients: clients(first) }];
    });
}
function bucketsOf({ account, regions }) {
    return regions.map((region) => ({ account, region, name: (0,bucket_names/* artifactBucketName */.m)(account, region) }));
}

;// CONCATENATED MODULE: ./src/cleanup/clean-up.ts












/** Deletions of one run, and how many at once: CloudFormation throttles whole accounts. */
const clean_up_budget = 200;
const changeSetsAtOnce = 4;
/** Failed change sets that a nested stack keeps, however young. */
const failedPerStack = 50;
/** Deleting a change set over a large nested tree takes CloudFormation this long at most: an estimate. */
const patience = 120_000;
/**
 * Finds what is left over in the environments and deletes it, and says what it kept and why. Again, later, it finds nothing.
 * Artifacts come last, when the change sets that go no longer name their releases.
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT, CLEANUP_DENIED before anything is deleted; and what `openPullRequests` and
 *   `releasesOf` throw
 */
async function cleanUp(options) {
    const found = await findAll(options);
    // asked for after the change sets were read: one that was opened in between has no change set among them
    const open = options.openPullRequests === null ? null : await options.openPullRequests();
    const ofPullRequests = open === null ? null : ((await options.sweep?.releasesOf?.(open)) ?? null);
    const { olderThanDays, session, isDryRun, sweep } = options;
    const items = planCleanup(found, {
        now: session.clock.now(),
        olderThanDays,
        openPullRequests: open === null ? null : new Set(open),
        failedPerStack,
        budget: clean_up_budget,
    });
    const results = isDryRun ? null : await clean_up_carryOut(items, options);
    const sweeps = sweep === null ? null : await sweepAll(options, items, ofPullRequests);
    return cleanupReport(items, results, sweeps);
}
async function findAll({ cleaned, session }) {
    const found = [];
    for (const each of cleaned) {
        const { environment } = each;
        const clients = session.clients(environment);
        await (0,account_guard/* guardAccount */.F)(await clients.sts(environment.regions.home), environment);
        for (const region of new Set([environment.regions.home, environment.regions.edge])) {
            const { clock, runner, signal } = session;
            const api = await clients.cloudFormation(region);
            const ledger = await ledgerOf(environment, session);
            found.push(...(await findLeftovers({ cleaned: each, region, api, ledger, runner, clock, signal }).catch((error) => {
                throw isDenied(error) ? denied(error, environment, region) : error;
            })));
        }
    }
    return found;
}
/** In a dry run the change sets that would go are taken for gone. */
function sweepAll({ cleaned, session, isDryRun }, items, ofPullRequests) {
    const going = items.filter(({ kind, verdict }) => kind === 'change-set' && verdict === 'delete');
    return sweepArtifacts({
        environments: cleaned.map(({ environment }) => environment),
        ...session,
        clients: (environment) => session.clients(environment),
        ofPullRequests,
        without: new Set(isDryRun ? going.map(({ arn }) => arn) : []),
        isDryRun,
    });
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
async function clean_up_carryOut(items, { cleaned, session, onResult }) {
    const { clock, logger, runner, signal } = session;
    const remove = async (item) => {
        signal?.throwIfAborted();
        const environment = environmentOf(item, cleaned);
        const api = await session.clients(environment).cloudFormation(item.place.region);
        const deletion = { item, api, patience, clock, signal };
        const outcome = item.kind === 'change-set'
            ? await deleteChangeSet(deletion)
            : await deleteReviewStack({
                ...deletion,
                emptyHandsArn: (0,identity/* roleArn */.w3)(item.place.account, 'empty-hands'),
                ledger: await ledgerOf(environment, session),
                runner,
                logger,
            });
        onResult?.({ item, outcome });
        return { item, outcome };
    };
    const all = async (kind, atOnce) => {
        const limit = (0,p_limit/* default */.A)(atOnce);
        const going = items.filter((item) => item.verdict === 'delete' && item.kind === kind);
        return Promise.all(going.map((item) => limit(() => remove(item))));
    };
    // stacks one by one: those of one environment share its lock
    return [...(await all('change-set', changeSetsAtOnce)), ...(await all('stack', 1))];
}
async function ledgerOf(environment, session) {
    const { account, regions, system } = environment;
    return (0,open_ledger/* openLedger */.a)({
        s3: await session.clients(environment).s3(regions.home),
        bucket: (0,bucket_names/* ledgerBucketName */.B)(account, regions.home),
        system,
        environment: environment.environment,
        clock: session.clock,
        logger: session.logger,
    });
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

/***/ 6557:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ withLock)
/* harmony export */ });
/**
 * Holds the lock while `work` runs: takes it, renews it every third of its time, gives it back whatever happens. `work` is
 * handed a signal that aborts when the lock is lost (or the caller's own aborts), so that it stops before its next change.
 * @throws UserError LEDGER_LOCKED; LEDGER_LOCK_LOST as the signal's reason; and what `work` throws
 */
async function withLock(options, work) {
    const { ledger, holder, release, minutes, clock, logger } = options;
    await ledger.lock({ holder, release, minutes });
    const lost = new AbortController();
    const over = new AbortController();
    const renewing = keepRenewing(options, over.signal, lost);
    const signals = options.signal ? [lost.signal, options.signal] : [lost.signal];
    try {
        return await work(AbortSignal.any(signals));
    }
    finally {
        over.abort();
        await renewing;
        await ledger.unlock(holder).catch((error) => {
            const reason = error instanceof Error ? error.message : String(error);
            logger.warn(`the lock could not be given back and runs out by itself: ${reason}`);
        });
    }
    async function keepRenewing(request, ended, losing) {
        let runsOut = clock.now() + request.minutes * 60_000;
        while (!ended.aborted) {
            try {
                await clock.sleep((request.minutes * 60_000) / 3, ended);
            }
            catch {
                return;
            }
            try {
                await ledger.renew(request);
                runsOut = clock.now() + request.minutes * 60_000;
            }
            catch (error) {
                // A stumble of S3 is no loss as long as a later renewal comes in time.
                const isLoss = error instanceof Error && 'code' in error && error.code === 'LEDGER_LOCK_LOST';
                if (!isLoss && clock.now() + (request.minutes * 60_000) / 3 < runsOut)
                    continue;
                losing.abort(error);
                return;
            }
        }
    }
}


/***/ }),

/***/ 2673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/**
 * One text for one value: keys sorted by code unit, no white space, `undefined` fields left out (RFC 8785 but for number
 * formatting, which `JSON.stringify` already does alike). Digests of data are digests of this text.
 */
function canonicalJson(value) {
    return JSON.stringify(value, (_key, field) => {
        if (field === null || typeof field !== 'object' || Array.isArray(field))
            return field;
        return Object.fromEntries(Object.entries(field)
            .filter(([, entry]) => entry !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
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
