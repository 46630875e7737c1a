export const id = 9762;
export const ids = [9762];
export const modules = {

/***/ 9762:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
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
// EXTERNAL MODULE: ./src/plan/gate.ts
var gate = __webpack_require__(1476);
;// CONCATENATED MODULE: ./src/plan/compose-static-plan.ts

/** Puts a static plan together; the gate is that of every plan, but no word opens it. */
function composeStaticPlan({ changesElsewhere, ...rest }) {
    const { system, environment, stacks } = rest;
    // Partial, since nothing was asked of CloudFormation; but of the templates none is unseen.
    const seen = stacks.map((stack) => ({ ...stack, certainty: 'full' }));
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
// EXTERNAL MODULE: ./src/plan/assemble-stack-plan.ts + 18 modules
var assemble_stack_plan = __webpack_require__(3961);
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
/** What comes from another stack is its name while that stack gives the same, and not known once it gives something else. */
function plannedParameters(instance, before, readings) {
    const entries = Object.entries(instance.parameters).map(([name, source]) => {
        if (source.kind === 'literal')
            return [name, { value: source.value, lineage: null, deferred: false }];
        const { stack, output } = source;
        const [was, is] = [readings.get(stack)?.outputBefore(output), readings.get(stack)?.outputAfter(output)];
        const former = before?.parameters[name];
        const isSameSource = former?.kind === 'output' && former.stack === stack && former.output === output;
        const isSame = isSameSource && is !== undefined && (0,compare_values/* provablyEqual */.U_)(was, is);
        const lineage = `${stack}.${output}`;
        return [name, { value: isSame ? `\${${lineage}}` : null, lineage, deferred: !isSame }];
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
    const head = await readSources(after, system, environment);
    const base = await readBase(comparison, environment, remarks);
    const stacks = [];
    for (const instance of head.instances) {
        const former = base?.instances.find(({ name }) => name === instance.name);
        stacks.push({
            before: former === undefined ? null : await sideBefore(comparison, former, instance, remarks),
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
async function readBase({ system, before }, environment, remarks) {
    const files = await before.files();
    if (!files.has((0,load/* systemFile */.Is)(system)) || !files.has((0,load/* environmentFile */.qU)(system, environment)))
        return null;
    try {
        return await readSources(before, system, environment);
    }
    catch (error) {
        if (!(error instanceof slipway_error/* UserError */.yo))
            throw error;
        remarks.push(`The base can't be read, so all counts as new: ${problemText(error)}`);
        return null;
    }
}
async function sideBefore(comparison, former, now, remarks) {
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
const staticPlan = dist/* strictObject */.rej({
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
        dist/* strictObject */.rej({ environment: dist/* picklist */.KIO(environment_name/* environmentNames */.i), plan: staticPlan }),
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
    const { id, run_attempt, event, head_sha, head_branch, head_repository } = read.output.workflow_run;
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

// EXTERNAL MODULE: ./src/report/plan-notes.ts + 2 modules
var plan_notes = __webpack_require__(5585);
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

;// CONCATENATED MODULE: ./src/github/api/comment-marker.ts
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
        if (isNewer(own.run, check.run))
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

;// CONCATENATED MODULE: ./src/github/api/split-markdown.ts
/**
 * Cuts Markdown into parts of at most `limit` characters, between blocks only: never inside a table, a quotation, a fence or
 * a `<details>`. `null`: a block is longer than a part, or more than `most` parts were needed.
 */
function splitMarkdown(markdown, { limit, most }) {
    const parts = [];
    let part = '';
    for (const block of blocksOf(markdown)) {
        if (block.length > limit)
            return null;
        const joined = part === '' ? block : `${part}\n\n${block}`;
        if (joined.length <= limit) {
            part = joined;
        }
        else {
            parts.push(part);
            part = block;
        }
    }
    if (part !== '')
        parts.push(part);
    return parts.length > most ? null : parts;
}
/** Blocks that blank lines part (CommonMark 4.9), a fence and a `<details>` being one with all that they hold. */
function blocksOf(markdown) {
    const blocks = [];
    let block = [];
    let fence = null;
    let depth = 0;
    const close = () => {
        if (block.length > 0)
            blocks.push(block.join('\n'));
        block = [];
    };
    for (const line of markdown.split('\n')) {
        const mark = /^ {0,3}(?<mark>`{3,}|~{3,})(?<rest>.*)$/.exec(line)?.groups;
        if (fence !== null) {
            const ends = mark?.['mark']?.startsWith(fence) === true && mark['rest']?.trim() === '';
            if (ends)
                fence = null;
        }
        else if (mark?.['mark'] !== undefined) {
            fence = mark['mark'];
        }
        else {
            depth = Math.max(0, depth + opens(line) - closes(line));
            if (line.trim() === '' && depth === 0) {
                close();
                continue;
            }
        }
        block.push(line);
    }
    close();
    return blocks;
}
/** At the start of a line only: elsewhere it is text that somebody wrote. */
const opens = (line) => (/^<details\b/.test(line) ? 1 : 0);
const closes = (line) => (line.startsWith('</details>') ? 1 : 0);

;// CONCATENATED MODULE: ./src/github/api/sticky-comment.ts


/**
 * Keeps one comment a system on a pull request; a long one in several parts. Only comments that the token's own account
 * wrote and that begin with the marker are ours. Of doubles, which two runs at once can make, the oldest stays. GitHub has no
 * conditional update: a newer run that writes between this one's look and its write is overwritten, which the turns of the
 * workflow's jobs (`concurrency`) keep from happening.
 * @throws UserError the codes of github-error.ts, except GITHUB_PERMISSION
 */
async function writeStickyComment(api, comment) {
    if (comment.pullRequest.state === 'closed')
        return { kind: 'closed' };
    try {
        const viewer = await api.viewer();
        const found = await ownComments(api, comment, viewer);
        const newer = newest(found);
        if (newer && isNewer(newer.marker.run, comment.run)) {
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
        const outcome = await writePart(writing, { index, text, own: kept[index] });
        if (index === 0)
            first = outcome;
        if (outcome.kind === 'superseded')
            return outcome;
        isChanged ||= outcome.kind !== 'unchanged';
    }
    return first.kind === 'unchanged' && isChanged ? { kind: 'updated', url: first.url } : first;
}
async function writePart(writing, { index, text, own }) {
    const { api, comment, viewer } = writing;
    const marker = {
        system: comment.system,
        part: index + 1,
        parts: comment.parts.length,
        run: comment.run,
    };
    const body = writeMarker(marker) + text.trim();
    if (own) {
        const isSame = own.marker.parts === marker.parts && withoutMarker(own.body) === text.trim();
        if (isSame)
            return { kind: 'unchanged', url: own.url };
        const updated = await update(writing, own.id, body);
        if (updated)
            return { kind: 'updated', url: updated.url };
    }
    const created = await api.createComment(comment.pullRequest.number, body);
    // Another run may have found none either, and made one: each looks again, and the later one gives way.
    const doubles = (await ownComments(api, comment, viewer)).filter((other) => other.marker.part === marker.part);
    const oldest = doubles[0];
    if (!oldest || oldest.id === created.id)
        return { kind: 'created', url: created.url };
    await remove(writing, created.id);
    if (isNewer(oldest.marker.run, comment.run)) {
        return { kind: 'superseded', url: oldest.url, by: oldest.marker.run };
    }
    const updated = await update(writing, oldest.id, body);
    return updated
        ? { kind: 'updated', url: updated.url }
        : { kind: 'created', url: (await api.createComment(comment.pullRequest.number, body)).url };
}
/** Ours for the system, oldest first. */
async function ownComments(api, { pullRequest, system }, viewer) {
    return (await api.listComments(pullRequest.number))
        .flatMap((comment) => {
        const marker = comment.author === viewer ? readMarker(comment.body) : null;
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
    return found.reduce((best, own) => (best && !isNewer(own.marker.run, best.marker.run) ? best : own), undefined);
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
;// CONCATENATED MODULE: ./src/github/report/tell-pull-request.ts




/** Characters of a comment (GitHub's limit), less what the marker takes. */
const commentRoom = 65_536 - 200;
/** Nobody reads more comments than that; the changes are shortened instead. */
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
        run,
    });
    const check = await writeCheck(api, {
        system: comment.system,
        sha: telling.headSha,
        conclusion: telling.conclusion,
        title: (0,plan_markdown/* headline */.P)(comment.entries),
        summary: withinBytes(shown, checkSummaryLimit),
        detailsUrl: telling.runUrl,
        run,
    });
    logOutcomes(log, comment.system, sticky, check);
    return { commentUrl: 'url' in sticky ? sticky.url : '', hasCheck: check.kind !== 'refused' };
}
/** In full over a few comments, else shortened to one. */
function commentParts(comment) {
    const whole = (0,plan_markdown/* planMarkdown */.X)({ ...comment, limit: commentRoom * mostParts });
    return (splitMarkdown(whole, { limit: commentRoom, most: mostParts }) ?? [
        (0,plan_markdown/* planMarkdown */.X)({ ...comment, limit: commentRoom }),
    ]);
}
/** As much as fits into so many bytes: characters beyond ASCII take more than one. */
function withinBytes(comment, limit) {
    for (let characters = limit;; characters = Math.floor(characters * 0.75)) {
        const text = (0,plan_markdown/* planMarkdown */.X)({ ...comment, limit: characters });
        if (Buffer.byteLength(text) <= limit)
            return text;
    }
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
// EXTERNAL MODULE: ./src/report/units.ts
var units = __webpack_require__(7885);
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
function markup_lines(text) {
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

// EXTERNAL MODULE: ./src/plan/static-plan.ts
var static_plan = __webpack_require__(6401);
// EXTERNAL MODULE: ./src/report/plan-rows.ts
var plan_rows = __webpack_require__(5569);
;// CONCATENATED MODULE: ./src/report/html/plan-section.ts







/** A value in the page is never cut. */
const plan_section_whole = Number.POSITIVE_INFINITY;
/** One plan: verdict, what stops it, the whole tree with every property, the site's files. */
function planSection(plan, id) {
    const verdict = (0,plan_summary/* verdictOf */.Vj)(plan);
    const good = verdict === 'ready' || verdict === 'changed' || verdict === 'no-changes';
    const sum = (0,plan_summary/* totals */.Sd)(plan.stacks);
    const caution = (0,plan_notes/* caveat */.jf)(plan);
    const site = (0,static_plan/* isStatic */.N)(plan) ? null : plan.site;
    const siteLine = (0,plan_notes/* siteText */.tE)(site);
    return html `<section id="${id}">
    <h2>
      Plan: ${plan.system} → ${plan.environment}
      <span class="badge ${good ? 'good' : 'bad'}">${plan_summary/* verdictWords */.L2[verdict]}</span>
    </h2>
    <p>
      ${(0,plan_notes/* sizeText */.lP)(sum)}.
      <span class="quiet"
        >${(0,static_plan/* isStatic */.N)(plan) ? '' : html `release <code>${(0,sha256/* short */.h)(plan.release)}</code> · plan <code>${(0,sha256/* short */.h)(plan.fingerprint)}</code> · `}account
        <code>${plan.account}</code>${(0,static_plan/* isStatic */.N)(plan) ? '' : html ` · made ${plan.createdAt}`}</span
      >
    </p>
    ${caution === null ? '' : html `<p class="open">${caution}</p>`}
    ${(0,plan_notes/* stopTexts */.lh)(plan).map((stop) => html `<div class="stop ${stop.overridden ? 'allowed' : ''}">
          <p>
            <strong>${stop.headline}${stop.overridden ? ', and may' : ''}.</strong>
            <code>${stop.subject}</code
            >${stop.property === null ? '' : html `: <code>${stop.property}</code> changes`}${stop.place === null ? '' : ` (${stop.place})`}
          </p>
          <p>${stop.fate}</p>
          ${stop.label === null ? '' : html `<p>${stop.overridden ? 'Allowed by' : 'If you mean it, add the label'} <code>${stop.label}</code>.</p>`}
        </div>`)}
    <div class="tree">${plan.stacks.map(stackTree)}</div>
    ${site === null || siteLine === null ? '' : siteDetails(site, siteLine)}
    ${(0,plan_notes/* notes */.Q2)(plan).map((note) => html `<p class="quiet">${note}</p>`)}
    ${plan.stacks.flatMap((stack) => stack.warnings).map((warning) => html `<p class="open">warning: ${warning}</p>`)}
  </section>`;
}
function stackTree(stack) {
    if (stack.outcome === 'none')
        return html `<p class="quiet">${stack.stack} · ${stack.stackName}: no changes</p>`;
    const parameters = stack.parameters.filter(plan_rows/* isParameterChange */.U$).map((parameter) => html `<div
        class="resource change"
        data-kind="change"
        data-text="${`parameter ${parameter.name}`.toLowerCase()}"
      >
        ~ parameter ${parameter.name}
        <div class="property"><span></span><span>${(0,plan_rows/* parameterText */.p5)(parameter, plan_section_whole)}</span></div>
      </div>`);
    return nodeTree(stack.root, `${stack.stack} · ${stack.stackName} · ${stack.region}`, stack.outcome === 'create' ? [] : parameters);
}
function nodeTree(node, name, first) {
    const children = node.children.filter((child) => (0,plan_summary/* nodesOf */.Nh)(child).some(plan_summary/* isTouched */.Dn));
    const unchanged = node.children.length - children.length;
    const word = node.status === 'create'
        ? html ` <span class="add">+ new stack</span>`
        : node.status === 'remove'
            ? html ` <span class="remove">- removed</span>`
            : '';
    return html `<details${node.status === 'create' ? '' : html ` open`}><summary>${name}${word}<span class="where">${node.template ?? ''}</span></summary>
${first}
${(0,plan_summary/* shownChanges */.ph)(node).map((change) => resource(change, node))}
${node.outputsOnly ? html `<div class="resource change">~ outputs <span class="type">only outputs or tags change</span></div>` : ''}
${node.unseen.map((each) => html `<div class="resource possible" data-kind="possible" data-text="${`${each.logicalId} ${each.type}`.toLowerCase()}">? ${each.logicalId}<span class="type">${each.type}, not seen, counted as touched</span></div>`)}
${children.map((child) => nodeTree(child, child.path.at(-1) ?? '', []))}
${unchanged > 0 ? html `<p class="quiet resource">${(0,units/* counted */.hS)(unchanged, 'nested stack')} unchanged</p>` : ''}
</details>`;
}
function resource(change, node) {
    const kind = (0,plan_summary/* kindOf */.I)(change);
    const words = [...node.path, change.logicalId, change.type, ...change.properties.map((each) => each.path)];
    return html `<div
    class="resource ${plan_rows/* tones */.ip[kind]}"
    data-kind="${plan_rows/* tones */.ip[kind]}"
    data-text="${words.join(' ').toLowerCase()}"
  >
    ${plan_rows/* marks */.Z8[kind]} ${change.logicalId}<span class="type"
      >${[change.type, (0,plan_rows/* wordFor */.GC)(change, kind)].filter((text) => text !== '').join(' · ')}</span
    >${change.at ? html `<span class="where">${(0,units/* place */.ik)(change.at)}</span>` : ''}
    ${kind === 'add' ? '' : change.properties.map((property) => html `<div class="property"><span>${property.path}</span><span>${(0,plan_rows/* propertyText */.pn)(property, plan_section_whole)}</span></div>`)}
  </div>`;
}
function siteDetails(site, text) {
    const row = (mark, kind) => (key) => html `<div class="resource ${kind}" data-kind="${kind}" data-text="${`site ${key}`.toLowerCase()}">
        ${mark} ${key}
      </div>`;
    return html `<h3>Site</h3>
    <p>${text}</p>
    <div class="tree">
      <details>
        <summary>files</summary>
        ${site.added.map(row('+', 'add'))}${site.changed.map(row('~', 'change'))}${site.removed.map(row('-', 'remove'))}
      </details>
    </div>`;
}

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
    const kind = result.outcome === 'failed' ? 'remove' : result.outcome === 'passed' ? 'passed' : 'possible';
    return html `<tr data-kind="${kind}" data-text="${`${result.id} ${word}`.toLowerCase()}">
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
        data-kind="${finding.severity === 'error' ? 'remove' : 'change'}"
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
/** Search, filter by kind, and the switch between dark and light. The page reads without it. */
const script = `
'use strict';
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const search = document.querySelector('#search');
const kinds = all('#kinds input');
const count = document.querySelector('#count');
function filter() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const off = new Set(kinds.filter((box) => !box.checked).map((box) => box.value));
  const active = words.length > 0 || off.size > 0;
  let shown = 0;
  for (const item of all('[data-text]')) {
    const fits = words.every((word) => item.dataset.text.includes(word)) && !off.has(item.dataset.kind);
    item.hidden = !fits;
    if (fits) shown += 1;
  }
  for (const node of all('.tree details').reverse()) {
    node.hidden = active && !node.querySelector('[data-text]:not([hidden])');
    if (active && !node.hidden) node.open = true;
  }
  if (active) for (const step of all('details.step')) if (step.querySelector('[data-text]:not([hidden])')) step.open = true;
  count.textContent = active ? shown + ' shown' : '';
}
if (search) {
  search.addEventListener('input', filter);
  for (const box of kinds) box.addEventListener('change', filter);
}
document.querySelector('#theme').addEventListener('click', () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
});
`;

;// CONCATENATED MODULE: ./src/report/html/style.ts
/** Dark and light by the reader's setting, or by the page's own switch. No font, picture or colour comes from elsewhere. */
const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #14171c);
  --raised: light-dark(#f5f7f9, #1c2128);
  --line: light-dark(#d8dee4, #333b46);
  --ink: light-dark(#1b2026, #e4e8ee);
  --quiet: light-dark(#59636e, #9aa5b3);
  --add: light-dark(#14693a, #58c98b);
  --change: light-dark(#7a5200, #e2b04a);
  --remove: light-dark(#b3261e, #ff8b82);
  --accent: light-dark(#0b5cad, #76b3f2);
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main, header.page { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem; }
header.page { padding-top: 2rem; display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: baseline; }
header.page h1 { margin: 0; font-size: 1.5rem; flex: 1 1 20rem; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.2rem; }
h3 { margin: 1.2rem 0 0.3rem; font-size: 1rem; }
p { margin: 0.4rem 0; }
a { color: var(--accent); }
code, pre, .tree, td.mono { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.86em; }
pre { overflow-x: auto; padding: 0.8rem 1rem; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; }
.quiet { color: var(--quiet); }
.add { color: var(--add); } .change { color: var(--change); } .replace, .remove { color: var(--remove); } .possible { color: var(--quiet); }
.badge { display: inline-block; padding: 0 0.5em; border: 1px solid currentColor; border-radius: 1em; font-size: 0.85em; }
.good { color: var(--add); } .bad { color: var(--remove); } .open { color: var(--change); }
.tools { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.4rem 1rem; align-items: center; padding: 0.6rem 0; background: var(--paper); border-bottom: 1px solid var(--line); }
.tools input[type='search'] { flex: 1 1 16rem; }
input, button { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: 0.25rem 0.6rem; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; padding: 0; list-style: none; }
table { width: 100%; overflow-wrap: normal; border-collapse: collapse; margin: 0.6rem 0; }
.wide { overflow-x: auto; }
th, td { padding: 0.3rem 0.8rem 0.3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--quiet); }
td.mono, td.number { white-space: nowrap; }
td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.stop { margin: 0.8rem 0; padding: 0.6rem 1rem; border-left: 4px solid var(--remove); background: var(--raised); }
.stop.allowed { border-color: var(--change); }
.tree details { margin-left: 1.1rem; }
.tree > details { margin-left: 0; }
.tree summary { cursor: pointer; padding: 0.1rem 0; }
.tree .resource { margin-left: 2.2rem; padding: 0.15rem 0; }
.tree .property { margin-left: 2rem; display: grid; grid-template-columns: minmax(10rem, 20rem) 1fr; gap: 0 1rem; color: var(--ink); overflow-wrap: anywhere; }
.tree .type, .tree .where { color: var(--quiet); margin-left: 0.8em; }
.step { border-top: 1px solid var(--line); }
.step > summary { padding: 0.5rem 0; cursor: pointer; font-weight: 600; }
.step > div { padding: 0 0 1rem 1.2rem; }
ul.checks { padding-left: 0; list-style: none; }
[hidden] { display: none !important; }
@media (max-width: 40rem) { .tree .property { grid-template-columns: 1fr; } }
@media print { .tools, nav, button { display: none; } }
`;

;// CONCATENATED MODULE: ./src/report/html/report-page.ts







/**
 * One HTML file that holds all it needs: it opens from a disk or an artifact, reaches no network and runs no script but
 * its own (its content security policy says so).
 */
function reportPage({ title, subtitle, sections }) {
    const policy = `default-src 'none'; style-src 'sha256-${digest(style)}'; script-src 'sha256-${digest(script)}'; base-uri 'none'; form-action 'none'`;
    const entries = sections.map((section, index) => ({ section, id: `s${index + 1}` }));
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
          <span class="quiet">${subtitle}</span><button id="theme" type="button">dark / light</button>
        </header>
        <main>
          <nav aria-label="Contents">
            <ul>
              ${entries.map(({ section, id }) => html `<li><a href="#${id}">${titleOf(section)}</a></li>`)}
            </ul>
          </nav>
          <div class="tools" role="search">
            <label for="search">Find</label
            ><input id="search" type="search" placeholder="resource, type, property, check" /><span id="kinds"
              >${kinds.map(({ value, label }) => html `<label class="${value}"><input type="checkbox" value="${value}" checked /> ${label}</label> `)}</span
            ><span id="count" class="quiet" aria-live="polite"></span>
          </div>
          ${entries.map(({ section, id }) => renderSection(section, id))}
        </main>
        ${new Markup(`<script>${script}</script>`)}
      </body>
    </html> `;
    return page.text;
}
const kinds = [
    { value: 'add', label: '+ add' },
    { value: 'change', label: '~ change' },
    { value: 'replace', label: '± replace' },
    { value: 'remove', label: '- remove, failed' },
    { value: 'possible', label: '? possible, open' },
    { value: 'passed', label: '✓ passed' },
];
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
        <pre>${markup_lines(section.text)}</pre>
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
    action.summarize((0,plan_markdown/* planMarkdown */.X)({ ...comment, limit: Math.floor(job_summary/* summaryLimit */.V / 4) }));
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

;// CONCATENATED MODULE: ./src/github/report/report.ts












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
