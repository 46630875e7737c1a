export const id = 2465;
export const ids = [2465,3079];
export const modules = {

/***/ 8347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ deployedTarget)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1036);
/* harmony import */ var _current_outputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7017);
/* harmony import */ var _environment_ledger_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1814);
/* harmony import */ var _guard_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4986);
/* harmony import */ var _read_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9753);
/* harmony import */ var _stores_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6753);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6505);
/* harmony import */ var _release_open_release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2057);








/**
 * What one environment runs now, read from its ledger and artifacts, with the outputs of its stacks.
 * @throws UserError NOTHING_DEPLOYED, and what reading them throws
 */
async function deployedTarget(root, names, session, role) {
    const system = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadSystem */ .sb)(root, names.system);
    const environment = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadEnvironment */ .Ye)(root, system, names.environment);
    const clients = session.clients(environment, role);
    await (0,_guard_target_js__WEBPACK_IMPORTED_MODULE_2__/* .guardTarget */ .j)({ environment }, clients);
    const head = await (await (0,_environment_ledger_js__WEBPACK_IMPORTED_MODULE_1__.environmentLedger)(environment, clients, session)).readHead();
    if (head.release === null) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo('NOTHING_DEPLOYED', `${names.system} ${environment.environment} runs nothing yet`, {
            next: `slipway deploy ${names.system} ${environment.environment}`,
        });
    }
    const release = await (0,_release_open_release_js__WEBPACK_IMPORTED_MODULE_6__/* .openRelease */ .gS)(head.release, await (0,_stores_js__WEBPACK_IMPORTED_MODULE_4__/* .homeStore */ .X)(environment, clients, session.clock));
    const target = await (0,_read_target_js__WEBPACK_IMPORTED_MODULE_3__/* .readTarget */ ._)(release, environment.environment);
    return { target, outputs: await (0,_current_outputs_js__WEBPACK_IMPORTED_MODULE_7__/* .currentOutputs */ .s)(target.instances, clients) };
}


/***/ }),

/***/ 1248:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   invalidateSite: () => (/* binding */ invalidateSite)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_stack_instances_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7275);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6505);
/* harmony import */ var _site_edge_fetch_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2135);
/* harmony import */ var _site_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1620);
/* harmony import */ var _site_invalidate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2962);
/* harmony import */ var _site_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(950);
/* harmony import */ var _site_prove_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3153);
/* harmony import */ var _deployed_target_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8347);
/* harmony import */ var _site_headers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1983);
/* harmony import */ var _sync_site_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5006);











/**
 * Lets the edge forget paths of an environment's site, waits until it has, and proves that it serves the release.
 *
 * @param paths each begins with `/`, with a `*` at most at its end; none: every page and `release.json`
 * @throws UserError PATH_INVALID, NO_SITE, OUTPUT_MISSING, SITE_CREDENTIAL, and what `deployedTarget`, `invalidate` and `proveAtEdge` throw
 */
async function invalidateSite(root, names, paths, session) {
    for (const path of paths) {
        const mistake = (0,_site_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .pathMistake */ .qr)(path);
        if (mistake !== null)
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('PATH_INVALID', `the path to invalidate is "${path}", ${mistake}`);
    }
    const { target, outputs } = await (0,_deployed_target_js__WEBPACK_IMPORTED_MODULE_6__/* .deployedTarget */ .S)(root, names, session, 'deploy');
    const { site } = target.system;
    if (site === null)
        throw (0,_sync_site_js__WEBPACK_IMPORTED_MODULE_8__.noSite)(target);
    const url = outputOf('site.url', site.url, outputs);
    // what config.json holds is known to the deployment alone
    const files = (0,_site_files_js__WEBPACK_IMPORTED_MODULE_3__/* .wantedFiles */ .l0)(target.release, Object.keys(site.config).length === 0 ? {} : null);
    const wanted = paths.length > 0 ? paths : files.filter(isServedByName).flatMap(({ key }) => (0,_site_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .pathsOf */ .wG)(key));
    const { clock, logger } = session;
    const result = await (0,_site_invalidate_js__WEBPACK_IMPORTED_MODULE_4__/* .invalidate */ .Y)({
        distributionId: outputOf('site.distribution', site.distribution, outputs),
        paths: wanted,
        callerReference: (0,_site_invalidate_js__WEBPACK_IMPORTED_MODULE_4__/* .callerReference */ .H)({ release: target.release.id, attempt: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), paths: wanted }),
        api: await session.clients(target.environment, 'deploy').cloudFront(),
        clock,
        logger,
    });
    const proven = files.filter((file) => file.role === 'marker' || (0,_site_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_9__/* .pathsOf */ .wG)(file.key).some(isAmong(wanted)));
    const proof = await (0,_site_prove_js__WEBPACK_IMPORTED_MODULE_5__/* .proveAtEdge */ .nB)({
        url,
        expected: proven.map((file) => ({
            path: (0,_site_prove_js__WEBPACK_IMPORTED_MODULE_5__/* .visitedPath */ .uP)(file),
            sha256: file.sha256,
            contentType: file.contentType,
        })),
        fetch: (0,_site_edge_fetch_js__WEBPACK_IMPORTED_MODULE_10__/* .edgeFetch */ .a)(session.http),
        headers: await (0,_site_headers_js__WEBPACK_IMPORTED_MODULE_7__/* .siteHeaders */ ._)(target, session),
        clock,
        logger,
    });
    return { target, url, paths: result.kind === 'none' ? [] : result.paths, proof };
}
/** Assets change their name with their content: no edge holds an old one under a new name. */
function isServedByName({ role }) {
    return role === 'page' || role === 'marker';
}
/** As CloudFront compares: a `*` at the end stands for anything. */
function isAmong(wanted) {
    return (path) => wanted.some((each) => (each.endsWith('*') ? path.startsWith(each.slice(0, -1)) : path === each));
}
function outputOf(what, source, outputs) {
    const found = (0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveSource */ .ev)(source, outputs);
    if (found === undefined)
        throw (0,_config_stack_instances_js__WEBPACK_IMPORTED_MODULE_1__/* .missingOutput */ .av)(what, source, outputs);
    return found;
}


/***/ }),

/***/ 5006:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   noSite: () => (/* binding */ noSite),
/* harmony export */   syncSite: () => (/* binding */ syncSite)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6505);
/* harmony import */ var _ledger_with_lock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6557);
/* harmony import */ var _deployed_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8347);
/* harmony import */ var _environment_ledger_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1814);
/* harmony import */ var _lock_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4088);
/* harmony import */ var _publish_site_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8348);
/* harmony import */ var _site_url_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2452);








/**
 * Publishes again the site of the release that an environment runs, under the environment's lock: only what differs is
 * written.
 *
 * @param onLock is told what is about to be locked
 * @throws UserError NO_SITE, LEDGER_LOCKED, and what `deployedTarget` and `publishSite` throw
 */
async function syncSite(root, names, session, onLock = () => undefined) {
    const { target, outputs } = await (0,_deployed_target_js__WEBPACK_IMPORTED_MODULE_2__/* .deployedTarget */ .S)(root, names, session, 'deploy');
    const { release } = target;
    const url = (0,_site_url_js__WEBPACK_IMPORTED_MODULE_6__/* .siteUrl */ .h)(target, outputs);
    if (url === null)
        throw noSite(target);
    const clients = session.clients(target.environment, 'deploy');
    const ledger = await (0,_environment_ledger_js__WEBPACK_IMPORTED_MODULE_3__.environmentLedger)(target.environment, clients, session);
    const { clock, logger } = session;
    const lock = { ...(0,_lock_request_js__WEBPACK_IMPORTED_MODULE_4__/* .lockRequest */ .h)(session, release.id), ledger, clock, logger, signal: session.signal };
    onLock(target);
    const result = await (0,_ledger_with_lock_js__WEBPACK_IMPORTED_MODULE_7__/* .withLock */ .k)(lock, (signal) => (0,_publish_site_js__WEBPACK_IMPORTED_MODULE_5__/* .publishSite */ .b)(target, { ...session, signal }, outputs, `site-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`));
    if (result === null)
        throw noSite(target);
    return { target, url, result };
}
/** The error for a system without a site. */
function noSite({ system }) {
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('NO_SITE', `${system.system} has no site: ${system.file} names none`);
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
