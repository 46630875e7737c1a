export const id = 1814;
export const ids = [1814];
export const modules = {

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

/***/ 5899:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ environmentNames)
/* harmony export */ });
/** The environments in promotion order. */
const environmentNames = ['dev', 'sit', 'prod'];


/***/ }),

/***/ 1814:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   environmentLedger: () => (/* binding */ environmentLedger)
/* harmony export */ });
/* harmony import */ var _ledger_open_ledger_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7813);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(442);


/** The ledger of one system in one environment, read and written as whom the clients are of. */
async function environmentLedger(environment, clients, { clock, logger }) {
    return (0,_ledger_open_ledger_js__WEBPACK_IMPORTED_MODULE_0__/* .openLedger */ .a)({
        s3: await clients.s3(environment.regions.home),
        bucket: (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerBucket */ .SV)(environment),
        system: environment.system,
        environment: environment.environment,
        clock,
        logger,
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
/* harmony import */ var _aws_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4030);

/** The bucket that holds the artifacts of an account in one region; made by the bootstrap. */
function artifactBucket(account, region) {
    return (0,_aws_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .artifactBucketName */ .m)(account, region);
}
/** The bucket that holds an account's ledgers, in its home region; made by the bootstrap. */
function ledgerBucket(environment) {
    return (0,_aws_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ledgerBucketName */ .B)(environment.account, environment.regions.home);
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
