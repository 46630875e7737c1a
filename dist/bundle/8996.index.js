export const id = 8996;
export const ids = [8996];
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

/***/ 4030:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ ledgerBucketName),
/* harmony export */   m: () => (/* binding */ artifactBucketName)
/* harmony export */ });
/** The bucket that holds the artifacts of an account in one region; made by the bootstrap. */
function artifactBucketName(account, region) {
    return `slipway-artifacts-${account}-${region}`;
}
/** The bucket that holds the ledgers of the environments of an account with this home region; made by the bootstrap. */
function ledgerBucketName(account, region) {
    return `slipway-ledger-${account}-${region}`;
}


/***/ }),

/***/ 3758:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ rollbackHistory),
/* harmony export */   d: () => (/* binding */ findRelease)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

const shortestPrefix = 4;
/** How many records back a release is looked for to roll back to. */
const rollbackHistory = 500;
/**
 * The one release whose id begins with `idPrefix`, as its newest record.
 * @param records newest first
 * @throws UserError RELEASE_UNKNOWN, RELEASE_AMBIGUOUS, each with the choices
 */
function findRelease(records, idPrefix, system, environment) {
    const newest = new Map();
    for (const record of records)
        if (!newest.has(record.release))
            newest.set(record.release, record);
    const wanted = idPrefix.toLowerCase();
    const found = wanted.length < shortestPrefix
        ? []
        : [...newest.values()].filter(({ release }) => release.startsWith(wanted));
    const [only, ...more] = found;
    if (only && more.length === 0)
        return only;
    if (only) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('RELEASE_AMBIGUOUS', `${idPrefix} begins ${found.length} releases of ${system} in ${environment}: ${choices(found, 16)}`, { next: 'give more digits' });
    }
    const known = [...newest.values()].slice(0, 5);
    const said = known.length === 0 ? 'nothing has been deployed there' : `the newest are ${choices(known, 8)}`;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('RELEASE_UNKNOWN', `"${idPrefix}" is no release of ${system} in ${environment} (at least ${shortestPrefix} hex digits); ${said}`, { next: `\`slipway status ${system}\` shows what ran where` });
}
function choices(records, digits) {
    return records.map(({ release, finishedAt }) => `${release.slice(0, digits)} (${finishedAt})`).join(', ');
}


/***/ }),

/***/ 2700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cc: () => (/* binding */ emptyHead),
/* harmony export */   Pc: () => (/* binding */ hasPassed),
/* harmony export */   Xy: () => (/* binding */ headAfter)
/* harmony export */ });
function emptyHead(system, environment) {
    return {
        schema: 1,
        system,
        environment,
        sequence: 0,
        release: null,
        goodRelease: null,
        since: null,
        state: 'empty',
        lock: null,
    };
}
/**
 * The head that follows from a record: the head is nothing but the records folded, and the lock. So a record that was
 * written by a run that was killed before it wrote the head loses nothing.
 *
 * A deployment that failed in its stacks was rolled back: the release stays, and so does the colour, unless other stacks
 * had changed before. After a tear-down nothing runs. A release is good once its smoke checks passed in this environment, or once it is deployed where its
 * system has none; one that changed nothing and ran no checks is as good as the one it found.
 */
function headAfter(head, record) {
    const next = { ...head, sequence: record.sequence };
    switch (record.outcome) {
        case 'deploy-failed':
            return record.partial === true ? { ...next, state: 'red' } : next;
        case 'interrupted':
        case 'tear-down-failed':
            return { ...next, state: 'red' };
        case 'torn-down':
            return { ...next, release: null, goodRelease: null, since: record.finishedAt, state: 'empty' };
        case 'site-failed':
        case 'smoke-failed':
            return { ...next, ...arrival(head, record), state: 'red' };
        case 'succeeded':
            return {
                ...next,
                ...arrival(head, record),
                ...good(head, record),
                state: isRed(record) ? 'red' : 'green',
            };
        case 'no-changes': {
            const keepsRed = head.state === 'red' && record.smoke === null;
            return {
                ...next,
                ...arrival(head, record),
                ...good(head, record),
                state: isRed(record) || keepsRed ? 'red' : 'green',
            };
        }
    }
}
function arrival(head, record) {
    return head.release === record.release
        ? { release: head.release, since: head.since }
        : { release: record.release, since: record.finishedAt };
}
function good(head, record) {
    const inherits = record.outcome === 'no-changes' &&
        record.smoke === null &&
        head.state === 'green' &&
        head.goodRelease === head.release;
    return hasPassed(record) || inherits ? { goodRelease: record.release } : {};
}
/** Whether this deployment has shown that its release is good: its checks passed, or its system has none to run. */
function hasPassed({ outcome, smoke }) {
    return smoke === null ? outcome === 'succeeded' : smoke.failed === 0 && smoke.passed > 0;
}
function isRed(record) {
    return record.smoke !== null && record.smoke.failed > 0;
}


/***/ }),

/***/ 7154:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K1: () => (/* binding */ lockLostError),
/* harmony export */   hJ: () => (/* binding */ heldByOther),
/* harmony export */   hp: () => (/* binding */ lockedError)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/**
 * The lock if somebody else holds it and it has not run out. Clocks are taken to agree to within the minutes that a lock
 * is asked for.
 */
function heldByOther(lock, holder, clock) {
    return lock !== null && lock.holder !== holder && clock.now() < Date.parse(lock.until) ? lock : null;
}
function lockedError(lock, system, environment) {
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('LEDGER_LOCKED', `${system} in ${environment} is being deployed by ${lock.holder} since ${lock.since} (release ${lock.release.slice(0, 8)}); nothing was changed`, {
        next: `wait until it is done; if it was killed, its lock runs out at ${lock.until} and the next run takes it over`,
    });
}
function lockLostError(lock, system, environment) {
    const now = lock === null ? 'nobody holds it' : `${lock.holder} holds it since ${lock.since}`;
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('LEDGER_LOCK_LOST', `the lock of ${system} in ${environment} ran out before it was renewed: ${now}; stopping before anything else is changed`, { next: `\`slipway status ${system}\` shows what stands` });
}


/***/ }),

/***/ 7813:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ openLedger)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/runtime/canonical-json.ts
var canonical_json = __webpack_require__(2673);
// EXTERNAL MODULE: ./src/ledger/find-release.ts
var find_release = __webpack_require__(3758);
// EXTERNAL MODULE: ./src/ledger/head-after.ts
var head_after = __webpack_require__(2700);
;// CONCATENATED MODULE: ./src/ledger/ledger-objects.ts

/** Reads one object; `null` where there is none. */
async function readText(s3, bucket, key) {
    try {
        const { Body, ETag } = await s3.getObject({ Bucket: bucket, Key: key });
        return { text: (await Body?.transformToString('utf-8')) ?? '', etag: ETag ?? '' };
    }
    catch (error) {
        if (isNamed(error, 'NoSuchKey', 'NotFound'))
            return null;
        throw explained(error, bucket, key);
    }
}
/**
 * Writes one object under a condition (S3 user guide, "Conditional writes"): 412 says that the condition does not hold,
 * 409 that another write to the key is on its way, 404 that what was read is gone.
 * @returns false where somebody else was quicker
 */
async function writeText(s3, bucket, key, text, condition) {
    try {
        await s3.putObject({
            Bucket: bucket,
            Key: key,
            Body: text,
            ContentType: 'application/json',
            ...('absent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.etag }),
        });
        return true;
    }
    catch (error) {
        if (isNamed(error, 'PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey'))
            return false;
        throw explained(error, bucket, key);
    }
}
function explained(error, bucket, key) {
    if (isNamed(error, 'NoSuchBucket')) {
        return new slipway_error/* UserError */.yo('LEDGER_ABSENT', `there is no ledger bucket ${bucket}`, {
            cause: error,
            next: "deploy templates/bootstrap/foundation.yml in the account's home region: docs/bootstrap.md",
        });
    }
    if (isNamed(error, 'AccessDenied', 'Forbidden')) {
        return new slipway_error/* UserError */.yo('LEDGER_DENIED', `these credentials may not use s3://${bucket}/${key}`, {
            cause: error,
            next: 'use a role that may read the ledger (s3:GetObject and s3:ListBucket) or, to deploy, write it (s3:PutObject)',
        });
    }
    return error;
}
function isNamed(error, ...names) {
    return error instanceof Error && names.includes(error.name);
}

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/config/environment-name.ts
var environment_name = __webpack_require__(5899);
;// CONCATENATED MODULE: ./src/ledger/ledger-schema.ts


const digest = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{64}$/, 'is not a SHA-256 in 64 hex digits'));
const moment = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX('is not a time in ISO 8601'));
const count = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf('is not a whole number'), dist/* minValue */.Wwf(0, 'is negative'));
const common = {
    schema: dist/* literal */.euz(1, 'is not 1: a newer Slipway wrote it, or something else did'),
    system: dist/* string */.YjP(),
    environment: dist/* picklist */.KIO(environment_name/* environmentNames */.i),
};
const recordSchema = dist/* strictObject */.rej({
    ...common,
    sequence: dist/* pipe */.FsL(count, dist/* minValue */.Wwf(1, 'is not 1 or more')),
    kind: dist/* picklist */.KIO(['deploy', 'rollback', 'switch', 'tear-down']),
    release: digest,
    previousRelease: dist/* nullable */.mee(digest),
    fingerprint: digest,
    outcome: dist/* picklist */.KIO([
        'succeeded',
        'no-changes',
        'deploy-failed',
        'site-failed',
        'smoke-failed',
        'interrupted',
        'torn-down',
        'tear-down-failed',
    ]),
    startedAt: moment,
    finishedAt: moment,
    by: dist/* string */.YjP(),
    commit: dist/* nullable */.mee(dist/* string */.YjP()),
    overrides: dist/* array */.YOg(dist/* strictObject */.rej({ override: dist/* string */.YjP(), path: dist/* string */.YjP(), action: dist/* string */.YjP(), by: dist/* string */.YjP() })),
    smoke: dist/* nullable */.mee(dist/* strictObject */.rej({ passed: count, failed: count, notEnforceable: count, failures: dist/* array */.YOg(dist/* string */.YjP()) })),
    cause: dist/* nullable */.mee(dist/* string */.YjP()),
    partial: dist/* exactOptional */.yqP(dist/* boolean */.zMY()),
});
const headSchema = dist/* strictObject */.rej({
    ...common,
    sequence: count,
    release: dist/* nullable */.mee(digest),
    goodRelease: dist/* nullable */.mee(digest),
    since: dist/* nullable */.mee(moment),
    state: dist/* picklist */.KIO(['empty', 'green', 'red']),
    lock: dist/* nullable */.mee(dist/* strictObject */.rej({ holder: dist/* string */.YjP(), release: dist/* string */.YjP(), since: moment, until: moment })),
});
function parseRecord(text) {
    return parse(recordSchema, text);
}
function parseHead(text) {
    return parse(headSchema, text);
}
function parse(schema, text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { wrong: text.trim() === '' ? 'it is empty' : 'it is not JSON' };
    }
    const result = dist/* safeParse */.xLC(schema, value);
    if (result.success)
        return { entry: result.output };
    const wrong = result.issues.slice(0, 3).map((issue) => {
        const field = dist/* getDotPath */.BuJ(issue);
        return field === null ? issue.message : `${field}: ${issue.message}`;
    });
    return { wrong: wrong.join('; ') };
}

// EXTERNAL MODULE: ./src/ledger/lock.ts
var ledger_lock = __webpack_require__(7154);
;// CONCATENATED MODULE: ./src/ledger/open-ledger.ts








const mostAttempts = 12;
/**
 * Opens the ledger of one system in one environment: `ledger/<system>/<environment>/head.json`, replaced by
 * compare-and-swap, and `…/records/<8-digit sequence>.json`, each written once. A record is written before the head; one
 * beyond the head was left by a run that was killed in between, and whoever reads next takes it in.
 */
function openLedger(options) {
    const { s3, bucket, system, environment, clock, logger } = options;
    const folder = `ledger/${system}/${environment}`;
    const headKey = `${folder}/head.json`;
    const recordKey = (sequence) => `${folder}/records/${String(sequence).padStart(8, '0')}.json`;
    const readRecord = async (sequence) => {
        const key = recordKey(sequence);
        const found = await readText(s3, bucket, key);
        if (!found)
            return null;
        const record = sound(parseRecord(found.text), bucket, key);
        checkOwner(record, key);
        if (record.sequence !== sequence)
            throw damaged(bucket, key, `its sequence is ${record.sequence}`);
        return record;
    };
    const checkOwner = (entry, key) => {
        if (entry.system !== system || entry.environment !== environment) {
            throw damaged(bucket, key, `it is of ${entry.system} in ${entry.environment}`);
        }
    };
    const readState = async () => {
        const found = await readText(s3, bucket, headKey);
        let head = found ? sound(parseHead(found.text), bucket, headKey) : (0,head_after/* emptyHead */.Cc)(system, environment);
        checkOwner(head, headKey);
        const stored = found && { etag: found.etag, sequence: head.sequence };
        for (let next = await readRecord(head.sequence + 1); next; next = await readRecord(head.sequence + 1)) {
            head = (0,head_after/* headAfter */.Xy)(head, next);
        }
        return { head, stored };
    };
    /** Replaces the head by what `decide` makes of it; rereads and decides anew whenever somebody else was quicker. */
    const swap = async (decide) => {
        for (let attempt = 1; attempt <= mostAttempts; attempt++) {
            const state = await readState();
            const next = decide(state);
            if (!next)
                return state.head;
            const condition = state.stored ? { etag: state.stored.etag } : { absent: true };
            if (await writeText(s3, bucket, headKey, print(next), condition))
                return next;
            await clock.sleep(25 * attempt);
        }
        throw contended(folder);
    };
    const until = (minutes) => new Date(clock.now() + minutes * 60_000).toISOString();
    const writeRecord = async (entry) => {
        for (let attempt = 1; attempt <= mostAttempts; attempt++) {
            const { head } = await readState();
            const other = (0,ledger_lock/* heldByOther */.hJ)(head.lock, entry.holder, clock);
            if (other) {
                logger.warn(`${folder}: ${other.holder} took the lock over while this ran; recording it all the same`);
            }
            const record = {
                schema: 1,
                system,
                environment,
                ...entry.record,
                sequence: head.sequence + 1,
                previousRelease: head.release,
            };
            const key = recordKey(record.sequence);
            const text = print(record);
            const parsed = parseRecord(text);
            if ('wrong' in parsed)
                throw new slipway_error/* SlipwayError */.GQ('LEDGER_RECORD', `a record can't be written: ${parsed.wrong}`, 'slipway');
            if (await writeText(s3, bucket, key, text, { absent: true }))
                return record;
            // The answer to an earlier try of this very request may have been lost on the way.
            const there = await readRecord(record.sequence);
            if (there && (0,canonical_json/* canonicalJson */.d)(there) === (0,canonical_json/* canonicalJson */.d)(record))
                return record;
        }
        throw contended(folder);
    };
    const ledger = {
        location: `s3://${bucket}/${folder}`,
        readHead: async () => (await readState()).head,
        lock: async ({ holder, release, minutes }) => {
            const head = await swap(({ head }) => {
                const { lock } = head;
                const other = (0,ledger_lock/* heldByOther */.hJ)(lock, holder, clock);
                if (other)
                    throw (0,ledger_lock/* lockedError */.hp)(other, system, environment);
                const since = lock?.holder === holder ? lock.since : new Date(clock.now()).toISOString();
                if (lock && lock.holder !== holder) {
                    logger.warn(`${folder}: taking over the lock of ${lock.holder}, which ran out at ${lock.until} without being given back`);
                }
                return { ...head, lock: { holder, release, since, until: until(minutes) } };
            });
            return held(head, holder);
        },
        renew: async ({ holder, minutes }) => {
            const head = await swap(({ head }) => {
                if (head.lock?.holder !== holder)
                    throw (0,ledger_lock/* lockLostError */.K1)(head.lock, system, environment);
                return { ...head, lock: { ...head.lock, until: until(minutes) } };
            });
            return held(head, holder);
        },
        unlock: async (holder) => {
            await swap(({ head }) => {
                if (head.lock?.holder === holder)
                    return { ...head, lock: null };
                if (head.lock)
                    logger.warn(`${folder}: the lock is ${head.lock.holder}'s by now, leaving it`);
                return null;
            });
        },
        append: async (entry) => {
            const record = await writeRecord(entry);
            const head = await swap(({ head, stored }) => stored && stored.sequence >= record.sequence ? null : head);
            return { record, head };
        },
        records: async ({ limit }) => {
            const { sequence } = await ledger.readHead();
            const wanted = Array.from({ length: Math.min(limit, sequence) }, (_, index) => sequence - index);
            const oneOf = (0,p_limit/* default */.A)(8);
            return Promise.all(wanted.map((each) => oneOf(async () => {
                const record = await readRecord(each);
                if (!record)
                    throw damaged(bucket, recordKey(each), `it is missing, though the head counts ${sequence} records`);
                return record;
            })));
        },
        findRelease: async (idPrefix) => (0,find_release/* findRelease */.d)(await ledger.records({ limit: find_release/* rollbackHistory */.P }), idPrefix, system, environment),
    };
    return ledger;
}
function sound(parsed, bucket, key) {
    if ('wrong' in parsed)
        throw damaged(bucket, key, parsed.wrong);
    return parsed.entry;
}
function damaged(bucket, key, wrong) {
    return new slipway_error/* UserError */.yo('LEDGER_DAMAGED', `the ledger entry s3://${bucket}/${key} is damaged: ${wrong}; nothing was changed`, {
        next: `put a sound version back: \`aws s3api list-object-versions --bucket ${bucket} --prefix ${key}\` lists what there was`,
    });
}
function contended(folder) {
    return new slipway_error/* SlipwayError */.GQ('LEDGER_CONTENDED', `${folder}: somebody else wrote between each of ${mostAttempts} readings and writings`, 'slipway', { next: 'run the same command again' });
}
function held(head, holder) {
    if (head.lock?.holder !== holder)
        throw new slipway_error/* SlipwayError */.GQ('LEDGER_LOCK', 'the lock was not written', 'slipway');
    return head.lock;
}
/** For people who look into the bucket: indented, one entry a file. */
function print(entry) {
    return `${JSON.stringify(entry, null, 2)}\n`;
}


/***/ }),

/***/ 4627:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ missingError),
/* harmony export */   D: () => (/* binding */ digestError)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/** Somebody or something has written other bytes under this digest. What is there is left as it was. */
function digestError(key, location, found) {
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ARTIFACT_DIGEST', `${location}/${key} does not hold what its name says: its SHA-256 is ${found}. Nothing uses it, and it is left as it is.`, {
        next: 'Find out who wrote it before you delete it; then make the release again: slipway release <system>',
    });
}
function missingError(key, location, cause) {
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ARTIFACT_MISSING', `${location} has no artifact ${key}`, {
        cause,
        next: 'Make the release again, or copy it there: slipway release <system>',
    });
}


/***/ }),

/***/ 7511:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ BucketStore)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(370);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4225);
/* harmony import */ var _artifact_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4627);




/** A conditional write that meets another one is answered 409 and is to be tried again (S3 User Guide, "Conditional writes"). */
const attempts = 5;
/**
 * Artifacts in a bucket of one account and region. Nothing is overwritten: writes carry `If-None-Match: *` and their
 * SHA-256, which S3 checks and keeps. What is already there counts only if the SHA-256 that S3 keeps is that of its name; an
 * object without one is read and hashed.
 */
class BucketStore {
    location;
    #options;
    constructor(options) {
        this.#options = options;
        this.location = `s3://${options.bucket}`;
    }
    async put(artifact) {
        const { s3, bucket, clock } = this.#options;
        for (let attempt = 1;; attempt++) {
            try {
                await s3.putObject({
                    Bucket: bucket,
                    Key: artifact.sha256,
                    Body: artifact.bytes,
                    ContentType: artifact.contentType,
                    ChecksumSHA256: toBase64(artifact.sha256),
                    IfNoneMatch: '*',
                });
                return 'written';
            }
            catch (error) {
                const name = nameOf(error);
                if (name === 'PreconditionFailed' && (await this.#holds(artifact.sha256)))
                    return 'present';
                const contended = name === 'ConditionalRequestConflict' || name === 'PreconditionFailed';
                if (!contended || attempt === attempts)
                    throw this.#explain(error);
                await clock.sleep(100 * 2 ** attempt);
            }
        }
    }
    async missing(keys) {
        const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A)(this.#options.concurrency ?? 16);
        const held = await limit.map(keys, (key) => this.#holds(key));
        return keys.filter((_, index) => !held[index]);
    }
    async get(key) {
        const { s3, bucket } = this.#options;
        let bytes;
        try {
            const { Body } = await s3.getObject({ Bucket: bucket, Key: key });
            bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
        }
        catch (error) {
            if (nameOf(error) === 'NoSuchKey')
                throw (0,_artifact_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .missingError */ .$)(key, this.location, error);
            throw this.#explain(error);
        }
        const found = (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(bytes);
        if (found !== key)
            throw (0,_artifact_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .digestError */ .D)(key, this.location, found);
        return bytes;
    }
    /** Whether the key is there with the right bytes. Throws `ARTIFACT_DIGEST` where it is there with others. */
    async #holds(key) {
        const { s3, bucket } = this.#options;
        let stored;
        try {
            const head = await s3.headObject({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' });
            stored = head.ChecksumSHA256;
        }
        catch (error) {
            const name = nameOf(error);
            if (name === 'NotFound' || name === 'NoSuchKey')
                return false;
            throw this.#explain(error);
        }
        if (stored === undefined || !isDigest(stored)) {
            await this.get(key);
            return true;
        }
        if (stored !== toBase64(key))
            throw (0,_artifact_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .digestError */ .D)(key, this.location, toHex(stored));
        return true;
    }
    #explain(error) {
        if (nameOf(error) !== 'NoSuchBucket')
            return error;
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('ARTIFACT_BUCKET_MISSING', `There is no artifact bucket ${this.location}`, {
            cause: error,
            next: 'deploy templates/bootstrap/foundation.yml in this account and region first: docs/bootstrap.md',
        });
    }
}
const nameOf = (error) => typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
const toBase64 = (hex) => Buffer.from(hex, 'hex').toString('base64');
const toHex = (base64) => Buffer.from(base64, 'base64').toString('hex');
/** A multipart object's checksum is one of checksums (`…-3`), not the object's digest. */
const isDigest = (base64) => /^[A-Za-z0-9+/]{43}=$/.test(base64);


/***/ }),

/***/ 4776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ releaseId),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   T8: () => (/* binding */ manifestBytes),
/* harmony export */   VR: () => (/* binding */ artifactKeys)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _config_environment_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5899);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2673);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4225);





const digest = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hex'));
const file = {
    path: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .nonEmpty */ .hq()),
    sha256: digest,
    size: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf()),
};
const releasedFile = valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej(file);
const siteFile = valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ ...file, contentType: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), cacheControl: valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
const manifestSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    schema: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    system: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .nonEmpty */ .hq()),
    templates: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(releasedFile),
    stacks: valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ template: digest, region: valibot__WEBPACK_IMPORTED_MODULE_2__/* .picklist */ .KIO(['home', 'edge']) })),
    functions: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(releasedFile),
    definition: releasedFile,
    environments: valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej(valibot__WEBPACK_IMPORTED_MODULE_2__/* .entriesFromList */ .v4Y(_config_environment_name_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentNames */ .i, releasedFile)),
    smoke: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(releasedFile),
    site: valibot__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(siteFile)),
});
/** The manifest's bytes: what the release's id is the digest of. */
function manifestBytes(manifest) {
    return new TextEncoder().encode((0,_runtime_canonical_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(manifest));
}
/** The release's id. */
function releaseId(manifest) {
    return (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(manifestBytes(manifest));
}
/**
 * Reads a manifest back.
 *
 * @throws UserError `RELEASE_MANIFEST` where the bytes are no manifest that this version of Slipway knows
 */
function parseManifest(bytes, location) {
    let data;
    try {
        data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (cause) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('RELEASE_MANIFEST', `${location} is not JSON, so it is no release`, { cause });
    }
    const result = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(manifestSchema, data);
    if (result.success)
        return result.output;
    const [issue] = result.issues;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('RELEASE_MANIFEST', `${location} is not a release that this version of Slipway can read: ${valibot__WEBPACK_IMPORTED_MODULE_2__/* .getDotPath */ .BuJ(issue) ?? 'the manifest'}: ${issue.message}`, { next: 'Make the release again: slipway release <system>' });
}
/** The keys of a release's artifacts, each once, the manifest last. */
function artifactKeys(manifest, contents = 'everything') {
    const stacks = [...manifest.templates, ...manifest.functions];
    const rest = [
        manifest.definition,
        ...Object.values(manifest.environments),
        ...(manifest.smoke ? [manifest.smoke] : []),
        ...(manifest.site ?? []),
    ];
    const files = contents === 'stacks' ? stacks : [...stacks, ...rest];
    return [...new Set([...files.map((each) => each.sha256), releaseId(manifest)])];
}


/***/ })

};
