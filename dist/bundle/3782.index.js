export const id = 3782;
export const ids = [3782];
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

/***/ 4430:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/config/load.ts
var load = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/deployment/choose-release.ts + 5 modules
var choose_release = __webpack_require__(5263);
// EXTERNAL MODULE: ./src/deployment/current-outputs.ts
var current_outputs = __webpack_require__(7017);
// EXTERNAL MODULE: ./src/deployment/plan-file.ts
var plan_file = __webpack_require__(8147);
// EXTERNAL MODULE: ./src/plan/secret-outputs.ts
var secret_outputs = __webpack_require__(2372);
;// CONCATENATED MODULE: ./src/deployment/public-outputs.ts

/**
 * Outputs of deployed stacks without those that a secret went into, by lineage through the nested stacks and from one
 * stack to the next. What the release's templates do not declare is left out as well: nothing is known of it.
 */
async function publicOutputs(target, outputs) {
    const secrecy = await (0,secret_outputs/* outputSecrecy */.I)(target.instances, target.release);
    const shown = target.instances.flatMap(({ name }) => {
        const kept = Object.entries(outputs[name] ?? {}).filter(([output]) => secrecy.get(`${name}.${output}`) === false);
        return kept.length === 0 ? [] : [[name, Object.fromEntries(kept)]];
    });
    return Object.fromEntries(shown);
}

// EXTERNAL MODULE: ./src/deployment/read-target.ts
var read_target = __webpack_require__(9753);
// EXTERNAL MODULE: ./src/deployment/rollback.ts
var rollback = __webpack_require__(275);
;// CONCATENATED MODULE: ./src/deployment/roll-back-by-itself.ts


/**
 * What a deployment whose smoke checks have failed goes back to by itself: where the system says so in
 * `promotion.rollBackOnSmokeFailure` (dev and sit, never prod) and there was something before; `null` otherwise.
 *
 * @throws UserError what `releaseToRollBackTo` throws
 */
async function targetOfOwnRollback({ system, environment }, session, result) {
    const { environment: name } = environment;
    const wanted = result.outcome === 'smoke-failed' && system.promotion.rollBackOnSmokeFailure.includes(name);
    if (!wanted || result.plan.baseRelease === null)
        return null;
    session.logger.info(`${name} rolls back by itself, as ${system.file} says`);
    return (0,read_target/* readTarget */._)(await (0,rollback/* releaseToRollBackTo */.o)(environment, session, null), name);
}

// EXTERNAL MODULE: ./src/plan/gate.ts + 1 modules
var gate = __webpack_require__(2037);
// EXTERNAL MODULE: ./src/deployment/check-plan.ts
var check_plan = __webpack_require__(3155);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/ledger/with-lock.ts
var with_lock = __webpack_require__(6557);
;// CONCATENATED MODULE: ./src/smoke/summary.ts
/** A report in one line of the ledger. */
function toSummary(report) {
    return {
        passed: report.passed,
        failed: report.failed,
        notEnforceable: report.notEnforceable,
        failures: report.results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id),
    };
}

// EXTERNAL MODULE: ./src/deployment/check-artifacts.ts
var check_artifacts = __webpack_require__(1401);
// EXTERNAL MODULE: ./src/deployment/environment-ledger.ts
var environment_ledger = __webpack_require__(1814);
// EXTERNAL MODULE: ./src/aws/identity.ts
var identity = __webpack_require__(6367);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/runtime/canonical-json.ts
var canonical_json = __webpack_require__(2673);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
// EXTERNAL MODULE: ./src/template/parse-template.ts
var parse_template = __webpack_require__(6660);
// EXTERNAL MODULE: ./src/plan/assemble-stack-plan.ts + 30 modules
var assemble_stack_plan = __webpack_require__(6688);
;// CONCATENATED MODULE: ./src/plan/compare-plans.ts

/**
 * What differs between the facts of the plan that was approved and those of the plan as it is now, in a fixed order. Over
 * all facts (`planFacts`) it is empty exactly when the fingerprints are equal. Secrets are masked in plans already, so
 * nothing here shows one.
 */
function compareFacts(approved, now) {
    const left = bySubject(approved);
    const right = bySubject(now);
    return [...new Set([...left.keys(), ...right.keys()])].sort().flatMap((key) => {
        const before = left.get(key);
        const after = right.get(key);
        const first = before?.[0] ?? after?.[0];
        if (first === undefined || digest(before) === digest(after))
            return [];
        return [{ ...place(first), approved: compare_plans_text(before), now: compare_plans_text(after) }];
    });
}
function bySubject(facts) {
    return Map.groupBy(facts, (fact) => (0,canonical_json/* canonicalJson */.d)(fact.subject));
}
function digest(facts) {
    return (0,canonical_json/* canonicalJson */.d)((facts ?? []).map((fact) => (0,canonical_json/* canonicalJson */.d)(fact.says)).sort());
}
function place(fact) {
    const [kind = '', ...rest] = fact.subject;
    if (kind === 'property' || kind === 'parameter' || kind === 'tag') {
        return { kind, where: `${rest.slice(0, -1).join('/')} ${rest.at(-1) ?? ''}`.trim() };
    }
    if (kind === 'secret' || kind === 'ssm')
        return { kind, where: `${rest[0] ?? ''} ${rest[2] ?? ''}` };
    return { kind, where: rest.join(kind === 'site' ? ' ' : '/') };
}
function compare_plans_text(facts) {
    if (facts === undefined)
        return null;
    return facts.map((fact) => factText(fact)).join('; ');
}
function factText({ subject, says }) {
    const [kind] = subject;
    const shown = (value) => value === null ? 'none' : typeof value === 'string' ? value : (0,canonical_json/* canonicalJson */.d)(value);
    if ('lineage' in says || 'deferred' in says)
        return `decided by ${shown(says['lineage'] ?? says['deferred'])}`;
    if (kind === 'secret' || kind === 'ssm') {
        return says['state'] === 'absent' ? 'not there' : `version ${shown(says['version'])}${of(says['arn'])}`;
    }
    if ('before' in says && 'after' in says) {
        const change = `${shown(says['before'])} → ${shown(says['after'])}`;
        const replacement = says['replacement'];
        return replacement === undefined || replacement === 'never'
            ? change
            : `${change} (replacement ${shown(replacement)})`;
    }
    if (kind === 'change') {
        const replacement = says['replacement'] === 'never' ? '' : `, replacement ${shown(says['replacement'])}`;
        return `${shown(says['action'])} ${shown(says['type'])}${replacement}, ${shown(says['certainty'])}`;
    }
    const entries = Object.entries(says);
    const [only] = entries;
    if (entries.length === 1 && only !== undefined)
        return shown(only[1]);
    if (entries.length === 0)
        return 'yes';
    return entries.map(([name, value]) => `${name} ${shown(value)}`).join(', ');
}
function of(arn) {
    return typeof arn === 'string' ? ` of ${arn}` : '';
}

// EXTERNAL MODULE: ./src/plan/deployed-tree.ts
var deployed_tree = __webpack_require__(6906);
// EXTERNAL MODULE: ./src/plan/fingerprint.ts + 1 modules
var fingerprint = __webpack_require__(5122);
// EXTERNAL MODULE: ./src/plan/plan-references.ts + 2 modules
var plan_references = __webpack_require__(4604);
// EXTERNAL MODULE: ./src/plan/plan-stack.ts + 11 modules
var plan_stack = __webpack_require__(9087);
// EXTERNAL MODULE: ./src/plan/read-change-set.ts + 2 modules
var read_change_set = __webpack_require__(5967);
// EXTERNAL MODULE: ./src/plan/secret-text.ts
var secret_text = __webpack_require__(7884);
;// CONCATENATED MODULE: ./src/plan/approved-change-set.ts












/**
 * Reads the approved change set again by its ARN. It must be executable, its original templates must be the release's,
 * and its tree of changes must be the approved one.
 *
 * @param options as the plan was made with, and the approved plan of this stack
 */
async function readApprovedChangeSet(options) {
    const { approved, api, clock, signal, jitter, instance } = options;
    if (approved.changeSet === null)
        return { kind: 'absent', reason: 'The plan holds no change set of this stack' };
    const root = await (0,read_change_set/* readChangeSetTree */.p)(approved.changeSet, {
        api,
        clock,
        signal,
        ...(jitter && { jitter }),
    }).catch((error) => {
        if (error instanceof slipway_error/* SlipwayError */.GQ && error.code === 'CHANGE_SET_GONE')
            return null;
        throw error;
    });
    if (root === null)
        return { kind: 'absent', reason: 'The approved change set is not there any more' };
    if (root.state === 'gone')
        return { kind: 'absent', reason: 'The approved change set is being deleted' };
    if (root.state !== 'made' || (root.executionStatus !== 'AVAILABLE' && root.executionStatus !== null)) {
        return { kind: 'obsolete', reason: `The approved change set is ${root.executionStatus ?? root.state}` };
    }
    const decided = decidedOtherwise(approved, options.parameters, root);
    if (decided !== null)
        return { kind: 'obsolete', reason: decided };
    const current = await (0,deployed_tree/* describeStack */.GO)(api, root.stackId === '' ? instance.stackName : root.stackId);
    const isReview = current?.StackStatus === 'REVIEW_IN_PROGRESS';
    const basis = await (0,plan_stack/* prepare */.iA)({ ...options, parameters: asApproved(options.parameters, approved) }, isReview ? null : current);
    const planted = [
        ...(root.stackName === instance.stackName
            ? []
            : [difference('stack', instance.name, instance.stackName, root.stackName)]),
        ...(await differingTemplates(api, root, basis.released.tree, [instance.name])),
        ...differingTags(instance.name, instance.tags, root.tags),
    ];
    if (planted.length > 0)
        return { kind: 'different', differences: planted };
    const deployed = isReview || current === null ? null : await (0,deployed_tree/* readDeployedTree */.Vx)(api, current.StackId ?? instance.stackName);
    const seen = (0,assemble_stack_plan/* assembleStackPlan */.OM)(basis, {
        source: { kind: 'change-set', node: root },
        deployed,
        changeSet: root,
        failures: [],
    });
    const plan = await (0,plan_references/* withReferences */.n)(seen, { ...options, basis, deployed, makes: madeByOthers(approved) });
    const differences = compareFacts((0,fingerprint/* stackFacts */.UQ)(approved), (0,fingerprint/* stackFacts */.UQ)(plan));
    return differences.length === 0 ? { kind: 'equal', plan } : { kind: 'different', differences };
}
/** The parameters as they are now, deferred where they were deferred when the plan was approved. */
function asApproved(parameters, approved) {
    const deferred = new Set(approved.parameters.filter((each) => each.deferred !== null).map(({ name }) => name));
    return Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [
        name,
        { ...parameter, deferred: deferred.has(name) },
    ]));
}
/** What earlier stacks of the deployment made, deferred as it was when the plan was approved. */
function madeByOthers({ references = [] }) {
    const deferred = references.filter(({ state }) => state === 'deferred');
    return new Map(deferred.map(({ name, lineage }) => [name, lineage.join(' ')]));
}
/** Says which deferred input has come out otherwise than the change set was made with; `null` if none has. */
function decidedOtherwise(approved, parameters, root) {
    for (const { name, deferred } of approved.parameters) {
        const made = root.parameters.find((each) => each.ParameterKey === name)?.ParameterValue;
        const isHidden = made === secret_text/* hiddenByCloudFormation */.wl;
        if (deferred !== null && !isHidden && made !== (parameters[name]?.value ?? undefined)) {
            return `${deferred} is not what the approved change set was made with any more`;
        }
    }
    return null;
}
/**
 * Compares the templates of every change set of the tree that changes something with the release's. An empty child's is
 * not given out; it is named by its digest in its parent's template, which is compared.
 */
async function differingTemplates(api, node, released, path) {
    const { TemplateBody = '' } = await api.getTemplate({ ChangeSetName: node.arn, TemplateStage: 'Original' });
    const own = isSameTemplate(TemplateBody, released)
        ? []
        : [difference('template', path.join('/'), (0,sha256/* sha256 */.s)(released.template.source), (0,sha256/* sha256 */.s)(TemplateBody))];
    const below = await Promise.all([...node.children]
        .filter(([, child]) => child.state === 'made')
        .map(async ([id, child]) => {
        const tree = released.children.get(id);
        const at = [...path, id];
        if (tree === undefined)
            return [difference('template', at.join('/'), null, child.arn)];
        return differingTemplates(api, child, tree, at);
    }));
    return [...own, ...below.flat()];
}
/** The same text, or the same template written otherwise (CloudFormation gives JSON back reformatted). */
function isSameTemplate(text, { template }) {
    if (text === template.source)
        return true;
    try {
        return (0,canonical_json/* canonicalJson */.d)((0,parse_template/* parseTemplate */.Q)(text, template.file).body) === (0,canonical_json/* canonicalJson */.d)(template.body);
    }
    catch {
        return false;
    }
}
function differingTags(stack, wanted, there) {
    if ((0,canonical_json/* canonicalJson */.d)(wanted) === (0,canonical_json/* canonicalJson */.d)(there))
        return [];
    return [difference('tags', stack, (0,canonical_json/* canonicalJson */.d)(wanted), (0,canonical_json/* canonicalJson */.d)(there))];
}
function difference(kind, where, approved, now) {
    return { kind, where, approved, now };
}

// EXTERNAL MODULE: ./src/plan/plan-parameters.ts
var plan_parameters = __webpack_require__(3185);
;// CONCATENATED MODULE: ./src/plan/verify-deferred.ts


/**
 * Compares the plan of a stack after the earlier stacks have run with the one that was approved. Only deferred values may
 * differ: parameters that were deferred, properties that come from them, and updates in place that consist of nothing
 * else. An addition, a removal or a replacement that was not approved is a difference, whatever it comes from. A stack
 * that was absent must now be made of exactly the approved additions; those that were only possible may be missing.
 */
function verifyDeferred(approved, fresh) {
    const deferred = new Set(approved.parameters.flatMap((parameter) => parameter.deferred ?? []));
    const names = new Set(approved.parameters.flatMap(({ name, deferred: from }) => (from === null ? [] : [name])));
    const isCreation = approved.outcome === 'create' && fresh.outcome === 'create';
    const all = compareFacts(comparable(approved, isCreation, new Set()), comparable(fresh, isCreation, new Set()));
    if (all.length === 0)
        return { kind: 'equal' };
    const open = possibleAdditions(approved, fresh);
    const excused = deferredReferences(approved, fresh, deferred);
    const kept = (plan) => comparable(plan, isCreation, open).filter((fact) => !excused.has(keyOf(fact)));
    const rest = compareFacts(withoutDeferred(kept(approved), approved, names, deferred), withoutDeferred(kept(fresh), fresh, names, deferred));
    return rest.length === 0
        ? { kind: 'deferred-only', differences: all }
        : { kind: 'different', differences: rest };
}
/** The facts of a stack; of a creation just what is added, since a template can't tell as much as a change set. */
function comparable(plan, isCreation, open) {
    const facts = (0,fingerprint/* stackFacts */.UQ)(plan).filter((fact) => !open.has(keyOf(fact)));
    if (!isCreation)
        return facts;
    return facts.flatMap((fact) => {
        const { subject, says } = fact;
        const [kind] = subject;
        if (kind === 'change')
            return [{ subject, says: pick(says, ['type', 'action']) }];
        if (kind === 'stack')
            return [{ subject, says: pick(says, ['stackName', 'region', 'outcome', 'template']) }];
        return kind === 'parameter' || kind === 'failure' || isReference(fact) ? [fact] : [];
    });
}
function withoutDeferred(facts, plan, names, deferred) {
    const changes = new Map(resourceChanges(plan));
    return facts
        .filter(({ subject }) => {
        const [kind] = subject;
        const key = (end) => JSON.stringify(subject.slice(1, end));
        if (kind === 'parameter')
            return !names.has(subject.at(-1) ?? '');
        if (kind === 'property')
            return !comesFrom(changes.get(key(-1)), subject.at(-1) ?? '', deferred);
        if (kind === 'change')
            return !isDeferredUpdate(changes.get(key()), deferred);
        // Whether a stack changes at all follows from its changes, which are compared one by one.
        return kind !== 'nested' && kind !== 'stack';
    })
        .concat(facts.filter(({ subject }) => subject[0] === 'stack').map(verify_deferred_identity));
}
function verify_deferred_identity({ subject, says }) {
    return { subject, says: pick(says, ['stackName', 'region', 'certainty', 'template']) };
}
function comesFrom(change, path, deferred) {
    const found = change?.properties.filter((property) => property.path === path) ?? [];
    return (found.length > 0 && found.every((property) => property.lineage.some((source) => deferred.has(source))));
}
function isDeferredUpdate(change, deferred) {
    return (change?.action === 'modify' &&
        change.replacement === 'never' &&
        change.properties.length > 0 &&
        change.properties.every((property) => property.lineage.some((source) => deferred.has(source))));
}
/** Additions that were only possible when the plan was approved, and did not come. */
function possibleAdditions(approved, fresh) {
    const now = new Map(resourceChanges(fresh));
    return new Set(resourceChanges(approved)
        .filter(([key, change]) => change.action === 'add' && change.certainty === 'possible' && !now.has(key))
        .map(([key]) => JSON.stringify(['change', ...JSON.parse(key)])));
}
/**
 * The references whose secret an earlier stack decided: those that were deferred by themselves, and those that only the real
 * value of a deferred input names.
 */
function deferredReferences(approved, fresh, deferred) {
    const subjects = (plan, wanted) => (0,fingerprint/* stackFacts */.UQ)({ ...plan, references: (plan.references ?? []).filter(wanted) })
        .filter(isReference)
        .map(keyOf);
    const before = new Set(subjects(approved, () => true));
    const named = subjects(fresh, ({ lineage }) => lineage.some((source) => deferred.has(source)));
    return new Set([
        ...subjects(approved, ({ state }) => state === 'deferred'),
        ...named.filter((subject) => !before.has(subject)),
    ]);
}
function isReference({ subject: [kind] }) {
    return kind === 'secret' || kind === 'ssm';
}
function keyOf(fact) {
    return JSON.stringify(fact.subject);
}
function resourceChanges(plan) {
    const visit = (node) => [
        ...node.changes.map((change) => [JSON.stringify([plan.stack, ...node.path, change.logicalId]), change]),
        ...node.children.flatMap(visit),
    ];
    return visit(plan.root);
}
function pick(says, names) {
    return Object.fromEntries(Object.entries(says).filter(([name]) => names.includes(name)));
}

// EXTERNAL MODULE: ./src/release/open-release.ts
var open_release = __webpack_require__(2057);
;// CONCATENATED MODULE: ./src/stacks/tree-event.ts
const nestedStackType = 'AWS::CloudFormation::Stack';
/** Puts an event of the API into the tree at `path`. */
function treeEventOf(event, path) {
    const time = event.Timestamp?.getTime() ?? 0;
    const physicalId = tree_event_text(event.PhysicalResourceId);
    const stackId = event.StackId ?? '';
    return {
        path,
        logicalId: event.LogicalResourceId ?? '',
        type: event.ResourceType ?? '',
        status: event.ResourceStatus ?? '',
        reason: tree_event_text(event.ResourceStatusReason),
        at: new Date(time).toISOString(),
        eventId: event.EventId ?? '',
        stackId,
        stackName: event.StackName ?? '',
        physicalId,
        time,
        self: event.ResourceType === nestedStackType &&
            (physicalId === stackId || (physicalId === null && event.LogicalResourceId === event.StackName)),
        clientRequestToken: tree_event_text(event.ClientRequestToken),
        hook: event.HookType === undefined || event.HookType === ''
            ? null
            : { type: event.HookType, status: event.HookStatus ?? '', reason: tree_event_text(event.HookStatusReason) },
    };
}
/** What a listener is told: the contract's fields alone. */
function publicEvent(event) {
    const { path, logicalId, type, status, reason, at } = event;
    return { path, logicalId, type, status, reason, at };
}
/** An event about a nested stack, seen from its parent. */
function isNestedStack(event) {
    return event.type === nestedStackType && !event.self;
}
/** One key for a path of logical ids; logical ids are alphanumeric. */
function tree_event_keyOf(path) {
    return path.join('/');
}
function tree_event_text(value) {
    return value === undefined || value === '' ? null : value;
}

;// CONCATENATED MODULE: ./src/stacks/merge-events.ts

/**
 * One order for the events of a tree. Each stack's own order stays as it is; between stacks time decides, and where it
 * does not (milliseconds), what a nested stack says comes after its parent began it and before its parent ended it.
 * @param events each stack's in its own order, oldest first
 */
function mergeEvents(events) {
    const streams = streamsOf(events);
    const unopened = new Set(events.filter((event) => !event.self).map((event) => tree_event_keyOf([...event.path, event.logicalId])));
    const merged = [];
    for (;;) {
        const next = nextOf(streams, unopened);
        if (!next)
            return merged;
        const event = next.events[next.position];
        if (event) {
            merged.push(event);
            if (!event.self)
                unopened.delete(tree_event_keyOf([...event.path, event.logicalId]));
        }
        next.position += 1;
    }
}
function streamsOf(events) {
    const byStack = new Map();
    for (const event of events) {
        const own = byStack.get(event.stackId);
        if (own)
            own.push(event);
        else
            byStack.set(event.stackId, [event]);
    }
    return [...byStack.values()].map((own) => {
        const path = own[0]?.path ?? [];
        return { key: tree_event_keyOf(path), depth: path.length, events: own, position: 0 };
    });
}
/** The stream whose next event is the earliest; of equal ones the deepest that its parent has begun. */
function nextOf(streams, unopened) {
    let best;
    for (const stream of streams) {
        const event = stream.events[stream.position];
        if (!event)
            continue;
        const rival = best?.events[best.position];
        if (!best || !rival || event.time < rival.time) {
            best = stream;
        }
        else if (event.time === rival.time && isOpen(stream, unopened)) {
            if (!isOpen(best, unopened) || stream.depth > best.depth)
                best = stream;
        }
    }
    return best;
}
function isOpen(stream, unopened) {
    return !unopened.has(stream.key);
}

// EXTERNAL MODULE: ./src/stacks/pacer.ts
var stacks_pacer = __webpack_require__(3026);
// EXTERNAL MODULE: ./src/stacks/read-stack.ts
var read_stack = __webpack_require__(7992);
// EXTERNAL MODULE: ./src/stacks/stack-status.ts
var stack_status = __webpack_require__(1308);
// EXTERNAL MODULE: ./src/stacks/transient-error.ts
var transient_error = __webpack_require__(2336);
;// CONCATENATED MODULE: ./src/stacks/read-events.ts


/**
 * Reads a stack's events back from the newest, page by page, until `isOlder` says that one is not wanted any more.
 * @returns the wanted ones, oldest first
 */
async function readEventsBack(api, stackId, path, isOlder) {
    const wanted = [];
    let token;
    do {
        const page = await api.describeStackEvents({
            StackName: stackId,
            ...(token === undefined ? {} : { NextToken: token }),
        });
        for (const apiEvent of page.StackEvents ?? []) {
            const event = treeEventOf(apiEvent, path);
            if (isOlder(event))
                return wanted.reverse();
            wanted.push(event);
        }
        token = page.NextToken;
    } while (token !== undefined && token !== '');
    return wanted.reverse();
}
/** The id of the newest event; `null` where there is none yet. */
async function newestEventId(api, stackId) {
    const { StackEvents } = await api.describeStackEvents({ StackName: stackId });
    return StackEvents?.[0]?.EventId ?? null;
}
/**
 * Finds where the newest operation of a stack begins while events are read newest first: right after the state in which
 * the one before it ended. `CREATE_FAILED` and `UPDATE_FAILED` end an operation only if no rollback or deletion follows
 * on its own.
 */
function createOperationBoundary() {
    let newer = null;
    let began = false;
    return (event) => {
        if (!event.self)
            return false;
        const { status } = event;
        if (((0,stack_status/* isTerminal */.Hd)(status) || (0,stack_status/* isReview */.zN)(status)) && began && !undoesItself(status, newer))
            return true;
        if ((0,stack_status/* isOperationStart */.qJ)(status) || (0,stack_status/* isRollbackStart */.rU)(status))
            began = true;
        newer = status;
        return false;
    };
}
function undoesItself(status, newer) {
    if (status !== 'CREATE_FAILED' && status !== 'UPDATE_FAILED')
        return false;
    return newer !== null && ((0,stack_status/* isRollbackStart */.rU)(newer) || newer === 'DELETE_IN_PROGRESS');
}

;// CONCATENATED MODULE: ./src/stacks/watch-tree.ts





/**
 * Watches the events of a stack and its nested stacks, each by its ARN. A nested stack is found by the ARN in its
 * parent's events; the first such event has none yet (AWS guide, "Monitor stack progress"), then the parent's resources
 * are asked, and after a failure the region's stacks by their parent.
 */
function watchTree(api, root, since) {
    const rootWatch = { ...root, path: [], seen: new Set(), from: 0, stale: true };
    const children = new Map();
    /** Read but not handed out yet: a reading that fails half-way loses nothing. */
    let pending = [];
    let first = true;
    let polled = 0;
    const isOlder = (watched) => {
        if (watched === rootWatch && first && since === 'newest-operation')
            return createOperationBoundary();
        const before = watched === rootWatch && since !== 'newest-operation' ? since.after : null;
        return (event) => watched.seen.has(event.eventId) || event.eventId === before || event.time < watched.from;
    };
    const read = async (watched) => {
        polled += 1;
        const events = await readEventsBack(api, watched.stackId, watched.path, isOlder(watched));
        if (watched === rootWatch)
            first = false;
        else
            watched.stale = false;
        for (const event of events) {
            watched.seen.add(event.eventId);
            if (isNestedStack(event))
                noteChild(watched, event);
        }
        pending.push(...events);
    };
    const noteChild = (parent, event) => {
        const path = [...parent.path, event.logicalId];
        let child = children.get(tree_event_keyOf(path));
        if (!child) {
            child = {
                parent,
                logicalId: event.logicalId,
                from: event.time,
                status: '',
                failed: false,
                watched: null,
                asked: 'never',
            };
            children.set(tree_event_keyOf(path), child);
        }
        child.status = event.status;
        child.failed ||= (0,stack_status/* isFailedEvent */.Ez)(event.status);
        const arn = event.physicalId;
        if (arn?.startsWith('arn:') && child.watched?.stackId !== arn)
            watchChild(child, arn);
        if (child.watched)
            child.watched.stale = true;
    };
    const watchChild = (child, stackId) => {
        child.watched = {
            stackId,
            stackName: nameOf(stackId),
            path: [...child.parent.path, child.logicalId],
            seen: new Set(),
            from: child.from,
            stale: true,
        };
    };
    /** Asks for the ARNs of nested stacks that no event has named so far. */
    const findUnnamed = async () => {
        for (const child of children.values()) {
            const { failed } = child;
            if (child.watched || child.asked === 'after-failure' || (child.asked === 'while-moving' && !failed))
                continue;
            child.asked = failed ? 'after-failure' : 'while-moving';
            const arn = (await askParent(api, child)) ?? (failed ? await askRegion(api, child) : null);
            if (arn !== null)
                watchChild(child, arn);
        }
    };
    /** Reads the given stacks and then whatever nested stacks came to light, until nothing new does. */
    const readAll = async (starting) => {
        polled = 0;
        const done = new Set();
        let batch = starting;
        while (batch.length > 0) {
            for (const watched of batch) {
                done.add(watched);
                await read(watched);
            }
            await findUnnamed();
            batch = [...children.values()]
                .flatMap(({ watched }) => (watched ? [watched] : []))
                .filter((watched) => watched.stale && !done.has(watched));
        }
        for (const { status, watched } of children.values()) {
            if (watched && (0,stack_status/* isInProgress */.LT)(status))
                watched.stale = true;
        }
        const events = mergeEvents(pending);
        pending = [];
        return events;
    };
    return {
        readNew: () => readAll([rootWatch]),
        readRest: () => readAll([...children.values()].flatMap(({ watched }) => (watched ? [watched] : []))),
        polled: () => polled,
    };
}
async function askParent(api, child) {
    try {
        const { StackResources } = await api.describeStackResources({
            StackName: child.parent.stackId,
            LogicalResourceId: child.logicalId,
        });
        const arn = StackResources?.[0]?.PhysicalResourceId;
        return arn?.startsWith('arn:') ? arn : null;
    }
    catch (error) {
        if ((0,read_stack/* isAbsent */.W0)(error))
            return null;
        throw error;
    }
}
/**
 * Looks through the region's stacks for a child of the parent, named `<parent>-<logical id>-…` by CloudFormation. Where
 * no parent is told, the stack must have come to be during this operation.
 */
async function askRegion(api, child) {
    const prefix = `${child.parent.stackName}-${child.logicalId}-`;
    let token;
    do {
        const page = await api.describeStacks(token === undefined ? {} : { NextToken: token });
        for (const { stackId, stackName, parentId, createdAt } of (page.Stacks ?? []).map(read_stack/* stateOf */.L4)) {
            const related = parentId === null ? createdAt >= child.from : parentId === child.parent.stackId;
            if (related && stackName.startsWith(prefix))
                return stackId;
        }
        token = page.NextToken;
    } while (token !== undefined && token !== '');
    return null;
}
/** `arn:aws:cloudformation:<region>:<account>:stack/<name>/<id>` */
function nameOf(stackId) {
    return stackId.split('/')[1] ?? stackId;
}

;// CONCATENATED MODULE: ./src/stacks/follow-operation.ts








/** In a row; about ten minutes with the pauses between them. */
const mostStumbles = 25;
/** How long a stack may look finished without an event that says so, before that is an error. */
const silence = 120_000;
/**
 * Follows one operation of a stack to its end, rollback and clean-up included, over the whole nested tree. Asks the root's
 * state first and the events after it, and believes an end only when the root's own event says it: straight after
 * ExecuteChangeSet the state is still the one before. Throttling and lost connections slow it down and never end it.
 * @throws UserError STACK_ABSENT where there is no such stack; SlipwayError STACK_UNOBSERVABLE after many failed reads in
 *   a row or where no event tells of the operation; the signal's reason when it aborts
 */
async function followOperation(options) {
    const { api, stackId, clock, logger, signal } = options;
    const root = { stackId, stackName: stackId.split('/')[1] ?? stackId };
    const watch = watchTree(api, root, options.since);
    const pacer = (0,stacks_pacer/* createPacer */.g)({ clock, signal, random: options.random ?? Math.random });
    const events = [];
    const emit = (fresh) => {
        events.push(...fresh);
        for (const event of fresh)
            options.onEvent?.(publicEvent(event));
    };
    const began = clock.now();
    let stumbles = 0;
    let lastEnd = null;
    for (;;) {
        signal?.throwIfAborted();
        try {
            const stack = await (0,read_stack/* readStack */.bA)(api, stackId);
            if (!stack)
                throw absent(root.stackName);
            const fresh = await watch.readNew();
            emit(fresh);
            stumbles = 0;
            const ownEnd = (0,stack_status/* isTerminal */.Hd)(stack.status) && newestOwnStatus(events, stackId) === stack.status;
            if (ownEnd && (!mayGoOn(stack.status) || lastEnd === stack.status)) {
                emit(await watch.readRest());
                return { stack, events: mergeEvents(events) };
            }
            lastEnd = ownEnd ? stack.status : null;
            if (events.length === 0 && (0,stack_status/* isTerminal */.Hd)(stack.status) && clock.now() - began > silence) {
                throw new slipway_error/* SlipwayError */.GQ('STACK_UNOBSERVABLE', `${root.stackName} is ${stack.status}, and for two minutes no event has told of the operation`, 'slipway');
            }
            await pacer.rest({ moved: fresh.length > 0, stacks: watch.polled() });
        }
        catch (error) {
            if (!(0,transient_error/* isTransient */.d)(error))
                throw error;
            stumbles += 1;
            if (stumbles > mostStumbles) {
                throw new slipway_error/* SlipwayError */.GQ('STACK_UNOBSERVABLE', `${root.stackName} could not be read ${stumbles} times in a row; the operation goes on without being watched`, 'slipway', { cause: error, next: 'run the same command again: it picks up the operation under way' });
            }
            logger.debug(`asking about ${root.stackName} again more slowly: ${error.name}`);
            await pacer.backOff();
        }
    }
}
/** These may be followed by a rollback or a deletion that CloudFormation starts on its own; wait one round more. */
function mayGoOn(status) {
    return status === 'CREATE_FAILED' || status === 'UPDATE_FAILED';
}
function newestOwnStatus(events, stackId) {
    return events.findLast((event) => event.self && event.stackId === stackId)?.status;
}
function absent(stackName) {
    return new slipway_error/* UserError */.yo('STACK_ABSENT', `there is no stack ${stackName} any more`);
}

;// CONCATENATED MODULE: ./src/stacks/plain-reason.ts
/**
 * A reason as a person would say it: without the wrapping of resource handlers, request ids and tokens, which help nobody
 * and change with every run. `Resource handler returned message: "X (Service: Lambda, Status Code: 400, Request ID: …)"
 * (RequestToken: …, HandlerErrorCode: InvalidRequest)` becomes `X`.
 */
function plainReason(reason) {
    let text = reason.trim();
    text = text.replace(/\s*\(RequestToken: [^()]*\)\s*$/, '');
    const handler = /^Resource handler returned message: "([\s\S]*)"$/.exec(text);
    if (handler?.[1] !== undefined)
        text = handler[1];
    text = text.replace(/\s*\(Service: [^()]*(?:\([^()]*\)[^()]*)*\)/g, '');
    return text.trim();
}
/** `Resource creation cancelled` and its kin: the resource did nothing wrong. */
function isCancellation(reason) {
    return (reason !== null && /^Resource (?:creation|update|deletion|import) cancell?ed\.?$/i.test(reason.trim()));
}
/** The stack's own summary of what failed in it, which says nothing of its own. */
function isSummary(reason) {
    if (reason === null)
        return true;
    return (/^The following (?:resource\(s\)|hook\(s\)) failed/i.test(reason.trim()) ||
        /^(?:Rollback|Update) (?:requested|cancelled) by user\.?$/i.test(reason.trim()) ||
        /^(?:Rollback requested|Rollback complete|User Initiated)\.?$/i.test(reason.trim()));
}

;// CONCATENATED MODULE: ./src/stacks/failure-cause.ts



const noReason = 'CloudFormation gives no reason';
/**
 * Finds what made an operation fail: the earliest failure of a resource that is neither cancelled nor merely the echo of
 * a failure further down (`Embedded stack … was not successfully created`, `The following resource(s) failed to create`).
 * Where no resource failed, the stack's own reason is the cause (an output that can't be resolved, an export in use).
 * @param events of the whole tree, oldest first
 */
function findFailureCause(events, locate) {
    const forward = forwardEvents(events);
    const failed = forward.filter((event) => (0,stack_status/* isFailedEvent */.Ez)(event.status));
    const real = realFailures(failed);
    const cause = real[0] ?? stackLevelCause(events);
    if (!cause)
        return unknownCause(events);
    const reason = reasonOf(cause, forward);
    const place = placeOf(cause);
    const found = locate(place.path, place.logicalId, reason);
    return {
        ...place,
        type: cause.type,
        status: cause.status,
        reason,
        at: found?.at ?? null,
        sourceLine: found?.sourceLine ?? null,
        cancelled: countCancelled(failed),
        others: real.slice(1).map((event) => ({ ...placeOf(event), reason: reasonOf(event, forward) })),
    };
}
/** What failed by itself before anything was put back, or while a stack was deleted. */
function findFailures(events) {
    const failed = forwardEvents(events).filter((event) => (0,stack_status/* isFailedEvent */.Ez)(event.status));
    return realFailures(failed)
        .filter((event) => !event.self)
        .map(failureOf);
}
/** What failed while CloudFormation put things back: why a stack is `…ROLLBACK_FAILED`. */
function findRollbackFailures(events) {
    const forward = new Set(forwardEvents(events));
    const failed = events.filter((event) => !forward.has(event) && (0,stack_status/* isFailedEvent */.Ez)(event.status) && !event.self && !isCancellation(event.reason));
    const deepest = failed.filter((event) => !isNestedStack(event) || !hasFailureBelow(event, failed));
    return distinct(deepest)
        .filter((event) => stillFailed(event, events))
        .map(failureOf);
}
/** Old resources that could not be removed after the new ones stood, as texts for people. */
function findLeftovers(events) {
    const cleaning = new Set();
    const leftovers = new Map();
    for (const event of events) {
        const stack = tree_event_keyOf(event.path);
        if (event.self) {
            if ((0,stack_status/* isCleanup */.FV)(event.status))
                cleaning.add(stack);
            continue;
        }
        if (!cleaning.has(stack))
            continue;
        const key = `${stack} ${event.logicalId} ${event.physicalId ?? ''}`;
        if (event.status === 'DELETE_FAILED')
            leftovers.set(key, event);
        if (event.status === 'DELETE_COMPLETE')
            leftovers.delete(key);
    }
    return [...leftovers.values()].map((event) => {
        const named = event.physicalId === null ? '' : ` (${event.physicalId})`;
        const reason = event.reason === null ? '' : `: ${plainReason(event.reason)}`;
        return `${[...event.path, event.logicalId].join('/')}${named}${reason}`;
    });
}
/** Each stack's events up to where it, or a stack above it, begins to undo. */
function forwardEvents(events) {
    const undoing = [];
    const operation = events.find((event) => event.self && event.path.length === 0)?.status;
    const deletes = operation === 'DELETE_IN_PROGRESS';
    return events.filter((event) => {
        const key = tree_event_keyOf(event.path);
        if (undoing.some((above) => above === '' || above === key || key.startsWith(`${above}/`)))
            return false;
        if (event.self &&
            ((0,stack_status/* isRollbackStart */.rU)(event.status) || (!deletes && event.status === 'DELETE_IN_PROGRESS'))) {
            undoing.push(key);
            return false;
        }
        return !((0,stack_status/* isCleanup */.FV)(event.status) && event.self);
    });
}
function realFailures(failed) {
    return distinct(failed.filter((event) => isRealFailure(event, failed)));
}
function failureOf(event) {
    const { path, logicalId, type, stackName } = event;
    return { path, logicalId, type, stackName, reason: plainReason(event.reason ?? noReason) };
}
function isRealFailure(event, failed) {
    if (isCancellation(event.reason))
        return false;
    if (event.self)
        return !isSummary(event.reason) && !failed.some((other) => !other.self && within(other, event.path));
    return !isNestedStack(event) || !hasFailureBelow(event, failed);
}
function hasFailureBelow(event, failed) {
    const path = [...event.path, event.logicalId];
    return failed.some((other) => within(other, path) && !(other.self && isSummary(other.reason)));
}
function within(event, path) {
    return path.every((step, index) => event.path[index] === step);
}
/** The reason with which a stack began to undo, where no resource of it failed. */
function stackLevelCause(events) {
    const own = events.filter((event) => event.self && ((0,stack_status/* isRollbackStart */.rU)(event.status) || (0,stack_status/* isFailedEvent */.Ez)(event.status)));
    return own.find((event) => !isSummary(event.reason)) ?? own.find((event) => event.reason !== null);
}
/** A failure of a nested stack itself is shown at the resource that makes it, in its parent. */
function placeOf(event) {
    const last = event.path.at(-1);
    if (!event.self || last === undefined)
        return { path: event.path, logicalId: event.logicalId };
    return { path: event.path.slice(0, -1), logicalId: last };
}
/** A hook's own reason says more than the resource's "The following hook(s) failed". */
function reasonOf(event, events) {
    if (isSummary(event.reason)) {
        const hook = events.find((other) => isFailedHook(other, event))?.hook;
        if (hook)
            return `${hook.type}: ${plainReason(hook.reason ?? hook.status)}`;
    }
    return plainReason(event.reason ?? noReason);
}
function isFailedHook(candidate, event) {
    const { hook } = candidate;
    return (hook !== null &&
        hook.status.includes('FAILED') &&
        candidate.stackId === event.stackId &&
        candidate.logicalId === event.logicalId);
}
/** Resources that were only cancelled; a nested stack counts through what was cancelled in it. */
function countCancelled(failed) {
    const cancelled = failed.filter((event) => isCancellation(event.reason) && !event.self);
    return distinct(cancelled.filter((event) => event.type !== nestedStackType ||
        !cancelled.some((other) => other !== event && within(other, [...event.path, event.logicalId])))).length;
}
function distinct(events) {
    const seen = new Set();
    return events.filter((event) => {
        const key = tree_event_keyOf([...placeOf(event).path, placeOf(event).logicalId]);
        return !seen.has(key) && seen.add(key);
    });
}
function stillFailed(event, events) {
    const newest = events.findLast((other) => other.stackId === event.stackId && other.logicalId === event.logicalId && !other.self);
    return newest !== undefined && (0,stack_status/* isFailedEvent */.Ez)(newest.status);
}
function unknownCause(events) {
    const own = events.findLast((event) => event.self && event.path.length === 0);
    return {
        path: [],
        logicalId: own?.logicalId ?? '',
        type: nestedStackType,
        status: own?.status ?? '',
        reason: noReason,
        at: null,
        sourceLine: null,
        cancelled: 0,
        others: [],
    };
}

;// CONCATENATED MODULE: ./src/stacks/operation-outcome.ts


/** For a stack whose templates are not at hand: causes are named without a place. */
const nowhere = () => null;
/** What a finished operation comes to: outputs and leftovers, or the cause and whether everything was put back. */
function outcomeOf(operation, locate = nowhere) {
    const { stack, events } = operation;
    if ((0,stack_status/* isSuccess */.oJ)(stack.status)) {
        return { kind: 'succeeded', outputs: stack.outputs, leftovers: findLeftovers(events) };
    }
    const rolledBack = (0,stack_status/* isRolledBack */.Gm)(stack.status) || (0,stack_status/* isDeleted */.oy)(stack.status);
    return {
        kind: 'failed',
        cause: findFailureCause(events, locate),
        rolledBack,
        status: stack.status,
        notRolledBack: rolledBack ? [] : findRollbackFailures(events),
    };
}

;// CONCATENATED MODULE: ./src/stacks/execute-change-set.ts






/**
 * Executes a change set and follows it over the whole tree until the stack rests, rollback and clean-up included. If an
 * earlier run has executed it already, that operation is followed, or read back where it is over. `signal` ends only the
 * following. A failure rolls back: `DisableRollback` is sent as false, since its documented default is true, and left out
 * where the change set says `OnStackFailure` (API reference, ExecuteChangeSet). What a failed operation itself created is
 * removed again whatever its deletion policy (`RetainExceptOnCreate`), so that a second attempt does not meet its names.
 * @throws UserError STACK_ABSENT, STACK_BUSY (another operation runs), CHANGE_SET_ABSENT, CHANGE_SET_OBSOLETE (also failed
 *   or executed long ago): plan again; and what `followOperation` throws
 */
async function executeChangeSet(options) {
    return execute(options, () => undefined);
}
/**
 * Executes a change set of type CREATE: a first creation also goes by change set, so that what was planned is what runs.
 * @throws UserError STACK_EXISTS where the stack is past its creation; otherwise as `executeChangeSet`
 */
async function createStackByChangeSet(options) {
    return execute(options, (stack) => {
        if ((0,stack_status/* isReview */.zN)(stack.status))
            return;
        throw new slipway_error/* UserError */.yo('STACK_EXISTS', `${stack.stackName} is ${stack.status}, so it can't be created`, {
            next: 'plan again: the plan reads what is there now',
        });
    });
}
/** @param check the last word before a change set that nobody has executed yet is */
async function execute(options, check) {
    const { api, changeSetArn, stackId, logger } = options;
    const stack = await (0,read_stack/* readStack */.bA)(api, stackId);
    if (!stack)
        throw new slipway_error/* UserError */.yo('STACK_ABSENT', `the stack of change set ${changeSetArn} does not exist`);
    const found = await describeChangeSet(api, changeSetArn);
    if (wasExecuted(found, stack, changeSetArn)) {
        const now = (0,stack_status/* isInProgress */.LT)(stack.status) ? 'is under way; following it' : `ended as ${stack.status}`;
        logger.info(`${stack.stackName}: an earlier run executed this change set, which ${now}`);
        return follow(options, 'newest-operation');
    }
    if (!found)
        throw execute_change_set_absent(stack.stackName);
    if (found.ExecutionStatus !== 'AVAILABLE')
        throw obsolete(stack.stackName, found);
    if ((0,stack_status/* isInProgress */.LT)(stack.status)) {
        throw new slipway_error/* UserError */.yo('STACK_BUSY', `${stack.stackName} is ${stack.status}: another operation runs`, {
            next: 'run the same command again: it waits for that operation and plans afterwards',
        });
    }
    check(stack);
    const after = await newestEventId(api, stackId);
    try {
        await api.executeChangeSet({
            ChangeSetName: changeSetArn,
            // The ARN says it already; the stack is what an IAM policy is evaluated against.
            StackName: stackId,
            ClientRequestToken: options.clientRequestToken,
            RetainExceptOnCreate: true,
            ...(found.OnStackFailure === undefined ? { DisableRollback: false } : {}),
        });
    }
    catch (error) {
        if (!isRefusal(error))
            throw error;
        await throwUnlessOurs(api, changeSetArn, stack.stackName, error);
    }
    return follow(options, { after });
}
async function follow(options, since) {
    return outcomeOf(await followOperation({ ...options, since }), options.locate);
}
async function describeChangeSet(api, arn) {
    try {
        return await api.describeChangeSet({ ChangeSetName: arn });
    }
    catch (error) {
        if (error instanceof Error && error.name.startsWith('ChangeSetNotFound'))
            return null;
        throw error;
    }
}
/** By the change set's own word, or by the stack's where CloudFormation has removed the change set since. */
function wasExecuted(found, stack, arn) {
    if (found) {
        const status = found.ExecutionStatus ?? '';
        const overtaken = stack.changeSetId !== null && stack.changeSetId !== arn;
        return status.startsWith('EXECUTE_') && !overtaken;
    }
    return stack.changeSetId === arn && !(0,stack_status/* isReview */.zN)(stack.status);
}
/** Somebody else was quicker, or this very request had arrived before its answer was lost. */
function isRefusal(error) {
    return (error instanceof Error &&
        /^(?:TokenAlreadyExists|InvalidChangeSetStatus|ChangeSetNotFound)/.test(error.name));
}
async function throwUnlessOurs(api, arn, stackName, refusal) {
    const again = await describeChangeSet(api, arn);
    if (!again)
        throw execute_change_set_absent(stackName, refusal);
    if (!(again.ExecutionStatus ?? '').startsWith('EXECUTE_'))
        throw obsolete(stackName, again, refusal);
}
function execute_change_set_absent(stackName, cause) {
    return new slipway_error/* UserError */.yo('CHANGE_SET_ABSENT', `the planned change set of ${stackName} does not exist any more; executing another one removes it`, { cause, next: 'plan again' });
}
function obsolete(stackName, found, cause) {
    const why = found.StatusReason === undefined ? '' : ` (${found.StatusReason})`;
    return new slipway_error/* UserError */.yo('CHANGE_SET_OBSOLETE', `the planned change set of ${stackName} can't be executed: ${found.Status ?? '?'}, ${found.ExecutionStatus ?? '?'}${why}`, { cause, next: 'plan again: the stack has changed since' });
}

;// CONCATENATED MODULE: ./src/stacks/locate-failure.ts
/** Makes the lookup for one stack from the templates that its release deploys. */
function locateFailure(root) {
    return (path, logicalId, reason) => {
        const template = templateAt(root, path);
        if (!template)
            return null;
        const target = targetOf(template, logicalId, reason);
        if (!target)
            return null;
        const at = typeof target.at(-1) === 'number' ? template.locate(target) : template.locateKey(target);
        const line = template.source.split(/\r?\n/)[at.line - 1] ?? '';
        return { at, sourceLine: shortened(line.trim()) };
    };
}
function templateAt(root, path) {
    let tree = root;
    for (const step of path)
        tree = tree?.children.get(step);
    return tree?.template ?? null;
}
function targetOf(template, logicalId, reason) {
    const { Resources: resources, Outputs: outputs } = template.body;
    const resource = Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
    if (resource) {
        const base = ['Resources', logicalId, 'Properties'];
        const property = namedProperty(resource.Properties ?? {}, reason);
        return property ? [...base, ...property] : ['Resources', logicalId];
    }
    const output = Object.keys(outputs ?? {}).find((name) => asWord(name).test(reason));
    return output === undefined ? null : ['Outputs', output];
}
/**
 * The property that a reason names, as a path below `Properties`: by JSON pointer (`#/Tags/0/Key`, as schema validation
 * says it), after the word "property", by its exact name, or by its words in prose ("the role cannot be assumed" for `Role`).
 */
function namedProperty(properties, reason) {
    const pointer = /#\/([\w/.-]+)/.exec(reason)?.[1];
    if (pointer !== undefined) {
        const found = existing(properties, pointer.split('/'));
        if (found.length > 0)
            return found;
    }
    const paths = keysWithin(properties, []).filter((path) => /^[\w-]+$/.test(String(path.at(-1))));
    const said = /\bpropert(?:y|ies) \[?([A-Z]\w*)/i.exec(reason)?.[1];
    const named = said === undefined ? undefined : paths.find((path) => path.at(-1) === said);
    if (named)
        return named;
    const telling = paths.filter(isTelling);
    return (firstNamed(telling, (key) => asWord(key).exec(reason)) ??
        firstNamed(telling.filter(isProsaic), (key) => asProse(key).exec(reason)));
}
/** As much of the pointer as the template has, through `Fn::If` and the like only where they are written. */
function existing(value, steps) {
    const [step, ...rest] = steps;
    if (step === undefined || typeof value !== 'object' || value === null)
        return [];
    const key = Array.isArray(value) ? Number(step) : step;
    if (!Object.hasOwn(value, key))
        return [];
    return [key, ...existing(value[key], rest)];
}
function keysWithin(value, path) {
    if (typeof value !== 'object' || value === null)
        return [];
    if (Array.isArray(value))
        return value.flatMap((entry, index) => keysWithin(entry, [...path, index]));
    return Object.entries(value).flatMap(([key, entry]) => key === 'Ref' || key.startsWith('Fn::')
        ? keysWithin(entry, [...path, key])
        : [[...path, key], ...keysWithin(entry, [...path, key])]);
}
/** Named first in the reason, the longest name of those, the outermost; then whatever is also named inside it. */
function firstNamed(paths, match) {
    const named = paths.flatMap((path) => {
        const found = match(String(path.at(-1)));
        return found ? [{ path, index: found.index, length: found[0].length }] : [];
    });
    named.sort((a, b) => a.index - b.index || b.length - a.length || a.path.length - b.path.length);
    const best = named[0]?.path;
    if (!best)
        return null;
    const inside = named.filter(({ path }) => best.every((step, index) => path[index] === step));
    return inside.reduce((deepest, { path }) => (path.length > deepest.length ? path : deepest), best);
}
/** Words that any reason may hold without meaning the property of that name. */
const common = new Set('Code Condition Content Description Effect Enabled Events Id Key Message Name Options Policy Resource Resources State Status Statement Tags Target Type Value Values Version'.split(' '));
function isTelling(path) {
    const key = path.at(-1);
    return typeof key === 'string' && key.length >= 4 && !common.has(key);
}
/** A single word far inside (`Action` in a policy) says too little to look for it in prose. */
function isProsaic(path) {
    return path.length === 1 || wordsOf(String(path.at(-1))).length > 1;
}
/** `VisibilityTimeout` as "visibility timeout", `RoleArn` as "role ARN". */
function asProse(key) {
    return new RegExp(String.raw `(?<![\w-])${wordsOf(key).join(String.raw `[\s_-]?`)}(?![\w-])`, 'i');
}
/** Keys are of `[\w-]` here, so nothing in them means anything to a pattern. */
function asWord(name) {
    return new RegExp(String.raw `(?<![\w-])${name}(?![\w-])`);
}
function wordsOf(key) {
    return key.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [key];
}
function shortened(line) {
    return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}

;// CONCATENATED MODULE: ./src/stacks/explain-stuck.ts



/**
 * Says why a stack can't go on by itself and which command helps. Reads the events of its newest operation for the
 * resources that are in the way.
 */
async function explainStuck(api, stack, locate) {
    const events = await watchTree(api, stack, 'newest-operation').readNew();
    const undone = stack.status.includes('ROLLBACK');
    const failures = undone ? findRollbackFailures(events) : findFailures(events);
    const first = failures[0];
    const place = first && locate?.(first.path, first.logicalId, first.reason);
    return new slipway_error/* UserError */.yo('STACK_STUCK', messageFor(stack, failures), {
        at: place?.at,
        next: nextFor(stack, failures),
    });
}
function messageFor(stack, failures) {
    const what = meaning[stack.status] ?? 'it needs a person before anything else is possible';
    const because = failures
        .slice(0, 5)
        .map(({ path, logicalId, reason }) => `${[...path, logicalId].join('/')}: ${reason}`);
    const more = failures.length > 5 ? [`and ${failures.length - 5} more`] : [];
    const detail = [...because, ...more].join('; ') || (stack.statusReason ?? '');
    return `${stack.stackName} is ${stack.status}: ${what}${detail === '' ? '' : `. ${detail}`}`;
}
const meaning = {
    CREATE_FAILED: 'its first creation failed and rollback was switched off, so what it made still stands',
    ROLLBACK_FAILED: 'its first creation failed, and what it made could not all be removed',
    DELETE_FAILED: 'it was being deleted, and some of it could not be',
    UPDATE_FAILED: 'an update failed and rollback was switched off, so it is half changed',
    UPDATE_ROLLBACK_FAILED: 'an update failed, and it could not all be put back, also on a second attempt',
    IMPORT_ROLLBACK_FAILED: 'an import failed, and it could not all be put back',
};
/** The command of the AWS CLI that leads out; it is a person's to run. */
function nextFor(stack, failures) {
    const region = stack.stackId.split(':')[3] ?? '';
    const target = `--region ${region} --stack-name ${stack.stackName}`;
    switch (stack.status) {
        case 'UPDATE_ROLLBACK_FAILED': {
            const skip = failures.map((failure) => skipName(failure));
            const skipping = skip.length === 0 ? '' : ` --resources-to-skip ${skip.join(' ')}`;
            return `mend what the reason names and run again, or leave it as it is with \`aws cloudformation continue-update-rollback ${target}${skipping}\``;
        }
        case 'UPDATE_FAILED':
        case 'IMPORT_ROLLBACK_FAILED':
            return `\`aws cloudformation rollback-stack ${target}\`, then run again`;
        default: {
            const inTheWay = [...new Set(failures.map(({ path, logicalId }) => path[0] ?? logicalId))];
            const retains = stack.status === 'DELETE_FAILED' && inTheWay.length > 0;
            const retain = retains ? ` --retain-resources ${inTheWay.join(' ')}` : '';
            return `look at what still stands, then \`aws cloudformation delete-stack ${target}${retain}\` and run again`;
        }
    }
}
/** API reference, ContinueUpdateRollback: nested resources are named by their stack's name, not by its logical id. */
function skipName({ path, stackName, logicalId }) {
    return path.length === 0 ? logicalId : `${stackName}.${logicalId}`;
}

;// CONCATENATED MODULE: ./src/stacks/find-retained.ts




/**
 * Looks through the whole history of a failed first creation for resources that still exist: `DELETE_SKIPPED` by their
 * deletion policy. Events and resources of deleted nested stacks can be read by ARN for 90 days (API reference,
 * ListStackResources); older ones are reported as unseen.
 */
async function findRetained(api, root) {
    const retained = new Map();
    const unseen = [];
    let wasComplete = false;
    const queue = [
        { stackId: root.stackId, path: [] },
    ];
    const visited = new Set();
    for (let next = queue.shift(); next; next = queue.shift()) {
        const { stackId, path } = next;
        if (visited.has(stackId))
            continue;
        visited.add(stackId);
        const events = await readWholeHistory(api, stackId, path);
        const resources = await listResources(api, stackId);
        if (events === null && resources === null) {
            unseen.push(path.join('/'));
            continue;
        }
        for (const event of events ?? []) {
            if (event.self && path.length === 0 && (0,stack_status/* isSuccess */.oJ)(event.status))
                wasComplete = true;
            if (isNestedStack(event) && event.physicalId?.startsWith('arn:') === true) {
                queue.push({ stackId: event.physicalId, path: [...path, event.logicalId] });
            }
        }
        const skipped = [
            ...(events ?? []).filter((event) => event.status === 'DELETE_SKIPPED'),
            ...(resources ?? []).filter((resource) => resource.status === 'DELETE_SKIPPED'),
        ];
        for (const { logicalId, physicalId } of skipped) {
            const name = [...path, logicalId].join('/');
            retained.set(name, physicalId === null ? name : `${name} (${physicalId})`);
        }
    }
    return { wasComplete, retained: [...retained.values()], unseen };
}
async function readWholeHistory(api, stackId, path) {
    try {
        return await readEventsBack(api, stackId, path, () => false);
    }
    catch (error) {
        if ((0,read_stack/* isAbsent */.W0)(error))
            return null;
        throw error;
    }
}
async function listResources(api, stackId) {
    const listed = [];
    let token;
    try {
        do {
            const page = await api.listStackResources({
                StackName: stackId,
                ...(token === undefined ? {} : { NextToken: token }),
            });
            for (const resource of page.StackResourceSummaries ?? []) {
                listed.push({
                    logicalId: resource.LogicalResourceId ?? '',
                    physicalId: resource.PhysicalResourceId ?? null,
                    status: resource.ResourceStatus ?? '',
                });
            }
            token = page.NextToken;
        } while (token !== undefined && token !== '');
        return listed;
    }
    catch (error) {
        if ((0,read_stack/* isAbsent */.W0)(error))
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/stacks/recover-stack.ts








/** Change sets that runs on main make carry it; one of another name may be somebody's review. */
const ourChangeSets = 'slipway-run-';
const mostSteps = 6;
/**
 * Brings a stack into a state in which it can be planned and deployed, or says why that needs a person. Call it under the
 * ledger's lock. It follows an operation under way; continues a rollback that failed, once, skipping nothing; deletes the
 * rests of a failed first creation, by ARN, if the stack has never been complete and keeps no retained resource; deletes a
 * stack that holds nothing but change sets of ours. Anything else it leaves as it is.
 * @throws UserError STACK_STUCK, STACK_HOLDS_RETAINED, each with the command that helps; and what `followOperation` throws
 */
async function recoverStack(options) {
    const { api, stackName, logger } = options;
    const steps = [];
    const note = (step) => {
        steps.push(step);
        logger.info(`${stackName}: ${step}`);
    };
    let followed = null;
    let continued = false;
    for (let step = 0; step < mostSteps; step++) {
        const stack = await (0,read_stack/* readStack */.bA)(api, stackName);
        if (!stack || (0,stack_status/* isDeleted */.oy)(stack.status))
            return { kind: 'absent', steps, followed };
        const { stackId, status } = stack;
        if ((0,stack_status/* isUpdatable */.Ng)(status))
            return { kind: 'ready', stackId, steps, followed };
        if ((0,stack_status/* isInProgress */.LT)(status)) {
            const operation = await recover_stack_follow(options, stackId, 'newest-operation');
            followed = outcomeOf(operation, options.locate);
            note(`an operation was under way (${status}); it ended as ${operation.stack.status}`);
        }
        else if ((0,stack_status/* isReview */.zN)(status)) {
            if (!(await holdsOnlyOurs(api, stackId)))
                return { kind: 'review', stackId, steps, followed };
            await deleteById(options, stack, 'review');
            note('deleted what a first plan left behind; it held nothing but change sets');
        }
        else if ((0,stack_status/* isFailedCreation */.nV)(status)) {
            await refuseIfRetained(options, stack);
            await deleteById(options, stack, 'failed');
            note('deleted the rests of a first creation that had failed and was rolled back');
        }
        else if (status === 'UPDATE_ROLLBACK_FAILED' && !continued) {
            continued = true;
            await continueRollback(options, stackId);
            note('a rollback had failed; continued it, skipping nothing');
        }
        else {
            throw await explainStuck(api, stack, options.locate);
        }
    }
    throw new slipway_error/* UserError */.yo('STACK_STUCK', `${stackName} does not come to rest after ${mostSteps} attempts`, {
        next: 'look at its events, then run the same command again',
    });
}
async function recover_stack_follow(options, stackId, since) {
    const { api, clock, logger, onEvent, signal, random } = options;
    return followOperation({ api, stackId, since, clock, logger, onEvent, signal, random });
}
async function continueRollback(options, stackId) {
    const after = await newestEventId(options.api, stackId);
    await options.api.continueUpdateRollback({
        StackName: stackId,
        ClientRequestToken: `${options.clientRequestToken}-continue`,
    });
    await recover_stack_follow(options, stackId, { after });
}
async function deleteById(options, stack, ending) {
    const { api } = options;
    const after = await newestEventId(api, stack.stackId);
    await api.deleteStack({
        StackName: stack.stackId,
        ClientRequestToken: `${options.clientRequestToken}-${ending}`,
    });
    const { stack: rest } = await recover_stack_follow(options, stack.stackId, { after });
    if (!(0,stack_status/* isDeleted */.oy)(rest.status))
        throw await explainStuck(api, rest, options.locate);
}
async function holdsOnlyOurs(api, stackId) {
    let token;
    do {
        const page = await api.listChangeSets({
            StackName: stackId,
            ...(token === undefined ? {} : { NextToken: token }),
        });
        if ((page.Summaries ?? []).some((set) => set.ChangeSetName?.startsWith(ourChangeSets) !== true))
            return false;
        token = page.NextToken;
    } while (token !== undefined && token !== '');
    return true;
}
async function refuseIfRetained(options, stack) {
    const { wasComplete, retained, unseen } = await findRetained(options.api, stack);
    if (!wasComplete && retained.length === 0 && unseen.length === 0)
        return;
    const region = stack.stackId.split(':')[3] ?? '';
    const why = wasComplete
        ? 'it has been complete before'
        : retained.length > 0
            ? `it kept ${retained.join(', ')}`
            : `it can't be seen what its nested stacks kept: ${unseen.join(', ')}`;
    throw new slipway_error/* UserError */.yo('STACK_HOLDS_RETAINED', `${stack.stackName} is ${stack.status} and is not deleted on its own, because ${why}`, {
        next: `remove or import what it kept, then \`aws cloudformation delete-stack --region ${region} --stack-name ${stack.stackName}\` and run again`,
    });
}

;// CONCATENATED MODULE: ./src/plan/masked-words.ts

/**
 * The same CloudFormation, which quotes no secret: every reason that it gives (`ResourceStatusReason`, `StackStatusReason`,
 * `HookStatusReason`, …) and every refusal has the known texts taken out before anybody can log, show or record it. A
 * service repeats what it was given ("the value … is not valid"), and that is often a parameter's value. So is a resource's
 * name, which stands in its physical id.
 *
 * What nobody here knows can't be found: a value behind a dynamic reference, and a `NoEcho` value that an earlier release
 * gave. CloudFormation itself prints the reference in place of the first.
 */
function withMaskedWords(api, secrets) {
    if (secrets.length === 0)
        return api;
    return new Proxy(api, {
        get(target, name) {
            const member = Reflect.get(target, name, target);
            if (typeof member !== 'function')
                return member;
            return async (...input) => {
                try {
                    return maskedReasons(await Reflect.apply(member, target, input), secrets);
                }
                catch (error) {
                    throw maskedError(error, secrets);
                }
            };
        },
    });
}
/** Answers hold dates and texts in plain objects and lists; a reason is any text whose field is named so. */
function maskedReasons(answer, secrets, field = '') {
    if (typeof answer === 'string')
        return isQuoting(field, answer) ? (0,secret_text/* withoutSecrets */.cT)(answer, secrets) : answer;
    if (Array.isArray(answer))
        return answer.map((each) => maskedReasons(each, secrets, field));
    if (typeof answer !== 'object' || answer === null || answer instanceof Date)
        return answer;
    return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, maskedReasons(value, secrets, name)]));
}
/** A nested stack's physical id is its ARN, which it is followed by. */
function isQuoting(field, text) {
    return (field.endsWith('Reason') || (field === 'PhysicalResourceId' && !/^arn:[^:]*:cloudformation:/.test(text)));
}
/** The error itself, which callers know by its name; only its words change. */
function maskedError(error, secrets) {
    if (!(error instanceof Error))
        return error;
    error.message = (0,secret_text/* withoutSecrets */.cT)(error.message, secrets);
    if (error.stack !== undefined)
        error.stack = (0,secret_text/* withoutSecrets */.cT)(error.stack, secrets);
    return error;
}

// EXTERNAL MODULE: ./src/deployment/target.ts
var deployment_target = __webpack_require__(442);
;// CONCATENATED MODULE: ./src/deployment/masked-cloud-formation.ts




/** CloudFormation for one stack while it is deployed: its words have the stack's secrets, as far as they are known, taken out. */
async function maskedCloudFormation(target, instance, given, api) {
    const secrets = await (0,plan_stack/* secretsOf */.Fj)({
        instance,
        ...given,
        release: target.release,
        artifactBucket: (0,deployment_target/* artifactBucket */.Vc)(target.environment.account, instance.region),
    }, await (0,deployed_tree/* describeStack */.GO)(api, instance.stackName));
    return withMaskedWords(api, secrets);
}

// EXTERNAL MODULE: ./src/deployment/plan-changed.ts
var plan_changed = __webpack_require__(3081);
// EXTERNAL MODULE: ./src/deployment/plan-environment.ts + 2 modules
var plan_environment = __webpack_require__(5818);
// EXTERNAL MODULE: ./src/deployment/stores.ts
var stores = __webpack_require__(6753);
// EXTERNAL MODULE: ./src/deployment/system-secrecy.ts
var system_secrecy = __webpack_require__(7447);
;// CONCATENATED MODULE: ./src/deployment/execute-stacks.ts




















/**
 * Executes a plan's stacks in order. Each executes the very change set that was planned if it still says the same; one that
 * waited for an earlier stack, or is gone, is planned anew and must say what was approved but for deferred values.
 *
 * @throws UserError PLAN_CHANGED with what differs, before the stack is touched; and what planning and executing throw
 */
async function executeStacks(options) {
    const { target, session, plan, onEvent } = options;
    const outputs = {};
    const clients = session.clients(target.environment, 'deploy');
    const store = await (0,stores/* homeStore */.X)(target.environment, clients, session.clock);
    const secrecy = await (0,system_secrecy/* systemSecrecy */.i)(target, plan.baseRelease, { store, logger: session.logger });
    let changed = 0;
    for (const instance of target.instances) {
        const approved = plan.stacks.find(({ stack }) => stack === instance.name);
        if (approved === undefined)
            throw new Error(`the plan has no stack ${instance.name}`);
        const result = await executeStack(options, instance, approved, { outputs, secrecy });
        const named = { stack: instance.name, stackName: instance.stackName };
        if (result.kind === 'failed') {
            onEvent({ kind: 'stack-finished', ...named, result });
            const { cause, rolledBack } = result;
            return { kind: 'failed', stack: instance.name, cause, rolledBack, outputs, changed };
        }
        outputs[instance.name] = result.outputs;
        if (result.kind === 'no-changes')
            onEvent({ kind: 'stack-unchanged', ...named });
        else {
            changed += 1;
            onEvent({ kind: 'stack-finished', ...named, result });
        }
    }
    return { kind: 'succeeded', outputs, changed };
}
async function executeStack(options, instance, approved, { outputs, secrecy }) {
    const { target, session, onEvent } = options;
    const plain = await session.clients(target.environment, 'deploy').cloudFormation(instance.region);
    const waits = approved.parameters.some(({ deferred }) => deferred !== null);
    if (approved.outcome === 'none' && !waits)
        return unchanged(plain, instance);
    const given = {
        parameters: (0,plan_parameters/* planParameters */.m)(instance, outputs, new Set(), secrecy.outputs),
        formerSecrets: secrecy.formerSecrets(instance.name),
    };
    const api = await maskedCloudFormation(target, instance, given, plain);
    const changeSet = await changeSetToExecute(options, instance, approved, given, api);
    if (changeSet === null)
        return unchanged(api, instance);
    const started = approved.outcome === 'create' ? 'create' : 'change';
    onEvent({ kind: 'stack-started', stack: instance.name, stackName: instance.stackName, outcome: started });
    const execute = started === 'create' ? createStackByChangeSet : executeChangeSet;
    return execute({
        api,
        changeSetArn: changeSet.arn,
        stackId: changeSet.stackId,
        clientRequestToken: `${options.attempt}-${instance.name}`,
        clock: session.clock,
        logger: session.logger,
        signal: session.signal,
        onEvent: (event) => {
            onEvent({ kind: 'stack-event', stack: instance.name, event });
        },
        locate: locateFailure(await (0,open_release/* releasedTemplates */.tS)(target.release, instance.name)),
    });
}
/** The approved change set itself, or one made anew that says the same; `null` where nothing is left to do. */
async function changeSetToExecute(options, instance, approved, given, api) {
    const { target, session, plan, attempt, overrides } = options;
    const { clock, logger, signal } = session;
    const common = {
        instance,
        ...given,
        release: target.release,
        artifactBucket: (0,deployment_target/* artifactBucket */.Vc)(target.environment.account, instance.region),
        api,
        references: session.clients(target.environment, 'deploy'),
        clock,
        logger,
        signal,
    };
    if (approved.changeSet !== null) {
        const stack = await (0,read_stack/* readStack */.bA)(api, instance.stackName);
        // A run that was killed has executed it already: executing it again follows that operation. What it said can't be read
        // any more, and no fingerprint covers its ARN, so its name has to tell that it is this release's.
        if (stack?.changeSetId === approved.changeSet && isNamedAfter(target.release.id, approved.changeSet)) {
            return { arn: approved.changeSet, stackId: stack.stackId };
        }
        const now = await readApprovedChangeSet({ ...common, approved });
        if (now.kind === 'different')
            throw (0,plan_changed/* planChanged */.c)(plan, now.differences);
        if (now.kind === 'equal' && stack !== null)
            return { arn: approved.changeSet, stackId: stack.stackId };
        if (now.kind !== 'equal')
            logger.info(`${instance.stackName}: planned anew. ${now.reason}`);
    }
    await recoverStack({
        api,
        stackName: instance.stackName,
        clientRequestToken: attempt,
        clock,
        logger,
        signal,
    });
    const fresh = await (0,plan_stack/* planStack */.qz)({
        ...common,
        changeSetName: (0,plan_environment/* changeSetName */.G)({ kind: 'deployment' }, target.release.id, session.commit),
        executionRoleArn: (0,identity/* roleArn */.w3)(target.environment.account, 'execution'),
        absent: 'by-change-set',
    });
    if (fresh.failures.length > 0)
        throw changeSetFailed(instance, fresh);
    if (fresh.outcome === 'none')
        return null;
    const verdict = verifyDeferred(approved, fresh);
    if (verdict.kind === 'different')
        throw (0,plan_changed/* planChanged */.c)(plan, verdict.differences);
    // What an earlier stack decided could still weaken a protection that the approved plan did not show.
    const { verdict: gated, stops } = (0,gate/* gate */.Gj)({ ...plan, stacks: [fresh] }, gate/* defaultPolicy */.G4, overrides);
    if (gated === 'stop')
        throw (0,check_plan/* gateStopped */.f)({ ...plan, stacks: [fresh] }, stops);
    const made = await (0,read_stack/* readStack */.bA)(api, instance.stackName);
    if (fresh.changeSet === null || made === null) {
        throw new Error(`${instance.stackName}: CloudFormation made no change set that can be executed`);
    }
    return { arn: fresh.changeSet, stackId: made.stackId };
}
/** Whether the name is one that `changeSetName` gives for a deployment; only the plan and deploy roles can give such names. */
function isNamedAfter(release, changeSetArn) {
    return (changeSetArn
        .split(':')
        .at(-1)
        ?.startsWith(`changeSet/slipway-run-${(0,sha256/* short */.h)(release)}-`) === true);
}
/** CloudFormation would not make the change set: every stack of the tree that says why. */
function changeSetFailed(instance, plan) {
    const reasons = plan.failures.map(({ path, reason }) => `   ${path.join('/') || instance.stackName}: ${reason}`);
    return new slipway_error/* UserError */.yo('CHANGE_SET_FAILED', [`CloudFormation can't make the change set of ${instance.stackName}:`, ...reasons].join('\n'));
}
async function unchanged(api, instance) {
    const stack = await (0,read_stack/* readStack */.bA)(api, instance.stackName);
    return { kind: 'no-changes', outputs: stack?.outputs ?? {} };
}

// EXTERNAL MODULE: ./src/deployment/guard-target.ts
var guard_target = __webpack_require__(4986);
// EXTERNAL MODULE: ./src/deployment/lock-request.ts
var lock_request = __webpack_require__(4088);
// EXTERNAL MODULE: ./src/deployment/plan-site-of.ts
var plan_site_of = __webpack_require__(2134);
// EXTERNAL MODULE: ./src/deployment/publish-site.ts + 2 modules
var publish_site = __webpack_require__(8348);
// EXTERNAL MODULE: ./src/deployment/require-proven.ts
var require_proven = __webpack_require__(8937);
// EXTERNAL MODULE: ./src/deployment/run-smoke-checks.ts + 37 modules
var run_smoke_checks = __webpack_require__(2534);
;// CONCATENATED MODULE: ./src/deployment/deploy-environment.ts















/**
 * Deploys a plan: executes its stacks, publishes the site and proves it at the edge, runs the smoke checks, writes the
 * ledger. All under the environment's lock.
 *
 * @returns how it ended; a failure of what ran is a result
 * @throws UserError GATE_STOPPED, PLAN_MISMATCH, PLAN_CHANGED, NOT_PROVEN, SUPERSEDED, LEDGER_LOCKED, WRONG_ACCOUNT,
 *   ARTIFACT_DIGEST and what reading and planning throw; with any of these nothing, or nothing more, was changed
 */
async function deployEnvironment(options) {
    const { target, session, plan, kind } = options;
    const { release, environment } = target;
    const clients = session.clients(environment, 'deploy');
    const caller = await (0,guard_target/* guardTarget */.j)(target, clients);
    const ledger = await (0,environment_ledger.environmentLedger)(environment, clients, session);
    const head = await ledger.readHead();
    (0,check_plan/* checkPlan */.G)(options, head);
    if (!plan.hasChanges && head.release === release.id && head.state === 'green')
        return nothingToDo(options);
    if (kind === 'deploy')
        await (0,require_proven/* requireProven */.m)(target, session);
    const { clock, logger } = session;
    const lock = (0,lock_request/* lockRequest */.h)(session, release.id);
    return (0,with_lock/* withLock */.k)({ ...lock, ledger, clock, logger, signal: session.signal }, async (signal) => {
        (0,check_plan/* checkPlan */.G)(options, await ledger.readHead());
        // under the lock, whose release the clean-up keeps: what is there now stays
        await (0,check_artifacts/* checkArtifacts */.E)(target, clients, clock);
        await checkSite(options);
        return new Deployment({ ...options, session: { ...session, signal } }, ledger, lock.holder, caller).run();
    });
}
/** What the site's bucket holds may have changed since the plan was approved. */
async function checkSite({ target, session, plan }) {
    const clients = session.clients(target.environment, 'deploy');
    const outputs = await (0,current_outputs/* currentOutputs */.s)(target.instances, clients);
    const now = await (0,plan_site_of/* planSiteOf */.KC)({ target, session, clients }, outputs, (0,plan_site_of/* pendingOf */.lc)(plan.stacks));
    const differences = (0,plan_site_of/* siteDifferences */.Ei)(plan.site, now);
    if (differences.length > 0)
        throw (0,plan_changed/* planChanged */.c)(plan, differences);
}
function nothingToDo({ target, plan }) {
    const { system, environment } = plan;
    return {
        system,
        environment,
        release: target.release.id,
        plan,
        outcome: 'no-changes',
        failure: null,
        siteFailure: null,
        outputs: {},
        site: null,
        smoke: null,
        record: null,
        times: [],
    };
}
/** One run of the steps, with what it has done so far: the ledger must tell that even where a step throws. */
class Deployment {
    #options;
    #ledger;
    #holder;
    #caller;
    #startedAt;
    #attempt = `slipway-${(0,external_node_crypto_.randomUUID)()}`;
    #times = [];
    /** Whether stacks or site may not be what the ledger says any more. */
    #touched = false;
    constructor(options, ledger, holder, caller) {
        this.#options = options;
        this.#ledger = ledger;
        this.#holder = holder;
        this.#caller = caller;
        this.#startedAt = options.session.clock.now();
    }
    async run() {
        try {
            return await this.#steps();
        }
        catch (error) {
            // What runs is of two releases by now, or an operation is under way: whoever looks next must see it.
            if (this.#touched) {
                const interrupted = this.#options.session.signal.aborted;
                await this.#record(interrupted ? 'interrupted' : 'deploy-failed', {
                    cause: firstLine(error),
                    partial: true,
                });
            }
            throw error;
        }
    }
    async #steps() {
        const { target, session, plan, onEvent } = this.#options;
        const stacks = await this.#timed('stacks', () => executeStacks({
            target,
            session,
            plan,
            overrides: this.#options.overrides.map(({ override }) => override),
            attempt: this.#attempt,
            onEvent: (event) => {
                if (event.kind === 'stack-started')
                    this.#touched = true;
                onEvent(event);
            },
        }));
        if (stacks.kind === 'failed')
            return this.#failed(stacks);
        const { outputs } = stacks;
        let site;
        try {
            site = await this.#timed('site', () => (0,publish_site/* publishSite */.b)(target, session, outputs, this.#attempt));
        }
        catch (error) {
            // whatever went wrong, the stacks are deployed and the site is not
            if (session.signal.aborted)
                throw error;
            const cause = firstLine(error);
            return this.#finish({ outcome: 'site-failed', siteFailure: cause, outputs }, { cause });
        }
        if (site !== null) {
            this.#touched ||= site.kind === 'published';
            tellOfSite(site, onEvent);
        }
        const smoke = await this.#timed('smoke', () => (0,run_smoke_checks/* runSmokeChecks */.m)(target, session, outputs));
        // checks that were cut short have judged nothing
        session.signal.throwIfAborted();
        if (smoke !== null)
            onEvent({ kind: 'smoke-finished', report: smoke });
        const failed = smoke !== null && smoke.failed > 0;
        const outcome = failed ? 'smoke-failed' : plan.hasChanges ? 'succeeded' : 'no-changes';
        return this.#finish({ outcome, outputs, site, smoke }, { smoke: smoke && toSummary(smoke), cause: failed ? `${smoke.failed} smoke checks failed` : null });
    }
    #failed(stacks) {
        const { stack, cause, rolledBack, outputs, changed } = stacks;
        const partial = changed > 0 || !rolledBack;
        return this.#finish({ outcome: 'deploy-failed', failure: { stack, cause, rolledBack }, outputs }, { cause: `${[...cause.path, cause.logicalId].join('/')}: ${cause.reason}`, partial });
    }
    async #finish(parts, entry) {
        const { target, plan } = this.#options;
        const record = await this.#record(parts.outcome, entry);
        return {
            ...nothingToDo(this.#options),
            system: target.system.system,
            plan,
            ...parts,
            record,
            times: this.#times,
        };
    }
    async #record(outcome, entry) {
        const { session, target, plan, kind, overrides } = this.#options;
        const draft = {
            kind,
            release: target.release.id,
            fingerprint: plan.fingerprint,
            outcome,
            startedAt: new Date(this.#startedAt).toISOString(),
            finishedAt: new Date(session.clock.now()).toISOString(),
            by: session.by ?? this.#caller.arn,
            commit: session.commit,
            overrides,
            smoke: null,
            cause: null,
            ...entry,
        };
        return (await this.#ledger.append({ holder: this.#holder, record: draft })).record;
    }
    async #timed(step, work) {
        const { clock } = this.#options.session;
        const started = clock.now();
        try {
            return await work();
        }
        finally {
            this.#times.push({ step, took: clock.now() - started });
        }
    }
}
function tellOfSite(site, onEvent) {
    const { written, files, bytes, took, invalidation } = site;
    onEvent({ kind: 'site-published', written: written.length, total: files, bytes, took: took.publish });
    const invalidated = invalidation.kind === 'none' ? 0 : invalidation.paths.length;
    onEvent({ kind: 'edge-serving', invalidated, took: took.edge });
}
function firstLine(error) {
    const text = error instanceof Error ? error.message : String(error);
    return text.split('\n')[0] ?? text;
}

;// CONCATENATED MODULE: ./src/deployment/settle-stacks.ts














/**
 * Brings the stacks of an environment to rest before they are planned: an operation that a killed run left under way is
 * followed to its end, what a failed first creation left is removed. Takes the lock only where there is something to do.
 *
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT, LEDGER_LOCKED, STACK_STUCK, STACK_HOLDS_RETAINED
 */
async function settleStacks(target, session, onEvent) {
    const { environment, instances, release } = target;
    const clients = session.clients(environment, 'deploy');
    await (0,guard_target/* guardTarget */.j)(target, clients);
    const unsettled = [];
    for (const instance of instances) {
        const stack = await (0,read_stack/* readStack */.bA)(await clients.cloudFormation(instance.region), instance.stackName);
        const status = stack?.status ?? '';
        const restless = (0,stack_status/* isInProgress */.LT)(status) || (0,stack_status/* isFailedCreation */.nV)(status) || status === 'UPDATE_ROLLBACK_FAILED';
        if (restless && !(0,stack_status/* isReview */.zN)(status))
            unsettled.push(instance);
    }
    if (unsettled.length === 0)
        return;
    const outputs = await (0,current_outputs/* currentOutputs */.s)(instances, clients);
    const everyStack = new Set(instances.map(({ name }) => name));
    const { clock, logger } = session;
    const ledger = await (0,environment_ledger.environmentLedger)(environment, clients, session);
    const request = (0,lock_request/* lockRequest */.h)(session, release.id);
    const [{ release: base }, store] = await Promise.all([
        ledger.readHead(),
        (0,stores/* homeStore */.X)(environment, clients, clock),
    ]);
    const secrecy = await (0,system_secrecy/* systemSecrecy */.i)(target, base, { store, logger });
    await (0,with_lock/* withLock */.k)({ ...request, ledger, clock, logger, signal: session.signal }, async (signal) => {
        for (const instance of unsettled) {
            const given = {
                parameters: (0,plan_parameters/* planParameters */.m)(instance, outputs, everyStack, secrecy.outputs),
                formerSecrets: secrecy.formerSecrets(instance.name),
            };
            const api = await clients.cloudFormation(instance.region);
            logger.info(`${instance.stackName} is not at rest: waiting for what an earlier run began`);
            await recoverStack({
                api: await maskedCloudFormation(target, instance, given, api),
                stackName: instance.stackName,
                clientRequestToken: `settle-${release.id.slice(0, 16)}-${clock.now()}`,
                clock,
                logger,
                signal,
                onEvent: (event) => {
                    onEvent({ kind: 'stack-event', stack: instance.name, event });
                },
                locate: locateFailure(await (0,open_release/* releasedTemplates */.tS)(release, instance.name)),
            });
        }
    });
}

;// CONCATENATED MODULE: ./src/deployment/run-deployment.ts







/**
 * One deployment from the release to the ledger: proof of the environment before, the plan, the gate, the approval where
 * one is needed, and then what `deployEnvironment` does.
 *
 * @throws UserError what `requireProven`, `planEnvironment`, `approve` and `deployEnvironment` throw, GATE_STOPPED
 */
async function runDeployment(options) {
    const { target, session, kind, planned, words } = options;
    const { environment } = target.environment;
    await (0,guard_target/* guardTarget */.j)(target, session.clients(target.environment, 'deploy'));
    // before anybody is asked: a release that has not passed before this environment, or was overtaken, goes no further
    if (kind === 'deploy')
        await (0,require_proven/* requireProven */.m)(target, session);
    await settleStacks(target, session, () => undefined);
    const needsApproval = target.system.promotion.approval.includes(environment);
    const purpose = { kind: needsApproval ? 'run' : 'deployment' };
    const plan = planned ?? (await (0,plan_environment/* planEnvironment */.R)({ target, session, purpose, overrides: words }));
    options.show(plan);
    const by = session.by ?? session.runner;
    const overrides = [...appliedOverrides(plan, options, by), ...turning(options.turned, by)];
    const { verdict, stops } = (0,gate/* gate */.Gj)(plan, gate/* defaultPolicy */.G4, words);
    if (verdict === 'stop')
        throw (0,check_plan/* gateStopped */.f)(plan, stops);
    if (needsApproval && plan.hasChanges)
        await options.approve(plan);
    const observer = options.observe(plan);
    try {
        const { onEvent, logger } = observer;
        return await deployEnvironment({
            target,
            session: { ...session, logger },
            plan,
            kind,
            overrides,
            onEvent,
        });
    }
    finally {
        observer.stop();
    }
}
function turning(turned, by) {
    if (turned === undefined)
        return [];
    const { stack, parameter, value } = turned;
    return [{ override: `${parameter}=${value}`, path: `${stack}/${parameter}`, action: 'switch', by }];
}
/** Which of the words that were given this plan needs, and what each lets through. */
function appliedOverrides(plan, { words, givenBy }, by) {
    return plan.gate.stops
        .filter(({ override }) => words.includes(override))
        .map(({ override, stack, path, action }) => ({
        override,
        path: `${stack}/${path}`,
        action,
        by: givenBy?.get(override) ?? by,
    }));
}

// EXTERNAL MODULE: ./src/deployment/site-url.ts
var site_url = __webpack_require__(2452);
// EXTERNAL MODULE: ./src/report/failure-text.ts
var failure_text = __webpack_require__(8986);
// EXTERNAL MODULE: ./src/report/smoke-text.ts + 1 modules
var smoke_text = __webpack_require__(1575);
// EXTERNAL MODULE: ./src/report/units.ts
var units = __webpack_require__(7885);
// EXTERNAL MODULE: ./src/report/visible.ts
var report_visible = __webpack_require__(776);
;// CONCATENATED MODULE: ./src/report/deployment-text.ts





/** How a deployment ended, what to know about it, and what to do next. */
function deploymentText(result, paint) {
    const { system, environment } = result;
    const took = result.times.reduce((sum, step) => sum + step.took, 0);
    const title = `${(0,report_visible/* visible */.R)(system)} → ${environment}   release ${(0,sha256/* short */.h)(result.release)}`;
    switch (result.outcome) {
        case 'succeeded':
            return ` ${paint.green('done')}  ${title}   in ${(0,units/* duration */.p0)(took)}${stepTimes(result)}`;
        case 'no-changes':
            return ` ${paint.green('no changes')}  ${title}   ${environment} already runs this`;
        case 'deploy-failed':
            return result.failure === null
                ? ` ${paint.red('failed')}  ${title}`
                : (0,failure_text/* failureText */.kY)({
                    system,
                    environment,
                    stack: result.failure.stack,
                    cause: result.failure.cause,
                    rolledBack: result.failure.rolledBack,
                    previousRelease: result.plan.baseRelease,
                    next: nextCommand(result),
                }, paint);
        case 'site-failed':
            return [
                ` ${paint.red('failed')}  ${title}   the stacks are deployed, the site is not`,
                `   ${(0,report_visible/* visible */.R)(result.siteFailure ?? 'no reason given')}`,
                ...next(result),
            ].join('\n');
        case 'smoke-failed':
            return [
                ` ${paint.red('failed')}  ${title}   deployed, but its smoke checks fail: nothing goes on from here`,
                ...(result.smoke === null ? [] : [(0,smoke_text/* smokeText */.Nu)(result.smoke, paint)]),
                ...next(result),
            ].join('\n');
    }
}
function stepTimes({ times }) {
    const parts = times.filter((step) => step.took >= 50).map((step) => `${step.step} ${(0,units/* duration */.p0)(step.took)}`);
    return parts.length < 2 ? '' : `   (${parts.join(', ')})`;
}
function next(result) {
    const command = nextCommand(result);
    return command === null ? [] : [`   Next: ${command}`];
}
/** Going back is offered where there is something to go back to. */
function nextCommand({ system, environment, plan, outcome }) {
    const { baseRelease } = plan;
    if (baseRelease === null)
        return outcome === 'deploy-failed' ? `mend it, then slipway deploy ${system} ${environment}` : null;
    if (outcome === 'deploy-failed') {
        return `mend it, or slipway deploy ${system} ${environment} --release ${(0,sha256/* short */.h)(baseRelease)}`;
    }
    return `slipway rollback ${system} ${environment}`;
}

// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
;// CONCATENATED MODULE: ./src/report/deployment-markdown.ts






/** How a deployment ended, for a job's summary: outcome, cause, what to do next, smoke checks. */
function deploymentMarkdown(result, url) {
    return [
        head(result, url),
        ...body(result),
        ...(result.smoke === null ? [] : [(0,smoke_text/* smokeMarkdown */.NJ)(result.smoke)]),
    ].join('\n\n');
}
function head(result, url) {
    const { system, environment, outcome, release, plan, times } = result;
    const took = times.reduce((sum, step) => sum + step.took, 0);
    const facts = [
        `release ${(0,markdown/* code */.aY)((0,sha256/* short */.h)(release))}`,
        `plan ${(0,markdown/* code */.aY)((0,sha256/* short */.h)(plan.fingerprint))}`,
        plan.baseRelease === null ? '' : `before ${(0,markdown/* code */.aY)((0,sha256/* short */.h)(plan.baseRelease))}`,
        took > 0 ? `in ${(0,units/* duration */.p0)(took)}` : '',
        url === null ? '' : `<${encodeURI(url)}>`,
    ].filter((fact) => fact !== '');
    return `### ${words[outcome]} · ${(0,markdown/* prose */.CS)(system)} → ${environment}\n\n${facts.join(' · ')}`;
}
const words = {
    succeeded: 'Deployed',
    'no-changes': 'No changes',
    'deploy-failed': 'Failed',
    'site-failed': 'Failed: the stacks are deployed, the site is not',
    'smoke-failed': 'Failed: deployed, but its smoke checks fail',
};
function body(result) {
    const { system, environment, failure, siteFailure, plan, outcome } = result;
    const next = nextCommand(result);
    if (failure !== null) {
        const { stack, cause, rolledBack } = failure;
        const previousRelease = plan.baseRelease;
        return [(0,failure_text/* failureMarkdown */.A5)({ system, environment, stack, cause, rolledBack, previousRelease, next })];
    }
    if (outcome === 'succeeded' || outcome === 'no-changes')
        return [];
    return [
        ...(siteFailure === null ? [] : [(0,markdown/* code */.aY)(siteFailure)]),
        ...(next === null ? [] : [`Next: ${(0,markdown/* code */.aY)(next)}`]),
    ];
}

// EXTERNAL MODULE: ./src/report/columns.ts
var columns = __webpack_require__(1197);
;// CONCATENATED MODULE: ./src/report/deployment-lines.ts




/**
 * A deployment as plain lines, one an event that tells something, with the time since its start in front: for CI and
 * pipes.
 *
 * @param started milliseconds since the epoch
 */
function deploymentLine(event, { started, now }) {
    const text = eventText(event);
    return text === null ? null : ` ${(0,units/* clockTime */.qo)(now - started).padStart(6)}  ${text}`;
}
function eventText(event) {
    switch (event.kind) {
        case 'stack-started':
            return line('stack', `${event.stackName}  ${event.outcome === 'create' ? 'is created' : 'is changed'}`);
        case 'stack-unchanged':
            return line('stack', `${event.stackName}  no changes`);
        case 'stack-event':
            return stackEventText(event.stack, event.event);
        case 'stack-finished':
            return line('stack', `${event.stackName}  ${finished(event.result)}`);
        case 'site-published':
            return line('site', `${event.written} of ${(0,units/* counted */.hS)(event.total, 'file')}, ${(0,units/* bytes */.ee)(event.bytes)}`);
        case 'edge-serving':
            return line('edge', `${(0,units/* counted */.hS)(event.invalidated, 'path')} invalidated, serving this release after ${(0,units/* clockTime */.qo)(event.took)}`);
        case 'smoke-finished':
            return line('smoke', (0,smoke_text/* smokeCounts */._R)(event.report));
    }
}
function finished(result) {
    switch (result.kind) {
        case 'succeeded':
            return result.leftovers.length === 0
                ? 'done'
                : `done; left behind, to be deleted by hand: ${result.leftovers.join(', ')}`;
        case 'no-changes':
            return 'no changes';
        case 'failed':
            return result.rolledBack ? 'failed, rolled back' : `failed, stands in ${result.status}`;
    }
}
/** Ends and failures of resources; that each one also begins would double the log and tell nothing. */
function stackEventText(stack, event) {
    const failed = event.status.endsWith('_FAILED');
    const rollback = event.status.endsWith('ROLLBACK_IN_PROGRESS');
    if (!failed && !rollback && !event.status.endsWith('_COMPLETE'))
        return null;
    const own = deployment_lines_isOwn(event) ? event.path : [...event.path, event.logicalId];
    if (own.length === 0 && !failed && !rollback)
        return null;
    const reason = (failed || rollback) && event.reason !== null ? `  ${event.reason}` : '';
    return line('', `${[stack, ...own].join('/')}  ${event.type}  ${spoken(event.status)}${reason}`);
}
/** Whether an event is about the stack that reports it: logical ids hold no hyphen, names of stacks here always do. */
function deployment_lines_isOwn(event) {
    return event.type === 'AWS::CloudFormation::Stack' && event.logicalId.includes('-');
}
/** `UPDATE_ROLLBACK_IN_PROGRESS` → `update rollback in progress`. */
function spoken(status) {
    return status.toLowerCase().replaceAll('_', ' ');
}
const line = (word, text) => `${(0,columns/* padded */.jC)(word, 6)} ${(0,report_visible/* visible */.R)(text)}`;

;// CONCATENATED MODULE: ./src/report/deployment-live.ts





/** One frame of the live view: a line a stack; only what moves says what it is doing. */
function deployment_live_deploymentFrame(state, { paint, width, now }) {
    const { plan } = state;
    const rows = treeRows(state);
    const left = widest(rows.map((row) => row.left)) + 2;
    const lines = [
        ` ${paint.bold('deploy')}  ${visible(plan.system)} → ${plan.environment}   release ${short(plan.release)}   plan ${short(plan.fingerprint)}`,
        ...rows.map(({ left: name, node, rest }) => {
            if (!node)
                return `   ${padded(name, left)}`.trimEnd();
            const time = node.began === null ? '' : clockTime((node.ended ?? now) - node.began);
            const what = cut(rest === '' ? activity(node) : [rest, activity(node)].filter((part) => part !== '').join('   '), Math.max(10, width - left - 26));
            return `   ${padded(name, left)}${wordPaint(paint, node)(padded(node.word, 13))}${time.padStart(7)}   ${what}`.trimEnd();
        }),
    ];
    if (state.site) {
        const { written, total, bytes: size, took } = state.site;
        lines.push(` site    ${written} of ${counted(total, 'file')}, ${bytes(size)}   ${clockTime(took)}`);
    }
    if (state.edge) {
        const { invalidated, took } = state.edge;
        lines.push(` edge    ${counted(invalidated, 'path')} invalidated, serving this release after ${clockTime(took)}`);
    }
    if (state.smoke) {
        const { report } = state.smoke;
        const text = `${smokeCounts(report)}   ${clockTime(report.took)}`;
        lines.push(` smoke   ${report.failed > 0 ? paint.red(text) : text}`);
    }
    return lines.join('\n');
}
function treeRows(state) {
    return state.plan.stacks.flatMap((stack) => {
        const root = state.nodes.get(stack.stack);
        if (!root)
            return [{ left: `${visible(stack.stack)}  no changes`, node: null, rest: '' }];
        const unchanged = state.unchanged.get(stack.stack) ?? 0;
        const own = [...state.nodes.values()].filter((node) => node.path[0] === stack.stack);
        const size = own.length + unchanged;
        const rest = size > 1 ? `${size} stacks, ${own.length} to change` : '';
        return [{ left: visible(stack.stack), node: root, rest }, ...below(root, own, unchanged, '')];
    });
}
function below(parent, all, unchanged, lead) {
    const children = all.filter((node) => node.path.length === parent.path.length + 1 &&
        parent.path.every((name, index) => node.path[index] === name));
    const rows = children.flatMap((node, index) => {
        const last = index === children.length - 1 && unchanged === 0;
        const name = visible(node.path.at(-1) ?? '');
        return [
            { left: `${lead}${last ? '└─ ' : '├─ '}${name}`, node, rest: '' },
            ...below(node, all, 0, `${lead}${last ? '   ' : '│  '}`),
        ];
    });
    return unchanged > 0 ? [...rows, { left: `${lead}└─ ${unchanged} unchanged`, node: null, rest: '' }] : rows;
}
/** `PresignFunction  ▰▰▱▱▱▱`: what moves now, and how far the stack is. */
function activity(node) {
    if (node.ended !== null || node.moving.length === 0)
        return '';
    const [newest = ''] = node.moving.slice(-1);
    const more = node.moving.length > 1 ? ` and ${node.moving.length - 1} more` : '';
    if (node.planned === 0)
        return visible(newest) + more;
    const done = Math.min(6, Math.floor((6 * node.settled.size) / node.planned));
    return `${visible(newest)}${more}  ${'▰'.repeat(done)}${'▱'.repeat(6 - done)}`;
}
function wordPaint(paint, node) {
    switch (node.word) {
        case 'waiting':
            return paint.dim;
        case 'creating':
        case 'updating':
        case 'removing':
            return paint.cyan;
        case 'done':
            return paint.green;
        case 'rolling back':
        case 'rolled back':
        case 'failed':
            return paint.red;
    }
}

// EXTERNAL MODULE: ./src/report/plan-summary.ts
var plan_summary = __webpack_require__(6130);
;// CONCATENATED MODULE: ./src/report/deployment-state.ts


function deployment_state_startOf(plan, now) {
    const changed = plan.stacks.filter((stack) => stack.outcome !== 'none');
    const nodes = changed.flatMap((stack) => nodesOf(stack.root)
        .filter((node) => node.path.length === 0 || isTouched(node) || node.children.some(isTouched))
        .map((node) => {
        const path = [stack.stack, ...node.path];
        const fresh = {
            word: 'waiting',
            began: null,
            ended: null,
            moving: [],
            settled: new Set(),
        };
        return [path.join('/'), { path, ...fresh, planned: node.changes.length }];
    }));
    const unchanged = changed.map((stack) => {
        const all = nodesOf(stack.root).length;
        return [stack.stack, all - nodes.filter(([, node]) => node.path[0] === stack.stack).length];
    });
    return {
        plan,
        began: now,
        nodes: new Map(nodes),
        unchanged: new Map(unchanged),
        site: null,
        edge: null,
        smoke: null,
    };
}
/** The state after one more event. */
function deployment_state_advance(state, event, now) {
    switch (event.kind) {
        case 'stack-started':
            return change(state, [event.stack], (node) => ({
                ...node,
                word: event.outcome === 'create' ? 'creating' : 'updating',
                began: now,
            }));
        case 'stack-unchanged':
            return change(state, [event.stack], (node) => ({
                ...node,
                word: 'done',
                began: node.began ?? now,
                ended: now,
            }));
        case 'stack-event':
            return moved(state, event.stack, event.event, now);
        case 'stack-finished':
            return change(state, [event.stack], (node) => ({
                ...node,
                word: event.result.kind !== 'failed' ? 'done' : event.result.rolledBack ? 'rolled back' : 'failed',
                ended: now,
                moving: [],
            }));
        case 'site-published':
            return { ...state, site: event };
        case 'edge-serving':
            return { ...state, edge: event };
        case 'smoke-finished':
            return { ...state, smoke: event };
    }
}
function moved(state, stack, event, now) {
    const of = [stack, ...event.path];
    if (isOwn(event))
        return change(state, of, (node) => stackMoved(node, event.status, now));
    const nested = state.nodes.get([...of, event.logicalId].join('/'));
    if (nested && event.type === 'AWS::CloudFormation::Stack') {
        return change(state, nested.path, (node) => stackMoved(node, event.status, now));
    }
    return change(state, of, (node) => {
        const moving = node.moving.filter((id) => id !== event.logicalId);
        if (event.status.endsWith('_IN_PROGRESS'))
            return { ...node, moving: [...moving, event.logicalId] };
        return { ...node, moving, settled: new Set([...node.settled, event.logicalId]) };
    });
}
const waysBack = new Set(['failed', 'rolling back', 'rolled back']);
function stackMoved(node, status, now) {
    const began = node.began ?? now;
    // Whatever a stack that has failed does next is its way back.
    const goesBack = status.includes('ROLLBACK') || waysBack.has(node.word);
    if (status.endsWith('_IN_PROGRESS')) {
        if (status.includes('CLEANUP'))
            return node;
        const word = goesBack
            ? 'rolling back'
            : status.startsWith('CREATE')
                ? 'creating'
                : status.startsWith('DELETE')
                    ? 'removing'
                    : 'updating';
        return { ...node, word, began, ended: null };
    }
    const word = status.endsWith('_FAILED') ? 'failed' : goesBack ? 'rolled back' : 'done';
    return { ...node, word, began, ended: node.ended ?? now, moving: [] };
}
function change(state, path, update) {
    const key = path.join('/');
    const node = state.nodes.get(key);
    return node ? { ...state, nodes: new Map(state.nodes).set(key, update(node)) } : state;
}

;// CONCATENATED MODULE: ./src/report/telling-events.ts


const nestedStack = 'AWS::CloudFormation::Stack';
/**
 * Which events are worth a line in a log: failures and rollbacks; nested stacks that the plan touches; resources that the
 * plan changes in a stack that was there before. What a new stack is made of stands in the plan already, and stacks that
 * CloudFormation only looks at tell nothing.
 */
function tellingEvents(plan) {
    const named = new Set();
    for (const { stack, root } of plan.stacks) {
        for (const node of (0,plan_summary/* nodesOf */.Nh)(root)) {
            const path = [stack, ...node.path];
            if ((0,plan_summary/* isTouched */.Dn)(node) || node.children.some(plan_summary/* isTouched */.Dn))
                named.add(path.join('/'));
            if (node.status !== 'change')
                continue;
            for (const change of node.changes) {
                if (change.type !== nestedStack)
                    named.add([...path, change.logicalId].join('/'));
            }
        }
    }
    return (event) => {
        if (event.kind !== 'stack-event')
            return true;
        const { path, logicalId, status } = event.event;
        // The parent tells of a nested stack under its logical id; what the nested stack says of itself is the same again.
        if (deployment_lines_isOwn(event.event) && path.length > 0)
            return false;
        if (status.endsWith('_FAILED') || status.includes('ROLLBACK'))
            return true;
        return named.has([event.stack, ...path, logicalId].join('/'));
    };
}

;// CONCATENATED MODULE: ./src/report/deployment-view.ts





/** One line an event that tells something: CI, pipes, and whoever asked for no progress. */
function lineView({ plan, write, clock }) {
    const started = clock.now();
    const isTelling = tellingEvents(plan);
    return {
        onEvent: (event) => {
            const line = isTelling(event) ? deploymentLine(event, { started, now: clock.now() }) : null;
            if (line !== null)
                write(`${line}\n`);
        },
        say: (line) => {
            write(`${line}\n`);
        },
        stop: () => undefined,
    };
}
/** Milliseconds between frames where nothing happens: the clocks in it run on. */
const beat = 250;
/** A tree that is drawn again in place. The timer that lets its clocks run keeps no process alive. */
function liveView({ plan, write, clock, paint, width, }) {
    let state = startOf(plan, clock.now());
    const stream = { write, columns: width, isTTY: true };
    const show = createLogUpdate(stream, { showCursor: true, defaultWidth: width, defaultHeight: 40 });
    const draw = () => {
        show(deploymentFrame(state, { paint, width: width - 1, now: clock.now() }));
    };
    const timer = setInterval(draw, beat);
    timer.unref();
    draw();
    return {
        onEvent: (event) => {
            state = advance(state, event, clock.now());
            draw();
        },
        say: (line) => {
            show.persist(`${line}\n`);
            draw();
        },
        stop: () => {
            clearInterval(timer);
            draw();
            show.done();
        },
    };
}

// EXTERNAL MODULE: ./src/report/paint.ts
var paint = __webpack_require__(9066);
// EXTERNAL MODULE: ./src/report/plan-markdown.ts
var plan_markdown = __webpack_require__(5925);
// EXTERNAL MODULE: ./src/report/plan-terminal.ts
var plan_terminal = __webpack_require__(3408);
// EXTERNAL MODULE: ./src/github/run.ts
var github_run = __webpack_require__(1738);
;// CONCATENATED MODULE: ./src/github/steps/approved-plan.ts


/**
 * The whole fingerprint that was approved: that of the plan file, if the approved one begins it; `null` where none was.
 * @throws UserError NOT_APPROVED: there is no plan file, or it holds another plan
 */
function approvedPlan({ fingerprint }, planned) {
    if (fingerprint === null)
        return null;
    if (planned === null) {
        throw new slipway_error/* UserError */.yo('NOT_APPROVED', `plan ${(0,sha256/* short */.h)(fingerprint)} was approved, but its plan file was not given; nothing was changed`, { next: 'give the plan file of the same change-set as the input plan' });
    }
    if (planned.fingerprint.startsWith(fingerprint))
        return planned.fingerprint;
    throw new slipway_error/* UserError */.yo('NOT_APPROVED', `what was approved is plan ${(0,sha256/* short */.h)(fingerprint)}, but the plan file holds ${(0,sha256/* short */.h)(planned.fingerprint)}; nothing was changed`, { next: 'give the plan file and the fingerprint of one and the same change-set' });
}
/**
 * Stops what nobody has approved in an environment that wants it.
 * @throws UserError PLAN_WANTED
 */
function requireApproved({ system, environment }) {
    const name = environment.environment;
    if (!system.promotion.approval.includes(name))
        return;
    throw new slipway_error/* UserError */.yo('PLAN_WANTED', `${system.system} ${name} is approved by a person (promotion.approval in ${system.file}), so only a plan that was made before is executed; nothing was changed`, {
        next: 'plan with the action change-set in a job before, and give this one its plan file as plan and its output fingerprint as fingerprint',
    });
}

// EXTERNAL MODULE: ./src/github/steps/smoke-annotations.ts
var smoke_annotations = __webpack_require__(7833);
;// CONCATENATED MODULE: ./src/github/steps/deployment-annotations.ts


/** What failed, at the line of the template where one is to blame. */
function deploymentAnnotations(result, place) {
    const { system, environment, failure, siteFailure, smoke, plan } = result;
    const title = `${system} ${environment}`;
    if (failure !== null) {
        const { cause, rolledBack } = failure;
        const view = {
            ...failure,
            system,
            environment,
            previousRelease: plan.baseRelease,
            rolledBack,
            next: null,
        };
        const others = cause.others.map((other) => ({
            kind: 'error',
            title: `${title}: ${[failure.stack, ...other.path, other.logicalId].join(' / ')}`,
            message: other.reason,
            at: null,
        }));
        return [
            {
                kind: 'error',
                title: `${title}: ${(0,failure_text/* subject */.bc)(view)}`,
                message: `${cause.type}: ${cause.reason}\n${(0,failure_text/* aftermath */.x7)(view)}`,
                at: place(cause.at),
                severity: 10,
            },
            ...others,
        ];
    }
    if (siteFailure !== null)
        return [{ kind: 'error', title: `${title}: site`, message: siteFailure, at: null, severity: 10 }];
    return smoke === null ? [] : (0,smoke_annotations/* smokeAnnotations */.U)(smoke);
}

// EXTERNAL MODULE: ./src/github/steps/newest-commit.ts
var newest_commit = __webpack_require__(1531);
// EXTERNAL MODULE: ./src/github/steps/held-lock.ts
var held_lock = __webpack_require__(3162);
// EXTERNAL MODULE: ./src/github/steps/override-words.ts + 2 modules
var override_words = __webpack_require__(203);
;// CONCATENATED MODULE: ./src/github/steps/deploy.ts
























/**
 * One deployment or rollback as an action: executes a plan that was approved, or plans by itself where nobody has to
 * approve; tells of it in log, annotations and summary; goes back by itself where the system says so.
 *
 * @throws UserError PLAN_WANTED, NOT_APPROVED, and what choosing the release and `runDeployment` throw
 */
async function deploy(action, inputs) {
    const run = (0,github_run.readRun)(action.io.env);
    const session = await action.openSession();
    const planned = inputs.plan === null ? null : await (0,plan_file/* readPlanFile */.wr)(inputs.plan, (0,external_node_path_.relative)(action.workspace, inputs.plan));
    const approved = approvedPlan(inputs, planned);
    const target = await deploy_targetOf(action, inputs, planned, session);
    if (approved === null)
        requireApproved(target);
    if (inputs.wanted.kind === 'deploy') {
        await (0,newest_commit/* requireNewestCommit */.z)(action, { ...inputs, target, session, run, role: 'deploy' });
    }
    const words = await (0,override_words/* overrideWords */.m)(action, run, inputs);
    if (inputs.wanted.kind === 'rollback' && inputs.wanted.reason !== '')
        action.log.info(`rolling back, because: ${inputs.wanted.reason}`);
    (0,held_lock.noteLock)(action, target, session);
    try {
        const result = await deploy_execute(action, {
            target,
            session,
            kind: inputs.wanted.kind,
            planned,
            words,
            approved,
        });
        const back = await targetOfOwnRollback(target, session, result);
        if (back !== null) {
            (0,held_lock.noteLock)(action, back, session);
            const none = { words: [], givenBy: new Map() };
            await deploy_execute(action, {
                target: back,
                session,
                kind: 'rollback',
                planned: null,
                words: none,
                approved: null,
            });
        }
        return await told(action, target, result, session);
    }
    finally {
        (0,held_lock.noteUnlocked)(action);
    }
}
async function deploy_targetOf({ root }, { system: name, environment: environmentName, wanted }, planned, session) {
    const system = await (0,load/* loadSystem */.sb)(root, name);
    const environment = await (0,load/* loadEnvironment */.Ye)(root, system, environmentName);
    if (wanted.kind === 'rollback') {
        return (0,read_target/* readTarget */._)(await (0,rollback/* releaseToRollBackTo */.o)(environment, session, wanted.to), environmentName);
    }
    // a plan names its release whole
    const isPlanned = planned?.release.startsWith(wanted.release) ?? false;
    const release = await (0,choose_release/* chooseRelease */.bX)({
        root,
        system: system.system,
        wanted: isPlanned ? planned?.release : wanted.release,
        environment,
        session,
        role: 'deploy',
    });
    return (0,read_target/* readTarget */._)(release, environmentName);
}
async function deploy_execute(action, execution) {
    const { target, session, words, approved } = execution;
    const { log } = action;
    const title = `${target.system.system} ${target.environment.environment}`;
    const result = await runDeployment({
        ...execution,
        words: words.words,
        givenBy: words.givenBy,
        show: (plan) => {
            log.fold(`Plan of ${title}`, (0,plan_terminal/* planText */.P)(plan, { paint: paint.plainPaint, width: 120 }));
            (0,override_words/* noteUnmatched */._)(action, words, plan);
        },
        approve: (plan) => {
            if (plan.fingerprint !== approved)
                requireApproved(target);
            return Promise.resolve();
        },
        observe: (plan) => {
            const view = lineView({
                plan,
                write: (text) => {
                    log.text(text);
                },
                clock: session.clock,
            });
            return { onEvent: view.onEvent.bind(view), logger: session.logger, stop: view.stop.bind(view) };
        },
    });
    log.text(deploymentText(result, paint.plainPaint));
    action.annotate(...deploymentAnnotations(result, (at) => action.place(at)));
    const outputs = await outputsOf(target, result, session);
    action.summarize(deploymentMarkdown(result, (0,site_url/* siteUrl */.h)(target, outputs)));
    const { system, environment, release } = result.plan;
    action.summarize((0,plan_markdown/* planMarkdown */.X)({ system, release, commit: session.commit, entries: [{ environment, plan: result.plan }] }));
    return result;
}
async function told(action, target, result, session) {
    const all = await outputsOf(target, result, session);
    const outputs = await publicOutputs(target, all).catch((error) => {
        // the deployment is over, whatever can't be told of it
        action.log.warn(`the outputs are left out: ${error instanceof Error ? error.message : String(error)}`);
        return {};
    });
    const folder = (0,external_node_path_.join)(action.workspace, 'out', 'deployments');
    const file = (0,external_node_path_.join)(folder, `${result.system}-${result.environment}.json`);
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)(file, `${JSON.stringify({ ...result, outputs }, null, 2)}\n`);
    return { result, siteUrl: (0,site_url/* siteUrl */.h)(target, all) ?? '', outputs, report: (0,external_node_path_.relative)(action.workspace, file) };
}
/** Where nothing was to do, the outputs are read from the stacks as they are. */
async function outputsOf(target, result, session) {
    if (Object.keys(result.outputs).length > 0)
        return result.outputs;
    return (0,current_outputs/* currentOutputs */.s)(target.instances, session.clients(target.environment, 'deploy'));
}


/***/ }),

/***/ 3162:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   heldLockState: () => (/* binding */ heldLockState),
/* harmony export */   noteLock: () => (/* binding */ noteLock),
/* harmony export */   noteUnlocked: () => (/* binding */ noteUnlocked)
/* harmony export */ });
/* harmony import */ var _deployment_lock_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4088);

const heldLockState = 'held-lock';
/** Notes which lock is about to be taken. */
function noteLock(action, { environment, release }, session) {
    const held = { environment, holder: (0,_deployment_lock_request_js__WEBPACK_IMPORTED_MODULE_0__/* .lockRequest */ .h)(session, release.id).holder };
    action.saveState(heldLockState, JSON.stringify(held));
}
/** Notes that the run has come to its end by itself, and has given back what it held. */
function noteUnlocked(action) {
    if (!action.io.signal.aborted)
        action.saveState(heldLockState, '');
}


/***/ }),

/***/ 8986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ failureMarkdown),
/* harmony export */   bc: () => (/* binding */ subject),
/* harmony export */   kY: () => (/* binding */ failureText),
/* harmony export */   x7: () => (/* binding */ aftermath)
/* harmony export */ });
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4285);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7885);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(776);




/** The cause, the place, the way out; nothing that merely follows from it. */
function failureText(view, paint) {
    const { cause } = view;
    const lines = [
        ` ${paint.red('failed')}  ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(view.system)} → ${view.environment}   ${paint.bold(subject(view))}`,
        `   ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(cause.type)} ${verb(cause.status)}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(cause.reason)}`,
    ];
    if (cause.at) {
        const line = cause.sourceLine === null ? '' : `      ${paint.dim((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(cause.sourceLine))}`;
        lines.push(`   ${paint.cyan(`${cause.at.file}:${cause.at.line}`)}${line}`);
    }
    for (const other of cause.others) {
        lines.push(`   also  ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)([...other.path, other.logicalId].join(' / '))}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(other.reason)}`);
    }
    lines.push(`   ${aftermath(view)}`);
    if (view.next !== null)
        lines.push(`   Next: ${view.next}`);
    return lines.join('\n');
}
function failureMarkdown(view) {
    const { cause } = view;
    const where = cause.at ? ` (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(`${cause.at.file}:${cause.at.line}`)})` : '';
    const lines = [
        `### failed: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(view.system)} → ${view.environment}, ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(subject(view))}`,
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(cause.type)} ${verb(cause.status)}${where}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(cause.reason)}`,
        cause.sourceLine === null ? '' : `    ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(cause.sourceLine)}`,
        cause.others
            .map((other) => `- also ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)([...other.path, other.logicalId].join(' / '))}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(other.reason)}`)
            .join('\n'),
        aftermath(view),
        view.next === null ? '' : `Next: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(view.next)}`,
    ];
    return lines.filter((line) => line !== '').join('\n\n');
}
/** `app / api / PresignFunction`. */
function subject(view) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)([view.stack, ...view.cause.path, view.cause.logicalId].join(' / '));
}
function verb(status) {
    if (status.startsWith('CREATE'))
        return 'could not be created';
    if (status.startsWith('UPDATE'))
        return 'could not be updated';
    if (status.startsWith('DELETE'))
        return 'could not be deleted';
    if (status.startsWith('IMPORT'))
        return 'could not be imported';
    return `ended in ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(status)}`;
}
/** What state things are in now. */
function aftermath({ environment, cause, rolledBack, previousRelease }) {
    const state = !rolledBack
        ? 'It could not be rolled back; the stack needs help before anything else.'
        : previousRelease === null
            ? 'Rolled back; nothing of it is left.'
            : `Rolled back; ${environment} runs release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(previousRelease)} as before.`;
    if (cause.cancelled === 0)
        return state;
    const were = cause.cancelled === 1 ? 'was' : 'were';
    return `${state} ${(0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(cause.cancelled, 'resource')} ${were} cancelled because of this.`;
}


/***/ }),

/***/ 2711:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ smokeGroups),
/* harmony export */   v: () => (/* binding */ optInGroups)
/* harmony export */ });
/** What a profile can ask for, one section each. */
const smokeGroups = [
    'presigned-put',
    'presigned-post',
    'bucket',
    'service-level',
    'jwt',
    'cors-api',
    'cors-bucket',
    'site',
    'headers',
    'basic-auth',
    'tls',
    'cache-connectivity',
    'state-machine',
    'cdn',
    'websocket',
    'rate-limit',
];
/** Send load, so they run only where they are named. */
const optInGroups = ['rate-limit'];


/***/ })

};
