export const id = 5012;
export const ids = [5012,5899];
export const modules = {

/***/ 5012:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9965);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(239);


await (0,_src_github_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)('release', _main_js__WEBPACK_IMPORTED_MODULE_1__/* .main */ .i);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5906);
/* harmony import */ var _src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7610);
/* harmony import */ var _src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9025);




/** Builds a release, or takes one that was built, and copies it to every environment's artifact buckets. */
async function main(action) {
    const inputs = (0,_src_github_inputs_parse_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputs */ .T)(action.io.env, action, {
        workingDirectory: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l),
        system: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .required */ .m)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .systemName */ .N9, 'name a system, a folder of params/'),
        upload: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM, true),
        folder: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .pathInside */ ._l, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(action.workspace, 'out', 'releases')),
        release: (0,_src_github_inputs_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .l)(_src_github_inputs_readers_js__WEBPACK_IMPORTED_MODULE_2__/* .wholeReleaseId */ .ao),
    });
    const { release } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(3243), __webpack_require__.e(1306), __webpack_require__.e(6097), __webpack_require__.e(2044), __webpack_require__.e(451), __webpack_require__.e(1506), __webpack_require__.e(730), __webpack_require__.e(8598), __webpack_require__.e(6078)]).then(__webpack_require__.bind(__webpack_require__, 6078));
    const { id } = await release(action, inputs);
    action.outputs({
        release: id,
        'release-short': id.slice(0, 8),
        folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(action.workspace, inputs.folder),
    });
    return 'succeeded';
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

/***/ 5906:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseInputs)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);

/** As much of a value as a message shows. */
const shown = 80;
/**
 * Reads the inputs of an action into one object: `workingDirectory` is the input `working-directory`.
 *
 * @param env the runner hands inputs over as `INPUT_<NAME>`, in upper case, hyphens and all (Docs, "Metadata syntax")
 * @throws UserError INPUT_MISSING, INPUT_INVALID, each with the input's name, its value and the choices; UserErrors with
 *   all of them where several are wrong
 */
function parseInputs(env, context, fields) {
    const values = {};
    const errors = [];
    for (const [key, field] of Object.entries(fields)) {
        const name = inputName(key);
        const text = (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
        if (text === '') {
            if ('absent' in field)
                values[key] = field.absent.value;
            else
                errors.push(new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_MISSING', `input ${name} is missing: ${field.needs}`));
            continue;
        }
        const read = field.reader(text, context);
        if ('value' in read)
            values[key] = read.value;
        else
            errors.push(new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('INPUT_INVALID', `input ${name} is "${cut(text)}", ${read.wrong}`));
    }
    const [first, second] = errors;
    if (first !== undefined && second === undefined)
        throw first;
    if (second !== undefined)
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserErrors */ .tQ('INPUT_INVALID', `${errors.length} inputs are wrong; nothing was done`, errors);
    return values;
}
function inputName(key) {
    return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
function cut(text) {
    const line = text.replace(/\s+/g, ' ');
    return line.length > shown ? `${line.slice(0, shown)}…` : line;
}


/***/ }),

/***/ 7610:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ optional),
/* harmony export */   m: () => (/* binding */ required)
/* harmony export */ });
function required(reader, needs) {
    return { reader, needs };
}
function optional(reader, otherwise = null) {
    return { reader, absent: { value: otherwise } };
}


/***/ }),

/***/ 9025:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ releaseId),
/* harmony export */   D7: () => (/* binding */ overrideWord),
/* harmony export */   N9: () => (/* binding */ systemName),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   _l: () => (/* binding */ pathInside),
/* harmony export */   aI: () => (/* binding */ systemWord),
/* harmony export */   ao: () => (/* binding */ wholeReleaseId),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   cd: () => (/* binding */ commit),
/* harmony export */   l2: () => (/* binding */ sitePath),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   sE: () => (/* binding */ releasePrefix),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _config_environment_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5899);
/* harmony import */ var _site_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(950);
/* harmony import */ var _template_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(212);





/** One of a few words; the nearest is suggested. */
function choice(choices) {
    return (text) => {
        const found = choices.find((each) => each === text);
        return found === undefined ? notOneOf(text, choices) : { value: found };
    };
}
const environmentName = choice(_config_environment_name_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentNames */ .i);
/** A folder of params/ that holds a `system.yml`. */
const systemName = (text, context) => {
    const systems = systemsOf(context);
    if (systems.includes(text))
        return { value: text };
    if (systems.length > 0)
        return notOneOf(text, systems);
    return {
        wrong: `but ${shownPath(context, context.root)} has no params/*/system.yml: check working-directory`,
    };
};
/** The name of a system that need not be in the checkout. */
const systemWord = (given) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(given) && given.length <= 40
    ? { value: given }
    : { wrong: 'which is no name of a system: lower-case letters, digits and hyphens, at most 40' };
/** As YAML's core schema (YAML 1.2.2, 10.3.2) writes them. */
const boolean = (text) => {
    if (/^(?:true|True|TRUE)$/.test(text))
        return { value: true };
    if (/^(?:false|False|FALSE)$/.test(text))
        return { value: false };
    return { wrong: 'which is neither true nor false' };
};
/** A whole number of at least `least`. */
const wholeNumber = (least) => (text) => /^\d{1,9}$/.test(text) && Number(text) >= least
    ? { value: Number(text) }
    : { wrong: `which is not a whole number of at least ${least}` };
/** Any text. */
const text = (given) => ({ value: given });
/** Separated by commas, blanks or newlines; each is read by itself. */
function listOf(reader) {
    return (given, context) => {
        const values = [];
        for (const word of given.split(/[\s,]+/).filter((each) => each !== '')) {
            const read = reader(word, context);
            if ('wrong' in read)
                return { wrong: `of which "${word}" is wrong, ${read.wrong}` };
            values.push(read.value);
        }
        return { value: values };
    };
}
/** Hex digits, given in either case. */
function hexDigits(least, most, what) {
    const pattern = new RegExp(`^[0-9a-f]{${least},${most}}$`);
    return (given) => {
        const value = given.toLowerCase();
        return pattern.test(value) ? { value } : { wrong: `which is not ${what}` };
    };
}
/** A whole id, or its first eight digits at least. */
const releaseId = hexDigits(8, 64, 'a release: 64 hex digits, or at least the first 8');
const wholeReleaseId = hexDigits(64, 64, 'the whole id of a release: 64 hex digits');
/** As the ledger looks one up. */
const releasePrefix = hexDigits(4, 64, 'the beginning of a release: at least 4 hex digits');
const fingerprint = hexDigits(8, 64, 'the fingerprint of a plan: 64 hex digits, or at least the first 8');
const overrideWord = hexDigits(16, 16, 'a word of the gate: 16 hex digits');
/** A commit as git names one: an id, a branch, `HEAD^1`. Never an option (gitrevisions(7), git-check-ref-format(1)). */
const commit = (given) => /^[\w@][\w./@^~{}-]*$/.test(given)
    ? { value: given }
    : { wrong: 'which is not the name of a commit, such as 1a2b3c4d, main or HEAD^1' };
/** A file or folder inside the workspace; absolute. */
const pathInside = (given, { workspace }) => {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, given);
    const from = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, path);
    return from === '..' || from.startsWith('../') || from.startsWith('..\\') || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(from)
        ? { wrong: 'which lies outside the workspace' }
        : { value: path };
};
/** A path of a site as CloudFront takes it. */
const sitePath = (given) => {
    const wrong = (0,_site_invalidation_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .pathMistake */ .qr)(given);
    return wrong === null ? { value: given } : { wrong };
};
function notOneOf(given, choices) {
    return { wrong: (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .withHint */ .mu)(`which is not one of ${choices.join(', ')}`, (0,_template_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestion */ .h)(given, choices)) };
}
/** Read at once, before anything is loaded that could read it better. */
function systemsOf({ root }) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'params'))
            .filter((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'params', name, 'system.yml'), { throwIfNoEntry: false }))
            .sort();
    }
    catch {
        return [];
    }
}
function shownPath({ workspace }, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, path) || 'the workspace';
}


/***/ }),

/***/ 950:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mq: () => (/* binding */ collapsePaths),
/* harmony export */   qr: () => (/* binding */ pathMistake),
/* harmony export */   wG: () => (/* binding */ pathsOf)
/* harmony export */ });
/** CloudFront has at most 3,000 paths of a distribution in progress, and 15 with a wildcard (CloudFront quotas). */
const MAX_PATHS = 3000;
const MAX_WILDCARDS = 15;
/**
 * The paths under which visitors know an object. An `index.html` is also its folder, with and without the slash
 * (CloudFront Developer Guide, "What you need to know when invalidating paths"). Deep links of a single-page
 * application need no paths of their own: a viewer-request function rewrites them, and the cache key is the path after it.
 */
function pathsOf(key) {
    const path = `/${encodePath(key)}`;
    if (key === 'index.html')
        return ['/', path];
    if (!key.endsWith('/index.html'))
        return [path];
    const folder = path.slice(0, -'/index.html'.length);
    return [folder, `${folder}/`, path];
}
/**
 * Encodes what the guide wants encoded (non-ASCII, and what RFC 1738 section 2.2 calls unsafe) and nothing else: any
 * other encoding would name another object.
 */
function encodePath(key) {
    // eslint-disable-next-line no-control-regex -- control characters are among the unsafe ones
    return key.replace(/[\u0000- "#%<>[\\\]^`{|}~\u007f-\u{10ffff}]/gu, (unsafe) => [...new TextEncoder().encode(unsafe)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join(''));
}
/**
 * Why a path that a person gave can't be invalidated, as it goes on after `"…",`; `null` where it can. A wildcard may
 * only stand at the end (API Reference, Paths).
 */
function pathMistake(path) {
    if (!path.startsWith('/'))
        return 'which does not begin with a slash';
    return path.slice(0, -1).includes('*') ? 'where a * stands elsewhere than at the end' : null;
}
/**
 * What one invalidation may carry: the paths, once each and sorted; where there are too many, the folders they lie in
 * with a wildcard, and where those are too many as well, everything.
 */
function collapsePaths(paths) {
    const exact = [...new Set(paths)].sort();
    if (exact.length <= MAX_PATHS)
        return exact;
    const folders = [
        ...new Set(exact.map((path) => `${path.slice(0, path.indexOf('/', 1) + 1) || '/'}*`)),
    ].sort();
    return folders.includes('/*') || folders.length > MAX_WILDCARDS ? ['/*'] : folders;
}


/***/ }),

/***/ 212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   mu: () => (/* binding */ withHint)
/* harmony export */ });
/* unused harmony export nearest */
/**
 * The choice that a mistyped word most likely means: the smallest edit distance (insert, delete, replace, swap of
 * neighbours), at most a third of the word's length; `null` where none is near. Case does not count.
 */
function nearest(word, choices) {
    const wanted = word.toLowerCase();
    let best = null;
    let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
    for (const choice of choices) {
        const distance = editDistance(wanted, choice.toLowerCase());
        if (distance < bestDistance) {
            best = choice;
            bestDistance = distance;
        }
    }
    return best;
}
/** `Did you mean X?`, or `null` where no choice is near. */
function suggestion(word, choices) {
    const choice = nearest(word, choices);
    return choice === null ? null : `Did you mean ${choice}?`;
}
/** A message of one sentence, which has no full stop, with another sentence behind it where there is one. */
function withHint(message, hint) {
    return hint === null ? message : `${message}. ${hint}`;
}
/** Optimal string alignment distance. */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const same = a[row - 1] === b[column - 1];
            let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                cost = Math.min(cost, at(beforeLast, column - 2) + 1);
            }
            current.push(cost);
        }
        beforeLast = last;
        last = current;
    }
    return at(last, b.length);
}
function at(row, column) {
    return row[column] ?? Number.POSITIVE_INFINITY;
}


/***/ })

};
