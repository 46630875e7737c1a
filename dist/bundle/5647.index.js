export const id = 5647;
export const ids = [5647,9842];
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

/***/ 1592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   en: () => (/* binding */ writeMarker),
/* harmony export */   rR: () => (/* binding */ withoutMarker),
/* harmony export */   t7: () => (/* binding */ readMarker)
/* harmony export */ });
const pattern = /^<!-- slipway:(?<system>[A-Za-z0-9-]+)(?: part (?<part>\d{1,3})\/(?<parts>\d{1,3}))? -->\n<!-- run (?<id>\d{1,15})\.(?<attempt>\d{1,6}) -->\n/;
function writeMarker({ system, part, parts, run }) {
    const place = parts === 1 ? '' : ` part ${part}/${parts}`;
    return `<!-- slipway:${system}${place} -->\n<!-- run ${run.id}.${run.attempt} -->\n`;
}
/** The marker that a comment begins with; anywhere else it is somebody's quotation. */
function readMarker(body) {
    const groups = pattern.exec(lines(body))?.groups;
    if (!groups)
        return null;
    return {
        system: groups['system'] ?? '',
        part: Number(groups['part'] ?? 1),
        parts: Number(groups['parts'] ?? 1),
        run: { id: Number(groups['id']), attempt: Number(groups['attempt']) },
    };
}
/** What a comment shows, without the marker. */
function withoutMarker(body) {
    return lines(body).replace(pattern, '').trim();
}
function isNewer(run, other) {
    return run.id > other.id || (run.id === other.id && run.attempt > other.attempt);
}
/** GitHub hands line ends on as they came, from a browser with carriage returns. */
const lines = (text) => text.replaceAll('\r\n', '\n');


/***/ }),

/***/ 6554:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportDeployments: () => (/* reexport */ reportDeployments),
  writeReport: () => (/* binding */ writeReport)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors/slipway-error.ts
var slipway_error = __webpack_require__(6505);
// EXTERNAL MODULE: ./src/config/environment-name.ts
var environment_name = __webpack_require__(5899);
// EXTERNAL MODULE: ./src/config/load.ts
var load = __webpack_require__(1036);
// EXTERNAL MODULE: ./src/config/parse-environment.ts
var parse_environment = __webpack_require__(6097);
// EXTERNAL MODULE: ./src/config/parse-system.ts + 1 modules
var parse_system = __webpack_require__(5059);
// EXTERNAL MODULE: ./src/config/stack-instances.ts
var stack_instances = __webpack_require__(7275);
// EXTERNAL MODULE: ./src/plan/gate.ts + 1 modules
var gate = __webpack_require__(2037);
;// CONCATENATED MODULE: ./src/plan/compose-static-plan.ts

/** Puts a static plan together; the gate is that of every plan, but no word opens it. */
function composeStaticPlan({ changesElsewhere, unread, ...rest }) {
    const { system, environment, stacks } = rest;
    // Partial, since nothing was asked of CloudFormation; but of the templates none is unseen, unless it could not be read.
    const seen = stacks.map((stack) => {
        return unread.has(stack.stack) ? { ...stack, outcome: 'change' } : { ...stack, certainty: 'full' };
    });
    const { verdict, stops } = (0,gate/* gate */.Gj)({ release: '', system, environment, stacks: seen });
    return {
        schema: 1,
        kind: 'static',
        ...rest,
        gate: {
            verdict,
            stops: stops.map(({ stack, path, type, action, reason, at, property, policyAction }) => ({
                ...{ stack, path, type, action, reason, at, property, policyAction },
            })),
        },
        hasChanges: changesElsewhere || stacks.some((stack) => stack.outcome !== 'none'),
    };
}

// EXTERNAL MODULE: ./src/template/evaluate-tree.ts
var evaluate_tree = __webpack_require__(4416);
// EXTERNAL MODULE: ./src/template/parameter-values.ts
var parameter_values = __webpack_require__(7832);
// EXTERNAL MODULE: ./src/plan/assemble-stack-plan.ts + 30 modules
var assemble_stack_plan = __webpack_require__(6688);
// EXTERNAL MODULE: ./src/plan/compare-values.ts
var compare_values = __webpack_require__(5867);
// EXTERNAL MODULE: ./src/plan/secret-text.ts
var secret_text = __webpack_require__(7884);
// EXTERNAL MODULE: ./src/plan/stack-inputs.ts
var stack_inputs = __webpack_require__(1265);
;// CONCATENATED MODULE: ./src/plan/static-stacks.ts






/** Stands for a bucket that is the same on both sides. */
const artifactBucket = '${ArtifactBucket}';
/**
 * What a change of the sources does to stacks, as if what the sources were had been deployed. Attributes of resources have
 * their names for values (`${Storage/Bucket.Arn}`), the same on both sides unless the resource changes; so does what
 * another stack gives.
 *
 * @param stacks in order of deployment
 */
function staticStacks(stacks) {
    const readings = new Map();
    return stacks.map(({ before, after }) => {
        const planned = plannedParameters(after.instance, before?.instance ?? null, readings);
        const given = before === null ? {} : givenBefore(before, after);
        const current = before === null ? null : currentStack(before, given);
        const { body } = after.tree.template;
        const basis = {
            instance: after.instance,
            planned,
            released: { tree: after.tree, sha256: after.sha256 },
            inputs: (0,stack_inputs/* stackInputs */.m7)(after.instance, body, planned, artifactBucket, current),
            current,
        };
        const seen = {
            source: before === null ? { kind: 'new' } : { kind: 'compared' },
            deployed: before === null ? null : deployedBefore(before, given),
            changeSet: null,
            failures: [],
        };
        const reading = (0,assemble_stack_plan/* stackReading */.Dd)(basis, seen);
        readings.set(after.instance.name, reading);
        return { ...(0,assemble_stack_plan/* assembleStackPlan */.OM)(basis, seen, reading), certainty: 'partial' };
    });
}
/**
 * What comes from another stack is its name while that stack gives the same, and not known once it gives something else. A
 * name is no secret, whatever it stands for.
 */
function plannedParameters(instance, before, readings) {
    const entries = Object.entries(instance.parameters).map(([name, source]) => {
        if (source.kind === 'literal')
            return [name, { value: source.value, lineage: null, deferred: false, secret: false }];
        const { stack, output } = source;
        const [was, is] = [readings.get(stack)?.outputBefore(output), readings.get(stack)?.outputAfter(output)];
        const former = before?.parameters[name];
        const isSameSource = former?.kind === 'output' && former.stack === stack && former.output === output;
        const isSame = isSameSource && is !== undefined && (0,compare_values/* provablyEqual */.U_)(was, is);
        const lineage = `${stack}.${output}`;
        return [name, { value: isSame ? `\${${lineage}}` : null, lineage, deferred: !isSame, secret: false }];
    });
    return Object.fromEntries(entries);
}
/** What the parameters were given, with defaults. A value that was hidden and is no more reads as CloudFormation shows it. */
function givenBefore({ instance, tree }, after) {
    const declared = tree.template.body.Parameters ?? {};
    const isHidden = (side, name) => {
        const parameter = side.template.body.Parameters?.[name];
        return parameter !== undefined && (0,parameter_values/* isNoEcho */.jm)(parameter);
    };
    return Object.fromEntries(Object.entries(declared).flatMap(([name, parameter]) => {
        if (isHidden(tree, name) && !isHidden(after.tree, name))
            return [[name, secret_text/* hiddenByCloudFormation */.wl]];
        if (name === 'ArtifactBucket')
            return [[name, artifactBucket]];
        const source = instance.parameters[name];
        if (source?.kind === 'output')
            return [[name, `\${${source.stack}.${source.output}}`]];
        if (source !== undefined)
            return [[name, source.value]];
        const text = (0,stack_inputs/* defaultText */.VC)(parameter.Default);
        return text === null ? [] : [[name, text]];
    }));
}
function currentStack({ instance }, given) {
    return {
        StackName: instance.stackName,
        StackStatus: 'UPDATE_COMPLETE',
        CreationTime: new Date(0),
        Parameters: Object.entries(given).map(([ParameterKey, ParameterValue]) => ({
            ParameterKey,
            ParameterValue,
        })),
        Tags: Object.entries(instance.tags).map(([Key, Value]) => ({ Key, Value })),
    };
}
/** The tree as it would be deployed, with names for what only a deployment knows. */
function deployedBefore({ instance, tree }, given) {
    const pseudo = { ...(0,assemble_stack_plan/* pseudoParameters */.zo)(instance), stackName: instance.stackName };
    const evaluated = (0,evaluate_tree/* evaluateTree */.q)(tree, { parameters: given, pseudo });
    return deployedAs(tree, evaluated, { stackName: instance.stackName, stackId: '${AWS::StackId}' });
}
function deployedAs(tree, evaluated, name) {
    const parameters = Object.entries(evaluated.parameters).map(([parameter, value]) => {
        const flat = (0,parameter_values/* flatten */.Bq)(value);
        return [parameter, flat.kind === 'value' ? String(flat.value) : flat.text];
    });
    const children = [...evaluated.children].flatMap(([id, child]) => {
        const below = tree.children.get(id);
        if (below === undefined)
            return [];
        const at = child.path.join('/');
        const names = { stackName: `\${${at}/AWS::StackName}`, stackId: `\${${at}/AWS::StackId}` };
        return [[id, deployedAs(below, child, names)]];
    });
    return {
        ...name,
        status: 'UPDATE_COMPLETE',
        parameters: Object.fromEntries(parameters),
        outputs: {},
        tags: {},
        template: tree.template,
        physicalIds: new Map(),
        children: new Map(children),
    };
}

// EXTERNAL MODULE: ./src/runtime/sha256.ts
var sha256 = __webpack_require__(4225);
// EXTERNAL MODULE: ./src/plan/change-details.ts
var change_details = __webpack_require__(6432);
// EXTERNAL MODULE: ./src/release/package-template.ts
var package_template = __webpack_require__(7032);
// EXTERNAL MODULE: ./src/source-changes/import-scan.ts
var import_scan = __webpack_require__(7748);
// EXTERNAL MODULE: ./src/release/package-templates.ts
var package_templates = __webpack_require__(8463);
// EXTERNAL MODULE: ./src/template/read-template-tree.ts
var read_template_tree = __webpack_require__(443);
;// CONCATENATED MODULE: ./src/source-changes/packaged-side.ts




/**
 * Packages a template without building anything: each function's digest is made of `codeMark`, since its code would have
 * to be bundled, and bundling needs packages that somebody may have tampered with.
 *
 * @param codeMark what stands for the code of a function or layer in this state of the sources, by its folder; told
 *   which folders are layers, since no function's code holds them
 * @throws as `readTemplateTree` and `packageTemplates`
 */
async function packagedSide(sources, file, codeMark) {
    const readSource = (name) => sources.read(name);
    const tree = await (0,read_template_tree/* readTemplateTree */.H_)(file, readSource);
    const templates = templatesOf(tree);
    const foldersOf = (references) => [
        ...new Set(references.map(({ folder }) => folder)),
    ];
    const layers = foldersOf(templates.flatMap(package_templates/* layersOf */.w));
    const digests = new Map();
    for (const folder of [...foldersOf(templates.flatMap(package_templates/* functionsOf */.TW)), ...layers]) {
        digests.set(folder, codeDigest(await codeMark(folder, layers)));
    }
    const packaged = await (0,package_templates/* packageTemplates */.AG)(tree, { functions: digests, readSource });
    const bySha256 = new Map([...packaged.values()].map((each) => [each.sha256, each]));
    const root = packaged.get(external_node_path_.posix.normalize(file))?.sha256 ?? '';
    const packagedTree = await (0,read_template_tree/* readPackagedTree */.PL)(root, (digest) => {
        const found = bySha256.get(digest);
        return found === undefined
            ? Promise.reject(new Error(`${digest} was not packaged`))
            : Promise.resolve({ file: found.file, source: found.text });
    });
    return { tree: packagedTree, sha256: root };
}
/** The digest that stands for a function's code. */
function codeDigest(mark) {
    return (0,sha256/* sha256 */.s)(`code ${mark}`);
}
function templatesOf(tree) {
    return [tree.template, ...[...tree.children.values()].flatMap(templatesOf)];
}

// EXTERNAL MODULE: ./src/source-changes/package-files.ts
var package_files = __webpack_require__(7283);
;// CONCATENATED MODULE: ./src/source-changes/code-changes.ts






/**
 * What becomes of a function's or layer's code, told without bundling it.
 *
 * @param folder its own, relative to the repository
 * @param layers the folders of layers: what changes in another one is no part of this code
 * @param sides the sources before and after
 */
async function codeChange(folder, all, sides, layers) {
    const others = layers.filter((each) => each !== folder);
    const changed = new Set([...all].filter((file) => !others.some((each) => (0,package_files/* isAtOrBelow */.a5)(file, each))));
    let possible = [...changed].some((file) => (0,package_files/* isReadByBuilds */.pq)(file, folder));
    for (const side of sides) {
        const entries = [...(await side.files())].filter((file) => external_node_path_.posix.dirname(file) === folder && external_node_path_.posix.basename(file).startsWith('index.'));
        const named = await (0,import_scan/* importedFiles */.Y)(side, entries);
        if ([...changed].some((file) => named.has(file)))
            return 'certain';
        const folders = [folder, ...(await (0,package_files/* localPackages */.HB)(side, folder))];
        possible ||= [...changed].some((file) => folders.some((each) => (0,package_files/* isAtOrBelow */.a5)(file, each)));
    }
    return possible ? 'possible' : null;
}
/** What stands for a function's code before or after; the same where it stays. */
function codeMark(folder, change, side) {
    return change === null ? folder : `${folder} ${side}`;
}
/** Shows changes of functions' code by their folders instead of by digests that nothing has. */
function withCodeNamed(stacks, functions) {
    const byDigest = new Map([...functions].flatMap(([folder, change]) => ['before', 'after'].map((side) => [codeDigest(codeMark(folder, change, side)), { folder, change }])));
    const named = (property) => {
        const [was, is] = [byDigest.get(property.before ?? ''), byDigest.get(property.after ?? '')];
        const [code, key] = property.path.split('.');
        if (code === undefined || key !== 'S3Key' || is === undefined)
            return property;
        return {
            ...property,
            path: code,
            before: was?.folder ?? property.before,
            after: was?.folder === is.folder ? 'its sources change' : is.folder,
            certainty: was?.folder === is.folder ? (is.change ?? 'possible') : 'certain',
        };
    };
    const change = (each) => {
        if (!(each.type in package_template/* codeProperties */.F) || each.action !== 'modify')
            return each;
        const properties = each.properties.map(named);
        const isSure = properties.some(({ certainty }) => certainty === 'certain');
        return {
            ...each,
            properties,
            replacement: properties.map(({ replacement }) => replacement).reduce(change_details/* worse */.JJ, 'never'),
            certainty: isSure ? 'certain' : 'possible',
        };
    };
    const node = (each) => ({
        ...each,
        changes: each.changes.map(change),
        children: each.children.map(node),
    });
    return stacks.map((stack) => ({ ...stack, root: node(stack.root) }));
}

// EXTERNAL MODULE: ./src/source-changes/git.ts
var source_changes_git = __webpack_require__(9786);
// EXTERNAL MODULE: ./src/source-changes/system-sources.ts
var system_sources = __webpack_require__(4091);
;// CONCATENATED MODULE: ./src/source-changes/static-plans.ts















/**
 * What a change of the sources would do to a system, told by its templates and parameter files alone: for the pull request
 * of a fork, which has no credentials. Nothing of the sources runs and no package is read. An environment that can't be
 * read has its problem in place of its plan.
 *
 * @throws UserError `SYSTEM_UNKNOWN`, `COMMIT_UNKNOWN`, `COMMIT_ABSENT` where the clone lacks the base, `GIT_MISSING`,
 *   `GIT_FAILED`
 */
async function staticPlans(options) {
    const { root, system, environments = environment_name/* environmentNames */.i, base } = options;
    if (!(await (0,load/* listSystems */.jB)(root)).includes(system))
        await (0,load/* loadSystem */.sb)(root, system); // throws with the choices
    const git = (0,source_changes_git/* gitIn */.uM)(root);
    const commit = await (0,source_changes_git/* commitId */.xk)(git, base);
    const comparison = {
        system,
        before: git.at(commit),
        after: git.workingTree(),
        changed: await git.changedSince(commit),
        code: new Map(),
    };
    const entries = [];
    for (const environment of environments) {
        try {
            entries.push({ environment, plan: await planOne(comparison, environment) });
        }
        catch (error) {
            if (!(error instanceof slipway_error/* UserError */.yo))
                throw error;
            entries.push({ environment, plan: null, problem: problemText(error) });
        }
    }
    return entries;
}
async function planOne(comparison, environment) {
    const { system, before, after } = comparison;
    const remarks = [];
    const unread = new Set();
    const head = await readSources(after, system, environment);
    const base = await readBase(comparison, environment, (problem) => {
        remarks.push(`The base can't be read, so all counts as new: ${problem}`);
        for (const { name } of head.instances)
            unread.add(name);
    });
    const stacks = [];
    for (const instance of head.instances) {
        const former = base?.instances.find(({ name }) => name === instance.name);
        stacks.push({
            before: former === undefined ? null : await sideBefore(comparison, former, instance, { remarks, unread }),
            after: await side(comparison, after, instance, 'after'),
        });
    }
    for (const { name, stackName } of base?.instances ?? []) {
        if (head.instances.some((instance) => instance.name === name))
            continue;
        remarks.push(`${name} is no longer part of the system: ${stackName} stays until somebody deletes it.`);
    }
    const site = await siteRemark(comparison, base?.definition.site ?? null, head.definition.site);
    return composeStaticPlan({
        system,
        environment,
        account: head.account,
        comparedWith: before.name,
        stacks: withCodeNamed(staticStacks(stacks), comparison.code),
        unread,
        remarks: site === null ? remarks : [...remarks, site],
        changesElsewhere: site !== null,
    });
}
async function readSources(tree, system, environment) {
    const file = (0,load/* systemFile */.Is)(system);
    const definition = (0,parse_system/* parseSystem */.V)(await read(tree, file), file);
    const parameters = (0,load/* environmentFile */.qU)(system, environment);
    const values = (0,parse_environment/* parseEnvironment */.Nq)(await read(tree, parameters), parameters, definition, environment);
    return { definition, account: values.account, instances: (0,stack_instances/* stackInstances */.f7)(definition, values) };
}
/** The base's sources; `null` where there were none, or none that can be read: then everything is new. */
async function readBase({ system, before }, environment, onUnread) {
    const files = await before.files();
    if (!files.has((0,load/* systemFile */.Is)(system)) || !files.has((0,load/* environmentFile */.qU)(system, environment)))
        return null;
    try {
        return await readSources(before, system, environment);
    }
    catch (error) {
        if (!(error instanceof slipway_error/* UserError */.yo))
            throw error;
        onUnread(problemText(error));
        return null;
    }
}
async function sideBefore(comparison, former, now, { remarks, unread }) {
    const place = ({ account, region }) => `${account} in ${region}`;
    if (place(former) !== place(now)) {
        remarks.push(`${now.name} moves from ${place(former)} to ${place(now)}: what runs at the old place stays there.`);
        return null;
    }
    try {
        return await side(comparison, comparison.before, former, 'before');
    }
    catch (error) {
        if (!(error instanceof slipway_error/* UserError */.yo))
            throw error;
        unread.add(now.name);
        remarks.push(`${former.name} can't be read at the base, so it counts as new: ${problemText(error)}`);
        return null;
    }
}
async function side({ code, changed, before, after }, tree, instance, which) {
    const found = await packagedSide(tree, instance.template, async (folder, layers) => {
        const known = code.has(folder) ? code.get(folder) : undefined;
        const change = known === undefined ? await codeChange(folder, changed, [before, after], layers) : known;
        code.set(folder, change);
        return codeMark(folder, change, which);
    });
    return { instance, ...found };
}
/** What can be said of a site: it shows only once it is built, or fetched. */
async function siteRemark({ before, after, changed }, former, site) {
    if (site === null)
        return null;
    const [was, is] = [artifactOf(former), artifactOf(site)];
    if (is !== null && was !== null) {
        if (is === was)
            return null;
        return `The site's build is another artifact (${(0,sha256/* short */.h)(was)} → ${(0,sha256/* short */.h)(is)}): what that publishes shows once it is fetched.`;
    }
    if (is !== null) {
        return `The site's build is now an artifact (${(0,sha256/* short */.h)(is)}): what that publishes shows once it is fetched.`;
    }
    if (was !== null) {
        return `The site's build is no longer an artifact (${(0,sha256/* short */.h)(was)}): what that publishes shows once it is built.`;
    }
    const sides = [await (0,system_sources/* siteParts */.SK)(before, site.build), await (0,system_sources/* siteParts */.SK)(after, site.build)];
    const touched = [...changed].filter((file) => sides.some(({ files, folders }) => files.has(file) || [...folders].some((folder) => folder !== '.' && (0,package_files/* isAtOrBelow */.a5)(file, folder))));
    if (touched.length === 0)
        return null;
    const count = touched.length === 1 ? 'One file' : `${touched.length} files`;
    return `${count} of the site's sources change: what that publishes shows once it is built.`;
}
/** The digest of another repository's build. */
function artifactOf(site) {
    return typeof site?.build === 'object' ? site.build.sha256 : null;
}
async function read(tree, file) {
    try {
        return await tree.read(file);
    }
    catch (cause) {
        throw new slipway_error/* UserError */.yo('CONFIG_FILE_MISSING', `There is no ${external_node_path_.posix.normalize(file)}`, { cause });
    }
}
/** Mistakes with their places, a sentence each. */
function problemText(error) {
    if (error instanceof slipway_error/* UserErrors */.tQ)
        return error.errors.map(problemText).join('; ');
    const { at, message } = error;
    return at === undefined ? message : `${message} (${at.file} line ${at.line})`;
}

// EXTERNAL MODULE: ./src/report/plan-summary.ts
var plan_summary = __webpack_require__(6130);
// EXTERNAL MODULE: ./src/github/run.ts
var github_run = __webpack_require__(1738);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./src/plan/parse-plan.ts
var parse_plan = __webpack_require__(7461);
;// CONCATENATED MODULE: ./src/github/report/fork-report.ts




/** The file is at most so many bytes. */
const forkReportLimit = 1024 * 1024;
/** Deeper nesting than any template's: readers that call themselves would run out of stack first. */
const deepest = 100;
/** The shape of a comparison of sources, as a fork's report and `slipway plan --static --json` hold it. */
const staticPlanSchema = dist/* strictObject */.rej({
    schema: dist/* literal */.euz(1),
    kind: dist/* literal */.euz('static'),
    system: dist/* string */.YjP(),
    environment: dist/* picklist */.KIO(environment_name/* environmentNames */.i),
    account: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^\d{12}$/, 'is not 12 digits')),
    comparedWith: dist/* string */.YjP(),
    stacks: dist/* array */.YOg(parse_plan/* stackPlanSchema */.F3),
    remarks: dist/* array */.YOg(dist/* string */.YjP()),
    gate: dist/* strictObject */.rej({
        verdict: dist/* picklist */.KIO(['pass', 'stop']),
        stops: dist/* array */.YOg(dist/* omit */.cJW(parse_plan/* gateStopSchema */.Ne, ['override', 'overridden'])),
    }),
    hasChanges: dist/* boolean */.zMY(),
});
/** The published form of the file (`actions/report/fork-report.schema.json`); anything more in it is refused. */
const forkReportSchema = dist/* strictObject */.rej({
    schema: dist/* literal */.euz(1),
    kind: dist/* literal */.euz('fork-report'),
    system: dist/* string */.YjP(),
    entries: dist/* pipe */.FsL(dist/* array */.YOg(dist/* union */.KCZ([
        dist/* strictObject */.rej({ environment: dist/* picklist */.KIO(environment_name/* environmentNames */.i), plan: staticPlanSchema }),
        dist/* strictObject */.rej({
            environment: dist/* picklist */.KIO(environment_name/* environmentNames */.i),
            plan: dist/* null */.chJ(),
            problem: dist/* string */.YjP(),
        }),
    ])), dist/* maxLength */.Ru6(environment_name/* environmentNames */.i.length, 'holds more entries than there are environments')),
});
/**
 * Reads the file of a fork's run. Whoever opened the pull request may have written anything into it: it is data of a known
 * size and form, and whoever renders its texts shows them as texts.
 *
 * @param bytes the file
 * @param system the system that it has to be about
 * @throws UserError FORK_REPORT_INVALID
 */
function parseForkReport(bytes, system) {
    if (bytes.byteLength > forkReportLimit) {
        throw invalid(`is ${bytes.byteLength} bytes large, and at most ${forkReportLimit} are read`);
    }
    const text = new TextDecoder('utf-8').decode(bytes);
    if (isDeeperThan(text, deepest))
        throw invalid(`nests deeper than ${deepest} levels`);
    let data;
    try {
        data = JSON.parse(text);
    }
    catch {
        throw invalid('is not JSON');
    }
    const read = dist/* safeParse */.xLC(forkReportSchema, data);
    if (!read.success)
        throw invalid('has not the form of one');
    const report = read.output;
    if (report.system !== system)
        throw invalid('is about another system');
    const seen = new Set();
    for (const { environment, plan } of report.entries) {
        if (seen.has(environment))
            throw invalid(`holds ${environment} twice`);
        seen.add(environment);
        if (plan !== null && (plan.system !== system || plan.environment !== environment)) {
            throw invalid(`holds a plan of something else as that of ${environment}`);
        }
    }
    return report;
}
/** Says nothing of what the file holds: its texts are the fork's. */
function invalid(what) {
    return new slipway_error/* UserError */.yo('FORK_REPORT_INVALID', `the report that the fork's run left ${what}; nothing was reported`);
}
/** Counts brackets outside of strings, without reading the JSON. */
function isDeeperThan(text, levels) {
    let depth = 0;
    let isString = false;
    for (let index = 0; index < text.length; index += 1) {
        const character = text[index];
        if (isString) {
            if (character === '\\')
                index += 1;
            else if (character === '"')
                isString = false;
        }
        else if (character === '"')
            isString = true;
        else if (character === '{' || character === '[')
            depth += 1;
        else if (character === '}' || character === ']')
            depth -= 1;
        if (depth > levels)
            return true;
    }
    return false;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/github/report/fork-run.ts



const whole = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf(), dist/* minValue */.Wwf(1));
/** As much as is read of the payload of `workflow_run` (Docs, "Webhook events and payloads"). */
const payload = dist/* object */.Ikc({
    workflow_run: dist/* object */.Ikc({
        id: whole,
        run_attempt: whole,
        event: dist/* string */.YjP(),
        head_sha: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{40,64}$/)),
        head_branch: dist/* string */.YjP(),
        head_repository: dist/* object */.Ikc({ full_name: dist/* string */.YjP() }),
        // of the run's first attempt: a further one compares the same two commits
        created_at: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX())),
    }),
});
/**
 * The run that the event `workflow_run` tells of. Nothing of it is the fork's word but the name of the branch.
 * @throws UserError FORK_REPORT_EVENT: another event, a run of something else than a pull request, or one of this repository
 */
function readForkRun(env) {
    if (env['GITHUB_EVENT_NAME'] !== 'workflow_run') {
        throw wrongEvent(`started by ${env['GITHUB_EVENT_NAME'] ?? 'nothing'}`);
    }
    let data;
    try {
        data = JSON.parse((0,external_node_fs_.readFileSync)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
    }
    catch (cause) {
        throw wrongEvent('the payload of its event can’t be read', cause);
    }
    const read = dist/* safeParse */.xLC(payload, data);
    if (!read.success) {
        const [issue] = read.issues;
        throw wrongEvent(`the payload of its event is not what GitHub sends; look at ${dist/* getDotPath */.BuJ(issue) ?? 'it'}`);
    }
    const { id, run_attempt, event, head_sha, head_branch, head_repository, created_at } = read.output.workflow_run;
    if (event !== 'pull_request')
        throw wrongEvent(`the run ${id} was started by ${event}`);
    const own = env['GITHUB_REPOSITORY'] ?? '';
    if (head_repository.full_name.toLowerCase() === own.toLowerCase()) {
        throw wrongEvent(`the run ${id} is of this repository, which reports by itself`);
    }
    return {
        run: { id, attempt: run_attempt },
        headSha: head_sha,
        headBranch: head_branch,
        headRepository: head_repository.full_name,
        url: `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${own}/actions/runs/${id}`,
        createdAt: created_at ?? null,
    };
}
function wrongEvent(why, cause) {
    return new slipway_error/* UserError */.yo('FORK_REPORT_EVENT', `the input data belongs to the event workflow_run of a fork's pull request: ${why}`, { cause, next: 'leave the input data out: the plans are reported' });
}
/**
 * The open pull request whose head is still the commit of the run; `null` where there is none any more. Branch and
 * repository only narrow the search: what counts is what GitHub says of each.
 */
async function pullRequestOf(api, { headSha, headBranch, headRepository }) {
    const owner = headRepository.split('/')[0] ?? '';
    const pulls = await api.listPullRequests({ state: 'open', head: `${owner}:${headBranch}` });
    const own = pulls.filter((pull) => pull.state === 'open' &&
        pull.headSha === headSha &&
        pull.headRepository?.toLowerCase() === headRepository.toLowerCase());
    return own.find(({ baseRef }) => baseRef === 'main') ?? own[0] ?? null;
}

;// CONCATENATED MODULE: ./src/github/report/gather-plans.ts








/** What `change-set` leaves where it could make no plan (`steps/problem-file.ts`). */
const problemSchema = dist/* object */.Ikc({
    schema: dist/* literal */.euz(1),
    system: dist/* string */.YjP(),
    environment: dist/* string */.YjP(),
    code: dist/* nullable */.mee(dist/* string */.YjP()),
    message: dist/* string */.YjP(),
    next: dist/* nullable */.mee(dist/* string */.YjP()),
});
/**
 * The plans of a system's environments, in promotion order: the plan file of each, or why there is none. Files lie anywhere
 * in the folder. A file that is no plan, or that is of another system, environment or release, counts as a problem: what a
 * report says must be true of one release.
 */
async function gatherPlans({ folder, root, system }) {
    const files = await filesIn(folder);
    const wanted = await environmentsOf(root, system);
    const entries = [];
    for (const environment of environment_name/* environmentNames */.i) {
        const plans = files.filter((file) => (0,external_node_path_.basename)(file) === `${system}-${environment}.json`);
        const problems = files.filter((file) => (0,external_node_path_.basename)(file) === `${system}-${environment}.problem.json`);
        if (plans.length + problems.length === 0 && !wanted.includes(environment))
            continue;
        entries.push(await readEntry({ system, environment, plans, problems }));
    }
    return ofOneRelease(entries);
}
/** The environments that a system has parameters for, in promotion order. */
async function environmentsOf(root, system) {
    const found = [];
    for (const environment of environment_name/* environmentNames */.i) {
        if (await exists((0,external_node_path_.join)(root, (0,load/* environmentFile */.qU)(system, environment))))
            found.push(environment);
    }
    return found;
}
async function readEntry({ system, environment, plans, problems }) {
    const [problemFile] = problems;
    if (problemFile !== undefined) {
        return { environment, plan: null, problem: await gather_plans_problemText(problemFile) };
    }
    const [planFile, other] = plans;
    if (planFile === undefined)
        return { environment, plan: null };
    if (other !== undefined) {
        return {
            environment,
            plan: null,
            problem: `There are ${plans.length} plan files, of which one is right.`,
        };
    }
    const name = (0,external_node_path_.basename)(planFile);
    try {
        const plan = (0,parse_plan/* parsePlan */.vS)(await (0,promises_.readFile)(planFile, 'utf8'), name);
        if (plan.system !== system || plan.environment !== environment) {
            const problem = `${name} is a plan of ${plan.system} ${plan.environment}.`;
            return { environment, plan: null, problem };
        }
        return { environment, plan };
    }
    catch (error) {
        if (error instanceof slipway_error/* SlipwayError */.GQ)
            return { environment, plan: null, problem: sentence(error.message) };
        throw error;
    }
}
async function gather_plans_problemText(file) {
    const read = dist/* safeParse */.xLC(problemSchema, parsed(await (0,promises_.readFile)(file, 'utf8')));
    if (!read.success)
        return `${(0,external_node_path_.basename)(file)} can't be read; the job's log says why there is no plan.`;
    const { code, message, next } = read.output;
    const told = sentence(code === null ? message : `${message} [${code}]`);
    return next === null ? told : `${told} Next: ${next}`;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
function ofOneRelease(entries) {
    const release = releaseOf(entries);
    return entries.map((entry) => {
        const plan = entry.plan;
        if (plan === null || plan.release === release)
            return entry;
        const problem = `Its plan is of release ${(0,sha256/* short */.h)(plan.release)}, the others are of ${(0,sha256/* short */.h)(release)}.`;
        return { environment: entry.environment, plan: null, problem };
    });
}
/** The release of the first plan; empty where there is none. */
function releaseOf(entries) {
    for (const { plan } of entries)
        if (plan !== null && 'release' in plan)
            return plan.release;
    return '';
}
async function filesIn(folder) {
    try {
        const found = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
        return found.filter((entry) => entry.isFile()).map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name));
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return [];
        throw error;
    }
}
async function exists(file) {
    return (0,promises_.access)(file).then(() => true, () => false);
}
/** A message as a sentence of its own; one that begins with a file's name keeps it as it is. */
function sentence(message) {
    const isWord = /^[a-z]+ /.test(message);
    const first = isWord ? message.slice(0, 1).toUpperCase() + message.slice(1) : message;
    return /[.!?\]]$/.test(first) ? first : `${first}.`;
}

// EXTERNAL MODULE: ./src/report/plan-notes.ts + 1 modules
var plan_notes = __webpack_require__(3537);
;// CONCATENATED MODULE: ./src/github/report/stop-annotations.ts

/** What stops the plans, at the lines of the templates; what several environments have in common is told once. */
function stopAnnotations(entries, place) {
    const told = new Map();
    for (const { plan } of entries) {
        if (plan === null)
            continue;
        const positions = positionsOf(plan);
        for (const [index, stop] of (0,plan_notes/* stopTexts */.lh)(plan).entries()) {
            if (stop.overridden)
                continue;
            const at = place(positions[index] ?? null);
            const label = stop.label === null ? '' : ` If you mean it, add the label "${stop.label}".`;
            const key = [stop.subject, at?.file, at?.line, stop.fate].join('\n');
            const known = told.get(key);
            told.set(key, {
                kind: 'error',
                title: known ? `${known.title}, and ${plan.environment} as well` : stop.headline,
                message: known ? `${known.message}${label}` : `${stop.subject}: ${stop.fate}${label}`,
                at,
                severity: 50,
            });
        }
    }
    return [...told.values()];
}
/** In the order of `stopTexts`. */
function positionsOf(plan) {
    return [
        ...plan.stacks.flatMap((stack) => stack.failures.map(({ at }) => at)),
        ...plan.gate.stops.map(({ at }) => at),
    ];
}

// EXTERNAL MODULE: ./src/github/api/comment-marker.ts
var comment_marker = __webpack_require__(1592);
;// CONCATENATED MODULE: ./src/github/api/comment-plans.ts

/** Stands for the site among names of stacks, which never begin so. */
const siteName = '@site';
/** Stands for names that are too many to list, or that no stack can have: whatever they are, they count. */
const anyName = '*';
/** Characters of a list of names; a comment's room is bounded. */
const longestList = 300;
const comment_plans_name = /^(?:@site|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;
const list = String.raw `-|\*|[a-z0-9@,-]{1,300}`;
const moment = String.raw `\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z`;
const environments = environment_name/* environmentNames */.i.join('|');
const pattern = new RegExp(`^<!-- planned (?<environment>${environments}) (?<at>${moment}) base (?<base>-|[0-9a-f]{16}) stacks (?<stacks>${list}) changes (?<changes>${list}) -->$`);
/** For patterns of lines that hold the same. */
const lineParts = { environments, moment, list };
/** A line that GitHub does not show. */
function writePlanned({ environment, at, base, stacks, changes }) {
    return `<!-- planned ${environment} ${at} base ${base ?? '-'} stacks ${writeNames(stacks)} changes ${writeNames(changes)} -->`;
}
/** `null`: it is no such line, and so belongs to what the comment shows. */
function readPlanned(line) {
    const groups = pattern.exec(line)?.groups;
    const environment = environment_name/* environmentNames */.i.find((each) => each === groups?.['environment']);
    if (!groups || environment === undefined || Number.isNaN(Date.parse(groups['at'] ?? '')))
        return null;
    return {
        environment,
        at: groups['at'] ?? '',
        base: groups['base'] === '-' ? null : (groups['base'] ?? null),
        stacks: readNames(groups['stacks'] ?? ''),
        changes: readNames(groups['changes'] ?? ''),
    };
}
/** Names as they can stand in a hidden line, each once and sorted; what could break out of it is left out as `*`. */
function writeNames(names) {
    if (names.length === 0)
        return '-';
    const text = [...new Set(names)].sort().join(',');
    return names.every((each) => comment_plans_name.test(each)) && text.length <= longestList ? text : anyName;
}
function readNames(text) {
    return text === '-' ? [] : text.split(',').map((each) => (comment_plans_name.test(each) ? each : anyName));
}
/** Those of `names` that `others` names, too. */
function shared(names, others) {
    if (others.includes(anyName))
        return names;
    if (names.includes(anyName))
        return others;
    return names.filter((each) => others.includes(each));
}

// EXTERNAL MODULE: ./src/report/units.ts
var units = __webpack_require__(7885);
;// CONCATENATED MODULE: ./src/github/api/stale-marks.ts




const stale_marks_pattern = new RegExp(`^<!-- stale (?<environment>${lineParts.environments}) (?<at>${lineParts.moment}) release (?<release>[0-9a-f]{16}) pull (?<pull>-|\\d{1,9}) changed (?<changed>${lineParts.list}) -->$`);
function writeMark({ environment, at, release, pull, changed }) {
    return `<!-- stale ${environment} ${at} release ${release} pull ${pull ?? '-'} changed ${writeNames(changed)} -->`;
}
/** `null`: it is no such line. */
function readMark(line) {
    const groups = stale_marks_pattern.exec(line)?.groups;
    const environment = environment_name/* environmentNames */.i.find((each) => each === groups?.['environment']);
    if (!groups || environment === undefined || Number.isNaN(Date.parse(groups['at'] ?? '')))
        return null;
    return {
        environment,
        at: groups['at'] ?? '',
        release: groups['release'] ?? '',
        pull: groups['pull'] === '-' ? null : Number(groups['pull']),
        changed: readNames(groups['changed'] ?? ''),
    };
}
/**
 * Whether a plan that a comment shows is stale by a deployment: it was planned before the deployment ended, and the
 * environment has another release now than it was planned on, or a stack that it covers was changed.
 */
function isStaleBy(plan, deployed) {
    if (plan.environment !== deployed.environment || !isBefore(plan.at, deployed.at))
        return false;
    const moved = deployed.arrived && plan.base !== deployed.release;
    return moved || shared(deployed.changed, [...plan.stacks, ...plan.changes]).length > 0;
}
/** The marks of a comment once it has been told of deployments: one an environment, the newest, with what all have changed. */
function withMarks(marks, added) {
    return environment_name/* environmentNames */.i.flatMap((environment) => {
        const all = [...marks, ...added].filter((mark) => mark.environment === environment);
        const [first, ...rest] = all;
        if (first === undefined)
            return [];
        return [rest.reduce(joined, { ...first, changed: readNames(writeNames(first.changed)) })];
    });
}
function joined(mark, other) {
    const newest = isBefore(mark.at, other.at) ? other : mark;
    return { ...newest, changed: readNames(writeNames([...mark.changed, ...other.changed])) };
}
/** Those marks that hold for plans that were made meanwhile: a plan that is newer than the deployment needs none. */
function marksThatHold(marks, planned) {
    return marks.filter(({ environment, at }) => planned.some((plan) => plan.environment === environment && isBefore(plan.at, at)));
}
/**
 * What stands at the top of a stale comment: which environments were deployed since, the ones first that concern what the
 * plan changes, and what to do. Markdown, one quotation. A pull request is named without `#`: GitHub would note each
 * comment on the page of the one that was merged.
 */
function staleBanner(marks, planned, pull) {
    const told = marks.map((mark) => {
        const changes = planned.find(({ environment }) => environment === mark.environment)?.changes ?? [];
        return { mark, common: shared(mark.changed, changes) };
    });
    const grave = told.filter(({ common }) => common.length > 0);
    const slight = told.filter(({ common }) => common.length === 0);
    const lines = [
        ...grave.map(({ mark, common }, index) => `${index === 0 ? '**Stale.** ' : ''}${since(mark)} and changed ${namesText(common)}, as this plan would.`),
        ...slight.map(({ mark }) => `${since(mark)}; nothing was changed there that this plan changes, but it starts from before.`),
        `Plan again: \`gh pr update-branch ${pull}\`, or push to the branch. A run that is started again plans the old merge.`,
    ];
    return lines.map((line) => `> ${line}`).join('  \n');
}
function since({ environment, release, pull }) {
    const by = pull === null ? '' : `, pull request ${pull}`;
    return `${environment} was deployed since (release \`${(0,sha256/* short */.h)(release)}\`${by})`;
}
function namesText(names) {
    if (names.includes(anyName))
        return 'stacks';
    const stacks = names.filter((name) => name !== siteName).map((name) => `\`${name}\``);
    return (0,units/* listed */.KE)([...stacks, ...(names.includes(siteName) ? ['the site'] : [])]);
}
const isBefore = (time, other) => Date.parse(time) < Date.parse(other);

;// CONCATENATED MODULE: ./src/github/api/comment-body.ts



/** Characters that everything but the text takes at most: three environments' hidden lines and what they say. */
const bodyOverhead = 6_000;
const end = '<!-- end of stale -->';
/** @param pull the number of the pull request that it stands on */
function writeBody({ marker, ...rest }, pull) {
    return (0,comment_marker/* writeMarker */.en)(marker) + withoutMarkerOf(rest, pull);
}
/** All but the marker's lines. */
function withoutMarkerOf({ planned, marks, text }, pull) {
    return [
        ...planned.map(writePlanned),
        ...(marks.length === 0 ? [] : [...marks.map(writeMark), staleBanner(marks, planned, pull), end]),
        text.trim(),
    ].join('\n');
}
/** `null`: the comment does not begin with our marker. Lines that have not our form exactly are part of its text. */
function readBody(body) {
    const marker = (0,comment_marker/* readMarker */.t7)(body);
    if (marker === null)
        return null;
    const lines = (0,comment_marker/* withoutMarker */.rR)(body).split('\n');
    const planned = readWhile(lines, readPlanned);
    const marks = readWhile(lines, readMark);
    const ends = marks.length === 0 ? -1 : lines.indexOf(end);
    return {
        marker,
        planned,
        marks,
        text: lines
            .slice(ends + 1)
            .join('\n')
            .trim(),
    };
}
/** Takes lines off the front as long as they can be read. */
function readWhile(lines, read) {
    const found = [];
    for (;;) {
        const one = read(lines[0] ?? '');
        if (one === null)
            return found;
        found.push(one);
        lines.shift();
    }
}

;// CONCATENATED MODULE: ./src/github/api/check-run.ts


/** GitHub takes so many characters of a check's summary; counted in bytes, no character set has more. */
const checkSummaryLimit = 65_535;
/**
 * Sets the check `slipway / <system>` of a commit: one check, updated in place by newer runs.
 * @throws UserError the codes of github-error.ts, except GITHUB_PERMISSION
 */
async function writeCheck(api, check) {
    const name = `slipway / ${check.system}`;
    const next = {
        name,
        sha: check.sha,
        conclusion: check.conclusion,
        title: check.title,
        summary: check.summary,
        detailsUrl: check.detailsUrl,
        externalId: `slipway ${check.run.id}.${check.run.attempt}`,
    };
    try {
        const own = (await api.listCheckRuns({ sha: check.sha, name }))
            .flatMap((found) => {
            const run = runOf(found.externalId);
            return run === null ? [] : [{ ...found, run }];
        })
            .sort((left, right) => right.id - left.id)[0];
        if (!own)
            return { kind: 'created', url: (await api.createCheckRun(next)).url };
        if ((0,comment_marker/* isNewer */.U4)(own.run, check.run))
            return { kind: 'superseded', url: own.url };
        return { kind: 'updated', url: (await api.updateCheckRun(own.id, next)).url };
    }
    catch (error) {
        if (error instanceof slipway_error/* SlipwayError */.GQ && error.code === 'GITHUB_PERMISSION') {
            return { kind: 'refused', reason: error.message };
        }
        throw error;
    }
}
function runOf(externalId) {
    const groups = /^slipway (?<id>\d{1,15})\.(?<attempt>\d{1,6})$/.exec(externalId)?.groups;
    return groups ? { id: Number(groups['id']), attempt: Number(groups['attempt']) } : null;
}

;// CONCATENATED MODULE: ./src/github/api/sticky-comment.ts




/**
 * Keeps one comment a system on a pull request; a long one in several parts. Only comments that the token's own account
 * wrote and that begin with the marker are ours. Of doubles, which two runs at once can make, the oldest stays. GitHub has no
 * conditional update: a newer run that writes between this one's look and its write is overwritten, which the turns of the
 * workflow's jobs (`concurrency`) keep from happening.
 *
 * A mark that a deployment has left on the comment goes with the plans that it was about; where it is newer than the plans
 * that are written now, it stays.
 * @throws UserError the codes of github-error.ts, except GITHUB_PERMISSION
 */
async function writeStickyComment(api, comment) {
    if (comment.pullRequest.state === 'closed')
        return { kind: 'closed' };
    try {
        const viewer = await api.viewer();
        const found = await ownComments(api, comment, viewer);
        const newer = newest(found);
        if (newer && (0,comment_marker/* isNewer */.U4)(newer.marker.run, comment.run)) {
            return { kind: 'superseded', url: newer.url, by: newer.marker.run };
        }
        return await writeParts({ api, comment, viewer }, found);
    }
    catch (error) {
        if (isCode(error, 'GITHUB_PERMISSION'))
            return { kind: 'refused', reason: error.message };
        throw error;
    }
}
async function writeParts(writing, found) {
    const { comment } = writing;
    const kept = contiguous(found);
    const surplus = found.filter((own) => !kept.slice(0, comment.parts.length).includes(own));
    for (const own of surplus)
        await remove(writing, own.id);
    let first = { kind: 'unchanged', url: kept[0]?.url ?? '' };
    let isChanged = surplus.length > 0;
    for (const [index, text] of comment.parts.entries()) {
        const outcome = await writePart(writing, { index, text, own: kept[index], found });
        if (index === 0)
            first = outcome;
        if (outcome.kind === 'superseded')
            return outcome;
        isChanged ||= outcome.kind !== 'unchanged';
    }
    return first.kind === 'unchanged' && isChanged ? { kind: 'updated', url: first.url } : first;
}
async function writePart(writing, part) {
    const { index, own } = part;
    const { api, comment, viewer } = writing;
    const marker = {
        system: comment.system,
        part: index + 1,
        parts: comment.parts.length,
        run: comment.run,
    };
    const content = contentOf(comment, part);
    const body = writeBody({ marker, ...content }, comment.pullRequest.number);
    if (own) {
        const isSame = own.marker.parts === marker.parts &&
            (0,comment_marker/* withoutMarker */.rR)(own.body) === withoutMarkerOf(content, comment.pullRequest.number);
        if (isSame)
            return { kind: 'unchanged', url: own.url };
        const updated = await update(writing, own.id, body);
        if (updated)
            return { kind: 'updated', url: updated.url };
    }
    const created = await api.createComment(comment.pullRequest.number, body);
    // Another run may have found none either, and made one: each looks again, and the later one gives way.
    const others = await ownComments(api, comment, viewer);
    const doubles = others.filter((other) => other.marker.part === marker.part);
    const oldest = doubles[0];
    if (!oldest || oldest.id === created.id)
        return { kind: 'created', url: created.url };
    await remove(writing, created.id);
    if ((0,comment_marker/* isNewer */.U4)(oldest.marker.run, comment.run)) {
        return { kind: 'superseded', url: oldest.url, by: oldest.marker.run };
    }
    const again = writeBody({ marker, ...contentOf(comment, { ...part, found: others }) }, comment.pullRequest.number);
    const updated = await update(writing, oldest.id, again);
    return updated
        ? { kind: 'updated', url: updated.url }
        : { kind: 'created', url: (await api.createComment(comment.pullRequest.number, again)).url };
}
/** What a part holds: the first one says of which plans it is, and keeps the marks that those have not caught up with. */
function contentOf({ planned }, { index, text, found }) {
    if (index > 0)
        return { planned: [], marks: [], text };
    const marks = found.flatMap(({ body }) => readBody(body)?.marks ?? []);
    return { planned, marks: marksThatHold(withMarks([], marks), planned), text };
}
/** Ours for the system, oldest first. */
async function ownComments(api, { pullRequest, system }, viewer) {
    return (await api.listComments(pullRequest.number))
        .flatMap((comment) => {
        const marker = comment.author === viewer ? (0,comment_marker/* readMarker */.t7)(comment.body) : null;
        return marker?.system === system ? [{ ...comment, marker }] : [];
    })
        .sort((left, right) => left.id - right.id);
}
/** The oldest comment of each part, as long as none is missing and their order is that of the parts. */
function contiguous(found) {
    const kept = [];
    for (;;) {
        const after = kept.at(-1)?.id ?? 0;
        const next = found.find((own) => own.marker.part === kept.length + 1 && own.id > after);
        if (!next)
            return kept;
        kept.push(next);
    }
}
function newest(found) {
    return found.reduce((best, own) => (best && !(0,comment_marker/* isNewer */.U4)(own.marker.run, best.marker.run) ? best : own), undefined);
}
/** `null`: somebody has deleted it meanwhile. */
async function update({ api }, id, body) {
    try {
        return await api.updateComment(id, body);
    }
    catch (error) {
        if (isCode(error, 'GITHUB_NOT_FOUND'))
            return null;
        throw error;
    }
}
async function remove({ api }, id) {
    try {
        await api.deleteComment(id);
    }
    catch (error) {
        if (!isCode(error, 'GITHUB_NOT_FOUND'))
            throw error;
    }
}
const isCode = (error, code) => error instanceof slipway_error/* SlipwayError */.GQ && error.code === code;

// EXTERNAL MODULE: ./src/report/plan-markdown.ts
var plan_markdown = __webpack_require__(5925);
// EXTERNAL MODULE: ./src/report/plan-parts.ts + 6 modules
var plan_parts = __webpack_require__(1284);
// EXTERNAL MODULE: ./src/plan/static-plan.ts
var static_plan = __webpack_require__(6401);
;// CONCATENATED MODULE: ./src/github/report/planned.ts


/** Hex digits of a release that a comment remembers. */
const rememberedDigits = 16;
/**
 * What the comment remembers of each plan, for the deployments that come after it.
 *
 * @param entries in promotion order; an environment without a plan has nothing that could become stale
 * @param comparedAt when the sources of a fork's pull request were taken, ISO 8601; `null` where GitHub does not say, and
 *   then a comparison is not remembered. Never the fork's own word.
 */
function plannedOf(entries, comparedAt = null) {
    return entries.flatMap(({ environment, plan }) => {
        if (plan === null)
            return [];
        const at = planned_moment((0,static_plan/* isStatic */.N)(plan) ? comparedAt : plan.createdAt);
        if (at === null)
            return [];
        return [
            {
                environment,
                at,
                base: (0,static_plan/* isStatic */.N)(plan) ? null : (plan.baseRelease?.slice(0, rememberedDigits) ?? null),
                stacks: plan.stacks.map(({ stack }) => stack),
                changes: changesOf(plan),
            },
        ];
    });
}
function changesOf(plan) {
    const stacks = plan.stacks.flatMap(({ stack, outcome }) => (outcome === 'none' ? [] : [stack]));
    const site = (0,static_plan/* isStatic */.N)(plan) ? null : plan.site;
    const changesSite = site !== null && site.added.length + site.changed.length + site.removed.length > 0;
    return changesSite ? [...stacks, siteName] : stacks;
}
/** In the one form that comments hold. */
function planned_moment(time) {
    const at = time === null ? Number.NaN : Date.parse(time);
    return Number.isNaN(at) ? null : new Date(at).toISOString();
}

;// CONCATENATED MODULE: ./src/github/report/tell-pull-request.ts






/** Characters of a comment (GitHub's limit), less what its first lines take, now or once it is stale. */
const commentRoom = 65_536 - 200 - bodyOverhead;
/** Nobody reads more comments than that; the most important changes are told instead, and the others counted. */
const mostParts = 4;
/** Writes the comment and the check; what the token may not write is said in one warning, and fails nothing. */
async function tellPullRequest(telling) {
    const { api, log, pull, comment, run } = telling;
    const stale = pull.headSha !== telling.headSha;
    const shown = stale
        ? {
            ...comment,
            cautions: [
                ...(comment.cautions ?? []),
                `Stale: the branch stands at ${pull.headSha.slice(0, 7)} by now, and this is about ${telling.headSha.slice(0, 7)}.`,
            ],
        }
        : comment;
    const sticky = await writeStickyComment(api, {
        pullRequest: pull,
        system: comment.system,
        parts: commentParts(shown),
        planned: plannedOf(comment.entries, telling.comparedAt),
        run,
    });
    const check = await writeCheck(api, {
        system: comment.system,
        sha: telling.headSha,
        conclusion: telling.conclusion,
        title: (0,plan_markdown/* headline */.P)(comment.entries),
        summary: (0,plan_markdown/* planMarkdown */.X)({ ...shown, limit: checkSummaryLimit, unit: 'bytes' }),
        detailsUrl: telling.runUrl,
        run,
    });
    logOutcomes(log, comment.system, sticky, check);
    return { commentUrl: 'url' in sticky ? sticky.url : '', hasCheck: check.kind !== 'refused' };
}
/** As much as a few comments hold, the most important first. */
function commentParts(comment) {
    return (0,plan_parts/* planParts */.m)({ ...comment, limit: commentRoom }, mostParts);
}
function logOutcomes(log, system, sticky, check) {
    switch (sticky.kind) {
        case 'created':
        case 'updated':
        case 'unchanged':
            log.info(`comment ${sticky.kind}: ${sticky.url}`);
            break;
        case 'closed':
            log.info('the pull request is closed, so it gets no comment');
            break;
        case 'superseded':
            log.info(`the newer run ${sticky.by.id} has commented already: ${sticky.url}`);
            break;
        case 'refused':
            break;
    }
    const refused = [sticky, check].flatMap((outcome) => (outcome.kind === 'refused' ? [outcome.reason] : []));
    if (check.kind !== 'refused')
        log.info(`check slipway / ${system} ${check.kind}: ${check.url}`);
    if (refused.length > 0) {
        log.warn(`the plans of ${system} stand in this job's summary, not on the pull request: ${refused.join('; ')}`);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/report/cost-text.ts
var cost_text = __webpack_require__(8793);
// EXTERNAL MODULE: ./src/report/drift-text.ts
var drift_text = __webpack_require__(4061);
// EXTERNAL MODULE: ./src/report/visible.ts
var report_visible = __webpack_require__(776);
;// CONCATENATED MODULE: ./src/report/html/markup.ts

/** Markup that is safe to stand in a page as it is. */
class Markup {
    text;
    constructor(text) {
        this.text = text;
    }
}
/**
 * Markup from a template literal: whatever is put in is escaped for text and for quoted attributes alike, unless it is
 * markup itself. Lists are joined, `null` is nothing.
 */
function html(literals, ...parts) {
    return new Markup(literals
        .map((literal, index) => literal + (index < parts.length ? put(parts[index] ?? null) : ''))
        .join(''));
}
/** A text with its lines, as it stands in a `<pre>`. */
function lines(text) {
    return new Markup(text.split(/\r?\n/).map(escaped).join('\n'));
}
function put(part) {
    if (part === null)
        return '';
    if (part instanceof Markup)
        return part.text;
    if (typeof part === 'string' || typeof part === 'number')
        return escaped(String(part));
    return part.map(put).join('');
}
function escaped(text) {
    return (0,report_visible/* visible */.R)(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

// EXTERNAL MODULE: ./src/report/plan-rows.ts
var plan_rows = __webpack_require__(5569);
;// CONCATENATED MODULE: ./src/report/html/plan-context.ts

function contextOf(plan, stack, id) {
    const stops = plan.gate.stops.flatMap((stop, index) => stop.stack === stack.stack
        ? [
            [
                stop.path,
                { target: `${id}-stop-${index}`, overridden: 'override' in stop && stop.overridden },
            ],
        ]
        : []);
    const root = `${id}-${plan.stacks.indexOf(stack)}`;
    return {
        id,
        stack,
        // of two stops for one resource, the open one is told
        stops: new Map([...stops].sort((a, b) => Number(b[1].overridden) - Number(a[1].overridden))),
        costs: new Map((stack.cost?.items ?? []).map((item) => [item.path, item])),
        drift: new Map((stack.drift?.drifted ?? []).map(({ path, effect }) => [path.join('/'), effect])),
        // by position: names are what people write
        anchors: new Map((0,plan_summary/* nodesOf */.Nh)(stack.root).map((node, index) => [node, `${root}-${index}`])),
    };
}
/** Where a stack stands in the page. */
const nodeAnchor = ({ anchors }, node) => anchors.get(node) ?? '';
/** `Storage/PhotosBucket`, as stops and costs name a resource. */
const pathOf = (node, logicalId) => [...node.path, logicalId].join('/');
/** The target of the change that a stop is about; `null` where the tree does not show it. */
function stopAnchor({ stack, stops }, path) {
    const isShown = (0,plan_summary/* nodesOf */.Nh)(stack.root).some((node) => [...(0,plan_summary/* shownChanges */.ph)(node), ...node.unseen].some(({ logicalId }) => pathOf(node, logicalId) === path));
    return isShown ? (stops.get(path)?.target ?? null) : null;
}

;// CONCATENATED MODULE: ./src/report/html/risks.ts

/** What a reader filters by, the worst first. The last three are of checks and findings. */
const risks = [
    { risk: 'stake', label: 'data at stake' },
    { risk: 'remove', label: 'remove' },
    { risk: 'replace', label: 'replace' },
    { risk: 'may-replace', label: 'may replace' },
    { risk: 'drift', label: 'drifted' },
    { risk: 'change', label: 'modify' },
    { risk: 'add', label: 'add' },
    { risk: 'possible', label: 'only possible' },
    { risk: 'around', label: 'parameters, outputs' },
    { risk: 'site', label: 'site' },
    { risk: 'failed', label: 'failed' },
    { risk: 'open', label: 'open' },
    { risk: 'passed', label: 'passed' },
];
const ofKind = {
    add: 'add',
    change: 'change',
    replace: 'replace',
    remove: 'remove',
    renew: 'change',
    import: 'add',
    possible: 'possible',
};
/** What a change is found by: its kind, that it may replace, that the gate stops (or would have stopped) for it. */
function risksOf(change, isStopped) {
    return [
        ...(isStopped ? ['stake'] : []),
        ofKind[(0,plan_summary/* kindOf */.I)(change)],
        ...((0,plan_summary/* mayReplace */.kA)(change) ? ['may-replace'] : []),
    ];
}
/** The worst of some risks; `null` of none. */
function worst(found) {
    const set = new Set(found);
    return risks.find(({ risk }) => set.has(risk))?.risk ?? null;
}

;// CONCATENATED MODULE: ./src/report/html/change-row.ts







/** A value in the page is never cut. */
const change_row_whole = Number.POSITIVE_INFINITY;
const verbs = {
    add: 'add',
    change: 'modify',
    replace: 'replace',
    remove: 'remove',
    renew: 'renew',
    import: 'import',
    possible: 'possible',
};
/** What the change does to what somebody did by hand. */
const driftWords = {
    fails: 'deleted by hand, fails',
    'may-fail': 'deleted by hand, may fail',
    overwritten: 'overwrites drift',
    lost: 'drift is lost',
    possible: 'may overwrite drift',
    adopted: 'drift adopted',
    stays: 'drift stays',
    gone: 'deleted by hand',
};
/** Whether what was done by hand is certainly lost, or in the way. */
const isMet = (drift) => ['fails', 'overwritten', 'lost'].includes(drift);
/** One change of a resource: what, how bad, where it stands in the sources, and each property before and after. */
function changeRow(change, node, context) {
    const kind = (0,plan_summary/* kindOf */.I)(change);
    const path = pathOf(node, change.logicalId);
    const stop = context.stops.get(path);
    const cost = context.costs.get(path);
    const drift = context.drift.get(path);
    const word = (0,plan_rows/* wordFor */.GC)(change, kind);
    const head = html `<span class="mark" aria-hidden="true">${plan_rows/* marks */.Z8[kind]}</span
    ><span class="sr">${verbs[kind]}</span> <span class="name">${change.logicalId}</span>
    <span class="type">${change.type}</span>
    ${stop === undefined ? '' : html `<span class="badge ${stop.overridden ? 'open' : 'solid'}">${stop.overridden ? 'data at stake, allowed' : 'data at stake'}</span>`}
    ${drift === undefined ? '' : html `<span class="badge ${isMet(drift) ? 'remove' : 'change'}">${driftWords[drift]}</span>`}
    ${word === '' ? '' : html `<span class="badge">${word}</span>`}
    ${cost === undefined ? '' : html `<span class="cost">${(0,cost_text/* dollars */.E9)(cost.after - cost.before)} a month</span>`}
    ${change.at ? html `<span class="where">${(0,units/* place */.ik)(change.at)}</span>` : ''}`;
    return row({
        head,
        body: [...change.properties.map(propertyRow), ...facts(change)],
        isOpen: kind === 'change' || kind === 'replace',
        tone: plan_rows/* tones */.ip[kind],
        risks: [...risksOf(change, stop !== undefined), ...(drift === undefined ? [] : ['drift'])],
        words: [
            context.stack.stack,
            path,
            change.type,
            verbs[kind],
            ...change.properties.map((each) => each.path),
            ...(drift === undefined ? [] : [driftWords[drift]]),
        ],
        anchor: stop?.target,
    });
}
/** A line of the tree that can be searched, filtered and walked to. */
function row({ head, body, isOpen, tone, risks, words, anchor }) {
    const attributes = html `class="item ${tone}" data-risk="${risks.join(' ')}"
  data-text="${words.join(' ').toLowerCase()}"${anchor === undefined ? '' : html ` id="${anchor}"`}`;
    if (body.length === 0)
        return html `<div ${attributes} tabindex="-1"><div class="head">${head}</div></div>`;
    return html `<details ${attributes}${isOpen ? html ` open` : ''}>
    <summary><span class="head">${head}</span></summary>
    ${body}
  </details>`;
}
function propertyRow(property) {
    return pair(property.path, property, (0,plan_rows/* propertyNotes */.l_)(property));
}
/** A name with its value before and after. */
function pair(name, values, notes) {
    const value = values.secret
        ? html `<b class="secret">•••• (secret) changed</b>`
        : html `<del>${(0,plan_rows/* valueText */.Ru)(values.before, change_row_whole)}</del> <i aria-label="becomes">→</i>
        <ins>${(0,plan_rows/* valueText */.Ru)(values.after, change_row_whole)}</ins>`;
    return html `<div class="property">
    <span>${name}</span><span>${value}${notes.map((note) => html ` <em>${note}</em>`)}</span>
  </div>`;
}
/** What CloudFormation knows of the resource that is there. */
function facts({ physicalId, policyAction, action, properties }) {
    if (action === 'add' || (properties.length === 0 && policyAction === null))
        return [];
    const told = [
        physicalId === null ? '' : html `now <code>${physicalId}</code>`,
        policyAction === null ? '' : html `policy of CloudFormation: <code>${policyAction}</code>`,
    ].filter((each) => each !== '');
    return told.length === 0
        ? []
        : [html `<div class="facts">${told.map((each, index) => [index > 0 ? ' · ' : '', each])}</div>`];
}

;// CONCATENATED MODULE: ./src/report/html/cost-table.ts


/** What the monthly bill does, line by line: each price with its source; what has none is listed, never guessed. */
function costTable(stacks) {
    const text = (0,cost_text/* costText */.rs)(stacks);
    const priced = stacks.flatMap(({ stack, cost }) => (cost?.items ?? []).map((item) => ({ ...item, path: `${stack}/${item.path}` })));
    const open = stacks.flatMap(({ stack, cost }) => [
        ...(cost?.byUse ?? []).map((item) => ({ ...item, word: 'paid by use' })),
        ...(cost?.notPriced ?? []).map((item) => ({ ...item, word: 'not priced' })),
    ].map((item) => ({ ...item, path: `${stack}/${item.path}` })));
    if (priced.length + open.length === 0)
        return html ``;
    const sum = priced.reduce((usd, { before, after }) => usd + after - before, 0);
    const dearest = priced.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
    return html `<details class="aside fold">
    <summary>Monthly cost <b>${priced.length === 0 ? '' : (0,cost_text/* dollars */.E9)(sum)}</b></summary>
    ${text === null ? '' : html `<p class="quiet">${text}</p>`}
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>resource</th>
            <th>type</th>
            <th class="number">before</th>
            <th class="number">after</th>
            <th class="number">difference</th>
            <th>from</th>
          </tr>
        </thead>
        <tbody>
          ${dearest.map((item) => html `<tr>
                <td class="mono">${item.path}</td>
                <td class="mono quiet">${item.type}</td>
                <td class="number">$${item.before.toFixed(2)}</td>
                <td class="number">$${item.after.toFixed(2)}</td>
                <td class="number">${(0,cost_text/* dollars */.E9)(item.after - item.before)}</td>
                <td class="quiet">
                  ${item.note === undefined ? '' : html `${item.note}<br />`}${item.source}, read ${item.read}
                </td>
              </tr>`)}
          ${open.map((item) => html `<tr>
                <td class="mono">${item.path}</td>
                <td class="mono quiet">${item.type}</td>
                <td colspan="3">${item.word}</td>
                <td class="quiet">${item.because}</td>
              </tr>`)}
        </tbody>
      </table>
    </div>
  </details>`;
}

;// CONCATENATED MODULE: ./src/report/html/drift-box.ts


/** More resources than that fold away. */
const mostOpen = 12;
/** What a plan says of drift: all resources with all properties, and what nobody knows. */
function driftBox(plan) {
    const report = (0,drift_text/* driftReport */.CP)(plan);
    if (report === null || (report.headline === null && report.resources.length === 0))
        return html ``;
    const items = [
        ...report.resources.map(({ subject, place, fate, properties }) => html `<li>
          <code>${subject}</code> ${fate}${place === null ? '' : html ` <span class="quiet">(${place})</span>`}
          ${properties.length === 0
            ? ''
            : html `<ul>
                  ${properties.map(({ name, text }) => html `<li><code>${name}</code> ${text}</li>`)}
                </ul>`}
        </li>`),
        ...report.unknown.map(({ subjects, because }) => html `<li>
          unknown:
          ${subjects.map((subject, index) => html `${index === 0 ? '' : ', '}<code>${subject}</code>`)}:
          ${because}
        </li>`),
    ];
    const list = html `<ul>
    ${items}
  </ul>`;
    return html `<div class="${report.isGrave ? 'stop' : 'caution'} drift">
    <p><strong>${report.headline ?? `${plan.environment} overwrites no drift`}.</strong></p>
    ${items.length <= mostOpen
        ? list
        : html `<details class="fold">
            <summary>${items.length} entries</summary>
            ${list}
          </details>`}
  </div>`;
}

// EXTERNAL MODULE: ./src/report/output-lines.ts
var output_lines = __webpack_require__(7999);
;// CONCATENATED MODULE: ./src/report/html/plan-tree.ts







/** The changes of one root stack and of all that it nests, each stack a list that opens and closes. */
function stackTree(context) {
    const { stack } = context;
    const where = `${stack.stackName} · ${stack.region}`;
    if (stack.outcome === 'none')
        return html `<p class="quiet">${stack.stack} <span class="type">${where}</span>: no changes</p>`;
    const parameters = stack.outcome === 'create' ? [] : stack.parameters.filter(plan_rows/* isParameterChange */.U$);
    const first = parameters.map((parameter) => row({
        head: html `<span class="mark" aria-hidden="true">~</span><span class="sr">modify</span> parameter
        <span class="name">${parameter.name}</span>`,
        body: [
            pair('value', parameter, parameter.deferred === null ? [] : [`from ${parameter.deferred}, known after it`]),
        ],
        isOpen: true,
        tone: 'change',
        risks: ['around'],
        words: [stack.stack, 'parameter', parameter.name],
    }));
    const tags = (stack.outcome === 'create' ? [] : (stack.tags ?? [])).map(({ key, before, after }) => row({
        head: html `<span class="mark" aria-hidden="true">~</span><span class="sr">modify</span> tag
        <span class="name">${key}</span>`,
        body: [pair('value', { before, after, secret: false }, [])],
        isOpen: true,
        tone: 'change',
        risks: ['around'],
        words: [stack.stack, 'tag', key],
    }));
    const name = html `${stack.stack} <span class="type">${where}</span>`;
    return nodeTree(stack.root, name, [...first, ...tags], context);
}
function nodeTree(node, name, first, context) {
    const children = node.children.filter((child) => (0,plan_summary/* nodesOf */.Nh)(child).some(plan_summary/* isTouched */.Dn));
    const unchanged = node.children.length - children.length;
    const own = (0,plan_summary/* shownChanges */.ph)(node);
    const word = node.status === 'create'
        ? html `<span class="badge add">new stack</span>`
        : node.status === 'remove'
            ? html `<span class="badge remove">removed</span>`
            : '';
    return html `<details class="node" id="${nodeAnchor(context, node)}" open>
    <summary>
      <span class="head"
        ><span class="name">${name}</span> ${word}
        <span class="type">${own.length > 0 ? (0,units/* counted */.hS)(own.length, 'change') : ''}</span
        ><span class="where">${node.template ?? ''}</span></span
      >
    </summary>
    ${first} ${own.map((change) => changeRow(change, node, context))}
    ${outputs(node, context, first.length > 0)} ${node.unseen.map((each) => unseen(each, node, context))}
    ${children.map((child) => nodeTree(child, html `${child.path.at(-1) ?? ''}`, [], context))}
    ${unchanged > 0 ? html `<p class="quiet">${(0,units/* counted */.hS)(unchanged, 'nested stack')} unchanged</p>` : ''}
  </details>`;
}
/** Each output that changes; where nothing tells which, that some do. */
function outputs(node, { stack }, isTold) {
    const told = [...(0,output_lines/* certainOutputs */.vP)(node), ...(0,output_lines/* possibleOutputs */.W8)(node)];
    const words = [stack.stack, ...node.path, 'outputs'];
    if (told.length > 0) {
        return told.map((output) => {
            const { mark, tone } = output_lines/* outputMarks */.sk[output.action];
            const isPossible = output.certainty === 'possible';
            return row({
                head: html `<span class="mark" aria-hidden="true">${isPossible ? '?' : mark}</span
          ><span class="sr">${output.action}</span> output
          <span class="name">${output.name}</span>
          ${output.at ? html `<span class="where">${(0,units/* place */.ik)(output.at)}</span>` : ''}`,
                body: [pair('value', output, (0,output_lines/* outputNotes */.BO)(output))],
                isOpen: true,
                tone: isPossible ? 'possible' : tone,
                risks: isPossible ? ['around', 'possible'] : ['around'],
                words: [...words, output.name, output.action],
            });
        });
    }
    if (isTold || !node.outputsOnly)
        return [];
    return [
        row({
            head: html `<span class="mark" aria-hidden="true">~</span> outputs
        <span class="type">only outputs or tags change</span>`,
            body: [],
            isOpen: false,
            tone: 'change',
            risks: ['around'],
            words: [...words, 'tags'],
        }),
    ];
}
function unseen({ logicalId, type, at }, node, context) {
    const path = pathOf(node, logicalId);
    const stop = context.stops.get(path);
    return row({
        head: html `<span class="mark" aria-hidden="true">?</span> <span class="name">${logicalId}</span>
      <span class="type">${type}</span>
      <span class="badge">not seen, counted as touched</span>
      ${at ? html `<span class="where">${(0,units/* place */.ik)(at)}</span>` : ''}`,
        body: [],
        isOpen: false,
        tone: 'possible',
        risks: stop === undefined ? ['possible'] : ['stake', 'possible'],
        words: [context.stack.stack, path, type, 'not seen'],
        anchor: stop?.target,
    });
}

;// CONCATENATED MODULE: ./src/report/html/stack-map.ts






/**
 * The stacks as a picture: a box each, nested as they nest, in the colour of the worst that happens in it, with counts;
 * stacks in which nothing happens are one line. Nothing where there is a single stack.
 */
function stackMap(plan, id) {
    const touched = plan.stacks.flatMap((stack) => (0,plan_summary/* nodesOf */.Nh)(stack.root)).filter(plan_summary/* isTouched */.Dn);
    if (touched.length < 2)
        return html ``;
    return html `<figure class="aside">
    <ul class="map">
      ${plan.stacks.map((stack) => box(stack.root, stack.stack, contextOf(plan, stack, id)))}
    </ul>
    <figcaption class="sr">The stacks, with what changes in each</figcaption>
  </figure>`;
}
function box(node, name, context) {
    const isAround = (each) => (0,plan_summary/* isTouched */.Dn)(each) || (0,plan_summary/* isFailed */.Ix)(each, context.stack);
    const children = node.children.filter((child) => (0,plan_summary/* nodesOf */.Nh)(child).some(isAround));
    const unchanged = node.children.length - children.length;
    const sources = node.path.length === 0 ? sourcesOf(context.stack) : [];
    const inner = html `${children.map((child) => box(child, child.path.at(-1) ?? '', context))}${unchanged > 0 ? html `<li class="none">${unchanged} unchanged</li>` : ''}`;
    const isShown = context.stack.outcome !== 'none';
    return html `<li class="${worstOf(node, context) ?? (children.length > 0 ? 'around' : 'none')}">
    <span
      >${isShown ? html `<a href="#${nodeAnchor(context, node)}">${name}</a>` : name}
      ${(0,plan_summary/* isFailed */.Ix)(node, context.stack) ? html `<small>cannot be planned</small> ` : ''}${tally(node, (0,plan_summary/* isFailed */.Ix)(node, context.stack))}</span
    >
    ${sources.length > 0 ? html `<small>takes from ${(0,units/* listed */.KE)(sources)}</small>` : ''}
    ${node.children.length > 0
        ? html `<ul>
            ${inner}
          </ul>`
        : ''}
  </li>`;
}
function worstOf(node, { stack, stops }) {
    if ((0,plan_summary/* isFailed */.Ix)(node, stack))
        return 'failed';
    if (node.status === 'remove')
        return 'remove';
    return worst([
        ...(0,plan_summary/* shownChanges */.ph)(node).flatMap((change) => risksOf(change, stops.has(pathOf(node, change.logicalId)))),
        ...node.unseen.map(() => 'possible'),
        ...(node.status === 'create' ? ['add'] : []),
        ...(node.outputsOnly ? ['change'] : []),
    ]);
}
/** `+ 2 ~ 1`, in a fixed order. */
function tally(node, isQuiet) {
    const kinds = (0,plan_summary/* shownChanges */.ph)(node).map(plan_summary/* kindOf */.I);
    if (kinds.length === 0)
        return html `<small
      >${node.outputsOnly ? 'outputs or tags' : node.unseen.length > 0 ? (0,units/* counted */.hS)(node.unseen.length, 'resource') + ' not seen' : isQuiet || node.children.length > 0 ? '' : 'unchanged'}</small
    >`;
    const order = ['remove', 'replace', 'change', 'renew', 'import', 'add', 'possible'];
    const parts = order.flatMap((kind) => {
        const count = kinds.filter((each) => each === kind).length;
        return count > 0 ? [`${plan_rows/* marks */.Z8[kind]}${count}`] : [];
    });
    return html `<small>${parts.join(' ')}</small>`;
}
/** The stacks whose outputs this one is given while it is deployed. */
function sourcesOf({ parameters }) {
    return [...new Set(parameters.flatMap(({ deferred }) => deferred?.split('.')[0] ?? []))].sort();
}

;// CONCATENATED MODULE: ./src/report/html/plan-section.ts











/** So many stops are told in full, and the others open on demand. */
const mostStops = 6;
/** One plan: verdict, what stops it, the stacks as a picture, the whole tree with every property, the site's files, the bill. */
function planSection(plan, id) {
    const sum = (0,plan_summary/* totals */.Sd)(plan.stacks);
    const caution = (0,plan_notes/* caveat */.jf)(plan);
    const site = (0,static_plan/* isStatic */.N)(plan) ? null : plan.site;
    const siteLine = (0,plan_notes/* siteText */.tE)(site);
    const stops = (0,plan_notes/* stopTexts */.lh)(plan).map((stop) => stopBox(stop, stopLink(plan, stop, id)));
    const told = stops.length > mostStops + 1 ? mostStops : stops.length;
    const warnings = (0,plan_notes/* warningsOf */.nZ)(plan);
    return html `<section id="${id}" class="plan">
    <h2>
      <span class="quiet">Plan</span> ${plan.system} → ${plan.environment} ${verdictBadge((0,plan_summary/* verdictOf */.Vj)(plan))}
    </h2>
    <p class="quiet">
      ${(0,static_plan/* isStatic */.N)(plan) ? '' : html `release <code>${(0,sha256/* short */.h)(plan.release)}</code> · plan <code>${(0,sha256/* short */.h)(plan.fingerprint)}</code> · `}account
      <code>${plan.account}</code
      >${(0,static_plan/* isStatic */.N)(plan) ? '' : html ` · made <time datetime="${plan.createdAt}">${plan.createdAt.slice(0, 16).replace('T', ' ')} UTC</time>`}
    </p>
    ${caution === null ? '' : html `<p class="caution">${caution}</p>`} ${stops.slice(0, told)}
    ${stops.length > told
        ? html `<details class="fold">
            <summary>${stops.length - told} more like this</summary>
            ${stops.slice(told)}
          </details>`
        : ''}
    ${driftBox(plan)} ${warnings.map((warning) => html `<p class="caution">warning: ${warning}</p>`)}
    <p class="size">${plan_section_tally(sum)} <span>${(0,plan_notes/* sizeText */.lP)(sum)}</span></p>
    ${stackMap(plan, id)}
    <div class="tree">
      ${plan.stacks.map((stack) => stackTree(contextOf(plan, stack, id)))}
      ${site === null || siteLine === null ? '' : siteTree(site, siteLine)}
    </div>
    ${costTable(plan.stacks)}
    <div class="aside quiet">${(0,plan_notes/* notes */.Q2)(plan).map((note) => html `<p>${note}</p>`)}</div>
  </section>`;
}
/** A verdict in the colour of its news. */
function verdictBadge(verdict) {
    const tone = verdict === 'ready' || verdict === 'no-changes' ? 'good' : verdict === 'changed' ? 'open' : 'solid';
    return html `<span class="badge ${tone}">${plan_summary/* verdictWords */.L2[verdict]}</span>`;
}
/** `+ 2 add · ~ 1 modify`: what there is of each kind; nothing of those there are none. */
function plan_section_tally(sum) {
    const parts = [
        { tone: 'remove', mark: '-', count: sum.remove, word: 'remove' },
        { tone: 'replace', mark: '±', count: sum.replace, word: 'replace' },
        { tone: 'change', mark: '~', count: sum.change, word: 'modify' },
        { tone: 'add', mark: '+', count: sum.add, word: 'add' },
        { tone: 'possible', mark: '?', count: sum.possible, word: 'only possible' },
    ].filter(({ count }) => count > 0);
    return html `<span class="tally"
    >${parts.map(({ tone, mark, count, word }) => html `<span class="${tone}"><span aria-hidden="true">${mark}</span> ${count} ${word}</span> `)}</span
  >`;
}
function stopBox(stop, anchor) {
    return html `<div class="stop ${stop.overridden ? 'allowed' : ''}">
    <p>
      <strong>${stop.headline}${stop.overridden ? ', and may' : ''}.</strong>
      ${anchor === null ? html `<code>${stop.subject}</code>` : html `<a href="#${anchor}"><code>${stop.subject}</code></a>`}${stop.property === null ? '' : html `: <code>${stop.property}</code> changes`}${stop.place === null ? '' : html ` <span class="quiet">(${stop.place})</span>`}
    </p>
    <p>${stop.fate}</p>
    ${stop.label === null ? '' : html `<p>${stop.overridden ? 'Allowed by' : 'If you mean it, add the label'} <code class="label">${stop.label}</code>${stop.overridden ? '' : html ` <button type="button" class="js" data-copy="${stop.label}">copy</button>`}</p>`}
  </div>`;
}
function stopLink(plan, { subject }, id) {
    const stack = plan.stacks.find(({ stack: name }) => subject.startsWith(`${name}/`));
    return stack === undefined
        ? null
        : stopAnchor(contextOf(plan, stack, id), subject.slice(stack.stack.length + 1));
}
function siteTree(site, text) {
    const kinds = [
        { keys: site.removed, mark: '-', tone: 'remove', verb: 'remove' },
        { keys: site.changed, mark: '~', tone: 'change', verb: 'modify' },
        { keys: site.added, mark: '+', tone: 'add', verb: 'add' },
    ];
    return html `<details class="node">
    <summary>
      <span class="head"><span class="name">site</span> <span class="type">${text}</span></span>
    </summary>
    ${kinds.map(({ keys, mark, tone, verb }) => keys.map((key) => row({ head: html `<span class="mark" aria-hidden="true">${mark}</span><span class="sr">${verb}</span> <span class="name">${key}</span>`, body: [], isOpen: false, tone, risks: ['site'], words: ['site', verb, key] })))}
    ${site.invalidate.length > 0 ? html `<p class="quiet">To invalidate: ${site.invalidate.map((path, index) => html `${index > 0 ? ', ' : ''}<code>${path}</code>`)}</p>` : ''}
  </details>`;
}

;// CONCATENATED MODULE: ./src/report/html/contents.ts






/** The page's parts to jump to; of a plan its verdict, counts and cost, so that environments can be compared at a glance. */
function contents(entries) {
    if (entries.length < 2)
        return html ``;
    return html `<nav aria-label="Contents">
    <ul>
      ${entries.map(({ id, title, plan }) => html `<li><a href="#${id}">${plan === null ? title : card(plan)}</a></li>`)}
    </ul>
  </nav>`;
}
function card(plan) {
    const regions = [...new Set(plan.stacks.map(({ region }) => region))];
    const cost = (0,cost_text/* costCell */.ch)(plan.stacks);
    const drift = (0,drift_text/* driftVerdict */.Zk)(plan);
    const sum = (0,plan_summary/* totals */.Sd)(plan.stacks);
    return html `<b>${plan.environment}</b> ${verdictBadge((0,plan_summary/* verdictOf */.Vj)(plan))}
    <small>${plan.system} · ${regions.join(', ')}</small>
    ${(0,plan_summary/* certain */.pY)(sum) + sum.possible > 0 ? plan_section_tally(sum) : html `<small>${(0,plan_notes/* sizeText */.lP)(sum)}</small>`}
    ${drift === '' ? '' : html `<small class="remove"><b>${drift}</b></small>`}
    ${cost === '–' ? '' : html `<small>monthly cost: ${cost}</small>`}`;
}

// EXTERNAL MODULE: ./src/report/columns.ts
var columns = __webpack_require__(1197);
;// CONCATENATED MODULE: ./src/report/board.ts






/** Which release is where, since when, and what is wrong with it. */
function boardText(rows, { paint, now }) {
    const names = padded('', widest(rows.map((row) => row.system)) + 1);
    const widths = environmentNames.map((environment) => widest([environment, ...rows.map((row) => cellText(row, environment, now))]) + 3);
    const header = environmentNames
        .map((environment, index) => padded(environment, widths[index] ?? 0))
        .join('');
    const lines = rows.map((row) => {
        const cells = environmentNames.map((environment, index) => {
            const text = padded(cellText(row, environment, now), widths[index] ?? 0);
            return statePaint(paint, row.cells.find((each) => each.environment === environment))(text);
        });
        const remarks = remarksOf(row);
        return ` ${paint.bold(padded(visible(row.system), names.length))} ${cells.join('')}${remarks === '' ? '' : `← ${remarks}`}`.trimEnd();
    });
    return [` ${names} ${paint.dim(header.trimEnd())}`, ...lines].join('\n');
}
function boardMarkdown(rows, now) {
    const lines = rows.map((row) => {
        const cells = environmentNames.map((environment) => {
            const found = row.cells.find((each) => each.environment === environment);
            const release = found?.head?.release;
            if (!found?.head || release === null || release === undefined)
                return prose(cellText(row, environment, now));
            const state = found.head.state === 'red' ? '**red** ' : '';
            return `${state}${code(short(release))} ${found.head.since === null ? '' : ago(found.head.since, now)}`.trim();
        });
        return `| ${[prose(row.system), ...cells, prose(remarksOf(row))].map(cell).join(' | ')} |`;
    });
    return [`| system | ${environmentNames.join(' | ')} | |`, '| --- | --- | --- | --- | --- |', ...lines].join('\n');
}
/** `91cc4e07  2 min ago`, `– never`. */
function cellText(row, environment, now) {
    const found = row.cells.find((each) => each.environment === environment);
    if (!found)
        return '';
    if (!found.head)
        return '? unknown';
    const { release, since, state } = found.head;
    if (release === null)
        return since === null ? '– never' : `– torn down ${(0,units/* ago */.KN)(since, now)}`;
    return [(0,sha256/* short */.h)(release), since === null ? '' : (0,units/* ago */.KN)(since, now), state === 'red' ? 'red' : '']
        .filter((part) => part !== '')
        .join('  ');
}
/** What stands after the arrow. */
function remarksOf(row) {
    return row.cells
        .flatMap(({ environment, head, problem, behind, notes }) => [
        ...(problem === null ? [] : [`${environment}: ${problem}`]),
        ...(behind !== null && behind > 0 ? [`${environment} is ${(0,units/* counted */.hS)(behind, 'release')} behind`] : []),
        ...(head?.lock ? [`${environment} is locked by ${head.lock.holder}`] : []),
        ...notes.map((note) => `${environment}: ${note}`),
    ])
        .map(report_visible/* visible */.R)
        .join('; ');
}
function statePaint(paint, found) {
    if (found?.head?.state === 'red' || found?.head === null)
        return paint.red;
    return found?.head?.state === 'green' ? paint.green : paint.dim;
}

// EXTERNAL MODULE: ./src/report/failure-text.ts
var failure_text = __webpack_require__(8986);
// EXTERNAL MODULE: ./src/report/smoke-text.ts + 1 modules
var smoke_text = __webpack_require__(1575);
;// CONCATENATED MODULE: ./src/report/html/result-sections.ts







const outcomeWords = {
    succeeded: 'done',
    'no-changes': 'no changes',
    'deploy-failed': 'failed, stacks',
    'site-failed': 'failed, site',
    'smoke-failed': 'failed, smoke',
};
function deploymentSection(result, id) {
    const good = result.outcome === 'succeeded' || result.outcome === 'no-changes';
    const longest = Math.max(1, ...result.times.map((step) => step.took));
    const requests = siteRequests(result);
    return html `<section id="${id}">
      <h2>
        Deployment: ${result.system} → ${result.environment}
        <span class="badge ${good ? 'good' : 'bad'}">${outcomeWords[result.outcome]}</span>
      </h2>
      <p class="quiet">
        release <code>${(0,sha256/* short */.h)(result.release)}</code> · before
        <code>${result.plan.baseRelease === null ? 'nothing' : (0,sha256/* short */.h)(result.plan.baseRelease)}</code>
      </p>
      ${failure(result)}
      ${result.siteFailure === null ? '' : html `<div class="stop"><p>${result.siteFailure}</p></div>`}
      <table>
        <tbody>
          ${result.times.map((step) => html `<tr>
                <td>${step.step}</td>
                <td class="number">${(0,units/* duration */.p0)(step.took)}</td>
                <td>
                  <svg width="100%" height="10" role="presentation">
                    <rect
                      width="${Math.max(1, Math.round((100 * step.took) / longest))}%"
                      height="10"
                      rx="3"
                      fill="var(--accent)"
                    />
                  </svg>
                </td>
              </tr>`)}
        </tbody>
      </table>
      ${requests.length === 0 ? '' : html `<p>Requests for the site: ${requests.map(([verb, count]) => `${count} ${verb}`).join(', ')}.</p>`}
    </section>
    ${result.smoke === null ? '' : smokeSection(result.smoke, `${id}-smoke`)}`;
}
function siteRequests({ site }) {
    if (site === null)
        return [];
    return Object.entries({ ...site.requests }).filter(([, count]) => count > 0);
}
function failure({ failure: failed, plan, system, environment }) {
    if (failed === null)
        return html ``;
    const { cause } = failed;
    const view = { ...failed, system, environment, previousRelease: plan.baseRelease, next: null };
    return html `<div class="stop">
    <p><strong>${(0,failure_text/* subject */.bc)(view)}</strong> <code>${cause.type}</code> ${cause.status}</p>
    <p>${cause.reason}</p>
    ${cause.at ? html `<pre>${(0,units/* place */.ik)(cause.at)}    ${cause.sourceLine ?? ''}</pre>` : ''}
    ${cause.others.map((other) => html `<p>also <code>${[...other.path, other.logicalId].join(' / ')}</code>: ${other.reason}</p>`)}
    <p>${(0,failure_text/* aftermath */.x7)(view)}</p>
  </div>`;
}
const smokeWords = {
    passed: ['good', 'passed'],
    failed: ['bad', 'failed'],
    'not-enforceable': ['open', 'not enforceable here'],
};
function smokeSection(report, id) {
    const rank = { failed: 0, 'not-enforceable': 1, passed: 2 };
    const results = [...report.results].sort((a, b) => rank[a.outcome] - rank[b.outcome] || (a.id < b.id ? -1 : 1));
    return html `<section id="${id}">
    <h2>
      Smoke: ${report.system} · ${report.environment}
      <span class="badge ${report.failed > 0 ? 'bad' : 'good'}">${(0,smoke_text/* smokeCounts */._R)(report)}</span>
    </h2>
    <p class="quiet">${(0,units/* duration */.p0)(report.took)}, started ${report.startedAt}</p>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>check</th>
            <th>outcome</th>
            <th>time</th>
            <th>what was seen</th>
          </tr>
        </thead>
        <tbody>
          ${results.map(smokeRow)}
        </tbody>
      </table>
    </div>
  </section>`;
}
function smokeRow(result) {
    const [tone, word] = smokeWords[result.outcome];
    const said = result.outcome === 'failed'
        ? html `got <code>${result.got ?? 'nothing'}</code><br />want
          <code>${result.want}</code
          >${result.hint === null ? '' : html `<br /><span class="quiet">${result.hint}</span>`}`
        : html `${result.outcome === 'passed' ? result.want : (result.reason ?? 'no reason given')}`;
    const pair = result.pairedWith === null ? '' : html `<br /><span class="quiet">beside ${result.pairedWith}</span>`;
    const risk = result.outcome === 'not-enforceable' ? 'open' : result.outcome;
    return html `<tr tabindex="-1" data-risk="${risk}" data-text="${`${result.id} ${word}`.toLowerCase()}">
    <td class="mono">${result.id}${pair}</td>
    <td class="${tone}">${word}${result.outcome === 'failed' ? `, ${result.severity}` : ''}</td>
    <td class="number">${(0,units/* duration */.p0)(result.took)}</td>
    <td>${said}</td>
  </tr>`;
}
function boardSection(rows, now, id) {
    return html `<section id="${id}">
    <h2>Environments</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>system</th>
            ${environment_name/* environmentNames */.i.map((name) => html `<th>${name}</th>`)}
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => {
        const cells = environment_name/* environmentNames */.i.map((environment) => {
            const state = row.cells.find((each) => each.environment === environment)?.head?.state;
            return html `<td class="mono ${state === 'red' ? 'bad' : state === 'green' ? 'good' : 'quiet'}">
                ${cellText(row, environment, now)}
              </td>`;
        });
        return html `<tr>
              <td>${row.system}</td>
              ${cells}
              <td>${remarksOf(row)}</td>
            </tr>`;
    })}
        </tbody>
      </table>
    </div>
  </section>`;
}
function findingsSection(findings, id) {
    if (findings.length === 0)
        return html `<section id="${id}">
      <h2>Lint <span class="badge good">nothing found</span></h2>
    </section>`;
    const rows = findings.map((finding) => html `<tr
        tabindex="-1"
        data-risk="${finding.severity === 'error' ? 'failed' : 'open'}"
        data-text="${`${finding.at.file} ${finding.rule} ${finding.message}`.toLowerCase()}"
      >
        <td class="${finding.severity === 'error' ? 'bad' : 'open'}">${finding.severity}</td>
        <td class="mono">${(0,units/* place */.ik)(finding.at)}</td>
        <td>
          ${finding.message}${finding.hint === null ? '' : html `<br /><span class="quiet">${finding.hint}</span>`}
        </td>
        <td class="mono">${finding.rule}</td>
      </tr>`);
    return html `<section id="${id}">
    <h2>Lint <span class="badge bad">${findings.length} found</span></h2>
    <div class="wide">
      <table>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`;
}

;// CONCATENATED MODULE: ./src/report/html/script.ts
/**
 * Search, filters, keys, opening and closing, copying, and the switch between dark and light. The page reads without it;
 * what needs it is hidden by the style until it has run.
 */
const script = String.raw `
'use strict';
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const root = document.documentElement;
const [search, count, unfold, dialog] = ['#search', '#count', '#unfold', '#keys'].map(one);
const items = all('[data-text]').map((node) => ({ node, text: node.dataset.text, risks: (node.dataset.risk || '').split(' ') }));
const groups = all('details.node, details.step').map((node) => ({ node, items: items.filter((item) => node.contains(item.node)) }));
const chips = all('#risks button');
const pressed = new Set();
let before = null;

for (const chip of chips) {
  chip.addEventListener('click', () => {
    if (!pressed.delete(chip.dataset.filter)) pressed.add(chip.dataset.filter);
    chip.setAttribute('aria-pressed', pressed.has(chip.dataset.filter));
    filter();
  });
}

function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const active = words.length > 0 || pressed.size > 0;
  let shown = 0;
  for (const item of items) {
    item.fits = words.every((word) => item.text.includes(word)) && (pressed.size === 0 || item.risks.some((risk) => pressed.has(risk)));
    item.node.hidden = !item.fits;
    if (item.fits) shown += 1;
  }
  if (active && before === null) before = new Map(groups.map(({ node }) => [node, node.open]));
  for (const { node, items: within } of groups) {
    const fits = !active || within.some((item) => item.fits);
    node.hidden = !fits;
    if (active && fits) node.open = true;
    if (!active && before !== null) node.open = before.get(node);
  }
  if (!active) before = null;
  root.classList.toggle('filtering', active);
  count.textContent = active ? shown + ' of ' + items.length + ' shown' : '';
  highlight(words);
}

function highlight(words) {
  if (!window.Highlight || !CSS.highlights) return;
  const ranges = [];
  if (words.length > 0)
    for (const { node } of items.filter((item) => item.fits).slice(0, 300)) {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode.data.toLowerCase();
        for (const word of words)
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            const range = new Range();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + word.length);
            ranges.push(range);
          }
      }
    }
  CSS.highlights.set('found', new Highlight(...ranges));
}

function clear() {
  search.value = '';
  pressed.clear();
  for (const chip of chips) chip.setAttribute('aria-pressed', 'false');
  filter();
}

const isSeen = (node) => node.checkVisibility ? node.checkVisibility() : node.offsetParent !== null;
const handle = (node) => (node.matches('details') ? node.querySelector('summary') : node);

function go(node) {
  if (!node) return;
  for (let up = node.parentElement.closest('details'); up; up = up.parentElement.closest('details'))
    if (!(node.matches('summary') && node.parentElement === up)) up.open = true;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: 'nearest' });
}

function step(selector, by) {
  const lines = all(selector).map(handle).filter(isSeen);
  const here = document.activeElement;
  let at = lines.indexOf(here);
  if (at < 0 && here !== document.body) {
    const next = lines.findIndex((line) => here.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING);
    at = next < 0 ? lines.length - 1 : by > 0 ? next - 1 : next;
  }
  go(lines[Math.max(0, Math.min(lines.length - 1, at + by))]);
}

function openAll(open) {
  for (const node of all('.tree details, details.fold')) node.open = open;
  unfold.setAttribute('aria-pressed', String(!open));
  unfold.textContent = open ? 'close all' : 'open all';
}

function nextPart() {
  const parts = all('main > section');
  const top = (part) => part.getBoundingClientRect().top;
  const next = parts.find((part) => top(part) > 90) || parts[0];
  if (next) next.scrollIntoView();
}

function theme() {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
}

const keys = {
  '/': () => (search.focus(), search.select()),
  j: () => step('.item, tr[data-text]', 1),
  k: () => step('.item, tr[data-text]', -1),
  e: nextPart,
  x: () => openAll(unfold.getAttribute('aria-pressed') === 'true'),
  t: theme,
  '?': () => dialog.showModal(),
  Escape: clear,
};

/** Keys of a tree, as the WAI-ARIA practices give them, where the focus is in one. */
function inTree(key, here) {
  const line = here.closest('.item, details.node');
  if (!line || here !== handle(line)) return false;
  if (key === 'ArrowDown' || key === 'ArrowUp') step('.item, details.node', key === 'ArrowDown' ? 1 : -1);
  else if (key === 'ArrowRight' && line.matches('details:not([open])')) line.open = true;
  else if (key === 'ArrowLeft' && line.matches('details[open]')) line.open = false;
  else if (key === 'ArrowLeft') go(line.parentElement.closest('details.node')?.querySelector('summary'));
  else return false;
  return true;
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return;
  const here = document.activeElement;
  if (here === search && event.key !== 'Escape') {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    return step('.item, tr[data-text]', 1);
  }
  if (inTree(event.key, here)) return event.preventDefault();
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]');
  if (!button) return;
  const label = button.parentElement.querySelector('.label');
  getSelection().selectAllChildren(label);
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = 'copied';
  } catch {
    button.textContent = document.execCommand('copy') ? 'copied' : 'selected';
  }
});

function arrive() {
  const target = document.getElementById(location.hash.slice(1));
  if (target?.matches('details')) {
    target.open = true;
    go(handle(target));
  } else if (target?.matches('.item')) go(target);
}

search.addEventListener('input', filter);
addEventListener('hashchange', arrive);
one('#theme').addEventListener('click', theme);
one('#help').addEventListener('click', () => dialog.showModal());
one('#close').addEventListener('click', () => dialog.close());
unfold.addEventListener('click', () => openAll(unfold.getAttribute('aria-pressed') === 'true'));
let closed = [];
addEventListener('beforeprint', () => {
  closed = all('details.node, details.item, details.fold').filter((node) => !node.open);
  for (const node of closed) node.open = true;
});
addEventListener('afterprint', () => closed.splice(0).forEach((node) => (node.open = false)));
root.classList.add('scripted');
arrive();
`;

;// CONCATENATED MODULE: ./src/report/html/style.ts
/**
 * Dark and light by the reader's setting, or by the page's own switch. No font, picture or colour comes from elsewhere. A
 * colour never stands alone: its mark or word stands beside it.
 */
const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #0f1318);
  --raised: light-dark(#f6f8fa, #171c23);
  --line: light-dark(#dde3ea, #2a323d);
  --ink: light-dark(#1a2029, #e3e8ef);
  --quiet: light-dark(#58636f, #97a3b1);
  --add: light-dark(#116a36, #5bcb8d);
  --change: light-dark(#7d5300, #e3b350);
  --remove: light-dark(#b42318, #ff8a80);
  --possible: light-dark(#5b4bb5, #b0a4f5);
  --accent: light-dark(#0b5cad, #7ab6f5);
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-padding-top: 5.5rem; }
body { margin: 0 0 6rem; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main, header.page { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
header.page { padding-top: 2rem; display: flex; flex-wrap: wrap; gap: 0.3rem 0.6rem; align-items: baseline; }
header.page h1 { margin: 0; font-size: 1.55rem; line-height: 1.25; letter-spacing: -0.01em; flex: 1 1 20rem; }
header.page .quiet { flex: 1 0 100%; order: 1; }
h2 { margin: 0 0 0.2rem; font-size: 1.3rem; letter-spacing: -0.01em; }
h2 > .quiet { font-weight: 400; }
h2 .badge { font-size: 0.62em; vertical-align: 0.2em; }
section { margin-top: 2.6rem; }
main > section + section { padding-top: 2.2rem; border-top: 1px solid var(--line); }
p { margin: 0.35rem 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
code, pre, .tree, td.mono, kbd { font-family: var(--mono); font-size: 0.87em; }
pre { overflow-x: auto; padding: 0.8rem 1rem; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; }
.quiet, .type, .where, .facts { color: var(--quiet); }
.add { --tone: var(--add); } .change { --tone: var(--change); } .replace, .remove, .stake, .may-replace, .failed { --tone: var(--remove); }
.possible { --tone: var(--possible); } .passed { --tone: var(--add); } .none, .around { --tone: var(--quiet); }
.good { color: var(--add); } .bad { color: var(--remove); } .open { color: var(--change); }
.badge { display: inline-block; padding: 0 0.55em; border: 1px solid currentColor; border-radius: 1em; font: 600 0.8em/1.55 system-ui, sans-serif; white-space: nowrap; }
@media (max-width: 26rem) { .badge { white-space: normal; } }
.tree .badge { color: var(--tone, var(--quiet)); }
.badge.solid { background: var(--remove); border-color: var(--remove); color: var(--paper); }
.tree .badge.solid { color: var(--paper); }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
input, button { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; padding: 0.25rem 0.7rem; }
button { cursor: pointer; }
button:hover { border-color: var(--quiet); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.tree :focus-visible { outline-offset: -2px; border-radius: 6px; }
.js { display: none; }
.scripted button.js { display: inline-block; }
.scripted .tools { display: flex; }

nav ul { display: flex; flex-wrap: wrap; gap: 0.7rem; padding: 0; margin: 1.3rem 0 0; list-style: none; }
nav li { flex: 0 1 auto; min-width: 0; }
nav a { display: block; height: 100%; padding: 0.4rem 0.9rem; color: inherit; text-decoration: none; background: var(--raised); border: 1px solid var(--line); border-radius: 10px; }
nav li:has(.tally) { flex: 1 1 15rem; }
nav a:has(.tally) { padding: 0.7rem 1rem; }
nav a:hover { border-color: var(--accent); }
nav small { display: block; color: var(--quiet); }
nav .tally { display: block; margin-top: 0.2rem; }

.tally > span { color: var(--tone); font-weight: 600; white-space: nowrap; margin-right: 0.7em; }
.tally:not(:has(*)) { display: none; }
.size { margin: 1rem 0 0; display: flex; flex-wrap: wrap; gap: 0 0.8rem; }
.size > span:last-child { color: var(--quiet); }

.tools { position: sticky; top: 0; z-index: 2; flex-wrap: wrap; gap: 0.5rem 0.7rem; align-items: center; margin: 1.2rem -0.5rem 0; padding: 0.6rem 0.5rem; background: var(--paper); border-bottom: 1px solid var(--line); }
.tools input { flex: 1 1 16rem; min-width: 0; }
#risks { display: flex; flex-wrap: wrap; gap: 0.35rem; }
.chip { border-radius: 1em; padding: 0.1rem 0.7rem; font-size: 0.9em; color: var(--tone, var(--change)); }
.chip b { font-variant-numeric: tabular-nums; }
.chip[aria-pressed='true'] { background: var(--tone, var(--change)); border-color: var(--tone, var(--change)); color: var(--paper); }
#count:not(:empty) { flex: 0 0 auto; font-variant-numeric: tabular-nums; }
::highlight(found) { background: light-dark(#ffe58a, #6b5500); }

.stop { margin: 0.8rem 0; padding: 0.7rem 1rem; border: 1px solid color-mix(in srgb, var(--remove) 35%, var(--line)); border-left: 4px solid var(--remove); border-radius: 4px 8px 8px 4px; background: color-mix(in srgb, var(--remove) 6%, var(--paper)); }
.stop.allowed, .caution { border-color: color-mix(in srgb, var(--change) 35%, var(--line)); border-left-color: var(--change); background: color-mix(in srgb, var(--change) 6%, var(--paper)); }
.caution { margin: 0.8rem 0; padding: 0.5rem 1rem; border: 1px solid color-mix(in srgb, var(--change) 35%, var(--line)); border-left: 4px solid var(--change); border-radius: 4px 8px 8px 4px; }
.label { padding: 0.1em 0.4em; background: var(--paper); border: 1px solid var(--line); border-radius: 5px; user-select: all; }
.stop button { padding: 0 0.6rem; font-size: 0.85em; }

figure { margin: 0.9rem 0; }
.map, .map ul { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0.5rem; margin: 0; padding: 0; list-style: none; }
.map li { min-width: 0; max-width: 100%; padding: 0.35rem 0.7rem; border: 1px solid color-mix(in srgb, var(--tone) 40%, var(--line)); border-left: 4px solid var(--tone); border-radius: 4px 8px 8px 4px; background: color-mix(in srgb, var(--tone) 7%, var(--paper)); }
.map li.none, .map li.around { border-color: var(--line); background: none; }
.map li.none { color: var(--quiet); }
.map li.around { border-left-width: 1px; border-radius: 8px; }
.map > li { flex: 0 1 auto; }
.map ul { margin-top: 0.4rem; }
.map a { color: inherit; font-weight: 600; text-decoration-color: var(--line); }
.map small { color: var(--tone); font-weight: 600; font-variant-numeric: tabular-nums; }
.map li > small { display: block; color: var(--quiet); font-weight: 400; }

.tree { margin-top: 0.9rem; }
.tree > p { padding-left: 0.2rem; }
.node { margin: 0.15rem 0; }
.node .node { margin-left: 0.55rem; padding-left: 0.7rem; border-left: 1px solid var(--line); }
.node > p { margin: 0.15rem 0 0.15rem 1.5rem; }
.node > .item { margin-left: 0.55rem; }
summary { cursor: pointer; }
.tree summary { display: flex; list-style: none; border-radius: 6px; }
.tree summary::-webkit-details-marker { display: none; }
.tree summary::before { content: '▸'; flex: 0 0 1.1rem; align-self: flex-start; margin-top: 0.12rem; color: var(--quiet); transition: transform 0.1s; text-align: center; }
.tree details[open] > summary::before { transform: rotate(90deg); }
.tree summary:hover, .item:not(details):hover { background: var(--raised); }
.head { flex: 1; min-width: 0; display: flex; flex-wrap: wrap; gap: 0 0.7rem; align-items: baseline; padding: 0.12rem 0.2rem; }
.head .where { margin-left: auto; }
.head .cost { color: var(--ink); }
.node > summary .name { font-weight: 700; font-size: 1.04em; }
.node > summary .name .type { font-weight: 400; }
div.item { padding-left: 1.1rem; border-radius: 6px; }
.item .mark { color: var(--tone); font-weight: 700; width: 1ch; }
.item .name { color: var(--tone); font-weight: 600; }
.property { margin: 0 0 0 2.9rem; padding: 0.08rem 0.2rem; display: grid; grid-template-columns: minmax(9rem, 20rem) minmax(0, 1fr); gap: 0 1rem; }
.property + .property { border-top: 1px dotted var(--line); }
.property > span:first-child { color: var(--quiet); }
.property del, .property ins { text-decoration: none; padding: 0 0.25em; border-radius: 4px; white-space: pre-wrap; }
.property del { background: color-mix(in srgb, var(--remove) 12%, transparent); }
.property ins { background: color-mix(in srgb, var(--add) 14%, transparent); }
.property i { color: var(--quiet); font-style: normal; }
.property em { color: var(--tone); font-style: normal; font-size: 0.95em; }
.property em::before { content: '· '; }
.property .secret { font-weight: 600; }
.facts { margin: 0.1rem 0 0.3rem 2.9rem; padding: 0 0.2rem; font-size: 0.93em; }
.facts code { font-size: 1em; }

.fold { margin-top: 1rem; }
.fold > summary { font-weight: 600; }
table { width: 100%; overflow-wrap: normal; border-collapse: collapse; margin: 0.6rem 0; }
.wide { overflow-x: auto; }
th, td { padding: 0.3rem 0.8rem 0.3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--quiet); }
th.number, td.number { text-align: right; }
td.mono, td.number { white-space: nowrap; }
td.number { font-variant-numeric: tabular-nums; }
.step { border-top: 1px solid var(--line); }
.step > summary { padding: 0.5rem 0; font-weight: 600; }
.step > div { padding: 0 0 1rem 1.2rem; }
ul.checks { padding-left: 0; list-style: none; }

dialog { color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 1.2rem 1.6rem 1.4rem; max-width: 26rem; }
dialog::backdrop { background: rgb(0 0 0 / 0.45); }
dialog dl { display: grid; grid-template-columns: auto 1fr; gap: 0.35rem 1.2rem; margin: 0.8rem 0 1.2rem; }
dialog dd { margin: 0; }
kbd { padding: 0.05em 0.45em; background: var(--raised); border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 5px; }

.filtering .aside { display: none; }
[hidden] { display: none !important; }
@media (max-width: 44rem) {
  main, header.page { padding: 0 0.9rem; }
  header.page { padding-top: 1.2rem; }
  header.page h1 { font-size: 1.25rem; flex-basis: 9rem; }
  .tools { position: static; }
  html { scroll-padding-top: 1rem; }
  .head .where { margin-left: 0; flex-basis: 100%; padding-left: 1.7ch; }
  .property { grid-template-columns: minmax(0, 1fr); margin-left: 1.6rem; }
  .property > span + span { padding-left: 0.8rem; }
  .facts { margin-left: 1.6rem; }
  .node .node { margin-left: 0.1rem; padding-left: 0.4rem; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media print {
  :root, :root[data-theme] { color-scheme: light; }
  .badge.solid, .stop, .caution, .map li, del, ins { print-color-adjust: exact; }
  .tools, button { display: none !important; }
  .stop, .property, .map li { break-inside: avoid; }
  body { font-size: 11px; }
}
`;

;// CONCATENATED MODULE: ./src/report/html/tools.ts


/**
 * Search and filters, with as many of each risk as the page shows; nothing where it shows nothing to filter. They need the
 * page's script, and without it they are not there.
 *
 * @param found each risk of each item of the page
 */
function tools(found) {
    const present = risks
        .map(({ risk, label }) => ({ risk, label, count: found.filter((each) => each === risk).length }))
        .filter(({ count }) => count > 0);
    return html `<div class="tools js" role="search" ${present.length === 0 ? html ` hidden` : ''}>
    <label class="sr" for="search">Find a resource, type or property</label
    ><input
      id="search"
      type="search"
      placeholder="Find a resource, type, property …"
      autocomplete="off"
      spellcheck="false"
    />
    <div id="risks" role="group" aria-label="Show only">
      ${present.map(({ risk, label, count }) => html `<button type="button" class="chip ${risk}" data-filter="${risk}" aria-pressed="false">${label} <b>${count}</b></button>`)}
    </div>
    <button type="button" id="unfold" aria-pressed="false">close all</button>
    <span id="count" class="quiet" role="status"></span>
  </div>`;
}
const keys = [
    ['/', 'search'],
    ['j k', 'next, previous change'],
    ['↓ ↑', 'next, previous line of the tree'],
    ['→ ←', 'open, close'],
    ['Enter', 'open or close'],
    ['e', 'next part of the page'],
    ['x', 'close or open all'],
    ['t', 'dark or light'],
    ['Esc', 'clear search and filters'],
    ['?', 'these keys'],
];
/** What the keyboard does. */
function keyHelp() {
    return html `<dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">Keys</h2>
    <dl>
      ${keys.map(([key, does]) => html `<dt>${key.split(' ').map((each) => html `<kbd>${each}</kbd> `)}</dt>
            <dd>${does}</dd>`)}
    </dl>
    <button type="button" id="close">close</button>
  </dialog>`;
}

;// CONCATENATED MODULE: ./src/report/html/report-page.ts









/**
 * One HTML file that holds all it needs: it opens from a disk or an artifact, reaches no network and runs no script but
 * its own (its content security policy says so).
 */
function reportPage({ title, subtitle, sections }) {
    const policy = `default-src 'none'; style-src 'sha256-${digest(style)}'; script-src 'sha256-${digest(script)}'; base-uri 'none'; form-action 'none'`;
    const entries = sections.map((section, index) => ({ section, id: `s${index + 1}` }));
    const body = html `${entries.map(({ section, id }) => renderSection(section, id))}`;
    const page = html `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}" />
        <title>${title}</title>
        ${new Markup(`<style>${style}</style>`)}
      </head>
      <body>
        <header class="page">
          <h1>${title}</h1>
          <button id="help" type="button" class="js" aria-label="Keys">?</button>
          <button id="theme" type="button" class="js">dark / light</button>
          <span class="quiet">${subtitle}</span>
        </header>
        <main>
          ${contents(entries.map(({ section, id }) => ({ id, title: titleOf(section), plan: section.kind === 'plan' ? section.plan : null })))}
          ${tools(risksIn(body))} ${body}
        </main>
        ${keyHelp()} ${new Markup(`<script>${script}</script>`)}
      </body>
    </html> `;
    return page.text;
}
/** What the items of a page can be filtered by. Whatever comes from outside has no quote in it. */
function risksIn({ text }) {
    return [...text.matchAll(/ data-risk="([^"]*)"/g)].flatMap(([, words = '']) => words.split(' '));
}
function renderSection(section, id) {
    switch (section.kind) {
        case 'plan':
            return planSection(section.plan, id);
        case 'deployment':
            return deploymentSection(section.result, id);
        case 'smoke':
            return smokeSection(section.report, id);
        case 'board':
            return boardSection(section.rows, section.now, id);
        case 'findings':
            return findingsSection(section.findings, id);
        case 'text':
            return html `<section id="${id}">
        <h2>${section.title}</h2>
        <pre>${lines(section.text)}</pre>
      </section>`;
        case 'steps':
            return html `<section id="${id}">
        <h2>Steps</h2>
        ${section.steps.map((step, index) => renderStep(step, `${id}-${index + 1}`, index + 1))}
      </section>`;
    }
}
function renderStep(step, id, number) {
    return html `<details class="step" id="${id}" ${step.ok ? '' : html ` open`}>
    <summary>
      ${number}. ${step.title}
      <span class="badge ${step.ok ? 'good' : 'bad'}"
        >${step.ok ? 'as it should be' : 'not as it should be'}</span
      >
      <span class="quiet">${(0,units/* duration */.p0)(step.took)}</span>
    </summary>
    <div>
      <ul class="checks">
        ${step.expectations.map(({ text, ok, detail }) => html `<li><span class="${ok ? 'good' : 'bad'}">${ok ? '✓' : '✗'}</span> ${text}${detail === null ? '' : html `<br /><span class="quiet">${detail}</span>`}</li>`)}
      </ul>
      ${step.sections.map((section, index) => renderSection(section, `${id}-${index + 1}`))}
    </div>
  </details>`;
}
function titleOf(section) {
    switch (section.kind) {
        case 'plan':
            return `Plan ${section.plan.system} → ${section.plan.environment}`;
        case 'deployment':
            return `Deployment ${section.result.system} → ${section.result.environment}`;
        case 'smoke':
            return `Smoke ${section.report.system} · ${section.report.environment}`;
        case 'board':
            return 'Environments';
        case 'findings':
            return 'Lint';
        case 'text':
            return section.title;
        case 'steps':
            return 'Steps';
    }
}
const digest = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('base64');

// EXTERNAL MODULE: ./src/github/job-summary.ts
var job_summary = __webpack_require__(7505);
;// CONCATENATED MODULE: ./src/github/report/write-files.ts






/** Bytes of the summary that are left for what else the step may say: that it failed, and why. */
const summaryReserve = 16_384;
/** Where reports go, absolute. */
function reportFolder({ workspace }) {
    return (0,external_node_path_.join)(workspace, 'out', 'report');
}
/**
 * Writes the report as a page and as Markdown, and into the job's summary.
 * @returns the files' paths, relative to the workspace
 */
async function writeFiles(action, comment) {
    const folder = reportFolder(action);
    const html = (0,external_node_path_.join)(folder, `${comment.system}.html`);
    const markdown = (0,external_node_path_.join)(folder, `${comment.system}.md`);
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)(html, page(comment));
    await (0,promises_.writeFile)(markdown, `${(0,plan_markdown/* planMarkdown */.X)({ ...comment, limit: Number.POSITIVE_INFINITY })}\n`);
    action.summarize((0,plan_markdown/* planMarkdown */.X)({ ...comment, limit: job_summary/* summaryLimit */.V - summaryReserve, unit: 'bytes' }));
    return { html: (0,external_node_path_.relative)(action.workspace, html), markdown: (0,external_node_path_.relative)(action.workspace, markdown) };
}
function page(comment) {
    const sections = comment.entries.map((entry) => entry.plan === null
        ? {
            kind: 'text',
            title: `${entry.environment} has no plan`,
            text: entry.problem ?? 'Its job did not hand one in.',
        }
        : { kind: 'plan', plan: entry.plan });
    const cautions = (comment.cautions ?? []).map((text) => ({
        kind: 'text',
        title: 'Read this first',
        text,
    }));
    return reportPage({
        title: `Slipway · ${comment.system} · ${(0,plan_markdown/* headline */.P)(comment.entries)}`,
        subtitle: [
            comment.release === '' ? '' : `release ${(0,sha256/* short */.h)(comment.release)}`,
            comment.commit === null ? '' : `commit ${comment.commit.slice(0, 7)}`,
        ]
            .filter((part) => part !== '')
            .join(' · '),
        sections: [...cautions, ...sections],
    });
}

// EXTERNAL MODULE: ./src/runtime/clock.ts
var runtime_clock = __webpack_require__(9842);
;// CONCATENATED MODULE: ./src/github/report/deployed.ts





const release = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[0-9a-f]{64}$/, 'is not 64 lower-case hex digits'));
const deployed_moment = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* isoTimestamp */.yhX('is not a time in ISO 8601'));
/** As much as is read of what `deploy` and `rollback` leave (`DeploymentResult`). */
const resultSchema = dist/* object */.Ikc({
    system: dist/* string */.YjP(),
    environment: dist/* picklist */.KIO(environment_name/* environmentNames */.i),
    release,
    outcome: dist/* picklist */.KIO(['succeeded', 'no-changes', 'deploy-failed', 'site-failed', 'smoke-failed']),
    plan: dist/* object */.Ikc({
        baseRelease: dist/* nullable */.mee(release),
        stacks: dist/* array */.YOg(dist/* object */.Ikc({ stack: dist/* string */.YjP(), outcome: dist/* picklist */.KIO(['create', 'change', 'none']) })),
        site: dist/* nullable */.mee(dist/* object */.Ikc({
            added: dist/* array */.YOg(dist/* string */.YjP()),
            changed: dist/* array */.YOg(dist/* string */.YjP()),
            removed: dist/* array */.YOg(dist/* string */.YjP()),
        })),
    }),
    failure: dist/* nullable */.mee(dist/* object */.Ikc({ stack: dist/* string */.YjP(), rolledBack: dist/* boolean */.zMY() })),
    record: dist/* nullable */.mee(dist/* object */.Ikc({ finishedAt: deployed_moment })),
});
/**
 * What a deployment has changed for plans that were made before it; `null`: nothing. A stack whose update failed and was
 * rolled back is as it was, and so is everything after it.
 *
 * @param pull the pull request that was merged, if one was
 * @throws UserError DEPLOYMENT_RESULT_INVALID
 */
function deployedBy(from, pull) {
    const result = deployed_parsed(from);
    const { record, outcome, environment, plan } = result;
    if (record === null)
        return null;
    const arrived = outcome !== 'deploy-failed';
    const changed = changedBy(result);
    const moved = arrived && plan.baseRelease !== result.release;
    if (!moved && changed.length === 0)
        return null;
    return {
        environment,
        at: new Date(record.finishedAt).toISOString(),
        release: result.release.slice(0, rememberedDigits),
        pull,
        changed,
        arrived,
    };
}
function changedBy({ plan, outcome, failure }) {
    const failed = plan.stacks.findIndex(({ stack }) => stack === failure?.stack);
    const reached = failed < 0 ? plan.stacks : plan.stacks.slice(0, failure?.rolledBack ? failed : failed + 1);
    const stacks = reached.flatMap(({ stack, outcome: planned }) => (planned === 'none' ? [] : [stack]));
    const { site } = plan;
    const publishes = outcome !== 'deploy-failed' &&
        site !== null &&
        site.added.length + site.changed.length + site.removed.length > 0;
    return publishes ? [...stacks, siteName] : stacks;
}
function deployed_parsed({ system, environment, file, text }) {
    let data;
    try {
        data = JSON.parse(text);
    }
    catch {
        throw deployed_invalid(file, 'it is not JSON');
    }
    const read = dist/* safeParse */.xLC(resultSchema, data);
    if (!read.success) {
        const [issue] = read.issues;
        throw deployed_invalid(file, `${dist/* getDotPath */.BuJ(issue) ?? 'it'}: ${issue.message}`);
    }
    const { output } = read;
    if (output.system !== system || output.environment !== environment) {
        throw deployed_invalid(file, `it is of ${output.system} ${output.environment}`);
    }
    return output;
}
function deployed_invalid(file, what) {
    return new slipway_error/* UserError */.yo('DEPLOYMENT_RESULT_INVALID', `${file} is not the result of that deployment: ${what}; no comment was marked`, { next: 'give the folder that holds what the actions deploy and rollback left: their output report' });
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
;// CONCATENATED MODULE: ./src/github/report/mark-stale.ts





/** Pull requests whose comments are read at once. */
const readsAtOnce = 4;
/** Milliseconds between writes (GitHub Docs, "Best practices for using the REST API", "Pause between mutative requests"). */
const pause = 1_000;
/** Characters of a comment (GitHub's limit). */
const commentLimit = 65_536;
/**
 * Marks the comments of open pull requests whose plans deployments have overtaken. Only comments that the token's own
 * account wrote are read, and only their first part changes, at its top. Marking twice is marking once.
 *
 * GitHub has no conditional update, so a comment is read again right before it is written: a report that is written in that
 * very moment is overwritten by the one before it, marked. A pull request whose first report is still under way has no
 * comment that could be marked.
 *
 * @returns what was done; what GitHub refuses is a problem, not an error
 */
async function markStale(marking) {
    const { api, clock, signal, system, deployed } = marking;
    const troubles = new Troubles();
    const marked = [];
    let known = 0;
    const viewer = await troubles.spare(() => api.viewer());
    const pulls = viewer === undefined ? [] : ((await troubles.spare(openPulls(api))) ?? []);
    const limit = (0,p_limit/* default */.A)(readsAtOnce);
    const unmarked = await limit.map(pulls, async (pullRequest) => {
        const own = await troubles.spare(() => ownComments(api, { pullRequest, system }, viewer ?? ''));
        return (own ?? []).flatMap(({ id, body }) => {
            const stale = staleBody(body, deployed, pullRequest.number);
            if (stale?.isKnown === true)
                known += 1;
            return stale?.isKnown === false ? [{ id, pull: pullRequest.number }] : [];
        });
    });
    for (const { id, pull } of unmarked.flat()) {
        const written = await troubles.spare(async () => {
            if (marked.length > 0)
                await clock.sleep(pause, signal);
            const now = await api.getComment(id);
            const change = now === null ? null : staleBody(now.body, deployed, pull);
            if (change?.isKnown !== false)
                return null;
            if (change.body.length > commentLimit) {
                troubles.add(`the comment of pull request ${pull} has no room for a mark`);
                return null;
            }
            return api.updateComment(id, change.body);
        });
        if (written) {
            marked.push({ pull, url: written.url });
            troubles.haveSuccess();
        }
    }
    return { marked, known, problems: troubles.reasons };
}
const openPulls = (api) => () => api.listPullRequests({ state: 'open' });
/** `null`: nothing that the comment shows is stale. */
function staleBody(body, deployed, pull) {
    const comment = readBody(body);
    if (comment === null)
        return null;
    const added = deployed.filter((one) => comment.planned.some((plan) => isStaleBy(plan, one)));
    if (added.length === 0)
        return null;
    const next = writeBody({ ...comment, marks: withMarks(comment.marks, added) }, pull);
    return { body: next, isKnown: next === writeBody(comment, pull) };
}
/** After one of these nothing that follows would fare better. */
const hopeless = ['GITHUB_RATE_LIMIT', 'GITHUB_UNAVAILABLE', 'GITHUB_TOKEN_REFUSED'];
/** After so many refusals and no success the token is one that may not write; before, a conversation may just be locked. */
const enough = 3;
/** What GitHub refused; once it is hopeless, nothing more is asked. */
class Troubles {
    #reasons = new Set();
    #refusals = 0;
    #isHopeless = false;
    #hasSuccess = false;
    get reasons() {
        return [...this.#reasons];
    }
    add(reason) {
        this.#reasons.add(reason);
    }
    haveSuccess() {
        this.#hasSuccess = true;
    }
    /** `undefined`: GitHub refused, or was not asked any more. */
    async spare(call) {
        if (this.#isHopeless)
            return undefined;
        try {
            return await call();
        }
        catch (error) {
            if (!(error instanceof slipway_error/* SlipwayError */.GQ) || !error.code.startsWith('GITHUB_'))
                throw error;
            this.#refusals += 1;
            this.#isHopeless ||= hopeless.includes(error.code) || (!this.#hasSuccess && this.#refusals >= enough);
            this.add(error.message);
            return undefined;
        }
    }
}

;// CONCATENATED MODULE: ./src/github/report/report-deployments.ts









/**
 * After deployments of one run: marks the comments of other pull requests whose plans they have overtaken. What was
 * deployed earlier in the run is looked at again, for comments that were written meanwhile.
 *
 * @returns how many comments were marked; a token that may not write gives a warning
 * @throws UserError GITHUB_EVENT, DEPLOYMENT_RESULT_INVALID
 */
async function reportDeployments(action, { system, deployments, githubToken }, clock = runtime_clock.systemClock) {
    const run = (0,github_run.readRun)(action.io.env);
    const results = await resultsIn(action, deployments, system);
    const isUseful = results.some((result) => deployedBy(result, null) !== null);
    if (!isUseful) {
        action.log.info(`nothing was deployed that changed an environment of ${system}, so every plan is as good as before`);
        return 0;
    }
    const api = await action.openGitHub(githubToken);
    const pull = await mergedPull(api, run);
    const deployed = results.flatMap((result) => {
        const one = deployedBy(result, pull);
        return one === null ? [] : [one];
    });
    const outcome = await markStale({ api, clock, signal: action.io.signal, system, deployed });
    tell(action, system, deployed, outcome);
    return outcome.marked.length;
}
async function resultsIn(action, folder, system) {
    const found = [];
    for (const environment of environment_name/* environmentNames */.i) {
        const path = (0,external_node_path_.join)(folder, `${system}-${environment}.json`);
        try {
            const text = await (0,promises_.readFile)(path, 'utf8');
            found.push({ system, environment, file: (0,external_node_path_.relative)(action.workspace, path), text });
        }
        catch (error) {
            if (error.code !== 'ENOENT')
                throw error;
        }
    }
    return found;
}
/** The pull request whose merge the run is of; `null` for another event, or where GitHub does not say. */
async function mergedPull(api, run) {
    if (run.event !== 'push')
        return null;
    try {
        const pulls = await api.listPullRequestsOfCommit(run.sha);
        return pulls.find(({ isMerged, baseRef }) => isMerged && baseRef === 'main')?.number ?? null;
    }
    catch (error) {
        if (error instanceof slipway_error/* SlipwayError */.GQ && error.code.startsWith('GITHUB_'))
            return null;
        throw error;
    }
}
function tell(action, system, deployed, { marked, known, problems }) {
    for (const { pull, url } of marked)
        action.log.info(`pull request ${pull} is marked stale: ${url}`);
    if (known > 0)
        action.log.info(`${(0,units/* counted */.hS)(known, 'comment says', 'comments say')} so already`);
    if (marked.length === 0 && known === 0 && problems.length === 0) {
        action.log.info(`no open pull request shows a plan of ${system} that this has overtaken`);
    }
    if (problems.length > 0) {
        action.log.warn(`comments of pull requests whose plans of ${system} are stale may not say so: ${problems.join('; ')}`);
    }
    if (marked.length === 0)
        return;
    const environments = (0,units/* listed */.KE)(deployed.map(({ environment }) => environment));
    const links = (0,units/* listed */.KE)(marked.map(({ pull, url }) => `[pull request ${pull}](<${encodeURI(url)}>)`));
    action.summarize(`${(0,units/* counted */.hS)(marked.length, 'plan')} of ${system} ${marked.length === 1 ? 'is' : 'are'} stale since ${environments} ${deployed.length === 1 ? 'was' : 'were'} deployed: ${links}.`);
}

;// CONCATENATED MODULE: ./src/github/report/report.ts












/** What the action does instead, after deployments; from here, so that both share their part of the bundle. */

/**
 * Gathers what is to be reported, and writes it to files and to the job's summary.
 * @throws UserError GITHUB_EVENT; of a fork's report FORK_REPORT_EVENT, FORK_REPORT_MISSING, FORK_REPORT_INVALID; its `tell`
 *   the codes of api/github-error.ts
 */
async function writeReport(action, inputs) {
    const run = (0,github_run.readRun)(action.io.env);
    if (inputs.data !== null)
        return reportOfFork(action, inputs, inputs.data);
    if (run.pullRequest?.isFork === true)
        return reportInFork(action, inputs, run, run.pullRequest);
    return reportOfPlans(action, inputs, run);
}
/** The plans that this run has made. */
async function reportOfPlans(action, inputs, run) {
    const entries = await gatherPlans({ folder: inputs.plans, root: action.root, system: inputs.system });
    const { pullRequest } = run;
    const comment = {
        system: inputs.system,
        release: releaseOf(entries),
        commit: pullRequest?.headSha ?? run.sha,
        merge: pullRequest === null ? null : run.sha,
        entries,
        links: links((0,github_run.runUrl)(run)),
    };
    const verdict = verdictOfAll(entries);
    action.annotate(...stopAnnotations(entries, (at) => action.place(at)));
    return {
        verdict,
        ...(await writeFiles(action, comment)),
        data: '',
        tell: async () => {
            if (pullRequest === null)
                return { commentUrl: '', hasCheck: false };
            const api = await action.openGitHub(inputs.githubToken);
            return tellPullRequest({
                api,
                log: action.log,
                pull: await api.getPullRequest(pullRequest.number),
                comment,
                conclusion: verdict === 'stop' ? 'failure' : 'success',
                headSha: pullRequest.headSha,
                run: runNumber(run),
                runUrl: (0,github_run.runUrl)(run),
            });
        },
    };
}
/** In a fork's own run: the comparison of its sources, for main's code to tell of. */
async function reportInFork(action, inputs, run, pullRequest) {
    const { root } = action;
    const { system, base } = inputs;
    const environments = await environmentsOf(root, system);
    const entries = await staticPlans({ root, system, environments, base });
    const comment = {
        system: inputs.system,
        release: '',
        commit: pullRequest.headSha,
        merge: run.sha,
        entries,
        cautions: [forkCaution],
        links: links((0,github_run.runUrl)(run)),
    };
    const file = (0,external_node_path_.join)(reportFolder(action), `${inputs.system}.fork.json`);
    const text = JSON.stringify({
        schema: 1,
        kind: 'fork-report',
        system: inputs.system,
        entries,
    });
    const files = await writeFiles(action, comment);
    const isSmall = Buffer.byteLength(text) <= forkReportLimit;
    if (isSmall)
        await (0,promises_.writeFile)(file, text);
    else
        action.log.warn('the comparison is too large to be handed on; it stands in this job’s summary alone');
    action.log.info('a fork’s pull request: main’s code writes the comment, as the workflow fork-comment');
    return {
        verdict: verdictOfAll(entries),
        ...files,
        data: isSmall ? (0,external_node_path_.relative)(action.workspace, file) : '',
        tell: () => Promise.resolve({ commentUrl: '', hasCheck: true }),
    };
}
/** In the event `workflow_run`: what a fork's run has left. */
async function reportOfFork(action, inputs, file) {
    const fork = readForkRun(action.io.env);
    const bytes = await (0,promises_.readFile)(file).catch((cause) => {
        throw new slipway_error/* UserError */.yo('FORK_REPORT_MISSING', `there is no file ${(0,external_node_path_.relative)(action.workspace, file)}, which the fork's run was to leave`, { cause });
    });
    const { entries } = parseForkReport(bytes, inputs.system);
    const comment = {
        system: inputs.system,
        release: '',
        commit: fork.headSha,
        entries,
        cautions: [forkCaution],
        links: links(fork.url),
    };
    return {
        verdict: verdictOfAll(entries),
        ...(await writeFiles(action, comment)),
        data: '',
        tell: async () => {
            const api = await action.openGitHub(inputs.githubToken);
            const pull = await pullRequestOf(api, fork);
            if (pull === null) {
                action.log.info(`no open pull request is at commit ${fork.headSha.slice(0, 7)} any more`);
                return { commentUrl: '', hasCheck: true };
            }
            return tellPullRequest({
                api,
                log: action.log,
                pull,
                comment,
                conclusion: 'neutral',
                comparedAt: fork.createdAt,
                headSha: fork.headSha,
                run: fork.run,
                runUrl: fork.url,
            });
        },
    };
}
const forkCaution = 'From a fork: nothing was planned in an account, and nobody of this repository has made what stands here.';
/** A report without any environment stops, too: nothing tells that all is well. */
function verdictOfAll(entries) {
    const isGood = ({ plan }) => !['missing', 'failed', 'stopped'].includes((0,plan_summary/* verdictOf */.Vj)(plan));
    return entries.length > 0 && entries.every(isGood) ? 'pass' : 'stop';
}
function links(url) {
    return [
        { text: 'full report', url: `${url}#artifacts` },
        { text: 'run', url },
    ];
}
const runNumber = ({ id, attempt }) => ({ id: Number(id), attempt });


/***/ }),

/***/ 8986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ failureMarkdown),
/* harmony export */   bc: () => (/* binding */ subject),
/* harmony export */   kY: () => (/* binding */ failureText),
/* harmony export */   x7: () => (/* binding */ aftermath)
/* harmony export */ });
/* harmony import */ var _runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4225);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4285);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7885);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(776);




/** The cause, the place, the way out; nothing that merely follows from it. */
function failureText(view, paint) {
    const { cause } = view;
    const lines = [
        ` ${paint.red('failed')}  ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(view.system)} → ${view.environment}   ${paint.bold(subject(view))}`,
        `   ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(cause.type)} ${verb(cause.status)}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(cause.reason)}`,
    ];
    if (cause.at) {
        const line = cause.sourceLine === null ? '' : `      ${paint.dim((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(cause.sourceLine))}`;
        lines.push(`   ${paint.cyan(`${cause.at.file}:${cause.at.line}`)}${line}`);
    }
    for (const other of cause.others) {
        lines.push(`   also  ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)([...other.path, other.logicalId].join(' / '))}: ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(other.reason)}`);
    }
    lines.push(`   ${aftermath(view)}`);
    if (view.next !== null)
        lines.push(`   Next: ${view.next}`);
    return lines.join('\n');
}
function failureMarkdown(view) {
    const { cause } = view;
    const where = cause.at ? ` (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(`${cause.at.file}:${cause.at.line}`)})` : '';
    const lines = [
        `### failed: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(view.system)} → ${view.environment}, ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(subject(view))}`,
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(cause.type)} ${verb(cause.status)}${where}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(cause.reason)}`,
        cause.sourceLine === null ? '' : `    ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(cause.sourceLine)}`,
        cause.others
            .map((other) => `- also ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)([...other.path, other.logicalId].join(' / '))}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(other.reason)}`)
            .join('\n'),
        aftermath(view),
        view.next === null ? '' : `Next: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(view.next)}`,
    ];
    return lines.filter((line) => line !== '').join('\n\n');
}
/** `app / api / PresignFunction`. */
function subject(view) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)([view.stack, ...view.cause.path, view.cause.logicalId].join(' / '));
}
function verb(status) {
    if (status.startsWith('CREATE'))
        return 'could not be created';
    if (status.startsWith('UPDATE'))
        return 'could not be updated';
    if (status.startsWith('DELETE'))
        return 'could not be deleted';
    if (status.startsWith('IMPORT'))
        return 'could not be imported';
    return `ended in ${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .R)(status)}`;
}
/** What state things are in now. */
function aftermath({ environment, cause, rolledBack, previousRelease }) {
    const state = !rolledBack
        ? 'It could not be rolled back; the stack needs help before anything else.'
        : previousRelease === null
            ? 'Rolled back; nothing of it is left.'
            : `Rolled back; ${environment} runs release ${(0,_runtime_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h)(previousRelease)} as before.`;
    if (cause.cancelled === 0)
        return state;
    const were = cause.cancelled === 1 ? 'was' : 'were';
    return `${state} ${(0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(cause.cancelled, 'resource')} ${were} cancelled because of this.`;
}


/***/ }),

/***/ 1575:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _R: () => (/* binding */ smokeCounts),
  NJ: () => (/* binding */ smokeMarkdown),
  Nu: () => (/* binding */ smokeText)
});

// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
;// CONCATENATED MODULE: ./src/report/smoke-runbooks.ts
/** Where to read on when a check of a group fails; relative to the repository. */
const smokeRunbooks = {
    'presigned-put': 'docs/runbooks/presigned-urls.md',
    'presigned-post': 'docs/runbooks/presigned-urls.md',
    bucket: 'docs/runbooks/bucket-exposure.md',
    'service-level': 'docs/runbooks/smoke-runs.md',
    jwt: 'docs/runbooks/jwt.md',
    'cors-api': 'docs/runbooks/cors.md',
    'cors-bucket': 'docs/runbooks/cors.md',
    site: 'docs/runbooks/site.md',
    headers: 'docs/runbooks/site.md',
    'basic-auth': 'docs/runbooks/basic-auth.md',
    tls: 'docs/runbooks/tls.md',
    'cache-connectivity': 'docs/runbooks/cache-connectivity.md',
    cdn: 'docs/runbooks/site.md',
    websocket: 'docs/runbooks/chat-socket.md',
    'state-machine': 'docs/runbooks/state-machine.md',
    'rate-limit': 'docs/runbooks/keys-not-made.md',
    cleanup: 'docs/runbooks/smoke-runs.md',
};

// EXTERNAL MODULE: ./src/report/units.ts
var units = __webpack_require__(7885);
// EXTERNAL MODULE: ./src/report/columns.ts
var columns = __webpack_require__(1197);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(776);
;// CONCATENATED MODULE: ./src/report/smoke-text.ts





/** `41 passed, 1 failed, 2 not enforceable here`. */
function smokeCounts(report) {
    return [
        `${report.passed} passed`,
        report.failed > 0 ? `${report.failed} failed` : '',
        report.notEnforceable > 0 ? `${report.notEnforceable} not enforceable here` : '',
    ]
        .filter((part) => part !== '')
        .join(', ');
}
/** The counts, each failed check with what was seen and wanted, and what could not be enforced with its reason. */
function smokeText(report, paint) {
    const failed = inOrder(report, 'failed');
    const open = inOrder(report, 'not-enforceable');
    const title = `${(0,visible/* visible */.R)(report.system)} · ${(0,visible/* visible */.R)(report.environment)}`;
    const counts = [
        paint.green(`${report.passed} passed`),
        report.failed > 0 ? paint.red(`${report.failed} failed`) : '',
        report.notEnforceable > 0 ? paint.yellow(`${report.notEnforceable} not enforceable here`) : '',
        (0,units/* duration */.p0)(report.took),
    ].filter((part) => part !== '');
    const lines = [` ${paint.bold('smoke')}  ${title}   ${counts.join('   ')}`];
    for (const result of causes(failed))
        lines.push(...failedLines(result, followers(failed, result), paint));
    const width = (0,columns/* widest */.D3)(open.map((result) => result.id));
    for (const result of open) {
        lines.push(`   ${paint.yellow('open')}    ${(0,columns/* padded */.jC)((0,visible/* visible */.R)(result.id), width)}  ${(0,visible/* visible */.R)(result.reason ?? 'no reason given')}`);
    }
    return lines.join('\n');
}
/** The failures that stand by themselves; one that only follows from another is told with that one. */
function causes(failed) {
    return failed.filter((result) => !failed.some((other) => result.followsFrom === other.id));
}
function followers(failed, cause) {
    return failed.filter((result) => result.followsFrom === cause.id);
}
function failedLines(result, following, paint) {
    const request = result.evidence[0];
    const asked = request ? `   ${request.method} ${(0,visible/* visible */.R)(request.url)}` : '';
    const origin = Object.entries(request?.requestHeaders ?? {}).find(([name]) => name.toLowerCase() === 'origin');
    const lines = [
        `   ${paint.red('failed')}  ${paint.bold((0,visible/* visible */.R)(result.id))}  ${result.severity}${asked}${origin ? `   Origin: ${(0,visible/* visible */.R)(origin[1])}` : ''}`,
        `           got   ${(0,visible/* visible */.R)(result.got ?? 'nothing')}`,
        `           want  ${(0,visible/* visible */.R)(result.want)}`,
    ];
    const hint = result.hint === null ? '' : `${(0,visible/* visible */.R)(result.hint)} · `;
    lines.push(`           ${paint.dim(`${hint}${smokeRunbooks[result.group]}`)}`);
    if (following.length > 0) {
        const names = following.map(({ id }) => (0,visible/* visible */.R)(id)).join(', ');
        lines.push(`           also failed because of it: ${names}`);
    }
    return lines;
}
function smokeMarkdown(report) {
    const failed = inOrder(report, 'failed');
    const open = inOrder(report, 'not-enforceable');
    const verdict = report.failed === 0 ? 'passed' : 'failed';
    const parts = [
        `### Smoke · ${(0,markdown/* prose */.CS)(report.system)} · ${(0,markdown/* prose */.CS)(report.environment)} · ${verdict}`,
        `${smokeCounts(report)}, ${(0,units/* duration */.p0)(report.took)}`,
    ];
    if (failed.length > 0) {
        parts.push([
            '| failed check | severity | got | want | usually |',
            '| --- | --- | --- | --- | --- |',
            ...causes(failed).map((result) => {
                const following = followers(failed, result);
                const cells = [
                    (0,markdown/* code */.aY)(result.id),
                    result.severity,
                    (0,markdown/* code */.aY)(result.got ?? 'nothing'),
                    (0,markdown/* code */.aY)(result.want),
                    [
                        (0,markdown/* prose */.CS)(result.hint ?? ''),
                        (0,markdown/* code */.aY)(smokeRunbooks[result.group]),
                        following.length === 0
                            ? ''
                            : `also failed because of it: ${following.map(({ id }) => (0,markdown/* code */.aY)(id)).join(', ')}`,
                    ]
                        .filter((part) => part !== '')
                        .join('<br>'),
                ];
                return `| ${cells.map(markdown/* cell */.Hn).join(' | ')} |`;
            }),
        ].join('\n'));
    }
    if (open.length > 0) {
        parts.push(`<details><summary>${open.length} not enforceable here</summary>\n\n${open
            .map((result) => `- ${(0,markdown/* code */.aY)(result.id)}: ${(0,markdown/* prose */.CS)(result.reason ?? 'no reason given')}`)
            .join('\n')}\n\n</details>`);
    }
    return parts.join('\n\n');
}
const severities = ['critical', 'major', 'minor'];
function inOrder(report, outcome) {
    return report.results
        .filter((result) => result.outcome === outcome)
        .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.id < b.id ? -1 : 1));
}


/***/ }),

/***/ 9842:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   systemClock: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = {
    now: () => Date.now(),
    sleep: async (milliseconds, signal) => {
        const { setTimeout } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8500, 23));
        await setTimeout(milliseconds, undefined, signal ? { signal } : {});
    },
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


/***/ }),

/***/ 7992:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   bA: () => (/* binding */ readStack)
/* harmony export */ });
/* unused harmony export describeOutputs */
/**
 * Describes a stack by name or ARN; `null` where there is none. A deleted stack is found by its ARN only
 * (API reference, DescribeStacks).
 */
async function readStack(api, nameOrArn) {
    try {
        const { Stacks } = await api.describeStacks({ StackName: nameOrArn });
        const stack = Stacks?.[0];
        return stack ? stateOf(stack) : null;
    }
    catch (error) {
        if (isAbsent(error))
            return null;
        throw error;
    }
}
/** The stack's outputs by name; empty where the stack is absent. */
async function describeOutputs(api, nameOrArn) {
    return (await readStack(api, nameOrArn))?.outputs ?? {};
}
function stateOf(stack) {
    return {
        stackId: stack.StackId ?? '',
        stackName: stack.StackName ?? '',
        status: stack.StackStatus ?? '',
        statusReason: nonEmpty(stack.StackStatusReason),
        changeSetId: nonEmpty(stack.ChangeSetId),
        outputs: Object.fromEntries((stack.Outputs ?? []).map((output) => [output.OutputKey ?? '', output.OutputValue ?? ''])),
        parentId: nonEmpty(stack.ParentId),
        createdAt: stack.CreationTime?.getTime() ?? 0,
    };
}
/** CloudFormation has no error of its own for an absent stack: a ValidationError that says so. */
function isAbsent(error) {
    return error instanceof Error && /does not exist/i.test(error.message);
}
function nonEmpty(text) {
    return text === undefined || text === '' ? null : text;
}


/***/ })

};
