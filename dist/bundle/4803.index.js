export const id = 4803;
export const ids = [4803];
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

/***/ 2044:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  environmentLedger: () => (/* binding */ environmentLedger)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/runtime/canonical-json.ts
var canonical_json = __webpack_require__(2673);
;// CONCATENATED MODULE: ./src/ledger/find-release.ts

const shortestPrefix = 4;
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
        throw new slipway_error/* UserError */.yo('RELEASE_AMBIGUOUS', `${idPrefix} begins ${found.length} releases of ${system} in ${environment}: ${choices(found, 16)}`, { next: 'give more digits' });
    }
    const known = [...newest.values()].slice(0, 5);
    const said = known.length === 0 ? 'nothing has been deployed there' : `the newest are ${choices(known, 8)}`;
    throw new slipway_error/* UserError */.yo('RELEASE_UNKNOWN', `"${idPrefix}" is no release of ${system} in ${environment} (at least ${shortestPrefix} hex digits); ${said}`, { next: `\`slipway status ${system}\` shows what ran where` });
}
function choices(records, digits) {
    return records.map(({ release, finishedAt }) => `${release.slice(0, digits)} (${finishedAt})`).join(', ');
}

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

;// CONCATENATED MODULE: ./src/ledger/lock.ts

/**
 * The lock if somebody else holds it and it has not run out. Clocks are taken to agree to within the minutes that a lock
 * is asked for.
 */
function heldByOther(lock, holder, clock) {
    return lock !== null && lock.holder !== holder && clock.now() < Date.parse(lock.until) ? lock : null;
}
function lockedError(lock, system, environment) {
    return new slipway_error/* UserError */.yo('LEDGER_LOCKED', `${system} in ${environment} is being deployed by ${lock.holder} since ${lock.since} (release ${lock.release.slice(0, 8)}); nothing was changed`, {
        next: `wait until it is done; if it was killed, its lock runs out at ${lock.until} and the next run takes it over`,
    });
}
function lockLostError(lock, system, environment) {
    const now = lock === null ? 'nobody holds it' : `${lock.holder} holds it since ${lock.since}`;
    return new slipway_error/* UserError */.yo('LEDGER_LOCK_LOST', `the lock of ${system} in ${environment} ran out before it was renewed: ${now}; stopping before anything else is changed`, { next: `\`slipway status ${system}\` shows what stands` });
}

;// CONCATENATED MODULE: ./src/ledger/open-ledger.ts








const mostAttempts = 12;
/** How far back a release is looked for. */
const open_ledger_history = 500;
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
            const other = heldByOther(head.lock, entry.holder, clock);
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
                const other = heldByOther(lock, holder, clock);
                if (other)
                    throw lockedError(other, system, environment);
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
                    throw lockLostError(head.lock, system, environment);
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
        findRelease: async (idPrefix) => findRelease(await ledger.records({ limit: open_ledger_history }), idPrefix, system, environment),
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

// EXTERNAL MODULE: ./src/deployment/target.ts
var target = __webpack_require__(442);
;// CONCATENATED MODULE: ./src/deployment/environment-ledger.ts


/** The ledger of one system in one environment, read and written as whom the clients are of. */
async function environmentLedger(environment, clients, { clock, logger }) {
    return openLedger({
        s3: await clients.s3(environment.regions.home),
        bucket: (0,target/* ledgerBucket */.SV)(environment),
        system: environment.system,
        environment: environment.environment,
        clock,
        logger,
    });
}


/***/ }),

/***/ 4986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ guardTarget)
/* harmony export */ });
/* harmony import */ var _aws_account_guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1082);

/**
 * Stops unless the credentials are of the environment's account.
 * @throws UserError NO_CREDENTIALS, WRONG_ACCOUNT
 */
async function guardTarget({ environment }, clients) {
    return (0,_aws_account_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .guardAccount */ .F)(await clients.sts(environment.regions.home), environment);
}


/***/ }),

/***/ 4592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ artifactStores),
  X: () => (/* binding */ homeStore)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
// EXTERNAL MODULE: ./src/release/artifact-errors.ts
var artifact_errors = __webpack_require__(4627);
;// CONCATENATED MODULE: ./src/release/bucket-store.ts




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
        const limit = (0,p_limit/* default */.A)(this.#options.concurrency ?? 16);
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
                throw (0,artifact_errors/* missingError */.$)(key, this.location, error);
            throw this.#explain(error);
        }
        const found = (0,sha256/* sha256 */.s)(bytes);
        if (found !== key)
            throw (0,artifact_errors/* digestError */.D)(key, this.location, found);
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
            throw (0,artifact_errors/* digestError */.D)(key, this.location, toHex(stored));
        return true;
    }
    #explain(error) {
        if (nameOf(error) !== 'NoSuchBucket')
            return error;
        return new slipway_error/* UserError */.yo('ARTIFACT_BUCKET_MISSING', `There is no artifact bucket ${this.location}`, {
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

// EXTERNAL MODULE: ./src/deployment/target.ts
var target = __webpack_require__(442);
;// CONCATENATED MODULE: ./src/deployment/stores.ts


/**
 * Where an environment keeps artifacts: everything in its home region, and what CloudFormation reads in the other region
 * that it uses.
 */
async function artifactStores(environment, clients, clock) {
    const { account, regions } = environment;
    const store = async (region) => new BucketStore({ s3: await clients.s3(region), bucket: (0,target/* artifactBucket */.Vc)(account, region), clock });
    const home = { store: await store(regions.home), contents: 'everything' };
    return regions.edge === regions.home
        ? [home]
        : [home, { store: await store(regions.edge), contents: 'stacks' }];
}
/** The store that a deployment reads from. */
async function homeStore(environment, clients, clock) {
    const { home } = environment.regions;
    return new BucketStore({
        s3: await clients.s3(home),
        bucket: (0,target/* artifactBucket */.Vc)(environment.account, home),
        clock,
    });
}


/***/ }),

/***/ 442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SV: () => (/* binding */ ledgerBucket),
/* harmony export */   Vc: () => (/* binding */ artifactBucket),
/* harmony export */   xw: () => (/* binding */ previousEnvironment)
/* harmony export */ });
/** The bucket that holds the artifacts of an account in one region; made by the bootstrap. */
function artifactBucket(account, region) {
    return `slipway-artifacts-${account}-${region}`;
}
/** The bucket that holds an account's ledgers, in its home region; made by the bootstrap. */
function ledgerBucket(environment) {
    return `slipway-ledger-${environment.account}-${environment.regions.home}`;
}
/** The environment before this one in promotion order, or `null` for the first. */
function previousEnvironment(environment) {
    switch (environment) {
        case 'dev':
            return null;
        case 'sit':
            return 'dev';
        case 'prod':
            return 'sit';
    }
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


/***/ }),

/***/ 2057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ releaseIn),
/* harmony export */   VA: () => (/* binding */ verifyRelease),
/* harmony export */   dw: () => (/* binding */ readReleasedText),
/* harmony export */   gS: () => (/* binding */ openRelease),
/* harmony export */   tS: () => (/* binding */ releasedTemplates)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4225);
/* harmony import */ var _template_read_template_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(443);
/* harmony import */ var _artifact_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4627);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4776);





/**
 * Opens a release by its id. The manifest is read and its digest compared; its artifacts are read when asked for.
 *
 * @param id 64 hex digits
 * @throws UserError `ARTIFACT_MISSING`, `ARTIFACT_DIGEST`, `RELEASE_MANIFEST`
 */
async function openRelease(id, store) {
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .parseManifest */ .Ng)(await store.get(id), `${store.location}/${id}`);
    const found = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseId */ .Bf)(manifest);
    if (found !== id)
        throw (0,_artifact_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .digestError */ .D)(id, store.location, found);
    return releaseIn(manifest, store);
}
/** A release whose manifest is at hand and whose bytes lie in a store. */
function releaseIn(manifest, store) {
    return {
        id: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .releaseId */ .Bf)(manifest),
        manifest,
        read: async (key) => {
            const bytes = await store.get(key);
            const found = (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(bytes);
            if (found !== key)
                throw (0,_artifact_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .digestError */ .D)(key, store.location, found);
            return bytes;
        },
    };
}
/**
 * Compares every object of a release with its digest, as the store keeps it, before anything uses the release.
 *
 * @throws UserError `ARTIFACT_MISSING` naming the first object that is not there, `ARTIFACT_DIGEST`
 */
async function verifyRelease(manifest, store, contents = 'everything') {
    const [absent] = await store.missing((0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .artifactKeys */ .VR)(manifest, contents));
    if (absent !== undefined)
        throw (0,_artifact_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .missingError */ .$)(absent, store.location);
}
/** A file of the release as text: the system definition, an environment's parameters, the smoke profile. */
async function readReleasedText(release, file) {
    return new TextDecoder('utf-8', { fatal: true }).decode(await release.read(file.sha256));
}
/**
 * The packaged templates of one stack, as a tree. Their `file` is the source that they were made from, whose lines are
 * the same.
 *
 * @throws UserError `RELEASE_STACK` where the release has no such stack
 */
async function releasedTemplates(release, stack) {
    const { manifest } = release;
    const root = manifest.stacks[stack];
    if (!root) {
        const choices = Object.keys(manifest.stacks).join(', ');
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('RELEASE_STACK', `The release has no stack ${stack}; it has ${choices}`);
    }
    const files = new Map(manifest.templates.map((each) => [each.sha256, each.path]));
    return (0,_template_read_template_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .readPackagedTree */ .PL)(root.template, async (digest) => ({
        file: files.get(digest) ?? digest,
        source: new TextDecoder('utf-8', { fatal: true }).decode(await release.read(digest)),
    }));
}


/***/ }),

/***/ 8948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ referencePattern),
/* harmony export */   J: () => (/* binding */ fillProfile)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/** A whole text that is one reference; the first group is the stack, the second its output. */
const referencePattern = /^\$\{([a-z][a-z0-9-]*)\.([A-Za-z0-9]+)\}$/;
/**
 * Puts the stacks' outputs in place of the profile's references.
 * Throws `SMOKE_OUTPUT_MISSING` at the first reference that no stack answers, naming the outputs there are.
 */
function fillProfile(profile, outputs) {
    for (const { stack, output, at } of profile.references) {
        if (outputs[stack]?.[output] !== undefined)
            continue;
        const choices = Object.keys(outputs[stack] ?? {});
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('SMOKE_OUTPUT_MISSING', outputs[stack] === undefined
            ? `the smoke profile names \${${stack}.${output}}, but there is no stack "${stack}" (stacks: ${Object.keys(outputs).join(', ') || 'none'})`
            : `the smoke profile names \${${stack}.${output}}, but the stack has no such output (outputs: ${choices.join(', ') || 'none'})`, { at });
    }
    const fill = (value) => {
        if (typeof value === 'string') {
            const [, stack = '', output = ''] = referencePattern.exec(value) ?? [];
            return outputs[stack]?.[output] ?? value;
        }
        if (Array.isArray(value))
            return value.map(fill);
        if (value === null || typeof value !== 'object')
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry)]));
    };
    return fill(profile.content);
}


/***/ }),

/***/ 7702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parseSmokeProfile)
/* harmony export */ });
/* harmony import */ var _config_read_checked_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6300);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);
/* harmony import */ var _fill_profile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8948);
/* harmony import */ var _profile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7184);




/**
 * Reads `params/<system>/smoke.yml`.
 *
 * @param source the file's text
 * @param file its name in positions, relative to the repository
 * @throws UserError `YAML_*` and `CONFIG_*` (see `readChecked`); `SMOKE_REFERENCE` for a reference that is not the whole
 *   text or not `${stack.Output}`; UserErrors `CONFIG_INVALID` where there are several
 */
function parseSmokeProfile(source, file) {
    const checked = (0,_config_read_checked_js__WEBPACK_IMPORTED_MODULE_0__/* .readChecked */ .Y)(_profile_js__WEBPACK_IMPORTED_MODULE_3__/* .smokeProfileSchema */ .c, source, file);
    const references = [];
    const errors = [];
    for (const { path, text } of texts(checked.value, [])) {
        if (!text.includes('${'))
            continue;
        const at = checked.locate(path);
        const [, stack, output] = _fill_profile_js__WEBPACK_IMPORTED_MODULE_2__/* .referencePattern */ .I.exec(text) ?? [];
        if (stack !== undefined && output !== undefined)
            references.push({ stack, output, at });
        else
            errors.push(new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('SMOKE_REFERENCE', `${path.join('.')} is "${text}"; a reference is the whole text and reads \${stack.Output}`, { at }));
    }
    errors.push(...mustBeHttps(checked));
    (0,_config_read_checked_js__WEBPACK_IMPORTED_MODULE_0__/* .throwAll */ .K)(errors, file);
    return { file, content: checked.value, references };
}
/** Addresses that stand in the file itself must be `https://`: the checks send tokens there. */
function mustBeHttps(checked) {
    const { api, site } = checked.value;
    const addresses = [
        { path: ['api', 'url'], value: api?.url },
        { path: ['site', 'url'], value: site?.url },
    ];
    return addresses
        .filter(({ value }) => value !== undefined && !value.includes('${') && !/^https:\/\/[^/]/.test(value))
        .map(({ path, value }) => new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('SMOKE_ADDRESS', `${path.join('.')} is "${value ?? ''}"; it must begin with https://`, {
        at: checked.locate(path),
    }));
}
function texts(value, path) {
    if (typeof value === 'string')
        return [{ path, text: value }];
    if (Array.isArray(value))
        return value.flatMap((entry, index) => texts(entry, [...path, index]));
    if (value === null || typeof value !== 'object')
        return [];
    return Object.entries(value).flatMap(([key, entry]) => texts(entry, [...path, key]));
}


/***/ }),

/***/ 7184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ smokeProfileSchema),
/* harmony export */   q: () => (/* binding */ splitRoute)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

/**
 * A smoke profile says what a system promises, and where. Wherever a text stands, `${stack.Output}` may stand for an
 * output of one of the system's stacks; it is filled in when the checks run.
 */
const described = (schema, description) => valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(schema, valibot__WEBPACK_IMPORTED_MODULE_0__/* .description */ .h_(description));
const text = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq());
const route = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^(?:GET|HEAD|POST|PUT|PATCH|DELETE) \/\S*$/, 'is not a method and a path, such as GET /photos'));
const path = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^\/\S*$/, 'is not a path that starts with /'));
const seconds = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(0.1), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(600));
const tokens = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    testIssuer: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        secret: described(text, 'Secret with the JSON {issuer, kid, privateKeyJwk, audience, clientId} of an issuer that the API trusts for tests.'),
        environments: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['dev', 'sit'], 'names an environment that may not trust a test issuer')), 'Where the API trusts it. Never prod: who holds the key could make any token.'),
    }), 'An issuer whose key the checks hold, so that they can sign wrong claims.')),
    client: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        secret: described(text, 'Secret with the JSON {tokenUrl, clientId, clientSecret, scope} of an OAuth client (client credentials grant).'),
        environments: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['dev', 'sit', 'prod'])),
    }), 'Where the valid token comes from if no test issuer is trusted.')),
    scope: described(text, 'Scopes of a token that may use the protected route, separated by blanks.'),
});
const apiCors = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    origin: described(text, 'The primary web origin. An address is cut down to its origin.'),
    headers: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text), 'Request headers that its preflight must allow.'),
    exposes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text), 'Response headers that the client reads.'), []),
});
const api = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    url: described(text, 'Base URL with the stage, such as https://abc.execute-api.eu-west-1.amazonaws.com/v1.'),
    protected: described(route, 'A route that needs a token and answers 2xx to a valid one.'),
    open: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(route, valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf())), 'Routes that need no token, and their status.'),
    serverError: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(route, 'A route that answers 5xx on purpose, to see its CORS headers.')),
    upload: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        route,
        contentType: text,
        size: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(2), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(4 * 1024 * 1024)),
    }), 'The route that takes {contentType, size} and answers {id, url, fields}: a presigned POST.')),
    tokens,
    cors: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(apiCors),
    rateLimit: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        route: described(route, 'A route that one user may ask for so often.'),
        body: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(text, 'JSON that is sent along.')),
        perSecond: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(100)),
        burst: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(200)), 'Requests that one user may send at once.'),
    }), 'What one user may do. Tried only when the group rate-limit is named, for it sends load.')),
});
const bucket = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: text,
    other: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(text, 'Another bucket that exists, for forms that are sent to the wrong one.')),
    prefix: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[^/].*\/$/, 'does not end with /')), 'Where the checks write. All of it is deleted again, versions too.'),
    encryption: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['AES256', 'aws:kms', 'aws:kms:dsse']), valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .startsWith */ .w1_('${'))], 'is none of AES256, aws:kms, aws:kms:dsse, and no reference ${stack.Output}'), 'As HEAD of an object names it.'),
    form: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        contentType: text,
        size: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(2), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(4 * 1024 * 1024)),
    }), 'What is uploaded by presigned POST where the application signs the forms itself and no API hands them out.')),
    cors: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        origin: text,
        methods: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['GET', 'PUT', 'POST', 'HEAD', 'DELETE'])), 'Methods a browser uses.'),
        headers: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text), 'Request headers a browser sends.'),
        exposes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text), 'Response headers that the client reads.'), []),
    })),
    serviceLevel: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        mebibytes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(1), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(64)),
        uploadSeconds: seconds,
        downloadSeconds: seconds,
        presignSeconds: seconds,
    })),
});
const site = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    url: text,
    deepLink: described(path, 'A route of the application that is no file.'),
    apiPath: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(path, 'Where the site serves an API on its own origin, if it does.')),
    basicAuth: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        secret: described(text, 'Secret with the JSON {user, password} of a visitor who is let in.'),
        environments: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .picklist */ .KIO(['dev', 'sit', 'prod'])), 'Where the site asks for a credential; elsewhere it is open to all.'),
    }), 'Basic authentication of the whole site. The proof at the edge after a publication uses the same credential.')),
});
const cache = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    connectivity: described(text, 'Function that answers {reachable, endpoint} of the cache it can reach; none where there is no cache.'),
});
const jsonObject = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z6Y((text) => isJsonObject(text), 'is no JSON object'));
function isJsonObject(text) {
    try {
        const parsed = JSON.parse(text);
        return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    }
    catch {
        return false;
    }
}
const stateMachine = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    arn: described(text, 'The state machine.'),
    accepted: described(jsonObject, 'Input, as JSON, with which an execution touches nothing and succeeds.'),
    refused: described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ input: jsonObject, error: described(text, 'The name of the error that it ends with.') }), 'Input, as JSON, that the state machine refuses.'),
});
const cdn = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    url: described(text, "Where the bucket's objects are read by everybody; none where there is no CDN."),
});
const socket = valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    url: described(text, 'Address with the stage, such as wss://abc.execute-api.us-east-1.amazonaws.com/dev.'),
    action: described(text, 'The action of a message {action, text, id} that comes back to every connection of the sender, with the same text.'),
    subprotocol: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(text, 'What the server speaks, where a token may stand beside it as bearer.<token>.')),
    tokens,
});
/** `params/<system>/smoke.yml`. The JSON Schema for editors is made from it. */
const smokeProfileSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    title: described(text, 'How reports call it.'),
    seconds: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(described(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .minValue */ .Wwf(5), valibot__WEBPACK_IMPORTED_MODULE_0__/* .maxValue */ .cGV(600)), 'All checks together may take this long.'), 30),
    api: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(api),
    bucket: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(bucket),
    site: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(site),
    cache: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(cache),
    stateMachine: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(stateMachine),
    cdn: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(cdn),
    socket: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(socket),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .title */ .DDF('Smoke profile of a system'));
/** A route in two parts. The schema has seen to it that there are two. */
function splitRoute(route) {
    const blank = route.indexOf(' ');
    return { method: route.slice(0, blank), path: route.slice(blank + 1) };
}


/***/ })

};
