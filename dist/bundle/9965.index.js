export const id = 9965;
export const ids = [9965];
export const modules = {

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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
        this.#append('output', fileEntry(name, String(value), (0,external_node_crypto_.randomUUID)()));
    }
    outputs(values) {
        for (const [name, value] of Object.entries(values))
            this.output(name, value);
    }
    /** Hands a text to this action's post step. */
    saveState(name, value) {
        this.#append('state', fileEntry(name, value, (0,external_node_crypto_.randomUUID)()));
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
        const { openSession } = await Promise.all(/* import() */[__webpack_require__.e(7934), __webpack_require__.e(6752), __webpack_require__.e(7674)]).then(__webpack_require__.bind(__webpack_require__, 7674));
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
// EXTERNAL MODULE: ./src/report/visible.ts + 7 modules
var visible = __webpack_require__(4062);
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
        (0,markdown/* fenced */.OF)('', message.split('\n').map(visible/* visible */.RK)),
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

/***/ 4285:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   aY: () => (/* binding */ code)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4062);

/**
 * Text from outside, in GitHub's Markdown (GFM). Everything that could format, link, mention or close what it stands in is
 * shown as it is: code spans where it is a name or a value, entities elsewhere.
 */
/** A code span: its fence is longer than any run of backticks in it (CommonMark 6.1). */
function code(text) {
    const plain = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text);
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
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)
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


/***/ }),

/***/ 4062:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jj: () => (/* binding */ cut),
  jC: () => (/* binding */ padded),
  RK: () => (/* binding */ visible),
  D3: () => (/* binding */ widest)
});

;// CONCATENATED MODULE: ./node_modules/ansi-regex/index.js
// Valid string terminator sequences are ESC\ and 0x9c; OSC also accepts BEL.
const ST = String.raw`(?:\u001B\u005C|\u009C)`;

// OSC sequences only: ESC ] ... BEL/ST (or the C1 introducer 0x9d ... BEL/ST).
// Payloads stop at terminators, cancellations, and C1 controls. An unterminated string cannot swallow the next sequence or repeatedly scan its payload from later introducers. Terminals likewise abort a control string on an unexpected ESC.
const stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
const osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;

// DCS, SOS, PM, APC, and screen window titles have opaque payloads terminated by ST. Nested ESC payloads, such as tmux passthrough, require a parser.
const controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;

// Linux console palette controls have fixed lengths and no string terminator; iTerm2 terminates its palette assignments. Consume an immediately adjacent OSC terminator, but match these controls before OSC so a later BEL cannot consume visible text.
const linuxPalette = String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`;

// CSI: ESC [ or C1 CSI, parameter bytes (0x30–0x3f), intermediate bytes (0x20–0x2f), then a final byte (0x40–0x7e).
// `= < >` are final bytes in two-byte VT52 escapes (`ESC >`) but parameter bytes in a CSI (`ESC [ > 0 ; 276 ; 0 c`, the device attributes reply). Match CSI first to consume the whole sequence, where its introducer makes the two unambiguous.
const csi = String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`;

// Related escapes: ESC, intermediate bytes (0x20–0x2f), then a final byte (0x30–0x7e), or a supported two-byte escape.
// The two-byte final class stays narrow so that ESC followed by an arbitrary character is not read as a sequence. CSI parameters belong only to the CSI form, preventing partial matches and avoiding a second scan with nested repetition.
// Escapes whose final byte is a digit include `ESC 7` and `ESC 8` (save and restore cursor), `ESC ( 0` (line drawing character set), and `ESC # 8` (screen alignment).
// A digit is never a CSI final byte. These escapes end immediately at their final byte, so `ESC 7 l` is read as the escape followed by text rather than a sequence with parameter 7 and final byte `l`.
const ansi_regex_escape = String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`;

const pattern = `${linuxPalette}|${osc}|${controlString}|${csi}|${ansi_regex_escape}`;

function ansiRegex({onlyFirst = false} = {}) {
	return new RegExp(pattern, onlyFirst ? undefined : 'g');
}

;// CONCATENATED MODULE: ./node_modules/strip-ansi/index.js


const regex = ansiRegex();

function stripAnsi(string) {
	if (typeof string !== 'string') {
		throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
	}

	// Fast path: ANSI codes require ESC (7-bit) or CSI (8-bit) introducer
	if (!string.includes('\u001B') && !string.includes('\u009B')) {
		return string;
	}

	// Even though the regex is global, we don't need to reset the `.lastIndex`
	// because unlike `.exec()` and `.test()`, `.replace()` does it automatically
	// and doing it manually has a performance penalty.
	return string.replace(regex, '');
}

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/lookup-data.js
// Generated by scripts/build.js

const ambiguousMinimalCodePoint = 161;
const ambiguousMaximumCodePoint = 1114109;
const ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];

const fullwidthMinimalCodePoint = 12288;
const fullwidthMaximumCodePoint = 65510;
const fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];

const lookup_data_halfwidthMinimalCodePoint = 8361;
const lookup_data_halfwidthMaximumCodePoint = 65518;
const lookup_data_halfwidthRanges = (/* unused pure expression or super */ null && ([8361, 8361, 65377, 65470, 65474, 65479, 65482, 65487, 65490, 65495, 65498, 65500, 65512, 65518]));

const lookup_data_narrowMinimalCodePoint = 32;
const lookup_data_narrowMaximumCodePoint = 10630;
const lookup_data_narrowRanges = (/* unused pure expression or super */ null && ([32, 126, 162, 163, 165, 166, 172, 172, 175, 175, 10214, 10221, 10629, 10630]));

const wideMinimalCodePoint = 4352;
const wideMaximumCodePoint = 262141;
const wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/utilities.js
/**
Binary search on a sorted flat array of [start, end] pairs.

@param {number[]} ranges - Flat array of inclusive [start, end] range pairs, e.g. [0, 5, 10, 20].
@param {number} codePoint - The value to search for.
@returns {boolean} Whether the value falls within any of the ranges.
*/
const utilities_isInRange = (ranges, codePoint) => {
	let low = 0;
	let high = Math.floor(ranges.length / 2) - 1;
	while (low <= high) {
		const mid = Math.floor((low + high) / 2);
		const i = mid * 2;
		if (codePoint < ranges[i]) {
			high = mid - 1;
		} else if (codePoint > ranges[i + 1]) {
			low = mid + 1;
		} else {
			return true;
		}
	}

	return false;
};

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/lookup.js



const commonCjkCodePoint = 0x4E_00;
const [wideFastPathStart, wideFastPathEnd] = /* #__PURE__ */ findWideFastPathRange(wideRanges);

// Use a hot-path range so common `isWide` calls can skip binary search.
// The range containing U+4E00 covers common CJK ideographs;
// fallback to the largest range for resilience to Unicode table changes.
function findWideFastPathRange(ranges) {
	let fastPathStart = ranges[0];
	let fastPathEnd = ranges[1];

	for (let index = 0; index < ranges.length; index += 2) {
		const start = ranges[index];
		const end = ranges[index + 1];

		if (
			commonCjkCodePoint >= start
			&& commonCjkCodePoint <= end
		) {
			return [start, end];
		}

		if ((end - start) > (fastPathEnd - fastPathStart)) {
			fastPathStart = start;
			fastPathEnd = end;
		}
	}

	return [fastPathStart, fastPathEnd];
}

const isAmbiguous = codePoint => {
	if (
		codePoint < ambiguousMinimalCodePoint
		|| codePoint > ambiguousMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(ambiguousRanges, codePoint);
};

const isFullwidth = codePoint => {
	if (
		codePoint < fullwidthMinimalCodePoint
		|| codePoint > fullwidthMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(fullwidthRanges, codePoint);
};

const isHalfwidth = codePoint => {
	if (
		codePoint < halfwidthMinimalCodePoint
		|| codePoint > halfwidthMaximumCodePoint
	) {
		return false;
	}

	return isInRange(halfwidthRanges, codePoint);
};

const isNarrow = codePoint => {
	if (
		codePoint < narrowMinimalCodePoint
		|| codePoint > narrowMaximumCodePoint
	) {
		return false;
	}

	return isInRange(narrowRanges, codePoint);
};

const isWide = codePoint => {
	if (
		codePoint >= wideFastPathStart
		&& codePoint <= wideFastPathEnd
	) {
		return true;
	}

	if (
		codePoint < wideMinimalCodePoint
		|| codePoint > wideMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(wideRanges, codePoint);
};

function lookup_getCategory(codePoint) {
	if (isAmbiguous(codePoint)) {
		return 'ambiguous';
	}

	if (isFullwidth(codePoint)) {
		return 'fullwidth';
	}

	if (isHalfwidth(codePoint)) {
		return 'halfwidth';
	}

	if (isNarrow(codePoint)) {
		return 'narrow';
	}

	if (isWide(codePoint)) {
		return 'wide';
	}

	return 'neutral';
}

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/index.js


function validate(codePoint) {
	if (!Number.isSafeInteger(codePoint)) {
		throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
	}
}

function eastAsianWidthType(codePoint) {
	validate(codePoint);

	return getCategory(codePoint);
}

function eastAsianWidth(codePoint, {ambiguousAsWide = false} = {}) {
	validate(codePoint);

	if (
		isFullwidth(codePoint)
		|| isWide(codePoint)
		|| (ambiguousAsWide && isAmbiguous(codePoint))
	) {
		return 2;
	}

	return 1;
}

// Private exports for https://github.com/sindresorhus/is-fullwidth-code-point


;// CONCATENATED MODULE: ./node_modules/string-width/index.js



/**
Logic:
- Segment graphemes to match how terminals render clusters.
- Width rules:
	1. Skip non-printing clusters (Default_Ignorable, Control, pure nonspacing/enclosing Mark, lone Surrogates). Tabs are ignored by design.
	2. RGI emoji clusters (\p{RGI_Emoji}) are double-width.
	3. Minimally-qualified/unqualified emoji clusters (ZWJ sequences with 2+ Extended_Pictographic, or keycap sequences) are double-width.
	4. Hangul jamo collapse each standard modern Hangul L+V or L+V+T syllable piece to width 2.
	   Unmatched repeated leading/vowel/trailing jamo stay additive because that matches how the terminals we target render them.
	5. Otherwise use East Asian Width of the cluster's first visible code point, and add widths for trailing spacing marks and Halfwidth/Fullwidth Forms within the same cluster (e.g., dakuten/handakuten/prolonged sound mark).
*/

const segmenter = new Intl.Segmenter();

// Matches a visible (printing) character. Used to find the base scalar of a cluster (skipping leading Prepend/Format/Marks) and to detect whole-cluster zero-width.
// Intentionally a single negated class without a quantifier: a repeated pattern like `^(?:…|…)+$` backtracks exponentially on overlapping properties, and even `^[…]+$` overflows V8's backtrack stack (RangeError) on clusters with millions of marks.
const visibleCharacterRegex = /[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/v;
const spacingMarkRegex = /\p{Spacing_Mark}/v;

// RGI emoji sequences
const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;

// Detect minimally-qualified/unqualified emoji sequences (missing VS16 but still render as double-width)
const unqualifiedKeycapRegex = /^[\d#*]\u20E3$/;
const extendedPictographicRegex = /\p{Extended_Pictographic}/gu;

function isDoubleWidthNonRgiEmojiSequence(segment) {
	// Real emoji clusters are < 30 chars; guard against pathological input
	if (segment.length > 50) {
		return false;
	}

	if (unqualifiedKeycapRegex.test(segment)) {
		return true;
	}

	// ZWJ sequences with 2+ Extended_Pictographic
	if (segment.includes('\u200D')) {
		const pictographics = segment.match(extendedPictographicRegex);
		return pictographics !== null && pictographics.length >= 2;
	}

	return false;
}

// Returns the cluster starting at its first visible character, or `undefined` if the whole cluster is zero-width.
function baseVisible(segment) {
	const index = segment.search(visibleCharacterRegex);
	return index === -1 ? undefined : segment.slice(index);
}

function isHangulLeadingJamo(codePoint) {
	return (codePoint >= 0x11_00 && codePoint <= 0x11_5F)
		|| (codePoint >= 0xA9_60 && codePoint <= 0xA9_7C);
}

function isHangulVowelJamo(codePoint) {
	return (codePoint >= 0x11_60 && codePoint <= 0x11_A7)
		|| (codePoint >= 0xD7_B0 && codePoint <= 0xD7_C6);
}

function isHangulTrailingJamo(codePoint) {
	return (codePoint >= 0x11_A8 && codePoint <= 0x11_FF)
		|| (codePoint >= 0xD7_CB && codePoint <= 0xD7_FB);
}

function isHangulJamo(codePoint) {
	return isHangulLeadingJamo(codePoint)
		|| isHangulVowelJamo(codePoint)
		|| isHangulTrailingJamo(codePoint);
}

function hangulClusterWidth(visibleSegment, eastAsianWidthOptions) {
	const codePoints = [];

	for (const character of visibleSegment) {
		if (!visibleCharacterRegex.test(character)) {
			continue;
		}

		codePoints.push(character.codePointAt(0));
	}

	if (codePoints.length === 0) {
		return undefined;
	}

	let width = 0;

	for (let index = 0; index < codePoints.length; index++) {
		const codePoint = codePoints[index];
		if (!isHangulJamo(codePoint)) {
			if (width === 0) {
				return undefined;
			}

			// Mixed cluster (e.g., L + precomposed syllable): use EAW for non-jamo remainder
			for (let remaining = index; remaining < codePoints.length; remaining++) {
				width += eastAsianWidth(codePoints[remaining], eastAsianWidthOptions);
			}

			return width;
		}

		// Modern Hangul L+V(+T) shapes as one syllable block. Unmatched jamo stay additive:
		// U+1100 U+1100 U+1161 => U+1100 + (U+1100 U+1161) => 2 + 2.
		if (
			isHangulLeadingJamo(codePoint)
			&& isHangulVowelJamo(codePoints[index + 1])
		) {
			width += 2;
			index += isHangulTrailingJamo(codePoints[index + 2]) ? 2 : 1;
			continue;
		}

		width += eastAsianWidth(codePoint, eastAsianWidthOptions);
	}

	return width;
}

function trailingWidth(visibleSegment, eastAsianWidthOptions) {
	let extra = 0;
	let first = true;

	for (const character of visibleSegment) {
		if (first) {
			first = false;
			continue;
		}

		if (
			spacingMarkRegex.test(character)
			|| (character >= '\uFF00' && character <= '\uFFEF')
		) {
			extra += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
		}
	}

	return extra;
}

function stringWidth(input, options = {}) {
	if (typeof input !== 'string' || input.length === 0) {
		return 0;
	}

	const {
		ambiguousIsNarrow = true,
		countAnsiEscapeCodes = false,
	} = options;

	let string = input;

	// Avoid calling stripAnsi when there are no ANSI escape sequences (ESC = 0x1B, CSI = 0x9B)
	if (!countAnsiEscapeCodes && (string.includes('\u001B') || string.includes('\u009B'))) {
		string = stripAnsi(string);
	}

	if (string.length === 0) {
		return 0;
	}

	// Fast path: printable ASCII (0x20–0x7E) needs no segmenter, regex, or EAW lookup — width equals length.
	if (/^[\u0020-\u007E]*$/.test(string)) {
		return string.length;
	}

	let width = 0;
	const eastAsianWidthOptions = {ambiguousAsWide: !ambiguousIsNarrow};

	for (const {segment} of segmenter.segment(string)) {
		// Zero-width / non-printing clusters
		const visibleSegment = baseVisible(segment);
		if (visibleSegment === undefined) {
			continue;
		}

		// Emoji width logic
		if (rgiEmojiRegex.test(segment) || isDoubleWidthNonRgiEmojiSequence(segment)) {
			width += 2;
			continue;
		}

		const hangulWidth = hangulClusterWidth(visibleSegment, eastAsianWidthOptions);
		if (hangulWidth !== undefined) {
			width += hangulWidth;
			continue;
		}

		// Everything else: EAW of the cluster’s first visible scalar
		const codePoint = visibleSegment.codePointAt(0);
		width += eastAsianWidth(codePoint, eastAsianWidthOptions);

		// Add width for trailing spacing marks and Halfwidth/Fullwidth Forms (e.g., ﾞ, ﾟ, ｰ)
		width += trailingWidth(visibleSegment, eastAsianWidthOptions);
	}

	return width;
}

;// CONCATENATED MODULE: ./src/report/visible.ts

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
/** Cut to a number of columns, in the middle, where values differ least often. */
function cut(text, columns) {
    if (stringWidth(text) <= columns)
        return text;
    const characters = Array.from(text);
    const head = Math.ceil((columns - 1) / 2);
    const tail = Math.max(0, columns - 1 - head);
    return `${characters.slice(0, head).join('')}…${tail > 0 ? characters.slice(-tail).join('') : ''}`;
}
/** Filled with spaces to a number of columns as a terminal counts them. */
function padded(text, columns) {
    return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}
/** The widest of some texts, in columns, but no more than `most`. */
function widest(texts, most = Number.POSITIVE_INFINITY) {
    return Math.min(most, texts.reduce((width, text) => Math.max(width, stringWidth(text)), 0));
}


/***/ })

};
