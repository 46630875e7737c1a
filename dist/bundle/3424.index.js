export const id = 3424;
export const ids = [3424,3162];
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

/***/ 6505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ SlipwayError),
/* harmony export */   tQ: () => (/* binding */ UserErrors),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * An error that explains itself. `code` is stable and documented (`docs/errors.md`); `message` names field, value and
 * choices in plain words and never holds a secret. One handler (`src/cli/print-error.ts`) prints it.
 */
class SlipwayError extends Error {
    name = 'SlipwayError';
    code;
    blame;
    at;
    next;
    constructor(code, message, blame, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.code = code;
        this.blame = blame;
        this.at = details.at;
        this.next = details.next;
    }
}
/** The user's mistake: bad input, missing credentials, a wrong account. Prints without a stack trace; exit code 2. */
class UserError extends SlipwayError {
    name = 'UserError';
    constructor(code, message, details = {}) {
        super(code, message, 'user', details);
    }
}
/** Several mistakes of one kind found in one reading, so that they can be mended together. */
class UserErrors extends UserError {
    errors;
    constructor(code, message, errors) {
        super(code, message);
        this.errors = errors;
    }
}


/***/ }),

/***/ 7505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ summaryLimit),
/* harmony export */   m: () => (/* binding */ fitSummary)
/* harmony export */ });
/** GitHub refuses the whole summary of a step beyond this (Docs, "Adding a job summary", limits), in bytes. */
const summaryLimit = 1024 * 1024;
const cutText = (left) => `_The summary ends here: ${left === 1 ? 'one more section has' : `${left} more sections have`} no room in it. The log and the report hold everything._\n`;
/** Sections of Markdown as one summary; those that do not fit are left out whole, and it says so. */
function fitSummary(sections, limit = summaryLimit) {
    const size = (text) => Buffer.byteLength(text);
    const parts = sections.map((section) => `${section.trimEnd()}\n\n`);
    const whole = parts.join('');
    if (size(whole) <= limit)
        return whole;
    let text = '';
    for (const [index, part] of parts.entries()) {
        if (size(text) + size(part) + size(cutText(parts.length)) > limit)
            return text + cutText(parts.length - index);
        text += part;
    }
    return text;
}


/***/ }),

/***/ 9965:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/github/workflow-commands.ts
/**
 * Lines by which an action talks to the runner (GitHub Docs, "Workflow commands for GitHub Actions"; the escapes are those
 * of the runner's `ActionCommand`). `@actions/core` does the same, but takes 110 ms to load where this takes 1.
 */
function workflowCommand(name, properties, message) {
    const given = Object.entries(properties).flatMap(([key, value]) => value === undefined || value === '' ? [] : [`${key}=${escapeProperty(String(value))}`]);
    return `::${name}${given.length === 0 ? '' : ` ${given.join(',')}`}::${escapeMessage(message)}\n`;
}
function escapeMessage(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/**
 * Text for the log that the runner takes for no command: it reads lines that begin with `::` behind any white space, and
 * `##[` wherever it stands (`ActionCommand.TryParseV2` and `TryParse` of the runner).
 */
function logText(text) {
    return text.replace(/^(\s*)::/gm, '$1: :').replaceAll('##[', '## [');
}
/**
 * An entry of the files GITHUB_OUTPUT and GITHUB_STATE, of any number of lines.
 * @param unique a text that nobody who made the value could know
 */
function fileEntry(name, value, unique) {
    const delimiter = `slipway-${unique}`;
    if (value.includes(delimiter))
        throw new Error(`the value of ${name} holds the delimiter`);
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

;// CONCATENATED MODULE: ./src/github/action-log.ts

/** So many warnings become annotations as they come; the step's own remarks need room, too. */
const loudWarnings = 4;
function makeLog(write, onLoudWarning) {
    let warnings = 0;
    return {
        info: (line) => {
            write(`${logText(line)}\n`);
        },
        warn: (line) => {
            warnings += 1;
            if (warnings > loudWarnings) {
                write(`warning  ${logText(line)}\n`);
                return;
            }
            onLoudWarning();
            write(workflowCommand('warning', {}, line));
        },
        debug: (line) => {
            write(workflowCommand('debug', {}, line));
        },
        text: (text) => {
            write(`${logText(text.trimEnd())}\n`);
        },
        fold: (title, text) => {
            write(`${workflowCommand('group', {}, title)}${logText(text.trimEnd())}\n${workflowCommand('endgroup', {}, '')}`);
        },
    };
}

;// CONCATENATED MODULE: ./src/github/annotations.ts

/** GitHub keeps ten of each kind a step and drops the others without a word (Docs, "Usage limits"). */
const annotationsOfKind = 10;
const kinds = ['error', 'warning', 'notice'];
/**
 * The workflow commands for annotations: ten of each kind, the most severe first, the rest counted in one line.
 * @param spent how many of a kind were printed already
 */
function annotationCommands(annotations, spent = {}) {
    return kinds.flatMap((kind) => {
        const own = annotations
            .filter((each) => each.kind === kind)
            .sort((a, b) => (b.severity ?? 0) - (a.severity ?? 0));
        const room = Math.max(0, annotationsOfKind - (spent[kind] ?? 0));
        const rest = own.length - room;
        return [
            ...own.slice(0, room).map(command),
            ...(rest > 0 ? [`${rest} more of kind ${kind} are not annotated; the summary lists them\n`] : []),
        ];
    });
}
function command({ kind, title, message, at }) {
    const place = at === null ? {} : { file: at.file, line: at.line, col: at.column };
    return workflowCommand(kind, { title, ...place }, message);
}

// EXTERNAL MODULE: ./src/github/job-summary.ts
var job_summary = __webpack_require__(7505);
;// CONCATENATED MODULE: ./src/github/masks.ts

/** Shorter texts are no secrets, and masking them would garble the log. */
const shortest = 4;
/** Tells the runner what must never stand in a log, before anything else can print it. Each text is told once. */
class Masks {
    #write;
    #known = new Set();
    constructor(write) {
        this.#write = write;
    }
    /** Masks a text and each of its lines: the runner looks for one line at a time. */
    add(text) {
        if (text === undefined)
            return;
        for (const part of [text, ...text.split(/\r\n|\r|\n/).map((line) => line.trim())]) {
            if (part.trim().length < shortest || this.#known.has(part))
                continue;
            this.#known.add(part);
            this.#write(workflowCommand('add-mask', {}, part));
        }
    }
    /** Masks a secret's value: the whole, and each text in it where it is JSON. */
    addSecret(value) {
        this.add(value);
        if (value === undefined)
            return;
        try {
            for (const leaf of leavesOf(JSON.parse(value)))
                this.add(leaf);
        }
        catch {
            // a secret that is not JSON is one text
        }
    }
}
function leavesOf(value) {
    if (typeof value === 'string')
        return [value];
    if (typeof value === 'number')
        return [String(value)];
    if (value === null || typeof value !== 'object')
        return [];
    return Object.values(value).flatMap(leavesOf);
}

;// CONCATENATED MODULE: ./src/github/action.ts







/** The files by which the runner takes what an action hands on (Docs, "Environment files"). */
const runnerFiles = { output: 'GITHUB_OUTPUT', state: 'GITHUB_STATE', summary: 'GITHUB_STEP_SUMMARY' };
/** One action that runs: what it says and hands on, in GitHub's ways. */
class Action {
    /** `change-set`. */
    name;
    io;
    log;
    masks;
    #openers;
    #annotations = [];
    #sections = [];
    #warned = 0;
    constructor(name, io, openers) {
        this.name = name;
        this.io = io;
        this.#openers = openers;
        this.masks = new Masks(io.write);
        this.log = makeLog(io.write, () => {
            this.#warned += 1;
        });
    }
    /** The folder of the checkout. */
    get workspace() {
        return this.io.env['GITHUB_WORKSPACE'] ?? process.cwd();
    }
    /** The folder that holds params/ and templates/: the input `working-directory`. */
    get root() {
        return (0,external_node_path_.join)(this.workspace, this.io.env['INPUT_WORKING-DIRECTORY'] ?? '.');
    }
    openSession() {
        return this.#openers.openSession(this);
    }
    openGitHub(token) {
        this.masks.add(token);
        return this.#openers.openGitHub(this, token);
    }
    /** Hands a value to later steps. */
    output(name, value) {
        this.#append('output', fileEntry(name, String(value), crypto.randomUUID()));
    }
    outputs(values) {
        for (const [name, value] of Object.entries(values))
            this.output(name, value);
    }
    /** Hands a text to this action's post step. */
    saveState(name, value) {
        this.#append('state', fileEntry(name, value, crypto.randomUUID()));
    }
    /** What the main step has saved for the post step; empty where it saved nothing. */
    state(name) {
        return this.io.env[`STATE_${name}`] ?? '';
    }
    annotate(...annotations) {
        this.#annotations.push(...annotations);
    }
    /** A section of the job's summary, in Markdown. */
    summarize(markdown) {
        this.#sections.push(markdown);
    }
    /** A place in the repository as an annotation wants it: relative to the workspace. */
    place(at) {
        return at === null || at === undefined
            ? null
            : { ...at, file: (0,external_node_path_.relative)(this.workspace, (0,external_node_path_.join)(this.root, at.file)).replaceAll('\\', '/') };
    }
    /** Prints annotations and writes the summary; at the end, once. */
    finish() {
        for (const line of annotationCommands(this.#annotations, { warning: this.#warned }))
            this.io.write(line);
        if (this.#sections.length > 0)
            this.#append('summary', (0,job_summary/* fitSummary */.m)(this.#sections));
    }
    /** A runner without such a file (an old one) loses the value, not the run. */
    #append(kind, text) {
        const file = this.io.env[runnerFiles[kind]];
        if (file !== undefined && file !== '')
            (0,external_node_fs_.appendFileSync)(file, text);
    }
}

;// CONCATENATED MODULE: ./src/github/openers.ts
/** The world as it is. What it takes is loaded when it is first asked for: an action with a wrong input loads none of it. */
const openers = {
    openSession: async (action) => {
        const { openSession } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(4460), __webpack_require__.e(938)]).then(__webpack_require__.bind(__webpack_require__, 938));
        return openSession(action);
    },
    openGitHub: async (action, token) => {
        const [{ openGitHub }, { readRun }, { systemClock }] = await Promise.all([
            __webpack_require__.e(/* import() */ 707).then(__webpack_require__.bind(__webpack_require__, 707)),
            Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(1738)]).then(__webpack_require__.bind(__webpack_require__, 1738)),
            __webpack_require__.e(/* import() */ 9842).then(__webpack_require__.bind(__webpack_require__, 9842)),
        ]);
        const { repository, apiUrl } = readRun(action.io.env);
        return openGitHub({
            token,
            repository,
            apiUrl,
            clock: systemClock,
            logger: action.log,
            signal: action.io.signal,
        });
    },
};

// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(776);
;// CONCATENATED MODULE: ./src/github/perform-action.ts




/**
 * Runs an action to its end: the one place where an error becomes an annotation and an exit code.
 * @returns 0, or 1 where it failed; never throws
 */
async function performAction(action, main) {
    let end;
    try {
        end = await main(action);
    }
    catch (error) {
        tellError(action, error);
        end = 'failed';
    }
    try {
        action.finish();
    }
    catch (error) {
        tellError(action, error);
        end = 'failed';
    }
    return end === 'succeeded' ? 0 : 1;
}
function tellError(action, error) {
    if (action.io.signal.aborted) {
        action.log.info('cancelled; run the job again to go on');
        return;
    }
    const errors = error instanceof slipway_error/* UserErrors */.tQ ? error.errors : [error];
    for (const one of errors)
        tellOne(action, one);
    if (error instanceof slipway_error/* UserErrors */.tQ)
        action.log.info(error.message);
}
function tellOne(action, error) {
    if (!(error instanceof slipway_error/* SlipwayError */.GQ)) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        action.io.write(workflowCommand('error', { title: 'Slipway failed in a way it does not know' }, text));
        return;
    }
    action.summarize(errorMarkdown(action.name, error));
    const next = error.next === undefined ? '' : `\nNext: ${error.next}`;
    const stack = error.blame === 'slipway' ? `\n${error.stack ?? ''}` : '';
    action.annotate({
        kind: 'error',
        title: error.code,
        message: `${error.message} [${error.code}]${next}${stack}`,
        at: action.place(error.at),
        severity: 100,
    });
}
function errorMarkdown(name, { code: errorCode, message, next }) {
    return [
        `### ${name} failed · ${(0,markdown/* code */.aY)(errorCode)}`,
        (0,markdown/* fenced */.OF)('', message.split('\n').map(visible/* visible */.R)),
        ...(next === undefined ? [] : [`Next: ${(0,markdown/* code */.aY)(next)}`]),
    ].join('\n\n');
}

;// CONCATENATED MODULE: ./src/github/run-action.ts



/**
 * Runs an action in this process: reads the process's environment, writes to its log, sets its exit code. A signal
 * (a job that is cancelled: SIGINT, then SIGTERM after 7.5 s) lets it stop before its next change.
 *
 * @param name as its folder is called
 */
async function runAction(name, main) {
    const interrupt = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.once(signal, () => {
            interrupt.abort(new Error(`received ${signal}`));
        });
    }
    const io = {
        env: process.env,
        program: process.argv[1] ?? '',
        write: (text) => void process.stdout.write(text),
        signal: interrupt.signal,
    };
    process.exitCode = await performAction(new Action(name, io, openers), main);
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

/***/ 7692:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ releaseLock)
/* harmony export */ });
/* harmony import */ var _held_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3162);

/**
 * The post step of what takes a ledger's lock: gives back what a run that was killed or cancelled still holds. It never
 * fails the job; a lock that stays runs out by itself.
 */
async function releaseLock(action) {
    const saved = action.state(_held_lock_js__WEBPACK_IMPORTED_MODULE_0__.heldLockState);
    if (saved === '')
        return 'succeeded';
    try {
        await release(action, JSON.parse(saved));
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        action.log.warn(`the ledger's lock could not be given back and runs out by itself: ${reason}`);
    }
    return 'succeeded';
}
async function release(action, { environment, holder }) {
    const { environmentLedger } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(1814)]).then(__webpack_require__.bind(__webpack_require__, 1814));
    const session = await action.openSession();
    const ledger = await environmentLedger(environment, session.clients(environment, 'deploy'), session);
    const { lock } = await ledger.readHead();
    if (lock?.holder !== holder)
        return;
    await ledger.unlock(holder);
    action.log.info(`gave back the lock of ${ledger.location}, which this run had left (${holder})`);
}


/***/ }),

/***/ 4285:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   cz: () => (/* binding */ clipped)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(776);

/**
 * Text from outside, in GitHub's Markdown (GFM). Everything that could format, link, mention or close what it stands in is
 * shown as it is: code spans where it is a name or a value, entities elsewhere.
 */
/** A code span: its fence is longer than any run of backticks in it (CommonMark 6.1). */
function code(text) {
    const plain = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text);
    if (plain.trim() === '')
        return '` `';
    const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    const space = plain.startsWith('`') || plain.endsWith('`') || (plain.startsWith(' ') && plain.endsWith(' ')) ? ' ' : '';
    return `${fence}${space}${plain}${space}${fence}`;
}
/** Text for a table's cell: a pipe would end the cell, in code spans too (GFM 4.10). */
const cell = (markdown) => markdown.replaceAll('|', '\\|');
/**
 * Prose: characters with a meaning in Markdown or HTML become entities. `@` and `#` are kept from mentioning by an empty
 * comment, as GitHub looks for mentions after entities are resolved.
 */
function prose(text) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text)
        .replace(/[&<>"'`*_{}[\]()\\~|$@#]/g, (character) => `&#${character.charCodeAt(0)};`)
        .replace(/&#(?:64|35);/g, '$&<!-- -->')
        .replace(/^[-+=]/, (character) => `&#${character.charCodeAt(0)};`)
        .replace(/:\/\//g, ':<!-- -->//')
        .replace(/\bwww\./gi, 'www<!-- -->.');
}
/** A fenced block whose fence is longer than any in it (CommonMark 4.5). */
function fenced(language, lines) {
    const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
    const fence = '`'.repeat(longest + 1);
    return [fence + language, ...lines, fence].join('\n');
}
/** A text from outside, cut to a number of characters before it is put into any form; says how much is gone. */
function clipped(text, most) {
    if (text.length <= most)
        return text;
    const characters = Array.from(text);
    if (characters.length <= most)
        return text;
    return `${characters.slice(0, most).join('')} … (${characters.length - most} more characters)`;
}


/***/ }),

/***/ 776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ visible)
/* harmony export */ });
/**
 * Characters that act instead of showing: controls (a terminal would obey them), line and paragraph separators, and
 * those that reorder or hide text (Unicode TR 36, bidirectional text spoofing).
 */
const acting = 
// eslint-disable-next-line no-control-regex -- finding controls is what this is for
/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** One line that shows all of a text from outside: line ends as `⏎`, whatever would act as its code. */
function visible(text) {
    return text.replace(/\r\n|\n|\r/g, '⏎').replace(acting, (character) => {
        if (character === '\t')
            return ' ';
        return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
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


/***/ })

};
