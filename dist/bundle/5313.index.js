export const id = 5313;
export const ids = [5313];
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

/***/ 7842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  smoke: () => (/* binding */ smoke)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/deployment/deployed-target.ts
var deployed_target = __webpack_require__(8347);
// EXTERNAL MODULE: ./src/deployment/run-smoke-checks.ts + 37 modules
var run_smoke_checks = __webpack_require__(2534);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/report/paint.ts
var paint = __webpack_require__(9066);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(776);
;// CONCATENATED MODULE: ./src/report/smoke-junit.ts

/**
 * A smoke report as JUnit XML, as CI systems read it (the Jenkins xUnit schema): a suite a group, a failure with what was
 * seen, and a check that could not be enforced as skipped, with the reason.
 */
function smokeJunit(report) {
    const groups = [...new Set(report.results.map((result) => result.group))];
    const name = `slipway smoke ${report.system} ${report.environment}`;
    const suites = groups.map((group) => suite(group, report));
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="${xml(name)}" tests="${report.results.length}" failures="${report.failed}" time="${seconds(report.took)}">`,
        ...suites,
        '</testsuites>',
        '',
    ].join('\n');
}
function suite(group, report) {
    const results = report.results.filter((result) => result.group === group);
    const count = (outcome) => results.filter((each) => each.outcome === outcome).length;
    const time = seconds(results.reduce((sum, each) => sum + each.took, 0));
    return [
        `  <testsuite name="${xml(group)}" tests="${results.length}" failures="${count('failed')}" skipped="${count('not-enforceable')}" time="${time}" timestamp="${xml(report.startedAt)}">`,
        ...results.map(testcase),
        '  </testsuite>',
    ].join('\n');
}
function testcase(result) {
    const head = `    <testcase classname="${xml(result.group)}" name="${xml(result.id)}" time="${seconds(result.took)}"`;
    switch (result.outcome) {
        case 'passed':
            return `${head}/>`;
        case 'failed': {
            const said = [
                `got ${result.got ?? 'nothing'}`,
                `want ${result.want}`,
                ...(result.hint === null ? [] : [result.hint]),
            ];
            return `${head}><failure type="${result.severity}" message="${xml(said.slice(0, 2).join('; '))}">${xml(said.join(' / '))}</failure></testcase>`;
        }
        case 'not-enforceable':
            return `${head}><skipped message="${xml(result.reason ?? 'not enforceable here')}"/></testcase>`;
    }
}
const seconds = (milliseconds) => (milliseconds / 1000).toFixed(3);
/** Text for an attribute or an element; control characters are not allowed in XML 1.0 and are shown by their code. */
function xml(text) {
    return (0,visible/* visible */.R)(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

// EXTERNAL MODULE: ./src/report/smoke-text.ts + 1 modules
var smoke_text = __webpack_require__(1575);
// EXTERNAL MODULE: ./src/smoke/report.ts
var report = __webpack_require__(2711);
// EXTERNAL MODULE: ./src/github/steps/smoke-annotations.ts
var smoke_annotations = __webpack_require__(7833);
;// CONCATENATED MODULE: ./src/github/steps/smoke.ts










/**
 * Asks one environment what its smoke profile asks. A watch has nothing to ask of an environment that runs nothing yet,
 * or of a system without a profile: then `null`, which it says.
 *
 * @throws UserError NO_SMOKE_PROFILE, NOTHING_DEPLOYED, SMOKE_GROUP_EMPTY, and what reading the deployed release throws
 */
async function smoke(action, inputs) {
    try {
        return await smoke_report(action, inputs);
    }
    catch (error) {
        const isNothing = error instanceof slipway_error/* SlipwayError */.GQ && ['NO_SMOKE_PROFILE', 'NOTHING_DEPLOYED'].includes(error.code);
        if (!isNothing || inputs.role !== 'watch')
            throw error;
        action.log.info(`nothing to watch: ${error.message}`);
        return null;
    }
}
async function smoke_report(action, inputs) {
    const { system, environment, groups, role, junit } = inputs;
    const session = await action.openSession();
    const { target, outputs } = await (0,deployed_target/* deployedTarget */.S)(action.root, { system, environment }, session, role);
    const chosen = groups.length === 0 ? undefined : groups;
    const made = await (0,run_smoke_checks/* runSmokeChecks */.m)(target, session, outputs, { groups: chosen, role });
    if (made === null) {
        throw new slipway_error/* UserError */.yo('NO_SMOKE_PROFILE', `${system} has no smoke profile: ${target.system.file} names none`);
    }
    const empty = groups.filter((group) => made.results.every((result) => result.group !== group));
    if (empty.length > 0) {
        const filled = report/* smokeGroups */.K.filter((group) => made.results.some((result) => result.group === group));
        throw new slipway_error/* UserError */.yo('SMOKE_GROUP_EMPTY', `the smoke profile of ${system} has no checks of ${empty.join(', ')}${filled.length === 0 ? '' : `; of those that were asked for it has ${filled.join(', ')}`}`);
    }
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(junit), { recursive: true });
    await (0,promises_.writeFile)(junit, smokeJunit(made));
    action.log.text((0,smoke_text/* smokeText */.Nu)(made, paint.plainPaint));
    action.annotate(...(0,smoke_annotations/* smokeAnnotations */.U)(made));
    action.summarize((0,smoke_text/* smokeMarkdown */.NJ)(made));
    return made;
}


/***/ }),

/***/ 1197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ widest),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   jC: () => (/* binding */ padded)
/* harmony export */ });
/* harmony import */ var string_width__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4668);

/** What trees and tables are drawn with: each takes one column, and most lines hold nothing else. */
const plain = /^[ -~│├└─→←…•±↻×–]*$/;
/** Marks that take no column can stand in any number above one letter: no text is longer than so many characters a column. */
const charactersAColumn = 4;
/** Counting takes long beyond ASCII, and a tree asks for the same texts again and again. */
const counted = new Map();
const mostCounted = 5000;
/** Columns that a terminal takes for a text. */
function columnsOf(text) {
    if (plain.test(text))
        return text.length;
    const known = counted.get(text);
    if (known !== undefined)
        return known;
    const columns = (0,string_width__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(text);
    if (counted.size >= mostCounted)
        counted.clear();
    counted.set(text, columns);
    return columns;
}
/** Cut to a number of columns, in the middle, where values differ least often. */
function cut(text, columns) {
    if (text.length <= columns * charactersAColumn && columnsOf(text) <= columns)
        return text;
    const characters = Array.from(text);
    const head = Math.ceil((columns - 1) / 2);
    const tail = Math.max(0, columns - 1 - head);
    return `${taken(characters, head)}…${taken(characters.reverse(), tail, true)}`;
}
/** As many characters as have room in so many columns; from the end where they come reversed. */
function taken(characters, columns, isReversed = false) {
    const some = [];
    let width = 0;
    for (const character of characters) {
        width += columnsOf(character);
        if (width > columns || some.length >= columns * charactersAColumn)
            break;
        some.push(character);
    }
    return (isReversed ? some.reverse() : some).join('');
}
/** Filled with spaces to a number of columns as a terminal counts them. */
function padded(text, columns) {
    return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
/** The widest of some texts, in columns, but no more than `most`. */
function widest(texts, most = Number.POSITIVE_INFINITY) {
    return Math.min(most, texts.reduce((width, text) => Math.max(width, columnsOf(text)), 0));
}


/***/ }),

/***/ 7885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   KN: () => (/* binding */ ago),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   qo: () => (/* binding */ clockTime),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/** `1 file`, `2 files`. */
function counted(count, singular, plural = `${singular}s`) {
    return `${count} ${count === 1 ? singular : plural}`;
}
/** `a`, `a and b`, `a, b and c`. */
function listed(words) {
    if (words.length < 2)
        return words[0] ?? '';
    return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
/** The first of many words, and how many more there are: `a, b, c and 37 more stacks`. */
function someOf(words, singular, most = 6) {
    if (words.length <= most + 1)
        return listed(words);
    return listed([...words.slice(0, most), counted(words.length - most, `more ${singular}`)]);
}
/** A running clock of milliseconds: `0:41`, `12:05`, `1:00:09`. */
function clockTime(milliseconds) {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const rest = String(seconds % 60).padStart(2, '0');
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes}:${rest}`;
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}
/** How long something took: `340 ms`, `5.8 s`, `1:02 min`. */
function duration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 59_950)
        return `${(milliseconds / 1000).toFixed(1)} s`;
    return `${clockTime(milliseconds)} min`;
}
/** `512 B`, `12.3 kB`, `4.0 MB`, in powers of ten. */
function bytes(count) {
    if (count < 1000)
        return `${count} B`;
    if (count < 999_950)
        return `${(count / 1000).toFixed(1)} kB`;
    return `${(count / 1_000_000).toFixed(1)} MB`;
}
/** How long ago a moment (ISO 8601) was: `just now`, `2 min ago`, `3 h ago`, `yesterday`, `3 days ago`, then the date. */
function ago(moment, now) {
    const seconds = (now - Date.parse(moment)) / 1000;
    if (seconds < 60)
        return 'just now';
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ago`;
    if (seconds < 86_400)
        return `${Math.floor(seconds / 3600)} h ago`;
    const days = Math.floor(seconds / 86_400);
    if (days === 1)
        return 'yesterday';
    return days < 30 ? `${days} days ago` : moment.slice(0, 10);
}
/** `templates/modules/bucket.yml:31`: what editors and terminals open. */
function place(at) {
    return `${at.file}:${at.line}`;
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
