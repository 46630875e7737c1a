export const id = 1133;
export const ids = [1133];
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

/***/ 1133:
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
 * Lints templates with the parameters of each environment; one process for all templates of a region, since what a region
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
    const options = ['--format', 'json', '--regions', region, '--ignore-checks', ...notAsked];
    const { exitCode, stdout, stderr } = await run([...options, '--deployment-files', ...files.keys()], root);
    const answer = dist/* safeParse */.xLC(answerSchema, stdout);
    if (!answer.success) {
        throw new slipway_error/* SlipwayError */.GQ('CFN_LINT_FAILED', `cfn-lint ended with exit code ${exitCode} and no findings to read. It said: ${lastLines(stderr) || 'nothing'}`, 'slipway');
    }
    return answer.output.map(({ Filename, Level, Location, Message, Rule }) => ({
        rule: Rule.Id,
        severity: severities[Level] ?? 'error',
        message: withEnvironments(Message, files),
        at: { file: Filename, line: Location.Start.LineNumber, column: Location.Start.ColumnNumber },
        hint: null,
    }));
}
/** cfn-lint names the file that a value came from; people know the environment. */
function withEnvironments(message, files) {
    return message.replace(/ from \[([^\]]*)\]/g, (whole, list) => {
        const named = list.split(', ').flatMap((quoted) => files.get(quoted.replace(/^'|'$/g, '')) ?? []);
        return named.length === 0 ? whole : ` in ${[...new Set(named)].join(', ')}`;
    });
}
const severities = {
    Error: 'error',
    Warning: 'warning',
    Informational: 'info',
};
/** What cfn-lint prints with `--format json`, as far as it is read. */
const answerSchema = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* parseJson */.qFJ(), dist/* array */.YOg(dist/* object */.Ikc({
    Filename: dist/* string */.YjP(),
    Level: dist/* string */.YjP(),
    Message: dist/* string */.YjP(),
    Location: dist/* object */.Ikc({ Start: dist/* object */.Ikc({ LineNumber: dist/* number */.aig(), ColumnNumber: dist/* number */.aig() }) }),
    Rule: dist/* object */.Ikc({ Id: dist/* string */.YjP() }),
})));
function lastLines(text) {
    return text.trim().split('\n').slice(-3).join(' ').slice(0, 400);
}

// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
// EXTERNAL MODULE: ./src/report/units.ts
var units = __webpack_require__(7885);
// EXTERNAL MODULE: ./src/report/visible.ts + 7 modules
var visible = __webpack_require__(4062);
;// CONCATENATED MODULE: ./src/report/findings.ts



/** Grouped by file, in the order of lines, with the rule at the end. */
function findingsText(findings, paint) {
    if (findings.length === 0)
        return ` ${paint.green('lint')}  nothing found`;
    const sorted = inOrder(findings);
    const files = [...new Set(sorted.map((finding) => finding.at.file))];
    const lines = files.flatMap((file) => {
        const own = sorted.filter((finding) => finding.at.file === file);
        const width = (0,visible/* widest */.D3)(own.map((finding) => `${finding.at.line}:${finding.at.column}`));
        return [
            ` ${paint.bold((0,visible/* visible */.RK)(file))}`,
            ...own.flatMap((finding) => [
                `   ${(0,visible/* padded */.jC)(`${finding.at.line}:${finding.at.column}`, width)}  ${word(finding, paint)}  ${(0,visible/* visible */.RK)(finding.message)}  ${paint.dim((0,visible/* visible */.RK)(finding.rule))}`,
                ...(finding.hint === null
                    ? []
                    : [`   ${' '.repeat(width)}           ${paint.dim((0,visible/* visible */.RK)(finding.hint))}`]),
            ]),
        ];
    });
    return [...lines, '', ` ${summary(findings)}`].join('\n');
}
function findingsMarkdown(findings) {
    if (findings.length === 0)
        return '### Lint · nothing found';
    const rows = inOrder(findings).map((finding) => {
        const cells = [
            finding.severity === 'error' ? '**error**' : finding.severity,
            (0,markdown/* code */.aY)(`${finding.at.file}:${finding.at.line}:${finding.at.column}`),
            (0,markdown/* prose */.CS)(finding.message) + (finding.hint === null ? '' : `<br>${(0,markdown/* prose */.CS)(finding.hint)}`),
            (0,markdown/* code */.aY)(finding.rule),
        ];
        return `| ${cells.map(markdown/* cell */.Hn).join(' | ')} |`;
    });
    return [
        `### Lint · ${summary(findings)}`,
        ['| | where | what | rule |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ].join('\n\n');
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
function inOrder(findings) {
    return [...findings].sort((a, b) => (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : 0) ||
        a.at.line - b.at.line ||
        a.at.column - b.at.column);
}

// EXTERNAL MODULE: ./src/report/paint.ts
var paint = __webpack_require__(9066);
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
                    driver: { name: 'Slipway', ...(version !== undefined && { version }), rules: ids.map(ruleOf) },
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
/** Rules of cfn-lint are explained in its own list; ours say all in the message. */
function ruleOf(id) {
    if (!/^[EWI]\d{4}$/.test(id))
        return { id };
    return { id, helpUri: `https://github.com/aws-cloudformation/cfn-lint/blob/main/docs/rules.md#${id}` };
}
/** A relative reference of RFC 3986: every segment escaped, and no colon that would make a scheme of the first one (4.2). */
function uriOf(file) {
    return file
        .split('/')
        .map((segment) => encodeURIComponent(segment))
        .join('/');
}

// EXTERNAL MODULE: ./src/config/load.ts
var load = __webpack_require__(1036);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
// EXTERNAL MODULE: ./src/template/nearest.ts
var nearest = __webpack_require__(212);
// EXTERNAL MODULE: ./src/config/parse-system.ts
var parse_system = __webpack_require__(8319);
// EXTERNAL MODULE: ./src/config/stack-instances.ts
var stack_instances = __webpack_require__(7275);
// EXTERNAL MODULE: ./src/template/evaluate-tree.ts
var evaluate_tree = __webpack_require__(4416);
// EXTERNAL MODULE: ./src/template/references.ts
var references = __webpack_require__(2017);
;// CONCATENATED MODULE: ./src/lint/finding.ts
/** An error of one of our rules. */
function finding(rule, message, at, hint = null) {
    return { rule, severity: 'error', message, at, hint };
}
/** In the order of files and lines, each thing told once, however many environments or parents show it. */
function finding_inOrder(findings) {
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

// EXTERNAL MODULE: ./src/config/compare-environments.ts
var compare_environments = __webpack_require__(3640);
// EXTERNAL MODULE: ./src/config/environment-name.ts
var environment_name = __webpack_require__(5899);
// EXTERNAL MODULE: ./src/template/read-template-tree.ts
var read_template_tree = __webpack_require__(443);
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

// EXTERNAL MODULE: ./src/template/evaluated.ts
var template_evaluated = __webpack_require__(607);
// EXTERNAL MODULE: ./src/template/parameter-values.ts
var parameter_values = __webpack_require__(7832);
;// CONCATENATED MODULE: ./src/lint/constraint.ts

/**
 * What is wrong with a value by the parameter's own constraints, to stand behind the parameter's name; `null` where nothing
 * is. Constraints of a list hold for each item (CloudFormation User Guide, "Parameters"). A value with a dynamic reference is
 * judged when it is deployed. A secret, or a `NoEcho` parameter's value, is not repeated.
 */
function violation(parameter, value, secret = false) {
    if (value.includes('{{resolve:'))
        return null;
    const items = (0,parameter_values/* isListType */.Fs)(parameter.Type) ? value.split(',').map((item) => item.trim()) : [value];
    for (const item of items) {
        const wrong = itemViolation(parameter, item);
        if (wrong !== null)
            return `is ${secret || (0,parameter_values/* isNoEcho */.jm)(parameter) ? 'a value (not shown) that' : `"${item}", which`} ${wrong}`;
    }
    return null;
}
function itemViolation(parameter, item) {
    const { AllowedValues: allowed, AllowedPattern: pattern } = parameter;
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
/** CloudFormation matches the whole value, by Java's rules; `null` for what JavaScript cannot read. */
function wholePattern(pattern) {
    try {
        return new RegExp(`^(?:${pattern})$`, 'su');
    }
    catch {
        try {
            return new RegExp(`^(?:${pattern})$`, 's');
        }
        catch {
            return null;
        }
    }
}

;// CONCATENATED MODULE: ./src/lint/nested-values.ts




/** Values that come to nested stacks and that the stacks' own constraints refuse, in the environment where they do. */
function nestedValues({ environment, stack }) {
    return withNested(stack).flatMap((parent) => [...parent.children].flatMap(([logicalId, child]) => refused(parent, logicalId, child, environment)));
}
function refused(parent, logicalId, child, environment) {
    return Object.keys(child.template.body.Parameters ?? {}).flatMap((name) => {
        const wrong = violated(child, name);
        if (wrong === null || passesOn(parent, logicalId, name))
            return [];
        return [
            finding('wiring/value', `In ${environment}, ${name} of the nested stack ${logicalId} ${wrong}`, parent.template.locate(['Resources', logicalId, 'Properties', 'Parameters', name]), `${child.template.file}:${child.template.locateKey(['Parameters', name]).line} says so`),
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
    const fed = parent.template.body.Resources[logicalId]?.Properties?.['Parameters'];
    const value = typeof fed === 'object' && fed !== null ? fed[name] : undefined;
    const source = typeof value === 'object' && value !== null && 'Ref' in value ? value.Ref : undefined;
    return typeof source === 'string' && violated(parent, source) !== null;
}

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

;// CONCATENATED MODULE: ./src/lint/orphan-templates.ts

/** Templates that no system deploys, beside the one that sets an account up. */
const standingAlone = ['templates/bootstrap.yml'];
/**
 * A template that nobody nests is dead code that looks alive.
 *
 * @param files all templates of the repository
 * @param trees of all stacks of all systems
 */
function orphanTemplates(files, trees) {
    const used = new Set([...standingAlone, ...trees.flatMap(templateFiles)]);
    return files
        .filter((file) => !used.has(file))
        .map((file) => finding('wiring/orphan-template', `No system deploys ${file}, and no template nests it`, { file, line: 1, column: 1 }, 'Name it in a system.yml or a TemplateURL, or delete it'));
}
function templateFiles(tree) {
    return [tree.template.file, ...[...tree.children.values()].flatMap(templateFiles)];
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
        .map((name) => finding('policy/smoke-issuer-in-prod', `${name} is set for prod; tokens of a test issuer must not be accepted there`, settingOf(system, instance.name, name) ?? each.template.locateKey(['Parameters', name]), `Set ${name}: '' in prod. There the smoke checks take their token from a client of the real issuer.`)));
}
/** Where a file sets the parameter for prod; `null` where none does. */
function settingOf({ definition, environments }, stack, name) {
    const prod = environments.find(({ value }) => value.environment === 'prod');
    if (prod?.value.values[stack]?.[name] !== undefined)
        return prod.locate(['values', stack, name]);
    const wired = definition.value.stacks.find((each) => each.name === stack)?.parameters[name];
    return wired === undefined ? null : definition.locate(['stacks', stack, 'parameters', name]);
}

;// CONCATENATED MODULE: ./src/lint/unresolved-inputs.ts




const hint = 'While a nested change set is made, this parameter holds a placeholder, and the whole set fails. Decide it in the parent, or pass the value from a parameter of the root.';
/**
 * Uses that make nested change sets fail. A child's parameter that is fed from a resource, or from another child's output, is a
 * placeholder such as `{{IntrinsicFunction:…}}` while the change set is made; `Select` and `Split` of it, its own constraints,
 * and conditions and rules on it are evaluated with that text (cloudformation-coverage-roadmap#759,
 * cfn-language-discussion#152).
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
        return [];
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
        return [...found, ...typed].map(({ what, path: place }) => report(template, name, from, what, place));
    });
}
function decisions(template, feeds) {
    return ['Conditions', 'Rules'].flatMap((section) => Object.entries(template.body[section] ?? {}).flatMap(([name, value]) => (0,references/* references */.Ft)(value).flatMap((reference) => {
        const from = reference.kind === 'ref' ? feeds.get(reference.name) : undefined;
        if (from === undefined)
            return [];
        const what = `the ${section === 'Rules' ? 'rule' : 'condition'} ${name}`;
        return [report(template, reference.name, from, what, [section, name, ...reference.path])];
    })));
}
function cuts(template, feeds) {
    return ['Resources', 'Outputs'].flatMap((section) => functionsNamed(['Fn::Select', 'Fn::Split'], template.body[section], [section]).flatMap(({ name, argument, path }) => (0,references/* references */.Ft)(argument).flatMap((reference) => {
        const from = reference.kind === 'ref' ? feeds.get(reference.name) : undefined;
        if (from === undefined)
            return [];
        return [report(template, reference.name, from, name.replace('Fn::', ''), path)];
    })));
}
/** Two export names that are both placeholders look like one name twice. */
function exportNames(template, feeds) {
    return Object.entries(template.body.Outputs ?? {}).flatMap(([name, output]) => (0,references/* references */.Ft)(output.Export).flatMap((reference) => {
        const from = reference.kind === 'ref' ? feeds.get(reference.name) : undefined;
        const path = ['Outputs', name, 'Export', ...reference.path];
        return from === undefined
            ? []
            : [report(template, reference.name, from, `the export name of ${name}`, path)];
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
function report(template, name, from, what, path) {
    const kind = template.body.Parameters?.[name];
    const list = kind !== undefined && (0,parameter_values/* isListType */.Fs)(kind.Type) ? ' (a list)' : '';
    return finding('wiring/unresolved-input', `${name}${list} is fed from ${from}, so ${what} cannot be evaluated while the change set is made`, template.locate(path), hint);
}

;// CONCATENATED MODULE: ./src/lint/lint.ts
















/** Where an account's own template stands; it belongs to no system and is linted with all. */
const bootstrap = 'templates/bootstrap.yml';
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
    for (const system of systems) {
        const evaluated = evaluateStacks(system);
        findings.push(...evaluated.findings, ...parameterFiles(system), ...[...system.trees.values()].flatMap((tree) => [...nestedWiring(tree), ...unresolvedInputs(tree)]), ...evaluated.stacks.flatMap((each) => [...nestedValues(each), ...smokeIssuerInProd(system, each)]));
        uses.push(...templateUses(system, evaluated.stacks));
    }
    const files = await templatesIn(root);
    if (files.length === 0) {
        throw new slipway_error/* UserError */.yo('LINT_NOTHING', 'There is no template: templates/**/*.yml matches nothing');
    }
    if (complete && wanted.length === all.length)
        findings.push(...orphanTemplates(files, trees));
    const region = uses[0]?.region ?? 'us-east-1';
    if (files.includes(bootstrap))
        uses.push({ template: bootstrap, region, environment: 'none', parameters: {} });
    const packaged = new Set(trees.flatMap(withChildren).flatMap(({ template }) => (isPackaged(template) ? [template.file] : [])));
    const told = await cfnLint(root, uses, runCfnLint);
    findings.push(...told.filter((each) => !isUseOfArtifactBucket(each, packaged) && !isToldAlready(each, findings)));
    return finding_inOrder(findings);
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
/** `ArtifactBucket` looks unused in the sources: packaging writes its uses. */
function isUseOfArtifactBucket({ rule, message, at }, packaged) {
    return rule === 'W2001' && /^Parameter ArtifactBucket\b/.test(message) && packaged.has(at.file);
}
/** E1010 is a `GetAtt` of what is not there; of a nested stack's output our own rule says it, with the choices. */
function isToldAlready({ rule, at }, findings) {
    return (rule === 'E1010' &&
        findings.some((own) => own.rule === 'wiring/output-unknown' && own.at.file === at.file && own.at.line === at.line));
}
function withChildren(tree) {
    return [tree, ...[...tree.children.values()].flatMap(withChildren)];
}
async function templatesIn(root) {
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, 'templates'), { recursive: true }).catch(() => []);
    return entries
        .map((entry) => `templates/${entry.replaceAll('\\', '/')}`)
        .filter((file) => /\.(ya?ml|json)$/.test(file))
        .sort();
}

// EXTERNAL MODULE: ./src/release/load-esbuild.ts
var load_esbuild = __webpack_require__(884);
// EXTERNAL MODULE: ./src/release/bundle-function.ts + 1 modules
var bundle_function = __webpack_require__(9982);
;// CONCATENATED MODULE: ./src/source-changes/package-files.ts

/** What decides which packages a build finds, and how a compiler reads the sources. */
const decisive = /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|bun\.lockb?|\.npmrc|\.yarnrc(?:\.yml)?|\.nvmrc|\.node-version|tsconfig[^/]*\.json)$/;
/** Whether a file is read by every build in a folder: a lock file, say, in the folder or in one above it. */
function isReadByBuilds(file, folder) {
    if (!decisive.test(external_node_path_.posix.basename(file)))
        return false;
    return isAtOrBelow(folder, external_node_path_.posix.dirname(file));
}
/** Whether a path is a folder, or lies in it. `.` holds all but what begins with `../`. */
function isAtOrBelow(path, folder) {
    if (path === folder)
        return true;
    const away = external_node_path_.posix.relative(folder, path);
    return away !== '..' && !away.startsWith('../');
}
/**
 * Folders whose packages a build in `folder` may import by name: npm's workspaces and dependencies by path, in the
 * `package.json` of the folder and of those above it.
 */
async function localPackages(tree, folder) {
    const found = new Set();
    for (let at = folder;; at = external_node_path_.posix.dirname(at)) {
        for (const path of await pathsIn(tree, external_node_path_.posix.join(at, 'package.json'))) {
            found.add(external_node_path_.posix.normalize(external_node_path_.posix.join(at, path)).replace(/\/$/, ''));
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

// EXTERNAL MODULE: ./src/release/package-templates.ts + 1 modules
var package_templates = __webpack_require__(9100);
// EXTERNAL MODULE: ./src/release/renewal.ts
var renewal = __webpack_require__(5061);
;// CONCATENATED MODULE: ./src/source-changes/import-scan.ts

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
        open.push(...namedIn(await tree.read(file), external_node_path_.posix.dirname(file), there));
    }
    return found;
}
function namedIn(text, folder, there) {
    return [...text.matchAll(relativeNames)].flatMap(([, name = '']) => {
        const path = external_node_path_.posix.normalize(external_node_path_.posix.join(folder, name)).replace(/\/$/, '');
        const bare = path.replace(/\.[cm]?jsx?$/, '');
        const meant = [path, bare].flatMap((base) => [...endings, ...indexes].map((ending) => base + ending));
        return [...new Set(meant)].filter((file) => there.has(file));
    });
}

;// CONCATENATED MODULE: ./src/source-changes/system-sources.ts









/**
 * What a system is made of in one state of the sources: its parameter files, its templates with all that they nest or are
 * renewed with, its functions with what they import, its site, its smoke profile. `null` where there is no such system.
 */
async function systemSources(tree, system, functionParts) {
    const file = (0,load/* systemFile */.Is)(system);
    if (!(await tree.files()).has(file))
        return null;
    const files = new Set();
    const folders = new Set([external_node_path_.posix.dirname(file)]);
    const builds = new Set();
    const add = (parts) => {
        for (const each of parts.files)
            files.add(each);
        for (const each of parts.folders)
            folders.add(each);
    };
    try {
        const definition = (0,parse_system/* parseSystem */.V)(await tree.read(file), file);
        if (definition.smoke !== null)
            files.add(definition.smoke);
        if (definition.site !== null) {
            const parts = await siteParts(tree, definition.site.build);
            add(parts);
            builds.add(parts.folder);
        }
        for (const stack of definition.stacks) {
            const templates = templatesOf(await (0,read_template_tree/* readTemplateTree */.H_)(stack.template, (name) => tree.read(name)));
            for (const template of templates) {
                files.add(template.file);
                for (const name of renewedWith(template))
                    files.add(name);
            }
            const references = new Map(templates.flatMap(package_templates/* functionsOf */.T).map((each) => [each.folder, each]));
            for (const reference of references.values()) {
                add(await functionParts(tree, reference));
                builds.add(reference.folder);
            }
        }
        return { files, folders, builds, unreadable: null };
    }
    catch (error) {
        const isOfFile = error instanceof Error && 'code' in error; // a folder where a file should be, say
        if (!(error instanceof slipway_error/* UserError */.yo) && !isOfFile)
            throw error;
        return { files, folders, builds, unreadable: error.message };
    }
}
/**
 * What a function may be made of, as far as names in the sources tell: the folder that it shares with others, what is
 * imported from elsewhere by a path, and packages of this repository.
 */
const scannedParts = async (tree, { folder }) => {
    const shared = external_node_path_.posix.dirname(folder);
    const own = [...(await tree.files())].filter((file) => file.startsWith(`${folder}/`));
    return {
        files: await importedFiles(tree, own),
        folders: new Set([folder, shared, ...(await localPackages(tree, folder))]),
    };
};
/** What a function names by paths, from its entry on; enough beside what esbuild found in the other state of the sources. */
const namedParts = async (tree, { folder }) => {
    const entries = [...(await tree.files())].filter((file) => external_node_path_.posix.dirname(file) === folder && external_node_path_.posix.basename(file).startsWith('index.'));
    return { files: await importedFiles(tree, entries), folders: new Set() };
};
/** Signs of the folder that a site is built in. */
const siteMarks = /^(?:package\.json|index\.html|[^/]+\.config\.[cm]?[jt]s)$/;
/** A site's folder is the nearest one above its build that looks like a project's; with what it takes from elsewhere. */
async function siteParts(tree, build) {
    const files = await tree.files();
    const marked = new Set([...files].filter((file) => siteMarks.test(external_node_path_.posix.basename(file))).map((file) => external_node_path_.posix.dirname(file)));
    let folder = external_node_path_.posix.dirname(external_node_path_.posix.normalize(build).replace(/\/$/, ''));
    while (folder !== '.' && !marked.has(folder))
        folder = external_node_path_.posix.dirname(folder);
    const own = [...files].filter((file) => folder === '.' || file.startsWith(`${folder}/`));
    return {
        folder,
        files: await importedFiles(tree, own),
        folders: new Set([folder, ...(await localPackages(tree, folder))]),
    };
}
function templatesOf(tree) {
    return [tree.template, ...[...tree.children.values()].flatMap(templatesOf)];
}
function renewedWith(template) {
    return (0,renewal/* renewalsOf */.Z)(template)
        .flatMap(({ templates }) => templates)
        .filter((name) => name !== 'self')
        .map((name) => external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(template.file), name)));
}

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
        const followed = await (0,bundle_function/* functionInputs */.M)(source, esbuild, 'followed').catch(() => null);
        if (followed !== null)
            return parts(followed, []);
        const direct = await (0,bundle_function/* functionInputs */.M)(source, esbuild, 'external').catch(() => null);
        if (direct !== null)
            return parts(direct, await localPackages(tree, reference.folder));
        return scannedParts(tree, reference);
    };
}
function parts(inputs, folders) {
    return { files: new Set(inputs.map((file) => external_node_path_.posix.normalize(file))), folders: new Set(folders) };
}
function sourceOf(root, { folder, template, logicalId }) {
    const at = template.locate(['Resources', logicalId, 'Properties', 'Code']);
    return { root, folder, handler: null, at };
}

;// CONCATENATED MODULE: ./src/source-changes/git.ts




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
        throw new slipway_error/* UserError */.yo('GIT_FAILED', `git ${args[0] ?? ''} failed in ${root}: ${lastLine(stderr)}`, {
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
            return new Set([...names(changed), ...names(unknown)].map((file) => external_node_path_.posix.relative(at, file)));
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
        read: (file) => (0,promises_.readFile)((0,external_node_path_.join)(root, file), 'utf8'),
        files: () => (listing ??= list()),
    };
}
function sources(files) {
    return new Set(files.filter((file) => !file.split('/').includes('node_modules')));
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
            const entry = (await entries()).get(external_node_path_.posix.normalize(file));
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
        (0,external_node_child_process_.execFile)('git', ['--no-optional-locks', ...args], options, (error, stdout, stderr) => {
            if (error === null)
                resolve({ exitCode: 0, stdout, stderr });
            else if (typeof error.code === 'number')
                resolve({ exitCode: error.code, stdout, stderr });
            else {
                reject(new slipway_error/* UserError */.yo('GIT_MISSING', `git can't be started in ${root}, so sources can't be compared`, {
                    cause: error,
                    next: 'git --version',
                }));
            }
        });
    });
}
function lastLine(text) {
    return text.trim().split('\n').at(-1)?.slice(0, 400) ?? '';
}

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
    const git = gitIn(root);
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
            throw unknownCommit(name);
    }
}
/** The mistake of naming a commit that can't be one. */
function unknownCommit(name) {
    return new slipway_error/* UserError */.yo('COMMIT_UNKNOWN', `"${name}" is no commit, branch or tag of this repository`, {
        next: 'git log --oneline -5',
    });
}
/** By system, what it is made of now and what it was made of. */
async function readSources(root, before, after, systems, changed) {
    if (changed.size === 0)
        return new Map();
    const found = await (0,load_esbuild/* findEsbuild */.y)(root).catch(() => null);
    const [nowParts, thenParts] = found === null ? [scannedParts, scannedParts] : [bundledParts(root, found.esbuild), namedParts];
    const sources = new Map();
    for (const system of systems) {
        const now = (await systemSources(after, system, nowParts)) ?? notListed;
        const then = await systemSources(before, system, thenParts);
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
        [...folders].some((folder) => isAtOrBelow(changed, folder)) ||
        [...builds].some((folder) => isReadByBuilds(changed, folder)) ||
        // A changed folder is a submodule of git.
        [...files, ...folders].some((each) => each.startsWith(`${changed}/`)));
}
function systemsIn(files) {
    return [...files].flatMap((file) => /^params\/([^/]+)\/system\.yml$/.exec(file)?.[1] ?? []).sort();
}
function some(files) {
    const [first = '', ...more] = files;
    return more.length === 0 ? first : `${first} and ${more.length} more`;
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
        logger.info(`all systems are linted: ${unclaimed.join(', ')} belongs to none`);
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








const version = '0.1.0';
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
    action.summarize(findingsMarkdown(findings));
    const file = (0,external_node_path_.join)(workspace, 'out', 'lint', 'slipway.sarif');
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    const prefix = (0,external_node_path_.relative)(workspace, root).replaceAll('\\', '/');
    await (0,promises_.writeFile)(file, sarif(findings, { version, prefix: prefix === '' ? '' : `${prefix}/` }));
    return { systems, findings, sarif: (0,external_node_path_.relative)(workspace, file) };
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

/***/ 4416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ fedBy),
/* harmony export */   q: () => (/* binding */ evaluateTree)
/* harmony export */ });
/* harmony import */ var _evaluate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4649);
/* harmony import */ var _evaluated_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(607);
/* harmony import */ var _parameter_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7832);
var _a;



/**
 * Evaluates a template with all that it nests, as CloudFormation would at a first creation: a parent's values go into its
 * children's parameters, the children's outputs come back. What only the deployment can tell stays unresolved.
 */
function evaluateTree(tree, scope) {
    return new StackEvaluation(tree, scope, [], scope.parameters, scope.pseudo).stack();
}
class StackEvaluation {
    #tree;
    #given;
    #path;
    #scope;
    #children = new Map();
    /** Children whose parameters are being evaluated: a circle among them stays unresolved. */
    #open = new Set();
    constructor(tree, given, path, parameters, pseudo) {
        this.#tree = tree;
        this.#given = given;
        this.#path = path;
        const { body } = tree.template;
        this.#scope = {
            body,
            parameters: (0,_parameter_values_js__WEBPACK_IMPORTED_MODULE_2__/* .parameterValues */ .oM)(body, parameters, path),
            pseudo,
            path,
            resource: (logicalId, attribute) => this.#resource(logicalId, attribute),
        };
    }
    stack() {
        const { template } = this.#tree;
        const existing = Object.entries(template.body.Resources)
            .map(([logicalId, resource]) => ({ logicalId, resource, exists: this.#exists(resource.Condition) }))
            .filter(({ exists }) => exists !== false);
        const resources = existing.map(({ logicalId, resource, exists }) => ({
            logicalId,
            type: resource.Type,
            exists: exists === true ? 'yes' : 'possible',
            properties: (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(resource.Properties ?? {}, this.#scope),
            deletionPolicy: this.#policy(resource.DeletionPolicy),
            updateReplacePolicy: this.#policy(resource.UpdateReplacePolicy),
            at: template.locateKey(['Resources', logicalId]),
        }));
        const children = existing.flatMap(({ logicalId }) => {
            const child = this.#child(logicalId);
            return child === null ? [] : [[logicalId, child.stack()]];
        });
        const outputs = Object.keys(template.body.Outputs ?? {}).flatMap((name) => {
            const value = this.output(name);
            return value === null ? [] : [[name, value]];
        });
        return {
            path: this.#path,
            template,
            parameters: this.#scope.parameters,
            resources,
            children: new Map(children),
            outputs: Object.fromEntries(outputs),
        };
    }
    /** `null` where there is none, or where its condition is false. */
    output(name) {
        const output = this.#tree.template.body.Outputs?.[name];
        if (output === undefined)
            return null;
        const exists = this.#exists(output.Condition);
        if (exists === false)
            return null;
        const value = (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(output.Value, this.#scope);
        return exists === true ? value : (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .unresolved */ .II)(`\${${name}}`, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineage */ .OZ)(value));
    }
    #exists(condition) {
        if (condition === undefined)
            return true;
        const decided = (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluateCondition */ .F)(condition, this.#scope);
        return typeof decided === 'boolean' ? decided : 'possible';
    }
    #policy(policy) {
        return policy === undefined ? { kind: 'none' } : (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(policy, this.#scope);
    }
    #resource(logicalId, attribute) {
        const known = this.#given.resource?.(this.#path, logicalId, attribute);
        if (known !== undefined || attribute?.startsWith('Outputs.') !== true)
            return known;
        if (this.#open.has(logicalId))
            return undefined;
        const output = attribute.slice('Outputs.'.length);
        const value = this.#child(logicalId)?.output(output) ?? null;
        if (value === null) {
            if (this.#tree.children.get(logicalId)?.template.body.Outputs?.[output] !== undefined) {
                this.#given.onAbsentOutput?.({ path: this.#path, template: this.#tree.template, logicalId, output });
            }
            return undefined;
        }
        if (value.kind === 'value' || value.kind === 'none')
            return value;
        const from = (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineage */ .OZ)(value);
        const source = (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineageOf */ .bQ)([...this.#path, `${logicalId}.${attribute}`].join('/'));
        return (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .unresolved */ .II)(`\${${logicalId}.${attribute}}`, { ...source, secret: from.secret });
    }
    #child(logicalId) {
        const made = this.#children.get(logicalId);
        if (made)
            return made;
        const tree = this.#tree.children.get(logicalId);
        const resource = this.#tree.template.body.Resources[logicalId];
        if (tree === undefined || resource === undefined)
            return null;
        if (this.#exists(resource.Condition) === false)
            return null;
        this.#open.add(logicalId);
        const given = (0,_evaluate_js__WEBPACK_IMPORTED_MODULE_0__/* .evaluate */ ._)(resource.Properties?.['Parameters'] ?? {}, this.#scope);
        this.#open.delete(logicalId);
        const parameters = given.kind === 'map'
            ? Object.fromEntries([...given.entries].filter(([, value]) => value.kind !== 'none'))
            : {};
        const pseudo = Object.fromEntries(Object.entries(this.#scope.pseudo).filter(([name]) => name !== 'stackName' && name !== 'stackId'));
        const child = new _a(tree, this.#given, [...this.#path, logicalId], parameters, pseudo);
        this.#children.set(logicalId, child);
        return child;
    }
}
_a = StackEvaluation;
/** The lineage of a value that an earlier stack of the deployment feeds: `edge.LogBucket`. */
function fedBy(stack, output) {
    const name = `${stack}.${output}`;
    return (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .unresolved */ .II)(`\${${name}}`, (0,_evaluated_js__WEBPACK_IMPORTED_MODULE_1__/* .lineageOf */ .bQ)(name));
}


/***/ })

};
