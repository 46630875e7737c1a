export const id = 61;
export const ids = [61];
export const modules = {

/***/ 4088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ lockRequest)
/* harmony export */ });
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);

/** After so long without a sign of life a run's lock may be taken over; it is renewed three times as often. */
const minutes = 6;
/**
 * The lock of one run. The holder is the same when the same runner starts the same release again, so that a run which was
 * killed goes on at once instead of waiting for its own lock to run out.
 */
function lockRequest(session, release) {
    return { holder: `${session.runner} · ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(release)}`, release, minutes };
}


/***/ }),

/***/ 8348:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ publish_site_publishSite)
});

// EXTERNAL MODULE: ./src/config/stack-instances.ts
var stack_instances = __webpack_require__(7275);
// EXTERNAL MODULE: ./src/site/invalidate.ts
var invalidate = __webpack_require__(2962);
// EXTERNAL MODULE: ./src/site/plan-site.ts + 4 modules
var plan_site = __webpack_require__(5447);
// EXTERNAL MODULE: ./src/site/prove.ts
var prove = __webpack_require__(3153);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/site/deployed.ts
var deployed = __webpack_require__(6689);
// EXTERNAL MODULE: ./src/site/files.ts
var files = __webpack_require__(1620);
// EXTERNAL MODULE: ./src/site/limited.ts
var limited = __webpack_require__(353);
// EXTERNAL MODULE: ./src/site/manifest.ts
var site_manifest = __webpack_require__(322);
// EXTERNAL MODULE: ./src/site/requests.ts
var site_requests = __webpack_require__(3773);
// EXTERNAL MODULE: ./src/site/s3-errors.ts
var s3_errors = __webpack_require__(9765);
;// CONCATENATED MODULE: ./src/site/publish.ts








/**
 * Publishes a planned site so that no visitor meets a page whose assets are missing: hashed assets; then the barrier,
 * where each asset that a page names must be there with its bytes and type; then the files that keep their names, the
 * pages, `release.json`, the manifest; and only then deletions. Killed anywhere, it can be planned and run again.
 *
 * @throws SlipwayError `SITE_BARRIER`: an asset that a page names is not there, and no page was touched
 * @throws SlipwayError `SITE_CHANGED_MEANWHILE`: somebody else published since the plan
 * @throws SlipwayError `SITE_DELETE`, `SITE_S3`; UserError `SITE_BUCKET_MISSING`, `SITE_BUCKET_DENIED`
 */
async function publishSite(options) {
    const { planned, logger, concurrency = plan_site/* DEFAULT_CONCURRENCY */.W } = options;
    const { bucket, work } = planned;
    const { s3, counts } = (0,site_requests/* countRequests */.K)(options.s3);
    if (!planned.hasWork)
        return { kind: 'unchanged', requests: counts() };
    if (bucket === null) {
        throw new slipway_error/* SlipwayError */.GQ('SITE_NOT_PLANNED', 'the site was planned before its bucket existed', 'slipway', {
            next: 'plan it again with the outputs of its stack',
        });
    }
    const place = { s3, bucket };
    const present = [];
    const inRole = (...roles) => work.write.filter(({ role }) => roles.includes(role));
    try {
        const added = new Set(work.changes.added);
        await (0,limited/* forEachLimited */.v)(inRole('asset'), concurrency, async (file) => {
            if (added.has(file.key) && !(await writeNew(place, file)))
                present.push(file.key);
            if (!added.has(file.key))
                await write(place, file);
        });
        await passBarrier(place, planned, concurrency);
        logger.debug(`${planned.named.length} assets that the pages name are there; the pages follow`);
        for (const role of ['file', 'page', 'marker']) {
            await (0,limited/* forEachLimited */.v)(inRole(role), concurrency, (file) => write(place, file));
        }
        const etag = await writeManifest(place, work.manifest, planned.etag);
        await deleteKeys(place, work.delete);
        return {
            kind: 'published',
            written: work.write.map(({ key }) => key).filter((key) => !present.includes(key)),
            present: present.sort(),
            deleted: work.delete,
            bytes: work.write.filter(({ key }) => !present.includes(key)).reduce((sum, { size }) => sum + size, 0),
            invalidate: work.invalidate,
            manifest: { value: work.manifest, etag },
            requests: counts(),
        };
    }
    catch (error) {
        throw (0,s3_errors/* bucketError */.vq)(error, 'publishing the site', bucket);
    }
}
/**
 * Notes in the manifest that nothing is owed any more. Call it when the invalidation has completed; until then the next
 * publication repeats it. Does nothing where nothing was owed.
 */
async function settleSite(options) {
    const { s3, counts } = (0,site_requests/* countRequests */.K)(options.s3);
    const { value, etag } = options.published.manifest;
    if (value.pending.invalidate.length + value.pending.delete.length === 0)
        return counts();
    try {
        await writeManifest({ s3, bucket: options.bucket }, { ...value, pending: { invalidate: [], delete: [] } }, etag);
    }
    catch (error) {
        throw (0,s3_errors/* bucketError */.vq)(error, 'noting that the site is published', options.bucket);
    }
    return counts();
}
async function write({ s3, bucket }, file, condition = {}) {
    await s3.putObject({
        Bucket: bucket,
        Key: file.key,
        Body: await file.bytes(),
        ContentType: file.contentType,
        CacheControl: file.cacheControl,
        ChecksumSHA256: Buffer.from(file.sha256, 'hex').toString('base64'),
        ...condition,
    });
}
/** Writes a hashed asset that the manifest does not know. `false` where it lies there already, just as wanted. */
async function writeNew(place, file) {
    try {
        await write(place, file, { IfNoneMatch: '*' });
        return true;
    }
    catch (error) {
        // 412: there is an object. 409: another writer was faster (S3 User Guide, Conditional writes).
        if (!['PreconditionFailed', 'ConditionalRequestConflict'].includes((0,s3_errors/* errorName */.Is)(error)))
            throw error;
    }
    const there = await (0,deployed/* headObject */.C6)(place.s3, place.bucket, file.key);
    if (there && (0,files/* sameObject */.Qr)(there, file))
        return false;
    await write(place, file);
    return true;
}
/** Nothing is flipped until every asset the pages need is there with the right bytes and type (design, rule 10). */
async function passBarrier(place, planned, concurrency) {
    const byKey = new Map(planned.wanted.map((file) => [file.key, file]));
    const named = planned.named.flatMap((key) => byKey.get(key) ?? []);
    await (0,limited/* forEachLimited */.v)(named, concurrency, async (file) => {
        if (await isServable(place, file))
            return;
        await write(place, file);
        if (await isServable(place, file))
            return;
        throw new slipway_error/* SlipwayError */.GQ('SITE_BARRIER', `${place.bucket}/${file.key}, which a page names, is not there as ${file.contentType} after it was written; no page was touched`, 'slipway', { next: 'check what else writes to the bucket, and run it again' });
    });
}
/** Where S3 keeps no SHA-256 (an object from elsewhere), the manifest's word stands for the bytes if the size agrees. */
async function isServable({ s3, bucket }, file) {
    const there = await (0,deployed/* headObject */.C6)(s3, bucket, file.key);
    return (there !== null &&
        (0,files/* sameObject */.Qr)(there.sha256 === '' && there.size === file.size ? { ...there, sha256: file.sha256 } : there, file));
}
/** Compare-and-swap: replaces just the manifest that the plan read. Gives the new one's ETag. */
async function writeManifest({ s3, bucket }, manifest, etag) {
    try {
        const { ETag } = await s3.putObject({
            Bucket: bucket,
            Key: site_manifest/* MANIFEST_KEY */.mk,
            Body: (0,site_manifest/* printManifest */.L7)(manifest),
            ContentType: 'application/json',
            CacheControl: 'no-store',
            ...(etag === null ? { IfNoneMatch: '*' } : { IfMatch: etag }),
        });
        return ETag ?? null;
    }
    catch (error) {
        if (!['PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey'].includes((0,s3_errors/* errorName */.Is)(error)))
            throw error;
        throw new slipway_error/* SlipwayError */.GQ('SITE_CHANGED_MEANWHILE', `somebody else published to ${bucket} meanwhile`, 'slipway', {
            cause: error,
            next: 'run it again: it starts from what is there now',
        });
    }
}
/** S3 deletes at most 1,000 keys a request (API Reference, DeleteObjects). */
async function deleteKeys({ s3, bucket }, keys) {
    for (let start = 0; start < keys.length; start += 1000) {
        const Objects = keys.slice(start, start + 1000).map((Key) => ({ Key }));
        const { Errors = [] } = await s3.deleteObjects({ Bucket: bucket, Delete: { Objects, Quiet: true } });
        const [first] = Errors;
        if (first) {
            throw new slipway_error/* SlipwayError */.GQ('SITE_DELETE', `${Errors.length} of ${keys.length} objects could not be deleted from ${bucket}; ${first.Key ?? 'one'}: ${first.Code ?? ''} ${first.Message ?? ''}`, 'slipway', { next: 'run it again: the site is published, the deletions are repeated' });
        }
    }
}

;// CONCATENATED MODULE: ./src/site/deploy-site.ts





/**
 * Brings a release's site to one environment, or back to it: plan, publish, invalidate, note that nothing is owed, prove
 * at the edge. Killed anywhere it can be run again. Throws what its steps throw.
 */
async function deploySite(options) {
    const { s3, bucket, distributionId, clock, logger, deadlines = {} } = options;
    const start = clock.now();
    const planned = await (0,plan_site/* planSite */.h)(options);
    const published = await publishSite({ ...options, planned });
    const publishedAt = clock.now();
    const paths = published.kind === 'published' ? published.invalidate : [];
    const invalidation = await (0,invalidate/* invalidate */.Y)({
        distributionId,
        paths,
        callerReference: (0,invalidate/* callerReference */.H)({ release: planned.release, attempt: options.attempt, paths }),
        api: options.cloudFront,
        clock,
        logger,
        ...(deadlines.invalidation === undefined ? {} : { deadline: deadlines.invalidation }),
    });
    const requests = (0,site_requests/* addCounts */.c)(planned.requests, published.requests);
    const settled = published.kind === 'published' ? await settleSite({ published, s3, bucket }) : null;
    const proof = await (0,prove/* proveAtEdge */.nB)({
        url: options.url,
        expected: (0,prove/* edgeExpectations */.bA)(planned),
        fetch: options.fetch,
        clock,
        logger,
        ...(options.headers ? { headers: options.headers } : {}),
        ...(deadlines.proof === undefined ? {} : { deadline: deadlines.proof }),
    });
    return {
        kind: published.kind,
        changes: planned.changes,
        written: published.kind === 'published' ? published.written : [],
        deleted: published.kind === 'published' ? published.deleted : [],
        files: planned.wanted.length,
        bytes: published.kind === 'published' ? published.bytes : 0,
        requests: settled ? (0,site_requests/* addCounts */.c)(requests, settled) : requests,
        invalidation,
        proof,
        took: { publish: publishedAt - start, edge: clock.now() - publishedAt },
    };
}

// EXTERNAL MODULE: ./src/site/edge-fetch.ts
var edge_fetch = __webpack_require__(2135);
// EXTERNAL MODULE: ./src/deployment/site-headers.ts
var site_headers = __webpack_require__(1983);
;// CONCATENATED MODULE: ./src/deployment/publish-site.ts




/**
 * Publishes the release's site to one environment and proves it at the edge; `null` for a system without a site.
 *
 * @param attempt names this deployment among those of the release
 * @throws UserError OUTPUT_MISSING, SITE_CREDENTIAL, and what `deploySite` throws
 */
async function publish_site_publishSite(target, session, outputs, attempt) {
    const { site } = target.system;
    if (site === null)
        return null;
    const value = (what, source) => {
        const found = (0,stack_instances/* resolveSource */.ev)(source, outputs);
        if (found === undefined)
            throw (0,stack_instances/* missingOutput */.av)(what, source, outputs);
        return found;
    };
    const clients = session.clients(target.environment, 'deploy');
    return deploySite({
        release: target.release,
        s3: await clients.s3(target.environment.regions.home),
        cloudFront: await clients.cloudFront(),
        bucket: value('site.bucket', site.bucket),
        distributionId: value('site.distribution', site.distribution),
        url: value('site.url', site.url),
        config: Object.fromEntries(Object.entries(site.config).map(([key, source]) => [key, value(`site.config.${key}`, source)])),
        attempt,
        fetch: (0,edge_fetch/* edgeFetch */.a)(session.http),
        headers: await (0,site_headers/* siteHeaders */._)(target, session),
        clock: session.clock,
        logger: session.logger,
    });
}


/***/ }),

/***/ 1983:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ siteHeaders)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _smoke_site_credential_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6786);


/**
 * What the requests that prove a publication carry: where the environment's site asks its visitors for a credential, that of the
 * smoke checks. Which secret that is stands in the smoke profile (`site.basicAuth`).
 *
 * @throws UserError SITE_CREDENTIAL: the secret can't be read, or holds something else
 */
async function siteHeaders({ smoke, environment }, session) {
    const site = smoke?.content.site;
    try {
        const credential = await (0,_smoke_site_credential_js__WEBPACK_IMPORTED_MODULE_1__/* .readSiteCredential */ .v)(site, environment.environment, () => session.clients(environment, 'deploy').secretsManager(environment.regions.home));
        return credential === null ? {} : { authorization: (0,_smoke_site_credential_js__WEBPACK_IMPORTED_MODULE_1__/* .authorizationOf */ .P)(credential) };
    }
    catch (error) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('SITE_CREDENTIAL', `the site asks for a credential, but ${error instanceof Error ? error.message : 'it could not be had'}`, { cause: error, ...(smoke === null ? {} : { at: { file: smoke.file, line: 1, column: 1 } }) });
    }
}


/***/ }),

/***/ 2452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ siteUrl)
/* harmony export */ });
/* harmony import */ var _config_stack_instances_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7275);

/** `https://…` of the site as its visitors see it; `null` for a system without one, and before its stack is there. */
function siteUrl({ system }, outputs) {
    return system.site === null ? null : ((0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveSource */ .ev)(system.site.url, outputs) ?? null);
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

/***/ 2135:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ edgeFetch)
/* harmony export */ });
/** Fetches as a browser would, through the dispatcher it is handed (a proxy, other certificates) or straight. */
function edgeFetch(dispatcher) {
    return async (url, { headers, signal }) => {
        const { fetch } = await Promise.all(/* import() */[__webpack_require__.e(4460), __webpack_require__.e(68)]).then(__webpack_require__.t.bind(__webpack_require__, 68, 23));
        return fetch(url, {
            headers,
            signal,
            redirect: 'manual',
            ...(dispatcher ? { dispatcher } : {}),
        });
    };
}


/***/ }),

/***/ 2962:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ callerReference),
/* harmony export */   Y: () => (/* binding */ invalidate)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4225);
/* harmony import */ var _invalidation_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(950);
/* harmony import */ var _s3_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9765);




/**
 * Names one invalidation so that asking twice makes one: CloudFront gives back the first where reference and paths are
 * the same, and refuses the same reference with other paths (API Reference, InvalidationBatch). `attempt` must be
 * another for each deployment, since a release can come back.
 */
function callerReference(options) {
    const paths = (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)((0,_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .collapsePaths */ .Mq)(options.paths).join('\n')).slice(0, 12);
    return `slipway-${options.release.slice(0, 16)}-${options.attempt}-${paths}`;
}
/**
 * Invalidates paths of a distribution and waits until it is done. Without paths nothing is called. Where CloudFront
 * throttles, is unavailable or has too many invalidations in progress, it is asked again until the deadline.
 *
 * @throws UserError `DISTRIBUTION_MISSING`, `DISTRIBUTION_DENIED`
 * @throws SlipwayError `INVALIDATION_TIMEOUT`: not completed within the deadline
 * @throws SlipwayError `INVALIDATION_REFUSED`: anything else that CloudFront says
 */
async function invalidate(options) {
    const { distributionId, api, clock } = options;
    const paths = (0,_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .collapsePaths */ .Mq)(options.paths);
    if (paths.length === 0)
        return { kind: 'none' };
    const start = clock.now();
    const patience = { ...options, until: start + (options.deadline ?? 600_000) };
    const created = await persist(patience, () => api.createInvalidation({
        DistributionId: distributionId,
        InvalidationBatch: {
            CallerReference: options.callerReference,
            Paths: { Quantity: paths.length, Items: [...paths] },
        },
    }));
    const id = created.Invalidation?.Id ?? '';
    let status = created.Invalidation?.Status;
    for (let pause = 1000; status !== 'Completed'; pause = Math.min(pause * 1.5, 10_000)) {
        if (clock.now() + pause > patience.until)
            throw timeout(patience, `invalidation ${id} is ${status ?? 'unknown'}`);
        await clock.sleep(pause);
        const asked = await persist(patience, () => api.getInvalidation({ DistributionId: distributionId, Id: id }));
        status = asked.Invalidation?.Status;
    }
    return { kind: 'completed', id, paths, took: clock.now() - start };
}
/** Says no for now. The SDK retries the first ones itself; too many in progress it takes for a mistake. */
const PASSING = new Set([
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'ServiceUnavailable',
    'ServiceUnavailableException',
    'InternalError',
    'TooManyInvalidationsInProgress',
    'TimeoutError',
]);
async function persist(patience, call) {
    const { clock, logger, distributionId } = patience;
    for (let pause = 1000;; pause = Math.min(pause * 2, 20_000)) {
        try {
            return await call();
        }
        catch (error) {
            if (!PASSING.has((0,_s3_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorName */ .Is)(error)) && !isServerError(error))
                throw refused(error, distributionId);
            if (clock.now() + pause > patience.until)
                throw timeout(patience, (0,_s3_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorName */ .Is)(error), error);
            logger.debug(`CloudFront says ${(0,_s3_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorName */ .Is)(error)}; asking again in ${pause / 1000} s`);
            await clock.sleep(pause);
        }
    }
}
function isServerError(error) {
    const metadata = error instanceof Error && '$metadata' in error ? error.$metadata : null;
    const status = metadata !== null && typeof metadata === 'object' && 'httpStatusCode' in metadata
        ? metadata.httpStatusCode
        : 0;
    return typeof status === 'number' && status >= 500;
}
function timeout({ distributionId }, state, cause) {
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ('INVALIDATION_TIMEOUT', `distribution ${distributionId} did not forget the changed paths in time: ${state}`, 'slipway', { cause, next: 'run it again: the site is published, and what is still owed is noted beside it' });
}
function refused(error, distributionId) {
    switch ((0,_s3_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorName */ .Is)(error)) {
        case 'NoSuchDistribution':
            return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('DISTRIBUTION_MISSING', `distribution ${distributionId} does not exist in this account`, {
                cause: error,
                next: 'check site.distribution in system.yml',
            });
        case 'AccessDenied':
            return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('DISTRIBUTION_DENIED', `the role may not invalidate distribution ${distributionId}`, {
                cause: error,
                next: 'allow cloudfront:CreateInvalidation and cloudfront:GetInvalidation on it',
            });
        default:
            return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ('INVALIDATION_REFUSED', `CloudFront refused the invalidation of ${distributionId}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`, 'slipway', { cause: error });
    }
}


/***/ }),

/***/ 3153:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bA: () => (/* binding */ edgeExpectations),
/* harmony export */   nB: () => (/* binding */ proveAtEdge),
/* harmony export */   uP: () => (/* binding */ visitedPath)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4225);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1620);
/* harmony import */ var _invalidation_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(950);
/* harmony import */ var _limited_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(353);





const ASSETS_PROVEN = 20;
const CONCURRENCY = 8;
const ANSWER_WITHIN = 10_000;
/**
 * What to fetch as a proof of a publication: every page and file that was written, its first 20 assets, and always
 * `release.json`. Nothing written: `release.json` alone.
 */
function edgeExpectations(planned) {
    const written = planned.work.write;
    const marker = planned.wanted.filter(({ role }) => role === 'marker');
    const files = [
        ...written.filter(({ role }) => role === 'page' || role === 'file'),
        ...written.filter(({ role }) => role === 'asset').slice(0, ASSETS_PROVEN),
        ...marker,
    ];
    return files.map((file) => ({
        path: visitedPath(file),
        sha256: file.sha256,
        contentType: file.contentType,
    }));
}
/** Visitors ask for the root, not for its `index.html`. */
function visitedPath({ key }) {
    return (key === 'index.html' ? '/' : (0,_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .pathsOf */ .wG)(key).at(-1)) ?? '/';
}
/**
 * Proves that the edge, as seen from here, serves a release: fetches each path until status, type and SHA-256 of the body
 * are the release's. Other points of presence may lag; the completed invalidation speaks for them.
 *
 * @throws SlipwayError `EDGE_STALE`: a path still answers something else after the deadline; the message says what
 */
async function proveAtEdge(options) {
    const { clock, logger } = options;
    const start = clock.now();
    const until = start + (options.deadline ?? 180_000);
    let requests = 0;
    let waiting = options.expected.map((expectation) => ({ expectation, got: 'no answer yet' }));
    for (let pause = 500; waiting.length > 0; pause = Math.min(pause * 1.5, 5000)) {
        const still = [];
        await (0,_limited_js__WEBPACK_IMPORTED_MODULE_4__/* .forEachLimited */ .v)(waiting, CONCURRENCY, async ({ expectation }) => {
            requests++;
            const got = await differenceAt(expectation, options);
            if (got !== null)
                still.push({ expectation, got });
        });
        const [first] = still;
        if (!first)
            break;
        if (clock.now() + pause > until)
            throw stale(options.url, first.expectation, first.got, still.length);
        logger.debug(`${first.expectation.path}: ${first.got}; looking again in ${Math.round(pause)} ms`);
        await clock.sleep(pause);
        waiting = still;
    }
    return { paths: options.expected.map(({ path }) => path), took: clock.now() - start, requests };
}
/** What the edge answers instead, in words; `null` where it is as expected. */
async function differenceAt(expected, options) {
    const address = new URL(expected.path, options.url).href;
    try {
        const response = await options.fetch(address, {
            headers: options.headers ?? {},
            signal: AbortSignal.timeout(ANSWER_WITHIN),
        });
        const body = new Uint8Array(await response.arrayBuffer());
        const type = response.headers.get('content-type') ?? 'none';
        const cache = response.headers.get('x-cache');
        const seen = cache === null ? '' : ` (${cache})`;
        if (response.status !== 200)
            return `status ${response.status}${seen}`;
        if ((0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .mediaType */ .JL)(type) !== (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .mediaType */ .JL)(expected.contentType)) {
            return `type ${type} instead of ${expected.contentType}${seen}`;
        }
        const digest = (0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(body);
        return digest === expected.sha256 ? null : `other content, ${body.length} bytes${seen}`;
    }
    catch (error) {
        return `no answer: ${reasonOf(error)}`;
    }
}
/** `fetch` hides what happened in its cause. */
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause instanceof Error ? error.cause.message : error.message;
}
function stale(url, { path }, got, count) {
    const others = count > 1 ? `, and ${count - 1} more paths` : '';
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ('EDGE_STALE', `${new URL(path, url).href} does not serve this release: ${got}${others}`, 'slipway', {
        next: 'see what stands between: an alias that points elsewhere, a function, an error response, a cache that ignores the headers',
    });
}


/***/ }),

/***/ 3829:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ notEnforceable),
/* harmony export */   __: () => (/* binding */ each),
/* harmony export */   bF: () => (/* binding */ passed),
/* harmony export */   bn: () => (/* binding */ allOf),
/* harmony export */   gz: () => (/* binding */ failed),
/* harmony export */   ig: () => (/* binding */ FixtureError),
/* harmony export */   oi: () => (/* binding */ expectStatus),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/** A fixture (a stored object, a token, a form) could not be had; the checks that need it fail with this message. */
class FixtureError extends Error {
    name = 'FixtureError';
}
const passed = (note = null) => ({ outcome: 'passed', note });
const failed = (got) => ({ outcome: 'failed', got });
const notEnforceable = (reason) => ({ outcome: 'not-enforceable', reason });
/** A response in a few words: `HTTP 403 AccessDenied`. The code is S3's, from its XML body. */
function describe(seen) {
    const code = /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(seen.text())?.[1];
    return `HTTP ${seen.status}${code === undefined ? '' : ` ${code}`}`;
}
/** Passed when the status is one of those wanted. */
function expectStatus(seen, ...wanted) {
    return wanted.includes(seen.status) ? passed() : failed(describe(seen));
}
/** The first verdict that is not `passed`; else passed, with the notes put together. */
function allOf(verdicts) {
    const notes = [];
    for (const verdict of verdicts) {
        if (verdict.outcome !== 'passed')
            return verdict;
        if (verdict.note !== null)
            notes.push(verdict.note);
    }
    return passed(notes.length === 0 ? null : notes.join('; '));
}
/**
 * Judges all cases beside each other. The verdict is that of the first case, in their order, that did not pass, under its
 * name; the probe then keeps the evidence of that case alone.
 */
async function each(probe, cases, name, judge) {
    const judged = await Promise.all(cases.map(async (entry) => {
        const part = probe.fork();
        try {
            return { entry, part, verdict: await judge(entry, part) };
        }
        catch (error) {
            probe.attach(part.evidence);
            throw error;
        }
    }));
    const bad = judged.find(({ verdict }) => verdict.outcome !== 'passed');
    if (bad === undefined) {
        for (const { part } of judged)
            probe.attach(part.evidence);
        return allOf(judged.map(({ verdict }) => verdict));
    }
    probe.attach(bad.part.evidence);
    return bad.verdict.outcome === 'failed' && cases.length > 1
        ? failed(`${name(bad.entry)}: ${bad.verdict.got}`)
        : bad.verdict;
}


/***/ }),

/***/ 6566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readSecret),
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3829);


/**
 * A secret's JSON. Throws a `FixtureError` that names the secret and the fields that are not as they should be, never a value.
 */
async function readSecret(name, schema, secrets) {
    let value;
    try {
        value = (await (await secrets()).getSecretValue({ SecretId: name })).SecretString;
    }
    catch (error) {
        throw new _check_js__WEBPACK_IMPORTED_MODULE_0__/* .FixtureError */ .ig(`the secret ${name} could not be read: ${error instanceof Error ? error.name : 'no answer'}`);
    }
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(schema, parseJson(value ?? ''));
    if (parsed.success)
        return parsed.output;
    const fields = parsed.issues.map((issue) => valibot__WEBPACK_IMPORTED_MODULE_1__/* .getDotPath */ .BuJ(issue) ?? 'the whole').join(', ');
    throw new _check_js__WEBPACK_IMPORTED_MODULE_0__/* .FixtureError */ .ig(`the secret ${name} does not hold what it should (${fields})`);
}
/** A text's JSON; `undefined` where it is none. */
function parseJson(source) {
    try {
        return JSON.parse(source);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ authorizationOf),
/* harmony export */   v: () => (/* binding */ readSiteCredential)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _read_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6566);


const secretSchema = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    // RFC 7617, 2: a user has no colon.
    user: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[^:]+$/)),
    password: valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .nonEmpty */ .hq()),
});
/**
 * The credential of the checks where the environment's site asks for one; `null` where it asks for none.
 *
 * @throws FixtureError where the secret can't be read or holds something else
 */
async function readSiteCredential(site, environment, secrets) {
    const environments = site?.basicAuth?.environments ?? [];
    if (site?.basicAuth === undefined || !environments.includes(environment))
        return null;
    return (0,_read_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .readSecret */ .n)(site.basicAuth.secret, secretSchema, secrets);
}
/** The value of an Authorization header (RFC 7617). */
function authorizationOf({ user, password }) {
    return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}


/***/ })

};
