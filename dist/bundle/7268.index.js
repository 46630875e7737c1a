export const id = 7268;
export const ids = [7268,9066];
export const modules = {

/***/ 7275:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   av: () => (/* binding */ missingOutput),
/* harmony export */   ev: () => (/* binding */ resolveSource),
/* harmony export */   f7: () => (/* binding */ stackInstances)
/* harmony export */ });
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6505);
/* harmony import */ var _stack_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5259);
/* harmony import */ var _parse_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6097);



/** How a stack is called in its account: `companycam-dev-app`. */
function deployedStackName(system, environment, stack) {
    return `${system}-${environment}-${stack}`;
}
/**
 * The stacks of one environment in order of deployment: what `system.yml` and the environment's file say, put together. The
 * tags get `slipway:system` and `slipway:environment`.
 *
 * @throws UserError `CONFIG_CYCLE`
 */
function stackInstances(system, environment) {
    const tags = {
        ...environment.tags,
        'slipway:system': system.system,
        'slipway:environment': environment.environment,
    };
    const instances = system.stacks.map((stack) => ({
        name: stack.name,
        stackName: deployedStackName(system.system, environment.environment, stack.name),
        account: environment.account,
        region: environment.regions[stack.region],
        template: stack.template,
        parameters: { ...stack.parameters, ...environment.values[stack.name] },
        tags,
    }));
    const order = (0,_stack_order_js__WEBPACK_IMPORTED_MODULE_1__/* .orderStacks */ .S)(instances.map(({ name }) => name), instances.flatMap(({ name, parameters }) => (0,_parse_environment_js__WEBPACK_IMPORTED_MODULE_2__/* .takes */ .ny)(name, parameters)));
    return instances.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}
/** A parameter's text, or `undefined` where its stack or output is not there (yet). */
function resolveSource(source, outputs) {
    return source.kind === 'literal' ? source.value : outputs[source.stack]?.[source.output];
}
/** The error for a reference that cannot be resolved. `what` takes it, in words. */
function missingOutput(what, source, outputs) {
    if (source.kind === 'literal')
        return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('OUTPUT_MISSING', `There is no value for ${what}`);
    const there = outputs[source.stack];
    const state = there === undefined
        ? `the stack ${source.stack} is not deployed`
        : `the stack has ${Object.keys(there).length === 0 ? 'no outputs' : `the outputs ${Object.keys(there).sort().join(', ')}`}`;
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('OUTPUT_MISSING', `There is no output ${source.stack}.${source.output} for ${what}; ${state}`);
}


/***/ }),

/***/ 7268:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lint: () => (/* binding */ lint_lint)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/runtime/canonical-json.ts
var canonical_json = __webpack_require__(2673);
// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
;// CONCATENATED MODULE: ./src/lint/cfn-lint.ts








/**
 * What cfn-lint is not asked, since it is told otherwise or better:
 * W3002 relative paths in TemplateURL and Code are what packaging takes; E3043 and E2900 feed and fit of parameters are checked
 * over the whole tree, with the place in the parameter file.
 */
const notAsked = ['W3002', 'E3043', 'E2900'];
/**
 * Runs an installed cfn-lint as a child process.
 *
 * @param executable e.g. `.venv/bin/cfn-lint`
 */
function cfnLintRunner(executable) {
    return (args, cwd) => new Promise((resolve, reject) => {
        (0,external_node_child_process_.execFile)(executable, args, { cwd, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
            if (error === null)
                resolve({ exitCode: 0, stdout, stderr });
            else if (typeof error.code === 'number')
                resolve({ exitCode: error.code, stdout, stderr });
            else {
                reject(new slipway_error/* UserError */.yo('CFN_LINT_MISSING', `cfn-lint cannot be started: ${executable}`, {
                    next: 'npm run setup installs it',
                    cause: error,
                }));
            }
        });
    });
}
/**
 * Lints templates with the parameters of each environment by all rules, the informational ones too; one process for all templates of a region, since what a region
 * offers decides what is right there. Parameter sets go in as cfn-lint's deployment files, which lie in a temporary folder.
 *
 * @throws UserError `CFN_LINT_MISSING`; SlipwayError `CFN_LINT_FAILED` where it answers with something else than findings
 */
async function cfnLint(root, uses, run) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'slipway-cfn-lint-'));
    try {
        const regions = [...new Set(uses.map(({ region }) => region))].sort();
        const asked = [];
        for (const region of regions) {
            const own = uses.filter((use) => use.region === region);
            asked.push({ region, files: await deploymentFiles(root, folder, own) });
        }
        // All settle before the folder goes, and before anything is thrown.
        const runs = await Promise.allSettled(asked.map(({ region, files }) => lintRegion(root, region, files, run)));
        return runs.flatMap((each) => {
            if (each.status === 'rejected')
                throw each.reason;
            return each.value;
        });
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** The files by name, each with the environments that it stands for. */
async function deploymentFiles(root, folder, uses) {
    const files = new Map();
    for (const { template, parameters, environment } of uses) {
        const text = (0,canonical_json/* canonicalJson */.d)({ 'template-file-path': (0,external_node_path_.join)(root, template), parameters, tags: {} });
        const file = (0,external_node_path_.join)(folder, `${(0,sha256/* sha256 */.s)(text)}.json`);
        const entry = files.get(file) ?? { text, environments: [] };
        if (!entry.environments.includes(environment))
            entry.environments.push(environment);
        files.set(file, entry);
    }
    for (const [file, { text }] of files)
        await (0,promises_.writeFile)(file, text);
    return new Map([...files].map(([file, { environments }]) => [file, environments]));
}
async function lintRegion(root, region, files, run) {
    const options = [
        '--format',
        'json',
        '--regions',
        region,
        '--include-checks',
        'I',
        '--ignore-checks',
        ...notAsked,
    ];
    const { exitCode, stdout, stderr } = await run([...options, '--deployment-files', ...files.keys()], root);
    const answer = dist/* safeParse */.xLC(answerSchema, stdout);
    if (!answer.success) {
        throw new slipway_error/* SlipwayError */.GQ('CFN_LINT_FAILED', `cfn-lint ended with exit code ${exitCode} and no findings to read. It said: ${lastLines(stderr) || 'nothing'}`, 'slipway');
    }
    return answer.output.map(({ Filename, Level, Location, Message, Rule }) => {
        const environments = new Set();
        // cfn-lint names the file that a value came from; people know the environment.
        const message = Message.replace(/ from \[([^\]]*)\]/g, (whole, list) => {
            const named = list.split(', ').flatMap((quoted) => files.get(quoted.replace(/^'|'$/g, '')) ?? []);
            for (const each of named)
                environments.add(each);
            return named.length === 0 ? whole : inEnvironments([...new Set(named)]);
        });
        const { LineNumber: lineNumber, ColumnNumber: column } = Location.Start;
        const about = aboutRule(Rule);
        return {
            finding: {
                rule: Rule.Id,
                severity: severities[Level] ?? 'error',
                message,
                at: { file: Filename, line: lineNumber, column },
                hint: null,
                ...(about !== null && { about }),
            },
            path: Location.Path ?? null,
            environments: [...environments],
        };
    });
}
/** ` in dev, sit`: what a message about values of some environments has at its end. */
function inEnvironments(names) {
    return ` in ${names.join(', ')}`;
}
function aboutRule({ Description: full = '', ShortDescription: short = '', Source: source = '', }) {
    if (full === '' && short === '')
        return null;
    return { short: short || full, full: full || short, uri: source.startsWith('https://') ? source : null };
}
const severities = {
    Error: 'error',
    Warning: 'warning',
    Informational: 'info',
};
const ruleSchema = dist/* object */.Ikc({
    Id: dist/* string */.YjP(),
    ShortDescription: dist/* optional */.lqM(dist/* string */.YjP()),
    Description: dist/* optional */.lqM(dist/* string */.YjP()),
    Source: dist/* optional */.lqM(dist/* string */.YjP()),
});
/** What cfn-lint prints with `--format json`, as far as it is read. */
const answerSchema = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* array */.YOg(dist/* object */.Ikc({
    Filename: dist/* string */.YjP(),
    Level: dist/* string */.YjP(),
    Message: dist/* string */.YjP(),
    Location: dist/* object */.Ikc({
        Start: dist/* object */.Ikc({ LineNumber: dist/* number */.aig(), ColumnNumber: dist/* number */.aig() }),
        Path: dist/* nullish */.cl6(dist/* array */.YOg(dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig()]))),
    }),
    Rule: ruleSchema,
})));
function lastLines(text) {
    return text.trim().split('\n').slice(-3).join(' ').slice(0, 400);
}

;// CONCATENATED MODULE: ./src/lint/finding.ts
/** An error of one of our rules. */
function finding(rule, message, at, hint = null) {
    return { rule, severity: 'error', message, at, hint };
}
/** Whether a run of lint fails: by any error or warning. A note (cfn-lint's `I…`) is told and stops nobody. */
function stops(findings) {
    return findings.some(({ severity }) => severity !== 'info');
}
/** In the order of files and lines, each thing told once, however many environments or parents show it. */
function inOrder(findings) {
    const seen = new Map(findings.map((each) => [JSON.stringify([each.rule, each.at, each.message]), each]));
    return [...seen.values()].sort((a, b) => compare(a.at.file, b.at.file) ||
        a.at.line - b.at.line ||
        a.at.column - b.at.column ||
        compare(a.rule, b.rule) ||
        compare(a.message, b.message));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
// EXTERNAL MODULE: ./src/report/units.ts
var units = __webpack_require__(7885);
// EXTERNAL MODULE: ./src/report/columns.ts
var columns = __webpack_require__(1197);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(776);
;// CONCATENATED MODULE: ./src/report/findings.ts




/** Grouped by file, in the order of lines, with the rule at the end. */
function findingsText(findings, paint) {
    if (findings.length === 0)
        return ` ${paint.green('lint')}  nothing found`;
    const sorted = findings_inOrder(findings);
    const files = [...new Set(sorted.map((finding) => finding.at.file))];
    const lines = files.flatMap((file) => {
        const own = sorted.filter((finding) => finding.at.file === file);
        const width = (0,columns/* widest */.D3)(own.map((finding) => `${finding.at.line}:${finding.at.column}`));
        return [
            ` ${paint.bold((0,visible/* visible */.R)(file))}`,
            ...own.flatMap((finding) => [
                `   ${(0,columns/* padded */.jC)(`${finding.at.line}:${finding.at.column}`, width)}  ${word(finding, paint)}  ${(0,visible/* visible */.R)(finding.message)}  ${paint.dim((0,visible/* visible */.R)(finding.rule))}`,
                ...(finding.hint === null
                    ? []
                    : [`   ${' '.repeat(width)}           ${paint.dim((0,visible/* visible */.R)(finding.hint))}`]),
            ]),
        ];
    });
    return [...lines, '', ` ${summary(findings)}`].join('\n');
}
/** So many stand open; of more, the files stand first, and the list is folded away. */
const openFindings = 20;
/** @param systems what was linted; told so that nothing found is seen to be nothing found in these */
function findingsMarkdown(findings, systems = []) {
    const linted = systems.length === 0 ? [] : [`Linted: ${systems.map(markdown/* code */.aY).join(', ')}.`];
    if (findings.length === 0)
        return ['### Lint · nothing found', ...linted].join('\n\n');
    const rows = findings_inOrder(findings).map((finding) => {
        const cells = [
            finding.severity === 'error' ? '**error**' : finding.severity,
            (0,markdown/* code */.aY)(`${finding.at.file}:${finding.at.line}:${finding.at.column}`),
            (0,markdown/* prose */.CS)(finding.message) + (finding.hint === null ? '' : `<br>${(0,markdown/* prose */.CS)(finding.hint)}`),
            (0,markdown/* code */.aY)(finding.rule),
        ];
        return `| ${cells.map(markdown/* cell */.Hn).join(' | ')} |`;
    });
    const list = ['| | where | what | rule |', '| --- | --- | --- | --- |', ...rows].join('\n');
    const shown = findings.length <= openFindings
        ? [list]
        : [
            filesTable(findings),
            `<details><summary>All ${findings.length} findings</summary>\n\n${list}\n\n</details>`,
        ];
    return [`### Lint · ${summary(findings)}`, ...linted, ...shown].join('\n\n');
}
/** Files with what was found in each, the worst first. */
function filesTable(findings) {
    const files = [...new Set(findings_inOrder(findings).map(({ at }) => at.file))].map((file) => {
        const own = findings.filter(({ at }) => at.file === file);
        return { file, counts: findings_severities.map((each) => own.filter(({ severity }) => severity === each).length) };
    });
    const rows = files
        .sort((a, b) => worse(a.counts, b.counts))
        .map(({ file, counts }) => {
        const cells = [(0,markdown/* code */.aY)(file), ...counts.map((count) => (count === 0 ? '–' : String(count)))];
        return `| ${cells.map(markdown/* cell */.Hn).join(' | ')} |`;
    });
    return ['| file | errors | warnings | notes |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
const findings_severities = ['error', 'warning', 'info'];
function worse(a, b) {
    const differs = a.findIndex((count, index) => count !== b[index]);
    return differs === -1 ? 0 : (b[differs] ?? 0) - (a[differs] ?? 0);
}
function summary(findings) {
    const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
    return [
        count('error') > 0 ? (0,units/* counted */.hS)(count('error'), 'error') : '',
        count('warning') > 0 ? (0,units/* counted */.hS)(count('warning'), 'warning') : '',
        count('info') > 0 ? (0,units/* counted */.hS)(count('info'), 'note') : '',
    ]
        .filter((part) => part !== '')
        .join(', ');
}
function word(finding, paint) {
    switch (finding.severity) {
        case 'error':
            return paint.red('error  ');
        case 'warning':
            return paint.yellow('warning');
        case 'info':
            return paint.cyan('note   ');
    }
}
function findings_inOrder(findings) {
    return [...findings].sort((a, b) => (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : 0) ||
        a.at.line - b.at.line ||
        a.at.column - b.at.column);
}

// EXTERNAL MODULE: ./src/report/paint.ts
var paint = __webpack_require__(9066);
;// CONCATENATED MODULE: ./src/lint/rule-texts.ts
function rule_texts_text(short, full) {
    return { short, full, uri: null };
}
/** Our own rules by name. cfn-lint brings the texts of its own. */
const ruleTexts = {
    'params/missing': rule_texts_text('A parameter has no value', 'A root template takes a parameter without a Default, and neither the parameter file of the environment nor system.yml gives it a value.'),
    'params/rule': rule_texts_text("A rule of a template is broken by an environment's values", 'CloudFormation evaluates the Rules of a template when it makes the stack; the values that the assertion names stand in the parameter file.'),
    'params/unknown': rule_texts_text('A value for a parameter that is not there', 'A parameter file sets what the root template does not take; CloudFormation refuses the stack.'),
    'params/value': rule_texts_text('A value that its parameter refuses', "A parameter file gives a value that the parameter's type or its constraints do not allow."),
    'policy/smoke-issuer-in-prod': rule_texts_text('A test issuer of tokens in prod', 'Smoke checks of other environments take tokens from an issuer of their own; in prod its tokens must not be accepted.'),
    'policy/suppression-without-reason': rule_texts_text('A suppression that gives no reason', 'Whoever reads a suppressed check has to know whether the reason still holds; without one nobody can take it away.'),
    'template/transform': rule_texts_text('A Transform', 'CloudFormation makes no nested change sets of templates with a Transform, so there would be no plan.'),
    'wiring/artifact-bucket': rule_texts_text('Packaged code without ArtifactBucket', 'A release finds packaged templates and code through the parameter ArtifactBucket.'),
    'wiring/orphan-template': rule_texts_text('A template that nobody deploys', 'No system names it and no template nests it: dead code that looks alive.'),
    'wiring/output-absent': rule_texts_text('An output that conditions leave out', 'The output is declared, but in this environment its condition is false where it is used.'),
    'wiring/output-unknown': rule_texts_text('An output that is not there', 'A nested stack or another stack of the system is asked for an output that its template does not have.'),
    'wiring/parameter-missing': rule_texts_text('A nested stack is not fed', 'The nested template declares a parameter without a Default, and the parent does not pass it.'),
    'wiring/parameter-unknown': rule_texts_text('A nested stack is fed what it does not take', 'The parent passes a parameter that the nested template does not declare; CloudFormation refuses the stack.'),
    'wiring/unresolved-input': rule_texts_text('A decision on a value that nested change sets do not know', "A nested stack's parameter that comes from a resource, an import or another nested stack is a placeholder while the change set is made. What is decided by it, cut from it or constrained fails the whole set."),
    'wiring/value': rule_texts_text('A value that a nested stack refuses', "What comes to a nested stack's parameter does not fit its type or its constraints."),
};
/** For mistakes of form, which have the codes of errors: `CONFIG_TYPE`, `YAML_SYNTAX`. */
const mistakeText = rule_texts_text('A mistake in a template or parameter file', 'The file can not be read as what it should be; the message names line, field, value and choices.');

;// CONCATENATED MODULE: ./src/report/sarif.ts


/** The name that stands for the repository's folder in a SARIF file; the one GitHub documents ("Specifying the root"). */
const root = '%SRCROOT%';
/**
 * Findings as SARIF 2.1.0 (OASIS, sarif-v2.1.0-os), for code scanning. Each result has a fingerprint of its rule, file and
 * words, with a number where the same is said twice in one file, so that it stays the same finding when lines move.
 *
 * @returns JSON text that ends in a line end
 */
function sarif(findings, { version, prefix = '' } = {}) {
    const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
    const seen = new Map();
    const results = findings.map((finding) => {
        const { rule, severity, at } = finding;
        const subject = JSON.stringify([rule, at.file, finding.message]);
        const nth = (seen.get(subject) ?? 0) + 1;
        seen.set(subject, nth);
        return {
            ruleId: rule,
            ruleIndex: ids.indexOf(rule),
            level: levels[severity],
            message: { text: textOf(finding) },
            locations: [
                {
                    physicalLocation: {
                        artifactLocation: { uri: uriOf(prefix + at.file), uriBaseId: root },
                        // SARIF counts from 1 (3.30.5, 3.30.6)
                        region: { startLine: Math.max(1, at.line), startColumn: Math.max(1, at.column) },
                    },
                },
            ],
            partialFingerprints: { 'slipwayFinding/v1': (0,sha256/* sha256 */.s)(`${subject} ${nth}`).slice(0, 32) },
        };
    });
    const log = {
        $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'Slipway',
                        ...(version !== undefined && { version }),
                        rules: ids.map((id) => ruleOf(id, findings)),
                    },
                },
                columnKind: 'unicodeCodePoints',
                results,
            },
        ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
}
/** SARIF's levels (3.27.10). */
const levels = {
    error: 'error',
    warning: 'warning',
    info: 'note',
};
function textOf({ message, hint }) {
    if (hint === null)
        return message;
    return `${message}${/[.!?]$/.test(message) ? '' : '.'} ${hint}`;
}
/**
 * What code scanning shows of a rule beside a finding (GitHub Docs, "SARIF support for code scanning", `reportingDescriptor`).
 * Rules of cfn-lint bring their own words and are explained in its list; of ours `src/lint/rule-texts.ts` tells.
 */
function ruleOf(id, findings) {
    const own = findings.filter(({ rule }) => rule === id);
    const isCfnLint = /^[EWI]\d{4}$/.test(id);
    const told = own.find(({ about }) => about !== undefined)?.about;
    const fallback = isCfnLint ? { short: id, full: id, uri: null } : mistakeText;
    const { short, full, uri } = told ?? ruleTexts[id] ?? fallback;
    const list = `https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md#${id}`;
    const severity = sarif_severities.find((each) => own.some((finding) => finding.severity === each)) ?? 'error';
    return {
        id,
        shortDescription: { text: short },
        fullDescription: { text: full },
        help: { text: uri === null ? full : `${full}\n${uri}` },
        ...(isCfnLint && { helpUri: list }),
        defaultConfiguration: { level: levels[severity] },
        properties: { tags: [isCfnLint ? 'cfn-lint' : id in ruleTexts ? (id.split('/')[0] ?? id) : 'mistake'] },
    };
}
/** The worst first. */
const sarif_severities = ['error', 'warning', 'info'];
/** A relative reference of RFC 3986: every segment escaped, and no colon that would make a scheme of the first one (4.2). */
function uriOf(file) {
    return file
        .split('/')
        .map((segment) => encodeURIComponent(segment))
        .join('/');
}

;// CONCATENATED MODULE: ./src/runtime/version.ts
/** Slipway's version, the one of `package.json`; a test compares them, for a bundle has no such file beside it. */
const version = '0.1.0';

// EXTERNAL MODULE: ./src/config/load.ts
var load = __webpack_require__(1036);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
// EXTERNAL MODULE: ./src/template/nearest.ts
var nearest = __webpack_require__(212);
// EXTERNAL MODULE: ./src/template/parse-template.ts
var parse_template = __webpack_require__(6660);
// EXTERNAL MODULE: ./src/config/parse-system.ts + 1 modules
var parse_system = __webpack_require__(5059);
// EXTERNAL MODULE: ./src/config/stack-instances.ts
var stack_instances = __webpack_require__(7275);
// EXTERNAL MODULE: ./src/template/evaluate-tree.ts
var evaluate_tree = __webpack_require__(4416);
// EXTERNAL MODULE: ./src/template/references.ts
var references = __webpack_require__(2017);
;// CONCATENATED MODULE: ./src/lint/evaluated-stacks.ts





/**
 * Evaluates every stack in every environment. An output that is used where conditions leave it out becomes a finding: the
 * template is right on paper and fails in that environment.
 */
function evaluateStacks(system) {
    const findings = [];
    const stacks = system.environments.flatMap(({ value: environment }) => (0,stack_instances/* stackInstances */.f7)(system.definition.value, environment).flatMap((instance) => {
        const tree = system.trees.get(instance.name);
        if (tree === undefined)
            return [];
        const stack = (0,evaluate_tree/* evaluateTree */.q)(tree, {
            parameters: {
                [parse_system/* artifactBucketParameter */.Oc]: `slipway-artifacts-${instance.account}-${instance.region}`,
                ...Object.fromEntries(Object.entries(instance.parameters).map(([name, source]) => [name, given(source)])),
            },
            pseudo: { accountId: instance.account, region: instance.region, stackName: instance.stackName },
            onAbsentOutput: ({ template, logicalId, output }) => {
                const use = (0,references/* references */.Ft)(template.body).find((each) => each.kind === 'attribute' && each.name === logicalId && each.attribute === `Outputs.${output}`);
                findings.push(finding('wiring/output-absent', `${logicalId}.Outputs.${output} is used in ${environment.environment}, where conditions leave it out`, template.locate(use?.path ?? ['Resources', logicalId]), 'Use it under the same condition: !If [<condition>, !GetAtt …, <otherwise>]'));
            },
        });
        return [{ environment: environment.environment, instance, stack }];
    }));
    return { stacks, findings };
}
/** The stack with all that it nests. */
function withNested(stack) {
    return [stack, ...[...stack.children.values()].flatMap(withNested)];
}
function given(source) {
    return source.kind === 'literal' ? source.value : (0,evaluate_tree/* fedBy */.f)(source.stack, source.output);
}

// EXTERNAL MODULE: ./src/template/evaluated.ts
var template_evaluated = __webpack_require__(607);
// EXTERNAL MODULE: ./src/template/parameter-values.ts
var parameter_values = __webpack_require__(7832);
;// CONCATENATED MODULE: ./src/lint/constraint.ts

/**
 * What is wrong with a value by the parameter's own type and constraints, to stand behind the parameter's name, with the
 * template's `ConstraintDescription` at the end; `null` where nothing is. Constraints of a list hold for each item
 * (CloudFormation User Guide, "Parameters"). A value with a dynamic reference is judged when it is deployed. A secret, or a
 * `NoEcho` parameter's value, is not repeated.
 */
function violation(parameter, value, secret = false) {
    if (value.includes('{{resolve:'))
        return null;
    const items = (0,parameter_values/* isListType */.Fs)(parameter.Type) ? value.split(',').map((item) => item.trim()) : [value];
    for (const item of items) {
        const wrong = itemViolation(parameter, item);
        if (wrong === null)
            continue;
        const { ConstraintDescription: description } = parameter;
        const why = typeof description === 'string' ? `: ${description}` : '';
        return `is ${secret || (0,parameter_values/* isNoEcho */.jm)(parameter) ? 'a value (not shown) that' : `"${item}", which`} ${wrong}${why}`;
    }
    return null;
}
function itemViolation(parameter, item) {
    const { AllowedValues: allowed, AllowedPattern: pattern } = parameter;
    const shape = shapes[itemType(parameter.Type)];
    if (shape !== undefined && !shape.pattern.test(item))
        return `is no ${shape.name}`;
    if (/^(List<)?Number>?$/.test(parameter.Type)) {
        if (item.trim() === '' || !Number.isFinite(Number(item)))
            return 'is no number';
        const least = limit(parameter['MinValue']);
        const most = limit(parameter['MaxValue']);
        if (least !== null && Number(item) < least)
            return `is less than ${least}`;
        if (most !== null && Number(item) > most)
            return `is more than ${most}`;
    }
    if (allowed !== undefined && !allowed.map(String).includes(item)) {
        return `is not one of ${allowed.map((each) => `"${String(each)}"`).join(', ')}`;
    }
    const shortest = limit(parameter['MinLength']);
    const longest = limit(parameter['MaxLength']);
    if (shortest !== null && item.length < shortest)
        return `is shorter than ${shortest} characters`;
    if (longest !== null && item.length > longest)
        return `is longer than ${longest} characters`;
    if (typeof pattern === 'string' && wholePattern(pattern)?.test(item) === false) {
        return `does not match ${pattern}`;
    }
    return null;
}
function limit(value) {
    const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
    return Number.isNaN(number) ? null : number;
}
/** `AWS::EC2::Subnet::Id` for a list of them; every `AWS::SSM::Parameter::…` takes the name of a parameter. */
function itemType(type) {
    if (type.startsWith('AWS::SSM::Parameter::'))
        return 'AWS::SSM::Parameter::Name';
    return /^List<(?<item>.+)>$/.exec(type)?.groups?.['item'] ?? type;
}
function ec2Id(name, prefix) {
    return { name, pattern: new RegExp(`^${prefix}-([0-9a-f]{8}|[0-9a-f]{17})$`) };
}
/**
 * What values of AWS-specific types look like (CloudFormation User Guide, "Specify existing resources at runtime with
 * CloudFormation-supplied parameter types"); whether the account has such a thing is asked when the stack is made. Names of
 * key pairs and security groups take almost anything. Parameter names: Systems Manager User Guide, "Creating parameter names".
 */
const shapes = {
    'AWS::EC2::AvailabilityZone::Name': {
        name: 'availability zone',
        pattern: /^[a-z]{2,3}(-[a-z]+)+-[0-9]([a-z]|-[a-z0-9-]+)$/,
    },
    'AWS::EC2::Image::Id': ec2Id('image id', 'ami'),
    'AWS::EC2::Instance::Id': ec2Id('instance id', 'i'),
    'AWS::EC2::SecurityGroup::Id': ec2Id('security group id', 'sg'),
    'AWS::EC2::Subnet::Id': ec2Id('subnet id', 'subnet'),
    'AWS::EC2::Volume::Id': ec2Id('volume id', 'vol'),
    'AWS::EC2::VPC::Id': ec2Id('VPC id', 'vpc'),
    'AWS::Route53::HostedZone::Id': { name: 'hosted zone id', pattern: /^Z[A-Z0-9]{1,31}$/ },
    'AWS::SSM::Parameter::Name': { name: 'name of an SSM parameter', pattern: /^[a-zA-Z0-9_./:-]{1,2048}$/ },
};
/**
 * CloudFormation matches the whole value, by Java's rules; `null` for what JavaScript reads otherwise or not at all:
 * possessive quantifiers, flags within a group, intersections of classes, and Java's own escapes (`\h`, `\A`, `\p{Alnum}`).
 * Such a pattern is judged when the stack is made.
 */
function wholePattern(pattern) {
    if (/&&|\\Q/.test(pattern))
        return null;
    try {
        return new RegExp(`^(?:${pattern})$`, 'su');
    }
    catch {
        // The Unicode mode refuses an escape that means nothing, such as `\@`; without it, unknown letters lose their backslash.
        if (/\\[^\W\d_dDwWsSbBtnrfv]/.test(pattern))
            return null;
    }
    try {
        return new RegExp(`^(?:${pattern})$`, 's');
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/lint/origin.ts
/**
 * Where a parameter of a stack, however deeply nested, has its value from: through every parent that only hands on a parameter
 * of its own, to the parameter file, the wiring of `system.yml`, a default, or the line of the parent that makes the value.
 *
 * @param path of the stack that has the parameter, logical ids from the root
 */
function originOf(system, root, path, name) {
    const stack = stackAt(root.stack, path);
    const parent = stackAt(root.stack, path.slice(0, -1));
    const logicalId = path.at(-1);
    if (stack === null || parent === null || logicalId === undefined) {
        const setting = settingOf(system, root.instance.name, name, root.environment);
        return setting === null ? declared(stack ?? root.stack, name) : { at: setting, isGiven: true };
    }
    const fed = fedParameters(parent, logicalId);
    if (!(name in fed))
        return declared(stack, name);
    const handedOn = reference(fed[name]);
    if (handedOn !== null && handedOn in (parent.template.body.Parameters ?? {})) {
        return originOf(system, root, path.slice(0, -1), handedOn);
    }
    const at = parent.template.locate(['Resources', logicalId, 'Properties', 'Parameters', name]);
    return { at, isGiven: false };
}
/** Where a file sets a parameter of a root for an environment; `null` where none does. */
function settingOf({ definition, environments }, stack, name, environment) {
    const file = environments.find(({ value }) => value.environment === environment);
    if (file?.value.values[stack]?.[name] !== undefined)
        return file.locate(['values', stack, name]);
    const wired = definition.value.stacks.find((each) => each.name === stack)?.parameters[name];
    return wired === undefined ? null : definition.locate(['stacks', stack, 'parameters', name]);
}
/** What a parent gives to the parameters of a stack that it nests, as its template says it. */
function fedParameters(parent, logicalId) {
    const fed = parent.template.body.Resources[logicalId]?.Properties?.['Parameters'];
    return typeof fed === 'object' && fed !== null ? fed : {};
}
/** The name in `{ Ref: name }`; `null` for anything else. */
function reference(value) {
    const source = typeof value === 'object' && value !== null && 'Ref' in value ? value.Ref : null;
    return typeof source === 'string' ? source : null;
}
function stackAt(stack, path) {
    const [first, ...rest] = path;
    if (first === undefined)
        return stack;
    const child = stack.children.get(first);
    return child === undefined ? null : stackAt(child, rest);
}
function declared({ template }, name) {
    return { at: template.locate(['Parameters', name, 'Default']), isGiven: false };
}

;// CONCATENATED MODULE: ./src/lint/nested-values.ts





/**
 * Values that come to nested stacks and that the stacks' own constraints refuse, in the environment where they do, at the place
 * that the value comes from.
 */
function nestedValues(system, root) {
    return withNested(root.stack).flatMap((parent) => [...parent.children].flatMap(([logicalId, child]) => refused(system, root, parent, logicalId, child)));
}
function refused(system, root, parent, logicalId, child) {
    return Object.keys(child.template.body.Parameters ?? {}).flatMap((name) => {
        const wrong = violated(child, name);
        if (wrong === null || passesOn(parent, logicalId, name))
            return [];
        return [
            finding('wiring/value', `In ${root.environment}, ${name} of the nested stack ${logicalId} ${wrong}`, originOf(system, root, child.path, name).at, `${child.template.file}:${child.template.locateKey(['Parameters', name]).line} says so`),
        ];
    });
}
/** A parameter as text, lists with commas; `null` where it is not known before the deployment. */
function parameterText(stack, name) {
    const evaluated = stack.parameters[name];
    const value = evaluated === undefined ? undefined : (0,template_evaluated/* exact */.e0)(evaluated);
    if (typeof value === 'string')
        return value;
    return Array.isArray(value) ? value.map(String).join(',') : null;
}
/** True where a secret went into the parameter. */
function isSecret(stack, name) {
    const evaluated = stack.parameters[name];
    return evaluated !== undefined && (0,template_evaluated/* lineage */.OZ)(evaluated).secret;
}
function violated(stack, name) {
    const parameter = stack.template.body.Parameters?.[name];
    const value = parameterText(stack, name);
    if (parameter === undefined || value === null)
        return null;
    return violation(parameter, value, isSecret(stack, name));
}
/** True where the parent only hands on its own parameter, and that is refused already: it is told there. */
function passesOn(parent, logicalId, name) {
    const source = reference(fedParameters(parent, logicalId)[name]);
    return source !== null && violated(parent, source) !== null;
}

;// CONCATENATED MODULE: ./src/lint/at-values.ts




/**
 * What cfn-lint tells of a value that a parameter has, where that value stands: in the parameter file of the environment, in
 * `system.yml`, in the line of the parent that passes it, or at the default; once for each such place. cfn-lint itself names
 * the `Ref` in the template, which is right for the other environments. A text that is put together (`Fn::Sub`) stays where
 * it is, for it may be the text that is wrong; so does everything else.
 */
function atValues(told, systems) {
    const { finding, path, environments } = told;
    if (path?.at(-1) !== 'Ref' || environments.length === 0)
        return [finding];
    const places = new Map();
    const found = new Set();
    for (const { system, stacks } of systems) {
        for (const root of stacks) {
            if (!environments.includes(root.environment))
                continue;
            for (const stack of withNested(root.stack)) {
                if (stack.template.file !== finding.at.file)
                    continue;
                const name = valueAt(stack.template.body, path);
                if (typeof name !== 'string' || stack.template.body.Parameters?.[name] === undefined)
                    continue;
                // Another stack of the same environment may give the same template a value that is right.
                if (!finding.message.includes(`resolved to '${parameterText(stack, name) ?? ''}'`))
                    continue;
                const { at } = originOf(system, root, stack.path, name);
                const key = `${at.file}:${at.line}:${at.column}`;
                const place = places.get(key) ?? { at, environments: [] };
                if (!place.environments.includes(root.environment))
                    place.environments.push(root.environment);
                places.set(key, place);
                found.add(root.environment);
            }
        }
    }
    if (environments.some((each) => !found.has(each)))
        return [finding];
    const { file, line } = finding.at;
    return [...places.values()].map(({ at, environments: own }) => ({
        ...finding,
        message: finding.message.replace(inEnvironments(environments), inEnvironments(own)),
        at,
        hint: `${file}:${line} takes it`,
    }));
}
function valueAt(value, path) {
    return path.reduce((inner, step) => typeof inner === 'object' && inner !== null
        ? inner[step]
        : undefined, value);
}

// EXTERNAL MODULE: ./src/template/read-template-tree.ts
var read_template_tree = __webpack_require__(443);
;// CONCATENATED MODULE: ./src/lint/nested-wiring.ts




/**
 * What a tree of nested stacks must hold together by: every child's parameter without a default is fed, nothing is passed that
 * the child does not take, every output that is used exists. cfn-lint looks at one template at a time.
 */
function nestedWiring(tree) {
    const own = (0,read_template_tree/* nestedStacks */.DM)(tree.template).flatMap(({ logicalId }) => {
        const child = tree.children.get(logicalId);
        return child === undefined ? [] : parametersOf(tree.template, logicalId, child.template);
    });
    return [
        ...own,
        ...outputsUsed(tree),
        ...artifactBucket(tree.template),
        ...transform(tree.template),
        ...[...tree.children.values()].flatMap(nestedWiring),
    ];
}
function parametersOf(parent, logicalId, child) {
    const path = ['Resources', logicalId, 'Properties', 'Parameters'];
    const fed = parent.body.Resources[logicalId]?.Properties?.['Parameters'] ?? {};
    if (typeof fed !== 'object' || fed === null || 'Fn::If' in fed)
        return [];
    const taken = child.body.Parameters ?? {};
    const missing = Object.entries(taken)
        .filter(([name, parameter]) => parameter.Default === undefined && !(name in fed))
        .map(([name]) => finding('wiring/parameter-missing', `The nested stack ${logicalId} does not feed ${name}, which ${child.file} needs`, parent.locateKey('Parameters' in (parent.body.Resources[logicalId]?.Properties ?? {}) ? path : path.slice(0, 2)), name === 'ArtifactBucket'
        ? 'Packaged templates and code are found through it: ArtifactBucket: !Ref ArtifactBucket'
        : `It is declared at ${child.file}:${child.locateKey(['Parameters', name]).line}, without a Default`));
    const unknown = Object.keys(fed)
        .filter((name) => !(name in taken))
        .map((name) => {
        const unfed = Object.keys(taken).filter((other) => !(other in fed));
        const hint = (0,nearest/* suggestion */.h)(name, unfed) ?? `It takes ${Object.keys(taken).join(', ') || 'no parameters'}`;
        return finding('wiring/parameter-unknown', `The nested stack ${logicalId} is fed ${name}, which ${child.file} does not take`, parent.locateKey([...path, name]), hint);
    });
    return [...missing, ...unknown];
}
function outputsUsed({ template, children }) {
    return (0,references/* references */.Ft)(template.body).flatMap((reference) => {
        if (reference.kind !== 'attribute')
            return [];
        const child = children.get(reference.name);
        if (child === undefined)
            return [];
        const at = template.locate(reference.path);
        const outputs = Object.keys(child.template.body.Outputs ?? {});
        const name = /^Outputs\.(.+)$/.exec(reference.attribute)?.[1];
        if (name !== undefined && outputs.includes(name))
            return [];
        const choices = `${child.template.file} has ${outputs.length === 0 ? 'no outputs' : `the outputs ${outputs.join(', ')}`}`;
        if (name === undefined) {
            return [
                finding('wiring/output-unknown', `${reference.name}.${reference.attribute} is no output; the nested stack's outputs are read as ${reference.name}.Outputs.<name>`, at, choices),
            ];
        }
        return [
            finding('wiring/output-unknown', `The nested stack ${reference.name} has no output ${name}`, at, (0,nearest/* suggestion */.h)(name, outputs) ?? choices),
        ];
    });
}
/** True where packaging writes a reference to `ArtifactBucket` into the template. */
function isPackaged(template) {
    return packagedResource(template) !== null;
}
function packagedResource(template) {
    const isPackagedResource = ({ Type: type, Properties }) => type === 'AWS::CloudFormation::Stack' ||
        (type === 'AWS::Lambda::Function' && typeof Properties?.['Code'] === 'string') ||
        (type === 'AWS::Lambda::LayerVersion' && typeof Properties?.['Content'] === 'string');
    const found = Object.entries(template.body.Resources).find(([, resource]) => isPackagedResource(resource));
    return found?.[0] ?? null;
}
function artifactBucket(template) {
    const resource = packagedResource(template);
    if (resource === null || template.body.Parameters?.['ArtifactBucket'] !== undefined)
        return [];
    return [
        finding('wiring/artifact-bucket', `${resource} is packaged, but the template has no parameter ArtifactBucket`, template.locateKey(['Resources', resource]), 'Declare ArtifactBucket: { Type: String }; a release finds packaged templates and code through it'),
    ];
}
function transform(template) {
    if (template.body['Transform'] === undefined)
        return [];
    return [
        finding('template/transform', 'The template uses a Transform; nested change sets of templates with one are not to be had', template.locateKey(['Transform']), 'Write out what the transform makes'),
    ];
}

;// CONCATENATED MODULE: ./src/lint/parameter-files.ts




/**
 * What the parameter files say against what the root templates take: nothing that a template lacks, nothing missing that has
 * no default, no value that the template's constraints refuse, no output that a stack does not have.
 */
function parameterFiles(system) {
    const { definition, environments, trees } = system;
    return [
        ...definition.value.stacks.flatMap((stack) => {
            const root = trees.get(stack.name)?.template;
            if (root === undefined)
                return [];
            const wired = Object.entries(stack.parameters).flatMap(([name, source]) => judge(root, name, source, definition, ['stacks', stack.name, 'parameters', name]));
            return [...wired, ...environments.flatMap((environment) => ofEnvironment(root, stack, environment))];
        }),
        ...outputsTaken(system),
    ];
}
function ofEnvironment(root, stack, environment) {
    const values = environment.value.values[stack.name] ?? {};
    const given = { ...stack.parameters, ...values };
    const missing = Object.entries(root.body.Parameters ?? {})
        .filter(([name, parameter]) => parameter.Default === undefined && !(name in given) && name !== parse_system/* artifactBucketParameter */.Oc)
        .map(([name]) => finding('params/missing', `The stack ${stack.name} needs a value for ${name} in ${environment.value.environment}`, environment.locateKey(['values', stack.name]), `${root.file}:${root.locateKey(['Parameters', name]).line} declares it without a Default`));
    const judged = Object.entries(values).flatMap(([name, source]) => judge(root, name, source, environment, ['values', stack.name, name]));
    return [...missing, ...judged];
}
function judge(root, name, source, places, path) {
    const parameters = root.body.Parameters ?? {};
    const parameter = parameters[name];
    if (parameter === undefined) {
        const names = Object.keys(parameters).filter((each) => each !== parse_system/* artifactBucketParameter */.Oc);
        return [
            finding('params/unknown', `${root.file} has no parameter ${name}`, places.locateKey(path), (0,nearest/* suggestion */.h)(name, names) ?? `It has ${names.join(', ') || 'none'}`),
        ];
    }
    if (source.kind === 'output')
        return [];
    const wrong = violation(parameter, source.value);
    if (wrong === null)
        return [];
    const place = `${root.file}:${root.locateKey(['Parameters', name]).line}`;
    return [finding('params/value', `${name} ${wrong}`, places.locate(path), `${place} says so`)];
}
/** Every `${stack.Output}` names an output that the stack's root template has. */
function outputsTaken({ definition, environments, trees }) {
    const check = (source, at) => {
        if (source.kind !== 'output')
            return [];
        const root = trees.get(source.stack)?.template;
        if (root === undefined)
            return [];
        const outputs = Object.keys(root.body.Outputs ?? {});
        if (outputs.includes(source.output))
            return [];
        return [
            finding('wiring/output-unknown', `The stack ${source.stack} has no output ${source.output}`, at, (0,nearest/* suggestion */.h)(source.output, outputs) ?? `${root.file} has ${outputs.join(', ') || 'no outputs'}`),
        ];
    };
    const { site, stacks } = definition.value;
    return [
        ...stacks.flatMap((stack) => Object.entries(stack.parameters).flatMap(([name, source]) => check(source, definition.locate(['stacks', stack.name, 'parameters', name])))),
        ...(site === null
            ? []
            : [
                ...['bucket', 'distribution', 'url'].flatMap((key) => check(site[key], definition.locate(['site', key]))),
                ...Object.entries(site.config).flatMap(([key, source]) => check(source, definition.locate(['site', 'config', key]))),
            ]),
        ...environments.flatMap(({ value, locate }) => Object.entries(value.values).flatMap(([stack, values]) => Object.entries(values).flatMap(([name, source]) => check(source, locate(['values', stack, name]))))),
    ];
}

;// CONCATENATED MODULE: ./src/lint/smoke-issuer.ts




/**
 * The test issuer of the smoke checks signs tokens with a key that a test holds: outside of prod it proves that claims are
 * checked, in prod it would be a back door. So a parameter named `SmokeIssuer…` is empty there in every stack, whether a file
 * sets it, a template defaults to it, or a parent passes it.
 */
function smokeIssuerInProd(system, { environment, instance, stack }) {
    if (environment !== 'prod')
        return [];
    return withNested(stack).flatMap((each) => Object.keys(each.parameters)
        .filter((name) => name.startsWith('SmokeIssuer') && parameterText(each, name) !== '')
        .map((name) => finding('policy/smoke-issuer-in-prod', `${name} is set for prod; tokens of a test issuer must not be accepted there`, settingOf(system, instance.name, name, 'prod') ?? each.template.locateKey(['Parameters', name]), `Set ${name}: '' in prod. There the smoke checks take their token from a client of the real issuer.`)));
}

// EXTERNAL MODULE: ./src/template/yaml.ts
var yaml = __webpack_require__(9363);
;// CONCATENATED MODULE: ./src/lint/suppressions.ts


const rule = 'policy/suppression-without-reason';
/** Where cfn-lint looks for its settings in the folder that it runs in (its README, "Config File"). */
const cfnLintSettings = ['.cfnlintrc', '.cfnlintrc.yaml', '.cfnlintrc.yml'];
/** Where checkov looks for its settings in the folder that it runs in (its documentation, "Using a config file"). */
const checkovSettings = ['.checkov.yaml', '.checkov.yml'];
/** What leaves checks out for all templates, in the settings of either. */
const leavingOut = ['ignore_checks', 'ignore_templates', 'skip-check', 'skip-path', 'skip-framework'];
/** Suppressions without a reason in a template and in all that it nests. */
function suppressionsOf({ template, children }) {
    return [...suppressions(template), ...[...children.values()].flatMap(suppressionsOf)];
}
/**
 * Suppressions of a template that give no reason. Whoever reads one has to know whether it still holds. Taken as a reason are:
 *
 * - of cfn-lint's `ignore_checks` (its README, "Template Based Metadata" and "Resource Based Metadata") a YAML comment beside or
 *   above the check, or a key that leads to it; in JSON, which has no comments, `comment` beside `config`;
 * - of checkov's `skip` (its documentation, "Suppressing and Skipping Policies") the entry's `comment`;
 * - of a comment `checkov:skip=<id>:<reason>` what stands behind the colon.
 */
function suppressions(template) {
    const { body, source, file } = template;
    const owners = [
        { on: 'the whole template', path: ['Metadata'], metadata: body.Metadata },
        ...Object.entries(body.Resources).map(([id, { Metadata: metadata }]) => ({
            on: id,
            path: ['Resources', id, 'Metadata'],
            metadata,
        })),
    ];
    return [
        ...owners.flatMap(({ on, path, metadata }) => [
            ...ignoredChecks(template, on, path, metadata),
            ...skippedPolicies(template, on, path, metadata),
        ]),
        ...skippingComments(source, file),
    ];
}
/**
 * The same of `ignore_checks` and `ignore_templates` in cfn-lint's settings, and of `skip-check`, `skip-path` and
 * `skip-framework` in checkov's: they hold for all templates.
 */
function settingsSuppressions(source, file) {
    const document = (0,yaml/* readYaml */.g)(source, file);
    const { root } = document;
    if (root.kind !== 'mapping')
        return [];
    const lines = source.split('\n');
    return root.entries
        .filter(({ key }) => leavingOut.includes(key))
        .flatMap(({ key, keyStart, value }) => {
        if (isExplained(lines, document.position(keyStart).line))
            return [];
        return scalars(value).flatMap(({ text, start }) => {
            const at = document.position(start);
            if (isExplained(lines, at.line))
                return [];
            return [withoutReason(text, 'all templates', at, `Say why in a comment beside ${key}`)];
        });
    });
}
function ignoredChecks(template, on, path, metadata) {
    const own = fields(fields(metadata)['cfn-lint']);
    const checks = fields(own['config'])['ignore_checks'];
    const lines = template.source.split('\n');
    const leading = [
        [...path, 'cfn-lint', 'config', 'ignore_checks'],
        [...path, 'cfn-lint', 'config'],
        [...path, 'cfn-lint'],
        ...(Object.keys(fields(metadata))[0] === 'cfn-lint' ? [path] : []),
    ];
    if (says(own['comment']) || leading.some((each) => isExplained(lines, template.locateKey(each).line)))
        return [];
    return (Array.isArray(checks) ? checks : []).flatMap((check, index) => {
        const at = template.locate([...path, 'cfn-lint', 'config', 'ignore_checks', index]);
        if (isExplained(lines, at.line))
            return [];
        return [withoutReason(String(check), on, at, 'Say why in a comment beside ignore_checks')];
    });
}
function skippedPolicies(template, on, path, metadata) {
    const { skip } = fields(fields(metadata)['checkov']);
    return (Array.isArray(skip) ? skip : []).flatMap((entry, index) => {
        const { id, comment } = fields(entry);
        if (says(comment))
            return [];
        const at = template.locate([...path, 'checkov', 'skip', index]);
        return [withoutReason(typeof id === 'string' ? id : 'a policy', on, at, 'Say why in its comment')];
    });
}
function skippingComments(source, file) {
    return source.split('\n').flatMap((line, index) => 
    // As checkov's own pattern (checkov/common/comment/enum.py): ids, then a colon and the reason.
    [...line.matchAll(/(?<=#.*)checkov:skip= *([\w-]+(?:,[\w-]+)*)(?::(.*))?/g)].flatMap((match) => {
        const [, id = '', reason] = match;
        if (says(reason))
            return [];
        const at = { file, line: index + 1, column: match.index + 1 };
        return [withoutReason(id, 'a resource', at, `Say why behind a colon: checkov:skip=${id}:<reason>`)];
    }));
}
function withoutReason(check, on, at, hint) {
    return finding(rule, `${check} is suppressed for ${on} without a reason`, at, hint);
}
/** Whether a comment stands at the end of a line, or in the lines right above it. */
function isExplained(lines, line) {
    if (says(commentOf(lines[line - 1] ?? '')))
        return true;
    for (let above = line - 2; /^\s*#/.test(lines[above] ?? ''); above -= 1)
        if (says(commentOf(lines[above] ?? '')))
            return true;
    return false;
}
/** YAML 1.2, 6.6: a comment begins at the line's start or behind a blank; not within quotes. */
function commentOf(line) {
    return /(?:^|\s)#(?<text>.*)$/.exec(line.replace(/'[^']*'|"[^"]*"/g, ''))?.groups?.['text'] ?? '';
}
/** Words, not a dash or a dot. A reason that only points at checkov is another suppression. */
function says(reason) {
    return typeof reason === 'string' && /\p{L}{2}/u.test(reason.replace(/checkov:skip=.*/, ''));
}
function scalars(node) {
    if (node.kind === 'scalar')
        return node.text === '' ? [] : [node];
    return node.kind === 'sequence' ? node.items.flatMap(scalars) : [];
}
function fields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : {};
}

// EXTERNAL MODULE: ./src/template/evaluate.ts + 4 modules
var evaluate = __webpack_require__(505);
;// CONCATENATED MODULE: ./src/lint/template-rules.ts





/**
 * Rules of root and nested templates that the values of an environment break; CloudFormation says so only when it makes the
 * stack (User Guide, "Rules section"). The finding stands where a parameter that the assertion names has its value from, in a
 * parameter file where there is one. What waits for the deployment, and what asks the account (`Fn::RefAll`, `Fn::ValueOf`,
 * `Fn::ValueOfAll`), is judged there.
 */
function templateRules(system, root) {
    return withNested(root.stack).flatMap((stack) => Object.entries(stack.template.body.Rules ?? {}).flatMap(([name, rule]) => brokenAssertions(rule, scopeOf(stack, root)).map((assertion) => report(system, root, stack, name, assertion))));
}
function brokenAssertions(rule, scope) {
    const { RuleCondition: condition, Assertions: assertions } = template_rules_fields(rule);
    if (condition !== undefined && verdict(condition, scope) !== true)
        return [];
    const list = Array.isArray(assertions) ? assertions : [];
    return list.flatMap((assertion, index) => {
        const { Assert: assert, AssertDescription: description } = template_rules_fields(assertion);
        if (verdict(assert, scope) !== false)
            return [];
        return [{ index, assert, condition, description: typeof description === 'string' ? description : null }];
    });
}
/** `null` where it is not known before the deployment. */
function verdict(value, scope) {
    const outcome = (0,evaluate/* evaluate */._)(value, scope);
    if (outcome.kind !== 'value' || !['true', 'false'].includes(String(outcome.value)))
        return null;
    return String(outcome.value) === 'true';
}
function scopeOf({ template, parameters, path }, { instance }) {
    const pseudo = { accountId: instance.account, region: instance.region };
    return { body: template.body, parameters, pseudo, path, resource: () => undefined };
}
function report(system, root, { template, path }, name, { index, assert, condition, description }) {
    const origins = [...(0,references/* references */.Ft)(assert), ...(0,references/* references */.Ft)(condition)].flatMap((each) => each.kind === 'ref' && template.body.Parameters?.[each.name] !== undefined
        ? [originOf(system, root, path, each.name)]
        : []);
    const place = template.locateKey(['Rules', name, 'Assertions', index]);
    const at = (origins.find(({ isGiven }) => isGiven) ?? origins[0])?.at ?? place;
    const why = description ?? `its assertion ${index + 1} is false`;
    return finding('params/rule', `In ${root.environment}, the rule ${name} is broken: ${why}`, at, `${template.file}:${place.line} says so`);
}
function template_rules_fields(value) {
    return typeof value === 'object' && value !== null ? value : {};
}

;// CONCATENATED MODULE: ./src/lint/unresolved-inputs.ts




const hint = 'While a nested change set is made, this parameter holds a placeholder, and the whole set fails. Decide it in the parent, or pass the value from a parameter of the root.';
/**
 * Uses that make nested change sets fail. A child's parameter that is fed from a resource, from another child's output or by an
 * import is a placeholder such as `{{IntrinsicFunction:…}}` while the change set is made; `Select` and `Split` of it, its own
 * constraints, and conditions and rules on it are evaluated with that text (cloudformation-coverage-roadmap#759,
 * cfn-language-discussion#152, rain#526). Assumed alike: what else is worked out at once, `FindInMap` by it and `Cidr` of it.
 */
function unresolvedInputs(tree, feeds = new Map()) {
    const { template, children } = tree;
    const own = feeds.size === 0
        ? []
        : [
            ...constraints(template, feeds),
            ...decisions(template, feeds),
            ...cuts(template, feeds),
            ...exportNames(template, feeds),
        ];
    const below = (0,read_template_tree/* nestedStacks */.DM)(template).flatMap(({ logicalId }) => {
        const child = children.get(logicalId);
        return child === undefined ? [] : unresolvedInputs(child, feedsOf(template, logicalId, feeds));
    });
    return [...own, ...below];
}
function feedsOf(parent, logicalId, above) {
    const path = ['Resources', logicalId, 'Properties', 'Parameters'];
    const fed = parent.body.Resources[logicalId]?.Properties?.['Parameters'] ?? {};
    if (typeof fed !== 'object' || fed === null)
        return new Map();
    return new Map(Object.entries(fed).flatMap(([name, value]) => {
        for (const reference of (0,references/* references */.Ft)(value)) {
            if (reference.kind !== 'ref' && reference.kind !== 'attribute')
                continue;
            const known = above.get(reference.name);
            if (reference.kind === 'ref' && known !== undefined)
                return [[name, known]];
            if (!(reference.name in parent.body.Resources))
                continue;
            const source = reference.kind === 'ref' ? reference.name : `${reference.name}.${reference.attribute}`;
            return [[name, `${source} at ${parent.file}:${parent.locate([...path, name]).line}`]];
        }
        if (functionsNamed(['Fn::ImportValue'], value, []).length === 0)
            return [];
        return [[name, `an import at ${parent.file}:${parent.locate([...path, name]).line}`]];
    }));
}
function constraints(template, feeds) {
    const constraining = ['AllowedPattern', 'AllowedValues', 'MinLength', 'MaxLength', 'MinValue', 'MaxValue'];
    return [...feeds].flatMap(([name, from]) => {
        const parameter = template.body.Parameters?.[name];
        if (parameter === undefined)
            return [];
        const path = ['Parameters', name];
        const found = constraining
            .filter((key) => key in parameter)
            .map((key) => ({ what: key, path: [...path, key] }));
        const typed = parameter.Type === 'String' || parameter.Type === 'CommaDelimitedList'
            ? []
            : [{ what: `the type ${parameter.Type}`, path: [...path, 'Type'] }];
        return [...found, ...typed].map(({ what, path: place }) => unresolved_inputs_report(template, name, from, what, place));
    });
}
function decisions(template, feeds) {
    return ['Conditions', 'Rules'].flatMap((section) => Object.entries(template.body[section] ?? {}).flatMap(([name, value]) => (0,references/* references */.Ft)(value).flatMap((reference) => {
        const from = reference.kind === 'ref' ? feeds.get(reference.name) : undefined;
        if (from === undefined)
            return [];
        const what = `the ${section === 'Rules' ? 'rule' : 'condition'} ${name}`;
        return [unresolved_inputs_report(template, reference.name, from, what, [section, name, ...reference.path])];
    })));
}
const workedOutAtOnce = ['Fn::Select', 'Fn::Split', 'Fn::FindInMap', 'Fn::Cidr'];
function cuts(template, feeds) {
    return ['Resources', 'Outputs'].flatMap((section) => functionsNamed(workedOutAtOnce, template.body[section], [section]).flatMap(({ name, argument, path }) => (0,references/* references */.Ft)(argument).flatMap((reference) => {
        const from = reference.kind === 'ref' ? feeds.get(reference.name) : undefined;
        if (from === undefined)
            return [];
        return [unresolved_inputs_report(template, reference.name, from, name.replace('Fn::', ''), path)];
    })));
}
/** Two export names that are both placeholders look like one name twice. */
function exportNames(template, feeds) {
    return Object.entries(template.body.Outputs ?? {}).flatMap(([name, output]) => (0,references/* references */.Ft)(output.Export).flatMap((reference) => {
        const from = reference.kind === 'ref' ? feeds.get(reference.name) : undefined;
        const path = ['Outputs', name, 'Export', ...reference.path];
        return from === undefined
            ? []
            : [unresolved_inputs_report(template, reference.name, from, `the export name of ${name}`, path)];
    }));
}
/** The outermost uses of some functions. */
function functionsNamed(names, value, path) {
    if (Array.isArray(value))
        return value.flatMap((item, index) => functionsNamed(names, item, [...path, index]));
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, entry]) => names.includes(key)
        ? [{ name: key, argument: entry, path }]
        : functionsNamed(names, entry, [...path, key]));
}
function unresolved_inputs_report(template, name, from, what, path) {
    const kind = template.body.Parameters?.[name];
    const list = kind !== undefined && (0,parameter_values/* isListType */.Fs)(kind.Type) ? ' (a list)' : '';
    return finding('wiring/unresolved-input', `${name}${list} is fed from ${from}, so ${what} cannot be evaluated while the change set is made`, template.locate(path), hint);
}

;// CONCATENATED MODULE: ./src/lint/judge-system.ts








/**
 * What our own rules find in one system: the wiring of its trees, and what its files give to its templates. The stacks come
 * along as each environment would make them.
 */
function judgeSystem(system) {
    const evaluated = evaluateStacks(system);
    const findings = [
        ...evaluated.findings,
        ...parameterFiles(system),
        ...[...system.trees.values()].flatMap((tree) => [
            ...nestedWiring(tree),
            ...unresolvedInputs(tree),
            ...suppressionsOf(tree),
        ]),
        ...evaluated.stacks.flatMap((each) => [
            ...nestedValues(system, each),
            ...templateRules(system, each),
            ...smokeIssuerInProd(system, each),
        ]),
    ];
    return { findings, stacks: evaluated.stacks };
}

// EXTERNAL MODULE: ./src/config/compare-environments.ts
var compare_environments = __webpack_require__(3640);
// EXTERNAL MODULE: ./src/config/environment-name.ts
var environment_name = __webpack_require__(5899);
;// CONCATENATED MODULE: ./src/lint/linted-system.ts








/**
 * Reads a system with all its environments and templates. Mistakes of the files become findings, so that lint shows all of
 * them with what it finds in the rest; `system` is null where not even the definition could be read.
 */
async function readLintedSystem(root, system) {
    const findings = [];
    const orFinding = async (file, read) => {
        try {
            return await read();
        }
        catch (error) {
            findings.push(...asFindings(error, { file, line: 1, column: 1 }));
            return null;
        }
    };
    const definition = await orFinding((0,load/* systemFile */.Is)(system), () => (0,load/* readSystemFile */.Yk)(root, system));
    if (definition === null)
        return { system: null, findings };
    const environments = [];
    for (const name of environment_name/* environmentNames */.i) {
        const read = await orFinding((0,load/* environmentFile */.qU)(system, name), () => (0,load/* readEnvironmentFile */.S0)(root, definition.value, name));
        if (read !== null)
            environments.push(read);
    }
    findings.push(...(0,compare_environments/* compareEnvironments */.O)(environments).flatMap((error) => asFindings(error)));
    const trees = new Map();
    for (const stack of definition.value.stacks) {
        const tree = await orFinding(stack.template, () => (0,read_template_tree/* readTemplateTree */.H_)(stack.template, (file) => (0,promises_.readFile)((0,external_node_path_.join)(root, file), 'utf8')));
        if (tree !== null)
            trees.set(stack.name, tree);
    }
    return { system: { definition, environments, trees }, findings };
}
/** A user's mistake as findings; anything else is thrown on. */
function asFindings(error, fallback) {
    if (error instanceof slipway_error/* UserErrors */.tQ)
        return error.errors.flatMap((each) => asFindings(each, fallback));
    const at = error instanceof slipway_error/* UserError */.yo ? (error.at ?? fallback) : undefined;
    if (!(error instanceof slipway_error/* UserError */.yo) || at === undefined)
        throw error;
    return [finding(error.code, error.message, at, error.next ?? null)];
}

;// CONCATENATED MODULE: ./src/lint/orphan-templates.ts

/** Whether a template sets an account up: it belongs to no system and is linted with all. */
function standsAlone(file) {
    return file.startsWith('templates/bootstrap/');
}
/**
 * A template that nobody nests is dead code that looks alive.
 *
 * @param files all templates of the repository
 * @param trees of all stacks of all systems
 */
function orphanTemplates(files, trees) {
    const used = new Set(trees.flatMap(templateFiles));
    return files
        .filter((file) => !used.has(file) && !standsAlone(file))
        .map((file) => finding('wiring/orphan-template', `No system deploys ${file}, and no template nests it`, { file, line: 1, column: 1 }, 'Name it in a system.yml or a TemplateURL, or delete it'));
}
function templateFiles(tree) {
    return [tree.template.file, ...[...tree.children.values()].flatMap(templateFiles)];
}

;// CONCATENATED MODULE: ./src/lint/told-otherwise.ts

/**
 * Which findings of cfn-lint are left out, since it looks at one template as it is written:
 * W2001 an `ArtifactBucket` that seems unused, for packaging writes its uses; E1010 a `GetAtt` of an output that a nested stack
 * does not have, where our own rule says it with the choices; I3011 deletion policies of a nested stack, which holds no data
 * itself: what it nests has policies of its own, and they hold when the nested stack goes.
 *
 * @param trees all that the repository nests
 * @param findings of our own rules
 */
function toldOtherwise(trees, findings) {
    const templates = new Map(trees.flatMap(withChildren).map(({ template }) => [template.file, template]));
    return ({ rule, message, at }) => {
        const template = templates.get(at.file);
        switch (rule) {
            case 'W2001':
                return /^Parameter ArtifactBucket\b/.test(message) && template !== undefined && isPackaged(template);
            case 'E1010':
                return findings.some((own) => own.rule === 'wiring/output-unknown' && own.at.file === at.file && own.at.line === at.line);
            case 'I3011':
                return template !== undefined && isNestedStack(template, at.line);
            default:
                return false;
        }
    };
}
function isNestedStack(template, line) {
    return Object.entries(template.body.Resources).some(([logicalId, { Type: type }]) => type === 'AWS::CloudFormation::Stack' && template.locateKey(['Resources', logicalId]).line === line);
}
function withChildren(tree) {
    return [tree, ...[...tree.children.values()].flatMap(withChildren)];
}

;// CONCATENATED MODULE: ./src/lint/lint.ts

















/**
 * Lints systems: cfn-lint over templates × parameter files, and the wiring of the nested trees. Mistakes in the files are
 * findings like others, each at its line.
 *
 * @param root the repository's folder
 * @param patterns names of systems or globs (`photo-*`); none means all
 * @returns in the order of files and lines, each told once
 * @throws UserError `LINT_NOTHING` for a pattern that matches no system, `CFN_LINT_MISSING`; SlipwayError `CFN_LINT_FAILED`
 */
async function lint(root, patterns, runCfnLint) {
    const all = await (0,load/* listSystems */.jB)(root);
    const wanted = matching(all, patterns);
    const findings = [];
    const systems = [];
    const trees = [];
    let complete = true;
    for (const name of all) {
        const read = await readLintedSystem(root, name);
        trees.push(...(read.system?.trees.values() ?? []));
        complete &&=
            read.system !== null && read.system.trees.size === read.system.definition.value.stacks.length;
        if (!wanted.includes(name))
            continue;
        findings.push(...read.findings);
        if (read.system !== null)
            systems.push(read.system);
    }
    const uses = [];
    const judged = [];
    for (const system of systems) {
        const { findings: own, stacks } = judgeSystem(system);
        findings.push(...own);
        uses.push(...templateUses(system, stacks));
        judged.push({ system, stacks });
    }
    const files = await templatesIn(root);
    if (files.length === 0) {
        throw new slipway_error/* UserError */.yo('LINT_NOTHING', 'There is no template: templates/**/*.yml matches nothing');
    }
    if (complete && wanted.length === all.length)
        findings.push(...orphanTemplates(files, trees));
    const region = uses[0]?.region ?? 'us-east-1';
    for (const template of files.filter(standsAlone)) {
        uses.push({ template, region, environment: 'none', parameters: {} });
        findings.push(...(await suppressionsIn(root, template, (text) => suppressions((0,parse_template/* parseTemplate */.Q)(text, template)))));
    }
    for (const file of [...cfnLintSettings, ...checkovSettings])
        findings.push(...(await suppressionsIn(root, file, (text) => settingsSuppressions(text, file))));
    const told = await cfnLint(root, uses, runCfnLint);
    const isOtherwise = toldOtherwise(trees, findings);
    const asked = told.filter(({ finding }) => !isOtherwise(finding));
    return inOrder([...findings, ...asked.flatMap((each) => atValues(each, judged))]);
}
/**
 * The systems that names and globs mean.
 * @throws UserError `LINT_NOTHING` for one that means none
 */
function matching(all, patterns) {
    if (all.length === 0) {
        throw new slipway_error/* UserError */.yo('LINT_NOTHING', 'There is no system to lint: params/*/system.yml matches nothing');
    }
    const matched = new Set();
    for (const pattern of patterns) {
        const found = all.filter((name) => picomatch_default().isMatch(name, pattern));
        if (found.length === 0) {
            throw new slipway_error/* UserError */.yo('LINT_NOTHING', (0,nearest/* withHint */.mu)(`${pattern} matches no system; the systems are ${all.join(', ')}`, (0,nearest/* suggestion */.h)(pattern, all)));
        }
        for (const name of found)
            matched.add(name);
    }
    return patterns.length === 0 ? all : all.filter((name) => matched.has(name));
}
/** What is found in a file that belongs to no system. One that cannot be read is cfn-lint's to tell. */
async function suppressionsIn(root, file, judge) {
    try {
        return judge(await (0,promises_.readFile)((0,external_node_path_.join)(root, file), 'utf8'));
    }
    catch (error) {
        if (error instanceof slipway_error/* UserError */.yo || isAbsent(error))
            return [];
        throw error;
    }
}
function isAbsent(error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
/** Every template with the parameters that each environment gives it; without parameters where no environment deploys it. */
function templateUses(system, stacks) {
    const deployed = stacks.flatMap(({ environment, instance, stack }) => withNested(stack).map((each) => {
        const known = Object.keys(each.parameters).flatMap((name) => {
            const value = parameterText(each, name);
            return value === null || isSecret(each, name) ? [] : [[name, value]];
        });
        return {
            template: each.template.file,
            region: instance.region,
            environment,
            parameters: Object.fromEntries(known),
        };
    }));
    const seen = new Set(deployed.map(({ template }) => template));
    const region = deployed[0]?.region ?? 'us-east-1';
    const others = [...new Set([...system.trees.values()].flatMap(templateFiles))].filter((file) => !seen.has(file));
    return [
        ...deployed,
        ...others.map((template) => ({ template, region, environment: 'none', parameters: {} })),
    ];
}
async function templatesIn(root) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, 'templates'), { recursive: true }).catch(() => []);
    return entries
        .map((entry) => `templates/${entry.replaceAll('\\', '/')}`)
        .filter((file) => /\.(ya?ml|json)$/.test(file))
        .sort();
}

;// CONCATENATED MODULE: ./src/source-changes/source-tree.ts
/** A file's name on one line of a log: what would act there (a line end, a control, a change of direction) is `?`. */
function plainName(file) {
    return file.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
}

// EXTERNAL MODULE: ./src/release/load-esbuild.ts
var load_esbuild = __webpack_require__(884);
// EXTERNAL MODULE: ./src/release/bundle-function.ts + 2 modules
var bundle_function = __webpack_require__(1172);
// EXTERNAL MODULE: ./src/source-changes/package-files.ts
var package_files = __webpack_require__(7283);
// EXTERNAL MODULE: ./src/source-changes/system-sources.ts
var system_sources = __webpack_require__(4091);
;// CONCATENATED MODULE: ./src/source-changes/bundled-parts.ts




/**
 * What functions are made of, as esbuild finds it in the working tree: exactly the files that go into the bundle. Where a
 * package is not installed, packages of this repository count whole; where the sources can't be bundled at all, what
 * their names tell.
 *
 * @param root the repository's folder
 */
function bundledParts(root, esbuild) {
    return async (tree, reference) => {
        const source = sourceOf(root, reference);
        const followed = await (0,bundle_function/* functionInputs */.M5)(source, esbuild, 'followed').catch(() => null);
        if (followed !== null)
            return parts(followed, []);
        const direct = await (0,bundle_function/* functionInputs */.M5)(source, esbuild, 'external').catch(() => null);
        if (direct !== null)
            return parts(direct, await (0,package_files/* localPackages */.HB)(tree, reference.folder));
        return (0,system_sources/* scannedParts */.Jt)(tree, reference);
    };
}
function parts(inputs, folders) {
    return { files: new Set(inputs.map((file) => external_node_path_.posix.normalize(file))), folders: new Set(folders) };
}
function sourceOf(root, { folder, template, logicalId }) {
    const at = template.locate(['Resources', logicalId, 'Properties', 'Code']);
    return { root, folder, handler: null, at };
}

// EXTERNAL MODULE: ./src/source-changes/git.ts
var source_changes_git = __webpack_require__(9786);
;// CONCATENATED MODULE: ./src/source-changes/touched-systems.ts







/**
 * Which systems a change touches: those that are made of a changed file, before the change or after it. Never too few:
 * where that can't be found out, all of them, and the logger is told why. Uncommitted changes count.
 *
 * @throws UserError `COMMIT_UNKNOWN` for a name that git does not know, `GIT_MISSING`, `GIT_FAILED`
 */
async function touchedSystems(options) {
    const { root, since, logger } = options;
    const present = await (0,load/* listSystems */.jB)(root);
    const asked = present.filter((system) => options.systems?.includes(system) !== false);
    const git = (0,source_changes_git/* gitIn */.uM)(root);
    const base = await commitBefore(git, since);
    if (base.kind === 'all') {
        if (base.isSurprise)
            logger.warn(`all systems count as touched: ${base.why}`);
        else
            logger.info(`all systems: ${base.why}`);
        const because = Object.fromEntries(asked.map((system) => [system, []]));
        return { systems: asked, all: base.why, because, deleted: [], unclaimed: [] };
    }
    const changed = await git.changedSince(base.commit);
    const [before, after] = [git.at(base.commit), git.workingTree()];
    const [former, isThere] = [systemsIn(await before.files()), await after.files()];
    const sources = await readSources(root, before, after, present, changed);
    const because = new Map([...sources].map(([system, sides]) => [system, touching(sides, changed, system)]));
    const claimed = new Set([...sources.values()].flat().flatMap(({ files }) => [...files]));
    const systems = asked.filter((system) => (because.get(system) ?? []).length > 0);
    const deleted = former.filter((system) => !present.includes(system));
    for (const system of deleted) {
        logger.warn(`${system} is no longer in params/: what runs of it stays until its stacks are deleted`);
    }
    for (const system of systems)
        logger.info(`${system} is touched by ${some(because.get(system) ?? [])}`);
    return {
        systems,
        all: null,
        because: Object.fromEntries(systems.map((system) => [system, because.get(system) ?? []])),
        deleted,
        unclaimed: [...changed]
            .filter((file) => /^templates\/.*\.(?:ya?ml|json)$/.test(file) && isThere.has(file) && !claimed.has(file))
            .sort(),
    };
}
async function commitBefore(git, since) {
    const name = since.trim();
    if (name === '')
        return { kind: 'all', why: 'no earlier commit was given', isSurprise: false };
    if (/^0+$/.test(name)) {
        return { kind: 'all', why: 'the branch is new, so there is no commit before it', isSurprise: false };
    }
    const answer = await git.commit(name);
    switch (answer.kind) {
        case 'found':
            return { kind: 'commit', commit: answer.id };
        case 'not-here': {
            const how = answer.isShallow
                ? 'which holds only the newest commits; actions/checkout takes fetch-depth: 2 for the commit before, 0 for all'
                : 'so it may have been overwritten by a forced push';
            return { kind: 'all', why: `the commit ${name} is not in this clone, ${how}`, isSurprise: true };
        }
        case 'no-such-name':
            throw (0,source_changes_git/* unknownCommit */.AX)(name);
    }
}
/** By system, what it is made of now and what it was made of. */
async function readSources(root, before, after, systems, changed) {
    if (changed.size === 0)
        return new Map();
    const found = await (0,load_esbuild/* findEsbuild */.y)(root).catch(() => null);
    const [nowParts, thenParts] = found === null ? [system_sources/* scannedParts */.Jt, system_sources/* scannedParts */.Jt] : [bundledParts(root, found.esbuild), system_sources/* namedParts */.SO];
    const sources = new Map();
    for (const system of systems) {
        const now = (await (0,system_sources/* systemSources */.Ym)(after, system, nowParts)) ?? notListed;
        const then = await (0,system_sources/* systemSources */.Ym)(before, system, thenParts);
        sources.set(system, then === null ? [now] : [now, then]);
    }
    return sources;
}
/** Of a system that git ignores nothing can be said. */
const notListed = {
    files: new Set(),
    folders: new Set(),
    builds: new Set(),
    unreadable: 'git ignores its files',
};
/** The changed files that a system is made of, sorted; what can't be read may be made of any. */
function touching(sides, changed, system) {
    const found = [...changed].filter((file) => sides.some((side) => isMadeOf(side, file)));
    const unreadable = sides.find((side) => side.unreadable !== null);
    if (found.length === 0 && unreadable !== undefined && changed.size > 0)
        return [`params/${system}`];
    return found.sort();
}
function isMadeOf({ files, folders, builds }, changed) {
    return (files.has(changed) ||
        [...folders].some((folder) => (0,package_files/* isAtOrBelow */.a5)(changed, folder)) ||
        [...builds].some((folder) => (0,package_files/* isReadByBuilds */.pq)(changed, folder)) ||
        // A changed folder is a submodule of git.
        [...files, ...folders].some((each) => each.startsWith(`${changed}/`)));
}
function systemsIn(files) {
    return [...files].flatMap((file) => /^params\/([^/]+)\/system\.yml$/.exec(file)?.[1] ?? []).sort();
}
function some(files) {
    const [first = '', ...more] = files;
    return more.length === 0 ? plainName(first) : `${plainName(first)} and ${more.length} more`;
}

;// CONCATENATED MODULE: ./src/source-changes/lint-change.ts




/**
 * Lints what a change touches. A changed template that no system is made of (the bootstrap's) is linted with all the
 * others, for only then what it misses shows; `systems` stays what the change touches.
 *
 * @throws as `lint` and `touchedSystems`
 */
async function lintChange(options) {
    const { root, patterns, since, runCfnLint, logger } = options;
    const wanted = matching(await (0,load/* listSystems */.jB)(root), patterns);
    const touched = await touchedSystems({ root, since, systems: wanted, logger });
    const { systems, unclaimed } = touched;
    if (unclaimed.length > 0)
        logger.info(`all systems are linted: ${unclaimed.map(plainName).join(', ')} belongs to none`);
    const isWhole = unclaimed.length > 0 || touched.all !== null;
    const findings = isWhole || systems.length > 0 ? await lint(root, isWhole ? patterns : systems, runCfnLint) : [];
    return { systems, findings, touched };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/github/steps/cfn-lint-tool.ts








/**
 * The cfn-lint to run: the one that is named, else the one on the PATH, else the pinned one, installed by hash into the
 * runner's tool cache, where the next job finds it.
 *
 * @throws UserError CFN_LINT_INSTALL
 */
async function cfnLintTool({ wanted, requirements, env, logger, signal, }) {
    if (wanted !== null)
        return wanted;
    const found = onPath('cfn-lint', env);
    if (found !== null)
        return found;
    const cache = env['RUNNER_TOOL_CACHE'] ?? env['RUNNER_TEMP'];
    if (cache === undefined || cache === '') {
        throw new slipway_error/* UserError */.yo('CFN_LINT_INSTALL', 'there is no cfn-lint on the PATH, and neither RUNNER_TOOL_CACHE nor RUNNER_TEMP says where to install it', { next: 'install it, or name it by the input cfn-lint' });
    }
    const digest = (0,sha256/* sha256 */.s)(await (0,promises_.readFile)(requirements)).slice(0, 16);
    const folder = (0,external_node_path_.join)(cache, 'slipway-cfn-lint', digest, (0,external_node_os_.arch)());
    const executable = (0,external_node_path_.join)(folder, 'bin', 'cfn-lint');
    const complete = (0,external_node_path_.join)(folder, '.complete');
    if ((0,external_node_fs_.existsSync)(complete))
        return executable;
    logger.info(`there is no cfn-lint on the PATH: installing the pinned one into ${folder}`);
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(folder), { recursive: true });
    const run = async (file, args) => {
        await (0,external_node_util_.promisify)(external_node_child_process_.execFile)(file, args, { env: { ...env }, signal, maxBuffer: 64 * 1024 * 1024 }).catch((error) => {
            signal.throwIfAborted();
            throw notInstalled(error);
        });
    };
    await run(onPath('python3', env) ?? 'python3', ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
    const pinned = ['--require-hashes', '--only-binary', ':all:', '--no-deps', '-r', requirements];
    await run((0,external_node_path_.join)(folder, 'bin', 'python'), [...pip, ...pinned]);
    await (0,promises_.writeFile)(complete, '');
    return executable;
}
/** An executable file of this name in a folder of the PATH. */
function onPath(name, env) {
    const files = (env['PATH'] ?? '')
        .split(external_node_path_.delimiter)
        .filter((folder) => folder !== '')
        .map((folder) => (0,external_node_path_.join)(folder, name));
    return files.find(isExecutable) ?? null;
}
function isExecutable(file) {
    const stat = (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false });
    return stat !== undefined && stat.isFile() && (stat.mode & 0o111) !== 0;
}
function notInstalled(error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    const said = stderr.trim().split('\n').slice(-3).join(' ').slice(0, 400);
    return new slipway_error/* UserError */.yo('CFN_LINT_INSTALL', `cfn-lint can't be installed: ${said}`, {
        next: 'install cfn-lint in a step before (it wants Python 3.10 or later), or name it by the input cfn-lint',
        cause: error,
    });
}

;// CONCATENATED MODULE: ./src/github/steps/lint.ts










/**
 * Lints the systems that a change touches, and tells what is found: at the lines, in the log, in the summary, as SARIF.
 * @throws as `lintChange` and `cfnLintTool`
 */
async function lint_lint(action, inputs) {
    const { root, workspace, log } = action;
    const { env, signal, program } = action.io;
    const executable = await cfnLintTool({
        wanted: inputs.cfnLint,
        requirements: requirementsOf(program),
        env,
        logger: log,
        signal,
    });
    const { systems, findings } = await lintChange({
        root,
        patterns: inputs.systems,
        since: inputs.since,
        runCfnLint: cfnLintRunner(executable),
        logger: log,
    });
    log.text(findingsText(findings, paint.plainPaint));
    action.annotate(...findings.map((finding) => annotation(finding, action)));
    action.summarize(findingsMarkdown(findings, systems));
    const file = (0,external_node_path_.join)(workspace, 'out', 'lint', 'slipway.sarif');
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    const prefix = (0,external_node_path_.relative)(workspace, root).replaceAll('\\', '/');
    await (0,promises_.writeFile)(file, sarif(findings, { version: version, prefix: prefix === '' ? '' : `${prefix}/` }));
    return { systems, findings, sarif: (0,external_node_path_.relative)(workspace, file), stopped: stops(findings) };
}
/** `actions/lint/requirements.txt`, from `dist/lint.js` or from `actions/lint/index.ts`. */
function requirementsOf(program) {
    const above = program.endsWith('.ts') ? (0,external_node_path_.join)((0,external_node_path_.dirname)(program), '..', '..') : (0,external_node_path_.join)((0,external_node_path_.dirname)(program), '..');
    return (0,external_node_path_.join)(above, 'actions', 'lint', 'requirements.txt');
}
function annotation({ rule, severity, message, at, hint }, action) {
    const kinds = { error: 'error', warning: 'warning', info: 'notice' };
    return {
        kind: kinds[severity],
        title: rule,
        message: hint === null ? message : `${message}\n${hint}`,
        at: action.place(at),
    };
}


/***/ }),

/***/ 1172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tS: () => (/* binding */ bundleFunction),
  _9: () => (/* binding */ bundleLayer),
  M5: () => (/* binding */ functionInputs)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
;// CONCATENATED MODULE: ./src/release/layer-imports.ts

/** What esbuild calls the modules that stand for layers. */
const layerNamespace = 'layer';
/** The package that a layer's folder becomes. */
const layerPackage = (folder) => external_node_path_.posix.basename(folder);
const index = /^(?:index(?:\.[cm]?[jt]s)?)?$/;
/**
 * Leaves layers out of a function's bundle: an import of a layer's index, by its path in the sources, becomes a `require` of
 * the package that Lambda finds on `NODE_PATH`. What a layer does not export can't be had from it, or it would be there twice.
 *
 * @param root the repository's folder
 * @param layers their folders, relative to the repository
 * @param used told of each layer that is imported
 */
function layerImports(root, layers, used) {
    const layerOf = (path) => {
        const file = (0,external_node_path_.relative)(root, path).split(external_node_path_.sep).join('/');
        const folder = layers.find((each) => file === each || file.startsWith(`${each}/`));
        return folder === undefined ? undefined : { folder, rest: file.slice(folder.length + 1) };
    };
    return {
        name: 'layers',
        setup(build) {
            if (layers.length === 0)
                return;
            build.onResolve({ filter: /^\.{1,2}(?:\/|$)/ }, ({ path, resolveDir }) => {
                const found = layerOf(external_node_path_.posix.join(resolveDir.split(external_node_path_.sep).join('/'), path));
                if (found === undefined)
                    return null;
                if (!index.test(found.rest)) {
                    return {
                        errors: [
                            { text: `${found.folder} is a layer: import its index instead of ${external_node_path_.posix.basename(path)}` },
                        ],
                    };
                }
                used(found.folder);
                return { path: layerPackage(found.folder), namespace: layerNamespace };
            });
            build.onResolve({ filter: /.*/, namespace: layerNamespace }, ({ path }) => ({ path, external: true }));
            build.onLoad({ filter: /.*/, namespace: layerNamespace }, ({ path }) => ({
                contents: `module.exports = require(${JSON.stringify(path)});`,
                loader: 'js',
            }));
        },
    };
}

// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(1306);
;// CONCATENATED MODULE: ./src/release/zip.ts

/** ZIP holds local time without a zone: fflate writes this date's local fields, which are the same in every zone. */
const modified = new Date(1980, 0, 2, 12, 0, 0);
/** Unix `rw-r--r--` of a regular file, in the upper half of the external attributes (APPNOTE.TXT 4.4.15). */
const readable = 0o100644 << 16;
const unix = 3;
/**
 * One ZIP for one set of files: entries in the order of their names' code units, fixed times and modes, and fflate's own
 * deflate, so that the bytes depend neither on the machine nor on Node's zlib.
 */
function zip(files) {
    const names = Object.keys(files).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const entries = {};
    for (const name of names) {
        entries[name] = [
            files[name] ?? new Uint8Array(),
            { mtime: modified, attrs: readable, os: unix, level: 9 },
        ];
    }
    return (0,esm/* zipSync */.L)(entries);
}

;// CONCATENATED MODULE: ./src/release/bundle-function.ts





const entries = ['index.ts', 'index.mts', 'index.mjs', 'index.js'];
/** Packages in CommonJS ask for built-in modules by `require`, which an ES module does not have. */
const banner = "import{createRequire as slipwayRequire}from'node:module';const require=slipwayRequire(import.meta.url);";
/**
 * Bundles a Lambda function's folder into a ZIP that holds one `index.mjs`. Everything it imports is in it, the SDK too,
 * so that the bytes that were tested are the bytes that run; but for what comes from a layer, which is packaged once for
 * all that use it. The same sources give the same bytes on every machine:
 * minified code names no path, and no `tsconfig.json` of the surroundings is read.
 *
 * @throws UserError `FUNCTION_MISSING`, `FUNCTION_HANDLER`, `FUNCTION_BUNDLE` (with the place of esbuild's first error),
 *   `FUNCTION_LAYER` where it imports a layer and has no `Layers`
 */
async function bundleFunction(source, esbuild) {
    const entry = await findEntry(source);
    const used = new Set();
    const plugin = layerImports(source.root, source.layers ?? [], (layer) => used.add(layer));
    const result = await bundle(source, entry, esbuild, { ...moduleFormat, plugins: [plugin] });
    const [layer] = used;
    if (layer !== undefined && source.hasLayers === false) {
        throw new slipway_error/* UserError */.yo('FUNCTION_LAYER', `${source.folder} imports ${layer}, which is packaged as a layer, but the function has no Layers`, { at: source.at, next: 'Name the layer in the Layers of the function' });
    }
    checkHandler(source, Object.values(result.metafile.outputs)[0]?.exports ?? []);
    const code = result.outputFiles[0]?.contents ?? new Uint8Array();
    return zip({ 'index.mjs': code });
}
/**
 * Bundles a layer's folder into a ZIP that holds it as a package: `nodejs/node_modules/<folder's name>`, which Lambda puts
 * on `NODE_PATH` ("Working with layers for Node.js Lambda functions"). In CommonJS, since `import` does not look there
 * (Node.js, "ECMAScript modules: No NODE_PATH"). As deterministic as a function.
 *
 * @throws UserError `FUNCTION_MISSING`, `FUNCTION_BUNDLE`
 */
async function bundleLayer(source, esbuild) {
    const entry = await findEntry({ ...source, property: 'Content' });
    const result = await bundle(source, entry, esbuild, { format: 'cjs' });
    const name = layerPackage(source.folder);
    const folder = `nodejs/node_modules/${name}`;
    return zip({
        [`${folder}/index.js`]: result.outputFiles[0]?.contents ?? new Uint8Array(),
        [`${folder}/package.json`]: new TextEncoder().encode(`${JSON.stringify({ name, main: 'index.js', type: 'commonjs' })}\n`),
    });
}
/**
 * The files that a function's bundle is made of, relative to the repository; what packages bring is left out.
 *
 * @param packages `followed`: as they are installed, so that packages of this repository show by their files; `external`:
 *   none need be installed
 * @throws as `bundleFunction`, but for the handler
 */
async function functionInputs(source, esbuild, packages) {
    const entry = await findEntry(source);
    const plugins = [layerImports(source.root, source.layers ?? [], () => undefined)];
    const { metafile } = await bundle(source, entry, esbuild, {
        ...moduleFormat,
        plugins,
        ...(packages === 'external' ? { packages } : {}),
    });
    return Object.keys(metafile.inputs).filter((file) => !file.split('/').includes('node_modules') && !file.startsWith(`${layerNamespace}:`));
}
async function findEntry({ root, folder, at, property = 'Code' }) {
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(root, folder)).catch(() => null);
    const entry = entries.find((name) => names?.includes(name));
    if (entry !== undefined)
        return entry;
    throw new slipway_error/* UserError */.yo('FUNCTION_MISSING', names === null
        ? `${property} names the folder ${folder}, which is not there`
        : `${property} names the folder ${folder}, which has no ${entries[0]}`, { at, next: `Write ${folder}/${entries[0]} that exports the handler, or name another folder` });
}
const moduleFormat = { format: 'esm', banner: { js: banner } };
async function bundle({ root, folder, at }, entry, esbuild, more) {
    try {
        return await esbuild.build({
            ...more,
            absWorkingDir: root,
            entryPoints: [`./${folder}/${entry}`],
            outfile: 'index.mjs',
            bundle: true,
            platform: 'node',
            target: 'node24',
            mainFields: ['module', 'main'],
            minify: true,
            keepNames: true,
            charset: 'utf8',
            legalComments: 'none',
            sourcemap: false,
            tsconfigRaw: {},
            logLevel: 'silent',
            metafile: true,
            write: false,
        });
    }
    catch (error) {
        if (!isBuildFailure(error))
            throw error;
        throw bundleError(folder, at, error.errors);
    }
}
function bundleError(folder, at, errors) {
    const [first] = errors;
    const place = first?.location;
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    return new slipway_error/* UserError */.yo('FUNCTION_BUNDLE', `${folder} cannot be bundled: ${first?.text ?? 'unknown'}${more}`, {
        at: place ? { file: place.file, line: place.line, column: place.column + 1 } : at,
    });
}
function isBuildFailure(error) {
    return typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors);
}
function checkHandler({ folder, handler, at }, exported) {
    if (handler === null)
        return;
    const [file, name, ...rest] = handler.split('.');
    if (file === 'index' && name !== undefined && rest.length === 0 && exported.includes(name))
        return;
    const choices = exported.map((each) => `index.${each}`).join(', ');
    throw new slipway_error/* UserError */.yo('FUNCTION_HANDLER', choices === ''
        ? `Handler is ${handler}, but ${folder} exports nothing`
        : `Handler is ${handler}, but ${folder} offers ${choices}`, { at });
}


/***/ }),

/***/ 884:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ requireEsbuild),
/* harmony export */   y: () => (/* binding */ findEsbuild)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_module__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6505);



/**
 * The esbuild that a repository's functions are bundled with: the one installed in the repository, so that its lock file
 * says which version makes the bytes; else the one that stands beside Slipway. It is a native program, which is why the
 * actions can't carry it. Loaded when it is asked for, since a repository without functions needs none.
 *
 * @param root the repository's folder
 * @param beside loads the one beside Slipway; rejects with Node's own code where there is none
 * @returns `null` where there is neither
 * @throws UserError `ESBUILD_BROKEN` where the repository's is there but does not load
 */
async function findEsbuild(root, beside = besideSlipway) {
    const own = fromRepository(root);
    if (own !== null)
        return { esbuild: own, from: 'repository' };
    try {
        return { esbuild: await beside(), from: 'slipway' };
    }
    catch (error) {
        if (isNotFound(error))
            return null;
        throw error;
    }
}
/** Found by Node when it is asked for, in the actions' bundle too (`webpackIgnore`): there it is beside Slipway only in our own checkout. */
const besideSlipway = () => import(/* webpackIgnore: true */ 'esbuild');
function fromRepository(root) {
    const load = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'package.json'));
    try {
        load.resolve('esbuild');
    }
    catch {
        return null;
    }
    try {
        return load('esbuild');
    }
    catch (error) {
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('ESBUILD_BROKEN', `the esbuild of ${root} can't be loaded: ${firstLine(error)}`, {
            cause: error,
            next: 'npm ci',
        });
    }
}
/**
 * @param needs the first function that needs it
 * @throws UserError `ESBUILD_MISSING`, `ESBUILD_BROKEN`
 */
async function requireEsbuild(root, needs, beside) {
    const found = await findEsbuild(root, beside);
    if (found !== null)
        return found;
    throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('ESBUILD_MISSING', `${needs.folder} is bundled by esbuild, which is not installed in the repository`, { at: needs.at, next: 'npm install --save-dev --save-exact esbuild' });
}
function isNotFound(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
    return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
}
function firstLine(error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}


/***/ }),

/***/ 9066:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ansiPaint: () => (/* binding */ ansiPaint),
/* harmony export */   plainPaint: () => (/* binding */ plainPaint)
/* harmony export */ });
const same = (text) => text;
/** For files, pipes, CI and `NO_COLOR`. */
const plainPaint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };
const sgr = (on, off) => (text) => text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
/** The sixteen colours that every terminal has, as its owner chose them (ECMA-48, SGR). */
const ansiPaint = {
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    red: sgr(31, 39),
    green: sgr(32, 39),
    yellow: sgr(33, 39),
    cyan: sgr(36, 39),
};


/***/ }),

/***/ 9786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ unknownCommit),
/* harmony export */   uM: () => (/* binding */ gitIn),
/* harmony export */   xk: () => (/* binding */ commitId)
/* harmony export */ });
/* unused harmony export gitPrefix */
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6505);




/** An id in full, in SHA-1 or SHA-256, or as many digits of one as git takes at least. */
const idForm = /^[0-9a-f]{7,64}$/i;
/**
 * Git in a folder. Nothing of the sources runs: contents are read as objects, without filters or text conversion.
 *
 * @param root a folder of a working tree
 * @throws UserError (each function) `GIT_MISSING` where git can't be started, `GIT_FAILED` with git's words
 */
function gitIn(root) {
    const git = async (...args) => {
        const { exitCode, stdout, stderr } = await run(root, args);
        if (exitCode === 0)
            return stdout;
        throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('GIT_FAILED', `git ${args[0] ?? ''} failed in ${root}: ${cause(stderr)}`, {
            next: `git -C ${root} status`,
        });
    };
    const prefix = async () => (await git('rev-parse', '--show-prefix')).replace(/\n$/, '');
    return {
        commit: async (revision) => {
            if (!isRevision(revision))
                return { kind: 'no-such-name' };
            const { exitCode, stdout } = await run(root, [
                ...['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
            ]);
            if (exitCode === 0)
                return { kind: 'found', id: stdout.trim() };
            const shallow = (await git('rev-parse', '--is-shallow-repository')).trim() === 'true';
            if (!idForm.test(revision) && !(shallow && /^HEAD[\^~\d]+$/.test(revision)))
                return { kind: 'no-such-name' };
            return { kind: 'not-here', isShallow: shallow };
        },
        prefix,
        changedSince: async (commit) => {
            const at = await prefix();
            const changed = await git(...['diff', '--name-only', '--no-renames', '--no-relative', '--no-ext-diff', '-z', commit, '--']);
            const unknown = await git(...['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/']);
            return new Set([...names(changed), ...names(unknown)].map((file) => node_path__WEBPACK_IMPORTED_MODULE_2__.posix.relative(at, file)));
        },
        at: (commit) => commitTree(commit, git),
        workingTree: () => workingTree(root, git),
    };
}
function workingTree(root, git) {
    let listing;
    const list = async () => {
        const [listed, deleted] = await Promise.all([
            git('ls-files', '--cached', '--others', '--exclude-standard', '-z'),
            git('ls-files', '--deleted', '-z'),
        ]);
        const gone = new Set(names(deleted));
        return sources(names(listed).filter((file) => !gone.has(file)));
    };
    return {
        name: 'the working tree',
        read: (file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, file), 'utf8'),
        files: () => (listing ??= list()),
    };
}
function sources(files) {
    return new Set(files.filter((file) => !file.split('/').includes('node_modules')));
}
/**
 * The id of a commit that must be there.
 * @throws UserError `COMMIT_UNKNOWN` for a name that git does not know, `COMMIT_ABSENT` where the clone lacks the commit
 */
async function commitId(git, name) {
    const answer = await git.commit(name);
    switch (answer.kind) {
        case 'found':
            return answer.id;
        case 'not-here':
            throw new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('COMMIT_ABSENT', answer.isShallow
                ? `the commit ${name} is not in this clone, which holds only the newest commits; actions/checkout takes fetch-depth: 2 for the commit before, 0 for all`
                : `the commit ${name} is not in this clone`, { next: answer.isShallow ? 'git fetch --unshallow' : 'git fetch --all' });
        case 'no-such-name':
            throw unknownCommit(name);
    }
}
/** The mistake of naming a commit that can't be one. */
function unknownCommit(name) {
    return new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('COMMIT_UNKNOWN', `"${name}" is no commit, branch or tag of this repository`, {
        next: 'git log --oneline -5',
    });
}
/** Where a folder lies in its repository, with a slash at the end; empty for the repository itself, and outside of one. */
async function gitPrefix(root) {
    return gitIn(root)
        .prefix()
        .catch(() => '');
}
/** One listing of a commit, then one object for each file that is read. */
function commitTree(commit, git) {
    let listing;
    const entries = () => (listing ??= git('ls-tree', '-r', '-z', commit).then((text) => new Map(names(text).flatMap((line) => {
        const [, mode, type, object, file] = /^(\d+) (\w+) ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
        // A link's contents are another name: what it points to is read under its own.
        if (type === undefined || object === undefined || file === undefined || mode === '120000')
            return [];
        return [[file, { type, object }]];
    }))));
    return {
        name: commit,
        read: async (file) => {
            const entry = (await entries()).get(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.normalize(file));
            if (entry?.type !== 'blob') {
                throw Object.assign(new Error(`${file} is not there at ${commit.slice(0, 12)}`), { code: 'ENOENT' });
            }
            return git('cat-file', 'blob', entry.object);
        },
        files: async () => sources([...(await entries()).keys()]),
    };
}
/** What may be handed to git as a revision: no option, no range, no path in a commit, nothing that acts. */
function isRevision(text) {
    return /^[A-Za-z0-9][\w./@{}^~+-]{0,254}$/.test(text) && !text.includes('..');
}
function names(text) {
    return text.split('\0').filter((name) => name !== '');
}
function run(root, args) {
    const options = { cwd: root, maxBuffer: 256 * 1024 * 1024 };
    return new Promise((resolve, reject) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', ['--no-optional-locks', ...args], options, (error, stdout, stderr) => {
            if (error === null)
                resolve({ exitCode: 0, stdout, stderr });
            else if (typeof error.code === 'number')
                resolve({ exitCode: error.code, stdout, stderr });
            else {
                reject(new _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('GIT_MISSING', `git can't be started in ${root}, so sources can't be compared`, {
                    cause: error,
                    next: 'git --version',
                }));
            }
        });
    });
}
function cause(stderr) {
    const lines = stderr.trim().split('\n');
    return (lines.find((line) => line.startsWith('fatal: ')) ?? lines.at(-1) ?? '').slice(0, 400);
}


/***/ }),

/***/ 7748:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ importedFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

/** Files that import others by name. */
const importing = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html?|css|scss|sass|less)$/;
/**
 * What may stand between two quotes after `from`, `import`, `require(`, `import(`, `url(`, `@import`, `src=` and `href=`:
 * names that begin with a dot. The text is not parsed, so that a name in a comment counts as well: never too few.
 */
const relativeNames = /["'`(]\s*(\.{1,2}\/[^"'`()\s?#]*)/g;
/** How a name without an extension may be meant, as bundlers try it; `.js` may stand for the `.ts` that it is made of. */
const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.css', '.vue'];
const indexes = endings.slice(1).map((ending) => `/index${ending}`);
/**
 * The files that some files name by relative paths, and the files that those name, and so on: what belongs to a function
 * or a site without lying in its folder. A name that no file answers to is left out.
 *
 * @param start relative to the repository
 * @returns with those of `start` that are there
 */
async function importedFiles(tree, start) {
    const there = await tree.files();
    const found = new Set();
    const open = [...start].filter((file) => there.has(file));
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
        if (found.has(file))
            continue;
        found.add(file);
        if (!importing.test(file))
            continue;
        open.push(...namedIn(await tree.read(file), node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file), there));
    }
    return found;
}
function namedIn(text, folder, there) {
    return [...text.matchAll(relativeNames)].flatMap(([, name = '']) => {
        const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, name)).replace(/\/$/, '');
        const bare = path.replace(/\.[cm]?jsx?$/, '');
        const meant = [path, bare].flatMap((base) => [...endings, ...indexes].map((ending) => base + ending));
        return [...new Set(meant)].filter((file) => there.has(file));
    });
}


/***/ }),

/***/ 7283:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ localPackages),
/* harmony export */   a5: () => (/* binding */ isAtOrBelow),
/* harmony export */   pq: () => (/* binding */ isReadByBuilds)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

/** What decides which packages a build finds, and how a compiler reads the sources. */
const decisive = /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|\.npmrc|\.yarnrc(?:\.yml)?|\.nvmrc|\.node-version|tsconfig[^/]*\.json)$/;
/** Whether a file is read by every build in a folder: a lock file, say, in the folder or in one above it. */
function isReadByBuilds(file, folder) {
    if (!decisive.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(file)))
        return false;
    return isAtOrBelow(folder, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file));
}
/** Whether a path is a folder, or lies in it. `.` holds all but what begins with `../`. */
function isAtOrBelow(path, folder) {
    if (path === folder)
        return true;
    const away = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(folder, path);
    return away !== '..' && !away.startsWith('../');
}
/**
 * Folders whose packages a build in `folder` may import by name: npm's workspaces and dependencies by path, in the
 * `package.json` of the folder and of those above it.
 */
async function localPackages(tree, folder) {
    const found = new Set();
    for (let at = folder;; at = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(at)) {
        for (const path of await pathsIn(tree, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(at, 'package.json'))) {
            found.add(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(at, path)).replace(/\/$/, ''));
        }
        if (at === '.' || at.startsWith('..'))
            break;
    }
    return [...found].filter((path) => !path.startsWith('..')).sort();
}
async function pathsIn(tree, file) {
    let data;
    try {
        data = JSON.parse(await tree.read(file));
    }
    catch {
        return []; // None there, or none that npm could read either.
    }
    const { workspaces, ...rest } = record(data);
    const patterns = Array.isArray(workspaces) ? workspaces : record(workspaces)['packages'];
    const named = (Array.isArray(patterns) ? patterns : []).map((pattern) => 
    // `packages/*`: everything in packages
    String(pattern).replace(/\/?[^/]*[*?[{!].*$/, ''));
    const specs = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((section) => Object.values(record(rest[section])));
    // Yarn and pnpm may say elsewhere which folders are workspaces.
    if (named.length === 0 && specs.some((spec) => String(spec).startsWith('workspace:')))
        return ['.'];
    const byPath = specs.flatMap((spec) => /^(?:file|link|portal):(.+)$/.exec(String(spec))?.[1] ?? []);
    return [...named, ...byPath].map((path) => (path === '' ? '.' : path));
}
function record(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : {};
}


/***/ }),

/***/ 4091:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ scannedParts),
/* harmony export */   SK: () => (/* binding */ siteParts),
/* harmony export */   SO: () => (/* binding */ namedParts),
/* harmony export */   Ym: () => (/* binding */ systemSources)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1036);
/* harmony import */ var _config_parse_system_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5059);
/* harmony import */ var _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6505);
/* harmony import */ var _release_package_templates_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8463);
/* harmony import */ var _release_renewal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5061);
/* harmony import */ var _template_read_template_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(443);
/* harmony import */ var _import_scan_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7748);
/* harmony import */ var _package_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7283);









/**
 * What a system is made of in one state of the sources: its parameter files, its templates with all that they nest or are
 * renewed with, its functions with what they import, its site, its smoke profile. `null` where there is no such system.
 */
async function systemSources(tree, system, functionParts) {
    const file = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .systemFile */ .Is)(system);
    if (!(await tree.files()).has(file))
        return null;
    const files = new Set();
    const folders = new Set([node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file)]);
    const builds = new Set();
    const add = (parts) => {
        for (const each of parts.files)
            files.add(each);
        for (const each of parts.folders)
            folders.add(each);
    };
    try {
        const definition = (0,_config_parse_system_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSystem */ .V)(await tree.read(file), file);
        if (definition.smoke !== null)
            files.add(definition.smoke);
        if (definition.site !== null) {
            const parts = await siteParts(tree, definition.site.build);
            add(parts);
            if (parts.folder !== null)
                builds.add(parts.folder);
        }
        for (const stack of definition.stacks) {
            const templates = templatesOf(await (0,_template_read_template_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .readTemplateTree */ .H_)(stack.template, (name) => tree.read(name)));
            for (const template of templates) {
                files.add(template.file);
                for (const name of renewedWith(template))
                    files.add(name);
            }
            const references = new Map([...templates.flatMap(_release_package_templates_js__WEBPACK_IMPORTED_MODULE_4__/* .functionsOf */ .TW), ...templates.flatMap(_release_package_templates_js__WEBPACK_IMPORTED_MODULE_4__/* .layersOf */ .w)].map((each) => [
                each.folder,
                each,
            ]));
            for (const reference of references.values()) {
                add(await functionParts(tree, reference));
                builds.add(reference.folder);
            }
        }
        return { files, folders, builds, unreadable: null };
    }
    catch (error) {
        const isOfFile = error instanceof Error && 'code' in error; // a folder where a file should be, say
        if (!(error instanceof _errors_slipway_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo) && !isOfFile)
            throw error;
        return { files, folders, builds, unreadable: error.message };
    }
}
/**
 * What a function may be made of, as far as names in the sources tell: the folder that it shares with others, what is
 * imported from elsewhere by a path, and packages of this repository.
 */
const scannedParts = async (tree, { folder }) => {
    const shared = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(folder);
    const own = [...(await tree.files())].filter((file) => file.startsWith(`${folder}/`));
    return {
        files: await (0,_import_scan_js__WEBPACK_IMPORTED_MODULE_7__/* .importedFiles */ .Y)(tree, own),
        folders: new Set([folder, shared, ...(await (0,_package_files_js__WEBPACK_IMPORTED_MODULE_8__/* .localPackages */ .HB)(tree, folder))]),
    };
};
/** What a function names by paths, from its entry on; enough beside what esbuild found in the other state of the sources. */
const namedParts = async (tree, { folder }) => {
    const entries = [...(await tree.files())].filter((file) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file) === folder && node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(file).startsWith('index.'));
    return { files: await (0,_import_scan_js__WEBPACK_IMPORTED_MODULE_7__/* .importedFiles */ .Y)(tree, entries), folders: new Set() };
};
/** Signs of the folder that a site is built in. */
const siteMarks = /^(?:package\.json|index\.html|[^/]+\.config\.[cm]?[jt]s)$/;
/**
 * A site's folder is the nearest one above its build that looks like a project's; with what it takes from elsewhere. Of
 * another repository's build nothing is here but the file, where it is named by a path.
 */
async function siteParts(tree, build) {
    if (typeof build !== 'string') {
        const files = new Set((0,_config_parse_system_js__WEBPACK_IMPORTED_MODULE_2__/* .isAddress */ .PW)(build.artifact) ? [] : [node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(build.artifact)]);
        return { folder: null, files, folders: new Set() };
    }
    const files = await tree.files();
    const marked = new Set([...files].filter((file) => siteMarks.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(file))).map((file) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file)));
    let folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(build).replace(/\/$/, ''));
    while (folder !== '.' && !marked.has(folder))
        folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(folder);
    const own = [...files].filter((file) => folder === '.' || file.startsWith(`${folder}/`));
    return {
        folder,
        files: await (0,_import_scan_js__WEBPACK_IMPORTED_MODULE_7__/* .importedFiles */ .Y)(tree, own),
        folders: new Set([folder, ...(await (0,_package_files_js__WEBPACK_IMPORTED_MODULE_8__/* .localPackages */ .HB)(tree, folder))]),
    };
}
function templatesOf(tree) {
    return [tree.template, ...[...tree.children.values()].flatMap(templatesOf)];
}
function renewedWith(template) {
    return (0,_release_renewal_js__WEBPACK_IMPORTED_MODULE_5__/* .renewalsOf */ .Z)(template)
        .flatMap(({ templates }) => templates)
        .filter((name) => name !== 'self')
        .map((name) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(template.file), name)));
}


/***/ })

};
